// Two troubles one after another in actions of a small school's cycle: the same end as if nothing had happened. More: `--twice`.
import { dist } from '../e2e/workspace';
import { another, beat, type Between, edit, sort } from './between';
import type { Scene } from './scenes';
import { series } from './series';
import { smallScenes } from './small-cycle';

const ALL = process.env.FAULTS === 'all';
/** Pairs in each scene. */
const PAIRS = ALL ? 6 : 1;
/** What happens between a press and the next attempt, in turn. */
const BETWEEN: readonly (Between | undefined)[] = [undefined, beat, edit, sort, another];
/** A usual run tries every so many-th press, so that each of these has its turn, and every so many-th heartbeat. */
const [PRESSES, BEATS] = ALL ? [1, 1] : [3, 6];
/** With `FAULTS=all` other pairs each day. */
const SEED = ALL ? Math.floor(Date.now() / 86_400_000) : 1;

it('a fault and another one while it is made good come to the same end as if nothing had happened', () => {
  const scenes = smallScenes(dist());
  const some = (isBeat: boolean, every: number): readonly Scene[] =>
    scenes
      .filter(({ does }) => (does === 'heartbeat') === isBeat)
      .filter((_scene, index) => index % every === every - 1);
  const presses = some(false, PRESSES);
  expect(presses.length).toBeGreaterThanOrEqual(BETWEEN.length);
  const reports = [
    ...presses.map((scene, index) =>
      series(scene, { series: PAIRS, length: 2, seed: SEED, between: BETWEEN[index % BETWEEN.length] }),
    ),
    ...some(true, BEATS).map((scene) => series(scene, { series: PAIRS, length: 2, seed: SEED })),
  ];
  expect(reports.reduce((sum, report) => sum + report.series, 0)).toBe(PAIRS * reports.length);
  expect(reports.flatMap(({ scene, failures }) => failures.map((one) => ({ seed: SEED, scene, ...one })))).toEqual([]);
}, 900_000);
