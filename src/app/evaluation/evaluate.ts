// «Оценить модель» (A9): the model of mobile groups by its numbers against the school's thresholds; keep, change or stop.
import {
  concludeOn,
  type Conclusion,
  CRITERIA,
  type Criterion,
  type Grade,
  gradeOf,
} from '../../domain/evaluation/rules';
import type { Message, Outcome } from '../../domain/message';
import type { Row } from '../../workbook/schema';
import type { ReviewSettings } from '../../workbook/review-settings';
import { EVALUATION, SETTINGS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { loadReviewSettings } from '../review/settings';
import { detailsOf } from './details';
import { cyclesWithModules, type Facts, factsOf } from './facts';

interface Judged {
  readonly criterion: Criterion;
  readonly grade: Grade;
  readonly value: Message;
  readonly origin: Message;
}

interface Evaluation {
  readonly context: Context;
  readonly settings: ReviewSettings;
  readonly facts: Facts;
  readonly judged: readonly Judged[];
  readonly conclusion: Conclusion;
}

export const evaluateModel: Action<{ readonly cycle: string }, never> = {
  id: 'evaluateModel',
  anyAccount: true,

  fields: (ports) => {
    const cycles = cyclesWithModules(ports);
    return [
      {
        name: 'cycle',
        kind: 'choice',
        required: true,
        options: cycles.map((cycle) => ({ value: cycle, label: cycle })),
        value: cycles[cycles.length - 1] ?? '',
      },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, EVALUATION, SETTINGS);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const cycles = cyclesWithModules(ports);
    if (cycles.length === 0) return { ok: false, problems: [{ code: 'evaluation.noneHeld' }] };
    const cycle = textOf(raw, 'cycle', 50) ?? '';
    return cycles.includes(cycle)
      ? { ok: true, value: { cycle } }
      : { ok: false, problems: [{ code: 'evaluation.cycle.none', fields: { cycles } }] };
  },

  preview(ports, { cycle }) {
    const outcome = evaluated(ports, cycle);
    if (!outcome.ok) return outcome;
    const { judged, facts, context } = outcome.value;
    const count = (grade: Grade): string => String(judged.filter((one) => one.grade === grade).length);
    return {
      ok: true,
      value: {
        lines: linesOf(ports, outcome.value),
        counts: [
          { label: { code: 'evaluation.count.modules' }, value: String(facts.modules.length) },
          { label: { code: 'evaluation.count.good' }, value: count('good') },
          { label: { code: 'evaluation.count.bad' }, value: count('bad') },
        ],
        warnings: context.problems.slice(0, 10),
      },
    };
  },

  step(ports, _run, { cycle }) {
    const outcome = evaluated(ports, cycle);
    if (!outcome.ok) return { state: 'refused', problems: outcome.problems };
    ports.workbook.replace(EVALUATION, rowsOf(ports, outcome.value, cycle));
    return finished(linesOf(ports, outcome.value), [
      { label: { code: 'link.sheet', fields: { table: EVALUATION.title } }, url: ports.workbook.linkTo(EVALUATION) },
    ]);
  },
};

function evaluated(ports: Ports, cycle: string): Outcome<Evaluation> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const settings = loadReviewSettings(ports);
  if (!settings.ok) return settings;
  const facts = factsOf(ports, context.value, cycle, settings.value.modelPreparation);
  if (!facts.ok) return facts;
  const judged = CRITERIA.map((criterion): Judged => {
    const { number, value, origin } = valueOf(criterion, facts.value);
    return { criterion, grade: gradeOf(number, settings.value.model[criterion]), value, origin };
  });
  return {
    ok: true,
    value: {
      context: context.value,
      settings: settings.value,
      facts: facts.value,
      judged,
      conclusion: concludeOn(
        judged.map(({ grade }) => grade),
        settings.value.modelStopFrom,
      ),
    },
  };
}

interface Valued {
  /** In the unit of the threshold; undefined when it is not known. */
  readonly number: number | undefined;
  readonly value: Message;
  readonly origin: Message;
}

const NOT_YET: Message = { code: 'evaluation.notYet' };

