// Calendar.Events: https://developers.google.com/workspace/calendar/api/v3/reference/events
import fc from 'fast-check';
import { ApiError } from '../../../../local/runtime/service';
import { DIRECTOR, MENTOR, module, PARTNER, plain, refusal, setUp, TEACHER } from './setup';

describe('insert (…/reference/events/insert)', () => {
  it('gives an event with the API’s fields, times in the calendar’s zone', () => {
    const { calendar, own } = setUp();
    const event = calendar.Events.insert(
      module({ id: 'a1b2c', location: 'Кабинет 12', description: 'Программа' }),
      own,
    );
    expect(plain(event)).toMatchObject({
      kind: 'calendar#event',
      id: 'a1b2c',
      status: 'confirmed',
      created: '2026-08-20T03:00:00.000Z',
      updated: '2026-08-20T03:00:00.000Z',
      summary: 'Модуль 1',
      location: 'Кабинет 12',
      description: 'Программа',
      start: { dateTime: '2026-09-01T15:00:00+07:00', timeZone: 'Asia/Novokuznetsk' },
      end: { dateTime: '2026-09-01T16:30:00+07:00', timeZone: 'Asia/Novokuznetsk' },
      iCalUID: 'a1b2c@google.com',
      sequence: 0,
      reminders: { useDefault: true },
      eventType: 'default',
    });
    const eid = new URL(event.htmlLink ?? '').searchParams.get('eid') ?? '';
    expect(Buffer.from(eid, 'base64url').toString()).toBe(`a1b2c ${own}`);
  });

  // https://developers.google.com/workspace/calendar/api/concepts: an event made in a team calendar has that calendar as organizer
  it('names the calendar it is made in as the organiser and the user as the creator', () => {
    const { calendar, own } = setUp();
    const onOwn = calendar.Events.insert(module(), own);
    expect(onOwn.organizer).toEqual({ email: own, displayName: 'Время роста', self: true });
    expect(onOwn.creator).toEqual({ email: DIRECTOR });
    const onPrimary = calendar.Events.insert(module(), 'primary');
    expect(onPrimary.organizer).toEqual({ email: DIRECTOR, self: true });
    expect(onPrimary.creator).toEqual({ email: DIRECTOR, self: true });
  });

  // "characters allowed in the ID are those used in base32hex encoding, i.e. lowercase letters a-v and digits 0-9"; "length … between 5 and 1024": #id
  it('takes a client’s id of 5 to 1024 base32hex signs and refuses any other', () => {
    const { calendar, own } = setUp();
    const bad = { code: 400, reason: 'invalid', message: 'Invalid resource id value.' };
    for (const id of ['abcd', 'ABCDE', 'abcdz', 'abc-de', 'абвгд', 'a'.repeat(1025)])
      expect(refusal(() => calendar.Events.insert(module({ id }), own))).toEqual(bad);
    expect(calendar.Events.insert(module({ id: 'v'.repeat(1024) }), own).status).toBe('confirmed');
    // "only one of them should be supplied at event creation time": #iCalUID
    expect(refusal(() => calendar.Events.insert(module({ id: 'abcde', iCalUID: 'x@y' }), own))).toEqual(bad);
  });

  it('accepts every id of the documented alphabet and gives it back', () => {
    const letters = [...'abcdefghijklmnopqrstuv0123456789'];
    const ids = fc.uniqueArray(
      fc.array(fc.constantFrom(...letters), { minLength: 5, maxLength: 40 }).map((signs) => signs.join('')),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(ids, (list) => {
        const { calendar, own } = setUp();
        for (const id of list) calendar.Events.insert(module({ id }), own);
        expect((calendar.Events.list(own).items ?? []).map(({ id }) => id)).toEqual(list);
      }),
      { numRuns: 20 },
    );
  });

  it('chooses an id of that alphabet itself when the client gives none', () => {
    const { calendar, own } = setUp();
    expect(calendar.Events.insert(module(), own).id).toMatch(/^[a-v0-9]{26}$/);
  });

  // 409 "The requested identifier already exists": https://developers.google.com/workspace/calendar/api/guides/errors
  it('refuses an id that is taken, also by a deleted event, on the same calendar only', () => {
    const { calendar, own } = setUp();
    calendar.Events.insert(module({ id: 'module1' }), own);
    const duplicate = { code: 409, reason: 'duplicate', message: 'The requested identifier already exists.' };
    expect(refusal(() => calendar.Events.insert(module({ id: 'module1' }), own))).toEqual(duplicate);
    calendar.Events.remove(own, 'module1');
    expect(refusal(() => calendar.Events.insert(module({ id: 'module1' }), own))).toEqual(duplicate);
    expect(calendar.Events.insert(module({ id: 'module1' }), 'primary').id).toBe('module1');
  });

  it('throws a GoogleJsonResponseException that names the call', () => {
    const { calendar, own } = setUp();
    expect(() => calendar.Events.insert({ summary: 'без времени' }, own)).toThrow(
      'API call to calendar.events.insert failed with error: Missing end time.',
    );
    try {
      calendar.Events.get(own, 'nothing');
    } catch (error) {
      expect(error).toBeInstanceOf(ApiError);
      expect((error as ApiError).name).toBe('GoogleJsonResponseException');
    }
  });

  it('refuses times that are missing, malformed, of two kinds, without a zone, or in the wrong order', () => {
    const { calendar, own } = setUp();
    const insert = (start: object, end: object) => refusal(() => calendar.Events.insert({ start, end }, own));
    const at = (dateTime: string, timeZone?: string) => ({ dateTime, ...(timeZone === undefined ? {} : { timeZone }) });
    expect(insert({}, at('2026-09-01T15:00:00Z'))).toMatchObject({ code: 400, message: 'Missing start time.' });
    expect(insert({ date: '2026-09-01' }, at('2026-09-01T15:00:00Z'))).toMatchObject({
      message: 'Start and end times must either both be date or both be dateTime.',
    });
    expect(insert(at('2026-09-01T15:00:00'), at('2026-09-01T16:00:00'))).toMatchObject({
      message: 'Missing time zone definition for end time.',
    });
    expect(insert(at('2026-09-01T15:00:00Z', 'Asia/Nowhere'), at('2026-09-01T16:00:00Z'))).toMatchObject({
      message: 'Invalid time zone definition for start time.',
    });
    expect(insert(at('1 сентября'), at('2026-09-01T16:00:00Z'))).toMatchObject({ message: 'Bad Request' });
    // 400 timeRangeEmpty: https://developers.google.com/workspace/calendar/api/guides/errors#400_bad_request
    expect(insert(at('2026-09-01T16:00:00Z'), at('2026-09-01T15:00:00Z'))).toEqual({
      code: 400,
      reason: 'timeRangeEmpty',
      message: 'The specified time range is empty.',
    });
  });

  it('reads a local time in the event’s own zone', () => {
    const { calendar, own } = setUp();
    const event = calendar.Events.insert(
      {
        start: { dateTime: '2026-09-01T15:00:00', timeZone: 'Europe/Moscow' },
        end: { dateTime: '2026-09-01T16:00:00', timeZone: 'Europe/Moscow' },
      },
      own,
    );
    expect(event.start).toEqual({ dateTime: '2026-09-01T19:00:00+07:00', timeZone: 'Europe/Moscow' });
    expect(calendar.Events.get(own, event.id ?? '', { timeZone: 'UTC' }).start?.dateTime).toBe('2026-09-01T12:00:00Z');
  });

  // 400 "Invalid attendee email.", "Missing attendee email."
  it('refuses guests without a valid address', () => {
    const { calendar, own } = setUp();
    const invite = (guest: object) => refusal(() => calendar.Events.insert(module({ attendees: [guest] }), own));
    for (const email of ['teacher', ' teacher@school.example', 'a@b@c', 'Имя <a@b.c>'])
      expect(invite({ email })).toEqual({ code: 400, reason: 'invalid', message: 'Invalid attendee email.' });
    expect(invite({ displayName: 'Без адреса' })).toMatchObject({
      reason: 'required',
      message: 'Missing attendee email.',
    });
  });

  it('keeps guests with their answers and marks the copy’s owner as self', () => {
    const { world, calendar, own } = setUp();
    const attendees = [{ email: TEACHER, optional: true, displayName: 'Учитель' }, { email: MENTOR }];
    const { id = '', attendees: guests } = calendar.Events.insert(module({ attendees }), own);
    expect(guests).toEqual([
      { email: TEACHER, optional: true, displayName: 'Учитель', responseStatus: 'needsAction' },
      { email: MENTOR, responseStatus: 'needsAction' },
    ]);
    world.user = TEACHER;
    const copy = calendar.Events.get('primary', id);
    expect(copy.attendees?.[0]).toMatchObject({ email: TEACHER, self: true });
    expect(copy.organizer?.self).toBeUndefined();
  });

  // "longer keys will be silently dropped", "longer values will be silently truncated": …/guides/extended-properties#limits
  it('keeps private properties on the organiser’s copy and shared ones on all', () => {
    const { world, calendar, own } = setUp();
    const extendedProperties = { private: { key: 'v'.repeat(1100), ['k'.repeat(45)]: 'x' }, shared: { round: '1' } };
    const { id = '' } = calendar.Events.insert(module({ extendedProperties, attendees: [{ email: TEACHER }] }), own);
    expect(calendar.Events.get(own, id).extendedProperties).toEqual({
      private: { key: 'v'.repeat(1024) },
      shared: { round: '1' },
    });
    world.user = TEACHER;
    expect(calendar.Events.get('primary', id).extendedProperties).toEqual({ shared: { round: '1' } });
  });

  // https://developers.google.com/workspace/calendar/api/guides/create-events#conferencing
  it('makes a Meet link only for a client that asks with conferenceDataVersion 1, and once per request id', () => {
    const { calendar, own } = setUp();
    const conferenceData = { createRequest: { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } } };
    const ignored = calendar.Events.insert(module({ conferenceData }), own);
    expect(ignored.conferenceData).toBeUndefined();
    const event = calendar.Events.insert(module({ conferenceData }), own, { conferenceDataVersion: 1 });
    expect(event.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(event.conferenceData?.entryPoints?.[0]).toMatchObject({ entryPointType: 'video', uri: event.hangoutLink });
    expect(event.conferenceData?.createRequest?.status).toEqual({ statusCode: 'success' });
    const again = calendar.Events.patch({ conferenceData }, own, event.id ?? '', { conferenceDataVersion: 1 });
    expect(again.hangoutLink).toBe(event.hangoutLink);
    const kept = calendar.Events.update(module(), own, event.id ?? '');
    expect(kept.hangoutLink).toBe(event.hangoutLink);
    const zoom = { createRequest: { requestId: 'r2', conferenceSolutionKey: { type: 'addOn' } } };
    expect(
      refusal(() => calendar.Events.insert(module({ conferenceData: zoom }), own, { conferenceDataVersion: 1 })),
    ).toMatchObject({ code: 400, message: 'Invalid conference type value.' });
  });

  // "supportsAttachments: Whether API client performing operation supports event attachments. … The default is False."
  it('keeps attachments only for a client that supports them', () => {
    const { calendar, own } = setUp();
    const attachments = [{ fileUrl: 'https://drive.google.com/open?id=1AbCdEfGhIjKlMn', title: 'Материалы' }];
    expect(calendar.Events.insert(module({ attachments }), own).attachments).toBeUndefined();
    const event = calendar.Events.insert(module({ attachments }), own, { supportsAttachments: true });
    expect(event.attachments).toEqual([{ ...attachments[0], fileId: '1AbCdEfGhIjKlMn' }]);
    expect(calendar.Events.patch({ attachments: [] }, own, event.id ?? '').attachments).toHaveLength(1);
  });

  it('refuses reminders of its own beside the default ones', () => {
    const { calendar, own } = setUp();
    const reminders = { useDefault: true, overrides: [{ method: 'popup', minutes: 10 }] };
    expect(refusal(() => calendar.Events.insert(module({ reminders }), own))).toMatchObject({
      reason: 'cannotUseDefaultRemindersAndSpecifyOverride',
    });
    expect(calendar.Events.insert(module({ reminders: { ...reminders, useDefault: false } }), own).reminders).toEqual({
      useDefault: false,
      overrides: [{ method: 'popup', minutes: 10 }],
    });
  });

  // "Calendar events created: 5,000 / day": https://developers.google.com/apps-script/guides/services/quotas
  it('counts created events against the day’s quota', () => {
    const { world, calendar, own } = setUp({ edition: 'consumer' });
    calendar.Events.insert(module(), own);
    expect(world.quotaLeft('calendar.events')).toBe(4999);
    world.spend('calendar.events', 4999, 'calendar');
    expect(refusal(() => calendar.Events.insert(module(), own))).toEqual({
      code: 403,
      reason: 'quotaExceeded',
      message: 'Calendar usage limits exceeded.',
    });
    expect(calendar.Events.list(own).items).toHaveLength(1);
  });

  it('refuses what it does not emulate instead of guessing', () => {
    const { calendar, own } = setUp();
    expect(() => calendar.Events.insert(module(), own, { maxAttendees: 1 })).toThrow('NotEmulated');
    expect(() => calendar.Events.insert(module({ eventType: 'focusTime' }), own)).toThrow('NotEmulated');
    expect(() =>
      calendar.Events.insert(module({ attendees: [{ email: TEACHER }, { email: TEACHER.toUpperCase() }] }), own),
    ).toThrow('NotEmulated');
  });
});

