// References inside canonical formulas: how they follow copies, inserted, deleted and moved rows and columns, and sheets.
import { columnName, columnNumber } from './a1';
import { joined, tokens } from './formula-text';

interface Edge {
  at: number;
  fixed: boolean;
}
/** One corner of a reference; `A:A` has no rows, `2:2` no columns. */
interface Corner {
  row: Edge | undefined;
  column: Edge | undefined;
}
export interface Reference {
  /** As written, without quotes; `undefined`: the formula's own sheet. */
  sheet: string | undefined;
  from: Corner;
  to: Corner | undefined;
}

const CORNER = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d+))?$/;

function corner(text: string): Corner {
  const [, columnFixed, letters, rowFixed, digits] = CORNER.exec(text) ?? [];
  return {
    column: letters === undefined ? undefined : { at: columnNumber(letters), fixed: columnFixed === '$' },
    row: digits === undefined ? undefined : { at: Number(digits), fixed: rowFixed === '$' },
  };
}

/** Parses the text of a `ref` token. */
export function reference(text: string): Reference {
  const bang = text.lastIndexOf('!');
  const sheet = bang < 0 ? undefined : unquoted(text.slice(0, bang));
  const [from = '', to] = text.slice(bang + 1).split(':');
  return { sheet, from: corner(from), to: to === undefined ? undefined : corner(to) };
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** A sheet's name as a formula needs it. */
export function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

function cornerText({ row, column }: Corner): string {
  const columnText = column === undefined ? '' : `${column.fixed ? '$' : ''}${columnName(column.at)}`;
  return `${columnText}${row === undefined ? '' : `${row.fixed ? '$' : ''}${String(row.at)}`}`;
}

/** The text of a reference. */
export function referenceText({ sheet, from, to }: Reference): string {
  const prefix = sheet === undefined ? '' : `${quotedSheet(sheet)}!`;
  return `${prefix}${cornerText(from)}${to === undefined ? '' : `:${cornerText(to)}`}`;
}

/** Every reference of a canonical formula. */
export function referencesOf(formula: string): Reference[] {
  return tokens(formula.slice(1))
    .filter(({ kind }) => kind === 'ref')
    .map(({ text }) => reference(text));
}

/** Rewrites the references; `undefined` becomes #REF!. Untouched formulas come back as they are. */
export function mapReferences(
  formula: string,
  change: (reference: Reference) => Reference | 'same' | undefined,
): string {
  let touched = false;
  const parts = tokens(formula.slice(1)).map((token) => {
    if (token.kind !== 'ref') return token;
    const result = change(reference(token.text));
    if (result === 'same') return token;
    touched = true;
    return result === undefined ? { kind: 'error' as const, text: '#REF!' } : { ...token, text: referenceText(result) };
  });
  return touched ? `=${joined(parts)}` : formula;
}

/** The formula as copied `rows` down and `columns` to the right: relative references follow. */
export function copied(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (edge: Edge | undefined, by: number): Edge | undefined =>
    edge === undefined || edge.fixed ? edge : { at: edge.at + by, fixed: false };
  const moveCorner = (from: Corner): Corner => ({ row: move(from.row, rows), column: move(from.column, columns) });
  const valid = ({ row, column }: Corner): boolean => (row?.at ?? 1) > 0 && (column?.at ?? 1) > 0;
  return mapReferences(formula, (found) => {
    const moved = { ...found, from: moveCorner(found.from), to: found.to && moveCorner(found.to) };
    return valid(moved.from) && (moved.to === undefined || valid(moved.to)) ? moved : undefined;
  });
}

/** How a change of structure moves a span of rows or columns: its new first and last, or `undefined` when it is gone. */
export type Span = (first: number, last: number) => readonly [number, number] | undefined;

/** The formula after rows (or columns) of a sheet moved; `isThere` says whether a written sheet name means that sheet. */
export function restructured(
  formula: string,
  dimension: 'row' | 'column',
  span: Span,
  isThere: (sheet: string | undefined) => boolean,
): string {
  return mapReferences(formula, (found) => {
    const first = found.from[dimension];
    if (!isThere(found.sheet) || first === undefined) return 'same';
    const last = found.to === undefined ? first : found.to[dimension];
    // `A2:A`: the open end stays open.
    const result = span(first.at, Math.max(first.at, last?.at ?? first.at));
    if (result === undefined) return undefined;
    const [from, to] = result;
    return {
      ...found,
      from: { ...found.from, [dimension]: { ...first, at: from } },
      to: found.to === undefined || last === undefined ? found.to : { ...found.to, [dimension]: { ...last, at: to } },
    };
  });
}

/** The formula after a sheet was renamed, or deleted when `to` is `undefined`. */
export function sheetRenamed(formula: string, from: string, to: string | undefined): string {
  return mapReferences(formula, (found) => {
    if (found.sheet?.toLowerCase() !== from.toLowerCase()) return 'same';
    return to === undefined ? undefined : { ...found, sheet: to };
  });
}
