// The occurrences of a recurring event, for the simple rules that people's timetables use.
// https://developers.google.com/workspace/calendar/api/concepts/events-calendars#recurring_events
import { NotEmulated } from '../../runtime/service';
import type { StoredEvent } from './state';
import type { WallTime } from './time';
import { DAY, instantOf, parseDateTime, startOfDate, wallTime } from './time';
import { instant } from './eventView';

export interface Occurrence {
  /** Start and end, ms. */
  start: number;
  end: number;
}

interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  interval: number;
  count: number;
  until: number;
  weekdays: number[];
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const HORIZON = 3650;

/**
 * The occurrences that touch the window (start before `to`, end after `from`), in order.
 * A rule beyond FREQ=DAILY/WEEKLY/MONTHLY with INTERVAL, COUNT, UNTIL and (weekly) BYDAY is not emulated.
 * @param zone zone of whole-day events
 */
export function occurrences(event: StoredEvent, zone: string, from: number, to: number): Occurrence[] {
  const start = instant(event.start, zone);
  const length = instant(event.end, zone) - start;
  if (event.recurrence === undefined)
    return start < to && start + length > from ? [{ start, end: start + length }] : [];
  const eventZone = 'date' in event.start ? zone : event.start.timeZone;
  const rule = readRule(event.recurrence, eventZone);
  if (rule.count === Infinity && rule.until === Infinity && to === Infinity)
    throw new NotEmulated('the occurrences of an endless event without timeMax');
  const found: Occurrence[] = [];
  let counted = 0;
  for (const at of starts(wallTime(start, eventZone), rule, eventZone)) {
    if (at < start) continue;
    counted += 1;
    if (counted > rule.count || at > rule.until || at >= to) break;
    if (at + length > from) found.push({ start: at, end: at + length });
  }
  return found;
}

function* starts(first: WallTime, rule: Rule, zone: string): Generator<number> {
  const noon = Date.UTC(first.year, first.month - 1, first.day);
  const weekday = new Date(noon).getUTCDay();
  for (let step = 0; step < HORIZON; step++) {
    if (rule.freq === 'MONTHLY') {
      const month = first.month - 1 + step * rule.interval;
      const day = new Date(Date.UTC(first.year, month, first.day));
      // A month without that day has no occurrence (RFC 5545, 3.3.10).
      if (day.getUTCDate() === first.day) yield on(day.getTime(), first, zone);
      continue;
    }
    if (rule.freq === 'DAILY') {
      yield on(noon + step * rule.interval * DAY, first, zone);
      continue;
    }
    // Weeks begin on Monday (the rule's default WKST).
    const monday = noon - ((weekday + 6) % 7) * DAY + step * rule.interval * 7 * DAY;
    const days = rule.weekdays.length === 0 ? [weekday] : rule.weekdays;
    for (const offset of days.map((day) => (day + 6) % 7).sort((a, b) => a - b))
      yield on(monday + offset * DAY, first, zone);
  }
}

function on(date: number, clock: WallTime, zone: string): number {
  const day = new Date(date);
  return instantOf({ ...clock, year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }, zone);
}

function readRule(lines: readonly string[], zone: string): Rule {
  const [line = '', ...others] = lines;
  if (others.length > 0 || !line.startsWith('RRULE:')) throw new NotEmulated(`recurrence ${lines.join(' ')}`);
  const rule: Rule = { freq: 'DAILY', interval: 1, count: Infinity, until: Infinity, weekdays: [] };
  for (const part of line.slice('RRULE:'.length).split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (name === 'FREQ' && (value === 'DAILY' || value === 'WEEKLY' || value === 'MONTHLY')) rule.freq = value;
    else if (name === 'INTERVAL' && Number(value) > 0) rule.interval = Number(value);
    else if (name === 'COUNT' && Number(value) > 0) rule.count = Number(value);
    else if (name === 'UNTIL') rule.until = readUntil(value, zone);
    else if (name === 'WKST' && value === 'MO') continue;
    else if (name === 'BYDAY' && value.split(',').every((day) => WEEKDAYS.includes(day)))
      rule.weekdays = value.split(',').map((day) => WEEKDAYS.indexOf(day));
    else throw new NotEmulated(`recurrence ${line}`);
  }
  if (rule.weekdays.length > 0 && rule.freq !== 'WEEKLY') throw new NotEmulated(`recurrence ${line}`);
  return rule;
}

function readUntil(value: string, zone: string): number {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?$/.exec(value);
  if (match === null) throw new NotEmulated(`recurrence until ${value}`);
  const [, year, month, day, hour, minute, second] = match;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return startOfDate(date, zone) + DAY - 1;
  const at = parseDateTime(`${date}T${hour}:${minute}:${second}Z`, undefined);
  return typeof at === 'number' ? at : Infinity;
}
