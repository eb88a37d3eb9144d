// Computing formulas with IronCalc: only for sheets that have some, and again only after something changed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { NotEmulated } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { rectA1 } from './a1';
import { contentAt, isFormula } from './cells';
import { absoluteReference, feed } from './formula-feed';
import { suggestedFormat } from './formula-format';
import type { FeedContext } from './formula-feed';
import { dependants } from './formula-refusals';
import type { FormulaCell } from './formula-refusals';
import { localeOf } from './locale';
import { referencesOf } from './references';
import { versionOf } from './runtime';
import { toSerial } from './serial';
import type { BookState, SheetState } from './state';

/** A formula's error, shown by its text (`#REF!`). https://support.google.com/docs/answer/3238305 */
export class FormulaError {
  constructor(readonly text: string) {}
}
export type CellValue = string | number | boolean | null | FormulaError;

/** A computed cell: a formula's own or one its array spilled into. */
export interface Computed {
  value: CellValue;
  /** The number format the formula suggests for a cell without one. */
  format?: string;
}
type Outcome = Computed | { refused: string };

interface Results {
  version: number;
  now: number;
  /** Sheets that hold formulas. */
  withFormulas: ReadonlySet<number>;
  /** Sheet → cell → outcome; filled at the first read of a sheet with formulas. */
  cells: Map<number, Map<number, Outcome>> | undefined;
}

const results = new WeakMap<BookState, Results>();
const COLUMNS = 32_768;

/**
 * The computed value of a cell, or `undefined` when no formula has to do with it.
 * @throws NotEmulated where Sheets' value is not known here
 */
export function computedAt(
  world: World,
  book: BookState,
  sheet: SheetState,
  row: number,
  column: number,
): Computed | undefined {
  const outcome = outcomeAt(world, book, sheet, row, column);
  if (outcome !== undefined && 'refused' in outcome) throw new NotEmulated(outcome.refused);
  return outcome;
}

/** The number format a cell's formula suggests, if any. */
export function computedFormat(
  world: World,
  book: BookState,
  sheet: SheetState,
  row: number,
  column: number,
): string | undefined {
  const outcome = outcomeAt(world, book, sheet, row, column);
  return outcome === undefined || 'refused' in outcome ? undefined : outcome.format;
}

function outcomeAt(world: World, book: BookState, sheet: SheetState, row: number, column: number): Outcome | undefined {
  const state = current(world, book);
  if (!state.withFormulas.has(sheet.id)) return undefined;
  state.cells ??= compute(world, book);
  return state.cells.get(sheet.id)?.get(row * COLUMNS + column);
}

/** Last row and column that computed arrays reach. */
export function computedExtent(world: World, book: BookState, sheet: SheetState): { row: number; column: number } {
  const state = current(world, book);
  const extent = { row: 0, column: 0 };
  if (!state.withFormulas.has(sheet.id)) return extent;
  state.cells ??= compute(world, book);
  for (const key of state.cells.get(sheet.id)?.keys() ?? []) {
    extent.row = Math.max(extent.row, Math.floor(key / COLUMNS));
    extent.column = Math.max(extent.column, key % COLUMNS);
  }
  return extent;
}

function current(world: World, book: BookState): Results {
  const version = versionOf(book);
  const now = world.clock.now();
  let state = results.get(book);
  if (state?.version === version && state.now !== now) {
    if (state.cells !== undefined && volatile(book)) state.cells = undefined;
    state.now = now;
  }
  if (state?.version !== version) {
    const withFormulas = new Set(
      book.sheets.filter(({ cells }) => cells.some((row) => row.some(isFormula))).map(({ id }) => id),
    );
    state = { version, now, withFormulas, cells: undefined };
    results.set(book, state);
  }
  return state;
}

