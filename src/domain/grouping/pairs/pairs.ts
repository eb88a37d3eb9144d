// Mentor pairs: who helps whom one to one. Mutual wishes first, then as many pairs as can be, then the deepest needs.
import { levelName } from '../../framework/framework';
import type { ProfileRow } from '../../scoring/profile';
import type { Teacher } from '../../staff/teacher';
import { sameSchool, type SchoolRule } from '../school-rule';
import type { PairPrices } from '../team-prices';
import type { Wish, Wishes } from '../wishes';
import { assign } from './assignment';

export interface PairPolicy {
  /** Trainees a mentor may have at once; the person's own limit as a consultant may only narrow it. */
  readonly traineesPerMentor: number;
  /** May a surplus that still wants confirmation («check») help? */
  readonly allowUnconfirmed: boolean;
  /** Do only those deficits count that the person wants to close? */
  readonly onlyWishes: boolean;
  readonly schools: SchoolRule;
  readonly prices: PairPrices;
}

export interface MentorAndTrainee {
  /** Codes. */
  readonly mentor: string;
  readonly trainee: string;
}

export interface PairsInput {
  readonly profiles: readonly ProfileRow[];
  /** Everybody who takes part. */
  readonly teachers: readonly Teacher[];
  readonly wishes: Wishes;
  readonly policy: PairPolicy;
  /** Pairs that stay whatever comes: published, or pinned in the sheet. */
  readonly kept: readonly MentorAndTrainee[];
  /** The draft that is formed again: its pairs are worth keeping. */
  readonly drafts: readonly MentorAndTrainee[];
}

export type PairRequest = 'mutual' | 'trainee' | 'mentor' | 'pinned' | 'none';

export interface MentorPair extends MentorAndTrainee {
  /** What they work on: ids, what a wish of theirs names first, then the greatest need; at most `TOPICS`. */
  readonly competencies: readonly string[];
  /** By whose wish, if by anybody's. */
  readonly request: PairRequest;
}

export interface PairsPlan {
  /** The pairs besides the kept ones, in the order of the mentors. */
  readonly pairs: readonly MentorPair[];
  /** Pinned wishes that could not be fulfilled: the trainee has a mentor already, or one of the two takes no part. */
  readonly unpinned: readonly Wish[];
}

/** A pair works on so many competencies at most: more would be a course. */
export const TOPICS = 3;

/** What is known of everybody, prepared for looking up. */
export class Pairing {
  readonly people: ReadonlyMap<string, Teacher>;
  private readonly rows = new Map<string, ProfileRow[]>();
  /** Code → competency → row. */
  private readonly byCompetency = new Map<string, Map<string, ProfileRow>>();
  /** Code → the deficits that count. */
  private readonly needs = new Map<string, readonly ProfileRow[]>();
  /** Competency → codes of those with a surplus in it that counts. */
  private readonly able = new Map<string, string[]>();
  /** Code → everybody whom wishes name together with this person. */
  private readonly named = new Map<string, Set<string>>();
  private readonly order: ReadonlyMap<string, number>;

  constructor(readonly input: PairsInput) {
    this.people = new Map(input.teachers.map((teacher) => [teacher.code, teacher]));
    this.order = new Map(input.teachers.map(({ code }, index) => [code, index]));
    for (const row of input.profiles) {
      if (!this.people.has(row.teacher)) continue;
      listIn(this.rows, row.teacher).push(row);
      const own = this.byCompetency.get(row.teacher) ?? new Map<string, ProfileRow>();
      this.byCompetency.set(row.teacher, own.set(row.competency, row));
      if (this.isAble(row)) listIn(this.able, row.competency).push(row.teacher);
    }
    for (const { who, whom } of input.wishes.list) {
      this.named.set(who, (this.named.get(who) ?? new Set()).add(whom));
      this.named.set(whom, (this.named.get(whom) ?? new Set()).add(who));
    }
  }

  /**
   * Numbers, in the order of the input, of all who might be this person's mentors: in a region each is compared with these few hundred,
   * not with everybody.
   */
  mentorsFor(trainee: string): readonly number[] {
    const codes = new Set(this.named.get(trainee));
    for (const { competency } of this.needsOf(trainee))
      for (const code of this.able.get(competency) ?? []) codes.add(code);
    return [...codes].flatMap((code) => this.order.get(code) ?? []).sort((a, b) => a - b);
  }

