// The spreadsheet for the page: a sheet's cells with the styles they show, and what people do to cells and tabs.
import type { World } from '../../runtime/world';
import { fittedHeights } from '../../export/row-heights';
import type { EditMade } from '../../index';
import { editCell, readSheet, type SheetView as StoredSheet } from '../../services/spreadsheet';
import type { CellView as StoredCell } from '../../services/spreadsheet';
import { kindOf } from '../../services/spreadsheet/number-format';
import { localeOf } from '../../services/spreadsheet/locale';
import { bookName, bookOf, sheetOf, type CellStyle } from '../../services/spreadsheet/state';
import { Handle } from '../../services/spreadsheet/handle';
import { MAKERS } from '../../services/spreadsheet/spreadsheet-service';
import type { BookView, CellEntry, CellView, ChoiceView, SheetView, TabChange } from '../contract';
import { accessTo } from './access';
import { chartsOf } from './charts';
import { Painter } from './paint';
import { Refused } from './refusals';

export function bookView(world: World, id: string, person: string): BookView {
  const access = accessTo(world, id, person);
  if (access === 'none') throw new Refused('noAccess');
  const book = bookOf(world, id);
  return {
    id,
    name: bookName(world, id),
    access,
    activeSheet: book.activeSheetId,
    tabs: book.sheets.map(({ id: sheet, name, hidden, tabColor }) => ({ id: sheet, name, hidden, color: tabColor })),
  };
}

export function sheetView(world: World, id: string, sheetId: number, person: string): SheetView {
  if (accessTo(world, id, person) === 'none') throw new Refused('noAccess');
  if (!bookOf(world, id).sheets.some((sheet) => sheet.id === sheetId)) throw new Refused('unknown');
  const sheet = readSheet(world, id, sheetId);
  const painter = new Painter(sheet);
  const styles: CellStyle[] = [{}];
  const known = new Map<string, number>([['{}', 0]]);
  const styleNumber = (style: CellStyle): number => {
    const key = JSON.stringify(style);
    const found = known.get(key);
    if (found !== undefined) return found;
    styles.push(style);
    known.set(key, styles.length - 1);
    return styles.length - 1;
  };
  const { locale } = bookOf(world, id);
  return {
    id: sheet.id,
    name: sheet.name,
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    widths: sheet.columnWidths,
    heights: { ...Object.fromEntries(fittedHeights(sheet)), ...sheet.rowHeights },
    hiddenRows: sheet.hiddenRows,
    hiddenColumns: sheet.hiddenColumns,
    gridlines: !sheet.gridlinesHidden,
    merges: sheet.merges,
    styles,
    cells: sheet.cells.map((cell) => cellView(cell, styleNumber(painter.styleOf(cell)), locale)),
    choices: choicesOf(world, sheet),
    charts: chartsOf(world, id, sheet),
    undrawn: painter.undrawn,
  };
}

function cellView(cell: StoredCell, style: number, locale: string): CellView {
  const { row: r, column: c, display, value, note, link, notComputed } = cell;
  const edited = editedText(cell, locale);
  return {
    r,
    c,
    t: display,
    ...(style === 0 ? {} : { s: style }),
    ...(edited === display ? {} : { e: edited }),
    ...(typeof value === 'number' ? { k: 'n' as const } : typeof value === 'boolean' ? { k: 'b' as const } : {}),
    ...(typeof value === 'number' && cell.entered !== undefined ? { v: value } : {}),
    ...(note === undefined ? {} : { note }),
    ...(link === undefined ? {} : { link }),
    ...(notComputed === undefined ? {} : { unknown: notComputed }),
  };
}

