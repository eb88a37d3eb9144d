// Lists too long for a cell: they go on in columns of their own, and the rules see one list.
import type { Table } from '../../workbook/schema';
import { LIST_SEPARATOR, MAX_CELL } from './cells';
import type { Change } from './patches';

type Values = Readonly<Record<string, unknown>>;

/** Room left for what a cell adds to a text: the apostrophe that protects it. */
const MOST_CHARACTERS = MAX_CELL - 100;

/** Column → itself and the columns in which its list goes on, in their order. */
const chainsOf = (table: Table): readonly (readonly [string, readonly string[]])[] => {
  const chains = new Map<string, string[]>();
  for (const [key, { continues }] of Object.entries(table.columns))
    if (continues !== undefined) chains.set(continues, [...(chains.get(continues) ?? [continues]), key]);
  return [...chains];
};

/** Rows, or changes of them, as they are written: each list in as many cells as it takes. */
export function spread<V extends Values>(table: Table, rows: readonly V[]): readonly Values[] {
  const chains = chainsOf(table);
  if (chains.length === 0) return rows;
  return rows.map((row) => {
    const cells: Record<string, unknown> = { ...row };
    for (const [key, columns] of chains) {
      if (!(key in row)) continue;
      const parts = partsOf(row[key] as readonly string[]);
      // What does not fit even so stays in the last: a cell is cut, and nothing is lost before that.
      columns.forEach((column, at) => {
        cells[column] = at < columns.length - 1 ? (parts[at] ?? []) : parts.slice(at).flat();
      });
    }
    return cells;
  });
}

/** Puts the parts of a row's lists together again; undefined for a table whose lists all fit. An unreadable part leaves the list out. */
export function gatherer(table: Table): ((row: Record<string, unknown>) => void) | undefined {
  const chains = chainsOf(table);
  if (chains.length === 0) return undefined;
  return (row) => {
    for (const [key, columns] of chains) {
      const parts = columns.map((column) => row[column] as readonly string[] | undefined);
      for (const column of columns) delete row[column];
      if (parts.every((part) => part !== undefined)) row[key] = parts.flat();
    }
  };
}

function partsOf(list: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let length = Infinity;
  for (const one of list) {
    length += one.length + LIST_SEPARATOR.length;
    if (length > MOST_CHARACTERS) {
      parts.push([]);
      length = one.length;
    }
    parts[parts.length - 1]?.push(one);
  }
  return parts;
}

/** The same of changes of rows. */
export function spreadChanges(table: Table, changes: readonly Change[]): readonly Change[] {
  const sets = spread(
    table,
    changes.map(({ set }) => set),
  );
  return changes.map(({ $row }, index) => ({ $row, set: sets[index] ?? {} }));
}
