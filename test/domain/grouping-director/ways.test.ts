// Why a deficit is left: what is said to stand in the way does, and nothing else.
import fc from 'fast-check';
import { type Evaluation, evaluate } from '../../../src/domain/grouping/evaluate';
import type { Hindrance } from '../../../src/domain/grouping/hindrances';
import type {
  GroupingGroup,
  GroupingProblem,
  GroupingTeacher,
  UnservedNeed,
} from '../../../src/domain/grouping/problem';
import { solve } from '../../../src/domain/grouping/solve';
import { type NearestWay, Ways } from '../../../src/domain/grouping/ways';
import { problems } from '../grouping/arbitrary';

interface Tried {
  problem: GroupingProblem;
  groups: GroupingGroup[];
  way: NearestWay;
}

const changed = (
  problem: GroupingProblem,
  codes: readonly string[],
  change: (one: GroupingTeacher) => GroupingTeacher,
) => ({
  ...problem,
  teachers: problem.teachers.map((one) => (codes.includes(one.id) ? change(one) : one)),
});
const at = (text: string, place: number, char: string): string => text.slice(0, place) + char + text.slice(place + 1);

/** Somebody new with the level who can at that time only. */
const newcomer = (
  problem: GroupingProblem,
  id: string,
  competency: string,
  slot: number,
  level: string,
  subj: number,
) => ({
  ...problem,
  teachers: [
    ...problem.teachers,
    {
      id,
      subj,
      school: 0,
      lvl: at('3'.repeat(problem.competencies.length), problem.competencies.indexOf(competency), level),
      av: at('0'.repeat(problem.slots), slot, '2'),
    },
  ],
});

/** Takes the hindrance away, as its remedy would. */
function without(tried: Tried, hindrance: Hindrance, { teacher: person, competency }: UnservedNeed): Tried {
  const { problem, groups, way } = tried;
  /** Their groups of that time meet at times that nobody else has. */
  const free = (codes: readonly string[]): Tried => {
    const busy = groups.filter(
      ({ slot, consultants, members }) =>
        slot === way.slot && [...consultants, ...members].some((code) => codes.includes(code)),
    );
    return {
      ...tried,
      problem: {
        ...problem,
        slots: problem.slots + busy.length,
        teachers: problem.teachers.map((one) => ({ ...one, av: one.av + '2'.repeat(busy.length) })),
      },
      groups: groups.map((group) =>
        busy.includes(group) ? { ...group, slot: problem.slots + busy.indexOf(group) } : group,
      ),
    };
  };
  switch (hindrance.kind) {
    case 'rules':
      return { ...tried, problem: { ...problem, sizes: [], params: { ...problem.params, U: 20, U1: 20 } } };
    case 'own':
      return problem.teachers.find(({ id }) => id === person)?.maxMember === undefined
        ? { ...tried, problem: { ...problem, params: { ...problem.params, m: 9 } } }
        : { ...tried, problem: changed(problem, [person], (one) => ({ ...one, maxMember: 9 })) };
    case 'apart':
      return { ...tried, problem: { ...problem, forbidden: [], forbiddenIn: [] } };
    case 'busy':
      return free([person]);
    case 'full':
      return { ...tried, problem: { ...problem, sizes: [], params: { ...problem.params, U: 20, U1: 20 } } };
    case 'load':
      return { ...tried, problem: changed(problem, hindrance.leads, (one) => ({ ...one, maxLead: 9 })) };
    case 'leadBusy':
      return free(hindrance.leads);
    case 'means':
      return { ...tried, problem: { ...problem, resources: [] } };
    case 'few': {
      let next = problem;
      const more = Array.from({ length: hindrance.missing }, (_, n) => `new ${String(n)}`);
      more.forEach((id) => (next = newcomer(next, id, competency, way.slot, '2', 8)));
      return { ...tried, problem: next, way: { ...way, members: [...way.members, ...more] } };
    }
    case 'alike':
      return { ...tried, problem: changed(problem, [person], (one) => ({ ...one, subj: 9 })) };
    case 'time': {
      const can = (one: GroupingTeacher) => ({ ...one, av: at(one.av, way.slot, '2') });
      return { ...tried, problem: changed(problem, [person, ...way.leads], can) };
    }
    case 'consultant': {
      const more = Array.from({ length: hindrance.needed - way.leads.length }, (_, n) => `lead ${String(n)}`);
      let next = problem;
      more.forEach((id) => (next = newcomer(next, id, competency, way.slot, '4', 7)));
      return { ...tried, problem: next, way: { ...way, leads: [...way.leads, ...more] } };
    }
  }
}

/** The groups with the way gone. */
function taken({ problem, groups, way }: Tried, { teacher: person, competency }: UnservedNeed): Evaluation {
  const moved = new Set(way.members);
  const next =
    way.joins === undefined
      ? [
          ...groups.map((group) =>
            group.competency === competency
              ? { ...group, members: group.members.filter((code) => !moved.has(code)) }
              : group,
          ),
          { competency, slot: way.slot, consultants: [...way.leads], members: [...way.members] },
        ]
      : groups.map((group) =>
          group.competency === competency && group.slot === way.slot && group.consultants.join() === way.leads.join()
            ? { ...group, members: [...group.members, person] }
            : group,
        );
  return evaluate(problem, next);
}

