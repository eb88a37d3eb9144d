// Dates in words, always in the Workspace's time zone and language.
import type { Language } from '../contract';

type Style = 'clock' | 'day' | 'short' | 'time' | 'long';

const STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  clock: { weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
  long: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** @param at ms or ISO 8601 */
export function dateIn(language: Language, timeZone: string, at: number | string, style: Style): string {
  return new Intl.DateTimeFormat(language, { timeZone, ...STYLES[style] }).format(new Date(at));
}

/** «вторник, 6 октября, 15:00–16:00», whole days without hours. */
export function spanIn(language: Language, timeZone: string, start: string, end: string): string {
  const day = (at: string): string => dateIn(language, at.length === 10 ? 'UTC' : timeZone, at, 'day');
  if (start.length === 10) return day(start);
  const time = (at: string): string => dateIn(language, timeZone, at, 'time');
  return day(start) === day(end)
    ? `${day(start)}, ${time(start)}–${time(end)}`
    : `${day(start)}, ${time(start)} – ${day(end)}, ${time(end)}`;
}

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

function wallOf(timeZone: string, at: number): Wall {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') };
}

/** The instant at which a clock in the zone shows this; hours and days out of range are carried over. */
export function instantIn(timeZone: string, wall: Wall): number {
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const shown = (at: number): number => {
    const { year, month, day, hour, minute } = wallOf(timeZone, at);
    return Date.UTC(year, month - 1, day, hour, minute);
  };
  const guess = wanted - (shown(wanted) - wanted);
  return guess - (shown(guess) - wanted);
}

/** 9:00 of the day after. */
export function nextMorning(timeZone: string, now: number): number {
  const wall = wallOf(timeZone, now);
  return instantIn(timeZone, { ...wall, day: wall.day + 1, hour: 9, minute: 0 });
}

/** The value of `<input type="datetime-local">` for an instant. */
export function inputValue(timeZone: string, at: number): string {
  const { year, month, day, hour, minute } = wallOf(timeZone, at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The instant a `<input type="datetime-local">` says; `undefined` for none. */
export function instantOfInput(timeZone: string, value: string): number | undefined {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return undefined;
  return instantIn(timeZone, { year, month, day, hour, minute });
}
