// «Самопроверка»: says what is wrong and what to do; as a second step mends what it can.
import type { Message } from '../../domain/message';
import { LEDGER, SELF_CHECK, STAFF, TABLES } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import { forgetLostCalendar } from '../calendar';
import { keepBeat } from '../last-beat';
import { CALENDAR } from '../timetable/modules';
import { Ledger } from '../effects';
import type { Ports } from '../ports';
import { checkAll, type Finding, openForms, type Repair } from './checks';

interface CheckInput {
  readonly mend: boolean;
}

/** Mended already, by the number of the table or of the repair: see `step`. */
interface CheckCursor {
  readonly table: number;
  readonly tablesDone: boolean;
  /** The rest is mended too. */
  readonly mended?: boolean;
  /** What Google said when it would not have the triggers mended. */
  readonly refused?: string;
}

/** Tables mended between two checkpoints at most. */
const TABLES_A_STEP = 8;

export const selfCheck: Action<CheckInput, CheckCursor> = {
  id: 'selfCheck',
  anyAccount: true,

  fields: (ports) => [
    {
      name: 'mode',
      kind: 'choice',
      required: true,
      value: 'check',
      options: ['check', 'mend'].map((value) => ({ value, label: ports.words.say({ code: `check.mode.${value}` }) })),
    },
  ],

  read(_ports, raw) {
    const mode = textOf(raw, 'mode', 10);
    return mode === 'check' || mode === 'mend' || mode === ''
      ? { ok: true, value: { mend: mode === 'mend' } }
      : { ok: false, problems: [{ code: 'check.mode.none' }] };
  },

  preview(ports, { mend }) {
    const findings = checkAll(ports);
    const bad = findings.filter(({ state }) => state !== 'fine');
    const mendable = findings.filter(({ repair }) => repair !== undefined);
    const lines: Message[] = mend
      ? mendable.length === 0
        ? [{ code: 'check.nothing' }]
        : [{ code: 'check.will' }, ...mendable.map(({ found }) => found)]
      : bad.length === 0
        ? [{ code: 'check.allFine' }]
        : bad.map(({ found }) => found);
    return {
      ok: true,
      value: {
        lines,
        counts: (['fine', 'attention', 'fault'] as const).map((state) => ({
          label: { code: `check.count.${state}` },
          value: String(findings.filter((finding) => finding.state === state).length),
        })),
        warnings: mend ? bad.filter(({ repair }) => repair === undefined).flatMap(({ todo }) => todo ?? []) : [],
      },
    };
  },

  step(ports, _run, { mend }, cursor = { table: 0, tablesDone: false }) {
    if (mend && !cursor.tablesDone) {
      const next = TABLES.slice(cursor.table, cursor.table + TABLES_A_STEP);
      const broken = ports.health.broken(next).map(({ table }) => table);
      if (broken.length > 0) ports.workbook.ensure(broken);
      const moved = ports.health.movedHeadings(next).filter(({ empty }) => empty);
      for (const { table, row } of moved) ports.health.deleteRowsAbove(table, row);
      if (moved.length > 0) ports.workbook.forget();
      const table = cursor.table + TABLES_A_STEP;
      return {
        state: 'going',
        cursor: { table, tablesDone: table >= TABLES.length },
        done: Math.min(table, TABLES.length),
        total: TABLES.length + 1,
        line: { code: 'check.mending' },
      };
    }
    if (mend && cursor.mended !== true) {
      const refused = mendRest(ports, new Set(checkAll(ports).flatMap(({ repair }) => repair ?? [])));
      // Looking at everything again is a step of its own: with many forms each look takes minutes.
      return {
        state: 'going',
        cursor: { ...cursor, mended: true, ...(refused === undefined ? {} : { refused }) },
        done: TABLES.length,
        total: TABLES.length + 1,
        line: { code: 'check.mending' },
      };
    }
    const findings = checkAll(ports);
    write(ports, findings);
    const bad = findings.filter(({ state }) => state !== 'fine');
    const { refused } = cursor;
    return finished(
      [
        ...(refused === undefined ? [] : [{ code: 'setUp.triggers.refused', fields: { text: refused } }]),
        ...(bad.length === 0
          ? [{ code: 'check.allFine' }]
          : bad.flatMap(({ found, todo }) => [found, ...(todo === undefined ? [] : [todo])])),
      ],
      [{ label: { code: 'link.sheet', fields: { table: SELF_CHECK.title } }, url: ports.workbook.linkTo(SELF_CHECK) }],
    );
  },
};

/** All but the tables; what Google said when it would not have the triggers mended. */
function mendRest(ports: Ports, repairs: ReadonlySet<Repair>): string | undefined {
  let refused: string | undefined;
  if (repairs.has('triggers') || repairs.has('silent')) {
    refused = ports.health.mendTriggers(repairs.has('silent'));
    if (refused === undefined) keepBeat(ports);
  }
  if (repairs.has('lost')) forgetLostCalendar(ports);
  if (repairs.has('folders')) mendFolders(ports);
  if (repairs.has('zone')) ports.health.mendZone(ports.store.get(CALENDAR) ?? '');
  if (repairs.has('guard')) ports.workbook.guard(STAFF, true);
  if (!repairs.has('forms')) return refused;
  const today = ports.clock.today();
  for (const { formId, until } of openForms(ports).newest) {
    if (until !== '' && until < today) continue;
    if (ports.forms.state(formId)?.accepting === false) ports.forms.publish(formId);
  }
  return refused;
}

/** Out of the bin again; those that are gone for good are forgotten, so that whatever needs them makes them anew. */
function mendFolders(ports: Ports): void {
  const made = ports.workbook
    .read(LEDGER)
    .rows.filter(({ kind, state, ref }) => kind === 'folder' && state === 'done' && ref !== '');
  const restored = new Set<string>();
  for (;;) {
    const places = ports.health.folders(made.map(({ ref }) => ref));
    // The outer ones were made first: with one of them all that lie in it are back.
    const binned = made.find(({ ref }) => places.get(ref) === 'bin' && !restored.has(ref));
    if (binned === undefined) {
      const gone = made.filter(({ ref }) => places.get(ref) === 'gone');
      new Ledger(ports, '').settle(gone.map(({ key }) => ({ key, state: 'undone' as const, ref: '' })));
      return;
    }
    ports.files.restore(binned.ref);
    restored.add(binned.ref);
  }
}

function write(ports: Ports, findings: readonly Finding[]): void {
  if (!ports.workbook.has(SELF_CHECK)) ports.workbook.ensure([SELF_CHECK]);
  const at = ports.clock.localNow();
  const { say } = ports.words;
  ports.workbook.replace(
    SELF_CHECK,
    findings.map(({ what, state, found, todo }) => ({
      what: say(what),
      state,
      found: say(found),
      todo: todo === undefined ? '' : say(todo),
      at,
    })),
  );
}
