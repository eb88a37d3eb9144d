// Growth of matched people: tests, effect sizes and reliable change against published examples and values made by scipy.
import fc from 'fast-check';
import { effectOf, holm, pairedChange, pairedEffect } from '../../../src/domain/growth/paired';
import { changeIndex, errorFrom, reliableChange } from '../../../src/domain/growth/reliable';
import { MOST_EXACT, signedRank, upperTail } from '../../../src/domain/growth/wilcoxon';

/** All 2ⁿ signs, one after another. */
function bruteForce(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs);
  const rank = (size: number): number =>
    (sizes.filter((other) => other < size).length + 1 + sizes.filter((other) => other <= size).length) / 2;
  const ranks = differences.filter((one) => one !== 0).map((one) => rank(Math.abs(one)));
  const middle = ranks.reduce((sum, one) => sum + one, 0) / 2;
  const seen = differences.filter((one) => one > 0).reduce((sum, one) => sum + rank(one), 0);
  let extreme = 0;
  for (let signs = 0; signs < 2 ** ranks.length; signs++) {
    const up = ranks.reduce((sum, one, at) => sum + ((signs >> at) & 1) * one, 0);
    if (Math.abs(up - middle) >= Math.abs(seen - middle) - 1e-9) extreme += 1;
  }
  return extreme / 2 ** ranks.length;
}

describe('the signed-rank test', () => {
  // scipy 1.17.1: wilcoxon(d, zero_method='pratt', method=PermutationMethod(n_resamples=inf)); the last one, without ties or zeros,
  // method='exact'.
  it.each([
    [[1, 2, 3, 4, 5], 0.0625],
    [[1, 1, 1, -1, 2], 0.3125],
    [[0, 0, 1, 1, 1, 2, -1], 0.3125],
    [[2, 1, 0, 0, -1, 1, 3, 0, 1], 0.15625],
    [[1, 1, 1, 1, 1, 1], 0.03125],
    [[0, 0, 0, 1, -1], 1],
    [[3, -1, 2, 2, -2, 1, 0, 1, 1, -3], 0.53515625],
    [[1, 1, 2, 2, 1, 0, 1, -1, 1, 2, 0, 1], 0.015625],
    [[0.5, 1.5, -2.5, 3.5, 4.5, -5.5, 6.5, 7.5, 8.5, -9.5, 10.5, 11.5, 12.5, 13.5, -14.5], 0.15142822265625],
  ])('is exact with ties and zeros: %j → %d', (differences, p) => {
    expect(signedRank(differences)).toMatchObject({ method: 'exact', p: expect.closeTo(p, 12) as number });
  });

  // scipy 1.17.1: wilcoxon(d, zero_method='pratt', correction=True, method='approx').
  it.each([
    [
      [
        -2, -2, 2, 0, 1, 1, 2, -2, 0, -2, 0, 3, 1, -2, 1, -2, 2, 3, 3, 1, 3, 0, -2, 1, 0, 1, 3, -1, 3, -2, 0, 2, -1, 2,
        0, 1, 3, 2, 3, 1, 3, 3, -2, -1, -1, 1, 2, 0, 3, 0, 3, 1, 2, -1, 1, 2, 3, 3, 3, -2, 2, 0, 2, -1, -2, -2, 3, 3,
        -1, 0,
      ],
      0.0009634752542478417,
    ],
    [
      [
        -1, -2, 3, 2, -2, -1, 1, 3, 3, -1, 1, -2, -1, -1, 0, 0, 2, 0, 0, 3, 1, 2, 2, 0, 3, -2, -1, -2, -2, 3, -2, 0, 2,
        2, 3, -2, 0, -2, -1, 3, -2, 1, -2, -1, 3, -1, -1, -2, 2, -1, 0, -2, -2, 3, -2, 0, 0, -2, 1, 2, 3, -1, 3, -2, -2,
        1, 3, 3, 2, -2, 0, 2, 1, -1, 2, -2, 2, -2, 0, -1, 3, 2, 1, 0, -1, 3, 3, -1, -1, -1,
      ],
      0.1685990610512168,
    ],
  ])('is taken for normal, corrected for ties and continuity, when more than fifty pairs differ', (differences, p) => {
    const test = signedRank(differences);
    expect(test).toMatchObject({ method: 'normal', p: expect.closeTo(p, 9) as number });
    expect(test.changed).toBeGreaterThan(MOST_EXACT);
  });

  it('counts what an enumeration of all signs counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 10 }), (differences) => {
        expect(signedRank(differences).p).toBeCloseTo(Math.min(1, bruteForce(differences)), 10);
      }),
    );
  });

  it('gives the same p when the cycles change places, and swaps the sums', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 80 }), (differences) => {
        const [there, back] = [signedRank(differences), signedRank(differences.map((one) => -one))];
        expect([back.p, back.up, back.down]).toEqual([there.p, there.down, there.up]);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says nothing when nobody has changed', () => {
    expect(signedRank([0, 0, 0, 0, 0, 0])).toMatchObject({ changed: 0, p: 1 });
  });

  // scipy 1.17.1: norm.sf.
  it.each([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145707],
    [1.96, 0.024997895148220435],
    [2, 0.022750131948179195],
    [3, 0.0013498980316300933],
    [5, 2.866515718791933e-7],
    [8, 6.22096057427174e-16],
  ])('knows the normal tail: %d', (z, p) => {
    expect(upperTail(z) / p).toBeCloseTo(1, 9);
  });
});

