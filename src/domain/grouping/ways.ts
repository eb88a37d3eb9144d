// How a deficit that is left could get a group: of all ways the one with the least standing against it.
import { remembered } from '../remembered';
import { Company } from './company';
import { evaluate } from './evaluate';
import { type ExplainedGroup, type Hindrance, inOrder, weightOf } from './hindrances';
import type { GroupingProblem, GroupingResource, UnservedNeed } from './problem';
import { mostMembers, sizeOf } from './problem';

export interface Way {
  /** −1 where there is no time at all. */
  readonly slot: number;
  /** The group to join; undefined where a further one is meant. */
  readonly joins?: ExplainedGroup;
  /** Codes of those who would consult. */
  readonly leads: readonly string[];
  /** Codes of those who would learn, the person among them. */
  readonly members: readonly string[];
  /** As they are told; none: nothing stands in the way. */
  readonly hindrances: readonly Hindrance[];
}

export interface NearestWay extends Way {
  /** Kinds of what alone stands in the way of others. */
  readonly besides: ReadonlySet<Hindrance['kind']>;
}

/** What speaks against a consultant, in points: absence more than all else, and each in the order of `hindrances.ts`. */
const AGAINST = { absent: 8, busy: 3, loaded: 2.5, banned: 2, sameSubject: 1 } as const;

/** Sets of consultants looked at for one further group, where people must not meet: they are to be chosen by their company. */
const MOST_CHOICES = 40;

/** Made for one set of groups and asked for each deficit that they leave: what concerns a competency at a time is reckoned once. */
export class Ways {
  private readonly company: Company;
  private readonly leading = new Map<string, number>();

  /** Would all groups cost more with this further one than they do? Reckoned once for a competency and a time. */
  readonly isDearer = remembered(
    ({ slot, leads, members }: Way, competency: string): boolean => {
      const others = this.groups.map((group) =>
        group.competency === competency
          ? { ...group, members: group.members.filter((code) => !members.includes(code)) }
          : group,
      );
      const further = { competency, slot, consultants: [...leads], members: [...members] };
      return evaluate(this.problem, [...others, further]).cost > evaluate(this.problem, this.groups).cost;
    },
    ({ slot }, competency) => `${competency} ${String(slot)}`,
  );

  /** What a further group about the competency needs and cannot have at that time. */
  private readonly shortAt = remembered((competency: string, slot: number): readonly GroupingResource[] =>
    (this.problem.resources ?? []).filter(({ capacity, competencies, taken }) => {
      const needs = (id: string): boolean => competencies?.includes(id) ?? true;
      const using = this.groups.filter((group) => group.slot === slot && needs(group.competency)).length;
      return needs(competency) && using + (taken?.[slot] ?? 0) >= capacity;
    }),
  );

  /** Those who can consult in the competency, the one with the least against him or her at that time first. */
  private readonly rankedAt = remembered((competency: string, slot: number) =>
    this.able(competency)
      .map((code) => ({
        code,
        against:
          (this.company.can(code, slot) ? 0 : AGAINST.absent) +
          (this.company.busyWith(code, slot) === undefined ? 0 : AGAINST.busy) +
          (this.isLoaded(code) ? AGAINST.loaded : 0),
      }))
      .sort((a, b) => a.against - b.against),
  );

  /** Can any of them come then? */
  private readonly isLed = remembered((competency: string, slot: number): boolean =>
    this.able(competency).some((code) => this.company.can(code, slot)),
  );

  private readonly groupsAbout = remembered((competency: string): readonly ExplainedGroup[] =>
    this.groups.filter((group) => group.competency === competency),
  );

  private readonly withSurplus = remembered((competency: string): readonly string[] => {
    const c = this.problem.competencies.indexOf(competency);
    return this.problem.teachers.filter(({ lvl }) => lvl.charAt(c) === '4').map(({ id }) => id);
  });

  /**
   * @param groups all that stand
   * @param unserved the deficits that they leave
   * @param never leads no group at all, by a limit of his or her own: a code
   */
  constructor(
    private readonly problem: GroupingProblem,
    private readonly groups: readonly ExplainedGroup[],
    unserved: readonly UnservedNeed[],
    private readonly never: (code: string) => boolean,
  ) {
    this.company = new Company(problem, groups, unserved);
    for (const { consultants } of groups)
      for (const code of consultants) this.leading.set(code, (this.leading.get(code) ?? 0) + 1);
  }

