// Individual routes: a row for everything that a teacher takes on in a cycle.
import { table } from '../schema';

export const ROUTE_ROLES = { learns: 'осваивает', consults: 'консультирует' } as const;

export const ROUTE_STATE_LABELS = {
  planned: 'запланировано',
  doing: 'в работе',
  done: 'выполнено',
  confirmed: 'подтверждено',
  cancelled: 'отменено',
} as const;

const OWN = 'Можно написать своё: при обновлении ваши слова останутся.';

export const ROUTES = table({
  key: 'routes',
  title: 'Индивидуальные маршруты',
  about: 'По строке на то, что учитель берёт в работу в этом цикле. Состояние и слова можно менять: ваше останется.',
  filledBy: 'both',
  tabColour: '#0b8043',
  frozenColumns: 2,
  columns: {
    name: { type: 'text', title: 'ФИО', width: 210 },
    title: { type: 'text', title: 'Компетенция', width: 240 },
    role: { type: 'choice', title: 'Роль', width: 120, choices: ROUTE_ROLES, required: true },
    from: {
      type: 'number',
      title: 'Уровень в начале',
      width: 90,
      note: 'С чего начал в этом цикле. Не пересчитывается.',
    },
    level: { type: 'number', title: 'Уровень сейчас', width: 80 },
    goal: { type: 'number', title: 'Цель', width: 60 },
    state: {
      type: 'choice',
      title: 'Состояние',
      width: 130,
      choices: ROUTE_STATE_LABELS,
      note: 'Меняется по расписанию, отзывам и уровням. Поставленное вручную держится, пока факты не уйдут дальше.',
    },
    partners: { type: 'text', title: 'С кем', width: 240, note: OWN },
    when: { type: 'text', title: 'Когда', width: 220, note: OWN },
    task: { type: 'text', title: 'Задание', width: 300, note: OWN },
    resources: { type: 'text', title: 'Материалы', width: 300, note: OWN },
    evidence: { type: 'text', title: 'Чем подтверждено', width: 280, note: OWN },
    remark: { type: 'text', title: 'Пояснение', width: 260, note: 'Почему строка отменена; можно писать и своё.' },
    document: { type: 'text', title: 'Документ', width: 200, clip: true },
    closed: { type: 'date', title: 'Цикл закрыт', width: 100, note: 'С этого дня строка и документ не меняются.' },
    cycle: { type: 'text', title: 'Цикл', width: 80, required: true },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110, required: true },
    competency: { type: 'text', title: 'Код компетенции', width: 130, required: true },
    group: { type: 'text', title: 'Группа', width: 80 },
    item: { type: 'text', title: 'Ключ строки', width: 120, hidden: true },
    written: { type: 'json', title: 'Что записано нами', width: 120, hidden: true },
    sent: { type: 'text', title: 'Отпечаток документа', width: 120, hidden: true },
    closedBy: { type: 'text', title: 'Кем закрыт', width: 90, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});
