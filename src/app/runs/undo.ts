// «Отменить запуск»: takes back what a run made; letters cannot be taken back, and that is said.
import type { Message } from '../../domain/message';
import type { Row, Table } from '../../workbook/schema';
import {
  BANK,
  COURSES,
  GROUPS,
  INDICATOR_FACTS,
  INDICATORS,
  JOURNAL,
  LEDGER,
  LEFT_OUT,
  LEVELS_TABLE,
  MODULES,
  PLAN,
  PROGRAMMES,
  ROUTES,
  SETTINGS,
  STAFF,
  SURVEYS,
  VARIANTS,
} from '../../workbook/tables';
import type { ActionId } from '../../shared/contract';
import { otherAccount } from '../account';
import { type Action, finished, textOf } from '../action';
import { filesOf, keptBankFolders } from '../bank/undo';
import { bindingRows, unbind } from '../binding/undo';
import { COPIED, loadSettings, notSetUp } from '../context';
import { Ledger } from '../effects';
import { frameworkChanges, takeBackFramework } from '../framework/undo';
import { followsFrom } from '../groups/follows-from';
import { forgetChanges, takeBackEdit, editOfRun } from '../groups/take-back';
import { askByFormerAgain, programmesAsked, publishedBy } from '../groups/undo';
import type { Ports } from '../ports';
import { forgetDocuments, isUntouchedRow, keptRoutesFolder, openAgain } from '../routes/undo';
import { forgetCards } from '../lessons/undo';
import { keptNoteFolder } from '../note/undo';
import { forgetEvents } from '../timetable/forget-events';
import { CALENDAR } from '../timetable/modules';
import { movesOfRun, takeBackMoves } from '../timetable/take-back-move';
import { type Back, bringBack, changesBack, hinderedBack, leftOutChanges } from '../teams/changes';
import { teamRows, unpublishTeams } from '../teams/undo';
import { staffAdded } from './added-staff';
import { undoable } from './journal';

type Effect = Row<typeof LEDGER>;

/** Rows of these carry the run that made them. Later states are not taken away: what was published or answered since stays. */
const ROWS_OF_RUNS = [
  { table: GROUPS, goes: (row: Row<typeof GROUPS>) => row.state === 'draft' },
  { table: MODULES, goes: (row: Row<typeof MODULES>) => row.state === 'draft' && row.eventId === '' },
  { table: BANK, goes: () => true },
  { table: ROUTES, goes: isUntouchedRow },
  { table: VARIANTS, goes: () => true },
  { table: INDICATORS, goes: () => true },
  { table: INDICATOR_FACTS, goes: () => true },
  { table: COURSES, goes: () => true },
  { table: LEVELS_TABLE, goes: () => true },
  { table: PLAN, goes: (row: Row<typeof PLAN>) => row.state === 'planned' && row.sent === undefined },
] as const;

/** What is destroyed by law is not kept anywhere to be brought back from. */
const IRREVERSIBLE: readonly ActionId[] = ['erasePerson', 'eraseOld'];

/** Moves of modules told one by one; the others are counted. */
const MOST_NAMED = 10;

interface UndoCursor {
  readonly effects: number;
  readonly letters: number;
}

