// A canonical formula as the engine needs it: open ranges closed, named ranges resolved, Sheets' own functions rewritten,
// and what the engine would compute differently from Sheets refused.
import { reference, referenceText } from './references';
import { joined, tokens } from './formula-text';
import type { Token } from './formula-text';

/** What a formula is fed with besides itself. */
export interface FeedContext {
  /** The sheet a reference means (`undefined`: the formula's own): its size and name in the engine, if it exists. */
  sheet(name: string | undefined): { rows: number; columns: number; engineName: string } | undefined;
  /** The range a name means, as an absolute reference with its sheet. */
  named(name: string): string | undefined;
  /** Whether the engine knows a function. */
  knows(functionName: string): boolean;
  /** Serial number of this moment in the spreadsheet's time zone. */
  now: number;
  /** Whether numbers are shown with a decimal comma (the engine turns numbers to text with a point). */
  decimalComma: boolean;
}

/** The text to feed, or the reason why this formula's value is not emulated. */
export type Fed = { text: string; arrays: boolean; textual: boolean } | { refused: string };

/** Functions that give a whole array in Sheets; anything else would be cut to one cell. */
const ARRAY_FUNCTIONS = new Set(['FILTER', 'SORT', 'UNIQUE', 'SEQUENCE', 'TRANSPOSE', 'ARRAYFORMULA', 'MMULT']);
/** Functions that turn numbers into text by the locale. */
const TEXT_FUNCTIONS = new Set([
  'CONCATENATE',
  'CONCAT',
  'TEXTJOIN',
  'JOIN',
  'FIXED',
  'DOLLAR',
  'LEFT',
  'RIGHT',
  'MID',
]);
const RANDOM = new Set(['RAND', 'RANDBETWEEN', 'RANDARRAY']);
/** Where Sheets takes other arguments than Excel, the number of arguments up to which both agree. */
const AGREED_ARGUMENTS: Readonly<Record<string, readonly [number, number]>> = {
  FILTER: [2, 2],
  SORT: [1, 1],
  UNIQUE: [1, 1],
  IFNA: [2, 2],
};

/** Prepares one formula (with its `=`). */
export function feed(formula: string, context: FeedContext): Fed {
  const parts = tokens(formula.slice(1));
  let textual = parts.some(({ kind, text }) => kind === 'op' && text === '&');
  let arrays = parts.some(({ text }) => text === '{');
  const out: Token[] = [];
  for (let index = 0; index < parts.length; index++) {
    const token = parts[index];
    if (token === undefined) break;
    if (token.kind === 'ref') {
      const closed = closedReference(token.text, context);
      out.push(closed === undefined ? { kind: 'error', text: '#REF!' } : { ...token, text: closed });
      continue;
    }
    if (token.kind !== 'name') {
      out.push(token);
      continue;
    }
    const name = token.text.toUpperCase();
    if (parts[index + 1]?.text !== '(') {
      out.push({ ...token, text: context.named(token.text) ?? token.text });
      continue;
    }
    const call = callAt(parts, index + 1);
    if (ARRAY_FUNCTIONS.has(name)) arrays = true;
    if (TEXT_FUNCTIONS.has(name)) textual = true;
    const refused = refusal(name, call.arguments, context);
    if (refused !== undefined) return { refused };
    const replaced = replacement(name, call.arguments, context);
    if (replaced === undefined) {
      out.push({ ...token, text: name });
      continue;
    }
    const inner = feed(`=${replaced}`, context);
    if ('refused' in inner) return inner;
    arrays ||= inner.arrays;
    textual ||= inner.textual;
    out.push({ kind: 'unknown', text: `(${inner.text.slice(1)})` });
    index = call.end;
  }
  return { text: `=${joined(out)}`, arrays, textual };
}

