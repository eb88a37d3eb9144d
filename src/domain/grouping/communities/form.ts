// Forms learning communities of a school or a network: everybody placed if possible, sizes balanced, shared needs, a tutor in each.
import { schoolKey } from '../../staff/normalise';
import type { ProfileRow } from '../../scoring/profile';
import type { Teacher } from '../../staff/teacher';
import type { Wishes } from '../wishes';
import { type Community, CommunityModel, type CommunityPolicy } from './model';
import { MOST_AT_ONCE, partsOf } from './parts';
import { communityCount, divide } from './search';

export interface CommunitiesInput {
  readonly profiles: readonly ProfileRow[];
  /** Everybody who takes part. */
  readonly teachers: readonly Teacher[];
  /** Ids of what a community may be about. */
  readonly competencies: readonly string[];
  readonly wishes: Wishes;
  readonly policy: CommunityPolicy;
  /** Communities that stay as they are: published or pinned. */
  readonly kept: readonly (readonly string[])[];
  /** The draft that is formed again. */
  readonly drafts: readonly (readonly string[])[];
}

/** `own`: by his own limit; `few`: too few people (of his school); `sizes`: the sizes allowed do not add up; `apart`: forbidden pairs. */
export type NotPlaced = 'own' | 'few' | 'sizes' | 'apart';

export interface CommunitiesPlan {
  /** The communities besides the kept ones. */
  readonly communities: readonly Community[];
  readonly left: readonly { readonly teacher: string; readonly reason: NotPlaced }[];
  /** Worth without the price of change, and what no division into as many communities can exceed. */
  readonly value: number;
  readonly bound: number;
  /** Is it known that nothing is worth more? */
  readonly exact: boolean;
}

/**
 * Forms the communities. A pool is everybody without a kept community who may learn in one (a limit of 0 as a consultee says no), with
 * `within` school by school. The number of communities follows from the pool's size (`communityCount`), their sizes differ by one at
 * most. Somebody is left out only when the pool is smaller than a community, when the sizes allowed do not add up, or when
 * forbidden pairs leave no other way. The same input gives the same communities, and these as a draft give them again.
 */
export function formCommunities(input: CommunitiesInput): CommunitiesPlan {
  const { policy } = input;
  const kept = new Set(input.kept.flat());
  const free = input.teachers.filter(({ code }) => !kept.has(code));
  const eligible = free.filter(({ maxAsConsultee }) => maxAsConsultee !== 0);
  const pools = new Map<string, Teacher[]>();
  for (const teacher of eligible) {
    const key = policy.schools === 'within' ? schoolKey(teacher.school) : '';
    pools.set(key, [...(pools.get(key) ?? []), teacher]);
  }
  const plans = [...pools.values()].map((pool) => formPool(input, pool));
  return {
    communities: plans.flatMap(({ communities }) => communities),
    left: [
      ...free
        .filter((teacher) => !eligible.includes(teacher))
        .map(({ code }) => ({ teacher: code, reason: 'own' as const })),
      ...plans.flatMap(({ left }) => left),
    ],
    value: plans.reduce((sum, { value }) => sum + value, 0),
    bound: plans.reduce((sum, { bound }) => sum + bound, 0),
    exact: plans.every(({ exact }) => exact),
  };
}

/** Everybody of the pool in `count` communities, as well as was found; `broken`: pairs who are together though a ban forbids it. */
function inCommunities(input: CommunitiesInput, pool: readonly Teacher[], count: number) {
  const { competencies, profiles, wishes, policy } = input;
  const parts = pool.length > MOST_AT_ONCE ? partsOf(pool, count, wishes, policy.most) : [{ people: pool, count }];
  const found = parts.map((part) => divided(input, part.people, part.count));
  const index = new Map(pool.map(({ code }, i) => [code, i]));
  // In the order of the staff list, whatever way they were found.
  const communities = found
    .flatMap((one) => one.communities)
    .map((members) => members.flatMap(({ code }) => index.get(code) ?? []))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const plain = new CommunityModel(pool, competencies, profiles, wishes, policy);
  const valued = communities.map((members) => ({ members, ...plain.value(members) }));
  const broken = valued.flatMap(({ members, focus }) => plain.forbidden(members, focus));
  return { count, plain, valued, broken, exact: found.every((one) => one.exact) && parts.length === 1 };
}

