// Synthetic mobile-groups problems of the sizes the product must serve, repeatable by seed.
import { Random } from '../src/domain/grouping/random';
import type { GroupingProblem, GroupingTeacher } from '../src/domain/grouping/problem';

/** What an instance looks like. `tight`: few consultants, each leading once, and few free slots. */
export interface InstanceShape {
  teachers: number;
  competencies: number;
  schools: number;
  tight: boolean;
}

/** The families of the acceptance: one school, tight ones, a large school in three buildings, and municipal sizes. */
export const FAMILIES: Readonly<Record<string, InstanceShape>> = {
  m020x08: { teachers: 20, competencies: 8, schools: 1, tight: false },
  m061x12: { teachers: 61, competencies: 12, schools: 1, tight: false },
  m061x12t: { teachers: 61, competencies: 12, schools: 1, tight: true },
  m120x16: { teachers: 120, competencies: 16, schools: 3, tight: false },
  m300x16: { teachers: 300, competencies: 16, schools: 6, tight: false },
  r1200x20: { teachers: 1200, competencies: 20, schools: 24, tight: false },
  r5000x20: { teachers: 5000, competencies: 20, schools: 100, tight: false },
};

const SUBJECTS = 11;
const SUBJECT_SHARES = [20, 13, 10, 14, 8, 9, 6, 5, 7, 4, 4];
const SLOTS = 8;

/** A problem of the shape; the same shape and seed give the same problem. */
export function makeInstance(family: string, shape: InstanceShape, seed: number): GroupingProblem {
  const random = new Random(Math.imul(seed, 7919) + shape.teachers);
  const { teachers: n, competencies: C, tight } = shape;
  const pick = (shares: readonly number[]): number => {
    let x = random.next() * shares.reduce((a, b) => a + b, 0);
    let at = 0;
    while (at < shares.length - 1 && x >= shares[at]!) x -= shares[at++]!;
    return at;
  };
  // A competency is widely held or hardly at all; people are strong or weak all over, and more so in some.
  const leadShare: number[] = [];
  const needShare: number[] = [];
  for (let c = 0; c < C; c++) {
    leadShare.push((tight ? [0.03, 0.04, 0.08, 0.1] : [0, 0.05, 0.1, 0.15, 0.2, 0.25])[random.below(tight ? 4 : 6)]!);
    needShare.push(0.15 + 0.4 * random.next());
  }
  const strength = Array.from({ length: n }, () => random.next() + random.next() - 1);
  const levels: string[][] = strength.map(() => []);
  for (let c = 0; c < C; c++) {
    const scores = strength
      .map((own, i) => ({ i, score: own + 1.2 * (random.next() + random.next() - 1) }))
      .sort((a, b) => a.score - b.score);
    const needy = Math.round(needShare[c]! * n);
    const leads = Math.round(leadShare[c]! * n);
    scores.forEach(({ i }, rank) => {
      if (rank < needy) levels[i]!.push(String(pick([13, 45, 42])));
      else levels[i]!.push(rank >= n - leads ? '4' : '3');
    });
  }
  const teachers: GroupingTeacher[] = levels.map((level, i) => {
    const busy = (tight ? 0.3 : 0.18) + 0.35 * random.next();
    let av = '';
    for (let t = 0; t < SLOTS; t++) av += random.next() < busy ? '0' : String(1 + random.below(2));
    if (!/[12]/.test(av)) av = '1' + av.slice(1);
    return {
      id: `t${String(i + 1).padStart(4, '0')}`,
      subj: pick(SUBJECT_SHARES),
      school: random.below(shape.schools),
      lvl: level.join(''),
      av,
    };
  });
  const history = new Map<number, [number, number]>();
  while (history.size < 2 * n && n > 4) {
    const a = random.below(n);
    const b = (a + 1 + random.below(Math.min(30, n - 1))) % n;
    history.set(Math.min(a, b) * n + Math.max(a, b), [Math.min(a, b), Math.max(a, b)]);
  }
  return {
    format: 'vr-mobile-groups/1',
    id: `${family}-s${String(seed)}`,
    teachers,
    subjects: Array.from({ length: SUBJECTS }, (_, s) => `предмет ${String(s + 1)}`),
    schools: shape.schools,
    slots: SLOTS,
    competencies: Array.from({ length: C }, (_, c) => `K${String(c + 1)}`),
    history: [...history.values()],
    params: {
      L: 3,
      U: 8,
      U1: 5,
      cmax: 2,
      m: 2,
      k: tight ? 1 : 2,
      w: [0, 1, 4, 9],
      price: { uncovered: 100, leftOut: 200, group: 20, load: 10, subjRepeat: 4, schoolRepeat: 2, slot: 1, oldPair: 2 },
    },
  };
}
