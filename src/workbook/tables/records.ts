// What a school had before it began: its own forms bound to competencies, courses, and what an import changed of the framework.
import { table } from '../schema';

/** What an item of a bound form, or one of its answers, says. */
export const BINDING_ROLES = {
  level: 'уровень компетенции',
  want: 'хочет освоить',
  help: 'готов помочь',
  person: 'код или имя сотрудника',
  skip: 'не учитывать',
} as const;

export const BINDING_STATES = {
  proposed: 'предложено',
  bound: 'подключено',
  unfit: 'нельзя подключить',
} as const;

export const BINDINGS = table({
  key: 'bindings',
  title: 'Привязка форм',
  about:
    'Ваши формы: по строке на ответ (или строку сетки) каждого вопроса. Проверьте, о какой компетенции и каком уровне он говорит, исправьте и подключите форму через меню.',
  filledBy: 'both',
  rowsBy: 'machine',
  tabColour: '#a142f4',
  frozenColumns: 2,
  columns: {
    form: { type: 'text', title: 'Форма', width: 200 },
    question: { type: 'text', title: 'Вопрос', width: 280 },
    kind: { type: 'text', title: 'Вид вопроса', width: 130 },
    choice: { type: 'text', title: 'Ответ', width: 260, note: 'Пусто — строка говорит о вопросе целиком.' },
    role: {
      type: 'choice',
      title: 'О чём говорит',
      width: 170,
      choices: BINDING_ROLES,
      note: 'Можно исправить. «Не учитывать» — вопрос или ответ не участвует в подсчёте.',
    },
    competency: { type: 'text', title: 'Код компетенции', width: 140, note: 'Код с листа «Компетенции».' },
    level: { type: 'text', title: 'Уровень', width: 80, note: 'Номер или название уровня на шкале компетенции.' },
    state: { type: 'choice', title: 'Состояние', width: 120, choices: BINDING_STATES },
    why: { type: 'text', title: 'Почему так предложено', width: 260 },
    formId: { type: 'text', title: 'Код формы', width: 120, hidden: true },
    itemId: { type: 'text', title: 'Код пункта', width: 100, hidden: true },
    item: { type: 'json', title: 'Пункт', width: 200, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const COURSES = table({
  key: 'courses',
  title: 'Курсы повышения квалификации',
  about: 'Курсы (КПК) педагогов. Можно вписывать прямо здесь или загрузить таблицу через меню.',
  filledBy: 'people',
  tabColour: '#188038',
  frozenColumns: 2,
  columns: {
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, required: true },
    name: { type: 'text', title: 'ФИО', width: 220 },
    title: { type: 'text', title: 'Курс', width: 340, required: true },
    hours: { type: 'number', title: 'Часов', width: 80 },
    date: { type: 'date', title: 'Дата окончания', width: 110 },
    organisation: { type: 'text', title: 'Организация', width: 260 },
    document: { type: 'text', title: 'Номер документа', width: 160 },
    remark: { type: 'text', title: 'Примечание', width: 200 },
    origin: { type: 'text', title: 'Откуда', width: 140 },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});

export const FRAMEWORK_CHANGES = table({
  key: 'frameworkChanges',
  title: 'Изменения рамки',
  about: 'Какими были компетенции до загрузки рамки: по этому листу загрузка отменяется. Не править.',
  filledBy: 'machine',
  hidden: true,
  columns: {
    run: { type: 'text', title: 'Запуск', width: 110 },
    competency: { type: 'text', title: 'Код компетенции', width: 160 },
    before: { type: 'json', title: 'Было', width: 400 },
    after: { type: 'json', title: 'Стало', width: 400 },
  },
});
