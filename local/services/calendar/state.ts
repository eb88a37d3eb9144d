// What the calendar service keeps between executions (plain JSON), and how its calendars and events are found.
import type { World } from '../../runtime/world';

/** A point in time or a whole day, as an event's start or end. */
export type StoredTime = { date: string } | { at: number; timeZone: string };

export type ResponseStatus = 'needsAction' | 'declined' | 'tentative' | 'accepted';

export interface StoredAttendee {
  email: string;
  displayName?: string;
  optional?: boolean;
  responseStatus: ResponseStatus;
  comment?: string;
  additionalGuests?: number;
}

export interface StoredConference {
  requestId: string;
  conferenceId: string;
}

export interface StoredReminders {
  useDefault: boolean;
  overrides?: { method: string; minutes: number }[];
}

export interface StoredAttachment {
  fileUrl: string;
  title?: string;
  mimeType?: string;
  iconLink?: string;
  fileId?: string;
}

/** What a client may write, in normal form. */
export interface EventContent {
  status: 'confirmed' | 'tentative' | 'cancelled';
  summary?: string;
  description?: string;
  location?: string;
  colorId?: string;
  start: StoredTime;
  end: StoredTime;
  recurrence?: string[];
  transparency: 'opaque' | 'transparent';
  visibility: 'default' | 'public' | 'private' | 'confidential';
  attendees?: StoredAttendee[];
  extendedProperties?: { private?: Record<string, string>; shared?: Record<string, string> };
  conference?: StoredConference;
  guestsCanInviteOthers: boolean;
  guestsCanModify: boolean;
  guestsCanSeeOtherGuests: boolean;
  anyoneCanAddSelf: boolean;
  reminders: StoredReminders;
  source?: { url: string; title?: string };
  attachments?: StoredAttachment[];
}

/** An event on the calendar that organises it. Guests' copies are views of it (see `copiesOf`). */
export interface StoredEvent extends EventContent {
  id: string;
  iCalUID: string;
  creator: string;
  created: number;
  updated: number;
  sequence: number;
  /** Position in the history of all changes: orders events, tells sync tokens and etags apart. */
  born: number;
  revision: number;
}

export type Role = 'freeBusyReader' | 'reader' | 'writer' | 'owner';

export interface StoredRule {
  role: Role;
  type: 'default' | 'user' | 'group' | 'domain';
  value?: string;
  revision: number;
}

export interface StoredCalendar {
  id: string;
  summary: string;
  description?: string;
  location?: string;
  timeZone: string;
  owner: string;
  primary: boolean;
  /** Made by the script: the only ones that the scope calendar.app.created shows. */
  ofApp: boolean;
  revision: number;
  rules: StoredRule[];
  events: StoredEvent[];
}

/** A line of a person's calendar list beyond what ownership gives. */
export interface StoredListEntry {
  calendarId: string;
  summaryOverride?: string;
  hidden?: boolean;
  selected?: boolean;
  removed?: boolean;
  revision: number;
}

export interface CalendarState {
  revision: number;
  /** The manifest asks for calendar.app.created and nothing wider: scripts see only calendars they made. */
  onlyOfApp: boolean;
  calendars: StoredCalendar[];
  lists: Record<string, StoredListEntry[]>;
}

/** The service's slice of the world. */
export function calendarState(world: World): CalendarState {
  return world.slice<CalendarState>('calendar', () => ({
    revision: 0,
    onlyOfApp: false,
    calendars: [],
    lists: {},
  }));
}

/** The next position in the history of changes. */
export function nextRevision(world: World): number {
  const state = calendarState(world);
  state.revision += 1;
  return state.revision;
}

