// What people asked for about one another, as the solver takes it, and which of it came true.
import { evaluate } from './evaluate';
import type { StandingPlan } from './from-profiles';
import type { GroupingBan, GroupingProblem, GroupingWish } from './problem';
import type { Wish } from './wishes';

/** Why two people cannot be in one group, whatever groups are formed. */
export type Obstacle = 'topic' | 'banned' | 'time';

type Pair = Pick<Wish, 'who' | 'whom' | 'about'>;
type Bans = Pick<GroupingProblem, 'forbidden' | 'forbiddenIn'>;

/**
 * «Не ставить вместе» becomes a forbidden pair, in groups of one competency where it names one. The others become wishes, «хочу
 * вместе» at `price`, «закрепить вместе» above everything that the problem's prices could set against it; those that no group could
 * meet, or that a group of `standing` meets already, are left out: they would only blur how good the groups are.
 */
export function wished(
  problem: GroupingProblem,
  wishes: readonly Wish[],
  price: number,
  standing: readonly StandingPlan[],
): Bans & Pick<GroupingProblem, 'wishes'> {
  const bans = bansOf(
    problem,
    wishes.filter(({ kind }) => kind === 'apart'),
  );
  const narrowed = { ...problem, ...bans };
  const index = indexOf(problem);
  const asked = wishes.flatMap((wish): GroupingWish[] => {
    const [a, b] = [index.get(wish.who), index.get(wish.whom)];
    if (wish.kind === 'apart' || a === undefined || b === undefined || a === b) return [];
    if (obstacleTo(narrowed, wish) !== undefined || isMet(narrowed, wish, standing)) return [];
    const about = wish.about === '' ? {} : { competency: wish.about };
    const lead = leadOf(narrowed, wish);
    if (lead === undefined) return [{ a, b, price: wish.kind === 'pinned' ? PINNED : price, ...about }];
    const [learner, helper] = lead === wish.whom ? [a, b] : [b, a];
    return [{ a: learner, b: helper, price, bLeads: true, ...about }];
  });
  if (asked.length === 0) return bans;
  const pins = asked.filter((wish) => wish.price === PINNED);
  const lesser = asked.filter((wish) => wish.price !== PINNED);
  const pinned = pins.length === 0 ? 0 : pinPrice({ ...problem, wishes: lesser }, pins.length);
  return { ...bans, wishes: asked.map((wish) => (wish.price === PINNED ? { ...wish, price: pinned } : wish)) };
}

/** Stands for the price of a pinned pair until all other prices are known. */
const PINNED = Infinity;

/**
 * What a pair kept together is worth, so that no groups without it can be better than some with it: more than it costs to form the
 * groups of the pinned pairs, each with everybody and every repeat that a group can have, and leave all else that anybody needs or
 * wishes undone.
 * @param problem with all other wishes and with the groups there were
 */
function pinPrice(problem: GroupingProblem, pins: number): number {
  const { teachers, params } = problem;
  const { price } = params;
  const people = params.U + params.cmax;
  const load = Math.max(params.k, ...teachers.map(({ maxLead = 0 }) => maxLead)) * price.load;
  const company = people * (price.subjRepeat + price.schoolRepeat + price.slot) + people ** 2 * price.oldPair;
  return evaluate(problem, []).cost + pins * (price.group + params.cmax * load + company) + 1;
}

/** The problem's bans and these: pairs of codes, about one competency or (about '') about all. */
export function bansOf(problem: GroupingProblem, apart: readonly Pair[]): Bans {
  const index = indexOf(problem);
  const forbidden: [number, number][] = [...(problem.forbidden ?? [])];
  const forbiddenIn: GroupingBan[] = [...(problem.forbiddenIn ?? [])];
  for (const { who, whom, about } of apart) {
    const [one, other] = [index.get(who), index.get(whom)];
    if (one === undefined || other === undefined || one === other) continue;
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    if (about === '') forbidden.push([a, b]);
    else if (problem.competencies.includes(about)) forbiddenIn.push({ a, b, competency: about });
  }
  return {
    ...(forbidden.length === 0 ? {} : { forbidden }),
    ...(forbiddenIn.length === 0 ? {} : { forbiddenIn }),
  };
}