export const undoRun: Action<{ readonly target: string }, UndoCursor> = {
  id: 'undoRun',
  anyAccount: true,

  fields: (ports) => [
    {
      name: 'run',
      kind: 'choice',
      required: true,
      options:
        notSetUp(ports, JOURNAL) === undefined
          ? undoable(ports)
              .reverse()
              .map(({ run, action }) => ({ value: run, label: `${run} · ${action}` }))
          : [],
    },
  ],

  read(ports, raw) {
    const missing = notSetUp(ports, JOURNAL, LEDGER);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const settings = ports.workbook.has(SETTINGS) ? loadSettings(ports) : undefined;
    if (settings?.ok === false && settings.problems.includes(COPIED)) return settings;
    const target = textOf(raw, 'run', 50);
    const row = ports.workbook.read(JOURNAL).rows.find(({ run }) => run === target);
    if (target === undefined || row === undefined)
      return { ok: false, problems: [{ code: 'run.unknown', fields: { run: target ?? '' } }] };
    if (isOneOf(ports, row.action, IRREVERSIBLE))
      return { ok: false, problems: [{ code: 'undo.irreversible', fields: { run: target } }] };
    if (row.state === 'undone') return { ok: false, problems: [{ code: 'undo.already', fields: { run: target } }] };
    // What the run has made outside, and what still stands of it, belongs to the workbook's account.
    const reachesOut = new Ledger(ports, '')
      .rowsOf(target)
      .some(({ kind, state }) => kind !== 'mail' && state !== 'undone');
    const other = reachesOut ? otherAccount(ports) : undefined;
    if (other !== undefined) return { ok: false, problems: [other] };
    const hindered = hinderedBack(ports, target);
    if (hindered.length > 0) return { ok: false, problems: hindered };
    const edit = editOfRun(ports, target);
    if (!edit.ok) return edit;
    const moves = movesOfRun(ports, target);
    return moves.ok ? { ok: true, value: { target } } : moves;
  },

  preview(ports, { target }) {
    const effects = new Ledger(ports, '').rowsOf(target).filter(({ state }) => state === 'done' || state === 'intent');
    const files = filesOf(ports, target).length;
    const kept = keptFolders(ports, target, effects);
    const counts = (['event', 'planEvent', 'form', 'folder', 'report', 'file', 'document', 'paper'] as const)
      .map((kind) => ({
        kind,
        count:
          kind === 'file' ? files : effects.filter((effect) => effect.kind === kind && !kept.has(effect.key)).length,
      }))
      .filter(({ count }) => count > 0);
    const framework = frameworkChanges(ports, target);
    const rows = count(rowsOf(ports, target)) + framework.gone.length + framework.restored.length;
    const letters = effects.filter(({ kind }) => kind === 'mail').length;
    const groups = new Set(publishedBy(ports, target).map(({ group }) => group)).size;
    const edit = editOfRun(ports, target);
    const moves = movesOfRun(ports, target);
    const what = (edit.ok ? edit.value?.row?.what : undefined) ?? '';
    const moved = moves.ok ? moves.value.moves.flatMap(({ row }) => row?.what ?? []) : [];
    const teams = count(teamRows(ports, target, 'published'));
    const changes = changesBack(ports, target);
    const back = changes.reduce((sum, one) => sum + one.rows.length + one.patches.length, 0);
    const told = leftOutChanges(ports, target);
    const nothing =
      !told &&
      counts.length === 0 &&
      [rows, groups, teams, back, moved.length].every((one) => one === 0) &&
      what === '';
    return {
      ok: true,
      value: {
        lines: [
          { code: nothing ? 'undo.nothing' : 'undo.will', fields: { run: target } },
          ...[what, ...moved.slice(0, MOST_NAMED)]
            .filter((line) => line !== '')
            .map((line) => ({ code: 'undo.edit', fields: { what: line } })),
          ...leftOutLine(told),
        ],
        counts: [
          ...counts.map(({ kind, count }) => ({ label: { code: `undo.count.${kind}` }, value: String(count) })),
          ...(groups > 0 ? [{ label: { code: 'undo.count.groups' }, value: String(groups) }] : []),
          ...(moved.length > 0 ? [{ label: { code: 'undo.count.moves' }, value: String(moved.length) }] : []),
          ...(teams > 0 ? [{ label: { code: 'undo.count.teams' }, value: String(teams) }] : []),
          ...(rows > 0 ? [{ label: { code: 'undo.count.rows' }, value: String(rows) }] : []),
          ...(back > 0 ? [{ label: { code: 'undo.count.back' }, value: String(back) }] : []),
        ],
        warnings: [
          ...leftovers(ports, target, letters, kept, changes),
          ...(edit.ok && edit.value !== undefined ? followsFrom(ports, edit.value) : []),
        ],
      },
    };
  },

  step(ports, run, { target }, cursor = { effects: 0, letters: 0 }) {
    const ledger = new Ledger(ports, run.run);
    const effects = ledger
      .rowsOf(target)
      .filter(({ state }) => state === 'done' || state === 'intent' || state === 'planned');
    const letters = effects.filter(({ kind, state }) => kind === 'mail' && state !== 'planned').length;
    const kept = keptFolders(ports, target, effects);
    const open = effects.filter(({ kind, state, key }) => (kind !== 'mail' || state === 'planned') && !kept.has(key));
    if (open.length > 0) {
      const undone: Effect[] = [];
      const goesOn = ports.clock.stretch();
      for (const effect of open) {
        if (undone.length > 0 && !goesOn()) break;
        takeBack(ports, effect);
        undone.push(effect);
      }
      ledger.settle(undone.map(({ key }) => ({ key, state: 'undone' as const })));
      const done = cursor.effects + undone.length;
      return {
        state: 'going',
        cursor: { effects: done, letters },
        done,
        total: cursor.effects + open.length + 1,
        line: { code: 'undo.going', fields: { done } },
      };
    }
    const left = leftovers(ports, target, letters, kept, changesBack(ports, target));
    const edit = takeBackEdit(ports, target, run.run);
    if (!edit.ok) return { state: 'refused', problems: edit.problems };
    const moves = takeBackMoves(ports, target, run.run);
    if (!moves.ok) return { state: 'refused', problems: moves.problems };
    forgetChanges(ports, target);
    forgetDocuments(ports, ledger.rowsOf(target));
    openAgain(ports, target);
    forgetCards(ports, target);
    unbind(ports, target);
    const rows = removeRows(ports, target) + takeBackFramework(ports, target);
    ports.workbook.patch(
      GROUPS,
      publishedBy(ports, target).map(({ $row }) => ({ $row, set: { state: 'draft', run: '' } })),
    );
    unpublishTeams(ports, target);
    const told = leftOutChanges(ports, target);
    const back = bringBack(ports, target);
    askByFormerAgain(ports, target);
    forgetForms(ports, target);
    forgetEvents(ports, ledger.rowsOf(target));
    forgetPlanEvents(ports, ledger.rowsOf(target));
    const journal = ports.workbook.read(JOURNAL).rows.find((row) => row.run === target);
    if (journal !== undefined) ports.workbook.patch(JOURNAL, [{ $row: journal.$row, set: { state: 'undone' } }]);
    return finished(
      [
        { code: 'undo.done', fields: { run: target, effects: cursor.effects, rows } },
        ...(back > 0 ? [{ code: 'undo.back', fields: { rows: back } }] : []),
        ...leftOutLine(told),
        ...left,
        ...edit.value,
      ],
      [{ label: { code: 'link.sheet', fields: { table: JOURNAL.title } }, url: ports.workbook.linkTo(JOURNAL) }],
    );
  },
};

