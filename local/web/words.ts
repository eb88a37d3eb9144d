// The web pages' own words in a language, with their values filled in.
import type { Language } from './contract';
import { EN } from './words.en';
import { RU, type WordKey } from './words.ru';

export type { WordKey };

export const WORDS: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { ru: RU, en: EN };

type Values = Readonly<Record<string, string | number>>;

/** The words of one language as a function: `say('home.title', { name })`. */
export type Say = (key: WordKey, values?: Values) => string;

/** `words` defaults to the language's own; a test puts others in their place. */
export function sayIn(language: Language, words: Readonly<Record<WordKey, string>> = WORDS[language]): Say {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)(\|[^}]*)?\}/g, (_, name: string, forms: string | undefined) => {
      const value = values[name] ?? '';
      if (forms === undefined) return typeof value === 'number' ? number.format(value) : value;
      const [one = '', few = '', many = ''] = forms.slice(1).split('|');
      const form = { one, few, many }[plural.select(Number(value)) as 'one' | 'few' | 'many'] as string | undefined;
      return `${number.format(Number(value))} ${form ?? few}`;
    });
}
