// The assignment is the true optimum: compared with every assignment there is.
import fc from 'fast-check';
import { assign } from '../../../../src/domain/grouping/pairs/assignment';

/** The greatest total of all assignments, by trying them all. */
function best(weights: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number {
  const line = weights[row];
  if (line === undefined) return 0;
  return Math.max(
    best(weights, row + 1, taken),
    ...line.flatMap((weight, column) =>
      weight > 0 && !taken.includes(column) ? [weight + best(weights, row + 1, [...taken, column])] : [],
    ),
  );
}

const matrices = (most: number, weight: fc.Arbitrary<number>): fc.Arbitrary<number[][]> =>
  fc
    .record({ rows: fc.integer({ min: 0, max: most }), columns: fc.integer({ min: 1, max: most }) })
    .chain(({ rows, columns }) =>
      fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );

const solved = (weights: readonly (readonly number[])[]): readonly number[] =>
  assign(weights.length, weights[0]?.length ?? 0, (row, column) => weights[row]?.[column] ?? 0);
const total = (weights: readonly (readonly number[])[], columns: readonly number[]): number =>
  columns.reduce((sum, column, row) => sum + (weights[row]?.[column] ?? 0), 0);

describe('the assignment', () => {
  it.each([
    ['small weights, many ties and gaps', fc.nat(4)],
    // As pairs use them: three orders of importance in one number.
    ['weights of very different size', fc.constantFrom(0, 1, 2, 1_000_001, 1_000_000_000_007, 3_000_000_000_000)],
  ])('has the greatest total there is, with %s', (_what, weight) => {
    fc.assert(
      fc.property(matrices(6, weight), (weights) => {
        expect(total(weights, solved(weights))).toBe(best(weights));
      }),
      { numRuns: 400 },
    );
  });

  it('gives a column to one row only, and never a pair of weight 0', () => {
    fc.assert(
      fc.property(matrices(12, fc.nat(3)), (weights) => {
        const columns = solved(weights).filter((column) => column >= 0);
        expect(new Set(columns).size).toBe(columns.length);
        solved(weights).forEach((column, row) => {
          if (column >= 0) expect(weights[row]?.[column]).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('of three hundred by three hundred is found', () => {
    const weight = (row: number, column: number): number => ((row * 7919 + column * 104_729) % 1000) + 1;
    const columns = assign(300, 300, weight);
    expect(new Set(columns).size).toBe(300);
    // Every row could have 1000 at most.
    expect(columns.reduce((sum, column, row) => sum + weight(row, column), 0)).toBeGreaterThan(0.98 * 300_000);
  });
});
