// How large a group may be when it has to fit into a room.
import type { GroupingPolicy } from './from-profiles';

type Sizes = Pick<GroupingPolicy, 'groupLeast' | 'groupMost' | 'perConsultant' | 'consultantsMost'>;

export interface BoundedSizes {
  readonly groupMost: number;
  readonly consultantsMost: number;
  /** Seats of the room, where they bound the sizes; undefined where the rules alone do. */
  readonly seats: number | undefined;
  /** No group that the rules allow fits in: the sizes are those of the rules. */
  readonly none: boolean;
}

/** How large groups of one competency may be because of the rooms they can meet in. */
export interface RoomBound extends BoundedSizes {
  readonly competency: string;
  readonly seats: number;
}

/**
 * The greatest numbers of consultees and consultants with which everybody of a group has a seat; as many consultees as can be, and of
 * those ways the one with the fewest consultants.
 * @param seats of the largest room that groups of the topic may meet in; Infinity when there is none to fit in
 */
export function sizesFor(rules: Sizes, seats: number): BoundedSizes {
  const { groupLeast, groupMost, perConsultant, consultantsMost } = rules;
  const most = (consultants: number): number => Math.min(groupMost, perConsultant * consultants);
  const all = Array.from({ length: Math.max(1, consultantsMost) }, (_, n) => n + 1);
  const same = { groupMost, consultantsMost };
  if (all.every((consultants) => most(consultants) + consultants <= seats))
    return { ...same, seats: undefined, none: false };
  let best = { groupMost: 0, consultantsMost: 1 };
  for (const consultants of all) {
    const fit = Math.min(most(consultants), seats - consultants);
    if (fit > best.groupMost) best = { groupMost: fit, consultantsMost: consultants };
  }
  return best.groupMost < groupLeast ? { ...same, seats, none: true } : { ...best, seats, none: false };
}

/**
 * The competencies whose rooms, not the rules, say how large groups may be.
 * @param seatsFor a competency: seats of the largest room for it; Infinity when there is none to fit in
 */
export function roomBounds(
  rules: Sizes,
  competencies: readonly string[],
  seatsFor: (competency: string) => number,
): readonly RoomBound[] {
  return competencies.flatMap((competency) => {
    const { seats, ...sizes } = sizesFor(rules, seatsFor(competency));
    return seats === undefined ? [] : [{ competency, seats, ...sizes }];
  });
}
