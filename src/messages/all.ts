// Every wording at hand: for the build, which writes them into data files, for tests and tools. Nothing that ships imports this.
import type { Message } from '../domain/message';
import { EN } from './en';
import { FAKE } from './fake';
import { ENGLISH, RUSSIAN } from './languages';
import { RU } from './ru';
import { speaker } from './say';

/** Wordings by the language's id. */
export const WORDINGS = { ru: RU, en: EN } as const;

const SPEAKERS = {
  ru: speaker(RUSSIAN, () => RU),
  en: speaker(ENGLISH, () => EN),
  fake: speaker(FAKE, () => RU),
};

export type LanguageId = keyof typeof SPEAKERS;

/** The message in Russian. */
export const say = SPEAKERS.ru;

/** The message in a language; `fake` is Russian in ⟦accented⟧ letters. */
export const sayIn = (id: LanguageId, message: Message): string => SPEAKERS[id](message);
