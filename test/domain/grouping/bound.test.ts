// The relaxation: steps that leave out what cannot pay are worth what full ones are.
import fc from 'fast-check';
import { FAMILIES, makeInstance } from '../../../bench/groups-instances';
import { Relaxation } from '../../../src/domain/grouping/bound';
import { Model } from '../../../src/domain/grouping/model';
import { evaluate } from '../../../src/domain/grouping/solve';
import type { GroupingProblem } from '../../../src/domain/grouping/solve';
import { State } from '../../../src/domain/grouping/state';
import { problems } from './arbitrary';
import { A_SPARE_CONSULTANT } from './spare-consultant';

/** Steps during which both kinds are of the same length. */
const STEPS = 12;

/** Two can lead what two others need, for nobody else: the prices of leading fall below nought within the steps. */
const A_CHEAP_SECOND: GroupingProblem = {
  format: 'vr-mobile-groups/1',
  id: 'a cheap second consultant',
  teachers: [
    { id: 't0', subj: 0, school: 0, lvl: '040', av: '2002' },
    { id: 't1', subj: 0, school: 0, lvl: '004', av: '1000', maxLead: 1 },
    { id: 't2', subj: 0, school: 0, lvl: '404', av: '0100' },
    { id: 't3', subj: 0, school: 0, lvl: '000', av: '0000', maxMember: 0 },
    { id: 't4', subj: 0, school: 0, lvl: '240', av: '0002' },
    { id: 't5', subj: 0, school: 0, lvl: '000', av: '2202' },
    { id: 't6', subj: 0, school: 0, lvl: '020', av: '0202' },
  ],
  subjects: ['a', 'b', 'c'],
  schools: 2,
  slots: 4,
  competencies: ['K0', 'K1', 'K2'],
  history: [],
  resources: [{ id: 'room', capacity: 0, competencies: ['K0', 'K1', 'K2'] }],
  params: {
    L: 1,
    U: 3,
    U1: 2,
    cmax: 2,
    m: 1,
    k: 1,
    w: [0, 1, 4, 9],
    price: {
      uncovered: 1,
      leftOut: 12,
      group: 15,
      load: 0,
      subjRepeat: 2,
      schoolRepeat: 1,
      slot: 3,
      oldPair: 0,
      change: 0,
    },
  },
};

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

it('does so where a second consultant costs less than nothing', () => {
  const { full, quick } = bothWays(A_CHEAP_SECOND);
  quick.forEach((value, q) => {
    expect(value).toBeCloseTo(full[q]!, 6);
  });
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

it('is not above the cost of groups in which more consultants stay than are needed', () => {
  const state = new State(new Model(A_SPARE_CONSULTANT));
  const relaxation = new Relaxation(state);
  for (let step = 0; step < 500; step++) relaxation.ascend(28);
  const { cost } = evaluate(A_SPARE_CONSULTANT, A_SPARE_CONSULTANT.previous ?? []);
  expect(cost).toBe(26);
  expect(relaxation.bound).toBeGreaterThan(20);
  expect(relaxation.bound).toBeLessThanOrEqual(cost + 1e-6);
});
