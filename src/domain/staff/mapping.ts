// What a person chose of a staff list's columns, over what was found by the headings.
import { findHeader, readHeader, type StaffField, type StaffMapping } from './headers';
import { cleanText } from './normalise';

/** What was chosen; what is absent stays as found. Indexes are 0-based; a column of −1 is none. */
export interface StaffChoices {
  /** −1: the list has no headings and begins with people. */
  readonly headerRow?: number;
  readonly columns: Readonly<Partial<Record<StaffField, number>>>;
}

/** The parts of a name, which a list has instead of one column of names. */
export const NAME_PARTS = ['surname', 'firstName', 'patronymic'] as const satisfies readonly StaffField[];

/**
 * How the columns are to be read. A column is one field's only: chosen for one, it is taken from another. Whoever chooses the column of
 * whole names means it instead of the parts. A list where no headings are found is taken to begin with people.
 */
export function chosenMapping(rows: readonly (readonly string[])[], choices: StaffChoices): StaffMapping {
  const found = findHeader(rows);
  const headerRow = choices.headerRow ?? found?.headerRow ?? -1;
  const columns: Partial<Record<StaffField, number>> =
    headerRow < 0
      ? {}
      : { ...(headerRow === found?.headerRow ? found.columns : readHeader(rows[headerRow] ?? []).columns) };
  for (const [field, column] of Object.entries(choices.columns) as [StaffField, number][]) {
    for (const other of Object.keys(columns) as StaffField[]) if (columns[other] === column) delete columns[other];
    if (column < 0) delete columns[field];
    else columns[field] = column;
  }
  if ((choices.columns.name ?? -1) >= 0) for (const part of NAME_PARTS) delete columns[part];
  return { headerRow, columns };
}

/** Can people be read by it: is there a column of their names? */
export const hasNames = ({ columns }: StaffMapping): boolean =>
  columns.name !== undefined || columns.surname !== undefined;

/** The first text of a column below the headings; '' when it is empty. */
export function exampleOf(rows: readonly (readonly string[])[], { headerRow }: StaffMapping, column: number): string {
  return (
    rows
      .slice(headerRow + 1)
      .map((row) => cleanText(row[column] ?? ''))
      .find((text) => text !== '') ?? ''
  );
}
