// Tables around the groups: what they need, how they are explained, how they changed, what would make them better.
import { table } from '../schema';

export const SPACE_KINDS = { room: 'помещение', equipment: 'оборудование' } as const;

export const SPACES = table({
  key: 'spaces',
  title: 'Помещения и оборудование',
  about: 'Где и с чем занимаются группы. Учитывается в группах и в расписании вместе с настройкой «Места занятий».',
  filledBy: 'people',
  tabColour: '#f9ab00',
  columns: {
    title: { type: 'text', title: 'Название', width: 220, required: true },
    kind: { type: 'choice', title: 'Что это', width: 130, required: true, choices: SPACE_KINDS },
    count: {
      type: 'number',
      title: 'Сколько комплектов',
      width: 110,
      note: 'Оборудование: сколько групп могут заниматься с ним сразу. Пусто — одна.',
    },
    seats: { type: 'number', title: 'Сколько мест', width: 100, note: 'Помещение. Пусто — вместит любую группу.' },
    competencies: {
      type: 'list',
      title: 'Для каких компетенций',
      width: 240,
      note: 'Коды через точку с запятой. Пусто — для всех.',
    },
  },
});

export const OVERVIEW = table({
  key: 'overview',
  title: 'Обзор групп',
  about:
    'По строке на группу: зачем она, почему вместе каждая пара. Ниже — компетенции, где консультант один или ни одного.',
  filledBy: 'machine',
  tabColour: '#f9ab00',
  columns: {
    group: { type: 'text', title: 'Группа', width: 80 },
    title: { type: 'text', title: 'Компетенция', width: 240 },
    why: { type: 'text', title: 'Зачем группа', width: 420 },
    pairs: { type: 'text', title: 'Почему вместе', width: 520 },
    risk: { type: 'text', title: 'Слабое место', width: 360 },
  },
});

export const WHAT_IF = table({
  key: 'whatIf',
  title: 'Что даст',
  about: 'Что изменилось бы, если поменять правило, время или добавить консультанта. Сверху — то, что даст больше.',
  filledBy: 'machine',
  tabColour: '#f9ab00',
  columns: {
    change: { type: 'text', title: 'Если', width: 420 },
    covered: { type: 'number', title: 'Закроет дефицитов', width: 110 },
    weight: { type: 'number', title: 'С учётом глубины', width: 110 },
    people: { type: 'number', title: 'Учителей впервые в группе', width: 120 },
    groups: { type: 'number', title: 'Групп больше на', width: 110 },
  },
});

export const CHANGE_STATES = { done: 'сделано', undone: 'отменено', dropped: 'снято' } as const;

export const GROUP_CHANGES = table({
  key: 'groupChanges',
  title: 'Изменения групп',
  about: 'История составов: что изменили, когда, почему и кто был в группе.',
  filledBy: 'machine',
  tabColour: '#f9ab00',
  columns: {
    at: { type: 'datetime', title: 'Когда', width: 130 },
    groups: { type: 'list', title: 'Группа', width: 110 },
    what: { type: 'text', title: 'Что изменилось', width: 420 },
    why: { type: 'text', title: 'Почему', width: 300 },
    state: { type: 'choice', title: 'Состояние', width: 110, choices: CHANGE_STATES },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    edit: { type: 'json', title: 'Правка', width: 120, hidden: true, person: 'codes' },
    settled: { type: 'text', title: 'Кем отменено', width: 90, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const VARIANTS = table({
  key: 'variants',
  title: 'Варианты групп',
  about: 'Сохранённые составы, которые можно сравнить и вернуть.',
  filledBy: 'machine',
  hidden: true,
  columns: {
    name: { type: 'text', title: 'Вариант', width: 220, required: true },
    at: { type: 'datetime', title: 'Когда', width: 130 },
    groups: { type: 'json', title: 'Группы', width: 120, person: 'codes' },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    run: { type: 'text', title: 'Запуск', width: 90 },
  },
});
