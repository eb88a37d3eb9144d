// What undoing a run means for routes: documents go into the bin, untouched rows go, a closed cycle is open again.
import { isUntouched } from '../../domain/route/merge';
import type { Placed, Row } from '../../workbook/schema';
import { LEDGER, ROUTES } from '../../workbook/tables';
import type { Ports } from '../ports';
import { routesFolderKey } from './publish';
import { itemOf } from './register';

type Effect = Row<typeof LEDGER>;

/** A row goes with its run while nothing was done in it and nobody has typed anything. */
export function isUntouchedRow(row: Row<typeof ROUTES>): boolean {
  const item = itemOf(row as Placed<Row<typeof ROUTES>>);
  return row.closed === '' && item.state === 'planned' && item.written !== undefined && isUntouched(item, item.written);
}

/** The folder of routes stays while documents of other runs lie in it: a folder in the bin takes all in it along. */
export function keptRoutesFolder(ports: Ports, run: string): readonly string[] {
  const { rows, unread } = ports.workbook.read(LEDGER);
  const foreign = rows.some(
    // The note's document names nobody, and lies elsewhere.
    (row) =>
      row.kind === 'document' && row.who !== '' && row.run !== run && (row.state === 'done' || row.state === 'intent'),
  );
  return foreign || unread.length > 0 ? [routesFolderKey(ports)] : [];
}

/** Rows that stay forget the documents that are gone: the next run makes new ones. */
export function forgetDocuments(ports: Ports, effects: readonly Effect[]): void {
  if (!ports.workbook.has(ROUTES)) return;
  const gone = new Set(
    effects.flatMap(({ kind, state, ref }) =>
      kind === 'document' && state === 'undone' && ref !== '' ? [ports.docs.link(ref)] : [],
    ),
  );
  if (gone.size === 0) return;
  ports.workbook.patch(
    ROUTES,
    ports.workbook
      .read(ROUTES)
      .rows.filter(({ document }) => gone.has(document))
      .map(({ $row }) => ({ $row, set: { document: '', sent: '' } })),
  );
}

/** Rows that the run closed are open again. */
export function openAgain(ports: Ports, run: string): void {
  if (!ports.workbook.has(ROUTES)) return;
  ports.workbook.patch(
    ROUTES,
    ports.workbook
      .read(ROUTES)
      .rows.filter(({ closedBy }) => closedBy === run)
      .map(({ $row }) => ({ $row, set: { closed: '', closedBy: '' } })),
  );
}
