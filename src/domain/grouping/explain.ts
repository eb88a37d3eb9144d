// Why these people are together, why others are left without a group, and where everything hangs on one person.
import { type Competency, levelName } from '../framework/framework';
import type { Message, MessageFields } from '../message';
import { remembered } from '../remembered';
import type { ProfileRow } from '../scoring/profile';
import { schoolKey } from '../staff/normalise';
import type { Teacher } from '../staff/teacher';
import type { WeekSlot } from './from-profiles';
import type { ExplainedGroup, Hindrance } from './hindrances';
import type { GroupingGroup, GroupingProblem, UnservedNeed, UnservedReason } from './problem';
import { type NearestWay, Ways } from './ways';

/** Everything an explanation is drawn from. */
export interface Explained {
  readonly problem: GroupingProblem;
  readonly solution: { readonly groups: readonly ExplainedGroup[]; readonly unserved: readonly UnservedNeed[] };
  readonly profiles: readonly ProfileRow[];
  readonly teachers: readonly Teacher[];
  readonly competencies: readonly Pick<Competency, 'id' | 'title'>[];
  readonly slots: readonly WeekSlot[];
  /** Values of the slots on whose days nobody works in the whole window. */
  readonly closed?: readonly string[];
  /** By competency, seats of the largest room for it, where they and not the settings bound the size of a group. */
  readonly seats?: ReadonlyMap<string, number>;
  /** May somebody consult whose level is not confirmed? */
  readonly allowUnconfirmed?: boolean;
}

export interface UncoveredReason extends UnservedNeed {
  /** Levels below the target. */
  readonly depth: number | undefined;
  /** What stands in the way, what is easiest to change first; each a sentence or two. */
  readonly messages: readonly Message[];
}

export interface SinglePoint {
  readonly competency: string;
  /** Code of the only person who can consult in it; '' when nobody can. */
  readonly teacher: string;
  readonly message: Message;
}

/** Names listed in one sentence; the rest is counted. */
const NAMES_IN_A_SENTENCE = 5;

/** Identity of the n-th group of a competency (from 1): the same for the same input; «Г1» and the like are presentation. */
export function groupId(competency: string, n: number): string {
  return `${competency}-g${String(n)}`;
}

/** Prepares the look-ups once; every explanation is then cheap. */
export class Explainer {
  protected readonly people: ReadonlyMap<string, Teacher>;
  protected readonly rows: ReadonlyMap<string, ProfileRow>;
  protected readonly index: ReadonlyMap<string, number>;
  protected readonly ways: Ways;
  protected readonly wayTo = remembered(
    (need: UnservedNeed): NearestWay => this.ways.nearest(need),
    ({ teacher, competency }) => `${teacher}\n${competency}`,
  );

  constructor(protected readonly about: Explained) {
    const { problem, solution } = about;
    this.people = new Map(about.teachers.map((teacher) => [teacher.code, teacher]));
    this.ways = new Ways(
      problem,
      solution.groups,
      solution.unserved,
      (code) => this.people.get(code)?.maxAsConsultant === 0,
    );
    this.rows = new Map(about.profiles.map((row) => [`${row.teacher}\n${row.competency}`, row]));
    this.index = new Map(about.problem.teachers.map(({ id }, i) => [id, i]));
  }

  /** Why the group is as it is: whose surplus meets how many deficits, which subjects are mixed, how well the time suits. */
  reasonForGroup(group: GroupingGroup): Message {
    const everybody = [...group.consultants, ...group.members];
    const subjects = this.subjectsOf(everybody);
    const names = everybody.flatMap((code) => this.people.get(code)?.school ?? []).filter((name) => name !== '');
    // However they were typed, each school once.
    const schools = uniqueSchools(names);
    return {
      code: 'group.reason',
      fields: {
        title: this.title(group.competency),
        consultants: group.consultants.map((code) => this.name(code)),
        members: group.members.length,
        subjects,
        schools: schools.length > 1 ? schools : [],
        slot: this.slotLabel(group.slot),
        suits: everybody.filter((code) => this.suits(code, group.slot) === 2).length,
        people: everybody.length,
      },
    };
  }

  /** Why this person is in the group: as a consultant, by which surplus; as a consultee, by which deficit and with whose help. */
  reasonForMember(group: GroupingGroup, code: string): Message {
    const row = this.row(code, group.competency);
    const consultant = group.consultants.includes(code);
    const own = this.subjectsOf([code]);
    const others = this.subjectsOf([...group.consultants, ...group.members].filter((other) => other !== code)).filter(
      (subject) => !own.includes(subject),
    );
    const suits = this.suits(code, group.slot);
    const fields: MessageFields = {
      title: this.title(group.competency),
      ...levelFields(row),
      subjects: others,
      slot: this.slotLabel(group.slot),
      /** 2: chose this time; 1: it is possible, or said nothing about time; 0: a person put him here. */
      suits,
    };
    if (!consultant) {
      const consultants = group.consultants.map((lead) => this.name(lead));
      return {
        code: row?.wants === true ? 'group.member.wants' : 'group.member.consultee',
        fields: { ...fields, consultants, depth: row?.depth ?? 0 },
      };
    }
    return {
      code: row?.state === 'surplus' ? 'group.member.consultant' : 'group.member.consultant.unconfirmed',
      fields: { ...fields, members: group.members.length },
    };
  }

