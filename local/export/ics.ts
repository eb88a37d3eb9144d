// Events as iCalendar text (RFC 5545): whole calendars for export, and the part of an invitation by mail (RFC 6047).
import type { ICalEvent } from 'ical-generator';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarsView } from '../services/calendar/read';
import { readCalendars } from '../services/calendar/read';
import type { EventResource } from '../services/calendar/eventView';
import { parseDateTime, wallTime } from '../services/calendar/time';
import { World } from '../runtime/world';
import { vtimezone } from './vtimezone';

const PRODUCT = { company: 'Vremya rosta', product: 'Local Workspace', language: 'RU' };

const STATUS: Record<string, ICalAttendeeStatus> = {
  needsAction: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
  tentative: ICalAttendeeStatus.TENTATIVE,
};

/** What an iMIP message asks of its reader. */
export type IcsMethod = 'REQUEST' | 'CANCEL' | 'REPLY';

/**
 * The text/calendar part of a message about one event.
 * @param event as the Calendar API shows it on the organiser's calendar
 * @param at    when the message is made (DTSTAMP), ms
 */
export function eventToIcs(event: EventResource, method: IcsMethod, at: number): string {
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method], timezone: zones() });
  addEvent(calendar.createEvent({ id: uid(event), start: new Date(at), stamp: new Date(at) }), event);
  return `${calendar.toString()}\r\n`;
}

/**
 * A whole calendar; cancelled events are left out. A person's primary calendar also holds the invitations he or she got.
 * @param source the Workspace, or what `readCalendars` gave
 * @throws Error when there is no such calendar
 */
export function calendarToIcs(source: World | CalendarsView, calendarId: string): string {
  const view = source instanceof World ? readCalendars(source) : source;
  const own = view.calendars.find((calendar) => calendar.id === calendarId);
  const person = view.people.find(({ email }) => email === calendarId);
  if (own === undefined && person === undefined) throw new Error(`There is no calendar ${calendarId}.`);
  const invited = (person?.invitations ?? []).flatMap(({ calendarId: organiser, eventId }) =>
    (view.calendars.find(({ id }) => id === organiser)?.events ?? []).filter(({ id }) => id === eventId),
  );
  const calendar = ical({
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
    // The library writes the name as it is.
    name: escapeText(own?.summary ?? calendarId),
    ...(own?.description === undefined ? {} : { description: escapeText(own.description) }),
    timezone: zones(),
  });
  for (const event of [...(own?.events ?? []), ...invited])
    if (event.status !== 'cancelled') {
      const changed = new Date(event.updated ?? 0);
      addEvent(calendar.createEvent({ id: uid(event), start: changed, stamp: changed }), event);
    }
  return `${calendar.toString()}\r\n`;
}

function uid(event: EventResource): string {
  return event.iCalUID ?? `${event.id ?? ''}@google.com`;
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

function zones(): { name: null; generator: (zone: string) => string } {
  return { name: null, generator: vtimezone };
}

function addEvent(target: ICalEvent, event: EventResource): void {
  const { start, end } = event;
  if (start?.date !== undefined && end?.date !== undefined) {
    target
      .allDay(true)
      .start(new Date(`${start.date}T00:00:00Z`))
      .end(new Date(`${end.date}T00:00:00Z`));
  } else {
    target
      .timezone(start?.timeZone ?? 'UTC')
      .start(new ZonedTime(moment(start?.dateTime)))
      .end(new ZonedTime(moment(end?.dateTime)));
  }
  target
    .sequence(event.sequence ?? 0)
    .summary(event.summary ?? '')
    .status(
      event.status === 'cancelled'
        ? ICalEventStatus.CANCELLED
        : event.status === 'tentative'
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
    )
    .transparency(
      event.transparency === 'transparent' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    );
  if (event.description !== undefined) target.description(event.description);
  if (event.location !== undefined) target.location(event.location);
  if (event.recurrence !== undefined) target.repeating(event.recurrence.join('\n'));
  if (event.created !== undefined) target.created(new Date(event.created));
  if (event.updated !== undefined) target.lastModified(new Date(event.updated));
  if (event.hangoutLink !== undefined) target.x('X-GOOGLE-CONFERENCE', event.hangoutLink);
  for (const attachment of event.attachments ?? [])
    if (attachment.fileUrl !== undefined) target.createAttachment(attachment.fileUrl);
  const organiser = event.organizer?.email;
  if (organiser !== undefined) target.organizer({ email: organiser, name: event.organizer?.displayName ?? organiser });
  for (const guest of event.attendees ?? []) {
    const status = STATUS[guest.responseStatus ?? 'needsAction'] ?? ICalAttendeeStatus.NEEDSACTION;
    target.createAttendee({
      email: guest.email ?? '',
      ...(guest.displayName === undefined ? {} : { name: guest.displayName }),
      role: guest.optional === true ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
      status,
      rsvp: true,
    });
  }
}

function moment(dateTime: string | undefined): number {
  const at = dateTime === undefined ? undefined : parseDateTime(dateTime, undefined);
  if (typeof at !== 'number') throw new Error(`An event's time is not RFC 3339: ${String(dateTime)}`);
  return at;
}

/** An instant the library can write in any time zone: it takes Luxon's date-times, of which this is the part it uses. */
class ZonedTime {
  readonly isValid = true;
  readonly zone = { type: 'iana' };
  readonly #at: number;
  readonly #zone: string;
  constructor(at: number, zone = 'UTC') {
    this.#at = at;
    this.#zone = zone;
  }
  setZone(zone = 'UTC'): ZonedTime {
    return new ZonedTime(this.#at, zone);
  }
  toFormat(format: string): string {
    const wall = wallTime(this.#at, this.#zone);
    const two = (value: number): string => String(value).padStart(2, '0');
    if (format === 'yyyyLLdd') return `${String(wall.year).padStart(4, '0')}${two(wall.month)}${two(wall.day)}`;
    if (format === 'HHmmss') return `${two(wall.hour)}${two(wall.minute)}${two(wall.second)}`;
    throw new Error(`Unknown date format ${format}`);
  }
  toJSDate(): Date {
    return new Date(this.#at);
  }
  toJSON(): string {
    return this.toJSDate().toJSON();
  }
}
