// Sheet, how it looks: sizes, hidden and frozen lines, tab colour, gridlines, whether it is shown.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, flag, instance, integer, orNull, text } from './arguments';
import { Color } from './colour-object';
import { hex } from './colours';
import { SheetType } from './enums';
import { RangeBase } from './range-base';
import { SheetBase } from './sheet-base';
import type { SheetState } from './state';

/** Sizes of new rows and columns, in pixels. */
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;
/** Stored for a size fitted to the content, which only a drawn sheet knows. */
const FITTED = 0;

export abstract class SheetLayout extends SheetBase {
  getType(): ScriptEnum {
    return SheetType.GRID;
  }
  getMaxRows(): number {
    return this._state.maxRows;
  }
  getMaxColumns(): number {
    return this._state.maxColumns;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#hidesheet */
  hideSheet(): this {
    const sheet = this._writable();
    if (this._book.sheets.every((each) => each === sheet || each.hidden))
      throw new ScriptError("You can't hide all the sheets in a document.");
    sheet.hidden = true;
    if (this._book.activeSheetId === sheet.id)
      this._book.activeSheetId = this._book.sheets.find((each) => !each.hidden)?.id ?? sheet.id;
    this._handle.touch();
    return this;
  }
  showSheet(): this {
    this._writable().hidden = false;
    this._handle.touch();
    return this;
  }
  isSheetHidden(): boolean {
    return this._state.hidden;
  }

  setFrozenRows(rows: number): void {
    accept('Sheet.setFrozenRows', [rows], [integer]);
    const sheet = this._writable();
    if (rows < 0 || rows >= sheet.maxRows) throw new ScriptError("You can't freeze all visible rows on the sheet.");
    sheet.frozenRows = rows;
    this._handle.touch();
  }
  getFrozenRows(): number {
    return this._state.frozenRows;
  }
  setFrozenColumns(columns: number): void {
    accept('Sheet.setFrozenColumns', [columns], [integer]);
    const sheet = this._writable();
    if (columns < 0 || columns >= sheet.maxColumns)
      throw new ScriptError("You can't freeze all visible columns on the sheet.");
    sheet.frozenColumns = columns;
    this._handle.touch();
  }
  getFrozenColumns(): number {
    return this._state.frozenColumns;
  }

  setColumnWidth(column: number, width: number): this {
    accept('Sheet.setColumnWidth', [column, width], [integer, integer]);
    return this.setColumnWidths(column, 1, width);
  }
  setColumnWidths(start: number, count: number, width: number): this {
    accept('Sheet.setColumnWidths', [start, count, width], [integer, integer, integer]);
    const sheet = this.#columns(start, count);
    for (let column = start; column < start + count; column++) sheet.columnWidths[column] = width;
    this._handle.touch();
    return this;
  }
  getColumnWidth(column: number): number {
    accept('Sheet.getColumnWidth', [column], [integer]);
    return size(this.#columns(column, 1).columnWidths[column], COLUMN_WIDTH, 'column');
  }
  autoResizeColumn(column: number): this {
    accept('Sheet.autoResizeColumn', [column], [integer]);
    return this.autoResizeColumns(column, 1);
  }
  autoResizeColumns(start: number, count: number): this {
    accept('Sheet.autoResizeColumns', [start, count], [integer, integer]);
    return this.setColumnWidths(start, count, FITTED);
  }
  setRowHeight(row: number, height: number): this {
    accept('Sheet.setRowHeight', [row, height], [integer, integer]);
    return this.setRowHeights(row, 1, height);
  }
  setRowHeights(start: number, count: number, height: number): this {
    accept('Sheet.setRowHeights', [start, count, height], [integer, integer, integer]);
    const sheet = this.#rows(start, count);
    for (let row = start; row < start + count; row++) sheet.rowHeights[row] = height;
    this._handle.touch();
    return this;
  }
  setRowHeightsForced(start: number, count: number, height: number): this {
    accept('Sheet.setRowHeightsForced', [start, count, height], [integer, integer, integer]);
    return this.setRowHeights(start, count, height);
  }
  getRowHeight(row: number): number {
    accept('Sheet.getRowHeight', [row], [integer]);
    return size(this.#rows(row, 1).rowHeights[row], ROW_HEIGHT, 'row');
  }
  autoResizeRows(start: number, count: number): this {
    accept('Sheet.autoResizeRows', [start, count], [integer, integer]);
    return this.setRowHeights(start, count, FITTED);
  }

  hideColumns(column: number, count = 1): void {
    accept('Sheet.hideColumns', [column, count], [integer, integer]);
    const sheet = this.#columns(column, count);
    sheet.hiddenColumns = withLines(sheet.hiddenColumns, column, count);
    this._handle.touch();
  }
  showColumns(column: number, count = 1): void {
    accept('Sheet.showColumns', [column, count], [integer, integer]);
    const sheet = this.#columns(column, count);
    sheet.hiddenColumns = withoutLines(sheet.hiddenColumns, column, count);
    this._handle.touch();
  }
  hideColumn(column: RangeBase): void {
    accept('Sheet.hideColumn', [column], [instance(RangeBase)]);
    this.hideColumns(column._area.column, column._area.columns);
  }
  unhideColumn(column: RangeBase): void {
    accept('Sheet.unhideColumn', [column], [instance(RangeBase)]);
    this.showColumns(column._area.column, column._area.columns);
  }
  isColumnHiddenByUser(column: number): boolean {
    accept('Sheet.isColumnHiddenByUser', [column], [integer]);
    return this.#columns(column, 1).hiddenColumns.includes(column);
  }
  hideRows(row: number, count = 1): void {
    accept('Sheet.hideRows', [row, count], [integer, integer]);
    const sheet = this.#rows(row, count);
    sheet.hiddenRows = withLines(sheet.hiddenRows, row, count);
    this._handle.touch();
  }
  showRows(row: number, count = 1): void {
    accept('Sheet.showRows', [row, count], [integer, integer]);
    const sheet = this.#rows(row, count);
    sheet.hiddenRows = withoutLines(sheet.hiddenRows, row, count);
    this._handle.touch();
  }
  hideRow(row: RangeBase): void {
    accept('Sheet.hideRow', [row], [instance(RangeBase)]);
    this.hideRows(row._area.row, row._area.rows);
  }
  unhideRow(row: RangeBase): void {
    accept('Sheet.unhideRow', [row], [instance(RangeBase)]);
    this.showRows(row._area.row, row._area.rows);
  }
  isRowHiddenByUser(row: number): boolean {
    accept('Sheet.isRowHiddenByUser', [row], [integer]);
    return this.#rows(row, 1).hiddenRows.includes(row);
  }

  setTabColor(color: string | null): this {
    accept('Sheet.setTabColor', [color ?? null], [orNull(text)]);
    this._writable().tabColor = hex(color) ?? null;
    this._handle.touch();
    return this;
  }
  getTabColor(): string | null {
    return this._state.tabColor;
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#gettabcolorobject : null where there is none. */
  getTabColorObject(): Color | null {
    const { tabColor } = this._state;
    return tabColor === null ? null : new Color(tabColor);
  }
  setTabColorObject(color: Color | null): this {
    accept('Sheet.setTabColorObject', [color], [orNull(instance(Color))]);
    return this.setTabColor(color?._hex ?? null);
  }
  setHiddenGridlines(hide: boolean): this {
    accept('Sheet.setHiddenGridlines', [hide], [flag]);
    this._writable().gridlinesHidden = hide;
    this._handle.touch();
    return this;
  }
  hasHiddenGridlines(): boolean {
    return this._state.gridlinesHidden;
  }
  setRightToLeft(rightToLeft: boolean): this {
    accept('Sheet.setRightToLeft', [rightToLeft], [flag]);
    this._writable().rightToLeft = rightToLeft;
    this._handle.touch();
    return this;
  }
  isRightToLeft(): boolean {
    return this._state.rightToLeft;
  }

  #columns(start: number, count: number): SheetState {
    const sheet = this._writable();
    if (start < 1 || count < 1 || start + count - 1 > sheet.maxColumns)
      throw new ScriptError('Those columns are out of bounds.');
    return sheet;
  }
  #rows(start: number, count: number): SheetState {
    const sheet = this._writable();
    if (start < 1 || count < 1 || start + count - 1 > sheet.maxRows)
      throw new ScriptError('Those rows are out of bounds.');
    return sheet;
  }
}

function size(stored: number | undefined, standard: number, what: string): number {
  if (stored === FITTED) throw new NotEmulated(`the size of a ${what} fitted to its content`);
  return stored ?? standard;
}
function withLines(lines: readonly number[], start: number, count: number): number[] {
  const added = Array.from({ length: count }, (_, index) => start + index);
  return [...new Set([...lines, ...added])].sort((a, b) => a - b);
}
function withoutLines(lines: readonly number[], start: number, count: number): number[] {
  return lines.filter((line) => line < start || line >= start + count);
}
