// What Sheets makes of text typed into a cell: number, date, time, percentage, boolean, formula or text.
// https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption (USER_ENTERED)
import { NotEmulated } from '../../runtime/service';
import { fromLocal } from './formula-text';
import type { SheetsLocale } from './locale';
import { serialOfDay } from './serial';
import type { Content } from './state';

/** A cell's content and, where the text shows one, the number format it brings along. */
export interface Typed {
  content: Content;
  format?: string;
}

/** Text that cannot be a number, date or formula, decided by its first character: the common case, kept cheap. */
const MAYBE_SPECIAL = /^[\s\d+\-(.,=']|^\p{Sc}/u;

/**
 * Reads `text` as a person's input into a cell that is not formatted as text.
 * @param year the current year in the spreadsheet's time zone, for dates typed without one
 */
export function readTyped(text: string, locale: SheetsLocale, year: number): Typed {
  if (text === '') return { content: null };
  if (text.startsWith("'")) return { content: text.slice(1) };
  if (!MAYBE_SPECIAL.test(text)) return readWords(text, locale, year) ?? { content: text };
  if (text.startsWith('=') && text.length > 1) return { content: fromLocal(text, locale) };
  const trimmed = text.trim();
  return (
    readNumber(trimmed, locale) ??
    readMoment(trimmed, locale, year) ??
    readWords(trimmed, locale, year) ??
    readSigned(trimmed, locale) ?? { content: text }
  );
}

/** `+A1`, `-B2*3`: Sheets puts `=` before what begins with a sign and is no number; a telephone number becomes #ERROR!. */
function readSigned(text: string, locale: SheetsLocale): Typed | undefined {
  if (!/^[+-]./.test(text) || /^[+\-\s]+$/.test(text)) return undefined;
  return { content: fromLocal(`=${text}`, locale) };
}

interface NumberPattern {
  whole: RegExp;
  groups: RegExp;
}
const numberPatterns = new Map<SheetsLocale, NumberPattern>();

function patternOf(locale: SheetsLocale): NumberPattern {
  let pattern = numberPatterns.get(locale);
  if (pattern === undefined) {
    const group = `[${locale.groups.map((char) => (char === '.' ? '\\.' : char)).join('')}]`;
    const decimal = locale.decimal === '.' ? '\\.' : locale.decimal;
    // Spaces are forgiven anywhere between digits: «22 34» becomes 2234 (https://github.com/vlucas/sheetquery/issues/20).
    const grouped = locale.groups.includes(' ') ? `\\d+(?:${group}\\d+)+` : `\\d{1,3}(?:${group}\\d{3})+`;
    pattern = {
      // sign, currency, sign, digits with or without groups, decimals, exponent, percent, currency
      whole: new RegExp(
        `^([+-]?)(\\p{Sc}?)\\s?([+-]?)(${grouped}|\\d+|(?=${decimal}\\d))(?:${decimal}(\\d*))?([eE][+-]?\\d+)?\\s?(%?)\\s?(\\p{Sc}?)$`,
        'u',
      ),
      groups: new RegExp(group, 'gu'),
    };
    numberPatterns.set(locale, pattern);
  }
  return pattern;
}

/** A number: `-1 234,5`, `34,4%`, `1e3`, `(5)`, `12 ₽`. */
function readNumber(text: string, locale: SheetsLocale): Typed | undefined {
  const accounting = /^\((.+)\)$/.exec(text);
  if (accounting) {
    const inner = /^[+-]/.test(accounting[1] ?? '') ? undefined : readNumber(accounting[1] ?? '', locale);
    return typeof inner?.content === 'number' ? { ...inner, content: -inner.content } : undefined;
  }
  const { whole, groups } = patternOf(locale);
  const match = whole.exec(text);
  if (!match) return undefined;
  const [, sign = '', before = '', innerSign = '', integer = '', decimals, exponent, percent, after = ''] = match;
  if ((sign !== '' && innerSign !== '') || (before !== '' && after !== '') || (percent && (before || after)))
    return undefined;
  const plain = integer.replace(groups, '');
  const digits = `${plain || '0'}.${decimals ?? ''}0${exponent ?? ''}`;
  const magnitude = Number(digits);
  if (!Number.isFinite(magnitude)) return undefined;
  const value = sign === '-' || innerSign === '-' ? -magnitude : magnitude;
  const fraction = decimals !== undefined && decimals !== '';
  const grouped = plain !== integer;
  // A percentage is divided as text, so that 34,4% is the double nearest to 0.344.
  if (percent) return { content: Number(`${String(value)}e-2`), format: fraction ? '0.00%' : '0%' };
  const currency = before || after;
  if (currency !== '') {
    if (currency !== locale.currency)
      throw new NotEmulated(`typing an amount in ${currency} into a ${locale.tag} cell`);
    return { content: value, format: locale.currencyFormat };
  }
  if (exponent !== undefined) return { content: value, format: '0.00E+00' };
  if (grouped) return { content: value, format: fraction ? '#,##0.00' : '#,##0' };
  return { content: value };
}

const TIME = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,3}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?$/;

/** A time of day as a fraction of a day, or a duration from 24 hours on. */
function readTime(text: string, locale: SheetsLocale): { value: number; format: string } | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hourText = '', minutes = '', seconds, fraction, half] = match;
  let hours = Number(hourText);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const total = hours * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) + Number(`0.${fraction ?? '0'}`);
  const value = total / 86_400;
  if (half !== undefined) return { value, format: seconds === undefined ? 'h:mm am/pm' : 'h:mm:ss am/pm' };
  if (hours >= 24) return { value, format: '[h]:mm:ss' };
  return { value, format: seconds === undefined ? locale.shortTime : locale.time };
}

