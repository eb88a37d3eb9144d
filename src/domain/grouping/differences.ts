// What is different between two sets of groups, in messages: for forming anew, and for comparing two variants.
import type { Message, MessageFields } from '../message';
import type { ProfileRow } from '../scoring/profile';
import { evaluate } from './evaluate';
import type { GroupingGroup, GroupingProblem, UnservedNeed } from './problem';

/** A group with the number people know it by. */
export interface NamedGroup extends GroupingGroup {
  readonly id: string;
}

export interface Naming {
  person(code: string): string;
  title(competency: string): string;
  slot(slot: number): string;
  /** Is the person one of those who learn and consult at all? */
  takesPart(code: string): boolean;
  /** Do the settings and agreements let the person into groups in this role? Whoever is of the own school always. */
  admits(code: string, role: 'consultant' | 'consultee'): boolean;
  /** What is known of the person in the competency. */
  profile(code: string, competency: string): ProfileRow | undefined;
}

/**
 * Who came, who left and why, which groups are new, gone or at another time. Groups of one competency are matched by the people they
 * have in common, so that a group with a new number is not taken for a new one. The reasons are read off `problem` and the profiles, the
 * present state of things: a deficit or its wish gone, a surplus, an offer or a limit gone, another group, no place, taking part no more.
 */
export function differences(
  problem: GroupingProblem,
  before: readonly NamedGroup[],
  after: readonly NamedGroup[],
  naming: Naming,
): readonly Message[] {
  const pairs = matched(before, after);
  const found: Message[] = [];
  const level = (code: string, competency: string): string =>
    problem.teachers.find(({ id }) => id === code)?.lvl.charAt(problem.competencies.indexOf(competency)) ?? '';
  const can = (code: string, slot: number): boolean =>
    (problem.teachers.find(({ id }) => id === code)?.av.charAt(slot) ?? '') > '0';
  const withdrawn = (code: string, competency: string): boolean => {
    const known = naming.profile(code, competency);
    return known !== undefined && !known.helps && (known.state === 'surplus' || known.state === 'check');
  };
  const limitOf = (code: string): { readonly limit: number; readonly own: number } => {
    const own = problem.teachers.find(({ id }) => id === code)?.maxLead;
    return { limit: own ?? problem.params.k, own: own === undefined ? 0 : 1 };
  };
  const { teachers, forbidden = [], forbiddenIn = [] } = problem;
  const apartFrom = (code: string, group: GroupingGroup): readonly string[] =>
    everybody(group).filter((other) =>
      [
        ...forbidden,
        ...forbiddenIn.flatMap(({ a, b, competency }) => (competency === group.competency ? [[a, b] as const] : [])),
      ].some((pair) => [code, other].every((one) => pair.some((at) => teachers[at]?.id === one))),
    );
  const ledBefore = (code: string): number => before.filter(({ consultants }) => consultants.includes(code)).length;
  for (const group of after) {
    if (pairs.has(group)) continue;
    found.push({ code: 'change.group.new', fields: { ...about(group, naming), people: group.members.length } });
  }
  const kept = new Map([...pairs].map(([now, then]) => [then, now]));
  /** Is the person in the group, and was not in the one that it was? */
  const hasCome = (now: NamedGroup, code: string): boolean => {
    const then = pairs.get(now);
    return everybody(now).includes(code) && (then === undefined || !everybody(then).includes(code));
  };
  const hasGone = (then: NamedGroup, code: string): boolean => {
    const now = kept.get(then);
    return now !== undefined && everybody(then).includes(code) && !everybody(now).includes(code);
  };
  for (const then of before) {
    const now = kept.get(then);
    if (now === undefined) {
      const waiting = then.members.filter(
        (code) =>
          naming.takesPart(code) &&
          level(code, then.competency) < '3' &&
          !after.some((group) => group.competency === then.competency && group.members.includes(code)),
      );
      found.push({
        code: problem.competencies.includes(then.competency) ? 'change.group.gone' : 'change.group.off',
        fields: { ...about(then, naming), waiting: waiting.map((code) => naming.person(code)) },
      });
    } else if (now.slot !== then.slot)
      found.push({
        code: 'change.group.slot',
        fields: { ...about(now, naming), was: naming.slot(then.slot), slot: naming.slot(now.slot) },
      });
  }
  for (const [now, then] of [...pairs].sort(([a], [b]) => (a.id < b.id ? -1 : 1))) {
    const was = [...then.consultants, ...then.members];
    const is = [...now.consultants, ...now.members];
    for (const code of was.filter((one) => !is.includes(one))) {
      const fields = { ...about(now, naming), name: naming.person(code) };
      const other = after.find((group) => group.competency === then.competency && hasCome(group, code));
      const able = level(code, then.competency);
      const apart = apartFrom(code, now);
      if (other !== undefined) found.push({ code: 'change.left.moved', fields: { ...fields, to: other.id } });
      else if (!naming.admits(code, then.members.includes(code) ? 'consultee' : 'consultant'))
        found.push({
          code: 'change.left.partner',
          fields: { ...fields, learns: then.members.includes(code) ? 1 : 0 },
        });
      else if (!naming.takesPart(code)) found.push({ code: 'change.left.out', fields });
      else if (then.members.includes(code))
        found.push(
          able < '3'
            ? { code: 'change.left.waits', fields }
            : naming.profile(code, then.competency)?.state === 'deficit'
              ? { code: 'change.left.unasked', fields }
              : naming.profile(code, then.competency)?.state === 'unknown'
                ? { code: 'change.left.unknown', fields }
                : { code: 'change.left.learnt', fields },
        );
      else if (able !== '4')
        found.push(
          withdrawn(code, then.competency)
            ? { code: 'change.left.unwilling', fields }
            : { code: 'change.left.unable', fields },
        );
      else
        found.push(
          ledBefore(code) > limitOf(code).limit
            ? { code: 'change.left.limit', fields: { ...fields, limit: limitOf(code).limit, own: limitOf(code).own } }
            : !can(code, now.slot)
              ? {
                  code: now.slot === then.slot ? 'change.left.ownTime' : 'change.left.time',
                  fields: { ...fields, slot: naming.slot(now.slot) },
                }
              : apart.length > 0
                ? { code: 'change.left.apart', fields: { ...fields, names: apart.map((one) => naming.person(one)) } }
                : { code: 'change.left.free', fields },
        );
    }
    for (const code of is) {
      const fields = { ...about(now, naming), name: naming.person(code) };
      if (was.includes(code)) {
        // In the same group, but in the other role.
        if (now.consultants.includes(code) === then.consultants.includes(code)) continue;
      } else if (before.some((group) => group.competency === now.competency && hasGone(group, code))) {
        // Whoever came from another group is told of where he left it.
        continue;
      }
      found.push(
        now.consultants.includes(code) ? { code: 'change.came.leads', fields } : { code: 'change.came.learns', fields },
      );
    }
  }
  return found;
}

