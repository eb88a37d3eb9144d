// How far the self-assessment of an area can be trusted: Cronbach's alpha and the standard error of measurement.
import type { Competency } from '../framework/framework';
import type { LevelRecord } from './level';
import { latestLevels, pairKey } from './level';

/** Fewer items make no scale whose consistency could be estimated. */
export const MIN_ITEMS = 3;
/** Fewer complete rows make alpha a matter of chance. */
export const MIN_ROWS = 10;

export type NoReliability = 'few-items' | 'few-rows' | 'no-variance';

export interface AreaReliability {
  readonly area: string;
  /** Active competencies of the area, k. */
  readonly items: number;
  /** Teachers who assessed themselves in all of them, n. */
  readonly rows: number;
  /** −∞ … 1 as computed; undefined when it cannot be (`why`). */
  readonly alpha: number | undefined;
  /** Alpha came out negative (items that contradict one another): the error is reckoned with alpha = 0. */
  readonly negative: boolean;
  /** Standard error of measurement of the area's sum, in levels. */
  readonly sumError: number | undefined;
  /** The same for one item on the average, in levels. */
  readonly itemError: number | undefined;
  readonly why?: NoReliability;
}

/**
 * Reliability of every area of the framework from the latest self-assessments.
 *
 * α = k/(k−1) · (1 − Σσᵢ² / σ_X²): L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16
 * (1951) 297–334. Standard error of the sum = s_X·√(1−α): classical test theory, F. M. Lord & M. R. Novick, Statistical Theories
 * of Mental Test Scores (1968), ch. 3. One item's average error = that / √k: the errors of the k items are independent there, so
 * their variances add up to the sum's. Variances are sample variances (n − 1); rows with a missing item are left out.
 */
export function reliabilityByArea(
  competencies: readonly Competency[],
  levels: readonly LevelRecord[],
): readonly AreaReliability[] {
  const self = latestLevels(levels.filter(({ source }) => source === 'self'));
  const teachers = [...new Set(levels.map(({ teacher }) => teacher))];
  const areas = new Map<string, string[]>();
  for (const { area, id, active } of competencies) {
    if (active) areas.set(area, [...(areas.get(area) ?? []), id]);
  }
  return [...areas].map(([area, ids]) => {
    const rows: number[][] = [];
    for (const teacher of teachers) {
      const row = ids.map((competency) => self.get(pairKey({ teacher, competency }))?.self?.level);
      const complete = row.filter((level) => level !== undefined);
      if (complete.length === ids.length) rows.push(complete);
    }
    return { area, ...reliabilityOf(rows, ids.length) };
  });
}

/** Reliability of one scale. `rows`: a complete set of answers each, `items` numbers long. */
export function reliabilityOf(rows: readonly (readonly number[])[], items: number): Omit<AreaReliability, 'area'> {
  const without = (why: NoReliability): Omit<AreaReliability, 'area'> => ({
    items,
    rows: rows.length,
    alpha: undefined,
    negative: false,
    sumError: undefined,
    itemError: undefined,
    why,
  });
  if (items < MIN_ITEMS) return without('few-items');
  if (rows.length < MIN_ROWS) return without('few-rows');
  const sumVariance = variance(rows.map((row) => row.reduce((sum, level) => sum + level, 0)));
  if (sumVariance === 0) return without('no-variance');
  let itemVariances = 0;
  for (let item = 0; item < items; item++) itemVariances += variance(rows.map((row) => row[item] ?? 0));
  const alpha = (items / (items - 1)) * (1 - itemVariances / sumVariance);
  // Rounding may carry a perfect alpha a hair above 1.
  const sumError = Math.sqrt(sumVariance * (1 - Math.min(1, Math.max(0, alpha))));
  return {
    items,
    rows: rows.length,
    alpha,
    negative: alpha < 0,
    sumError,
    itemError: sumError / Math.sqrt(items),
  };
}

/** Sample variance, n − 1 in the denominator. */
function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
