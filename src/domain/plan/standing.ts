// Where a measure stands on a day: done, under way, soon, overdue. And who hears about it.
import { dayNumber, type LocalDate } from '../local-time';
import { lengthOf, type Period } from './period';

/** A measure with its time laid out. */
export interface TimedMeasure {
  /** Stretches in each of which it is to happen once; none when its time is not known. */
  readonly windows: readonly Period[];
  readonly state: 'planned' | 'doing' | 'done' | 'cancelled';
  /** Days on which it was done. */
  readonly doneOn: readonly LocalDate[];
}

export type Standing =
  | { readonly kind: 'undated' | 'done' | 'cancelled' }
  /** `missed` times of `times` are over and not done; `since` is the last day of the first of them. */
  | {
      readonly kind: 'overdue';
      readonly since: LocalDate;
      readonly days: number;
      readonly missed: number;
      readonly times: number;
    }
  /** Its time has begun and ends on `due`. */
  | { readonly kind: 'now'; readonly due: LocalDate; readonly days: number }
  | { readonly kind: 'ahead'; readonly from: LocalDate; readonly due: LocalDate; readonly days: number };

/** Is this time done? A measure of one time is when anything says so; of several, when a day of doing lies in this one's stretch. */
export function isDone({ windows, state, doneOn }: TimedMeasure, window: Period): boolean {
  if (state === 'done') return true;
  return windows.length === 1 ? doneOn.length > 0 : doneOn.some((day) => day >= window.from && day <= window.to);
}

/** @param today the school's day */
export function standingOf(measure: TimedMeasure, today: LocalDate): Standing {
  const { windows, state } = measure;
  if (state === 'cancelled' || state === 'done') return { kind: state };
  if (windows.length === 0) return measure.doneOn.length > 0 ? { kind: 'done' } : { kind: 'undated' };
  const open = windows.filter((window) => !isDone(measure, window));
  const [first] = open;
  if (first === undefined) return { kind: 'done' };
  const missed = open.filter(({ to }) => to < today);
  if (missed.length > 0)
    return {
      kind: 'overdue',
      since: first.to,
      days: dayNumber(today) - dayNumber(first.to),
      missed: missed.length,
      times: windows.length,
    };
  return first.from <= today
    ? { kind: 'now', due: first.to, days: dayNumber(first.to) - dayNumber(today) }
    : { kind: 'ahead', from: first.from, due: first.to, days: dayNumber(first.from) - dayNumber(today) };
}

/** Is a letter due: overdue, or the end of its time within `days` days? One that is ahead counts by its end too. */
export function wantsReminder(measure: TimedMeasure, today: LocalDate, days: number): boolean {
  const standing = standingOf(measure, today);
  if (standing.kind === 'overdue') return true;
  return (standing.kind === 'now' || standing.kind === 'ahead') && dayNumber(standing.due) - dayNumber(today) <= days;
}

/** A stretch longer than this stands in the calendar as its last day only. */
const LONGEST_EVENT = 14;

/** What of a stretch goes into the calendar. */
export const eventDays = (window: Period): { readonly days: Period; readonly deadline: boolean } =>
  lengthOf(window) <= LONGEST_EVENT
    ? { days: window, deadline: false }
    : { days: { from: window.to, to: window.to }, deadline: true };