/** What stands in the cell when it is opened for editing: a formula, a whole number with all its digits, a date as shown. */
function editedText({ value, display, entered, format }: StoredCell, locale: string): string {
  if (entered !== undefined) return entered;
  const kind = kindOf(format.numberFormat);
  if (typeof value === 'number' && kind !== 'date') {
    const percent = display.endsWith('%');
    // Fifteen digits: a share times 100 must not show the error of binary fractions.
    const digits = String(Number((percent ? value * 100 : value).toPrecision(15)));
    return digits.replace('.', localeOf(locale).decimal) + (percent ? '%' : '');
  }
  // A text that would be read as something else when typed again keeps its apostrophe.
  if (typeof value === 'string' && kind !== 'text' && /^[=+'-]|^[\d\s.,:/%-]+$/.test(value)) return `'${value}`;
  return display;
}

/** Rectangles in which a value is chosen from a list. */
function choicesOf(world: World, sheet: StoredSheet): ChoiceView[] {
  return sheet.validations.flatMap(({ box, rule }) => {
    const [first] = rule.values;
    const help = rule.helpText;
    if (rule.criteria === 'VALUE_IN_LIST' && Array.isArray(first)) return [{ box, values: first, help }];
    if (rule.criteria === 'CHECKBOX') return [{ box, values: ['TRUE', 'FALSE'], help }];
    if (rule.criteria !== 'VALUE_IN_RANGE' || typeof first !== 'object' || first === null || !('range' in first))
      return [];
    const { spreadsheetId, area } = first.range;
    const source = readSheet(world, spreadsheetId, area.sheetId);
    const inside = source.cells.filter(
      ({ row, column }) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
    return [{ box, values: [...new Set(inside.map(({ display }) => display))].filter((text) => text !== ''), help }];
  });
}

function mayChange(world: World, id: string, person: string): void {
  if (accessTo(world, id, person) !== 'edit') throw new Refused('noAccess');
}

/**
 * Types into cells, in order. A sheet too small for what is pasted grows, as it does in Sheets. Gives what was edited, for triggers.
 * @throws what Sheets refuses: a protected cell, a value its validation rejects; cells before it are typed
 */
export function typeCells(
  world: World,
  id: string,
  sheetId: number,
  entries: readonly CellEntry[],
  person: string,
): EditMade {
  mayChange(world, id, person);
  const sheet = new Handle(world, id, MAKERS).make.sheet(new Handle(world, id, MAKERS), sheetId);
  const lastRow = Math.max(0, ...entries.map(({ row }) => row));
  const lastColumn = Math.max(0, ...entries.map(({ column }) => column));
  if (entries.length > 1) {
    const state = sheetOf(bookOf(world, id), sheetId);
    if (lastRow > state.maxRows) sheet.insertRowsAfter(state.maxRows, lastRow - state.maxRows);
    if (lastColumn > state.maxColumns) sheet.insertColumnsAfter(state.maxColumns, lastColumn - state.maxColumns);
  }
  const [first] = entries;
  const single = first !== undefined && entries.length === 1 ? first : undefined;
  const oldValue = single === undefined ? undefined : textAt(world, id, sheetId, single);
  for (const entry of entries) editCell(world, { spreadsheetId: id, sheetId, ...entry });
  const value = single === undefined ? undefined : textAt(world, id, sheetId, single);
  const row = Math.min(lastRow, ...entries.map((entry) => entry.row));
  const column = Math.min(lastColumn, ...entries.map((entry) => entry.column));
  return {
    spreadsheetId: id,
    sheetId,
    row,
    column,
    rows: lastRow - row + 1,
    columns: lastColumn - column + 1,
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

/** A cell's value as an edit event tells it: a text, undefined of an empty cell. */
function textAt(world: World, id: string, sheetId: number, { row, column }: CellEntry): string | undefined {
  const cell = readSheet(world, id, sheetId).cells.find((one) => one.row === row && one.column === column);
  return cell === undefined || cell.value === null ? undefined : String(cell.value);
}

/** Adds, renames, hides, shows or deletes a tab; gives the id of the sheet it is about. */
export function changeTab(world: World, id: string, change: TabChange, person: string): number {
  mayChange(world, id, person);
  const handle = new Handle(world, id, MAKERS);
  const book = handle.make.spreadsheet(handle);
  if (change.kind === 'add') return book.insertSheet(...(change.name === '' ? [] : [change.name])).getSheetId();
  const sheet = handle.make.sheet(handle, change.sheet);
  if (change.kind === 'rename') sheet.setName(change.name);
  else if (change.kind === 'hide') sheet.hideSheet();
  else if (change.kind === 'show') sheet.showSheet();
  else book.deleteSheet(sheet);
  return change.sheet;
}
