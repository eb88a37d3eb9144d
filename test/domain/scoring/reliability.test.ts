// Reliability of the self-assessment.
import fc from 'fast-check';
import type { Competency, Level } from '../../../src/domain/framework/framework';
import type { LevelRecord } from '../../../src/domain/scoring/level';
import { reliabilityByArea, reliabilityOf } from '../../../src/domain/scoring/reliability';

const competency = (id: string, area: string, active = true): Competency => ({
  id,
  area,
  title: id,
  descriptors: ['0', '1', '2', '3', '4'],
  target: 2,
  roleTargets: {},
  consultantFrom: 3,
  inNeedsSurvey: false,
  practice: [],
  active,
});

/** Ten rows of three items; sums 3, 5, 6, 4, 8, 9, 2, 7, 10, 6. */
const ROWS = [
  [1, 1, 1],
  [2, 1, 2],
  [2, 2, 2],
  [1, 2, 1],
  [3, 2, 3],
  [3, 3, 3],
  [0, 1, 1],
  [2, 3, 2],
  [4, 3, 3],
  [1, 2, 3],
];

describe('Cronbach’s alpha', () => {
  it('of a scale reckoned by hand', () => {
    // Sums of squared deviations: items 12.9, 6, 6.9 (together 25.8), sum 60; alpha = 3/2 · (1 − 25.8/60).
    const found = reliabilityOf(ROWS, 3);
    expect(found.alpha).toBeCloseTo(0.855, 10);
    expect(found.sumError).toBeCloseTo(Math.sqrt((60 / 9) * 0.145), 10);
    expect(found.itemError).toBeCloseTo(Math.sqrt((60 / 9) * 0.145) / Math.sqrt(3), 10);
    expect(found).toMatchObject({ items: 3, rows: 10, negative: false });
  });

  it('of items that say the same is 1, without error', () => {
    const found = reliabilityOf(
      ROWS.map(([a = 0]) => [a, a, a]),
      3,
    );
    expect(found.alpha).toBeCloseTo(1, 10);
    expect(found.itemError).toBeCloseTo(0, 6);
  });

  it('of items that contradict one another is negative: flagged, and reckoned as 0 for the error', () => {
    const rows = ROWS.map(([a = 0], n) => [a, 4 - a, n % 2]);
    const found = reliabilityOf(rows, 3);
    expect(found.alpha).toBeLessThan(0);
    expect(found.negative).toBe(true);
    const sums = rows.map((row) => row.reduce((x, y) => x + y, 0));
    const mean = sums.reduce((x, y) => x + y, 0) / 10;
    expect(found.sumError).toBeCloseTo(Math.sqrt(sums.reduce((x, y) => x + (y - mean) ** 2, 0) / 9), 10);
  });

  it.each<[string, number[][], number, string]>([
    ['fewer than three items', ROWS.map((row) => row.slice(0, 2)), 2, 'few-items'],
    ['fewer than ten complete rows', ROWS.slice(1), 3, 'few-rows'],
    ['sums that are all one', ROWS.map(() => [1, 2, 3]), 3, 'no-variance'],
  ])('is undefined for %s', (_title, rows, items, why) => {
    expect(reliabilityOf(rows, items)).toMatchObject({
      alpha: undefined,
      sumError: undefined,
      itemError: undefined,
      why,
    });
  });

  it('is at most 1, the error never negative nor greater than the spread, for any answers', () => {
    const rows = fc.integer({ min: 3, max: 8 }).chain((k) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: k, maxLength: k }), {
        minLength: 10,
        maxLength: 40,
      }),
    );
    fc.assert(
      fc.property(rows, (answers) => {
        const { alpha, sumError } = reliabilityOf(answers, answers[0]?.length ?? 0);
        if (alpha === undefined || sumError === undefined) return;
        expect(alpha).toBeLessThanOrEqual(1 + 1e-9);
        expect(sumError).toBeGreaterThanOrEqual(0);
        expect(sumError).toBeLessThanOrEqual(4 * (answers[0]?.length ?? 0));
      }),
    );
  });
});

describe('the reliability of the areas', () => {
  const self = (teacher: string, id: string, level: number, date = ''): LevelRecord => ({
    teacher,
    competency: id,
    source: 'self',
    level: level as Level,
    date,
  });
  const records = ROWS.flatMap((row, n) => row.map((level, item) => self(`T${String(n)}`, `c${String(item)}`, level)));
  const framework = [
    competency('c0', 'ИКТ'),
    competency('c1', 'ИКТ'),
    competency('c2', 'ИКТ'),
    competency('d', 'Иное'),
    competency('off', 'ИКТ', false),
  ];

  it('is reckoned by area, over active competencies and complete rows, from the latest self-assessment', () => {
    const levels = [
      ...records,
      self('gap', 'c0', 4),
      { ...self('T0', 'c0', 4), source: 'test' as const },
      self('T9', 'c2', 0, '2021-01-01'),
      self('T9', 'c2', 3, '2021-02-01'),
    ];
    const [ict, other] = reliabilityByArea(framework, levels);
    expect(ict).toMatchObject({ area: 'ИКТ', items: 3, rows: 10 });
    expect(ict?.alpha).toBeCloseTo(0.855, 10);
    expect(other).toMatchObject({ area: 'Иное', why: 'few-items' });
  });
});
