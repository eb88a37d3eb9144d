// Two cycles compared: for every competency and in all, what the same people had before and have now, and what becomes of deficits.
import type { LevelSource, ProfileRow, ProfileState } from '../scoring/profile';
import { pairKey } from '../scoring/level';
import { holm, MIN_MATCHED, type Pair, pairedChange, type PairedChange } from './paired';
import { type Reliable, reliableChange } from './reliable';

/** What became of a teacher's standing in a competency. */
export type Transition =
  | 'remained' // deficit → deficit
  | 'closed' // deficit → no deficit
  | 'toSurplus' // deficit → surplus
  | 'newSurplus' // no deficit → surplus
  | 'keptSurplus'
  | 'lostSurplus' // surplus → no deficit
  | 'appeared' // no deficit → deficit
  | 'same';

export type Verdict = 'few' | 'rise' | 'fall' | 'unsure' | 'same';

/** A level that was measured in both cycles by one and the same kind of source. */
export interface MatchedLevel extends Pair {
  readonly teacher: string;
  readonly name: string;
  readonly competency: string;
  readonly title: string;
  readonly source: LevelSource;
  readonly reliable: Reliable;
  readonly transition: Transition;
}

export interface TransitionCounts {
  /** Deficits of the first cycle among those whose state is known in both. */
  readonly deficits: number;
  readonly closed: number;
  readonly toSurplus: number;
  readonly remained: number;
  readonly appeared: number;
  /** Surpluses that were none before, from whatever state. */
  readonly newSurpluses: number;
  readonly lostSurpluses: number;
}

export interface CompetencyGrowth {
  readonly competency: string;
  readonly title: string;
  /** Undefined when nobody is matched. */
  readonly change: PairedChange | undefined;
  /** The p of the test after Holm's correction for the number of competencies; of the total the p itself. */
  readonly adjusted: number | undefined;
  readonly verdict: Verdict;
  readonly transitions: TransitionCounts;
}

export interface PersonGrowth extends Pair {
  readonly teacher: string;
  readonly name: string;
  /** Competencies both means are of. */
  readonly competencies: number;
  readonly reliable: Reliable;
}

export interface GrowthInput {
  readonly before: readonly ProfileRow[];
  readonly after: readonly ProfileRow[];
  /** Competency → standard error of one self-assessed level, in levels; undefined when it cannot be reckoned. */
  readonly errorOf: (competency: string) => number | undefined;
  /** Standard error of the mean of all common competencies, in levels. */
  readonly meanError: number | undefined;
}

export interface Growth {
  readonly competencies: readonly CompetencyGrowth[];
  /** Of each person's mean over the competencies matched in both cycles. */
  readonly total: CompetencyGrowth;
  readonly levels: readonly MatchedLevel[];
  readonly people: readonly PersonGrowth[];
}

/** A conclusion is called sure when chance alone would give it less often than this. */
export const SURE = 0.05;

/** Which source both measurements must have, the surest first. */
const SOURCES: readonly LevelSource[] = ['observation', 'test', 'self'];

/**
 * Compares two cycles. Only people and competencies with a level in both count, and only levels of one kind of source: a test set
 * against a self-assessment would show the difference of the sources. Transitions are of the states, as both profiles have them.
 * Whether a self-assessed change is reliable is told by its error of measurement; tests and observations have none that is known.
 */
