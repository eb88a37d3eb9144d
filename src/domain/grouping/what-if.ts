// What a change of rules or people would gain: each scenario is the problem with one thing different, solved by the same engine.
import type { Message } from '../message';
import type { ProfileRow } from '../scoring/profile';
import { evaluate } from './evaluate';
import type { GroupingPolicy, WeekSlot } from './from-profiles';
import { type GroupingGroup, type GroupingProblem, sizeOf, type UnservedNeed } from './problem';
import { solve } from './solve';

export interface Scenario {
  /** The same for the same change: results are matched by it. */
  readonly id: string;
  readonly label: Message;
  readonly problem: GroupingProblem;
}

/** What a scenario gains over the groups as they can be formed now; nothing is ever negative but `groups`. */
export interface Gain {
  /** Deficits covered that are not now. */
  readonly covered: number;
  /** The same weighed by depth: 1, 4, 9 for one, two, three levels below the target. */
  readonly weight: number;
  /** People in no group now who would be in one. */
  readonly people: number;
  /** Groups more (or fewer). */
  readonly groups: number;
}

export interface WhatIfNames {
  person(code: string): string;
  title(competency: string): string;
}

/** Consultants looked for, people asked, and times added, at most: each is a search of its own. */
const MOST_COMPETENCIES = 6;
const MOST_PEOPLE = 4;
const MOST_TIMES = 5;
/** An added person must not take a code of the staff. */
const NEWCOMER = '+';

/**
 * The changes worth trying, in a fixed order: rules, people who could be asked, newcomers, times. A rule is left out where it changes
 * nothing: rooms may keep groups small whatever the rules are.
 * @param under the problem as it would be by other rules: rooms and what stands may make more of them than the new number
 * @param whole the problem with everybody's times, those among them when they sit in groups that `problem` leaves out
 */
export function scenariosOf(
  problem: GroupingProblem,
  unserved: readonly UnservedNeed[],
  profiles: readonly ProfileRow[],
  slots: readonly WeekSlot[],
  names: WhatIfNames,
  under: (change: Partial<GroupingPolicy>) => GroupingProblem,
  whole: GroupingProblem,
): readonly Scenario[] {
  const { m, k, U1, U, cmax, L } = problem.params;
  const rule = (id: string, setting: keyof GroupingPolicy, is: number): Scenario => ({
    id,
    label: { code: `whatIf.${id}`, fields: { value: is } },
    problem: under({ [setting]: is }),
  });
  const present = rulesOf(problem);
  const rules = [
    rule('m', 'groupsPerConsultee', m + 1),
    rule('k', 'groupsPerConsultant', k + 1),
    rule('U1', 'perConsultant', U1 + 1),
    rule('U', 'groupMost', U + 1),
    rule('cmax', 'consultantsMost', cmax + 1),
    ...(L > 1 ? [rule('L', 'groupLeast', L - 1)] : []),
  ].filter((changed) => rulesOf(changed.problem) !== present);
  const weights = weightsOf(problem, unserved);
  const wanted = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([competency]) => competency);
  return [
    ...rules,
    ...askable(problem, profiles, weights, names),
    ...wanted.slice(0, MOST_COMPETENCIES).map((competency) => withNewcomer(problem, competency, names)),
    ...freedTimes(problem, unserved, slots, names, whole),
    anotherSlot(problem),
  ];
}

/**
 * What the scenario gains. `base` are groups that can be formed without it: they can be formed in it too, so it is never worse.
 * @param standing groups that stay in any case, be they in the problem or left out of it
 */
export function gainOf(
  problem: GroupingProblem,
  base: readonly GroupingGroup[],
  scenario: Scenario,
  standing: readonly GroupingGroup[] = [],
): Gain {
  const found = solve(scenario.problem, { seed: 1 });
  const [was, is] = [evaluate(problem, base), evaluate(scenario.problem, found.groups)];
  if (is.costParts.f1 >= was.costParts.f1) return { covered: 0, weight: 0, people: 0, groups: 0 };
  const weight = (unserved: readonly UnservedNeed[]): number =>
    [...weightsOf(problem, unserved).values()].reduce((sum, one) => sum + one, 0);
  const [before, after] = [withStanding(standing, base), withStanding(standing, found.groups)];
  // A newcomer has no deficit of his own, so both counts are about the same people.
  const placed = (groups: readonly GroupingGroup[]): number => new Set(groups.flatMap(({ members }) => members)).size;
  return {
    covered: Math.max(0, was.unserved.length - is.unserved.length),
    weight: Math.max(0, weight(was.unserved) - weight(is.unserved)),
    people: Math.max(0, placed(after) - placed(before)),
    groups: after.length - before.length,
  };
}

/** Both, each group once: a group that stays may or may not be among those that the solver was told of. */
function withStanding(standing: readonly GroupingGroup[], groups: readonly GroupingGroup[]): readonly GroupingGroup[] {
  const print = ({ competency, slot, consultants, members }: GroupingGroup): string =>
    JSON.stringify([competency, slot, [...consultants].sort(), [...members].sort()]);
  return [...new Map([...standing, ...groups].map((group) => [print(group), group])).values()];
}

/** The best first: by weight, then by people, then by deficits; those of no use last, in their order. */
export function ranked<T extends { readonly gain: Gain }>(results: readonly T[]): readonly T[] {
  return [...results].sort(
    ({ gain: a }, { gain: b }) => b.weight - a.weight || b.people - a.people || b.covered - a.covered,
  );
}

