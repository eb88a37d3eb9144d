// Showing values: number formats by `numfmt`, and the automatic format.
// https://developers.google.com/workspace/sheets/api/guides/formats
import { addLocale, format, getFormatInfo, getLocale, isDateFormat, isTextFormat, isValidFormat } from 'numfmt';
import { NotEmulated } from '../../runtime/service';
import type { SheetsLocale } from './locale';

/**
 * What `getNumberFormat` gives for the automatic format, as seen on live Apps Script:
 * https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md (Numberformat default pattern)
 */
export const AUTOMATIC = '0.###############';

/**
 * Stands for the space between thousands while a number is formatted: the library turns all its spaces into one kind, and
 * Sheets puts a no-break space there but leaves those of the pattern as they are.
 */
const GROUP = '\uE000';

/** Excel's Russian months are nominative; Sheets takes them from CLDR, in the form they have after a day. */
const RUSSIAN = 'ru-RU';
addLocale(
  {
    ...getLocale('ru'),
    group: GROUP,
    mmmm: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
  },
  RUSSIAN,
);

export type FormatKind = 'text' | 'date' | 'number' | 'automatic';
const kinds = new Map<string, FormatKind>();

/** Which values a number format is for: only dates come back from `getValue` as `Date`. */
export function kindOf(numberFormat: string | undefined): FormatKind {
  if (numberFormat === undefined) return 'automatic';
  let kind = kinds.get(numberFormat);
  if (kind === undefined) {
    if (!isValidFormat(numberFormat)) throw new NotEmulated(`number format ${numberFormat}`);
    kind = isTextFormat(numberFormat) ? 'text' : isDateFormat(numberFormat) ? 'date' : 'number';
    kinds.set(numberFormat, kind);
  }
  return kind;
}

/** Whether a format is the automatic one: `General`, or what `getNumberFormat` gives for it. */
export function isAutomatic(numberFormat: string): boolean {
  return /^general$/i.test(numberFormat) || numberFormat === AUTOMATIC || numberFormat === '';
}

/** Whether a format shows percents (what a person types into such a cell is meant in percent). */
export function isPercent(numberFormat: string | undefined): boolean {
  return numberFormat !== undefined && getFormatInfo(numberFormat).isPercent;
}

/** The text a cell shows. */
export function display(
  value: string | number | boolean | null,
  numberFormat: string | undefined,
  locale: SheetsLocale,
): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? locale.true : locale.false;
  if (typeof value === 'number') return displayNumber(value, numberFormat, locale);
  if (numberFormat === undefined || kindOf(numberFormat) !== 'text' || numberFormat === '@') return value;
  return format(numberFormat, value, { locale: tagOf(locale) });
}

/** Texts made lately, by locale and format, because tables repeat dates and round numbers. */
const shown = new Map<string, Map<number, string>>();
const REMEMBERED = 5_000;

function displayNumber(value: number, numberFormat: string | undefined, locale: SheetsLocale): string {
  if (numberFormat === undefined || kindOf(numberFormat) === 'text') return general(value, locale);
  const key = `${locale.tag} ${numberFormat}`;
  let texts = shown.get(key);
  if (texts === undefined || texts.size > REMEMBERED) shown.set(key, (texts = new Map<number, string>()));
  let text = texts.get(value);
  if (text === undefined) {
    const options = { locale: tagOf(locale), leap1900: false, dateErrorNumber: false };
    text = format(numberFormat, value, options).replaceAll(GROUP, '\u00a0');
    texts.set(value, text);
  }
  return text;
}

function tagOf(locale: SheetsLocale): string {
  return locale.tag === 'ru' ? RUSSIAN : locale.tag;
}

/** The automatic format: whole numbers in full, ten significant digits otherwise, an exponent for the very large and small. */
export function general(value: number, locale: SheetsLocale): string {
  const size = Math.abs(value);
  let text: string;
  if (Number.isInteger(value) && size < 1e15) text = String(value);
  else if (size !== 0 && (size >= 1e15 || size < 1e-5)) text = exponential(value);
  else text = String(Number(value.toPrecision(10)));
  return (Object.is(value, -0) ? '0' : text).replace('.', locale.decimal);
}

function exponential(value: number): string {
  const [digits = '0', power = '0'] = value.toExponential(5).split('e');
  const exponent = Number(power);
  const shown = String(Math.abs(exponent)).padStart(2, '0');
  return `${String(Number(digits))}E${exponent < 0 ? '-' : '+'}${shown}`;
}
