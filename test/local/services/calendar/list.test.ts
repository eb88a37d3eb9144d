// Calendar.Events.list: https://developers.google.com/workspace/calendar/api/v3/reference/events/list
import type { EventResource } from '../../../../local/services/calendar/eventView';
import { module, refusal, setUp, TEACHER } from './setup';

/** An event on a day of September 2026, 15:00–16:00 in Novokuznetsk. */
function onDay(day: number, more: EventResource = {}): EventResource {
  const date = `2026-09-${String(day).padStart(2, '0')}`;
  return {
    summary: `День ${day}`,
    start: { dateTime: `${date}T15:00:00+07:00`, timeZone: 'Asia/Novokuznetsk' },
    end: { dateTime: `${date}T16:00:00+07:00`, timeZone: 'Asia/Novokuznetsk' },
    ...more,
  };
}

function titles(page: GoogleAppsScript.Calendar.Schema.Events): (string | undefined)[] {
  return (page.items ?? []).map(({ summary }) => summary);
}

describe('filters', () => {
  // timeMin: "Lower bound (exclusive) for an event's end time"; timeMax: "Upper bound (exclusive) for an event's start time"
  it('takes the events that end after timeMin and start before timeMax', () => {
    const { calendar, own } = setUp();
    for (const day of [1, 2, 3]) calendar.Events.insert(onDay(day), own);
    const list = (timeMin: string, timeMax: string) => titles(calendar.Events.list(own, { timeMin, timeMax }));
    expect(list('2026-09-01T16:00:00+07:00', '2026-09-03T15:00:00+07:00')).toEqual(['День 2']);
    expect(list('2026-09-01T15:59:59+07:00', '2026-09-03T15:00:01+07:00')).toEqual(['День 1', 'День 2', 'День 3']);
    expect(refusal(() => list('2026-09-02T00:00:00Z', '2026-09-01T00:00:00Z'))).toMatchObject({
      reason: 'timeRangeEmpty',
    });
    // "Must be an RFC3339 timestamp with mandatory time zone offset"
    expect(refusal(() => list('2026-09-01T00:00:00', '2026-09-02T00:00:00Z'))).toMatchObject({ code: 400 });
  });

  it('finds by private and shared property, by text, and by iCalUID', () => {
    const { calendar, own } = setUp();
    calendar.Events.insert(onDay(1, { extendedProperties: { private: { key: 'm1', run: '7' } } }), own);
    calendar.Events.insert(
      onDay(2, { extendedProperties: { shared: { round: '2' } }, attendees: [{ email: TEACHER }] }),
      own,
    );
    calendar.Events.insert(onDay(3, { id: 'third', description: 'Формирующее оценивание' }), own);
    const list = (options: object) => titles(calendar.Events.list(own, options));
    expect(list({ privateExtendedProperty: 'key=m1' })).toEqual(['День 1']);
    expect(list({ privateExtendedProperty: ['key=m1', 'run=8'] })).toEqual([]);
    expect(list({ sharedExtendedProperty: 'round=2' })).toEqual(['День 2']);
    expect(list({ q: 'оценивание формирующее' })).toEqual(['День 3']);
    expect(list({ q: TEACHER })).toEqual(['День 2']);
    expect(list({ iCalUID: 'third@google.com' })).toEqual(['День 3']);
  });

  it('shows invitations on the guest’s primary calendar', () => {
    const { world, calendar, own } = setUp();
    calendar.Events.insert(onDay(1, { attendees: [{ email: TEACHER }] }), own);
    calendar.Events.insert(onDay(2), own);
    expect(titles(calendar.Events.list('primary'))).toEqual([]);
    world.user = TEACHER;
    expect(titles(calendar.Events.list('primary'))).toEqual(['День 1']);
  });
});

