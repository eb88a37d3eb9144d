// Random grouping problems for the property tests: any shape, also hopeless ones.
import fc from 'fast-check';
import { evaluate } from '../../../src/domain/grouping/solve';
import type { GroupingGroup, GroupingProblem, GroupingResource } from '../../../src/domain/grouping/solve';

export interface Size {
  teachers: number;
  competencies: number;
  slots: number;
}

const digits = (length: number, of: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...of), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** Which of those who could be in a group are: numbers that are taken modulo their count. */
interface Picked {
  readonly c: number;
  readonly slot: number;
  readonly lead: number;
  readonly members: readonly number[];
}

const picked = (competencies: number, slots: number): fc.Arbitrary<Picked> =>
  fc.record({
    c: fc.nat(competencies - 1),
    slot: fc.nat(slots - 1),
    lead: fc.nat(5),
    members: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }),
  });

/** The problem with those of the picked groups locked that keep every rule. */
function withLocked(problem: GroupingProblem, picks: readonly Picked[]): GroupingProblem {
  const locked: GroupingGroup[] = [];
  for (const { c, slot, lead, members } of picks) {
    const free = problem.teachers.filter(({ av }) => av.charAt(slot) !== '0');
    const able = free.filter(({ lvl }) => lvl.charAt(c) === '4').map(({ id }) => id);
    const needy = free.filter(({ lvl }) => lvl.charAt(c) < '3').map(({ id }) => id);
    const group = {
      competency: problem.competencies[c] ?? '',
      slot,
      consultants: able.length === 0 ? [] : [able[lead % able.length] ?? ''],
      members: needy.length === 0 ? [] : [...new Set(members.map((at) => needy[at % needy.length] ?? ''))],
    };
    if (evaluate(problem, [...locked, group]).broken.length === 0) locked.push(group);
  }
  return locked.length === 0 ? problem : { ...problem, locked };
}

/** A competency with smaller groups: how many fewer members and consultants, modulo what may be. */
interface Smaller {
  readonly competency: string;
  readonly members: number;
  readonly consultants: number;
}

function withSizes(problem: GroupingProblem, smaller: readonly Smaller[]): GroupingProblem {
  const { L, U, cmax } = problem.params;
  const sizes = new Map(
    smaller.map(({ competency, members, consultants }) => [
      competency,
      { competency, U: U - (members % (U - L + 1)), cmax: cmax - (consultants % cmax) },
    ]),
  );
  return sizes.size === 0 ? problem : { ...problem, sizes: [...sizes.values()] };
}

/** Problems with at most so many teachers, exactly so many competencies and slots. */
export function problems({ teachers, competencies, slots }: Size): fc.Arbitrary<GroupingProblem> {
  const small = fc.integer({ min: 0, max: 40 });
  const pairs = (n: number): fc.Arbitrary<[number, number][]> =>
    fc.array(
      fc.tuple(fc.nat(n - 1), fc.nat(n - 1)).filter(([a, b]) => a !== b),
      { maxLength: 3 },
    );
  const names = Array.from({ length: competencies }, (_, c) => `K${String(c)}`);
  const competency = fc.constantFrom(...names);
  const person = (n: number): fc.Arbitrary<string> => fc.nat(n - 1).map((i) => `t${String(i)}`);
  const one = (n: number): fc.Arbitrary<GroupingGroup> =>
    fc.record({
      competency,
      slot: fc.nat(slots - 1),
      consultants: fc.uniqueArray(person(n), { minLength: 1, maxLength: 2 }),
      members: fc.uniqueArray(person(n), { minLength: 1, maxLength: 3 }),
    });
  const drawn = fc.integer({ min: 2, max: teachers }).chain((n) =>
    fc.record({
      format: fc.constant('vr-mobile-groups/1' as const),
      id: fc.constant('random'),
      teachers: fc
        .array(
          fc.record(
            {
              subj: fc.nat(2),
              school: fc.nat(1),
              lvl: digits(competencies, ['0', '1', '2', '2', '3', '4', '4']),
              av: digits(slots, ['0', '1', '2', '2']),
              maxMember: fc.nat(3),
              maxLead: fc.nat(2),
            },
            { requiredKeys: ['subj', 'school', 'lvl', 'av'] },
          ),
          { minLength: n, maxLength: n },
        )
        .map((all) => all.map((teacher, i) => ({ ...teacher, id: `t${String(i)}` }))),
      subjects: fc.constant<string[]>(['a', 'b', 'c']),
      schools: fc.constantFrom(2, 2, 3),
      slots: fc.constant(slots),
      competencies: fc.constant(names),
      history: pairs(n),
      forbidden: pairs(n),
      forbiddenIn: fc.array(
        fc.record({ a: fc.nat(n - 1), b: fc.nat(n - 1), competency }).filter(({ a, b }) => a !== b),
        { maxLength: 2 },
      ),
      wishes: fc.array(
        fc
          .record(
            { a: fc.nat(n - 1), b: fc.nat(n - 1), price: small, bLeads: fc.boolean(), competency },
            { requiredKeys: ['a', 'b', 'price'] },
          )
          .filter(({ a, b }) => a !== b),
        { maxLength: 3 },
      ),
      resources: fc.oneof(
        fc.constant<GroupingResource[]>([]),
        fc.tuple(
          fc.record({
            id: fc.constant('room'),
            capacity: fc.nat(2),
            competencies: fc.constantFrom(names, names.slice(0, 1)),
          }),
        ),
      ),
      previous: fc.array(one(n), { maxLength: 2 }),
      params: fc.record({
        L: fc.integer({ min: 1, max: 3 }),
        U: fc.integer({ min: 3, max: 4 }),
        U1: fc.integer({ min: 2, max: 3 }),
        cmax: fc.integer({ min: 1, max: 2 }),
        m: fc.integer({ min: 1, max: 2 }),
        k: fc.integer({ min: 1, max: 2 }),
        w: fc.constant<number[]>([0, 1, 4, 9]),
        price: fc.record({
          uncovered: fc.integer({ min: 0, max: 100 }),
          leftOut: fc.integer({ min: 0, max: 200 }),
          group: small,
          load: small,
          subjRepeat: fc.nat(6),
          schoolRepeat: fc.nat(6),
          slot: fc.nat(3),
          oldPair: fc.nat(5),
          change: fc.nat(8),
        }),
      }),
    }),
  );
  const locked = fc.oneof(fc.constant<Picked[]>([]), fc.array(picked(competencies, slots), { maxLength: 12 }));
  const bounds = fc.array(fc.record({ competency, members: fc.nat(3), consultants: fc.nat(1) }), { maxLength: 2 });
  return fc
    .tuple(drawn, locked, bounds)
    .map(([problem, picks, smaller]) => withLocked(withSizes(problem, smaller), picks));
}
