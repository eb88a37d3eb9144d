// Wall-clock dates and times of the school, as text: no time zone, no clock, no Date of the host's zone.

/** `YYYY-MM-DD`. */
export type LocalDate = string;
/** `YYYY-MM-DDTHH:mm`. */
export type LocalDateTime = string;
/** Minutes from midnight, 0 … 1440. */
export type MinuteOfDay = number;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a local date; throws on text that is not a date. */
export function dayNumber(date: LocalDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new RangeError(`not a local date: ${date}`);
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (new Date(ms).toISOString().slice(0, 10) !== date) throw new RangeError(`no such day: ${date}`);
  return ms / DAY_MS;
}

/** The local date of a day number. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Is the text a real `YYYY-MM-DD`? */
export function isLocalDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Monday = 1 … Sunday = 7 (ISO 8601). */
export function isoWeekday(date: LocalDate): number {
  return ((dayNumber(date) + 3) % 7) + 1;
}

/** `HH:mm` → minutes from midnight; undefined when the text is no time. Takes `9:05`, `09:05`, `14.30`, `16:00:00`. */
export function parseMinute(text: string): MinuteOfDay | undefined {
  const match = /^\s*(\d{1,2})[:.](\d{2})(?::00)?\s*$/.exec(text);
  if (match === null) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours <= 24 && minutes < 60 && hours * 60 + minutes <= 1440 ? hours * 60 + minutes : undefined;
}

/** Minutes from midnight → `HH:mm`. */
export function formatMinute(minute: MinuteOfDay): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

export function localDateTime(date: LocalDate, minute: MinuteOfDay): LocalDateTime {
  return `${date}T${formatMinute(minute)}`;
}

/** Splits a local date-time; throws on text that is not one. */
export function splitDateTime(at: LocalDateTime): { date: LocalDate; minute: MinuteOfDay } {
  const [date = '', time = ''] = at.split('T');
  const minute = parseMinute(time.slice(0, 5));
  if (minute === undefined) throw new RangeError(`not a local date-time: ${at}`);
  dayNumber(date);
  return { date, minute };
}

/** Minutes since 1970-01-01T00:00 of a local date-time: differences are durations as long as no clock change lies between. */
export function absoluteMinute(at: LocalDateTime): number {
  const { date, minute } = splitDateTime(at);
  return dayNumber(date) * 1440 + minute;
}
