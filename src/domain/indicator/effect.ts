// How large a difference between two groups is, and how sure: standardised means, shares, and several of them together.

/** A figure with the interval that holds the true one in 95 of 100 such surveys. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %: the 0.975 quantile of the standard normal distribution. */
const Z = 1.959963984540054;

export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with n − 1. */
  readonly sd: number;
}

/** Number, mean and standard deviation (n − 1) of some values. */
export function sampleOf(values: readonly number[]): Sample {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 };
}

export interface Effect extends Estimate {
  readonly variance: number;
}

/**
 * Hedges' g of two independent groups, `second` minus `first`, in standard deviations.
 *
 * d = (M₂ − M₁)/S, S² the pooled variance; V_d = (n₁ + n₂)/(n₁n₂) + d²/(2(n₁ + n₂)); J = 1 − 3/(4(n₁ + n₂ − 2) − 1);
 * g = J·d, V_g = J²·V_d, interval g ± 1.96·√V_g. Borenstein, Hedges, Higgins, Rothstein, Introduction to Meta-Analysis
 * (2009), formulas 4.18–4.24. Undefined when the groups do not vary at all: then there is no unit.
 */
export function hedgesG(first: Sample, second: Sample): Effect | undefined {
  const [n1, n2] = [first.n, second.n];
  const freedom = n1 + n2 - 2;
  if (n1 < 2 || n2 < 2) return undefined;
  const pooled = Math.sqrt(((n1 - 1) * first.sd ** 2 + (n2 - 1) * second.sd ** 2) / freedom);
  if (pooled === 0) return undefined;
  const d = (second.mean - first.mean) / pooled;
  const varianceOfD = (n1 + n2) / (n1 * n2) + d ** 2 / (2 * (n1 + n2));
  const correction = 1 - 3 / (4 * freedom - 1);
  const value = correction * d;
  const variance = correction ** 2 * varianceOfD;
  const half = Z * Math.sqrt(variance);
  return { value, variance, low: value - half, high: value + half };
}

/**
 * Several effects as one: the mean weighted by 1/V, with variance 1/Σ(1/V) (fixed effect; Borenstein et al., formulas 11.2–11.6).
 * So classes are compared each with itself before they are put together. Undefined of none.
 */
export function combined(effects: readonly Effect[]): Effect | undefined {
  if (effects.length === 0) return undefined;
  const weight = effects.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const value = effects.reduce((sum, effect) => sum + effect.value / effect.variance, 0) / weight;
  const half = Z * Math.sqrt(1 / weight);
  return { value, variance: 1 / weight, low: value - half, high: value + half };
}

/** Wilson's interval of a share: of `n`, `count`. */
export function wilson(count: number, n: number): Estimate {
  const p = count / n;
  const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Difference of two independent shares, second minus first, with Newcombe's interval from both Wilson intervals (method 10 of
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890).
 */
export function shareDifference(
  [count1, n1]: readonly [number, number],
  [count2, n2]: readonly [number, number],
): Estimate {
  const [first, second] = [wilson(count1, n1), wilson(count2, n2)];
  const value = second.value - first.value;
  return {
    value,
    low: value - Math.sqrt((second.value - second.low) ** 2 + (first.high - first.value) ** 2),
    high: value + Math.sqrt((second.high - second.value) ** 2 + (first.value - first.low) ** 2),
  };
}
