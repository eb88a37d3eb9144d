// How the timetable was changed by hand.
import { table } from '../schema';
import { CHANGE_STATES } from './grouping';

export const MODULE_CHANGES = table({
  key: 'moduleChanges',
  title: 'Изменения расписания',
  about: 'История переносов: какое занятие, откуда и куда, когда. По ней правки возвращаются.',
  filledBy: 'machine',
  tabColour: '#e8710a',
  columns: {
    at: { type: 'datetime', title: 'Когда', width: 130 },
    module: { type: 'text', title: 'Модуль', width: 90 },
    what: { type: 'text', title: 'Что изменилось', width: 420 },
    state: { type: 'choice', title: 'Состояние', width: 110, choices: CHANGE_STATES },
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    edit: { type: 'json', title: 'Правка', width: 120, hidden: true },
    settled: { type: 'text', title: 'Кем отменено', width: 90, hidden: true },
    run: { type: 'text', title: 'Запуск', width: 90, hidden: true },
  },
});
