// Whose name is it: exactly one of the staff, or nobody.
import { cleanText, codeKey, foldText } from '../staff/normalise';
import type { Teacher } from '../staff/teacher';
import type { StaffIndex } from './identify';

/**
 * The teacher of this code or name. A name counts when it is the whole name of exactly one person (in any order of its words), or
 * surname and initials that fit exactly one. Of namesakes nobody is found: a person must say who is meant.
 */
export function teacherNamed(text: string, index: StaffIndex): Teacher | undefined {
  const byCode = index.byCode.get(codeKey(text));
  if (byCode !== undefined && /\d/.test(text)) return byCode;
  const words = foldText(cleanText(text))
    .split(' ')
    .filter((word) => word !== '');
  if (words.length < 2) return undefined;
  const whole = [...words].sort().join(' ');
  const same = index.people.filter((person) => [...person.words].sort().join(' ') === whole);
  if (same.length > 0) return same.length === 1 ? same[0]?.teacher : undefined;
  const [surname, ...rest] = words;
  const fitting = index.people.filter(
    (person) =>
      person.words[0] === surname &&
      rest.every((word, at) => {
        const known = person.words[at + 1];
        return (
          known !== undefined && (word === known || ((word.length === 1 || known.length === 1) && word[0] === known[0]))
        );
      }),
  );
  return fitting.length === 1 ? fitting[0]?.teacher : undefined;
}
