// Reading and writing cells: typed text becomes content, content becomes the values scripts see.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { changedStyle, contentAt, isFormula, keyOf, putContent, putStyle, styleAt, styleOf } from './cells';
import { computedAt, computedFormat, FormulaError } from './formula-engine';
import type { CellValue } from './formula-engine';
import { localeOf } from './locale';
import { display, kindOf } from './number-format';
import { fromSerial, toSerial, yearAt } from './serial';
import { readTyped } from './typed';
import type { Typed } from './typed';
import type { BookState, Content, SheetState } from './state';

/** https://support.google.com/drive/answer/37603 (characters in a cell). */
const MAX_CHARACTERS = 50_000;

/** What a script (or a person) puts into one cell, ready to be stored. */
export interface Entry {
  content: Content;
  /** Style number the cell gets. */
  style: number;
}

/** Turns what scripts pass to `setValue` into entries. One reader serves a whole call: it looks the locale up once. */
export function entryReader(
  world: World,
  book: BookState,
  sheet: SheetState,
): (input: unknown, row: number, column: number) => Entry {
  const locale = localeOf(book.locale);
  const year = yearAt(world.clock.now(), book.timeZone);
  const made = new Map<string, number>();
  /** A typed value's own number format is taken unless the cell already has one of the same kind. */
  const formatted = (style: number, numberFormat: string | undefined, { content, format }: Typed): Entry => {
    if (format === undefined) return { content, style };
    const kind = kindOf(numberFormat);
    if (kind === 'date' || (kind !== 'automatic' && kind === kindOf(format))) return { content, style };
    const key = `${String(style)} ${format}`;
    let number = made.get(key);
    if (number === undefined) made.set(key, (number = changedStyle(book, style, { numberFormat: format })));
    return { content, style: number };
  };
  return (input, row, column) => {
    const style = styleAt(sheet, row, column);
    const numberFormat = book.styles[style]?.numberFormat;
    if (input === null || input === undefined || input === '') return { content: null, style };
    if (kindOf(numberFormat) === 'text') return { content: asText(input, locale), style };
    switch (typeof input) {
      case 'string':
        checkLength(input);
        return formatted(style, numberFormat, readTyped(input, locale, year));
      case 'number':
        if (!Number.isFinite(input)) throw new NotEmulated(`writing ${String(input)} to a cell`);
        return { content: input, style };
      case 'boolean':
        return { content: input, style };
      default:
    }
    if (input instanceof Date) {
      if (Number.isNaN(input.getTime())) throw new NotEmulated('writing an invalid Date to a cell');
      const serial = toSerial(input.getTime(), book.timeZone);
      const format = Number.isInteger(serial) ? locale.date : `${locale.date} ${locale.time}`;
      return formatted(style, numberFormat, { content: serial, format });
    }
    throw new NotEmulated('writing an object or array to a cell');
  };
}

function asText(input: unknown, locale: ReturnType<typeof localeOf>): string {
  if (typeof input === 'string') {
    checkLength(input);
    return input.startsWith("'") ? input.slice(1) : input;
  }
  if (typeof input === 'number') return String(input).replace('.', locale.decimal);
  if (typeof input === 'boolean') return input ? locale.true : locale.false;
  throw new NotEmulated('writing a Date or object to a cell formatted as text');
}

function checkLength(text: string): void {
  if (text.length > MAX_CHARACTERS)
    throw new ScriptError('Your input contains more than the maximum of 50000 characters in a single cell.');
}

/** Stores an entry; a rich text's links and styles go with the old content. */
export function store(sheet: SheetState, row: number, column: number, entry: Entry): void {
  putContent(sheet, row, column, entry.content);
  if (entry.style !== styleAt(sheet, row, column)) putStyle(sheet, row, column, entry.style);
  dropRichText(sheet, row, column);
}

/** Forgets links and styled stretches of a cell's text. */
export function dropRichText(sheet: SheetState, row: number, column: number): void {
  const key = keyOf(row, column);
  delete sheet.runs[key];
}

/** A cell's plain value: formulas computed, dates as serial numbers. Throws for what the engine cannot compute. */
export function plainValue(world: World, book: BookState, sheet: SheetState, row: number, column: number): CellValue {
  const computed = computedAt(world, book, sheet, row, column);
  return computed === undefined ? literal(contentAt(sheet, row, column)) : computed.value;
}

function literal(content: Content): string | number | boolean | null {
  if (isFormula(content)) throw new NotEmulated('a formula without a computed value');
  return content;
}

/** The number format that decides how a cell shows: its own, else the one its formula suggests. */
export function shownFormat(
  world: World,
  book: BookState,
  sheet: SheetState,
  row: number,
  column: number,
): string | undefined {
  return styleOf(book, sheet, row, column).numberFormat ?? computedFormat(world, book, sheet, row, column);
}

/** What `getValue` gives: '' for an empty cell, `Date` where the format is one of dates, an error's text. */
export function scriptValue(
  world: World,
  book: BookState,
  sheet: SheetState,
  row: number,
  column: number,
): string | number | boolean | Date {
  const value = plainValue(world, book, sheet, row, column);
  if (value === null) return '';
  if (value instanceof FormulaError) return value.text;
  if (typeof value !== 'number') return value;
  const numberFormat = shownFormat(world, book, sheet, row, column);
  if (numberFormat === undefined || kindOf(numberFormat) !== 'date') return value;
  return new Date(fromSerial(value, book.timeZone));
}

/** The text a cell shows. */
export function displayed(world: World, book: BookState, sheet: SheetState, row: number, column: number): string {
  const value = plainValue(world, book, sheet, row, column);
  if (value instanceof FormulaError) return value.text;
  return display(value, shownFormat(world, book, sheet, row, column), localeOf(book.locale));
}
