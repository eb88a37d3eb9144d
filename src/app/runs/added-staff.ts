// Undoing an import of staff: whom it added and nothing is about yet may go.
import type { Table } from '../../workbook/schema';
import { ANSWERS, GROUPS, STAFF } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { TableData } from '../ports/workbook';
import { teachersInTeams } from '../teams/undo';

/** Staff rows that the run added: those that may go, and how many stay because answers or groups are about their people. */
export function staffAdded(ports: Ports, run: string): { readonly go: readonly number[]; readonly stay: number } {
  if (!ports.workbook.has(STAFF)) return { go: [], stay: 0 };
  const added = ports.workbook.read(STAFF).rows.filter((row) => row.run === run);
  if (added.length === 0) return { go: [], stay: 0 };
  const inUse = new Set([
    ...[ANSWERS, GROUPS].flatMap((table) =>
      ports.workbook.has(table) ? teachersIn(ports.workbook.read(table as Table)) : [],
    ),
    ...teachersInTeams(ports),
  ]);
  const go = added.filter(({ code }) => !inUse.has(code));
  return { go: go.map(({ $row }) => $row), stay: added.length - go.length };
}

const teachersIn = ({ rows, unread }: TableData<Table>): readonly unknown[] =>
  [...rows, ...unread].map((row) => row['teacher']);