export function sameEmail(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** A calendar by its exact id; people's own calendars exist from the first look at them. */
export function findCalendar(world: World, id: string): StoredCalendar | undefined {
  return calendarState(world).calendars.find((calendar) => sameEmail(calendar.id, id));
}

/**
 * A person's primary calendar: its id is the person's e-mail.
 * https://developers.google.com/workspace/calendar/api/concepts/events-calendars
 */
export function primaryOf(world: World, email: string): StoredCalendar {
  const found = findCalendar(world, email);
  if (found !== undefined) return found;
  const calendar: StoredCalendar = {
    id: email,
    summary: email,
    timeZone: world.timeZone,
    owner: email,
    primary: true,
    ofApp: false,
    revision: nextRevision(world),
    rules: [],
    events: [],
  };
  calendarState(world).calendars.push(calendar);
  return calendar;
}

/**
 * Narrows what scripts see to the calendars they made, when no scope but calendar.app.created lets them at events.
 * "Make secondary Google calendars, and see, create, change, and delete events on them"
 * (https://developers.google.com/workspace/calendar/api/auth). Calls from outside an execution are not narrowed.
 * @param scopes the manifest's `oauthScopes`; `undefined`: everything the code needs is granted
 */
export function setCalendarScopes(world: World, scopes: readonly string[] | undefined): void {
  const narrow = [
    'calendar.app.created',
    'calendar.freebusy',
    'calendar.events.freebusy',
    'calendar.settings.readonly',
  ];
  const names = (scopes ?? ['…/auth/calendar']).map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
  calendarState(world).onlyOfApp = !names.some((name) => /^calendar(\.|$)/.test(name) && !narrow.includes(name));
}

/** Whether the running script's scopes show it this calendar at all. */
export function shownToScript(world: World, calendar: StoredCalendar): boolean {
  return world.execution === undefined || calendar.ofApp || !calendarState(world).onlyOfApp;
}

/** A calendar that a person made by hand. Gives its id. */
export function addCalendar(world: World, calendar: { owner: string; summary: string; timeZone?: string }): string {
  const id = `c_${hex(world.nextId(64))}@group.calendar.google.com`;
  calendarState(world).calendars.push({
    timeZone: world.timeZone,
    ...calendar,
    id,
    primary: false,
    ofApp: false,
    revision: nextRevision(world),
    rules: [],
    events: [],
  });
  return id;
}

/** Lower-case hexadecimal digits in the place of an id's letters. */
export function hex(id: string): string {
  return [...id].map((sign) => (sign.charCodeAt(0) % 16).toString(16)).join('');
}

const RANK: Record<Role, number> = { freeBusyReader: 1, reader: 2, writer: 3, owner: 4 };

export function atLeast(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && RANK[role] >= RANK[wanted];
}

/**
 * What `person` may do with a calendar: the owner everything, others what its access rules give; in a Workspace domain
 * colleagues see each other's free/busy by default.
 * https://developers.google.com/workspace/calendar/api/concepts/sharing
 */
export function roleOf(world: World, calendar: StoredCalendar, person: string): Role | undefined {
  if (sameEmail(calendar.owner, person)) return 'owner';
  let best: Role | undefined =
    world.edition === 'workspace' && calendar.primary && domainOf(calendar.owner) === domainOf(person)
      ? 'freeBusyReader'
      : undefined;
  for (const rule of calendar.rules) {
    const applies =
      rule.type === 'default' ||
      (rule.type === 'user' && sameEmail(rule.value ?? '', person)) ||
      (rule.type === 'domain' && (rule.value ?? '').toLowerCase() === domainOf(person));
    if (applies && !atLeast(best, rule.role)) best = rule.role;
  }
  return best;
}

/** An event together with the calendar that organises it. */
export interface Located {
  calendar: StoredCalendar;
  event: StoredEvent;
}

/**
 * Events on other calendars to which `email` is invited: live Calendar keeps a copy of each on the guest's primary
 * calendar (https://developers.google.com/workspace/calendar/api/concepts/inviting-attendees-to-events).
 */
export function copiesOf(world: World, email: string): Located[] {
  const copies: Located[] = [];
  for (const calendar of calendarState(world).calendars) {
    if (sameEmail(calendar.id, email)) continue;
    for (const event of calendar.events)
      if (event.attendees?.some((guest) => sameEmail(guest.email, email))) copies.push({ calendar, event });
  }
  return copies;
}

/** Everything that lies on a calendar: its own events, and on a primary calendar the copies of invitations. */
export function eventsOn(world: World, calendar: StoredCalendar): Located[] {
  const own = calendar.events.map((event) => ({ calendar, event }));
  if (!calendar.primary) return own;
  return [...own, ...copiesOf(world, calendar.id)].sort((a, b) => a.event.born - b.event.born);
}
