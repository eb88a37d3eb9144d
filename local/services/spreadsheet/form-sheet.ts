// The sheet that receives a form's answers. https://support.google.com/docs/answer/2917686 (where responses are saved)
import type { World } from '../../runtime/world';
import { contentAt, lastRow, putStyle, styleNumber } from './cells';
import { localeOf } from './locale';
import { changed } from './runtime';
import { toSerial } from './serial';
import { blankSheet, bookOf, sheetOf } from './state';
import type { BookState, SheetState } from './state';
import { checkCells, growTo } from './structure';
import { entryReader, store } from './values';

/** A response as a row: `headers` (with the timestamp's and the e-mail's) and as many values. */
export interface FormRow {
  spreadsheetId: string;
  formId: string;
  headers: string[];
  values: unknown[];
}

/**
 * Writes a response below the last row of the form's sheet, which is made (first among the sheets) when there is none yet.
 * Values go under their headers wherever these have been moved to; new headers are added at the end.
 */
export function appendFormRow(
  world: World,
  { spreadsheetId, formId, headers, values }: FormRow,
): { sheetId: number; row: number } {
  const book = bookOf(world, spreadsheetId);
  const sheet = book.sheets.find((each) => each.formId === formId) ?? makeSheet(world, book, formId);
  return writeRow(world, book, sheet, Math.max(lastRow(sheet), 1) + 1, { spreadsheetId, formId, headers, values });
}

/**
 * Whether a response's row still stands where it was written, with the time it was submitted at (ms).
 * @param header of the column with the times
 */
export function formRowStands(
  world: World,
  { spreadsheetId, formId, header }: { spreadsheetId: string; formId: string; header: string },
  { sheetId, row }: { sheetId: number; row: number },
  at: number,
): boolean {
  const book = bookOf(world, spreadsheetId);
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  const column = (sheet?.cells[0]?.indexOf(header) ?? -1) + 1;
  return sheet?.formId === formId && column > 0 && contentAt(sheet, row, column) === toSerial(at, book.timeZone);
}

/** Writes an edited response over its row. */
export function updateFormRow(
  world: World,
  response: FormRow,
  { sheetId, row }: { sheetId: number; row: number },
): { sheetId: number; row: number } {
  const book = bookOf(world, response.spreadsheetId);
  return writeRow(world, book, sheetOf(book, sheetId), row, response);
}

function writeRow(
  world: World,
  book: BookState,
  sheet: SheetState,
  row: number,
  { spreadsheetId, headers, values }: FormRow,
): { sheetId: number; row: number } {
  const columns = columnsOf(world, book, sheet, headers);
  growTo(book, sheet, row, Math.max(...columns));
  const read = entryReader(world, book, sheet);
  values.forEach((value, index) => {
    const column = columns[index];
    if (column !== undefined) store(sheet, row, column, read(safe(value), row, column));
  });
  changed(book);
  world.files.touch(spreadsheetId);
  return { sheetId: sheet.id, row };
}

/** A respondent's text never becomes a formula. */
function safe(value: unknown): unknown {
  return typeof value === 'string' && /^[=+-]/.test(value) ? `'${value}` : value;
}

/** `Ответы на форму (1)`, with the next free number; its header row is frozen. */
function makeSheet(world: World, book: BookState, formId: string): SheetState {
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  const { formSheet } = localeOf(book.locale);
  let n = 1;
  while (taken.has(formSheet(n).toLowerCase())) n++;
  const sheet = { ...blankSheet(world.nextIntId(), formSheet(n), 100), formId, frozenRows: 1 };
  checkCells(book, sheet.maxRows * sheet.maxColumns);
  book.sheets.unshift(sheet);
  return sheet;
}

/** The column of each header; of equal headers the first goes to the first. */
function columnsOf(world: World, book: BookState, sheet: SheetState, headers: readonly string[]): number[] {
  const used = new Set<number>();
  const reader = entryReader(world, book, sheet);
  const width = sheet.cells[0]?.length ?? 0;
  let next = width + 1;
  return headers.map((header) => {
    for (let column = 1; column <= width; column++)
      if (!used.has(column) && contentAt(sheet, 1, column) === header) {
        used.add(column);
        return column;
      }
    growTo(book, sheet, 1, next);
    store(sheet, 1, next, reader(`'${header}`, 1, next));
    putStyle(sheet, 1, next, styleNumber(book, { fontWeight: 'bold' }));
    return next++;
  });
}
