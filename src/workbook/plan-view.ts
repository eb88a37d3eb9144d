// «План-график»: a view whose columns are the weeks or months of the plan.
import type { Mark } from '../domain/plan/chart';

export const PLAN_VIEW = {
  key: 'planChart',
  title: 'План-график',
  about:
    'Мероприятия по неделям или месяцам. Пересчитывается, править здесь не нужно: сроки и состояние — на листе «План».',
  after: 'plan',
  frozenColumns: 1,
  heat: {
    firstColumn: 4,
    colours: { '■': '#d2e3fc', '▶': '#fdd663', '✓': '#a8dab5', '!': '#f28b82', '×': '#e8eaed' },
  },
} as const;

export const PLAN_MARKS: Readonly<Record<Mark, string>> = {
  '': '',
  planned: '■',
  doing: '▶',
  done: '✓',
  overdue: '!',
  cancelled: '×',
};

/** Headings that are not data. */
export const PLAN_LABELS = {
  measure: 'Мероприятие',
  responsible: 'Ответственный',
  time: 'Срок',
  standing: 'Как идут дела',
  undated: 'без срока',
  day: 'до',
  weekOf: 'с',
  legend: '■ впереди · ▶ идёт · ✓ выполнено · ! просрочено · × отменено',
  months: ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
} as const;

/** Pixels: measure, responsible, time, standing, then narrow columns of time. */
export const planWidths = (columns: number): readonly number[] => [
  320,
  180,
  170,
  190,
  ...Array.from({ length: columns }, () => 58),
];
