// Times of the API: RFC 3339, https://developers.google.com/workspace/calendar/api/v3/reference/events#start
import fc from 'fast-check';
import {
  formatInstant,
  instantOf,
  isDate,
  isTimeZone,
  parseDateTime,
  wallTime,
} from '../../../../local/services/calendar/time';

const ZONES = ['Asia/Novokuznetsk', 'Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'];
const instants = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  .map((s) => s * 1000);

describe('times', () => {
  it('what is written in any zone is read back as the same instant', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
        expect(parseDateTime(formatInstant(at, zone), undefined)).toBe(at);
      }),
    );
  });

  it('a clock’s reading leads back to an instant at which the clock shows it', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
        const wall = wallTime(at, zone);
        expect(wallTime(instantOf(wall, zone), zone)).toEqual(wall);
      }),
    );
  });

  it('reads fractions and offsets and refuses what is not a time', () => {
    expect(parseDateTime('2026-09-01T15:00:00.5+05:30', undefined)).toBe(Date.UTC(2026, 8, 1, 9, 30, 0, 500));
    expect(parseDateTime('2026-09-01T15:00:00', undefined)).toBe('zoneless');
    for (const text of ['2026-02-30T10:00:00Z', '2026-09-01', '2026-09-01T25:00:00Z', '2026-09-01 15:00:00Z', 'завтра'])
      expect(parseDateTime(text, undefined)).toBeUndefined();
    expect([isDate('2026-02-28'), isDate('2026-02-29'), isDate('28.02.2026')]).toEqual([true, false, false]);
    expect([isTimeZone('Asia/Novokuznetsk'), isTimeZone('Новокузнецк')]).toEqual([true, false]);
  });
});
