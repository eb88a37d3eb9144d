// What an edit on trial was reckoned from, in short: by it the edit is made on the same groups, or not at all.
import { unordered } from '../edit-walk';
import type { Ports } from '../ports';
import { changesOf } from './changes';
import type { Situation } from './situation';
import { draftOf } from './write-groups';

/** The same as long as the groups, the pairs asked for and the list of changes are, in whatever order they stand in the sheets. */
export function seenOf(ports: Ports, situation: Situation): string {
  const { groups, pairs } = draftOf(situation);
  return unordered(
    ports,
    groups.map(({ consultants, members, ...group }) => [group, [...consultants].sort(), [...members].sort()]),
    pairs,
    situation.standing.map(({ id, state }) => [id, state]),
    changesOf(ports, situation.profiles.context.settings.cycle).map(({ run, state }) => [run, state]),
  );
}
