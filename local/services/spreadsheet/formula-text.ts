// Formulas as text: the two spellings (`;` and decimal comma, `,` and decimal point), and what in them is a reference.
import type { SheetsLocale } from './locale';
import type { Formula } from './state';

export type TokenKind = 'space' | 'string' | 'ref' | 'number' | 'name' | 'error' | 'op' | 'unknown';
export interface Token {
  kind: TokenKind;
  text: string;
}

const REF_END = String.raw`(?![\p{L}\p{N}_(.])`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?\d{1,7}`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const REF = String.raw`(?:${SHEET})?(?:${CELL}(?::(?:${CELL}|${COLUMN}|${ROW}))?|${COLUMN}:(?:${CELL}|${COLUMN})|${ROW}:(?:${CELL}|${ROW}))${REF_END}`;

function scanner(decimal: '.' | ','): RegExp {
  const point = decimal === '.' ? String.raw`\.` : ',';
  return new RegExp(
    [
      String.raw`(?<space>\s+)`,
      String.raw`(?<string>"(?:[^"]|"")*")`,
      `(?<ref>${REF})`,
      String.raw`(?<number>(?:\d+(?:${point}\d*)?|${point}\d+)(?:[eE][+-]?\d+)?)`,
      String.raw`(?<error>#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!))`,
      String.raw`(?<name>[\p{L}_][\p{L}\p{N}_.]*)`,
      String.raw`(?<op><=|>=|<>|[-+*/^&=<>%(){},;\\:#@!])`,
      String.raw`(?<unknown>[^])`,
    ].join('|'),
    'uy',
  );
}
const SCANNERS = { '.': scanner('.'), ',': scanner(',') };

/** Splits a formula (without its `=`) into tokens; nothing is lost. */
export function tokens(body: string, decimal: '.' | ',' = '.'): Token[] {
  const scan = SCANNERS[decimal];
  scan.lastIndex = 0;
  const found: Token[] = [];
  for (let match = scan.exec(body); match !== null && match[0] !== ''; match = scan.exec(body)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? ['unknown'];
    found.push({ kind: kind as TokenKind, text: match[0] });
  }
  return found;
}

/** The text of tokens. */
export function joined(parts: readonly Token[]): string {
  return parts.map(({ text }) => text).join('');
}

/**
 * Reads a formula typed in the workbook's locale. Where the decimal sign is a comma, arguments are separated by `;` and a
 * comma between them is a syntax error; `;` is understood everywhere.
 * https://support.google.com/docs/answer/46977 ; https://github.com/googleapis/google-api-nodejs-client/issues/1994
 * @param text with the leading `=`
 */
export function fromLocal(text: string, locale: SheetsLocale): Formula {
  const comma = locale.argument === ';';
  const parts = tokens(text.slice(1), comma ? ',' : '.');
  const braces: boolean[] = [];
  for (const token of parts) {
    if (token.kind === 'number') token.text = token.text.replace(',', '.');
    if (token.kind !== 'op') continue;
    if (token.text === '(' || token.text === '{') braces.push(token.text === '{');
    else if (token.text === ')' || token.text === '}') braces.pop();
    else if (token.text === ',' && comma) return { bad: text };
    else if (token.text === ';' && braces.at(-1) !== true) token.text = ',';
    else if (token.text === '\\') token.text = ',';
  }
  const closing = wellFormed(parts);
  return closing === undefined ? { bad: text } : { f: `=${joined(parts)}${closing}` };
}

/** The formula as the workbook's locale spells it, with the leading `=`. */
export function toLocal(formula: Formula, locale: SheetsLocale): string {
  if ('bad' in formula) return formula.bad;
  if (locale.argument === ',') return formula.f;
  const parts = tokens(formula.f.slice(1));
  const braces: boolean[] = [];
  for (const token of parts) {
    if (token.kind === 'number') token.text = token.text.replace('.', ',');
    if (token.kind !== 'op') continue;
    if (token.text === '(' || token.text === '{') braces.push(token.text === '{');
    else if (token.text === ')' || token.text === '}') braces.pop();
    else if (token.text === ',') token.text = braces.at(-1) === true ? '\\' : ';';
  }
  return `=${joined(parts)}`;
}

type Bracket = 'call' | 'group' | 'array';

/**
 * Whether canonical tokens make a formula: operands and operators in turn, brackets paired. Gives the closing brackets
 * Sheets adds by itself at the end (`=SUM(A1` becomes `=SUM(A1)`), or `undefined` for a syntax error.
 */
function wellFormed(parts: readonly Token[]): string | undefined {
  const open: Bracket[] = [];
  let operand = false;
  let justCalled = false;
  const solid = parts.filter(({ kind }) => kind !== 'space');
  for (const [index, { kind, text }] of solid.entries()) {
    const afterCall = justCalled;
    justCalled = false;
    if (kind === 'unknown') return undefined;
    if (kind !== 'op') {
      if (operand) return undefined;
      if (kind === 'name' && solid[index + 1]?.text === '(') continue;
      operand = true;
    } else if (text === '(') {
      const called = solid[index - 1];
      const isCall = called?.kind === 'name' || called?.text === ')';
      if (operand && !isCall) return undefined;
      open.push(isCall ? 'call' : 'group');
      justCalled = isCall;
      operand = false;
    } else if (text === '{') {
      if (operand) return undefined;
      open.push('array');
    } else if (text === ')' || text === '}') {
      const bracket = open.pop();
      if (bracket === undefined || (text === '}') !== (bracket === 'array')) return undefined;
      if (!operand && bracket !== 'call') return undefined;
      if (!operand && !afterCall && solid[index - 1]?.text !== ',') return undefined;
      operand = true;
    } else if (text === ',') {
      if (open.at(-1) === undefined || open.at(-1) === 'group') return undefined;
      if (!operand && open.at(-1) === 'array') return undefined;
      operand = false;
    } else if (text === ';') {
      if (open.at(-1) !== 'array' || !operand) return undefined;
      operand = false;
    } else if (text === '%' || text === '#') {
      if (!operand) return undefined;
    } else if (operand) operand = false;
    else if (text !== '+' && text !== '-' && text !== '@') return undefined;
  }
  if (open.includes('array')) return undefined;
  if (!operand && !justCalled) return undefined;
  return ')'.repeat(open.length);
}
