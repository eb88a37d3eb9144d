// Everything the forming, explaining and editing of groups starts from: profiles, times, rules, wishes, rooms, what stands.
import type { Teacher } from '../../domain/staff/teacher';
import type { Message, Outcome } from '../../domain/message';
import type { GroupingGroup, GroupingProblem, GroupingResource, GroupingSolution } from '../../domain/grouping/problem';
import type { Wish } from '../../domain/grouping/wishes';
import type { ProfileRow } from '../../domain/scoring/profile';
import type { Naming } from '../../domain/grouping/differences';
import type { Draft } from '../../domain/grouping/editor';
import type { Adviser } from '../../domain/grouping/advice';
import type { ExplainedGroup } from '../../domain/grouping/hindrances';
import type { GroupingPolicy, Prices, StandingPlan } from '../../domain/grouping/from-profiles';
import type { RoomBound } from '../../domain/grouping/room-size';
import { GROUPS, WISHES } from '../../workbook/tables';
import { type Profiles, profilesOf } from '../answers/profiles';
import { loadContext } from '../context';
import { isPartner, partnersInGroups, withPeople, withSchool } from '../partner/people';
import type { Ports } from '../ports';
import { windowOf } from '../timetable/window';
import { faultsOfPublished } from './faults';
import { type Slot, slotsOf, standingGroups, type StandingGroup } from './read';
import { isFor, largestFor, mayMeetOnline, spacesOf } from './spaces';

/** A new group may have no number yet; `pinned` where that is not what the sheet says. */
export type NumberedGroup = GroupingGroup & { readonly id?: string; readonly pinned?: boolean };

export interface Situation {
  readonly profiles: Profiles;
  readonly slots: readonly Slot[];
  readonly standing: readonly StandingGroup[];
  readonly wishes: readonly Wish[];
  /** Competencies whose groups may be no larger than their rooms are. */
  readonly bounds: readonly RoomBound[];
  /** Rows of «Пожелания» that cannot be read, and what else was wrong with the data. */
  readonly problems: readonly Message[];
  /**
   * The problem with these groups locked, with these to be changed as little as possible, by these rules instead of the settings', and
   * as this draft has it: with the pairs that it asks for, and its people besides, whether they take part or not.
   */
  problem(
    locked: readonly StandingGroup[],
    previous?: readonly StandingGroup[],
    rules?: Partial<GroupingPolicy>,
    draft?: Draft,
  ): GroupingProblem;
  /** What is wished of people once this draft stands. */
  wishesIn(draft: Draft): readonly Wish[];
  /** Knows these groups; those that stand are known by their numbers. */
  adviser(
    problem: GroupingProblem,
    solution: Pick<GroupingSolution, 'unserved'> & { readonly groups: readonly NumberedGroup[] },
  ): Adviser;
  readonly naming: Naming;
}

