// What undoing a run means for pairs, communities and levels of mastery: its drafts go, what it published becomes a draft again.
import { COMMUNITIES, MASTERY, PAIRS } from '../../workbook/tables';
import type { Table } from '../../workbook/schema';
import type { Ports } from '../ports';
import { formedBy, originOfPublished } from './by-hand';
import type { TeamRow } from './load';

const TABLES: readonly Table[] = [PAIRS, COMMUNITIES, MASTERY];

/** Rows of a table (by `$row`). */
export interface RowsOf {
  readonly table: Table;
  readonly rows: readonly number[];
}

/** The run's rows in a state; tables without any are left out. */
export function teamRows(ports: Ports, run: string, state: 'draft' | 'published'): readonly RowsOf[] {
  return TABLES.flatMap((table) => {
    if (!ports.workbook.has(table)) return [];
    const rows = rowsOfRun(ports, table, run, state).map(({ $row }) => $row);
    return rows.length === 0 ? [] : [{ table, rows }];
  });
}

const rowsOfRun = (ports: Ports, table: Table, run: string, state: 'draft' | 'published'): readonly TeamRow[] =>
  (ports.workbook.read(table).rows as readonly (object & TeamRow)[]).filter(
    (row) => row.run === run && row.state === state,
  );

/** Makes what the run published a draft again, of the run that formed it. */
export function unpublishTeams(ports: Ports, run: string): void {
  // Of a run that died between naming itself and the state, and of rows somebody has made drafts since, the run goes too.
  for (const table of TABLES.filter((one) => ports.workbook.has(one)))
    for (const state of ['published', 'draft'] as const)
      ports.workbook.patch(
        table,
        rowsOfRun(ports, table, run, state).map((row) => ({
          $row: row.$row,
          set: { state: 'draft', run: formedBy(row) === run ? '' : formedBy(row), ...originOfPublished(row) },
        })),
      );
}

/** Codes of everybody in a pair, a community or a group of mastery. */
export function teachersInTeams(ports: Ports): readonly unknown[] {
  return TABLES.flatMap((table) => {
    if (!ports.workbook.has(table)) return [];
    const { rows, unread } = ports.workbook.read(table);
    return [...rows, ...unread].flatMap((row) => [row['teacher'], row['mentor'], row['trainee']]);
  });
}