export function compareCycles({ before, after, errorOf, meanError }: GrowthInput): Growth {
  const first = new Map(before.map((row) => [pairKey(row), row]));
  const levels: MatchedLevel[] = [];
  const states: { readonly competency: string; readonly transition: Transition }[] = [];
  for (const now of after) {
    const then = first.get(pairKey(now));
    if (then === undefined) continue;
    const transition = transitionOf(then.state, now.state);
    if (transition !== undefined) states.push({ competency: now.competency, transition });
    const source = SOURCES.find((one) => then[one] !== undefined && now[one] !== undefined);
    const [was, is] = source === undefined ? [undefined, undefined] : [then[source], now[source]];
    if (source === undefined || was === undefined || is === undefined) continue;
    levels.push({
      teacher: now.teacher,
      name: now.name,
      competency: now.competency,
      title: now.title,
      source,
      before: was,
      after: is,
      reliable: source === 'self' ? reliableChange(was, is, errorOf(now.competency)) : 'unknown',
      transition: transition ?? 'same',
    });
  }
  const titles = new Map(after.map(({ competency, title }) => [competency, title]));
  const changes = [...titles].map(([competency, title]) => ({
    competency,
    title,
    change: pairedChange(levels.filter((level) => level.competency === competency)),
    transitions: countsOf(states.filter((state) => state.competency === competency)),
  }));
  const adjusted = holm(changes.flatMap(({ change }) => (change?.test === undefined ? [] : [change.test.p])));
  let tested = 0;
  const people = peopleOf(levels, meanError);
  const whole = pairedChange(people);
  return {
    competencies: changes.map((one) => {
      const p = one.change?.test === undefined ? undefined : adjusted[tested++];
      return { ...one, adjusted: p, verdict: verdictOf(one.change, p) };
    }),
    total: {
      competency: '',
      title: '',
      change: whole,
      adjusted: whole?.test?.p,
      verdict: verdictOf(whole, whole?.test?.p),
      transitions: countsOf(states),
    },
    levels,
    people,
  };
}

function peopleOf(levels: readonly MatchedLevel[], meanError: number | undefined): readonly PersonGrowth[] {
  const byTeacher = new Map<string, MatchedLevel[]>();
  for (const level of levels) {
    const own = byTeacher.get(level.teacher);
    if (own === undefined) byTeacher.set(level.teacher, [level]);
    else own.push(level);
  }
  const most = Math.max(0, ...[...byTeacher.values()].map(({ length }) => length));
  return [...byTeacher].map(([teacher, own]) => {
    const mean = (of: 'before' | 'after'): number => own.reduce((sum, level) => sum + level[of], 0) / own.length;
    const [before, after] = [mean('before'), mean('after')];
    // The error is that of the whole questionnaire: it says nothing of a mean over part of it, or over tests.
    const whole = own.length === most && own.every(({ source }) => source === 'self');
    return {
      teacher,
      name: own[0]?.name ?? teacher,
      before,
      after,
      competencies: own.length,
      reliable: reliableChange(before, after, whole ? meanError : undefined),
    };
  });
}

function verdictOf(change: PairedChange | undefined, p: number | undefined): Verdict {
  if (change === undefined || change.n < MIN_MATCHED || p === undefined) return 'few';
  if (change.risen === 0 && change.fallen === 0) return 'same';
  return p >= SURE ? 'unsure' : change.gain > 0 ? 'rise' : 'fall';
}

/** Undefined while one of the states is not known. «check» is no surplus yet. */
export function transitionOf(before: ProfileState, after: ProfileState): Transition | undefined {
  if (before === 'unknown' || after === 'unknown') return undefined;
  if (before === 'deficit') return after === 'deficit' ? 'remained' : after === 'surplus' ? 'toSurplus' : 'closed';
  if (after === 'deficit') return 'appeared';
  if (after === 'surplus') return before === 'surplus' ? 'keptSurplus' : 'newSurplus';
  return before === 'surplus' ? 'lostSurplus' : 'same';
}

function countsOf(states: readonly { readonly transition: Transition }[]): TransitionCounts {
  const count = (...of: readonly Transition[]): number =>
    states.filter(({ transition }) => of.includes(transition)).length;
  return {
    deficits: count('remained', 'closed', 'toSurplus'),
    closed: count('closed'),
    toSurplus: count('toSurplus'),
    remained: count('remained'),
    appeared: count('appeared'),
    newSurpluses: count('newSurplus', 'toSurplus'),
    lostSurpluses: count('lostSurplus'),
  };
}
