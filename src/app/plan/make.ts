// «Составить план по программе» (A13): the template's stages and measures, their weeks turned into days from the start.
import { addDays, isLocalDate, type LocalDate } from '../../domain/local-time';
import type { Outcome } from '../../domain/message';
import { weeksFrom } from '../../domain/plan/template';
import { PLAN, SETTINGS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import { addMeasures, freshOf, keepProgrammePeriod, type NewMeasure, shownPeriod } from './write';

interface MakeInput {
  readonly start: LocalDate;
}

export const makePlan: Action<MakeInput, never> = {
  id: 'makePlan',
  anyAccount: true,

  fields: (ports) => {
    const settings = notSetUp(ports, SETTINGS) === undefined ? loadSettings(ports) : undefined;
    return [
      {
        name: 'start',
        kind: 'date',
        required: true,
        value: settings?.ok === true ? settings.value.programmeFrom : '',
      },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, PLAN);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const start = textOf(raw, 'start', 20);
    if (start === undefined || !isLocalDate(start))
      return { ok: false, problems: [{ code: 'plan.start.bad', fields: { found: start ?? '' } }] };
    return { ok: true, value: { start } };
  },

  preview(ports, input) {
    const planned = plannedMeasures(ports, input);
    if (!planned.ok) return planned;
    const { fresh, known, end } = planned.value;
    const [first] = fresh;
    return {
      ok: true,
      value: {
        lines: [
          {
            code: fresh.length === 0 ? 'plan.make.nothing' : 'plan.make.will',
            fields: { count: fresh.length, from: input.start, to: end },
          },
        ],
        counts: [
          { label: { code: 'plan.count.measures' }, value: String(fresh.length) },
          { label: { code: 'plan.count.known' }, value: String(known) },
        ],
        ...(first === undefined
          ? {}
          : { example: { kind: 'text' as const, title: `${first.number} ${first.title}`, body: exampleOf(first) } }),
        warnings: [],
      },
    };
  },

  step(ports, run, input) {
    const planned = plannedMeasures(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { context, fresh, end } = planned.value;
    const count = addMeasures(ports, context, run.run, fresh);
    keepProgrammePeriod(ports, { from: input.start, to: end });
    return finished(
      [{ code: 'plan.make.done', fields: { count, from: input.start, to: end } }],
      [{ label: { code: 'link.sheet', fields: { table: PLAN.title } }, url: ports.workbook.linkTo(PLAN) }],
    );
  },
};

const exampleOf = ({ start, end, responsible, result }: NewMeasure): string =>
  [shownPeriod({ from: start, to: end }), responsible, result].filter((line) => line !== '').join('\n');

function plannedMeasures(
  ports: Ports,
  { start }: MakeInput,
): Outcome<{ context: Context; fresh: readonly NewMeasure[]; known: number; end: LocalDate }> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const { programme } = loaded.value;
  const all = programme.plan.stages.flatMap(({ title: stage, measures }) =>
    measures.map((template): NewMeasure => {
      const { from, to } = weeksFrom(start, template.weeks);
      return {
        number: template.number,
        stage,
        title: template.title,
        when: '',
        start: from,
        end: to,
        repeat: template.repeat ?? '',
        times: [],
        responsible: template.responsible,
        audience: template.audience ?? '',
        result: template.result,
        assumed: [],
        unread: '',
        origin: `${programme.id}/${template.number}`,
      };
    }),
  );
  const fresh = freshOf(ports, all);
  const { to } = weeksFrom(start, [1, programme.plan.weeks]);
  return {
    ok: true,
    value: { context: loaded.value, fresh, known: all.length - fresh.length, end: addDays(to, 2) },
  };
}
