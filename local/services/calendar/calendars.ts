// Calendar.Calendars and Calendar.CalendarList: a user's own calendars and the list of those he or she looks at.
// https://developers.google.com/workspace/calendar/api/v3/reference/calendars
// https://developers.google.com/workspace/calendar/api/v3/reference/calendarList
//
// Scopes: with calendar.app.created a script may call Calendars.insert, get, patch, update, remove and
// CalendarList.get, patch, update, remove for calendars the app made; CalendarList.list and insert need calendar,
// calendar.calendarlist (list also calendar.calendarlist.readonly or calendar.readonly).
import { NotEmulated, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import type { Json } from './request';
import { CalendarRequest } from './request';
import type { StoredCalendar, StoredListEntry } from './state';
import { calendarState, findCalendar, hex, nextRevision, primaryOf, roleOf, sameEmail, shownToScript } from './state';
import { isTimeZone } from './time';

export type CalendarResource = GoogleAppsScript.Calendar.Schema.Calendar;
export type ListEntryResource = GoogleAppsScript.Calendar.Schema.CalendarListEntry;
export type CalendarListPage = GoogleAppsScript.Calendar.Schema.CalendarList;

const CONFERENCES = { allowedConferenceSolutionTypes: ['hangoutsMeet'] };

function calendarResource(calendar: StoredCalendar): CalendarResource {
  return {
    kind: 'calendar#calendar',
    etag: `"c${calendar.revision}"`,
    id: calendar.id,
    summary: calendar.summary,
    ...(calendar.description === undefined ? {} : { description: calendar.description }),
    ...(calendar.location === undefined ? {} : { location: calendar.location }),
    timeZone: calendar.timeZone,
    conferenceProperties: structuredClone(CONFERENCES),
  };
}

/** The `Calendars` collection. */
export class CalendarsService extends ServiceObject {
  readonly _name = 'Calendar.Calendars';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendars/get */
  get(calendarId: string): CalendarResource {
    const request = new CalendarRequest(this.#world, 'calendar.calendars.get');
    return calendarResource(request.calendar(calendarId, 'reader'));
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendars/insert */
  insert(resource: CalendarResource): CalendarResource {
    const request = new CalendarRequest(this.#world, 'calendar.calendars.insert');
    const body = request.resource(resource, '1-2');
    const calendar: StoredCalendar = {
      id: `c_${hex(this.#world.nextId(64))}@group.calendar.google.com`,
      summary: title(request, body),
      timeZone: 'UTC',
      owner: this.#world.effectiveUser,
      primary: false,
      ofApp: true,
      revision: nextRevision(this.#world),
      rules: [],
      events: [],
    };
    write(request, calendar, body);
    calendarState(this.#world).calendars.push(calendar);
    return calendarResource(calendar);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendars/patch */
  patch(resource: CalendarResource, calendarId: string, optionalArgs?: object, headers?: object): CalendarResource {
    return this.#change('calendar.calendars.patch', resource, calendarId, optionalArgs, headers, false);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendars/update */
  update(resource: CalendarResource, calendarId: string, optionalArgs?: object, headers?: object): CalendarResource {
    return this.#change('calendar.calendars.update', resource, calendarId, optionalArgs, headers, true);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendars/delete */
  remove(calendarId: string): void {
    const request = new CalendarRequest(this.#world, 'calendar.calendars.delete');
    const calendar = request.calendar(calendarId, 'owner');
    if (calendar.primary) throw new NotEmulated('Calendar.Calendars.remove of a primary calendar');
    if (calendar.events.some((event) => event.status !== 'cancelled' && event.attendees !== undefined))
      throw new NotEmulated('Calendar.Calendars.remove while guests are invited to its events');
    const state = calendarState(this.#world);
    state.calendars = state.calendars.filter((other) => other !== calendar);
  }

  #change(
    method: string,
    resource: unknown,
    calendarId: string,
    optionalArgs: unknown,
    headers: unknown,
    replace: boolean,
  ): CalendarResource {
    const request = new CalendarRequest(this.#world, method);
    request.options(optionalArgs, []);
    const body = request.resource(resource, '2-3');
    const calendar = request.calendar(calendarId, 'owner');
    request.checkHeaders(headers, calendarResource(calendar).etag ?? '');
    if (replace || body.summary !== undefined) calendar.summary = title(request, body);
    if (replace) {
      delete calendar.description;
      delete calendar.location;
    }
    write(request, calendar, body);
    calendar.revision = nextRevision(this.#world);
    return calendarResource(calendar);
  }
}

function title(request: CalendarRequest, body: Json): string {
  if (typeof body.summary !== 'string' || body.summary === '') throw request.required('Missing title.');
  return body.summary;
}

function write(request: CalendarRequest, calendar: StoredCalendar, body: Json): void {
  for (const field of ['description', 'location'] as const) {
    const value = body[field];
    if (value === null) delete calendar[field];
    else if (value !== undefined) calendar[field] = String(value);
  }
  if (body.timeZone != null) {
    const zone = String(body.timeZone);
    if (!isTimeZone(zone)) throw request.invalid('Invalid time zone.');
    calendar.timeZone = zone;
  }
}

/** The `CalendarList` collection: own calendars are on it from the start, others once added. */
export class CalendarListService extends ServiceObject {
  readonly _name = 'Calendar.CalendarList';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/list */
  list(optionalArgs?: object): CalendarListPage {
    const request = new CalendarRequest(this.#world, 'calendar.calendarList.list');
    const options = request.options(optionalArgs, ['maxResults', 'minAccessRole', 'pageToken', 'showHidden']);
    const least = options.choice('minAccessRole', 'freeBusyReader', ['freeBusyReader', 'reader', 'writer', 'owner']);
    const size = options.integer('maxResults', 100, 1, 250);
    const first = Number(options.string('pageToken') ?? '0');
    const me = this.#world.effectiveUser;
    primaryOf(this.#world, me);
    const roles = ['freeBusyReader', 'reader', 'writer', 'owner'];
    const entries = calendarState(this.#world)
      .calendars.map((calendar) => this.#entry(calendar))
      .filter((entry): entry is ListEntryResource => entry !== undefined)
      .filter(({ hidden }) => hidden !== true || options.flag('showHidden'))
      .filter(({ accessRole }) => roles.indexOf(accessRole ?? '') >= roles.indexOf(least));
    return {
      kind: 'calendar#calendarList',
      etag: `"l${calendarState(this.#world).revision}"`,
      ...(first + size < entries.length ? { nextPageToken: String(first + size) } : {}),
      items: entries.slice(first, first + size),
    };
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/get */
  get(calendarId: string): ListEntryResource {
    const request = new CalendarRequest(this.#world, 'calendar.calendarList.get');
    return this.#listed(request, calendarId).entry;
  }

  /** Adds a calendar that somebody shares: https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/insert */
  insert(resource: ListEntryResource, optionalArgs?: object): ListEntryResource {
    const request = new CalendarRequest(this.#world, 'calendar.calendarList.insert');
    request.options(optionalArgs, []);
    const body = request.resource(resource, '1-2');
    const id = String(body.id);
    const calendar = findCalendar(this.#world, id);
    if (calendar === undefined || roleOf(this.#world, calendar, this.#world.effectiveUser) === undefined)
      throw request.notFound();
    const stored = this.#stored(calendar);
    delete stored.removed;
    this.#write(request, stored, body);
    return this.#listed(request, id).entry;
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/patch */
  patch(resource: ListEntryResource, calendarId: string, optionalArgs?: object): ListEntryResource {
    const request = new CalendarRequest(this.#world, 'calendar.calendarList.patch');
    request.options(optionalArgs, []);
    const { calendar } = this.#listed(request, calendarId);
    this.#write(request, this.#stored(calendar), request.resource(resource, '2-3'));
    return this.#listed(request, calendarId).entry;
  }

  /** Takes a calendar off the list: https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/delete */
  remove(calendarId: string): void {
    const request = new CalendarRequest(this.#world, 'calendar.calendarList.delete');
    const { calendar } = this.#listed(request, calendarId);
    if (calendar.primary && sameEmail(calendar.owner, this.#world.effectiveUser))
      throw new NotEmulated('Calendar.CalendarList.remove of the primary calendar');
    this.#stored(calendar).removed = true;
  }

  #listed(request: CalendarRequest, calendarId: string): { calendar: StoredCalendar; entry: ListEntryResource } {
    const me = this.#world.effectiveUser;
    const id = request.text(calendarId, '1-2');
    const calendar = id === 'primary' || sameEmail(id, me) ? primaryOf(this.#world, me) : findCalendar(this.#world, id);
    const entry = calendar === undefined ? undefined : this.#entry(calendar);
    if (calendar === undefined || entry === undefined || !shownToScript(this.#world, calendar))
      throw request.notFound();
    return { calendar, entry };
  }

  #entry(calendar: StoredCalendar): ListEntryResource | undefined {
    const me = this.#world.effectiveUser;
    const role = roleOf(this.#world, calendar, me);
    const own = sameEmail(calendar.owner, me);
    const stored = calendarState(this.#world).lists[me]?.find(({ calendarId }) => calendarId === calendar.id);
    if (role === undefined || stored?.removed === true || (!own && stored === undefined)) return undefined;
    return {
      ...calendarResource(calendar),
      kind: 'calendar#calendarListEntry',
      etag: `"e${calendar.revision}.${stored?.revision ?? 0}"`,
      ...(stored?.summaryOverride === undefined ? {} : { summaryOverride: stored.summaryOverride }),
      ...(stored?.hidden === true ? { hidden: true } : {}),
      ...((stored?.selected ?? own) ? { selected: true } : {}),
      accessRole: role,
      defaultReminders: [],
      ...(calendar.primary && own ? { primary: true } : {}),
    };
  }

  #stored(calendar: StoredCalendar): StoredListEntry {
    const { lists } = calendarState(this.#world);
    const list = (lists[this.#world.effectiveUser] ??= []);
    const found = list.find(({ calendarId }) => calendarId === calendar.id);
    if (found !== undefined) return found;
    const entry: StoredListEntry = { calendarId: calendar.id, revision: nextRevision(this.#world) };
    list.push(entry);
    return entry;
  }

  #write(request: CalendarRequest, stored: StoredListEntry, body: Json): void {
    for (const [field, value] of Object.entries(body)) {
      if (value === undefined || field === 'id') continue;
      if (field === 'summaryOverride' && (typeof value === 'string' || value === null)) {
        if (value === null) delete stored.summaryOverride;
        else stored.summaryOverride = value;
      } else if ((field === 'hidden' || field === 'selected') && typeof value === 'boolean') stored[field] = value;
      else throw new NotEmulated(`${request.method} with the field ${field}`);
    }
    stored.revision = nextRevision(this.#world);
  }
}
