// Modules as they stand in «Расписание», with the people of their groups.
import type { Whereabouts } from '../../domain/timetable/move';
import type { PlacedModule } from '../../domain/timetable/place';
import { absoluteMinute, formatMinute, type LocalDateTime, localDateTime, parseMinute } from '../../domain/local-time';
import type { Placed, Row } from '../../workbook/schema';
import { MODULES } from '../../workbook/tables';
import type { Context } from '../context';
import { standingGroups, type StandingGroup } from '../groups/read';
import type { Ports } from '../ports';
import type { EventSpec } from '../ports/calendars';
import { type LessonPeople, recordReader } from './lesson-people';

/** Property that holds the id of the programme's calendar. */
export const CALENDAR = 'calendar';

export type ModuleRow = Placed<Row<typeof MODULES>>;

export interface StandingModule {
  readonly row: ModuleRow;
  readonly group: StandingGroup;
  /** Once it is over, those who were invited last; else, and where that was not kept, the members of its group. */
  readonly there: LessonPeople;
  /** Minutes from midnight; undefined when the sheet has no readable time. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** As far as it says when it is. */
type Timed = Pick<StandingModule, 'row' | 'start' | 'end'>;

/** Modules of the current cycle whose group is still there, their places as they were typed: what these mean is told by `roomedModules`. */
export function standingModules(ports: Ports, context: Context): readonly StandingModule[] {
  const groups = new Map(standingGroups(ports, context).map((group) => [group.id, group]));
  const { rows } = ports.workbook.read(MODULES);
  const recorded = recordReader(context);
  return rows.flatMap((row) => {
    const group = groups.get(row.group);
    // A lesson that somebody typed in for a group of this cycle has no hidden cycle yet.
    const typedIn = row.cycle === '' && (row.state === 'draft' || row.state === '') && row.date >= ports.clock.today();
    if (group === undefined || (row.cycle !== context.settings.cycle && !typedIn)) return [];
    const [start, end] = [parseMinute(row.start), parseMinute(row.end)];
    const tidy = (minute: number | undefined, written: string): string =>
      minute === undefined ? written : formatMinute(minute);
    const time = { start: tidy(start, row.start), end: tidy(end, row.end) };
    const module = { row: { ...row, ...time }, start, end };
    return [{ ...module, group, there: (isOver(ports, module) ? recorded(row) : undefined) ?? group }];
  });
}

/** Minutes from midnight; undefined where they cannot be read, and where the end is not after the start. */
export function timeOf(row: Pick<ModuleRow, 'start' | 'end'>): Pick<PlacedModule, 'start' | 'end'> | undefined {
  const [start, end] = [parseMinute(row.start), parseMinute(row.end)];
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

/** Meetings that somebody typed in with a day, but without a time that can be read: in nobody's way, which is to be said. */
export function timelessMeetings(ports: Ports, context: Context): readonly ModuleRow[] {
  const own = new Set(standingModules(ports, context).map(({ row }) => row.$row));
  return ports.workbook.read(MODULES).rows.filter((row) => {
    const isOpen = row.run === '' && row.state !== 'cancelled' && row.date !== '';
    return isOpen && !own.has(row.$row) && timeOf(row) === undefined;
  });
}

/** Where the row says that it is, readable or not. */
export const whereOf = ({ row: { date, start, end, place } }: StandingModule): Whereabouts => ({
  date,
  start,
  end,
  place,
});

/** Does the row name a time that has passed? One without a date or time does not. */
export function isPast(ports: Ports, { row, end }: Timed): boolean {
  return (
    row.date !== '' &&
    end !== undefined &&
    absoluteMinute(localDateTime(row.date, end)) <= absoluteMinute(ports.clock.localNow())
  );
}

/** What `sent` of an invited module holds: what its guests were told last, shortened, and when it is by that. */
export const sentMark = (digest: string, { start, end }: Pick<EventSpec, 'start' | 'end'>): string =>
  [digest, start, end].join(' ');

/** When an invited module is by its invitation; undefined where that is not known. */
export function toldTime({ state, sent }: ModuleRow): { readonly start: string; readonly end: string } | undefined {
  const [, start, end] = state === 'invited' ? sent.split(' ') : [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/**
 * When the module ends; undefined for one without a date or time. Where the row names a day that is over and its guests were told of a
 * time to come, it is the row that is wrong.
 */
export function endOf(ports: Ports, module: Timed): LocalDateTime | undefined {
  const { row, end } = module;
  if (row.date === '' || end === undefined) return undefined;
  const at = localDateTime(row.date, end);
  const told = toldTime(row)?.end ?? at;
  return isPast(ports, module) && absoluteMinute(told) > absoluteMinute(at) ? told : at;
}

/** Is the module over by the school's clock? */
export function hasEnded(ports: Ports, module: Timed): boolean {
  const end = endOf(ports, module);
  return end !== undefined && absoluteMinute(end) <= absoluteMinute(ports.clock.localNow());
}

/** Has it been held, or is it over and will be called so? */
export const isOver = (ports: Ports, module: Timed): boolean =>
  module.row.state === 'held' || (module.row.state === 'invited' && hasEnded(ports, module));

/**
 * What the product wrote into a draft, kept in its hidden column `sent`: when the cells say something else, or the row is a
 * person's own, the time was chosen by hand.
 */
export const writtenDraft = ({
  date,
  start,
  end,
  place,
}: Pick<PlacedModule, 'date' | 'start' | 'end'> & { readonly place: string }): string =>
  [date, start, end, place].join('|');
