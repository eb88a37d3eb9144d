// Divides a pool of people into communities: a start, then the best regrouping of any two or three communities until none is better.
import { Random } from '../random';
import { type CommunityModel, type Valued } from './model';
import { MOST_EXACT, regroup } from './regroup';

export interface Division {
  readonly communities: readonly (readonly number[])[];
  readonly value: number;
  /** Is it known that nothing better exists? */
  readonly exact: boolean;
}

/** Three communities together are divided anew when they are no more people than this: more take too long. */
const MOST_IN_THREE = 13;
/** Up to so many communities every three of them are regrouped; of more, each with the nearest. */
const ALL_TRIPLES = 10;
const NEAREST = 5;
/** Starts besides the greedy one, when there is no draft to begin from; fewer for many people. */
const STARTS = 6;
const MANY = 120;

/** Sizes that differ by one at most and add up to `people`, greater first. */
export function balancedSizes(people: number, communities: number): readonly number[] {
  const size = Math.floor(people / communities);
  const greater = people % communities;
  return Array.from({ length: communities }, (_unused, index) => (index < greater ? size + 1 : size));
}

/**
 * How many communities `people` make, everybody placed: so that the mean size is near the middle of the limits; where two numbers
 * are equally near, the smaller. When no number of communities places everybody, as many as can be filled.
 */
export function communityCount(people: number, least: number, most: number): number {
  const greatest = Math.floor(people / least);
  const fewest = Math.min(greatest, Math.ceil(people / most));
  const middle = Math.ceil((2 * people) / (least + most) - 0.5);
  return Math.max(fewest, Math.min(greatest, middle));
}

/**
 * Divides everybody of the model into `count` communities of balanced sizes. Pools of up to `MOST_EXACT` people are solved exactly.
 * Of larger ones the result cannot be made better by regrouping any two communities, nor any three of few people (of many
 * communities: any three near to one another). With a draft the search begins at it, so that a draft which is still as good as that stays untouched.
 */
export function divide(model: CommunityModel, count: number, draft: readonly (readonly number[])[]): Division {
  if (count === 0) return { communities: [], value: 0, exact: true };
  const sizes = balancedSizes(model.size, count);
  const everybody = Array.from({ length: model.size }, (_unused, i) => i);
  if (model.size <= MOST_EXACT) {
    const { value, communities } = regroup(model, everybody, sizes);
    // Of equally good divisions the standing one stays.
    const standing = fitted(model, sizes, draft);
    const worth = totalOf(model, standing);
    return worth === value ? { communities: standing, value, exact: true } : { communities, value, exact: true };
  }
  const starts = [fitted(model, sizes, draft)];
  if (draft.length === 0) {
    const random = new Random(1);
    for (let n = 0; n < (model.size > MANY ? 1 : STARTS); n++) starts.push(chopped(shuffled(everybody, random), sizes));
  }
  let best: Division | undefined;
  for (const start of starts) {
    const communities = improved(model, start);
    const value = totalOf(model, communities);
    if (best === undefined || value > best.value) best = { communities, value, exact: false };
  }
  return best ?? { communities: [], value: 0, exact: true };
}

const totalOf = (model: CommunityModel, communities: readonly (readonly number[])[]): number =>
  communities.reduce((sum, members) => sum + model.value(members).value, 0);

const ascending = (members: readonly number[]): readonly number[] => [...members].sort((a, b) => a - b);

