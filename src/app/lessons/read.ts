// «Уроки с ИКТ» with the teachers found: by code, else by a name that only one of the staff bears.
import type { GivenLesson } from '../../domain/lessons/regular';
import type { RowProblem } from '../../domain/message';
import { foldText } from '../../domain/staff/normalise';
import type { Teacher } from '../../domain/staff/teacher';
import type { Placed, Row } from '../../workbook/schema';
import { LESSONS } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';

export type LessonRow = Placed<Row<typeof LESSONS>>;

export interface KnownLesson {
  readonly row: LessonRow;
  readonly teacher: Teacher;
}

/** Whom a row of a register is about, by its code or its name; otherwise what is wrong. */
export function authorOf(
  { staff }: Context,
  { name, teacher: code }: { readonly name: string; readonly teacher: string },
): Teacher | 'unknown' | 'several' {
  if (code.trim() !== '') return staff.byCode.get(code.trim()) ?? 'unknown';
  const wanted = nameKey(name);
  const found = staff.all.filter((teacher) => nameKey(teacher.name) === wanted);
  const [only] = found;
  if (only === undefined || wanted === '') return 'unknown';
  return found.length > 1 ? 'several' : only;
}

/** Full stops and spaces in initials do not matter. */
const nameKey = (name: string): string => foldText(name).replace(/[\s.]+/g, '');

/** Lessons whose teacher is known; the others are problems of their rows. */
export function readLessons(
  ports: Ports,
  context: Context,
): { readonly lessons: readonly KnownLesson[]; readonly problems: readonly RowProblem[] } {
  const { rows, problems } = ports.workbook.read(LESSONS);
  const lessons: KnownLesson[] = [];
  const unknown: RowProblem[] = [];
  for (const row of rows) {
    const teacher = authorOf(context, row);
    if (typeof teacher === 'object') lessons.push({ row, teacher });
    else
      unknown.push({
        code: teacher === 'several' ? 'lessons.teacher.several' : 'lessons.teacher.unknown',
        row: row.$row,
        fields: { table: LESSONS.title, name: row.name === '' ? row.teacher : row.name },
      });
  }
  return { lessons, problems: [...problems, ...unknown] };
}

/** Lessons that were given: marked so, or without a state and not in the future. */
export function lessonsGiven(ports: Ports, context: Context): readonly GivenLesson[] {
  const today = ports.clock.today();
  return readLessons(ports, context)
    .lessons.filter(({ row }) => row.date !== '' && row.date <= today && (row.state === 'held' || row.state === ''))
    .map(({ row, teacher }) => ({ teacher: teacher.code, date: row.date }));
}
