// How the answers came in: new ones by day, and all so far.
import type { LocalDate, LocalDateTime } from '../local-time';

export interface AnswerDay {
  readonly date: LocalDate;
  readonly came: number;
  /** On this day and before it. */
  readonly total: number;
}

/** A row for every day on which answers came, oldest first. Times that say no day are left out. */
export function answerDays(times: readonly LocalDateTime[]): readonly AnswerDay[] {
  const byDay = new Map<LocalDate, number>();
  for (const time of times) {
    const date = time.slice(0, 10);
    if (date !== '') byDay.set(date, (byDay.get(date) ?? 0) + 1);
  }
  let total = 0;
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, came]) => ({ date, came, total: (total += came) }));
}
