// The same for what a school does beside the cycle: a fault at spread calls of each action, and two one after another, come to the same end
// as if nothing had happened.
import { BESIDE, besideScene } from './beside-scenes';
import { series } from './series';
import { faultsFor, spread, sweep } from './sweep';

const ALL = process.env.FAULTS === 'all';
/** Places in each action. */
const PLACES = ALL ? 4 : 1;
/** Pairs of faults in each; a usual run tries one in every so many-th action. */
const [PAIRS, PAIRED] = ALL ? [4, 1] : [1, 12];

/** An error that a check of the self-check meets is what it reports. */
const reportsErrors = (action: string): boolean => action === 'selfCheck';

it.each(BESIDE.map((action, index) => [action, index] as const))(
  '«%s»',
  (action, index) => {
    const scene = besideScene(action);
    const kinds = reportsErrors(action) ? (['death before', 'death after'] as const) : faultsFor(index);
    const single = sweep(scene, spread(PLACES, index / BESIDE.length), kinds);
    expect(single.positions).toBe(PLACES);
    expect(single.failures).toEqual([]);
    if (reportsErrors(action) || index % PAIRED !== 0) return;
    const pairs = series(scene, { series: PAIRS, length: 2, seed: 1 });
    expect(pairs.series).toBe(PAIRS);
    expect(pairs.failures).toEqual([]);
  },
  300_000,
);
