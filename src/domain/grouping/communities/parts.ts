// A pool of many people divided part by part: every two communities of a part are tried together, and of all those of a region there would
// be most of a million.
import type { Teacher } from '../../staff/teacher';
import type { Wishes } from '../wishes';
import { balancedSizes } from './search';

/** Up to so many people are divided as a whole. */
export const MOST_AT_ONCE = 600;
const IN_A_PART = 300;

/**
 * Cuts the pool, in the order of the staff list, into parts that make whole communities of the sizes that the pool as a whole would have.
 * People whom a wish brings together come into one part, as far as they fit into one community. Drafts make no difference: the same
 * people are cut the same way again.
 * @returns for each part its people, in the order of the list, and how many communities they make
 */
export function partsOf(
  pool: readonly Teacher[],
  count: number,
  wishes: Wishes,
  most: number,
): readonly { readonly people: readonly Teacher[]; readonly count: number }[] {
  const sizes = balancedSizes(pool.length, count);
  const inAPart = Math.max(1, Math.floor((IN_A_PART * count) / pool.length));
  const left = new Set(bundlesOf(pool, wishes, most));
  const place = new Map(pool.map(({ code }, index) => [code, index]));
  return Array.from({ length: Math.ceil(count / inAPart) }, (_unused, at) => {
    const own = sizes.slice(at * inAPart, (at + 1) * inAPart);
    let free = own.reduce((sum, size) => sum + size, 0);
    const people: Teacher[] = [];
    const take = (some: readonly Teacher[]): void => {
      people.push(...some);
      free -= some.length;
    };
    for (const bundle of left) {
      if (free === 0) break;
      if (bundle.length > free) continue;
      left.delete(bundle);
      take(bundle);
    }
    // Only larger bundles are left: one is parted.
    for (const bundle of left) {
      if (free === 0) break;
      left.delete(bundle);
      left.add(bundle.slice(free));
      take(bundle.slice(0, free));
    }
    return {
      people: people.sort((a, b) => (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0)),
      count: own.length,
    };
  });
}

/** Everybody in the order of the list, together with those whom wishes bring to him, at most `most` people in all. */
function bundlesOf(pool: readonly Teacher[], wishes: Wishes, most: number): readonly (readonly Teacher[])[] {
  const bundleOf = new Map(pool.map((teacher) => [teacher.code, [teacher]]));
  // What a person has decided comes before what people ask for.
  for (const wanted of ['pinned', 'together'])
    for (const { kind, who, whom } of wishes.list) {
      const one = bundleOf.get(who);
      const other = bundleOf.get(whom);
      if (kind !== wanted || one === undefined || other === undefined || one === other) continue;
      if (one.length + other.length > most) continue;
      one.push(...other);
      for (const { code } of other) bundleOf.set(code, one);
    }
  return [...new Set(pool.flatMap(({ code }) => [bundleOf.get(code) ?? []]))];
}
