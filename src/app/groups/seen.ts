// What an edit on trial was reckoned from, in short: by it the edit is made on the same groups, or not at all.
import type { Ports } from '../ports';
import { changesOf } from './changes';
import type { Situation } from './situation';
import { draftOf } from './write-groups';

/** The same as long as the groups, the pairs asked for and the list of changes are, in whatever order they stand in the sheets. */
export function seenOf(ports: Ports, situation: Situation): string {
  const { groups, pairs } = draftOf(situation);
  const sorted = (things: readonly unknown[]): readonly string[] => things.map((thing) => JSON.stringify(thing)).sort();
  const content = [
    sorted(groups.map(({ consultants, members, ...group }) => [group, [...consultants].sort(), [...members].sort()])),
    sorted(pairs),
    sorted(situation.standing.map(({ id, state }) => [id, state])),
    sorted(changesOf(ports, situation.profiles.context.settings.cycle).map(({ run, state }) => [run, state])),
  ];
  return ports.sha256(JSON.stringify(content)).slice(0, 16);
}
