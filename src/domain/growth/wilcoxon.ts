// Is a change between two measurements of the same people more than chance? The signed-rank test, exact where that can be reckoned.

export interface SignedRank {
  /** Pairs that differ. */
  readonly changed: number;
  /** Sum of the ranks of rises, and of falls. */
  readonly up: number;
  readonly down: number;
  /** Two-sided, 0 … 1. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/** Up to so many pairs that differ the distribution is reckoned whole: its 2⁵⁰ cases are still whole numbers of double precision. */
export const MOST_EXACT = 50;

/**
 * Wilcoxon's signed-rank test of paired differences, two-sided.
 *
 * Zeros after J. W. Pratt, Remarks on zeros and ties in the Wilcoxon signed rank procedures, JASA 54 (1959) 655–667: they are
 * ranked with the others, then their ranks are left out. Equal sizes share the mean of their ranks. Given these ranks every sign is
 * a coin's toss (F. Wilcoxon, Biometrics Bulletin 1 (1945) 80–83): up to `MOST_EXACT` differing pairs the sum's distribution is
 * counted exactly, rank after rank, on doubled ranks, which are whole; so ties do no harm. Above that it is taken for normal with
 * mean Σr/2 and variance Σr²/4 (the sums know about ties and zeros) and ½ as the correction for continuity.
 * p = 1 when nobody changed.
 */
export function signedRank(differences: readonly number[]): SignedRank {
  const ranks = ranksOf(differences.map(Math.abs));
  const moved = differences.flatMap((difference, at) =>
    difference === 0 ? [] : [{ rises: difference > 0, twice: Math.round(2 * (ranks[at] ?? 0)) }],
  );
  const doubled = moved.map(({ twice }) => twice);
  const up = sum(moved.filter(({ rises }) => rises).map(({ twice }) => twice));
  const down = sum(doubled) - up;
  const exact = moved.length <= MOST_EXACT;
  const p = moved.length === 0 ? 1 : exact ? exactP(doubled, Math.min(up, down)) : normalP(doubled, up);
  return { changed: moved.length, up: up / 2, down: down / 2, p, method: exact ? 'exact' : 'normal' };
}

/** P(|W − EW| ≥ what was seen): twice the lower tail, as the distribution is symmetric. */
function exactP(doubled: readonly number[], smaller: number): number {
  let ways = [1];
  for (const rank of doubled) {
    const next = new Array<number>(ways.length + rank).fill(0);
    ways.forEach((count, total) => {
      next[total] = (next[total] ?? 0) + count;
      next[total + rank] = (next[total + rank] ?? 0) + count;
    });
    ways = next;
  }
  return Math.min(1, (2 * sum(ways.slice(0, smaller + 1))) / 2 ** doubled.length);
}

function normalP(doubled: readonly number[], up: number): number {
  const ranks = doubled.map((twice) => twice / 2);
  const distance = Math.abs(up / 2 - sum(ranks) / 2) - 0.5;
  const deviation = Math.sqrt(sum(ranks.map((rank) => rank ** 2)) / 4);
  return Math.min(1, 2 * upperTail(Math.max(0, distance) / deviation));
}

/** Ranks from 1; equal values share their mean rank. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length;) {
    let to = from;
    // Means of levels differ by binary dust where they are the same.
    while (to < order.length && (order[to]?.value ?? 0) - (order[from]?.value ?? 0) < 1e-9) to += 1;
    for (const { at } of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Upper tail of the standard normal distribution, z ≥ 0. Continued fraction of Mills' ratio from z = 2 on, the series of erf below
 * it: M. Abramowitz & I. Stegun, Handbook of Mathematical Functions (1964), 26.2.11 and 26.2.14. Error below 1e-9.
 */
export function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 2) {
    let term = z;
    let total = z;
    for (let k = 1; k < 60; k++) {
      term *= (z * z) / (2 * k + 1);
      total += term;
    }
    return 0.5 - density * total;
  }
  let fraction = z;
  for (let k = 200; k >= 1; k--) fraction = z + k / fraction;
  return density / fraction;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
