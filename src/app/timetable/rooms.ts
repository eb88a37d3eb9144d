// What a place in «Расписание» means: a room of ours, one of a partner school, or none that a lesson takes for itself.
import { foldText } from '../../domain/staff/normalise';
import { fullNameOf } from '../../domain/staff/teacher';
import type { PlacedModule } from '../../domain/timetable/place';
import { GROUPS, MODULES } from '../../workbook/tables';
import type { Context } from '../context';
import { roomNamer, spacesOf } from '../groups/spaces';
import { partnerPlaces, placeAbroad, placesAbroad, type PlaceThere } from '../partner/places';
import type { Ports } from '../ports';
import { peopleOf } from './lesson-people';
import { standingModules, type StandingModule, timeOf } from './modules';

/** A module with its place read. */
export interface RoomedModule extends StandingModule {
  /** Which room its place is; '' when it takes none for itself. */
  readonly room: string;
}

/** @param there  where the lesson's group meets when it meets at a partner school: a place called so is that one */
export type RoomReader = (typed: string, there: PlaceThere | undefined) => PlaceThere;

/** @param places  all that stand in the sheet: of several spellings the first counts */
export function roomReader(ports: Ports, context: Context, places: readonly string[] = []): RoomReader {
  const spaces = spacesOf(ports, context);
  const nameOf = roomNamer(spaces, places);
  const ours = new Set(spaces.rooms.map(({ title }) => foldText(title)));
  // A lesson of ours, or a meeting, that is held at a partner school.
  const theirs = new Map(
    [...partnerPlaces(ports).values()].reverse().map((one) => [foldText(one.place), one.room] as const),
  );
  return (typed, there) => {
    if (there !== undefined && foldText(typed) === foldText(there.place)) return there;
    const place = nameOf(typed);
    const key = foldText(place);
    return { place, room: ours.has(key) ? place : (theirs.get(key) ?? place) };
  };
}

/** Modules of the current cycle whose group is still there, with places called by the name that counts. */
export function roomedModules(ports: Ports, context: Context): readonly RoomedModule[] {
  const modules = standingModules(ports, context);
  const abroad = placesAbroad(
    ports,
    context,
    modules.map(({ group }) => group),
  );
  const roomOf = roomReader(ports, context, placesTyped(ports));
  return modules.map((module) => {
    const { place, room } = roomOf(module.row.place, abroad.get(module.group.id));
    return { ...module, row: { ...module.row, place }, room };
  });
}

const placesTyped = ({ workbook }: Ports): readonly string[] => workbook.read(MODULES).rows.map(({ place }) => place);

/**
 * What else stands in the sheet: meetings somebody typed in (in no group, or without the hidden cycle) and modules of other cycles. Nobody
 * is invited to them from here; they take their room, and the people of their group or those named in the title or the remark.
 */
export function otherModules(ports: Ports, context: Context): readonly PlacedModule[] {
  const { settings, staff } = context;
  const own = new Set(standingModules(ports, context).map(({ row }) => row.$row));
  const cycleOf = ({ cycle }: { readonly cycle: string }): string => (cycle === '' ? settings.cycle : cycle);
  const groups = ports.workbook.read(GROUPS).rows;
  const { rows } = ports.workbook.read(MODULES);
  const places = partnerPlaces(ports);
  const roomOf = roomReader(ports, context, placesTyped(ports));
  return rows.flatMap((row) => {
    const time = timeOf(row);
    if (own.has(row.$row) || row.state === 'cancelled' || row.date === '' || time === undefined) return [];
    // A module of ours whose group is gone is on its way out.
    if (row.cycle === settings.cycle && row.run !== '') return [];
    const members = groups.filter((one) => one.group === row.group && cycleOf(one) === cycleOf(row));
    const codes = new Set(members.map(({ teacher }) => teacher));
    const consultees = members.flatMap(({ role, teacher }) =>
      role === 'consultee' ? (staff.byCode.get(teacher) ?? []) : [],
    );
    const text = `${row.title}\n${row.remark}`;
    const people = staff.all.filter(
      (one) => codes.has(one.code) || [one.name, fullNameOf(one)].some((name) => name !== '' && text.includes(name)),
    );
    const named = (id: string): string => (cycleOf(row) === settings.cycle ? id : `${id} (${row.cycle})`);
    return [
      {
        module: named(row.module),
        group: named(row.group),
        date: row.date,
        ...time,
        room: roomOf(row.place, placeAbroad(places, context, consultees)).room,
        ...(row.run === '' ? { isMeeting: true as const } : {}),
        people: people.map(({ code, email, name }) => ({ code, email, name, role: 'consultee' as const })),
      },
    ];
  });
}

/** As the timetable's rules see it; undefined without a date or time, and where the end is not after the start. */
export function placedModule({ row, there, start, end, room }: RoomedModule): PlacedModule | undefined {
  if (row.date === '' || start === undefined || end === undefined || start >= end) return undefined;
  return { module: row.module, group: row.group, date: row.date, start, end, room, people: peopleOf(there) };
}
