// What a timetable is checked against besides people's time: seats of rooms, equipment, and which group needs which.
import type { MessageFields } from '../../domain/message';
import type { Clash, TimetableRules } from '../../domain/timetable/clashes';
import type { Context } from '../context';
import type { StandingGroup } from '../groups/read';
import { isFor, spacesOf } from '../groups/spaces';
import { placesAbroad } from '../partner/places';
import { GROUPS } from '../../workbook/tables';
import type { Ports } from '../ports';

export type Means = Required<Pick<TimetableRules, 'seats' | 'equipment' | 'needs'>>;

export function meansOf(ports: Ports, context: Context, groups: readonly StandingGroup[]): Means {
  const { rooms, equipment } = spacesOf(ports, context);
  // A partner school has means of its own.
  const abroad = placesAbroad(ports, context, groups);
  // Modules of other cycles that still stand (see `otherModules`).
  const ofOthers = ports.workbook
    .read(GROUPS)
    .rows.filter(({ cycle }) => cycle !== '' && cycle !== context.settings.cycle)
    .map(({ group, cycle, competency }) => ({ id: `${group} (${cycle})`, competency }));
  return {
    seats: new Map(rooms.map(({ title, seats }) => [title, seats])),
    equipment: new Map(equipment.map(({ title, count }) => [title, count])),
    needs: new Map(
      [...ofOthers, ...groups].map(({ id, competency }) => [
        id,
        abroad.has(id) ? [] : equipment.filter((one) => isFor(one, competency)).map(({ title }) => title),
      ]),
    ),
  };
}

/** What the wordings of a clash are filled with. */
export function clashFields({ staff }: Context, clash: Clash): MessageFields {
  const { modules, date, person = '', room = '', equipment = '', people = 0, seats = 0, count = 0 } = clash;
  const name = staff.byCode.get(person)?.name ?? person;
  return { modules, date, name, room, equipment, people, seats, count };
}
