// The workbook as the database.
import type { Outcome, RowProblem } from '../../domain/message';
import type { Chart } from '../../workbook/charts';
import type { Placed, Row, Table, Unread } from '../../workbook/schema';

/** A table as read: good rows with their place, and what is wrong with the others. */
export interface TableData<T extends Table> {
  readonly rows: readonly Placed<Row<T>>[];
  /**
   * Rows left out of `rows` for a bad cell, with the cells that could be read: by their keys they are known to be there, so that
   * nothing is made a second time for them. Their cells stay untouched in the sheet.
   */
  readonly unread: readonly Unread<Row<T>>[];
  /** What is wrong with the rows left out. (In a machine table only a cell it cannot be without can be wrong: any other counts as empty.) */
  readonly problems: readonly RowProblem[];
}

/** What `ensure` made or mended. */
export interface EnsureReport {
  readonly created: readonly string[];
  readonly repaired: readonly string[];
}

/** A sheet whose columns depend on the data (the matrix): headings, cells, and how to colour them. */
export interface SheetView {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  /** Key of the table whose sheet a new sheet is put behind. */
  readonly after?: string;
  /** Heading rows, then data rows; all of one width. Numbers stay numbers. */
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly frozenColumns: number;
  readonly widths: readonly number[];
  /** Per heading of the last heading row: note or ''. */
  readonly notes: readonly string[];
  /**
   * A heat map over the columns from `firstColumn` (0-based): what stands in a cell → background. `columns` (first = `firstColumn`)
   * have colours of their own.
   */
  readonly heat?: {
    readonly firstColumn: number;
    readonly colours?: Readonly<Record<string, string>>;
    readonly columns?: readonly Readonly<Record<string, string>>[];
  };
}

export interface SheetInfo {
  readonly sheetId: number;
  readonly title: string;
  /** The table's key when the sheet is one of ours. */
  readonly table?: string;
}

/** The workbook as the database. Every method is whole-table: a few service calls whatever the size. */
export interface Workbook {
  /** Stable id of this workbook; part of every effect's key. */
  id(): string;
  url(): string;
  /** Creates missing sheets and columns, mends headings' metadata, formats and validation; never deletes or overwrites data. */
  ensure(tables: readonly Table[]): EnsureReport;
  /** Is the table's sheet there? */
  has(table: Pick<Table, 'key'>): boolean;
  /** The sheet's last row, the headings' among them: for whoever reads a long table otherwise than a short one. One call. */
  height(table: Table): number;
  read<T extends Table>(table: T): TableData<T>;
  /**
   * Some columns of all rows that have something in them: for whoever only counts, of tables that grow with a region. A call for each
   * run of neighbouring columns that was not read yet, and one more; an unreadable cell is as an empty one.
   */
  columns<T extends Table, K extends keyof Row<T> & string>(
    table: T,
    keys: readonly K[],
  ): readonly Placed<Pick<Row<T>, K>>[];
  /** What `read` gives; what is wrong with the sheet when it met one that people have broken. Any other error is thrown. */
  unlessBroken<T>(read: () => T): Outcome<T>;
  /** These rows alone, by their numbers in the sheet: a call for each run of those that lie near each other. */
  rowsAt<T extends Table>(table: T, numbers: readonly number[]): TableData<T>;
  /** Adds rows below the last; gives the first one's row in the sheet. What was read or written in this execution is not read again. */
  append<T extends Table>(table: T, rows: readonly Row<T>[]): number;
  /**
   * Changes rows and adds rows below, in at most three calls whatever their number: for a table that was read a moment ago and to
   * which only the product adds rows. Many scattered changes are written as one rectangle, what lies between as it was read.
   */
  upsert<T extends Table>(
    table: T,
    changes: readonly { readonly $row: number; readonly set: Partial<Row<T>> }[],
    added: readonly Row<T>[],
  ): void;
  /** Changes some cells of some rows (by `$row`); all others, formulas among them, stay as they are. Reads nothing for a few runs of rows. */
  patch<T extends Table>(table: T, changes: readonly { readonly $row: number; readonly set: Partial<Row<T>> }[]): void;
  /** Deletes whole rows of the sheet (by `$row`); the others move up. */
  remove(table: Table, rows: readonly number[]): void;
  /** Replaces all rows of a machine-filled table. */
  replace<T extends Table>(table: T, rows: readonly Row<T>[]): void;
  /** Replaces the rows from number `at` (from 0) on with a part of what is to be `total` rows; the last part clears what lies below. */
  replacePart<T extends Table>(table: T, at: number, rows: readonly Row<T>[], total: number): void;
  /**
   * Makes the charts that were never made, and gives those there are the rows there are now. One that somebody has taken away stays
   * away.
   */
  draw(charts: readonly Chart[]): void;
  /** Writes a view in one go, replacing what it showed. */
  show(view: SheetView): void;
  /**
   * Takes somebody out of the views: rows with a cell that `is` the person go, other texts are cleaned; gives the number of rows and
   * cells. Views are those sheets of ours that are none of `tables`.
   */
  cleanViews(tables: readonly Table[], is: (text: string) => boolean, clean: (text: string) => string): number;
  /** Lets only whoever runs this edit the table's sheet, and hides it; or lets everybody again, and shows it. */
  guard(table: Table, closed: boolean): void;
  /** Is the table's sheet guarded? */
  isGuarded(table: Table): boolean;
  /** All sheets, ours and the school's own. */
  sheets(): readonly SheetInfo[];
  /** Displayed values of any sheet, as text, as people see them. */
  readText(sheetId: number): readonly (readonly string[])[];
  /** Nothing read so far is believed any more: after an error nobody knows whether the last write got through. */
  forget(): void;
  /** Makes what was written visible to others and durable before an outward effect. */
  flush(): void;
  /** Makes a sheet the one that is looked at; false when it is not there, or hidden. */
  activate(sheetId: number): boolean;
  /** A link to the table's sheet. */
  linkTo(table: Table): string;
}
