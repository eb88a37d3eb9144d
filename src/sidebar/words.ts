// The page's own words in the language it was opened in.
import { PAGE_EN } from '../messages/page.en';
import { PAGE_RU, type PageKey } from '../messages/page.ru';

export type Language = 'ru' | 'en';

/** Says `key`, with `{name}` replaced by `fields.name`. */
export type Say = (key: PageKey, fields?: Readonly<Record<string, string | number>>) => string;

const TABLES: Readonly<Record<Language, Readonly<Record<PageKey, string>>>> = { ru: PAGE_RU, en: PAGE_EN };

/** The words of a language. A `{name}` nobody gave stays as it is, so that the mistake is seen. */
export function wordsOf(language: Language): Say {
  const table = TABLES[language];
  return (key, fields = {}) => table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(fields[name] ?? whole));
}
