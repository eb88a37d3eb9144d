// Typed views of decoded answers, one for each questionnaire: what the rules use instead of raw keys.
import { type Level, MOST_LEVELS } from '../framework/framework';
import type { Answers, ItemSpec } from './form-spec';
import * as keys from './keys';

/** Identity and consent as the respondent gave them; '' when not asked or not answered. */
export interface Identity {
  readonly code: string;
  /** Version of the consent's text. */
  readonly consent: string;
}

export interface NeedsAnswers extends Identity {
  /** Competency ids, in the question's order. */
  readonly competencies: readonly string[];
  readonly other: string;
}

export interface SelfAnswers extends Identity {
  readonly levels: Readonly<Record<string, Level>>;
  /** Competency ids. */
  readonly wants: readonly string[];
  readonly helps: readonly string[];
  /** Competency id → questions, one a line of what was written. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
  /** `d|HH:mm-HH:mm`, sorted. */
  readonly times: readonly string[];
}

export type PracticeAnswer = 'can' | 'hint' | 'never';

export interface AddressedAnswers extends Identity {
  readonly need: 'yes' | 'partly' | 'no' | undefined;
  /** Counts towards the share of those who need it: `yes` or `partly`. */
  readonly needed: boolean;
  /** By practical question, index 0 = the first. */
  readonly practice: readonly (PracticeAnswer | undefined)[];
  readonly topics: readonly string[];
}

export interface AgreementAnswers extends Identity {
  readonly ready: boolean;
  /** Indexes (from 0) into the questions the form showed. */
  readonly covered: readonly number[];
  readonly topics: string;
  readonly task: string;
  readonly materials: string;
  /** `d|HH:mm-HH:mm`. */
  readonly slots: readonly string[];
  readonly otherTime: string;
  readonly place: string;
  readonly comments: string;
}

export interface FeedbackAnswers {
  /** Scale's name without `scale:` → 1 … 5. */
  readonly scales: Readonly<Record<string, number>>;
  /** Consultees only. */
  readonly before: Level | undefined;
  readonly now: Level | undefined;
  /** Is another session needed? Undefined: not said. */
  readonly again: boolean | undefined;
  readonly applied: string;
  readonly difficulties: string;
  readonly comments: string;
}

export interface OfferAnswers extends Identity {
  readonly title: string;
  readonly kind: string;
  readonly competency: string;
  readonly link: string;
  readonly annotation: string;
  readonly tags: readonly string[];
}

function text(answers: Answers, key: string): string {
  const answer = answers[key];
  return typeof answer === 'string' ? answer.trim() : '';
}

function list(answers: Answers, key: string): readonly string[] {
  const answer = answers[key];
  if (typeof answer === 'string') return [answer];
  return isList(answer) ? answer : [];
}

function isList(answer: unknown): answer is readonly string[] {
  return Array.isArray(answer);
}

function grid(answers: Answers, key: string): Readonly<Record<string, readonly string[]>> {
  const answer = answers[key];
  return typeof answer === 'object' && !isList(answer) ? answer : {};
}

function level(answer: unknown): Level | undefined {
  const value = typeof answer === 'string' && answer !== '' ? Number(answer) : answer;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MOST_LEVELS ? value : undefined;
}

function oneOf<T extends string>(answer: string, known: readonly T[]): T | undefined {
  return known.find((value) => value === answer);
}

const identity = (answers: Answers): Identity => ({
  code: text(answers, keys.CODE),
  consent: text(answers, keys.CONSENT),
});

/** What somebody wrote, as separate points: by line or semicolon, without bullets and numbering. */
export function pointsOf(written: string): readonly string[] {
  return written
    .split(/[\n\r;]+/)
    .map((line) => line.replace(/^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

export function needsOf(answers: Answers): NeedsAnswers {
  return {
    ...identity(answers),
    competencies: list(answers, keys.NEEDS).filter((value) => value !== keys.NO_NEED),
    other: text(answers, keys.NEEDS_OTHER),
  };
}

/** Answers whose key begins with the prefix, with the rest of the key. */
function underPrefix(answers: Answers, prefix: string): readonly (readonly [string, unknown])[] {
  return Object.entries(answers)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, answer]) => [key.slice(prefix.length), answer] as const);
}