function takeBack(ports: Ports, effect: Effect): void {
  switch (effect.kind) {
    case 'event':
    case 'planEvent': {
      const calendarId = ports.store.get(CALENDAR);
      if (calendarId !== undefined) ports.calendars.cancel(calendarId, effect.ref);
      return;
    }
    case 'form': {
      const formId = effect.ref === '' ? ports.forms.find(effect.key) : effect.ref;
      if (formId !== undefined) ports.forms.trash(formId);
      return;
    }
    case 'document': {
      const documentId = effect.ref === '' ? ports.docs.find(effect.key) : effect.ref;
      if (documentId !== undefined) ports.files.trash(documentId);
      return;
    }
    case 'share':
      ports.files.unshare(effect.ref, effect.who);
      return;
    case 'folder':
    case 'report':
    case 'paper':
      ports.files.trash(effect.ref);
      return;
    default:
      return;
  }
}

interface RunRows {
  readonly table: Table;
  readonly rows: readonly number[];
}

function rowsOf(ports: Ports, run: string): readonly RunRows[] {
  const found: RunRows[] = [];
  // What a publishing marks as its own was there before it.
  const action = ports.workbook.read(JOURNAL).rows.find((row) => row.run === run)?.action ?? '';
  const published = isOneOf(ports, action, ['publishGroups', 'publishTeams']);
  for (const { table, goes } of ROWS_OF_RUNS) {
    if (!ports.workbook.has(table) || (published && table === GROUPS)) continue;
    const { rows } = ports.workbook.read(table as Table);
    const going = rows.filter(
      (row) => (row as { run?: unknown }).run === run && (goes as (row: unknown) => boolean)(row),
    );
    if (going.length > 0) found.push({ table, rows: going.map(({ $row }) => $row) });
  }
  const programmes = programmesAsked(ports, run);
  if (programmes.length > 0) found.push({ table: PROGRAMMES, rows: programmes });
  const staff = staffAdded(ports, run);
  if (staff.go.length > 0) found.push({ table: STAFF, rows: staff.go });
  return [...found, ...bindingRows(ports, run), ...(published ? [] : teamRows(ports, run, 'draft'))];
}

