// Tables of the other groupings: mentor pairs, learning communities, levels of mastery, and who is left out of them.
import { table } from '../schema';

export const TEAM_STATES = { draft: 'черновик', published: 'опубликовано' } as const;
const PIN = '«да» — при пересборке эта строка не меняется.';
/** The run that formed the row, and what it wrote into the cells that people may change: see `app/teams/by-hand.ts`. */
const WRITTEN = {
  type: 'json',
  title: 'Что записано нами',
  width: 120,
  hidden: true,
  later: true,
  person: 'codes',
} as const;

export const PAIR_REQUESTS = {
  mutual: 'взаимное',
  trainee: 'подопечного',
  mentor: 'наставника',
  pinned: 'закреплено',
  none: 'нет',
} as const;

export const PAIRS = table({
  key: 'pairs',
  title: 'Наставнические пары',
  about: 'Наставник и подопечный один на один: по строке на пару. Черновик можно править: меняйте коды, закрепляйте.',
  filledBy: 'both',
  tabColour: '#f9ab00',
  frozenColumns: 3,
  columns: {
    pair: { type: 'text', title: 'Пара', width: 70, required: true },
    mentorName: { type: 'text', title: 'Наставник', width: 210, person: 'name' },
    traineeName: { type: 'text', title: 'Подопечный', width: 210, person: 'name' },
    mentor: { type: 'text', title: 'Код наставника', width: 100, required: true },
    trainee: { type: 'text', title: 'Код подопечного', width: 110, required: true },
    competencies: { type: 'list', title: 'Над чем работают', width: 300 },
    request: { type: 'choice', title: 'Чьё пожелание', width: 120, choices: PAIR_REQUESTS },
    state: { type: 'choice', title: 'Состояние', width: 120, choices: TEAM_STATES },
    pinned: { type: 'flag', title: 'Закрепить', width: 90, note: PIN },
    reason: { type: 'text', title: 'Почему вместе', width: 420 },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
    written: WRITTEN,
  },
});

export const COMMUNITY_ROLES = { tutor: 'тьютор', member: 'участник' } as const;

export const COMMUNITIES = table({
  key: 'communities',
  title: 'Сообщества (ПОС)',
  about: 'Профессиональные обучающиеся сообщества: по строке на человека. Черновик можно править: номер, роль, фокус.',
  filledBy: 'both',
  tabColour: '#f9ab00',
  frozenColumns: 2,
  columns: {
    community: { type: 'text', title: 'Сообщество', width: 90, required: true },
    name: { type: 'text', title: 'ФИО', width: 220 },
    role: { type: 'choice', title: 'Роль', width: 100, required: true, choices: COMMUNITY_ROLES },
    competency: { type: 'text', title: 'Код компетенции', width: 130, required: true },
    title: { type: 'text', title: 'Фокус', width: 240 },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, required: true },
    subjects: { type: 'list', title: 'Предметы', width: 180 },
    school: { type: 'text', title: 'Школа', width: 150 },
    state: { type: 'choice', title: 'Состояние', width: 120, choices: TEAM_STATES },
    pinned: {
      type: 'flag',
      title: 'Закрепить',
      width: 90,
      note: '«да» хотя бы в одной строке — сообщество не меняется.',
    },
    reason: { type: 'text', title: 'Почему здесь', width: 420 },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
    written: WRITTEN,
  },
});

export const MASTERY_TITLES = {
  high: 'высокое мастерство',
  improving: 'совершенствование мастерства',
  forming: 'становление мастерства',
  help: 'постоянная методическая помощь',
} as const;

export const MASTERY = table({
  key: 'mastery',
  title: 'Уровни мастерства',
  about: 'Четыре группы учителей по среднему уровню владения. Уровень можно поменять вручную и закрепить.',
  filledBy: 'both',
  tabColour: '#f9ab00',
  frozenColumns: 2,
  columns: {
    level: { type: 'choice', title: 'Уровень мастерства', width: 220, required: true, choices: MASTERY_TITLES },
    name: { type: 'text', title: 'ФИО', width: 220 },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, required: true },
    mean: { type: 'number', decimals: 2, title: 'Средний уровень', width: 90, note: 'Среднее по компетенциям, 0…4.' },
    reason: { type: 'text', title: 'Почему этот уровень', width: 340 },
    goal: { type: 'text', title: 'Что делать дальше', width: 340 },
    groupGoal: { type: 'text', title: 'Цель группы', width: 300 },
    state: { type: 'choice', title: 'Состояние', width: 120, choices: TEAM_STATES },
    pinned: { type: 'flag', title: 'Закрепить', width: 90, note: PIN },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
    written: WRITTEN,
  },
});

export const TEAM_KINDS = {
  pairs: 'наставническая пара',
  communities: 'сообщество (ПОС)',
  mastery: 'уровень мастерства',
} as const;

export const TEAM_CHANGES = table({
  key: 'teamChanges',
  title: 'Прежние пары и сообщества',
  about:
    'Что сменила новая сборка пар, сообществ и уровней: отмена запуска это возвращает. Хранится, пока запуск можно отменить.',
  filledBy: 'machine',
  hidden: true,
  columns: {
    kind: { type: 'choice', title: 'Что', width: 170, choices: TEAM_KINDS },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110 },
    mentor: { type: 'text', title: 'Код наставника', width: 110 },
    before: { type: 'json', title: 'Было', width: 400 },
    after: { type: 'json', title: 'Стало', width: 400 },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    run: { type: 'text', title: 'Запуск', width: 90 },
  },
});

export const LEFT_OUT = table({
  key: 'leftOut',
  title: 'Без пары и сообщества',
  about: 'Кто остался без наставнической пары, без сообщества или без уровня мастерства, почему и что поможет.',
  filledBy: 'machine',
  tabColour: '#f9ab00',
  columns: {
    kind: { type: 'choice', title: 'Без чего', width: 170, choices: TEAM_KINDS },
    name: { type: 'text', title: 'ФИО', width: 220 },
    reason: { type: 'text', title: 'Почему и что поможет', width: 560 },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110 },
  },
});
