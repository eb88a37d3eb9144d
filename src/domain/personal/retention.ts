// How long personal data are kept.
import type { LocalDate } from '../local-time';

/** The day before which data are too old: `months` back from today; a day the month lacks is its last one. */
export function keptSince(today: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const first = year * 12 + (month - 1) - months;
  const [y, m] = [Math.floor(first / 12), (first % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(y)}-${two(m)}-${two(Math.min(day, last))}`;
}
