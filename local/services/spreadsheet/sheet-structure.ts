// Sheet, its rows and columns: inserting, deleting, moving.
import { ScriptError } from '../../runtime/service';
import { accept, instance, integer } from './arguments';
import { RangeBase } from './range-base';
import { SheetLayout } from './sheet-layout';
import { deleteLines, insertLines, moveLines } from './structure';
import type { LineKind } from './structure';

export abstract class SheetStructure extends SheetLayout {
  /** New lines look like their neighbour: the line before (After…) or the one pushed on (Before…). */
  #insert(kind: LineKind, before: number, count: number, like?: number): this {
    insertLines(this._book, this._writable(), kind, before, count, like);
    this._changed();
    return this;
  }
  #delete(kind: LineKind, first: number, count: number): this {
    deleteLines(this._book, this._writable(), kind, first, count);
    this._changed();
    return this;
  }

  insertRowAfter(after: number): this {
    accept('Sheet.insertRowAfter', [after], [integer]);
    return this.#insert('row', after + 1, 1, after);
  }
  insertRowBefore(before: number): this {
    accept('Sheet.insertRowBefore', [before], [integer]);
    return this.#insert('row', before, 1, before);
  }
  insertRowsAfter(after: number, count: number): this {
    accept('Sheet.insertRowsAfter', [after, count], [integer, integer]);
    return this.#insert('row', after + 1, count, after);
  }
  insertRowsBefore(before: number, count: number): this {
    accept('Sheet.insertRowsBefore', [before, count], [integer, integer]);
    return this.#insert('row', before, count, before);
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#insertrowsrowindex : blank rows. */
  insertRows(at: number, count = 1): void {
    accept('Sheet.insertRows', [at, count], [integer, integer]);
    this.#insert('row', at, count);
  }
  insertColumnAfter(after: number): this {
    accept('Sheet.insertColumnAfter', [after], [integer]);
    return this.#insert('column', after + 1, 1, after);
  }
  insertColumnBefore(before: number): this {
    accept('Sheet.insertColumnBefore', [before], [integer]);
    return this.#insert('column', before, 1, before);
  }
  insertColumnsAfter(after: number, count: number): this {
    accept('Sheet.insertColumnsAfter', [after, count], [integer, integer]);
    return this.#insert('column', after + 1, count, after);
  }
  insertColumnsBefore(before: number, count: number): this {
    accept('Sheet.insertColumnsBefore', [before, count], [integer, integer]);
    return this.#insert('column', before, count, before);
  }
  insertColumns(at: number, count = 1): void {
    accept('Sheet.insertColumns', [at, count], [integer, integer]);
    this.#insert('column', at, count);
  }

  deleteRow(row: number): this {
    accept('Sheet.deleteRow', [row], [integer]);
    return this.#delete('row', row, 1);
  }
  deleteRows(row: number, count: number): void {
    accept('Sheet.deleteRows', [row, count], [integer, integer]);
    this.#delete('row', row, count);
  }
  deleteColumn(column: number): this {
    accept('Sheet.deleteColumn', [column], [integer]);
    return this.#delete('column', column, 1);
  }
  deleteColumns(column: number, count: number): void {
    accept('Sheet.deleteColumns', [column, count], [integer, integer]);
    this.#delete('column', column, count);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#moverowsrowspec,-destinationindex */
  moveRows(rows: RangeBase, destination: number): void {
    accept('Sheet.moveRows', [rows, destination], [instance(RangeBase), integer]);
    this.#own(rows);
    moveLines(this._book, this._writable(), 'row', rows._area.row, rows._area.rows, destination);
    this._changed();
  }
  moveColumns(columns: RangeBase, destination: number): void {
    accept('Sheet.moveColumns', [columns, destination], [instance(RangeBase), integer]);
    this.#own(columns);
    moveLines(this._book, this._writable(), 'column', columns._area.column, columns._area.columns, destination);
    this._changed();
  }
  #own(range: RangeBase): void {
    if (range._handle.id !== this._handle.id || range._area.sheetId !== this._id)
      throw new ScriptError('Range must be on the sheet.');
  }
}
