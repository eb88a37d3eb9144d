// Reads the event resource a script sends into normal form, refusing what the Calendar API refuses.
// https://developers.google.com/workspace/calendar/api/v3/reference/events
import { NotEmulated } from '../../runtime/service';
import type { CalendarRequest, Json } from './request';
import { isJson } from './request';
import type {
  EventContent,
  ResponseStatus,
  StoredAttachment,
  StoredAttendee,
  StoredReminders,
  StoredTime,
} from './state';
import { sameEmail } from './state';
import { formatInstant, isDate, isTimeZone, parseDateTime, startOfDate } from './time';

/** "characters allowed in the ID are those used in base32hex encoding … length between 5 and 1024": the `id` field. */
const EVENT_ID = /^[a-v0-9]{5,1024}$/;
const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;
const RESPONSES: readonly ResponseStatus[] = ['needsAction', 'declined', 'tentative', 'accepted'];
const UNKNOWN_FIELDS = [
  'gadget',
  'workingLocationProperties',
  'outOfOfficeProperties',
  'focusTimeProperties',
  'birthdayProperties',
  'eventLabelId',
  'endTimeUnspecified',
  'attendeesOmitted',
];
const MOST_GUESTS = 200;
const KEY_LENGTH = 44;
const VALUE_LENGTH = 1024;

/** Whether a client may choose this event id. */
export function isEventId(id: unknown): id is string {
  return typeof id === 'string' && EVENT_ID.test(id);
}

/** Whether this can be a guest's address. */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/**
 * Patch semantics: objects merge, arrays and values replace, null clears.
 * https://developers.google.com/workspace/calendar/api/guides/performance#patch
 */
export function mergePatch(base: Json, patch: Json): Json {
  const merged: Json = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const old = merged[key];
    if (value === null) delete merged[key];
    else if (value !== undefined) merged[key] = isJson(value) ? mergePatch(isJson(old) ? old : {}, value) : value;
  }
  return merged;
}

/** The writable fields of an event in the API's own form: what a patch is merged into. */
export function writableFields(content: EventContent): Json {
  const time = (value: StoredTime): Json =>
    'date' in value
      ? { date: value.date }
      : { dateTime: formatInstant(value.at, value.timeZone), timeZone: value.timeZone };
  const fields = { ...content, start: time(content.start), end: time(content.end) };
  delete fields.conference;
  return JSON.parse(JSON.stringify(fields)) as Json;
}

/**
 * Normalises a whole resource. Conference data is not read here (see `conference.ts`).
 * @param calendarZone zone assumed for an event that names none
 */
export function readContent(request: CalendarRequest, resource: Json, calendarZone: string): EventContent {
  for (const field of UNKNOWN_FIELDS)
    if (resource[field] !== undefined && resource[field] !== null)
      throw new NotEmulated(`${request.method} with the field ${field}`);
  if (resource.eventType !== undefined && resource.eventType !== null && resource.eventType !== 'default')
    throw new NotEmulated(`${request.method} of an event of type ${String(resource.eventType)}`);
  const recurrence = readRecurrence(request, resource.recurrence);
  // Live looks at the end first: a resource with neither is told "Missing end time."
  const end = readTime(request, resource.end, 'end', calendarZone, false);
  const start = readTime(request, resource.start, 'start', calendarZone, recurrence !== undefined);
  checkRange(request, start, end, calendarZone);
  const attendees = readAttendees(request, resource.attendees);
  const extendedProperties = readProperties(request, resource.extendedProperties);
  const source = isJson(resource.source) && typeof resource.source.url === 'string' ? resource.source : undefined;
  const attachments = readAttachments(request, resource.attachments);
  return {
    status: choice(request, resource, 'status', 'confirmed', ['confirmed', 'tentative', 'cancelled']),
    ...texts(request, resource, ['summary', 'description', 'location', 'colorId']),
    start,
    end,
    ...(recurrence === undefined ? {} : { recurrence }),
    transparency: choice(request, resource, 'transparency', 'opaque', ['opaque', 'transparent']),
    visibility: choice(request, resource, 'visibility', 'default', ['default', 'public', 'private', 'confidential']),
    ...(attendees === undefined ? {} : { attendees }),
    ...(extendedProperties === undefined ? {} : { extendedProperties }),
    guestsCanInviteOthers: resource.guestsCanInviteOthers !== false,
    guestsCanModify: resource.guestsCanModify === true,
    guestsCanSeeOtherGuests: resource.guestsCanSeeOtherGuests !== false,
    anyoneCanAddSelf: resource.anyoneCanAddSelf === true,
    reminders: readReminders(request, resource.reminders),
    ...(source === undefined
      ? {}
      : { source: { url: String(source.url), ...(source.title == null ? {} : { title: String(source.title) }) } }),
    ...(attachments === undefined ? {} : { attachments }),
  };
}

