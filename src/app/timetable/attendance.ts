// Reads guests' answers, and events deleted or moved by hand, back from the calendar: one call for all modules.
import { absoluteMinute, addDays, type LocalDateTime, localDateTime } from '../../domain/local-time';
import { MODULES } from '../../workbook/tables';
import type { Context } from '../context';
import { Ledger } from '../effects';
import type { Ports } from '../ports';
import type { EventState } from '../ports/calendars';
import { TAKEN_BACK } from './lesson-people';
import { CALENDAR, hasEnded, type ModuleRow, standingModules, type StandingModule, toldTime } from './modules';

/** An event may lie so far from where its module has been moved to: a school year and a bit. */
const AHEAD_DAYS = 400;

/** An invited module and its event. */
export interface FoundEvent {
  readonly module: StandingModule;
  readonly event: EventState;
}

/** «Придут» in «Расписание»: how many guests have accepted. A module whose event somebody deleted is cancelled, with a remark. */
export function refreshAttendance(ports: Ports, context: Context): void {
  const found = foundEvents(ports, context, 0);
  ports.workbook.patch(MODULES, patchesOf(ports, found));
  settleDeleted(ports, found);
}

/** Is there anything for `refreshAttendance` to write? */
export const hasAttendance = (ports: Ports, context: Context): boolean =>
  patchesOf(ports, foundEvents(ports, context, 0)).length > 0;

const patchesOf = (
  ports: Ports,
  found: readonly FoundEvent[],
): readonly { readonly $row: number; readonly set: Partial<ModuleRow> }[] =>
  found.flatMap(({ module: { row }, event }) => {
    const set = event.cancelled ? cancelled(ports, row) : attendance(row, event);
    return set === undefined ? [] : [{ $row: row.$row, set }];
  });

/** Events of invited modules, and of these the ones that somebody has deleted or moved in the calendar itself. */
export interface ChangedEvents {
  readonly found: readonly FoundEvent[];
  readonly deleted: readonly FoundEvent[];
  readonly moved: readonly FoundEvent[];
}

export function changedInCalendar(ports: Ports, context: Context): ChangedEvents {
  const found = foundEvents(ports, context, AHEAD_DAYS);
  return {
    found,
    deleted: found.filter(({ event }) => event.cancelled),
    moved: found.filter((one) => !one.event.cancelled && isElsewhere(ports, one)),
  };
}

/** Stands the event to come neither where its invitation put it nor where the sheet has it by now? */
function isElsewhere(ports: Ports, { module, event }: FoundEvent): boolean {
  const { row, start, end } = module;
  const told = toldTime(row);
  if (told === undefined || event.start === '' || start === undefined || end === undefined) return false;
  const isAt = (from: LocalDateTime, to: LocalDateTime): boolean =>
    absoluteMinute(event.start) === absoluteMinute(from) && absoluteMinute(event.end) === absoluteMinute(to);
  const written = isAt(localDateTime(row.date, start), localDateTime(row.date, end));
  return !written && !isAt(told.start, told.end) && !hasEnded(ports, module);
}

/** They are wanted as the sheet has them: from now on they are as modules that have changed. */
export function forgetChanged(ports: Ports, { deleted, moved }: ChangedEvents): void {
  ports.workbook.patch(
    MODULES,
    [...deleted, ...moved].map(
      ({
        module: {
          row: { $row },
        },
      }) => ({ $row, set: { sent: '' } }),
    ),
  );
  settleDeleted(ports, deleted);
}

/** Invited modules with their events, from the first module's day to the last one's, or `ahead` days more. */
function foundEvents(ports: Ports, context: Context, ahead: number): readonly FoundEvent[] {
  const calendarId = ports.store.get(CALENDAR);
  const modules = standingModules(ports, context).filter(
    ({ row }) => row.state === 'invited' && row.date !== '' && row.sent !== '',
  );
  const dates = modules.map(({ row }) => row.date);
  if (ahead > 0) dates.push(ports.clock.today());
  dates.sort();
  const [first] = dates;
  const last = dates[dates.length - 1];
  if (calendarId === undefined || modules.length === 0 || first === undefined || last === undefined) return [];
  const events = new Map(
    ports.calendars
      .list(calendarId, addDays(first, -1), addDays(last, 1 + ahead))
      .map((event) => [event.eventId, event]),
  );
  return modules.flatMap((module) => {
    const event = events.get(module.row.eventId);
    return event === undefined ? [] : [{ module, event }];
  });
}

function settleDeleted(ports: Ports, found: readonly FoundEvent[]): void {
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

const cancelled = (ports: Ports, row: ModuleRow): Partial<ModuleRow> => ({
  ...TAKEN_BACK,
  remark: [row.remark, ports.words.say({ code: 'attendance.deleted' })].filter((line) => line !== '').join('\n'),
});
