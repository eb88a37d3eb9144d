// What a learning community is worth: its members' shared needs, its tutor, wishes, schools. Whole numbers, so that sums are exact.
import type { ProfileRow } from '../../scoring/profile';
import type { Teacher } from '../../staff/teacher';
import { schoolKey } from '../../staff/normalise';
import type { SchoolRule } from '../school-rule';
import type { CommunityPrices } from '../team-prices';
import type { Wishes } from '../wishes';
import { placesBound } from './bound';

export interface CommunityPolicy {
  /** People in a community, the tutor among them. */
  readonly least: number;
  readonly most: number;
  readonly schools: SchoolRule;
  readonly prices: CommunityPrices;
}

/** A community by codes, the tutor among its members. */
export interface Community {
  readonly focus: string;
  readonly tutor: string;
  readonly members: readonly string[];
}

/** Focus (index of the competency) and tutor (index of the person) that suit some people best, and the worth of that. */
export interface Valued {
  readonly value: number;
  readonly focus: number;
  readonly tutor: number;
}

/**
 * In units of need (a deficit of depth d = d², doubled when the person wants to close it; a wish without a deficit = 1). `tutor`: from
 * a confirmed surplus of somebody who offers help down to somebody with the least deficit. `noTutor`, `apart` and `pinned` outweigh
 * all prices together (`MOST_PRICE`).
 */
const WORTH = {
  tutor: { willing: 12, surplus: 8, check: 6, norm: 4, nearest: 2, near: 1, far: 0 },
  noTutor: -90_000,
  pinned: 100_000,
  apart: -1_000_000,
} as const;

/** People whose every two have a place in a table; of a region's that would be a third of the memory there is. */
const MOST_IN_TABLE = 1000;

/** The people of a pool with everything needed to value any community of them. People are numbered as given. */
export class CommunityModel {
  readonly size: number;
  readonly competencies: readonly string[];
  /** Person · competencies + competency → need, worth as a tutor. */
  private readonly need: Int32Array;
  private readonly tutor: Int32Array;
  private readonly school: readonly number[];
  /** Person · size + person → what the two are worth together, whatever the focus; in a table too, where that is not large. */
  private readonly pairs = new Map<number, number>();
  private readonly table: Int32Array | undefined;
  /** The same, for wishes about one competency. */
  private readonly about = new Map<number, { readonly competency: number; readonly worth: number }[]>();
  /** For every school beyond the first. */
  private readonly otherSchool: number;

  constructor(
    readonly people: readonly Teacher[],
    competencies: readonly string[],
    profiles: readonly ProfileRow[],
    wishes: Wishes,
    policy: CommunityPolicy,
    drafts: readonly (readonly string[])[] = [],
  ) {
    this.size = people.length;
    this.competencies = competencies;
    const C = competencies.length;
    this.need = new Int32Array(this.size * C);
    this.tutor = new Int32Array(this.size * C);
    if (this.size <= MOST_IN_TABLE) this.table = new Int32Array(this.size * this.size);
    const { prices, schools: rule } = policy;
    this.otherSchool = rule === 'mixed' ? prices.otherSchool : 0;
    const index = new Map(people.map(({ code }, i) => [code, i]));
    const at = new Map(competencies.map((id, c) => [id, c]));
    for (const row of profiles) {
      const i = index.get(row.teacher);
      const c = at.get(row.competency);
      if (i === undefined || c === undefined) continue;
      this.need[i * C + c] = row.state === 'deficit' ? (row.depth ?? 1) ** 2 * (row.wants ? 2 : 1) : row.wants ? 1 : 0;
      this.tutor[i * C + c] = tutorWorth(row);
    }
    people.forEach(({ maxAsConsultant }, i) => {
      if (maxAsConsultant === 0) this.tutor.fill(WORTH.noTutor, i * C, (i + 1) * C);
    });
    const schools = new Map<string, number>();
    this.school = people.map(({ school }) => {
      const key = schoolKey(school);
      const number = schools.get(key) ?? schools.size;
      schools.set(key, number);
      return number;
    });
    this.readWishes(wishes, index, at, prices);
    for (const draft of drafts) {
      const members = draft.flatMap((code) => index.get(code) ?? []);
      for (const i of members) for (const j of members) if (i < j) this.add(i, j, prices.stay);
    }
  }

  /** The best focus and tutor of these people, and what the community is then worth. */
  value(members: readonly number[]): Valued {
    const C = this.competencies.length;
    const { base, extra } = this.pairsOf(members);
    let best: Valued = { value: -Infinity, focus: -1, tutor: -1 };
    for (let c = 0; c < C; c++) {
      let needs = 0;
      let gain = -Infinity;
      let tutor = -1;
      for (const i of members) {
        const need = this.need[i * C + c]!;
        needs += need;
        // The tutor gives instead of taking: his own need in the focus is not served.
        const change = this.tutor[i * C + c]! - need;
        if (change > gain) {
          gain = change;
          tutor = i;
        }
      }
      const value = base + needs + gain + (extra?.[c] ?? 0);
      if (value > best.value) best = { value, focus: c, tutor };
    }
    return best;
  }

