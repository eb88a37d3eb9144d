// Puts messages into words. Knows no wording: whoever speaks brings them, so that they need not load with the code.
import type { Message, RowProblem } from '../domain/message';
import { fill, type Language, type Tongue, wordingOf, type Wordings } from './wording';

/**
 * Gives the function that words messages in a language.
 * @param wordings is asked once, when the first message is worded
 *
 * A row problem says first where it is. An unknown code is named in brackets instead of failing: a missing word must not stop the
 * work, nor must wordings that are missing altogether.
 */
export function speaker(language: Language, wordings: () => Wordings): (message: Message) => string {
  let tongue: Tongue | undefined;
  return (message) => {
    tongue ??= { ...language, wordings: wordings() };
    const text = worded(tongue, message);
    return language.enclose === undefined ? text : language.enclose(text);
  };
}

function worded(tongue: Tongue, message: Message): string {
  const wording = wordingOf(tongue, message.code);
  return (
    placeOf(tongue, message) +
    (wording === undefined
      ? `${fill(tongue, wordingOf(tongue, 'unworded') ?? '', {})} [${message.code}]`.trim()
      : fill(tongue, wording, message.fields ?? {}))
  );
}

/** «Лист «Сотрудники», строка 14, столбец «Код»: » of a row problem, '' of any other message. */
function placeOf(tongue: Tongue, message: Message & Partial<RowProblem>): string {
  const { code, row, column, fields } = message;
  if (row === undefined) return '';
  const table =
    fields?.['table'] ?? (code.startsWith('framework.') ? fill(tongue, '{@sheet.framework}', {}) : undefined);
  const kind = `place${table === undefined ? '' : '.table'}${column === undefined ? '' : '.column'}`;
  const place = wordingOf(tongue, kind === 'place' ? 'place.row' : kind) ?? '';
  return fill(tongue, place, {
    row,
    ...(table === undefined ? {} : { table }),
    ...(column === undefined ? {} : { column }),
  });
}
