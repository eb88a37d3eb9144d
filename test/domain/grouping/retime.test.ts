// Groups that change their slots together: towards what suits their people, merged or split where that is as good.
import fc from 'fast-check';
import { Guide } from '../../../src/domain/grouping/guide';
import { Model } from '../../../src/domain/grouping/model';
import { Moves } from '../../../src/domain/grouping/moves';
import { Random } from '../../../src/domain/grouping/random';
import { Retime } from '../../../src/domain/grouping/retime';
import { Seating } from '../../../src/domain/grouping/seating';
import { evaluate } from '../../../src/domain/grouping/solve';
import { State } from '../../../src/domain/grouping/state';
import { problems } from './arbitrary';
import { groupsOf } from './groups-of';
import { smallProblem } from './small-problem';

/** Rules that mending after the trial sees to. */
const MENDED_LATER = new Set(['size', 'one_subject']);

/** A consultant has room for three. */
const SIZES = { L: 2, U: 6, U1: 3, cmax: 2, m: 2, k: 2 };

function open(state: State, c: number, t: number, leads: readonly number[], members: readonly number[]): number {
  const g = state.openGroup(c, t);
  for (const j of leads) state.addLead(g, j);
  for (const i of members) state.addMember(g, i);
  return g;
}

/** The slots and sizes of the groups after each of forty runs from the same state. */
function outcomes(state: State, g: number, h: number): Set<string> {
  state.commit();
  const seen = new Set<string>();
  for (let seed = 1; seed <= 40; seed++) {
    const seating = new Seating(state, new Random(seed));
    new Retime(state, new Random(seed), seating).run(g, h);
    const groups = [...state.active.subarray(0, state.activeCount)];
    seen.add(
      groups
        .map((q) => `${String(state.gc[q])}@${String(state.gt[q])}×${String(state.size[q])}`)
        .sort()
        .join(' '),
    );
    state.undo(0);
  }
  return seen;
}

it('lets two groups change slots when each could not go alone', () => {
  // A at slot 0 and B at slot 1 with the same three members, who would rather have them the other way round, as the consultants would.
  const two = smallProblem(
    [
      { lvl: '43', av: '12' },
      { lvl: '34', av: '21' },
      { lvl: '22', av: '22' },
      { lvl: '22', av: '22' },
      { lvl: '22', av: '22' },
    ],
    SIZES,
  );
  const state = new State(new Model(two));
  const g = open(state, 0, 0, [0], [2, 3, 4]);
  const h = open(state, 1, 1, [1], [2, 3, 4]);
  expect(outcomes(state, g, h)).toContain('0@1×3 1@0×3');
});

it('merges two groups of one competency that can come together', () => {
  const one = smallProblem(
    [
      { lvl: '4', av: '22' },
      { lvl: '4', av: '22' },
      { lvl: '2', av: '22' },
      { lvl: '2', av: '22' },
      { lvl: '2', av: '22' },
      { lvl: '2', av: '22' },
    ],
    SIZES,
  );
  const state = new State(new Model(one));
  const seen = outcomes(state, open(state, 0, 0, [0], [2, 3]), open(state, 0, 1, [1], [4, 5]));
  // The fourth takes a second consultant, which still is a group's price cheaper.
  expect(seen).toContain('0@0×4');
  expect(seen).toContain('0@1×4');
});

it('splits a group, those first who can come to one of the slots only', () => {
  const one = smallProblem(
    [
      { lvl: '4', av: '222' },
      { lvl: '4', av: '222' },
      { lvl: '2', av: '220' },
      { lvl: '2', av: '202' },
      { lvl: '2', av: '220' },
      { lvl: '2', av: '202' },
    ],
    SIZES,
  );
  const state = new State(new Model(one));
  expect(outcomes(state, open(state, 0, 0, [0, 1], [2, 3, 4, 5]), -1)).toContain('0@1×2 0@2×2');
});

it('goes where somebody can come who waits for a seat', () => {
  const one = smallProblem(
    [
      { lvl: '4', av: '222' },
      { lvl: '2', av: '212' },
      { lvl: '2', av: '212' },
      { lvl: '2', av: '010' },
    ],
    SIZES,
  );
  const state = new State(new Model(one));
  const seen = [...outcomes(state, open(state, 0, 0, [0], [1, 2]), -1)];
  expect(seen).toContain('0@1×3');
  // All the others would rather come at the two other slots.
  expect(seen.filter((groups) => !groups.includes('0@1'))).toEqual([]);
});

