// Tables that keep the product running: bank, journal, settings, and the ledger of everything done outside the workbook.
import { table } from '../schema';

export const RESOURCE_KINDS = {
  recommendation: 'методическая рекомендация',
  algorithm: 'алгоритм',
  lesson: 'разработка урока',
  card: 'технологическая карта',
  video: 'видео',
  presentation: 'презентация',
  template: 'шаблон',
  other: 'другое',
} as const;

export const RESOURCE_STATES = { proposed: 'на модерации', accepted: 'в банке', declined: 'отклонено' } as const;

export const BANK = table({
  key: 'bank',
  title: 'Методический банк',
  about: 'Реестр материалов. «Состояние» меняет модератор: «в банке» — материал виден коллегам.',
  filledBy: 'both',
  tabColour: '#12a4af',
  frozenColumns: 2,
  columns: {
    resource: { type: 'text', title: 'Номер', width: 80 },
    title: { type: 'text', title: 'Название', width: 300, required: true },
    kind: { type: 'choice', title: 'Вид', width: 190, choices: RESOURCE_KINDS, required: true },
    competency: { type: 'text', title: 'Код компетенции', width: 130, required: true },
    competencyTitle: { type: 'text', title: 'Компетенция', width: 220 },
    author: { type: 'text', title: 'Автор', width: 200 },
    link: { type: 'text', title: 'Ссылка', width: 200, clip: true },
    annotation: { type: 'text', title: 'Для чего и как применять', width: 320 },
    tags: { type: 'list', title: 'Метки', width: 160 },
    state: { type: 'choice', title: 'Состояние', width: 120, choices: RESOURCE_STATES },
    added: { type: 'date', title: 'Добавлено', width: 100 },
    origin: { type: 'text', title: 'Откуда', width: 140, hidden: true },
    fileId: { type: 'text', title: 'Код файла', width: 120, hidden: true },
    folderId: { type: 'text', title: 'Код папки', width: 120, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const RUN_STATES = {
  running: 'идёт',
  done: 'готово',
  stopped: 'остановлен',
  failed: 'ошибка',
  undone: 'отменён',
} as const;

export const JOURNAL = table({
  key: 'journal',
  title: 'Журнал',
  about: 'Каждый запуск: кто, когда, что сделано. Запуск можно отменить из меню по его номеру.',
  filledBy: 'machine',
  tabColour: '#5f6368',
  columns: {
    run: { type: 'text', title: 'Запуск', width: 110 },
    at: { type: 'datetime', title: 'Когда', width: 130 },
    by: { type: 'text', title: 'Кто', width: 200 },
    action: { type: 'text', title: 'Действие', width: 240 },
    state: {
      type: 'choice',
      title: 'Итог',
      width: 110,
      choices: RUN_STATES,
      tones: { running: 'doing', done: 'good', failed: 'bad', stopped: 'off', undone: 'off' },
    },
    result: { type: 'text', title: 'Что сделано', width: 480 },
  },
});

export const SETTINGS = table({
  key: 'settings',
  title: 'Настройки',
  about: 'Правила программы простыми словами. Меняйте столбец «Значение».',
  filledBy: 'people',
  tabColour: '#5f6368',
  columns: {
    key: { type: 'text', title: 'Ключ', width: 160, hidden: true },
    title: { type: 'text', title: 'Настройка', width: 320 },
    value: { type: 'text', title: 'Значение', width: 260 },
    meaning: { type: 'text', title: 'Что это значит', width: 520 },
  },
});

export const EFFECT_KINDS = {
  mail: 'письмо',
  form: 'форма',
  event: 'событие',
  planEvent: 'срок плана',
  folder: 'папка',
  report: 'файл результатов',
  share: 'доступ',
  document: 'документ',
  calendar: 'календарь',
} as const;
export const EFFECT_STATES = {
  planned: 'запланировано',
  intent: 'начато',
  done: 'сделано',
  undone: 'отменено',
  doubt: 'неизвестно, дошло ли',
} as const;

export const LEDGER = table({
  key: 'ledger',
  title: 'Учёт действий',
  about: 'Всё, что вышло за пределы таблицы: письма, формы, события, папки. По этому учёту ничто не делается дважды.',
  filledBy: 'machine',
  hidden: true,
  columns: {
    key: { type: 'text', title: 'Ключ', width: 260, required: true },
    kind: { type: 'choice', title: 'Вид', width: 90, choices: EFFECT_KINDS },
    what: { type: 'text', title: 'Что', width: 260 },
    who: { type: 'text', title: 'Кому', width: 220 },
    state: { type: 'choice', title: 'Состояние', width: 110, required: true, choices: EFFECT_STATES },
    ref: { type: 'text', title: 'Код объекта', width: 200 },
    run: { type: 'text', title: 'Запуск', width: 100 },
    at: { type: 'datetime', title: 'Когда', width: 130 },
  },
});
