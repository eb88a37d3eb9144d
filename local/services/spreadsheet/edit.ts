// A person at the spreadsheet: typing into a cell.
import type { World } from '../../runtime/world';
import { checkInside } from './a1';
import { Handle } from './handle';
import { checkEditable } from './protection-check';
import { changed } from './runtime';
import { MAKERS } from './spreadsheet-service';
import type { SheetState } from './state';
import { checkValid } from './validation-check';
import { afterWriting } from './validation-formula';
import { entryReader, store } from './values';

export interface CellEdit {
  spreadsheetId: string;
  sheetId: number;
  row: number;
  column: number;
  /** As typed; '' clears the cell. */
  text: string;
}

/** Enters text into a cell as the current user. Throws where Sheets would refuse: protection, validation, too long a text. */
export function editCell(world: World, { spreadsheetId, sheetId, row, column, text }: CellEdit): void {
  const handle = new Handle(world, spreadsheetId, MAKERS);
  const sheet = handle.sheet(sheetId);
  const rect = { row, column, rows: 1, columns: 1 };
  checkInside(rect, sheet.maxRows, sheet.maxColumns);
  checkEditable(handle, sheetId, rect);
  const entry = entryReader(world, handle.book, sheet)(text, row, column);
  const write = (to: SheetState): void => {
    store(to, row, column, entry);
  };
  checkValid(handle, sheet, row, column, entry, afterWriting(handle, sheetId, write));
  write(sheet);
  changed(handle.book);
  handle.touch();
}