/** Must the two not meet in a group of the competency? */
export function isBanned(problem: GroupingProblem, who: string, whom: string, competency: string): boolean {
  const { teachers, forbidden = [], forbiddenIn = [] } = problem;
  const banned = (a: number, b: number): boolean =>
    [teachers[a]?.id, teachers[b]?.id].every((id) => id === who || id === whom);
  return (
    forbidden.some(([a, b]) => banned(a, b)) ||
    forbiddenIn.some((ban) => ban.competency === competency && banned(ban.a, ban.b))
  );
}

/**
 * Who of the two should lead by a wish «хочу вместе»: the one who could help the other, whoever asks. Undefined where neither could, or
 * each could (then any group with both is meant), and for a pair that a person keeps together.
 */
export function leadOf(
  problem: GroupingProblem,
  wish: Pick<Wish, 'kind' | 'who' | 'whom' | 'about'>,
): string | undefined {
  if (wish.kind !== 'together') return undefined;
  const topics = sharedTopics(problem, wish).filter(
    (competency) => !isBanned(problem, wish.who, wish.whom, competency),
  );
  const [one, ...others] = [wish.who, wish.whom].filter((code) => {
    const levels = problem.teachers.find(({ id }) => id === code)?.lvl ?? '';
    return topics.some((competency) => levels.charAt(problem.competencies.indexOf(competency)) === '4');
  });
  return others.length === 0 ? one : undefined;
}

/** Are both in one of the groups, about what the wish is about, at least one of them learning, led by whom the wish means? */
export function isMet(
  problem: GroupingProblem,
  wish: Pick<Wish, 'kind' | 'who' | 'whom' | 'about'>,
  groups: readonly Pick<StandingPlan, 'competency' | 'consultants' | 'members'>[],
): boolean {
  const { who, whom, about } = wish;
  const lead = leadOf(problem, wish);
  return groups.some(({ competency, consultants, members }) => {
    const people = [...consultants, ...members];
    const bothLead = consultants.includes(who) && consultants.includes(whom);
    return (
      (about === '' || about === competency) &&
      people.includes(who) &&
      people.includes(whom) &&
      (lead === undefined || consultants.includes(lead)) &&
      !bothLead
    );
  });
}

/** What keeps the two apart in every possible group; undefined when they can meet. */
export function obstacleTo(problem: GroupingProblem, pair: Pair): Obstacle | undefined {
  const topics = sharedTopics(problem, pair);
  if (topics.length === 0) return 'topic';
  if (topics.every((competency) => isBanned(problem, pair.who, pair.whom, competency))) return 'banned';
  const [a, b] = [pair.who, pair.whom].map((code) => problem.teachers.find(({ id }) => id === code)?.av ?? '');
  for (let slot = 0; slot < problem.slots; slot++)
    if ((a ?? '').charAt(slot) > '0' && (b ?? '').charAt(slot) > '0') return undefined;
  return 'time';
}

/** Competencies (of those that the wish is about) in which both learn or one can lead the other. */
function sharedTopics({ teachers, competencies }: GroupingProblem, { who, whom, about }: Pair): readonly string[] {
  const a = teachers.find(({ id }) => id === who);
  const b = teachers.find(({ id }) => id === whom);
  if (a === undefined || b === undefined) return [];
  return competencies.filter((competency, c) => {
    const levels = [a.lvl.charAt(c), b.lvl.charAt(c)];
    return (about === '' || about === competency) && !levels.includes('3') && levels.some((level) => level < '3');
  });
}

const indexOf = ({ teachers }: GroupingProblem): ReadonlyMap<string, number> =>
  new Map(teachers.map(({ id }, i) => [id, i]));
