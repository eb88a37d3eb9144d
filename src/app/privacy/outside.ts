// A person outside the workbook: responses in the forms, guests of events, rights to open files.
import type { PersonFinder } from '../../domain/personal/person';
import { ANSWERS, LEDGER, SURVEYS } from '../../workbook/tables';
import { Ledger } from '../effects';
import type { Ports } from '../ports';
import { CALENDAR } from '../timetable/modules';
import { programmeEvents } from './addresses';
import type { Subject } from './subject';

/** Forms gone through between two checkpoints. */
const FORMS_A_STEP = 25;

/** Ids of the person's responses that have been read into «Ответы», rows that somebody has spoilt among them. */
export function responsesOf(ports: Ports, finder: PersonFinder): ReadonlySet<string> {
  const { rows, unread } = ports.workbook.read(ANSWERS);
  return new Set(
    [...rows, ...unread].flatMap(({ response = '', teacher = '', email = '' }) =>
      response !== '' && (teacher === '' ? finder.is(email) : finder.is(teacher)) ? [response] : [],
    ),
  );
}

/** Every address of the person. */
const addressesOf = ({ person: { email, earlier = [] } }: Subject): readonly string[] =>
  [email, ...earlier].filter((address) => address !== '');

export interface FormsDone {
  /** Row of the last survey gone through; undefined when all are. */
  readonly after: number | undefined;
  readonly responses: number;
}

/** Deletes the person's responses from the forms, and mentions of the person from their texts. Rows of «Ответы» must still be there. */
export function forgetResponses(ports: Ports, subject: Subject, finder: PersonFinder, after: number): FormsDone {
  const theirs = responsesOf(ports, finder);
  const addresses = addressesOf(subject);
  const pending = ports.workbook.read(SURVEYS).rows.filter(({ $row, formId }) => $row > after && formId !== '');
  let responses = 0;
  let count = 0;
  const goesOn = ports.clock.stretch();
  for (const { $row, formId } of pending) {
    if (count > 0 && (count >= FORMS_A_STEP || !goesOn())) return { after, responses };
    responses +=
      ports.forms.forget(formId, ({ responseId, email }) => theirs.has(responseId) || addresses.includes(email), {
        clean: finder.clean,
      }) ?? 0;
    after = $row;
    count += 1;
  }
  return { after: undefined, responses };
}

/** Is the guest the person? By the name too: the address may be somebody else's now. */
const isGuest =
  (finder: PersonFinder) =>
  ({ email, name }: { readonly email: string; readonly name: string }): boolean =>
    finder.is(email) || finder.is(name);

/** Ids of the programme's events to which the person is invited, or that name the person. One call a page. */
export const eventsOf = (ports: Ports, finder: PersonFinder): readonly string[] =>
  programmeEvents(ports)
    .filter(({ guests, text }) => guests.some(isGuest(finder)) || finder.clean(text) !== text)
    .map(({ eventId }) => eventId);

/** Takes the person out of those events, as far as the time suffices. Nobody is told. */
export function forgetEvents(ports: Ports, finder: PersonFinder): { more: boolean } {
  const calendarId = ports.store.get(CALENDAR) ?? '';
  let done = 0;
  const goesOn = ports.clock.stretch();
  for (const eventId of eventsOf(ports, finder)) {
    if (done > 0 && !goesOn()) return { more: true };
    ports.calendars.forget(calendarId, eventId, isGuest(finder), finder.clean);
    done += 1;
  }
  return { more: false };
}

/** Takes back the person's rights to files of the product. */
export function forgetRights(ports: Ports, subject: Subject): void {
  if (!ports.workbook.has(LEDGER)) return;
  const addresses = addressesOf(subject);
  const ledger = new Ledger(ports, '');
  const rights = ports.workbook
    .read(LEDGER)
    .rows.filter(
      ({ kind, state, who }) => kind === 'share' && state === 'done' && addresses.includes(who.toLowerCase()),
    );
  for (const { ref, who } of rights) ports.files.unshare(ref, who.toLowerCase());
  ledger.settle(rights.map(({ key }) => ({ key, state: 'undone' as const })));
}
