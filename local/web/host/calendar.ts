// One person's calendar: his or her own calendars and the invitations, as the Calendar API shows them to that person.
import { createCalendarService } from '../../services/calendar';
import { calendarState, copiesOf } from '../../services/calendar/state';
import type { World } from '../../runtime/world';
import type { EventView } from '../contract';

type Resource = GoogleAppsScript.Calendar.Schema.Event;

/** As much of the advanced service as is read here. */
interface Calendars {
  readonly CalendarList: { list(): GoogleAppsScript.Calendar.Schema.CalendarList };
  readonly Events: { list(calendarId: string, options: object): GoogleAppsScript.Calendar.Schema.Events };
}

/** The service, without the gate of an execution: looking costs no virtual time. */
function calendars(world: World): Calendars {
  return createCalendarService(world) as unknown as Calendars;
}

/** Events between two instants (ISO 8601) on every calendar of the person, in order; must run as that person. */
export function eventsOf(world: World, from: string, to: string, person: string): EventView[] {
  const service = calendars(world);
  const views = new Map<string, EventView>();
  for (const { id = '', summary = '' } of service.CalendarList.list().items ?? []) {
    let pageToken: string | undefined;
    do {
      const page = service.Events.list(id, {
        timeMin: from,
        timeMax: to,
        singleEvents: true,
        orderBy: 'startTime',
        maxResults: 2500,
        timeZone: world.timeZone,
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      for (const event of page.items ?? []) {
        const view = eventView(event, summary, person);
        // The organiser's original and the copy of one who is also invited are one event.
        const known = views.get(view.id);
        if (known?.mine === undefined) views.set(view.id, view);
      }
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
  }
  return [...views.values()].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

function eventView(event: Resource, calendar: string, person: string): EventView {
  const guests = (event.attendees ?? []).map(({ email = '', displayName = '', responseStatus = '' }) => ({
    email,
    name: displayName,
    answer: responseStatus,
  }));
  return {
    id: event.id ?? '',
    calendar,
    title: event.summary ?? '',
    text: event.description ?? '',
    place: event.location ?? '',
    start: event.start?.dateTime ?? event.start?.date ?? '',
    end: event.end?.dateTime ?? event.end?.date ?? '',
    organiser: event.organizer?.displayName ?? event.organizer?.email ?? '',
    guests,
    mine: guests.find(({ email }) => email.toLowerCase() === person)?.answer,
    meeting: event.hangoutLink,
  };
}

/** The event with this iCalendar UID, as the person has it on his or her calendars; `undefined` when it is no more. */
export function eventByUid(world: World, uid: string | undefined, person: string): EventView | undefined {
  if (uid === undefined) return undefined;
  const found = calendarState(world)
    .calendars.flatMap(({ events }) => events)
    .find((event) => event.iCalUID === uid && event.status !== 'cancelled');
  if (found === undefined) return undefined;
  const start = 'date' in found.start ? Date.parse(found.start.date) : found.start.at;
  const end = 'date' in found.end ? Date.parse(found.end.date) : found.end.at;
  const day = 86_400_000;
  return eventsOf(world, new Date(start - day).toISOString(), new Date(end + day).toISOString(), person).find(
    ({ id }) => id === found.id,
  );
}

/** Whether the person is invited to the event or has it on a calendar of his or her own. */
export function invitedTo(world: World, person: string, eventId: string): boolean {
  return copiesOf(world, person).some(({ event }) => event.id === eventId && event.status !== 'cancelled');
}
