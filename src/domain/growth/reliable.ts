// Has one person changed by more than the measurement errs?

export type Reliable = 'rise' | 'fall' | 'within' | 'unknown';

/** A change beyond so many of its errors happens by error alone once in twenty times. */
const BEYOND = 1.96;

/**
 * The reliable change index: RC = (after − before)/S_diff, S_diff = √(2·SE²); |RC| > 1.96 is more than error. N. S. Jacobson &
 * P. Truax, Clinical significance, Journal of Consulting and Clinical Psychology 59 (1991) 12–19. `error` = SE, of one measurement
 * in the scale's units. Undefined when it is 0 or less.
 */
export const changeIndex = (before: number, after: number, error: number): number | undefined =>
  error > 0 ? (after - before) / Math.sqrt(2 * error ** 2) : undefined;

/** Standard error of a measurement from the first measurement's deviation and a reliability 0 … 1: SE = s·√(1 − r). */
export const errorFrom = (deviation: number, reliability: number): number =>
  deviation * Math.sqrt(1 - Math.min(1, Math.max(0, reliability)));

/** The conclusion; `unknown` when the error of measurement cannot be reckoned. */
export function reliableChange(before: number, after: number, error: number | undefined): Reliable {
  if (error === undefined) return 'unknown';
  const index = changeIndex(before, after, error);
  // A perfectly reliable scale: every change is one.
  if (index === undefined) return after > before ? 'rise' : after < before ? 'fall' : 'within';
  return index > BEYOND ? 'rise' : index < -BEYOND ? 'fall' : 'within';
}