function choice<const T extends string>(
  request: CalendarRequest,
  resource: Json,
  field: string,
  standard: T,
  allowed: readonly T[],
): T {
  const value = resource[field];
  if (value === undefined || value === null) return standard;
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw request.invalid(`Invalid value for: ${field}`);
  return found;
}

function texts<const K extends string>(
  request: CalendarRequest,
  resource: Json,
  fields: readonly K[],
): Partial<Record<K, string>> {
  const read: Partial<Record<K, string>> = {};
  for (const field of fields) {
    const value = resource[field];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') throw request.invalid(`Invalid value for: ${field}`);
    read[field] = String(value);
  }
  return read;
}

function readTime(
  request: CalendarRequest,
  value: unknown,
  which: 'start' | 'end',
  calendarZone: string,
  zoneNeeded: boolean,
): StoredTime {
  if (!isJson(value)) throw request.required(`Missing ${which} time.`);
  const { date = null, dateTime = null, timeZone = null } = value;
  if (date !== null && dateTime !== null) throw request.invalid(`Invalid ${which} time.`);
  if (date !== null) {
    if (typeof date !== 'string' || !isDate(date)) throw request.badRequest();
    return { date };
  }
  if (dateTime === null) throw request.required(`Missing ${which} time.`);
  if (timeZone !== null && (typeof timeZone !== 'string' || !isTimeZone(timeZone)))
    throw request.invalid(`Invalid time zone definition for ${which} time.`);
  const at = typeof dateTime === 'string' ? parseDateTime(dateTime, timeZone ?? undefined) : undefined;
  if (at === undefined) throw request.badRequest();
  if (at === 'zoneless' || (zoneNeeded && timeZone === null))
    throw request.required(`Missing time zone definition for ${which} time.`);
  return { at, timeZone: timeZone ?? calendarZone };
}

function checkRange(request: CalendarRequest, start: StoredTime, end: StoredTime, calendarZone: string): void {
  if ('date' in start !== 'date' in end)
    throw request.invalid('Start and end times must either both be date or both be dateTime.');
  if ('date' in start && 'date' in end && start.date === end.date)
    throw new NotEmulated(`${request.method} of an all-day event that ends on its first day (the end is exclusive)`);
  if (endOf(end, calendarZone) < endOf(start, calendarZone)) throw request.emptyRange();
}

function endOf(time: StoredTime, zone: string): number {
  return 'date' in time ? startOfDate(time.date, zone) : time.at;
}

function readRecurrence(request: CalendarRequest, value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw request.invalid('Invalid value for: recurrence');
  const lines = (value as unknown[]).map(String);
  if (lines.length === 0) return undefined;
  for (const line of lines)
    if (!/^(RRULE|EXRULE|RDATE|EXDATE)[:;]/.test(line)) throw request.invalid('Invalid recurrence rule.');
  return lines;
}

