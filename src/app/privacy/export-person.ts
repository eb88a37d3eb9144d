// «Выгрузить данные человека»: everything the workbook holds about one person, in a file only the director can open.
import type { ItemSpec } from '../../domain/survey/form-spec';
import { csvOf } from '../../domain/personal/csv';
import type { PersonFinder } from '../../domain/personal/person';
import type { Row, Table } from '../../workbook/schema';
import { isAgeless } from '../../workbook/personal';
import { ANSWERS, GROUPS, MODULES, QUESTIONS } from '../../workbook/tables';
import { type Action, finished, textOf } from '../action';
import type { Ports } from '../ports';
import { personField } from './erase-person';
import { type Paper, paperIds, writePaper } from './papers';
import { recordIn } from '../timetable/lesson-people';
import { finderOf, labelOf, type Subject, subjectOf } from './subject';
import { type Trace, tracesOf } from './traces';

interface ExportCursor {
  readonly paper: Paper;
}

type Line = readonly [table: string, row: string, column: string, value: string];

export const exportPerson: Action<Subject, ExportCursor> = {
  id: 'exportPerson',
  fields: () => [personField()],

  read(ports, raw) {
    const typed = textOf(raw, 'person', 300) ?? '';
    const subject = subjectOf(ports, typed);
    if (!subject.ok) return subject;
    return tracesOf(ports, finderOf(ports, subject.value)).length === 0
      ? { ok: false, problems: [{ code: 'person.unknown', fields: { found: typed } }] }
      : subject;
  },

  preview(ports, subject) {
    const traces = tracesOf(ports, finderOf(ports, subject));
    return {
      ok: true,
      value: {
        lines: [{ code: 'export.will', fields: { code: labelOf(ports, subject) } }],
        counts: traces.map((trace) => ({
          label: { code: 'link.sheet', fields: { table: trace.table.title } },
          value: String(trace.rows.length + trace.cleaned.length),
        })),
        warnings: [],
      },
    };
  },

  step(ports, run, subject, cursor) {
    if (cursor === undefined)
      return {
        state: 'going',
        cursor: { paper: paperIds(ports) },
        done: 0,
        total: 1,
        line: { code: 'export.will', fields: { code: labelOf(ports, subject) } },
      };
    const lines = linesOf(ports, finderOf(ports, subject));
    const url = writePaper(
      ports,
      run.run,
      cursor.paper,
      {
        name: ports.words.say({ code: 'export.file', fields: { run: run.run } }),
        contentType: 'text/csv',
        text: csvOf([
          (['table', 'row', 'column', 'value'] as const).map((name) => ports.words.say({ code: `export.${name}` })),
          ...lines,
        ]),
      },
      subject.person.code,
    );
    return finished(
      [{ code: 'export.done', fields: { count: lines.length } }],
      [{ label: { code: 'link.export' }, url }],
    );
  },
};

/** Rows about the person whole, of other rows only the cells that name the person; sessions to which the person's groups were invited. */
function linesOf(ports: Ports, finder: PersonFinder): readonly Line[] {
  const questions = new Map(
    ports.workbook.has(QUESTIONS)
      ? ports.workbook.read(QUESTIONS).rows.map(({ survey, itemId, spec }) => [`${survey}|${itemId}`, spec as ItemSpec])
      : [],
  );
  return [...tracesOf(ports, finder).flatMap((trace) => linesIn(ports, trace, questions)), ...sessions(ports, finder)];
}

function linesIn(ports: Ports, { table, rows, cleaned }: Trace, questions: ReadonlyMap<string, ItemSpec>): Line[] {
  const numbers = [...rows, ...cleaned.map(({ $row }) => $row)];
  const { rows: read, unread } = isAgeless(table) ? ports.workbook.rowsAt(table, numbers) : ports.workbook.read(table);
  const cells = new Map<number, Readonly<Record<string, unknown>>>([...read, ...unread].map((row) => [row.$row, row]));
  const whole = rows.flatMap(($row) =>
    Object.keys(table.columns).flatMap((key) => linesOfCell(table, $row, key, cells.get($row) ?? {}, questions)),
  );
  const named = cleaned.flatMap(({ $row, set }) =>
    Object.keys(set).flatMap((key) => linesOfCell(table, $row, key, cells.get($row) ?? {}, questions)),
  );
  return [...whole, ...named];
}

function linesOfCell(
  table: Table,
  $row: number,
  key: string,
  row: Readonly<Record<string, unknown>>,
  questions: ReadonlyMap<string, ItemSpec>,
): Line[] {
  const column = table.columns[key];
  const value = row[key];
  if (column === undefined || value === undefined || value === '' || value === false) return [];
  const line = (title: string, text: unknown): Line => [table.title, String($row), title, textOfValue(text)];
  // An answer is kept by the ids of its questions: it is told by what was asked.
  if (table.key === ANSWERS.key && key === 'answers' && typeof value === 'object' && value !== null)
    return Object.entries(value).map(([itemId, answer]) =>
      line(questions.get(`${String(row['survey'])}|${itemId}`)?.title ?? column.title, answer),
    );
  const label = column.type === 'choice' ? column.choices?.[String(value)] : undefined;
  return [line(column.title, label ?? value)];
}

const textOfValue = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textOfValue).join('; ')
    : typeof value === 'string'
      ? value
      : typeof value === 'boolean'
        ? value
          ? 'да'
          : 'нет'
        : (JSON.stringify(value) ?? '');

function sessions(ports: Ports, finder: PersonFinder): readonly Line[] {
  if (!ports.workbook.has(GROUPS) || !ports.workbook.has(MODULES)) return [];
  const groups = new Set(
    ports.workbook.read(GROUPS).rows.flatMap(({ teacher, group }) => (finder.is(teacher) ? [group] : [])),
  );
  // Of a lesson that was held the row itself says whom it was for.
  const isFor = (row: Row<typeof MODULES>): boolean => {
    const record = row.state === 'held' ? recordIn(row) : undefined;
    return record === undefined
      ? groups.has(row.group)
      : [...record.consultants, ...record.consultees].some((code) => finder.is(code));
  };
  return ports.workbook
    .read(MODULES)
    .rows.filter(isFor)
    .map(({ $row, title, date, start }) => [
      MODULES.title,
      String($row),
      MODULES.columns.title.title,
      [title, date, start].join(' '),
    ]);
}
