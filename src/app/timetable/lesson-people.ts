// Who a lesson is for, and how «Расписание» keeps it: what is over is of those who were invited to it, whoever is in the group since.
import { codeReader } from '../../domain/identity/identify';
import type { Teacher } from '../../domain/staff/teacher';
import type { PlacedModule } from '../../domain/timetable/place';
import type { Row } from '../../workbook/schema';
import type { MODULES } from '../../workbook/tables';
import type { Context } from '../context';

/** Who consults in a lesson and who learns there. */
export interface LessonPeople {
  readonly consultants: readonly Teacher[];
  readonly consultees: readonly Teacher[];
}

/** The same by code: what the hidden column `people` holds. Without anybody it is still known: its people have been erased. */
export interface PeopleRecord {
  readonly consultants: readonly string[];
  readonly consultees: readonly string[];
}

/** Who is to come: those who take part no more are not; whoever consults and learns comes as a consultant. */
export function coming({ consultants, consultees }: LessonPeople): LessonPeople {
  const seen = new Set<string>();
  const once = (people: readonly Teacher[]): readonly Teacher[] =>
    people.filter(({ code, included }) => included && !seen.has(code) && seen.add(code));
  return { consultants: once(consultants), consultees: once(consultees) };
}

/** Who is to come, as the timetable's rules see them. */
export function peopleOf(people: LessonPeople): PlacedModule['people'] {
  const { consultants, consultees } = coming(people);
  const placed = (of: readonly Teacher[], role: 'consultant' | 'consultee'): PlacedModule['people'] =>
    of.map(({ code, email, name }) => ({ code, email, name, role }));
  return [...placed(consultants, 'consultant'), ...placed(consultees, 'consultee')];
}

/** What is kept of a lesson that is for these. */
export const recordOf = ({ consultants, consultees }: LessonPeople): PeopleRecord => {
  const codesOf = (people: readonly Teacher[]): readonly string[] => [...new Set(people.map(({ code }) => code))];
  return { consultants: codesOf(consultants), consultees: codesOf(consultees) };
};

/** What is kept of the row's lesson; undefined where nobody has been invited to it, and of lessons from before it was kept. */
export function recordIn({ people }: Pick<Row<typeof MODULES>, 'people'>): PeopleRecord | undefined {
  if (typeof people !== 'object' || people === null) return undefined;
  const codesOf = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
  const { consultants, consultees } = people as Readonly<Record<string, unknown>>;
  return { consultants: codesOf(consultants), consultees: codesOf(consultees) };
}

/** What is kept when invitations are taken back: whoever holds the lesson after all holds it with its group. */
export const TAKEN_BACK = { state: 'cancelled', sent: 'cancelled', people: undefined } as const;

/** Reads whom a row keeps. Whose code is not on the staff list any more is left out. */
export function recordReader({
  staff,
}: Pick<Context, 'staff'>): (row: Pick<Row<typeof MODULES>, 'people'>) => LessonPeople | undefined {
  const codeOf = codeReader(staff.all);
  const known = (codes: readonly string[]): readonly Teacher[] =>
    codes.flatMap((code) => staff.byCode.get(codeOf(code)) ?? []);
  return (row) => {
    const record = recordIn(row);
    return record && { consultants: known(record.consultants), consultees: known(record.consultees) };
  };
}

/** The people in the order in which they were invited last, newcomers after them: rows of «Группы» are sorted, which is no news to anybody. */
export function inOrderTold<P extends LessonPeople>(row: Pick<Row<typeof MODULES>, 'people'>, people: P): P {
  const told = recordIn(row);
  if (told === undefined) return people;
  const ordered = (of: readonly Teacher[], codes: readonly string[]): readonly Teacher[] => {
    const place = ({ code }: Teacher): number => (codes.includes(code) ? codes.indexOf(code) : codes.length);
    return [...of].sort((one, other) => place(one) - place(other));
  };
  return {
    ...people,
    consultants: ordered(people.consultants, told.consultants),
    consultees: ordered(people.consultees, told.consultees),
  };
}