  /** Codes of those with the surplus, but for whoever leads no groups at all by a limit of their own. */
  able(competency: string): readonly string[] {
    return this.withSurplus(competency).filter((code) => !this.never(code));
  }

  /** Codes of those with the surplus who lead no groups at all by a limit of their own. */
  unable(competency: string): readonly string[] {
    return this.withSurplus(competency).filter((code) => this.never(code));
  }

  /** The way with the least against it; of equals the one with the most company, then the earliest in the week. */
  nearest(need: UnservedNeed): NearestWay {
    const able = this.able(need.competency);
    const { company } = this;
    const shares =
      able.length === 0 || this.slots().some((t) => company.can(need.teacher, t) && this.isLed(need.competency, t));
    const ways = [
      ...this.groupsAbout(need.competency).flatMap((group) => this.joining(group, need, shares)),
      ...this.slots().flatMap((t) => this.forming(t, need, able, shares)),
    ];
    const [first] = ways
      .map((way) => ({ way, weight: weightOf(way.hindrances) }))
      .sort((a, b) => a.weight - b.weight || b.way.members.length - a.way.members.length || a.way.slot - b.way.slot);
    const way = first?.way ?? nowhere(need, able);
    const alone = ways
      .filter((one) => one !== way)
      .flatMap(({ hindrances: [one, ...more] }) => (more.length === 0 && one !== undefined ? [one.kind] : []));
    return { ...way, besides: new Set(alone) };
  }

  /** Would there be a group with one more consultant, who is free at any time? What the person's own limit says is not asked. */
  wouldHelp(need: UnservedNeed): boolean {
    const { teacher, competency } = need;
    const { company } = this;
    // A group of the least size may need others beside the new one.
    const beside = this.leadsNeeded(competency) - 1;
    return this.slots().some((slot) => {
      if (!company.can(teacher, slot) || company.busyWith(teacher, slot) !== undefined) return false;
      if (this.shortAt(competency, slot).length > 0) return false;
      return this.leadsAt(slot, need, beside).some(
        (others) =>
          others.length === beside &&
          others.every((code) => this.couldLead(code, slot)) &&
          company.around(need, others, slot).hindrances.every(({ kind }) => kind === 'alike'),
      );
    });
  }

  /** A group that stands; none when the person cannot come then, unless there is no time in common with any consultant. */
  private joining(group: ExplainedGroup, { teacher, competency }: UnservedNeed, share: boolean): Way[] {
    const { slot, consultants, members } = group;
    const { company } = this;
    // A group that somebody has left without consultants is none to join.
    if (group.over === true || slot < 0 || consultants.length === 0 || (share && !company.can(teacher, slot)))
      return [];
    const banned = company.banned(teacher, [...consultants, ...members], competency);
    const each = members.length >= this.problem.params.U1 * consultants.length;
    const size = members.length >= sizeOf(this.problem, competency).U;
    const hindrances: Hindrance[] = [
      ...(company.can(teacher, slot) ? [] : [{ kind: 'time' } as const]),
      ...company.ownHindrances(teacher, slot),
      ...(banned.length === 0 ? [] : [{ kind: 'apart', people: banned, own: true } as const]),
      ...(each || size ? [{ kind: 'full', each, size } as const] : []),
    ];
    return [
      { slot, joins: group, leads: consultants, members: [teacher, ...members], hindrances: inOrder(hindrances) },
    ];
  }

