// R1C1 notation: `R2C3` is a place, `R[-1]C` one row up in the same column.
// https://developers.google.com/workspace/sheets/api/guides/concepts#cell
import { ScriptError } from '../../runtime/service';
import { cellA1, columnName } from './a1';
import { joined, tokens } from './formula-text';
import { reference } from './references';
import type { Reference } from './references';

type Corner = Reference['from'];
type Edge = NonNullable<Corner['row']>;

const PART = String.raw`(?:\[(-?\d+)\]|(\d+))?`;
const CELL = new RegExp(`(?<![\\p{L}\\p{N}_.])R${PART}C${PART}(?![\\p{L}\\p{N}_.(])`, 'giu');
/** Strings and quoted sheet names hold no references. */
const QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;

/**
 * A formula in R1C1 notation as one in A1 notation for the cell it stands in.
 * @throws ScriptError where a reference leads off the sheet
 */
export function fromR1C1(formula: string, row: number, column: number): string {
  const edge = (relative: string | undefined, absolute: string | undefined, own: number): [number, string] =>
    absolute === undefined ? [own + Number(relative ?? 0), ''] : [Number(absolute), '$'];
  return formula
    .split(QUOTED)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(CELL, (_whole, r?: string, rowAt?: string, c?: string, columnAt?: string) => {
            const [toRow, fixedRow] = edge(r, rowAt, row);
            const [toColumn, fixedColumn] = edge(c, columnAt, column);
            if (toRow < 1 || toColumn < 1)
              throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
            return `${fixedColumn}${columnName(toColumn)}${fixedRow}${String(toRow)}`;
          }),
    )
    .join('');
}

/**
 * A formula in R1C1 notation, seen from its cell.
 * @param decimal the decimal sign it is spelled with
 */
export function toR1C1(formula: string, decimal: '.' | ',', row: number, column: number): string {
  const part = (sign: 'R' | 'C', edge: Edge | undefined, own: number): string => {
    if (edge === undefined) return '';
    return edge.fixed ? `${sign}${String(edge.at)}` : `${sign}[${String(edge.at - own)}]`;
  };
  const corner = (from: Corner): string => `${part('R', from.row, row)}${part('C', from.column, column)}`;
  return `=${joined(
    tokens(formula.slice(1), decimal).map((token) => {
      if (token.kind !== 'ref') return token;
      const { from, to } = reference(token.text);
      const sheet = token.text.slice(0, token.text.lastIndexOf('!') + 1);
      return { ...token, text: `${sheet}${corner(from)}${to === undefined ? '' : `:${corner(to)}`}` };
    }),
  )}`;
}

/** `R2C3` as a place on a sheet: `C2`; anything else as it is. */
export function placeOf(notation: string): string {
  const match = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i.exec(notation);
  if (match === null) return notation;
  const [, top, left, bottom, right] = match;
  const start = cellA1(Number(top), Number(left));
  return bottom === undefined ? start : `${start}:${cellA1(Number(bottom), Number(right))}`;
}
