// Whose answer is it: by e-mail, then by the typed code; for a stranger, who of the staff it most likely is.
import type { Message } from '../message';
import { cleanEmail, cleanText, codeKey, emailKey, foldText } from '../staff/normalise';
import { fullNameOf, type Teacher } from '../staff/teacher';
import { within, plainLatin, romanise, tolerance } from './distance';

export interface Identified {
  readonly by: 'email' | 'code';
  readonly teacher: Teacher;
  /** The e-mail is this teacher's, but the typed code is another's: a colleague's computer, perhaps. */
  readonly otherByCode?: Teacher;
}

export interface Unidentified {
  readonly by: 'none';
  /** Up to three, the likeliest first; equal ones by code. */
  readonly nearest: readonly { readonly teacher: Teacher; readonly why: Message }[];
}

/** The staff prepared for finding people; build it once for any number of answers. */
export interface StaffIndex {
  readonly byEmail: ReadonlyMap<string, Teacher>;
  readonly byCode: ReadonlyMap<string, Teacher>;
  /** By the digits of the code alone, where only one code has them. */
  readonly byNumber: ReadonlyMap<string, Teacher>;
  readonly people: readonly IndexedTeacher[];
}

interface IndexedTeacher {
  readonly teacher: Teacher;
  readonly code: string;
  readonly local: string;
  readonly domain: string;
  /** Folded words of the name, the surname first. */
  readonly words: readonly string[];
  readonly latinSurname: string;
}

const MAX_NEAREST = 3;

/** Teachers by a key; a key of two teachers at once, and an empty one, is nobody's. */
export function uniqueBy(teachers: readonly Teacher[], keyOf: (teacher: Teacher) => string): Map<string, Teacher> {
  const found = new Map<string, Teacher | undefined>();
  for (const teacher of teachers) {
    const key = keyOf(teacher);
    if (key !== '') found.set(key, found.has(key) ? undefined : teacher);
  }
  return new Map([...found].filter((entry): entry is [string, Teacher] => entry[1] !== undefined));
}

/** Reads codes however they are typed («у-9», «У-009»); gives what nobody has as it is. */
export function codeReader(teachers: readonly Teacher[]): (written: string) => string {
  const known = new Set(teachers.map(({ code }) => code));
  const byKey = uniqueBy(teachers, ({ code }) => codeKey(code));
  return (written) => (known.has(written) ? written : (byKey.get(codeKey(written))?.code ?? written));
}

/** What belongs to two teachers at once (an e-mail, a code) identifies neither. */
export function indexStaff(teachers: readonly Teacher[]): StaffIndex {
  const unique = (keyOf: (teacher: Teacher) => string): Map<string, Teacher> => uniqueBy(teachers, keyOf);
  return {
    byEmail: unique(({ email }) => emailKey(email)),
    byCode: unique(({ code }) => codeKey(code)),
    byNumber: unique(({ code }) => /\d+$/.exec(codeKey(code))?.[0] ?? ''),
    people: teachers.map((teacher) => {
      const words = foldText(fullNameOf(teacher))
        .split(' ')
        .filter((word) => word !== '');
      return {
        teacher,
        code: codeKey(teacher.code),
        ...mailbox(teacher.email),
        words,
        latinSurname: romanise(words[0] ?? ''),
      };
    }),
  };
}

/**
 * Finds the teacher an answer came from.
 * @param email collected by the form or typed; '' when none
 * @param typed what was written in the field for code or name
 */
export function identify(
  { email, typed }: { readonly email: string; readonly typed: string },
  index: StaffIndex,
): Identified | Unidentified {
  const ofEmail = index.byEmail.get(emailKey(email));
  const ofCode = byTypedCode(typed, index);
  if (ofEmail !== undefined) {
    return ofCode === undefined || ofCode === ofEmail
      ? { by: 'email', teacher: ofEmail }
      : { by: 'email', teacher: ofEmail, otherByCode: ofCode };
  }
  if (ofCode !== undefined) return { by: 'code', teacher: ofCode };
  // Some write their address where the code is asked for.
  const ofTyped = typed.includes('@') ? index.byEmail.get(emailKey(typed)) : undefined;
  if (ofTyped !== undefined) return { by: 'email', teacher: ofTyped };
  return {
    by: 'none',
    nearest: nearest(cleanEmail(email !== '' ? email : typed.includes('@') ? typed : ''), typed, index),
  };
}

