// .ics files: RFC 5545. Export of calendars: https://support.google.com/calendar/answer/37111
import { calendarToIcs } from '../../../local/export/ics';
import { vtimezone } from '../../../local/export/vtimezone';
import { readCalendars } from '../../../local/services/calendar';
import { MENTOR, module, setUp, TEACHER } from '../services/calendar/setup';

function lines(ics: string): string[] {
  return ics.replace(/\r\n /g, '').split('\r\n');
}

describe('calendarToIcs', () => {
  it('holds every event that is not cancelled, with its own uid, in CRLF lines of at most 75 octets', () => {
    const { world, calendar, own } = setUp();
    calendar.Events.insert(module({ id: 'first', description: 'Очень длинная программа модуля. '.repeat(10) }), own);
    const { id = '' } = calendar.Events.insert(module({ id: 'second' }), own);
    calendar.Events.remove(own, id);
    const ics = calendarToIcs(world, own);
    expect(ics.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replace(/\r\n/g, '')).not.toContain('\n');
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines(ics).filter((line) => line.startsWith('UID:'))).toEqual(['UID:first@google.com']);
    expect(lines(ics)).toEqual(
      expect.arrayContaining(['METHOD:PUBLISH', 'X-WR-CALNAME:Время роста', 'BEGIN:VTIMEZONE']),
    );
    expect(calendarToIcs(readCalendars(world), own)).toBe(ics);
  });

  it('a person’s calendar holds his or her invitations', () => {
    const { world, calendar, own } = setUp();
    calendar.Events.insert(module({ id: 'first', attendees: [{ email: TEACHER, responseStatus: 'accepted' }] }), own);
    calendar.Events.insert(module({ id: 'other', attendees: [{ email: MENTOR }] }), own);
    const ics = lines(calendarToIcs(world, TEACHER));
    expect(ics.filter((line) => line.startsWith('UID:'))).toEqual(['UID:first@google.com']);
    expect(ics.some((line) => line.startsWith('ATTENDEE') && line.includes('PARTSTAT=ACCEPTED'))).toBe(true);
    expect(() => calendarToIcs(world, 'nobody@school.example')).toThrow('There is no calendar');
  });

  it('writes whole days as dates, rules as they are, a meeting link, and names safely', () => {
    const { world, calendar } = setUp();
    const { id: own = '' } = calendar.Calendars.insert({ summary: 'План, 2026\nATTENDEE:x' });
    calendar.Events.insert({ summary: 'Неделя', start: { date: '2026-09-01' }, end: { date: '2026-09-03' } }, own);
    calendar.Events.insert(module({ recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }), own);
    const conferenceData = { createRequest: { requestId: 'r1' } };
    const meeting = calendar.Events.insert(module({ conferenceData }), own, { conferenceDataVersion: 1 });
    const ics = lines(calendarToIcs(world, own));
    expect(ics).toEqual(
      expect.arrayContaining([
        'X-WR-CALNAME:План\\, 2026\\nATTENDEE:x',
        'DTSTART;VALUE=DATE:20260901',
        'DTEND;VALUE=DATE:20260903',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        `X-GOOGLE-CONFERENCE:${meeting.hangoutLink ?? ''}`,
      ]),
    );
  });

  it('is the same text every time', () => {
    const make = () => {
      const { world, calendar, own } = setUp();
      calendar.Events.insert(module(), own);
      return calendarToIcs(world, own);
    };
    expect(make()).toBe(make());
  });
});

describe('vtimezone', () => {
  it('has one observance for a zone without summer time', () => {
    expect(vtimezone('Asia/Novokuznetsk').split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Novokuznetsk',
      'BEGIN:STANDARD',
      'DTSTART:20200101T070000',
      'TZOFFSETFROM:+0700',
      'TZOFFSETTO:+0700',
      'TZNAME:+07',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('has every change to and from summer time at its local time', () => {
    const text = vtimezone('Europe/Berlin');
    expect(text).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200');
    expect(text).toContain('BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100');
  });
});
