// Taking back what a run put into the methodical bank.
import type { Row } from '../../workbook/schema';
import { BANK, type LEDGER } from '../../workbook/tables';
import { loadContext } from '../context';
import type { Ports } from '../ports';
import { plannedFolders } from './folders';

/** Files that the run put into the bank: the register knows them. */
export function filesOf(ports: Ports, run: string): readonly { readonly fileId: string }[] {
  return ports.workbook.has(BANK)
    ? ports.workbook.read(BANK).rows.filter((row) => row.run === run && row.fileId !== '')
    : [];
}

/** Keys of the run's folders that hold files of other runs, with the folders these lie in. */
export function keptBankFolders(
  ports: Ports,
  run: string,
  folders: readonly Row<typeof LEDGER>[],
): ReadonlySet<string> {
  if (folders.length === 0 || !ports.workbook.has(BANK)) return new Set();
  const { rows, unread } = ports.workbook.read(BANK);
  const foreign = [...rows, ...unread].filter((row) => row.run !== run && row.fileId !== '');
  const holding = new Set(foreign.map(({ folderId }) => folderId));
  const held = folders.filter(({ ref }) => holding.has(ref));
  if (held.length === 0 && !holding.has(undefined)) return new Set();
  const all = new Set(folders.map(({ key }) => key));
  const context = loadContext(ports);
  // Where the folders lie, or what lies in them, cannot be told: none is touched.
  if (holding.has(undefined) || !context.ok) return all;
  const planned = plannedFolders(ports, context.value);
  const byPath = new Map(planned.map((folder) => [folder.plan.path, folder]));
  const byKey = new Map(planned.map((folder) => [folder.key, folder]));
  const kept = new Set<string>();
  for (const { key } of held) {
    let folder = byKey.get(key);
    if (folder === undefined) return all;
    for (; folder !== undefined; folder = byPath.get(folder.plan.parent ?? '')) kept.add(folder.key);
  }
  return new Set([...kept].filter((key) => all.has(key)));
}
