// A workbook as plain JSON, for exporters, the browser and snapshots.
import { NotEmulated } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { cellOfKey, contentAt, isFormula, keyOf, lastColumn, lastRow, ruledCells, styleOf, wholeOf } from './cells';
import { computedExtent, FormulaError } from './formula-engine';
import { toLocal } from './formula-text';
import { localeOf } from './locale';
import { display } from './number-format';
import { bookName, bookOf, bookUrl, sheetOf } from './state';
import type {
  Area,
  BandingState,
  BookState,
  CellStyle,
  ChartState,
  ConditionalRule,
  CriterionValue,
  MetadataState,
  ProtectionState,
  Rect,
  SheetState,
  TextRun,
} from './state';
import { plainValue, shownFormat } from './values';

/** A criterion's argument; a date relative to today is given by its name (`TODAY`). */
export type RuleValueView = Exclude<CriterionValue, { relative: string }>;

/** One cell that shows anything. Dates are serial numbers with a date format; errors are texts such as `#N/A`. */
export interface CellView {
  row: number;
  column: number;
  value: null | string | number | boolean;
  /** The text it shows. */
  display: string;
  /** Without `=`, in the canonical (en_US) spelling. */
  formula?: string;
  /** With `=`, as the workbook's locale spells it. */
  entered?: string;
  /** Why a formula's value is not known here. */
  notComputed?: string;
  format: CellStyle;
  note?: string;
  /** The link of the whole text. */
  link?: string;
  /** Stretches of the text with their own style or link. */
  stretches?: TextRun[];
}

export interface SheetView {
  id: number;
  name: string;
  hidden: boolean;
  tabColor: string | null;
  rightToLeft: boolean;
  gridlinesHidden: boolean;
  maxRows: number;
  maxColumns: number;
  /** Last row and column with content. */
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  /** Pixels, where they differ from the default; columns fitted to their content are estimated. */
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenColumns: number[];
  hiddenRows: number[];
  merges: Rect[];
  cells: CellView[];
  validations: {
    box: Rect;
    rule: { criteria: string; values: RuleValueView[]; allowInvalid: boolean; helpText: string | null };
  }[];
  conditions: {
    ranges: Rect[];
    boolean?: { criteria: string; values: RuleValueView[]; style: CellStyle };
    gradient?: NonNullable<ConditionalRule['gradient']>;
  }[];
  filter: Rect | null;
  bandings: BandingState[];
  charts: ChartState[];
  protections: ProtectionState[];
  formId?: string;
}

export interface SpreadsheetView {
  id: string;
  name: string;
  url: string;
  locale: string;
  timeZone: string;
  activeSheetId: number;
  sheets: SheetView[];
  namedRanges: { name: string; area: Area }[];
  metadata: MetadataState[];
}

/** The workbook `id` as a person could see it. Throws as live Apps Script does when there is none. */
export function readSpreadsheet(world: World, id: string): SpreadsheetView {
  const book = bookOf(world, id);
  return structuredClone({
    id,
    name: bookName(world, id),
    url: bookUrl(id),
    locale: book.locale,
    timeZone: book.timeZone,
    activeSheetId: book.activeSheetId,
    sheets: book.sheets.map((sheet) => sheetView(world, book, sheet)),
    namedRanges: book.namedRanges,
    metadata: book.metadata,
  });
}

/** One sheet of the workbook `id`. Throws when there is no such workbook or sheet. */
export function readSheet(world: World, id: string, sheetId: number): SheetView {
  const book = bookOf(world, id);
  return structuredClone(sheetView(world, book, sheetOf(book, sheetId)));
}

function sheetView(world: World, book: BookState, sheet: SheetState): SheetView {
  const cells = cellViews(world, book, sheet);
  const extent = computedExtent(world, book, sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    tabColor: sheet.tabColor,
    rightToLeft: sheet.rightToLeft,
    gridlinesHidden: sheet.gridlinesHidden,
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
    rows: Math.max(lastRow(sheet), extent.row),
    columns: Math.max(lastColumn(sheet), extent.column),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    columnWidths: widths(sheet, cells),
    rowHeights: Object.fromEntries(Object.entries(sheet.rowHeights).filter(([, height]) => height > 0)),
    hiddenColumns: sheet.hiddenColumns,
    hiddenRows: sheet.hiddenRows,
    merges: sheet.merges,
    cells,
    validations: validations(book, sheet),
    conditions: sheet.conditional.map(({ ranges, boolean, gradient }) => ({
      ranges,
      ...(boolean ? { boolean: { ...boolean, values: boolean.values.map(ruleValue) } } : {}),
      ...(gradient ? { gradient } : {}),
    })),
    filter: sheet.filter?.rect ?? null,
    bandings: sheet.bandings,
    charts: sheet.charts,
    protections: book.protections.filter(({ sheetId }) => sheetId === sheet.id),
    ...(sheet.formId === undefined ? {} : { formId: sheet.formId }),
  };
}

