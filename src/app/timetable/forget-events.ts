// What «Расписание» forgets of invitations that are undone with their run.
import type { Row } from '../../workbook/schema';
import { type LEDGER, MODULES } from '../../workbook/tables';
import type { Ports } from '../ports';
import { TAKEN_BACK } from './lesson-people';

/** Modules whose events of the run are gone are cancelled. Of one that was held it stays known who was there. */
export function forgetEvents(ports: Ports, effects: readonly Row<typeof LEDGER>[]): void {
  const events = new Set(
    effects.filter(({ kind, state }) => kind === 'event' && state === 'undone').map(({ ref }) => ref),
  );
  if (events.size === 0) return;
  ports.workbook.patch(
    MODULES,
    ports.workbook
      .read(MODULES)
      .rows.filter(({ eventId }) => events.has(eventId))
      .map(({ $row, state, people }) => ({
        $row,
        set: { ...TAKEN_BACK, people: state === 'held' ? people : undefined },
      })),
  );
}
