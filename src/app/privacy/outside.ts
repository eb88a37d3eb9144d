// A person outside the workbook: responses in the forms, guests of events, rights to open files.
import { addDays } from '../../domain/local-time';
import type { PersonFinder } from '../../domain/personal/person';
import { ANSWERS, LEDGER, SURVEYS } from '../../workbook/tables';
import { Ledger } from '../effects';
import type { Ports } from '../ports';
import { CALENDAR } from '../timetable/modules';
import type { Subject } from './subject';

/** Events are looked for so many days back and ahead: longer than a programme lasts. */
const SPAN_DAYS = 1500;
/** Forms gone through between two checkpoints. */
const FORMS_A_STEP = 25;

/** Ids of the person's responses that have been read into «Ответы». */
export const responsesOf = (ports: Ports, finder: PersonFinder): ReadonlySet<string> =>
  new Set(
    ports.workbook
      .read(ANSWERS)
      .rows.filter(({ teacher, email }) => (teacher === '' ? finder.is(email) : finder.is(teacher)))
      .map(({ response }) => response),
  );

export interface FormsDone {
  /** Row of the last survey gone through; undefined when all are. */
  readonly after: number | undefined;
  readonly responses: number;
}

/** Deletes the person's responses from the forms, and mentions of the person from their texts. Rows of «Ответы» must still be there. */
export function forgetResponses(ports: Ports, { person }: Subject, finder: PersonFinder, after: number): FormsDone {
  const theirs = responsesOf(ports, finder);
  const pending = ports.workbook.read(SURVEYS).rows.filter(({ $row, formId }) => $row > after && formId !== '');
  let responses = 0;
  let count = 0;
  for (const { $row, formId } of pending) {
    if (count > 0 && (count >= FORMS_A_STEP || !ports.clock.mayGoOn())) return { after, responses };
    responses +=
      ports.forms.forget(
        formId,
        ({ responseId, email }) => theirs.has(responseId) || (person.email !== '' && email === person.email),
        finder.clean,
      ) ?? 0;
    after = $row;
    count += 1;
  }
  return { after: undefined, responses };
}

/** Ids of the programme's events to which the person is invited, or that name the person. One call a page. */
export function eventsOf(ports: Ports, { person }: Subject, finder: PersonFinder): readonly string[] {
  const calendarId = ports.store.get(CALENDAR);
  if (calendarId === undefined) return [];
  const today = ports.clock.today();
  return ports.calendars
    .list(calendarId, addDays(today, -SPAN_DAYS), addDays(today, SPAN_DAYS))
    .filter(
      ({ cancelled, guests, text }) =>
        !cancelled &&
        ((person.email !== '' && guests.some(({ email }) => email === person.email)) || finder.clean(text) !== text),
    )
    .map(({ eventId }) => eventId);
}

/** Takes the person out of those events, as far as the time suffices. Nobody is told. */
export function forgetEvents(ports: Ports, subject: Subject, finder: PersonFinder): { more: boolean } {
  const calendarId = ports.store.get(CALENDAR) ?? '';
  const events = eventsOf(ports, subject, finder);
  let done = 0;
  for (const eventId of events) {
    if (done > 0 && !ports.clock.mayGoOn()) return { more: true };
    ports.calendars.forget(calendarId, eventId, subject.person.email, finder.clean);
    done += 1;
  }
  return { more: false };
}

/** Takes back the person's rights to files of the product. */
export function forgetRights(ports: Ports, { person }: Subject): void {
  if (person.email === '' || !ports.workbook.has(LEDGER)) return;
  const ledger = new Ledger(ports, '');
  const rights = ports.workbook
    .read(LEDGER)
    .rows.filter(({ kind, state, who }) => kind === 'share' && state === 'done' && who.toLowerCase() === person.email);
  for (const { ref } of rights) ports.files.unshare(ref, person.email);
  ledger.settle(rights.map(({ key }) => ({ key, state: 'undone' as const })));
}
