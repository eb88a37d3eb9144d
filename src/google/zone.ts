// The workbook's time zone: wall-clock texts to moments and back. Apps Script is asked for the offset once an hour of the year, not
// once a cell.
import type { Zone } from './workbook/cells';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** @param offsetMinutes minutes east of UTC of the zone at an instant */
export function createZone(offsetMinutes: (at: number) => number): Zone {
  // A zone changes its offset at most at full quarters of an hour; none has changed inside an hour since 1980.
  const offsets = new Map<number, number>();
  const offsetMs = (at: number): number => {
    const hour = Math.floor(at / HOUR_MS);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      offset = offsetMinutes(hour * HOUR_MS) * MINUTE_MS;
      offsets.set(hour, offset);
    }
    return offset;
  };
  return {
    toLocal: (date) => new Date(date.getTime() + offsetMs(date.getTime())).toISOString().slice(0, 16),
    toDate(local) {
      const wall = Date.parse(`${local}:00Z`);
      // The offset just before and just after a change differ: the second guess is right for both, in a gap the later time.
      const guess = wall - offsetMs(wall);
      return new Date(wall - offsetMs(guess));
    },
  };
}

/** Minutes east of UTC, from Apps Script. https://developers.google.com/apps-script/reference/utilities/utilities#formatDate(Date,String,String) */
export function scriptOffset(timeZone: string): (at: number) => number {
  return (at) => {
    const text = Utilities.formatDate(new Date(at), timeZone, 'Z');
    const sign = text.startsWith('-') ? -1 : 1;
    return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5)));
  };
}
