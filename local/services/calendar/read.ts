// The calendars as anybody outside the service reads them: for the web page, the snapshot and export. Plain JSON.
import type { World } from '../../runtime/world';
import type { EventResource } from './eventView';
import { eventResource } from './eventView';
import type { ResponseStatus } from './state';
import { calendarState } from './state';

export interface CalendarView {
  id: string;
  summary: string;
  description?: string;
  location?: string;
  timeZone: string;
  owner: string;
  primary: boolean;
  /** The events it organises, cancelled ones included, oldest first, in the API's form. */
  events: EventResource[];
}

export interface PersonView {
  email: string;
  /** Events of other calendars to which the person is invited. */
  invitations: { calendarId: string; eventId: string; responseStatus: ResponseStatus }[];
}

export interface CalendarsView {
  calendars: CalendarView[];
  /** Everybody who was ever invited to an event that still exists. */
  people: PersonView[];
}

/** All calendars and who is invited to what. */
export function readCalendars(world: World): CalendarsView {
  const people = new Map<string, PersonView>();
  const calendars = calendarState(world).calendars.map((calendar): CalendarView => {
    for (const event of calendar.events)
      for (const guest of event.attendees ?? []) {
        const email = guest.email.toLowerCase();
        if (email === calendar.id.toLowerCase() || event.status === 'cancelled') continue;
        const person = people.get(email) ?? { email, invitations: [] };
        people.set(email, person);
        person.invitations.push({ calendarId: calendar.id, eventId: event.id, responseStatus: guest.responseStatus });
      }
    return {
      id: calendar.id,
      summary: calendar.summary,
      ...(calendar.description === undefined ? {} : { description: calendar.description }),
      ...(calendar.location === undefined ? {} : { location: calendar.location }),
      timeZone: calendar.timeZone,
      owner: calendar.owner,
      primary: calendar.primary,
      events: calendar.events.map((event) => eventResource({ calendar, event }, calendar)),
    };
  });
  return { calendars, people: [...people.values()] };
}
