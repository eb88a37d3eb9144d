// Changing groups by hand, as data: each edit gives the new groups; a list of edits can be walked back and forth.
import type { Message, MessageFields, Outcome } from '../message';
import type { Naming } from './differences';
import { evaluate } from './evaluate';
import { asGroup, type StandingPlan, type WeekSlot } from './from-profiles';
import type { GroupingGroup, GroupingProblem } from './problem';
import { isBanned } from './requests';
import type { Wish } from './wishes';

export type GroupRole = 'consultant' | 'consultee';

/** A group as an editor sees it. Slots by value, people by code. */
export interface EditedGroup extends StandingPlan {
  readonly id: string;
  /** Stays as it is when groups are formed anew. */
  readonly pinned: boolean;
}

/** A pair that was asked to be apart, or kept together, by an edit. */
export interface EditedPair {
  readonly who: string;
  readonly whom: string;
  readonly kind: 'apart' | 'pinned';
  /** Competency id, '' = any. */
  readonly about: string;
}

export interface Draft {
  readonly groups: readonly EditedGroup[];
  /** Pairs that edits have asked for; those asked for elsewhere are in the problem. */
  readonly pairs: readonly EditedPair[];
}

export type GroupEdit =
  /** To another group, in the same role. */
  | { readonly kind: 'move'; readonly person: string; readonly from: string; readonly to: string }
  /** Two people of two groups change places; each takes the other's role. */
  | {
      readonly kind: 'swap';
      readonly person: string;
      readonly from: string;
      readonly other: string;
      readonly to: string;
    }
  | { readonly kind: 'add'; readonly person: string; readonly to: string; readonly role: GroupRole }
  | { readonly kind: 'remove'; readonly person: string; readonly from: string }
  /** The group stays whatever is formed anew, or no longer does. */
  | { readonly kind: 'pin' | 'unpin'; readonly from: string }
  /** The group meets at another weekly time. */
  | { readonly kind: 'slot'; readonly from: string; readonly slot: string }
  /** The two never meet in one group; takes nobody out by itself. */
  | { readonly kind: 'forbid'; readonly person: string; readonly other: string }
  /** The person stays with the group's consultants whatever is formed anew; a consultant with everybody who learns in it. */
  | { readonly kind: 'keep'; readonly person: string; readonly from: string };

/** Everything that can be taken back: a person's edits, and the drafts replaced by a saved set of groups, or formed anew. */
export type Change = GroupEdit | { readonly kind: 'restore'; readonly name: string } | { readonly kind: 'form' };

export type EditKind = GroupEdit['kind'];

/** An edit with what it touched, so that it can be taken back and done again. */
export interface AppliedEdit {
  readonly edit: Change;
  readonly before: Draft;
  readonly after: Draft;
}

const refusal = (code: string, fields: Message['fields'] = {}): { ok: false; problems: Message[] } => ({
  ok: false,
  problems: [{ code, fields }],
});

/**
 * The draft after the edit. Refuses what makes no sense (a group or person that is not there, somebody twice in one group, an edit that
 * changes nothing); what merely breaks a rule of the school is done, and `brokenRules` says so: the director decides.
 */
export function applyEdit(draft: Draft, edit: GroupEdit): Outcome<AppliedEdit> {
  const group = (id: string): EditedGroup | undefined => draft.groups.find((one) => one.id === id);
  const changed = (...groups: readonly EditedGroup[]): Outcome<AppliedEdit> => {
    const empty = groups.find(({ consultants, members }) => consultants.length + members.length === 0);
    if (empty !== undefined) return refusal('edit.last', { group: empty.id });
    return {
      ok: true,
      value: {
        edit,
        before: { groups: draft.groups.filter(({ id }) => groups.some((one) => one.id === id)), pairs: [] },
        after: { groups, pairs: [] },
      },
    };
  };
  const paired = (...pairs: readonly EditedPair[]): Outcome<AppliedEdit> => {
    const fresh = pairs.filter((pair) => !draft.pairs.some((one) => samePair(one, pair)));
    return fresh.length === 0
      ? refusal('edit.nothing')
      : { ok: true, value: { edit, before: { groups: [], pairs: [] }, after: { groups: [], pairs: fresh } } };
  };
  if (edit.kind === 'forbid')
    return edit.person === edit.other
      ? refusal('edit.same')
      : paired({ who: edit.person, whom: edit.other, kind: 'apart', about: '' });
  if (edit.kind === 'add') {
    const to = group(edit.to);
    if (to === undefined) return refusal('edit.group', { group: edit.to });
    return roleIn(to, edit.person) === undefined
      ? changed(withPerson(to, edit.person, edit.role))
      : refusal('edit.twice', { group: to.id });
  }
  const from = group(edit.from);
  if (from === undefined) return refusal('edit.group', { group: edit.from });
  switch (edit.kind) {
    case 'pin':
    case 'unpin':
      return from.pinned === (edit.kind === 'pin')
        ? refusal('edit.nothing')
        : changed({ ...from, pinned: edit.kind === 'pin' });
    case 'slot':
      return from.slot === edit.slot ? refusal('edit.nothing') : changed({ ...from, slot: edit.slot });
    default: {
      const role = roleIn(from, edit.person);
      if (role === undefined) return refusal('edit.absent', { group: from.id });
      if (edit.kind === 'keep') {
        const mates = role === 'consultant' ? from.members : from.consultants;
        if (mates.length === 0) return refusal('edit.keep.alone', { group: from.id });
        return paired(
          ...mates.map((whom) => ({ who: edit.person, whom, kind: 'pinned' as const, about: from.competency })),
        );
      }
      if (edit.kind === 'remove') return changed(without(from, edit.person));
      const to = group(edit.to);
      if (to === undefined) return refusal('edit.group', { group: edit.to });
      if (to.id === from.id) return refusal('edit.nothing');
      if (roleIn(to, edit.person) !== undefined) return refusal('edit.twice', { group: to.id });
      if (edit.kind === 'move') return changed(without(from, edit.person), withPerson(to, edit.person, role));
      const others = roleIn(to, edit.other);
      if (others === undefined) return refusal('edit.absent', { group: to.id });
      if (roleIn(from, edit.other) !== undefined) return refusal('edit.twice', { group: from.id });
      return changed(
        withPerson(without(from, edit.person), edit.other, role),
        withPerson(without(to, edit.other), edit.person, others),
      );
    }
  }
}

