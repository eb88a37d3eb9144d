// Tables about people and competencies: staff, framework, levels, deficits and surpluses, summary.
import { table } from '../schema';

export const STAFF = table({
  key: 'staff',
  title: 'Сотрудники',
  about: 'Все педагоги, с которыми работает программа. Можно править прямо здесь или загрузить список через меню.',
  filledBy: 'people',
  tabColour: '#1a73e8',
  frozenColumns: 2,
  columns: {
    code: {
      type: 'text',
      title: 'Код',
      width: 70,
      required: true,
      note: 'Постоянный код сотрудника, например У-014. Не меняйте: по нему находятся ответы.',
      person: 'code',
    },
    name: { type: 'text', title: 'ФИО', width: 240, required: true },
    email: {
      type: 'text',
      title: 'Электронная почта',
      width: 220,
      note: 'На этот адрес приходят анкеты и приглашения.',
    },
    subjects: { type: 'list', title: 'Предметы', width: 200, note: 'Несколько предметов — через точку с запятой.' },
    school: { type: 'text', title: 'Школа', width: 150 },
    role: {
      type: 'text',
      title: 'Должность',
      width: 160,
      note: 'По должности может отличаться целевой уровень компетенции.',
    },
    included: {
      type: 'flag',
      title: 'Участвует',
      width: 90,
      blank: 'yes',
      note: '«нет» — в списке, но анкеты и приглашения не получает. Пусто — «да».',
    },
    maxAsConsultee: {
      type: 'number',
      title: 'Групп как консультируемый, не больше',
      width: 130,
      note: 'Пусто — как в настройках.',
    },
    maxAsConsultant: {
      type: 'number',
      title: 'Групп как консультант, не больше',
      width: 120,
      note: 'Пусто — как в настройках.',
    },
    remark: { type: 'text', title: 'Примечание', width: 220 },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const COMPETENCIES = table({
  key: 'competencies',
  title: 'Компетенции',
  about: 'Рамка компетенций: что оцениваем, как выглядит каждый уровень, к какому уровню идём.',
  filledBy: 'people',
  tabColour: '#1a73e8',
  frozenColumns: 3,
  columns: {
    id: {
      type: 'text',
      title: 'Код',
      width: 130,
      required: true,
      note: 'Латиница, цифры, точка и дефис. Не меняйте после первого опроса.',
    },
    area: { type: 'text', title: 'Область', width: 160, required: true },
    title: { type: 'text', title: 'Компетенция', width: 240, required: true },
    level0: {
      type: 'text',
      title: 'Уровень 0',
      width: 200,
      required: true,
      note: 'Как это выглядит в работе учителя.',
    },
    level1: { type: 'text', title: 'Уровень 1', width: 200, required: true },
    level2: { type: 'text', title: 'Уровень 2', width: 200, required: true },
    level3: {
      type: 'text',
      title: 'Уровень 3',
      width: 200,
      note: 'Уровней в шкале столько, сколько описано подряд: от трёх до шести.',
    },
    level4: { type: 'text', title: 'Уровень 4', width: 200 },
    level5: { type: 'text', title: 'Уровень 5', width: 200 },
    levelNames: {
      type: 'list',
      title: 'Названия уровней',
      width: 140,
      note: 'Если у уровней есть имена, от низшего к высшему: A1; A2; B1; B2; C1; C2. Пусто — уровни называются числами.',
    },
    target: {
      type: 'number',
      title: 'Целевой уровень',
      width: 90,
      required: true,
      note: 'Номер уровня. Ниже него — дефицит.',
    },
    roleTargets: {
      type: 'list',
      title: 'Целевой уровень по должностям',
      width: 200,
      note: 'Например: руководитель МО = 4; молодой специалист = 2.',
    },
    consultantFrom: {
      type: 'number',
      title: 'Консультант с уровня',
      width: 90,
      required: true,
      note: 'С этого уровня (если он подтверждён) учитель может консультировать.',
    },
    inNeedsSurvey: { type: 'flag', title: 'В опросе потребностей', width: 110 },
    practice: {
      type: 'list',
      title: 'Практические вопросы адресного опроса',
      width: 320,
      note: 'Через точку с запятой.',
    },
    active: { type: 'flag', title: 'Используется', width: 100, blank: 'yes', note: 'Пусто — «да».' },
  },
});

/** How a level is known besides answers to forms; `self` is a self-assessment made elsewhere. */
export const LEVEL_SOURCES = { test: 'тест', observation: 'наблюдение', self: 'самооценка' } as const;

export const LEVELS_TABLE = table({
  key: 'levels',
  title: 'Тесты и наблюдения',
  about: 'Сюда вносят результаты тестов и посещённых уроков: они уточняют и подтверждают самооценку из анкет.',
  filledBy: 'people',
  tabColour: '#188038',
  columns: {
    cycle: { type: 'text', title: 'Цикл', width: 80, required: true },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, required: true },
    name: { type: 'text', title: 'ФИО', width: 220, note: 'Заполняется само по коду.' },
    competency: { type: 'text', title: 'Код компетенции', width: 140, required: true },
    source: { type: 'choice', title: 'Источник', width: 110, required: true, choices: LEVEL_SOURCES },
    level: {
      type: 'number',
      title: 'Уровень',
      width: 80,
      required: true,
      note: 'Номер уровня на шкале компетенции, как в заголовке столбца: 0, 1, 2…',
    },
    date: { type: 'date', title: 'Дата', width: 100 },
    evidence: { type: 'text', title: 'Основание', width: 260, note: 'Анкета, тест, посещённый урок.' },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

/** What the level means against the target. */
export const PROFILE_STATES = {
  deficit: 'дефицит',
  surplus: 'профицит',
  norm: 'соответствует',
  check: 'требует подтверждения',
  unknown: 'нет данных',
} as const;

export const PROFILE = table({
  key: 'profile',
  title: 'Дефициты и профициты',
  about: 'По строке на учителя и компетенцию: уровни из разных источников рядом, цель и вывод. Пересчитывается.',
  filledBy: 'machine',
  tabColour: '#188038',
  frozenColumns: 2,
  columns: {
    teacher: { type: 'text', title: 'Код', width: 70, person: 'code' },
    name: { type: 'text', title: 'ФИО', width: 220 },
    competency: { type: 'text', title: 'Код компетенции', width: 130 },
    title: { type: 'text', title: 'Компетенция', width: 240 },
    self: { type: 'number', title: 'Самооценка', width: 90 },
    test: { type: 'number', title: 'Тест', width: 70 },
    observation: { type: 'number', title: 'Наблюдение', width: 100 },
    target: { type: 'number', title: 'Цель', width: 60 },
    state: {
      type: 'choice',
      title: 'Вывод',
      width: 150,
      note: 'Уровень против цели. Профицит — уровень, с которого можно консультировать.',
      choices: PROFILE_STATES,
      tones: { deficit: 'bad', surplus: 'good', check: 'warn', unknown: 'off' },
    },
    depth: { type: 'number', title: 'Глубина дефицита', width: 90, note: 'На сколько уровней ниже цели.' },
    confirmed: { type: 'flag', title: 'Подтверждено', width: 115 },
    wants: { type: 'flag', title: 'Хочет освоить', width: 90 },
    helps: { type: 'flag', title: 'Готов помочь', width: 90 },
    questions: { type: 'text', title: 'Вопросы для разбора', width: 280 },
    basis: { type: 'text', title: 'Почему такой вывод', width: 360 },
  },
});

export const SUMMARY = table({
  key: 'summary',
  title: 'Сводка',
  about: 'По строке на компетенцию: сколько ответили, хотят, в дефиците, в профиците. Доли — от числа участвующих.',
  filledBy: 'machine',
  tabColour: '#188038',
  columns: {
    competency: { type: 'text', title: 'Код компетенции', width: 130 },
    title: { type: 'text', title: 'Компетенция', width: 280 },
    teachers: { type: 'number', title: 'Участвуют', width: 90, note: 'От них считаются доли.' },
    needs: {
      type: 'number',
      title: 'Выбрали в опросе потребностей',
      width: 120,
      note: 'Пусто — опроса потребностей в этом цикле не было или он об этой компетенции не спрашивал.',
    },
    needsShare: { type: 'share', title: 'Доля выбравших', width: 100 },
    addressed: {
      type: 'number',
      title: 'Адресный опрос: нуждаются',
      width: 110,
      note: 'Пусто — адресного опроса не было.',
    },
    addressedShare: { type: 'share', title: 'Доля от ответивших', width: 90 },
    answered: { type: 'number', title: 'Оценили себя', width: 90 },
    wants: { type: 'number', title: 'Хотят освоить', width: 90, note: 'По анкете самооценки.' },
    wantsShare: { type: 'share', title: 'Доля желающих', width: 100 },
    deficits: { type: 'number', title: 'Дефицит', width: 80, note: 'У скольких уровень ниже цели.' },
    deficitsShare: { type: 'share', title: 'Доля дефицитов', width: 100 },
    surpluses: {
      type: 'number',
      title: 'Профицит',
      width: 80,
      note: 'У скольких уровень подтверждён и хватает, чтобы консультировать.',
    },
    surplusesShare: { type: 'share', title: 'Доля профицитов', width: 100 },
    checks: {
      type: 'number',
      title: 'Требует подтверждения',
      width: 120,
      note: 'Высокая самооценка без теста и наблюдения.',
    },
    consultants: {
      type: 'number',
      title: 'Готовы консультировать',
      width: 130,
      note: 'Подтверждённый профицит и согласие помочь.',
    },
    reliability: {
      type: 'number',
      decimals: 2,
      title: 'α Кронбаха области',
      width: 90,
      note: 'Согласованность ответов по области; меньше 0,7 — выводы осторожны.',
    },
    error: {
      type: 'number',
      decimals: 2,
      title: 'Ошибка измерения, уровней',
      width: 100,
      note: 'Насколько в среднем ошибается одна самооценка.',
    },
  },
});
