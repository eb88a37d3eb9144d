// Are two Workspaces in the same state? Quickly by a fingerprint; where those differ, by their snapshots, difference by difference.
import { createHash } from 'node:crypto';
import type { LocalWorkspace } from '../../local/index';
import { readCalendars } from '../../local/services/calendar';
import { JOURNAL, LEDGER } from '../../src/workbook/tables';
import type { TrackedWorld } from '../../local/runtime/tracked-world';
import type { Between } from './between';

/** Counters of executions, quotas and caches: nobody sees them. */
const UNSEEN = new Set(['runtime', 'quotas', 'cache', 'issuedIds', 'properties', 'script']);
/** As in the snapshot: they say when the state was made, not what it says. */
const STAMPS = new Set(['at', 'created', 'createdTime', 'etag', 'modifiedTime', 'updated', 'nextAt']);

/** Equal fingerprints are equal states; unequal ones may be equal too, and are then told by their snapshots. */
export function fingerprint(workspace: LocalWorkspace): string {
  const world = workspace.world as TrackedWorld;
  const ids = world.issuedIds();
  const numbers = world.issuedNumbers();
  const names = new Map<string, string>();
  const seen = Object.entries(world.stored().slices).filter(([slice]) => !UNSEEN.has(slice));
  const text = JSON.stringify(Object.fromEntries(seen), (key, value: unknown) => (STAMPS.has(key) ? undefined : value));
  const named = text.replace(/[A-Za-z0-9_-]{8,}/g, (token) => {
    if (!ids.has(token) && !numbers.has(Number(token))) return token;
    const name = names.get(token) ?? `#${String(names.size)}`;
    names.set(token, name);
    return name;
  });
  return createHash('sha1').update(named).digest('base64');
}

/** What an execution that died now would leave behind. */
export function stateKey(workspace: LocalWorkspace): string {
  const { slices } = workspace.world.stored();
  const kept = Object.fromEntries(
    Object.entries(slices).filter(([slice]) => slice !== 'runtime' && slice !== 'quotas'),
  );
  return createHash('sha1').update(JSON.stringify(kept)).digest('base64');
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly display: string;
}
interface Sheet {
  readonly name: string;
  readonly rows: number;
  readonly cells: readonly Cell[];
}
interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
}
interface TextDocument {
  readonly lists: Readonly<Record<string, unknown>>;
}
interface Snapshot {
  readonly spreadsheets: readonly { readonly sheets: readonly Sheet[] }[];
  readonly outbox: readonly Mail[];
  readonly documents: readonly TextDocument[];
}
type Shown = Readonly<Record<string, string>>;

/** Letters in doubt: their keys in the ledger, and to whom they are. */
interface Doubts {
  readonly keys: ReadonlySet<string>;
  readonly addressees: readonly string[];
}

const DOUBT = 'неизвестно, дошло ли';
const CALENDAR = 'календарь';
const FAILED = new Set(['ошибка', 'остановлен']);

/**
 * What the disturbed run left otherwise than the undisturbed one. These differences are allowed, no other:
 * - a letter in doubt stands in the ledger as such, is named to the person, and may be missing in the outbox;
 * - that a calendar without events may have been left stands in the ledger (the self-check tells it from there; see `deleteLostCalendars`);
 * - a press that came to nothing has a row of its own in the journal, and the next one another number;
 * - a run's report (the text in the journal, not its state) is of its last attempt: «added: 0» where the one before it died had added all;
 * - a document written twice keeps list definitions that no paragraph of it refers to: nobody sees them;
 * - a key in the ledger that is a hash of an id which Google gave is another one where the id is: the rest of its row must be equal.
 * @param said what the person was told
 * @param faults how many there were: a death loses sight of one letter at most; an error of the mail service is about the letter it refused
 * @param beside what something else has left of its own, which is not compared
 */