/** The change that puts these groups in place of those; undefined when they are the same. */
export function restoring(
  name: string,
  before: readonly EditedGroup[],
  after: readonly EditedGroup[],
): AppliedEdit | undefined {
  const prints = (groups: readonly EditedGroup[]): ReadonlySet<string> => new Set(groups.map(fingerprint));
  const [was, is] = [prints(before), prints(after)];
  const gone = before.filter((group) => !is.has(fingerprint(group)));
  const come = after.filter((group) => !was.has(fingerprint(group)));
  if (gone.length === 0 && come.length === 0) return undefined;
  return {
    edit: { kind: 'restore', name },
    before: { groups: gone, pairs: [] },
    after: { groups: come, pairs: [] },
  };
}

/** Reads a change kept as JSON; undefined when it is none. */
export function readApplied(kept: unknown): AppliedEdit | undefined {
  const fits = (draft: unknown): boolean => {
    const { groups, pairs } = (draft ?? {}) as Partial<Draft>;
    return Array.isArray(groups) && Array.isArray(pairs) && groups.every(isGroup);
  };
  const { edit, before, after } = (kept ?? {}) as Partial<AppliedEdit>;
  return typeof edit?.kind === 'string' && fits(before) && fits(after) ? (kept as AppliedEdit) : undefined;
}

/** Is it a group as `EditedGroup` describes it? */
export function isGroup(value: unknown): value is EditedGroup {
  const { id, competency, slot, consultants, members } = (value ?? {}) as Partial<EditedGroup>;
  const texts = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === 'string');
  return [id, competency, slot].every((text) => typeof text === 'string') && texts(consultants) && texts(members);
}

/** Puts what an edit made (or, taken back, what it found) in the place of the groups and pairs it touched. */
export function replay(draft: Draft, applied: AppliedEdit, direction: 'do' | 'undo'): Outcome<Draft> {
  const [from, to] = direction === 'do' ? [applied.before, applied.after] : [applied.after, applied.before];
  const comes = to.groups.filter(({ id }) => !from.groups.some((one) => one.id === id));
  const taken = comes.some(({ id }) => draft.groups.some((one) => one.id === id));
  const stands = from.groups.every((one) => {
    const now = draft.groups.find(({ id }) => id === one.id);
    return now !== undefined && fingerprint(now) === fingerprint(one);
  });
  if (!stands || taken) return refusal('edit.stale', { groups: from.groups.map(({ id }) => id) });
  return {
    ok: true,
    value: {
      groups: [
        ...draft.groups.flatMap((one) => {
          const now = to.groups.find(({ id }) => id === one.id);
          if (now !== undefined) return [now];
          return from.groups.some(({ id }) => id === one.id) ? [] : [one];
        }),
        ...to.groups.filter(({ id }) => !draft.groups.some((one) => one.id === id)),
      ],
      pairs: [...draft.pairs.filter((pair) => !from.pairs.some((gone) => samePair(gone, pair))), ...to.pairs],
    },
  };
}

/** The draft's groups for the solver's rules; slot −1 for a time that is no longer offered. */
export const plansOf = (draft: Draft, slots: readonly WeekSlot[]): GroupingGroup[] =>
  draft.groups.map((group) => asGroup(group, slots));

/**
 * Every rule of the school that the groups break, with the group and, where it is about people, their names.
 * @param problem without locked groups, with the draft's people and pairs
 */
