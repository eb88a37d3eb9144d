// Calendar.Events.list and instances: filters, order, pages and incremental synchronisation.
// https://developers.google.com/workspace/calendar/api/v3/reference/events/list
import { NotEmulated } from '../../runtime/service';
import type { EventResource } from './eventView';
import { eventResource, instant, stamp } from './eventView';
import { occurrences } from './recurrence';
import type { CalendarRequest, Options } from './request';
import type { Located, StoredCalendar, StoredEvent } from './state';
import { calendarState, eventsOn, roleOf } from './state';
import { formatInstant, isTimeZone, parseDateTime } from './time';

export type EventsPage = GoogleAppsScript.Calendar.Schema.Events;

export const INSTANCES_OPTIONS = ['maxResults', 'pageToken', 'timeMax', 'timeMin', 'timeZone'];
export const LIST_OPTIONS = [
  ...INSTANCES_OPTIONS,
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'showDeleted',
  'singleEvents',
  'syncToken',
  'updatedMin',
];

/** "Incremental sync … can't be combined with" these. */
const NOT_WITH_SYNC = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

interface Shown {
  located: Located;
  resource: EventResource;
  start: number;
}

/** One page of a calendar's events. */
export function listEvents(request: CalendarRequest, calendar: StoredCalendar, options: Options): EventsPage {
  const zone = responseZone(request, calendar, options);
  const { from, to } = window(request, options);
  const single = options.flag('singleEvents');
  const orderBy = options.choice('orderBy', 'none', ['none', 'startTime', 'updated']);
  if (orderBy === 'startTime' && !single)
    throw request.error(400, 'badRequest', 'The requested ordering is not available for the particular query.');
  const since = syncedUpTo(request, options);
  const updatedMin = time(request, options, 'updatedMin');
  const showDeleted = options.flag('showDeleted') || since !== undefined || updatedMin !== undefined;
  const shown: Shown[] = [];
  for (const located of eventsOn(request.world, calendar)) {
    const { event } = located;
    if (event.status === 'cancelled' && !showDeleted) continue;
    if (since !== undefined && event.revision <= since) continue;
    if (updatedMin !== undefined && event.updated < updatedMin) continue;
    if (!fits(event, located, calendar, options)) continue;
    const everything = from === -Infinity && to === Infinity;
    if (event.recurrence !== undefined && single) {
      for (const { start, end } of occurrences(event, calendar.timeZone, from, to))
        shown.push(occurrence(located, calendar, zone, start, end));
    } else if (everything || occurrences(event, calendar.timeZone, from, to).length > 0) {
      const start = instant(event.start, calendar.timeZone);
      shown.push({ located, resource: eventResource(located, calendar, zone), start });
    }
  }
  if (orderBy === 'startTime') shown.sort((a, b) => a.start - b.start);
  if (orderBy === 'updated') shown.sort((a, b) => a.located.event.updated - b.located.event.updated);
  const synchronisable = NOT_WITH_SYNC.every((name) => options.string(name) === undefined);
  return page(request, calendar, options, zone, shown, synchronisable);
}

/** The occurrences of one recurring event. */
export function listInstances(
  request: CalendarRequest,
  calendar: StoredCalendar,
  located: Located,
  options: Options,
): EventsPage {
  const zone = responseZone(request, calendar, options);
  const { from, to } = window(request, options);
  const shown = occurrences(located.event, calendar.timeZone, from, to).map(({ start, end }) =>
    occurrence(located, calendar, zone, start, end),
  );
  return page(request, calendar, options, zone, shown, false);
}

function occurrence(located: Located, calendar: StoredCalendar, zone: string, start: number, end: number): Shown {
  const { event } = located;
  if ('date' in event.start) throw new NotEmulated('the occurrences of a recurring whole-day event');
  const resource = eventResource(located, calendar, zone);
  delete resource.recurrence;
  const at = (when: number): { dateTime: string; timeZone: string } => ({
    dateTime: formatInstant(when, zone),
    timeZone: 'date' in event.start ? zone : event.start.timeZone,
  });
  return {
    located,
    start,
    resource: {
      ...resource,
      id: `${event.id}_${stamp(start).replace(/[-:]|\.\d+/g, '')}`,
      recurringEventId: event.id,
      originalStartTime: at(start),
      start: at(start),
      end: at(end),
    },
  };
}

