// Two troubles one after another in actions of a small school's cycle: the same end as if nothing had happened. More: `--twice`.
import { dist } from '../e2e/workspace';
import { another, beat, type Between, edit, sort } from './between';
import { series } from './series';
import { smallScenes } from './small-cycle';

const ALL = process.env.FAULTS === 'all';
/** Pairs in each scene. */
const PAIRS = ALL ? 6 : 1;
/** What happens in between, in turn. */
const BETWEEN: readonly (Between | undefined)[] = [undefined, beat, edit, sort, another];
/** A usual run tries every so many-th scene. */
const EVERY = ALL ? 1 : 8;
/** With `FAULTS=all` other pairs each day. */
const SEED = ALL ? Math.floor(Date.now() / 86_400_000) : 1;

it('a fault and another one while it is made good come to the same end as if nothing had happened', () => {
  const reports = smallScenes(dist())
    .filter((_scene, index) => index % EVERY === EVERY - 1)
    .map((scene, index) =>
      series(scene, { series: PAIRS, length: 2, seed: SEED, between: BETWEEN[index % BETWEEN.length] }),
    );
  expect(reports.reduce((sum, report) => sum + report.series, 0)).toBe(PAIRS * reports.length);
  expect(reports.flatMap(({ scene, failures }) => failures.map((one) => ({ seed: SEED, scene, ...one })))).toEqual([]);
}, 900_000);
