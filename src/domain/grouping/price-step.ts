// In which steps costs go, so that a bound says more than it seems to.
import type { GroupingProblem } from './problem';

/** Numerical room below a step. */
const ROOM = 1e-3;

/** The greatest number that all prices are whole multiples of, where they are whole and one at least is above 0; else undefined. */
export function commonMeasure(prices: readonly number[]): number | undefined {
  if (prices.some((value) => !Number.isInteger(value))) return undefined;
  const divisor = (a: number, b: number): number => (b ? divisor(b, a % b) : a);
  return prices.reduce(divisor, 0) || undefined;
}

/** The common measure of all that a solution can cost. */
export function costStep({ params: { w, price }, wishes = [] }: GroupingProblem): number | undefined {
  const { uncovered, ...others } = price;
  return commonMeasure([
    ...w.map((weight) => uncovered * weight),
    ...Object.values(others as Record<string, number>),
    ...wishes.map((wish) => wish.price),
  ]);
}

/** The least cost that is not below `bound`, where costs are multiples of `step`. */
export function raisedTo(step: number, bound: number): number {
  return step * Math.ceil(bound / step - ROOM);
}
