// The verdict on the model of mobile groups: numbers against the school's thresholds, and one plain conclusion.

/** What the model is judged by, in the order people are shown it. */
export const CRITERIA = ['coverage', 'attendance', 'consultees', 'consultants', 'closed', 'hours'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** `good` or better is good, worse than `bad` is bad; where `good` is the smaller of the two, less is better. */
export interface Threshold {
  readonly good: number;
  readonly bad: number;
}

export type Grade = 'good' | 'middle' | 'bad' | 'unknown';
export type Conclusion = 'keep' | 'change' | 'stop' | 'early';

export interface Rules {
  readonly thresholds: Readonly<Record<Criterion, Threshold>>;
  /** So many bad criteria stop the model. */
  readonly stopFrom: number;
}

/** Fewer known criteria allow no conclusion. */
export const MIN_KNOWN = 3;

export function gradeOf(value: number | undefined, { good, bad }: Threshold): Grade {
  if (value === undefined) return 'unknown';
  const sign = good >= bad ? 1 : -1;
  if (sign * value >= sign * good) return 'good';
  return sign * value < sign * bad ? 'bad' : 'middle';
}

/**
 * `stop` from so many bad criteria on; `keep` when none is bad and at least half of the known ones are good; else `change`. Too few
 * known: `early`, unless enough are bad already.
 */
export function concludeOn(grades: readonly Grade[], stopFrom: number): Conclusion {
  const count = (grade: Grade): number => grades.filter((one) => one === grade).length;
  const known = grades.length - count('unknown');
  if (count('bad') >= stopFrom) return 'stop';
  if (known < MIN_KNOWN) return 'early';
  return count('bad') === 0 && 2 * count('good') >= known ? 'keep' : 'change';
}
