// Tables about groups and modules: groups, deficits left uncovered, programmes, timetable, feedback.
import { table } from '../schema';

export const GROUP_ROLES = { consultant: 'консультант', consultee: 'консультируемый' } as const;
export const GROUP_STATES = { draft: 'черновик', published: 'опубликована', closed: 'завершена' } as const;

export const GROUPS = table({
  key: 'groups',
  title: 'Группы',
  about: 'Мобильные группы: по строке на человека в группе. Черновик можно править: меняйте номер группы или роль.',
  filledBy: 'both',
  tabColour: '#f9ab00',
  frozenColumns: 2,
  columns: {
    group: { type: 'text', title: 'Группа', width: 80, required: true },
    name: { type: 'text', title: 'ФИО', width: 220 },
    role: { type: 'choice', title: 'Роль', width: 140, required: true, choices: GROUP_ROLES },
    competency: { type: 'text', title: 'Код компетенции', width: 130, required: true },
    title: { type: 'text', title: 'Компетенция', width: 240 },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, required: true },
    subjects: { type: 'list', title: 'Предметы', width: 180 },
    slot: { type: 'text', title: 'Общее время', width: 140 },
    state: {
      type: 'choice',
      title: 'Состояние',
      width: 120,
      choices: GROUP_STATES,
      tones: { published: 'good', closed: 'off' },
    },
    pinned: { type: 'flag', title: 'Закрепить', width: 90, note: '«да» — при пересборке эта группа не меняется.' },
    reason: { type: 'text', title: 'Почему вместе', width: 420 },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const UNCOVERED = table({
  key: 'uncovered',
  title: 'Без группы',
  about: 'Дефициты, для которых группы не нашлось, и почему.',
  filledBy: 'machine',
  tabColour: '#f9ab00',
  columns: {
    teacher: { type: 'text', title: 'Код сотрудника', width: 110 },
    name: { type: 'text', title: 'ФИО', width: 220 },
    competency: { type: 'text', title: 'Код компетенции', width: 130 },
    title: { type: 'text', title: 'Компетенция', width: 240 },
    depth: { type: 'number', title: 'Глубина дефицита', width: 90 },
    reason: { type: 'text', title: 'Почему', width: 420 },
    cover: { type: 'text', title: 'Что поможет', width: 360 },
    code: { type: 'text', title: 'Причина (код)', width: 100, hidden: true },
  },
});

export const AGREEMENT_STATES = {
  waiting: 'ждём ответа',
  agreed: 'согласовано',
  declined: 'консультант не готов',
  edited: 'изменено вручную',
} as const;

export const PROGRAMMES = table({
  key: 'programmes',
  title: 'Программы занятий',
  about: 'Что разберёт каждая группа: вопросы участников, темы и время, предложенные консультантом.',
  filledBy: 'both',
  tabColour: '#f9ab00',
  columns: {
    group: { type: 'text', title: 'Группа', width: 80 },
    title: { type: 'text', title: 'Компетенция', width: 240 },
    consultants: { type: 'list', title: 'Консультанты', width: 240, person: 'codes' },
    questions: { type: 'text', title: 'Вопросы участников', width: 320 },
    topics: { type: 'text', title: 'Темы занятия', width: 320, note: 'Можно править: попадёт в приглашение.' },
    practice: { type: 'text', title: 'Практическое задание', width: 280 },
    materials: { type: 'text', title: 'Материалы', width: 220 },
    slots: { type: 'list', title: 'Удобное время консультанта', width: 200 },
    place: { type: 'text', title: 'Место', width: 140 },
    remark: { type: 'text', title: 'Что ещё сказал консультант', width: 260 },
    state: {
      type: 'choice',
      title: 'Состояние',
      width: 160,
      choices: AGREEMENT_STATES,
      tones: { waiting: 'warn', agreed: 'good', declined: 'bad', edited: 'doing' },
    },
    survey: { type: 'text', title: 'Опрос', width: 120, hidden: true },
    written: { type: 'text', title: 'Отпечаток ответа', width: 120, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const MODULE_STATES = {
  draft: 'черновик',
  invited: 'приглашения отправлены',
  held: 'проведено',
  cancelled: 'отменено',
} as const;

/** What people write as the place of a module that meets online, folded: it is no room. */
export const ONLINE_PLACE = 'онлайн';

export const MODULES = table({
  key: 'modules',
  title: 'Расписание',
  about: 'Обучающие модули: когда, где, для какой группы. Дату и время черновика можно менять до отправки приглашений.',
  filledBy: 'both',
  tabColour: '#e8710a',
  columns: {
    module: { type: 'text', title: 'Модуль', width: 90, required: true },
    group: { type: 'text', title: 'Группа', width: 80, required: true },
    title: { type: 'text', title: 'Тема', width: 260 },
    date: { type: 'date', title: 'Дата', width: 100 },
    start: { type: 'text', title: 'Начало', width: 70, note: 'чч:мм' },
    end: { type: 'text', title: 'Окончание', width: 80 },
    place: { type: 'text', title: 'Место', width: 160, note: 'Пусто — онлайн, со ссылкой на видеовстречу.' },
    came: {
      type: 'number',
      title: 'Пришли',
      width: 80,
      note: 'Впишите после занятия, сколько человек было вместе с консультантами. Пусто — считаем по ответам в календаре и отзывам.',
    },
    remark: { type: 'text', title: 'Пояснение', width: 320 },
    accepted: { type: 'number', title: 'Придут', width: 80, note: 'Сколько приглашённых ответили «да» в календаре.' },
    state: {
      type: 'choice',
      title: 'Состояние',
      width: 160,
      choices: MODULE_STATES,
      tones: { invited: 'doing', held: 'good', cancelled: 'off' },
    },
    guests: { type: 'number', title: 'Приглашены', width: 100 },
    video: { type: 'text', title: 'Видеовстреча', width: 200, clip: true },
    link: { type: 'text', title: 'Событие', width: 200, clip: true },
    eventId: { type: 'text', title: 'Код события', width: 120, hidden: true },
    sent: { type: 'text', title: 'Отпечаток приглашения', width: 120, hidden: true },
    people: { type: 'json', title: 'Для кого занятие', width: 120, hidden: true, later: true, person: 'codes' },
    round: { type: 'text', title: 'Волна', width: 80, hidden: true },
    cycle: { type: 'text', title: 'Цикл', width: 80, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const FEEDBACK = table({
  key: 'feedback',
  title: 'Отзывы',
  about:
    'Мониторинг эффективности занятий: по строке на модуль и сторону. Средние по группам меньше трёх ответов скрыты.',
  filledBy: 'machine',
  tabColour: '#e8710a',
  columns: {
    module: { type: 'text', title: 'Модуль', width: 90 },
    title: { type: 'text', title: 'Тема', width: 260 },
    side: { type: 'choice', title: 'Кто отвечал', width: 140, choices: GROUP_ROLES },
    asked: { type: 'number', title: 'Опрошено', width: 90 },
    received: { type: 'number', title: 'Ответили', width: 90 },
    rate: { type: 'share', title: 'Доля', width: 70, note: 'Ответили от числа опрошенных.' },
    index: {
      type: 'number',
      decimals: 1,
      title: 'Индекс эффективности',
      width: 125,
      note: 'Среднее по шкалам анкеты, 0…100.',
    },
    before: { type: 'number', decimals: 2, title: 'Владел до занятия', width: 90 },
    now: { type: 'number', decimals: 2, title: 'Владеет сейчас', width: 90 },
    gain: {
      type: 'number',
      decimals: 2,
      title: 'Прирост',
      width: 80,
      note: '«Владеет сейчас» минус «Владел до занятия».',
      signed: true,
    },
    again: { type: 'share', title: 'Нужно ещё занятие', width: 100, note: 'Доля ответивших, кому нужно ещё занятие.' },
    comments: { type: 'text', title: 'Что сказали', width: 460 },
    remark: { type: 'text', title: 'Пояснение', width: 260 },
  },
});
