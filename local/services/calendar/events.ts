// Calendar.Events: creating, reading, changing and cancelling events.
// https://developers.google.com/workspace/calendar/api/v3/reference/events
//
// Scopes (each method's "Authorization" section): insert, patch, update and remove are open to calendar.app.created
// (only for events of calendars the app made), calendar.events.owned, calendar.events and calendar; get, list and
// instances also to the read-only ones. `move` is not open to calendar.app.created.
import { NotEmulated, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { readConference } from './conference';
import { isEventId, mergePatch, readContent, writableFields } from './eventInput';
import type { EventResource } from './eventView';
import { eventEtag, eventResource } from './eventView';
import type { EventsPage } from './list';
import { INSTANCES_OPTIONS, LIST_OPTIONS, listEvents, listInstances } from './list';
import type { SendUpdates } from './notify';
import { announce, sendReply } from './notify';
import type { Json, Options } from './request';
import { CalendarRequest, isJson } from './request';
import type { EventContent, Located, StoredCalendar, StoredEvent } from './state';
import { eventsOn, nextRevision, sameEmail } from './state';

const WRITE_OPTIONS = ['conferenceDataVersion', 'sendNotifications', 'sendUpdates', 'supportsAttachments'];
const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

/** The `Events` collection. */
export class EventsService extends ServiceObject {
  readonly _name = 'Calendar.Events';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/insert */
  insert(resource: EventResource, calendarId: string, optionalArgs?: object): EventResource {
    const request = new CalendarRequest(this.#world, 'calendar.events.insert');
    const options = request.options(optionalArgs, WRITE_OPTIONS);
    const body = request.resource(resource, '2-3');
    const calendar = request.calendar(calendarId, 'writer');
    const { id, iCalUID } = this.#identity(request, calendar, body);
    const content = this.#content(request, withoutNulls(body), options, calendar, undefined);
    const conference = readConference(request, withoutNulls(body), version(options), true, undefined);
    if (content.status === 'cancelled') throw new NotEmulated('Calendar.Events.insert of a cancelled event');
    // Live: "Calendar usage limits exceeded." (403 quotaExceeded), https://support.google.com/a/answer/2905486
    if (this.#world.quotaLeft('calendar.events') < 1)
      throw request.error(403, 'quotaExceeded', 'Calendar usage limits exceeded.', 'usageLimits');
    this.#world.spend('calendar.events', 1, 'calendar');
    const now = this.#world.clock.now();
    const revision = nextRevision(this.#world);
    const event: StoredEvent = {
      ...content,
      ...(conference === undefined ? {} : { conference }),
      id,
      iCalUID,
      creator: this.#world.effectiveUser,
      created: now,
      updated: now,
      sequence: typeof body.sequence === 'number' ? body.sequence : 0,
      born: revision,
      revision,
    };
    calendar.events.push(event);
    announce(this.#world, { calendar, event }, undefined, sendUpdates(options));
    return eventResource({ calendar, event }, calendar);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/get */
  get(calendarId: string, eventId: string, optionalArgs?: object, headers?: object): EventResource {
    const request = new CalendarRequest(this.#world, 'calendar.events.get');
    const options = request.options(optionalArgs, ['timeZone']);
    if (headers !== undefined) throw new NotEmulated('Calendar.Events.get with headers');
    const calendar = request.calendar(calendarId, 'reader');
    return eventResource(find(request, calendar, eventId), calendar, options.string('timeZone'));
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
  list(calendarId: string, optionalArgs?: object): EventsPage {
    const request = new CalendarRequest(this.#world, 'calendar.events.list');
    const options = request.options(optionalArgs, LIST_OPTIONS);
    return listEvents(request, request.calendar(calendarId, 'reader'), options);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/instances */
  instances(calendarId: string, eventId: string, optionalArgs?: object): EventsPage {
    const request = new CalendarRequest(this.#world, 'calendar.events.instances');
    const options = request.options(optionalArgs, INSTANCES_OPTIONS);
    const calendar = request.calendar(calendarId, 'reader');
    return listInstances(request, calendar, find(request, calendar, eventId), options);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/patch */
  patch(
    resource: EventResource,
    calendarId: string,
    eventId: string,
    optionalArgs?: object,
    headers?: object,
  ): EventResource {
    const request = new CalendarRequest(this.#world, 'calendar.events.patch');
    return this.#change(request, resource, calendarId, eventId, optionalArgs, headers, false);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/update */
  update(
    resource: EventResource,
    calendarId: string,
    eventId: string,
    optionalArgs?: object,
    headers?: object,
  ): EventResource {
    const request = new CalendarRequest(this.#world, 'calendar.events.update');
    return this.#change(request, resource, calendarId, eventId, optionalArgs, headers, true);
  }

  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/delete */
  remove(calendarId: string, eventId: string, optionalArgs?: object, headers?: object): void {
    const request = new CalendarRequest(this.#world, 'calendar.events.delete');
    const options = request.options(optionalArgs, ['sendNotifications', 'sendUpdates']);
    const calendar = request.calendar(calendarId, 'writer');
    const located = find(request, calendar, eventId);
    if (located.event.status === 'cancelled') throw request.error(410, 'deleted', 'Resource has been deleted');
    request.checkHeaders(headers, eventEtag(located.event));
    if (located.calendar !== calendar) throw new NotEmulated('Calendar.Events.remove of a guest’s own copy');
    this.#store(located, { ...located.event, status: 'cancelled' }, sendUpdates(options));
  }

  #identity(request: CalendarRequest, calendar: StoredCalendar, body: Json): { id: string; iCalUID: string } {
    const { id = null, iCalUID = null } = body;
    // "only one of them should be supplied at event creation time": the iCalUID field
    if (id !== null && (!isEventId(id) || iCalUID !== null)) throw request.invalid('Invalid resource id value.');
    const own = calendar.events;
    // Deleted events keep their ids: https://developers.google.com/workspace/calendar/api/guides/errors (409)
    if (own.some((event) => event.id === id || event.iCalUID === iCalUID))
      throw request.error(409, 'duplicate', 'The requested identifier already exists.');
    const chosen = id ?? this.#freshId();
    return { id: chosen, iCalUID: typeof iCalUID === 'string' ? iCalUID : `${chosen}@google.com` };
  }

  /** 26 base32hex characters, like Google's. */
  #freshId(): string {
    return [...this.#world.nextId(26)].map((sign) => BASE32HEX[sign.charCodeAt(0) % 32] ?? '').join('');
  }

  #content(
    request: CalendarRequest,
    body: Json,
    options: Options,
    calendar: StoredCalendar,
    before: StoredEvent | undefined,
  ): EventContent {
    const content = readContent(request, body, calendar.timeZone);
    if (!options.flag('supportsAttachments')) {
      if (before?.attachments === undefined) delete content.attachments;
      else content.attachments = before.attachments;
    }
    return content;
  }

  #change(
    request: CalendarRequest,
    resource: unknown,
    calendarId: unknown,
    eventId: unknown,
    optionalArgs: unknown,
    headers: unknown,
    replace: boolean,
  ): EventResource {
    const options = request.options(optionalArgs, WRITE_OPTIONS);
    const body = request.resource(resource, '3-4');
    const calendar = request.calendar(calendarId, 'writer');
    const located = find(request, calendar, eventId);
    const before = located.event;
    request.checkHeaders(headers, eventEtag(before));
    if (typeof body.sequence === 'number' && body.sequence < before.sequence)
      throw request.invalid(
        'Invalid sequence value. The specified sequence number is below the current sequence number of the resource. Re-fetch the resource and use its sequence number on the following request.',
      );
    if (located.calendar !== calendar) return this.#answerAsGuest(located, calendar, body, sendUpdates(options));
    if (before.status === 'cancelled' && !replace && typeof body.status !== 'string')
      throw new NotEmulated('Calendar.Events.patch of a cancelled event without a status');
    const merged = replace ? withoutNulls(body) : mergePatch(writableFields(before), body);
    const content = this.#content(request, merged, options, calendar, before);
    const conference = readConference(request, body, version(options), replace, before.conference);
    const { id, iCalUID, creator, created, updated, sequence, born, revision } = before;
    const after: StoredEvent = {
      ...content,
      ...(conference === undefined ? {} : { conference }),
      ...{ id, iCalUID, creator, created, updated, sequence, born, revision },
    };
    this.#store(located, after, sendUpdates(options));
    return eventResource({ calendar, event: after }, calendar);
  }

  /** Puts the new state in the place of the old and tells the guests. */
  #store({ calendar, event: before }: Located, after: StoredEvent, updates: SendUpdates): void {
    after.updated = this.#world.clock.now();
    after.revision = nextRevision(this.#world);
    if (rescheduled(before, after)) after.sequence = before.sequence + 1;
    calendar.events[calendar.events.indexOf(before)] = after;
    const revived = before.status === 'cancelled' && after.status !== 'cancelled';
    if (before.status === 'cancelled' && after.status === 'cancelled') return;
    announce(this.#world, { calendar, event: after }, revived ? undefined : before, updates);
  }

  /** A guest may change nothing but his or her own answer. */
  #answerAsGuest(located: Located, calendar: StoredCalendar, body: Json, updates: SendUpdates): EventResource {
    const { event } = located;
    const me = event.attendees?.find((guest) => sameEmail(guest.email, calendar.id));
    const list = Array.isArray(body.attendees) ? (body.attendees as unknown[]) : [];
    const answer = list.find((guest) => isJson(guest) && sameEmail(String(guest.email), calendar.id));
    const status = isJson(answer) ? answer.responseStatus : undefined;
    const onlyAnswer = Object.keys(body).every((key) => key === 'attendees');
    if (me === undefined || !onlyAnswer || (status !== 'accepted' && status !== 'declined' && status !== 'tentative'))
      throw new NotEmulated('changing a guest’s copy of an event other than by the guest’s own response');
    me.responseStatus = status;
    event.updated = this.#world.clock.now();
    event.revision = nextRevision(this.#world);
    if (updates === 'all') sendReply(this.#world, located, me);
    return eventResource(located, calendar);
  }
}

/** An event of a calendar by id; guests' copies have the id of the original. */
function find(request: CalendarRequest, calendar: StoredCalendar, eventId: unknown): Located {
  const id = request.text(eventId, '2-3');
  const located = eventsOn(request.world, calendar).find(({ event }) => event.id === id);
  if (located !== undefined) return located;
  if (/_\d{8}(T\d{6}Z)?$/.test(id)) throw new NotEmulated(`${request.method} of one occurrence of a recurring event`);
  throw request.notFound();
}

/** "Sequence number as per iCalendar": grows when guests must look again (RFC 5546, 2.1.4). */
function rescheduled(before: StoredEvent, after: StoredEvent): boolean {
  const core = ({ start, end, recurrence, location, status }: StoredEvent): string =>
    JSON.stringify([start, end, recurrence, location, status]);
  return core(before) !== core(after);
}

function sendUpdates(options: Options): SendUpdates {
  // sendNotifications is the deprecated form of sendUpdates.
  return options.choice('sendUpdates', options.flag('sendNotifications') ? 'all' : 'none', [
    'all',
    'externalOnly',
    'none',
  ]);
}

function version(options: Options): number {
  return options.integer('conferenceDataVersion', 0, 0, 1);
}

function withoutNulls(body: Json): Json {
  return mergePatch({}, body);
}