/** All that the rules allow, to be compared. */
function rulesOf(problem: GroupingProblem): string {
  const { m, k, U1, L } = problem.params;
  const sizes = problem.competencies.map((competency) => sizeOf(problem, competency)).map(({ U, cmax }) => [U, cmax]);
  return JSON.stringify([m, k, U1, L, sizes]);
}

/** Competency → weight of its deficits among these. */
function weightsOf(problem: GroupingProblem, unserved: readonly UnservedNeed[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { teacher, competency } of unserved)
    weights.set(competency, (weights.get(competency) ?? 0) + weightOf(problem, teacher, competency));
  return weights;
}

function weightOf(problem: GroupingProblem, code: string, competency: string): number {
  const level = Number(
    problem.teachers.find(({ id }) => id === code)?.lvl.charAt(problem.competencies.indexOf(competency)),
  );
  return problem.params.w[3 - level] ?? 0;
}

/** People who have the level but did not offer help, or whose level is not confirmed, where deficits are left. */
function askable(
  problem: GroupingProblem,
  profiles: readonly ProfileRow[],
  weights: ReadonlyMap<string, number>,
  names: WhatIfNames,
): readonly Scenario[] {
  const able = profiles.filter((row) => {
    const teacher = problem.teachers.find(({ id }) => id === row.teacher);
    const c = problem.competencies.indexOf(row.competency);
    return (
      weights.has(row.competency) &&
      teacher?.lvl.charAt(c) === '3' &&
      (row.state === 'surplus' || row.state === 'check')
    );
  });
  const order = (row: ProfileRow): number => weights.get(row.competency) ?? 0;
  return [...able]
    .sort((a, b) => order(b) - order(a) || (a.teacher < b.teacher ? -1 : 1))
    .slice(0, MOST_PEOPLE)
    .map(({ teacher, competency, state, helps }) => {
      const fields = { name: names.person(teacher), title: names.title(competency), check: state === 'check' ? 1 : 0 };
      return {
        id: `ask ${teacher} ${competency}`,
        label: helps ? { code: 'whatIf.confirm', fields } : { code: 'whatIf.ask', fields },
        problem: withLevel(problem, teacher, competency),
      };
    });
}

function withLevel(problem: GroupingProblem, code: string, competency: string): GroupingProblem {
  const c = problem.competencies.indexOf(competency);
  return {
    ...problem,
    teachers: problem.teachers.map((teacher) =>
      teacher.id === code ? { ...teacher, lvl: `${teacher.lvl.slice(0, c)}4${teacher.lvl.slice(c + 1)}` } : teacher,
    ),
  };
}

/** One more consultant, of a subject nobody has, free whenever the school offers a time. */
function withNewcomer(problem: GroupingProblem, competency: string, names: WhatIfNames): Scenario {
  const newcomer = {
    id: NEWCOMER,
    subj: problem.subjects.length,
    school: 0,
    lvl: problem.competencies.map((id) => (id === competency ? '4' : '3')).join(''),
    av: '1'.repeat(problem.slots),
  };
  return {
    id: `new ${competency}`,
    label: { code: 'whatIf.consultant', fields: { title: names.title(competency) } },
    problem: { ...problem, subjects: [...problem.subjects, NEWCOMER], teachers: [...problem.teachers, newcomer] },
  };
}

/** A consultant who comes at one more of the offered times: where the most deficits of his competencies wait. */
function freedTimes(
  problem: GroupingProblem,
  unserved: readonly UnservedNeed[],
  slots: readonly WeekSlot[],
  names: WhatIfNames,
  whole: GroupingProblem,
): readonly Scenario[] {
  const times = new Map(whole.teachers.map(({ id, av }) => [id, av]));
  const waiting = unserved.map((need) => ({
    ...need,
    av: problem.teachers.find(({ id }) => id === need.teacher)?.av ?? '',
    weight: weightOf(problem, need.teacher, need.competency),
  }));
  const found: { id: string; slot: number; weight: number }[] = [];
  for (const { id, lvl, av } of problem.teachers) {
    for (let slot = 0; slot < problem.slots; slot++) {
      if (av.charAt(slot) !== '0' || times.get(id)?.charAt(slot) !== '0') continue;
      const weight = waiting
        .filter(
          (need) => lvl.charAt(problem.competencies.indexOf(need.competency)) === '4' && need.av.charAt(slot) > '0',
        )
        .reduce((sum, need) => sum + need.weight, 0);
      if (weight > 0) found.push({ id, slot, weight });
    }
  }
  found.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.slot - b.slot));
  return found.slice(0, MOST_TIMES).map(({ id, slot }) => ({
    id: `time ${id} ${String(slot)}`,
    label: { code: 'whatIf.time', fields: { name: names.person(id), slot: slots[slot]?.label ?? '' } },
    problem: {
      ...problem,
      teachers: problem.teachers.map((teacher) =>
        teacher.id === id ? { ...teacher, av: `${teacher.av.slice(0, slot)}1${teacher.av.slice(slot + 1)}` } : teacher,
      ),
    },
  }));
}

/** One more time a week that suits everybody: the most that another slot could bring. */
const anotherSlot = (problem: GroupingProblem): Scenario => ({
  id: 'slot',
  label: { code: 'whatIf.slot' },
  problem: {
    ...problem,
    slots: problem.slots + 1,
    teachers: problem.teachers.map((teacher) => ({ ...teacher, av: `${teacher.av}1` })),
  },
});
