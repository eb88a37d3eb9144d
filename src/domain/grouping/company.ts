// Who could come to a further group besides the person for whom it would be formed.
import { remembered } from '../remembered';
import type { ExplainedGroup, Hindrance } from './hindrances';
import type { GroupingProblem, GroupingTeacher, UnservedNeed } from './problem';
import { mostMembers } from './problem';

/** People of a group that could do without some of them. */
interface Spare {
  readonly codes: readonly string[];
  readonly most: number;
}

/** Above so many people with bans the greatest company is looked for in one pass. */
const MOST_WITH_BANS = 14;

/** What the groups that stand leave of everybody's time and limits. */
export class Company {
  private readonly people: ReadonlyMap<string, GroupingTeacher>;
  private readonly sits = new Map<string, ExplainedGroup>();
  private readonly learning = new Map<string, number>();
  /** «a b» and «a b competency», both ways. */
  private readonly bans = new Set<string>();
  private readonly lacking = new Map<string, string[]>();

  /**
   * Those who wait for a group about the competency, are free then and may learn in one more; `raised`: or might, were the limit higher
   * that the rules set for all.
   */
  readonly waiting = remembered((competency: string, slot: number, raised: boolean): readonly string[] =>
    (this.lacking.get(competency) ?? []).filter(
      (code) => this.isFree(code, slot) && (!this.isFull(code) || (raised && this.hasGeneralLimit(code))),
    ),
  );

  /** Learners of the other groups about the competency who could come then, and how many each group can spare. */
  private readonly spareAt = remembered((competency: string, slot: number): readonly Spare[] =>
    this.groups.flatMap((group) => {
      const most = group.members.length - this.problem.params.L;
      if (group.competency !== competency || group.fixed === true || group.over === true || most <= 0) return [];
      // Of its subjects two must stay.
      const subjects = new Set(group.consultants.map((code) => this.subject(code)));
      const stays = subjects.size > 1 ? undefined : group.members.find((code) => !subjects.has(this.subject(code)));
      const codes = group.members.filter((code) => code !== stays && (group.slot === slot || this.isFree(code, slot)));
      return codes.length === 0 ? [] : [{ codes, most }];
    }),
  );

  /** How many need the competency at all. */
  private readonly needy = remembered((competency: string): number => {
    const c = this.problem.competencies.indexOf(competency);
    return this.problem.teachers.filter(({ lvl }) => lvl.charAt(c) < '3').length;
  });

  /** @param unserved the deficits that the groups leave */
  constructor(
    private readonly problem: GroupingProblem,
    private readonly groups: readonly ExplainedGroup[],
    unserved: readonly UnservedNeed[],
  ) {
    const { teachers, forbidden = [], forbiddenIn = [] } = problem;
    this.people = new Map(teachers.map((teacher) => [teacher.id, teacher]));
    for (const group of groups) {
      for (const code of [...group.consultants, ...group.members])
        this.sits.set(`${code} ${String(group.slot)}`, group);
      for (const code of group.members) this.learning.set(code, (this.learning.get(code) ?? 0) + 1);
    }
    const ban = (a: number, b: number, about: string): void => {
      const [one, other] = [teachers[a]?.id ?? '', teachers[b]?.id ?? ''];
      this.bans.add(`${one} ${other} ${about}`).add(`${other} ${one} ${about}`);
    };
    for (const [a, b] of forbidden) ban(a, b, '');
    for (const { a, b, competency } of forbiddenIn) ban(a, b, competency);
    for (const { teacher, competency } of unserved) {
      const lacking = this.lacking.get(competency) ?? [];
      lacking.push(teacher);
      this.lacking.set(competency, lacking);
    }
  }

  /** By what the person said of time, whatever groups there are. */
  can(code: string, slot: number): boolean {
    return (this.people.get(code)?.av.charAt(slot) ?? '') > '0';
  }

  /** The group in which the person sits then. */
  busyWith(code: string, slot: number): ExplainedGroup | undefined {
    return this.sits.get(`${code} ${String(slot)}`);
  }

  leadLimit(code: string): number {
    return this.people.get(code)?.maxLead ?? this.problem.params.k;
  }

  get hasBans(): boolean {
    return this.bans.size > 0;
  }

  /** Those of the people whom this one must not meet in a group about the competency. */
  banned(code: string, people: readonly string[], competency: string): readonly string[] {
    if (this.bans.size === 0) return [];
    return people.filter(
      (other) => this.bans.has(`${code} ${other} `) || this.bans.has(`${code} ${other} ${competency}`),
    );
  }

  /** What the person's own limit and other groups say against learning then. */
  ownHindrances(code: string, slot: number): readonly Hindrance[] {
    const groups = this.learning.get(code) ?? 0;
    const limit = this.learnLimit(code);
    const group = this.busyWith(code, slot);
    return [
      ...(this.isFull(code) ? [{ kind: 'own', groups, limit } as const] : []),
      ...(group === undefined ? [] : [{ kind: 'busy', group } as const]),
    ];
  }

