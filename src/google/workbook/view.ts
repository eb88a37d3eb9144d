// Sheets whose columns depend on the data (the matrix): written whole, coloured, and left alone when they show it already.
import type { SheetView } from '../../app/ports/workbook';
import { showable } from '../../domain/text';
import { type Cell, safeText, sameCell } from './cells';
import { HEADING_BACKGROUND, mark, newSheet, orphanSheet } from './ensure';
import { tableMark } from './locate';
import { MAX_CELLS } from './room';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Writes a view: headings, cells, heat colours, widths, notes. A sheet that shows it already is left as it is; a new one stands behind
 * `after`.
 * @returns whether the sheet was made
 */
export function showView(
  spreadsheet: Spreadsheet,
  view: SheetView,
  existing: GoogleAppsScript.Spreadsheet.Sheet | undefined,
  after?: GoogleAppsScript.Spreadsheet.Sheet,
): boolean {
  const text = (cell: string | number): string | number => (typeof cell === 'string' ? safeText(showable(cell)) : cell);
  const cells = [...view.headings, ...view.rows].map((row) => row.map(text));
  const large = cells.length * view.widths.length > MAX_CELLS;
  // To read so much, only to see that nothing has changed, takes as long as to write it: of a large view the headings are looked at.
  const shown = existing === undefined ? [] : valuesOf(existing, large ? view.headings.length : undefined);
  const same = (from: number, to: number): boolean =>
    cells
      .slice(from, to)
      .every((row, index) => row.every((cell, column) => sameCell(cell, shown[from + index]?.[column])));
  const isWide = shown[0]?.length === view.widths.length;
  const isTall = (large && existing !== undefined ? existing.getLastRow() : shown.length) === cells.length;
  const size = isWide && isTall;
  if (size && !large && same(0, cells.length)) return false;
  const sheet =
    existing ??
    orphanSheet(spreadsheet, view.title, view.headings[view.headings.length - 1] ?? [], view.headings.length)?.sheet ??
    newSheet(spreadsheet, view.title, after);
  const dressed = size && same(0, view.headings.length);
  // Notes are not cleared with content and formats: https://developers.google.com/apps-script/reference/spreadsheet/sheet#clear
  if (!dressed && existing !== undefined) sheet.clear().clearNotes();
  const [height, width] = [cells.length, view.widths.length];
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
  if (height > rows) sheet.insertRowsAfter(rows, height - rows);
  // The values last: by them it is seen that the whole view stands.
  if (!dressed) dressView(sheet, view);
  const all = sheet.getRange(1, 1, height, width);
  all.setBackgrounds(cells.map((row, index) => row.map((cell, column) => backgroundOf(view, index, column, cell))));
  all.setValues(cells);
  // The mark last: a view that died half-way is found by its title and made anew.
  if (existing === undefined) mark(sheet, tableMark(view.key));
  return existing === undefined;
}

/** Of the whole sheet, or of so many rows at its top. */
function valuesOf(sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: number | undefined): Cell[][] {
  const range = rows === undefined ? sheet.getDataRange() : sheet.getRange(1, 1, rows, sheet.getLastColumn());
  return range.getValues() as Cell[][];
}

function backgroundOf({ headings, heat }: SheetView, row: number, column: number, cell: string | number): string {
  if (row < headings.length) return HEADING_BACKGROUND;
  if (heat === undefined || column < heat.firstColumn) return '#ffffff';
  const colours = heat.columns?.[column - heat.firstColumn] ?? heat.colours;
  return colours?.[String(cell)] ?? '#ffffff';
}

/** What changes only with the headings: notes, bold, frozen panes, widths. */
function dressView(sheet: GoogleAppsScript.Spreadsheet.Sheet, view: SheetView): void {
  const width = view.widths.length;
  const head = sheet.getRange(view.headings.length, 1, 1, width);
  head.setNotes([[...view.notes]]);
  sheet.getRange(1, 1).setNote(view.about);
  const headings = sheet.getRange(1, 1, view.headings.length, width);
  headings.setFontWeight('bold');
  headings.setWrap(true);
  const { heat } = view;
  if (view.rows.length > 0) {
    const texts = sheet.getRange(view.headings.length + 1, 1, view.rows.length, heat?.firstColumn ?? width);
    texts.setWrap(true);
    texts.setVerticalAlignment('middle');
  }
  if (heat !== undefined && view.rows.length > 0 && width > heat.firstColumn) {
    sheet
      .getRange(view.headings.length + 1, heat.firstColumn + 1, view.rows.length, width - heat.firstColumn)
      .setHorizontalAlignment('center');
  }
  sheet.setFrozenRows(view.headings.length);
  sheet.setFrozenColumns(view.frozenColumns);
  let from = 0;
  for (let i = 1; i <= width; i++) {
    if (i === width || view.widths[i] !== view.widths[from]) {
      sheet.setColumnWidths(from + 1, i - from, view.widths[from] ?? 100);
      from = i;
    }
  }
}
