// The sweep: every position of a scene, four faults at each, and what came of it.
import type { ServiceCall } from '../../local/index';
import { stateKey } from './compare';
import type { Scene } from './scenes';
import { play } from './trial';
import { Expected, type FaultKind, FAULTS } from './trouble';

/** The fault that a usual run tries in scene number `index`, each scene the next one. All of them with `FAULTS=all`. */
export const faultsFor = (index: number): readonly FaultKind[] =>
  process.env.FAULTS === 'all' ? FAULTS : FAULTS.slice(index % FAULTS.length, (index % FAULTS.length) + 1);

export interface Failure {
  readonly scene: string;
  readonly position: number;
  readonly call: string;
  readonly fault: FaultKind;
  readonly what: string;
}

export interface SceneReport {
  readonly scene: string;
  readonly calls: number;
  /** Positions with a fault, out of `calls`; the others are alike to these (a loop's rounds) or were left out by the sample. */
  readonly positions: number;
  /** Faults: four a position. */
  readonly faults: number;
  /** Those of them that were played; the others leave the very state that a played one leaves. */
  readonly played: number;
  readonly survived: number;
  readonly failures: readonly Failure[];
}

/** Which of a scene's calls are disturbed (positions from 1). */
export type Choice = (calls: readonly ServiceCall[]) => readonly number[];

export const everyPosition: Choice = (calls) => calls.map((_call, index) => index + 1);

/**
 * `count` positions spread evenly.
 * @param from where in the first of the equal parts they begin (from 0 up to 1)
 */
export const spread =
  (count: number, from = 0.5): Choice =>
  (calls) => [
    ...new Set(Array.from({ length: count }, (_u, n) => 1 + Math.floor(((n + from) * calls.length) / count))),
  ];

/** How many calls before one tell where in a loop's round it stands. */
const CONTEXT = 6;

/** Every position, but of more than `most` rounds of one loop only `most` spread ones. */
export const roundsOf =
  (most: number): Choice =>
  (calls) => {
    const names = calls.map(({ service, method }) => `${service}.${method}`);
    const alike = new Map<string, number[]>();
    names.forEach((_name, index) => {
      const where = names.slice(Math.max(0, index - CONTEXT), index + 1).join();
      alike.set(where, [...(alike.get(where) ?? []), index + 1]);
    });
    return [...alike.values()]
      .flatMap((positions) =>
        positions.length <= most
          ? positions
          : Array.from(
              { length: most },
              (_u, n) => positions[Math.floor((n * (positions.length - 1)) / (most - 1))] ?? 1,
            ),
      )
      .sort((a, b) => a - b);
  };

/** Plays the scene undisturbed, then with each of the faults at each chosen position. */
export function sweep(scene: Scene, choose: Choice, kinds: readonly FaultKind[] = FAULTS): SceneReport {
  const calls: ServiceCall[] = [];
  const whole = play(scene, (_position, _workspace, call) => {
    calls.push(call);
    return undefined;
  });
  calls.length = whole.calls;
  const positions = choose(calls);
  // One fault by itself has no other to be alike to.
  const isAlone = positions.length * kinds.length === 1;
  const before = isAlone
    ? new Map<number, string>()
    : statesBefore(scene, new Set(positions.flatMap((position) => [position, position + 1])));
  const expected = new Expected(scene, whole);
  const tried = new Map<string, string | undefined>();
  const failures: Failure[] = [];
  for (const position of positions)
    for (const fault of kinds) {
      const key = keyOf(position, fault, before);
      if (!tried.has(key)) tried.set(key, expected.trial(new Map([[position, fault]])));
      const what = tried.get(key);
      const { service = '', method = '' } = calls[position - 1] ?? {};
      if (what !== undefined) failures.push({ scene: scene.name, position, call: `${service}.${method}`, fault, what });
    }
  const faults = positions.length * kinds.length;
  return {
    scene: scene.name,
    calls: calls.length,
    positions: positions.length,
    faults,
    played: tried.size,
    survived: faults - failures.length,
    failures,
  };
}

/** What the Workspace is before the calls at these positions, the scene undisturbed. */
function statesBefore(scene: Scene, wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const states = new Map<number, string>();
  const { workspace, calls } = play(scene, (position, at) => {
    if (wanted.has(position)) states.set(position, stateKey(at));
    return undefined;
  });
  return states.set(calls + 1, stateKey(workspace));
}

/** What a fault leaves: a death only the state of that moment, wherever it came; an error also where the script stood. */
function keyOf(position: number, fault: FaultKind, before: ReadonlyMap<number, string>): string {
  const state = before.get(position + (fault.endsWith('before') ? 0 : 1)) ?? '';
  return fault.startsWith('death') ? state : `${String(position)} ${state}`;
}
