// Widths of a table's columns.
// https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#updatetablecolumnpropertiesrequest
import { NotEmulated } from '../../runtime/service';
import { BadEdit, assignMembers } from './editor';
import type { Editor } from './editor';
import type { ColumnProperties } from './state';

export const COLUMN_PROPERTIES: readonly (keyof ColumnProperties)[] = ['widthType', 'width'];

/** A column narrower than this is refused. */
const LEAST_POINTS = 5;

/** Sets properties of some columns of a table, of all when no index is given. */
export function setColumns(
  editor: Editor,
  start: number,
  indices: unknown,
  properties: ColumnProperties,
  names: readonly (keyof ColumnProperties)[],
): void {
  editor.table(start);
  const table = editor.at(start);
  if (table?.kind !== 'table') return;
  const { widthType, width } = properties;
  if (widthType !== undefined && widthType !== 'EVENLY_DISTRIBUTED' && widthType !== 'FIXED_WIDTH')
    throw new NotEmulated(`a column's widthType ${widthType}`);
  if (width !== undefined && (width.unit !== 'PT' || typeof width.magnitude !== 'number'))
    throw new NotEmulated("a column's width that is not in points");
  if (width?.magnitude !== undefined && width.magnitude < LEAST_POINTS)
    throw new BadEdit(`The column width must be at least ${String(LEAST_POINTS)} points.`);
  const given = Array.isArray(indices) ? (indices as unknown[]) : [];
  const columns = given.length === 0 ? Array.from({ length: table.columns }, (_, column) => column) : given;
  const all = (table.properties ??= Array.from({ length: table.columns }, () => ({ widthType: 'EVENLY_DISTRIBUTED' })));
  for (const column of columns) {
    const target = typeof column === 'number' ? all[column] : undefined;
    if (target === undefined) throw new BadEdit(`Column index ${String(column)} is out of the table's bounds.`);
    assignMembers(target, properties, names);
  }
}
