// VTIMEZONE components (RFC 5545, 3.6.5): a calendar that writes TZID must say what that zone is.
import { DAY, MINUTE, offsetMinutes, wallTime } from '../services/calendar/time';

const FIRST_YEAR = 2020;
const LAST_YEAR = 2040;

const written = new Map<string, string>();

/** The component of an IANA zone: every change of its offset from 2020 to 2040, each as one observance. */
export function vtimezone(zone: string): string {
  const known = written.get(zone);
  if (known !== undefined) return known;
  const begin = Date.UTC(FIRST_YEAR, 0, 1);
  const end = Date.UTC(LAST_YEAR + 1, 0, 1);
  const first = offsetMinutes(begin, zone);
  const observances = [observance(begin, first, first, false)];
  let before = first;
  for (let day = begin; day < end; day += DAY) {
    const after = offsetMinutes(day + DAY, zone);
    if (after === before) continue;
    observances.push(observance(changeWithin(day, day + DAY, before, zone), before, after, after > before));
    before = after;
  }
  const text = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
  written.set(zone, text);
  return text;
}

/** The first minute between the two instants at which the offset is no longer `before`. */
function changeWithin(from: number, to: number, before: number, zone: string): number {
  let low = from;
  let high = to;
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetMinutes(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

function observance(at: number, before: number, after: number, summer: boolean): string[] {
  const kind = summer ? 'DAYLIGHT' : 'STANDARD';
  // DTSTART is the local time of the change by the old offset.
  const wall = wallTime(at + before * MINUTE, 'UTC');
  const two = (value: number): string => String(value).padStart(2, '0');
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wall.year}${two(wall.month)}${two(wall.day)}T${two(wall.hour)}${two(wall.minute)}${two(wall.second)}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `TZNAME:${zoneName(after)}`,
    `END:${kind}`,
  ];
}

function offsetText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
}

function zoneName(minutes: number): string {
  const text = offsetText(minutes);
  return text.endsWith('00') ? text.slice(0, 3) : text;
}
