// «Прежние пары и сообщества»: what a forming takes away or changes of the drafts, so that undoing it brings them back.
import { codeKey } from '../../domain/staff/normalise';
import type { Problem } from '../../domain/message';
import { JOURNAL, LEFT_OUT, TEAM_CHANGES } from '../../workbook/tables';
import type { Placed, Row, Table } from '../../workbook/schema';
import { type Context, loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import { undoable } from '../runs/journal';
import {
  codesIn,
  isDraft,
  type LeftOut,
  type LeftOutRow,
  leftOutRows,
  namesIn,
  replaceLeftOut,
  rowsOfCycle,
  TABLE_OF,
  type TeamKind,
  type TeamRow,
  unlike,
} from './load';

type Cells = Readonly<Record<string, unknown>>;
type Kept = Placed<Row<typeof TEAM_CHANGES>>;

/** Who has the row's place: a pair is its trainee's. */
const placeOf = (row: object): string => {
  const { teacher, trainee } = codesIn(row);
  return teacher ?? trainee ?? '';
};

/**
 * Writes down, once a run and before it does so, what a forming takes away and what it changes of the rows, and what «Без пары и
 * сообщества» says until then. Names of whom a row is about are not kept: they follow the codes. What cannot be undone any more goes.
 */
export function recordChanges(
  ports: Ports,
  context: Context,
  kind: TeamKind,
  run: string,
  removed: readonly TeamRow[],
  patched: readonly { readonly row: TeamRow; readonly set: object }[],
  left: readonly LeftOut[],
): void {
  const { cycle } = context.settings;
  forgetOld(ports, run);
  const leftBefore = leftOutNow(ports, kind);
  const saysSame = isSaid(leftBefore, leftOutRows(ports, left));
  if (removed.length + patched.length === 0 && saysSame) return;
  if (ports.workbook.read(TEAM_CHANGES).rows.some((row) => row.run === run)) return;
  const record = (row: TeamRow, columns: readonly string[], after: object | undefined): Row<typeof TEAM_CHANGES> => ({
    kind,
    teacher: placeOf(row),
    mentor: codesIn(row)['mentor'] ?? '',
    before: Object.fromEntries(
      Object.entries({ ...emptied(after), ...row, cycle })
        .filter(([column]) => columns.includes(column))
        .map(([column, value]) => [column, Object.keys(after ?? {}).length === 0 ? value : (value ?? null)]),
    ),
    after,
    cycle,
    run,
  });
  const whole = Object.keys(TABLE_OF[kind].columns).filter((column) => !/name$/i.test(column));
  // Rows that stay as they are beside one that goes: they are not in its way when it comes back.
  const told = new Set([...removed, ...patched.map(({ row }) => row)].map(({ $row }) => $row));
  const places = new Set(removed.map((row) => codeKey(placeOf(row))));
  const beside = rowsOfCycle(ports, context, TABLE_OF[kind]).filter(
    (row) => isDraft(row) && !told.has(row.$row) && places.has(codeKey(placeOf(row))),
  );
  ports.workbook.append(TEAM_CHANGES, [
    ...beside.map((row) => record(row, whole, {})),
    ...removed.map((row) => record(row, whole, undefined)),
    ...patched.map(({ row, set }) => record(row, [...Object.keys(set), 'state'], set)),
    // A row without a person says that the list was kept, be it empty.
    ...(saysSame ? [] : [{ teacher: '', reason: '' }, ...leftBefore]).map(({ teacher, reason }) => ({
      kind,
      teacher,
      mentor: '',
      before: { [LEFT]: reason },
      after: undefined,
      cycle,
      run,
    })),
  ]);
}

/** Under this a record holds a row of «Без пары и сообщества». */
const LEFT = 'leftOut';

/** What «Без пары и сообщества» says of a kind. */
const leftOutNow = ({ workbook }: Ports, kind: TeamKind): readonly LeftOutRow[] =>
  workbook.read(LEFT_OUT).rows.filter((row) => row.kind === kind);

const isSaid = (one: readonly LeftOutRow[], other: readonly LeftOutRow[]): boolean => {
  const [a, b] = [one, other].map((rows) => JSON.stringify(rows.map(({ teacher, reason }) => [teacher, reason])));
  return a === b;
};

const isLeftOut = (record: Kept): boolean => LEFT in beforeOf(record);

/** Of runs before this one that are not offered for undoing any more nothing need be kept. Without a journal nobody knows which these are. */
function forgetOld(ports: Ports, run: string): void {
  if (notSetUp(ports, JOURNAL) !== undefined) return;
  const runs = new Set([run, ...undoable(ports).map((row) => row.run)]);
  ports.workbook.remove(
    TEAM_CHANGES,
    ports.workbook
      .read(TEAM_CHANGES)
      .rows.filter((row) => !runs.has(row.run))
      .map(({ $row }) => $row),
  );
}

/** Of cells that were empty it is kept that they were. */
const emptied = (after: object | undefined): object =>
  Object.fromEntries(Object.keys(after ?? {}).map((column) => [column, null]));

/** What undoing a run brings back into one of the tables. */
export interface Back {
  readonly table: Table;
  readonly rows: readonly Cells[];
  readonly patches: readonly { readonly $row: number; readonly set: Cells }[];
  /** Rows that do not come back: their people stand otherwise now, or are not on the staff list. */
  readonly lost: number;
}

const allRecords = (ports: Ports): readonly Kept[] =>
  ports.workbook.has(TEAM_CHANGES) ? ports.workbook.read(TEAM_CHANGES).rows : [];

/** What a run took away and changed of the three tables. */
const recordsOf = (ports: Ports, run: string): readonly Kept[] =>
  allRecords(ports).filter((row) => row.run === run && !isLeftOut(row));

/** What keeps the drafts that the run replaced from being brought back: without the staff list nobody would be known. */
export function hinderedBack(ports: Ports, run: string): readonly Problem[] {
  const named = allRecords(ports).some((row) => row.run === run && row.teacher !== '');
  const context = named ? loadContext(ports) : undefined;
  return context?.ok === false ? context.problems : [];
}

/** What comes back of the drafts that the run took away or changed; its own drafts go before. */
export function changesBack(ports: Ports, run: string): readonly Back[] {
  const records = recordsOf(ports, run);
  if (records.length === 0) return [];
  const undone = new Set(ports.workbook.read(JOURNAL).rows.flatMap((row) => (row.state === 'undone' ? [row.run] : [])));
  const context = loadContext(ports);
  const byCode = context.ok ? context.value.staff.byCode : new Map<string, never>();
  return (Object.keys(TABLE_OF) as TeamKind[]).flatMap((kind) => {
    const own = records.filter((row) => row.kind === kind);
    return own.length === 0 ? [] : [backInto(ports, TABLE_OF[kind], run, own, { byCode }, undone)];
  });
}

function backInto(
  ports: Ports,
  table: Table,
  run: string,
  records: readonly Kept[],
  staff: Pick<Context['staff'], 'byCode'>,
  undone: ReadonlySet<unknown>,
): Back {
  const { rows, unread } = ports.workbook.read(table);
  const standing = byPlace((rows as readonly (Cells & TeamRow)[]).filter((row) => row.run !== run || !isDraft(row)));
  const unreadable = byPlace(unread as readonly Cells[]);
  const at = <R extends Cells>(found: ReadonlyMap<string, readonly R[]>, { teacher, cycle }: Kept): readonly R[] =>
    (found.get(codeKey(teacher)) ?? []).filter((row) => ['', cycle].includes(String(row['cycle'] ?? '')));
  const patches = records.flatMap((record) => {
    const { after } = record;
    // A row goes back to what it said while it is what it was, draft or published: what was published since stays.
    const was = { state: String(beforeOf(record)['state'] ?? 'draft') };
    const row = isCells(after) ? at(standing, record).find((one) => isDraft(one) === isDraft(was)) : undefined;
    if (row === undefined || !isCells(after)) return [];
    // What somebody has changed since stays.
    const set = Object.entries(beforeOf(record)).filter(
      ([column]) => column in after && JSON.stringify(row[column]) === JSON.stringify(after[column]),
    );
    return set.length === 0
      ? []
      : [{ $row: row.$row, set: Object.fromEntries(set.map(([column, value]) => [column, value ?? undefined])) }];
  });
  // A row that the forming only changed, or left as it was, stood beside those it took away.
  const beside = records
    .filter(({ after }) => isCells(after) && Object.keys(after).length === 0)
    .flatMap((record) =>
      at(standing, record).filter((row) => isDraft(row) && Object.keys(unlike(row, beforeOf(record))).length === 0),
    );
  const changed = new Set([...patches, ...beside].map(({ $row }) => $row));
  const inPlace = (record: Kept): readonly Cells[] => at(standing, record).filter(({ $row }) => !changed.has($row));
  // What an undone run had formed is nobody's any more.
  const removed = records.filter((record) => !isCells(record.after) && !undone.has(beforeOf(record)['run']));
  const isBack = (record: Kept): boolean =>
    inPlace(record).some((row) => Object.keys(unlike(row, beforeOf(record))).length === 0);
  const comes = (record: Kept): boolean =>
    Object.values(codesIn(beforeOf(record))).every((code) => staff.byCode.has(code)) &&
    inPlace(record).length + at(unreadable, record).length === 0;
  // A community comes back whole or not at all. What an undoing that died has brought back already is no loss.
  const left = removed.filter((record) => !isBack(record));
  const broken = new Set(left.filter((record) => !comes(record)).map(unitOf));
  const coming = left.filter((record) => !broken.has(unitOf(record)));
  return {
    table,
    rows: coming.map((record) => ({ ...beforeOf(record), ...namesIn(beforeOf(record), { staff }) })),
    patches,
    lost: left.length - coming.length,
  };
}

const isCells = (value: unknown): value is Cells => typeof value === 'object' && value !== null;
const beforeOf = ({ before }: Kept): Cells => (isCells(before) ? before : {});

/** Rows by whose place they are, however the code was typed. */
function byPlace<R extends Cells>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const place = codeKey(placeOf(row));
    const there = found.get(place);
    if (there === undefined) found.set(place, [row]);
    else there.push(row);
  }
  return found;
}

