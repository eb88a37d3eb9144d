// What every cell has a number of (its style, its rule): sparse rows that are never changed in place, so that equal ones are one.

/**
 * `rows[r][c]` is the number of row r+1, column c+1; 0 (or absent) is none. Formats and rules are set for whole columns, a
 * thousand rows each: as arrays of their own they were most of what a workbook takes in memory.
 */
export type NumberRows = (readonly number[])[];

const BLANK: readonly number[] = [];

/** The number of a cell (1-based). */
export function numberAt(rows: NumberRows, row: number, column: number): number {
  return rows[row - 1]?.[column - 1] ?? 0;
}

interface Change {
  readonly column: number;
  readonly value: number;
  readonly after: readonly number[];
}

/** The last change of a row: the same change of an equal row below gives the same row. */
const lastChange = new WeakMap<readonly number[], Change>();

/** Puts a number into a cell; rows keep no tail of zeros, nor the grid one of blank rows. */
export function putNumber(rows: NumberRows, row: number, column: number, value: number): void {
  if (numberAt(rows, row, column) === value) return;
  while (rows.length < row) rows.push(BLANK);
  const before = rows[row - 1] ?? BLANK;
  let change = lastChange.get(before);
  if (change?.column !== column || change.value !== value) {
    const after = [...before];
    while (after.length < column - 1) after.push(0);
    after[column - 1] = value;
    change = { column, value, after: trimmed(after) };
    lastChange.set(before, change);
  }
  rows[row - 1] = change.after;
  if (value === 0) trimRows(rows);
}

/** The same rows without tails of zeros and without blank ones at the end. */
export function tidied(rows: NumberRows): NumberRows {
  const kept = rows.map(trimmed);
  trimRows(kept);
  return kept;
}

function trimmed(row: readonly number[]): readonly number[] {
  const length = row.findLastIndex((number) => number !== 0) + 1;
  return length === row.length ? row : row.slice(0, length);
}

function trimRows(rows: NumberRows): void {
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
}

/** Rows one below another, equal ones once: how many, and one of them. */
export type PackedRows = [times: number, row: readonly number[]][];

/** The rows as they are stored: equal ones once. */
export function packed(rows: NumberRows): PackedRows {
  const all: PackedRows = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last !== undefined && areEqual(last[1], row)) last[0]++;
    else all.push([1, row]);
  }
  return all;
}

/** What `packed` was made of. */
export function unpacked(all: PackedRows): NumberRows {
  const rows: NumberRows = [];
  for (const [times, row] of all) for (let i = 0; i < times; i++) rows.push(row);
  return rows;
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((number, index) => number === b[index]));
}
