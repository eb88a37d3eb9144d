// Why these people are together, why others are left without a group, and where everything hangs on one person.
import { type Competency, levelName } from '../framework/framework';
import type { Message, MessageFields } from '../message';
import type { ProfileRow } from '../scoring/profile';
import type { Teacher } from '../staff/teacher';
import { type Binding, whatBinds } from './binding';
import type { WeekSlot } from './from-profiles';
import type { GroupingGroup, GroupingProblem, GroupingSolution, UnservedNeed } from './problem';
import { isBanned } from './requests';

/** Everything an explanation is drawn from. */
export interface Explained {
  readonly problem: GroupingProblem;
  readonly solution: Pick<GroupingSolution, 'groups' | 'unserved'>;
  readonly profiles: readonly ProfileRow[];
  readonly teachers: readonly Teacher[];
  readonly competencies: readonly Pick<Competency, 'id' | 'title'>[];
  readonly slots: readonly WeekSlot[];
  /** By competency, seats of the largest room for it, where they and not the settings bound the size of a group. */
  readonly seats?: ReadonlyMap<string, number>;
}

export interface UncoveredReason extends UnservedNeed {
  /** Levels below the target. */
  readonly depth: number | undefined;
  readonly message: Message;
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

  constructor(protected readonly about: Explained) {
    this.people = new Map(about.teachers.map((teacher) => [teacher.code, teacher]));
    this.rows = new Map(about.profiles.map((row) => [`${row.teacher}\n${row.competency}`, row]));
    this.index = new Map(about.problem.teachers.map(({ id }, i) => [id, i]));
  }

