// Codes that were somebody's whose data are gone: they are never given again, so that an old act cannot mean a new person.
import { LEDGER } from '../../workbook/tables';
import type { Ports } from '../ports';

export function erasedCodes(ports: Ports): readonly string[] {
  if (!ports.workbook.has(LEDGER)) return [];
  return ports.workbook.read(LEDGER).rows.flatMap(({ kind, ref }) => (kind === 'erased' ? [ref] : []));
}
