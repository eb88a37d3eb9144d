// Inserting, deleting and moving rows and columns, with everything that hangs on them: formulas, named ranges, notes,
// validation, merges, formats, protections, charts, sizes and developer metadata.
// https://developers.google.com/workspace/sheets/api/guides/metadata (metadata follows its row or column and dies with it)
import { ScriptError } from '../../runtime/service';
import { cellOfKey, isFormula, keyOf, tidy } from './cells';
import { putNumber } from './number-rows';
import { restructured } from './references';
import type { Span } from './references';
import { changed } from './runtime';
import type { BookState, Content, Rect, SheetState } from './state';

export type LineKind = 'row' | 'column';

/** https://support.google.com/drive/answer/37603 (cells of a spreadsheet). */
const MAX_CELLS = 10_000_000;

/** Throws when the workbook may not grow by `more` cells. */
export function checkCells(book: BookState, more: number): void {
  const now = book.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  if (more > 0 && now + more > MAX_CELLS)
    throw new ScriptError(
      `This action would increase the number of cells in the workbook above the limit of ${String(MAX_CELLS)} cells.`,
    );
}

/** Gives a sheet more rows and columns at its ends, where the given size asks for them. */
export function growTo(book: BookState, sheet: SheetState, rows: number, columns: number): void {
  const maxRows = Math.max(sheet.maxRows, rows);
  const maxColumns = Math.max(sheet.maxColumns, columns);
  checkCells(book, maxRows * maxColumns - sheet.maxRows * sheet.maxColumns);
  sheet.maxRows = maxRows;
  sheet.maxColumns = maxColumns;
}

/**
 * Inserts `count` lines before line `before` (1-based; one past the end appends).
 * @param like the line whose formatting and validation the new ones take, if any
 */
export function insertLines(
  book: BookState,
  sheet: SheetState,
  kind: LineKind,
  before: number,
  count: number,
  like?: number,
): void {
  const max = kind === 'row' ? sheet.maxRows : sheet.maxColumns;
  if (before < 1 || before > max + 1 || (like !== undefined && (like < 1 || like > max))) throw outOfBounds(kind);
  if (count < 1) throw new ScriptError(`The number of ${kind}s to insert must be at least 1.`);
  checkCells(book, count * (kind === 'row' ? sheet.maxColumns : sheet.maxRows));
  const model = like === undefined ? undefined : lineStyle(sheet, kind, like);
  const blanks = (length: number): number[] => Array.from({ length }, () => -1);
  const order = range(1, before - 1).concat(blanks(count), range(before, max));
  const span: Span = (first, last) =>
    first >= before ? [first + count, last + count] : last >= before ? [first, last + count] : [first, last];
  reorder(book, sheet, kind, order, span);
  setMax(sheet, kind, max + count);
  if (model) {
    for (let line = before; line < before + count; line++) model(line);
    tidy(sheet);
  }
  if (before <= frozen(sheet, kind)) setFrozen(sheet, kind, frozen(sheet, kind) + count);
}

/** Deletes `count` lines from line `first`. */
export function deleteLines(book: BookState, sheet: SheetState, kind: LineKind, first: number, count: number): void {
  const max = kind === 'row' ? sheet.maxRows : sheet.maxColumns;
  const last = first + count - 1;
  if (first < 1 || count < 1 || last > max) throw outOfBounds(kind);
  if (count === max) throw new ScriptError(`You can't delete all the ${kind}s on the sheet.`);
  if (first <= frozen(sheet, kind) + 1 && last === max)
    throw new ScriptError(`Sorry, it is not possible to delete all non-frozen ${kind}s.`);
  const order = range(1, first - 1).concat(range(last + 1, max));
  const span: Span = (from, to) => {
    const start = from < first ? from : Math.max(from - count, first);
    const end = to > last ? to - count : Math.min(to, first - 1);
    return end < start ? undefined : [start, end];
  };
  const frozenLeft = frozen(sheet, kind) - Math.max(0, Math.min(frozen(sheet, kind), last) - first + 1);
  reorder(book, sheet, kind, order, span);
  setMax(sheet, kind, max - count);
  setFrozen(sheet, kind, frozenLeft);
}

