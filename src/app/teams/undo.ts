// What undoing a run means for pairs, communities and levels of mastery: its drafts go, what it published becomes a draft again.
import { COMMUNITIES, MASTERY, PAIRS } from '../../workbook/tables';
import type { Table } from '../../workbook/schema';
import type { Ports } from '../ports';
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
    const rows = (ports.workbook.read(table).rows as readonly (object & TeamRow)[])
      .filter((row) => row.run === run && row.state === state)
      .map(({ $row }) => $row);
    return rows.length === 0 ? [] : [{ table, rows }];
  });
}

/** Makes what the run published a draft again. */
export function unpublishTeams(ports: Ports, run: string): void {
  // Of a run that died between naming itself and the state, and of rows somebody has made drafts since, the run goes too.
  for (const state of ['published', 'draft'] as const)
    for (const { table, rows } of teamRows(ports, run, state))
      ports.workbook.patch(
        table,
        rows.map(($row) => ({ $row, set: { state: 'draft', run: '' } })),
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
