// How the text of a setting is read.
import { addDays, isLocalDate, parseMinute } from '../domain/local-time';
import type { Band, Setting } from './settings';

/** A range of days off holds at most a school year's summer. */
const LONGEST_RANGE = 120;

/** Days of the week as people write them, Monday first. */
export const WEEKDAYS = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'] as const;

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['да', true],
  ['нет', false],
  ['', false],
]);

/** Reads a setting's text; undefined when it does not fit. */
export function readSetting(definition: Setting, text: string): unknown {
  const parts = text
    .split(/\s*[;\n]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  switch (definition.kind) {
    case 'text':
      return text.trim();
    case 'whole': {
      const number = Number(text.trim());
      const fits =
        text.trim() !== '' &&
        Number.isInteger(number) &&
        number >= (definition.least ?? 0) &&
        number <= (definition.most ?? Infinity);
      return fits ? number : undefined;
    }
    case 'flag':
      return FLAGS.get(text.trim().toLowerCase());
    case 'date':
      return text.trim() === '' ? '' : readDate(text);
    case 'list':
      return parts;
    case 'dates': {
      const dates = parts.flatMap(readDates);
      return dates.includes(undefined) ? undefined : dates;
    }
    case 'bands': {
      const bands = parts.map(readBand);
      if (bands.length === 0 || bands.includes(undefined)) return undefined;
      return [...new Map(bands.map((band) => [`${String(band?.start)}-${String(band?.end)}`, band])).values()];
    }
    case 'days': {
      const days = parts.flatMap(readDays);
      return days.length === 0 || days.includes(0) ? undefined : [...new Set(days)];
    }
  }
}

const LONG_WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;

/** «Пн», «Пн-Пт», «Пн, Ср и Пт», Monday = 1; 0 stands for what is no day. */
function readDays(text: string): readonly number[] {
  const dayOf = (word: string): number =>
    Math.max(
      WEEKDAYS.findIndex((day) => day.toLowerCase() === word),
      LONG_WEEKDAYS.findIndex((day) => day === word),
    ) + 1;
  const words = text
    .toLowerCase()
    .replace(/\s*[-–—]\s*/g, '-')
    .split(/[\s,.]+/)
    .filter((word) => word !== '' && word !== 'и');
  return words.flatMap((word) => {
    const [from = 0, to, ...more] = word.split('-').map(dayOf);
    if (to === undefined) return [from];
    return more.length > 0 || from === 0 || to < from ? [0] : Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });
}

/** A date, or all days of `дд.мм.гггг-дд.мм.гггг`. */
function readDates(text: string): readonly (string | undefined)[] {
  const range = /^(\d{1,2}\.\d{1,2}\.\d{4})\s*[-–—]\s*(\d{1,2}\.\d{1,2}\.\d{4})$/.exec(text);
  if (range === null) return [readDate(text)];
  const [from, to] = [readDate(range[1] ?? ''), readDate(range[2] ?? '')];
  if (from === undefined || to === undefined || to < from || addDays(from, LONGEST_RANGE) < to) return [undefined];
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function readDate(text: string): string | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const date =
    dotted === null
      ? text.trim().slice(0, 10)
      : `${dotted[3] ?? ''}-${(dotted[2] ?? '').padStart(2, '0')}-${(dotted[1] ?? '').padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

function readBand(text: string): Band | undefined {
  const [from = '', to = ''] = text.split(/\s*[-–—]\s*/);
  const start = parseMinute(from);
  const end = parseMinute(to);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}
