// What guests are told by mail about an event: iMIP messages (RFC 6047) in the outbox, worded as Google Calendar does.
// https://developers.google.com/workspace/calendar/api/v3/reference/events/insert (sendUpdates)
import type { MailRecord, World } from '../../runtime/world';
import type { IcsMethod } from '../../export/ics';
import { eventToIcs } from '../../export/ics';
import { meetingLink } from './conference';
import { eventResource } from './eventView';
import type { Located, ResponseStatus, StoredAttendee, StoredEvent, StoredTime } from './state';
import { domainOf, sameEmail } from './state';

export type SendUpdates = 'all' | 'externalOnly' | 'none';

type Kind = 'invitation' | 'update' | 'cancellation';

interface Words {
  subject: Record<Kind | Exclude<ResponseStatus, 'needsAction'>, string>;
  opening: Record<Kind | Exclude<ResponseStatus, 'needsAction'>, string>;
  untitled: string;
  when: string;
  where: string;
  video: string;
  organiser: string;
  guests: string;
}

const RUSSIAN: Words = {
  subject: {
    invitation: 'Приглашение',
    update: 'Обновленное приглашение',
    cancellation: 'Отменено',
    accepted: 'Принято',
    declined: 'Отклонено',
    tentative: 'Под вопросом',
  },
  opening: {
    invitation: 'Вас приглашают на мероприятие',
    update: 'Мероприятие изменено',
    cancellation: 'Мероприятие отменено',
    accepted: 'приглашение принято',
    declined: 'приглашение отклонено',
    tentative: 'ответ «возможно»',
  },
  untitled: '(Без названия)',
  when: 'Когда',
  where: 'Где',
  video: 'Видеовстреча',
  organiser: 'Организатор',
  guests: 'Участники',
};

const ENGLISH: Words = {
  subject: {
    invitation: 'Invitation',
    update: 'Updated invitation',
    cancellation: 'Canceled event',
    accepted: 'Accepted',
    declined: 'Declined',
    tentative: 'Tentatively Accepted',
  },
  opening: {
    invitation: 'You have been invited to an event',
    update: 'This event has been updated',
    cancellation: 'This event has been canceled',
    accepted: 'has accepted this invitation',
    declined: 'has declined this invitation',
    tentative: 'has replied “maybe” to this invitation',
  },
  untitled: '(No title)',
  when: 'When',
  where: 'Where',
  video: 'Video call',
  organiser: 'Organizer',
  guests: 'Guests',
};

function words(world: World): Words {
  return world.locale.startsWith('ru') ? RUSSIAN : ENGLISH;
}

/**
 * Tells the guests of a change, once each and only what concerns them: new guests are invited, removed ones are told it
 * is cancelled for them, the others hear of it when something they see has changed. The acting user is not told.
 * @param before the event as it was; `undefined` when it is new or was revived
 */
export function announce(
  world: World,
  after: Located,
  before: StoredEvent | undefined,
  sendUpdates: SendUpdates,
): void {
  if (sendUpdates === 'none') return;
  const { calendar, event } = after;
  const told = (guest: StoredAttendee): boolean =>
    !sameEmail(guest.email, world.effectiveUser) &&
    !sameEmail(guest.email, calendar.id) &&
    (sendUpdates === 'all' || isExternal(world, guest.email));
  const guests = event.attendees ?? [];
  const old = before?.attendees ?? [];
  const changed = before !== undefined && matters(before, event);
  const known = new Map<Kind, Said>();
  for (const guest of guests.filter(told)) {
    if (event.status === 'cancelled') send(world, after, guest, 'cancellation', known);
    else if (!old.some((other) => sameEmail(other.email, guest.email))) send(world, after, guest, 'invitation', known);
    else if (changed) send(world, after, guest, 'update', known);
  }
  for (const guest of old.filter(told))
    if (!guests.some((other) => sameEmail(other.email, guest.email)))
      send(
        world,
        { calendar, event: { ...event, status: 'cancelled', attendees: [guest] } },
        guest,
        'cancellation',
        new Map<Kind, Said>(),
      );
}

/** Whether a person's calendar is not a Google one, as far as this world knows: outside the domain and not Gmail. */
function isExternal(world: World, email: string): boolean {
  const domain = domainOf(email);
  return domain !== domainOf(world.user) && domain !== 'gmail.com' && domain !== 'googlemail.com';
}

