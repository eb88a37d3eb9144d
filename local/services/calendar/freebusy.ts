// Calendar.Freebusy: when people are busy, without saying with what.
// https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query
//
// Scopes: calendar.freebusy, calendar.events.freebusy, calendar.readonly or calendar.
import { NotEmulated, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { isEmail } from './eventInput';
import { stamp } from './eventView';
import { occurrences } from './recurrence';
import { CalendarRequest, isJson } from './request';
import type { Located, StoredCalendar } from './state';
import { atLeast, eventsOn, findCalendar, primaryOf, roleOf, sameEmail } from './state';
import { DAY, formatInstant, isTimeZone, parseDateTime } from './time';

/** "Maximum value is 50." */
const MOST_CALENDARS = 50;
/** Undocumented; live refuses a query longer than about three months with this very text. */
const LONGEST = 90 * DAY;

interface Period {
  start: number;
  end: number;
}

interface CalendarAnswer {
  busy: { start: string; end: string }[];
  errors?: { domain: string; reason: string }[];
}

/** What `Freebusy.query` gives. */
export interface FreeBusyAnswer {
  kind: string;
  timeMin: string;
  timeMax: string;
  calendars: Record<string, CalendarAnswer>;
}

/** The `Freebusy` collection. */
export class FreebusyService extends ServiceObject {
  readonly _name = 'Calendar.Freebusy';
  readonly #world: World;
  constructor(world: World) {
    super();
    this.#world = world;
  }

  /**
   * Busy periods of each calendar, merged and cut to the window. A calendar the user may not see gets an error of its own;
   * so does every calendar when there are too many, and then no period at all is given: an empty list is not "free".
   */
  query(resource: GoogleAppsScript.Calendar.Schema.FreeBusyRequest): FreeBusyAnswer {
    const request = new CalendarRequest(this.#world, 'calendar.freebusy.query');
    const body = request.resource(resource, '1-2');
    if (body.timeMin == null || body.timeMax == null) throw request.required('Required');
    const from = parseDateTime(String(body.timeMin), undefined);
    const to = parseDateTime(String(body.timeMax), undefined);
    if (typeof from !== 'number' || typeof to !== 'number') throw request.badRequest();
    if (to <= from) throw request.emptyRange();
    if (to - from > LONGEST)
      throw request.error(400, 'timeRangeTooLong', 'The requested time range is too long.', 'calendar');
    const zone = body.timeZone == null ? 'UTC' : String(body.timeZone);
    if (!isTimeZone(zone)) throw request.invalid('Invalid value for: timeZone');
    if (body.groupExpansionMax != null) throw new NotEmulated('Calendar.Freebusy.query with groupExpansionMax');
    const most = body.calendarExpansionMax == null ? MOST_CALENDARS : Number(body.calendarExpansionMax);
    if (!(most >= 1 && most <= MOST_CALENDARS))
      throw new NotEmulated(`Calendar.Freebusy.query with calendarExpansionMax ${most}`);
    const items = Array.isArray(body.items) ? (body.items as unknown[]) : [];
    const ids = items.map((item) => (isJson(item) ? String(item.id) : ''));
    const calendars = Object.fromEntries(
      ids.map((id): [string, CalendarAnswer] => [
        id,
        ids.length > most
          ? { errors: [{ domain: 'global', reason: 'tooManyCalendarsRequested' }], busy: [] }
          : this.#answer(id, from, to, zone),
      ]),
    );
    return { kind: 'calendar#freeBusy', timeMin: stamp(from), timeMax: stamp(to), calendars };
  }

  #answer(id: string, from: number, to: number, zone: string): CalendarAnswer {
    const calendar = this.#visible(id);
    if (calendar === undefined) return { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] };
    const busy = merged(
      eventsOn(this.#world, calendar)
        .filter((located) => takesTime(located, calendar))
        .flatMap(({ event }) => occurrences(event, calendar.timeZone, from, to)),
    ).map(({ start, end }) => ({
      start: formatInstant(Math.max(start, from), zone),
      end: formatInstant(Math.min(end, to), zone),
    }));
    return { busy };
  }

  /** Any address of the user's own Workspace domain may be a person's; others only when they share with the user. */
  #visible(id: string): StoredCalendar | undefined {
    const me = this.#world.effectiveUser;
    if (id === 'primary' || sameEmail(id, me)) return primaryOf(this.#world, me);
    const calendar = findCalendar(this.#world, id) ?? (isEmail(id) ? unborn(this.#world, id) : undefined);
    if (calendar === undefined) return undefined;
    return atLeast(roleOf(this.#world, calendar, me), 'freeBusyReader') ? calendar : undefined;
  }
}

/** The primary calendar of somebody who has nothing of his or her own in it yet; looking does not create it. */
function unborn(world: World, email: string): StoredCalendar {
  return {
    id: email,
    summary: email,
    timeZone: world.timeZone,
    owner: email,
    primary: !email.toLowerCase().endsWith('.calendar.google.com'),
    ofApp: false,
    revision: 0,
    rules: [],
    events: [],
  };
}

/** Opaque, not cancelled and, for an invitation, not declined. */
function takesTime({ event }: Located, calendar: StoredCalendar): boolean {
  if (event.status === 'cancelled' || event.transparency === 'transparent') return false;
  const own = event.attendees?.find((guest) => sameEmail(guest.email, calendar.id));
  return own?.responseStatus !== 'declined';
}

function merged(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const { start, end } of periods
    .filter((period) => period.end > period.start)
    .sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
