// «Загрузить курсы»: records of courses from any sheet of the workbook or pasted text; what is there already is not added again.
import {
  courseKey,
  COURSE_RULES,
  type CourseField,
  type CoursesReading,
  readCourses,
} from '../../domain/records/courses';
import { indexStaff } from '../../domain/identity/identify';
import type { Message, Outcome } from '../../domain/message';
import { correctColumns, findTable } from '../../domain/table/headings';
import { COURSES, STAFF } from '../../workbook/tables';
import { type Action, finished, textExample } from '../action';
import { loadContext, notSetUp } from '../context';
import type { Ports } from '../ports';
import {
  badCorrections,
  listed,
  placedIn,
  rowsOfSource,
  sourceFields,
  sourceOf,
  type TableSource,
  understoodColumns,
} from '../table-source';

export const importCourses: Action<TableSource, never> = {
  id: 'importCourses',
  anyAccount: true,
  fields: sourceFields,

  read(ports, raw) {
    const missing = notSetUp(ports, STAFF, COURSES);
    if (missing !== undefined) return { ok: false, problems: [missing] };
    const source = sourceOf(ports, raw);
    return source === undefined ? { ok: false, problems: [{ code: 'records.nothing' }] } : { ok: true, value: source };
  },

  preview(ports, source) {
    const planned = plan(ports, source);
    if (!planned.ok) return planned;
    const { fresh, known, lines, problems } = planned.value;
    const [first] = fresh;
    return {
      ok: true,
      value: {
        lines: [{ code: 'courses.will', fields: { count: fresh.length } }, ...lines],
        counts: [
          { label: { code: 'courses.count.added' }, value: String(fresh.length) },
          {
            label: { code: 'courses.count.people' },
            value: String(new Set(fresh.map(({ teacher }) => teacher.code)).size),
          },
          { label: { code: 'records.count.known' }, value: String(known) },
          { label: { code: 'records.count.problems' }, value: String(problems.length) },
        ],
        ...textExample(first, (one) => ({
          title: one.teacher.name,
          body: [one.title, one.hours === undefined ? '' : String(one.hours), one.organisation, one.document]
            .filter((part) => part !== '')
            .join(' · '),
        })),
        warnings: listed(problems),
      },
    };
  },

  step(ports, run, source) {
    const planned = plan(ports, source);
    if (!planned.ok) return { state: 'refused', problems: planned.problems };
    const { fresh, name, problems } = planned.value;
    ports.workbook.append(
      COURSES,
      fresh.map(({ teacher, ...course }) => ({
        ...course,
        teacher: teacher.code,
        name: teacher.name,
        remark: '',
        origin: name,
        run: run.run,
      })),
    );
    return finished(
      [{ code: 'courses.done', fields: { count: fresh.length } }, ...listed(problems)],
      [{ label: { code: 'link.sheet', fields: { table: COURSES.title } }, url: ports.workbook.linkTo(COURSES) }],
    );
  },
};

interface Planned {
  readonly fresh: CoursesReading['courses'];
  readonly known: number;
  readonly lines: readonly Message[];
  readonly problems: readonly Message[];
  readonly name: string;
}

function plan(ports: Ports, source: TableSource): Outcome<Planned> {
  const context = loadContext(ports);
  if (!context.ok) return context;
  const { rows, name } = rowsOfSource(ports, source);
  const found = findTable(rows, COURSE_RULES, ['teacher', 'title']);
  if (found === undefined) return { ok: false, problems: [{ code: 'courses.noTable' }] };
  const header = rows[found.headerRow] ?? [];
  const { table, unread } = correctColumns(found, header, COURSE_RULES, source.corrections);
  if (unread.length > 0) return { ok: false, problems: badCorrections(unread) };
  const { courses, problems } = readCourses(rows, table, indexStaff(context.value.staff.all));
  const standing = ports.workbook.read(COURSES);
  const there = new Set(
    [...standing.rows, ...standing.unread].map(({ teacher = '', title = '', date = '' }) =>
      courseKey({ teacher, title, date }),
    ),
  );
  const fresh = courses.filter((course) => {
    const key = courseKey({ ...course, teacher: course.teacher.code });
    const isFresh = !there.has(key);
    there.add(key);
    return isFresh;
  });
  return {
    ok: true,
    value: {
      fresh,
      known: courses.length - fresh.length,
      lines: understoodColumns(table, header, (field: CourseField) => COURSES.columns[field].title),
      problems: placedIn(name, problems),
      name,
    },
  };
}