  needOf(person: number, competency: number): number {
    return this.need[person * this.competencies.length + competency]!;
  }

  /** Pairs of these people that must not be together in this focus. */
  forbidden(members: readonly number[], focus: number): readonly (readonly [number, number])[] {
    return pairsIn(members).filter(
      ([i, j]) =>
        this.together(i, j) < WORTH.apart / 2 ||
        (this.about.get(i * this.size + j) ?? []).some(
          ({ competency, worth }) => competency === focus && worth < WORTH.apart / 2,
        ),
    );
  }

  /**
   * No set of `communities` communities of at most `most` people each is worth more: needs and tutors as `placesBound` says, every
   * wish fulfilled, the schools mixed as much as can be, nobody forbidden.
   */
  bound(communities: number, most: number): number {
    let sum = placesBound(this.need, this.tutor, this.competencies.length, communities, most);
    for (const worth of this.pairs.values()) sum += Math.max(0, worth);
    for (const about of this.about.values()) for (const { worth } of about) sum += Math.max(0, worth);
    const schools = new Set(this.school).size;
    return sum + this.otherSchool * communities * (Math.min(schools, most) - 1);
  }

  private readWishes(
    wishes: Wishes,
    index: ReadonlyMap<string, number>,
    at: ReadonlyMap<string, number>,
    { mutual, asked }: CommunityPrices,
  ): void {
    for (const { kind, who, whom, about } of wishes.list) {
      const i = index.get(who);
      const j = index.get(whom);
      if (i === undefined || j === undefined) continue;
      // Two one-sided wishes make a mutual one: each brings its half of the price, in whole numbers.
      const worth =
        kind === 'apart'
          ? WORTH.apart
          : kind === 'pinned'
            ? WORTH.pinned
            : wishes.mutual(who, whom, about)
              ? (i < j ? Math.ceil : Math.floor)(mutual / 2)
              : asked;
      const competency = at.get(about);
      if (about === '') this.add(i, j, worth);
      else if (competency !== undefined) {
        const key = Math.min(i, j) * this.size + Math.max(i, j);
        this.about.set(key, [...(this.about.get(key) ?? []), { competency, worth }]);
      }
    }
  }

  private add(i: number, j: number, worth: number): void {
    const key = Math.min(i, j) * this.size + Math.max(i, j);
    const sum = (this.pairs.get(key) ?? 0) + worth;
    this.pairs.set(key, sum);
    if (this.table !== undefined) this.table[key] = sum;
  }

  /** `i` is the smaller number. */
  private together(i: number, j: number): number {
    const key = i * this.size + j;
    return this.table === undefined ? (this.pairs.get(key) ?? 0) : this.table[key]!;
  }

  /** What the members are worth to one another: in any focus, and more by focus where somebody has wished so. */
  private pairsOf(members: readonly number[]): {
    readonly base: number;
    readonly extra: readonly number[] | undefined;
  } {
    let base = 0;
    let extra: number[] | undefined;
    for (let a = 0; a < members.length; a++)
      for (let b = a + 1; b < members.length; b++) {
        const i = Math.min(members[a]!, members[b]!);
        const j = Math.max(members[a]!, members[b]!);
        base += this.together(i, j);
        if (this.about.size === 0) continue;
        for (const { competency, worth } of this.about.get(i * this.size + j) ?? []) {
          extra ??= this.competencies.map(() => 0);
          extra[competency]! += worth;
        }
      }
    if (this.otherSchool > 0) base += this.otherSchool * (new Set(members.map((i) => this.school[i])).size - 1);
    return { base, extra };
  }
}

function tutorWorth({ state, confirmed, helps, depth }: ProfileRow): number {
  const { tutor } = WORTH;
  switch (state) {
    case 'surplus':
      return confirmed && helps ? tutor.willing : tutor.surplus;
    case 'check':
      return tutor.check;
    case 'norm':
      return tutor.norm;
    case 'deficit':
      return (depth ?? 1) <= 1 ? tutor.nearest : depth === 2 ? tutor.near : tutor.far;
    case 'unknown':
      return tutor.far;
  }
}

/** Every two of them, the smaller number first. */
export const pairsIn = (members: readonly number[]): readonly (readonly [number, number])[] =>
  members.flatMap((one, a) =>
    members.slice(a + 1).map((other): readonly [number, number] => [Math.min(one, other), Math.max(one, other)]),
  );
