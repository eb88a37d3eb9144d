// Groups whose consultees all come from one partner school meet there.
import { schoolKey } from '../../domain/staff/normalise';
import { PARTNERS } from '../../workbook/tables';
import type { Context } from '../context';
import type { StandingGroup } from '../groups/read';
import type { Ports } from '../ports';

/** Group id → the place at the partner school. */
export function placesAbroad(
  ports: Ports,
  { settings }: Context,
  groups: readonly StandingGroup[],
): ReadonlyMap<string, string> {
  if (!ports.workbook.has(PARTNERS)) return new Map();
  const places = new Map(
    ports.workbook
      .read(PARTNERS)
      .rows.filter(({ agreed }) => agreed !== '')
      .map(({ school, place }) => [schoolKey(school), place === '' ? school : place]),
  );
  const own = schoolKey(settings.school);
  return new Map(
    groups.flatMap(({ id, consultees }): [string, string][] => {
      const schools = new Set(consultees.map(({ school }) => schoolKey(school)));
      const [school = ''] = schools;
      const place = places.get(school);
      return schools.size !== 1 || school === own || place === undefined ? [] : [[id, place]];
    }),
  );
}
