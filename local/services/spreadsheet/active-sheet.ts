// Spreadsheet, as a stand-in for its active sheet: what is asked of it there.
// https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet
import { accept, arrayOf, text } from './arguments';
import type { RangeBase } from './range-base';
import type { Range } from './range';
import type { RangeList } from './range-list';
import type { Sheet } from './sheet';
import { SpreadsheetBase } from './spreadsheet-base';
import { TextFinder } from './text-finder';

export abstract class ActiveSheetMembers extends SpreadsheetBase {
  abstract getActiveSheet(): Sheet;
  abstract getSheets(): Sheet[];
  abstract getRange(notation: string): Range;

  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell(): Range {
    return this.getActiveSheet().getCurrentCell();
  }
  getActiveRangeList(): RangeList {
    return this.getActiveSheet().getActiveRangeList();
  }
  setActiveRange(range: RangeBase): Range {
    return this.getActiveSheet().setActiveRange(range);
  }
  setActiveSelection(range: RangeBase | string): Range {
    return this.getActiveSheet().setActiveSelection(range);
  }
  setCurrentCell(cell: RangeBase): Range {
    return this.getActiveSheet().setCurrentCell(cell);
  }
  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return this.getActiveSheet().getSheetValues(row, column, rows, columns);
  }
  appendRow(contents: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(contents);
  }
  sort(column: number, ascending = true): Sheet {
    return this.getActiveSheet().sort(column, ascending);
  }
  getRangeList(a1Notations: string[]): RangeList {
    accept('Spreadsheet.getRangeList', [a1Notations], [arrayOf(text)]);
    return this.getActiveSheet().getRangeList(a1Notations);
  }
  /** Through all sheets. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#createtextfinderfindtext */
  createTextFinder(findText: string): TextFinder {
    accept('Spreadsheet.createTextFinder', [findText], [text]);
    return new TextFinder(() => this.getSheets().map((sheet) => sheet.getDataRange()), findText);
  }

  deleteRow(row: number): Sheet {
    return this.getActiveSheet().deleteRow(row);
  }
  deleteRows(row: number, count: number): void {
    this.getActiveSheet().deleteRows(row, count);
  }
  deleteColumn(column: number): Sheet {
    return this.getActiveSheet().deleteColumn(column);
  }
  deleteColumns(column: number, count: number): void {
    this.getActiveSheet().deleteColumns(column, count);
  }
  insertRowAfter(after: number): Sheet {
    return this.getActiveSheet().insertRowAfter(after);
  }
  insertRowBefore(before: number): Sheet {
    return this.getActiveSheet().insertRowBefore(before);
  }
  insertRowsAfter(after: number, count: number): Sheet {
    return this.getActiveSheet().insertRowsAfter(after, count);
  }
  insertRowsBefore(before: number, count: number): Sheet {
    return this.getActiveSheet().insertRowsBefore(before, count);
  }
  insertColumnAfter(after: number): Sheet {
    return this.getActiveSheet().insertColumnAfter(after);
  }
  insertColumnBefore(before: number): Sheet {
    return this.getActiveSheet().insertColumnBefore(before);
  }
  insertColumnsAfter(after: number, count: number): Sheet {
    return this.getActiveSheet().insertColumnsAfter(after, count);
  }
  insertColumnsBefore(before: number, count: number): Sheet {
    return this.getActiveSheet().insertColumnsBefore(before, count);
  }

  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }
  setFrozenRows(rows: number): void {
    this.getActiveSheet().setFrozenRows(rows);
  }
  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }
  setFrozenColumns(columns: number): void {
    this.getActiveSheet().setFrozenColumns(columns);
  }
  getColumnWidth(column: number): number {
    return this.getActiveSheet().getColumnWidth(column);
  }
  setColumnWidth(column: number, width: number): Sheet {
    return this.getActiveSheet().setColumnWidth(column, width);
  }
  getRowHeight(row: number): number {
    return this.getActiveSheet().getRowHeight(row);
  }
  setRowHeight(row: number, height: number): Sheet {
    return this.getActiveSheet().setRowHeight(row, height);
  }
  autoResizeColumn(column: number): Sheet {
    return this.getActiveSheet().autoResizeColumn(column);
  }
  isRowHiddenByUser(row: number): boolean {
    return this.getActiveSheet().isRowHiddenByUser(row);
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(column);
  }
  hideRow(row: RangeBase): void {
    this.getActiveSheet().hideRow(row);
  }
  unhideRow(row: RangeBase): void {
    this.getActiveSheet().unhideRow(row);
  }
  hideColumn(column: RangeBase): void {
    this.getActiveSheet().hideColumn(column);
  }
  unhideColumn(column: RangeBase): void {
    this.getActiveSheet().unhideColumn(column);
  }
}
