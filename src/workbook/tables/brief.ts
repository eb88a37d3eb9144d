// The few columns that the home view counts of large tables, for reading only: with their full descriptions the core would be 9 KB heavier.
import { table } from '../schema';

export const ROUTES_BRIEF = table({
  key: 'routes',
  title: 'Индивидуальные маршруты',
  about: '',
  filledBy: 'machine',
  columns: {
    cycle: { type: 'text', title: 'Цикл', width: 80 },
    teacher: { type: 'text', title: 'Код сотрудника', width: 110 },
    state: { type: 'text', title: 'Состояние', width: 130 },
  },
});

export const GROWTH_BRIEF = table({
  key: 'growth',
  title: 'Динамика',
  about: '',
  filledBy: 'machine',
  columns: { people: { type: 'number', title: 'Оценены в обоих циклах', width: 100 } },
});

export const PARTNERS_BRIEF = table({
  key: 'partners',
  title: 'Школы-партнёры',
  about: '',
  filledBy: 'machine',
  columns: {
    school: { type: 'text', title: 'Школа-партнёр', width: 200 },
    agreed: { type: 'date', title: 'Согласовано', width: 100 },
  },
});

/** States of a route's row as they are written, that are no longer to be done. */
export const ROUTE_DONE: readonly string[] = ['выполнено', 'подтверждено'];
export const ROUTE_CANCELLED = 'отменено';