export function differences(
  found: unknown,
  expected: unknown,
  said: readonly string[],
  faults: number,
  beside?: Between['own'],
): string[] {
  const [one, other] = [withoutIdleLists(found as Snapshot), withoutIdleLists(expected as Snapshot)];
  const doubts = doubtsOf(one, other);
  const told = [...said, ...rowsOf(one, JOURNAL).map(({ result = '' }) => result)].join('\n');
  const untold = doubts.addressees.filter((who) => !/Неизвестно, дошл[ои] ли/.test(told) || !told.includes(who));
  return [
    ...untold.map((who) => `a letter to ${who} is in doubt and nobody is told`),
    ...(doubts.keys.size > faults ? [`${String(doubts.keys.size)} letters in doubt`] : []),
    ...strayLetters(one, other, doubts),
    ...leaves(
      comparable(one, doubts, ownKeys(one, other), beside),
      comparable(other, doubts, ownKeys(other, one), beside),
    ),
  ];
}

/** The snapshot with the lists that its documents use, and documents' ids numbered anew without those of the other lists. */
function withoutIdleLists(snapshot: Snapshot): Snapshot {
  const documents = snapshot.documents.map((document) => {
    const text = JSON.stringify({ ...document, lists: {} });
    return {
      ...document,
      lists: Object.fromEntries(Object.entries(document.lists).filter(([id]) => text.includes(`"${id}"`))),
    };
  });
  const names = new Map<string, string>();
  const text = JSON.stringify({ ...snapshot, documents }).replace(/document#\d+/g, (id) => {
    const name = names.get(id) ?? `document#${String(names.size + 1)}`;
    names.set(id, name);
    return name;
  });
  return JSON.parse(text) as Snapshot;
}

/** Keys of effects that this ledger has and the other has not. */
function ownKeys(one: Snapshot, other: Snapshot): ReadonlySet<string> {
  const known = new Set(rowsOf(other, LEDGER).map(({ key }) => key));
  return new Set(rowsOf(one, LEDGER).flatMap(({ key = '' }) => (known.has(key) ? [] : [key])));
}

function doubtsOf(found: Snapshot, expected: Snapshot): Doubts {
  const before = new Set(rowsOf(expected, LEDGER).flatMap(({ key = '', state }) => (state === DOUBT ? [key] : [])));
  const fresh = rowsOf(found, LEDGER).filter(
    ({ key = '', kind, state }) => state === DOUBT && kind !== CALENDAR && !before.has(key),
  );
  return { keys: new Set(fresh.map(({ key = '' }) => key)), addressees: fresh.map(({ who = '' }) => who) };
}

/** Letters that one outbox has and the other has not, the order aside. Only one in doubt may be missing; none may be more. */
function strayLetters({ outbox: found }: Snapshot, { outbox: expected }: Snapshot, { addressees }: Doubts): string[] {
  const text = (mail: Mail): string => JSON.stringify({ ...mail, id: '' }).replace(/#\d+/g, '#');
  const left = found.map(text);
  const excused = [...addressees];
  const missing: string[] = [];
  for (const mail of expected) {
    const at = left.indexOf(text(mail));
    const excuse = excused.indexOf(mail.to.join());
    if (at >= 0) left.splice(at, 1);
    else if (excuse >= 0) excused.splice(excuse, 1);
    else missing.push(`missing: ${mail.to.join()} «${mail.subject}»`);
  }
  return [...missing, ...left.map((mail) => `too many: ${brief(mail)}`)];
}

/** A sheet's rows as they are shown, by column key. */
function rowsOf(snapshot: Snapshot, { title, columns }: typeof JOURNAL | typeof LEDGER): Shown[] {
  const sheet = snapshot.spreadsheets.flatMap(({ sheets }) => sheets).find(({ name }) => name === title);
  const keys = new Map(Object.entries(columns).map(([key, column]) => [column.title, key]));
  const headings = new Map<number, string>();
  const rows: Record<string, string>[] = [];
  for (const { row, column, display } of sheet?.cells ?? []) {
    if (row === 1) headings.set(column, keys.get(display) ?? display);
    else (rows[row - 2] ??= {})[headings.get(column) ?? String(column)] = display;
  }
  return rows.filter((row) => row !== undefined);
}

function comparable(
  snapshot: Snapshot,
  { keys: doubtful }: Doubts,
  own: ReadonlySet<string>,
  beside: Between['own'],
): unknown {
  const journal = rowsOf(snapshot, JOURNAL);
  const failed = new Set(
    journal.flatMap(({ run = '', action = '', state = '' }) =>
      FAILED.has(state) || action === beside?.action ? [run] : [],
    ),
  );
  const numbers = new Map<string, string>();
  for (const { run = '' } of journal) if (!failed.has(run)) numbers.set(run, `run ${String(numbers.size + 1)}`);
  // A run that came to nothing may have begun what its follower finished.
  const last = journal.reduceRight<Map<string, string>>((map, { run = '' }, index) => {
    const next = journal.slice(index).find((row) => !failed.has(row['run'] ?? ''))?.['run'] ?? '';
    return map.set(run, numbers.get(failed.has(run) ? next : run) ?? '');
  }, new Map());
  const renumbered = (text: string): string => text.replace(/З-\d{4,}/g, (run) => last.get(run) ?? run);
  const sheets = snapshot.spreadsheets.flatMap((book) =>
    book.sheets
      .filter(({ name }) => name !== beside?.sheet)
      .map((sheet) => {
        const { cells, ...rest } = sheet.name === LEDGER.title ? withoutLost(sheet) : sheet;
        if (sheet.name === JOURNAL.title)
          return {
            name: sheet.name,
            runs: journal
              .filter(({ run = '' }) => !failed.has(run))
              .map((row) => ({ ...row, run: last.get(row['run'] ?? ''), result: '' })),
          };
        const doubtfulRows = new Set(
          sheet.name === LEDGER.title ? cells.flatMap(({ row, display }) => (doubtful.has(display) ? [row] : [])) : [],
        );
        return {
          ...rest,
          cells: Object.fromEntries(
            cells.map(({ row, column, ...cell }) => [
              `${String(row)}/${String(column)}`,
              doubtfulRows.has(row) && (cell.display === DOUBT || cell.display === 'сделано')
                ? 'in doubt'
                : own.has(cell.display)
                  ? { ...cell, display: 'a key of its own', value: 'a key of its own' }
                  : renumberedCell(cell, renumbered),
            ]),
          ),
        };
      }),
  );
  return {
    ...snapshot,
    spreadsheets: snapshot.spreadsheets.map((book) => ({ ...book, sheets: [] })),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet])),
    outbox: undefined,
  };
}

