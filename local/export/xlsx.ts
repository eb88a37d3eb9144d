// A Google spreadsheet as an .xlsx file: values, formulas Excel knows, formats, widths, frozen panes, notes, rules.
import ExcelJS from 'exceljs';
import type { CellValue, DataValidation, RichText, Workbook, Worksheet, XlsxWriteOptions } from 'exceljs';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { cellA1, rectA1 } from '../services/spreadsheet/a1';
import { quotedSheet } from '../services/spreadsheet/references';
import type { CellView, SheetView, SpreadsheetView } from '../services/spreadsheet';
import { putCharts } from './xlsx-charts';
import { conditionOf, validationOf } from './xlsx-rules';
import type { RuleContext } from './xlsx-rules';
import { fittedHeights } from './row-heights';
import { argb, columnWidth, fontOf, rowHeight, solid, styleOf } from './xlsx-style';
import type { CellStyle } from '../services/spreadsheet/state';

/** A column and a row of a new Google sheet, pixels. */
const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;
/** Paper size A4. */
const A4 = 9;
const LISTS = 'Списки';

/**
 * The .xlsx file of a workbook. Protections stay in Google Sheets; formulas of functions Excel lacks become their values; charts:
 * see `putCharts`.
 * @param book what `readSpreadsheet` gives
 */
export async function spreadsheetToXlsx(book: SpreadsheetView): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = book.name;
  workbook.creator = '';
  // Formulas whose value is not known here are left for Excel to compute.
  workbook.calcProperties.fullCalcOnLoad = book.sheets.some(({ cells }) =>
    cells.some(({ notComputed }) => notComputed !== undefined),
  );
  const names = sheetNames(book.sheets.map(({ name }) => name));
  const nameOf = new Map(book.sheets.map(({ id }, i) => [id, names[i] ?? '']));
  /** Formulas that name sheets are kept only when no sheet had to be renamed. */
  const renamed = book.sheets.some(({ name }, i) => name !== names[i]);
  const lists: (readonly string[])[] = [];
  const context: RuleContext = {
    timeZone: book.timeZone,
    sheetName: (id) => nameOf.get(id),
    storeList: (values) => {
      lists.push(values);
      const column = cellA1(1, lists.length).replace(/\d+/, '');
      return `${quotedSheet(LISTS)}!$${column}$1:$${column}$${String(Math.max(1, values.length))}`;
    },
  };
  book.sheets.forEach((sheet, i) => {
    writeSheet(workbook, sheet, names[i] ?? '', context, renamed);
  });
  if (workbook.worksheets.every(({ state }) => state !== 'visible')) {
    const first = workbook.worksheets[0];
    if (first !== undefined) first.state = 'visible';
  }
  if (lists.length > 0) {
    const sheet = workbook.addWorksheet(LISTS, { state: 'veryHidden' });
    lists.forEach((values, column) => {
      values.forEach((value, row) => {
        sheet.getCell(row + 1, column + 1).value = value;
      });
    });
  }
  // Packed once, at the end.
  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as Partial<XlsxWriteOptions>);
  const parts: Zippable = unzipSync(new Uint8Array(written));
  putDefaultFont(parts);
  putCharts(parts, book.sheets, (id) => nameOf.get(id));
  return zipSync(parts);
}

/**
 * Arial 10, as Sheets writes it, instead of the library's Calibri: a column's width is counted in digits of this font, so that where
 * Calibri is missing all columns would come out wider or narrower than in Sheets.
 */
function putDefaultFont(parts: Zippable): void {
  const styles = parts['xl/styles.xml'];
  if (!(styles instanceof Uint8Array)) return;
  const font = '<font><sz val="10"/><color theme="1"/><name val="Arial"/><family val="2"/></font>';
  parts['xl/styles.xml'] = strToU8(strFromU8(styles).replace(/<font>.*?<\/font>/, font));
}

