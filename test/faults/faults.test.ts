// A fault at calls spread over every action of a small school's cycle: nothing is lost, nothing happens twice. All: npm run test:faults.
import { ACTION_IDS } from '../../src/app/actions';
import { dist } from '../e2e/workspace';
import { BESIDE } from './beside-scenes';
import type { Scene } from './scenes';
import { smallScenes } from './small-cycle';
import { faultsFor, spread, sweep } from './sweep';

/** Places in each scene. */
const PLACES = 1;

let scenes: readonly Scene[];
beforeAll(() => {
  scenes = smallScenes(dist());
}, 120_000);

it('every button and the heartbeats are there to be disturbed, here or among what is done beside the cycle', () => {
  const here = scenes.map(({ does }) => (does === 'heartbeat' ? does : does.action));
  expect(new Set([...here, ...BESIDE])).toEqual(new Set(['heartbeat', ...ACTION_IDS]));
});

it('an error or a death, before or after a call, comes to the same end as if nothing had happened', () => {
  const failures = scenes.flatMap(
    (scene, index) => sweep(scene, spread(PLACES, index / scenes.length), faultsFor(index)).failures,
  );
  expect(failures).toEqual([]);
}, 240_000);
