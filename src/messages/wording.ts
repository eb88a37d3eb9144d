// What a wording is, and how it is filled in.
import type { MessageFields } from '../domain/message';
import { type Format, formatList, formatNumber, formatText } from './format';

/**
 * A wording is plain text with holes in braces.
 * - `{name}` is a field; `{count|учитель|учителя|учителей}` the form of a word that goes with a number (a list counts its entries).
 * - `{names+more}` is a list, of which `more` are not named; the number may be a difference: `{names+count-names}`.
 * - `{@action.setUp}` is another message without fields, `{@action.+id}` the one whose code ends in the field `id`.
 * - `{?name}…{:}…{/}` is the first text when the field is there (a number other than 0, a text or a list that is not empty), else
 *   the second, which may be left out. `{?a|b}` asks for either, `{?name=test}` for a field of exactly this text (`{?name=}`: for
 *   none; 0 is one), `{?a>b}` for a number above another field or a figure. Sections may stand inside sections.
 */
export type Wording = string;
export type Wordings = Readonly<Record<string, Wording>>;

/** What differs from language to language besides the wordings. */
export interface Language {
  readonly format: Format;
  plural(count: number, forms: readonly string[]): string;
  /** Is applied to every piece of wording, never to a value. */
  readonly decorate?: (text: string) => string;
  /** Is applied to the whole text. */
  readonly enclose?: (text: string) => string;
}

/** A language with its words, as `fill` needs it. */
export interface Tongue extends Language {
  readonly wordings: Wordings;
}

/** Sections' beginnings, `{:}` and `{/}`; then every hole. */
const HOLE = /\{(?:\?([^{}]+)|([:/])|(@?)([A-Za-z][\w.-]*)(?:\+([A-Za-z][\w-]*))?((?:\|[^{}|]*)*))\}/g;

/** The wording of a code, undefined when the language has none. */
export function wordingOf({ wordings }: Tongue, code: string): Wording | undefined {
  return owns(wordings, code) ? wordings[code] : undefined;
}

/** Puts the fields into a wording, in one pass: braces inside a value stay as they are. */
export function fill(tongue: Tongue, wording: Wording, fields: MessageFields): string {
  const decorate = tongue.decorate ?? ((text: string) => text);
  /** Of the sections open here, outermost first: is the text at this place theirs to show? */
  const open: boolean[] = [];
  let text = '';
  let end = 0;
  const upTo = (index: number): boolean => {
    const shows = !open.includes(false);
    if (shows) text = joined(text, decorate(wording.slice(end, index)));
    return shows;
  };
  for (const match of wording.matchAll(HOLE)) {
    const [whole, condition, mark, reference = '', name = '', more, forms = ''] = match;
    const shows = upTo(match.index);
    end = match.index + whole.length;
    if (condition !== undefined) open.push(holds(fields, condition));
    else if (mark === ':') open.push(open.pop() === false);
    else if (mark === '/') open.pop();
    else if (!shows) continue;
    else if (reference !== '') {
      const ending = more === undefined ? '' : textOf(fields, more);
      const other = wordingOf(tongue, name + ending);
      text += other === undefined ? formatText(ending, tongue.format) : fill(tongue, other, {});
    } else if (forms !== '') text += decorate(tongue.plural(numberOf(fields, name), forms.slice(1).split('|')));
    else text += shown(tongue, valueOf(fields, name) ?? '', more === undefined ? 0 : numberOf(fields, more));
  }
  upTo(wording.length);
  return text;
}

/** Whether the section `{?condition}` shows its first text. */
function holds(fields: MessageFields, condition: string): boolean {
  const [, left = '', relation = '', right = ''] = /^([^=>]*)([=>]?)(.*)$/.exec(condition) ?? [];
  if (relation === '=') return textOf(fields, left) === right;
  if (relation === '>') return numberOf(fields, left) > numberOf(fields, right);
  return left.split('|').some((name) => {
    const value = valueOf(fields, name);
    return typeof value === 'object' ? value.length > 0 : (value ?? '') !== '' && value !== 0;
  });
}

/** «Иванова А. А.» at the end of a sentence already has its full stop. */
const joined = (before: string, after: string): string =>
  after.startsWith('.') && /[.…]$/.test(before) ? before + after.slice(1) : before + after;

function shown({ format }: Language, value: Value, more: number): string {
  if (typeof value === 'number') return formatNumber(value, format);
  return typeof value === 'object' ? formatList(value, format, more) : formatText(value, format);
}

type Value = MessageFields[string];

const valueOf = (fields: MessageFields, name: string): Value | undefined =>
  owns(fields, name) ? fields[name] : undefined;

/** A figure, a field (a list counts its entries, an absent one is 0), or what is left of it: `count-names`. */
function numberOf(fields: MessageFields, expression: string): number {
  const [first = 0, ...others] = expression.split('-').map((term) => {
    const value = /^\d+$/.test(term) ? Number(term) : valueOf(fields, term);
    return typeof value === 'number' ? value : typeof value === 'object' ? value.length : 0;
  });
  return others.reduce((rest, other) => rest - other, first);
}

function textOf(fields: MessageFields, name: string): string {
  const value = valueOf(fields, name) ?? '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

const owns = (record: object, key: string): boolean => Object.prototype.hasOwnProperty.call(record, key);
