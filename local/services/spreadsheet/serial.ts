// Dates as Sheets stores them: days since 30 December 1899 in the spreadsheet's time zone.
// https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values
const DAY = 86_400_000;
/** 30 December 1899, the day numbered 0, as UTC milliseconds. */
const EPOCH = Date.UTC(1899, 11, 30);

const formats = new Map<string, Intl.DateTimeFormat>();
/** Time zone → hour since 1970 → offset in ms. Offsets change only on whole quarter hours of UTC. */
const offsets = new Map<string, Map<number, number>>();
const QUARTER = 900_000;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** How far local time in `timeZone` is ahead of UTC at the instant `ms`, in ms. */
export function offsetAt(ms: number, timeZone: string): number {
  const quarter = Math.floor(ms / QUARTER);
  let known = offsets.get(timeZone);
  if (known === undefined) offsets.set(timeZone, (known = new Map()));
  let offset = known.get(quarter);
  if (offset === undefined) {
    const at = quarter * QUARTER;
    const parts: Record<string, string> = {};
    for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = value;
    const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
    wall.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
    offset = wall.getTime() - at;
    known.set(quarter, offset);
  }
  return offset;
}

/** Serial number of the instant `ms` as the clock in `timeZone` shows it; whole milliseconds. */
export function toSerial(ms: number, timeZone: string): number {
  return (ms + offsetAt(ms, timeZone) - EPOCH) / DAY;
}

/** The instant when the clock in `timeZone` shows `serial`; in a skipped hour, the one after it. */
export function fromSerial(serial: number, timeZone: string): number {
  const wall = Math.round(serial * DAY) + EPOCH;
  const first = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(first, timeZone);
}

/** Serial number of a civil date (month 1–12), or `undefined` when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return (date.getTime() - EPOCH) / DAY;
}

/** The civil year the clock in `timeZone` shows at `ms`. */
export function yearAt(ms: number, timeZone: string): number {
  return new Date(ms + offsetAt(ms, timeZone)).getUTCFullYear();
}
