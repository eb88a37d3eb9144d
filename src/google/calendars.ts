// The calendars port on the advanced Calendar service: events of a calendar of our own, found by ids of our own making.
import type { Busy, Calendars, EventSpec, EventState } from '../app/ports/calendars';
import { addDays, type LocalDate } from '../domain/local-time';
import { withoutTags } from '../domain/text';
import { calendarApi } from './advanced';
import { unlessStatus } from './api-error';
import type { Zone } from './workbook/cells';

type Event = GoogleAppsScript.Calendar.Schema.Event;

/** At most this many calendars in one free/busy question. https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query */
const BUSY_BATCH = 50;
const BUSY_DAYS = 60;
const PAGE = 2500;

type EventPage = GoogleAppsScript.Calendar.Schema.Events;
type BusyAnswer = GoogleAppsScript.Calendar.Schema.FreeBusyCalendar;

/** @param eraser what only late actions ask for, made from the events as they were last listed */
export function createCalendars(
  timeZone: string,
  zone: Zone,
  eraser: (listed: ReadonlyMap<string, Event>) => Pick<Calendars, 'forget'>,
): Calendars {
  const localOf = (at: GoogleAppsScript.Calendar.Schema.EventDateTime | undefined): string =>
    at?.dateTime === undefined ? '' : zone.toLocal(new Date(at.dateTime));
  const stateOf = (event: Event): EventState => ({
    eventId: event.id ?? '',
    link: event.htmlLink ?? '',
    video: event.hangoutLink ?? '',
    cancelled: event.status === 'cancelled',
    start: localOf(event.start),
    end: localOf(event.end),
    text: [event.summary, event.description, event.location].join('\n'),
    guests: (event.attendees ?? []).map((guest) => ({
      ...guestOf(guest),
      response: RESPONSES.has(guest.responseStatus ?? '')
        ? (guest.responseStatus as 'accepted' | 'declined' | 'tentative')
        : 'needsAction',
    })),
  });

  // https://developers.google.com/workspace/calendar/api/v3/reference/events: `date` for whole days, its end exclusive.
  const timeOf = ({ allDay }: EventSpec, at: string): GoogleAppsScript.Calendar.Schema.EventDateTime =>
    allDay === true ? { date: at.slice(0, 10) } : { dateTime: `${at}:00`, timeZone };
  const resource = (event: EventSpec): Event => ({
    summary: event.title,
    // Calendar shows HTML in a description: https://developers.google.com/workspace/calendar/api/v3/reference/events
    description: withoutTags(event.description),
    // An empty text clears what stood there: a field left out would be kept.
    location: event.place,
    start: timeOf(event, event.start),
    end: timeOf(event, event.end),
    attendees: event.guests.map((guest) => ({ email: guest.email, displayName: guest.name })),
    guestsCanInviteOthers: false,
    status: 'confirmed',
  });
  const meeting = (requestId: string): GoogleAppsScript.Calendar.Schema.ConferenceData => ({
    createRequest: { requestId, conferenceSolutionKey: { type: 'hangoutsMeet' } },
  });
  const withVideo = (event: EventSpec, requestId: string): Event => ({
    ...resource(event),
    ...(event.video ? { conferenceData: meeting(requestId) } : {}),
  });
  const TELL = { sendUpdates: 'all', conferenceDataVersion: 1 } as const;

  /** A request made once is ignored ever after, so each state of the event asks by a name of its own. */
  const requestFor = (standing: Event): string => `${standing.id ?? ''}-${standing.updated ?? ''}`;

  /**
   * Makes a standing event what is wanted, in one notice to its guests. What somebody has answered since the event was read is not
   * overwritten: https://developers.google.com/workspace/calendar/api/guides/version-resources
   */
  function change(calendarId: string, standing: Event, event: EventSpec): EventState {
    // Guests given without their answer would be asked again: answers already given go along.
    const answers = new Map(
      (standing.attendees ?? []).map((guest) => [(guest.email ?? '').toLowerCase(), guest.responseStatus]),
    );
    const wanted = resource(event);
    const attendees = (wanted.attendees ?? []).map((guest) => {
      const responseStatus = answers.get((guest.email ?? '').toLowerCase());
      return responseStatus === undefined ? guest : { ...guest, responseStatus };
    });
    // A field set to null is cleared; the type definitions do not know it.
    // https://developers.google.com/workspace/calendar/api/guides/performance#patch-partial
    const conference: { conferenceData?: GoogleAppsScript.Calendar.Schema.ConferenceData | null } =
      event.video === hasVideo(standing) ? {} : { conferenceData: event.video ? meeting(requestFor(standing)) : null };
    const patch = { ...wanted, ...conference, attendees } as Event;
    const since = { 'If-Match': standing.etag ?? '*' };
    return unlessStatus(
      () => stateOf(calendarApi().Events.patch(patch, calendarId, event.eventId, TELL, since)),
      [412],
      () => {
        const now = calendarApi().Events.get(calendarId, event.eventId);
        return says(now, event) ? stateOf(now) : change(calendarId, now, event);
      },
    );
  }

  /** Does the standing event tell its guests what is wanted? */
  function says(standing: Event, event: EventSpec): boolean {
    const isAt = (at: GoogleAppsScript.Calendar.Schema.EventDateTime | undefined, wanted: string): boolean =>
      event.allDay === true
        ? at?.date === wanted.slice(0, 10)
        : Date.parse(at?.dateTime ?? '') === zone.toDate(wanted).getTime();
    const addresses = (emails: readonly (string | undefined)[]): string =>
      [...new Set(emails.map((email) => (email ?? '').toLowerCase()))].sort().join();
    return (
      isAt(standing.start, event.start) &&
      isAt(standing.end, event.end) &&
      sameText(standing.summary, event.title) &&
      sameText(standing.location, event.place) &&
      sameText(standing.description, withoutTags(event.description)) &&
      hasVideo(standing) === event.video &&
      addresses((standing.attendees ?? []).map(({ email }) => email)) ===
        addresses(event.guests.map(({ email }) => email))
    );
  }

  /** Events as this execution has last listed them, by id. */
  const listed = new Map<string, Event>();

  return {
    create(title) {
      const made = calendarApi().Calendars.insert({ summary: title, timeZone });
      if (made.id === undefined) throw new Error('Calendar gave no id for a new calendar');
      return made.id;
    },

    insert(calendarId, event) {
      const make = (): EventState =>
        unlessStatus(
          () =>
            stateOf(
              calendarApi().Events.insert({ id: event.eventId, ...withVideo(event, event.eventId) }, calendarId, TELL),
            ),
          [409],
          () => {
            const standing = calendarApi().Events.get(calendarId, event.eventId);
            // An id stays taken after its event was cancelled: the event is brought back, and its guests are told again.
            if (standing.status === 'cancelled')
              return stateOf(
                calendarApi().Events.update(withVideo(event, requestFor(standing)), calendarId, event.eventId, TELL),
              );
            // An earlier attempt made it, perhaps of a timetable that has changed since.
            return says(standing, event) ? stateOf(standing) : change(calendarId, standing, event);
          },
        );
      return unlessStatus<EventState | undefined>(make, [404], () => undefined);
    },

    update(calendarId, event) {
      return unlessStatus<EventState | undefined>(
        () => change(calendarId, calendarApi().Events.get(calendarId, event.eventId), event),
        [404],
        () => undefined,
      );
    },

    cancel(calendarId, eventId) {
      unlessStatus(
        () => {
          calendarApi().Events.remove(calendarId, eventId, { sendUpdates: 'all' });
        },
        [404, 410],
        () => undefined,
      );
    },

    forget(...event) {
      eraser(listed).forget(...event);
    },

    list(calendarId, from, to) {
      const events: EventState[] = [];
      let pageToken: string | undefined;
      do {
        const options = {
          timeMin: zone.toDate(`${from}T00:00`).toISOString(),
          timeMax: zone.toDate(`${to}T23:59`).toISOString(),
          showDeleted: true,
          singleEvents: true,
          maxResults: PAGE,
          ...(pageToken === undefined ? {} : { pageToken }),
        };
        // A calendar that somebody has deleted has no events: the next invitation makes a new one.
        const page = unlessStatus<EventPage>(
          () => calendarApi().Events.list(calendarId, options),
          [404],
          () => ({}),
        );
        for (const event of page.items ?? []) {
          listed.set(event.id ?? '', event);
          events.push(stateOf(event));
        }
        pageToken = page.nextPageToken;
      } while (pageToken !== undefined);
      return events;
    },

    busy(emails, from, to) {
      const found = new Map<string, Busy[] | 'unknown'>();
      for (const [first, last] of parts(from, to)) {
        for (let at = 0; at < emails.length; at += BUSY_BATCH) {
          const batch = emails.slice(at, at + BUSY_BATCH);
          const { calendars } = calendarApi().Freebusy.query({
            timeMin: zone.toDate(`${first}T00:00`).toISOString(),
            timeMax: zone.toDate(`${addDays(last, 1)}T00:00`).toISOString(),
            timeZone,
            items: batch.map((id) => ({ id })),
          });
          for (const email of batch) {
            const answer = (calendars as Record<string, BusyAnswer | undefined> | undefined)?.[email];
            const known = found.get(email) ?? [];
            if (answer === undefined || (answer.errors ?? []).length > 0 || known === 'unknown')
              found.set(email, 'unknown');
            else
              found.set(email, [
                ...known,
                ...(answer.busy ?? []).map((period) => ({
                  start: zone.toLocal(new Date(period.start ?? 0)),
                  end: zone.toLocal(new Date(period.end ?? 0)),
                })),
              ]);
          }
        }
      }
      return found;
    },
  };
}

/** A question about more than 90 days is refused (`timeRangeTooLong`), so a long window is asked about in parts. */
function parts(from: LocalDate, to: LocalDate): readonly (readonly [LocalDate, LocalDate])[] {
  const pieces: (readonly [LocalDate, LocalDate])[] = [];
  for (let first = from; first <= to; first = addDays(first, BUSY_DAYS)) {
    const last = addDays(first, BUSY_DAYS - 1);
    pieces.push([first, last < to ? last : to]);
  }
  return pieces;
}

const hasVideo = (event: Event): boolean => event.hangoutLink !== undefined || event.conferenceData !== undefined;

/** Calendar may trim a text and write its line ends in its own way. */
function sameText(found: string | undefined, wanted: string): boolean {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
  return plain(found ?? '') === plain(wanted);
}

export const guestOf = ({ email = '', displayName = '' }: GoogleAppsScript.Calendar.Schema.EventAttendee) => ({
  email: email.toLowerCase(),
  name: displayName,
});

const RESPONSES = new Set(['accepted', 'declined', 'tentative']);