/** Names Excel takes: at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends, no two alike. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>([LISTS.toLowerCase(), 'history']);
  return names.map((name) => {
    const base =
      name
        .replace(/[[\]:*?/\\]/g, '_')
        .replace(/^'+|'+$/g, '_')
        .slice(0, 31) || 'Лист';
    let free = base;
    for (let n = 2; taken.has(free.toLowerCase()); n++)
      free = `${base.slice(0, 31 - 3 - String(n).length)} (${String(n)})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function writeSheet(workbook: Workbook, sheet: SheetView, name: string, context: RuleContext, renamed: boolean): void {
  const tab = argb(sheet.tabColor);
  const { frozenRows: ySplit, frozenColumns: xSplit } = sheet;
  const common = { showGridLines: !sheet.gridlinesHidden, rightToLeft: sheet.rightToLeft };
  const worksheet = workbook.addWorksheet(name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    properties: {
      defaultRowHeight: rowHeight(DEFAULT_HEIGHT),
      ...(tab === undefined ? {} : { tabColor: { argb: tab } }),
    },
    views: [ySplit + xSplit > 0 ? { ...common, state: 'frozen', xSplit, ySplit } : common],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross(sheet),
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&RСтр. &P из &N' },
  });
  if (ySplit > 0) worksheet.pageSetup.printTitlesRow = `1:${String(ySplit)}`;
  if (xSplit > 0) worksheet.pageSetup.printTitlesColumn = `A:${cellA1(1, xSplit).replace(/\d+/, '')}`;
  const columns = Math.max(sheet.columns, ...Object.keys(sheet.columnWidths).map(Number), ...sheet.hiddenColumns);
  for (let column = 1; column <= columns; column++) {
    const target = worksheet.getColumn(column);
    target.width = columnWidth(sheet.columnWidths[column] ?? DEFAULT_WIDTH);
    if (sheet.hiddenColumns.includes(column)) target.hidden = true;
  }
  for (const [row, height] of [...fittedHeights(sheet), ...Object.entries(sheet.rowHeights)])
    worksheet.getRow(Number(row)).height = rowHeight(height);
  for (const row of sheet.hiddenRows) {
    const target = worksheet.getRow(row);
    // The library writes an empty row only when it has a height.
    target.height = rowHeight(sheet.rowHeights[row] ?? DEFAULT_HEIGHT);
    target.hidden = true;
  }
  writeBands(worksheet, sheet);
  for (const cell of sheet.cells) writeCell(worksheet, cell, renamed);
  for (const { row, column, rows, columns } of sheet.merges)
    worksheet.mergeCellsWithoutStyle(row, column, row + rows - 1, column + columns - 1);
  if (sheet.filter !== null) worksheet.autoFilter = rectA1(sheet.filter);
  for (const { box, rule } of sheet.validations) {
    const validation = validationOf(rule, box.row, box.column, context);
    if (validation !== undefined) (worksheet as ValidatedSheet).dataValidations.add(rectA1(box), validation);
  }
  sheet.conditions.forEach((condition, i) => {
    const rule = conditionOf(condition, i + 1, context.timeZone);
    if (rule !== undefined)
      worksheet.addConditionalFormatting({ ref: condition.ranges.map(rectA1).join(' '), rules: [rule] });
  });
}

/** On a page of A4 across so many pixels can still be read: Arial 10 comes out at about 6 points. */
const PAGE_PIXELS = 1800;

/**
 * A sheet of many columns goes on beside the first page instead of shrinking to dots; its frozen columns are repeated. One with charts
 * stays whole: a page's edge would cut them.
 */
function pagesAcross(sheet: SheetView): number {
  if (sheet.charts.length > 0) return 1;
  const width = (column: number): number =>
    sheet.hiddenColumns.includes(column) ? 0 : (sheet.columnWidths[column] ?? DEFAULT_WIDTH);
  const widths = Array.from({ length: sheet.columns }, (_, index) => width(index + 1));
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
  const repeated = sum(widths.slice(0, sheet.frozenColumns));
  return Math.max(1, Math.ceil((sum(widths) - repeated) / Math.max(1, PAGE_PIXELS - repeated)));
}

/** The library keeps a sheet's validations here, by range; its types leave this out. */
type ValidatedSheet = Worksheet & { dataValidations: { add(range: string, rule: DataValidation): void } };

