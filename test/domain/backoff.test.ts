// Waits between attempts.
import fc from 'fast-check';
import { backoffMs } from '../../src/domain/backoff';

it.each([
  [1, 0, 500],
  [1, 0.5, 750],
  [2, 0, 1000],
  [3, 0.5, 3000],
  [5, 0, 8000],
  [6, 0, 8000],
  [40, 0.5, 12_000],
])('after failure %i with chance %d it waits %i ms', (failures, chance, ms) => {
  expect(backoffMs(failures, chance)).toBe(ms);
});

it('is never shorter than half a second nor longer than sixteen, and never shrinks with more failures', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, chance) => {
        const wait = backoffMs(failures, chance);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(16_000);
        expect(backoffMs(failures + 1, chance)).toBeGreaterThanOrEqual(wait);
      },
    ),
  );
});