/** Moves lines `first`…`first + count - 1` before line `destination`, counted as they stand now. */
export function moveLines(
  book: BookState,
  sheet: SheetState,
  kind: LineKind,
  first: number,
  count: number,
  destination: number,
): void {
  const max = kind === 'row' ? sheet.maxRows : sheet.maxColumns;
  if (destination < 1 || destination > max + 1) throw outOfBounds(kind);
  const last = first + count - 1;
  if (destination >= first && destination <= last + 1) return;
  const others = range(1, first - 1).concat(range(last + 1, max));
  const at = destination <= first ? destination - 1 : destination - 1 - count;
  const order = others.slice(0, at).concat(range(first, last), others.slice(at));
  const now = new Map(order.map((from, index) => [from, index + 1]));
  const span: Span = (from, to) => {
    const start = now.get(from) ?? from;
    const end = now.get(to) ?? to;
    // A range that the move tears apart stays where it is.
    return end - start === to - from ? [start, end] : [from, to];
  };
  reorder(book, sheet, kind, order, span);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function outOfBounds(kind: LineKind): ScriptError {
  return new ScriptError(`Those ${kind}s are out of bounds.`);
}

function frozen(sheet: SheetState, kind: LineKind): number {
  return kind === 'row' ? sheet.frozenRows : sheet.frozenColumns;
}
function setFrozen(sheet: SheetState, kind: LineKind, count: number): void {
  if (kind === 'row') sheet.frozenRows = count;
  else sheet.frozenColumns = count;
}
function setMax(sheet: SheetState, kind: LineKind, max: number): void {
  if (kind === 'row') sheet.maxRows = max;
  else sheet.maxColumns = max;
}

/** Remembers a line's styles and validation; gives what puts them on another line. */
function lineStyle(sheet: SheetState, kind: LineKind, line: number): (target: number) => void {
  const put = [lineOf(sheet, 'styles', kind, line), lineOf(sheet, 'rules', kind, line)];
  return (target) => {
    for (const each of put) each(target);
  };
}

function lineOf(sheet: SheetState, of: 'styles' | 'rules', kind: LineKind, line: number): (target: number) => void {
  const kept = kind === 'row' ? (sheet[of][line - 1] ?? []) : sheet[of].map((row) => row[line - 1] ?? 0);
  return (target) => {
    const rows = sheet[of];
    if (kind === 'row') {
      while (rows.length < target) rows.push([]);
      rows[target - 1] = kept;
    } else
      kept.forEach((number, r) => {
        putNumber(rows, r + 1, target, number);
      });
  };
}

/**
 * Puts a sheet's lines into a new order and takes along all that refers to them.
 * @param order for each new line the old one, -1 for a blank
 */
function reorder(book: BookState, sheet: SheetState, kind: LineKind, order: readonly number[], span: Span): void {
  sheet.cells = reordered<Content, Content[]>(sheet.cells, kind, order, null);
  sheet.styles = reordered(sheet.styles, kind, order, 0);
  sheet.rules = reordered(sheet.rules, kind, order, 0);
  tidy(sheet);
  const now = new Map(order.map((from, index) => [from, index + 1] as const).filter(([from]) => from > 0));
  sheet.notes = rekeyed(sheet.notes, kind, now);
  sheet.runs = rekeyed(sheet.runs, kind, now);
  if (kind === 'row') {
    sheet.rowHeights = renumbered(sheet.rowHeights, now);
    sheet.hiddenRows = sheet.hiddenRows.flatMap((line) => now.get(line) ?? []);
  } else {
    sheet.columnWidths = renumbered(sheet.columnWidths, now);
    sheet.hiddenColumns = sheet.hiddenColumns.flatMap((line) => now.get(line) ?? []);
  }
  moveRects(book, sheet, (rect) => spanned(rect, kind, span));
  book.metadata = book.metadata.filter(({ location }) => {
    if (!('at' in location) || location.sheetId !== sheet.id || location.type !== kind.toUpperCase()) return true;
    const line = now.get(location.at);
    if (line !== undefined) location.at = line;
    return line !== undefined;
  });
  rewriteFormulas(book, (formula, own) =>
    restructured(formula, kind, span, (name) => (name ?? own.name).toLowerCase() === sheet.name.toLowerCase()),
  );
  changed(book);
}

function reordered<T, R extends readonly T[]>(
  rows: readonly R[],
  kind: LineKind,
  order: readonly number[],
  empty: T,
): (R | T[])[] {
  if (kind === 'row') {
    const last = order.findLastIndex((from) => (rows[from - 1]?.length ?? 0) > 0);
    return order.slice(0, last + 1).map((from) => rows[from - 1] ?? []);
  }
  return rows.map((row) => {
    const last = order.findLastIndex((from) => from > 0 && from <= row.length);
    return order.slice(0, last + 1).map((from) => row[from - 1] ?? empty);
  });
}

function rekeyed<T>(map: Record<string, T>, kind: LineKind, now: ReadonlyMap<number, number>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => {
      const [row, column] = cellOfKey(key);
      const line = now.get(kind === 'row' ? row : column);
      return line === undefined ? [] : [[kind === 'row' ? keyOf(line, column) : keyOf(row, line), value]];
    }),
  );
}

