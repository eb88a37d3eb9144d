// Bar: each table is written in at most 3 calls.
import { createLocalWorkspace } from '../local/index';
import { createWorkbook } from '../src/google/workbook/workbook';
import type { Zone } from '../src/google/workbook/cells';
import type { Column, Table } from '../src/workbook/schema';
import { TABLES } from '../src/workbook/tables';

export interface WriteCost {
  readonly table: string;
  readonly columns: number;
  /** Calls to write all rows anew, to add as many below, to change one column of all. */
  readonly replace: number;
  readonly append: number;
  readonly patch: number;
}

const ROWS = 61;

const zone: Zone = {
  toDate: (local) => new Date(`${local}:00+07:00`),
  toLocal: (date) => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 16),
};

/** Writes every table through the product's own workbook, run on the local Workspace from outside. */
export function tableWrites(): readonly WriteCost[] {
  const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z'), locale: 'ru_RU' });
  workspace.createSpreadsheet('Таблицы');
  Object.assign(globalThis, { SpreadsheetApp: workspace.globals['SpreadsheetApp'] });
  const open = (): ReturnType<typeof createWorkbook> => createWorkbook(SpreadsheetApp.getActive(), zone);
  open().ensure(TABLES);
  /** Calls of the work alone: where the table is and what it holds is known before. */
  const calls = (table: Table, work: (workbook: ReturnType<typeof createWorkbook>) => void): number => {
    const workbook = open();
    workbook.read(table);
    const before = workspace.calls.length;
    work(workbook);
    return workspace.calls.length - before;
  };
  return TABLES.map((table) => {
    const row = rowOf(table);
    const rows = Array.from({ length: ROWS }, () => row);
    const key = Object.keys(table.columns)[0] ?? '';
    return {
      table: table.title,
      columns: Object.keys(table.columns).length,
      replace: calls(table, (workbook) => {
        workbook.replace(table, rows);
      }),
      append: calls(table, (workbook) => {
        workbook.append(table, rows);
      }),
      patch: calls(table, (workbook) => {
        workbook.patch(
          table,
          rows.map((_row, index) => ({ $row: index + 2, set: { [key]: row[key] } })),
        );
      }),
    };
  });
}

/** A row with something in every column. */
function rowOf(table: Table): Record<string, string & number & boolean & readonly string[]> {
  return Object.fromEntries(
    Object.entries(table.columns).map(([key, column]) => [
      key,
      sample(column) as string & number & boolean & readonly string[],
    ]),
  );
}

function sample(column: Column): unknown {
  switch (column.type) {
    case 'number':
    case 'share':
      return 1;
    case 'flag':
      return true;
    case 'date':
      return '2026-09-01';
    case 'datetime':
      return '2026-09-01T08:30';
    case 'list':
      return ['математика', 'физика'];
    case 'choice':
      return Object.keys(column.choices ?? {})[0] ?? '';
    case 'json':
      return { answer: ['да'] };
    case 'text':
      return 'текст';
  }
}
