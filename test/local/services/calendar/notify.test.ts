// What guests are told: sendUpdates in https://developers.google.com/workspace/calendar/api/v3/reference/events/insert,
// iMIP messages by RFC 6047, guests in https://developers.google.com/workspace/calendar/api/concepts/inviting-attendees-to-events
import { readCalendars, respondToInvitation } from '../../../../local/services/calendar';
import { DIRECTOR, MENTOR, module, PARTNER, setUp, TEACHER } from './setup';

const ALL = { sendUpdates: 'all' };

/** The lines of an iCalendar text, unfolded. */
function lines(ics: string | undefined): string[] {
  return (ics ?? '').replace(/\r\n /g, '').split('\r\n');
}

describe('sendUpdates', () => {
  it('nobody is told unless it is given', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module({ attendees: [{ email: TEACHER }] }), own);
    calendar.Events.patch({ location: 'Зал' }, own, id, { sendUpdates: 'none' });
    calendar.Events.remove(own, id);
    expect(world.outbox).toEqual([]);
  });

  it('"all" invites every guest but the one who does it', () => {
    const { world, calendar, own } = setUp();
    calendar.Events.insert(
      module({ attendees: [{ email: TEACHER }, { email: PARTNER }, { email: DIRECTOR }] }),
      own,
      ALL,
    );
    expect(world.outbox.map(({ kind, to, from }) => [kind, to, from])).toEqual([
      ['invitation', [TEACHER], DIRECTOR],
      ['invitation', [PARTNER], DIRECTOR],
    ]);
  });

  it('"externalOnly" tells those outside Google Calendar only', () => {
    const { world, calendar, own } = setUp();
    calendar.Events.insert(module({ attendees: [{ email: TEACHER }, { email: PARTNER }] }), own, {
      sendUpdates: 'externalOnly',
    });
    expect(world.outbox.map(({ to }) => to)).toEqual([[PARTNER]]);
  });

  it('the deprecated sendNotifications is the same as "all"; a word unknown is refused', () => {
    const { world, calendar, own } = setUp();
    calendar.Events.insert(module({ attendees: [{ email: TEACHER }] }), own, { sendNotifications: true });
    expect(world.outbox).toHaveLength(1);
    expect(() => calendar.Events.insert(module(), own, { sendUpdates: 'everybody' })).toThrow('Invalid value');
  });
});