/** What comes back together. */
const unitOf = (record: Kept): unknown => beforeOf(record)['community'] ?? record;

/** Brings back what `changesBack` says, and forgets it; gives the number of rows. */
export function bringBack(ports: Ports, run: string): number {
  let count = 0;
  for (const { table, rows, patches } of changesBack(ports, run)) {
    // First what was taken away: by what still has to be changed back, an attempt after one that died knows who stood beside whom.
    ports.workbook.append(table, rows as readonly Row<Table>[]);
    ports.workbook.patch(table, patches);
    count += rows.length + patches.length;
  }
  leftOutBack(ports, run);
  if (ports.workbook.has(TEAM_CHANGES))
    ports.workbook.remove(
      TEAM_CHANGES,
      ports.workbook
        .read(TEAM_CHANGES)
        .rows.filter((row) => row.run === run)
        .map(({ $row }) => $row),
    );
  return count;
}

interface LeftOutBack {
  readonly kind: TeamKind;
  /** Records of what was before the run. */
  readonly own: readonly Kept[];
  readonly rows: readonly LeftOutRow[];
  /** Records of the same for the next forming that stands; none when the sheet is as the run has left it. */
  readonly theirs: readonly Kept[];
}

function leftOutBefore(ports: Ports, run: string): LeftOutBack | undefined {
  const records = allRecords(ports).filter(isLeftOut);
  const own = before(records, run);
  const [first] = own;
  if (first === undefined) return undefined;
  const next = records.find(({ $row, kind, run: other }) => $row > first.$row && kind === first.kind && other !== run);
  return {
    kind: first.kind as TeamKind,
    own,
    rows: own.flatMap((record) =>
      record.teacher === '' ? [] : [{ teacher: record.teacher, reason: String(beforeOf(record)[LEFT]) }],
    ),
    theirs: next === undefined ? [] : records.filter((row) => row.run === next.run),
  };
}

