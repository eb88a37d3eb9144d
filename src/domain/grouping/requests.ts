// What people asked for about one another, as the solver takes it, and which of it came true.
import type { StandingPlan } from './from-profiles';
import type { GroupingProblem, GroupingWish } from './problem';
import type { Wish } from './wishes';

/** Why two people cannot be in one group, whatever groups are formed. */
export type Obstacle = 'topic' | 'time';

/**
 * «Не ставить вместе» becomes a forbidden pair (the solver knows no forbidding by competency, so one with a competency holds for
 * every group: stricter, never laxer). The others become wishes with their price; those that no group could meet, or that a group of
 * `standing` meets already, are left out: they would only blur how good the groups are.
 */
export function wished(
  problem: GroupingProblem,
  wishes: readonly Wish[],
  price: { readonly wish: number; readonly pinned: number },
  standing: readonly StandingPlan[],
): Pick<GroupingProblem, 'forbidden' | 'wishes'> {
  const index = new Map(problem.teachers.map(({ id }, i) => [id, i]));
  const forbidden: [number, number][] = [];
  const asked: GroupingWish[] = [];
  for (const wish of wishes) {
    const a = index.get(wish.who);
    const b = index.get(wish.whom);
    if (a === undefined || b === undefined || a === b) continue;
    if (wish.kind === 'apart') forbidden.push([Math.min(a, b), Math.max(a, b)]);
    else if (obstacleTo(problem, wish) === undefined && !isMet(wish, standing))
      asked.push({ a, b, price: wish.kind === 'pinned' ? price.pinned : price.wish });
  }
  return {
    ...(forbidden.length === 0 ? {} : { forbidden }),
    ...(asked.length === 0 ? {} : { wishes: asked }),
  };
}

/** Are both in one of the groups, at least one of them learning (about the competency, when one is named)? */
export function isMet(
  { who, whom, about }: Pick<Wish, 'who' | 'whom' | 'about'>,
  groups: readonly Pick<StandingPlan, 'competency' | 'consultants' | 'members'>[],
): boolean {
  return groups.some(({ competency, consultants, members }) => {
    const people = [...consultants, ...members];
    const bothLead = consultants.includes(who) && consultants.includes(whom);
    return (about === '' || about === competency) && people.includes(who) && people.includes(whom) && !bothLead;
  });
}

/** What keeps the two apart in every possible group; undefined when they can meet. */
export function obstacleTo(
  { teachers, competencies, slots, params }: GroupingProblem,
  { who, whom, about }: Pick<Wish, 'who' | 'whom' | 'about'>,
): Obstacle | undefined {
  const a = teachers.find(({ id }) => id === who);
  const b = teachers.find(({ id }) => id === whom);
  if (a === undefined || b === undefined) return 'topic';
  const fits = competencies.some((competency, c) => {
    const levels = [a.lvl.charAt(c), b.lvl.charAt(c)];
    if ((about !== '' && about !== competency) || levels.includes('3')) return false;
    return levels.some((level) => level < '3') || params.cmax > 1;
  });
  if (!fits) return 'topic';
  for (let slot = 0; slot < slots; slot++) if (a.av.charAt(slot) > '0' && b.av.charAt(slot) > '0') return undefined;
  return 'time';
}
