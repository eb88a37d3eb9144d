// Stretches of days, and the calendar's and the school's units as such stretches.
import { addDays, dateOfDay, dayNumber, isoWeekday, type LocalDate } from '../local-time';

/** Days from `from` to `to`, both counted. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day of a month; `month` from 1. */
export const dayOf = (year: number, month: number, day: number): LocalDate =>
  `${String(year)}-${two(month)}-${two(day)}`;

/** Days in a month, from 1 to 12. */
export function monthLength(year: number, month: number): number {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return dayNumber(next) - dayNumber(dayOf(year, month, 1));
}

/** Months from `first` to `last` of a year; a month above 12 lies in the next year. */
export function months(year: number, first: number, last = first): Period {
  const at = (month: number): readonly [number, number] => [
    year + Math.floor((month - 1) / 12),
    ((month - 1) % 12) + 1,
  ];
  const [fromYear, fromMonth] = at(first);
  const [toYear, toMonth] = at(last);
  return { from: dayOf(fromYear, fromMonth, 1), to: dayOf(toYear, toMonth, monthLength(toYear, toMonth)) };
}

export const calendarYear = (year: number): Period => months(year, 1, 12);

/** A school year is taught from the first of September to the end of May. */
export const schoolYear = (year: number): Period => months(year, 9, 17);

/** The school year in which a day lies; summer belongs to the year that has ended. */
export const schoolYearOf = (date: LocalDate): number => {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return month >= 9 ? year : year - 1;
};

/** Quarter 1 … 4 of a calendar year. */
export const quarter = (year: number, number: number): Period => months(year, number * 3 - 2, number * 3);

/** Half 1 or 2 of a calendar year. */
export const half = (year: number, number: number): Period => months(year, number * 6 - 5, number * 6);

/** Half 1 (September – December) or 2 (January – May) of a school year that begins in `year`. */
export const schoolHalf = (year: number, number: number): Period =>
  number === 1 ? months(year, 9, 12) : months(year, 13, 17);

/** Term 1 … 4 of a school year that begins in `year`, without its holidays' exact days: they differ from school to school. */
export function term(year: number, number: number): Period {
  const [first = 9, last = 10] =
    [
      [9, 10],
      [11, 12],
      [13, 15],
      [16, 17],
    ][number - 1] ?? [];
  return months(year, first, last);
}

/** A season of a year by its number: 1 spring, 2 summer, 3 autumn, 4 winter (December of `year` to February). */
export const season = (year: number, number: number): Period => months(year, number * 3, number * 3 + 2);

/**
 * Week 1 … 5 of a month, Monday to Sunday, as far as it lies in the month. A week counts to the month that holds its Thursday, that
 * is most of its days (as ISO 8601 counts the weeks of a year). `-1`, and a fifth where there are four, is the last one.
 */
export function weekOfMonth(year: number, month: number, week: number): Period {
  const whole = months(year, month);
  const thursday = addDays(whole.from, (11 - isoWeekday(whole.from)) % 7);
  const count = Math.floor((dayNumber(whole.to) - dayNumber(thursday)) / 7) + 1;
  const monday = addDays(thursday, 7 * ((week === -1 ? count : Math.min(week, count)) - 1) - 3);
  return clipped({ from: monday, to: addDays(monday, 6) }, whole) ?? whole;
}

/** Third 1, 2 or 3 of a stretch: its beginning, middle, end. Of a month these are its decades: 1–10, 11–20, 21–end. */
export function third({ from, to }: Period, number: number): Period {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const size = Math.floor((last - first + 1) / 3);
  const start = first + size * (number - 1);
  return { from: dateOfDay(start), to: number === 3 ? to : dateOfDay(start + size - 1) };
}

/** The smallest stretch that holds all; undefined of none. */
export function hull(periods: readonly Period[]): Period | undefined {
  const [first] = periods;
  return first === undefined
    ? undefined
    : periods.reduce(
        (all, { from, to }) => ({ from: from < all.from ? from : all.from, to: to > all.to ? to : all.to }),
        first,
      );
}

/** What lies in both; undefined when nothing does. */
export function clipped(period: Period, by: Period): Period | undefined {
  const from = period.from > by.from ? period.from : by.from;
  const to = period.to < by.to ? period.to : by.to;
  return from <= to ? { from, to } : undefined;
}

/** In order, with those that touch or overlap made one. */
export function merged(periods: readonly Period[]): readonly Period[] {
  const ordered = [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const all: Period[] = [];
  for (const period of ordered) {
    const last = all[all.length - 1];
    if (last !== undefined && period.from <= addDays(last.to, 1)) {
      all[all.length - 1] = { from: last.from, to: period.to > last.to ? period.to : last.to };
    } else all.push(period);
  }
  return all;
}

/** Number of days of a stretch. */
export const lengthOf = ({ from, to }: Period): number => dayNumber(to) - dayNumber(from) + 1;