describe('messages', () => {
  it('an invitation carries a REQUEST with the event, its organiser and its guests', () => {
    const { world, calendar, own } = setUp();
    const attendees = [
      { email: TEACHER, displayName: 'Учитель' },
      { email: MENTOR, optional: true },
    ];
    const description = 'Программа; материалы, ссылки\nОтзыв';
    calendar.Events.insert(module({ id: 'module1', location: 'Кабинет 12', description, attendees }), own, ALL);
    const [mail] = world.outbox;
    expect(mail?.subject).toMatch(
      /^Приглашение: Модуль 1 – вт, 1 сент\. 2026 г\. 15:00 – 16:30 \(GMT\+7\) \(teacher@school\.example\)$/,
    );
    expect(mail?.text).toContain('Где: Кабинет 12');
    const ics = lines(mail?.ics);
    expect(ics).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:module1@google.com',
        'SEQUENCE:0',
        'DTSTAMP:20260820T030000Z',
        'DTSTART;TZID=Asia/Novokuznetsk:20260901T150000',
        'DTEND;TZID=Asia/Novokuznetsk:20260901T163000',
        'TZID:Asia/Novokuznetsk',
        'SUMMARY:Модуль 1',
        'LOCATION:Кабинет 12',
        'DESCRIPTION:Программа\\; материалы\\, ссылки\\nОтзыв',
        `ORGANIZER;CN="Время роста":mailto:${own}`,
        'STATUS:CONFIRMED',
      ]),
    );
    expect(ics).toContain(
      `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Учитель":MAILTO:${TEACHER}`,
    );
    expect(ics).toContain(`ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:MAILTO:${MENTOR}`);
  });

  it('a change that guests see is one update each; one they do not see is none', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(
      module({ attendees: [{ email: TEACHER }, { email: MENTOR }] }),
      own,
      ALL,
    );
    world.outbox.length = 0;
    calendar.Events.patch({ extendedProperties: { private: { run: '1' } }, colorId: '3' }, own, id, ALL);
    expect(world.outbox).toEqual([]);
    calendar.Events.patch({ location: 'Зал' }, own, id, ALL);
    expect(world.outbox.map(({ kind, to }) => [kind, to])).toEqual([
      ['update', [TEACHER]],
      ['update', [MENTOR]],
    ]);
    expect(world.outbox[0]?.subject).toMatch(/^Обновленное приглашение: /);
    expect(lines(world.outbox[0]?.ics)).toEqual(
      expect.arrayContaining(['METHOD:REQUEST', 'SEQUENCE:1', 'LOCATION:Зал']),
    );
  });

  it('a changed guest list tells only those who came and those who went', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(
      module({ attendees: [{ email: TEACHER }, { email: MENTOR }] }),
      own,
      ALL,
    );
    world.outbox.length = 0;
    calendar.Events.patch({ attendees: [{ email: MENTOR }, { email: PARTNER }] }, own, id, ALL);
    expect(world.outbox.map(({ kind, to }) => [kind, to])).toEqual([
      ['invitation', [PARTNER]],
      ['cancellation', [TEACHER]],
    ]);
    expect(lines(world.outbox[1]?.ics)).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED']));
  });

  it('a removed event is cancelled for its guests, a restored one is a new invitation', () => {
    const { world, calendar, own } = setUp();
    const attendees = [{ email: TEACHER }];
    const { id = '' } = calendar.Events.insert(module({ attendees }), own, ALL);
    calendar.Events.remove(own, id, ALL);
    calendar.Events.update(module({ attendees, status: 'confirmed' }), own, id, ALL);
    expect(world.outbox.map(({ kind }) => kind)).toEqual(['invitation', 'cancellation', 'invitation']);
    expect(lines(world.outbox[1]?.ics)).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'SEQUENCE:1']));
  });

  it('guests who must not see each other see only themselves', () => {
    const { world, calendar, own } = setUp();
    const attendees = [{ email: TEACHER }, { email: MENTOR }];
    const { id = '' } = calendar.Events.insert(module({ attendees, guestsCanSeeOtherGuests: false }), own, ALL);
    expect(world.outbox[0]?.ics).not.toContain(MENTOR);
    expect(world.outbox[0]?.text).not.toContain(MENTOR);
    world.user = TEACHER;
    expect(calendar.Events.get('primary', id).attendees?.map(({ email }) => email)).toEqual([TEACHER]);
  });

  it('speaks English in another locale', () => {
    const { world, calendar, own } = setUp({ locale: 'en_US' });
    calendar.Events.insert(module({ attendees: [{ email: TEACHER }] }), own, ALL);
    expect(world.outbox[0]?.subject).toMatch(/^Invitation: Модуль 1 – Tue, Sep 1, 2026/);
  });
});

describe('respondToInvitation', () => {
  it('sets the guest’s answer on the organiser’s event and mails a reply', () => {
    const { world, calendar, own } = setUp();
    const { id = '', etag } = calendar.Events.insert(
      module({ attendees: [{ email: TEACHER }, { email: MENTOR }] }),
      own,
    );
    respondToInvitation(world, { email: TEACHER.toUpperCase(), eventId: id, status: 'accepted' });
    const event = calendar.Events.get(own, id);
    expect(event.attendees?.map(({ responseStatus }) => responseStatus)).toEqual(['accepted', 'needsAction']);
    expect(event.sequence).toBe(0);
    expect(event.etag).not.toBe(etag);
    expect(world.outbox).toHaveLength(1);
    expect(world.outbox[0]).toMatchObject({ kind: 'reply', from: TEACHER, to: [DIRECTOR] });
    expect(lines(world.outbox[0]?.ics)).toContain('METHOD:REPLY');
    expect(world.outbox[0]?.ics).toContain('PARTSTAT=ACCEPTED');
    expect(world.outbox[0]?.ics).not.toContain(MENTOR);
  });

  it('refuses who is not invited', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module(), own);
    expect(() => respondToInvitation(world, { email: TEACHER, eventId: id, status: 'accepted' })).toThrow(
      'is not invited',
    );
  });
});

describe('readCalendars', () => {
  it('gives calendars with their events and people with their invitations', () => {
    const { world, calendar, own } = setUp();
    const { id = '' } = calendar.Events.insert(module({ attendees: [{ email: TEACHER }] }), own);
    const view = readCalendars(world);
    expect(view.calendars).toHaveLength(1);
    expect(view.calendars[0]).toMatchObject({
      id: own,
      owner: DIRECTOR,
      primary: false,
      events: [{ id, summary: 'Модуль 1' }],
    });
    expect(view.people).toEqual([
      { email: TEACHER, invitations: [{ calendarId: own, eventId: id, responseStatus: 'needsAction' }] },
    ]);
  });
});