function fits(event: StoredEvent, { calendar: home }: Located, calendar: StoredCalendar, options: Options): boolean {
  const uid = options.string('iCalUID');
  if (uid !== undefined && event.iCalUID !== uid) return false;
  const own = home === calendar ? event.extendedProperties?.private : undefined;
  if (!hasAll(own, options.strings('privateExtendedProperty'))) return false;
  if (!hasAll(event.extendedProperties?.shared, options.strings('sharedExtendedProperty'))) return false;
  const terms = (options.string('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const guests = (event.attendees ?? []).flatMap(({ email, displayName }) => [email, displayName]);
  const text = [event.summary, event.description, event.location, home.id, home.summary, ...guests]
    .join('\n')
    .toLowerCase();
  return terms.every((term) => text.includes(term));
}

/** Constraints `name=value`; "an event must match all of them". */
function hasAll(properties: Record<string, string> | undefined, constraints: readonly string[]): boolean {
  return constraints.every((constraint) => {
    const cut = constraint.indexOf('=');
    return properties?.[constraint.slice(0, cut)] === constraint.slice(cut + 1);
  });
}

function responseZone(request: CalendarRequest, calendar: StoredCalendar, options: Options): string {
  const zone = options.string('timeZone') ?? calendar.timeZone;
  if (!isTimeZone(zone)) throw request.invalid('Invalid value for: timeZone');
  return zone;
}

function time(request: CalendarRequest, options: Options, name: string): number | undefined {
  const text = options.string(name);
  if (text === undefined) return undefined;
  const at = parseDateTime(text, undefined);
  if (typeof at !== 'number') throw request.badRequest();
  return at;
}

function window(request: CalendarRequest, options: Options): { from: number; to: number } {
  const from = time(request, options, 'timeMin') ?? -Infinity;
  const to = time(request, options, 'timeMax') ?? Infinity;
  if (to <= from) throw request.emptyRange();
  return { from, to };
}

/** The revision a sync token stands for. */
function syncedUpTo(request: CalendarRequest, options: Options): number | undefined {
  const token = options.string('syncToken');
  if (token === undefined) return undefined;
  if (NOT_WITH_SYNC.some((name) => options.string(name) !== undefined)) throw request.badRequest();
  const match = /^sync:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null)
    throw request.error(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.', 'calendar');
  return Number(match[1]);
}

function page(
  request: CalendarRequest,
  calendar: StoredCalendar,
  options: Options,
  zone: string,
  shown: readonly Shown[],
  synchronisable: boolean,
): EventsPage {
  const size = options.integer('maxResults', 250, 1, 2500);
  const token = options.string('pageToken');
  const match = token === undefined ? ['', '0'] : /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null) throw request.invalid('Invalid page token value.');
  const first = Number(match[1]);
  const items = shown.slice(first, first + size).map(({ resource }) => resource);
  const next = first + size < shown.length ? encode(`page:${first + size}`) : undefined;
  const { revision } = calendarState(request.world);
  const updated = Math.max(0, ...shown.map(({ located }) => located.event.updated));
  return {
    kind: 'calendar#events',
    etag: `"p${calendar.revision}.${revision}"`,
    summary: calendar.summary,
    ...(calendar.description === undefined ? {} : { description: calendar.description }),
    ...(updated === 0 ? {} : { updated: stamp(updated) }),
    timeZone: zone,
    accessRole: roleOf(request.world, calendar, request.world.effectiveUser) ?? 'reader',
    defaultReminders: [],
    ...(next === undefined
      ? synchronisable
        ? { nextSyncToken: encode(`sync:${revision}`) }
        : {}
      : { nextPageToken: next }),
    items,
  };
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
