// A school's cycle as the server would tell it. Everything in it is invented.
import type { FieldView, HomeView, PreviewView, ResourceView, RunView } from '../../src/shared/contract';

export const HOME: HomeView = {
  title: 'Школа № 7, цикл 2025/26',
  steps: [
    { action: 'setUp', title: 'Настройка', state: 'done', line: 'Таблицы созданы' },
    { action: 'importStaff', title: 'Сотрудники', state: 'done', line: '61 сотрудник' },
    { action: 'sendNeeds', title: 'Опрос потребностей', state: 'done', line: 'Ответили 58 из 61' },
    {
      action: 'sendSelf',
      title: 'Самооценка',
      state: 'now',
      line: 'Ответили 34 из 61, напоминание отправлено 12 ноября',
    },
    { action: 'processAnswers', title: 'Обработка ответов', state: 'problem', line: 'Не узнаны трое ответивших' },
    { action: 'scoreMatrix', title: 'Матрица компетенций', state: 'waiting', line: '' },
    { action: 'formGroups', title: 'Мобильные группы', state: 'waiting', line: '' },
    { action: 'agreeProgrammes', title: 'Согласование с консультантами', state: 'waiting', line: '' },
    { action: 'makeTimetable', title: 'Расписание', state: 'waiting', line: '' },
    { action: 'sendInvitations', title: 'Приглашения', state: 'waiting', line: '' },
    { action: 'askFeedback', title: 'Отзывы', state: 'waiting', line: '' },
  ],
  beside: [
    { action: 'formPairs', title: 'Наставнические пары', state: 'waiting', line: 'Ещё не собирали' },
    { action: 'setUpBank', title: 'Методический банк', state: 'done', line: 'Материалов: 12' },
    { action: 'makePlan', title: 'План', state: 'now', line: 'Выполнено 3 из 24' },
  ],
  numbers: [
    { label: 'Ответили на опрос потребностей', value: '58 из 61', source: 'лист «Опросы», строка 2' },
    { label: 'Дефициты', value: '132', source: 'лист «Матрица компетенций»' },
    { label: 'Готовы консультировать', value: '14', source: 'самооценка, 10 ноября' },
    { label: 'Доля выбравших «Формирующее оценивание»', value: '34,4 %', source: 'лист «Сводка», B4' },
  ],
  next: 'sendSelf',
  running: undefined,
  problems: [],
};

const field = (name: string, kind: FieldView['kind'], label: string, more: Partial<FieldView> = {}): FieldView => ({
  name,
  kind,
  label,
  help: '',
  options: [],
  value: '',
  required: false,
  ...more,
});

export const ALL_FIELDS: readonly FieldView[] = [
  field('school', 'text', 'Название школы', {
    required: true,
    help: 'Как в письмах и приглашениях, например «Школа № 7».',
  }),
  field('programme', 'choice', 'Программа', {
    required: true,
    options: [
      { value: 'vr', label: 'Время роста' },
      { value: 'plc', label: 'Профессиональные обучающиеся сообщества: группы учителей с наставником' },
    ],
  }),
  field('areas', 'choices', 'О чём спрашивать', {
    required: true,
    value: 'ict',
    options: [
      { value: 'ict', label: 'Цифровая образовательная среда' },
      { value: 'assess', label: 'Формирующее оценивание' },
      { value: 'project', label: 'Проектная деятельность и исследовательская работа учащихся' },
    ],
  }),
  field('until', 'date', 'Принимать ответы до', { value: '2025-12-05' }),
  field('text', 'longText', 'Вступление к письму', { help: 'Можно оставить пустым.' }),
  field('anonymous', 'flag', 'Не показывать имена в сводке', { help: 'Доли и числа останутся.' }),
  field('material', 'file', 'Материал', { help: 'Файл до 5 МБ.' }),
];

export const MAIL_PREVIEW: PreviewView = {
  action: 'sendSelf',
  title: 'Самооценка: приглашения',
  lines: ['Будет создана одна форма с 24 вопросами в 4 разделах.', 'Письма уйдут 61 сотруднику.'],
  counts: [
    { label: 'Форм', value: '1' },
    { label: 'Писем', value: '61' },
    { label: 'Останется писем на сегодня', value: '39' },
  ],
  example: {
    kind: 'mail',
    title: 'uchitel.matematiki@shkola7.example · Самооценка компетенций',
    body: 'Здравствуйте!\n\nПожалуйста, оцените свои компетенции до 5 декабря. Это займёт около 15 минут.\n\nhttps://docs.google.com/forms/d/e/1FAIpQLSd-ochen-dlinnyi-adres-formy-kotoryi-nado-perenosit/viewform\n\nОтветы увидит только заместитель директора по УМР.',
  },
  warnings: ['У двух сотрудников нет адреса почты: строки 14 и 37 листа «Сотрудники».'],
  confirm: 'Создать форму и отправить 61 письмо',
};

export const EXAMPLES: readonly NonNullable<PreviewView['example']>[] = [
  {
    kind: 'event',
    title: 'Модуль «Формирующее оценивание», занятие 1',
    body: '9 декабря, вторник, 15:00–15:45\nКабинет 204\n\nКонсультант: учитель истории, 5 приглашённых',
  },
  {
    kind: 'form',
    title: 'Самооценка компетенций',
    body: 'Раздел 1 из 4\n• Провожу урок с цифровыми ресурсами\n• Составляю критерии оценивания',
  },
  { kind: 'text', title: 'Первая строка', body: 'С-014 · математика · учитель' },
];

export const RUN: RunView = {
  run: 'З-0012',
  action: 'sendSelf',
  title: 'Самооценка: приглашения',
  state: 'running',
  done: 0,
  total: 61,
  lines: ['Создаём форму'],
  links: [],
  undoable: false,
};

export const ENDED: RunView = {
  ...RUN,
  state: 'done',
  done: 61,
  lines: ['Форма создана и открыта для ответов.', 'Отправлено 61 письмо.'],
  links: [
    { label: 'Открыть форму', url: 'https://docs.google.com/forms/d/abc/edit' },
    { label: 'Перейти к листу «Опросы»', url: 'https://docs.google.com/spreadsheets/d/abc#gid=7' },
  ],
  undoable: true,
};

export const RESOURCES: readonly ResourceView[] = [
  {
    resource: 'М-001',
    title: 'Памятка: критерии на уроке',
    line: 'Формирующее оценивание · памятка · 2025',
    link: 'https://drive.google.com/file/d/1/view',
  },
  { resource: 'М-002', title: 'Опасная ссылка', line: 'Запись с ошибкой', link: 'javascript:document.title="взлом"' },
];
