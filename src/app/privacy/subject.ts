// Whose personal data: somebody of the staff list, or whoever is known only from answers.
import { type Person, type PersonFinder, personFinder } from '../../domain/personal/person';
import { cleanEmail, codeKey, emailKey, foldText } from '../../domain/staff/normalise';
import type { Outcome } from '../../domain/message';
import { STAFF } from '../../workbook/tables';
import { notSetUp } from '../context';
import type { Ports } from '../ports';
import { earlierAddresses } from './addresses';

export interface Subject {
  readonly person: Person;
  /** Somebody else bears the same name: texts that name it may mean either, and are left alone. */
  readonly namesake: boolean;
}

/**
 * Finds the person by code, address or full name.
 * Whoever is on no list is taken as typed: an address or a code that occurs in the answers is enough.
 */
export function subjectOf(ports: Ports, typed: string): Outcome<Subject> {
  const missing = notSetUp(ports, STAFF);
  if (missing !== undefined) return { ok: false, problems: [missing] };
  if (typed === '') return { ok: false, problems: [{ code: 'person.empty' }] };
  const { rows, unread } = ports.workbook.read(STAFF);
  const all = [...rows, ...unread].map(({ code = '', name = '', email = '' }) => ({ code, name, email }));
  const found = all.filter(
    ({ code, name, email }) =>
      (code !== '' && codeKey(code) === codeKey(typed)) ||
      (email !== '' && emailKey(email) === emailKey(typed)) ||
      (name !== '' && foldText(name) === foldText(typed)),
  );
  const [one] = found;
  if (found.length > 1)
    return { ok: false, problems: [{ code: 'person.several', fields: { codes: found.map(({ code }) => code) } }] };
  if (one === undefined) {
    const person = typed.includes('@')
      ? { code: '', name: '', email: cleanEmail(typed) }
      : /\d/.test(typed)
        ? { code: typed, name: '', email: '' }
        : { code: '', name: typed, email: '' };
    const earlier = earlierAddresses(
      ports,
      person,
      all.map(({ email }) => email),
    );
    return { ok: true, value: { person: { ...person, earlier }, namesake: false } };
  }
  const namesake = all.some((other) => other !== one && foldText(other.name) === foldText(one.name));
  const person = { ...one, email: cleanEmail(one.email) };
  const others = all.flatMap((other) => (other === one ? [] : [other.email]));
  const earlier = earlierAddresses(ports, namesake ? { ...person, name: '' } : person, others);
  return { ok: true, value: { person: { ...person, earlier }, namesake } };
}

/** By what the person is looked for: not by a name that another bears too. */
export const finderOf = (ports: Ports, { person, namesake }: Subject): PersonFinder =>
  personFinder(namesake ? { ...person, name: '' } : person, standOf(ports));

/** What stands in the place of a mention. */
export const standOf = (ports: Ports): string => ports.words.say({ code: 'erase.stand' });

/** How the person is called where no name may stand: by the code, else by a short digest of what is known. */
export const labelOf = (ports: Ports, { person }: Subject): string =>
  person.code !== '' ? person.code : ports.sha256(JSON.stringify([person.name, person.email])).slice(0, 8);
