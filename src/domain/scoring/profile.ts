// Deficits and surpluses: what each teacher's levels mean against the targets, and how sure that is.
import type { Competency, Level, Scale } from '../framework/framework';
import { levelName, scaleOf, targetFor } from '../framework/framework';
import type { Message, MessageFields } from '../message';
import type { Teacher } from '../staff/teacher';
import type { KnownLevels, LevelRecord, LevelSource, TeacherCompetency } from './level';
import { decidingSource, latestLevels, LEVEL_SOURCE_ORDER, pairKey } from './level';
import type { AreaReliability } from './reliability';

export type { LevelRecord, LevelSource, TeacherCompetency } from './level';

export type ProfileState = 'deficit' | 'surplus' | 'norm' | 'check' | 'unknown';

/** A row of «Дефициты и профициты». */
export interface ProfileRow {
  readonly teacher: string;
  readonly name: string;
  readonly competency: string;
  readonly title: string;
  /** Levels by source, side by side. */
  readonly self: Level | undefined;
  readonly test: Level | undefined;
  readonly observation: Level | undefined;
  readonly target: Level;
  /** On which these levels stand; absent: numbers, the highest not known here. */
  readonly scale?: Scale;
  readonly state: ProfileState;
  /** Levels below the target, from 1; undefined when there is no deficit. */
  readonly depth: number | undefined;
  /** Would the conclusion stand if the level were wrong by the error of measurement? */
  readonly confirmed: boolean;
  readonly wants: boolean;
  readonly helps: boolean;
  /** The questions the teacher wants worked through, a line each. */
  readonly questions: string;
  /** Why this conclusion. */
  readonly basis: Message;
}

export interface ProfileInput {
  readonly teachers: readonly Teacher[];
  readonly competencies: readonly Competency[];
  readonly levels: readonly LevelRecord[];
  readonly wishes: readonly TeacherCompetency[];
  readonly helps: readonly TeacherCompetency[];
  readonly questions: readonly (TeacherCompetency & { readonly text: string })[];
  /** Of the self-assessment, by area (`reliabilityByArea`). */
  readonly reliability: readonly AreaReliability[];
}

/** Self-assessment and another source this far apart are worth a word. */
const NOTEWORTHY_GAP = 2;

/**
 * A row per teacher who takes part and active competency.
 *
 * The deciding source is the later of test and observation, otherwise the self-assessment (`decidingSource`). Its level against
 * the cuts `target − ½` and `consultantFrom − ½` (a level stands for what rounds to it) gives the state; a level below the target
 * is a deficit even where it would do for a consultant. A surplus is confirmed by a test or observation at the threshold, or when
 * the self-assessment passes the cut by at least one error of measurement, or when no error can be computed; unconfirmed it is
 * «check». A deficit closer to its cut than the error stays a deficit, not confirmed. The error is of the self-assessment: a
 * level decided by a test or an observation is confirmed by that source.
 */
export function scoreProfiles(input: ProfileInput): readonly ProfileRow[] {
  const latest = latestLevels(input.levels);
  const errors = new Map(input.reliability.map(({ area, itemError }) => [area, itemError]));
  const wishes = new Set(input.wishes.map(pairKey));
  const helps = new Set(input.helps.map(pairKey));
  const questions = new Map<string, string[]>();
  for (const question of input.questions) {
    const text = question.text.trim();
    const known = questions.get(pairKey(question)) ?? [];
    if (text !== '' && !known.includes(text)) questions.set(pairKey(question), [...known, text]);
  }
  const rows: ProfileRow[] = [];
  for (const teacher of input.teachers) {
    if (!teacher.included) continue;
    for (const competency of input.competencies) {
      if (!competency.active) continue;
      const key = pairKey({ teacher: teacher.code, competency: competency.id });
      const known = latest.get(key) ?? {};
      const target = targetFor(competency, teacher.role);
      const scale = scaleOf(competency);
      rows.push({
        teacher: teacher.code,
        name: teacher.name,
        competency: competency.id,
        title: competency.title,
        self: known.self?.level,
        test: known.test?.level,
        observation: known.observation?.level,
        target,
        scale,
        ...judge(known, target, competency.consultantFrom, errors.get(competency.area), scale),
        wants: wishes.has(key),
        helps: helps.has(key),
        questions: (questions.get(key) ?? []).join('\n'),
      });
    }
  }
  return rows;
}

