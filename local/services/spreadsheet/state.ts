// The stored form of workbooks: plain JSON in the world's `spreadsheets` slice, and how blank ones are made.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { Packing, World } from '../../runtime/world';
import { localeOf } from './locale';
import { packed, unpacked, type NumberRows, type PackedRows } from './number-rows';

/** A formula in the canonical (en_US) spelling, or text beginning with `=` that is none and shows as #ERROR!. */
export type Formula = { f: string } | { bad: string };

/** What a cell holds: nothing, text, a number (dates are serial numbers), a boolean, or a formula. */
export type Content = null | string | number | boolean | Formula;

/** A rectangle of a sheet, 1-based and inclusive of its first row and column. */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A part of a sheet that may be unbounded (`A:C`, the whole sheet): edges missing in notation reach to the sheet's end. */
export interface Area extends Rect {
  sheetId: number;
}

/** One side of a cell's border. */
export interface BorderSide {
  style: string;
  color: string;
}

/** The formatting of a cell; an absent field is the default. */
export interface CellStyle {
  numberFormat?: string;
  background?: string;
  fontColor?: string;
  fontSize?: number;
  fontFamily?: string;
  fontWeight?: 'bold';
  fontStyle?: 'italic';
  fontLine?: 'underline' | 'line-through';
  horizontal?: string;
  vertical?: string;
  wrap?: 'WRAP' | 'CLIP';
  rotation?: number;
  borders?: Partial<Record<'top' | 'left' | 'bottom' | 'right', BorderSide>>;
}

/** A data-validation criterion argument or a condition's: plain, a date (ms or relative to today), or a range. */
export type CriterionValue =
  | string
  | number
  | boolean
  | null
  | string[]
  | { date: number }
  | { relative: string }
  | { range: { spreadsheetId: string; area: Area } };

export interface ValidationRule {
  criteria: string;
  values: CriterionValue[];
  allowInvalid: boolean;
  helpText: string | null;
}

export interface ConditionalRule {
  ranges: Rect[];
  boolean?: {
    criteria: string;
    values: CriterionValue[];
    style: Pick<CellStyle, 'background' | 'fontColor' | 'fontWeight' | 'fontStyle' | 'fontLine'>;
  };
  gradient?: { point: 'min' | 'mid' | 'max'; color: string; type: string; value: string }[];
}

export interface ProtectionState {
  id: string;
  type: 'RANGE' | 'SHEET';
  sheetId: number;
  rect?: Rect;
  namedRange?: string;
  description: string;
  warningOnly: boolean;
  editors: string[];
  domainEdit: boolean;
  unprotected: Rect[];
}

export interface MetadataState {
  id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  location:
    | { type: 'SPREADSHEET' }
    | { type: 'SHEET'; sheetId: number }
    | { type: 'ROW' | 'COLUMN'; sheetId: number; at: number };
}

export interface ChartState {
  id: number;
  type: string;
  ranges: { sheetId: number; rect: Rect }[];
  options: Record<string, unknown>;
  position: { row: number; column: number; offsetX: number; offsetY: number };
  numHeaders: number;
  transpose: boolean;
  mergeStrategy: string;
  hiddenStrategy: string;
}

export interface BandingState {
  id: number;
  rect: Rect;
  by: 'ROW' | 'COLUMN';
  header: string | null;
  first: string;
  second: string;
  footer: string | null;
}

export interface FilterState {
  rect: Rect;
}

/** The styled stretches of a cell's text. */
export interface TextRun {
  start: number;
  style: Pick<CellStyle, 'fontColor' | 'fontSize' | 'fontFamily' | 'fontWeight' | 'fontStyle' | 'fontLine'>;
  link?: string;
}

export interface SheetState {
  id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  /** `cells[r][c]` is the content of row r+1, column c+1; rows and their tails may be absent. */
  cells: Content[][];
  /** `styles[r][c]` indexes the workbook's `styles`; 0 (or absent) is the default style. */
  styles: NumberRows;
  /** `rules[r][c]` is the number of the cell's rule in the workbook's `validations`, from 1; 0 (or absent) is none. */
  rules: NumberRows;
  /** Notes and styled text, by `row,column`. */
  notes: Record<string, string>;
  runs: Record<string, TextRun[]>;
  merges: Rect[];
  conditional: ConditionalRule[];
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenColumns: number[];
  hiddenRows: number[];
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  tabColor: string | null;
  gridlinesHidden: boolean;
  rightToLeft: boolean;
  charts: ChartState[];
  bandings: BandingState[];
  filter: FilterState | null;
  /** The form whose answers this sheet receives. */
  formId?: string;
}

