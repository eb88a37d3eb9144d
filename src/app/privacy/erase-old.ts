// «Удалить устаревшие данные»: what is older than the settings let data be kept, with an act. It cannot be undone.
import type { LocalDate } from '../../domain/local-time';
import type { Outcome } from '../../domain/message';
import { keptSince } from '../../domain/personal/retention';
import { datedColumns, isAboutPeople } from '../../workbook/personal';
import type { Table } from '../../workbook/schema';
import { ANSWERS, LEDGER, STAFF, SURVEYS, TABLES, WISHES } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS, type Step } from '../action';
import { loadSettings, notSetUp } from '../context';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { writeAct } from './act';
import { type Paper, paperIds } from './papers';
import { type Amount, amountOf, eraseFrom, type Trace } from './traces';

interface OldInput {
  /** Data of days before this one go. */
  readonly before: LocalDate;
}

interface OldCursor {
  readonly phase: 'forms' | 'tables';
  readonly after: number;
  readonly paper: Paper;
  readonly amounts: readonly Amount[];
  readonly responses: number;
  /** Of these the sheet knew at the beginning: a death between deleting and counting must not lessen what the act says. */
  readonly known: number;
}

const FORMS_A_STEP = 25;
/** People and their wishes are kept as long as they are on the list: they are erased one by one. */
const KEPT: readonly Table[] = [STAFF, WISHES];

export const eraseOld: Action<OldInput, OldCursor> = {
  id: 'eraseOld',
  fields: NO_FIELDS,

  read(ports): Outcome<OldInput> {
    const missing = notSetUp(ports, ANSWERS, SURVEYS);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const settings = loadSettings(ports);
    if (!settings.ok) return settings;
    const months = settings.value.retentionMonths;
    if (months === 0) return { ok: false, problems: [{ code: 'retention.none' }] };
    const before = keptSince(ports.clock.today(), months);
    return oldTraces(ports, before, settings.value.cycle).length === 0
      ? { ok: false, problems: [{ code: 'retention.nothing', fields: { before: dotted(before) } }] }
      : { ok: true, value: { before } };
  },

  preview(ports, { before }) {
    const traces = oldTraces(ports, before, cycleOf(ports));
    return {
      ok: true,
      value: {
        lines: [
          {
            code: 'retention.will',
            fields: { before: dotted(before), rows: traces.reduce((sum, { rows }) => sum + rows.length, 0) },
          },
          { code: 'erase.forever' },
        ],
        counts: traces.map((trace) => ({
          label: { code: 'link.sheet', fields: { table: trace.table.title } },
          value: String(trace.rows.length + trace.cleaned.length),
        })),
        warnings: [],
      },
    };
  },

  step(ports, run, { before }, cursor): Step<OldCursor> {
    if (cursor === undefined) {
      const amounts = oldTraces(ports, before, cycleOf(ports)).map(amountOf);
      return going(
        {
          phase: 'forms',
          after: 0,
          paper: paperIds(ports),
          amounts,
          responses: 0,
          known: knownResponses(ports, before),
        },
        0,
      );
    }
    if (cursor.phase === 'forms') {
      const until = ports.clock.instant(`${before}T00:00`);
      const pending = ports.workbook
        .read(SURVEYS)
        .rows.filter(({ $row, formId, created }) => $row > cursor.after && formId !== '' && created < before)
        .slice(0, FORMS_A_STEP);
      if (pending.length === 0) return going({ ...cursor, phase: 'tables' }, 1);
      let { after, responses } = cursor;
      for (const { $row, formId } of pending) {
        if (after > cursor.after && !ports.clock.mayGoOn()) break;
        responses +=
          ports.forms.forget(
            formId,
            ({ at }) => at < until,
            (text) => text,
          ) ?? 0;
        after = $row;
      }
      return going({ ...cursor, after, responses }, 0);
    }
    for (const trace of oldTraces(ports, before, cycleOf(ports))) eraseFrom(ports, trace);
    const responses = Math.max(cursor.responses, cursor.known);
    const url = writeAct(ports, run.run, cursor.paper, {
      ...cursor,
      responses,
      whose: { code: 'act.old', fields: { before: dotted(before) } },
      reason: 'term',
      events: 0,
    });
    const rows = cursor.amounts.reduce((sum, amount) => sum + amount.rows, 0);
    return finished(
      [{ code: 'retention.done', fields: { rows, responses } }, { code: 'erase.keepAct' }],
      [{ label: { code: 'link.act' }, url }],
    );
  },
};

const going = (cursor: OldCursor, done: number): Step<OldCursor> => ({
  state: 'going',
  cursor,
  done,
  total: 2,
  line: { code: `erase.phase.${cursor.phase}` },
});

/** How many responses that are to go stand in «Ответы». */
function knownResponses(ports: Ports, before: LocalDate): number {
  const forms = new Set(
    ports.workbook
      .read(SURVEYS)
      .rows.filter(({ formId, created }) => formId !== '' && created < before)
      .map(({ key }) => key),
  );
  return ports.workbook.read(ANSWERS).rows.filter(({ survey, at }) => forms.has(survey) && at < before).length;
}

function cycleOf(ports: Ports): string {
  const settings = loadSettings(ports);
  return settings.ok ? settings.value.cycle : '';
}

/** Rows about people older than a day; addresses of letters that old. A row without a date is as old as the surveys of its cycle. */
function oldTraces(ports: Ports, before: LocalDate, cycle: string): readonly Trace[] {
  const past = pastCycles(ports, before, cycle);
  return TABLES.flatMap((table): readonly Trace[] => {
    if (!ports.workbook.has(table) || KEPT.includes(table)) return [];
    if (table.key === LEDGER.key) return lettersBefore(ports, before);
    if (!isAboutPeople(table)) return [];
    const dated = datedColumns(table);
    const rows = ports.workbook
      .read(table)
      .rows.filter((row) => {
        const cells = row as Readonly<Record<string, unknown>>;
        const last = dated.reduce((most, key) => (String(cells[key]) > most ? String(cells[key]) : most), '');
        return last === '' ? past.has(String(cells['cycle'] ?? '')) : last < before;
      })
      .map(({ $row }) => $row);
    return rows.length === 0 ? [] : [{ table, rows, cleaned: [] }];
  });
}

/** Cycles, other than the current one, all of whose surveys were made before the day. */
function pastCycles(ports: Ports, before: LocalDate, current: string): ReadonlySet<string> {
  const last = new Map<string, string>();
  for (const { cycle, created } of ports.workbook.read(SURVEYS).rows)
    if (created > (last.get(cycle) ?? '')) last.set(cycle, created);
  return new Set([...last].flatMap(([cycle, created]) => (cycle !== current && created < before ? [cycle] : [])));
}

/** The ledger keeps that a letter went, by its key: to whom need not be known for that. */
function lettersBefore(ports: Ports, before: LocalDate): readonly Trace[] {
  const cleaned = ports.workbook
    .read(LEDGER)
    .rows.filter(({ kind, at, who }) => kind === 'mail' && at !== '' && at < before && who !== '')
    .map(({ $row }) => ({ $row, set: { who: '' } }));
  return cleaned.length === 0 ? [] : [{ table: LEDGER, rows: [], cleaned }];
}
