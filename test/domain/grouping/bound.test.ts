// The relaxation: steps that leave out what cannot pay are worth what full ones are.
import fc from 'fast-check';
import { FAMILIES, makeInstance } from '../../../bench/groups-instances';
import { Relaxation } from '../../../src/domain/grouping/bound';
import { Model } from '../../../src/domain/grouping/model';
import type { GroupingProblem } from '../../../src/domain/grouping/solve';
import { State } from '../../../src/domain/grouping/state';
import { problems } from './arbitrary';

/** Steps during which both kinds are of the same length. */
const STEPS = 12;

/** The values of the first steps, full ones and ones in which nothing but the value is wanted. */
function bothWays(problem: GroupingProblem): { full: number[]; quick: number[] } {
  const state = new State(new Model(problem));
  const target = state.cost;
  const [one, other] = [new Relaxation(state), new Relaxation(state)];
  const steps = Array.from({ length: STEPS });
  return {
    full: steps.map(() => one.ascend(target)),
    quick: steps.map(() => other.settle(1, 1, 0.1, target)),
  };
}

it('values the groups alike whether all of them are looked at or those only that may pay, whatever the problem', () => {
  let moved = 0;
  fc.assert(
    fc.property(problems({ teachers: 14, competencies: 3, slots: 4 }), (problem) => {
      const { full, quick } = bothWays(problem);
      quick.forEach((value, q) => {
        expect(value).toBeCloseTo(full[q]!, 6);
      });
      if (new Set(full).size > 3) moved++;
    }),
    { numRuns: 300 },
  );
  expect(moved).toBeGreaterThan(100);
});

it('does so where groups are large and of many subjects', () => {
  for (const family of ['m061x12t', 'm061x12'])
    for (const seed of [1, 2, 3]) {
      const { full, quick } = bothWays(makeInstance(family, FAMILIES[family]!, seed));
      quick.forEach((value, q) => {
        expect(value).toBeCloseTo(full[q]!, 3);
      });
    }
});
