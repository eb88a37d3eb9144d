// A grouping problem compiled to typed arrays: what every part of the solver reads and none changes.
import { FRACTION } from './fraction';
import { sizeOf } from './problem';
import type { GroupingProblem } from './problem';
import { structuralReasons } from './reasons';

/** Groups that stay as they are, as indexes. */
export interface FixedGroup {
  c: number;
  t: number;
  consultants: number[];
  members: number[];
}

/** The problem as typed arrays; `i` is a teacher, `c` a competency, `t` a slot. */
export class Model {
  readonly n: number;
  readonly comps: number;
  readonly slots: number;
  readonly subjects: number;
  /** 1 when the school price does not apply. */
  readonly schools: number;

  readonly minSize: number;
  readonly maxSize: number;
  readonly perConsultant: number;
  readonly maxConsultants: number;
  /** [c] greatest number of members and of consultants, not above maxSize and maxConsultants. */
  readonly mostMembers: Int32Array;
  readonly mostLeads: Int32Array;
  /** [c] with so many consultants a group has as many members as it may; more are of use only where people are to stay. */
  readonly usefulLeads: Int32Array;

  /** What a group of one consultant costs: the scale of temperatures and penalties. */
  readonly unit: number = FRACTION;
  readonly groupPrice: number = FRACTION;
  readonly loadPrice: number = FRACTION;
  readonly subjPrice: number = FRACTION;
  readonly schoolPrice: number = FRACTION;
  readonly slotPrice: number = FRACTION;
  readonly oldPrice: number = FRACTION;
  readonly leftOutPrice: number = FRACTION;
  /** No more than this is saved by a member's leaving, besides the price of the deficit. */
  readonly mostBack: number = FRACTION;

  /** [i·C+c] price of leaving the deficit unserved; 0 where there is no deficit. */
  readonly gain: Float64Array;
  /** The least price of a deficit, less what repeats could at most give back. */
  readonly leastGain: number = FRACTION;
  readonly deficit: Uint8Array;
  readonly canLead: Uint8Array;
  /** [i·T+t] 0 cannot, 1 can, 2 prefers. */
  readonly av: Uint8Array;
  readonly subj: Int32Array;
  readonly school: Int32Array;
  readonly maxMember: Int32Array;
  readonly maxLead: Int32Array;

  /** Deficits that some group could serve: needs[needStart[i] … needStart[i+1]). */
  readonly needStart: Int32Array;
  readonly needs: Int32Array;
  /** Those with the deficit c who are free in t: cand[candStart[c·T+t] …). */
  readonly candStart: Int32Array;
  readonly cand: Int32Array;
  /** Those with the surplus c who are free in t. */
  readonly leadStart: Int32Array;
  readonly lead: Int32Array;
  /** [c·T+t] 1 when a group could exist there at all. */
  readonly open: Uint8Array;
  /** The pairs (c, t) with open = 1, as c·T+t. */
  readonly openPairs: Int32Array;

  /** Everybody who may lead some group. */
  readonly leaders: Int32Array;

  readonly old: PairSet;
  /** [c] who must not meet in a group of it; one set for all competencies without bans of their own. */
  readonly forbidden: readonly PairSet[];
  readonly fixed: FixedGroup[];

  /** Wishes that concern a person: wishOf[wishStart[i] … wishStart[i+1]) are indexes into the next five. */
  readonly wishStart: Int32Array;
  readonly wishOf: Int32Array;
  readonly wishA: Int32Array;
  readonly wishB: Int32Array;
  readonly wishLeads: Uint8Array;
  /** The competency that the wish is about, −1 = any. */
  readonly wishComp: Int32Array;
  readonly wishPrice: Float64Array;
  /** Sum of the wishes' prices. */
  readonly wishTotal: number = FRACTION;

  /** True when there are wishes or changes to count. */
  readonly extras: boolean;
  readonly changePrice: number = FRACTION;
  /** [(i·C+c)·T+t] 1 where the person was before; empty when nothing is to be kept. */
  readonly kept: Uint8Array;

  /** Resources that a group of c uses: resourceOf[resourceStart[c] … resourceStart[c+1]). */
  readonly resourceStart: Int32Array;
  readonly resourceOf: Int32Array;
  readonly resourceCapacity: Int32Array;
  /** [r·T+t] groups outside the problem that have the resource at that time. */
  readonly resourceTaken: Int32Array;

  /** Price of everything unserved: the cost of having no group at all. */
  readonly emptyCost: number = FRACTION;
  /** No more groups than this can exist. */
  readonly groupLimit: number;

