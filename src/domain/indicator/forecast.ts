// Plan, pace and forecast of an indicator: where it should be today, and where it will be if it goes on like this.
import { dayNumber, type LocalDate } from '../local-time';

/** A fact on a day; shares are 0 … 1. */
export interface Point {
  readonly date: LocalDate;
  readonly value: number;
}

/** Where the indicator should be on a day: straight from the beginning to the target. */
export function plannedOn(day: LocalDate, from: Point, target: Point): number {
  const [start, end, today] = [dayNumber(from.date), dayNumber(target.date), dayNumber(day)];
  if (today >= end || end <= start) return target.value;
  if (today <= start) return from.value;
  return from.value + ((target.value - from.value) * (today - start)) / (end - start);
}

export interface Forecast {
  /** Expected on the target's day, 0 … 1. */
  readonly value: number;
  /** Change in a week. */
  readonly pace: number;
  /** Facts it rests on, and the days from which to which they are. */
  readonly points: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A pace of fewer days than this is chance. */
const LEAST_DAYS = 7;

/**
 * The last fact, moved on at the pace of all facts (the slope of the least-squares line through them; of two, the line itself).
 * Undefined when the facts span less than a week: there is no pace to speak of.
 * @param facts one a day, the programme's beginning among them where it is known
 */
export function forecastOf(facts: readonly Point[], due: LocalDate): Forecast | undefined {
  const ordered = [...facts].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const [first] = ordered;
  const last = ordered[ordered.length - 1];
  if (first === undefined || last === undefined) return undefined;
  if (dayNumber(last.date) - dayNumber(first.date) < LEAST_DAYS) return undefined;
  const days = ordered.map(({ date }) => dayNumber(date));
  const meanDay = days.reduce((sum, day) => sum + day, 0) / days.length;
  const meanValue = ordered.reduce((sum, { value }) => sum + value, 0) / ordered.length;
  let [over, under] = [0, 0];
  ordered.forEach(({ value }, index) => {
    const distance = (days[index] ?? 0) - meanDay;
    over += distance * (value - meanValue);
    under += distance ** 2;
  });
  const slope = over / under;
  const ahead = Math.max(0, dayNumber(due) - dayNumber(last.date));
  return {
    value: Math.min(1, Math.max(0, last.value + slope * ahead)),
    pace: slope * 7,
    points: ordered.length,
    from: first.date,
    to: last.date,
  };
}

/** How an indicator stands: reached; on its way to the target; or not going to reach it. */
export function verdictOf(
  fact: number | undefined,
  target: number,
  due: LocalDate,
  today: LocalDate,
  forecast: Forecast | undefined,
): 'noFact' | 'reached' | 'missed' | 'onTrack' | 'behind' | 'early' {
  if (fact === undefined) return 'noFact';
  if (fact >= target - 1e-9) return 'reached';
  if (due < today) return 'missed';
  if (forecast === undefined) return 'early';
  return forecast.value >= target - 1e-9 ? 'onTrack' : 'behind';
}
