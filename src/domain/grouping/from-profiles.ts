// Deficits, surpluses, times and the school's rules as a grouping problem for the solver.
import type { Competency } from '../framework/framework';
import type { ProfileRow } from '../scoring/profile';
import { foldText } from '../staff/normalise';
import type { Teacher } from '../staff/teacher';
import { evaluate } from './evaluate';
import type { GroupingGroup, GroupingPrices, GroupingProblem, GroupingResource, GroupingTeacher } from './problem';
import { wished } from './requests';
import type { RoomBound } from './room-size';
import type { Wish } from './wishes';

/** The school's rules for groups, as in «Настройки». */
export interface GroupingPolicy {
  /** Consultees in a group, least and greatest number. */
  readonly groupLeast: number;
  readonly groupMost: number;
  /** Consultees a consultant can take. */
  readonly perConsultant: number;
  /** Consultants a group can have. */
  readonly consultantsMost: number;
  /** Groups a person may learn in, and lead; a teacher's own limits come first. */
  readonly groupsPerConsultee: number;
  readonly groupsPerConsultant: number;
  /** May a surplus that still wants confirmation («check») consult? */
  readonly allowUnconfirmed: boolean;
  /** Are only those with a deficit placed who said they want to master the competency? */
  readonly onlyWishes: boolean;
}

/** What the school pays for what it does not want, in points: whole numbers of «Настройки». */
export interface Prices extends GroupingPrices {
  /** A wish «хочу вместе» that is not met. */
  readonly wish: number;
  /** A person moved out of a draft. */
  readonly change: number;
}

/** A group that stays as it is: pinned by a person, or published. Slots by value, people by code. */
export interface StandingPlan {
  readonly competency: string;
  /** '' when its time is not known. */
  readonly slot: string;
  readonly consultants: readonly string[];
  readonly members: readonly string[];
}

/** When a person can: weekly slots by value. */
export interface PersonTimes {
  readonly canSlots: readonly string[];
  /** Those of them that suit best; when empty, all of `canSlots` do. */
  readonly preferred: readonly string[];
}

export interface WeekSlot {
  /** `d|HH:mm-HH:mm`, d = 1 (Monday) … 7. */
  readonly value: string;
  readonly label: string;
}

export interface GroupingInput {
  readonly profiles: readonly ProfileRow[];
  readonly teachers: readonly Teacher[];
  readonly competencies: readonly Competency[];
  /** By teacher code; absent or no slot at all = said nothing about time. */
  readonly times: ReadonlyMap<string, PersonTimes>;
  readonly slots: readonly WeekSlot[];
  /** Pairs of codes that have worked together before. */
  readonly history: readonly (readonly [string, string])[];
  readonly policy: GroupingPolicy;
  readonly locked?: readonly StandingPlan[];
  /** Groups as they stand that may change, at the price `change` a person. */
  readonly previous?: readonly StandingPlan[];
  readonly wishes?: readonly Wish[];
  /** Rooms and equipment, counted in groups that can have them in one weekly slot. */
  readonly resources?: readonly GroupingResource[];
  /** Competencies whose groups may be no larger than their rooms are; where no group would fit in, the rules stand. */
  readonly bounds?: readonly RoomBound[];
  /** Slots that nobody can be given: no working day in the window. */
  readonly closed?: readonly string[];
  /** Default `PRICES`. */
  readonly prices?: Prices;
  /** Name of the problem, for logs. */
  readonly id?: string;
}

/**
 * Defaults: the prices of the published acceptance problems (coverage first, then few groups and an even load, then mixing and
 * times), with a wish worth half a group, and a change worth more than a mere matter of taste.
 */
export const PRICES: Prices = {
  uncovered: 100,
  leftOut: 200,
  group: 20,
  load: 10,
  subjRepeat: 4,
  schoolRepeat: 2,
  slot: 1,
  oldPair: 2,
  wish: 10,
  change: 5,
};
/** A deficit weighs as the square of its depth. */
const WEIGHTS = [0, 1, 4, 9];

