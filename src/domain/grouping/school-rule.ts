// Whether people of different schools may or should be put together: a network of schools lives by it.
import { schoolKey } from '../staff/normalise';
import type { Teacher } from '../staff/teacher';

/** `within`: only people of one school; `any`: schools make no difference; `mixed`: better from different schools. */
export type SchoolRule = 'within' | 'any' | 'mixed';

const folded = new WeakMap<Teacher, string>();

/** The school's name as it is compared; each person's is worked out once, as in a region everybody is compared with everybody. */
function schoolOf(teacher: Teacher): string {
  const known = folded.get(teacher) ?? schoolKey(teacher.school);
  folded.set(teacher, known);
  return known;
}

/** Are these two of one school, however its name was typed? Those without a school are of one. */
export const sameSchool = (one: Teacher, other: Teacher): boolean => schoolOf(one) === schoolOf(other);
