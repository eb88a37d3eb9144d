// Pupils' answers about motivation, before and after, as the sheet of answers holds them: anonymous.
import {
  compareMotivation,
  type MotivationComparison,
  motivationIndex,
  type PupilAnswer,
} from '../../domain/indicator/motivation';
import { decodeAnswers } from '../../domain/survey/decode';
import type { ItemSpec, RawAnswer } from '../../domain/survey/form-spec';
import { GROUP, scaleKey } from '../../domain/survey/keys';
import type { Row } from '../../workbook/schema';
import type { MOTIVATION } from '../../workbook/tables';
import { ANSWERS, QUESTIONS } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';
import { surveyKey } from '../surveys/plan';

export type Occasion = 'before' | 'after';

export const pupilsKey = (context: Context, occasion: Occasion): string =>
  surveyKey(context.settings.cycle, 'pupils', occasion);

export function loadMotivation(ports: Ports, context: Context): MotivationComparison {
  const { statements, high } = context.programme.texts.pupils;
  const keyed = statements.map((statement) => ({ ...statement, key: scaleKey(statement.key) }));
  const of = (occasion: Occasion): PupilAnswer[] => {
    const survey = pupilsKey(context, occasion);
    const items = ports.workbook
      .read(QUESTIONS)
      .rows.filter((row) => row.survey === survey)
      .map(({ itemId, spec }) => ({ itemId, spec: spec as ItemSpec }));
    return ports.workbook
      .read(ANSWERS)
      .rows.filter((row) => row.survey === survey && row.state === 'counted')
      .flatMap(({ answers: stored }) => {
        const given = Object.entries((stored ?? {}) as Readonly<Record<string, RawAnswer>>);
        const { answers } = decodeAnswers(
          items,
          given.map(([itemId, answer]) => ({ itemId, answer })),
        );
        const group = answers[GROUP];
        const marks = Object.fromEntries(
          Object.entries(answers).flatMap(([key, answer]) => (typeof answer === 'number' ? [[key, answer]] : [])),
        );
        const index = motivationIndex(marks, keyed);
        return typeof group === 'string' && index !== undefined ? [{ group, index }] : [];
      });
  };
  return compareMotivation(of('before'), of('after'), high);
}

/** Rows of «Мотивация учеников»: a class a row, then all of them that are shown. */
export function motivationRows(
  ports: Ports,
  { classes, overall }: MotivationComparison,
): readonly Row<typeof MOTIVATION>[] {
  const blank = {
    meanBefore: undefined,
    meanAfter: undefined,
    effect: undefined,
    low: undefined,
    high: undefined,
    highBefore: undefined,
    highAfter: undefined,
    growth: undefined,
    growthLow: undefined,
    growthHigh: undefined,
  };
  const rows = classes.map(({ group, before, after, shown }): Row<typeof MOTIVATION> =>
    shown === undefined
      ? { ...blank, group, before: undefined, after: undefined, remark: ports.words.say({ code: 'motivation.few' }) }
      : {
          ...blank,
          group,
          before,
          after,
          meanBefore: shown.meanBefore,
          meanAfter: shown.meanAfter,
          effect: shown.effect?.value,
          low: shown.effect?.low,
          high: shown.effect?.high,
          highBefore: shown.highBefore,
          highAfter: shown.highAfter,
          growth: shown.highAfter - shown.highBefore,
          remark: shown.effect === undefined ? ports.words.say({ code: 'motivation.same' }) : '',
        },
  );
  if (overall === undefined) return rows;
  const { effect, growth } = overall;
  return [
    ...rows,
    {
      group: ports.words.say({ code: 'motivation.all' }),
      before: overall.before,
      after: overall.after,
      meanBefore: overall.meanBefore,
      meanAfter: overall.meanAfter,
      effect: effect?.value,
      low: effect?.low,
      high: effect?.high,
      highBefore: overall.highBefore,
      highAfter: overall.highAfter,
      growth: growth.value,
      growthLow: growth.low,
      growthHigh: growth.high,
      remark: ports.words.say({
        code: growth.low > 0 ? 'motivation.grown' : growth.high < 0 ? 'motivation.fallen' : 'motivation.unsure',
        fields: { classes: overall.classes },
      }),
    },
  ];
}