  /**
   * The members of a further group for the person, led by these, and what of company stands in its way. Learners of other groups are
   * reckoned with as far as those would be large enough without them and forming anew may take them out.
   * @param leads fewer than it needs, or none, where there are not so many
   */
  around(
    { teacher, competency }: UnservedNeed,
    leads: readonly string[],
    slot: number,
  ): { readonly members: readonly string[]; readonly hindrances: readonly Hindrance[] } {
    const { problem } = this;
    const wanted = problem.params.L - 1;
    const most = Math.max(problem.params.L, mostMembers(problem, competency, Math.max(1, leads.length)));
    const isOdd = (code: string): boolean => this.subject(code) !== this.subject(teacher);
    const alike = leads.length > 0 && !leads.some(isOdd);
    const raised = this.isFull(teacher) && this.hasGeneralLimit(teacher);
    const pool = this.waiting(competency, slot, raised);
    // Of those who may all meet any will do, and of a region hundreds wait for one topic.
    const some = this.hasBans ? pool : pool.slice(0, most + 1);
    // A group needs two subjects: those who bring another come first.
    const odd = alike ? (this.hasBans ? pool.filter(isOdd) : pool.filter(isOdd).slice(0, 1)) : [];
    const waiting = [...new Set([...odd, ...some])].filter((code) => code !== teacher);
    const spare = waiting.length < wanted ? this.spareAt(competency, slot) : [];
    const anchors = [teacher, ...leads];
    const everybody = withSpare(waiting, spare, wanted, () => true);
    let company = withSpare(
      this.compatible(anchors, waiting, competency),
      spare,
      wanted,
      (code, others) => this.banned(code, [...anchors, ...others], competency).length === 0,
    );
    const ownBans = this.banned(teacher, leads, competency);
    const hindrances: Hindrance[] = ownBans.length === 0 ? [] : [{ kind: 'apart', people: ownBans, own: true }];
    if (everybody.length < wanted) {
      const missing = wanted - company.length;
      hindrances.push({ kind: 'few', together: 1 + company.length, missing, needy: this.needy(competency) });
    } else if (company.length < wanted) {
      if (ownBans.length === 0) hindrances.push(this.apart(teacher, [...leads, ...everybody], competency));
      // Who would be there once the bans are gone.
      company = everybody;
    }
    if (alike) {
      const at = company.findIndex(isOdd);
      if (at >= 0 && most > 1) company.unshift(...company.splice(at, 1));
      else if (company.length >= wanted) hindrances.push({ kind: 'alike' });
    }
    return { members: [teacher, ...company].slice(0, most), hindrances };
  }

  /** The bans that stand in the way: those on the person, or else those among the others. */
  private apart(teacher: string, others: readonly string[], competency: string): Hindrance {
    const own = this.banned(teacher, others, competency);
    if (own.length > 0) return { kind: 'apart', people: own, own: true };
    return {
      kind: 'apart',
      people: others.filter((code) => this.banned(code, others, competency).length > 0),
      own: false,
    };
  }

  /** As many of the candidates as may meet one another and all of `anchors`. */
  private compatible(anchors: readonly string[], candidates: readonly string[], competency: string): string[] {
    if (this.bans.size === 0) return [...candidates];
    const free = candidates.filter((code) => this.banned(code, anchors, competency).length === 0);
    const bound = free.filter((code) => this.banned(code, free, competency).length > 0);
    const most = (codes: readonly string[], exact: boolean): readonly string[] => {
      const [first, ...rest] = codes;
      if (first === undefined) return [];
      const against = this.banned(first, rest, competency);
      const taken = [
        first,
        ...most(
          rest.filter((code) => !against.includes(code)),
          exact,
        ),
      ];
      if (against.length === 0 || !exact) return taken;
      const left = most(rest, exact);
      return left.length > taken.length ? left : taken;
    };
    return [...free.filter((code) => !bound.includes(code)), ...most(bound, bound.length <= MOST_WITH_BANS)];
  }

  private isFree(code: string, slot: number): boolean {
    return this.can(code, slot) && this.busyWith(code, slot) === undefined;
  }

  subject(code: string): number | undefined {
    return this.people.get(code)?.subj;
  }

  /** Learns in as many groups as may be. */
  private isFull(code: string): boolean {
    return (this.learning.get(code) ?? 0) >= this.learnLimit(code);
  }

  private hasGeneralLimit(code: string): boolean {
    return this.people.get(code)?.maxMember === undefined;
  }

  private learnLimit(code: string): number {
    return this.people.get(code)?.maxMember ?? this.problem.params.m;
  }
}

/** These, and of the others as many as are wanted, each of whom may join those before. */
function withSpare(
  first: readonly string[],
  spare: readonly Spare[],
  wanted: number,
  mayJoin: (code: string, others: readonly string[]) => boolean,
): string[] {
  const company = [...first];
  for (const { codes, most } of spare) {
    let left = most;
    for (const code of codes) {
      if (left === 0 || company.length >= wanted) break;
      if (!mayJoin(code, company)) continue;
      company.push(code);
      left--;
    }
  }
  return company;
}
