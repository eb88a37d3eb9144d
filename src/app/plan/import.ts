// «Загрузить свой план» (A13): a plan's table from any sheet or from pasted text, with what was understood row by row.
import { isLocalDate, type LocalDate } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import { type GridRow, gridOfSheet, gridOfText } from '../../domain/plan/paste';
import type { Period } from '../../domain/plan/period';
import { type PlanReading, readPlan } from '../../domain/plan/table';
import { PLAN, SETTINGS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { type Context, loadContext, loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import { programmePeriod } from './read';
import { addMeasures, freshOf, type NewMeasure, shownPeriod, understood } from './write';

type Source = { readonly sheetId: number } | { readonly text: string };
interface ImportPlanInput {
  readonly source: Source;
  readonly from: LocalDate | '';
  readonly to: LocalDate | '';
}

const SHOWN_PROBLEMS = 20;
const SHOWN_ROWS = 8;
const MOST_TEXT = 1_000_000;

export const importPlan: Action<ImportPlanInput, never> = {
  id: 'importPlan',
  anyAccount: true,

  fields: (ports) => {
    const settings = notSetUp(ports, SETTINGS) === undefined ? loadSettings(ports) : undefined;
    const known = settings?.ok === true ? programmePeriod(settings.value) : undefined;
    return [
      {
        name: 'sheet',
        kind: 'choice',
        options: ports.workbook
          .sheets()
          .filter(({ table }) => table === undefined)
          .map(({ sheetId, title }) => ({ value: String(sheetId), label: title })),
      },
      { name: 'text', kind: 'longText' },
      { name: 'from', kind: 'date', value: known?.from ?? '' },
      { name: 'to', kind: 'date', value: known?.to ?? '' },
    ];
  },

  read(ports, raw) {
    const missing = notSetUp(ports, PLAN);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const [text, sheet] = [textOf(raw, 'text', MOST_TEXT), textOf(raw, 'sheet', 20)];
    const [from, to] = [textOf(raw, 'from', 20), textOf(raw, 'to', 20)];
    const dates = [from, to].filter((date) => date !== '');
    if (from === undefined || to === undefined || !dates.every((date) => date !== undefined && isLocalDate(date)))
      return { ok: false, problems: [{ code: 'plan.period.bad' }] };
    if (from !== '' && to !== '' && to < from) return { ok: false, problems: [{ code: 'plan.period.bad' }] };
    // Spaces at the ends are part of a pasted table: an empty first cell, a missing last one.
    if (text !== undefined && text !== '')
      return { ok: true, value: { source: { text: String(raw['text']) }, from, to } };
    if (
      sheet !== undefined &&
      /^\d+$/.test(sheet) &&
      ports.workbook.sheets().some(({ sheetId }) => sheetId === Number(sheet))
    ) {
      return { ok: true, value: { source: { sheetId: Number(sheet) }, from, to } };
    }
    return { ok: false, problems: [{ code: 'plan.import.nothing' }] };
  },

  preview(ports, input) {
    const planned = plannedImport(ports, input);
    if (!planned.ok) return planned;
    const { reading, fresh, known } = planned.value;
    const dated = fresh.filter(({ start }) => start !== '').length;
    const repeated = fresh.filter(({ repeat }) => repeat !== '').length;
    return {
      ok: true,
      value: {
        lines: [
          {
            code: fresh.length === 0 ? 'plan.import.known' : 'plan.import.will',
            fields: { count: fresh.length, tables: reading.tables },
          },
        ],
        counts: [
          { label: { code: 'plan.count.measures' }, value: String(fresh.length) },
          { label: { code: 'plan.count.dated' }, value: String(dated) },
          { label: { code: 'plan.count.repeated' }, value: String(repeated) },
          { label: { code: 'plan.count.known' }, value: String(known) },
          { label: { code: 'plan.count.problems' }, value: String(reading.problems.length) },
          { label: { code: 'plan.count.outside' }, value: String(reading.outside) },
        ],
        ...(fresh.length === 0
          ? {}
          : {
              example: {
                kind: 'text' as const,
                title: ports.words.say({ code: 'plan.import.example' }),
                body: fresh
                  .slice(0, SHOWN_ROWS)
                  .map((measure) => shownMeasure(ports, measure))
                  .join('\n'),
              },
            }),
        warnings: listed(reading.problems),
      },
    };
  },

  step(ports, run, input) {
    const planned = plannedImport(ports, input);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { context, reading, fresh } = planned.value;
    const count = addMeasures(ports, context, run.run, fresh);
    return finished(
      [{ code: 'plan.import.done', fields: { count, problems: reading.problems.length } }, ...listed(reading.problems)],
      [{ label: { code: 'link.sheet', fields: { table: PLAN.title } }, url: ports.workbook.linkTo(PLAN) }],
    );
  },
};

/** What was written and what was understood, side by side. */
function shownMeasure(ports: Ports, measure: NewMeasure): string {
  const { number, title, when, start, end, repeat } = measure;
  const time = start === '' ? '' : shownPeriod({ from: start, to: end });
  const often = repeat === '' ? '' : (PLAN.columns.repeat.choices[repeat] ?? '');
  const read = [time, often, understood(ports, measure)].filter((text) => text !== '').join(', ');
  return `${[number, title].filter((text) => text !== '').join(' ')}: ${when} → ${read === '' ? '—' : read}`;
}

function plannedImport(
  ports: Ports,
  { source, from, to }: ImportPlanInput,
): Outcome<{ context: Context; reading: PlanReading; fresh: readonly NewMeasure[]; known: number }> {
  const loaded = loadContext(ports);
  if (!loaded.ok) return loaded;
  const grid: readonly GridRow[] =
    'text' in source ? gridOfText(source.text) : gridOfSheet(ports.workbook.readText(source.sheetId));
  const whole: Period | undefined = from !== '' && to !== '' ? { from, to } : programmePeriod(loaded.value.settings);
  const reading = readPlan(grid, whole);
  if (reading.tables === 0)
    return { ok: false, problems: [{ code: 'plan.import.noTable', fields: { rows: reading.outside } }] };
  const all = withOrigins(ports, reading);
  const fresh = freshOf(ports, all);
  return { ok: true, value: { context: loaded.value, reading, fresh, known: all.length - fresh.length } };
}

/** The same row of the same plan has the same origin; a row that stands there twice has two. */
function withOrigins(ports: Ports, { measures }: PlanReading): readonly NewMeasure[] {
  const seen = new Map<string, number>();
  return measures.map(({ row: _row, ...measure }) => {
    const text = [measure.stage, measure.number, measure.title, measure.when].join('|');
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { ...measure, origin: `own/${ports.sha256(`${text}|${String(times)}`).slice(0, 16)}` };
  });
}

function listed(problems: readonly Message[]): readonly Message[] {
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  return problems.length > shown.length
    ? [...shown, { code: 'problems.more', fields: { count: problems.length - shown.length } }]
    : shown;
}