export function brokenRules(
  problem: GroupingProblem,
  draft: Draft,
  slots: readonly WeekSlot[],
  naming: Pick<Naming, 'person' | 'profile' | 'takesPart'>,
): readonly Message[] {
  const plans = plansOf(draft, slots);
  const { broken } = evaluate(problem, plans);
  const seen = new Set<string>();
  return broken.flatMap(({ code, where }): Message[] => {
    if (seen.has(`${code} ${where}`)) return [];
    seen.add(`${code} ${where}`);
    const at = /^groups\[(\d+)\]$/.exec(where);
    const group = at === null ? undefined : draft.groups[Number(at[1])];
    if (group === undefined)
      return [{ code: `rule.${code}`, fields: { name: naming.person(where), group: '', names: [] } }];
    const people = blamed(problem, plans, Number(at?.[1]), code);
    const about = { group: group.id, name: '' };
    const fields = (whom: readonly string[]): MessageFields => ({ ...about, names: whom.map(naming.person) });
    if (code === 'no_deficit' || code === 'no_surplus') {
      // Nothing is reckoned of whoever takes no part: what such a person knows is not the reason.
      const out = people.filter((id) => !naming.takesPart(id));
      const others = people.filter((id) => naming.takesPart(id));
      const hasDeficit = (id: string): boolean => naming.profile(id, group.competency)?.state === 'deficit';
      const unasked = code === 'no_surplus' ? [] : others.filter(hasDeficit);
      const without = others.filter((id) => !unasked.includes(id));
      return [
        ...(without.length === 0 ? [] : [{ code: `rule.${code}`, fields: fields(without) }]),
        ...(unasked.length === 0 ? [] : [{ code: 'rule.noWish', fields: fields(unasked) }]),
        ...(out.length === 0 ? [] : [{ code: 'rule.out', fields: fields(out) }]),
      ];
    }
    const twice = [...group.consultants, ...group.members].filter((id, index, all) => all.indexOf(id) < index);
    if ((code === 'served_twice' || code === 'clash') && people.length === 0) {
      // One row too many breaks both rules.
      if (seen.has(`twice ${where}`)) return [];
      seen.add(`twice ${where}`);
      return [{ code: 'rule.twice', fields: fields([...new Set(twice)]) }];
    }
    const lost = group.slot !== '' && !slots.some(({ value }) => value === group.slot);
    if (code === 'unknown' && lost && people.length === 0 && problem.competencies.includes(group.competency))
      return [{ code: 'rule.noTime', fields: about }];
    return [{ code: `rule.${code}`, fields: { ...about, names: people.map(naming.person) } }];
  });
}

/** Whom a broken rule of a group is about; nobody where it is about the group as a whole. */
function blamed(
  problem: GroupingProblem,
  plans: readonly GroupingGroup[],
  at: number,
  code: string,
): readonly string[] {
  const group = plans[at];
  if (group === undefined) return [];
  const c = problem.competencies.indexOf(group.competency);
  const teacher = (id: string): GroupingProblem['teachers'][number] | undefined =>
    problem.teachers.find((one) => one.id === id);
  const people = [...group.consultants, ...group.members];
  switch (code) {
    case 'no_surplus':
      return group.consultants.filter((id) => teacher(id)?.lvl.charAt(c) !== '4');
    case 'no_deficit':
      return group.members.filter((id) => (teacher(id)?.lvl.charAt(c) ?? '3') > '2');
    case 'unavailable':
      return people.filter((id) => teacher(id)?.av.charAt(group.slot) === '0');
    case 'clash':
      return people.filter((id) =>
        plans.some(
          (other, q) => q !== at && other.slot === group.slot && [...other.consultants, ...other.members].includes(id),
        ),
      );
    case 'served_twice':
      return group.members.filter((id) =>
        plans.some((other, q) => q !== at && other.competency === group.competency && other.members.includes(id)),
      );
    case 'forbidden_pair':
      return people.filter((id) =>
        people.some((other) => other !== id && isBanned(problem, id, other, group.competency)),
      );
    case 'unknown':
      return people.filter((id) => teacher(id) === undefined);
    default:
      return [];
  }
}

const roleIn = (group: EditedGroup, person: string): GroupRole | undefined =>
  group.consultants.includes(person) ? 'consultant' : group.members.includes(person) ? 'consultee' : undefined;

const without = (group: EditedGroup, person: string): EditedGroup => ({
  ...group,
  consultants: group.consultants.filter((code) => code !== person),
  members: group.members.filter((code) => code !== person),
});

const withPerson = (group: EditedGroup, person: string, role: GroupRole): EditedGroup =>
  role === 'consultant'
    ? { ...group, consultants: [...group.consultants, person] }
    : { ...group, members: [...group.members, person] };

/** Are these about the same two people, whoever of them is named first, and the same topic? */
export const samePair = (a: Omit<Wish, 'row'>, b: Omit<Wish, 'row'>): boolean =>
  a.kind === b.kind &&
  a.about === b.about &&
  ((a.who === b.who && a.whom === b.whom) || (a.who === b.whom && a.whom === b.who));

/** Two groups are the same for an editor when these are; the order of people does not matter. */
const fingerprint = ({ id, competency, slot, pinned, consultants, members }: EditedGroup): string =>
  JSON.stringify([id, competency, slot, pinned, [...consultants].sort(), [...members].sort()]);