describe('patch and update (…/reference/events/patch, …/guides/performance#patch)', () => {
  it('patch changes what is given, replaces arrays as a whole and clears by null', () => {
    const { calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(
      module({ location: 'Кабинет 1', attendees: [{ email: TEACHER, responseStatus: 'accepted' }, { email: MENTOR }] }),
      own,
    );
    const patched = calendar.Events.patch({ summary: 'Модуль 2', attendees: [{ email: TEACHER }] }, own, id);
    expect(patched).toMatchObject({ summary: 'Модуль 2', location: 'Кабинет 1' });
    // An answer that is not sent back is lost with the old array.
    expect(patched.attendees).toEqual([{ email: TEACHER, responseStatus: 'needsAction' }]);
    const cleared = calendar.Events.patch(JSON.parse('{"location":null}') as object, own, id);
    expect(cleared.location).toBeUndefined();
    expect(cleared.summary).toBe('Модуль 2');
  });

  it('patch merges objects: one private property is added to the others', () => {
    const { calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module({ extendedProperties: { private: { a: '1', b: '2' } } }), own);
    const patch = JSON.parse('{"extendedProperties":{"private":{"b":null,"c":"3"}}}') as object;
    expect(calendar.Events.patch(patch, own, id).extendedProperties).toEqual({ private: { a: '1', c: '3' } });
  });

  it('update replaces the whole event', () => {
    const { calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module({ location: 'Кабинет 1', attendees: [{ email: TEACHER }] }), own);
    const updated = calendar.Events.update(module({ summary: 'Заново' }), own, id);
    expect(updated.summary).toBe('Заново');
    expect(updated.location).toBeUndefined();
    expect(updated.attendees).toBeUndefined();
    expect(refusal(() => calendar.Events.update({ summary: 'x' }, own, id))).toMatchObject({
      message: 'Missing end time.',
    });
  });

  // "Sequence number as per iCalendar" (RFC 5546, 2.1.4)
  it('every change gives a new etag; a new time or place a higher sequence', () => {
    const { world, calendar, own } = setUp();
    const first = calendar.Events.insert(module(), own);
    world.clock.charge(60_000);
    const renamed = calendar.Events.patch({ summary: 'Иначе' }, own, first.id ?? '');
    expect(renamed).toMatchObject({ sequence: 0, updated: '2026-08-20T03:01:00.000Z' });
    expect(renamed.etag).not.toBe(first.etag);
    const moved = calendar.Events.patch({ location: 'Актовый зал' }, own, first.id ?? '');
    expect(moved.sequence).toBe(1);
    expect(moved.etag).not.toBe(renamed.etag);
    expect(refusal(() => calendar.Events.update(module({ sequence: 0 }), own, first.id ?? ''))).toMatchObject({
      code: 400,
      reason: 'invalid',
    });
  });

  // https://developers.google.com/workspace/calendar/api/guides/version-resources
  it('a change with a stale If-Match is refused', () => {
    const { calendar, own } = setUp();
    const first = calendar.Events.insert(module(), own);
    const id = first.id ?? '';
    const headers = { 'If-Match': first.etag };
    const second = calendar.Events.patch({ summary: 'Два' }, own, id, {}, headers);
    const stale = { code: 412, reason: 'conditionNotMet', message: 'Precondition Failed' };
    expect(refusal(() => calendar.Events.patch({ summary: 'Три' }, own, id, {}, headers))).toEqual(stale);
    expect(refusal(() => calendar.Events.remove(own, id, {}, headers))).toEqual(stale);
    calendar.Events.remove(own, id, {}, { 'If-Match': second.etag });
  });

  it('a guest changes nothing but the own answer', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module({ attendees: [{ email: TEACHER }, { email: MENTOR }] }), own);
    world.user = TEACHER;
    const answered = calendar.Events.patch(
      { attendees: [{ email: TEACHER, responseStatus: 'accepted' }] },
      'primary',
      id,
    );
    expect(answered.attendees?.map(({ responseStatus }) => responseStatus)).toEqual(['accepted', 'needsAction']);
    expect(() => calendar.Events.patch({ summary: 'Моё' }, 'primary', id)).toThrow('NotEmulated');
    expect(refusal(() => calendar.Events.patch({ summary: 'Моё' }, own, id))).toMatchObject({ code: 404 });
  });
});

