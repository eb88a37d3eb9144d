// Several troubles one after another: a fault in the press, the next one while it is being made good, then nothing disturbs any more.
import type { ServiceCall } from '../../local/index';
import { Random } from '../../src/domain/grouping/random';
import type { Between } from './between';
import type { Scene } from './scenes';
import { play } from './trial';
import { Expected, type FaultKind, type Troubles } from './trouble';

/** What only looks. Calls that write are where something can be lost or done twice, so most faults are put there. */
const LOOKS =
  /^(get|is|has|list|open|find|query|try|create(MetadataFinder|TextFinder)|with|next|near|wait|flush|release)/;
/** Of so many faults one is put anywhere. */
const ANYWHERE = 6;
/** So many series share their first trouble: the calls after it need looking at once only. */
const SHARED = 3;

export interface SeriesReport {
  readonly scene: string;
  readonly series: number;
  readonly failures: readonly { readonly troubles: string; readonly what: string }[];
}

export interface Wanted {
  readonly series: number;
  /** Troubles in each. */
  readonly length: number;
  readonly seed: number;
  readonly between?: Between | undefined;
}

const named = (troubles: Troubles): string => [...troubles].map(([at, kind]) => `${String(at)}:${kind}`).join(',');

/** As `series` prints them. */
export function readTroubles(text: string): Troubles {
  return new Map(
    text.split(',').map((one) => {
      const [at = '', kind = ''] = one.split(':');
      return [Number(at), kind as FaultKind];
    }),
  );
}

/** Tries these troubles only; undefined when nothing differs. */
export function replay(scene: Scene, troubles: Troubles, between?: Between): string | undefined {
  return new Expected(
    scene,
    play(scene, () => undefined, between),
    between,
  ).trial(troubles);
}

/** Draws series of troubles and tries them. The same seed draws the same ones. */
export function series(scene: Scene, { series: wanted, length, seed, between }: Wanted): SeriesReport {
  const random = new Random(seed);
  const calls: ServiceCall[] = [];
  const whole = play(scene, recordedIn(calls), between);
  calls.length = whole.calls;
  const expected = new Expected(scene, whole, between);
  const failures: { readonly troubles: string; readonly what: string }[] = [];
  const tried = new Set<string>();
  const attempt = (troubles: Troubles): readonly ServiceCall[] => {
    const seen: ServiceCall[] = [];
    const what = expected.trial(troubles, recordedIn(seen));
    if (what !== undefined) failures.push({ troubles: withCalls(troubles, seen), what });
    return seen;
  };
  for (let drawn = 0, misses = 0; drawn < wanted && misses < wanted;) {
    const first: Troubles = new Map([draw(random, calls, 0)]);
    const after = attempt(first);
    for (let share = 0; share < SHARED && drawn < wanted; share++) {
      let troubles = first;
      let known = after;
      while (troubles.size < length) {
        const from = Math.max(...troubles.keys());
        if (known.length <= from) break;
        troubles = new Map([...troubles, draw(random, known, from)]);
        if (troubles.size < length) known = attempt(troubles);
      }
      if (troubles.size < length || tried.has(named(troubles))) misses += 1;
      else {
        tried.add(named(troubles));
        attempt(troubles);
        drawn += 1;
      }
    }
  }
  return { scene: scene.name, series: tried.size, failures };
}

const recordedIn =
  (calls: ServiceCall[]): ((position: number, workspace: unknown, call: ServiceCall) => undefined) =>
  (_position, _workspace, call) => {
    calls.push(call);
    return undefined;
  };

/** One fault after the call number `from`: mostly at one that writes, mostly a death. */
function draw(random: Random, calls: readonly ServiceCall[], from: number): readonly [number, FaultKind] {
  const places = calls.flatMap((_call, index) => (index >= from ? [index + 1] : []));
  const writing = places.filter((place) => !LOOKS.test(calls[place - 1]?.method ?? ''));
  const among = writing.length === 0 || random.below(ANYWHERE) === 0 ? places : writing;
  const kinds: readonly FaultKind[] = ['death before', 'death after', 'death after', 'error before', 'error after'];
  return [among[random.below(among.length)] ?? 1, kinds[random.below(kinds.length)] ?? 'death after'];
}

function withCalls(troubles: Troubles, calls: readonly ServiceCall[]): string {
  const what = [...troubles.keys()].map((at) => `${calls[at - 1]?.service ?? ''}.${calls[at - 1]?.method ?? ''}`);
  return `--at "${named(troubles)}" (${what.join(', ')})`;
}