  constructor(readonly problem: GroupingProblem) {
    const { teachers, params } = problem;
    const n = (this.n = teachers.length);
    const C = (this.comps = problem.competencies.length);
    const T = (this.slots = problem.slots);
    this.subjects = Math.max(1, problem.subjects.length);
    this.schools = Math.max(1, problem.schools);
    this.minSize = params.L;
    this.maxSize = params.U;
    this.perConsultant = params.U1;
    this.maxConsultants = params.cmax;
    const sizes = problem.competencies.map((id) => sizeOf(problem, id));
    this.mostMembers = Int32Array.from(sizes, ({ U }) => U);
    this.mostLeads = Int32Array.from(sizes, ({ cmax }) => cmax);
    this.unit = Math.max(1e-3, params.price.group + params.price.load);
    this.groupPrice = params.price.group;
    this.loadPrice = params.price.load;
    this.subjPrice = params.price.subjRepeat;
    this.schoolPrice = problem.schools > 1 ? params.price.schoolRepeat : 0;
    this.slotPrice = params.price.slot;
    this.oldPrice = params.price.oldPair;
    this.leftOutPrice = params.price.leftOut;
    const company = params.U + params.cmax - 1;
    this.mostBack =
      problem.wishes?.length || problem.previous?.length
        ? Infinity
        : this.subjPrice + this.schoolPrice + this.slotPrice + company * this.oldPrice;

    this.gain = new Float64Array(n * C);
    this.deficit = new Uint8Array(n * C);
    this.canLead = new Uint8Array(n * C);
    this.av = new Uint8Array(n * T);
    this.subj = new Int32Array(n);
    this.school = new Int32Array(n);
    this.maxMember = new Int32Array(n);
    this.maxLead = new Int32Array(n);
    let empty = 0;
    for (let i = 0; i < n; i++) {
      const teacher = teachers[i]!;
      this.subj[i] = teacher.subj;
      this.school[i] = teacher.school;
      this.maxMember[i] = teacher.maxMember ?? params.m;
      this.maxLead[i] = teacher.maxLead ?? params.k;
      let any = false;
      for (let c = 0; c < C; c++) {
        const level = teacher.lvl.charCodeAt(c) - 48;
        if (level <= 2) {
          const price = params.price.uncovered * params.w[3 - level]!;
          this.deficit[i * C + c] = 1;
          this.gain[i * C + c] = price;
          empty += price;
          any = true;
        } else if (level === 4) this.canLead[i * C + c] = 1;
      }
      if (any) empty += this.leftOutPrice;
      for (let t = 0; t < T; t++) this.av[i * T + t] = teacher.av.charCodeAt(t) - 48;
    }
    this.leastGain = Math.min(...[1, 2, 3].map((depth) => params.price.uncovered * params.w[depth]!)) - this.unit;

    this.old = new PairSet(n, problem.history);
    this.forbidden = forbiddenPairs(problem);

    const wishes = problem.wishes ?? [];
    this.wishA = Int32Array.from(wishes, ({ a }) => a);
    this.wishB = Int32Array.from(wishes, ({ b }) => b);
    this.wishLeads = Uint8Array.from(wishes, ({ bLeads }) => (bLeads ? 1 : 0));
    this.wishComp = Int32Array.from(wishes, ({ competency }) =>
      competency === undefined ? -1 : problem.competencies.indexOf(competency),
    );
    this.wishPrice = Float64Array.from(wishes, ({ price }) => price);
    this.wishTotal = wishes.reduce((sum, { price }) => sum + price, 0);
    [this.wishStart, this.wishOf] = grouped(
      n,
      wishes.flatMap(({ a, b }, w): [number, number][] => [
        [a, w],
        [b, w],
      ]),
    );

    const resources = problem.resources ?? [];
    this.resourceCapacity = Int32Array.from(resources, ({ capacity }) => capacity);
    this.resourceTaken = Int32Array.from(
      { length: resources.length * T },
      (_, u) => resources[Math.floor(u / T)]?.taken?.[u % T] ?? 0,
    );
    [this.resourceStart, this.resourceOf] = grouped(
      C,
      resources.flatMap(({ competencies }, r) =>
        problem.competencies.flatMap((id, c): [number, number][] =>
          !competencies || competencies.includes(id) ? [[c, r]] : [],
        ),
      ),
    );

    this.changePrice = params.price.change ?? 0;
    const index = new Map(teachers.map((teacher, i) => [teacher.id, i]));
    this.kept = new Uint8Array(this.changePrice > 0 && problem.previous?.length ? n * C * T : 0);
    let keeping = 0;
    if (this.kept.length)
      for (const place of previousPlaces(problem, index)) {
        this.kept[place] = 1;
        keeping += this.changePrice;
      }
    this.emptyCost = empty + this.wishTotal + keeping;
    this.extras = wishes.length > 0 || this.kept.length > 0;

    const cand: number[] = [];
    const lead: number[] = [];
    const openPairs: number[] = [];
    this.candStart = new Int32Array(C * T + 1);
    this.leadStart = new Int32Array(C * T + 1);
    this.open = new Uint8Array(C * T);
    for (let c = 0; c < C; c++) {
      for (let t = 0; t < T; t++) {
        const ct = c * T + t;
        for (let i = 0; i < n; i++) {
          if (!this.av[i * T + t]) continue;
          if (this.deficit[i * C + c] && this.maxMember[i]! > 0) cand.push(i);
          else if (this.canLead[i * C + c] && this.maxLead[i]! > 0) lead.push(i);
        }
        this.candStart[ct + 1] = cand.length;
        this.leadStart[ct + 1] = lead.length;
        if (lead.length > this.leadStart[ct]! && cand.length - this.candStart[ct]! >= params.L) {
          this.open[ct] = 1;
          openPairs.push(ct);
        }
      }
    }
    this.cand = Int32Array.from(cand);
    this.lead = Int32Array.from(lead);
    this.leaders = Int32Array.from(new Set(lead)).sort();
    this.openPairs = Int32Array.from(openPairs);

    const hopeless = structuralReasons(problem);
    const needs: number[] = [];
    this.needStart = new Int32Array(n + 1);
    let seats = 0;
    let leads = 0;
    for (let i = 0; i < n; i++) {
      for (let c = 0; c < C; c++) if (this.deficit[i * C + c] && !hopeless.has(i * C + c)) needs.push(c);
      this.needStart[i + 1] = needs.length;
      seats += Math.min(this.maxMember[i]!, needs.length - this.needStart[i]!);
      leads += this.maxLead[i]!;
    }
    this.needs = Int32Array.from(needs);

    this.fixed = (problem.locked ?? []).map((group) => ({
      c: problem.competencies.indexOf(group.competency),
      t: group.slot,
      consultants: group.consultants.map((id) => index.get(id)!),
      members: group.members.map((id) => index.get(id)!),
    }));
    this.groupLimit = this.fixed.length + Math.min(leads, Math.floor(seats / Math.max(1, params.L))) + 8;
    this.usefulLeads = this.mostLeads.map((most, c) =>
      this.kept.length ? most : Math.min(most, Math.ceil(this.mostMembers[c]! / this.perConsultant)),
    );
  }

