// The best way to divide a few people into communities: exact, by dynamic programming over sets of people.
import type { CommunityModel } from './model';

/** More people than this are not divided exactly: sets of them are too many. */
export const MOST_EXACT = 15;
/** Communities of one size among so few people are fewer than this. */
const RADIX = MOST_EXACT + 1;

/**
 * Divides the people into communities of the given sizes (any order) so that the total worth is the greatest. Exact: of every set of
 * people left, the community of the first of them is tried in all ways.
 * @param people at most `MOST_EXACT`, in ascending order
 * @returns the communities; the same input gives the same output
 */
export function regroup(
  model: CommunityModel,
  people: readonly number[],
  sizes: readonly number[],
): { readonly value: number; readonly communities: readonly (readonly number[])[] } {
  const kinds = [...new Set(sizes)].sort((a, b) => b - a);
  const unit = kinds.map((_size, kind) => RADIX ** kind);
  /** How many communities of each size are still to be made, as digits of one number. */
  const all = sizes.reduce((sum, size) => sum + (unit[kinds.indexOf(size)] ?? 0), 0);
  const states = RADIX ** kinds.length;
  const worth = new Float64Array(2 ** people.length).fill(NaN);
  const worthOf = (set: number): number => {
    if (Number.isNaN(worth[set])) worth[set] = model.value(membersOf(people, set)).value;
    return worth[set]!;
  };
  const known = new Map<number, { readonly value: number; readonly first: number }>();
  const best = (left: number, rest: number): { readonly value: number; readonly first: number } => {
    if (left === 0) return { value: 0, first: 0 };
    const key = left * states + rest;
    const found = known.get(key);
    if (found !== undefined) return found;
    const lowest = left & -left;
    let value = -Infinity;
    let first = 0;
    for (let kind = 0; kind < kinds.length; kind++) {
      if (Math.floor(rest / unit[kind]!) % RADIX === 0) continue;
      const after = rest - unit[kind]!;
      subsets(left ^ lowest, kinds[kind]! - 1, lowest, (set) => {
        const total = worthOf(set) + best(left ^ set, after).value;
        if (total > value) {
          value = total;
          first = set;
        }
      });
    }
    const result = { value, first };
    known.set(key, result);
    return result;
  };
  const communities: (readonly number[])[] = [];
  let left = 2 ** people.length - 1;
  let rest = all;
  const { value } = best(left, rest);
  while (left !== 0) {
    const { first } = best(left, rest);
    const members = membersOf(people, first);
    communities.push(members);
    rest -= unit[kinds.indexOf(members.length)] ?? 0;
    left ^= first;
  }
  return { value, communities };
}

const membersOf = (people: readonly number[], set: number): readonly number[] =>
  people.filter((_person, bit) => (set >> bit) & 1);

/** Every set of `count` bits of `from`, together with `chosen`. */
function subsets(from: number, count: number, chosen: number, visit: (set: number) => void): void {
  if (count === 0) {
    visit(chosen);
    return;
  }
  for (let rest = from; rest !== 0;) {
    const bit = rest & -rest;
    rest ^= bit;
    subsets(rest, count - 1, chosen | bit, visit);
  }
}
