// Which formulas depend on one whose value is not known here: theirs is not known either.
import { tokens } from './formula-text';
import { referencesOf } from './references';
import type { BookState, Formula, SheetState } from './state';

/** A formula and where it stands. */
export interface FormulaCell {
  sheet: SheetState;
  row: number;
  column: number;
  formula: Formula;
}

/**
 * The formulas that depend, however far, on refused ones; each with the reason of the one it depends on.
 * @param refused the refused formulas with their reasons
 */
export function dependants(
  book: BookState,
  formulas: readonly FormulaCell[],
  refused: ReadonlyMap<FormulaCell, string>,
): Map<FormulaCell, string> {
  const all = new Map(refused);
  for (let grown = refused.size > 0; grown;) {
    grown = false;
    for (const cell of formulas) {
      if (all.has(cell) || 'bad' in cell.formula) continue;
      const { f } = cell.formula;
      const source = [...all].find(([other]) => refersTo(book, cell.sheet, f, other));
      if (source === undefined) continue;
      all.set(cell, source[1]);
      grown = true;
    }
  }
  for (const cell of refused.keys()) all.delete(cell);
  return all;
}

/** Whether a formula names a cell, or a named range (which is taken to contain any cell). */
function refersTo(book: BookState, own: SheetState, formula: string, { sheet, row, column }: FormulaCell): boolean {
  const names = new Set(book.namedRanges.map(({ name }) => name.toLowerCase()));
  if (tokens(formula.slice(1)).some(({ kind, text }) => kind === 'name' && names.has(text.toLowerCase()))) return true;
  return referencesOf(formula).some(({ sheet: name, from, to }) => {
    if ((name ?? own.name).toLowerCase() !== sheet.name.toLowerCase()) return false;
    const end = to ?? from;
    return (
      row >= (from.row?.at ?? 1) &&
      row <= (end.row?.at ?? Infinity) &&
      column >= (from.column?.at ?? 1) &&
      column <= (end.column?.at ?? Infinity)
    );
  });
}
