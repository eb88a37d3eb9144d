// Sorting rows of a range as Sheets does: numbers, then text, then booleans, then empty cells, whatever the direction of
// the rest. https://developers.google.com/apps-script/reference/spreadsheet/range#sortsortspecobj
import { NotEmulated } from '../../runtime/service';
import { overlap } from './a1';
import { refuse } from './arguments';
import { contentAt, isFormula, keyOf, putContent, putStyle, styleAt } from './cells';
import { FormulaError } from './formula-engine';
import type { Handle } from './handle';
import { localeOf } from './locale';
import { copied } from './references';
import type { Area, Content, SheetState } from './state';
import { plainValue } from './values';

export interface SortKey {
  /** Column of the sheet, from 1. */
  column: number;
  ascending: boolean;
}

/** `3`, `{column: 3, ascending: false}`, or an array of either. */
export function sortKeys(spec: unknown): SortKey[] {
  const one = (each: unknown): SortKey => {
    if (typeof each === 'number') return { column: each, ascending: true };
    if (typeof each === 'object' && each !== null && 'column' in each && typeof each.column === 'number') {
      const ascending = 'ascending' in each ? each.ascending : true;
      return { column: each.column, ascending: ascending !== false };
    }
    return refuse('Range.sort', [spec]);
  };
  return Array.isArray(spec) ? spec.map(one) : [one(spec)];
}

interface Row {
  from: number;
  keys: (string | number | boolean | null)[];
  contents: Content[];
  styles: number[];
}

/** Sorts the rows of an area; contents, formats and notes move together. */
export function sortRows(handle: Handle, area: Area, keys: readonly SortKey[]): void {
  const { book, world } = handle;
  const sheet = handle.sheet(area.sheetId);
  if (sheet.merges.some((merge) => overlap(merge, area))) throw new NotEmulated('sorting a range with merged cells');
  const collator = new Intl.Collator(localeOf(book.locale).tag, { sensitivity: 'base', numeric: false });
  const columns = Array.from({ length: area.columns }, (_, index) => area.column + index);
  const rows: Row[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    rows.push({
      from: row,
      keys: keys.map(({ column }) => {
        const value = plainValue(world, book, sheet, row, column);
        return value instanceof FormulaError ? value.text : value === '' ? null : value;
      }),
      contents: columns.map((column) => contentAt(sheet, row, column)),
      styles: columns.map((column) => styleAt(sheet, row, column)),
    });
  rows.sort((a, b) => {
    for (const [index, { ascending }] of keys.entries()) {
      const order = compare(a.keys[index] ?? null, b.keys[index] ?? null, ascending, collator);
      if (order !== 0) return order;
    }
    return a.from - b.from;
  });
  rearrange(sheet, area, rows, columns);
}

function rearrange(sheet: SheetState, area: Area, rows: readonly Row[], columns: readonly number[]): void {
  const notes = { ...sheet.notes };
  const runs = { ...sheet.runs };
  rows.forEach(({ from, contents, styles }, index) => {
    const to = area.row + index;
    columns.forEach((column, c) => {
      const content = contents[c] ?? null;
      const moved = isFormula(content) && 'f' in content ? { f: copied(content.f, to - from, 0) } : content;
      putContent(sheet, to, column, moved);
      putStyle(sheet, to, column, styles[c] ?? 0);
      move(sheet.notes, notes, keyOf(from, column), keyOf(to, column));
      move(sheet.runs, runs, keyOf(from, column), keyOf(to, column));
    });
  });
}

function move<T>(map: Record<string, T>, before: Readonly<Record<string, T>>, from: string, to: string): void {
  const value = before[from];
  if (value === undefined) delete map[to];
  else map[to] = value;
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

function compare(
  a: string | number | boolean | null,
  b: string | number | boolean | null,
  ascending: boolean,
  collator: Intl.Collator,
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const sign = ascending ? 1 : -1;
  const [rankA, rankB] = [RANK[typeof a as keyof typeof RANK], RANK[typeof b as keyof typeof RANK]];
  if (rankA !== rankB) return sign * (rankA - rankB);
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (Number(a) - Number(b));
}
