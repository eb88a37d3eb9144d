// Sheets and personal data: a person taken out of a view, and a sheet that only the director may edit.
import { safeText } from './cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** By this description our protection is told from the school's own. */
const OURS = 'vremya-rosta';

/** Rows with a cell that is the person go, other texts are cleaned; gives how many rows and cells. */
export function cleanSheet(sheet: Sheet, is: (text: string) => boolean, clean: (text: string) => string): number {
  const values = sheet.getDataRange().getValues() as unknown[][];
  const gone: number[] = [];
  let cells = 0;
  values.forEach((line, row) => {
    if (line.some((cell) => typeof cell === 'string' && is(cell))) gone.push(row + 1);
    else
      line.forEach((cell, column) => {
        if (typeof cell !== 'string') return;
        const cleaned = clean(cell);
        if (cleaned === cell) return;
        sheet.getRange(row + 1, column + 1).setValue(safeText(cleaned));
        cells += 1;
      });
  });
  for (const row of gone.reverse()) {
    // A sheet keeps at least one row below its frozen headings.
    if (sheet.getMaxRows() <= sheet.getFrozenRows() + 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
    sheet.deleteRow(row);
  }
  return gone.length + cells;
}

/** Our protections of the sheet. */
export const guardsOf = (sheet: Sheet): GoogleAppsScript.Spreadsheet.Protection[] =>
  sheet
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .filter((protection) => protection.getDescription() === OURS);

/**
 * Protects and hides, or undoes both. The owner and whoever runs this always stay editors.
 * https://developers.google.com/apps-script/reference/spreadsheet/protection
 */
export function guardSheet(sheet: Sheet, closed: boolean): void {
  const standing = guardsOf(sheet);
  if (!closed) {
    for (const protection of standing) protection.remove();
    sheet.showSheet();
    return;
  }
  const protection = standing[0] ?? sheet.protect().setDescription(OURS);
  const me = Session.getEffectiveUser().getEmail();
  protection.addEditor(me);
  const others = protection
    .getEditors()
    .map((user) => user.getEmail())
    .filter((email) => email !== me);
  protection.removeEditors(others);
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
  sheet.hideSheet();
}
