// An event as the Calendar API shows it on one calendar: the organiser's original or a guest's copy.
// https://developers.google.com/workspace/calendar/api/v3/reference/events#resource-representations
import { conferenceResource, meetingLink } from './conference';
import type { Located, StoredAttendee, StoredCalendar, StoredEvent, StoredTime } from './state';
import { sameEmail } from './state';
import { formatInstant, startOfDate } from './time';

export type EventResource = GoogleAppsScript.Calendar.Schema.Event;
type Attendee = GoogleAppsScript.Calendar.Schema.EventAttendee;
type EventTime = GoogleAppsScript.Calendar.Schema.EventDateTime;

/** Changes with every change of the event. */
export function eventEtag(event: StoredEvent): string {
  return `"${event.updated * 2000 + (event.revision % 1000)}"`;
}

/** RFC 3339 in UTC with milliseconds, as `created` and `updated`. */
export function stamp(at: number): string {
  return new Date(at).toISOString();
}

/** When a start or end is, in ms; whole days begin at midnight of `zone`. */
export function instant(time: StoredTime, zone: string): number {
  return 'date' in time ? startOfDate(time.date, zone) : time.at;
}

/**
 * @param shownOn the calendar on which it is looked at
 * @param zone    time zone of the answer (default: that calendar's)
 */
export function eventResource({ calendar, event }: Located, shownOn: StoredCalendar, zone?: string): EventResource {
  const copy = calendar !== shownOn;
  const head = { kind: 'calendar#event', etag: eventEtag(event), id: event.id, status: event.status };
  // "Deleted events are only guaranteed to have the id field populated. On the organizer's calendar, cancelled events
  // continue to expose event details … so that they can be restored (undeleted)."
  if (copy && event.status === 'cancelled') return head;
  const time = (value: StoredTime): EventTime =>
    'date' in value
      ? { date: value.date }
      : { dateTime: formatInstant(value.at, zone ?? shownOn.timeZone), timeZone: value.timeZone };
  const shared = event.extendedProperties?.shared;
  const properties = copy ? (shared === undefined ? undefined : { shared }) : event.extendedProperties;
  return {
    ...head,
    htmlLink: htmlLink(event.id, shownOn.id),
    created: stamp(Math.floor(event.created / 1000) * 1000),
    updated: stamp(event.updated),
    ...given('summary', event.summary),
    ...given('description', event.description),
    ...given('location', event.location),
    ...given('colorId', event.colorId),
    creator: { email: event.creator, ...(sameEmail(event.creator, shownOn.id) ? { self: true } : {}) },
    organizer: {
      email: calendar.id,
      ...(calendar.primary ? {} : { displayName: calendar.summary }),
      ...(copy ? {} : { self: true }),
    },
    start: time(event.start),
    end: time(event.end),
    ...given('recurrence', event.recurrence?.slice()),
    ...given('transparency', event.transparency === 'opaque' ? undefined : event.transparency),
    ...given('visibility', event.visibility === 'default' ? undefined : event.visibility),
    iCalUID: event.iCalUID,
    sequence: event.sequence,
    ...given('attendees', attendees(event, calendar, shownOn)),
    ...given('extendedProperties', properties === undefined ? undefined : structuredClone(properties)),
    ...given('hangoutLink', event.conference === undefined ? undefined : meetingLink(event.conference)),
    ...given('conferenceData', event.conference === undefined ? undefined : conferenceResource(event.conference)),
    ...given('anyoneCanAddSelf', event.anyoneCanAddSelf ? true : undefined),
    ...given('guestsCanInviteOthers', event.guestsCanInviteOthers ? undefined : false),
    ...given('guestsCanModify', event.guestsCanModify ? true : undefined),
    ...given('guestsCanSeeOtherGuests', event.guestsCanSeeOtherGuests ? undefined : false),
    reminders: copy ? { useDefault: true } : structuredClone(event.reminders),
    ...given('source', copy || event.source === undefined ? undefined : { ...event.source }),
    ...given(
      'attachments',
      event.attachments?.map((attachment) => ({ ...attachment })),
    ),
    eventType: 'default',
  };
}

function attendees(event: StoredEvent, calendar: StoredCalendar, shownOn: StoredCalendar): Attendee[] | undefined {
  const hidden = calendar !== shownOn && !event.guestsCanSeeOtherGuests;
  return event.attendees
    ?.filter((guest) => !hidden || sameEmail(guest.email, shownOn.id))
    .map((guest) => attendee(guest, calendar, shownOn));
}

function attendee(guest: StoredAttendee, calendar: StoredCalendar, shownOn: StoredCalendar): Attendee {
  return {
    ...guest,
    ...(sameEmail(guest.email, calendar.id) ? { organizer: true } : {}),
    ...(sameEmail(guest.email, shownOn.id) ? { self: true } : {}),
  };
}

/** The page of an event: the event's and the calendar's id in one token. */
function htmlLink(eventId: string, calendarId: string): string {
  return `https://www.google.com/calendar/event?eid=${Buffer.from(`${eventId} ${calendarId}`).toString('base64url')}`;
}

/** A field only when there is something to show. */
function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