function readAttendees(request: CalendarRequest, value: unknown): StoredAttendee[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw request.invalid('Invalid value for: attendees');
  const guests: StoredAttendee[] = [];
  for (const item of value as unknown[]) {
    const guest = isJson(item) ? item : {};
    const email = guest.email;
    if (typeof email !== 'string' || email === '') throw request.required('Missing attendee email.');
    if (!isEmail(email)) throw request.invalid('Invalid attendee email.');
    if (guests.some((other) => sameEmail(other.email, email)))
      throw new NotEmulated(`${request.method} with the same attendee twice`);
    if (guest.resource === true) throw new NotEmulated(`${request.method} with a room or resource`);
    const status = choice(request, guest, 'responseStatus', 'needsAction', RESPONSES);
    guests.push({
      email,
      ...texts(request, guest, ['displayName', 'comment']),
      ...(guest.optional === true ? { optional: true } : {}),
      responseStatus: status,
      ...(typeof guest.additionalGuests === 'number' && guest.additionalGuests > 0
        ? { additionalGuests: guest.additionalGuests }
        : {}),
    });
  }
  if (guests.length > MOST_GUESTS) throw new NotEmulated(`${request.method} with more than ${MOST_GUESTS} attendees`);
  return guests.length === 0 ? undefined : guests;
}

/** "longer keys will be silently dropped", "longer values will be silently truncated": guides/extended-properties. */
function readProperties(request: CalendarRequest, value: unknown): EventContent['extendedProperties'] {
  if (!isJson(value)) return undefined;
  const read: NonNullable<EventContent['extendedProperties']> = {};
  for (const scope of ['private', 'shared'] as const) {
    const given = value[scope];
    if (!isJson(given)) continue;
    const kept: Record<string, string> = {};
    for (const [key, item] of Object.entries(given)) {
      if (item === null || item === undefined) continue;
      if (typeof item === 'object') throw request.invalid(`Invalid value for: extendedProperties.${scope}`);
      if (key.length <= KEY_LENGTH) kept[key] = String(item).slice(0, VALUE_LENGTH);
    }
    if (Object.keys(kept).length > 0) read[scope] = kept;
  }
  return Object.keys(read).length === 0 ? undefined : read;
}

function readReminders(request: CalendarRequest, value: unknown): StoredReminders {
  if (!isJson(value)) return { useDefault: true };
  const list = Array.isArray(value.overrides) ? (value.overrides as unknown[]) : [];
  const overrides = list.map((item) => {
    const reminder = isJson(item) ? item : {};
    const minutes = reminder.minutes;
    if (reminder.method !== 'email' && reminder.method !== 'popup')
      throw request.invalid('Invalid value for: reminders.overrides.method');
    // "Valid values are between 0 and 40320 (4 weeks in minutes)."
    if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 0 || minutes > 40_320)
      throw request.invalid('Invalid value for: reminders.overrides.minutes');
    return { method: reminder.method, minutes };
  });
  if (overrides.length > 5) throw new NotEmulated(`${request.method} with more than five reminders`);
  if (value.useDefault === true && overrides.length > 0)
    throw request.error(
      400,
      'cannotUseDefaultRemindersAndSpecifyOverride',
      'Cannot specify both default reminders and overrides at the same time.',
      'calendar',
    );
  return { useDefault: value.useDefault === true, ...(overrides.length === 0 ? {} : { overrides }) };
}

function readAttachments(request: CalendarRequest, value: unknown): StoredAttachment[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (value.length > 25) throw new NotEmulated(`${request.method} with more than 25 attachments`);
  return (value as unknown[]).map((item) => {
    const attachment = isJson(item) ? item : {};
    if (typeof attachment.fileUrl !== 'string') throw request.required('Required');
    const fileId = /\/d\/([\w-]{10,})|[?&]id=([\w-]{10,})/.exec(attachment.fileUrl);
    const id = fileId?.[1] ?? fileId?.[2];
    return {
      fileUrl: attachment.fileUrl,
      ...texts(request, attachment, ['title', 'mimeType', 'iconLink']),
      ...(id === undefined ? {} : { fileId: id }),
    };
  });
}
