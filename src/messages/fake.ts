// The language nobody speaks: Russian with a stress mark on every vowel. What appears without marks did not come from the messages.
import { RUSSIAN } from './languages';
import type { Language } from './wording';

const STRESS = '\u0301';

/** The text with a stress mark after every vowel. */
export function accented(text: string): string {
  return text.replace(/[аеёиоуыэюяaeiouy]/gi, (vowel) => `${vowel}${STRESS}`);
}

/** In ⟦brackets⟧, so that pieces put together from several messages show. */
export const FAKE: Language = {
  ...RUSSIAN,
  format: { ...RUSSIAN.format, andMore: (count) => accented(RUSSIAN.format.andMore(count)) },
  decorate: accented,
  enclose: (text) => `⟦${text}⟧`,
};
