// How much the same people changed between two measurements: gain, its share of what was possible, its size against their spread.
import type { Estimate } from '../indicator/effect';
import { sampleOf } from '../indicator/effect';
import { signedRank, type SignedRank } from './wilcoxon';

export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Effect sizes and tests of fewer people would be chance, and look like knowledge. */
export const MIN_MATCHED = 5;

/** The top of the scale of levels. */
const TOP = 4;
/** Two-sided 95 %: the 0.975 quantile of the standard normal distribution. */
const Z = 1.959963984540054;

export interface PairedChange {
  /** Matched people. */
  readonly n: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** Mean of after − before. */
  readonly gain: number;
  /** 0 … 1. */
  readonly risen: number;
  readonly fallen: number;
  /** Hake's normalised gain of the means (class average); undefined when everybody was at the top before. */
  readonly hakeOfMeans: number | undefined;
  /** Mean of the people's own normalised gains; those at the top before have none. */
  readonly hakeOfPeople: number | undefined;
  /** Undefined below `MIN_MATCHED` people, and where nobody differs from anybody. */
  readonly effect: Estimate | undefined;
  /** Undefined below `MIN_MATCHED` people. */
  readonly test: SignedRank | undefined;
}

/**
 * Everything said about one set of matched people; undefined of nobody.
 *
 * Normalised gain: R. R. Hake, Interactive-engagement versus traditional methods, American Journal of Physics 66 (1998) 64–74:
 * ⟨g⟩ = (⟨after⟩ − ⟨before⟩)/(4 − ⟨before⟩); and, besides, the average of each person's own g.
 */
export function pairedChange(pairs: readonly Pair[]): PairedChange | undefined {
  if (pairs.length === 0) return undefined;
  const differences = pairs.map(({ before, after }) => after - before);
  const meanBefore = mean(pairs.map(({ before }) => before));
  const meanAfter = mean(pairs.map(({ after }) => after));
  const own = pairs.flatMap(({ before, after }) => (before < TOP ? [(after - before) / (TOP - before)] : []));
  const enough = pairs.length >= MIN_MATCHED;
  return {
    n: pairs.length,
    meanBefore,
    meanAfter,
    gain: mean(differences),
    risen: differences.filter((difference) => difference > 0).length / pairs.length,
    fallen: differences.filter((difference) => difference < 0).length / pairs.length,
    hakeOfMeans: meanBefore < TOP ? (meanAfter - meanBefore) / (TOP - meanBefore) : undefined,
    hakeOfPeople: own.length === 0 ? undefined : mean(own),
    effect: enough ? pairedEffect(pairs) : undefined,
    test: enough ? signedRank(differences) : undefined,
  };
}

/**
 * Cohen's d of paired measurements, after minus before. The denominator is the root of the mean of the two variances, so the unit is
 * the spread of people (and the same as between independent groups), not that of their differences. Interval 95 %: D. G. Bonett,
 * Confidence intervals for standardized linear contrasts of means, Psychological Methods 13 (2008) 99–109:
 * V = d²(s₁⁴ + s₂⁴ + 2r²s₁²s₂²)/(8(n − 1)s⁴) + (s₁² + s₂² − 2rs₁s₂)/((n − 1)s²), d ± 1.96·√V. Undefined without any spread.
 */
export function pairedEffect(pairs: readonly Pair[]): Estimate | undefined {
  const first = sampleOf(pairs.map(({ before }) => before));
  const second = sampleOf(pairs.map(({ after }) => after));
  const covariance = mean(pairs.map(({ before, after }) => (before - first.mean) * (after - second.mean)));
  return effectOf(first, second, (covariance * pairs.length) / (pairs.length - 1));
}

interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** The same from means, deviations (n − 1) and the covariance (n − 1). */
export function effectOf(first: Moments, second: Moments, covariance: number): Estimate | undefined {
  const [v1, v2] = [first.sd ** 2, second.sd ** 2];
  const square = (v1 + v2) / 2;
  if (first.n < 2 || square < 1e-12) return undefined;
  const freedom = first.n - 1;
  const value = (second.mean - first.mean) / Math.sqrt(square);
  const variance =
    (value ** 2 * (v1 ** 2 + v2 ** 2 + 2 * covariance ** 2)) / (8 * freedom * square ** 2) +
    Math.max(0, v1 + v2 - 2 * covariance) / (freedom * square);
  const half = Z * Math.sqrt(variance);
  return { value, low: value - half, high: value + half };
}

/**
 * Probabilities of several tests made at once, each raised so that one false alarm among them all stays as rare as in a single test:
 * S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979) 65–70.
 */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 0;
  order.forEach(({ p, at }, index) => {
    least = Math.max(least, Math.min(1, p * (ps.length - index)));
    adjusted[at] = least;
  });
  return adjusted;
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