/** Alternating colours: Excel has no such thing for plain ranges, so cells are filled down to the last used row. */
function writeBands(worksheet: Worksheet, { bandings, rows, columns }: SheetView): void {
  for (const { rect, by, header, first, second, footer } of bandings) {
    const across = by === 'COLUMN';
    const length = across ? rect.columns : rect.rows;
    for (let row = rect.row; row < rect.row + rect.rows && row <= rows; row++)
      for (let column = rect.column; column < rect.column + rect.columns && column <= columns; column++) {
        const at = across ? column - rect.column : row - rect.row;
        const band = (at - (header === null ? 0 : 1)) % 2 === 0 ? first : second;
        const colour = argb(
          at === 0 && header !== null ? header : at === length - 1 && footer !== null ? footer : band,
        );
        if (colour !== undefined) worksheet.getCell(row, column).fill = solid(colour);
      }
  }
}

function writeCell(worksheet: Worksheet, cell: CellView, renamed: boolean): void {
  const target = worksheet.getCell(cell.row, cell.column);
  const value = valueOf(cell, renamed);
  if (value !== null) target.value = value;
  const style = styleOf(cell.format);
  // A cell without a colour of its own shows that of its band.
  target.style = style.fill === undefined && target.fill !== undefined ? { ...style, fill: target.fill } : style;
  if (cell.note !== undefined && cell.note !== '')
    target.note = { texts: [{ text: cell.note, font: { size: 9, name: 'Arial' } }], margins: { insetmode: 'auto' } };
}

const ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;

function valueOf(cell: CellView, renamed: boolean): CellValue {
  const { value, formula, link, stretches = [] } = cell;
  const error = ERRORS.find((one) => one === value);
  if (formula !== undefined && isPortable(formula) && !(renamed && formula.includes('!')))
    return { formula, ...(value === null ? {} : { result: error === undefined ? value : { error } }) };
  if (error !== undefined && formula !== undefined) return { error };
  if (typeof value !== 'string') return value;
  if (link !== undefined && isWeb(link)) return { text: value, hyperlink: link };
  const linked = stretches.find((one) => one.link !== undefined && isWeb(one.link));
  if (linked?.link !== undefined) return { text: value, hyperlink: linked.link };
  if (stretches.length === 0) return value;
  return { richText: richText(value, cell.format, stretches) };
}

function isWeb(link: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(link);
}

function richText(text: string, format: CellStyle, stretches: NonNullable<CellView['stretches']>): RichText[] {
  const sorted = [...stretches].sort((a, b) => a.start - b.start);
  if (sorted[0]?.start !== 0) sorted.unshift({ start: 0, style: {} });
  return sorted.flatMap(({ start, style }, i) => {
    const part = text.slice(start, sorted[i + 1]?.start);
    return part === '' ? [] : [{ text: part, font: fontOf({ ...format, ...style }) }];
  });
}

/** Functions that Google Sheets and every Excel since 2010 have with the same arguments. */
const PORTABLE = new Set(
  [
    'ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CHAR CHOOSE CLEAN CODE COLUMN COLUMNS CORREL COUNT COUNTA COUNTBLANK',
    'COUNTIF COUNTIFS DATE DAY DAYS360 EDATE EOMONTH EXACT EXP FALSE FIND FLOOR HLOOKUP HOUR HYPERLINK IF IFERROR INDEX',
    'INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISREF ISTEXT LARGE LEFT LEN LN LOG LOG10',
    'LOWER MATCH MAX MEDIAN MID MIN MINUTE MOD MONTH N NA NETWORKDAYS NOT NOW OFFSET OR PERCENTILE PI POWER PRODUCT',
    'PROPER QUARTILE QUOTIENT RANK REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SECOND SIGN SMALL SQRT',
    'STDEV STDEVP SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT T TEXT TIME TIMEVALUE TODAY TRIM TRUE TRUNC UPPER VALUE',
    'VAR VARP VLOOKUP WEEKDAY WEEKNUM WORKDAY YEAR',
  ].flatMap((line) => line.split(' ')),
);

/** Whether Excel computes the formula as Sheets does; others are exported as their values. */
export function isPortable(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '""');
  if (/[{}]/.test(bare)) return false;
  // `A2:A` without a last row is known to Sheets only.
  if (/\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3}(?![\w$(])/.test(bare)) return false;
  return [...bare.matchAll(/([A-Za-z_][\w.]*)\s*\(/g)].every(([, name = '']) => PORTABLE.has(name.toUpperCase()));
}