/** Will «Без пары и сообщества» say something else once the run is undone? */
export function leftOutChanges(ports: Ports, run: string): boolean {
  const back = leftOutBefore(ports, run);
  if (back === undefined || back.theirs.length > 0) return false;
  return !isSaid(leftOutNow(ports, back.kind), back.rows);
}

/**
 * «Без пары и сообщества» says again what it said before the run. Where a later forming has written it since, it stays, and it is that
 * one's undoing that comes to what was before both.
 */
function leftOutBack(ports: Ports, run: string): void {
  const back = leftOutBefore(ports, run);
  if (back === undefined) return;
  const { kind, own, rows, theirs } = back;
  const [next] = theirs;
  if (next === undefined) {
    const context = loadContext(ports);
    replaceLeftOut(ports, context.ok ? context.value.staff.byCode : new Map<string, never>(), kind, rows);
    return;
  }
  // Ours come before theirs: should it die here, the second set is not looked at.
  ports.workbook.patch(
    TEAM_CHANGES,
    own.map(({ $row }) => ({ $row, set: { run: next.run } })),
  );
  ports.workbook.remove(
    TEAM_CHANGES,
    theirs.map(({ $row }) => $row),
  );
}

/** The records of what was before a run, up to where a second set of them begins. */
function before(records: readonly Kept[], run: string): readonly Kept[] {
  const own = records.filter((row) => row.run === run);
  const second = own.findIndex(({ teacher }, at) => at > 0 && teacher === '');
  return second < 0 ? own : own.slice(0, second);
}
