// What undoing a run means for notes: the document goes into the bin; the folder stays while notes of other cycles lie in it.
import { LEDGER } from '../../workbook/tables';
import type { Ports } from '../ports';
import { noteFolderKey } from './write';

/** A folder in the bin takes all in it along. Notes are the documents that name nobody. */
export function keptNoteFolder(ports: Ports, run: string): readonly string[] {
  const { rows, unread } = ports.workbook.read(LEDGER);
  const foreign = rows.some(
    ({ kind, who, state, run: maker }) =>
      kind === 'document' && who === '' && maker !== run && (state === 'done' || state === 'intent'),
  );
  return foreign || unread.length > 0 ? [noteFolderKey(ports)] : [];
}
