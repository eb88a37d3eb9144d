// Sheets that people have broken: what a person is told of each.
import type { Problem } from '../../domain/message';
import { cameLater, type Table } from '../../workbook/schema';
import { HeadingsMoved } from './headings';

/** The needed sheet or column is not there: the person is told to run the set-up, which mends it. */
export class TableMissing extends Error {
  override readonly name = 'TableMissing';
  constructor(
    readonly table: Table,
    readonly columns: readonly string[],
  ) {
    super(`table "${table.title}" is missing${columns.length === 0 ? '' : ` columns ${columns.join(', ')}`}`);
  }
}

/** What is wrong with the sheet, when the error tells of one. */
export function brokenTable(error: unknown): Problem | undefined {
  if (error instanceof HeadingsMoved)
    return { code: 'workbook.headingsMoved', fields: { table: error.table, row: error.row } };
  if (!(error instanceof TableMissing)) return undefined;
  return error.columns.length === 0
    ? { code: 'workbook.tableMissing', fields: { table: error.table.title } }
    : { code: 'workbook.columnsMissing', fields: { table: error.table.title, columns: error.columns } };
}

/** The table that lacks nothing but columns that workbooks made earlier do not have, when the error tells of one. */
export function tableBehind(error: unknown): Table | undefined {
  if (!(error instanceof TableMissing) || error.columns.length === 0) return undefined;
  return error.columns.every((title) => cameLater(error.table, title)) ? error.table : undefined;
}
