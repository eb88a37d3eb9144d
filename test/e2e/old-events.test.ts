// Guests and names go out of events without asking for what a list has just told, and without overwriting what came in between.
import type { ServiceCall } from '../../local/index';
import type { Desk } from './desk';
import { invited, PEOPLE } from './school';
import { DAY, deskAt } from './workspace';

const isOf = ({ service, method, execution }: ServiceCall, wanted: string): boolean =>
  execution !== 0 && `${service}.${method}` === `Calendar.Events.${wanted}`;

const callsOf = (desk: Desk, since: number, wanted: string): number =>
  desk.workspace.calls.slice(since).filter((call) => isOf(call, wanted)).length;

function guestsLeft(desk: Desk): readonly string[] {
  const events = JSON.stringify(desk.standingEvents());
  return Object.values(PEOPLE).flatMap(({ email }) => (events.includes(email) ? [email] : []));
}

it('old events lose their guests by one call each, as the list has told what stands in them', () => {
  const desk = deskAt(invited);
  desk.set('retentionMonths', '6');
  desk.sleep(250 * DAY);
  const since = desk.workspace.calls.length;
  desk.press('eraseOld');
  expect(guestsLeft(desk)).toEqual([]);
  expect(callsOf(desk, since, 'patch')).toBe(desk.standingEvents().length);
  expect(callsOf(desk, since, 'get')).toBe(0);
});

it('a person goes out of events by one call each', () => {
  const desk = deskAt(invited);
  const { email, code } = PEOPLE.wind;
  const theirs = desk.standingEvents().filter((event) => JSON.stringify(event).includes(email)).length;
  expect(theirs).toBeGreaterThan(0);
  const since = desk.workspace.calls.length;
  desk.press('erasePerson', { person: code, reason: 'ended' });
  expect(guestsLeft(desk)).not.toContain(email);
  expect([callsOf(desk, since, 'patch'), callsOf(desk, since, 'get')]).toEqual([theirs, 0]);
});

it('what another guest answers after the list was read is kept: such an event is read anew', () => {
  let answered: string | undefined;
  const { wind } = PEOPLE;
  const desk: Desk = deskAt(invited, {
    faults: (call) => {
      if (!isOf(call, 'patch') || answered !== undefined) return undefined;
      const event = desk.standingEvents().find(({ id }) => id === call.args[2]);
      answered = event?.attendees?.find(({ email }) => email !== wind.email)?.email ?? '';
      desk.workspace.respond({ email: answered, eventId: event?.id ?? '', status: 'accepted' });
      return undefined;
    },
  });
  desk.press('erasePerson', { person: wind.code, reason: 'ended' });
  expect(guestsLeft(desk)).not.toContain(wind.email);
  const accepted = desk
    .standingEvents()
    .flatMap(({ attendees = [] }) => attendees.filter(({ responseStatus }) => responseStatus === 'accepted'));
  expect(accepted.map(({ email }) => email)).toEqual([answered]);
});
