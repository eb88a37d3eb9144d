// Levels of mastery: the mean against the bounds, who is left out, what is said.
import fc from 'fast-check';
import type { Level } from '../../../src/domain/framework/framework';
import { MASTERY_LEVELS, masteryLevels, masteryOf, type MasteryBounds } from '../../../src/domain/grouping/mastery';
import { row } from './people';

const BOUNDS: MasteryBounds = [3.2, 2.5, 1.5];
const of = (...levels: readonly (Level | undefined)[]): ReturnType<typeof masteryLevels> =>
  masteryLevels(
    levels.map((level, c) => row('а', `c.${String(c)}`, level)),
    ['а'],
    BOUNDS,
  );

describe('the level of mastery', () => {
  it.each([
    [3.2, 'high'],
    [3.19, 'improving'],
    [2.5, 'improving'],
    [2.49, 'forming'],
    [1.5, 'forming'],
    [1.49, 'help'],
    [0, 'help'],
  ] as const)('of a mean of %d is %s', (mean, level) => {
    expect(masteryOf(mean, BOUNDS)).toBe(level);
  });

  it('follows the mean of the known levels, rounded as it is shown', () => {
    // 4, 4, 3, 2 → 3.25; the unknown one does not count.
    expect(of(4, 4, 3, 2, undefined).levels).toMatchObject([{ teacher: 'а', level: 'high', mean: 3.25 }]);
    // 3, 3, 1 → 2.333…
    expect(of(3, 3, 1).levels).toMatchObject([{ level: 'forming', mean: 2.33 }]);
  });

  it('says by how much of the framework it is known, between which bounds, and what lies below and above', () => {
    expect(of(4, 4, 1, undefined).levels[0]?.reason).toEqual({
      code: 'mastery.reason',
      fields: { mean: 3, known: 3, all: 4, from: 2.5, below: 3.2, deficits: 1, surpluses: 2 },
    });
    expect(of(0, 1, 0).levels[0]?.reason.fields).toMatchObject({ from: 0, below: 1.5 });
    expect(of(4, 4).levels[0]?.reason.fields).toMatchObject({ from: 3.2, below: 0 });
  });

  it('gives a goal of its own, the deepest deficits first', () => {
    const { goal } = of(2, 0, 1, 1).levels[0] ?? {};
    expect(goal).toEqual({ code: 'mastery.goal.help', fields: { lacks: ['C.1', 'C.2', 'C.3'], strong: [] } });
  });

  it('is not told of somebody of whom less than half is known', () => {
    expect(of(4, undefined, undefined).left).toMatchObject([
      { teacher: 'а', message: { code: 'mastery.left.unknown', fields: { known: 1, all: 3 } } },
    ]);
    expect(of(4, undefined).levels).toHaveLength(1);
    expect(of(undefined).left).toHaveLength(1);
  });

  it('never falls when a level rises, and everybody has one or is left', () => {
    const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 12 }), fc.nat(11), (levels, at) => {
        const raised = levels.map((one, index) =>
          index === at % levels.length ? (Math.min(4, one + 1) as Level) : one,
        );
        const rank = (some: readonly Level[]): number => MASTERY_LEVELS.indexOf(of(...some).levels[0]?.level ?? 'help');
        expect(rank(raised)).toBeLessThanOrEqual(rank(levels));
      }),
    );
  });
});
