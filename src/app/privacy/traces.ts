// Where a person is in the workbook, by the tables' declarations: what goes as a whole row, and what is cleaned in place.
import { cleanSpec, cleanValue, type PersonFinder } from '../../domain/personal/person';
import { isAboutPeople, isAgeless, personalColumns } from '../../workbook/personal';
import type { Table } from '../../workbook/schema';
import { GROUP_CHANGES, QUESTIONS, SURVEYS, TABLES } from '../../workbook/tables';
import { remarked } from '../groups/programmes';
import type { Ports } from '../ports';

type Cells = Readonly<Record<string, unknown>> & { readonly $row: number };

/** What of a table is about somebody. */
export interface Trace {
  readonly table: Table;
  /** Rows about the person (by `$row`): they go. */
  readonly rows: readonly number[];
  /** Rows that only name the person: what stays in their cells. */
  readonly cleaned: readonly { readonly $row: number; readonly set: Readonly<Record<string, unknown>> }[];
}

/** Every table in which the person is; unreadable rows are looked through as far as their cells can be read. */
export function tracesOf(ports: Ports, finder: PersonFinder): readonly Trace[] {
  return TABLES.flatMap((table) => {
    const trace = traceIn(ports, table, finder);
    return trace.rows.length + trace.cleaned.length === 0 ? [] : [trace];
  });
}

/** The person in one table; nothing when the workbook does not have it. */
export function traceIn(ports: Ports, table: Table, finder: PersonFinder): Trace {
  if (!ports.workbook.has(table)) return { table, rows: [], cleaned: [] };
  const marks = personalColumns(table);
  const about = isAboutPeople(table);
  const gone: number[] = [];
  const cleaned: { readonly $row: number; readonly set: Record<string, unknown> }[] = [];
  for (const row of cellsOf(ports, table, [...marks.keys()])) {
    if (about && isTheirs(row, marks, finder)) gone.push(row.$row);
    else {
      const set = cleanedCells(table, row, marks, finder);
      if (Object.keys(set).length > 0) cleaned.push({ $row: row.$row, set });
    }
  }
  return { table, rows: gone, cleaned };
}

/** What of a table may be about people; a large one is not read whole for that. */
function cellsOf(ports: Ports, table: Table, keys: readonly string[]): readonly Cells[] {
  if (isAgeless(table) && isAboutPeople(table)) return ports.workbook.columns(table, keys);
  const { rows, unread } = ports.workbook.read(table);
  return [...rows, ...unread] as readonly Cells[];
}

/** By the code; where a row has none (an answer that was not recognised), by the address. */
function isTheirs(row: Cells, marks: ReturnType<typeof personalColumns>, finder: PersonFinder): boolean {
  const of = (wanted: string): readonly string[] =>
    [...marks].flatMap(([key, mark]) => (mark === wanted && typeof row[key] === 'string' ? [row[key]] : []));
  const codes = of('code').filter((code) => code !== '');
  return codes.length > 0 ? codes.some((code) => finder.is(code)) : of('email').some((email) => finder.is(email));
}

function cleanedCells(
  table: Table,
  row: Cells,
  marks: ReturnType<typeof personalColumns>,
  finder: PersonFinder,
): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const [key, mark] of marks) {
    const value = row[key];
    if (value === undefined || value === '') continue;
    // The name beside somebody else's code is a namesake's.
    if (mark === 'name' && isAboutPeople(table)) continue;
    const clean =
      table.key === QUESTIONS.key ? cleanSpec(value, finder.clean) : cleanValue(value, finder, mark === 'codes');
    if (JSON.stringify(clean) === JSON.stringify(value)) continue;
    set[key] = clean;
    // An edit that names somebody who is gone can neither be taken back nor be made again.
    if (table.key === GROUP_CHANGES.key && key === 'edit') Object.assign(set, { edit: undefined, state: 'dropped' });
    if (table.key === SURVEYS.key && key === 'audience') set['audienceCount'] = (clean as readonly string[]).length;
  }
  return set;
}

/** Takes the person out of a table: cleaned cells first, for rows move up when others go. */
export function eraseFrom(ports: Ports, { table, rows, cleaned }: Trace): void {
  if (cleaned.length > 0) ports.workbook.patch(table, remarked(ports, table, cleaned));
  if (rows.length > 0) ports.workbook.remove(table, rows);
}

/** How much of a table a trace is: for the preview and the act. */
export interface Amount {
  readonly table: string;
  readonly rows: number;
  readonly cells: number;
}

export const amountOf = ({ table, rows, cleaned }: Trace): Amount => ({
  table: table.title,
  rows: rows.length,
  cells: cleaned.reduce((sum, { set }) => sum + Object.keys(set).length, 0),
});