/**
 * The problem for `solve`. Teachers who take part, in the given order; their levels from the profiles (depth 3 and more → 0,
 * 2 → 1, 1 → 2; a confirmed surplus of somebody willing to help → 4; anything else → 3); times: 2 in the slots that suit, 1 in
 * those merely possible, 1 everywhere for those who said nothing. A teacher's subject is the first one, or the role for those
 * without.
 *
 * Groups in `locked` that keep every rule are locked in the problem. Those that do not (edited by hand, or a time now gone) are
 * taken out of it instead: what they serve is no deficit any more, their people are busy in their slot and have used up one group, and
 * their room and equipment are taken.
 */
export function problemFromProfiles(input: GroupingInput): GroupingProblem {
  const { policy } = input;
  const competencies = input.competencies.filter(({ active }) => active).map(({ id }) => id);
  const people = input.teachers.filter(({ included }) => included);
  const subjects = new Numbering();
  const schools = new Numbering();
  const rows = new Map(input.profiles.map((row) => [`${row.teacher}\n${row.competency}`, row]));
  const teachers = people.map((teacher): GroupingTeacher => {
    const levels = competencies.map((id) => levelOf(rows.get(`${teacher.code}\n${id}`), policy));
    return {
      id: teacher.code,
      subj: subjects.of(teacher.subjects[0] ?? teacher.role),
      school: schools.of(teacher.school),
      lvl: levels.join(''),
      av: availability(input.times.get(teacher.code), input.slots, new Set(input.closed)),
      ...(teacher.maxAsConsultee === undefined ? {} : { maxMember: teacher.maxAsConsultee }),
      ...(teacher.maxAsConsultant === undefined ? {} : { maxLead: teacher.maxAsConsultant }),
    };
  });
  const index = new Map(people.map(({ code }, i) => [code, i]));
  const { wish, ...price } = input.prices ?? PRICES;
  const sizes = (input.bounds ?? [])
    .filter(({ none }) => !none)
    .map(({ competency, groupMost, consultantsMost }) => ({ competency, U: groupMost, cmax: consultantsMost }));
  const problem: GroupingProblem = {
    format: 'vr-mobile-groups/1',
    id: input.id ?? 'groups',
    teachers,
    subjects: subjects.names,
    schools: Math.max(1, schools.names.length),
    slots: input.slots.length,
    competencies,
    history: pairs(input.history, index),
    params: {
      L: policy.groupLeast,
      U: Math.max(policy.groupLeast, policy.groupMost),
      U1: policy.perConsultant,
      cmax: policy.consultantsMost,
      m: policy.groupsPerConsultee,
      k: policy.groupsPerConsultant,
      w: WEIGHTS,
      price,
    },
    ...(sizes.length === 0 ? {} : { sizes }),
    ...(input.resources === undefined || input.resources.length === 0 ? {} : { resources: [...input.resources] }),
  };
  const standing = input.locked ?? [];
  const previous = (input.previous ?? []).map((plan) => asGroup(plan, input.slots)).filter(({ slot }) => slot >= 0);
  const changing = previous.length === 0 ? problem : { ...problem, previous };
  const asked = wished(changing, input.wishes ?? [], wish, standing);
  return withStanding({ ...changing, ...asked }, standing, input.slots);
}

/** A plan as the solver has it; slot −1 when its time is not among those offered. */
export const asGroup = (plan: StandingPlan, slots: readonly WeekSlot[]): GroupingGroup => ({
  competency: plan.competency,
  slot: slots.findIndex(({ value }) => value === plan.slot),
  consultants: [...plan.consultants],
  members: [...plan.members],
});

function levelOf(row: ProfileRow | undefined, policy: GroupingPolicy): '0' | '1' | '2' | '3' | '4' {
  if (row === undefined) return '3';
  if (row.state === 'deficit') {
    if (policy.onlyWishes && !row.wants) return '3';
    const depth = row.depth ?? 1;
    return depth >= 3 ? '0' : depth >= 2 ? '1' : '2';
  }
  const able = (row.state === 'surplus' && row.confirmed) || (row.state === 'check' && policy.allowUnconfirmed);
  return able && row.helps ? '4' : '3';
}

