// Rows of the workbook for a note, and where they stand.
import type { Source } from '../../domain/note/facts';
import type { Placed, Row, Table } from '../../workbook/schema';
import type { Ports } from '../ports';

/** Rows of a table; none when its sheet is not there. */
export function rowsOf<T extends Table>(ports: Ports, table: T): readonly Placed<Row<T>>[] {
  return ports.workbook.has(table) ? ports.workbook.read(table).rows : [];
}

/** Where these rows stand: from the first to the last of them. */
export function sourceOf({ title }: Table, rows: readonly { readonly $row: number }[]): Source {
  if (rows.length === 0) return { sheet: title };
  const places = rows.map(({ $row }) => $row);
  return { sheet: title, from: Math.min(...places), to: Math.max(...places) };
}

export const total = <T>(rows: readonly T[], of: (row: T) => number | undefined): number =>
  rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);
