// How values look inside a wording: numbers, dates, weekly times, lists of names.
import { oneLine } from '../domain/text';

/** What differs from language to language. */
export interface Format {
  readonly decimal: string;
  readonly thousands: string;
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** «и ещё 5». */
  andMore(count: number): string;
}

export const RU_FORMAT: Format = {
  decimal: ',',
  thousands: '\u00a0',
  weekdays: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  andMore: (count) => `и ещё ${formatNumber(count, RU_FORMAT)}`,
};

export const EN_FORMAT: Format = {
  decimal: '.',
  thousands: ',',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  andMore: (count) => `and ${formatNumber(count, EN_FORMAT)} more`,
};

/** What stands where there is nothing to show. */
const NOTHING = '—';
/** Names in one sentence; the rest is counted. */
const MOST_NAMES = 10;
/** A longer text is cut: a message is a sentence, not a document. */
const LONGEST = 500;

/** At most two decimals, a real minus sign; thousands apart from five digits on. */
export function formatNumber(value: number, format: Format): string {
  if (!Number.isFinite(value)) return NOTHING;
  const [whole = '', fraction = ''] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/(\d)(?=(?:\d{3})+$)/g, `$1${format.thousands}`);
  const size = fraction === '' ? grouped : `${grouped}${format.decimal}${fraction}`;
  return value < 0 && size !== '0' ? `\u2212${size}` : size;
}

/**
 * A text of a field on one line. `2026-11-30` → `30.11.2026`, with `T14:00` → `30.11.2026 14:00`; a weekly time
 * `3|14:00-15:00` → `Ср 14:00–15:00`.
 */
export function formatText(text: string, format: Format): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?$/.exec(text);
  if (date !== null) {
    const [, year = '', month = '', day = '', time] = date;
    return `${day}.${month}.${year}${time === undefined ? '' : ` ${time}`}`;
  }
  const slot = /^([1-7])\|(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(text);
  if (slot !== null) {
    const [, day = '', start = '', end = ''] = slot;
    return `${format.weekdays[Number(day) - 1] ?? ''} ${start}–${end}`;
  }
  const line = oneLine(text);
  if (line === '') return NOTHING;
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Joined with commas, the first ten; `more` are counted besides. */
export function formatList(texts: readonly string[], format: Format, more = 0): string {
  const shown = texts.slice(0, MOST_NAMES);
  const rest = texts.length - shown.length + Math.max(0, more);
  const joined = shown.map((text) => formatText(text, format)).join(', ');
  if (joined === '') return NOTHING;
  return rest > 0 ? `${joined} ${format.andMore(rest)}` : joined;
}