  /** Why a deficit is left without a group: what stands in the nearest way to one. */
  uncoveredReason(need: UnservedNeed): UncoveredReason {
    const row = this.row(need.teacher, need.competency);
    const way = this.wayTo(need);
    const [first] = way.hindrances;
    const messages =
      first === undefined ? [this.open(need, way)] : way.hindrances.map((one) => this.worded(need, way, one));
    return { ...need, reason: reasonOf(first, this.able(need).length), depth: row?.depth, messages };
  }

  uncoveredReasons(): readonly UncoveredReason[] {
    return this.about.solution.unserved.map((need) => this.uncoveredReason(need));
  }

  /** Competencies that somebody needs and nobody, or only one person, can consult in: if that one falls ill, everything stops. */
  singlePoints(): readonly SinglePoint[] {
    const { problem, solution } = this.about;
    return problem.competencies.flatMap((competency, c): SinglePoint[] => {
      const able = this.ways.able(competency);
      const needy = problem.teachers.filter(({ lvl }) => lvl.charAt(c) < '3').length;
      const [only] = able;
      if (able.length > 1 || needy === 0) return [];
      if (only === undefined)
        return [
          {
            competency,
            teacher: '',
            message: { code: 'group.noPoint', fields: { title: this.title(competency), needy } },
          },
        ];
      const groups = solution.groups.filter(
        (group) => group.competency === competency && group.consultants.includes(only),
      );
      const fields = { title: this.title(competency), name: this.name(only), groups: groups.length, needy };
      return [{ competency, teacher: only, message: { code: 'group.singlePoint', fields } }];
    });
  }

  /** Nothing stands in the way: a place is free, or a group could be formed, be it that it would cost too much. */
  private open(need: UnservedNeed, way: NearestWay): Message {
    const fields = { ...this.fieldsOf(need, way), members: way.members.length };
    if (way.joins !== undefined) return { code: 'uncovered.place', fields };
    return this.ways.isDearer(way, need.competency)
      ? { code: 'uncovered.dear', fields }
      : { code: 'uncovered.possible', fields };
  }

  private worded(need: UnservedNeed, way: NearestWay, hindrance: Hindrance): Message {
    const { problem } = this.about;
    const fields = this.fieldsOf(need, way);
    const least = problem.params.L;
    switch (hindrance.kind) {
      case 'rules':
        return { code: 'uncovered.rules', fields: { least, most: hindrance.most } };
      case 'own': {
        const { groups, limit } = hindrance;
        return { code: 'uncovered.limit.own', fields: { ...fields, groups, limit } };
      }
      case 'apart': {
        const able = this.able(need);
        if (hindrance.own && way.joins === undefined && areAll(able, hindrance.people))
          return { code: 'uncovered.limit.banned', fields: { ...fields, ...this.names(able) } };
        if (way.joins !== undefined)
          return { code: 'uncovered.limit.apart', fields: { ...fields, ...this.names(hindrance.people) } };
        const people = hindrance.own ? [need.teacher, ...hindrance.people] : hindrance.people;
        return { code: 'uncovered.limit.apart.group', fields: { ...fields, ...this.names(people) } };
      }
      case 'busy':
        return { code: 'uncovered.busy', fields: { ...fields, ...this.otherGroup(hindrance.group) } };
      case 'full': {
        const seats = hindrance.size ? (this.about.seats?.get(need.competency) ?? 0) : 0;
        return { code: 'uncovered.limit.full', fields: { ...fields, members: way.members.length - 1, seats } };
      }
      case 'load':
        return { code: 'uncovered.limit.consultants', fields: { ...fields, ...this.names(hindrance.leads) } };
      case 'leadBusy':
        return { code: 'uncovered.leadBusy', fields: { ...fields, ...this.names(hindrance.leads) } };
      case 'means':
        return { code: 'uncovered.limit.means', fields: { ...fields, ...meansOf(hindrance) } };
      case 'few':
        return { code: 'uncovered.tooFew', fields: { ...fields, least, together: hindrance.together } };
      case 'alike':
        return { code: 'uncovered.tooFew.oneSubject', fields };
      case 'time': {
        const able = this.able(need);
        const slots = this.labelsOf(able);
        return { code: 'uncovered.noCommonSlot', fields: { ...fields, ...this.names(able), slots } };
      }
      case 'consultant':
        return hindrance.able.length === 0
          ? this.nobodyFor(need)
          : {
              code: 'uncovered.fewConsultants',
              fields: { ...fields, ...this.names(hindrance.able), needed: hindrance.needed },
            };
    }
  }

