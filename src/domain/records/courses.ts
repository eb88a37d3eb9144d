// Records of courses (КПК) from a school's table: whose, which, how long, when, by whom, with which document.
import { teacherNamed } from '../identity/by-name';
import { identify, type StaffIndex } from '../identity/identify';
import type { LocalDate } from '../local-time';
import type { RowProblem } from '../message';
import { cleanText, foldText } from '../staff/normalise';
import type { Teacher } from '../staff/teacher';
import type { FoundTable, HeadingRule } from '../table/headings';
import { readDay } from './dates';

export type CourseField = 'teacher' | 'title' | 'hours' | 'date' | 'organisation' | 'document';

export const COURSE_RULES: readonly HeadingRule<CourseField>[] = [
  { field: 'hours', words: /час|объем/ },
  { field: 'document', words: /документ|удостоверен|свидетельств|диплом|рег\p{L}* номер|^номер/u },
  { field: 'date', words: /дат|срок|период|год(?: |$)|когда|окончан/ },
  { field: 'organisation', words: /организац|учрежден|место|где |кем |провайдер|вуз|институт/ },
  { field: 'title', words: /курс|тема|программа|наименован|название|повышени\p{L}* квалификац/u },
  { field: 'teacher', words: /фио|ф и о|фамили|педагог|учител|сотрудник|слушател|работник|^код/ },
];

export interface Course {
  readonly teacher: Teacher;
  readonly title: string;
  readonly hours: number | undefined;
  readonly date: LocalDate | '';
  readonly organisation: string;
  readonly document: string;
}

/** By it the same course of the same person is known when it comes again. */
export const courseKey = ({ teacher, title, date }: { teacher: string; title: string; date: string }): string =>
  [teacher, foldText(title), date].join('|');

export interface CoursesReading {
  readonly courses: readonly Course[];
  readonly problems: readonly RowProblem[];
}

/** The longest course there can be, in academic hours: professional retraining of two years. */
const MOST_HOURS = 2000;

/**
 * A name stands for the rows below it until the next, as in merged cells. Problems: `records.teacher.unknown` (found, names: who it
 * may be), `records.title.missing`, `records.date.bad` (found; the row is taken without its date), `records.hours.bad` (found; taken
 * without hours).
 */
export function readCourses(
  rows: readonly (readonly string[])[],
  { headerRow, columns }: FoundTable<CourseField>,
  index: StaffIndex,
): CoursesReading {
  const courses: Course[] = [];
  const problems: RowProblem[] = [];
  let name = '';
  rows.slice(headerRow + 1).forEach((cells, at) => {
    const cell = (field: CourseField): string => {
      const column = columns[field];
      return column === undefined ? '' : cleanText(cells[column] ?? '');
    };
    if (cells.every((text) => text.trim() === '')) return;
    const row = at + headerRow + 2;
    if (cell('teacher') !== '') name = cell('teacher');
    const filled = (['title', 'hours', 'date', 'organisation', 'document'] as const).some(
      (field) => cell(field) !== '',
    );
    if (!filled) return;
    const teacher = teacherNamed(name, index);
    if (teacher === undefined) {
      problems.push({
        code: 'records.teacher.unknown',
        row,
        fields: { found: name, names: nearestNames(name, index) },
      });
      return;
    }
    if (cell('title') === '') {
      problems.push({ code: 'records.title.missing', row, fields: { name: teacher.name } });
      return;
    }
    const date = readDay(cell('date'));
    if (date === undefined) problems.push({ code: 'records.date.bad', row, fields: { found: cell('date') } });
    const hours = hoursOf(cell('hours'));
    if (hours === undefined && cell('hours') !== '')
      problems.push({ code: 'records.hours.bad', row, fields: { found: cell('hours') } });
    courses.push({
      teacher,
      title: cell('title'),
      hours,
      date: date ?? '',
      organisation: cell('organisation'),
      document: cell('document'),
    });
  });
  return { courses, problems };
}

function hoursOf(text: string): number | undefined {
  const match = /^(\d{1,4})(?:[.,]\d+)?\s*(?:ч|час\S*|академ\S*.*)?\.?$/i.exec(text);
  const hours = match === null ? undefined : Number(match[1]);
  return hours === undefined || hours === 0 || hours > MOST_HOURS ? undefined : hours;
}

/** Who of the staff it may be: for the person who mends the row. */
export function nearestNames(name: string, index: StaffIndex): readonly string[] {
  const found = identify({ email: '', typed: name }, index);
  return found.by === 'none' ? found.nearest.map(({ teacher }) => `${teacher.code} ${teacher.name}`) : [];
}