interface Left {
  problem: GroupingProblem;
  groups: GroupingGroup[];
  unserved: readonly UnservedNeed[];
}

/** Some groups, not only the best: as a director may leave them. */
const left = (teachers: number, slots: number): fc.Arbitrary<Left> =>
  fc.tuple(problems({ teachers, competencies: 2, slots }), fc.nat(3)).map(([drawn, rounds]) => {
    const problem = { ...drawn, locked: [], previous: [], wishes: [] };
    const groups = solve(problem, { seed: 1, maxRounds: 1 + rounds }).groups.slice(0, 1 + rounds);
    return { problem, groups, unserved: evaluate(problem, groups).unserved };
  });

const waysOf = ({ problem, groups, unserved }: Left): Ways =>
  new Ways(problem, groups, unserved, (code) => problem.teachers.find(({ id }) => id === code)?.maxLead === 0);

/** What other groups of that time stand in the way with. */
const THEN: readonly Hindrance['kind'][] = ['busy', 'leadBusy', 'means'];

/** Those of the items that the bits name. */
const chosen = <T>(items: readonly T[], bits: number): T[] => items.filter((_, n) => ((bits >> n) & 1) === 1);

/** Is there a group with the person, a further one or one that stands, with everybody else where he or she is? */
function hasWay({ problem, groups, unserved }: Left, { teacher, competency }: UnservedNeed): boolean {
  const c = problem.competencies.indexOf(competency);
  const able = problem.teachers
    .filter(({ lvl, maxLead }) => lvl.charAt(c) === '4' && maxLead !== 0)
    .map(({ id }) => id);
  const others = unserved.flatMap((one) =>
    one.competency === competency && one.teacher !== teacher ? [one.teacher] : [],
  );
  const keeps = (all: GroupingGroup[]): boolean => evaluate(problem, all).broken.length === 0;
  const joins = groups.some(
    (group, n) =>
      group.competency === competency &&
      keeps(groups.map((one, k) => (k === n ? { ...one, members: [...one.members, teacher] } : one))),
  );
  if (joins) return true;
  for (let slot = 0; slot < problem.slots; slot++)
    for (let leads = 1; leads < 1 << able.length; leads++)
      for (let members = 0; members < 1 << others.length; members++) {
        const further = {
          competency,
          slot,
          consultants: chosen(able, leads),
          members: [teacher, ...chosen(others, members)],
        };
        if (keeps([...groups, further])) return true;
      }
  return false;
}

describe('what stands in the way of a deficit', () => {
  it('is all that does, and each does: with it gone there is a group that keeps every rule, and with one left there is not', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(left(9, 3), ({ problem, groups, unserved }) => {
        const ways = waysOf({ problem, groups, unserved });
        for (const need of unserved) {
          const way = ways.nearest(need);
          if (way.slot < 0) continue;
          const fits = (but?: Hindrance): boolean => {
            const gone = way.hindrances.filter((one) => one !== but);
            const tried = gone.reduce((so, one) => without(so, one, need), { problem, groups, way });
            return taken(tried, need).broken.length === 0;
          };
          expect(fits() || way).toBe(true);
          for (const one of way.hindrances) {
            seen.add(one.kind);
            // One group that meets at another time may leave a person, a consultant and a room.
            if (THEN.includes(one.kind) && way.hindrances.filter(({ kind }) => THEN.includes(kind)).length > 1)
              continue;
            expect(fits(one) && { way, but: one }).toBe(false);
          }
        }
      }),
      { numRuns: 600 },
    );
    expect([...seen].sort()).toEqual([
      'alike',
      'apart',
      'busy',
      'consultant',
      'few',
      'full',
      'leadBusy',
      'load',
      'means',
      'own',
      'rules',
      'time',
    ]);
  });

  it('is nothing just where there is a group for the person', () => {
    fc.assert(
      fc.property(left(6, 2), (all) => {
        const ways = waysOf(all);
        for (const need of all.unserved) {
          const { hindrances, members } = ways.nearest(need);
          // Groups that could spare somebody are reckoned with as well: those are not looked for here.
          const moved = members.some((code) =>
            all.groups.some((group) => group.competency === need.competency && group.members.includes(code)),
          );
          const none = hindrances.length === 0;
          expect(none || !hasWay(all, need)).toBe(true);
          if (none && !moved) expect(hasWay(all, need)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('is ended by one more consultant just where it is said to be', () => {
    fc.assert(
      fc.property(left(6, 2), (all) => {
        const ways = waysOf(all);
        for (const need of all.unserved) {
          const { problem } = all;
          const fits = Array.from({ length: problem.slots }, (_, slot) =>
            waysOf({ ...all, problem: newcomer(problem, 'new', need.competency, slot, '4', 7) }).nearest(need),
          );
          // What the person and the rules say against it is told besides.
          const helps = fits.some(({ hindrances }) =>
            hindrances.every(({ kind }) => kind === 'own' || kind === 'rules'),
          );
          const alone = ways.nearest(need).hindrances.every(({ kind }) => kind === 'own' || kind === 'rules');
          if (!alone) expect({ need, helps: ways.wouldHelp(need) }).toEqual({ need, helps });
        }
      }),
      { numRuns: 300 },
    );
  });
});
