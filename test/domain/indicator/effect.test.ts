// Effect sizes and intervals against published worked examples.
import fc from 'fast-check';
import { combined, hedgesG, sampleOf, shareDifference, wilson } from '../../../src/domain/indicator/effect';

describe('Hedges’ g', () => {
  it('gives the worked example of Borenstein et al. (2009), chapter 4', () => {
    // Means 103 and 100, deviations 5.5 and 4.5, fifty people each: d = 0.5970, g = 0.5924, V = 0.0411.
    const effect = hedgesG({ n: 50, mean: 100, sd: 4.5 }, { n: 50, mean: 103, sd: 5.5 });
    expect(effect?.value).toBeCloseTo(0.5924, 4);
    expect(effect?.variance).toBeCloseTo(0.0411, 4);
    expect([effect?.low, effect?.high]).toEqual([
      expect.closeTo(0.195, 3) as number,
      expect.closeTo(0.99, 3) as number,
    ]);
  });

  it('turns its sign when the groups change places, and does not care for the unit', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: 2, max: 9 }), (first, second, unit) => {
        const [a, b] = [sampleOf(first), sampleOf(second)];
        const effect = hedgesG(a, b);
        fc.pre(effect !== undefined);
        expect(hedgesG(b, a)?.value).toBeCloseTo(-(effect?.value ?? 0), 9);
        const scaled = hedgesG(sampleOf(first.map((x) => x * unit)), sampleOf(second.map((x) => x * unit)));
        expect(scaled?.value).toBeCloseTo(effect?.value ?? 0, 9);
        expect((effect?.low ?? 0) < (effect?.value ?? 0) && (effect?.value ?? 0) < (effect?.high ?? 0)).toBe(true);
      }),
    );
  });

  it('has no unit where nobody differs, or where there is one person', () => {
    expect(hedgesG({ n: 5, mean: 3, sd: 0 }, { n: 5, mean: 4, sd: 0 })).toBeUndefined();
    expect(hedgesG({ n: 1, mean: 3, sd: 0 }, { n: 5, mean: 4, sd: 1 })).toBeUndefined();
  });

  it('of several classes is weighted by its precision: two alike are as one, but surer', () => {
    const one = { value: 0.5, variance: 0.04, low: 0, high: 0 };
    expect(combined([one, one])).toMatchObject({ value: 0.5, variance: 0.02 });
    // Weights 25 and 5: (0.5·25 + 0.2·5)/30 = 0.45.
    expect(combined([one, { value: 0.2, variance: 0.2, low: 0, high: 0 }])?.value).toBeCloseTo(0.45, 9);
    expect(combined([])).toBeUndefined();
  });
});

describe('shares', () => {
  it('Wilson’s interval is that of Newcombe (1998a): 81 of 263, 15 of 148, 0 of 20, 1 of 29', () => {
    const shown = (count: number, n: number): number[] => [wilson(count, n).low, wilson(count, n).high];
    expect(shown(81, 263)).toEqual([expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4)]);
    expect(shown(15, 148)).toEqual([expect.closeTo(0.0624, 4), expect.closeTo(0.1605, 4)]);
    expect(shown(0, 20)).toEqual([0, expect.closeTo(0.1611, 4)]);
    expect(shown(1, 29)).toEqual([expect.closeTo(0.0061, 4), expect.closeTo(0.1718, 4)]);
  });

  it('the interval of a difference is that of Newcombe (1998b), table II, method 10', () => {
    const shown = (a: [number, number], b: [number, number]): number[] => {
      const { low, high } = shareDifference(b, a);
      return [low, high];
    };
    expect(shown([56, 70], [48, 80])).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
    expect(shown([9, 10], [3, 10])).toEqual([expect.closeTo(0.1705, 4), expect.closeTo(0.809, 4)]);
    expect(shown([6, 7], [2, 7])).toEqual([expect.closeTo(0.0582, 4), expect.closeTo(0.8062, 4)]);
    expect(shown([5, 56], [0, 29])).toEqual([expect.closeTo(-0.0381, 4), expect.closeTo(0.1926, 4)]);
  });

  it('a difference lies in its interval, and the interval within −1 … 1', () => {
    const share = fc
      .integer({ min: 1, max: 60 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(share, share, (first, second) => {
        const { value, low, high } = shareDifference(first, second);
        expect(low <= value + 1e-12 && value <= high + 1e-12).toBe(true);
        expect(low >= -1 - 1e-9 && high <= 1 + 1e-9).toBe(true);
      }),
    );
  });
});

it('a sample’s deviation has n − 1 below it', () => {
  expect(sampleOf([2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({ n: 8, mean: 5, sd: expect.closeTo(2.13809, 5) as number });
});
