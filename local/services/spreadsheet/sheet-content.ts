// Sheet, its cells: ranges, the data's extent, appending rows, clearing, sorting, the selection.
import { NotEmulated, ScriptError } from '../../runtime/service';
import { checkInside, columnName, parseA1, resolve } from './a1';
import type { WrittenRange } from './a1';
import { accept, anything, arrayOf, flag, instance, integer, options, text } from './arguments';
import { lastColumn, lastRow } from './cells';
import { computedExtent } from './formula-engine';
import { findNamed } from './named-range';
import { placeOf } from './r1c1';
import { RangeBase } from './range-base';
import { RangeList } from './range-list';
import type { Range } from './range';
import { SheetStructure } from './sheet-structure';
import { sortRows } from './sorting';
import { growTo } from './structure';
import type { Rect } from './state';
import { TextFinder } from './text-finder';
import { entryReader, store } from './values';

export abstract class SheetContent extends SheetStructure {
  /** A range of this sheet; `lines` says that it stands for whole rows or columns. */
  _range(rect: Rect, lines?: 'row' | 'column'): Range {
    const area = { sheetId: this._id, ...rect };
    if (lines === undefined) return this._handle.range(area);
    const written =
      lines === 'row'
        ? `${String(rect.row)}:${String(rect.row + rect.rows - 1)}`
        : `${columnName(rect.column)}:${columnName(rect.column + rect.columns - 1)}`;
    return this._handle.make.range(this._handle, area, written);
  }
  /** A range in A1 or R1C1 notation, whose sheet (if written) must be this one, or a named range of this sheet. */
  _a1(notation: string): Range {
    const named = findNamed(this._handle, notation);
    if (named?.area.sheetId === this._id) return this._handle.range({ ...named.area });
    const written = parseA1(placeOf(notation));
    const { name, maxRows, maxColumns } = this._state;
    if (written === undefined || (written.sheet !== undefined && written.sheet.toLowerCase() !== name.toLowerCase()))
      throw new ScriptError('Range not found');
    const rect = resolve(written, maxRows, maxColumns);
    const open = [written.top, written.left, written.bottom, written.right].includes(undefined);
    return this._handle.make.range(this._handle, { sheetId: this._id, ...rect }, open ? openText(written) : undefined);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#getrangerow,-column,-numrows,-numcolumns */
  getRange(first: number | string, column?: number, rows?: number, columns?: number): Range {
    const overloads = [[text], [integer, integer], [integer, integer, integer], [integer, integer, integer, integer]];
    accept('Sheet.getRange', [first, column, rows, columns], ...overloads);
    if (typeof first === 'string') return this._a1(first);
    const whole = (value: number | undefined): number => Math.trunc(value ?? 1);
    const rect = { row: whole(first), column: whole(column), rows: whole(rows), columns: whole(columns) };
    const { maxRows, maxColumns } = this._state;
    checkInside(rect, maxRows, maxColumns);
    return this._range(rect);
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return this.getRange(row, column, rows, columns).getValues();
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#getlastrow : with content, not with formats. */
  getLastRow(): number {
    return Math.max(lastRow(this._state), computedExtent(this._handle.world, this._book, this._state).row);
  }
  getLastColumn(): number {
    return Math.max(lastColumn(this._state), computedExtent(this._handle.world, this._book, this._state).column);
  }
  getDataRange(): Range {
    return this._range({
      row: 1,
      column: 1,
      rows: Math.max(1, this.getLastRow()),
      columns: Math.max(1, this.getLastColumn()),
    });
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#appendrowrowcontents */
  appendRow(contents: unknown[]): this {
    accept('Sheet.appendRow', [contents], [arrayOf(anything)]);
    if (contents.length === 0) throw new ScriptError('Invalid argument: rowContents');
    const row = this.getLastRow() + 1;
    const sheet = this._writable({ row, column: 1, rows: 1, columns: contents.length });
    const read = entryReader(this._handle.world, this._book, sheet);
    const entries = contents.map((value, index) => read(value, row, index + 1));
    growTo(this._book, sheet, row, contents.length);
    entries.forEach((entry, index) => {
      store(sheet, row, index + 1, entry);
    });
    this._changed();
    return this;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#clear : contents and formats. */
  clear(choice?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    accept('Sheet.clear', [choice], [], [options]);
    const { contentsOnly = false, formatOnly = false } = choice ?? {};
    if (!formatOnly || contentsOnly) this.clearContents();
    if (!contentsOnly || formatOnly) this.clearFormats();
    return this;
  }
  clearContents(): this {
    const sheet = this._writable();
    sheet.cells = [];
    sheet.runs = {};
    this._changed();
    return this;
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#clearformats : conditional formats too. */
  clearFormats(): this {
    const sheet = this._writable();
    sheet.styles = [];
    sheet.conditional = [];
    this._changed();
    return this;
  }
  clearNotes(): this {
    this._writable().notes = {};
    this._handle.touch();
    return this;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#sortcolumnposition : frozen rows stay. */
  sort(column: number, ascending = true): this {
    accept('Sheet.sort', [column, ascending], [integer, flag]);
    const sheet = this._writable();
    const first = sheet.frozenRows + 1;
    const rows = this.getLastRow() - first + 1;
    if (rows < 1) return this;
    const area = { sheetId: sheet.id, row: first, column: 1, rows, columns: sheet.maxColumns };
    sortRows(this._handle, area, [{ column, ascending }]);
    this._changed();
    return this;
  }

  /** Makes it the active sheet. */
  activate(): this {
    if (this._state.hidden) throw new NotEmulated('activating a hidden sheet');
    this._book.activeSheetId = this._id;
    return this;
  }
  getActiveRange(): Range {
    return this._range(this._book.selections[this._id] ?? { row: 1, column: 1, rows: 1, columns: 1 });
  }
  getActiveCell(): Range {
    const { row, column } = this.getActiveRange()._area;
    return this._range({ row, column, rows: 1, columns: 1 });
  }
  getCurrentCell(): Range {
    return this.getActiveCell();
  }
  setActiveRange(range: RangeBase): Range {
    accept('Sheet.setActiveRange', [range], [instance(RangeBase)]);
    return range._self.activate();
  }
  setCurrentCell(cell: RangeBase): Range {
    accept('Sheet.setCurrentCell', [cell], [instance(RangeBase)]);
    return cell._self.activate();
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#getrangelista1notations */
  getRangeList(a1Notations: string[]): RangeList {
    accept('Sheet.getRangeList', [a1Notations], [arrayOf(text)]);
    if (a1Notations.length === 0) throw new ScriptError('Array is empty: a1Notations');
    return new RangeList(a1Notations.map((notation) => this._a1(notation)));
  }
  getActiveRangeList(): RangeList {
    return new RangeList([this.getActiveRange()]);
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#createtextfinderfindtext */
  createTextFinder(findText: string): TextFinder {
    accept('Sheet.createTextFinder', [findText], [text]);
    return new TextFinder(() => [this.getDataRange()], findText);
  }
  setActiveSelection(range: RangeBase | string): Range {
    accept('Sheet.setActiveSelection', [range], [instance(RangeBase)], [text]);
    return (typeof range === 'string' ? this._a1(range) : range._self).activate();
  }
}

/** An open range as `getA1Notation` gives it: `A:C`, `2:4`, `A2:C`. */
function openText({ top, left, bottom, right }: WrittenRange): string {
  const corner = (column: number | undefined, row: number | undefined): string =>
    `${column === undefined ? '' : columnName(column)}${row === undefined ? '' : String(row)}`;
  return `${corner(left, top)}:${corner(right, bottom)}`;
}