describe('the effect of paired measurements', () => {
  it('gives the worked example of Bonett’s statpsych, ci.stdmean.ps(.05, 110.4, 102.1, 15.3, 14.6, .75, 25)', () => {
    const first = { n: 25, mean: 102.1, sd: 14.6 };
    const effect = effectOf(first, { n: 25, mean: 110.4, sd: 15.3 }, 0.75 * 15.3 * 14.6);
    expect(effect?.value).toBeCloseTo(0.5550319, 6);
    expect([effect?.low, effect?.high]).toEqual([
      expect.closeTo(0.2394905, 6) as number,
      expect.closeTo(0.8705732, 6) as number,
    ]);
  });

  it('turns its sign, with its interval, when the cycles change places', () => {
    const level = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(fc.record({ before: level, after: level }), { minLength: 5, maxLength: 40 }), (pairs) => {
        const there = pairedChange(pairs);
        const back = pairedChange(pairs.map(({ before, after }) => ({ before: after, after: before })));
        expect(back?.gain).toBeCloseTo(-(there?.gain ?? NaN), 9);
        expect([back?.risen, back?.fallen]).toEqual([there?.fallen, there?.risen]);
        expect(back?.test?.p).toBe(there?.test?.p);
        fc.pre(there?.effect !== undefined);
        expect(back?.effect?.value).toBeCloseTo(-(there?.effect?.value ?? NaN), 9);
        expect(back?.effect?.low).toBeCloseTo(-(there?.effect?.high ?? NaN), 9);
      }),
    );
  });

  it('has no unit where nobody differs, and none of it is told of fewer than five people', () => {
    expect(pairedEffect(Array.from({ length: 6 }, () => ({ before: 2, after: 3 })))).toBeUndefined();
    const four = pairedChange(Array.from({ length: 4 }, (_, at) => ({ before: at, after: at })));
    expect(four).toMatchObject({ n: 4, effect: undefined, test: undefined });
    expect(pairedChange([])).toBeUndefined();
  });
});

describe('Hake’s gain', () => {
  it('of the means and of the people are two things', () => {
    // People 0 → 2 (½ of what was possible) and 3 → 4 (all of it): ¾ on the average; the means 1.5 → 3 are 1.5 of 2.5.
    const pairs = [
      { before: 0, after: 2 },
      { before: 3, after: 4 },
    ];
    expect(pairedChange(pairs)).toMatchObject({ gain: 1.5, risen: 1, hakeOfMeans: 0.6, hakeOfPeople: 0.75 });
  });

  it('does not know those who were at the top before', () => {
    expect(pairedChange([{ before: 4, after: 3 }])).toMatchObject({ hakeOfMeans: undefined, hakeOfPeople: undefined });
    const mixed = pairedChange([
      { before: 4, after: 4 },
      { before: 2, after: 3 },
    ]);
    expect(mixed).toMatchObject({ hakeOfPeople: 0.5, hakeOfMeans: 0.5 });
  });
});

describe('the reliable change', () => {
  it('is that of Jacobson and Truax (1991): s = 7.5, r = 0.80, 32.5 → 47.5', () => {
    const error = errorFrom(7.5, 0.8);
    expect(error).toBeCloseTo(3.35, 2);
    expect(changeIndex(32.5, 47.5, error)).toBeCloseTo(3.16, 2);
    expect(reliableChange(32.5, 47.5, error)).toBe('rise');
    expect(reliableChange(47.5, 32.5, error)).toBe('fall');
    expect(reliableChange(32.5, 41.5, error)).toBe('within');
  });

  it('is not told without an error of measurement, and every change counts where there is none', () => {
    expect(reliableChange(1, 4, undefined)).toBe('unknown');
    expect(reliableChange(1, 2, 0)).toBe('rise');
    expect(reliableChange(2, 2, 0)).toBe('within');
  });
});

describe('several tests at once', () => {
  it('are corrected as Holm did: 0.01, 0.04, 0.03, 0.005 of four', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(9)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('never become surer, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const adjusted = holm(ps);
        ps.forEach((p, at) => {
          expect(adjusted[at]).toBeGreaterThanOrEqual(p);
          ps.forEach((other, there) => {
            if (p < other) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[there] ?? 1);
          });
        });
      }),
    );
  });
});
