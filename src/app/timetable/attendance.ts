// Reads guests' answers, and events deleted by hand, back from the calendar: one call for all modules.
import { addDays } from '../../domain/local-time';
import { MODULES } from '../../workbook/tables';
import type { Context } from '../context';
import { Ledger } from '../effects';
import type { EventState, Ports } from '../ports';
import { CALENDAR, type ModuleRow, standingModules } from './modules';

/** «Придут» in «Расписание»: how many guests have accepted. A module whose event somebody deleted is cancelled, with a remark. */
export function refreshAttendance(ports: Ports, context: Context): void {
  const calendarId = ports.store.get(CALENDAR);
  const modules = standingModules(ports, context).filter(({ row }) => row.state === 'invited' && row.date !== '');
  const dates = modules.map(({ row }) => row.date).sort();
  const [first] = dates;
  const last = dates[dates.length - 1];
  if (calendarId === undefined || first === undefined || last === undefined) return;
  const events = new Map(
    ports.calendars.list(calendarId, addDays(first, -1), addDays(last, 1)).map((event) => [event.eventId, event]),
  );
  const found = modules.flatMap(({ row }) => {
    const event = events.get(row.eventId);
    return event === undefined ? [] : [{ row, event }];
  });
  ports.workbook.patch(
    MODULES,
    found.flatMap(({ row, event }) => {
      const set = event.cancelled ? cancelled(ports, row) : attendance(row, event);
      return set === undefined ? [] : [{ $row: row.$row, set }];
    }),
  );
  const deleted = found.filter(({ event }) => event.cancelled);
  if (deleted.length > 0)
    new Ledger(ports, '').settle(deleted.map(({ event }) => ({ key: event.eventId, state: 'undone' as const })));
}

function attendance(row: ModuleRow, { guests }: EventState): { accepted: number } | undefined {
  // Guests go when the term is over: how many came stays.
  if (guests.length === 0) return undefined;
  const accepted = guests.filter(({ response }) => response === 'accepted').length;
  return accepted === row.accepted ? undefined : { accepted };
}

const cancelled = (ports: Ports, row: ModuleRow): { state: string; sent: string; remark: string } => ({
  state: 'cancelled',
  sent: 'cancelled',
  remark: [row.remark, ports.words.say({ code: 'attendance.deleted' })].filter((line) => line !== '').join('\n'),
});
