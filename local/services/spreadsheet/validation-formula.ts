// Validation by a custom formula: whether it holds for a cell once something has been written.
// https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder#requireformulasatisfiedformula
import { NotEmulated } from '../../runtime/service';
import { putContent, ruleAt, ruledCells, ruleOf, wholeOf } from './cells';
import { FormulaError } from './formula-engine';
import { fromLocal } from './formula-text';
import type { Handle } from './handle';
import { localeOf } from './locale';
import { copied } from './references';
import { changed } from './runtime';
import { sheetOf } from './state';
import type { BookState, SheetState } from './state';
import { plainValue } from './values';

/** The workbook as it would be after a write. */
export type After = () => BookState;

/** Gives a copy of the workbook with a write done in it, made when first asked for. */
export function afterWriting(handle: Handle, sheetId: number, write: (sheet: SheetState) => void): After {
  let book: BookState | undefined;
  return () => {
    if (book === undefined) {
      book = structuredClone(handle.book);
      write(sheetOf(book, sheetId));
    }
    return book;
  };
}

/**
 * Whether the formula is true for a cell. Its relative references are meant for the first cell of the rule's range and
 * move along for the others.
 */
export function formulaHolds(handle: Handle, after: BookState, sheetId: number, at: [number, number]): boolean {
  const sheet = sheetOf(after, sheetId);
  const text = String(ruleOf(after, sheet, ...at)?.values[0]);
  const formula = fromLocal(text.startsWith('=') ? text : `=${text}`, localeOf(after.locale));
  if ('bad' in formula) throw new NotEmulated(`rejecting input by ${text}, which is no formula`);
  // It is computed outside the grid, so it must not ask where it stands.
  if (/\b(?:ROW|COLUMN)\s*\(\s*\)/i.test(formula.f)) throw new NotEmulated(`rejecting input by ${text}`);
  const [row, column] = anchorOf(sheet, ruleAt(sheet, ...at));
  const outside: [number, number] = [sheet.maxRows + 1, sheet.maxColumns + 1];
  putContent(sheet, ...outside, { f: copied(formula.f, at[0] - row, at[1] - column) });
  changed(after);
  try {
    const value = plainValue(handle.world, after, sheet, ...outside);
    return !(value instanceof FormulaError) && (typeof value === 'number' ? value !== 0 : value === true);
  } finally {
    putContent(sheet, ...outside, null);
    changed(after);
  }
}

/** The first cell of the range a rule was set on: equal rules are stored once, so two ranges apart cannot be told. */
function anchorOf(sheet: SheetState, rule: number): [number, number] {
  const cells = ruledCells(sheet, wholeOf(sheet)).filter((cell) => cell.rule === rule);
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const size = (Math.max(...rows) - top + 1) * (Math.max(...columns) - left + 1);
  if (size !== cells.length || ruleAt(sheet, top, left) !== rule)
    throw new NotEmulated('rejecting input by one custom formula on several ranges');
  return [top, left];
}
