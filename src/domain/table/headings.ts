// Finds a table in a sheet that a school made: the row of headings, which column is what, and a person's corrections of that.
import { foldText } from '../staff/normalise';

/** How a field's heading may be worded; tried in the order of the rules on text that went through `foldText`. */
export interface HeadingRule<F extends string> {
  readonly field: F;
  readonly words: RegExp;
}

/** A table as found. Indexes are 0-based. */
export interface FoundTable<F extends string> {
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<F, number>>>;
  /** Columns with a heading that no rule knows. */
  readonly unused: readonly { readonly column: number; readonly heading: string }[];
}

/** How far from the top headings are looked for: tables open with a title, a stamp of approval, a date. */
const LOOK_THROUGH = 30;
/** Longer cells are titles and notes, not headings. */
const LONGEST_HEADING = 120;

const lineOf = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

function fieldOf<F extends string>(cell: string, rules: readonly HeadingRule<F>[]): F | undefined {
  const heading = foldText(cell);
  if (heading === '' || heading.length > LONGEST_HEADING) return undefined;
  return rules.find(({ words }) => words.test(heading))?.field;
}

function tableAt<F extends string>(
  cells: readonly string[],
  headerRow: number,
  rules: readonly HeadingRule<F>[],
): FoundTable<F> {
  const columns: Partial<Record<F, number>> = {};
  const unused: { column: number; heading: string }[] = [];
  cells.forEach((cell, column) => {
    const field = fieldOf(cell, rules);
    if (field !== undefined && columns[field] === undefined) columns[field] = column;
    else if (cell.trim() !== '') unused.push({ column, heading: lineOf(cell) });
  });
  return { headerRow, columns, unused };
}

/**
 * The row among the first thirty that names the most fields, all of `needed` among them; of equals the first. Of two columns that
 * could be the same field the first is it.
 */
export function findTable<F extends string>(
  rows: readonly (readonly string[])[],
  rules: readonly HeadingRule<F>[],
  needed: readonly F[],
): FoundTable<F> | undefined {
  let best: FoundTable<F> | undefined;
  const named = ({ columns }: FoundTable<F>): number => Object.keys(columns).length;
  rows.slice(0, LOOK_THROUGH).forEach((cells, headerRow) => {
    const found = tableAt(cells, headerRow, rules);
    if (!needed.every((field) => found.columns[field] !== undefined)) return;
    if (best === undefined || named(found) > named(best)) best = found;
  });
  return best;
}

/** `A` → 0, `AB` → 27; undefined of anything else. */
function columnOfLetters(text: string): number | undefined {
  if (!/^[A-Z]{1,2}$/.test(text)) return undefined;
  return Array.from(text).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 0 → `A`. */
export const lettersOf = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26));

/** What a person corrected of the columns found: the table as it is to be read, and the lines that made no sense. */
export interface Corrected<F extends string> {
  readonly table: FoundTable<F>;
  readonly unread: readonly string[];
}

/**
 * Reads corrections, one a line or between semicolons: `Название = B`, `Название = Навык учителя`, `Примечание = нет`. Left, the
 * field as its heading would be worded; right, a column's letter, its heading, or «нет» for «take no column for it».
 */
export function correctColumns<F extends string>(
  found: FoundTable<F>,
  header: readonly string[],
  rules: readonly HeadingRule<F>[],
  corrections: string,
): Corrected<F> {
  const columns: Partial<Record<F, number>> = { ...found.columns };
  const unread: string[] = [];
  for (const line of corrections.split(/[;\n]/).map(lineOf)) {
    if (line === '') continue;
    const [left = '', right = ''] = line.split(/\s*=\s*/);
    const field = fieldOf(left, rules);
    const wanted = foldText(right);
    const byHeading = header.findIndex((cell) => wanted !== '' && foldText(cell) === wanted);
    const column = columnOfLetters(right.toUpperCase()) ?? (byHeading < 0 ? undefined : byHeading);
    // A column may be headed «Нет» itself.
    const none = wanted === 'нет' && byHeading < 0;
    if (field === undefined || (!none && (column === undefined || column >= header.length))) {
      unread.push(line);
      continue;
    }
    for (const other of Object.keys(columns) as F[]) if (columns[other] === column) delete columns[other];
    if (none) delete columns[field];
    else columns[field] = column;
  }
  const taken = new Set(Object.values(columns));
  return {
    table: {
      headerRow: found.headerRow,
      columns,
      unused: header
        .map((cell, column) => ({ column, heading: lineOf(cell) }))
        .filter(({ column, heading }) => heading !== '' && !taken.has(column)),
    },
    unread,
  };
}
