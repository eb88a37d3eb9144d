// How a table of the workbook is described, and what a row of it is to the rules.

/** Column types and what a rule gets of a cell: see `CellValue`. */
export type ColumnType =
  | 'text'
  | 'number'
  | 'share' // 0 … 1, shown as per cent
  | 'date' // `YYYY-MM-DD` or ''
  | 'datetime' // `YYYY-MM-DDTHH:mm` or ''
  | 'flag' // «да» / «нет»
  | 'list' // several texts in a cell, joined by "; "
  | 'choice' // a code, shown as its label
  | 'json'; // for the machine: hidden

/** What a cell says at a glance: colours are of the sheets, the meaning is of the table. */
export type Tone = 'good' | 'doing' | 'warn' | 'bad' | 'off';

export interface Column {
  readonly type: ColumnType;
  /** Heading as first written; people may rename it: the column is found by developer metadata. */
  readonly title: string;
  /** Note on the heading: what to write here. */
  readonly note?: string;
  /** Width in pixels. */
  readonly width?: number;
  /** For `number`: digits after the decimal comma (default 0). */
  readonly decimals?: number;
  /** For `choice`: code → label. */
  readonly choices?: Readonly<Record<string, string>>;
  /** For `choice`: code → tone. For `text`: how the text begins → tone. */
  readonly tones?: Readonly<Record<string, Tone>>;
  /** For `number` and `share`: less than nothing is bad, more than nothing good. */
  readonly signed?: true;
  /** For `flag`: an empty cell means «да», so that a row added by hand counts until somebody says «нет». */
  readonly blank?: 'yes';
  /** A row without it is a problem. */
  readonly required?: boolean;
  /** A link or an id: one line, cut at the cell's edge. Other texts go on in further lines. */
  readonly clip?: true;
  /** For the machine: hidden from view. */
  readonly hidden?: boolean;
  /** Came after the table: workbooks made before do not have it and have lost nothing. */
  readonly later?: true;
  /** For `list`: holds what did not fit into that column's cell. The rules see one list, in that column. */
  readonly continues?: string;
  /** Whose data it is, where the heading does not say it already: see `personal.ts`. */
  readonly person?: PersonMark;
}

/**
 * What a column holds of a person.
 * - `code`: the staff code (or, typed by hand, the name) of whom the row is about: the row is that person's
 * - `codes`: codes or names of several people; the row is not theirs
 * - `name`: the name that goes with the row's code
 * - `email`: the address of whom the row is about
 * - `words`: texts, lists and data in which people may be named
 * - `none`: what can name nobody: ids, keys, links
 */
export type PersonMark = 'code' | 'codes' | 'name' | 'email' | 'words' | 'none';

export interface Table<C extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> {
  /** Stable key: sheet metadata. */
  readonly key: string;
  /** Sheet's name as first written. */
  readonly title: string;
  /** One sentence for the person who opens the sheet. */
  readonly about: string;
  /** Who fills it: `people` may edit any cell; `both`: people edit what the notes say; `machine`: rewritten by the product. */
  readonly filledBy: 'people' | 'both' | 'machine';
  /** Only the product adds rows, though people edit cells: what lies below the last row need not be looked at before adding. */
  readonly rowsBy?: 'machine';
  readonly hidden?: boolean;
  readonly tabColour?: string;
  /** Columns frozen on the left. */
  readonly frozenColumns?: number;
  readonly columns: C;
}

type Typed<T extends ColumnType> = T extends 'number' | 'share'
  ? number | undefined
  : T extends 'flag'
    ? boolean
    : T extends 'list'
      ? readonly string[]
      : T extends 'json'
        ? unknown
        : string;

/** A row of a table as the rules see it. Empty cells: '' for texts, dates and choices; undefined for numbers; false (see `blank`); []. */
export type Row<T extends Table> = {
  readonly [K in keyof T['columns'] as T['columns'][K] extends { readonly continues: string } ? never : K]: Typed<
    T['columns'][K]['type']
  >;
};

/** A row read from a sheet, with its place, so that it can be patched and named in a problem. */
export type Placed<R> = R & { readonly $row: number };

/** The readable cells of a row that has a bad one. */
export type Unread<R> = Partial<R> & { readonly $row: number };

/** Is the column of that heading one that workbooks made before it do not have? */
export const cameLater = ({ columns }: Table, title: string): boolean =>
  Object.values(columns).some((column) => column.title === title && column.later === true);

export const table = <const C extends Readonly<Record<string, Column>>>(definition: Table<C>): Table<C> => definition;