  /** Why there is no consultant: those who could be one, if anybody could. */
  private nobodyFor({ competency }: UnservedNeed): Message {
    const fields = { title: this.title(competency) };
    const unable = this.ways.unable(competency);
    if (unable.length > 0) return { code: 'uncovered.noConsultant.own', fields: { ...fields, ...this.names(unable) } };
    const of = (test: (row: ProfileRow) => boolean): string[] =>
      this.about.profiles.filter((row) => row.competency === competency && test(row)).map(({ name }) => name);
    const { allowUnconfirmed = false } = this.about;
    const unwilling = of(
      ({ state, helps }) => !helps && (state === 'surplus' || (state === 'check' && allowUnconfirmed)),
    );
    if (unwilling.length > 0)
      return { code: 'uncovered.noConsultant.unwilling', fields: { ...fields, ...listed(unwilling) } };
    const unconfirmed = of((row) => row.state === 'check');
    if (unconfirmed.length > 0)
      return { code: 'uncovered.noConsultant.check', fields: { ...fields, ...listed(unconfirmed) } };
    return { code: 'uncovered.noConsultant', fields };
  }

  /** What every sentence about a deficit and a way may need: the person, the topic, when, and who would consult. */
  protected fieldsOf({ teacher, competency }: UnservedNeed, { slot, leads, joins }: NearestWay): MessageFields {
    return {
      name: this.name(teacher),
      title: this.title(competency),
      slot: this.slotLabel(slot),
      group: joins?.id ?? '',
      ...this.names(leads),
      personal: this.people.get(teacher)?.maxAsConsultee === undefined ? 0 : 1,
    };
  }

  /** The group in which somebody sits instead. */
  protected otherGroup({ id = '', competency }: ExplainedGroup): MessageFields {
    return { other: this.title(competency), group: id };
  }

  protected able({ competency }: UnservedNeed): readonly string[] {
    return this.ways.able(competency);
  }

  /** Labels of the slots in which any of these can. */
  protected labelsOf(codes: readonly string[]): readonly string[] {
    return this.about.slots
      .filter((_, slot) => codes.some((code) => this.suits(code, slot) > 0))
      .map(({ label }) => label);
  }

  protected names(codes: readonly string[]): ReturnType<typeof listed> {
    return listed(codes.map((code) => this.name(code)));
  }

  protected suits(code: string, slot: number): number {
    return Number(this.about.problem.teachers[this.index.get(code) ?? -1]?.av.charAt(slot) ?? '') || 0;
  }

  protected subjectsOf(codes: readonly string[]): readonly string[] {
    return [...new Set(codes.flatMap((code) => (this.people.get(code)?.subjects ?? []).slice(0, 1)))];
  }

  protected row(code: string, competency: string): ProfileRow | undefined {
    return this.rows.get(`${code}\n${competency}`);
  }

  protected name(code: string): string {
    return this.people.get(code)?.name ?? code;
  }

  protected title(competency: string): string {
    return this.about.competencies.find(({ id }) => id === competency)?.title ?? competency;
  }

  protected slotLabel(slot: number): string {
    return this.about.slots[slot]?.label ?? '';
  }
}

function levelFields(row: ProfileRow | undefined): MessageFields {
  const source = row?.basis.fields?.['source'];
  const level = row?.basis.fields?.['level'];
  const from = row?.basis.fields?.['consultantFrom'];
  return {
    ...(row === undefined ? {} : { target: levelName(row.scale, row.target) }),
    ...(source === undefined ? {} : { source }),
    ...(typeof level !== 'number' ? {} : { level: levelName(row?.scale, level) }),
    ...(typeof from !== 'number' ? {} : { consultantFrom: levelName(row?.scale, from) }),
  };
}

/** The reason in the terms of the format, by what stands in the way first. */
function reasonOf(hindrance: Hindrance | undefined, able: number): UnservedReason {
  switch (hindrance?.kind) {
    case 'consultant':
      return able === 0 ? 'no_consultant' : 'limit';
    case 'time':
      return 'no_common_slot';
    case 'few':
    case 'alike':
      return 'too_few';
    default:
      return 'limit';
  }
}

/** Rooms or equipment, as the wordings take them. */
export function meansOf({ resources }: Extract<Hindrance, { kind: 'means' }>): MessageFields {
  const equipment = resources.flatMap(({ title = '' }) => (title === '' ? [] : [title]));
  return { equipment, rooms: resources.some(({ title }) => title === undefined) ? 1 : 0 };
}

const uniqueSchools = (names: readonly string[]): readonly string[] =>
  names.filter((name, at) => names.findIndex((other) => schoolKey(other) === schoolKey(name)) === at);

/** Are these people all of those who can consult, of whom there is one at least, and nobody else? */
export const areAll = (able: readonly string[], people: readonly string[]): boolean =>
  able.length > 0 && able.length === people.length && able.every((code) => people.includes(code));

export function listed(names: readonly string[]): { readonly names: readonly string[]; readonly more: number } {
  return { names: names.slice(0, NAMES_IN_A_SENTENCE), more: Math.max(0, names.length - NAMES_IN_A_SENTENCE) };
}