/** Which of two sets is better by the school's prices, and in what: one sentence for the sum, one for each part that differs. */
export function comparedCosts(
  problem: GroupingProblem,
  before: readonly GroupingGroup[],
  after: readonly GroupingGroup[],
): readonly Message[] {
  const [was, is] = [evaluate(problem, before), evaluate(problem, after)];
  const points = Math.round((was.cost - is.cost) * 100) / 100;
  const whole: Message =
    points === 0
      ? { code: 'compare.same' }
      : points > 0
        ? { code: 'compare.better', fields: { points } }
        : { code: 'compare.worse', fields: { points: -points } };
  const parts: Message[] = [];
  const uncovered = { was: was.unserved.length, now: is.unserved.length };
  if (uncovered.was !== uncovered.now) parts.push({ code: 'compare.uncovered', fields: uncovered });
  else if (!sameNeeds(was.unserved, is.unserved)) parts.push({ code: 'compare.depth' });
  if (before.length !== after.length)
    parts.push({ code: 'compare.groups', fields: { was: before.length, now: after.length } });
  const diff = (part: 'f3' | 'f4' | 'f5'): number => is.costParts[part] - was.costParts[part];
  if (diff('f3') !== 0) parts.push(diff('f3') < 0 ? { code: 'compare.mixed.more' } : { code: 'compare.mixed.less' });
  if (diff('f4') !== 0) parts.push(diff('f4') < 0 ? { code: 'compare.times.better' } : { code: 'compare.times.worse' });
  if (diff('f5') !== 0)
    parts.push(diff('f5') < 0 ? { code: 'compare.wishes.better' } : { code: 'compare.wishes.worse' });
  return [whole, ...parts];
}

/** Are the same deficits left? */
const sameNeeds = (some: readonly UnservedNeed[], others: readonly UnservedNeed[]): boolean =>
  some.every((one) => others.some((two) => two.teacher === one.teacher && two.competency === one.competency));

const everybody = (group: GroupingGroup): readonly string[] => [...group.consultants, ...group.members];

const about = (group: NamedGroup, naming: Naming): MessageFields => ({
  group: group.id,
  title: naming.title(group.competency),
});

/** After → before: groups of one competency with the most people in common, the same number first of equals. */
export function matched(
  before: readonly NamedGroup[],
  after: readonly NamedGroup[],
): ReadonlyMap<NamedGroup, NamedGroup> {
  const likeness = after.flatMap((now) =>
    before
      .filter((then) => then.competency === now.competency)
      .map((then) => ({
        now,
        then,
        common: everybody(now).filter((code) => everybody(then).includes(code)).length + (now.id === then.id ? 0.5 : 0),
      }))
      .filter(({ common }) => common >= 1),
  );
  likeness.sort((a, b) => b.common - a.common || (a.now.id < b.now.id ? -1 : 1));
  const pairs = new Map<NamedGroup, NamedGroup>();
  const taken = new Set<NamedGroup>();
  for (const { now, then } of likeness) {
    if (pairs.has(now) || taken.has(then)) continue;
    pairs.set(now, then);
    taken.add(then);
  }
  return pairs;
}