describe('order, pages and synchronisation', () => {
  // "startTime: … This is only available when querying single events (i.e. the parameter singleEvents is True)"
  it('orders by start only single events, by last change all', () => {
    const { world, calendar, own } = setUp();
    const late = calendar.Events.insert(onDay(5), own);
    calendar.Events.insert(onDay(4), own);
    expect(titles(calendar.Events.list(own, { singleEvents: true, orderBy: 'startTime' }))).toEqual([
      'День 4',
      'День 5',
    ]);
    expect(refusal(() => calendar.Events.list(own, { orderBy: 'startTime' }))).toMatchObject({
      code: 400,
      message: 'The requested ordering is not available for the particular query.',
    });
    world.clock.charge(1000);
    calendar.Events.patch({ location: 'Зал' }, own, late.id ?? '');
    expect(titles(calendar.Events.list(own, { orderBy: 'updated' }))).toEqual(['День 4', 'День 5']);
  });

  // https://developers.google.com/workspace/calendar/api/guides/pagination
  it('gives pages until there is no nextPageToken', () => {
    const { calendar, own } = setUp();
    for (let day = 1; day <= 5; day++) calendar.Events.insert(onDay(day), own);
    const seen: (string | undefined)[] = [];
    let pageToken: string | undefined;
    let pages = 0;
    do {
      const page = calendar.Events.list(own, { maxResults: 2, ...(pageToken === undefined ? {} : { pageToken }) });
      seen.push(...titles(page));
      pageToken = page.nextPageToken;
      pages += 1;
    } while (pageToken !== undefined);
    expect(pages).toBe(3);
    expect(seen).toEqual(['День 1', 'День 2', 'День 3', 'День 4', 'День 5']);
    expect(refusal(() => calendar.Events.list(own, { maxResults: 2501 }))).toMatchObject({ code: 400 });
  });

  // https://developers.google.com/workspace/calendar/api/guides/sync
  it('a sync token gives only what changed since, deleted events included', () => {
    const { calendar, own } = setUp();
    const first = calendar.Events.insert(onDay(1), own);
    calendar.Events.insert(onDay(2), own);
    const syncToken = calendar.Events.list(own).nextSyncToken;
    expect(calendar.Events.list(own, { syncToken }).items).toEqual([]);
    calendar.Events.remove(own, first.id ?? '');
    calendar.Events.insert(onDay(3), own);
    const changed = calendar.Events.list(own, { syncToken }).items ?? [];
    expect(changed.map(({ summary, status }) => [summary, status])).toEqual([
      ['День 1', 'cancelled'],
      ['День 3', 'confirmed'],
    ]);
    expect(refusal(() => calendar.Events.list(own, { syncToken: 'old' }))).toMatchObject({
      code: 410,
      reason: 'fullSyncRequired',
    });
  });
});

describe('recurring events (…/api/concepts/events-calendars#recurring_events)', () => {
  it('need a named time zone', () => {
    const { calendar, own } = setUp();
    const event = {
      start: { dateTime: '2026-09-01T15:00:00+07:00' },
      end: { dateTime: '2026-09-01T16:00:00+07:00' },
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
    };
    expect(refusal(() => calendar.Events.insert(event, own))).toMatchObject({
      reason: 'required',
      message: 'Missing time zone definition for start time.',
    });
  });

  it('are one event, or with singleEvents each occurrence', () => {
    const { calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(
      onDay(1, { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4'] }),
      own,
    );
    expect(calendar.Events.list(own).items).toHaveLength(1);
    const items = calendar.Events.list(own, { singleEvents: true, orderBy: 'startTime' }).items ?? [];
    expect(items.map(({ start }) => start?.dateTime?.slice(0, 10))).toEqual([
      '2026-09-01',
      '2026-09-03',
      '2026-09-08',
      '2026-09-10',
    ]);
    expect(items[1]).toMatchObject({ id: `${id}_20260903T080000Z`, recurringEventId: id });
    expect(calendar.Events.instances(own, id, { timeMin: '2026-09-05T00:00:00Z' }).items).toHaveLength(2);
  });

  it('keep the clock time over a change to winter time, skip months without the day, end with UNTIL', () => {
    const { calendar, own } = setUp();
    const starts = (recurrence: string, dateTime: string, timeZone: string) => {
      const { id = '' } = calendar.Events.insert(
        { start: { dateTime, timeZone }, end: { dateTime, timeZone }, recurrence: [recurrence] },
        own,
      );
      return (calendar.Events.instances(own, id, { timeZone }).items ?? []).map(({ start }) => start?.dateTime);
    };
    expect(starts('RRULE:FREQ=WEEKLY;COUNT=2', '2026-10-20T10:00:00', 'Europe/Berlin')).toEqual([
      '2026-10-20T10:00:00+02:00',
      '2026-10-27T10:00:00+01:00',
    ]);
    expect(
      starts('RRULE:FREQ=MONTHLY;COUNT=3', '2027-01-31T10:00:00', 'Europe/Moscow').map((at) => at?.slice(0, 10)),
    ).toEqual(['2027-01-31', '2027-03-31', '2027-05-31']);
    expect(starts('RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20260905', '2026-09-01T10:00:00', 'Europe/Moscow')).toHaveLength(
      3,
    );
  });

  it('of a kind not known here are stored but not expanded', () => {
    const { calendar, own } = setUp();
    calendar.Events.insert(module({ recurrence: ['RRULE:FREQ=YEARLY;COUNT=2'] }), own);
    expect(calendar.Events.list(own).items).toHaveLength(1);
    expect(() => calendar.Events.list(own, { singleEvents: true })).toThrow('NotEmulated');
  });
});
