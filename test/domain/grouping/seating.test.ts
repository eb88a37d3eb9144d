// Who sits where.
import { Model } from '../../../src/domain/grouping/model';
import { Random } from '../../../src/domain/grouping/random';
import { Seating } from '../../../src/domain/grouping/seating';
import type { GroupingProblem } from '../../../src/domain/grouping/solve';
import { State } from '../../../src/domain/grouping/state';

/** Both consultants and a consultee are of one subject; the only person of another one already learns something more urgent. */
const ONE_OF_ANOTHER_SUBJECT: GroupingProblem = {
  format: 'vr-mobile-groups/1',
  id: 'one of another subject',
  teachers: [
    { id: 'leads K0', subj: 0, school: 0, lvl: '43', av: '02' },
    { id: 'leads K1', subj: 0, school: 0, lvl: '34', av: '20' },
    { id: 'waits', subj: 0, school: 0, lvl: '03', av: '02' },
    { id: 'learns K1', subj: 0, school: 0, lvl: '30', av: '20' },
    { id: 'of another subject', subj: 1, school: 0, lvl: '21', av: '22' },
  ],
  ...{ subjects: ['a', 'b'], schools: 1, slots: 2, competencies: ['K0', 'K1'], history: [] },
  params: {
    ...{ L: 1, U: 4, U1: 4, cmax: 1, m: 1, k: 1, w: [0, 1, 4, 9] },
    price: { uncovered: 100, leftOut: 200, group: 20, load: 10, subjRepeat: 0, schoolRepeat: 0, slot: 0, oldPair: 0 },
  },
};

it('makes a new group mixed by somebody whose coming alone would not pay', () => {
  const state = new State(new Model(ONE_OF_ANOTHER_SUBJECT));
  const learning = state.openGroup(1, 0);
  state.addLead(learning, 1);
  for (const i of [3, 4]) state.addMember(learning, i);
  state.commit();
  const seating = new Seating(state, new Random(1));
  seating.noise = 0;
  const opened = state.openGroup(0, 1);
  seating.admitLead(opened, 0);
  expect(seating.fillAnew(opened)).toBe(true);
  expect([2, 4].map((i) => seating.isMember(opened, i))).toEqual([true, true]);
});
