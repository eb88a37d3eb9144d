// Range, its geometry: where it lies, how it is written, and the ranges next to it.
import { ScriptError, ServiceObject } from '../../runtime/service';
import { cellA1, checkInside, rectA1 } from './a1';
import { accept, integer } from './arguments';
import type { Handle } from './handle';
import { checkEditable } from './protection-check';
import { changed } from './runtime';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Area, BookState, SheetState } from './state';

/** https://developers.google.com/apps-script/reference/spreadsheet/range */
export abstract class RangeBase extends ServiceObject {
  readonly _name = 'Range';
  constructor(
    readonly _handle: Handle,
    readonly _area: Area,
    /** How an open range was written: `A:C`, `2:4`, `A2:C`. */
    readonly _written?: string,
  ) {
    super();
  }

  override get _free(): ReadonlySet<string> {
    return FREE;
  }
  override get _on(): number {
    return this._area.sheetId;
  }
  get _book(): BookState {
    return this._handle.book;
  }
  get _sheet(): SheetState {
    return this._handle.sheet(this._area.sheetId);
  }
  get _self(): Range {
    return this._handle.make.range(this._handle, this._area, this._written);
  }
  /** A range of the same sheet. */
  _at(row: number, column: number, rows = 1, columns = 1): Range {
    return this._handle.range({ sheetId: this._area.sheetId, row, column, rows, columns });
  }

  /** The sheet's state, after making sure that the range still lies in it and may be edited. */
  _writable(): SheetState {
    const sheet = this._sheet;
    checkInside(this._area, sheet.maxRows, sheet.maxColumns);
    checkEditable(this._handle, sheet.id, this._area);
    return sheet;
  }
  /** The sheet's state for reading. */
  _readable(): SheetState {
    const sheet = this._sheet;
    checkInside(this._area, sheet.maxRows, sheet.maxColumns);
    return sheet;
  }
  /** To be called after every change of contents. */
  _changed(): void {
    changed(this._book);
    this._handle.touch();
  }

  /** Checks a two-dimensional argument's size; the error texts are live Apps Script's. */
  _fits<T>(data: readonly (readonly T[])[]): void {
    const { rows, columns } = this._area;
    if (data.length !== rows)
      throw new ScriptError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${String(data.length)} but the range has ${String(rows)}.`,
      );
    for (const { length } of data)
      if (length !== columns)
        throw new ScriptError(
          `The number of columns in the data does not match the number of columns in the range. The data has ${String(length)} but the range has ${String(columns)}.`,
        );
  }

  getA1Notation(): string {
    return this._written ?? rectA1(this._area);
  }
  getRow(): number {
    return this._area.row;
  }
  getRowIndex(): number {
    return this._area.row;
  }
  getColumn(): number {
    return this._area.column;
  }
  getColumnIndex(): number {
    return this._area.column;
  }
  getNumRows(): number {
    return this._area.rows;
  }
  getNumColumns(): number {
    return this._area.columns;
  }
  getHeight(): number {
    return this._area.rows;
  }
  getWidth(): number {
    return this._area.columns;
  }
  getLastRow(): number {
    return this._area.row + this._area.rows - 1;
  }
  getLastColumn(): number {
    return this._area.column + this._area.columns - 1;
  }
  getGridId(): number {
    return this._area.sheetId;
  }
  isStartRowBounded(): boolean {
    return this.#edge(0, /\d/);
  }
  isEndRowBounded(): boolean {
    return this.#edge(1, /\d/);
  }
  isStartColumnBounded(): boolean {
    return this.#edge(0, /[A-Z]/);
  }
  isEndColumnBounded(): boolean {
    return this.#edge(1, /[A-Z]/);
  }
  #edge(end: 0 | 1, sign: RegExp): boolean {
    return this._written === undefined || sign.test(this._written.split(':')[end] ?? '');
  }

  getSheet(): Sheet {
    return this._handle.make.sheet(this._handle, this._area.sheetId);
  }

  getCell(row: number, column: number): Range {
    accept('Range.getCell', [row, column], [integer, integer]);
    if (row < 1 || column < 1 || row > this._area.rows || column > this._area.columns)
      throw new ScriptError('Cell reference out of range');
    return this._at(this._area.row + row - 1, this._area.column + column - 1);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    accept(
      'Range.offset',
      [rowOffset, columnOffset, numRows, numColumns],
      [integer, integer],
      [integer, integer, integer],
      [integer, integer, integer, integer],
    );
    const rect = {
      row: this._area.row + rowOffset,
      column: this._area.column + columnOffset,
      rows: numRows ?? this._area.rows,
      columns: numColumns ?? this._area.columns,
    };
    const sheet = this._sheet;
    checkInside(rect, sheet.maxRows, sheet.maxColumns);
    return this._handle.range({ sheetId: sheet.id, ...rect });
  }

  /** Whole rows (`4:4`) or columns (`A:C`), as developer metadata and moves ask for. */
  get _lines(): 'row' | 'column' | undefined {
    if (this._written === undefined) return undefined;
    return /^\d+:\d+$/.test(this._written) ? 'row' : /^[A-Z]+:[A-Z]+$/.test(this._written) ? 'column' : undefined;
  }

  /** The address for errors: the first cell of the range, or another of its cells. */
  _address(row = this._area.row, column = this._area.column): string {
    return cellA1(row, column);
  }
}

/** A range knows its own position without asking the server. */
const FREE: ReadonlySet<string> = new Set([
  'getA1Notation',
  'getRow',
  'getRowIndex',
  'getColumn',
  'getColumnIndex',
  'getNumRows',
  'getNumColumns',
  'getHeight',
  'getWidth',
  'getLastRow',
  'getLastColumn',
  'getGridId',
  'isStartRowBounded',
  'isEndRowBounded',
  'isStartColumnBounded',
  'isEndColumnBounded',
]);
