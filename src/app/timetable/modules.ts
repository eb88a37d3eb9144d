// Modules as they stand in «Расписание», with the people of their groups.
import type { PlacedModule } from '../../domain/timetable/place';
import { absoluteMinute, localDateTime, parseMinute } from '../../domain/local-time';
import type { Placed, Row } from '../../workbook/schema';
import { MODULES } from '../../workbook/tables';
import type { Context } from '../context';
import { standingGroups, type StandingGroup } from '../groups/read';
import type { Ports } from '../ports';

/** Property that holds the id of the programme's calendar. */
export const CALENDAR = 'calendar';

export type ModuleRow = Placed<Row<typeof MODULES>>;

export interface StandingModule {
  readonly row: ModuleRow;
  readonly group: StandingGroup;
  /** Minutes from midnight; undefined when the sheet has no readable time. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** Modules of the current cycle whose group is still there. */
export function standingModules(ports: Ports, context: Context): readonly StandingModule[] {
  const groups = new Map(standingGroups(ports, context).map((group) => [group.id, group]));
  return ports.workbook.read(MODULES).rows.flatMap((row) => {
    const group = groups.get(row.group);
    return group === undefined || row.cycle !== context.settings.cycle
      ? []
      : [{ row, group, start: parseMinute(row.start), end: parseMinute(row.end) }];
  });
}

export const peopleOf = (group: StandingGroup): PlacedModule['people'] => [
  ...group.consultants.map(({ code, email, name }) => ({ code, email, name, role: 'consultant' as const })),
  ...group.consultees.map(({ code, email, name }) => ({ code, email, name, role: 'consultee' as const })),
];

/** As the timetable's rules see it; undefined without a date or time. */
export function placedModule({ row, group, start, end }: StandingModule): PlacedModule | undefined {
  if (row.date === '' || start === undefined || end === undefined) return undefined;
  return { module: row.module, group: row.group, date: row.date, start, end, room: row.place, people: peopleOf(group) };
}

/** Is the module over by the school's clock? One without a date or time is not. */
export function hasEnded(ports: Ports, { row, end }: StandingModule): boolean {
  return (
    row.date !== '' &&
    end !== undefined &&
    absoluteMinute(localDateTime(row.date, end)) <= absoluteMinute(ports.clock.localNow())
  );
}

/**
 * What the product wrote into a draft, kept in its hidden column `sent`: when the cells say something else, or the row is a
 * person's own, the time was chosen by hand.
 */
export const writtenDraft = ({
  date,
  start,
  end,
  room,
}: Pick<PlacedModule, 'date' | 'start' | 'end' | 'room'>): string => [date, start, end, room].join('|');
