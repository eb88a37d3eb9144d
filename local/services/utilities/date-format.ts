// Java's SimpleDateFormat patterns, as Utilities.formatDate takes them.
// https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html
import { NotEmulated, ScriptError } from '../../runtime/service';

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  /** 0 = Sunday. */
  weekday: number;
  /** Minutes east of UTC. */
  offset: number;
  timeZone: string;
  time: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const formatters = new Map<string, Intl.DateTimeFormat>();

/** «GMT+3», «GMT+05:30» → «+03:00», «+05:30», which Intl takes; other names stay. */
function zoneName(timeZone: string): string {
  const match = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(timeZone);
  if (match === null) return timeZone;
  return `${match[1]}${(match[2] ?? '').padStart(2, '0')}:${match[3] ?? '00'}`;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (known === undefined) {
    const offset = /^([+-])(\d\d):(\d\d)$/.exec(timeZone);
    const zone = offset === null ? timeZone : 'UTC';
    try {
      known = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      // Java silently takes GMT for an unknown name; what live does with one nobody should rely on.
      throw new NotEmulated(`Utilities.formatDate in time zone ${timeZone}`);
    }
    formatters.set(timeZone, known);
  }
  return known;
}

function split(time: number, timeZone: string): Parts {
  const zone = zoneName(timeZone);
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  const shift = fixed === null ? 0 : (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  const shifted = time + shift * 60_000;
  const values: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(shifted)) values[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = values;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const ms = ((time % 1000) + 1000) % 1000;
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    ms,
    weekday: new Date(local).getUTCDay(),
    offset: fixed === null ? Math.round((local - (time - ms)) / 60_000) : shift,
    timeZone,
    time,
  };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function offsetText(minutes: number, colon: boolean): string {
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60), 2)}${colon ? ':' : ''}${pad(absolute % 60, 2)}`;
}

function dayOfYear(p: Parts): number {
  return Math.round((Date.UTC(p.year, p.month - 1, p.day) - Date.UTC(p.year, 0, 1)) / 86_400_000) + 1;
}

type Field = (p: Parts, width: number) => string;

/** Letters whose meaning is the same in every locale Google might use; `w`, `W` (first day of the week) are not. */
const FIELDS: Readonly<Record<string, Field>> = {
  y: (p, width) => (width === 2 ? pad(p.year % 100, 2) : pad(p.year, width)),
  M: (p, width) => {
    const name = MONTHS[p.month - 1] ?? '';
    if (width >= 4) return name;
    return width === 3 ? name.slice(0, 3) : pad(p.month, width);
  },
  d: (p, width) => pad(p.day, width),
  D: (p, width) => pad(dayOfYear(p), width),
  F: (p, width) => pad(Math.ceil(p.day / 7), width),
  E: (p, width) => (width >= 4 ? (DAYS[p.weekday] ?? '') : (DAYS[p.weekday] ?? '').slice(0, 3)),
  u: (p, width) => pad(p.weekday === 0 ? 7 : p.weekday, width),
  a: (p) => (p.hour < 12 ? 'AM' : 'PM'),
  H: (p, width) => pad(p.hour, width),
  k: (p, width) => pad(p.hour === 0 ? 24 : p.hour, width),
  K: (p, width) => pad(p.hour % 12, width),
  h: (p, width) => pad(p.hour % 12 === 0 ? 12 : p.hour % 12, width),
  m: (p, width) => pad(p.minute, width),
  s: (p, width) => pad(p.second, width),
  S: (p, width) => pad(p.ms, width),
  G: () => 'AD',
  Z: (p) => offsetText(p.offset, false),
  X: (p, width) => {
    if (p.offset === 0) return 'Z';
    if (width === 1) return offsetText(p.offset, false).slice(0, 3);
    return offsetText(p.offset, width === 3);
  },
  z: (p, width) => {
    if (p.timeZone === 'GMT' || p.timeZone === 'UTC') return p.timeZone;
    if (/^(GMT|UTC)[+-]/.test(p.timeZone)) return `GMT${offsetText(p.offset, true)}`;
    throw new NotEmulated(`Utilities.formatDate with «${'z'.repeat(width)}» in ${p.timeZone}`);
  },
};

/**
 * Formats a moment.
 * @param time ms since the epoch
 * @param timeZone IANA name, or «GMT+3»
 * @param pattern SimpleDateFormat pattern; names of months and days come in English
 * @throws ScriptError for a letter that is no pattern letter; NotEmulated for one whose result depends on Java's locale data
 */
export function formatDate(time: number, timeZone: string, pattern: string): string {
  const parts = split(time, timeZone);
  // Quoted text ('' is a quote), a run of one letter, or anything else as it is.
  return pattern.replace(
    /''|'((?:[^']|'')*)'?|([A-Za-z])\2*/g,
    (token, quoted: string | undefined, letter?: string) => {
      if (token === "''") return "'";
      if (letter === undefined) return (quoted ?? '').replaceAll("''", "'");
      const field = FIELDS[letter];
      if (field !== undefined) return field(parts, token.length);
      if ('wWYL'.includes(letter)) throw new NotEmulated(`Utilities.formatDate with «${letter}»`);
      throw new ScriptError(`Illegal pattern character '${letter}'`);
    },
  );
}