function formPool(input: CommunitiesInput, everybody: readonly Teacher[]): CommunitiesPlan {
  const { competencies, profiles, wishes, policy } = input;
  const left: { teacher: string; reason: NotPlaced }[] = [];
  const bare = (people: readonly Teacher[]): CommunityModel =>
    new CommunityModel(people, competencies, profiles, wishes, policy);
  let pool = everybody;
  // Whoever needs least is left first; of equals, whoever stands last in the list.
  const leaveOut = (reason: NotPlaced, among: readonly string[]): void => {
    const model = bare(pool);
    const needs = new Map(
      pool.map(({ code }, i) => [code, Math.max(0, ...competencies.map((_id, c) => model.needOf(i, c)))]),
    );
    const [teacher] = [...among].reverse().sort((a, b) => (needs.get(a) ?? 0) - (needs.get(b) ?? 0));
    if (teacher === undefined) return;
    left.push({ teacher, reason });
    pool = pool.filter(({ code }) => code !== teacher);
  };
  for (;;) {
    const usual = competencies.length === 0 ? 0 : communityCount(pool.length, policy.least, policy.most);
    if (usual === 0) {
      left.push(...pool.map(({ code }) => ({ teacher: code, reason: 'few' as const })));
      return { communities: [], left, value: 0, bound: 0, exact: true };
    }
    if (pool.length > usual * policy.most) {
      leaveOut(
        'sizes',
        pool.map(({ code }) => code),
      );
      continue;
    }
    let division = inCommunities(input, pool, usual);
    // Where a ban does not let so many communities be made, one more or one less may do.
    for (const other of [usual - 1, usual + 1]) {
      if (division.broken.length === 0) break;
      if (other * policy.least > pool.length || other * policy.most < pool.length) continue;
      const found = inCommunities(input, pool, other);
      if (found.broken.length === 0) division = found;
    }
    const { count, plain, valued, broken, exact } = division;
    if (broken.length > 0) {
      // Of those who must not be together, whoever stands in the way of most goes; then all is divided anew.
      const counts = new Map<number, number>();
      for (const pair of broken) for (const i of pair) counts.set(i, (counts.get(i) ?? 0) + 1);
      const most = Math.max(...counts.values());
      leaveOut(
        'apart',
        [...counts].flatMap(([i, times]) => (times === most ? (pool[i]?.code ?? []) : [])),
      );
      continue;
    }
    return {
      communities: valued.map(({ members, focus, tutor }) => ({
        focus: competencies[focus] ?? '',
        tutor: pool[tutor]?.code ?? '',
        members: members.flatMap((i) => pool[i]?.code ?? []),
      })),
      left,
      value: valued.reduce((sum, { value }) => sum + value, 0),
      bound: plain.bound(count, Math.ceil(pool.length / count)),
      exact,
    };
  }
}

/** The people divided into so many communities, beginning from what of the draft is theirs. */
function divided(
  { competencies, profiles, wishes, policy, drafts }: CommunitiesInput,
  people: readonly Teacher[],
  count: number,
): { readonly communities: readonly (readonly Teacher[])[]; readonly exact: boolean } {
  const index = new Map(people.map(({ code }, i) => [code, i]));
  const model = new CommunityModel(people, competencies, profiles, wishes, policy, drafts);
  const { communities, exact } = divide(
    model,
    count,
    drafts.map((codes) => codes.flatMap((code) => index.get(code) ?? [])),
  );
  return { communities: communities.map((members) => members.flatMap((i) => people[i] ?? [])), exact };
}
