// Problems small enough to be written down: each person of a subject of his or her own, prices as in the published instances.
import { validateProblem } from '../../../src/domain/grouping/solve';
import type { GroupingParams, GroupingProblem } from '../../../src/domain/grouping/solve';

/** One competency a letter of `lvl`, one slot a letter of `av`. */
export function smallProblem(
  teachers: readonly { lvl: string; av: string }[],
  sizes: Pick<GroupingParams, 'L' | 'U' | 'U1' | 'cmax' | 'm' | 'k'>,
): GroupingProblem {
  const { lvl, av } = teachers[0]!;
  const result = validateProblem({
    format: 'vr-mobile-groups/1',
    id: 'small',
    teachers: teachers.map((teacher, i) => ({ id: `t${String(i)}`, subj: i, school: 0, ...teacher })),
    subjects: teachers.map((_, i) => `s${String(i)}`),
    schools: 1,
    slots: av.length,
    competencies: ['A', 'B', 'C'].slice(0, lvl.length),
    history: [],
    params: {
      ...sizes,
      w: [0, 1, 4, 9],
      price: { uncovered: 100, leftOut: 0, group: 20, load: 10, subjRepeat: 4, schoolRepeat: 2, slot: 1, oldPair: 2 },
    },
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.problem;
}
