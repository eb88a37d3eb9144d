// The workbook port on SpreadsheetApp: whole tables in one call each way.
import type { EnsureReport, SheetInfo, TableData, Workbook } from '../../app/ports/workbook';
import type { Table } from '../../workbook/schema';
import { brokenTable, TableMissing } from './broken';
import { asKept, asRead, type Cell, sameCell, toCell, type Zone } from './cells';
import { ensureCharts } from './charts';
import { ensureTable, missingColumns } from './ensure';
import { mustStandOnTop, topOf } from './headings';
import { type Located, locateTables, runsOf } from './locate';
import { cleanSheet, guardSheet, guardsOf } from './guard';
import { spread, spreadChanges } from './long-lists';
import { columnOf, parse } from './parse';
import { type Block, blocksOf, columnsOfAll } from './patches';
import { createPicker, pickRows } from './pick-columns';
import { MAX_CELLS, roomFor } from './room';
import { showView } from './view';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The active spreadsheet as the product's database, for the length of one execution. */
export function createWorkbook(spreadsheet: Spreadsheet, zone: Zone): Workbook {
  let located: ReadonlyMap<string, Located> | undefined;
  /** Sheet values as read and since written, by table: a table is read once in an execution. */
  const lastRead = new Map<string, Cell[][]>();
  /** What those values mean, until one of them changes. */
  const parsed = new Map<string, { readonly table: Table; readonly data: TableData<Table> }>();

  /** Columns read by themselves. */
  const picker = createPicker();

  /** Something may have been written that Sheets has not been told to make durable. */
  let pending = false;

  let hasDrawn = false;
  /** The sheets there are, until one is made. */
  let sheets: readonly GoogleAppsScript.Spreadsheet.Sheet[] | undefined;
  const allSheets = (): readonly GoogleAppsScript.Spreadsheet.Sheet[] => (sheets ??= spreadsheet.getSheets());

  const tables = (): ReadonlyMap<string, Located> => (located ??= locateTables(spreadsheet));
  const forget = (): void => {
    located = undefined;
    sheets = undefined;
    lastRead.clear();
    parsed.clear();
    picker.clear();
  };

  function place(table: Table): Located {
    const found = tables().get(table.key);
    if (found === undefined) throw new TableMissing(table, []);
    if (!Object.keys(table.columns).every((key) => found.columns.has(key)))
      throw new TableMissing(table, missingColumns(table, found));
    return found;
  }

  function values(table: Table): Cell[][] {
    const known = lastRead.get(table.key);
    if (known !== undefined) return known;
    const where = place(table);
    const read = where.sheet.getDataRange().getValues() as Cell[][];
    mustStandOnTop(table, where, read);
    lastRead.set(table.key, read);
    parsed.delete(table.key);
    return read;
  }

  /** Last row in which one of OUR columns holds something (1 = headings only). */
  function lastOwnRow(table: Table): number {
    const rows = values(table);
    const positions = [...place(table).columns.values()];
    for (let index = rows.length - 1; index > 0; index--) {
      if (positions.some((at) => rows[index]?.[at - 1] !== '' && rows[index]?.[at - 1] !== undefined)) return index + 1;
    }
    return 1;
  }

  /** Keeps the read values in step with what was written: exactly what the sheet would give back. */
  function remember(table: Table, row: number, column: number, cells: readonly (readonly Cell[])[]): void {
    parsed.delete(table.key);
    picker.written(table, row, column, cells);
    const known = lastRead.get(table.key);
    if (known === undefined) return;
    const width = known[0]?.length ?? 0;
    cells.forEach((line, index) => {
      while (known.length < row + index) known.push(Array.from({ length: width }, () => ''));
      const there = known[row + index - 1];
      line.forEach((cell, offset) => {
        if (there !== undefined) there[column + offset - 1] = asRead(cell);
      });
    });
  }

  /** Writes rows of rule values from sheet row `from` on, one call for each run of neighbouring columns. */
  function writeRows(
    table: Table,
    from: number,
    rows: readonly Readonly<Record<string, unknown>>[],
    blanksAfter: number,
  ): void {
    const total = rows.length + blanksAfter;
    if (total === 0) return;
    pending = true;
    const where = place(table);
    const { sheet } = where;
    for (const run of runsOf(table, where)) {
      const slice = Math.max(1, Math.floor(MAX_CELLS / run.keys.length));
      for (let at = 0; at < total; at += slice) {
        const height = Math.min(slice, total - at);
        const cells: Cell[][] = rows
          .slice(at, at + height)
          .map((row) => run.keys.map((key) => toCell(columnOf(table, key), row[key], zone)));
        while (cells.length < height) cells.push(run.keys.map(() => ''));
        roomFor(sheet, from + at, run.start, height, run.keys.length).setValues(cells);
        remember(table, from + at, run.start, cells);
      }
    }
  }

  /** Writes each block by itself: nothing but the changed cells is touched. */
  function writeBlocks(table: Table, { sheet }: Located, blocks: readonly Block[]): void {
    pending ||= blocks.length > 0;
    for (const { first, rows, parts } of blocks) {
      for (const { start, keys } of parts) {
        const cells = rows.map((set) => keys.map((key) => toCell(columnOf(table, key), set[key], zone)));
        sheet.getRange(first, start, rows.length, keys.length).setValues(cells);
        remember(table, first, start, cells);
      }
    }
  }

  /** Many scattered rows in one write: the cells between are read at this moment, formulas as formulas, and written as they are. */
  function writeRectangle(table: Table, where: Located, blocks: readonly Block[]): void {
    pending = true;
    const rows = new Map(blocks.flatMap(({ first, rows: sets }) => sets.map((set, index) => [first + index, set])));
    const first = Math.min(...rows.keys());
    const height = Math.max(...rows.keys()) - first + 1;
    for (const { start, keys } of columnsOfAll(table, where, blocks)) {
      const range = where.sheet.getRange(first, start, height, keys.length);
      const formulas = range.getFormulas();
      const before = range.getValues() as Cell[][];
      const cells = before.map((line, index) => {
        const set = rows.get(first + index);
        return keys.map((key, offset): Cell => {
          if (set !== undefined && key in set) return toCell(columnOf(table, key), set[key], zone);
          return formulas[index]?.[offset] || asKept(line[offset] ?? '');
        });
      });
      range.setValues(cells);
      remember(
        table,
        first,
        start,
        cells.map((line, index) =>
          line.map((cell, offset) => (formulas[index]?.[offset] === cell ? (before[index]?.[offset] ?? '') : cell)),
        ),
      );
    }
  }

  /**
   * Scattered changes of a table read a moment ago in two calls: one rectangle from the first changed cell to the last, with formulas
   * as formulas and the values between as they were read.
   */
  function writeSpan(table: Table, where: Located, blocks: readonly Block[]): void {
    pending = true;
    const columns = columnsOfAll(table, where, blocks);
    const left = Math.min(...columns.map(({ start }) => start));
    const right = Math.max(...columns.map(({ start, keys }) => start + keys.length));
    const keyAt = new Map([...where.columns].map(([key, at]) => [at, key]));
    const sets = new Map(blocks.flatMap(({ first, rows }) => rows.map((set, index) => [first + index, set])));
    const first = Math.min(...sets.keys());
    const height = Math.max(...sets.keys()) - first + 1;
    const before = values(table)
      .slice(first - 1, first - 1 + height)
      .map((line) => Array.from({ length: right - left }, (_unused, offset) => line[left + offset - 1] ?? ''));
    const range = where.sheet.getRange(first, left, height, right - left);
    const formulas = range.getFormulas();
    const changed = (row: number, column: number): Cell | undefined => {
      const set = sets.get(first + row);
      const key = keyAt.get(left + column);
      return set !== undefined && key !== undefined && key in set
        ? toCell(columnOf(table, key), set[key], zone)
        : undefined;
    };
    const line = (kept: (row: number, column: number, cell: Cell) => Cell): Cell[][] =>
      before.map((cells, row) => cells.map((cell, column) => changed(row, column) ?? kept(row, column, cell)));
    range.setValues(line((row, column, cell) => formulas[row]?.[column] || asKept(cell)));
    remember(
      table,
      first,
      left,
      line((_row, _column, cell) => cell),
    );
  }

  /** Does the sheet already show exactly these rows? Then it need not be written again. */
  function holds(table: Table, rows: readonly Readonly<Record<string, unknown>>[]): boolean {
    if (lastOwnRow(table) !== rows.length + 1) return false;
    const cells = values(table);
    const columns = [...place(table).columns].map(([key, at]) => ({ key, column: columnOf(table, key), at: at - 1 }));
    return rows.every((row, index) =>
      columns.every(({ key, column, at }) => sameCell(toCell(column, row[key], zone), cells[index + 1]?.[at])),
    );
  }

  return {
    id: () => spreadsheet.getId(),
    url: () => spreadsheet.getUrl(),

    ensure(wanted): EnsureReport {
      pending = true;
      const created: string[] = [];
      const repaired: string[] = [];
      for (const table of wanted) {
        const outcome = ensureTable(spreadsheet, table, tables().get(table.key));
        if (outcome === 'created') created.push(table.title);
        if (outcome === 'repaired') repaired.push(table.title);
      }
      if (created.length + repaired.length > 0) forget();
      return { created, repaired };
    },

    has: (table) => tables().has(table.key),

    read<T extends Table>(table: T): TableData<T> {
      const cells = values(table);
      const known = parsed.get(table.key);
      // Parsed by this very table's columns: a brief description of the same sheet has others.
      if (known?.table === table) return known.data as TableData<T>;
      const data = parse(table, place(table), cells, zone);
      parsed.set(table.key, { table, data });
      return data;
    },

    unlessBroken(read) {
      try {
        return { ok: true, value: read() };
      } catch (error) {
        const problem = brokenTable(error);
        if (problem === undefined) throw error;
        return { ok: false, problems: [problem] };
      }
    },

    height: (table) => lastRead.get(table.key)?.length ?? picker.height(table, place(table)),
    rowsAt: (table, numbers) => pickRows(table, place(table), numbers, lastRead.get(table.key), zone),
    columns: (table, keys) => picker.pick(table, place(table), keys, lastRead.get(table.key), zone),

    append(table, rows) {
      if (rows.length === 0) return lastOwnRow(table) + 1;
      // People may have typed below the last row since it was read. What the machine fills, nobody else does.
      const known = lastRead.get(table.key)?.length;
      if (
        table.filledBy !== 'machine' &&
        table.rowsBy !== 'machine' &&
        known !== undefined &&
        place(table).sheet.getLastRow() !== known
      )
        lastRead.delete(table.key);
      // To find the last row of what only the machine fills it need not be read.
      const isPicked = table.filledBy === 'machine' && known === undefined && picker.has(table);
      const first = (isPicked ? picker.height(table, place(table)) : lastOwnRow(table)) + 1;
      writeRows(table, first, spread(table, rows), 0);
      return first;
    },

    upsert(table, changes, added) {
      const where = place(table);
      const blocks = blocksOf(table, where, spreadChanges(table, changes));
      if (blocks.reduce((sum, { parts }) => sum + parts.length, 0) <= MAX_UPSERT_WRITES)
        writeBlocks(table, where, blocks);
      else writeSpan(table, where, blocks);
      if (added.length > 0) writeRows(table, lastOwnRow(table) + 1, spread(table, added), 0);
    },

    patch(table, changes) {
      const where = place(table);
      const blocks = blocksOf(table, where, spreadChanges(table, changes));
      if (blocks.length > MAX_BLOCKS) writeRectangle(table, where, blocks);
      else writeBlocks(table, where, blocks);
    },

    remove(table, rows) {
      pending ||= rows.length > 0;
      const { sheet } = place(table);
      const order = [...new Set(rows)].sort((a, b) => b - a);
      for (let from = 0; from < order.length;) {
        let to = from;
        while (to + 1 < order.length && order[to + 1] === (order[to] ?? 0) - 1) to += 1;
        const first = order[to] ?? 0;
        // A sheet keeps at least one row below its frozen heading.
        if (first === 2 && to - from + 1 >= sheet.getMaxRows() - 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
        sheet.deleteRows(first, to - from + 1);
        from = to + 1;
      }
      if (rows.length > 0) {
        lastRead.delete(table.key);
        parsed.delete(table.key);
        picker.clear(table);
      }
    },

    replace(table, rows) {
      const where = place(table);
      // To read so much, only to see that nothing has changed, takes as long as to write it.
      if (!lastRead.has(table.key) && rows.length * where.columns.size > MAX_CELLS) {
        mustStandOnTop(table, where, topOf(where));
        writeRows(table, 2, rows, Math.max(0, where.sheet.getLastRow() - 1 - rows.length));
      } else if (!holds(table, rows)) writeRows(table, 2, rows, Math.max(0, lastOwnRow(table) - 1 - rows.length));
    },

    replacePart(table, at, rows, total) {
      pending = true;
      const where = place(table);
      const { sheet, columns } = where;
      if (at === 0) {
        mustStandOnTop(table, where, topOf(where));
        roomFor(sheet, 2, 1, total, columns.size);
      }
      const end = at + rows.length;
      writeRows(table, 2 + at, rows, end < total ? 0 : Math.max(0, sheet.getLastRow() - 1 - total));
    },

    show(view) {
      pending = true;
      const after = view.after === undefined ? undefined : tables().get(view.after)?.sheet;
      if (showView(spreadsheet, view, tables().get(view.key)?.sheet, after)) located = sheets = undefined;
    },

    draw(charts) {
      pending = true;
      // Marks made by an earlier drawing of this execution are not in what was located before it.
      if (hasDrawn) located = undefined;
      hasDrawn = ensureCharts(charts, (table) => {
        const found = tables().get(table.key);
        return found === undefined ? undefined : { located: found, lastRow: lastOwnRow(table) };
      });
    },

    cleanViews(known, is, clean) {
      pending = true;
      const ours = new Set(known.map(({ key }) => key));
      return [...tables()].reduce(
        (sum, [key, { sheet }]) => (ours.has(key) ? sum : sum + cleanSheet(sheet, is, clean)),
        0,
      );
    },

    guard(table, closed) {
      pending = true;
      guardSheet(place(table).sheet, closed);
    },

    isGuarded: (table) => guardsOf(place(table).sheet).length > 0,

    sheets(): readonly SheetInfo[] {
      const ours = new Map([...tables()].map(([key, { sheet }]) => [sheet.getSheetId(), key]));
      return allSheets().map((sheet) => {
        const table = ours.get(sheet.getSheetId());
        return {
          sheetId: sheet.getSheetId(),
          // A call for each sheet: only for those whose name is asked for.
          get title() {
            return sheet.getName();
          },
          ...(table === undefined ? {} : { table }),
        };
      });
    },

    readText(sheetId) {
      const sheet = allSheets().find((candidate) => candidate.getSheetId() === sheetId);
      return sheet === undefined ? [] : sheet.getDataRange().getDisplayValues();
    },

    forget,

    flush() {
      if (!pending) return;
      SpreadsheetApp.flush();
      pending = false;
    },

    activate(sheetId) {
      const sheet = spreadsheet.getSheets().find((one) => one.getSheetId() === sheetId);
      if (sheet === undefined || sheet.isSheetHidden()) return false;
      sheet.activate();
      return true;
    },
    linkTo(table) {
      const sheet = tables().get(table.key)?.sheet;
      return sheet === undefined ? spreadsheet.getUrl() : `${spreadsheet.getUrl()}#gid=${String(sheet.getSheetId())}`;
    },
  };
}

/** With the rows added below, an upsert makes at most one call more. */
const MAX_UPSERT_WRITES = 2;

/** Up to so many runs of changed rows are written each by itself. */
const MAX_BLOCKS = 20;
