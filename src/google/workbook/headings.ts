// A row that somebody has inserted above the headings: tables are read and written from the second row on, so nothing fits any more.
import type { Table } from '../../workbook/schema';
import type { Located } from './locate';

/** Headings that stand in `row` instead of the first: the person is told to delete what stands above. */
export class HeadingsMoved extends Error {
  override readonly name = 'HeadingsMoved';
  constructor(
    readonly table: string,
    readonly row: number,
  ) {
    super(`the headings of table "${table}" stand in row ${String(row)}`);
  }
}

type Rows = readonly (readonly unknown[])[];

/** So many rows from the top the headings are looked for. */
export const DEEPEST = 6;

/** The uppermost rows as far as our columns reach, by one call: a self-check asks this of every table. */
export function topOf({ sheet, columns }: Located): Rows {
  const read = (rows: number): Rows => sheet.getRange(1, 1, rows, Math.max(1, ...columns.values())).getValues();
  try {
    return read(DEEPEST);
  } catch {
    // Somebody has deleted all rows but a few.
    return read(Math.min(DEEPEST, sheet.getMaxRows()));
  }
}

/**
 * Row in which the headings stand when it is not the first. People may word headings anew: only where none of ours is in the first row,
 * and most of them are in another, somebody has moved them.
 */
export function movedHeadings(table: Table, { columns }: Located, top: Rows): number | undefined {
  // A brief description of a table knows some of its columns.
  const known = [...columns].filter(([key]) => key in table.columns);
  const ours = (row: readonly unknown[] | undefined): number =>
    known.filter(([key, at]) => row?.[at - 1] === table.columns[key]?.title).length;
  if (ours(top[0]) > 0) return undefined;
  const at = top.slice(0, DEEPEST).findIndex((row) => ours(row) * 2 > known.length);
  return at > 0 ? at + 1 : undefined;
}

/** @throws HeadingsMoved */
export function mustStandOnTop(table: Table, where: Located, top: Rows): void {
  const row = movedHeadings(table, where, top);
  if (row !== undefined) throw new HeadingsMoved(table.title, row);
}
