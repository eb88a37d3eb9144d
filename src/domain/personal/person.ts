// One person in the school's tables: which cell is that person, and what of a longer text names them.
import { codeKey, emailKey, foldText } from '../staff/normalise';

/** Whatever of it is '' is not known and never matches. */
export interface Person {
  readonly code: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** Addresses that the person had before, lower case. */
  readonly earlier?: readonly string[];
}

export interface PersonFinder {
  /** Is the whole text this person: the code, an address, or the name as it is written anywhere? */
  is(text: string): boolean;
  /** Is the whole text nothing but a mention of the person? Unlike `is`, not by a code that might as well be a number of something else. */
  isMention(text: string): boolean;
  /** The text with every mention of the person replaced; the same text when there is none. */
  clean(text: string): string;
  /** Where in the text the mentions are, from the first to the last. */
  mentions(text: string): readonly Mention[];
}

export interface Mention {
  readonly start: number;
  readonly end: number;
}

const NEVER = /(?!)/gu;
/** Longer than any name or address. A pattern of tens of thousands of characters (a spoilt cell) is refused by the engine. */
const LONGEST = 300;
/** A code that is a code wherever it stands, like `У-014`; `14` may be anything. */
const TELLING_CODE = /\p{L}.*\d/u;

/**
 * @param person whom to look for
 * @param stand what is put in place of a mention
 *
 * A name is found whole, in either order, with initials («Иванова А. П.», «А.П. Иванова»), whatever its case, ё and е being one. A
 * surname alone, an inflected name or a nickname is not: it may be somebody else. What is longer than LONGEST is found only as a whole text.
 */
export function personFinder(person: Person, stand: string): PersonFinder {
  const addresses = [person.email, ...(person.earlier ?? [])];
  const emails = new Set(addresses.map(emailKey).filter((email) => email !== ''));
  const code = codeKey(person.code);
  const name = foldText(person.name);
  const patterns = [
    namePattern(unlessLong(person.name)),
    ...addresses.map((email) => exactPattern(unlessLong(email))),
    TELLING_CODE.test(person.code) ? exactPattern(unlessLong(person.code)) : '',
  ].filter((pattern) => pattern !== '');
  const long = new Set([person.name, ...addresses, person.code].filter((text) => unlessLong(text) !== text));
  const mention =
    patterns.length === 0
      ? NEVER
      : new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${patterns.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu');
  const whole = patterns.length === 0 ? NEVER : new RegExp(`^\\s*(?:${patterns.join('|')})\\s*$`, 'iu');
  return {
    is: (text) =>
      text !== '' &&
      (emails.has(emailKey(text)) ||
        (code !== '' && codeKey(text) === code) ||
        (name !== '' && foldText(text) === name) ||
        whole.test(text)),
    isMention: (text) => long.has(text) || whole.test(text),
    clean: (text) => (long.has(text) ? stand : text.replace(mention, stand)),
    mentions: (text) =>
      long.has(text)
        ? [{ start: 0, end: text.length }]
        : [...text.matchAll(mention)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  };
}

const unlessLong = (text: string): string => (text.length > LONGEST ? '' : text);

/** A text as a pattern that matches it and nothing else. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function exactPattern(text: string): string {
  return text.trim() === '' ? '' : escaped(text.trim());
}

const wordPattern = (word: string): string => escaped(word).replace(/[её]/giu, '[её]');

/** «Иванова Анна Петровна»: surname first or last, names whole or as initials; a name of one word only as it is. */
function namePattern(name: string): string {
  const words = name
    .split(/[\s.]+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}'’-]/gu, ''))
    .filter((word) => word !== '');
  const [surname, ...given] = words;
  if (surname === undefined) return '';
  if (given.length === 0) return wordPattern(surname);
  const parts = given.map((word) => {
    const initial = `${wordPattern(Array.from(word)[0] ?? '')}\\.?`;
    return word.length === 1 ? initial : `(?:${wordPattern(word)}|${initial})`;
  });
  // All of them: «Иванова А.» may be the mention of another person whose second initial differs.
  const names = parts.join('\\s*');
  return `${wordPattern(surname)}\\s+${names}|${names}\\s*${wordPattern(surname)}`;
}

/**
 * Labels of a question without the person, each still another one: Google refuses choices that are alike. None goes: an answer must
 * still be found by its place.
 */
export function cleanLabels(labels: readonly string[], clean: (text: string) => string): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const cleaned = clean(label);
    let unique = cleaned;
    for (let n = 2; cleaned !== label && taken.has(unique); n += 1) unique = `${cleaned} (${String(n)})`;
    taken.add(unique);
    return unique;
  });
}

/** A question's description without the person: as its form is reworded. */
export function cleanSpec(spec: unknown, clean: (text: string) => string): unknown {
  if (typeof spec === 'string') return clean(spec);
  if (Array.isArray(spec)) {
    const labels = (spec as readonly unknown[]).map((one) =>
      typeof one === 'object' && one !== null && 'label' in one && typeof one.label === 'string' ? one.label : '',
    );
    const cleaned = cleanLabels(labels, clean);
    return (spec as readonly unknown[]).map((one, index) =>
      labels[index] === '' ? cleanSpec(one, clean) : { ...cleanFields(one as object, clean), label: cleaned[index] },
    );
  }
  return typeof spec === 'object' && spec !== null ? cleanFields(spec, clean) : spec;
}

const cleanFields = (fields: object, clean: (text: string) => string): object =>
  Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, cleanSpec(one, clean)]));

/**
 * A cell's value without the person: of a list or of data whatever is or directly names the person goes, texts are cleaned.
 * @param codes the cell holds people's codes, so that any code of the person is the person
 */
export function cleanValue(value: unknown, finder: PersonFinder, codes: boolean): unknown {
  const is = codes ? finder.is : finder.isMention;
  if (typeof value === 'string') return is(value) ? '' : finder.clean(value);
  if (Array.isArray(value))
    return (value as readonly unknown[])
      .filter((one) => !isOrNames(one, is))
      .map((one) => (typeof one === 'string' ? finder.clean(one) : cleanValue(one, finder, codes)));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !is(key))
        .map(([key, one]) => [finder.clean(key), cleanValue(one, finder, codes)]),
    );
  return value;
}

function isOrNames(value: unknown, is: (text: string) => boolean): boolean {
  if (typeof value === 'string') return is(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((one) => typeof one === 'string' && is(one));
}
