// A1 notation: https://developers.google.com/workspace/sheets/api/guides/concepts#cell
import { ScriptError } from '../../runtime/service';
import type { Rect } from './state';

/** `1` → `A`, `27` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `A` → `1`, `AA` → `27`; any case. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** `B3` of row 3, column 2. */
export function cellA1(row: number, column: number): string {
  return `${columnName(column)}${String(row)}`;
}

/** `A1:B2`; a single cell without the colon. */
export function rectA1({ row, column, rows, columns }: Rect): string {
  const start = cellA1(row, column);
  return rows === 1 && columns === 1 ? start : `${start}:${cellA1(row + rows - 1, column + columns - 1)}`;
}

/** A range as written: edges not written are `undefined` and reach to the end of the sheet. */
export interface WrittenRange {
  sheet: string | undefined;
  top: number | undefined;
  left: number | undefined;
  bottom: number | undefined;
  right: number | undefined;
}

const WRITTEN = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

/** Splits `'Лист 1'!A1:B2` into the sheet's name and the rest. */
export function splitSheet(notation: string): { sheet: string | undefined; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(notation);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const bang = notation.lastIndexOf('!');
  return bang < 0
    ? { sheet: undefined, rest: notation }
    : { sheet: notation.slice(0, bang), rest: notation.slice(bang + 1) };
}

/** Reads A1 notation (`B2`, `A1:C5`, `A:C`, `2:4`, `A2:C`, with or without a sheet); `undefined` if it is none. */
export function parseA1(notation: string): WrittenRange | undefined {
  const { sheet, rest } = splitSheet(notation.trim());
  const match = WRITTEN.exec(rest);
  if (!match || rest === '') return undefined;
  const [, left, top, right, bottom] = match;
  const one = !rest.includes(':');
  if (one && (left === undefined || top === undefined)) return undefined;
  if (!one && ((left === undefined && top === undefined) || (right === undefined && bottom === undefined)))
    return undefined;
  const columns = sorted(left === undefined ? undefined : columnNumber(left), one ? undefined : toColumn(right), one);
  const rows = sorted(top === undefined ? undefined : Number(top), one ? undefined : toRow(bottom), one);
  if (rows[0] === 0) return undefined;
  return { sheet, top: rows[0], left: columns[0], bottom: rows[1], right: columns[1] };
}

function toColumn(name: string | undefined): number | undefined {
  return name === undefined ? undefined : columnNumber(name);
}
function toRow(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** Both ends of one dimension, in order: live Sheets turns `C5:B2` into `B2:C5`. */
function sorted(
  first: number | undefined,
  second: number | undefined,
  one: boolean,
): [number | undefined, number | undefined] {
  if (one) return [first, first];
  if (first === undefined) return [second === undefined ? undefined : 1, second];
  if (second === undefined || second >= first) return [first, second];
  return [second, first];
}

/** Fits a written range into a sheet of the given size; throws when it lies outside. */
export function resolve(written: WrittenRange, maxRows: number, maxColumns: number): Rect {
  const row = written.top ?? 1;
  const column = written.left ?? 1;
  const rect = {
    row,
    column,
    rows: (written.bottom ?? maxRows) - row + 1,
    columns: (written.right ?? maxColumns) - column + 1,
  };
  checkInside(rect, maxRows, maxColumns);
  return rect;
}

/** Throws live Apps Script's error unless the rectangle lies within a sheet of the given size. */
export function checkInside(rect: Rect, maxRows: number, maxColumns: number): void {
  if (rect.row < 1) throw new ScriptError('The starting row of the range is too small.');
  if (rect.column < 1) throw new ScriptError('The starting column of the range is too small.');
  if (rect.rows < 1) throw new ScriptError('The number of rows in the range must be at least 1.');
  if (rect.columns < 1) throw new ScriptError('The number of columns in the range must be at least 1.');
  if (rect.row + rect.rows - 1 > maxRows || rect.column + rect.columns - 1 > maxColumns)
    throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
}

/** Whether two rectangles share a cell. */
export function overlap(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Whether `inner` lies wholly in `outer`. */
export function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