  /**
   * Further groups at that time; none where the person or every consultant cannot come then, unless they `share` no time at all: then
   * one of the two has to come when the other can.
   */
  private forming(t: number, need: UnservedNeed, able: readonly string[], share: boolean): Way[] {
    const { problem, company } = this;
    const { teacher, competency } = need;
    const { L } = problem.params;
    const needed = this.leadsNeeded(competency);
    const most = mostMembers(problem, competency, sizeOf(problem, competency).cmax);
    return this.leadsAt(t, need, needed).flatMap((best): Way[] => {
      const come = best.filter((code) => company.can(code, t));
      const [can, led] = [company.can(teacher, t), able.length === 0 || come.length > 0];
      if (share ? !can || !led : !can && !led) return [];
      const leads = can && led ? come : best;
      const busy = leads.filter((code) => company.busyWith(code, t) !== undefined);
      const loaded = leads.filter((code) => this.isLoaded(code));
      const means = this.shortAt(competency, t);
      const { members, hindrances } = company.around(need, leads, t);
      const all: Hindrance[] = [
        ...(most < L ? [{ kind: 'rules', most } as const] : []),
        ...(can && led ? [] : [{ kind: 'time' } as const]),
        ...(leads.length < needed ? [{ kind: 'consultant', able, needed } as const] : []),
        ...company.ownHindrances(teacher, t),
        ...(loaded.length === 0 ? [] : [{ kind: 'load', leads: loaded } as const]),
        ...(busy.length === 0 ? [] : [{ kind: 'leadBusy', leads: busy } as const]),
        ...(means.length === 0 ? [] : [{ kind: 'means', resources: means } as const]),
        // A further consultant may teach another subject.
        ...hindrances.filter(({ kind }) => kind !== 'alike' || leads.length === needed),
      ];
      return [{ slot: t, leads, members, hindrances: inOrder(all) }];
    });
  }

  /** The consultants with the least against them then; sets of them where people must not meet, each of whom may meet the others. */
  private leadsAt(t: number, { teacher, competency }: UnservedNeed, needed: number): readonly (readonly string[])[] {
    const { company } = this;
    const ranked = this.rankedAt(competency, t);
    const [first] = ranked;
    if (first === undefined) return [[]];
    // A group needs two subjects.
    const isOdd = (code: string): boolean => company.subject(code) !== company.subject(teacher);
    if (!company.hasBans) {
      const lead = ranked.find(({ code, against }) => against === first.against && isOdd(code)) ?? first;
      const others = ranked.slice(0, needed).filter((one) => one !== lead);
      return [[lead, ...others].slice(0, needed).map(({ code }) => code)];
    }
    const order = ranked
      .map(({ code, against }) => ({
        code,
        against:
          against +
          company.banned(teacher, [code], competency).length * AGAINST.banned +
          (isOdd(code) ? 0 : AGAINST.sameSubject),
      }))
      .sort((a, b) => a.against - b.against)
      .map(({ code }) => code);
    const all = choices(order, needed, (code, chosen) => company.banned(code, chosen, competency).length === 0);
    // Not so many as are needed may meet: then as many as may.
    return all.length > 0 ? all : order.slice(0, MOST_CHOICES).map((code) => [code]);
  }

  /** How many consultants a group of the least size needs. */
  private leadsNeeded(competency: string): number {
    const { L, U1 } = this.problem.params;
    return Math.min(Math.ceil(L / U1), sizeOf(this.problem, competency).cmax);
  }

  /** Leads as many groups as may be. */
  private isLoaded(code: string): boolean {
    return (this.leading.get(code) ?? 0) >= this.company.leadLimit(code);
  }

  private couldLead(code: string, slot: number): boolean {
    return this.company.can(code, slot) && this.company.busyWith(code, slot) === undefined && !this.isLoaded(code);
  }

  private slots(): readonly number[] {
    return Array.from({ length: this.problem.slots }, (_, slot) => slot);
  }
}

/** Neither the person nor a consultant can at any time, or there is no consultant and the person never can. */
const nowhere = ({ teacher }: UnservedNeed, able: readonly string[]): Way => ({
  slot: -1,
  leads: able,
  members: [teacher],
  hindrances: [able.length > 0 ? { kind: 'time' } : { kind: 'consultant', able, needed: 1 }],
});

/** The sets of so many who may all meet, those who come first first; as many sets as are looked at. */
function choices(
  codes: readonly string[],
  size: number,
  mayJoin: (code: string, chosen: readonly string[]) => boolean,
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const from = (start: number, chosen: readonly string[]): void => {
    if (chosen.length === size) {
      found.push(chosen);
      return;
    }
    for (let at = start; at < codes.length && found.length < MOST_CHOICES; at++) {
      const code = codes[at] ?? '';
      if (mayJoin(code, chosen)) from(at + 1, [...chosen, code]);
    }
  };
  from(0, []);
  return found;
}
