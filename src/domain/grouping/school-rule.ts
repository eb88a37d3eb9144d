// Whether people of different schools may or should be put together: a network of schools lives by it.
import { foldText } from '../staff/normalise';
import type { Teacher } from '../staff/teacher';

/** `within`: only people of one school; `any`: schools make no difference; `mixed`: better from different schools. */
export type SchoolRule = 'within' | 'any' | 'mixed';

/** Are these two of one school, however its name was typed? Those without a school are of one. */
export const sameSchool = (one: Teacher, other: Teacher): boolean => foldText(one.school) === foldText(other.school);