  /** Why the group is as it is: whose surplus meets how many deficits, which subjects are mixed, how well the time suits. */
  reasonForGroup(group: GroupingGroup): Message {
    const everybody = [...group.consultants, ...group.members];
    const subjects = this.subjectsOf(everybody);
    const schools = [...new Set(everybody.map((code) => this.people.get(code)?.school ?? ''))].filter(
      (name) => name !== '',
    );
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

  /** Why a deficit is left without a group, and what would cover it. */
  uncoveredReason(need: UnservedNeed): UncoveredReason {
    const row = this.row(need.teacher, need.competency);
    return { ...need, depth: row?.depth, message: this.wordsFor(need) };
  }

  uncoveredReasons(): readonly UncoveredReason[] {
    return this.about.solution.unserved.map((need) => this.uncoveredReason(need));
  }

  /** Competencies that somebody needs and nobody, or only one person, can consult in: if that one falls ill, everything stops. */
  singlePoints(): readonly SinglePoint[] {
    const { problem, solution } = this.about;
    return problem.competencies.flatMap((competency, c): SinglePoint[] => {
      const able = this.ableTo(c);
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

  private wordsFor(need: UnservedNeed): Message {
    const { problem, solution } = this.about;
    const c = problem.competencies.indexOf(need.competency);
    const able = this.ableTo(c);
    const fields = { name: this.name(need.teacher), title: this.title(need.competency) };
    switch (this.reasonFor(need, able)) {
      case 'no_consultant': {
        const of = (test: (row: ProfileRow) => boolean): string[] =>
          this.about.profiles.filter((row) => row.competency === need.competency && test(row)).map(({ name }) => name);
        const unwilling = of((row) => row.state === 'surplus' && !row.helps);
        if (unwilling.length > 0)
          return { code: 'uncovered.noConsultant.unwilling', fields: { ...fields, ...listed(unwilling) } };
        const unconfirmed = of((row) => row.state === 'check');
        if (unconfirmed.length > 0)
          return { code: 'uncovered.noConsultant.check', fields: { ...fields, ...listed(unconfirmed) } };
        return { code: 'uncovered.noConsultant', fields };
      }
      case 'no_common_slot': {
        const slots = this.about.slots.filter((_, slot) => able.some((code) => this.suits(code, slot) > 0));
        return {
          code: 'uncovered.noCommonSlot',
          fields: { ...fields, ...listed(able.map((code) => this.name(code))), slots: slots.map(({ label }) => label) },
        };
      }
      case 'too_few': {
        const { most, slot, subjects } = this.bestGathering(need.teacher, c, able);
        const more = { ...fields, least: problem.params.L, together: most, slot: this.slotLabel(slot) };
        return most >= problem.params.L && subjects < 2
          ? { code: 'uncovered.tooFew.oneSubject', fields: more }
          : { code: 'uncovered.tooFew', fields: more };
      }
      case 'limit': {
        const teacher = problem.teachers[this.index.get(need.teacher) ?? -1];
        const own = solution.groups.filter(({ members }) => members.includes(need.teacher)).length;
        const limit = teacher?.maxMember ?? problem.params.m;
        const personal = teacher?.maxMember === undefined ? 0 : 1;
        if (own >= limit) return { code: 'uncovered.limit.own', fields: { ...fields, groups: own, limit, personal } };
        const allowed = this.allowed(need, able);
        const names = listed((allowed.length > 0 ? allowed : able).map((code) => this.name(code)));
        if (allowed.length === 0) return { code: 'uncovered.limit.banned', fields: { ...fields, ...names } };
        const spare = allowed.filter((code) => this.load(code) < this.leadLimit(code));
        const binding = whatBinds(problem, solution.groups, need.teacher, need.competency, spare);
        if (binding?.kind === 'apart')
          return { code: 'uncovered.limit.apart', fields: this.bindingFields(fields, binding) };
        if (spare.length === 0) {
          const limited = allowed.filter((code) => problem.teachers[this.index.get(code) ?? -1]?.maxLead !== undefined);
          return { code: 'uncovered.limit.consultants', fields: { ...fields, ...names, personal: limited.length } };
        }
        const more = { ...fields, ...listed(spare.map((code) => this.name(code))) };
        if (binding?.kind === 'means')
          return { code: 'uncovered.limit.means', fields: this.bindingFields(more, binding) };
        return { code: 'uncovered.limit', fields: { ...more, seats: this.about.seats?.get(need.competency) ?? 0 } };
      }
    }
  }

  /** What stands in the way, as the wordings take it. */
  protected bindingFields(fields: MessageFields, binding: Binding): MessageFields {
    if (binding.kind === 'apart') return { ...fields, ...listed(binding.people.map((code) => this.name(code))) };
    const equipment = binding.resources.flatMap(({ title = '' }) => (title === '' ? [] : [title]));
    return { ...fields, equipment, rooms: binding.resources.some(({ title }) => title === undefined) ? 1 : 0 };
  }

  /** The slot shared with a consultant where the most people with this deficit are free. */
  protected bestGathering(
    code: string,
    c: number,
    able: readonly string[],
  ): { most: number; slot: number; subjects: number } {
    const { problem } = this.about;
    const needy = problem.teachers.filter(({ lvl }) => lvl.charAt(c) < '3');
    let best = { most: 0, slot: -1, subjects: 0 };
    for (let slot = 0; slot < problem.slots; slot++) {
      const leads = able.filter((lead) => this.suits(lead, slot) > 0);
      if (leads.length === 0 || this.suits(code, slot) === 0) continue;
      const free = needy.filter(({ av }) => av.charAt(slot) > '0');
      const subjects = new Set([
        ...free.map(({ subj }) => subj),
        ...leads.map((lead) => problem.teachers[this.index.get(lead) ?? -1]?.subj),
      ]).size;
      if (free.length > best.most) best = { most: free.length, slot, subjects };
    }
    return best;
  }

  /**
   * Those with the surplus. Whoever leads no groups at all by a limit of their own is none; the problem's limits are not asked, since a
   * group that stands may have used them up.
   */
  protected ableTo(c: number): readonly string[] {
    return this.about.problem.teachers
      .filter(({ id, lvl }) => lvl.charAt(c) === '4' && this.people.get(id)?.maxAsConsultant !== 0)
      .map(({ id }) => id);
  }

  /** Why the deficit is left: where the only ones with the surplus lead no groups, there is no consultant. */
  protected reasonFor({ reason }: UnservedNeed, able: readonly string[]): UnservedNeed['reason'] {
    return able.length === 0 ? 'no_consultant' : reason;
  }

  /** Those of the consultants whom nobody asked to keep apart from the person. */
  protected allowed({ teacher, competency }: UnservedNeed, able: readonly string[]): readonly string[] {
    return able.filter((code) => !isBanned(this.about.problem, teacher, code, competency));
  }

  protected load(code: string): number {
    return this.about.solution.groups.filter(({ consultants }) => consultants.includes(code)).length;
  }

  protected leadLimit(code: string): number {
    return this.about.problem.teachers[this.index.get(code) ?? -1]?.maxLead ?? this.about.problem.params.k;
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

export function listed(names: readonly string[]): { readonly names: readonly string[]; readonly more: number } {
  return { names: names.slice(0, NAMES_IN_A_SENTENCE), more: Math.max(0, names.length - NAMES_IN_A_SENTENCE) };
}
