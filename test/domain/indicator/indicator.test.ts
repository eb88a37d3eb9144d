// Motivation by class, pace and forecast, who is nearest to the line.
import fc from 'fast-check';
import { addDays } from '../../../src/domain/local-time';
import { forecastOf, plannedOn, verdictOf } from '../../../src/domain/indicator/forecast';
import { masteryOf, nearestOf } from '../../../src/domain/indicator/mastery';
import { compareMotivation, motivationIndex, type PupilAnswer } from '../../../src/domain/indicator/motivation';
import type { ProfileRow } from '../../../src/domain/scoring/profile';

const answers = (group: string, ...indices: number[]): PupilAnswer[] => indices.map((index) => ({ group, index }));

describe('a pupil’s index', () => {
  const statements = [{ key: 'a' }, { key: 'b', reversed: true }, { key: 'c' }];

  it('is the mean of the statements, those worded the other way turned over', () => {
    expect(motivationIndex({ a: 5, b: 1, c: 4 }, statements)).toBeCloseTo(14 / 3, 9);
  });

  it('is none when fewer than half of the statements are answered', () => {
    expect(motivationIndex({ a: 5 }, statements)).toBeUndefined();
    expect(motivationIndex({}, [])).toBeUndefined();
  });
});

describe('classes compared before and after', () => {
  const before = [...answers('5А', 3, 3, 3, 4, 2), ...answers('5Б', 3, 3, 4, 2)];
  const after = [...answers('5А', 4, 4, 3, 5, 4), ...answers('5Б', 5, 5, 5, 5, 5, 5), ...answers('6А', 4, 4, 4, 4, 4)];

  it('show nothing of a class with fewer than five answers on either side, and do not count it in the total', () => {
    const { classes, overall } = compareMotivation(before, after, 4);
    expect(classes.filter(({ shown }) => shown === undefined).map(({ group }) => group)).toEqual(['5Б', '6А']);
    expect(overall).toMatchObject({ classes: 1, before: 5, after: 5, meanBefore: 3, meanAfter: 4 });
    expect(overall?.highBefore).toBeCloseTo(0.2, 9);
    expect(overall?.growth.value).toBeCloseTo(0.6, 9);
  });

  it('have no total when no class has enough', () => {
    expect(compareMotivation(answers('5А', 1, 2), answers('5А', 3, 4), 4).overall).toBeUndefined();
  });

  it('never show a class of fewer than five, whatever is answered', () => {
    const some = fc.array(fc.record({ group: fc.constantFrom('1', '2', '3'), index: fc.integer({ min: 1, max: 5 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(some, some, (first, second) => {
        const { classes, overall } = compareMotivation(first, second, 4);
        for (const one of classes)
          if (one.shown !== undefined) expect(Math.min(one.before, one.after)).toBeGreaterThanOrEqual(5);
        const shown = classes.filter((one) => one.shown !== undefined);
        expect(overall?.before ?? 0).toBe(shown.reduce((sum, one) => sum + one.before, 0));
        expect(overall?.after ?? 0).toBe(shown.reduce((sum, one) => sum + one.after, 0));
      }),
    );
  });

  it('the growth of the share above the line is never more than the share of those who rose', () => {
    const pupil = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(pupil, { minLength: 5, maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (pupils, line) => {
        const { overall } = compareMotivation(
          answers('1', ...pupils.map(([first]) => first)),
          answers('1', ...pupils.map(([, second]) => second)),
          line,
        );
        const rose = pupils.filter(([first, second]) => second > first).length / pupils.length;
        expect(overall?.growth.value ?? 0).toBeLessThanOrEqual(rose + 1e-12);
      }),
    );
  });
});

describe('plan and forecast', () => {
  it('the plan goes straight from the beginning to the target, and no further', () => {
    const from = { date: '2026-09-01', value: 0.2 };
    const target = { date: '2026-09-11', value: 0.6 };
    expect(
      ['2026-08-01', '2026-09-01', '2026-09-06', '2026-09-11', '2027-01-01'].map((day) => plannedOn(day, from, target)),
    ).toEqual([0.2, 0.2, 0.4, 0.6, 0.6]);
  });

  it('two facts make a line; the last fact is moved on along it', () => {
    expect(
      forecastOf(
        [
          { date: '2026-10-15', value: 0.4 },
          { date: '2026-10-01', value: 0.2 },
        ],
        '2026-10-29',
      ),
    ).toEqual({
      value: expect.closeTo(0.6, 9) as number,
      pace: expect.closeTo(0.1, 9) as number,
      points: 2,
      from: '2026-10-01',
      to: '2026-10-15',
    });
  });

  it('of several facts the pace is the least-squares slope', () => {
    // Days 0, 7, 14 with 0, 0.2, 0.1: the slope is 0.1/14 a day.
    const facts = [
      { date: '2026-10-01', value: 0 },
      { date: '2026-10-08', value: 0.2 },
      { date: '2026-10-15', value: 0.1 },
    ];
    const forecast = forecastOf(facts, '2026-10-29');
    expect(forecast?.pace).toBeCloseTo(0.05, 9);
    expect(forecast?.value).toBeCloseTo(0.2, 9);
  });

  it('there is no pace within a week, and none of one fact', () => {
    expect(
      forecastOf(
        [
          { date: '2026-10-01', value: 0 },
          { date: '2026-10-07', value: 1 },
        ],
        '2026-10-29',
      ),
    ).toBeUndefined();
    expect(forecastOf([{ date: '2026-10-01', value: 0 }], '2026-10-29')).toBeUndefined();
    expect(forecastOf([], '2026-10-29')).toBeUndefined();
  });

  it('a forecast is a share, and of facts on a line it is the line', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -0.01, max: 0.01, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (first, slope, count) => {
          const facts = Array.from({ length: count }, (_unused, index) => ({
            date: addDays('2026-09-01', index * 10),
            value: first + slope * index * 10,
          }));
          const last = (count - 1) * 10;
          const forecast = forecastOf(facts, addDays('2026-09-01', last + 30));
          expect(forecast?.value).toBeCloseTo(Math.min(1, Math.max(0, first + slope * (last + 30))), 6);
        },
      ),
    );
  });

  it.each([
    ['reached', 0.9, '2027-01-01'],
    ['missed', 0.5, '2026-09-01'],
    ['early', 0.5, '2027-01-01'],
  ] as const)('is %s', (verdict, fact, due) => {
    expect(verdictOf(fact, 0.9, due, '2026-10-01', undefined)).toBe(verdict);
  });

  it('is on its way or behind by its forecast, and without a fact neither', () => {
    const forecast = { value: 0.9, pace: 0.1, points: 2, from: '2026-09-01', to: '2026-10-01' };
    expect(verdictOf(0.5, 0.9, '2027-01-01', '2026-10-01', forecast)).toBe('onTrack');
    expect(verdictOf(0.5, 0.9, '2027-01-01', '2026-10-01', { ...forecast, value: 0.8 })).toBe('behind');
    expect(verdictOf(undefined, 0.9, '2027-01-01', '2026-10-01', forecast)).toBe('noFact');
  });
});

describe('mastery of a set', () => {
  const row = (teacher: string, competency: string, depth: number | undefined, known = true): ProfileRow => ({
    teacher,
    name: `Учитель ${teacher}`,
    competency,
    title: competency,
    self: known ? 2 : undefined,
    test: undefined,
    observation: undefined,
    target: 2,
    state: known ? (depth === undefined ? 'norm' : 'deficit') : 'unknown',
    depth,
    confirmed: false,
    wants: false,
    helps: false,
    questions: '',
    basis: { code: 'x' },
  });
  const profiles = [
    row('1', 'dee.a', undefined),
    row('1', 'dee.b', undefined),
    row('1', 'dee.c', 2),
    row('2', 'dee.a', undefined),
    row('2', 'dee.b', 2),
    row('2', 'dee.c', 1),
    row('3', 'dee.a', 2),
    row('3', 'dee.b', 1),
    row('3', 'ict.x', undefined),
    row('4', 'dee.a', undefined, false),
    row('4', 'dee.b', undefined, false),
  ];

  it('is having so many of it at the target; others are as far as the cheapest way over the line', () => {
    const progress = masteryOf(profiles, ['dee.'], 2);
    expect(progress.map(({ teacher, distance }) => [teacher, distance])).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 3],
      ['4', undefined],
    ]);
    expect(
      nearestOf(progress).map(({ teacher, missing }) => [teacher, missing.map(({ competency }) => competency)]),
    ).toEqual([
      ['2', ['dee.c']],
      ['3', ['dee.b', 'dee.a']],
    ]);
  });

  it('takes competencies by their codes too', () => {
    expect(masteryOf(profiles, ['dee.a'], 1).filter(({ distance }) => distance === 0)).toHaveLength(2);
  });
});
