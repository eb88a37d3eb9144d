// How much is written into a sheet at once, and the room for it.

/** Cells written in one call: some ten seconds of the typical model, and a request of a few megabytes. */
export const MAX_CELLS = 100_000;

/** Spare rows added whenever a sheet must grow, so that it does not grow at every append. */
const ROOM = 200;

/** A range that may lie below the grid's last row: then the sheet grows. A range outside the grid cannot even be named. */
export function roomFor(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): GoogleAppsScript.Spreadsheet.Range {
  try {
    return sheet.getRange(row, column, rows, columns);
  } catch (error) {
    const max = sheet.getMaxRows();
    const needed = row + rows - 1;
    if (needed <= max) throw error;
    sheet.insertRowsAfter(max, needed - max + ROOM);
    return sheet.getRange(row, column, rows, columns);
  }
}
