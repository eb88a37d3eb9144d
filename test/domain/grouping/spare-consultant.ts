// A group that had two consultants where one would do.
import type { GroupingProblem } from '../../../src/domain/grouping/solve';

const teacher = { school: 0, av: '2' };

/** Letting one of the consultants go saves 3 and costs 5. */
export const A_SPARE_CONSULTANT: GroupingProblem = {
  format: 'vr-mobile-groups/1',
  id: 'a spare consultant',
  teachers: [
    { ...teacher, id: 't0', subj: 0, lvl: '4' },
    { ...teacher, id: 't1', subj: 1, lvl: '4' },
    { ...teacher, id: 't2', subj: 1, lvl: '0' },
  ],
  ...{ subjects: ['a', 'b'], schools: 1, slots: 1, competencies: ['K0'], history: [] },
  previous: [{ competency: 'K0', slot: 0, consultants: ['t0', 't1'], members: ['t2'] }],
  params: {
    ...{ L: 1, U: 2, U1: 2, cmax: 2, m: 1, k: 1, w: [0, 1, 4, 9] },
    price: {
      ...{ uncovered: 100, leftOut: 200, group: 20, load: 3, subjRepeat: 0, schoolRepeat: 0, slot: 0, oldPair: 0 },
      change: 5,
    },
  },
};