it('opens a second group for who waits, lends it a member, and somebody comes from elsewhere in that one’s place', () => {
  const people = [
    { lvl: '43', av: '200' },
    { lvl: '43', av: '020' },
    { lvl: '34', av: '002' },
    { lvl: '23', av: '210' },
    { lvl: '23', av: '200' },
    { lvl: '23', av: '020' },
    { lvl: '22', av: '202' },
    { lvl: '32', av: '002' },
    { lvl: '32', av: '002' },
  ];
  const state = new State(new Model(smallProblem(people, { ...SIZES, m: 1 })));
  const g = open(state, 0, 0, [0], [3, 4]);
  open(state, 1, 2, [2], [6, 7, 8]);
  expect(outcomes(state, g, -1)).toContain('0@0×2 0@1×2 1@2×2');
});

it('breaks no rule but those of size and mixture, and can be taken back to the cost and the people that were', () => {
  fc.assert(
    fc.property(problems({ teachers: 12, competencies: 3, slots: 4 }), fc.nat(99), (some, seed) => {
      const model = new Model(some);
      const state = new State(model);
      const random = new Random(seed);
      const moves = new Moves(state, random, new Guide(model));
      for (let q = 0; q < 60; q++)
        if (moves.trial()) state.commit();
        else state.undo(0);
      const free = [...state.active.subarray(0, state.activeCount)].filter((g) => !state.locked[g]);
      fc.pre(free.length > 0);
      const before = { cost: state.cost, busy: state.busy.slice(), load: state.load.slice() };
      new Retime(state, random, new Seating(state, random)).run(free[0]!, free[1] ?? -1);
      const broken = evaluate(some, groupsOf(state)).broken.filter(({ code }) => !MENDED_LATER.has(code));
      expect(broken).toEqual([]);
      state.undo(0);
      expect(state.cost).toBeCloseTo(before.cost, 6);
      expect([state.busy, state.load]).toEqual([before.busy, before.load]);
    }),
    { numRuns: 500 },
  );
});

it('refines what a trial has changed without ever making it dearer, and often makes it cheaper', () => {
  let cheaper = 0;
  fc.assert(
    fc.property(problems({ teachers: 12, competencies: 3, slots: 4 }), fc.nat(99), (some, seed) => {
      const model = new Model(some);
      const state = new State(model);
      const moves = new Moves(state, new Random(seed), new Guide(model));
      for (let q = 0; q < 60; q++) {
        if (!moves.trial()) state.undo(0);
        else if (state.mark) {
          const before = state.cost;
          moves.refine(6);
          expect(state.cost).toBeLessThan(before + 1e-6);
          if (state.cost < before - 1e-6) cheaper++;
        }
        state.commit();
      }
      expect(moves.seating.poolCount).toBe(0);
    }),
    { numRuns: 60 },
  );
  expect(cheaper).toBeGreaterThan(20);
});

it('leaves nobody waiting for a seat when a trial is given up, and can take it back', () => {
  let givenUp = 0;
  fc.assert(
    fc.property(problems({ teachers: 12, competencies: 3, slots: 4 }), fc.nat(99), (some, seed) => {
      const model = new Model(some);
      const state = new State(model);
      const moves = new Moves(state, new Random(seed), new Guide(model));
      for (let q = 0; q < 60; q++)
        if (moves.trial()) state.commit();
        else state.undo(0);
      for (let q = 0; q < 30; q++) {
        const before = { cost: state.cost, busy: state.busy.slice(), load: state.load.slice() };
        if (!moves.trial(-Infinity) && moves.structural) givenUp++;
        expect(moves.seating.poolCount).toBe(0);
        state.undo(0);
        expect(state.cost).toBeCloseTo(before.cost, 6);
        expect([state.busy, state.load]).toEqual([before.busy, before.load]);
      }
    }),
    { numRuns: 40 },
  );
  expect(givenUp).toBeGreaterThan(100);
});
