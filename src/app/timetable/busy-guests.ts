// Guests who are to hear of a time for which their calendars have something else.
import type { Clash } from '../../domain/timetable/clashes';
import { type BusyTime, isBusy, withoutOwn } from '../../domain/timetable/module';
import type { Ports } from '../ports';
import type { FoundEvent } from './attendance';
import type { Told } from './changes';
import { peopleOf } from './lesson-people';
import { toldTime } from './modules';
import { placedModule } from './rooms';

/** Calendars that one preview looks into: ten questions, some seconds. */
const MOST_ASKED = 500;

/** Of a module to be told of: those of its guests for whom its time is news. */
interface News {
  readonly told: Told;
  readonly emails: ReadonlySet<string>;
  /** The time at which their invitation stands in their calendars; undefined when they have none. */
  readonly own: BusyTime | undefined;
}

/**
 * @param events of the invited modules
 * @returns their clashes, and of how many guests the calendars were looked into: of the nearest sessions first
 */
export function busyGuests(
  ports: Ports,
  told: readonly Told[],
  events: readonly FoundEvent[],
): { readonly clashes: readonly Clash[]; readonly asked: number; readonly guests: number } {
  const news = newsOf(told, events).sort((one, other) => (dateOf(one) < dateOf(other) ? -1 : 1));
  const dates = new Map<string, string>();
  for (const one of news) for (const email of one.emails) dates.set(email, dateOf(one));
  const guests = [...new Set(news.flatMap(({ emails }) => [...emails]))];
  const asked = guests.slice(0, MOST_ASKED).sort();
  const [first] = news;
  const last = asked.map((email) => dates.get(email) ?? '').reduce((a, b) => (a > b ? a : b), '');
  if (first === undefined || asked.length === 0) return { clashes: [], asked: 0, guests: 0 };
  const busy = ports.calendars.busy(asked, dateOf(first), last);
  const clashes = news.flatMap(({ told: { module }, emails, own }) => {
    const placed = placedModule(module);
    if (placed === undefined) return [];
    const { date, start, end } = placed;
    const known = own === undefined ? busy : withoutOwn(busy, own);
    return peopleOf(module.group).flatMap(({ code, email }): readonly Clash[] =>
      emails.has(email) && isBusy(known, email, date, start, end)
        ? [{ kind: 'busy', modules: [placed.module], date, person: code }]
        : [],
    );
  });
  return { clashes, asked: asked.length, guests: guests.length };
}

const dateOf = ({ told: { module } }: News): string => module.row.date;

/** All guests of a module that is new or has another time; of others those who are not among the guests of its event. */
function newsOf(told: readonly Told[], events: readonly FoundEvent[]): News[] {
  const hasMoved = ({ module: { row }, event }: Told): boolean => {
    const time = toldTime(row);
    return time === undefined || time.start !== event.start || time.end !== event.end;
  };
  const invited = new Map(
    events.map(({ event: { eventId, guests } }) => [eventId, new Set(guests.map(({ email }) => email))]),
  );
  return told.flatMap((one) => {
    const emails = one.event.guests.map(({ email }) => email);
    if (one.kind === 'insert') return [{ told: one, emails: new Set(emails), own: undefined }];
    if (hasMoved(one)) return [{ told: one, emails: new Set(emails), own: toldTime(one.module.row) }];
    const known = invited.get(one.event.eventId);
    // Without its event nothing says who has heard of it.
    const fresh = known === undefined ? [] : emails.filter((email) => !known.has(email.toLowerCase()));
    return fresh.length === 0 ? [] : [{ told: one, emails: new Set(fresh), own: undefined }];
  });
}
