// Some columns of a table, or some rows: a region's tables take long to read whole.
import type { TableData } from '../../app/ports';
import type { Placed, Row, Table } from '../../workbook/schema';
import type { Cell, Zone } from './cells';
import { DEEPEST, mustStandOnTop, topOf } from './headings';
import type { Located } from './locate';
import { columnOf, parse, valueOf } from './parse';
import { type Columns, stretchesOf } from './patches';

interface Picker {
  readonly pick: typeof pickColumns;
  /** The table has been written, or any may have been. */
  clear(table?: Table): void;
}

/** Picks the same columns once. */
export function createPicker(): Picker {
  const picked = new Map<string, Map<string, readonly object[]>>();
  return {
    pick<T extends Table, K extends keyof Row<T> & string>(
      ...[table, where, keys, known, zone]: Parameters<typeof pickColumns<T, K>>
    ) {
      const own = picked.get(table.key) ?? new Map<string, readonly object[]>();
      const name = keys.join(' ');
      const rows =
        (own.get(name) as ReturnType<typeof pickColumns<T, K>> | undefined) ??
        pickColumns(table, where, keys, known, zone);
      picked.set(table.key, own.set(name, rows));
      return rows;
    },
    clear(table) {
      if (table === undefined) picked.clear();
      else picked.delete(table.key);
    },
  };
}

/**
 * Rows that have something in these columns; an unreadable cell is as an empty one.
 * @param known the sheet's values, when the table has been read already
 */
function pickColumns<T extends Table, K extends keyof Row<T> & string>(
  table: T,
  where: Located,
  keys: readonly K[],
  known: readonly (readonly Cell[])[] | undefined,
  zone: Zone,
): readonly Placed<Pick<Row<T>, K>>[] {
  const height = known?.length ?? where.sheet.getLastRow();
  if (height < 2) return [];
  const cells = known?.slice(1) ?? columnsOf(where.sheet, height, stretchesOf(table, where, new Set(keys)));
  const title = (key: string): string => columnOf(table, key).title;
  const isHeadings = (line: readonly Cell[]): boolean =>
    keys.every((key) => line[(where.columns.get(key) ?? 0) - 1] === title(key));
  // What looks like headings may be a cell that happens to say the same.
  if (cells.slice(0, DEEPEST).some(isHeadings)) mustStandOnTop(table, where, topOf(where));
  return cells.flatMap((line, index) => {
    const at = (key: string): Cell => line[(where.columns.get(key) ?? 0) - 1] ?? '';
    if (keys.every((key) => at(key) === '')) return [];
    const row = keys.map((key) => [key, valueOf(columnOf(table, key), at(key), zone)] as const);
    return [{ ...(Object.fromEntries(row) as Pick<Row<T>, K>), $row: index + 2 }];
  });
}

/** Rows below the headings, with the cells of these columns in their places. */
function columnsOf(sheet: Located['sheet'], height: number, stretches: readonly Columns[]): Cell[][] {
  const rows: Cell[][] = Array.from({ length: height - 1 }, () => []);
  for (const { start, keys } of stretches) {
    const cells = sheet.getRange(2, start, height - 1, keys.length).getValues() as Cell[][];
    cells.forEach((line, row) => {
      line.forEach((cell, offset) => {
        const there = rows[row];
        if (there !== undefined) there[start + offset - 1] = cell;
      });
    });
  }
  return rows;
}

/** These rows alone, whole: a call for each run of neighbours. */
export function pickRows<T extends Table>(
  table: T,
  where: Located,
  numbers: readonly number[],
  zone: Zone,
): TableData<T> {
  const order = [...numbers].sort((a, b) => a - b);
  const width = Math.max(...where.columns.values());
  // Sparse: parsed are the rows that are there, each by its place.
  const lines: Cell[][] = [];
  order.forEach((first, at) => {
    if (order[at - 1] === first - 1) return;
    let count = 1;
    while (order[at + count] === first + count) count++;
    const read = where.sheet.getRange(first, 1, count, width).getValues() as Cell[][];
    read.forEach((line, offset) => (lines[first - 1 + offset] = line));
  });
  return parse(table, where, lines, zone);
}
