// Times as the Calendar API writes them: RFC 3339 with an offset, read and written in IANA time zones.

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})?$/;

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Whether the host knows this IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in `timeZone` shows at the instant `at` (ms since the epoch). */
export function wallTime(at: number, timeZone: string): WallTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const wall: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(at))
    if (type in wall) wall[type as keyof WallTime] = Number(value);
  return wall;
}

function utcOf(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** Offset of a zone from UTC at an instant, in minutes (east positive). */
export function offsetMinutes(at: number, timeZone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  return Math.round((utcOf(wallTime(whole, timeZone)) - whole) / MINUTE);
}

/** The instant at which a clock in `timeZone` shows `wall`; in a spring gap the time after it. */
export function instantOf(wall: WallTime, timeZone: string): number {
  const guess = utcOf(wall);
  const first = guess - offsetMinutes(guess, timeZone) * MINUTE;
  return guess - offsetMinutes(first, timeZone) * MINUTE;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** RFC 3339 in the zone's offset, whole seconds: `2026-09-01T15:00:00+07:00`; `Z` for UTC. */
export function formatInstant(at: number, timeZone: string): string {
  const wall = wallTime(at, timeZone);
  const offset = offsetMinutes(at, timeZone);
  const zone =
    offset === 0
      ? 'Z'
      : `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}${zone}`;
}

/** Whether `text` is a calendar date `yyyy-mm-dd` that exists. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))).toISOString().startsWith(text);
}

/** Midnight of `date` in a zone. */
export function startOfDate(date: string, timeZone: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return instantOf({ year, month, day, hour: 0, minute: 0, second: 0 }, timeZone);
}

/**
 * Reads an RFC 3339 date-time.
 * @returns the instant; `undefined` when it is not one; `'zoneless'` when it has no offset and no zone was given.
 */
export function parseDateTime(text: string, timeZone: string | undefined): number | undefined | 'zoneless' {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', offset] = match;
  const wall: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  if (!isDate(`${year}-${month}-${day}`) || wall.hour > 23 || wall.minute > 59 || wall.second > 59) return undefined;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  if (offset === undefined) return timeZone === undefined ? 'zoneless' : instantOf(wall, timeZone) + ms;
  if (offset === 'Z' || offset === 'z') return utcOf(wall) + ms;
  const sign = offset.startsWith('-') ? -1 : 1;
  return utcOf(wall) - sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * MINUTE + ms;
}
