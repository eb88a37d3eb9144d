// How long to wait before something that failed is tried again.

const FIRST_MS = 1000;
const LONGEST_MS = 16_000;

/**
 * Truncated exponential backoff with jitter: half of the wait is fixed, half is chance, so that those who failed together do not
 * come again together. https://cloud.google.com/storage/docs/retry-strategy#exponential-backoff
 * @param failures how often it has failed so far (from 1)
 * @param chance a number in [0, 1)
 * @returns whole milliseconds
 */
export function backoffMs(failures: number, chance: number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.round((most / 2) * (1 + chance));
}