function valueOf(criterion: Criterion, facts: Facts): Valued {
  const share = (
    { have, of }: { readonly have: number; readonly of: number },
    none: Message,
  ): Omit<Valued, 'origin'> =>
    of === 0
      ? { number: undefined, value: none }
      : {
          number: (100 * have) / of,
          value: { code: 'evaluation.share', fields: { share: Math.round((1000 * have) / of) / 10, have, of } },
        };
  switch (criterion) {
    case 'coverage':
      return {
        ...share(facts.coverage, { code: 'evaluation.none' }),
        origin: { code: 'evaluation.from.coverage', fields: { groups: facts.groups.length } },
      };
    case 'attendance': {
      const { marked, counted, unknown } = facts.attendance;
      return {
        ...share(facts.attendance, { code: 'evaluation.none' }),
        origin: { code: 'evaluation.from.attendance', fields: { marked, counted, unknown } },
      };
    }
    case 'consultees':
    case 'consultants': {
      const { index, answers } = facts.satisfaction[criterion === 'consultees' ? 'consultee' : 'consultant'];
      return {
        number: index,
        value:
          index === undefined
            ? { code: 'evaluation.hidden', fields: { answers } }
            : { code: 'evaluation.index', fields: { index, answers } },
        origin: { code: 'evaluation.from.feedback' },
      };
    }
    case 'closed':
      return {
        ...(facts.gains === undefined
          ? { number: undefined, value: NOT_YET }
          : share(facts.gains.closed, { code: 'evaluation.none' })),
        origin: { code: 'evaluation.from.closed', fields: { next: facts.next ?? '' } },
      };
    case 'hours': {
      const { perClosed, consultants, consultees, timeless } = facts.cost;
      // Hours spent and nothing closed: as dear as can be.
      const vain = facts.gains !== undefined && facts.gains.closed.of > 0 && facts.gains.closed.have === 0;
      return {
        number: vain ? Infinity : perClosed,
        value: vain
          ? { code: 'evaluation.vain', fields: { hours: consultants + consultees } }
          : perClosed === undefined
            ? NOT_YET
            : { code: 'evaluation.hours', fields: { hours: perClosed } },
        origin: { code: 'evaluation.from.hours', fields: { consultants, consultees, timeless } },
      };
    }
  }
}

const linesOf = (ports: Ports, { judged, conclusion }: Evaluation): readonly Message[] => [
  { code: `evaluation.conclude.${conclusion}` },
  ...judged.map(({ criterion, grade, value }) => ({
    code: `evaluation.line.${grade}`,
    fields: { criterion, value: ports.words.say(value) },
  })),
];

function rowsOf(ports: Ports, evaluation: Evaluation, cycle: string): readonly Row<typeof EVALUATION>[] {
  const { judged, conclusion, settings, facts, context } = evaluation;
  const say = (message: Message): string => ports.words.say(message);
  const named = (grade: Grade): readonly string[] =>
    judged.filter((one) => one.grade === grade).map(({ criterion }) => say({ code: `evaluation.name.${criterion}` }));
  return [
    {
      title: say({ code: 'evaluation.conclusion' }),
      value: say({ code: `evaluation.conclusion.${conclusion}` }),
      threshold: say({ code: 'evaluation.rule', fields: { stopFrom: settings.modelStopFrom } }),
      grade: '',
      origin: say({ code: 'evaluation.from', fields: { cycle, modules: facts.modules.length } }),
      advice: say({
        code: 'evaluation.why',
        fields: { good: named('good'), bad: named('bad'), unknown: named('unknown') },
      }),
    },
    ...judged.map(({ criterion, grade, value, origin }) => {
      const { good, bad } = settings.model[criterion];
      return {
        title: say({ code: `evaluation.name.${criterion}` }),
        value: say(value),
        threshold: say({ code: good >= bad ? 'evaluation.more' : 'evaluation.less', fields: { good, bad } }),
        grade,
        origin: say(origin),
        advice: grade === 'middle' || grade === 'bad' ? say({ code: `evaluation.advice.${criterion}` }) : '',
      };
    }),
    ...detailsOf(ports, context, facts),
  ];
}
