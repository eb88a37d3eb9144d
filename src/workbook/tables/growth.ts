// Growth between two cycles: by competency, by teacher, and what the next groups could be.
import { table } from '../schema';

export const TRANSITIONS = {
  remained: 'дефицит остался',
  closed: 'дефицит закрыт',
  toSurplus: 'дефицит стал профицитом',
  newSurplus: 'новый профицит',
  keptSurplus: 'профицит сохранился',
  lostSurplus: 'профицит не подтверждён',
  appeared: 'появился дефицит',
  same: 'без перемен',
} as const;

export const RELIABLE_CHANGES = {
  rise: 'да, рост',
  fall: 'да, снижение',
  within: 'нет, в пределах ошибки',
  unknown: 'не посчитать',
} as const;

export const GROWTH_SOURCES = { self: 'самооценка', test: 'тест', observation: 'наблюдение' } as const;

export const GROWTH = table({
  key: 'growth',
  title: 'Динамика',
  about:
    'Рост между двумя циклами, только по тем, кто оценён в обоих. Первая строка — по всем общим компетенциям вместе.',
  filledBy: 'machine',
  tabColour: '#188038',
  frozenColumns: 1,
  columns: {
    title: { type: 'text', title: 'Компетенция', width: 280 },
    people: { type: 'number', title: 'Оценены в обоих циклах', width: 100 },
    before: { type: 'number', decimals: 2, title: 'Средний уровень до', width: 90, note: '0…4' },
    after: { type: 'number', decimals: 2, title: 'Средний уровень после', width: 90 },
    gain: { type: 'number', decimals: 2, title: 'Прирост, уровней', width: 90 },
    verdict: {
      type: 'text',
      title: 'Вывод',
      width: 240,
      note: 'Надёжно — если такое изменение случайно бывает реже чем в 5 случаях из 100; учтено, что компетенций несколько (поправка Холма).',
    },
    risen: { type: 'share', title: 'Выросли', width: 80 },
    fallen: { type: 'share', title: 'Снизились', width: 80 },
    hake: {
      type: 'number',
      decimals: 2,
      title: 'g Хейка по средним',
      width: 90,
      note: 'Какая доля возможного роста (до уровня 4) достигнута: по средним до и после. 0,3 — средний рост, 0,7 — высокий.',
    },
    hakePeople: {
      type: 'number',
      decimals: 2,
      title: 'g Хейка по людям',
      width: 90,
      note: 'То же у каждого человека, затем среднее. Кто был на уровне 4, не в счёт.',
    },
    effect: {
      type: 'number',
      decimals: 2,
      title: 'd Коэна',
      width: 80,
      note: 'Прирост в стандартных отклонениях: делитель — корень из среднего дисперсий до и после. 0,2 — малый, 0,5 — средний, 0,8 — большой.',
    },
    low: { type: 'number', decimals: 2, title: 'd, не меньше', width: 80, note: '95-процентный интервал Бонетта.' },
    high: { type: 'number', decimals: 2, title: 'd, не больше', width: 80 },
    p: {
      type: 'number',
      decimals: 3,
      title: 'Вероятность случайности p',
      width: 110,
      note: 'Критерий знаковых рангов Уилкоксона, двусторонний; нули по Пратту; точный, когда изменились не больше 50 человек.',
    },
    deficits: { type: 'number', title: 'Дефицитов было', width: 90 },
    closed: { type: 'number', title: 'Закрыто', width: 80 },
    toSurplus: { type: 'number', title: 'Стало профицитом', width: 100 },
    remained: { type: 'number', title: 'Осталось', width: 80 },
    appeared: { type: 'number', title: 'Появилось', width: 90 },
    newSurpluses: { type: 'number', title: 'Новых профицитов', width: 100 },
    lostSurpluses: { type: 'number', title: 'Профицитов не стало', width: 100 },
    remark: { type: 'text', title: 'Пояснение', width: 420 },
    competency: { type: 'text', title: 'Код компетенции', width: 130 },
  },
});

export const GROWTH_PEOPLE = table({
  key: 'growthPeople',
  title: 'Динамика по учителям',
  about:
    'По строке на учителя и компетенцию: было, стало, больше ли это ошибки измерения и что стало с дефицитом. Строка «Все общие» — среднее.',
  filledBy: 'machine',
  tabColour: '#188038',
  frozenColumns: 2,
  columns: {
    teacher: { type: 'text', title: 'Код', width: 70 },
    name: { type: 'text', title: 'ФИО', width: 220 },
    title: { type: 'text', title: 'Компетенция', width: 280 },
    source: {
      type: 'choice',
      title: 'По чему сравниваем',
      width: 120,
      choices: GROWTH_SOURCES,
      note: 'Один и тот же источник в обоих циклах.',
    },
    before: { type: 'number', decimals: 2, title: 'Было', width: 70 },
    after: { type: 'number', decimals: 2, title: 'Стало', width: 70 },
    change: { type: 'number', decimals: 2, title: 'Изменение', width: 90 },
    reliable: {
      type: 'choice',
      title: 'Больше ошибки измерения',
      width: 170,
      choices: RELIABLE_CHANGES,
      note: 'Индекс надёжного изменения Джекобсона и Труакс: изменение больше 1,96 ошибки разности. У тестов и наблюдений ошибка неизвестна.',
    },
    transition: { type: 'choice', title: 'Что стало', width: 190, choices: TRANSITIONS },
    competency: { type: 'text', title: 'Код компетенции', width: 130 },
  },
});

export const NEXT_STEPS = {
  group: 'собрать группу',
  pair: 'составить пару',
  ask: 'попросить помочь',
  confirm: 'подтвердить уровень',
  outside: 'искать помощь вне школы',
  closed: 'дефицитов нет',
} as const;

export const NEXT_GROUPS = table({
  key: 'nextGroups',
  title: 'Новые задачи',
  about:
    'Что можно собрать в новом цикле: кто теперь может консультировать, чьи дефициты остались и что с ними делать.',
  filledBy: 'machine',
  tabColour: '#188038',
  frozenColumns: 1,
  columns: {
    title: { type: 'text', title: 'Компетенция', width: 280 },
    step: { type: 'choice', title: 'Что сделать', width: 180, choices: NEXT_STEPS },
    deficits: { type: 'number', title: 'Дефицитов', width: 90 },
    consultants: { type: 'list', title: 'Могут консультировать', width: 260 },
    fresh: { type: 'list', title: 'Из них впервые', width: 220 },
    consultees: { type: 'list', title: 'Чьи дефициты остались', width: 360 },
    remark: { type: 'text', title: 'Пояснение', width: 360 },
    competency: { type: 'text', title: 'Код компетенции', width: 130 },
  },
});