/** The ledger without its note that an empty calendar may have been left. */
function withoutLost(sheet: Sheet): Sheet {
  const rows = new Map<number, Set<string>>();
  for (const { row, display } of sheet.cells) rows.set(row, (rows.get(row) ?? new Set()).add(display));
  const lost = [...rows].flatMap(([row, shown]) => (shown.has(CALENDAR) && shown.has(DOUBT) ? [row] : []));
  const up = (row: number): number => row - lost.filter((one) => one < row).length;
  return {
    ...sheet,
    rows: sheet.rows - lost.length,
    cells: sheet.cells.filter(({ row }) => !lost.includes(row)).map((cell) => ({ ...cell, row: up(cell.row) })),
  };
}

/** What the person does who is told that an empty calendar may have been left: deletes it. Without being told nobody does. */
export function deleteLostCalendars(workspace: LocalWorkspace): void {
  const { SpreadsheetApp: sheets, Calendar: api } = workspace.globals as {
    SpreadsheetApp: typeof SpreadsheetApp;
    Calendar: typeof Calendar;
  };
  const ledger = sheets.getActive().getSheetByName(LEDGER.title)?.getDataRange().getDisplayValues() ?? [];
  const told = ledger.find((row) => row.includes(CALENDAR) && row.includes(DOUBT));
  if (told === undefined) return;
  for (const { id, summary, events, primary } of readCalendars(workspace.world).calendars)
    if (!primary && told.includes(summary) && events.length === 0) api?.Calendars.remove(id);
}

function renumberedCell(cell: Readonly<Record<string, unknown>>, renumbered: (text: string) => string): unknown {
  return typeof cell['display'] === 'string' && cell['display'].includes('З-')
    ? { ...cell, display: renumbered(cell['display']), value: renumbered(String(cell['value'])) }
    : cell;
}

/** `path: found ≠ expected` for every leaf that differs. */
function leaves(found: unknown, expected: unknown, path = ''): string[] {
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null)
    return found === expected ? [] : [`${path}: ${brief(found)} ≠ ${brief(expected)}`];
  const [one, other] = [found as Record<string, unknown>, expected as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    leaves(one[key], other[key], `${path}.${key}`),
  );
}

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300);
