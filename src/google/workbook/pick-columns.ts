// Some columns of a table, or some rows: a region's tables take long to read whole.
import type { TableData } from '../../app/ports/workbook';
import type { Placed, Row, Table } from '../../workbook/schema';
import { asRead, type Cell, type Zone } from './cells';
import { DEEPEST, mustStandOnTop, topOf } from './headings';
import type { Located } from './locate';
import { columnOf, parse, valueOf } from './parse';
import { stretchesOf } from './patches';

/** Columns of a table that have been read, and what has been written into them since. */
interface Picked {
  /** Last row, the headings' among them. */
  height: number;
  /** Place of a column → its cells from the second row on. */
  readonly cells: Map<number, Cell[]>;
  /** What was picked of them, until one is written. */
  readonly rows: Map<string, readonly object[]>;
}

type Picking<T extends Table, K extends keyof Row<T> & string> = readonly Placed<Pick<Row<T>, K>>[];

interface Picker {
  /**
   * Rows that have something in these columns; an unreadable cell is as an empty one. A column is read once.
   * @param known the sheet's values, when the table has been read already
   */
  pick<T extends Table, K extends keyof Row<T> & string>(
    table: T,
    where: Located,
    keys: readonly K[],
    known: readonly (readonly Cell[])[] | undefined,
    zone: Zone,
  ): Picking<T, K>;
  /** The sheet's last row, asked for once. */
  height(table: Table, where: Located): number;
  /** Has a column of the table been read, so that its headings were seen to stand on top? */
  has(table: Table): boolean;
  /** These cells have been written from this row and column on. */
  written(table: Table, row: number, column: number, lines: readonly (readonly Cell[])[]): void;
  /** Nothing of the table, or of any, is known any more. */
  clear(table?: Table): void;
}

export function createPicker(): Picker {
  const tables = new Map<string, Picked>();

  function pickedOf(table: Table, where: Located): Picked {
    const picked = tables.get(table.key) ?? { height: where.sheet.getLastRow(), cells: new Map(), rows: new Map() };
    tables.set(table.key, picked);
    return picked;
  }

  function columnsOf(table: Table, where: Located, keys: readonly string[]): Picked {
    const picked = pickedOf(table, where);
    const missing = keys.filter((key) => !picked.cells.has(where.columns.get(key) ?? 0));
    if (picked.height < 2 || missing.length === 0) return picked;
    for (const { start, keys: stretch } of stretchesOf(table, where, new Set(missing))) {
      const lines = where.sheet.getRange(2, start, picked.height - 1, stretch.length).getValues() as Cell[][];
      stretch.forEach((_key, offset) => {
        picked.cells.set(
          start + offset,
          lines.map((line) => line[offset] ?? ''),
        );
      });
    }
    return picked;
  }

  return {
    pick<T extends Table, K extends keyof Row<T> & string>(
      table: T,
      where: Located,
      keys: readonly K[],
      known: readonly (readonly Cell[])[] | undefined,
      zone: Zone,
    ): Picking<T, K> {
      const at = new Map<string, number>(keys.map((key) => [key, where.columns.get(key) ?? 0]));
      if (known !== undefined)
        return rowsOf(table, where, keys, known.length, (row, key) => known[row - 1]?.[(at.get(key) ?? 0) - 1], zone);
      const picked = columnsOf(table, where, keys);
      const name = keys.join(' ');
      const rows =
        (picked.rows.get(name) as Picking<T, K> | undefined) ??
        rowsOf(table, where, keys, picked.height, (row, key) => picked.cells.get(at.get(key) ?? 0)?.[row - 2], zone);
      picked.rows.set(name, rows);
      return rows;
    },
    height: (table, where) => pickedOf(table, where).height,
    has: (table) => (tables.get(table.key)?.cells.size ?? 0) > 0,
    written(table, row, column, lines) {
      const picked = tables.get(table.key);
      if (picked === undefined) return;
      picked.rows.clear();
      picked.height = Math.max(picked.height, row + lines.length - 1);
      for (const [at, cells] of picked.cells) {
        while (cells.length < picked.height - 1) cells.push('');
        lines.forEach((line, index) => {
          const cell = line[at - column];
          if (cell !== undefined) cells[row + index - 2] = asRead(cell);
        });
      }
    },
    clear(table) {
      if (table === undefined) tables.clear();
      else tables.delete(table.key);
    },
  };
}

/** Rows from the second on that have something in these columns. */
function rowsOf<T extends Table, K extends keyof Row<T> & string>(
  table: T,
  where: Located,
  keys: readonly K[],
  height: number,
  cell: (row: number, key: string) => Cell | undefined,
  zone: Zone,
): Picking<T, K> {
  const titled = (row: number): boolean => keys.every((key) => cell(row, key) === columnOf(table, key).title);
  const top = Array.from({ length: Math.min(DEEPEST, height - 1) }, (_unused, index) => index + 2);
  // What looks like headings may be a cell that happens to say the same.
  if (top.some(titled)) mustStandOnTop(table, where, topOf(where));
  const found: Placed<Pick<Row<T>, K>>[] = [];
  for (let row = 2; row <= height; row++) {
    if (keys.every((key) => (cell(row, key) ?? '') === '')) continue;
    const values = keys.map((key) => [key, valueOf(columnOf(table, key), cell(row, key) ?? '', zone)] as const);
    found.push({ ...(Object.fromEntries(values) as Pick<Row<T>, K>), $row: row });
  }
  return found;
}

/** To read so many cells that nobody asked for takes as long as one call more. */
const CELLS_OF_A_CALL = 1000;

/**
 * These rows alone, whole: a call for each run of neighbours; rows that lie near each other are read with what is between.
 * @param known the sheet's values, when the table has been read already
 */
export function pickRows<T extends Table>(
  table: T,
  where: Located,
  numbers: readonly number[],
  known: readonly (readonly Cell[])[] | undefined,
  zone: Zone,
): TableData<T> {
  const order = [...numbers].sort((a, b) => a - b);
  const width = Math.max(...where.columns.values());
  // Sparse: parsed are the rows that are asked for, each by its place.
  const lines: (readonly Cell[])[] = [];
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && gap(order[to], order[to + 1]) * width <= CELLS_OF_A_CALL) to++;
    const first = order[from] ?? 0;
    const count = (order[to] ?? 0) - first + 1;
    const read =
      known?.slice(first - 1, first - 1 + count) ??
      (where.sheet.getRange(first, 1, count, width).getValues() as Cell[][]);
    for (const number of order.slice(from, to + 1)) lines[number - 1] = read[number - first] ?? [];
    from = to + 1;
  }
  return parse(table, where, lines, zone);
}

/** Rows between two. */
const gap = (one = 0, next = 0): number => Math.max(0, next - one - 1);