function renumbered<T>(map: Record<number, T>, now: ReadonlyMap<number, number>): Record<number, T> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([line, value]) => {
      const to = now.get(Number(line));
      return to === undefined ? [] : [[to, value]];
    }),
  ) as Record<number, T>;
}

function spanned(rect: Rect, kind: LineKind, span: Span): Rect | undefined {
  const [at, size] = kind === 'row' ? [rect.row, rect.rows] : [rect.column, rect.columns];
  const result = span(at, at + size - 1);
  if (result === undefined) return undefined;
  const [first, last] = result;
  return kind === 'row'
    ? { ...rect, row: first, rows: last - first + 1 }
    : { ...rect, column: first, columns: last - first + 1 };
}

/** Applies a change to every rectangle of the workbook that lies on a sheet; what comes to nothing is dropped. */
export function moveRects(book: BookState, sheet: SheetState, change: (rect: Rect) => Rect | undefined): void {
  const all = (rects: readonly Rect[]): Rect[] => rects.flatMap((rect) => change(rect) ?? []);
  const here = <T extends { sheetId: number }>(area: T & Rect): (T & Rect) | undefined => {
    if (area.sheetId !== sheet.id) return area;
    const rect = change(area);
    return rect && { ...area, ...rect };
  };
  sheet.merges = all(sheet.merges).filter(({ rows, columns }) => rows > 1 || columns > 1);
  sheet.conditional = sheet.conditional
    .map((rule) => ({ ...rule, ranges: all(rule.ranges) }))
    .filter(({ ranges }) => ranges.length > 0);
  sheet.bandings = sheet.bandings.flatMap((banding) => {
    const rect = change(banding.rect);
    return rect ? [{ ...banding, rect }] : [];
  });
  const filtered = sheet.filter && change(sheet.filter.rect);
  sheet.filter = filtered ? { rect: filtered } : null;
  for (const { charts } of book.sheets)
    for (const chart of charts)
      chart.ranges = chart.ranges.flatMap((each) => {
        const area = here({ sheetId: each.sheetId, ...each.rect });
        if (area === undefined) return [];
        const { sheetId, ...rect } = area;
        return [{ sheetId, rect }];
      });
  book.namedRanges = book.namedRanges.flatMap((named) => {
    const area = here(named.area);
    return area ? [{ ...named, area }] : [];
  });
  book.protections = book.protections.flatMap((protection) => {
    if (protection.sheetId !== sheet.id) return [protection];
    const unprotected = all(protection.unprotected);
    if (protection.rect === undefined) return [{ ...protection, unprotected }];
    const rect = change(protection.rect);
    return rect ? [{ ...protection, rect, unprotected }] : [];
  });
  for (const rule of book.validations)
    rule.values = rule.values.map((value) => {
      if (typeof value !== 'object' || value === null || !('range' in value)) return value;
      const area = here(value.range.area);
      return area ? { range: { ...value.range, area } } : value;
    });
}

/** Rewrites every formula of the workbook. */
export function rewriteFormulas(book: BookState, rewrite: (formula: string, sheet: SheetState) => string): void {
  for (const sheet of book.sheets)
    for (const row of sheet.cells)
      row.forEach((content, index) => {
        if (isFormula(content) && 'f' in content) row[index] = { f: rewrite(content.f, sheet) };
      });
}
