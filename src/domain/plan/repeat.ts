// Measures that happen again and again: how often, and in which stretches of days each time falls.
import { addDays, dayNumber, dateOfDay, isoWeekday } from '../local-time';
import { clipped, dayOf, merged, monthLength, months, type Period, quarter, schoolYearOf, term } from './period';

/** How often a measure happens; `dates`: in the stretches that the plan names one by one. */
export type Repeat =
  | 'weekly'
  | 'twiceMonthly'
  | 'monthly'
  | 'quarterly'
  | 'termly'
  | 'fourYearly'
  | 'threeYearly'
  | 'twiceYearly'
  | 'yearly'
  | 'dates';

const TIMES_A_YEAR: Partial<Record<Repeat, number>> = { fourYearly: 4, threeYearly: 3, twiceYearly: 2, yearly: 1 };

/**
 * The stretches in each of which the measure is to happen once, in order and without overlap.
 * Weeks are calendar weeks, months and quarters those of the calendar, terms those of the school (none in summer). «n times a year»
 * cuts the measure's time into years from its first day, and each into n parts of whole months; a time shorter than a year counts
 * as a year.
 * @param times the named stretches of `dates`
 */
export function occurrences(repeat: Repeat | '', whole: Period, times: readonly Period[] = []): readonly Period[] {
  const inside = (all: readonly Period[]): readonly Period[] => all.flatMap((one) => clipped(one, whole) ?? []);
  switch (repeat) {
    case '':
      return [whole];
    case 'dates':
      return times.length === 0 ? [whole] : merged(times);
    case 'weekly':
      return inside(weeks(whole));
    case 'twiceMonthly':
      return inside(
        monthsOf(whole).flatMap(([year, month]) => [
          { from: dayOf(year, month, 1), to: dayOf(year, month, 15) },
          { from: dayOf(year, month, 16), to: dayOf(year, month, monthLength(year, month)) },
        ]),
      );
    case 'monthly':
      return inside(monthsOf(whole).map(([year, month]) => months(year, month)));
    case 'quarterly':
      return inside(
        yearsFrom(Number(whole.from.slice(0, 4)), Number(whole.to.slice(0, 4))).flatMap((year) =>
          [1, 2, 3, 4].map((number) => quarter(year, number)),
        ),
      );
    case 'termly':
      return inside(
        yearsFrom(schoolYearOf(whole.from), schoolYearOf(whole.to)).flatMap((year) =>
          [1, 2, 3, 4].map((number) => term(year, number)),
        ),
      );
    default:
      return partsOfYears(whole, TIMES_A_YEAR[repeat] ?? 1);
  }
}

function weeks({ from, to }: Period): readonly Period[] {
  const all: Period[] = [];
  for (let monday = addDays(from, 1 - isoWeekday(from)); monday <= to; monday = addDays(monday, 7))
    all.push({ from: monday, to: addDays(monday, 6) });
  return all;
}

/** Year and month of every month that the stretch touches. */
function monthsOf({ from, to }: Period): readonly (readonly [number, number])[] {
  const number = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return Array.from({ length: number(to) - number(from) + 1 }, (_unused, index) => {
    const at = number(from) + index;
    return [Math.floor(at / 12), (at % 12) + 1] as const;
  });
}

const yearsFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_unused, index) => first + index);

function partsOfYears(whole: Period, times: number): readonly Period[] {
  const all = monthsOf(whole);
  const parts: Period[] = [];
  for (let start = 0; start < all.length; start += 12) {
    const year = all.slice(start, start + 12);
    // A last year that is not whole is cut where a whole one would be, unless it is the only one.
    const counted = start === 0 ? year.length : 12;
    for (let part = 0; part < times; part++) {
      const first = year[Math.floor((part * counted) / times)];
      const last = year[Math.min(Math.floor(((part + 1) * counted) / times), year.length) - 1];
      if (first === undefined || last === undefined) continue;
      const period = { from: months(...first).from, to: months(...last).to };
      const kept = period.from <= period.to ? clipped(period, whole) : undefined;
      if (kept !== undefined) parts.push(kept);
    }
  }
  return all.length < times ? byDays(whole, times) : parts;
}

/** Fewer months than times: cut by days, as far as there are days. */
function byDays({ from, to }: Period, times: number): readonly Period[] {
  const [first, days] = [dayNumber(from), dayNumber(to) - dayNumber(from) + 1];
  const count = Math.min(times, days);
  return Array.from({ length: count }, (_unused, part) => ({
    from: dateOfDay(first + Math.floor((part * days) / count)),
    to: dateOfDay(first + Math.floor(((part + 1) * days) / count) - 1),
  }));
}