/** Whether guests would see a difference: title, text, place, time, meeting or materials. */
function matters(before: StoredEvent, after: StoredEvent): boolean {
  const seen = (event: StoredEvent): string =>
    JSON.stringify([
      event.status,
      event.summary,
      event.description,
      event.location,
      event.start,
      event.end,
      event.recurrence,
      event.conference?.conferenceId,
      event.attachments?.map(({ fileUrl }) => fileUrl),
    ]);
  return seen(before) !== seen(after);
}

/** What a notice says, whoever gets it. */
interface Said {
  readonly subject: string;
  readonly text: string;
  readonly ics: string;
}

/** @param known what this event's notices of each kind say: guests who see the same event are told the same, worded once */
function send(
  world: World,
  { calendar, event }: Located,
  guest: StoredAttendee,
  kind: Kind,
  known: Map<Kind, Said>,
): MailRecord {
  const said = known.get(kind) ?? saidTo(world, { calendar, event }, guest, kind);
  if (event.guestsCanSeeOtherGuests) known.set(kind, said);
  return world.post({
    kind,
    from: world.effectiveUser,
    replyTo: world.effectiveUser,
    to: [guest.email],
    cc: [],
    bcc: [],
    subject: `${said.subject} (${guest.email})`,
    text: said.text,
    ics: said.ics,
    attachments: [],
  });
}

function saidTo(world: World, { calendar, event }: Located, guest: StoredAttendee, kind: Kind): Said {
  const method: IcsMethod = kind === 'cancellation' ? 'CANCEL' : 'REQUEST';
  const text = words(world);
  const shown = event.guestsCanSeeOtherGuests ? event : { ...event, attendees: [guest] };
  const summary = event.summary ?? text.untitled;
  return {
    subject: `${text.subject[kind]}: ${summary} – ${when(world, event)}`,
    text: body(world, { calendar, event: shown }, `${text.opening[kind]}: ${summary}`),
    ics: eventToIcs(eventResource({ calendar, event: shown }, calendar), method, world.clock.now()),
  };
}

/** A guest's answer, in the mailbox of whoever made the event. */
export function sendReply(world: World, { calendar, event }: Located, guest: StoredAttendee): MailRecord | undefined {
  if (guest.responseStatus === 'needsAction') return undefined;
  const text = words(world);
  const shown = { ...event, attendees: [guest] };
  const summary = event.summary ?? text.untitled;
  return world.post({
    kind: 'reply',
    from: guest.email,
    ...(guest.displayName === undefined ? {} : { fromName: guest.displayName }),
    to: [event.creator],
    cc: [],
    bcc: [],
    subject: `${text.subject[guest.responseStatus]}: ${summary} – ${when(world, event)} (${guest.email})`,
    text: body(
      world,
      { calendar, event: shown },
      `${guest.displayName ?? guest.email}: ${text.opening[guest.responseStatus]}`,
    ),
    ics: eventToIcs(eventResource({ calendar, event: shown }, calendar), 'REPLY', world.clock.now()),
    attachments: [],
  });
}

function body(world: World, { calendar, event }: Located, opening: string): string {
  const text = words(world);
  const lines = [opening, '', `${text.when}: ${when(world, event)}`];
  if (event.location !== undefined) lines.push(`${text.where}: ${event.location}`);
  if (event.conference !== undefined) lines.push(`${text.video}: ${meetingLink(event.conference)}`);
  lines.push(`${text.organiser}: ${calendar.primary ? calendar.id : `${calendar.summary} (${event.creator})`}`);
  const guests = event.attendees ?? [];
  if (guests.length > 0)
    lines.push(`${text.guests}: ${guests.map((guest) => guest.displayName ?? guest.email).join(', ')}`);
  if (event.description !== undefined) lines.push('', event.description);
  return `${lines.join('\n')}\n`;
}

/** Making a formatter takes far longer than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** The event's time in its own zone: `вт, 1 сент. 2026 г. 15:00 – 16:30 (GMT+7)`. */
function when(world: World, event: StoredEvent): string {
  const locale = world.locale.replace('_', '-');
  const zone = 'date' in event.start ? 'UTC' : event.start.timeZone;
  const format = (time: StoredTime, options: Intl.DateTimeFormatOptions): string =>
    formatter(locale, { timeZone: zone, ...options }).format(
      'date' in time ? new Date(`${time.date}T00:00:00Z`) : time.at,
    );
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const first = format(event.start, day);
  if ('date' in event.start) return first;
  const last = format(event.end, day);
  const offset = formatter('en-US', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(event.start.at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const until = last === first ? format(event.end, clock) : `${last} ${format(event.end, clock)}`;
  return `${first} ${format(event.start, clock)} – ${until} (${offset ?? zone})`;
}
