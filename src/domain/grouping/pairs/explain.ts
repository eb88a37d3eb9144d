// Why two people are a pair, why others have none and what would help, and which wishes could not come true.
import { type Competency, levelName } from '../../framework/framework';
import type { Message, MessageFields } from '../../message';
import type { Teacher } from '../../staff/teacher';
import { sameSchool } from '../school-rule';
import { type MentorPair, Pairing, type PairsInput, type PairsPlan, matchPairs, readLevelOf } from './pairs';

export interface LeftOut {
  readonly teacher: string;
  readonly message: Message;
}

/** Names or titles in one sentence; the rest is counted. */
const LISTED = 5;
const listed = (names: readonly string[]): { readonly names: readonly string[]; readonly more: number } => ({
  names: names.slice(0, LISTED),
  more: Math.max(0, names.length - LISTED),
});

export class PairsExplainer {
  private readonly pairing: Pairing;
  private readonly titles: ReadonlyMap<string, string>;
  /** All pairs, kept and new. */
  private readonly pairs: PairsInput['kept'];

  constructor(
    private readonly input: PairsInput,
    private readonly plan: PairsPlan,
    competencies: readonly Competency[],
    /** All who may be named, also those who take no part. */
    private readonly staff: readonly Teacher[] = input.teachers,
  ) {
    this.pairing = new Pairing(input);
    this.titles = new Map(competencies.map(({ id, title }) => [id, title]));
    this.pairs = [...input.kept, ...plan.pairs];
  }

  /** Why these two: whose wish it is, what the trainee lacks and the mentor has. */
  reason({ mentor, trainee, competencies, request }: MentorPair): Message {
    const [first = ''] = competencies;
    const need = this.pairing.row(trainee, first);
    const help = this.pairing.row(mentor, first);
    const one = this.pairing.people.get(mentor);
    const other = this.pairing.people.get(trainee);
    const level = (row: typeof need): MessageFields[string] => (row === undefined ? '' : readLevelOf(row));
    return {
      code: 'pairs.reason',
      fields: {
        request,
        title: first === '' ? '' : this.title(first),
        lacks: level(need),
        target: need === undefined ? '' : levelName(need.scale, need.target),
        has: level(help),
        wants: need?.wants === true ? 1 : 0,
        others: competencies.slice(1).map((id) => this.title(id)),
        subjects: (one?.subjects ?? []).filter((subject) => other?.subjects.includes(subject) === true),
        schools: one !== undefined && other !== undefined && !sameSchool(one, other) ? [one.school, other.school] : [],
      },
    };
  }

  /** Everybody who needs a mentor and has none, who could be one and is not, and of whom nothing is known. */
  leftOut(): readonly LeftOut[] {
    const taught = new Set(this.pairs.map(({ trainee }) => trainee));
    const teaching = new Set(this.pairs.map(({ mentor }) => mentor));
    // Only where somebody is left for whom it makes a difference: it is the whole search once more.
    let wider: ReadonlySet<string> | undefined;
    const wouldGain = (code: string): boolean => (wider ??= this.withOneMorePlace()).has(code);
    return this.input.teachers.flatMap(({ code }): LeftOut[] => {
      const rows = this.pairing.rowsOf(code);
      if (rows.length > 0 && rows.every(({ state }) => state === 'unknown') && !taught.has(code))
        return [{ teacher: code, message: { code: 'pairs.left.unknown' } }];
      const messages: Message[] = [];
      if (!taught.has(code) && this.pairing.needsOf(code).length > 0) messages.push(this.noMentor(code, wouldGain));
      if (!teaching.has(code)) messages.push(...this.noTrainee(code));
      return messages.map((message) => ({ teacher: code, message }));
    });
  }