/** A date, a time, or both with a space (or `T`) between. */
function readMoment(text: string, locale: SheetsLocale, year: number): Typed | undefined {
  const time = readTime(text, locale);
  if (time) return { content: time.value, format: time.format };
  const day = readDay(text, locale, year);
  if (day) return { content: day.value, format: day.format };
  const parts = /^(\S+)[ T]+(\d.*)$/.exec(text);
  if (!parts) return undefined;
  const date = readDay(parts[1] ?? '', locale, year);
  const clock = readTime(parts[2] ?? '', locale);
  if (!date || !clock || clock.value >= 1) return undefined;
  return { content: date.value + clock.value, format: `${date.format} ${locale.time}` };
}

interface Day {
  value: number;
  format: string;
}

const DIGITS = /^(\d{1,4})([./-])(\d{1,2}|\d{4})(?:\2(\d{4}|\d{1,2}))?$/;

/** A date in digits: ISO in every locale, else in the locale's order with its separators. */
function readDay(text: string, locale: SheetsLocale, year: number): Day | undefined {
  const match = DIGITS.exec(text);
  if (!match) return undefined;
  const [, first = '', separator = '', second = '', third] = match;
  if (first.length >= 3) {
    if (first.length === 3 || third === undefined || separator === '.') return undefined;
    return dayOf(Number(first), Number(second), Number(third), `yyyy${separator}MM${separator}dd`);
  }
  if (!locale.dateSeparators.includes(separator)) return undefined;
  const dayFirst = locale.dateOrder === 'dmy';
  const [d, m] = dayFirst ? [first, second] : [second, first];
  if (third === undefined) {
    // Without a year: `1.5` is the first of May in a Russian sheet; `10.2021` the month.
    if (second.length === 4) return dayOf(Number(second), Number(first), 1, locale.monthYear);
    return dayOf(year, Number(m), Number(d), locale.dayMonth);
  }
  if (second.length === 4) return undefined;
  return dayOf(fullYear(third), Number(m), Number(d), locale.date);
}

/** Two-digit years: 00–29 are of this century, 30–99 of the last. */
function fullYear(digits: string): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  return value < 30 ? 2000 + value : 1900 + value;
}

function dayOf(year: number, month: number, day: number, format: string): Day | undefined {
  const value = serialOfDay(year, month, day);
  return value === undefined ? undefined : { value, format };
}

/** Booleans and dates with the month's name: `ИСТИНА`, `10 декабря 2021 г.`, `Dec 10, 2021`. */
function readWords(text: string, locale: SheetsLocale, year: number): Typed | undefined {
  if (text.length > 40) return undefined;
  const word = text.trim().toLowerCase();
  const truth = locale.booleans[word];
  if (truth !== undefined) return { content: truth };
  const named = /^(?:(\d{1,2})[\s-]+)?(\p{L}{3,})\.?(?:[\s-]+(\d{1,2}),)?(?:[\s-]+(\d{4})(?:\s*г\.?)?)?$/u.exec(word);
  if (!named) return undefined;
  const [, before, name = '', after, written] = named;
  const month = locale.months.findIndex((names) => names.includes(name)) + 1;
  const day = before ?? after;
  if (month === 0 || day === undefined || (before !== undefined && after !== undefined)) return undefined;
  const date = dayOf(Number(written ?? year), month, Number(day), written === undefined ? 'd MMMM' : locale.longDate);
  return date && { content: date.value, format: date.format };
}
