// One spelling of what people type: texts, names, codes and e-mail addresses, so that rules compare like with like.

/** Latin capitals that look like a Cyrillic letter of a staff code; `U` is typed for «У» by its sound. */
const LATIN_TO_CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  U: 'У',
};

/** Small Cyrillic letters that look like a Latin one: what slips into an address when the keyboard was not switched. */
const CYRILLIC_TO_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  к: 'k',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
};

/** Domains as mistyped → as meant. Only spellings that no mail service for teachers uses. */
const DOMAIN_TYPOS: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmal.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gmaill.com': 'gmail.com',
  'gmali.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'gmail.ru': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'yandex.tu': 'yandex.ru',
  'yandex.ry': 'yandex.ru',
  'yandx.ru': 'yandex.ru',
  'yadex.ru': 'yandex.ru',
  'yanex.ru': 'yandex.ru',
  'ynadex.ru': 'yandex.ru',
  'jandex.ru': 'yandex.ru',
  'yandeks.ru': 'yandex.ru',
  'mail.tu': 'mail.ru',
  'mail.ry': 'mail.ru',
  'meil.ru': 'mail.ru',
  'mial.ru': 'mail.ru',
  'maill.ru': 'mail.ru',
  'mail.r': 'mail.ru',
  'rambler.tu': 'rambler.ru',
  'ramler.ru': 'rambler.ru',
  'rambler.ry': 'rambler.ru',
};

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
/** The form of the WHATWG HTML standard (input type=email) with a top-level domain asked for; Unicode is refused on purpose. */
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A cell as text: one kind of space, none at the ends or doubled, no invisible characters; letters (ё too) stay as they are. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** For comparing only: lower case, ё as е, punctuation as a space. `Ёлкина-Петрова  А.` → `елкина петрова а`. */
export function foldText(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A school's name for comparing: case, spaces and signs make no other school. «Школа №1» is «школа № 1». */
export const schoolKey = (name: string): string => foldText(name);

/** An address without what clings to it: `mailto:`, angle brackets with a name before them, spaces, final punctuation; lower case. */
export function cleanEmail(text: string): string {
  const bare = cleanText(text);
  const bracketed = /<([^<>]*)>/.exec(bare);
  return (bracketed?.[1] ?? bare)
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/\s+/g, '')
    .replace(/^[.,;:"'«(]+/, '')
    .replace(/[.,;:"'»)]+$/, '');
}

/** Why an address cannot be used, and what was probably meant ('' when there is nothing to propose). */
export interface EmailFault {
  readonly kind: 'syntax' | 'cyrillic' | 'typo';
  readonly meant: string;
}

/** Checks an address already passed through `cleanEmail`. Undefined when it is good; '' is not good: ask first. */
export function emailFault(email: string): EmailFault | undefined {
  if (/[а-яё]/i.test(email)) {
    const latin = email.replace(/[а-яё]/gi, (letter) => CYRILLIC_TO_LATIN[letter.toLowerCase()] ?? letter);
    return { kind: 'cyrillic', meant: EMAIL.test(latin) ? latin : '' };
  }
  const at = email.lastIndexOf('@');
  if (!EMAIL.test(email) || at > 64 || email.length > 254) return { kind: 'syntax', meant: '' };
  const meant = DOMAIN_TYPOS[email.slice(at + 1)];
  return meant === undefined ? undefined : { kind: 'typo', meant: email.slice(0, at + 1) + meant };
}

/**
 * The mailbox behind an address, for comparing: Gmail ignores dots and what follows a plus
 * (https://support.google.com/mail/answer/7436150); Yandex holds one box under several domains of its own.
 */
export function emailKey(email: string): string {
  const clean = cleanEmail(email);
  const at = clean.lastIndexOf('@');
  if (at < 0) return clean;
  const local = clean.slice(0, at);
  const domain = clean.slice(at + 1);
  if (domain === 'gmail.com' || domain === 'googlemail.com') {
    return `${local.replace(/\+.*$/, '').replace(/\./g, '')}@gmail.com`;
  }
  if (/^(?:yandex\.(?:ru|com|by|kz)|ya\.ru)$/.test(domain)) return `${local}@yandex.ru`;
  return clean;
}

/**
 * A staff code for comparing: upper case, Latin look-alikes as Cyrillic, separators and leading zeros gone.
 * `У-014`, `у014`, `Y 14` → `У-14`; `014` → `14`; '' when there is neither a letter nor a digit.
 */
export function codeKey(code: string): string {
  const upper = cleanText(code)
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => LATIN_TO_CYRILLIC[letter] ?? letter);
  const parts = upper.match(/\p{L}+|\d+/gu) ?? [];
  return parts.map((part) => part.replace(/^0+(?=\d)/, '')).join('-');
}

/** The code of the product's own making: 14 → `У-014`. */
export function ownCode(number: number): string {
  return `У-${String(number).padStart(3, '0')}`;
}

/** The number of a code of the product's own making, however it was typed; undefined for the school's own codes. */
export function ownCodeNumber(code: string): number | undefined {
  const match = /^У-(\d{1,6})$/.exec(codeKey(code));
  return match === null ? undefined : Number(match[1]);
}
