// What the feedback on one module says, one side of it: response rate, index of effectiveness, growth, comments; nobody exposed.
import type { Message } from '../message';
import type { FeedbackAnswers } from '../survey/read-answers';

/** Averages and comments of fewer people than this would tell who answered what. */
export const MIN_PEOPLE = 3;

/** A row of «Отзывы». */
export interface FeedbackRow {
  readonly module: string;
  readonly side: 'consultant' | 'consultee';
  readonly asked: number;
  readonly received: number;
  /** 0 … 1; undefined when nobody was asked. */
  readonly rate: number | undefined;
  /** 0 … 100, one decimal. */
  readonly index: number | undefined;
  /** Average level, from 0, two decimals, of those who gave both «before» and «now». */
  readonly before: number | undefined;
  readonly now: number | undefined;
  readonly gain: number | undefined;
  /** Share of those who said whether another session is needed, 0 … 1. */
  readonly again: number | undefined;
  /** A line each, in text order: their order tells nothing about who wrote when. */
  readonly comments: string;
  /** What is hidden, and why. */
  readonly remark: Message | undefined;
}

export interface FeedbackInput {
  readonly module: string;
  readonly side: 'consultant' | 'consultee';
  /** How many people of this side were asked. */
  readonly asked: number;
  /** How many of these have answered: the form lets others choose the module too, whose word counts and who are none of the asked. */
  readonly answered: number;
  /** One a person. */
  readonly answers: readonly FeedbackAnswers[];
}

/** A cell holds 50,000 characters; comments stay well below. */
const LONGEST_COMMENT = 2000;
const LONGEST_COMMENTS = 40_000;

/**
 * Index = the average over people of each one's average over the scale questions answered, (x − 1)/4 · 100 for x = 1 … 5: every
 * person weighs the same. Whatever fewer than three people answered is left undefined; with fewer than three answers in all the
 * comments are not shown either, only counted in `remark`.
 */
export function analyseFeedback({ module, side, asked, answered, answers }: FeedbackInput): FeedbackRow {
  const indices = answers.flatMap(({ scales }) => {
    const marks = Object.values(scales);
    return marks.length === 0 ? [] : [mean(marks.map((mark) => ((mark - 1) / 4) * 100))];
  });
  const pairs = answers.flatMap(({ before, now }) =>
    before === undefined || now === undefined ? [] : [{ before, now }],
  );
  const again = answers.flatMap((answer) => (answer.again === undefined ? [] : [answer.again ? 1 : 0]));
  const comments = answers
    .flatMap(({ applied, difficulties, comments: other }) => [applied, difficulties, other])
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const shown = answers.length >= MIN_PEOPLE;
  return {
    module,
    side,
    asked,
    received: answered,
    rate: asked === 0 ? undefined : answered / asked,
    index: average(indices, 1),
    before: average(
      pairs.map(({ before }) => before),
      2,
    ),
    now: average(
      pairs.map(({ now }) => now),
      2,
    ),
    gain: average(
      pairs.map(({ before, now }) => now - before),
      2,
    ),
    again: again.length < MIN_PEOPLE ? undefined : mean(again),
    comments: shown ? joined(comments) : '',
    remark: remarkOf(answers.length, comments.length, [indices.length, pairs.length, again.length], side),
  };
}

function remarkOf(
  received: number,
  comments: number,
  [scales = 0, levels = 0, again = 0]: readonly number[],
  side: FeedbackInput['side'],
): Message | undefined {
  if (received === 0) return { code: 'feedback.none' };
  const fields = { received, least: MIN_PEOPLE, comments };
  if (received < MIN_PEOPLE) return { code: comments > 0 ? 'feedback.hidden.comments' : 'feedback.hidden', fields };
  // Consultants are not asked for their own levels: nothing is missing there.
  const partly = scales < MIN_PEOPLE || again < MIN_PEOPLE || (side === 'consultee' && levels < MIN_PEOPLE);
  return partly ? { code: 'feedback.hidden.partly', fields } : undefined;
}

function average(values: readonly number[], decimals: number): number | undefined {
  return values.length < MIN_PEOPLE ? undefined : rounded(mean(values), decimals);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Halves away from zero; the hair added undoes binary fractions such as 1.005. */
function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const size = Math.floor(Math.abs(value) * factor + 0.5 + 1e-9) / factor;
  return value < 0 && size > 0 ? -size : size;
}

function joined(comments: readonly string[]): string {
  const lines = [...comments].sort().map((text) => {
    const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
    return line.length > LONGEST_COMMENT ? `${line.slice(0, LONGEST_COMMENT)}…` : line;
  });
  const text = lines.join('\n');
  return text.length > LONGEST_COMMENTS ? `${text.slice(0, LONGEST_COMMENTS)}…` : text;
}
