// A day as people write it in a table: 12.03.2024, 12/3/24, 2024-03-12, «12 марта 2024 г.», or only a year or a month.
import { isLocalDate, type LocalDate } from '../local-time';

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];

const pad = (part: number): string => String(part).padStart(2, '0');
const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

function made(year: number, month: number, day: number): LocalDate | undefined {
  const date = `${String(fullYear(year)).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isLocalDate(date) ? date : undefined;
}

/**
 * '' of an empty text, undefined of one that is no day. Of a stretch («01.02.2024 – 12.03.2024») the last day; a month alone is its
 * first day, a year alone its first day.
 */
export function readDay(text: string): LocalDate | '' | undefined {
  const clean = text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:г\.?|год|года)(?=[\s,;)]|$)/g, '')
    .trim();
  if (clean === '') return '';
  const days = [
    ...clean.matchAll(
      /(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?!\d)|(\d{1,2}) ([а-я]{2,10}) (\d{4})/g,
    ),
  ].map(([, y, m, d, day, month, year, written, name = '', of]) => {
    if (y !== undefined) return made(Number(y), Number(m), Number(d));
    if (day !== undefined) return made(Number(year), Number(month), Number(day));
    const number = monthOf(name);
    return number === undefined ? undefined : made(Number(of), number, Number(written));
  });
  if (days.length > 0) return days.pop();
  const [, name = '', year] = /^([а-я]{3,10}) (\d{4})$/.exec(clean) ?? [];
  const month = monthOf(name);
  if (month !== undefined) return made(Number(year), month, 1);
  return /^(?:19|20)\d\d$/.test(clean) ? made(Number(clean), 1, 1) : undefined;
}

function monthOf(name: string): number | undefined {
  // An ending is two letters at most: «марта», «декабрь».
  const at = /^ма[йяе]$/.test(name)
    ? 4
    : MONTHS.findIndex((start, index) => index !== 4 && name.startsWith(start) && name.length <= start.length + 2);
  return at < 0 ? undefined : at + 1;
}
