// Copies of sheets and workbooks.
import { blankSheet, books } from './state';
import type { Area, BookState, SheetState } from './state';
import { styleNumber } from './cells';
import { checkCells } from './structure';
import type { Handle } from './handle';
import { localeOf } from './locale';
import { changed } from './runtime';

/** A name that no sheet of the workbook has yet: `base`, `base 2`… */
export function freeName(book: BookState, base: string): string {
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} ${String(n)}`;
  return name;
}

/** The default name of the next new sheet: `Лист2`. */
export function defaultName(book: BookState): string {
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  const { sheet } = localeOf(book.locale);
  let n = book.sheets.length + 1;
  while (taken.has(`${sheet}${String(n)}`.toLowerCase())) n++;
  return `${sheet}${String(n)}`;
}

/**
 * Copies a sheet to the end of a workbook (its own or another); gives the copy's id. Developer metadata stays behind: it is
 * not among what https://developers.google.com/apps-script/reference/spreadsheet/sheet#copytospreadsheet promises.
 */
export function copySheetTo(source: Handle, sheetId: number, target: Handle): number {
  const { book } = target;
  const original = source.sheet(sheetId);
  checkCells(book, original.maxRows * original.maxColumns);
  const copy = cloneSheet(source, original, target);
  copy.name = freeName(book, localeOf(book.locale).copyOf(original.name));
  book.sheets.push(copy);
  changed(book);
  target.touch();
  return copy.id;
}

/** A sheet's copy with an id of its own, its styles and rules entered in the target workbook's tables. */
export function cloneSheet(source: Handle, original: SheetState, target: Handle): SheetState {
  const { world, book } = target;
  const copy: SheetState = { ...blankSheet(world.nextIntId(), original.name), ...structuredClone(original) };
  copy.id = world.nextIntId();
  delete copy.formId;
  copy.charts = copy.charts.map((chart) => ({
    ...chart,
    id: world.nextIntId(),
    ranges: chart.ranges.map((range) => (range.sheetId === original.id ? { ...range, sheetId: copy.id } : range)),
  }));
  copy.bandings = copy.bandings.map((banding) => ({ ...banding, id: world.nextIntId() }));
  if (source.id === target.id) return copy;
  const styles = source.book.styles.map((style) => styleNumber(book, structuredClone(style)));
  copy.styles = copy.styles.map((row) => row.map((style) => styles[style] ?? 0));
  const first = book.validations.length;
  book.validations.push(...structuredClone(source.book.validations));
  copy.rules = copy.rules.map((row) => row.map((rule) => (rule === 0 ? 0 : rule + first)));
  return copy;
}

/**
 * Copies a whole workbook into the file `id`. Sheets keep their ids and developer metadata comes along, as with «Make a copy»
 * (https://github.com/TylerMoser/BudgetApp/issues/39); forms and people do not.
 */
export function copyBook(source: Handle, id: string): void {
  const copy = structuredClone(source.book);
  for (const sheet of copy.sheets) delete sheet.formId;
  const here = (area: Area, spreadsheetId: string): { spreadsheetId: string; area: Area } => ({
    spreadsheetId: spreadsheetId === source.id ? id : spreadsheetId,
    area,
  });
  for (const rule of copy.validations)
    rule.values = rule.values.map((value) =>
      typeof value === 'object' && value !== null && 'range' in value
        ? { range: here(value.range.area, value.range.spreadsheetId) }
        : value,
    );
  copy.toasts = [];
  for (const protection of copy.protections) protection.editors = [];
  books(source.world)[id] = copy;
}