export interface NamedRangeState {
  name: string;
  area: Area;
}

export interface BookState {
  locale: string;
  timeZone: string;
  recalculation: 'ON_CHANGE' | 'MINUTE' | 'HOUR';
  sheets: SheetState[];
  activeSheetId: number;
  /** Selected rectangle of each sheet that has one. */
  selections: Record<number, Rect>;
  styles: CellStyle[];
  validations: ValidationRule[];
  namedRanges: NamedRangeState[];
  metadata: MetadataState[];
  protections: ProtectionState[];
  editors: string[];
  viewers: string[];
  toasts: { at: number; title: string; message: string }[];
}

interface Slice {
  books: Record<string, BookState>;
}

type PackedSheet = Omit<SheetState, 'styles' | 'rules'> & { styles: PackedRows; rules: PackedRows };
type PackedBook = Omit<BookState, 'sheets'> & { sheets: PackedSheet[] };
interface PackedSlice {
  books: Record<string, PackedBook>;
}

/** Formats and rules are set for whole columns, a thousand rows each: four fifths of a school's state. */
const PACKING: Packing<Slice, PackedSlice> = {
  pack: ({ books }) => ({
    books: mapValues(books, (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({ ...sheet, styles: packed(sheet.styles), rules: packed(sheet.rules) })),
    })),
  }),
  unpack: ({ books }) => ({
    books: mapValues(books, (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({ ...sheet, styles: unpacked(sheet.styles), rules: unpacked(sheet.rules) })),
    })),
  }),
};

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** MIME type of a Google spreadsheet. */
export const SPREADSHEET_MIME = 'application/vnd.google-apps.spreadsheet';

/** Rows and columns of a new sheet; live Sheets makes 1000 × 26. */
const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;

/** All workbooks of the world by file id. */
export function books(world: World): Record<string, BookState> {
  return world.slice<Slice, PackedSlice>('spreadsheets', () => ({ books: {} }), PACKING).books;
}

/** The workbook with this id, whatever text that is: `toString` names none. */
export function findBook(world: World, id: string): BookState | undefined {
  const all = books(world);
  return Object.hasOwn(all, id) ? all[id] : undefined;
}

/** The workbook with this id; throws what live Apps Script throws for an unknown or deleted document. */
export function bookOf(world: World, id: string): BookState {
  const book = findBook(world, id);
  if (book === undefined) throw new ScriptError('You do not have permission to access the requested document.');
  return book;
}

/** The sheet of a workbook; throws if it has been deleted. */
export function sheetOf(book: BookState, sheetId: number): SheetState {
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (sheet === undefined) throw new ScriptError(`Sheet ${String(sheetId)} not found`);
  return sheet;
}

/** A blank sheet. */
export function blankSheet(id: number, name: string, maxRows = NEW_ROWS, maxColumns = NEW_COLUMNS): SheetState {
  return {
    id,
    name,
    maxRows,
    maxColumns,
    cells: [],
    styles: [],
    rules: [],
    notes: {},
    runs: {},
    merges: [],
    conditional: [],
    columnWidths: {},
    rowHeights: {},
    hiddenColumns: [],
    hiddenRows: [],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    tabColor: null,
    gridlinesHidden: false,
    rightToLeft: false,
    charts: [],
    bandings: [],
    filter: null,
  };
}

/** Gives the file `id` a blank workbook with one sheet, as a new Google spreadsheet has. */
export function createBook(world: World, id: string, rows?: number, columns?: number): BookState {
  const book: BookState = {
    locale: world.locale,
    timeZone: world.timeZone,
    recalculation: 'ON_CHANGE',
    sheets: [blankSheet(0, `${localeOf(world.locale).sheet}1`, rows, columns)],
    activeSheetId: 0,
    selections: {},
    styles: [{}],
    validations: [],
    namedRanges: [],
    metadata: [],
    protections: [],
    editors: [],
    viewers: [],
    toasts: [],
  };
  books(world)[id] = book;
  return book;
}

/** The link people open. */
export function bookUrl(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

/** The active workbook's id of the running execution, or of the Workspace outside one. */
export function activeBookId(world: World): string | undefined {
  return world.execution === undefined ? world.activeSpreadsheetId : world.execution.activeSpreadsheetId;
}

/** The file's name in Drive. */
export function bookName(world: World, id: string): string {
  const file = world.files.find(id);
  if (file === undefined) throw new NotEmulated('a spreadsheet without a Drive file');
  return file.name;
}
