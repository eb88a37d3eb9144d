// Two groups of a made-up staff, small enough to reckon by hand.
import type { Draft, EditedGroup } from '../../../src/domain/grouping/editor';
import type { GroupingProblem } from '../../../src/domain/grouping/problem';

export const SLOTS = [
  { value: '1|14:00-15:00', label: 'Пн' },
  { value: '3|14:00-15:00', label: 'Ср' },
];
export const A: EditedGroup = {
  id: 'A',
  competency: 'a',
  slot: '1|14:00-15:00',
  pinned: false,
  consultants: ['K'],
  members: ['1', '2'],
};
export const B: EditedGroup = {
  id: 'B',
  competency: 'b',
  slot: '3|14:00-15:00',
  pinned: false,
  consultants: ['L'],
  members: ['3', '4'],
};
export const DRAFT: Draft = { groups: [A, B], pairs: [] };
export const CODES = ['K', 'L', '1', '2', '3', '4', '5'] as const;

const levels: Readonly<Record<string, string>> = {
  K: '43',
  L: '34',
  1: '13',
  2: '13',
  3: '31',
  4: '31',
  5: '11',
};

export const PROBLEM: GroupingProblem = {
  format: 'vr-mobile-groups/1',
  id: 'director',
  teachers: CODES.map((id, n) => ({
    id,
    subj: n % 3,
    school: 0,
    lvl: levels[id] ?? '',
    // Only «1» is not free on Wednesdays.
    av: id === '1' ? '20' : '22',
  })),
  subjects: ['x', 'y', 'z'],
  schools: 1,
  slots: 2,
  competencies: ['a', 'b'],
  history: [],
  params: {
    L: 2,
    U: 8,
    U1: 5,
    cmax: 2,
    m: 2,
    k: 2,
    w: [0, 1, 4, 9],
    price: {
      uncovered: 100,
      leftOut: 200,
      group: 20,
      load: 10,
      subjRepeat: 4,
      schoolRepeat: 2,
      slot: 1,
      oldPair: 2,
      change: 5,
    },
  },
};
