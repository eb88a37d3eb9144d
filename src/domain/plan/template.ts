// A programme's own plan: its time counted in weeks from the day the programme starts.
import { addDays, isoWeekday, type LocalDate } from '../local-time';
import type { Period } from './period';
import type { Repeat } from './repeat';

/** A measure of a programme template. Weeks are counted from 1, the week of the programme's first day. */
export interface MeasureTemplate {
  readonly number: string;
  readonly title: string;
  readonly weeks: readonly [first: number, last: number];
  readonly repeat?: Repeat;
  /** A role, as «заместитель директора». */
  readonly responsible: string;
  readonly result: string;
  readonly audience?: string;
}

export interface PlanTemplate {
  /** How long the programme lasts. */
  readonly weeks: number;
  readonly stages: readonly { readonly title: string; readonly measures: readonly MeasureTemplate[] }[];
}

/** Working weeks as days: from the first one's Monday (the start itself in week 1) to the last one's Friday. */
export function weeksFrom(start: LocalDate, [first, last]: readonly [number, number]): Period {
  const monday = addDays(start, 1 - isoWeekday(start));
  const from = addDays(monday, 7 * (first - 1));
  const to = addDays(monday, 7 * (last - 1) + 4);
  const begins = from < start ? start : from;
  return { from: begins, to: to < begins ? begins : to };
}
