// Calendar.Freebusy: https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query
import fc from 'fast-check';
import { addBusy, respondToInvitation } from '../../../../local/services/calendar';
import { DIRECTOR, MENTOR, module, PARTNER, refusal, setUp, TEACHER } from './setup';

const DAY = { timeMin: '2026-09-01T00:00:00+07:00', timeMax: '2026-09-02T00:00:00+07:00' };
const at = (hour: number, minute = 0): number => Date.UTC(2026, 8, 1, hour - 7, minute);

describe('Freebusy.query', () => {
  it('gives merged periods in UTC unless a time zone is asked for', () => {
    const { world, calendar } = setUp();
    addBusy(world, { email: TEACHER, start: at(9), end: at(10) });
    addBusy(world, { email: TEACHER, start: at(10), end: at(11), summary: 'Урок' });
    addBusy(world, { email: TEACHER, start: at(9, 30), end: at(10, 30) });
    addBusy(world, { email: TEACHER, start: at(14), end: at(15) });
    // timeZone: "Time zone used in the response. Optional. The default is UTC."
    expect(calendar.Freebusy.query({ ...DAY, items: [{ id: TEACHER }] })).toEqual({
      kind: 'calendar#freeBusy',
      timeMin: '2026-08-31T17:00:00.000Z',
      timeMax: '2026-09-01T17:00:00.000Z',
      calendars: {
        [TEACHER]: {
          busy: [
            { start: '2026-09-01T02:00:00Z', end: '2026-09-01T04:00:00Z' },
            { start: '2026-09-01T07:00:00Z', end: '2026-09-01T08:00:00Z' },
          ],
        },
      },
    });
    const local = calendar.Freebusy.query({ ...DAY, timeZone: 'Asia/Novokuznetsk', items: [{ id: TEACHER }] });
    expect(local.calendars[TEACHER]?.busy[0]).toEqual({
      start: '2026-09-01T09:00:00+07:00',
      end: '2026-09-01T11:00:00+07:00',
    });
  });

  it('never gives overlapping or touching periods, nor any outside the window', () => {
    const period = fc.tuple(fc.integer({ min: -120, max: 1500 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(period, { maxLength: 12 }), (periods) => {
        const { world, calendar } = setUp();
        for (const [start, length] of periods)
          addBusy(world, { email: TEACHER, start: at(0) + start * 60_000, end: at(0) + (start + length) * 60_000 });
        const { busy = [] } = calendar.Freebusy.query({ ...DAY, items: [{ id: TEACHER }] }).calendars[TEACHER] ?? {};
        const minutes = new Set<number>();
        for (const [start, length] of periods)
          for (let minute = start; minute < start + length; minute++)
            if (minute >= 0 && minute < 1440) minutes.add(minute);
        let last = -1;
        let covered = 0;
        for (const { start, end } of busy) {
          const from = (Date.parse(start) - at(0)) / 60_000;
          const to = (Date.parse(end) - at(0)) / 60_000;
          expect(from).toBeGreaterThan(last);
          expect(to).toBeLessThanOrEqual(1440);
          last = to;
          covered += to - from;
        }
        expect(covered).toBe(minutes.size);
      }),
      { numRuns: 60 },
    );
  });

  it('an invitation takes the guest’s time until it is declined or cancelled, but not the time of its organiser', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module({ attendees: [{ email: TEACHER }, { email: MENTOR }] }), own);
    const busy = (email: string) =>
      calendar.Freebusy.query({ ...DAY, items: [{ id: email }] }).calendars[email]?.busy.length;
    expect([busy(TEACHER), busy(MENTOR), busy(DIRECTOR), busy(own)]).toEqual([1, 1, 0, 1]);
    respondToInvitation(world, { email: TEACHER, eventId: id, status: 'declined' });
    expect([busy(TEACHER), busy(MENTOR)]).toEqual([0, 1]);
    calendar.Events.patch({ transparency: 'transparent' }, own, id);
    expect(busy(MENTOR)).toBe(0);
    calendar.Events.patch({ transparency: 'opaque' }, own, id);
    calendar.Events.remove(own, id);
    expect(busy(MENTOR)).toBe(0);
  });

  // errors[].reason "notFound"; sharing: https://developers.google.com/workspace/calendar/api/concepts/sharing
  it('has an error instead of periods for a calendar the user may not see', () => {
    const { world, calendar } = setUp();
    const query = (id: string) => calendar.Freebusy.query({ ...DAY, items: [{ id }] }).calendars[id];
    const notFound = { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] };
    expect(query(PARTNER)).toEqual(notFound);
    expect(query('unknown@group.calendar.google.com')).toEqual(notFound);
    expect(query('colleague@school.example')).toEqual({ busy: [] });
    addBusy(world, { email: PARTNER, start: at(9), end: at(10) });
    expect(query(PARTNER)?.busy).toHaveLength(1);
  });

  it('shows a consumer account nobody’s calendar but its own', () => {
    const { calendar } = setUp({ user: 'someone@gmail.com', edition: 'consumer' });
    const { calendars } = calendar.Freebusy.query({ ...DAY, items: [{ id: 'primary' }, { id: 'other@gmail.com' }] });
    expect(calendars.primary).toEqual({ busy: [] });
    expect(calendars['other@gmail.com']?.errors).toEqual([{ domain: 'global', reason: 'notFound' }]);
  });

  // calendarExpansionMax: "Maximum value is 50."; errors[].reason "tooManyCalendarsRequested"
  it('answers no calendar at all when more than 50 are asked about', () => {
    const { world, calendar } = setUp();
    addBusy(world, { email: 't0@school.example', start: at(9), end: at(10) });
    const items = Array.from({ length: 51 }, (_, index) => ({ id: `t${index}@school.example` }));
    const { calendars } = calendar.Freebusy.query({ ...DAY, items });
    expect(calendars['t0@school.example']).toEqual({
      errors: [{ domain: 'global', reason: 'tooManyCalendarsRequested' }],
      busy: [],
    });
    expect(
      calendar.Freebusy.query({ ...DAY, items: items.slice(0, 50) }).calendars['t0@school.example']?.busy,
    ).toHaveLength(1);
  });

  it('refuses a window that is missing, empty or longer than three months', () => {
    const { calendar } = setUp();
    expect(refusal(() => calendar.Freebusy.query({ items: [] }))).toMatchObject({ code: 400, reason: 'required' });
    expect(refusal(() => calendar.Freebusy.query({ timeMin: DAY.timeMax, timeMax: DAY.timeMin }))).toMatchObject({
      reason: 'timeRangeEmpty',
    });
    expect(
      refusal(() => calendar.Freebusy.query({ timeMin: '2026-09-01T00:00:00Z', timeMax: '2026-12-31T00:00:00Z' })),
    ).toEqual({
      code: 400,
      reason: 'timeRangeTooLong',
      message: 'The requested time range is too long.',
    });
  });
});