type Judgement = Pick<ProfileRow, 'state' | 'depth' | 'confirmed' | 'basis'>;

/**
 * The conclusion from one teacher's levels in one competency. `error` in levels; undefined when it cannot be computed. `scale` only
 * for the words: the fields `…Read` are what people call the levels.
 */
export function judge(
  known: KnownLevels,
  target: Level,
  consultantFrom: Level,
  error: number | undefined,
  scale?: Scale,
): Judgement {
  const read = (level: Level): string | number => levelName(scale, level);
  const source = decidingSource(known);
  const level = source === undefined ? undefined : known[source]?.level;
  if (source === undefined || level === undefined) {
    return {
      state: 'unknown',
      depth: undefined,
      confirmed: false,
      basis: { code: 'profile.unknown', fields: { target, targetRead: read(target) } },
    };
  }
  const gap = largestGap(known);
  const fields = {
    source,
    level,
    target,
    consultantFrom,
    levelRead: read(level),
    targetRead: read(target),
    fromRead: read(consultantFrom),
    date: known[source]?.date ?? '',
    sources: LEVEL_SOURCE_ORDER.filter((one) => known[one] !== undefined),
    /** Levels between the self-assessment and the source farthest from it; 0 when less than 2: nothing to say. */
    gap,
    ...(known.self === undefined ? {} : { self: known.self.level, selfRead: read(known.self.level) }),
    ...(error === undefined ? {} : { error: Math.round(error * 100) / 100 }),
  };
  const say = (code: string, more: MessageFields = {}): Message => ({ code, fields: { ...fields, ...more } });

  if (level < target) {
    const confirmed = beyondError(source, target - 0.5 - level, error);
    const depth = target - level;
    return {
      state: 'deficit',
      depth,
      confirmed,
      basis: say(confirmed ? 'profile.deficit' : 'profile.deficit.near', { depth }),
    };
  }
  if (level >= consultantFrom) {
    const confirmedBy = confirmation(known, consultantFrom, error);
    return confirmedBy === undefined
      ? { state: 'check', depth: undefined, confirmed: false, basis: say('profile.check') }
      : { state: 'surplus', depth: undefined, confirmed: true, basis: say(`profile.surplus.${confirmedBy}`) };
  }
  const room = Math.min(level - (target - 0.5), consultantFrom - 0.5 - level);
  return { state: 'norm', depth: undefined, confirmed: beyondError(source, room, error), basis: say('profile.norm') };
}

/** By what a surplus is confirmed; undefined when by nothing. */
function confirmation(
  known: KnownLevels,
  consultantFrom: Level,
  error: number | undefined,
): 'test' | 'observation' | 'margin' | 'noerror' | undefined {
  if (known.observation !== undefined && known.observation.level >= consultantFrom) return 'observation';
  if (known.test !== undefined && known.test.level >= consultantFrom) return 'test';
  // From here on only the self-assessment can have decided.
  if (error === undefined) return 'noerror';
  return known.self !== undefined && known.self.level - (consultantFrom - 0.5) >= error ? 'margin' : undefined;
}

function beyondError(source: LevelSource, margin: number, error: number | undefined): boolean {
  return source !== 'self' || error === undefined || margin >= error;
}

/** How far the self-assessment is from the farthest other source, in levels; 0 when that is less than 2 or there is none. */
function largestGap({ self, test, observation }: KnownLevels): number {
  if (self === undefined) return 0;
  const gaps = [test, observation].map((other) => (other === undefined ? 0 : Math.abs(self.level - other.level)));
  const gap = Math.max(...gaps);
  return gap >= NOTEWORTHY_GAP ? gap : 0;
}
