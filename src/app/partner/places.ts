// Groups whose consultees all come from one partner school meet there.
import { foldText, schoolKey } from '../../domain/staff/normalise';
import { ONLINE_PLACE, PARTNERS } from '../../workbook/tables';
import type { Context } from '../context';
import type { StandingGroup } from '../groups/read';
import type { Ports } from '../ports';

/** Where a partner school has its lessons. */
export interface PlaceThere {
  /** As it stands in the timetable and in invitations; '' = online. */
  readonly place: string;
  /**
   * Which room that is, so that it is none of ours and of no other school though it is called so; '' where the school has named none:
   * then nobody has said that it has one lesson at a time.
   */
  readonly room: string;
}

/** School (`schoolKey`) → its place, of the schools with which cooperation is agreed. */
export function partnerPlaces({ workbook }: Ports): ReadonlyMap<string, PlaceThere> {
  if (!workbook.has(PARTNERS)) return new Map();
  return new Map(
    workbook
      .read(PARTNERS)
      .rows.filter(({ agreed }) => agreed !== '')
      .map(({ school, place }) => [schoolKey(school), placeOf(school, place)]),
  );
}

function placeOf(school: string, place: string): PlaceThere {
  if (place === '') return { place: school, room: '' };
  return foldText(place) === ONLINE_PLACE ? { place: '', room: '' } : { place, room: `${place} (${school})` };
}

/** The place of the one partner school that all of these come from; undefined where they come from ours or from several. */
export function placeAbroad(
  places: ReadonlyMap<string, PlaceThere>,
  { settings }: Pick<Context, 'settings'>,
  consultees: readonly { readonly school: string }[],
): PlaceThere | undefined {
  const schools = new Set(consultees.map(({ school }) => schoolKey(school)));
  const [school = ''] = schools;
  return schools.size !== 1 || school === schoolKey(settings.school) ? undefined : places.get(school);
}

/** Group id → the place at the partner school. */
export function placesAbroad(
  ports: Ports,
  context: Context,
  groups: readonly StandingGroup[],
): ReadonlyMap<string, PlaceThere> {
  const places = partnerPlaces(ports);
  return new Map(
    groups.flatMap(({ id, consultees }): [string, PlaceThere][] => {
      const place = placeAbroad(places, context, consultees);
      return place === undefined ? [] : [[id, place]];
    }),
  );
}
