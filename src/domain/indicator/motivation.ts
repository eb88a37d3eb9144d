// Pupils' motivation before and after, class by class: anonymous answers, so classes are compared, never pupils.
import { combined, type Effect, type Estimate, hedgesG, sampleOf, shareDifference } from './effect';

/** Of fewer answers than this nothing is shown, and nothing of them enters a total: it could be told from the rest. */
export const LEAST_PUPILS = 5;

/** An anonymous answer: which class, and the mean of the answered statements, 1 … 5. */
export interface PupilAnswer {
  readonly group: string;
  readonly index: number;
}

export interface ClassComparison {
  readonly group: string;
  readonly before: number;
  readonly after: number;
  /** Absent where either side has fewer than `LEAST_PUPILS` answers. */
  readonly shown?: {
    readonly meanBefore: number;
    readonly meanAfter: number;
    readonly highBefore: number;
    readonly highAfter: number;
    /** Undefined when the answers do not vary. */
    readonly effect: Effect | undefined;
  };
}

export interface MotivationComparison {
  readonly classes: readonly ClassComparison[];
  /** Over the classes that are shown; undefined when none is. */
  readonly overall?: {
    readonly classes: number;
    readonly before: number;
    readonly after: number;
    readonly meanBefore: number;
    readonly meanAfter: number;
    readonly highBefore: number;
    readonly highAfter: number;
    /** Classes' effects put together: how far motivation has moved, in standard deviations. */
    readonly effect: Effect | undefined;
    /** By how much the share of highly motivated pupils has grown. */
    readonly growth: Estimate;
  };
}

/**
 * The mean of one pupil's answers to statements from 1 to 5, those worded the other way round turned over.
 * Undefined when fewer than half of the statements are answered.
 */
export function motivationIndex(
  answers: Readonly<Record<string, number>>,
  statements: readonly { readonly key: string; readonly reversed?: boolean }[],
): number | undefined {
  const marks = statements.flatMap(({ key, reversed }) => {
    const mark = answers[key];
    return mark === undefined ? [] : [reversed === true ? 6 - mark : mark];
  });
  if (marks.length * 2 < statements.length || marks.length === 0) return undefined;
  return marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}

/**
 * Compares the answers before and after.
 *
 * The share of pupils who became more motivated cannot be counted from anonymous answers. But every pupil who was below a line
 * and is above it now has risen: the growth of the share above the line is at most the share of those who rose. So «at least so
 * many have risen» is told by that growth.
 * @param line from this index on a pupil counts as highly motivated
 */
export function compareMotivation(
  before: readonly PupilAnswer[],
  after: readonly PupilAnswer[],
  line: number,
): MotivationComparison {
  const groups = [...new Set([...before, ...after].map(({ group }) => group))].sort((a, b) =>
    a.localeCompare(b, 'ru', { numeric: true }),
  );
  const of = (answers: readonly PupilAnswer[], group: string): number[] =>
    answers.filter((answer) => answer.group === group).map(({ index }) => index);
  const high = (values: readonly number[]): number => values.filter((value) => value >= line).length;
  const pairs = groups.map((group) => ({ group, first: of(before, group), second: of(after, group) }));
  const enough = pairs.filter(({ first, second }) => first.length >= LEAST_PUPILS && second.length >= LEAST_PUPILS);
  const classes = pairs.map(({ group, first, second }): ClassComparison => {
    const counts = { group, before: first.length, after: second.length };
    if (first.length < LEAST_PUPILS || second.length < LEAST_PUPILS) return counts;
    const [one, two] = [sampleOf(first), sampleOf(second)];
    return {
      ...counts,
      shown: {
        meanBefore: one.mean,
        meanAfter: two.mean,
        highBefore: high(first) / first.length,
        highAfter: high(second) / second.length,
        effect: hedgesG(one, two),
      },
    };
  });
  if (enough.length === 0) return { classes };
  const [all1, all2] = [enough.flatMap(({ first }) => first), enough.flatMap(({ second }) => second)];
  return {
    classes,
    overall: {
      classes: enough.length,
      before: all1.length,
      after: all2.length,
      meanBefore: sampleOf(all1).mean,
      meanAfter: sampleOf(all2).mean,
      highBefore: high(all1) / all1.length,
      highAfter: high(all2) / all2.length,
      effect: combined(classes.flatMap(({ shown }) => shown?.effect ?? [])),
      growth: shareDifference([high(all1), all1.length], [high(all2), all2.length]),
    },
  };
}
