// Guests taken out of events, and texts cleaned: only late actions ask for that.
import type { Calendars } from '../app/ports/calendars';
import { calendarApi } from './advanced';
import { unlessStatus } from './api-error';
import { guestOf } from './calendars';

type Event = GoogleAppsScript.Calendar.Schema.Event;

/** @param listed events by id as this execution has last listed them: they need not be asked for one by one */
export function createEventEraser(listed: ReadonlyMap<string, Event>): Pick<Calendars, 'forget'> {
  return {
    forget(calendarId, eventId, isGuest, clean) {
      const fresh = (): Event => calendarApi().Events.get(calendarId, eventId);
      const take = (event: Event): void => {
        const { attendees = [] } = event;
        const others = attendees.filter((guest) => !isGuest(guestOf(guest)));
        const patch: Event = others.length === attendees.length ? {} : { attendees: others };
        for (const text of ['summary', 'description', 'location'] as const) {
          const cleaned = clean(event[text] ?? '');
          if (cleaned !== (event[text] ?? '')) patch[text] = cleaned;
        }
        if (Object.keys(patch).length === 0) return;
        // Nobody is told: neither the one who asked to be forgotten nor the others. What somebody has answered or written since the event
        // was read is not overwritten: https://developers.google.com/workspace/calendar/api/guides/version-resources
        unlessStatus(
          () => {
            const since = { 'If-Match': event.etag ?? '*' };
            calendarApi().Events.patch(patch, calendarId, eventId, { sendUpdates: 'none' }, since);
          },
          [412],
          () => {
            take(fresh());
          },
        );
      };
      unlessStatus(
        () => {
          take(listed.get(eventId) ?? fresh());
        },
        [404, 410],
        () => undefined,
      );
    },
  };
}
