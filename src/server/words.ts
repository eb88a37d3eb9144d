// What the server says, and in which language.
import { readWordings } from '../google/wordings';
import { RUSSIAN } from '../messages/languages';
import { MENU } from '../messages/ru/menu';
import { speaker } from '../messages/say';

/** Any message; the wordings are read when the first is said. */
export const say = speaker(RUSSIAN, () => readWordings('WordsRu'));

/** Captions of the menu only: they are in the code, because `onOpen` reads nothing. */
export const sayCaption = speaker(RUSSIAN, () => MENU);