/** Whether any formula depends on the clock. */
function volatile(book: BookState): boolean {
  return book.sheets.some(({ cells }) =>
    cells.some((row) =>
      row.some((content) => isFormula(content) && 'f' in content && /\b(?:NOW|TODAY)\s*\(/i.test(content.f)),
    ),
  );
}

let loaded = false;
let probe: Model | undefined;
const knownFunctions = new Map<string, boolean>();

function newModel(): Model {
  if (!loaded) {
    // The module is read from the package; nothing is fetched.
    initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')) });
    loaded = true;
  }
  return new Model('workbook', 'en', 'UTC', 'en');
}

/** Whether the engine knows a function: an unknown one gives #NAME?, a known one without arguments anything else. */
function knows(functionName: string): boolean {
  let known = knownFunctions.get(functionName);
  if (known === undefined) {
    probe ??= newModel();
    probe.setUserInput(0, 1, 1, `=${functionName}()`);
    known = probe.getFormattedCellValue(0, 1, 1) !== '#NAME?';
    knownFunctions.set(functionName, known);
  }
  return known;
}

function compute(world: World, book: BookState): Map<number, Map<number, Outcome>> {
  const outcomes = new Map<number, Map<number, Outcome>>();
  const put = (cell: { sheet: SheetState; row: number; column: number }, outcome: Outcome): void => {
    let cells = outcomes.get(cell.sheet.id);
    if (cells === undefined) outcomes.set(cell.sheet.id, (cells = new Map()));
    cells.set(cell.row * COLUMNS + cell.column, outcome);
  };
  const formulas = formulaCells(book);
  const model = newModel();
  try {
    model.pauseEvaluation();
    addSheets(model, book);
    fillReferred(model, book, formulas);
    const fed = feedAll(world, book, formulas, model, put);
    model.resumeEvaluation();
    model.evaluate();
    const values = exactValues(model, book, fed);
    for (const { cell, arrays, textual } of fed) readOutcome(model, book, cell, arrays, textual, values, put);
    const refused = new Map<FormulaCell, string>();
    for (const cell of formulas) {
      const outcome = outcomes.get(cell.sheet.id)?.get(cell.row * COLUMNS + cell.column);
      if (outcome && 'refused' in outcome) refused.set(cell, outcome.refused);
    }
    for (const [cell, reason] of dependants(book, formulas, refused)) put(cell, { refused: reason });
    return outcomes;
  } finally {
    model.free();
  }
}

function formulaCells(book: BookState): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const sheet of book.sheets)
    sheet.cells.forEach((cells, r) => {
      cells.forEach((content, c) => {
        if (isFormula(content)) found.push({ sheet, row: r + 1, column: c + 1, formula: content });
      });
    });
  return found;
}

/** A sheet's name in the engine, which takes fewer names than Sheets does. */
function engineName(index: number): string {
  return `Sheet_${String(index)}`;
}

/** The engine's sheets in the workbook's order; the sheet after them takes exact values (see `exactValues`). */
function addSheets(model: Model, book: BookState): void {
  for (let index = 0; index <= book.sheets.length; index++) {
    if (index > 0) model.newSheet();
    model.renameSheet(index, engineName(index));
  }
}

/** Literals of the sheets that formulas stand in or refer to. */
function fillReferred(model: Model, book: BookState, formulas: readonly FormulaCell[]): void {
  const everything = formulas.some(({ formula }) => 'f' in formula && /\b(?:INDIRECT|OFFSET)\s*\(/i.test(formula.f));
  const names = new Set<string>();
  for (const { sheet, formula } of formulas) {
    names.add(sheet.name.toLowerCase());
    if ('f' in formula)
      for (const { sheet: other } of referencesOf(formula.f)) names.add((other ?? sheet.name).toLowerCase());
  }
  const named = new Set(book.namedRanges.map(({ area }) => area.sheetId));
  book.sheets.forEach((sheet, index) => {
    if (!everything && !names.has(sheet.name.toLowerCase()) && !named.has(sheet.id)) return;
    sheet.cells.forEach((cells, r) => {
      cells.forEach((content, c) => {
        if (content === null || isFormula(content)) return;
        const text = typeof content === 'string' ? `'${content}` : String(content).toUpperCase();
        model.setUserInput(index, r + 1, c + 1, text);
      });
    });
  });
}

interface FedCell {
  cell: FormulaCell;
  arrays: boolean;
  textual: boolean;
}

function feedAll(
  world: World,
  book: BookState,
  formulas: readonly FormulaCell[],
  model: Model,
  put: (cell: FormulaCell, outcome: Outcome) => void,
): FedCell[] {
  const shared = {
    named: (name: string) => {
      const range = book.namedRanges.find((each) => each.name.toLowerCase() === name.toLowerCase());
      const index = range ? book.sheets.findIndex(({ id }) => id === range.area.sheetId) : -1;
      return range && index >= 0 ? absoluteReference(engineName(index), rectA1(range.area)) : undefined;
    },
    knows,
    now: toSerial(world.clock.now(), book.timeZone),
    decimalComma: localeOf(book.locale).decimal === ',',
  };
  const fed: FedCell[] = [];
  for (const cell of formulas) {
    if ('bad' in cell.formula) {
      put(cell, { value: new FormulaError('#ERROR!') });
      model.setUserInput(book.sheets.indexOf(cell.sheet), cell.row, cell.column, '=#ERROR!');
      continue;
    }
    const context: FeedContext = {
      ...shared,
      sheet: (name) => {
        const wanted = (name ?? cell.sheet.name).toLowerCase();
        const index = book.sheets.findIndex((each) => each.name.toLowerCase() === wanted);
        const sheet = book.sheets[index];
        return sheet && { rows: sheet.maxRows, columns: sheet.maxColumns, engineName: engineName(index) };
      },
    };
    const ready = feed(cell.formula.f, context);
    if ('refused' in ready) {
      put(cell, ready);
      continue;
    }
    model.setUserInput(book.sheets.indexOf(cell.sheet), cell.row, cell.column, ready.text);
    fed.push({ cell, arrays: ready.arrays, textual: ready.textual });
  }
  return fed;
}

/** Cell type codes of the engine (those of the spreadsheet function TYPE). */
const NUMBER = 1;
const LOGICAL = 4;
const ERROR = 16;

/**
 * Exact values of all formula cells and what they spilled into: the engine shows numbers rounded to nine digits, but turns
 * them into text exactly, so a helper sheet holds `=cell&""` for each.
 */
function exactValues(model: Model, book: BookState, fed: readonly FedCell[]): Map<string, string> {
  const helper = book.sheets.length;
  const wanted: { sheet: number; row: number; column: number; key: string }[] = [];
  for (const { cell } of fed) {
    const sheet = book.sheets.indexOf(cell.sheet);
    const [columns, rows] = spill(model, sheet, cell);
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) {
        const [row, column] = [cell.row + r, cell.column + c];
        if (model.getCellType(sheet, row, column) === NUMBER)
          wanted.push({ sheet, row, column, key: `${String(sheet)},${String(row)},${String(column)}` });
      }
  }
  model.pauseEvaluation();
  wanted.forEach(({ sheet, row, column }, index) => {
    const name = absoluteReference(engineName(sheet), rectA1({ row, column, rows: 1, columns: 1 }));
    model.setUserInput(helper, index + 1, 1, `=${name}&""`);
  });
  model.resumeEvaluation();
  model.evaluate();
  return new Map(wanted.map(({ key }, index) => [key, model.getFormattedCellValue(helper, index + 1, 1)]));
}