/** Whether the journal's words for a run's action mean one of these. */
const isOneOf = (ports: Ports, said: string, actions: readonly ActionId[]): boolean =>
  actions.some((action) => said === ports.words.say({ code: `action.${action}` }));

const count = (found: readonly RunRows[]): number => found.reduce((sum, { rows }) => sum + rows.length, 0);

const leftOutLine = (changes: boolean): readonly Message[] =>
  changes ? [{ code: 'undo.leftOut', fields: { table: LEFT_OUT.title } }] : [];

/** What undoing does not take back, and says so. */
function leftovers(
  ports: Ports,
  run: string,
  letters: number,
  kept: ReadonlySet<string>,
  back: readonly Back[],
): readonly Message[] {
  const staff = staffAdded(ports, run).stay;
  const lost = back.reduce((sum, one) => sum + one.lost, 0);
  const { kept: competencies } = frameworkChanges(ports, run);
  const moves = movesOfRun(ports, run);
  const modules = moves.ok ? moves.value.stay : [];
  return [
    ...(competencies.length > 0 ? [{ code: 'undo.framework', fields: { titles: competencies } }] : []),
    ...(modules.length > 0 ? [{ code: 'undo.moves', fields: { modules } }] : []),
    ...(kept.size > 0 ? [{ code: 'undo.folders', fields: { count: kept.size } }] : []),
    ...(lost > 0 ? [{ code: 'undo.lost', fields: { rows: lost } }] : []),
    ...(staff > 0 ? [{ code: 'undo.staff', fields: { count: staff } }] : []),
    ...(letters > 0 ? [{ code: 'undo.letters', fields: { count: letters } }] : []),
  ];
}

/** Keys of the run's folders that hold files of other runs, with the folders these lie in: a folder in the bin takes all in it along. */
function keptFolders(ports: Ports, run: string, effects: readonly Effect[]): ReadonlySet<string> {
  const folders = effects.filter(({ kind }) => kind === 'folder');
  const routes = keptRoutesFolder(ports, run).filter((key) => folders.some((folder) => folder.key === key));
  const notes = keptNoteFolder(ports, run).filter((key) => folders.some((folder) => folder.key === key));
  return new Set([...keptBankFolders(ports, run, folders), ...routes, ...notes]);
}

function removeRows(ports: Ports, run: string): number {
  let count = 0;
  for (const { fileId } of filesOf(ports, run)) ports.files.trash(fileId);
  for (const { table, rows } of rowsOf(ports, run)) {
    ports.workbook.remove(table, rows);
    count += rows.length;
  }
  return count;
}

/** The register keeps the form's row, closed: answers already read stay readable. */
function forgetForms(ports: Ports, run: string): void {
  if (!ports.workbook.has(SURVEYS)) return;
  ports.workbook.patch(
    SURVEYS,
    ports.workbook
      .read(SURVEYS)
      .rows.filter((row) => row.run === run && row.state === 'open')
      .map(({ $row }) => ({ $row, set: { state: 'closed', formId: '' } })),
  );
}

/** The plan forgets what it told of the events that are gone: its rows may go too, and are told anew. */
function forgetPlanEvents(ports: Ports, effects: readonly Effect[]): void {
  const gone = new Set(
    effects.filter(({ kind, state }) => kind === 'planEvent' && state === 'undone').map(({ who }) => who),
  );
  if (gone.size === 0 || !ports.workbook.has(PLAN)) return;
  ports.workbook.patch(
    PLAN,
    ports.workbook.read(PLAN).rows.flatMap(({ $row, measure, sent }) => {
      const told = Object.entries((sent ?? {}) as Readonly<Record<string, string>>);
      const kept = told.filter(([number]) => !gone.has(`${measure}/${number}`));
      return kept.length === told.length
        ? []
        : [{ $row, set: { sent: kept.length === 0 ? undefined : Object.fromEntries(kept) } }];
    }),
  );
}
