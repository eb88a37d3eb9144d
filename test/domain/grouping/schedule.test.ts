// When a first descent need not go on: where consultants are scarce whatever it would still find.
import { FAMILIES, makeInstance } from '../../../bench/groups-instances';
import { Guide } from '../../../src/domain/grouping/guide';
import { Model } from '../../../src/domain/grouping/model';
import { Moves } from '../../../src/domain/grouping/moves';
import { Random } from '../../../src/domain/grouping/random';
import { CERTAIN, isBeyondDoubt, scarcityOf } from '../../../src/domain/grouping/schedule';
import { State } from '../../../src/domain/grouping/state';

/** Doubt early on, and scarcity after the whole descent. */
function descended(family: string, seed: number, chance = seed): { isBeyondDoubt: boolean; scarcity: number } {
  const model = new Model(makeInstance(family, FAMILIES[family]!, seed));
  const state = new State(model);
  const moves = new Moves(state, new Random(chance), new Guide(model));
  moves.seating.noise = model.unit / 6;
  let early = false;
  const trials = 300 + 4 * model.n;
  for (let q = 0; q < trials; q++) {
    if (q === Math.floor(CERTAIN * trials)) early = isBeyondDoubt(state);
    const before = state.cost;
    if (!moves.trial() || state.cost > before) state.undo(0);
    else state.commit();
  }
  return { isBeyondDoubt: early, scarcity: scarcityOf(state) };
}

const seeds = [1, 2, 3, 4, 5, 6];

it('is mostly sure of scarce consultants early, and only where the whole descent is', () => {
  const all = seeds.map((seed) => descended('m061x12t', seed));
  expect(all.every(({ scarcity }) => scarcity === 1)).toBe(true);
  expect(all.filter(({ isBeyondDoubt }) => isBeyondDoubt).length).toBeGreaterThanOrEqual(4);
});

it('is never sure where the whole descent finds no full scarcity', () => {
  let calm = 0;
  for (const family of ['m061x12', 'm120x16'])
    for (const seed of seeds) {
      const { isBeyondDoubt, scarcity } = descended(family, seed);
      if (scarcity === 1) continue;
      calm++;
      expect(isBeyondDoubt).toBe(false);
    }
  expect(calm).toBeGreaterThan(9);
});

it('is never sure of a small staff, which may look scarce early and not be', () => {
  let calm = 0;
  for (const seed of [7, 8, 9])
    for (let chance = 1; chance <= 60; chance++) {
      const { isBeyondDoubt, scarcity } = descended('m020x08', seed, chance);
      if (scarcity > 0.2) continue;
      calm++;
      expect(isBeyondDoubt).toBe(false);
    }
  expect(calm).toBeGreaterThan(30);
});