/**
 * @param items the form's questions as built: they tell which competencies an area held then
 *
 * Questions are asked per area; they go to those of its competencies that the teacher wants to master, or, wanting none, to all.
 */
export function selfOf(answers: Answers, items: readonly ItemSpec[]): SelfAnswers {
  const levels: Record<string, Level> = {};
  for (const [id, answer] of underPrefix(answers, keys.LEVEL_PREFIX)) {
    const known = level(answer);
    if (known !== undefined) levels[id] = known;
  }
  const wants: string[] = [];
  const helps: string[] = [];
  const questions: Record<string, readonly string[]> = {};
  for (const item of items) {
    if (item.type !== 'checkboxGrid' || !item.key.startsWith(keys.INTENT_PREFIX)) continue;
    const intent = grid(answers, item.key);
    const members = item.rows.map((row) => row.value);
    const wanted = members.filter((id) => intent[id]?.includes(keys.WANT) === true);
    wants.push(...wanted);
    helps.push(...members.filter((id) => intent[id]?.includes(keys.HELP) === true));
    const area = Number(item.key.slice(keys.INTENT_PREFIX.length));
    const points = pointsOf(text(answers, keys.questionsKey(area)));
    if (points.length > 0) for (const id of wanted.length > 0 ? wanted : members) questions[id] = points;
  }
  const times = Object.entries(grid(answers, keys.TIMES)).flatMap(([day, bands]) =>
    bands.map((band) => keys.slotOf(day, band)),
  );
  return { ...identity(answers), levels, wants, helps, questions, times: times.sort() };
}

export function addressedOf(answers: Answers): AddressedAnswers {
  const need = oneOf(text(answers, keys.NEED), ['yes', 'partly', 'no'] as const);
  const practice: (PracticeAnswer | undefined)[] = [];
  for (const [index, answer] of underPrefix(answers, keys.PRACTICE_PREFIX)) {
    practice[Number(index) - 1] = oneOf(String(answer), ['can', 'hint', 'never'] as const);
  }
  return {
    ...identity(answers),
    need,
    needed: need === 'yes' || need === 'partly',
    practice: Array.from(practice),
    topics: pointsOf(text(answers, keys.TOPIC)),
  };
}

export function agreementOf(answers: Answers): AgreementAnswers {
  return {
    ...identity(answers),
    ready: text(answers, keys.READY) !== 'no',
    covered: list(answers, keys.COVERED)
      .map((value) => Number(value) - 1)
      .filter((index) => Number.isInteger(index) && index >= 0),
    topics: text(answers, keys.TOPICS),
    task: text(answers, keys.TASK),
    materials: text(answers, keys.MATERIALS),
    slots: list(answers, keys.SLOTS),
    otherTime: text(answers, keys.OTHER_TIME),
    place: text(answers, keys.PLACE),
    comments: text(answers, keys.COMMENTS),
  };
}

/** Both sides' forms: what one does not ask is undefined or ''. */
export function feedbackOf(answers: Answers): FeedbackAnswers {
  const scales: Record<string, number> = {};
  for (const [name, answer] of underPrefix(answers, keys.SCALE_PREFIX))
    if (typeof answer === 'number') scales[name] = answer;
  const again = oneOf(text(answers, keys.AGAIN), ['yes', 'no'] as const);
  return {
    scales,
    before: level(answers[keys.BEFORE]),
    now: level(answers[keys.NOW]),
    again: again === undefined ? undefined : again === 'yes',
    applied: text(answers, keys.APPLIED),
    difficulties: text(answers, keys.DIFFICULTIES),
    comments: text(answers, keys.COMMENTS),
  };
}

export function offerOf(answers: Answers): OfferAnswers {
  return {
    ...identity(answers),
    title: text(answers, keys.RESOURCE_TITLE),
    kind: text(answers, keys.RESOURCE_KIND),
    competency: text(answers, keys.RESOURCE_COMPETENCY),
    link: text(answers, keys.RESOURCE_LINK),
    annotation: text(answers, keys.RESOURCE_ANNOTATION),
    tags: text(answers, keys.RESOURCE_TAGS)
      .split(/[,;\n]+/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  };
}