function byTypedCode(typed: string, index: StaffIndex): Teacher | undefined {
  const key = codeKey(typed);
  if (key === '') return undefined;
  const whole = index.byCode.get(key) ?? (/^\d+$/.test(key) ? index.byNumber.get(key) : undefined);
  if (whole !== undefined) return whole;
  // «У-014, Иванова»: one code among other words.
  const inside = (key.match(/(?<!\p{L})\p{L}{1,3}-\d+(?!\d)/gu) ?? []).map((part) => index.byCode.get(part));
  const found = new Set(inside.filter((teacher): teacher is Teacher => teacher !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

interface Guess {
  readonly teacher: Teacher;
  readonly why: Message;
  /** Smaller is likelier. */
  readonly score: number;
}

function nearest(email: string, typed: string, index: StaffIndex): Unidentified['nearest'] {
  const guesses: Guess[] = [];
  for (const person of index.people) {
    const best = [
      byAddress(email, person),
      bySurnameInAddress(email, person),
      byCode(typed, person),
      byName(typed, person),
    ]
      .filter((guess): guess is Guess => guess !== undefined)
      .sort((a, b) => a.score - b.score)[0];
    if (best !== undefined) guesses.push(best);
  }
  guesses.sort((a, b) => a.score - b.score || (a.teacher.code < b.teacher.code ? -1 : 1));
  return guesses.slice(0, MAX_NEAREST).map(({ teacher, why }) => ({ teacher, why }));
}

/** A mistyped address: the part before @ and the domain each a slip away; or the same part before @ at another mail service. */
function byAddress(email: string, person: IndexedTeacher): Guess | undefined {
  const { local, domain } = mailbox(email);
  if (local === '' || person.local === '') return undefined;
  const byLocal = within(local, person.local, tolerance(Math.min(local.length, person.local.length)));
  const byDomain = byLocal === Infinity ? Infinity : within(domain, person.domain, 2);
  const fields = { email, known: person.teacher.email };
  if (byDomain !== Infinity) {
    return { teacher: person.teacher, score: byLocal + byDomain, why: { code: 'identity.near.email', fields } };
  }
  if (byLocal === 0) return { teacher: person.teacher, score: 2.5, why: { code: 'identity.near.mailbox', fields } };
  return undefined;
}

/** `ivanova.a@…` for Иванова: the surname, in any usual romanisation, stands in the address. */
function bySurnameInAddress(email: string, person: IndexedTeacher): Guess | undefined {
  const { local } = mailbox(email);
  if (person.latinSurname.length < 4 || !plainLatin(local.replace(/[^a-z]/g, '')).includes(person.latinSurname)) {
    return undefined;
  }
  const fields = { email, name: person.teacher.name };
  return { teacher: person.teacher, score: 3.5, why: { code: 'identity.near.surname', fields } };
}

/** One slip in a typed code: a digit wrong, missing, doubled, or two swapped. */
function byCode(typed: string, person: IndexedTeacher): Guess | undefined {
  const key = codeKey(typed);
  if (!/\d/.test(key) || key.length > 12 || key.includes('@')) return undefined;
  const letters = key.replace(/\d/g, '');
  const known = letters === '' ? person.code.replace(/^\p{L}+-/u, '') : person.code;
  if (within(threeDigits(key), threeDigits(known), 1) === Infinity) return undefined;
  const fields = { typed: cleanText(typed), code: person.teacher.code };
  return { teacher: person.teacher, score: 3, why: { code: 'identity.near.code', fields } };
}

/** Numbers as people see them on the list, 1 as 001: else У-15 would be one slip from У-1. */
const threeDigits = (key: string): string => key.replace(/\d+/g, (digits) => digits.padStart(3, '0'));

/** A name typed instead of a code: the words compared one by one, a slip in each forgiven, initials taken for names. */
function byName(typed: string, person: IndexedTeacher): Guess | undefined {
  if (typed.includes('@')) return undefined;
  const words = foldText(typed)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
  const surname = person.words[0];
  if (surname === undefined || !words.some((word) => word.length >= 3)) return undefined;
  let slips = Infinity;
  let at = -1;
  words.forEach((word, index) => {
    if (word.length < 3) return;
    const apart = within(word, surname, tolerance(Math.min(word.length, surname.length)));
    if (apart < slips) {
      slips = apart;
      at = index;
    }
  });
  if (at < 0) return undefined;
  const others = words.filter((_, index) => index !== at);
  let contradictions = 0;
  others.forEach((word, index) => {
    const known = person.words[index + 1];
    if (known === undefined) return;
    const fits = word.length === 1 || known.length === 1 ? word[0] === known[0] : within(word, known, 2) <= 2;
    if (!fits) contradictions += 1;
  });
  const agreed = Math.min(others.length, person.words.length - 1) - contradictions;
  const fields = { typed: cleanText(typed), name: person.teacher.name };
  const exact = slips === 0 && contradictions === 0;
  return {
    teacher: person.teacher,
    score: slips + 2 * contradictions + (agreed > 0 ? 0 : 1),
    why: { code: exact ? 'identity.near.same-name' : 'identity.near.name', fields },
  };
}

function mailbox(email: string): { local: string; domain: string } {
  const at = email.lastIndexOf('@');
  return at < 0 ? { local: email, domain: '' } : { local: email.slice(0, at), domain: email.slice(at + 1) };
}
