// People of partner schools: on the staff list with another school; they take part in what the director lets them.
import { schoolKey } from '../../domain/staff/normalise';
import type { Teacher } from '../../domain/staff/teacher';
import { PARTNERS } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';

/** Whoever has no school on the staff list is of the own one. */
export const withSchool = (teacher: Teacher, own: string): Teacher =>
  teacher.school === '' ? { ...teacher, school: own } : teacher;

/** Does the person take part and belong to another school? Nobody does while the own school has no name. */
export const isPartner = ({ included, school }: Pick<Teacher, 'included' | 'school'>, own: string): boolean =>
  included && schoolKey(own) !== '' && !['', schoolKey(own)].includes(schoolKey(school));

/** People of other schools who take part, by the folded name of their school. */
export function partnerPeople({ settings, staff }: Context): ReadonlyMap<string, readonly Teacher[]> {
  const schools = new Map<string, Teacher[]>();
  for (const teacher of staff.all) {
    if (!isPartner(teacher, settings.school)) continue;
    const school = schoolKey(teacher.school);
    const people = schools.get(school);
    if (people === undefined) schools.set(school, [teacher]);
    else people.push(teacher);
  }
  return schools;
}

/** Folded names of the schools with which cooperation has been agreed. */
export const agreedSchools = (ports: Ports): ReadonlySet<string> =>
  new Set(
    ports.workbook.has(PARTNERS)
      ? ports.workbook
          .read(PARTNERS)
          .rows.filter(({ agreed }) => agreed !== '')
          .map(({ school }) => schoolKey(school))
      : [],
  );

/** The context with these people as those who take part. (The programme is read only when asked for: it must not be copied.) */
export function withPeople(context: Context, included: readonly Teacher[]): Context {
  const { settings, staff, competencies, problems } = context;
  return {
    settings,
    get programme() {
      return context.programme;
    },
    staff: { ...staff, included },
    competencies,
    problems,
  };
}

/** People of agreed partner schools whom the settings let into the mobile groups. */
export function partnersInGroups(ports: Ports, context: Context): readonly Teacher[] {
  if (!context.settings.partnerConsultees && !context.settings.partnerConsultants) return [];
  const agreed = agreedSchools(ports);
  return [...partnerPeople(context)].flatMap(([school, people]) => (agreed.has(school) ? people : []));
}
