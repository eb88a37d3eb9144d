// The plan drawn over time: a column a week or a month, a mark where a measure falls.
import { addDays, isoWeekday, type LocalDate } from '../local-time';
import { clipped, hull, lengthOf, months, type Period } from './period';
import { isDone, type TimedMeasure } from './standing';

/** What stands in a cell of the chart. */
export type Mark = '' | 'planned' | 'doing' | 'done' | 'overdue' | 'cancelled';

export interface Chart {
  readonly scale: 'week' | 'month';
  readonly columns: readonly Period[];
  /** A row a measure, in the order given. */
  readonly rows: readonly (readonly Mark[])[];
}

/** More weeks than these are drawn as months. */
const MOST_WEEKS = 60;
const MOST_MONTHS = 120;
const ORDER: readonly Mark[] = ['', 'cancelled', 'done', 'planned', 'doing', 'overdue'];

/** Of the times that share a column the one that most wants attention is shown. */
export function chartOf(measures: readonly TimedMeasure[], today: LocalDate): Chart {
  const whole = hull(measures.flatMap(({ windows }) => windows));
  if (whole === undefined) return { scale: 'week', columns: [], rows: measures.map(() => []) };
  const scale = lengthOf(whole) <= MOST_WEEKS * 7 ? 'week' : 'month';
  const columns = scale === 'week' ? weeksOf(whole) : monthsOf(whole).slice(0, MOST_MONTHS);
  const rows = measures.map((measure) =>
    columns.map((column) =>
      measure.windows
        .filter((window) => clipped(window, column) !== undefined)
        .map((window) => markOf(measure, window, today))
        .reduce<Mark>((worst, mark) => (ORDER.indexOf(mark) > ORDER.indexOf(worst) ? mark : worst), ''),
    ),
  );
  return { scale, columns, rows };
}

function markOf(measure: TimedMeasure, window: Period, today: LocalDate): Mark {
  if (measure.state === 'cancelled') return 'cancelled';
  if (isDone(measure, window)) return 'done';
  if (window.to < today) return 'overdue';
  return measure.state === 'doing' || window.from <= today ? 'doing' : 'planned';
}

function weeksOf({ from, to }: Period): readonly Period[] {
  const weeks: Period[] = [];
  for (let monday = addDays(from, 1 - isoWeekday(from)); monday <= to; monday = addDays(monday, 7))
    weeks.push({ from: monday, to: addDays(monday, 6) });
  return weeks;
}

function monthsOf({ from, to }: Period): readonly Period[] {
  const all: Period[] = [];
  let month = months(Number(from.slice(0, 4)), Number(from.slice(5, 7)));
  while (month.from <= to) {
    all.push(month);
    const next = addDays(month.to, 1);
    month = months(Number(next.slice(0, 4)), Number(next.slice(5, 7)));
  }
  return all;
}
