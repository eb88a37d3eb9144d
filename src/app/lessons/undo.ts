// What undoing a run means for lessons: links to cards that go into the bin with the bank's rows are taken out.
import { BANK, LESSONS } from '../../workbook/tables';
import type { Ports } from '../ports';

export function forgetCards(ports: Ports, run: string): void {
  if (!ports.workbook.has(LESSONS) || !ports.workbook.has(BANK)) return;
  const gone = new Set(
    ports.workbook
      .read(BANK)
      .rows.filter((row) => row.run === run && row.kind === 'card' && row.link !== '')
      .map(({ link }) => link),
  );
  if (gone.size === 0) return;
  ports.workbook.patch(
    LESSONS,
    ports.workbook
      .read(LESSONS)
      .rows.filter(({ card }) => gone.has(card))
      .map(({ $row }) => ({ $row, set: { card: '' } })),
  );
}
