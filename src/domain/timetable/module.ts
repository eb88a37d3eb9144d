// A module in the timetable, the people it takes, and the weekly slot it is placed by.
import type { LocalDate, LocalDateTime, MinuteOfDay } from '../local-time';
import { addDays, dayNumber, localDateTime, parseMinute, splitDateTime } from '../local-time';

export interface Participant {
  /** Staff code: who it is. */
  readonly code: string;
  /** '' when unknown: then no calendar can be looked into. */
  readonly email: string;
  readonly role: 'consultant' | 'consultee';
  /** For explanations; the code is shown without it. */
  readonly name?: string;
}

/** A module with its place in time. */
export interface PlacedModule {
  /** Id of the module. */
  readonly module: string;
  /** Id of the group. */
  readonly group: string;
  readonly date: LocalDate;
  readonly start: MinuteOfDay;
  readonly end: MinuteOfDay;
  /** '' = no room is taken: online. */
  readonly room: string;
  readonly people: readonly Participant[];
  /** A meeting of another kind: it takes its people and its room at its time, and is none of the modules that a person may have in a day. */
  readonly isMeeting?: true;
}

/** When somebody is busy, on the school's clock. */
export interface BusyTime {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

/** By e-mail; 'unknown' (or absent) when the calendar cannot be seen: then nothing is held against any time. */
export type BusyTimes = ReadonlyMap<string, readonly BusyTime[] | 'unknown'>;

/** A weekly slot: the day and the minutes of the day it takes. */
export interface WeeklyTime {
  /** Monday = 1 … Sunday = 7. */
  readonly weekday: number;
  readonly start: MinuteOfDay;
  readonly end: MinuteOfDay;
}

/** Reads `d|HH:mm-HH:mm`; undefined when the text is not that. */
export function parseWeekSlot(text: string): WeeklyTime | undefined {
  const match = /^([1-7])\|([^-]+)-([^-]+)$/.exec(text.trim());
  const start = parseMinute(match?.[2] ?? '');
  const end = parseMinute(match?.[3] ?? '');
  return match === null || start === undefined || end === undefined || start >= end
    ? undefined
    : { weekday: Number(match[1]), start, end };
}

/** Do two times of one day share a minute? Touching ends do not. */
export function overlap(
  a: { readonly start: MinuteOfDay; readonly end: MinuteOfDay },
  b: { readonly start: MinuteOfDay; readonly end: MinuteOfDay },
): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Mondays' day number of the date's week: tells weeks apart. 1970-01-01 was a Thursday. */
export function weekOf(date: LocalDate): number {
  return Math.floor((dayNumber(date) + 3) / 7);
}

/** Is the person busy at some minute of [start, end) of that day? */
export function isBusy(busy: BusyTimes, email: string, date: LocalDate, start: MinuteOfDay, end: MinuteOfDay): boolean {
  const times = busy.get(email);
  if (email === '' || times === undefined || times === 'unknown') return false;
  const from = localDateTime(date, start);
  const to = localDateTime(date, end);
  return times.some((time) => comparable(time.start) < to && from < comparable(time.end));
}

/** The same without a time that an invitation of our own takes: what lies before and after it stays. */
export function withoutOwn(busy: BusyTimes, own: BusyTime): BusyTimes {
  const [from, to] = [comparable(own.start), comparable(own.end)];
  const rest = ({ start, end }: BusyTime): BusyTime[] =>
    comparable(end) <= from || to <= comparable(start)
      ? [{ start, end }]
      : [
          ...(comparable(start) < from ? [{ start, end: own.start }] : []),
          ...(to < comparable(end) ? [{ start: own.end, end }] : []),
        ];
  return new Map([...busy].map(([email, times]) => [email, times === 'unknown' ? times : times.flatMap(rest)]));
}

/** `T24:00` and seconds brought to the one spelling in which text order is time order. */
function comparable(at: LocalDateTime): LocalDateTime {
  const { date, minute } = splitDateTime(at);
  return minute === 1440 ? localDateTime(addDays(date, 1), 0) : localDateTime(date, minute);
}