/** Refused while nothing is known of anybody's level. */
export function loadSituation(ports: Ports): Outcome<Situation> {
  const loaded = loadWithPartners(ports);
  if (!loaded.ok) return loaded;
  const { context, answers, profiles } = loaded.value;
  if (!profiles.some(({ state }) => state !== 'unknown')) return { ok: false, problems: [{ code: 'groups.noLevels' }] };
  const { settings } = context;
  const standing = standingGroups(ports, context);
  const slots = slotsOf(settings);
  const inGroups = standing.flatMap(({ consultants, consultees }) => [...consultants, ...consultees]);
  const placed = (teacher: Teacher): Teacher => withSchool(teacher, settings.school);
  const teachers = everybody(context.staff.included, inGroups).map(placed);
  const withCodes = (codes: readonly string[]): readonly Teacher[] =>
    everybody(teachers, codes.flatMap((code) => context.staff.byCode.get(code) ?? []).map(placed));
  const takingPart = new Set(context.staff.included.map(({ code }) => code));
  const planning = ports.planning();
  const window = windowOf(ports, settings);
  const weeks = { ...window, holidays: settings.holidays, modulesPerGroup: settings.modulesPerGroup };
  const open = window.from <= window.to;
  const asked = ports.workbook.has(WISHES) ? ports.workbook.read(WISHES) : { rows: [], problems: [] };
  const { wishes: read, problems } = planning.readWishes(asked.rows, context.staff.all, context.competencies);
  const wishes = read.list;
  const wishesIn = ({ pairs }: Draft): readonly Wish[] => {
    const { samePair } = planning;
    return [
      ...wishes.filter((wish) => wish.kind === 'together' || pairs.some((pair) => samePair(pair, wish))),
      ...pairs.filter((pair) => !wishes.some((wish) => samePair(pair, wish))).map((pair) => ({ ...pair, row: 0 })),
    ];
  };
  const spaces = spacesOf(ports, context);
  const active = context.competencies.filter((one) => one.active).map(({ id }) => id);
  const boundsBy = (rules: GroupingPolicy): readonly RoomBound[] =>
    planning.roomBounds(rules, active, (id) => largestFor(spaces, id));
  const bounds = boundsBy(settings);
  const resources = (): GroupingResource[] => {
    const { equipment } = spaces;
    const bears = (count: number): number => (open ? planning.groupsInSlot(count, weeks) : count);
    // Only groups that cannot meet online contend for rooms.
    const rooms = spaces.rooms.filter(({ title }) => title !== '');
    const confined =
      spaces.rooms.length === 0 ? [] : context.competencies.filter(({ id }) => !mayMeetOnline(spaces, id));
    const special = confined.filter(({ id }) => !rooms.every((room) => isFor(room, id)));
    const some = confined.length < context.competencies.length;
    return [
      ...(confined.length === 0
        ? []
        : [
            { id: '*', capacity: bears(rooms.length), ...(some ? { competencies: confined.map(({ id }) => id) } : {}) },
          ]),
      ...special.map(({ id }) => ({
        id: `* ${id}`,
        capacity: bears(rooms.filter((room) => isFor(room, id)).length),
        competencies: [id],
      })),
      ...equipment.map(({ title, count, competencies }, n) => ({
        id: `${String(n)} ${title}`,
        title,
        capacity: bears(count),
        ...(competencies.length === 0 ? {} : { competencies: [...competencies] }),
      })),
    ];
  };
  const given = {
    profiles,
    teachers,
    competencies: context.competencies,
    times: new Map(
      [...answers.self].flatMap(([code, { times }]) =>
        times.length === 0 ? [] : [[code, { canSlots: times, preferred: times }] as const],
      ),
    ),
    slots,
    closed: open ? planning.closedSlots(slots, weeks) : [],
    history: workedTogether(ports, settings.cycle),
    wishes,
    resources: resources(),
    prices: pricesOf(settings),
  };
  // Of a competency that is switched off by now the groups about it know the title.
  const titles = [...context.competencies, ...standing.map(({ competency, title }) => ({ id: competency, title }))];
  return {
    ok: true,
    value: {
      profiles: loaded.value,
      slots,
      standing,
      wishes,
      bounds,
      problems: [
        ...loaded.value.problems,
        ...spaces.problems,
        ...asked.problems,
        ...ports.workbook.read(GROUPS).problems,
        ...faultsOfPublished(context, standing),
        ...problems.map((one) => ({ ...one, fields: { ...one.fields, table: WISHES.title } })),
      ],
      wishesIn,
      problem: (locked, previous = [], rules = {}, draft) => {
        const policy = { ...settings, ...rules };
        return planning.problemFromProfiles({
          ...given,
          ...(draft === undefined ? {} : { teachers: withCodes(peopleIn(draft)), wishes: wishesIn(draft) }),
          policy,
          bounds: boundsBy(policy),
          locked: locked.map(planOf),
          previous: previous.map(planOf),
        });
      },
      adviser: (problem, { groups, unserved }) =>
        new planning.Adviser({
          problem,
          solution: { groups: groups.map((group) => ({ ...group, ...standingAs(standing, group) })), unserved },
          profiles,
          // Whoever an edit on trial brings is explained by name too.
          teachers: withCodes(problem.teachers.map(({ id }) => id)),
          competencies: titles,
          slots,
          closed: given.closed,
          allowUnconfirmed: settings.allowUnconfirmed,
          seats: new Map(bounds.map(({ competency, seats }) => [competency, seats])),
        }),
      naming: {
        person: (code) => context.staff.byCode.get(code)?.name ?? code,
        title: (id) => titles.find((one) => one.id === id)?.title ?? id,
        slot: (slot) => slots[slot]?.label ?? '',
        takesPart: (code) => takingPart.has(code),
        admits: (code, role) => {
          const person = context.staff.byCode.get(code);
          if (person === undefined || !isPartner(person, settings.school)) return true;
          const allowed = role === 'consultant' ? settings.partnerConsultants : settings.partnerConsultees;
          return allowed && takingPart.has(code);
        },
        profile: (code, competency) => profiles.find((row) => row.teacher === code && row.competency === competency),
      },
    },
  };
}