function availability(times: PersonTimes | undefined, slots: readonly WeekSlot[], closed: ReadonlySet<string>): string {
  const preferred = new Set(times?.preferred ?? []);
  const can = new Set([...(times?.canSlots ?? []), ...preferred]);
  const at = (value: string): string => {
    if (closed.has(value)) return '0';
    if (can.size === 0) return '1';
    return !can.has(value) ? '0' : preferred.size === 0 || preferred.has(value) ? '2' : '1';
  };
  return slots.map(({ value }) => at(value)).join('');
}

function pairs(history: GroupingInput['history'], index: ReadonlyMap<string, number>): [number, number][] {
  const seen = new Set<string>();
  const found: [number, number][] = [];
  for (const [one, other] of history) {
    const a = index.get(one);
    const b = index.get(other);
    if (a === undefined || b === undefined || a === b) continue;
    const key = `${String(Math.min(a, b))} ${String(Math.max(a, b))}`;
    if (!seen.has(key)) found.push([Math.min(a, b), Math.max(a, b)]);
    seen.add(key);
  }
  return found;
}

/** Locks the groups that fit; takes the others and their people's time out of the problem. */
function withStanding(
  problem: GroupingProblem,
  standing: readonly StandingPlan[],
  slots: readonly WeekSlot[],
): GroupingProblem {
  if (standing.length === 0) return problem;
  let current = problem;
  let pending = standing.map((plan) => ({ plan, group: asGroup(plan, slots) }));
  // Taking one group out narrows the problem, so another that fitted may fit no more: until nothing changes.
  for (;;) {
    const locked: typeof pending = [];
    const out: typeof pending = [];
    for (const one of pending) {
      const { broken } = evaluate(current, [...locked.map(({ group }) => group), one.group]);
      (broken.length === 0 ? locked : out).push(one);
    }
    if (out.length === 0)
      return locked.length === 0 ? current : { ...current, locked: locked.map(({ group }) => group) };
    for (const { plan, group } of out) current = takenOut(current, plan, group.slot);
    pending = locked;
  }
}

function takenOut(problem: GroupingProblem, plan: StandingPlan, slot: number): GroupingProblem {
  const { params } = problem;
  const at = problem.competencies.indexOf(plan.competency);
  const resources = problem.resources?.map((resource) =>
    slot < 0 || resource.competencies?.includes(plan.competency) === false
      ? resource
      : {
          ...resource,
          taken: Array.from({ length: problem.slots }, (_, t) => (resource.taken?.[t] ?? 0) + (t === slot ? 1 : 0)),
        },
  );
  return {
    ...problem,
    ...(resources === undefined ? {} : { resources }),
    teachers: problem.teachers.map((teacher) => {
      const member = plan.members.includes(teacher.id);
      const lead = plan.consultants.includes(teacher.id);
      if (!member && !lead) return teacher;
      return {
        ...teacher,
        lvl: member && at >= 0 && teacher.lvl.charAt(at) < '3' ? replaceAt(teacher.lvl, at, '3') : teacher.lvl,
        av: slot >= 0 ? replaceAt(teacher.av, slot, '0') : teacher.av,
        ...(member ? { maxMember: Math.max(0, (teacher.maxMember ?? params.m) - 1) } : {}),
        ...(lead ? { maxLead: Math.max(0, (teacher.maxLead ?? params.k) - 1) } : {}),
      };
    }),
  };
}

const replaceAt = (text: string, at: number, char: string): string => text.slice(0, at) + char + text.slice(at + 1);

/** Numbers names in the order of their coming; spellings that differ by case, ё or punctuation are one name. */
class Numbering {
  readonly names: string[] = [];
  private readonly known = new Map<string, number>();

  of(name: string): number {
    const key = foldText(name);
    const number = this.known.get(key);
    if (number !== undefined) return number;
    this.known.set(key, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}
