// The second cycle of the made-up school: the same people, who have learned forms.
import { GROUPS, LEVELS_TABLE } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { ANSWERING, EVIDENCE, type Person, PEOPLE, published, selfOf } from './school';
import type { Stage } from './workspace';

/** What a person says of himself in the second cycle: everybody one level up in forms (at least to the target), birch as before. */
export function grown(someone: Person): Person {
  if (someone === PEOPLE.birch) return someone;
  const before = someone.levels['ict.forms'] ?? 3;
  const after = Math.max(3, before + 1);
  const helps = someone === PEOPLE.fir ? [...someone.helps, 'ict.forms' as const] : someone.helps;
  return { ...someone, levels: { ...someone.levels, 'ict.forms': after }, helps };
}

export function askAgain(desk: Desk, answering: readonly Person[]): void {
  desk.set('cycle', '2');
  desk.press('sendSelf');
  for (const someone of answering) desk.answer('2/self', someone.email, selfOf(grown(someone)));
  desk.director.addRows(
    LEVELS_TABLE,
    EVIDENCE.filter(({ teacher }) => teacher !== PEOPLE.wind.code).map((row) => ({ ...row, cycle: '2' })),
  );
  desk.press('processAnswers');
}

/** The groups of the first cycle were published, and everybody has assessed himself again. */
export const twice: Stage = {
  name: 'twice',
  after: published,
  carryOut: (desk) => {
    if (desk.rows(GROUPS).length === 0) throw new Error('the first cycle has no groups');
    askAgain(desk, ANSWERING);
  },
};