function refusal(name: string, args: readonly string[], context: FeedContext): string | undefined {
  if (RANDOM.has(name)) return `formula function ${name}`;
  if (name === 'TEXT' && (context.decimalComma || !/^\s*"[0#,.%]+"\s*$/.test(args[1] ?? '')))
    return `formula function TEXT with the format ${args[1] ?? ''}`;
  // What an address made up in the formula names, the engine looks for among its own names of sheets.
  if (name === 'INDIRECT' && literal(args[0]) === undefined && /[!$A-Za-z]+\d|!/.test(args.join(',')))
    return 'formula function INDIRECT with an address taken from a cell or on another sheet';
  const agreed = AGREED_ARGUMENTS[name];
  if (agreed && (args.length < agreed[0] || args.length > agreed[1]))
    return `formula function ${name} with ${String(args.length)} argument(s)`;
  if (REPLACED.has(name) || context.knows(name)) return undefined;
  return `formula function ${name}`;
}

const REPLACED = new Set(['HYPERLINK', 'ARRAYFORMULA', 'TODAY', 'NOW', 'JOIN']);

/** Functions of Sheets the engine lacks but that come down to others. */
function replacement(name: string, args: readonly string[], { now }: FeedContext): string | undefined {
  switch (name) {
    case 'HYPERLINK':
      return args[1] ?? args[0] ?? '""';
    case 'ARRAYFORMULA':
      return args.join(',');
    case 'TODAY':
      return String(Math.floor(now));
    case 'NOW':
      return String(now);
    // https://support.google.com/docs/answer/3094077 : empty values count too.
    case 'JOIN':
      return `TEXTJOIN(${args[0] ?? '""'},FALSE,${args.slice(1).join(',')})`;
    // https://support.google.com/docs/answer/3093304 : without the second argument an error becomes blank.
    case 'IFERROR':
      return args.length === 1 ? `IFERROR(${args[0] ?? ''},"")` : undefined;
    // https://support.google.com/docs/answer/3093377 : an address in quotes is the reference itself.
    case 'INDIRECT':
      return literal(args[0]);
    default:
      return undefined;
  }
}

/** What a formula's text in quotes says, when it is a reference in A1 notation. */
function literal(argument: string | undefined): string | undefined {
  const text = /^\s*"((?:[^"]|"")*)"\s*$/.exec(argument ?? '')?.[1];
  const [only, more] = tokens(text ?? '');
  return only?.kind === 'ref' && more === undefined ? text : undefined;
}

/** The arguments of a call whose opening bracket is at `open`, as text, and where its closing bracket is. */
function callAt(parts: readonly Token[], open: number): { arguments: string[]; end: number } {
  const found: string[] = [];
  let depth = 0;
  let current = '';
  for (let index = open; index < parts.length; index++) {
    const text = parts[index]?.text ?? '';
    const operator = parts[index]?.kind === 'op';
    if (operator && (text === '(' || text === '{')) depth++;
    if (operator && (text === ')' || text === '}')) depth--;
    if (depth === 0) {
      if (current.trim() !== '' || found.length > 0) found.push(current);
      return { arguments: found, end: index };
    }
    if (index === open) continue;
    if (operator && text === ',' && depth === 1) {
      found.push(current);
      current = '';
    } else current += text;
  }
  return { arguments: found, end: parts.length - 1 };
}

/** `A2:A` → `A2:A1000`, `A:C` → `A1:C1000`: the engine knows bounded ranges only. */
function closedReference(text: string, context: FeedContext): string | undefined {
  const found = reference(text);
  const size = context.sheet(found.sheet);
  if (size === undefined) return undefined;
  const { from, to } = found;
  const sheet = found.sheet === undefined ? undefined : size.engineName;
  if (to === undefined) return referenceText({ ...found, sheet });
  const closed = {
    sheet,
    from: {
      row: from.row ?? { at: 1, fixed: false },
      column: from.column ?? { at: 1, fixed: false },
    },
    to: {
      row: to.row ?? { at: size.rows, fixed: false },
      column: to.column ?? { at: size.columns, fixed: false },
    },
  };
  return referenceText(closed);
}

/** A range of the engine's sheet as an absolute reference. */
export function absoluteReference(engineName: string, a1: string): string {
  return `${engineName}!${a1.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
