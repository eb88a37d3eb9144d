// What is coming up in a calendar of the product's own, for the card beside Google Calendar.
import type { LocalDateTime } from '../domain/local-time';
import { calendarApi } from './advanced';
import { unlessStatus } from './api-error';

export interface Coming {
  readonly title: string;
  /** Wall clock of the calendar; a whole day has no time. */
  readonly at: LocalDateTime;
  readonly place: string;
  readonly link: string;
  readonly guests: number;
  readonly accepted: number;
}

/** The next events from now on, soonest first; undefined when the calendar is gone or not ours to see. One call. */
export function comingUp(calendarId: string, most: number): readonly Coming[] | undefined {
  const page = unlessStatus<GoogleAppsScript.Calendar.Schema.Events | undefined>(
    () =>
      calendarApi().Events.list(calendarId, {
        timeMin: new Date().toISOString(),
        singleEvents: true,
        orderBy: 'startTime',
        maxResults: most,
      }),
    [403, 404],
    () => undefined,
  );
  return page?.items?.map(({ summary, start, location, htmlLink, attendees = [] }) => ({
    title: summary ?? '',
    at: (start?.dateTime ?? start?.date ?? '').slice(0, 16),
    place: location ?? '',
    link: htmlLink ?? '',
    guests: attendees.length,
    accepted: attendees.filter(({ responseStatus }) => responseStatus === 'accepted').length,
  }));
}