function cellViews(world: World, book: BookState, sheet: SheetState): CellView[] {
  const extent = computedExtent(world, book, sheet);
  /** Row → last column with a note. */
  const noted = new Map<number, number>();
  for (const [row, column] of Object.keys(sheet.notes).map(cellOfKey))
    noted.set(row, Math.max(column, noted.get(row) ?? 0));
  const rows = Math.max(sheet.cells.length, sheet.styles.length, extent.row, ...noted.keys());
  const spills = extent.row > 0;
  const views: CellView[] = [];
  const filled = Math.max(sheet.cells.length, extent.row);
  /** Rows of styles (equal ones are one array) → whether an empty cell of the row shows anything. */
  const shown = new Map<readonly number[], boolean>();
  const shows = (styles: readonly number[]): boolean => {
    let visible = shown.get(styles);
    if (visible === undefined) shown.set(styles, (visible = styles.some((style) => showsEmpty(book.styles[style]))));
    return visible;
  };
  for (let row = 1; row <= rows; row++) {
    // Most rows of a sheet are formatted and empty.
    if (row > filled && !noted.has(row) && !shows(sheet.styles[row - 1] ?? [])) continue;
    const reach = Math.max(
      sheet.cells[row - 1]?.length ?? 0,
      sheet.styles[row - 1]?.length ?? 0,
      row <= extent.row ? extent.column : 0,
      noted.get(row) ?? 0,
    );
    for (let column = 1; column <= reach; column++) {
      const view = cellView(world, book, sheet, row, column, spills);
      if (view) views.push(view);
    }
  }
  return views;
}

/** What an empty cell shows is its colour and its borders; its number format or font nobody sees. */
function showsEmpty(style: CellStyle | undefined): boolean {
  return style?.background !== undefined || style?.borders !== undefined;
}

/** @param spills the sheet has formulas, whose results may lie in cells without content of their own */
function cellView(
  world: World,
  book: BookState,
  sheet: SheetState,
  row: number,
  column: number,
  spills: boolean,
): CellView | undefined {
  const content = contentAt(sheet, row, column);
  const key = keyOf(row, column);
  const note = sheet.notes[key];
  const blank = content === null && note === undefined && !showsEmpty(styleOf(book, sheet, row, column));
  if (blank && !spills) return undefined;
  const seen = seenValue(world, book, sheet, row, column);
  if (blank && seen.value === null && seen.notComputed === undefined) return undefined;
  const runs = sheet.runs[key];
  const whole = runs?.length === 1 ? runs[0]?.link : undefined;
  return {
    row,
    column,
    ...seen,
    ...(isFormula(content) && 'f' in content ? { formula: content.f.slice(1) } : {}),
    ...(isFormula(content) ? { entered: toLocal(content, localeOf(book.locale)) } : {}),
    ...(note === undefined ? {} : { note }),
    ...(whole === undefined ? {} : { link: whole }),
    ...(runs === undefined ? {} : { stretches: runs }),
  };
}

function seenValue(
  world: World,
  book: BookState,
  sheet: SheetState,
  row: number,
  column: number,
): Pick<CellView, 'value' | 'display' | 'notComputed' | 'format'> {
  const own = styleOf(book, sheet, row, column);
  try {
    const value = plainValue(world, book, sheet, row, column);
    const numberFormat = own.numberFormat ?? shownFormat(world, book, sheet, row, column);
    return {
      value: value instanceof FormulaError ? value.text : value,
      display: value instanceof FormulaError ? value.text : display(value, numberFormat, localeOf(book.locale)),
      format: numberFormat === undefined ? own : { ...own, numberFormat },
    };
  } catch (error) {
    if (!(error instanceof NotEmulated)) throw error;
    return { value: null, display: '', notComputed: error.message, format: own };
  }
}

/** Stored for a width fitted to the content. */
const FITTED = 0;
const LETTER = 7;
const PADDING = 15;
const WIDEST = 500;

function widths(sheet: SheetState, cells: readonly CellView[]): Record<number, number> {
  const result = { ...sheet.columnWidths };
  for (const [column, width] of Object.entries(result)) {
    if (width !== FITTED) continue;
    const longest = cells
      .filter((cell) => cell.column === Number(column))
      .flatMap(({ display }) => display.split('\n'))
      .reduce((most, { length }) => Math.max(most, length), 0);
    result[Number(column)] = Math.min(WIDEST, Math.max(20, longest * LETTER + PADDING));
  }
  return result;
}

/** Each rule with the rectangles it covers: runs of one column, joined with equal runs of the next. */
function validations(book: BookState, sheet: SheetState): SheetView['validations'] {
  const cells = ruledCells(sheet, wholeOf(sheet)).sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { box: Rect; number: number }[] = [];
  for (const { row, column, rule: number } of cells) {
    const last = runs.at(-1);
    if (last?.number === number && last.box.column === column && last.box.row + last.box.rows === row) last.box.rows++;
    else runs.push({ box: { row, column, rows: 1, columns: 1 }, number });
  }
  const joined: typeof runs = [];
  for (const run of runs) {
    const left = joined.find(
      ({ box, number }) =>
        number === run.number &&
        box.row === run.box.row &&
        box.rows === run.box.rows &&
        box.column + box.columns === run.box.column,
    );
    if (left) left.box.columns++;
    else joined.push(run);
  }
  return joined.flatMap(({ box, number }) => {
    const rule = book.validations[number - 1];
    return rule ? [{ box, rule: { ...rule, values: rule.values.map(ruleValue) } }] : [];
  });
}

function ruleValue(value: CriterionValue): RuleValueView {
  return typeof value === 'object' && value !== null && 'relative' in value ? value.relative : value;
}