  /** Members that a group of c can have with so many consultants. */
  capacity(c: number, leads: number): number {
    return Math.min(this.mostMembers[c]!, this.perConsultant * leads);
  }
}

/** By competency, who must not meet in its groups. */
function forbiddenPairs({ teachers, competencies, forbidden = [], forbiddenIn = [] }: GroupingProblem): PairSet[] {
  const everywhere = new PairSet(teachers.length, forbidden);
  return competencies.map((id) => {
    const own = forbiddenIn.filter(({ competency }) => competency === id);
    if (own.length === 0) return everywhere;
    return new PairSet(teachers.length, [...forbidden, ...own.map(({ a, b }): [number, number] => [a, b])]);
  });
}

/** What belongs to each of `count` owners, from [owner, thing] pairs: things[start[owner] … start[owner + 1]). */
function grouped(count: number, pairs: readonly (readonly [number, number])[]): [Int32Array, Int32Array] {
  const start = new Int32Array(count + 1);
  for (const [owner] of pairs) start[owner + 1] = start[owner + 1]! + 1;
  for (let q = 0; q < count; q++) start[q + 1] = start[q + 1]! + start[q]!;
  const next = start.slice();
  const things = new Int32Array(pairs.length);
  for (const [owner, thing] of pairs) {
    things[next[owner]!] = thing;
    next[owner] = next[owner]! + 1;
  }
  return [start, things];
}

/**
 * Where people were in the previous groups, as (teacher · C + competency) · T + slot, each once: only places that the present levels
 * and times still allow, for nobody is to blame for leaving the others.
 */
export function previousPlaces(problem: GroupingProblem, index: ReadonlyMap<string, number>): ReadonlySet<number> {
  const { teachers, competencies, slots: T, previous } = problem;
  const places = new Set<number>();
  for (const { competency, slot, consultants, members } of previous ?? []) {
    const c = competencies.indexOf(competency);
    if (c < 0 || slot < 0 || slot >= T) continue;
    const put = (ids: readonly string[], fits: (level: number) => boolean): void => {
      for (const id of ids) {
        const i = index.get(id);
        const teacher = i === undefined ? undefined : teachers[i];
        if (teacher && fits(Number(teacher.lvl[c])) && teacher.av[slot] !== '0')
          places.add((i! * competencies.length + c) * T + slot);
      }
    };
    put(consultants, (level) => level === 4);
    put(members, (level) => level <= 2);
  }
  return places;
}

/** Unordered pairs of teachers with an O(1) test; people without any pair are told apart at once. */
export class PairSet {
  readonly any: Uint8Array;
  private readonly bits: Uint8Array;

  constructor(
    private readonly n: number,
    pairs: readonly (readonly [number, number])[],
  ) {
    this.any = new Uint8Array(n);
    this.bits = new Uint8Array(pairs.length ? (n * n + 7) >> 3 : 0);
    for (const [a, b] of pairs) {
      this.any[a] = this.any[b] = 1;
      this.set(a * n + b);
      this.set(b * n + a);
    }
  }

  has(a: number, b: number): boolean {
    const at = a * this.n + b;
    return this.any[a] !== 0 && (this.bits[at >> 3]! & (1 << (at & 7))) !== 0;
  }

  private set(at: number): void {
    this.bits[at >> 3] = this.bits[at >> 3]! | (1 << (at & 7));
  }
}