function spill(model: Model, sheet: number, { row, column }: FormulaCell): readonly [number, number] {
  const structure = model.getCellArrayStructure(sheet, row, column);
  if (typeof structure === 'string') return [1, 1];
  if ('DynamicAnchor' in structure) return structure.DynamicAnchor;
  return 'ArrayAnchor' in structure ? structure.ArrayAnchor : [1, 1];
}

function readOutcome(
  model: Model,
  book: BookState,
  cell: FormulaCell,
  arrays: boolean,
  textual: boolean,
  values: ReadonlyMap<string, string>,
  put: (cell: FormulaCell, outcome: Outcome) => void,
): void {
  const sheet = book.sheets.indexOf(cell.sheet);
  const [columns, rows] = spill(model, sheet, cell);
  if (!arrays && (columns > 1 || rows > 1)) {
    put(cell, { refused: 'a formula that gives an array without ARRAYFORMULA' });
    return;
  }
  const format = suggestedFormat(book, cell.sheet, cell.formula);
  if (repeatsEmptyCell(book, cell)) {
    put(cell, { value: null });
    return;
  }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const at = { ...cell, row: cell.row + r, column: cell.column + c };
      const value = valueAt(model, sheet, at.row, at.column, values);
      if (textual && typeof value === 'string' && localeOf(book.locale).decimal === ',' && /\d\.\d/.test(value))
        put(at, { refused: 'a formula that turns a fraction into text in a locale with a decimal comma' });
      else put(at, format === undefined ? { value } : { value, format });
    }
}

/** `=A1` of an empty cell is empty in Sheets, where Excel (and the engine) give 0. */
function repeatsEmptyCell(book: BookState, { sheet, formula }: FormulaCell): boolean {
  if ('bad' in formula || !/^=\s*[^()+*/&^<>=%{},-]+$/.test(formula.f)) return false;
  const [first, second] = referencesOf(formula.f);
  if (first === undefined || second !== undefined || first.to !== undefined) return false;
  const name = (first.sheet ?? sheet.name).toLowerCase();
  const source = book.sheets.find((each) => each.name.toLowerCase() === name);
  const { row, column } = first.from;
  return (
    source !== undefined && row !== undefined && column !== undefined && contentAt(source, row.at, column.at) === null
  );
}

function valueAt(
  model: Model,
  sheet: number,
  row: number,
  column: number,
  values: ReadonlyMap<string, string>,
): CellValue {
  const text = model.getFormattedCellValue(sheet, row, column);
  switch (model.getCellType(sheet, row, column)) {
    case NUMBER:
      return Number(values.get(`${String(sheet)},${String(row)},${String(column)}`) ?? text);
    case LOGICAL:
      return text === 'TRUE';
    case ERROR:
      return new FormulaError(SHEETS_ERRORS[text] ?? text);
    default:
      return text;
  }
}

/** Where the engine (after Excel) names an error otherwise than Sheets. */
const SHEETS_ERRORS: Readonly<Record<string, string>> = { '#SPILL!': '#REF!', '#CIRC!': '#REF!', '#CALC!': '#N/A' };
