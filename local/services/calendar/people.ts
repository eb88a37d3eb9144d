// What people do in their own calendars, without any script: answer invitations, be busy with private things.
import type { World } from '../../runtime/world';
import { sendReply } from './notify';
import type { Located, StoredEvent } from './state';
import { atLeast, calendarState, nextRevision, primaryOf, roleOf, sameEmail } from './state';

/**
 * A guest answers an invitation: the answer shows on the organiser's event, and a reply is mailed.
 * @throws Error when nobody of that address is invited to such an event, or it is cancelled
 */
export function respondToInvitation(
  world: World,
  answer: { email: string; eventId: string; status: 'accepted' | 'declined' | 'tentative' },
): void {
  const located = invited(world, answer.email, answer.eventId);
  if (located === undefined) throw new Error(`${answer.email} is not invited to an event ${answer.eventId}.`);
  const guest = located.event.attendees?.find(({ email }) => sameEmail(email, answer.email));
  if (guest === undefined || guest.responseStatus === answer.status) return;
  guest.responseStatus = answer.status;
  located.event.updated = world.clock.now();
  located.event.revision = nextRevision(world);
  sendReply(world, located, guest);
}

function invited(world: World, email: string, eventId: string): Located | undefined {
  for (const calendar of calendarState(world).calendars)
    for (const event of calendar.events)
      if (
        event.id === eventId &&
        event.status !== 'cancelled' &&
        event.attendees?.some((guest) => sameEmail(guest.email, email))
      )
        return { calendar, event };
  return undefined;
}

/**
 * Gives a person a private event. Free/busy sees it: someone from outside the domain shares his or her free/busy by this.
 * @param busy start and end in ms
 */
export function addBusy(world: World, busy: { email: string; start: number; end: number; summary?: string }): void {
  const { email, start, end, summary } = busy;
  if (!(end > start)) throw new Error('A busy time must end after it starts.');
  const calendar = primaryOf(world, email);
  const revision = nextRevision(world);
  if (!atLeast(roleOf(world, calendar, world.user), 'freeBusyReader'))
    calendar.rules.push({ type: 'default', role: 'freeBusyReader', revision });
  const id = `bus${String(revision).padStart(8, '0')}`;
  const event: StoredEvent = {
    id,
    iCalUID: `${id}@google.com`,
    creator: email,
    created: world.clock.now(),
    updated: world.clock.now(),
    sequence: 0,
    born: revision,
    revision,
    status: 'confirmed',
    ...(summary === undefined ? {} : { summary }),
    start: { at: start, timeZone: calendar.timeZone },
    end: { at: end, timeZone: calendar.timeZone },
    transparency: 'opaque',
    visibility: 'private',
    guestsCanInviteOthers: true,
    guestsCanModify: false,
    guestsCanSeeOtherGuests: true,
    anyoneCanAddSelf: false,
    reminders: { useDefault: true },
  };
  calendar.events.push(event);
}