function shuffled(people: readonly number[], random: Random): readonly number[] {
  const order = [...people];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function chopped(people: readonly number[], sizes: readonly number[]): readonly (readonly number[])[] {
  let from = 0;
  return sizes.map((size) => ascending(people.slice(from, (from += size))));
}

/** The draft made to fit the sizes: the smallest communities too many dissolve, the too large give, the others take; new ones are greedy. */
function fitted(
  model: CommunityModel,
  sizes: readonly number[],
  draft: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const standing = [...draft].filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
  const communities: number[][] = sizes.map((size, index) => {
    let members = [...(standing[index] ?? [])];
    while (members.length > size) {
      const without = members.map((_member, at) => members.filter((_other, place) => place !== at));
      members = bestOf(without, (rest) => model.value(rest).value);
    }
    return members;
  });
  const placed = new Set(communities.flat());
  let pool = Array.from({ length: model.size }, (_unused, i) => i).filter((i) => !placed.has(i));
  communities.forEach((members, index) => {
    if (members.length === 0) return;
    while (members.length < (sizes[index] ?? 0)) {
      const next = bestOf(pool, (i) => model.value([...members, i]).value);
      members.push(next);
      pool = pool.filter((i) => i !== next);
    }
  });
  communities.forEach((members, index) => {
    if (members.length > 0) return;
    const size = sizes[index] ?? 0;
    // For every focus those who need it most, with whoever then makes the best tutor.
    const byFocus = model.competencies.map((_id, c) => {
      const needy = [...pool].sort((a, b) => model.needOf(b, c) - model.needOf(a, c) || a - b).slice(0, size - 1);
      const others = pool.filter((i) => !needy.includes(i));
      return [...needy, bestOf(others, (i) => model.value([...needy, i]).value)];
    });
    members.push(...bestOf(byFocus, (candidates) => model.value(candidates).value));
    pool = pool.filter((i) => !members.includes(i));
  });
  return communities.map(ascending);
}

/** The first of the best; there must be one. */
function bestOf<T>(candidates: readonly T[], worth: (candidate: T) => number): T {
  let best = candidates[0] as T;
  let most = -Infinity;
  for (const candidate of candidates) {
    const value = worth(candidate);
    if (value > most) {
      most = value;
      best = candidate;
    }
  }
  return best;
}

/** Regroups twos and threes of communities until nothing is gained any more. */
function improved(model: CommunityModel, start: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const communities = start.map(ascending);
  const valued = communities.map((members) => model.value(members));
  /** When each community changed last, and when each two or three were last tried: unchanged since, they need not be again. */
  const changed = communities.map(() => 0);
  const tried = new Map<string, number>();
  let now = 1;
  const attempt = (chosen: readonly number[]): boolean => {
    const key = chosen.join(' ');
    const last = tried.get(key) ?? -1;
    if (chosen.every((g) => changed[g]! < last)) return false;
    tried.set(key, ++now);
    const before = chosen.reduce((sum, g) => sum + valued[g]!.value, 0);
    const parts = chosen.map((g) => communities[g]!);
    const people = ascending(parts.flat());
    if (chosen.length > 2 && people.length > MOST_IN_THREE) return false;
    const better =
      people.length <= MOST_EXACT
        ? regroup(
            model,
            people,
            parts.map(({ length }) => length),
          )
        : exchanged(model, parts);
    if (better.value <= before) return false;
    chosen.forEach((g, index) => {
      communities[g] = ascending(better.communities[index] ?? []);
      valued[g] = model.value(communities[g]);
      changed[g] = ++now;
    });
    return true;
  };
  for (let gained = true; gained;) {
    gained = false;
    for (let a = 0; a < communities.length; a++)
      for (let b = a + 1; b < communities.length; b++) if (attempt([a, b])) gained = true;
    for (const triple of triplesOf(model, communities, valued)) if (attempt(triple)) gained = true;
  }
  return communities;
}

/** Every three, or of many communities each with every two of those nearest to it. */
function triplesOf(
  model: CommunityModel,
  communities: readonly (readonly number[])[],
  valued: readonly Valued[],
): readonly (readonly number[])[] {
  const numbers = communities.map((_members, g) => g);
  const twosOf = (some: readonly number[]): readonly (readonly number[])[] =>
    some.flatMap((one, a) => some.slice(a + 1).map((other) => [one, other]));
  if (communities.length <= ALL_TRIPLES)
    return numbers.flatMap((g) => twosOf(numbers.slice(g + 1)).map((two) => [g, ...two]));
  const pull = (members: readonly number[], focus: number): number =>
    members.reduce((sum, i) => sum + model.needOf(i, focus), 0);
  const found = new Map<string, readonly number[]>();
  for (const g of numbers) {
    const near = numbers
      .filter((other) => other !== g)
      .map((other) => ({
        other,
        worth: pull(communities[g]!, valued[other]!.focus) + pull(communities[other]!, valued[g]!.focus),
      }))
      .sort((a, b) => b.worth - a.worth || a.other - b.other)
      .slice(0, NEAREST)
      .map(({ other }) => other);
    for (const two of twosOf(near)) {
      const triple = [g, ...two].sort((a, b) => a - b);
      found.set(triple.join(' '), triple);
    }
  }
  return [...found.values()];
}

/** Of communities too large to be divided anew: the best exchange of two people, or one person moved where the sizes then only swap. */
function exchanged(
  model: CommunityModel,
  parts: readonly (readonly number[])[],
): { readonly value: number; readonly communities: readonly (readonly number[])[] } {
  const values = parts.map((members) => model.value(members).value);
  const before = values.reduce((sum, value) => sum + value, 0);
  let best = { value: before, communities: parts };
  const consider = (a: number, b: number, one: readonly number[], other: readonly number[]): void => {
    const value = before - values[a]! - values[b]! + model.value(one).value + model.value(other).value;
    if (value > best.value)
      best = { value, communities: parts.map((members, g) => (g === a ? one : g === b ? other : members)) };
  };
  for (let a = 0; a < parts.length; a++)
    for (let b = 0; b < parts.length; b++) {
      if (a === b) continue;
      const [from, to] = [parts[a]!, parts[b]!];
      for (const i of from) {
        if (from.length === to.length + 1)
          consider(
            a,
            b,
            from.filter((other) => other !== i),
            ascending([...to, i]),
          );
        if (a > b) continue;
        for (const j of to)
          consider(
            a,
            b,
            ascending([...from.filter((other) => other !== i), j]),
            ascending([...to.filter((other) => other !== j), i]),
          );
      }
    }
  return best;
}
