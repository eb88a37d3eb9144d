// A pool of many people divided part by part: the sizes are those of the whole, nobody is lost, and whom a wish brings together stays so.
import fc from 'fast-check';
import { formCommunities } from '../../../../src/domain/grouping/communities/form';
import { MOST_AT_ONCE, partsOf } from '../../../../src/domain/grouping/communities/parts';
import { balancedSizes, communityCount } from '../../../../src/domain/grouping/communities/search';
import { USUAL_COMMUNITY_PRICES } from '../../../../src/domain/grouping/team-prices';
import { row, teacher, wish, wishes } from '../people';

const poolOf = (people: number): ReturnType<typeof teacher>[] =>
  Array.from({ length: people }, (_u, n) => teacher(`T${String(n)}`));

it('whatever the wishes: everybody is in one part, whose communities are as large as those of the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: MOST_AT_ONCE + 1, max: 2000 }),
      fc.array(fc.tuple(fc.nat(1999), fc.nat(1999), fc.constantFrom('pinned' as const, 'together' as const))),
      (people, wanted) => {
        const pool = poolOf(people);
        const count = communityCount(people, 3, 5);
        const list = wanted
          .filter(([one, other]) => one !== other && one < people && other < people)
          .map(([one, other, kind]) => wish(`T${String(one)}`, `T${String(other)}`, kind));
        const parts = partsOf(pool, count, wishes(...list), 5);
        expect(parts.flatMap((part) => part.people.map(({ code }) => code)).sort()).toEqual(
          pool.map(({ code }) => code).sort(),
        );
        expect(parts.flatMap((part) => balancedSizes(part.people.length, part.count)).sort((a, b) => b - a)).toEqual(
          balancedSizes(people, count),
        );
        expect(Math.max(...parts.map((part) => part.people.length))).toBeLessThanOrEqual(301);
      },
    ),
    { numRuns: 30 },
  );
});

it('of more people everybody is placed, pinned ones together, and the same again as a draft', () => {
  const people = 640;
  const teachers = poolOf(people);
  const profiles = teachers.flatMap(({ code }, n) =>
    Array.from({ length: 8 }, (_u, k) => {
      const at = (n * 5 + k * 3) % 8;
      return row(code, `k${String(k)}`, at === 0 ? 4 : at < 3 ? 1 : 3, { wants: at === 1, helps: at === 0 });
    }),
  );
  const input = {
    teachers,
    profiles,
    competencies: Array.from({ length: 8 }, (_u, k) => `k${String(k)}`),
    wishes: wishes(wish('T3', 'T590', 'pinned'), wish('T500', 'T20', 'pinned')),
    policy: { least: 3, most: 5, schools: 'any' as const, prices: USUAL_COMMUNITY_PRICES },
    kept: [],
    drafts: [],
  };
  const plan = formCommunities(input);
  const groupOf = (code: string): number => plan.communities.findIndex(({ members }) => members.includes(code));
  expect(plan.left).toEqual([]);
  expect(new Set(plan.communities.flatMap(({ members }) => members)).size).toBe(people);
  expect([groupOf('T3'), groupOf('T500')]).toEqual([groupOf('T590'), groupOf('T20')]);
  expect(plan.exact).toBe(false);
  const again = formCommunities({ ...input, drafts: plan.communities.map(({ members }) => members) });
  expect(again.communities).toEqual(plan.communities);
}, 120_000);
