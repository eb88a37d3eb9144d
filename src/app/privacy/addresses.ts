// Addresses that a person had before the present one: letters, guests of events and rights to files still bear them.
import { addDays } from '../../domain/local-time';
import { type Person, personFinder } from '../../domain/personal/person';
import { cleanEmail, emailKey } from '../../domain/staff/normalise';
import { ANSWERS, LEDGER, SURVEYS } from '../../workbook/tables';
import { accountOf } from '../account';
import { effectKey } from '../effects';
import type { Ports } from '../ports';
import type { EventState } from '../ports/calendars';
import { INVITE, letterAbout, remindedOn } from '../surveys/plan';
import { CALENDAR } from '../timetable/modules';

/** Events are looked for so many days back and ahead: longer than a programme lasts. */
export const SPAN_DAYS = 1500;

/**
 * Addresses under which the product has known the person, lower case, without the present one. What belongs to somebody else is none.
 * @param person without a name when a namesake bears it; without a code nothing but the present address is known
 * @param others addresses of everybody else on the staff list
 */
export function earlierAddresses(ports: Ports, person: Person, others: readonly string[]): readonly string[] {
  if (person.code === '') return [];
  const taken = new Set([...others, ports.user(), accountOf(ports) ?? '', person.email].map(emailKey));
  const free = (email: string): boolean => email.includes('@') && !taken.has(emailKey(email));
  const found = [...fromAnswers(ports, person), ...fromLedger(ports, person, free), ...fromEvents(ports, person)];
  return [...new Set(found.map(cleanEmail))].filter(free);
}

/** Answers recognised by their address: the staff list had it then. */
function fromAnswers(ports: Ports, person: Person): readonly string[] {
  if (!ports.workbook.has(ANSWERS)) return [];
  const { is } = personFinder({ ...person, name: '', email: '' }, '');
  const { rows, unread } = ports.workbook.read(ANSWERS);
  const known = [...rows, ...unread].filter(({ match, email = '' }) => match === 'email' && email !== '');
  const ofOthers = new Set(known.flatMap(({ teacher = '', email = '' }) => (is(teacher) ? [] : [emailKey(email)])));
  return known.flatMap(({ teacher = '', email = '' }) =>
    is(teacher) && !ofOthers.has(emailKey(email)) ? [email] : [],
  );
}

/**
 * Letters and rights. To whom a letter went is part of its key, with the code, so that the key proves it; a document about the person
 * was opened, and its letter sent, to nobody else.
 */
function fromLedger(ports: Ports, { code }: Person, free: (email: string) => boolean): readonly string[] {
  if (!ports.workbook.has(LEDGER)) return [];
  const { rows } = ports.workbook.read(LEDGER);
  const theirs = new Set(rows.flatMap(({ kind, who, ref }) => (kind === 'document' && who === code ? [ref] : [])));
  const surveys = ports.workbook.has(SURVEYS) ? ports.workbook.read(SURVEYS).rows : [];
  const isLetterTo = (
    email: string,
    row: { readonly key: string; readonly what: string; readonly at: string },
  ): boolean =>
    surveys
      .filter(({ title }) => title === row.what)
      .some((survey) =>
        [INVITE, remindedOn(row.at.slice(0, 10))].some(
          (occasion) =>
            effectKey(ports, 'mail', ...letterAbout(survey.key, { code, email }, occasion, survey.url)) === row.key,
        ),
      );
  return rows.flatMap((row) => {
    if ((row.kind !== 'mail' && row.kind !== 'share') || !free(row.who)) return [];
    return (row.ref !== '' && theirs.has(row.ref)) || (row.kind === 'mail' && isLetterTo(row.who, row))
      ? [row.who]
      : [];
  });
}

/** Guests whom the product invited by the person's name. */
const fromEvents = (ports: Ports, person: Person): readonly string[] => {
  const { is } = personFinder({ ...person, email: '' }, '');
  return programmeEvents(ports).flatMap(({ guests }) => guests.flatMap(({ email, name }) => (is(name) ? [email] : [])));
};

/** The programme's events that stand. One call a page. */
export function programmeEvents(ports: Ports): readonly EventState[] {
  const calendarId = ports.store.get(CALENDAR);
  if (calendarId === undefined) return [];
  const today = ports.clock.today();
  return ports.calendars
    .list(calendarId, addDays(today, -SPAN_DAYS), addDays(today, SPAN_DAYS))
    .filter(({ cancelled }) => !cancelled);
}