describe('remove and get (…/reference/events/delete, …/reference/events#status)', () => {
  it('a deleted event stays as a cancelled one whose details the organiser still sees', () => {
    const { calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module(), own);
    calendar.Events.remove(own, id);
    expect(calendar.Events.get(own, id)).toMatchObject({ status: 'cancelled', summary: 'Модуль 1' });
    expect(calendar.Events.list(own).items).toEqual([]);
    expect(calendar.Events.list(own, { showDeleted: true }).items).toHaveLength(1);
  });

  it('removing it again says it is gone; what never was is not found', () => {
    const { calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module(), own);
    calendar.Events.remove(own, id);
    expect(refusal(() => calendar.Events.remove(own, id))).toEqual({
      code: 410,
      reason: 'deleted',
      message: 'Resource has been deleted',
    });
    const notFound = { code: 404, reason: 'notFound', message: 'Not Found' };
    expect(refusal(() => calendar.Events.remove(own, 'never'))).toEqual(notFound);
    expect(refusal(() => calendar.Events.get(own, 'never'))).toEqual(notFound);
    expect(refusal(() => calendar.Events.get('nobody@group.calendar.google.com', id))).toEqual(notFound);
  });

  // "…so that they can be restored (undeleted)": …/reference/events#status
  it('a cancelled event is restored by writing it as confirmed', () => {
    const { calendar, own } = setUp();
    calendar.Events.insert(module({ id: 'module1' }), own);
    calendar.Events.remove(own, 'module1');
    expect(() => calendar.Events.patch({ summary: 'x' }, own, 'module1')).toThrow('NotEmulated');
    const revived = calendar.Events.update(module({ status: 'confirmed', summary: 'Снова' }), own, 'module1');
    expect(revived).toMatchObject({
      id: 'module1',
      status: 'confirmed',
      summary: 'Снова',
      iCalUID: 'module1@google.com',
    });
    expect(calendar.Events.list(own).items).toHaveLength(1);
  });

  it('the state is plain JSON and survives being stored', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module({ attendees: [{ email: PARTNER }] }), own);
    const stored = JSON.parse(JSON.stringify(world.stored())) as ReturnType<typeof world.stored>;
    const again = setUp({ stored });
    expect(plain(again.calendar.Events.get(own, id))).toEqual(plain(calendar.Events.get(own, id)));
  });
});
