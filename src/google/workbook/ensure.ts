// Creates and mends our sheets: headings, marks, formats, validation, frozen headings. Never deletes or overwrites data.
import type { Column, ColumnType, Table } from '../../workbook/schema';
import { NO, numberFormat, YES } from './cells';
import { columnMark, dressedMark, type Located, MARK, runsOf, tableMark } from './locate';
import { ensureTones } from './tones';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const HEADING_BACKGROUND = '#e8eaed';
const MACHINE_BACKGROUND = '#f1f3f4';

/**
 * Makes a missing sheet with all its columns, or mends an existing one. An execution may die anywhere: a sheet is dressed before it
 * is marked as ours, and `dressed` is marked last, so that the next set-up sees what was left undone.
 */
export function ensureTable(
  spreadsheet: Spreadsheet,
  table: Table,
  located: Located | undefined,
): 'created' | 'repaired' | 'as it was' {
  if (located === undefined) return createTable(spreadsheet, table);
  const { sheet } = located;
  const missing = Object.keys(table.columns).filter((key) => !located.columns.has(key));
  if (missing.length > 0) addColumns(sheet, table, located, missing);
  const runs = runsOf(table, located);
  for (const { start, keys } of runs) formatBody(sheet, start, columnsOf(table, keys));
  ensureTones(sheet, table, located.columns);
  sheet.setFrozenRows(1);
  if (located.dressed !== true) {
    for (const { start, keys } of runs) dressColumns(sheet, table, start, keys);
    dressSheet(sheet, table);
    mark(sheet, dressedMark(table.key));
  }
  return missing.length > 0 || located.dressed !== true ? 'repaired' : 'as it was';
}

function createTable(spreadsheet: Spreadsheet, table: Table): 'created' | 'repaired' {
  const keys = Object.keys(table.columns);
  const titles = columnsOf(table, keys).map(({ title }) => title);
  const orphan = orphanSheet(spreadsheet, table.title, titles);
  const sheet = orphan?.sheet ?? newSheet(spreadsheet, table.title);
  writeTitles(sheet, table, 1, keys);
  formatBody(sheet, 1, columnsOf(table, keys));
  ensureTones(sheet, table, new Map(keys.map((key, index) => [key, index + 1])));
  dressColumns(sheet, table, 1, keys);
  dressSheet(sheet, table);
  keys.forEach((key, index) => {
    if (orphan?.marks.has(columnMark(table.key, key)) !== true) markColumn(sheet, table, index + 1, key);
  });
  mark(sheet, tableMark(table.key));
  mark(sheet, dressedMark(table.key));
  return orphan?.empty === false ? 'repaired' : 'created';
}

/** @param after the sheet to stand behind; at the end of the workbook when undefined */
export function newSheet(spreadsheet: Spreadsheet, title: string, after?: Sheet): Sheet {
  const at = after === undefined ? spreadsheet.getSheets().length : after.getIndex();
  return spreadsheet.insertSheet(freeName(spreadsheet, title), at);
}

/**
 * A sheet with our title that is no marked table, and either quite empty or headed as ours: an earlier set-up died over it (or its
 * marks were lost). Any other sheet of that title is the school's own.
 */
export function orphanSheet(
  spreadsheet: Spreadsheet,
  title: string,
  headings: readonly string[],
  headingRow = 1,
): { readonly sheet: Sheet; readonly marks: ReadonlySet<string>; readonly empty: boolean } | undefined {
  const sheet = spreadsheet.getSheetByName(title);
  if (sheet === null) return undefined;
  const found = sheet.createDeveloperMetadataFinder().withKey(MARK).find();
  const marks = new Set(found.map((standing) => standing.getValue() ?? ''));
  if ([...marks].some((value) => value.startsWith(tableMark('')))) return undefined;
  const empty = sheet.getLastRow() === 0;
  if (!empty) {
    const cells = sheet.getRange(headingRow, 1, 1, sheet.getLastColumn()).getValues()[0] ?? [];
    if (headings.length === 0 || !headings.every((heading, index) => String(cells[index] ?? '').trim() === heading))
      return undefined;
  }
  return { sheet, marks, empty };
}