  rowsOf(code: string): readonly ProfileRow[] {
    return this.rows.get(code) ?? [];
  }

  /** The deficits that count. */
  needsOf(code: string): readonly ProfileRow[] {
    const known =
      this.needs.get(code) ??
      this.rowsOf(code).filter(({ state, wants }) => state === 'deficit' && (wants || !this.input.policy.onlyWishes));
    this.needs.set(code, known);
    return known;
  }

  row(code: string, competency: string): ProfileRow | undefined {
    return this.byCompetency.get(code)?.get(competency);
  }

  /**
   * May this mentor help this trainee in this need? By a surplus (confirmed, or as the policy says) of somebody who offered help
   * or asked for this trainee; when both ask for each other, any level that reaches the mentor's target and is above the trainee's.
   */
  helps(mentor: string, need: ProfileRow): boolean {
    const row = this.row(mentor, need.competency);
    if (row === undefined || row.state === 'deficit' || row.state === 'unknown') return false;
    if (this.isAble(row) && row.helps) return true;
    if (!this.areNamed(mentor, need.teacher)) return false;
    const { wishes } = this.input;
    if (this.isAble(row) && wishes.wants(mentor, need.teacher, need.competency)) return true;
    return wishes.mutual(mentor, need.teacher, need.competency) && isAbove(row, need);
  }

  /** Is there any wish about these two? Of most pairs of a region there is none, and nothing more need be asked. */
  private areNamed(one: string, other: string): boolean {
    return this.named.get(one)?.has(other) === true;
  }

  /** Is this a surplus that counts? */
  isAble({ state, confirmed }: ProfileRow): boolean {
    return (state === 'surplus' && confirmed) || (state === 'check' && this.input.policy.allowUnconfirmed);
  }

  /** What the mentor would help the trainee with, the greatest need first; nothing where wishes or schools forbid it. */
  topics(mentor: string, trainee: string, rules = { wishes: true, schools: true }): readonly ProfileRow[] {
    if (mentor === trainee) return [];
    const { wishes, policy } = this.input;
    const one = this.people.get(mentor);
    const other = this.people.get(trainee);
    if (one === undefined || other === undefined) return [];
    if (rules.schools && policy.schools === 'within' && !sameSchool(one, other)) return [];
    const heeds = rules.wishes && this.areNamed(mentor, trainee);
    return byWeight(
      this.needsOf(trainee).filter(
        (need) => !(heeds && wishes.forbids(mentor, trainee, need.competency)) && this.helps(mentor, need),
      ),
    );
  }

  /** How many trainees this person may have. */
  placesOf({ code, maxAsConsultant }: Teacher): number {
    return this.people.has(code) ? Math.min(this.input.policy.traineesPerMentor, maxAsConsultant ?? Infinity) : 0;
  }

  /** A description of two people as a pair: by whose wish, on what. */
  pair(mentor: string, trainee: string, pinned = false): MentorPair {
    const topics = this.topics(mentor, trainee);
    const { wishes } = this.input;
    const named = this.namedBy(mentor, trainee);
    // A pair by a person's decision may have nothing of this, or not what was decided on: then what the trainee lacks and the mentor
    // does not.
    const common = byWeight(
      this.needsOf(trainee).filter(
        (need) =>
          topics.includes(need) ||
          ((topics.length === 0 || (pinned && named.has(need.competency))) &&
            !(pinned && wishes.forbids(mentor, trainee, need.competency)) &&
            isAbove(this.row(mentor, need.competency), need)),
      ),
    );
    const rank = ({ competency }: ProfileRow): number =>
      !named.has(competency) ? 2 : pinned || wishes.mutual(mentor, trainee, competency) ? 0 : 1;
    return {
      mentor,
      trainee,
      competencies: [...common]
        .sort((a, b) => rank(a) - rank(b))
        .slice(0, TOPICS)
        .map(({ competency }) => competency),
      request: pinned ? 'pinned' : this.request(mentor, trainee, common),
    };
  }

  /** The competencies that wishes of these two to be together name. */
  private namedBy(one: string, other: string): ReadonlySet<string> {
    const of = this.input.wishes.list.filter(
      ({ kind, who, whom }) => kind !== 'apart' && [who, whom].includes(one) && [who, whom].includes(other),
    );
    return new Set(of.flatMap(({ about }) => (about === '' ? [] : [about])));
  }

