// Some columns of a table, for whoever only counts: a region's tables take long to read whole.
import type { Row, Table } from '../../workbook/schema';
import type { Cell, Zone } from './cells';
import { DEEPEST, mustStandOnTop, topOf } from './headings';
import type { Located } from './locate';
import { columnOf, valueOf } from './parse';
import { type Columns, stretchesOf } from './patches';

/**
 * Rows that have something in these columns; an unreadable cell is as an empty one.
 * @param known the sheet's values, when the table has been read already
 */
export function pickColumns<T extends Table, K extends keyof Row<T> & string>(
  table: T,
  where: Located,
  keys: readonly K[],
  known: readonly (readonly Cell[])[] | undefined,
  zone: Zone,
): readonly Pick<Row<T>, K>[] {
  const height = known?.length ?? where.sheet.getLastRow();
  if (height < 2) return [];
  const cells = known?.slice(1) ?? columnsOf(where.sheet, height, stretchesOf(table, where, new Set(keys)));
  const title = (key: string): string => columnOf(table, key).title;
  const isHeadings = (line: readonly Cell[]): boolean =>
    keys.every((key) => line[(where.columns.get(key) ?? 0) - 1] === title(key));
  // What looks like headings may be a cell that happens to say the same.
  if (cells.slice(0, DEEPEST).some(isHeadings)) mustStandOnTop(table, where, topOf(where));
  return cells.flatMap((line) => {
    const at = (key: string): Cell => line[(where.columns.get(key) ?? 0) - 1] ?? '';
    if (keys.every((key) => at(key) === '')) return [];
    const row = keys.map((key) => [key, valueOf(columnOf(table, key), at(key), zone)] as const);
    return [Object.fromEntries(row) as Pick<Row<T>, K>];
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
