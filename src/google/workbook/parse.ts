// What a sheet's values mean to the rules.
import type { TableData } from '../../app/ports/workbook';
import type { RowProblem } from '../../domain/message';
import type { Column, Placed, Row, Table, Unread } from '../../workbook/schema';
import { type Cell, emptyValue, fromCell, type Zone } from './cells';
import type { Located } from './locate';
import { gatherer } from './long-lists';

/** Rows of rule values from a sheet's values; a bad cell is a problem of its row. */
export function parse<T extends Table>(
  table: T,
  located: Located,
  all: readonly (readonly Cell[])[],
  zone: Zone,
): TableData<T> {
  const rows: Placed<Row<T>>[] = [];
  const unread: Unread<Row<T>>[] = [];
  const problems: RowProblem[] = [];
  const columns = Object.entries(table.columns).map(([key, column]) => ({
    key,
    column,
    at: (located.columns.get(key) ?? 1) - 1,
  }));
  const gather = gatherer(table);
  all.forEach((cells, index) => {
    if (index === 0 || columns.every(({ at }) => cells[at] === '' || cells[at] === undefined)) return;
    const row: Record<string, unknown> = { $row: index + 1 };
    let good = true;
    for (const { key, column, at } of columns) {
      const found = fromCell(column, cells[at] ?? '', zone);
      const outcome =
        'problem' in found && table.filledBy === 'machine' && column.required !== true
          ? { value: emptyValue(column) }
          : found;
      const problem =
        'problem' in outcome
          ? outcome.problem
          : column.required === true && isEmpty(outcome.value)
            ? { code: 'cell.required' }
            : undefined;
      if (problem !== undefined) {
        good = false;
        problems.push({
          ...problem,
          row: index + 1,
          column: column.title,
          fields: { ...problem.fields, table: table.title },
        });
      } else if ('value' in outcome) row[key] = outcome.value;
    }
    gather?.(row);
    if (good) rows.push(row as Placed<Row<T>>);
    else unread.push(row as Unread<Row<T>>);
  });
  return { rows, unread, problems };
}

/** @throws RangeError for a key the table does not have */
export function columnOf(table: Table, key: string): Column {
  const column = table.columns[key];
  if (column === undefined) throw new RangeError(`no column ${key} in ${table.key}`);
  return column;
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A cell by itself: what it says, or what an empty one does when it cannot be read. */
export function valueOf(column: Column, cell: Cell, zone: Zone): unknown {
  const found = fromCell(column, cell, zone);
  return 'problem' in found ? emptyValue(column) : found.value;
}
