// What can stand in the way of a deficit that is left, and how grave it is.
import type { GroupingGroup, GroupingResource } from './problem';

/** A group as explanations see it. */
export interface ExplainedGroup extends GroupingGroup {
  /** Its number, when it has one. */
  readonly id?: string;
  /** Pinned or published: forming anew takes nobody out of it. */
  readonly fixed?: boolean;
  /** It has ended: nobody can join. */
  readonly over?: boolean;
}

/** One thing that stands in the way of a deficit. People by their codes. */
export type Hindrance =
  /** The rules let no group be as large as they want it at least. */
  | { readonly kind: 'rules'; readonly most: number }
  /** The person learns in as many groups as may be. */
  | { readonly kind: 'own'; readonly groups: number; readonly limit: number }
  /** Bans on meeting: who they are about; `own`: those whom the person must not meet. */
  | { readonly kind: 'apart'; readonly people: readonly string[]; readonly own: boolean }
  /** The person sits in another group at that time. */
  | { readonly kind: 'busy'; readonly group: ExplainedGroup }
  /** The group that could be joined has no place: by its size, by what its consultants can take, or both. */
  | { readonly kind: 'full'; readonly size: boolean; readonly each: boolean }
  /** These consultants lead as many groups as may be. */
  | { readonly kind: 'load'; readonly leads: readonly string[] }
  /** These consultants sit in other groups at that time. */
  | { readonly kind: 'leadBusy'; readonly leads: readonly string[] }
  /** Rooms or equipment are not there, or others have them. */
  | { readonly kind: 'means'; readonly resources: readonly GroupingResource[] }
  /** So many can come together, the person among them, and so many are missing; `needy` need the competency at all. */
  | { readonly kind: 'few'; readonly together: number; readonly missing: number; readonly needy: number }
  /** All who can come together teach one subject. */
  | { readonly kind: 'alike' }
  /** The person and the consultants share no time. */
  | { readonly kind: 'time' }
  /** Nobody can consult, or not so many as a group of the least size needs. */
  | { readonly kind: 'consultant'; readonly able: readonly string[]; readonly needed: number };

/** As they are told: what nothing can be done without, then what the easiest is to do something about. */
const TOLD: readonly Hindrance['kind'][] = [
  'consultant',
  'time',
  'rules',
  'own',
  'apart',
  'busy',
  'full',
  'load',
  'leadBusy',
  'means',
  'few',
  'alike',
];
const rankOf = ({ kind }: Hindrance): number => TOLD.indexOf(kind);

/** More than all ranks together: one hindrance more weighs more than which one it is, and a missing person as much as one. */
const ONE = 100;

/** How far a way with these is from being one; of as many the easier it is to do something about them, the nearer it is. */
export const weightOf = (hindrances: readonly Hindrance[]): number =>
  hindrances.reduce((total, one) => {
    const hardest = one.kind === 'consultant' || one.kind === 'time' ? TOLD.length : 0;
    return total + ONE * (one.kind === 'few' ? one.missing : 1) + rankOf(one) + hardest;
  }, 0);

export const inOrder = (hindrances: readonly Hindrance[]): readonly Hindrance[] =>
  [...hindrances].sort((a, b) => rankOf(a) - rankOf(b));
