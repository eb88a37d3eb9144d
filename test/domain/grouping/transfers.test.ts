// Seats exchanged along cycles: lawful, never dearer, and the best seating there is where it can be tried out.
import fc from 'fast-check';
import { Model } from '../../../src/domain/grouping/model';
import { Random } from '../../../src/domain/grouping/random';
import { Seating } from '../../../src/domain/grouping/seating';
import { evaluate } from '../../../src/domain/grouping/solve';
import type { GroupingProblem } from '../../../src/domain/grouping/solve';
import { State } from '../../../src/domain/grouping/state';
import { Transfers } from '../../../src/domain/grouping/transfers';
import { problems } from './arbitrary';
import { groupsOf } from './groups-of';
import { smallProblem } from './small-problem';

/** Everybody free at every time unless told otherwise, nobody in more than one group as a member. */
const problem = (teachers: readonly { lvl: string; av?: string }[], U: number): GroupingProblem =>
  smallProblem(
    teachers.map(({ lvl, av = '222' }) => ({ lvl, av })),
    { L: 1, U, U1: U, cmax: 1, m: 1, k: 1 },
  );

it('lets three people change seats in a ring where no one can go alone and no two can exchange', () => {
  // Each sits where the lightest deficit is served, and the seat that is worth most to each is taken by the next. A full group a
  // competency, at times of its own: 2 = depth 1, 0 = depth 3.
  const three = problem(
    [{ lvl: '433' }, { lvl: '343' }, { lvl: '334' }, { lvl: '203' }, { lvl: '320' }, { lvl: '032' }],
    1,
  );
  const model = new Model(three);
  const state = new State(model);
  for (let c = 0; c < 3; c++) {
    const g = state.openGroup(c, c);
    state.addLead(g, c);
    state.addMember(g, 3 + c);
  }
  state.commit();
  const before = state.cost;
  new Transfers(state, new Random(1)).settle();
  expect(groupsOf(state).map(({ members }) => members)).toEqual([['t5'], ['t3'], ['t4']]);
  expect(before - state.cost).toBe(3 * 800);
});

it('keeps the rules and the count of the cost and never makes it dearer, whatever the problem', () => {
  let cheaper = 0;
  fc.assert(
    fc.property(problems({ teachers: 14, competencies: 3, slots: 4 }), fc.nat(99), (any, seed) => {
      const random = new Random(seed);
      const state = new State(new Model(any));
      const { model } = state;
      const seating = new Seating(state, random);
      for (const ct of model.openPairs) {
        const t = ct % model.slots;
        const c = (ct - t) / model.slots;
        if (state.freeGroups < 2 || !state.hasResources(c, t)) continue;
        const mark = state.mark;
        const g = state.openGroup(c, t);
        const j = seating.chooseLead(g, false);
        if (j < 0) {
          state.undo(mark);
          continue;
        }
        seating.admitLead(g, j);
        if (!seating.fillAnew(g)) state.undo(mark);
      }
      while (seating.poolCount) seating.poolCount--;
      state.commit();
      if (evaluate(any, groupsOf(state)).broken.length) return;
      const before = state.cost;
      const transfers = new Transfers(state, random);
      transfers.settle();
      transfers.kick(20, () => false);
      const { broken, cost } = evaluate(any, groupsOf(state));
      expect(broken).toEqual([]);
      expect(state.cost).toBeCloseTo(cost, 6);
      expect(state.cost).toBeLessThanOrEqual(before + 1e-9);
      if (state.cost < before - 1e-9) cheaper++;
    }),
    { numRuns: 300 },
  );
  expect(cheaper).toBeGreaterThan(5);
});

it('finds the best seating of full groups, as trying all of them does', () => {
  const levels = fc.constantFrom('0', '1', '2', '3');
  const lvl = fc.tuple(levels, levels, levels).map((three) => three.join(''));
  const av = fc.constantFrom('222', '220', '202', '022');
  fc.assert(
    fc.property(fc.array(fc.record({ lvl, av }), { minLength: 5, maxLength: 6 }), fc.nat(99), (people, seed) => {
      const any = problem([{ lvl: '433' }, { lvl: '343' }, { lvl: '334' }, ...people], 2);
      const state = new State(new Model(any));
      const groups = [0, 1, 2].map((c) => {
        const g = state.openGroup(c, c);
        state.addLead(g, c);
        return g;
      });
      const least = bestSeating(state, groups, 3);
      state.priceShortage(5000);
      const transfers = new Transfers(state, new Random(seed));
      transfers.settle();
      transfers.kick(60, () => false);
      expect(state.cost - state.shortage * 5000).toBe(least);
    }),
    { numRuns: 100 },
  );
});

/** The least cost of these groups with everybody from person `i` on seated in one of them or nowhere; as many seats taken as can be. */
function bestSeating(state: State, groups: readonly number[], i: number): number {
  const { model } = state;
  let least = { shortage: Infinity, cost: Infinity };
  const seat = (person: number): void => {
    if (person === model.n) {
      const { shortage, cost } = state;
      if (shortage < least.shortage || (shortage === least.shortage && cost < least.cost)) least = { shortage, cost };
      return;
    }
    seat(person + 1);
    for (const g of groups) {
      const free = model.av[person * model.slots + state.gt[g]!]! > 0 && state.size[g]! < state.capacity(g);
      if (!free || !model.deficit[person * model.comps + state.gc[g]!]) continue;
      state.addMember(g, person);
      seat(person + 1);
      state.dropMember(g, person);
    }
  };
  seat(i);
  return least.cost;
}
