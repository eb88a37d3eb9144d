// The grid of a sheet: contents and style numbers in sparse rows, read and written by position.
import { numberAt, putNumber, tidied } from './number-rows';
import type { BookState, CellStyle, Content, Formula, Rect, SheetState, ValidationRule } from './state';

/** Whether a content is a formula. */
export function isFormula(content: Content): content is Formula {
  return typeof content === 'object' && content !== null;
}

/** Content of a cell (1-based). */
export function contentAt(sheet: SheetState, row: number, column: number): Content {
  return sheet.cells[row - 1]?.[column - 1] ?? null;
}

/** Puts a content into a cell; rows keep no empty tail, so that the last row and column are known at once. */
export function putContent(sheet: SheetState, row: number, column: number, content: Content): void {
  const rows = sheet.cells;
  let cells = rows[row - 1];
  if (cells === undefined) {
    if (content === null) return;
    while (rows.length < row) rows.push([]);
    cells = rows[row - 1] ?? [];
  }
  if (column > cells.length) {
    if (content === null) return;
    while (cells.length < column - 1) cells.push(null);
    cells.push(content);
    return;
  }
  cells[column - 1] = content;
  if (content !== null) return;
  trim(cells);
  trimRows(rows);
}

/** Style number of a cell; 0 is the default style. */
export function styleAt(sheet: SheetState, row: number, column: number): number {
  return numberAt(sheet.styles, row, column);
}

/** Puts a style number into a cell. */
export function putStyle(sheet: SheetState, row: number, column: number, style: number): void {
  putNumber(sheet.styles, row, column, style);
}

/** Number of a cell's validation rule, from 1; 0 is none. */
export function ruleAt(sheet: SheetState, row: number, column: number): number {
  return numberAt(sheet.rules, row, column);
}

/** Puts a rule's number into a cell; 0 takes its rule away. */
export function putRule(sheet: SheetState, row: number, column: number, rule: number): void {
  putNumber(sheet.rules, row, column, rule);
}

/** The validation rule of a cell. */
export function ruleOf(book: BookState, sheet: SheetState, row: number, column: number): ValidationRule | undefined {
  return book.validations[ruleAt(sheet, row, column) - 1];
}

/** The cells of a rectangle that have a validation rule, row by row. */
export function ruledCells(sheet: SheetState, rect: Rect): { row: number; column: number; rule: number }[] {
  const found: { row: number; column: number; rule: number }[] = [];
  for (let row = rect.row; row < Math.min(rect.row + rect.rows, sheet.rules.length + 1); row++) {
    const rules = sheet.rules[row - 1] ?? [];
    for (let column = rect.column; column < Math.min(rect.column + rect.columns, rules.length + 1); column++) {
      const rule = rules[column - 1] ?? 0;
      if (rule !== 0) found.push({ row, column, rule });
    }
  }
  return found;
}

/** The whole of a sheet. */
export function wholeOf({ maxRows, maxColumns }: SheetState): Rect {
  return { row: 1, column: 1, rows: maxRows, columns: maxColumns };
}

function trim(cells: Content[]): void {
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
}

function trimRows(rows: Content[][]): void {
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
}

/** Restores the grid's invariant after whole rows or columns were cut out or moved. */
export function tidy(sheet: SheetState): void {
  for (const cells of sheet.cells) trim(cells);
  trimRows(sheet.cells);
  sheet.styles = tidied(sheet.styles);
  sheet.rules = tidied(sheet.rules);
}

/** Last row with content; 0 for an empty sheet. */
export function lastRow(sheet: SheetState): number {
  return sheet.cells.length;
}

/** Last column with content; 0 for an empty sheet. */
export function lastColumn(sheet: SheetState): number {
  return sheet.cells.reduce((last, { length }) => Math.max(last, length), 0);
}

/** Calls `visit` for every cell of a rectangle, row by row. */
export function eachCell(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++)
    for (let column = rect.column; column < rect.column + rect.columns; column++) visit(row, column);
}

/** A grid of the rectangle's size with what `value` gives for each cell. */
export function gridOf<T>(rect: Rect, value: (row: number, column: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = 0; row < rect.rows; row++) {
    const cells: T[] = [];
    for (let column = 0; column < rect.columns; column++) cells.push(value(rect.row + row, rect.column + column));
    rows.push(cells);
  }
  return rows;
}

/** The part of a rectangle that can hold content: asking about a whole column need not visit a thousand empty rows. */
export function contentPart(sheet: SheetState, rect: Rect): Rect {
  const rows = Math.max(0, Math.min(rect.rows, lastRow(sheet) - rect.row + 1));
  const columns = Math.max(0, Math.min(rect.columns, lastColumn(sheet) - rect.column + 1));
  return { ...rect, rows, columns };
}

/** Key of a cell in a sheet's sparse maps (notes, links). */
export function keyOf(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

/** The cell of a key. */
export function cellOfKey(key: string): [number, number] {
  const [row = '', column = ''] = key.split(',');
  return [Number(row), Number(column)];
}

/** The keys of a sparse map that lie in a rectangle. */
export function keysWithin(map: Readonly<Record<string, unknown>>, rect: Rect): string[] {
  return Object.keys(map).filter((key) => {
    const [row, column] = cellOfKey(key);
    return (
      row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns
    );
  });
}

/** Style number of a style, added to the workbook's table when it is new. */
export function styleNumber(book: BookState, style: CellStyle): number {
  const wanted = fingerprint(style);
  let index = fingerprints(book).get(wanted);
  if (index === undefined) {
    index = book.styles.length;
    book.styles.push(style);
    fingerprints(book).set(wanted, index);
  }
  return index;
}

const known = new WeakMap<CellStyle[], Map<string, number>>();

function fingerprints({ styles }: BookState): Map<string, number> {
  let map = known.get(styles);
  if (map?.size !== styles.length) {
    map = new Map(styles.map((style, index) => [fingerprint(style), index]));
    known.set(styles, map);
  }
  return map;
}

function fingerprint(style: CellStyle): string {
  return JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The style of a cell. */
export function styleOf(book: BookState, sheet: SheetState, row: number, column: number): CellStyle {
  return book.styles[styleAt(sheet, row, column)] ?? {};
}

/** Changes one cell's style: a field given as `undefined` goes back to the default. */
export function restyle(
  book: BookState,
  sheet: SheetState,
  row: number,
  column: number,
  change: { [K in keyof CellStyle]?: CellStyle[K] | undefined },
): void {
  putStyle(sheet, row, column, changedStyle(book, styleAt(sheet, row, column), change));
}

/** The number of the style that results from changing style number `from`. */
export function changedStyle(
  book: BookState,
  from: number,
  change: { [K in keyof CellStyle]?: CellStyle[K] | undefined },
): number {
  const style: Record<string, unknown> = { ...(book.styles[from] ?? {}) };
  for (const [field, value] of Object.entries(change))
    if (value === undefined) delete style[field];
    else style[field] = value;
  return styleNumber(book, style as CellStyle);
}
