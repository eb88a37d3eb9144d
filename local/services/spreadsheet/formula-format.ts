// The number format a formula brings to a cell that has none.
import { styleOf } from './cells';
import { tokens } from './formula-text';
import { localeOf } from './locale';
import { kindOf } from './number-format';
import { referencesOf } from './references';
import type { BookState, Formula, SheetState } from './state';

const DATE_FUNCTION =
  /^=\s*(?:TODAY|DATE|EDATE|EOMONTH|WORKDAY|WORKDAY\.INTL|DATEVALUE)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)$/i;
const MOMENT_FUNCTION = /^=\s*NOW\s*\(\s*\)$/i;
const TIME_FUNCTION = /^=\s*(?:TIME|TIMEVALUE)\s*\([^()]*\)$/i;
const EXTREME = /^=\s*(?:MIN|MAX)\s*\([^()]*\)$/i;

/** The number format a formula's cell takes while it has none: a date function's, or that of the cell it repeats. */
export function suggestedFormat(book: BookState, sheet: SheetState, formula: Formula): string | undefined {
  if ('bad' in formula) return undefined;
  const locale = localeOf(book.locale);
  if (DATE_FUNCTION.test(formula.f)) return locale.date;
  if (MOMENT_FUNCTION.test(formula.f)) return `${locale.date} ${locale.time}`;
  if (TIME_FUNCTION.test(formula.f)) return locale.time;
  const solid = tokens(formula.f.slice(1)).filter(({ kind }) => kind !== 'space');
  if (!(solid.length === 1 && solid[0]?.kind === 'ref') && !EXTREME.test(formula.f)) return undefined;
  const [first] = referencesOf(formula.f);
  const source = book.sheets.find(({ name }) => name.toLowerCase() === (first?.sheet ?? sheet.name).toLowerCase());
  if (first === undefined || source === undefined) return undefined;
  const found = styleOf(book, source, first.from.row?.at ?? 1, first.from.column?.at ?? 1).numberFormat;
  return kindOf(found) === 'text' ? undefined : found;
}
