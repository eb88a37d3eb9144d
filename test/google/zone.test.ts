// The school's wall clock and moments: there and back, summer time and other zones' oddities included.
import fc from 'fast-check';
import { createZone } from '../../src/google/zone';

const HOUR_MS = 3_600_000;

/** Minutes east of UTC as this machine's own tables have them. */
function offsetOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  };
}

/** Every full minute of the years 2020 … 2029. */
const minutes = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2029, 11, 31) / 60_000 })
  .map((minute) => new Date(minute * 60_000));

describe.each([
  'Asia/Novokuznetsk',
  'Europe/Kaliningrad',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'UTC',
])('in %s', (name) => {
  const offset = offsetOf(name);
  const zone = createZone(offset);

  it('a moment has the local time that its offset gives', () => {
    fc.assert(
      fc.property(minutes, (moment) => {
        const wall = new Date(moment.getTime() + offset(moment.getTime()) * 60_000);
        expect(zone.toLocal(moment)).toBe(wall.toISOString().slice(0, 16));
      }),
    );
  });

  it('a local time that there is comes back the same', () => {
    fc.assert(
      fc.property(minutes, (moment) => {
        const local = zone.toLocal(moment);
        expect(zone.toLocal(zone.toDate(local))).toBe(local);
      }),
    );
  });
});

describe('where clocks are moved', () => {
  const zone = createZone(offsetOf('Europe/Berlin'));

  it('a time that is skipped means the later one', () => {
    // 28 March 2027: after 01:59 comes 03:00.
    expect(zone.toLocal(zone.toDate('2027-03-28T02:30'))).toBe('2027-03-28T03:30');
    expect(zone.toDate('2027-03-28T01:59').toISOString()).toBe('2027-03-28T00:59:00.000Z');
    expect(zone.toDate('2027-03-28T03:00').toISOString()).toBe('2027-03-28T01:00:00.000Z');
  });

  it('a time that comes twice means one of the two', () => {
    // 31 October 2027: 02:30 comes in summer time, then in winter time.
    expect(['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']).toContain(
      zone.toDate('2027-10-31T02:30').toISOString(),
    );
  });
});

it('asks for the offset once for all moments of an hour', () => {
  let asked = 0;
  const zone = createZone(() => {
    asked += 1;
    return 420;
  });
  for (let minute = 0; minute < 60; minute++) zone.toLocal(new Date(minute * 60_000));
  expect(asked).toBe(1);
  zone.toLocal(new Date(HOUR_MS));
  expect(asked).toBe(2);
});