/** Marks a sheet as ours, for the product alone. */
export function mark(sheet: Sheet, value: string): void {
  sheet.addDeveloperMetadata(MARK, value, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

function dressSheet(sheet: Sheet, table: Table): void {
  sheet.setFrozenRows(1);
  if (table.frozenColumns !== undefined) sheet.setFrozenColumns(table.frozenColumns);
  if (table.tabColour !== undefined) sheet.setTabColor(table.tabColour);
  if (table.hidden === true) sheet.hideSheet();
}

/** A sheet of the school's may already have the name: then ours gets a number, theirs stays as it is. */
function freeName(spreadsheet: Spreadsheet, wanted: string): string {
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} (${String(n)})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/**
 * A column whose mark is lost but whose heading still stands is marked again; one that is gone is added on the right. Its
 * data cannot be brought back, and nothing else is touched.
 */
function addColumns(sheet: Sheet, table: Table, located: Located, missing: readonly string[]): void {
  const width = Math.max(1, sheet.getLastColumn());
  const headings = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  const ours = new Set(located.columns.values());
  let next = Math.max(width, ...ours) + 1;
  for (const key of missing) {
    const column = table.columns[key];
    if (column === undefined) continue;
    const standing = headings.findIndex(
      (heading, index) => String(heading).trim() === column.title && !ours.has(index + 1),
    );
    if (standing >= 0) {
      ours.add(standing + 1);
    } else {
      writeTitles(sheet, table, next, [key]);
    }
    const at = standing >= 0 ? standing + 1 : next;
    formatBody(sheet, at, [column]);
    dressColumns(sheet, table, at, [key]);
    markColumn(sheet, table, at, key);
    if (standing < 0) next += 1;
  }
}

function markColumn(sheet: Sheet, table: Table, at: number, key: string): void {
  const letter = columnLetter(at);
  sheet
    .getRange(`${letter}:${letter}`)
    .addDeveloperMetadata(MARK, columnMark(table.key, key), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

function writeTitles(sheet: Sheet, table: Table, start: number, keys: readonly string[]): void {
  const last = start + keys.length - 1;
  if (last > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), last - sheet.getMaxColumns());
  sheet.getRange(1, start, 1, keys.length).setValues([columnsOf(table, keys).map((column) => column.title)]);
}

/** Notes, looks, widths and hidden state of neighbouring columns from `start` on: few calls, not a call a cell. */
function dressColumns(sheet: Sheet, table: Table, start: number, keys: readonly string[]): void {
  const columns = columnsOf(table, keys);
  const head = sheet.getRange(1, start, 1, columns.length);
  head.setNotes([
    columns.map((column, index) =>
      [start + index === 1 ? table.about : '', column.note ?? ''].filter(Boolean).join('\n\n'),
    ),
  ]);
  head.setFontWeight('bold');
  head.setWrap(true);
  head.setVerticalAlignment('middle');
  head.setBackground(table.filledBy === 'machine' ? MACHINE_BACKGROUND : HEADING_BACKGROUND);

  forRuns(
    columns,
    (column) => String(column.width ?? 100),
    (from, count, width) => sheet.setColumnWidths(start + from, count, Number(width)),
  );
  forRuns(
    columns,
    (column) => (column.hidden === true ? 'hidden' : 'shown'),
    (from, count, state) => {
      if (state === 'hidden') sheet.hideColumns(start + from, count);
    },
  );
}

const columnsOf = (table: Table, keys: readonly string[]): readonly Column[] =>
  keys.map((key) => table.columns[key]).filter((column): column is Column => column !== undefined);

/** Formats and lists of choices below the headings: set again whenever the set-up runs, since people paste over them. */
function formatBody(sheet: Sheet, start: number, columns: readonly Column[]): void {
  const rows = sheet.getMaxRows() - 1;
  sheet.getRange(2, start, rows, columns.length).setVerticalAlignment('top');
  forRuns(
    columns,
    (column) => numberFormat(column),
    (from, count, format) => sheet.getRange(2, start + from, rows, count).setNumberFormat(format),
  );
  forRuns(
    columns,
    (column) => (isProse(column) ? 'wrap' : 'clip'),
    (from, count, strategy) => {
      if (strategy === 'wrap') sheet.getRange(2, start + from, rows, count).setWrap(true);
    },
  );
  // A number at its cell's right edge would stand against the text of the next cell. The heading goes with its column.
  forRuns(
    columns,
    (column) => (CENTRED.has(column.type) && column.hidden !== true ? 'center' : 'left'),
    (from, count, alignment) => {
      if (alignment === 'center') sheet.getRange(1, start + from, rows + 1, count).setHorizontalAlignment(alignment);
    },
  );
  columns.forEach((column, index) => {
    const choices =
      column.type === 'flag' ? [YES, NO] : column.type === 'choice' ? Object.values(column.choices ?? {}) : undefined;
    if (choices === undefined) return;
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(choices, true).setAllowInvalid(true).build();
    sheet.getRange(2, start + index, rows, 1).setDataValidation(rule);
  });
}

const CENTRED: ReadonlySet<ColumnType> = new Set(['number', 'share', 'date', 'datetime', 'flag']);

/** Pixels from which a line holds a few words. */
const PROSE_WIDTH = 140;

/** Texts of several words, shown whole however many lines they take. */
const isProse = ({ type, width = 0, hidden, clip }: Column): boolean =>
  (type === 'text' || type === 'list') && width >= PROSE_WIDTH && hidden !== true && clip !== true;

/** Calls `act` once for each run of neighbouring columns that share a property. */
function forRuns(
  columns: readonly Column[],
  property: (column: Column) => string,
  act: (from: number, count: number, value: string) => void,
): void {
  let from = 0;
  for (let i = 1; i <= columns.length; i++) {
    const first = columns[from];
    const current = columns[i];
    if (first !== undefined && (current === undefined || property(current) !== property(first))) {
      act(from, i - from, property(first));
      from = i;
    }
  }
}

/** 1 → A, 27 → AA. */
export function columnLetter(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Titles of our columns that the sheet lacks: for a clear message instead of a wrong reading. */
export function missingColumns(table: Table, located: Located): string[] {
  const there = new Set(runsOf(table, located).flatMap((run) => run.keys));
  return Object.entries(table.columns)
    .filter(([key]) => !there.has(key))
    .map(([, column]) => column.title);
}