  private request(mentor: string, trainee: string, topics: readonly ProfileRow[]): PairRequest {
    if (!this.areNamed(mentor, trainee)) return 'none';
    const { wishes } = this.input;
    const some = (holds: (competency: string) => boolean): boolean =>
      topics.some(({ competency }) => holds(competency));
    if (some((id) => wishes.mutual(mentor, trainee, id))) return 'mutual';
    if (some((id) => wishes.wants(trainee, mentor, id))) return 'trainee';
    return some((id) => wishes.wants(mentor, trainee, id)) ? 'mentor' : 'none';
  }

  /** The third price of a pair, a whole number above 0: needs, wishes of one side, a common subject, the draft. 0 when there is no pair. */
  worth(mentor: string, trainee: string, drafted: ReadonlySet<string>): number {
    const topics = this.topics(mentor, trainee);
    const one = this.people.get(mentor);
    const other = this.people.get(trainee);
    if (topics.length === 0 || one === undefined || other === undefined) return 0;
    const request = this.request(mentor, trainee, topics);
    const { schools, prices } = this.input.policy;
    return (
      topics.slice(0, TOPICS).reduce((sum, need) => sum + needWeight(need), 0) +
      (request === 'trainee' ? prices.asked : request === 'mentor' ? prices.offered : 0) +
      (one.subjects.some((subject) => other.subjects.includes(subject)) ? prices.sameSubject : 0) +
      (schools === 'mixed' && !sameSchool(one, other) ? prices.otherSchool : 0) +
      (drafted.has(keyOf({ mentor, trainee })) ? prices.drafted : 0)
    );
  }

  isMutual(mentor: string, trainee: string): boolean {
    if (!this.areNamed(mentor, trainee)) return false;
    const topics = this.topics(mentor, trainee);
    return topics.some(({ competency }) => this.input.wishes.mutual(mentor, trainee, competency));
  }
}

/** A deficit weighs as the square of its depth, twice when the person wants to close it. */
export const needWeight = ({ depth, wants }: ProfileRow): number => (depth ?? 1) ** 2 * (wants ? 2 : 1);

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const byWeight = (needs: readonly ProfileRow[]): readonly ProfileRow[] =>
  [...needs].sort((a, b) => needWeight(b) - needWeight(a));

/** The level that decided a row, undefined when nothing is known. */
export function levelOf({ basis }: ProfileRow): number | undefined {
  const level = basis.fields?.['level'];
  return typeof level === 'number' ? level : undefined;
}

/** The same as people read it; '' when nothing is known. */
export function readLevelOf(row: ProfileRow): string | number {
  const level = levelOf(row);
  return level === undefined ? '' : levelName(row.scale, level);
}

function isAbove(row: ProfileRow | undefined, need: ProfileRow): boolean {
  if (row === undefined || row.state === 'deficit') return false;
  return (levelOf(row) ?? -1) > (levelOf(need) ?? Infinity);
}

export const keyOf = ({ mentor, trainee }: MentorAndTrainee): string => `${mentor}\n${trainee}`;

/**
 * The best pairs. Kept pairs and pinned wishes come first and use up their people's places. The others are, in this order of
 * importance: (1) the greatest number of pairs that both sides asked for, (2) the greatest number of pairs, (3) the greatest worth.
 * The three are one maximum-weight assignment (`assign`), so the result is the true optimum, and no two people who asked for each
 * other and could be a pair are both left with somebody they did not ask for (see `docs/adr`). A trainee has one mentor; a person
 * may be a mentor of one and a trainee of another.
 */