/** The staff's profiles, with those of partner schools as far as the settings let them into groups. */
function loadWithPartners(ports: Ports): Outcome<Profiles> {
  const own = loadContext(ports);
  if (!own.ok) return own;
  const guests = partnersInGroups(ports, own.value);
  const staff = profilesOf(ports, own.value);
  if (guests.length === 0) return { ok: true, value: staff };
  const { settings } = own.value;
  // Reckoned apart: how far self-assessments can be trusted is told of each school by its own answers.
  const theirs = profilesOf(ports, withPeople(own.value, guests)).profiles;
  // Whoever may only consult is not placed as a consultee, and whoever may only learn is not asked to consult.
  const mayBe = ({ state }: ProfileRow): boolean =>
    state === 'deficit' ? settings.partnerConsultees : state === 'norm' || settings.partnerConsultants;
  return {
    ok: true,
    value: {
      ...staff,
      context: withPeople(own.value, [...own.value.staff.included, ...guests]),
      profiles: [
        ...staff.profiles,
        ...theirs.map((row) => (mayBe(row) ? row : { ...row, state: 'norm' as const, depth: undefined })),
      ],
    },
  };
}

/** Codes of all who sit in the draft, some of whom may be in no group now. */
const peopleIn = ({ groups }: Draft): readonly string[] =>
  groups.flatMap(({ consultants, members }) => [...consultants, ...members]);

export const planOf = ({ competency, slot, consultants, consultees }: StandingGroup): StandingPlan => ({
  competency,
  slot,
  consultants: consultants.map(({ code }) => code),
  members: consultees.map(({ code }) => code),
});

/** May somebody be taken out of the group, or join it? */
function standingAs(
  standing: readonly StandingGroup[],
  { id, pinned }: NumberedGroup,
): Pick<ExplainedGroup, 'fixed' | 'over'> {
  const group = standing.find((one) => one.id === id);
  const state = group?.state ?? 'draft';
  return { fixed: state !== 'draft' || (pinned ?? group?.pinned ?? false), over: state === 'closed' };
}

/** Those who take part, and whoever else stands in a group: a person put there by hand is reckoned with. */
function everybody(included: readonly Teacher[], others: readonly Teacher[]): readonly Teacher[] {
  const known = new Map(included.map((teacher) => [teacher.code, teacher]));
  for (const teacher of others) if (!known.has(teacher.code)) known.set(teacher.code, { ...teacher, included: true });
  return [...known.values()];
}

/** Pairs of people who were in one published group of an earlier cycle. */
function workedTogether({ workbook }: Ports, cycle: string): readonly (readonly [string, string])[] {
  const groups = new Map<string, string[]>();
  for (const row of workbook.read(GROUPS).rows) {
    if (row.cycle === cycle || row.cycle === '' || (row.state !== 'published' && row.state !== 'closed')) continue;
    const key = `${row.cycle}\n${row.group}`;
    groups.set(key, [...(groups.get(key) ?? []), row.teacher]);
  }
  return [...groups.values()].flatMap((people) =>
    people.flatMap((one, at) => people.slice(at + 1).map((other) => [one, other] as const)),
  );
}

function pricesOf(settings: Profiles['context']['settings']): Prices {
  return {
    uncovered: settings.priceUncovered,
    leftOut: settings.priceLeftOut,
    group: settings.priceGroup,
    load: settings.priceLoad,
    subjRepeat: settings.priceSubject,
    schoolRepeat: settings.priceSchool,
    slot: settings.priceSlot,
    oldPair: settings.priceOldPair,
    wish: settings.priceWish,
    change: settings.priceChange,
  };
}