  private noMentor(code: string, wouldGain: (code: string) => boolean): Message {
    const trainee = this.pairing.people.get(code);
    if (trainee?.maxAsConsultee === 0) return { code: 'pairs.left.own' };
    const candidates = this.pairing.mentorsFor(code).flatMap((index) => this.input.teachers[index] ?? []);
    const able = (rules: { wishes: boolean; schools: boolean }): typeof candidates =>
      candidates.filter((teacher) => this.pairing.topics(teacher.code, code, rules).length > 0);
    const names = (people: typeof candidates): { names: readonly string[]; more: number } =>
      listed(people.map(({ name }) => name));
    const here = able({ wishes: true, schools: true });
    if (here.length > 0) {
      const open = here.filter((teacher) => this.pairing.placesOf(teacher) > 0);
      return open.length === 0
        ? { code: 'pairs.left.mentorLimit', fields: names(here) }
        : {
            code: 'pairs.left.busy',
            fields: {
              ...names(open),
              places: this.input.policy.traineesPerMentor + 1,
              gains: wouldGain(code) ? 1 : 0,
            },
          };
    }
    const forbidden = able({ wishes: false, schools: true });
    if (forbidden.length > 0) return { code: 'pairs.left.forbidden', fields: names(forbidden) };
    const elsewhere = able({ wishes: true, schools: false });
    if (elsewhere.length > 0) return { code: 'pairs.left.school', fields: names(elsewhere) };
    const needs = this.pairing.needsOf(code);
    const with_ = (state: 'surplus' | 'check'): typeof candidates =>
      this.input.teachers.filter(
        (teacher) =>
          teacher.code !== code &&
          needs.some(({ competency }) => this.pairing.row(teacher.code, competency)?.state === state),
      );
    const unwilling = with_('surplus');
    if (unwilling.length > 0) return { code: 'pairs.left.unwilling', fields: names(unwilling) };
    const unsure = with_('check');
    if (unsure.length > 0) return { code: 'pairs.left.check', fields: names(unsure) };
    return { code: 'pairs.left.nobody', fields: listed(needs.map(({ title }) => title)) };
  }

  /** A possible mentor without a trainee: said only of those who have offered help by a surplus that counts. */
  private noTrainee(code: string): readonly Message[] {
    const mentor = this.pairing.people.get(code);
    const offers = this.pairing.rowsOf(code).filter((row) => row.helps && this.pairing.isAble(row));
    if (mentor === undefined || offers.length === 0 || this.pairing.placesOf(mentor) === 0) return [];
    const titles = listed(offers.map(({ title }) => title));
    const offered = new Set(offers.map(({ competency }) => competency));
    const needy = this.input.teachers.some(
      (teacher) =>
        teacher.code !== code && this.pairing.needsOf(teacher.code).some(({ competency }) => offered.has(competency)),
    );
    return [needy ? { code: 'pairs.free.others', fields: titles } : { code: 'pairs.free.noNeed', fields: titles }];
  }

  /** Wishes that did not come true: asked for by both, or pinned. */
  unmet(): readonly Message[] {
    const together = new Set(
      this.pairs.flatMap(({ mentor, trainee }) => [`${mentor}\n${trainee}`, `${trainee}\n${mentor}`]),
    );
    const asked = this.input.wishes.list
      .filter(
        ({ kind, who, whom, about }) =>
          kind === 'together' && this.input.wishes.mutual(who, whom, about) && !together.has(`${who}\n${whom}`),
      )
      // Of «А хочет к Б» and «Б хочет к А» one is enough.
      .filter(
        ({ who, whom }, index, all) =>
          all.findIndex((other) => [other.who, other.whom].sort().join() === [who, whom].sort().join()) === index,
      );
    const fields = ({ who, whom }: { who: string; whom: string }): { one: string; other: string } => ({
      one: this.name(who),
      other: this.name(whom),
    });
    return [
      ...asked.map((wish) => ({ code: `pairs.unmet.${this.whyUnmet(wish.who, wish.whom)}`, fields: fields(wish) })),
      ...this.plan.unpinned.map((wish) => ({ code: 'pairs.unmet.pinned', fields: fields(wish) })),
    ];
  }

  private whyUnmet(one: string, other: string): 'absent' | 'forbidden' | 'school' | 'needless' | 'limit' | 'taken' {
    if (!this.pairing.people.has(one) || !this.pairing.people.has(other)) return 'absent';
    const either = (rules?: { wishes: boolean; schools: boolean }): boolean =>
      this.pairing.topics(one, other, rules).length + this.pairing.topics(other, one, rules).length > 0;
    if (!either({ wishes: false, schools: false })) return 'needless';
    if (!either({ wishes: false, schools: true })) return 'school';
    if (!either()) return 'forbidden';
    const open = (mentor: string, trainee: string): boolean => {
      const teacher = this.pairing.people.get(mentor);
      return (
        this.pairing.topics(mentor, trainee).length > 0 &&
        teacher !== undefined &&
        this.pairing.placesOf(teacher) > 0 &&
        this.pairing.people.get(trainee)?.maxAsConsultee !== 0
      );
    };
    return open(one, other) || open(other, one) ? 'taken' : 'limit';
  }

  /** Who would have a mentor if each mentor took one more. */
  private withOneMorePlace(): ReadonlySet<string> {
    const { policy } = this.input;
    const wider = matchPairs({ ...this.input, policy: { ...policy, traineesPerMentor: policy.traineesPerMentor + 1 } });
    return new Set(wider.pairs.map(({ trainee }) => trainee));
  }

  private name(code: string): string {
    return (this.pairing.people.get(code) ?? this.staff.find((one) => one.code === code))?.name ?? code;
  }

  private title(id: string): string {
    return this.titles.get(id) ?? id;
  }
}