export function matchPairs(input: PairsInput): PairsPlan {
  const pairing = new Pairing(input);
  const { pinned, unpinned } = pinnedPairs(pairing);
  const fixed = [...input.kept, ...pinned];
  const taught = new Set(fixed.map(({ trainee }) => trainee));
  const trainees = input.teachers.filter(
    ({ code, maxAsConsultee }) => !taught.has(code) && maxAsConsultee !== 0 && pairing.needsOf(code).length > 0,
  );
  const drafted = new Set(input.drafts.map(keyOf));
  const { worths, best } = worthsOf(pairing, trainees, drafted);
  const led = new Map<string, number>();
  for (const { mentor } of fixed) led.set(mentor, (led.get(mentor) ?? 0) + 1);
  // A row a place, a column a trainee. Whoever can help nobody has no place.
  const places = input.teachers.flatMap((teacher, index) => {
    if (best[index] === 0) return [];
    const free = pairing.placesOf(teacher) - (led.get(teacher.code) ?? 0);
    return Array.from({ length: Math.max(0, free) }, () => index);
  });
  const most = places.reduce((sum, index) => sum + (best[index] ?? 0), 0);
  /** One more pair outweighs all worth, one more mutual pair outweighs all pairs. */
  const aPair = most + 1;
  const aMutual = aPair * (Math.min(places.length, trainees.length) + 1);
  const matched = assign(places.length, trainees.length, (place, column) => {
    const worth = worths[places[place]! * trainees.length + column]!;
    return worth === 0 ? 0 : (worth & ~MUTUAL) + aPair + ((worth & MUTUAL) === 0 ? 0 : aMutual);
  });
  const found = places.flatMap((index, place): MentorPair[] => {
    const mentor = input.teachers[index];
    const trainee = trainees[matched[place] ?? -1];
    return mentor === undefined || trainee === undefined ? [] : [pairing.pair(mentor.code, trainee.code)];
  });
  const order = new Map(input.teachers.map(({ code }, index) => [code, index]));
  const place = (code: string): number => order.get(code) ?? 0;
  return {
    pairs: [...pinned, ...found].sort(
      (a, b) => place(a.mentor) - place(b.mentor) || place(a.trainee) - place(b.trainee),
    ),
    unpinned,
  };
}

/** Marks the worth of a pair that both sides asked for; far more than any worth. */
const MUTUAL = 1 << 15;

/** What each mentor (a row) with each trainee (a column) is worth, two bytes a pair: of a region it is half the memory there may be. */
function worthsOf(
  pairing: Pairing,
  trainees: readonly Teacher[],
  drafted: ReadonlySet<string>,
): { readonly worths: Uint16Array; /** Each mentor's greatest. */ readonly best: readonly number[] } {
  const { teachers } = pairing.input;
  const worths = new Uint16Array(teachers.length * trainees.length);
  const best = teachers.map(() => 0);
  trainees.forEach(({ code }, column) => {
    for (const index of pairing.mentorsFor(code)) {
      const mentor = teachers[index]?.code ?? '';
      const worth = pairing.worth(mentor, code, drafted);
      best[index] = Math.max(best[index] ?? 0, worth);
      worths[index * trainees.length + column] = worth + (worth > 0 && pairing.isMutual(mentor, code) ? MUTUAL : 0);
    }
  });
  return { worths, best };
}

/**
 * Pairs by pinned wishes. Who is the mentor follows from the levels (whose help the other needs more, in the topic that is named, or
 * else in all); when they do not tell, the second named. A person's decision goes before limits and schools, never before a kept pair.
 */
function pinnedPairs(pairing: Pairing): { readonly pinned: readonly MentorPair[]; readonly unpinned: readonly Wish[] } {
  const { wishes, kept } = pairing.input;
  const pinned: MentorPair[] = [];
  const unpinned: Wish[] = [];
  const taught = new Set(kept.map(({ trainee }) => trainee));
  const together = new Set(kept.flatMap(({ mentor, trainee }) => [`${mentor}\n${trainee}`, `${trainee}\n${mentor}`]));
  for (const wish of wishes.list) {
    if (wish.kind !== 'pinned') continue;
    const { who, whom, about } = wish;
    if (together.has(`${who}\n${whom}`)) continue;
    const asMentor = (mentor: string, trainee: string, topic: string): number =>
      pairing
        .needsOf(trainee)
        .filter(({ competency }) => topic === '' || competency === topic)
        .reduce((sum, need) => sum + (isAbove(pairing.row(mentor, need.competency), need) ? needWeight(need) : 0), 0);
    const lead = (topic: string): number => asMentor(who, whom, topic) - asMentor(whom, who, topic);
    // The topic decided on tells first, all the others when it does not.
    const [mentor, trainee] = ((about === '' ? 0 : lead(about)) || lead('')) > 0 ? [who, whom] : [whom, who];
    if (!pairing.people.has(who) || !pairing.people.has(whom) || taught.has(trainee)) {
      unpinned.push(wish);
      continue;
    }
    taught.add(trainee);
    together.add(`${who}\n${whom}`).add(`${whom}\n${who}`);
    pinned.push(pairing.pair(mentor, trainee, true));
  }
  return { pinned, unpinned };
}
