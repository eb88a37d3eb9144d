// Of a long table only some columns are read, then the rows that are asked for; of a short one everything, as that is one call.
import type { Table } from '../workbook/schema';
import type { Books } from './ports';

/** Some seconds of reading. A district's tables are shorter; a region's ledger has 100,000 rows of eight. */
const FEW_CELLS = 80_000;

/** Reads a table that is short whole: columns and rows of it are then had without a call. False of a long one. */
export function readIfShort(ports: Books, table: Table): boolean {
  if (ports.workbook.height(table) * Object.keys(table.columns).length > FEW_CELLS) return false;
  ports.workbook.read(table);
  return true;
}
