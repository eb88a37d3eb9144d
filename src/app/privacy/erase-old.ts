// «Удалить устаревшие данные»: what is older than the settings let data be kept, with an act. It cannot be undone.
import type { LocalDate } from '../../domain/local-time';
import type { Message, Outcome } from '../../domain/message';
import { keptSince } from '../../domain/personal/retention';
import { ANSWERS, SURVEYS } from '../../workbook/tables';
import { type Action, finished, NO_FIELDS, type Step } from '../action';
import { loadSettings, notSetUp } from '../context';
import { Ledger } from '../effects';
import type { Ports } from '../ports';
import { dotted } from '../surveys/plan';
import { writeAct } from './act';
import { forgetOldEvents, nextOldFiles, oldEvents, oldFiles, oldRows, surveysOf } from './old';
import { type Paper, paperIds } from './papers';
import { type Amount, amountOf, eraseFrom, type Trace } from './traces';

interface OldInput {
  /** Data of days before this one go. */
  readonly before: LocalDate;
}

interface OldCursor {
  readonly phase: 'forms' | 'events' | 'files' | 'tables';
  readonly after: number;
  /** The ledger's row of the last file looked at. */
  readonly file?: number;
  readonly paper: Paper;
  readonly amounts: readonly Amount[];
  readonly responses: number;
  /** Of these the sheet knew at the beginning: a death between deleting and counting must not lessen what the act says. */
  readonly known: number;
  /** Counted at the beginning, like the rows. */
  readonly events: number;
  readonly files: number;
}

const FORMS_A_STEP = 25;
/** Steps as the progress bar counts them. */
const TOTAL = 4;

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
    const { traces, events, files, kept } = oldOf(ports, before);
    return traces.length + events + files.length === 0
      ? { ok: false, problems: [{ code: 'retention.nothing', fields: { before: dotted(before) } }, ...kept] }
      : { ok: true, value: { before } };
  },

  preview(ports, { before }) {
    const { traces, events, files, kept } = oldOf(ports, before);
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
        counts: [
          ...traces.map((trace) => ({
            label: { code: 'link.sheet', fields: { table: trace.table.title } },
            value: String(trace.rows.length + trace.cleaned.length),
          })),
          { label: { code: 'retention.count.events' }, value: String(events) },
          { label: { code: 'retention.count.files' }, value: String(files.length) },
        ],
        warnings: [...kept, { code: 'retention.kept.always' }],
      },
    };
  },

  step(ports, run, { before }, cursor): Step<OldCursor> {
    if (cursor === undefined) {
      const { traces, events, files } = oldOf(ports, before);
      const begun: OldCursor = {
        phase: 'forms',
        after: 0,
        paper: paperIds(ports),
        amounts: traces.map(amountOf),
        responses: 0,
        known: knownResponses(ports, traces),
        events,
        files: files.length,
      };
      return going(begun, 0);
    }
    if (cursor.phase === 'forms') return forgetResponses(ports, before, cursor);
    if (cursor.phase === 'events')
      return forgetOldEvents(ports, before).more ? going(cursor, 1) : going({ ...cursor, phase: 'files' }, 2);
    if (cursor.phase === 'files') {
      const next = forgetOldFiles(ports, before, cursor);
      return going(next, next.phase === 'files' ? 2 : 3);
    }
    const { traces, kept } = oldRows(ports, before, cycleOf(ports));
    for (const trace of traces) eraseFrom(ports, trace);
    const responses = Math.max(cursor.responses, cursor.known);
    const url = writeAct(ports, run.run, cursor.paper, {
      ...cursor,
      responses,
      whose: { code: 'act.old', fields: { before: dotted(before) } },
      reason: 'term',
      files: { gone: cursor.files, renamed: 0, documents: 0 },
      kept: [...kept, { code: 'retention.kept.always' }],
    });
    const rows = cursor.amounts.reduce((sum, amount) => sum + amount.rows, 0);
    const { events, files } = cursor;
    return finished(
      [{ code: 'retention.done', fields: { rows, responses, events, files } }, ...kept, { code: 'erase.keepAct' }],
      [{ label: { code: 'link.act' }, url }],
    );
  },
};

const going = (cursor: OldCursor, done: number): Step<OldCursor> => ({
  state: 'going',
  cursor,
  done,
  total: TOTAL,
  line: { code: `erase.phase.${cursor.phase}` },
});

interface Old {
  readonly traces: readonly Trace[];
  readonly events: number;
  readonly files: ReturnType<typeof oldFiles>;
  /** What stays although it may be older. */
  readonly kept: readonly Message[];
}

/** Everything kept longer than the term. */
export function oldOf(ports: Ports, before: LocalDate): Old {
  const { traces, kept } = oldRows(ports, before, cycleOf(ports));
  return { traces, kept, events: oldEvents(ports, before).length, files: oldFiles(ports, before, traces) };
}

function cycleOf(ports: Ports): string {
  const settings = loadSettings(ports);
  return settings.ok ? settings.value.cycle : '';
}

/** Deletes old responses from the next forms. One whose age somebody has spoilt is looked into as well. */
function forgetResponses(ports: Ports, before: LocalDate, cursor: OldCursor): Step<OldCursor> {
  const until = ports.clock.instant(`${before}T00:00`);
  const pending = surveysOf(ports)
    .filter(({ $row, formId, created }) => $row > cursor.after && formId !== '' && created < before)
    .sort((a, b) => a.$row - b.$row)
    .slice(0, FORMS_A_STEP);
  if (pending.length === 0) return going({ ...cursor, phase: 'events' }, 1);
  let { after, responses } = cursor;
  const goesOn = ports.clock.stretch();
  for (const { $row, formId, isOver } of pending) {
    if (after > cursor.after && !goesOn()) break;
    responses += ports.forms.forget(formId, ({ at }) => at < until, { isOver }) ?? 0;
    after = $row;
  }
  return going({ ...cursor, after, responses }, 0);
}

/**
 * Deletes the next old files, as far as the time suffices: a school's routes are more than one execution can delete. As people may have
 * sorted the sheets meanwhile, whatever is left is looked for once more before the phase ends.
 */
function forgetOldFiles(ports: Ports, before: LocalDate, cursor: OldCursor): OldCursor {
  const { file = 0 } = cursor;
  const { files, last } = nextOldFiles(ports, before, cycleOf(ports), file);
  const gone: (typeof files)[number][] = [];
  const goesOn = ports.clock.stretch();
  for (const one of files) {
    if (gone.length > 0 && !goesOn()) break;
    ports.files.remove(one.ref);
    gone.push(one);
  }
  new Ledger(ports, '').settle(gone.map(({ key }) => ({ key, state: 'undone', ref: '' })));
  if (gone.length < files.length) return cursor;
  if (last !== undefined) return { ...cursor, file: last };
  const left = file === 0 ? [] : oldFiles(ports, before, oldRows(ports, before, cycleOf(ports)).traces);
  return left.length === 0 ? { ...cursor, phase: 'tables' } : { ...cursor, file: 0 };
}

/** How many responses that are to go stand in «Ответы» and have a form. */
function knownResponses(ports: Ports, traces: readonly Trace[]): number {
  const forms = new Set(surveysOf(ports).flatMap(({ key, formId }) => (formId === '' ? [] : [key])));
  const gone = new Set(traces.find(({ table }) => table.key === ANSWERS.key)?.rows);
  const { rows, unread } = ports.workbook.read(ANSWERS);
  return [...rows, ...unread].filter(({ $row, survey = '' }) => gone.has($row) && forms.has(survey)).length;
}
