// Who uses ICT in lessons regularly: so many lessons in each of the last months of term.
import type { LocalDate } from '../local-time';

/** Lessons are not given in these months (1 = January); a lesson in them is not asked for. */
const SUMMER: ReadonlySet<string> = new Set(['06', '07', '08']);

export interface GivenLesson {
  /** Staff code. */
  readonly teacher: string;
  readonly date: LocalDate;
}

export interface Regularity {
  readonly teacher: string;
  readonly lessons: number;
  /** Lessons still missing, summed over the months; 0 = regular. */
  readonly missing: number;
}

/** `2026-10` of a date. */
const monthOf = (date: LocalDate): string => date.slice(0, 7);

/**
 * The last months of term that are over, newest first: at most `most`, none before the programme's first month. June to August are
 * no term. Without a programme's start only the number limits them.
 */
export function monthsOfTerm(today: LocalDate, from: LocalDate | '', most: number): readonly string[] {
  const months: string[] = [];
  const first = from === '' ? '' : monthOf(from);
  // Three summer months at most lie between two of term.
  for (let month = monthBefore(monthOf(today)); months.length < most && month >= (first === '' ? '1900-01' : first);) {
    if (!SUMMER.has(month.slice(5))) months.push(month);
    month = monthBefore(month);
  }
  return months;
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
}

/**
 * How regularly each of the teachers gives lessons with ICT: at least `least` in every one of the months is regular. With no month
 * over yet (`months` empty) nobody can be regular, and nothing is given back.
 */
export function regularity(
  teachers: readonly string[],
  lessons: readonly GivenLesson[],
  months: readonly string[],
  least: number,
): readonly Regularity[] {
  if (months.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { teacher, date } of lessons) {
    const key = `${teacher}|${monthOf(date)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return teachers.map((teacher) => {
    const given = months.map((month) => counts.get(`${teacher}|${month}`) ?? 0);
    return {
      teacher,
      lessons: given.reduce((sum, count) => sum + count, 0),
      missing: given.reduce((sum, count) => sum + Math.max(0, least - count), 0),
    };
  });
}
