// Measures that happen again and again: the stretches in which each time falls.
import fc from 'fast-check';
import { dateOfDay, dayNumber } from '../../../src/domain/local-time';
import type { Period } from '../../../src/domain/plan/period';
import { occurrences, type Repeat } from '../../../src/domain/plan/repeat';

const SCHOOL_YEAR: Period = { from: '2026-09-01', to: '2027-05-31' };
const shown = (repeat: Repeat, whole: Period): string[] =>
  occurrences(repeat, whole).map(({ from, to }) => `${from}…${to}`);

it('happens once in every month of its time, the first and the last cut to it', () => {
  expect(shown('monthly', { from: '2026-10-12', to: '2027-01-20' })).toEqual([
    '2026-10-12…2026-10-31',
    '2026-11-01…2026-11-30',
    '2026-12-01…2026-12-31',
    '2027-01-01…2027-01-20',
  ]);
});

it('happens once in every quarter of the calendar, and in every term of the school', () => {
  expect(shown('quarterly', SCHOOL_YEAR)).toEqual([
    '2026-09-01…2026-09-30',
    '2026-10-01…2026-12-31',
    '2027-01-01…2027-03-31',
    '2027-04-01…2027-05-31',
  ]);
  expect(shown('termly', SCHOOL_YEAR)).toEqual([
    '2026-09-01…2026-10-31',
    '2026-11-01…2026-12-31',
    '2027-01-01…2027-03-31',
    '2027-04-01…2027-05-31',
  ]);
  expect(shown('termly', { from: '2027-06-01', to: '2027-08-31' })).toEqual([]);
});

it('three times a year cuts the year into three', () => {
  expect(shown('threeYearly', SCHOOL_YEAR)).toEqual([
    '2026-09-01…2026-11-30',
    '2026-12-01…2027-02-28',
    '2027-03-01…2027-05-31',
  ]);
  expect(occurrences('threeYearly', { from: '2020-01-01', to: '2023-12-31' })).toHaveLength(12);
});

it('happens in the stretches that the plan names', () => {
  const times = [
    { from: '2020-05-01', to: '2020-05-31' },
    { from: '2021-05-01', to: '2021-05-31' },
  ];
  expect(occurrences('dates', { from: '2020-05-01', to: '2021-05-31' }, times)).toEqual(times);
});

it('without repetition happens once in its time', () => {
  expect(occurrences('', SCHOOL_YEAR)).toEqual([SCHOOL_YEAR]);
});

const REPEATS: readonly Repeat[] = [
  ...(['weekly', 'twiceMonthly', 'monthly', 'quarterly', 'termly'] as const),
  ...(['fourYearly', 'threeYearly', 'twiceYearly', 'yearly'] as const),
];

it('always lies within the measure’s time, in order, without overlap', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REPEATS),
      fc.integer({ min: 15000, max: 30000 }),
      fc.integer({ min: 0, max: 2500 }),
      (repeat, start, length) => {
        const whole = { from: dateOfDay(start), to: dateOfDay(start + length) };
        const all = occurrences(repeat, whole);
        all.forEach(({ from, to }, index) => {
          expect(from <= to && from >= whole.from && to <= whole.to).toBe(true);
          if (index > 0) expect((all[index - 1]?.to ?? '') < from).toBe(true);
        });
        // Terms alone leave days between them: the summer.
        if (repeat !== 'termly') {
          expect(all[0]?.from).toBe(whole.from);
          expect(all[all.length - 1]?.to).toBe(whole.to);
          expect(all.reduce((sum, { from, to }) => sum + dayNumber(to) - dayNumber(from) + 1, 0)).toBe(length + 1);
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('«n times a year» of whole years is n times as many as there are years', () => {
  const times = { fourYearly: 4, threeYearly: 3, twiceYearly: 2, yearly: 1 } as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(times) as (keyof typeof times)[])),
      fc.integer({ min: 2000, max: 2050 }),
      fc.integer({ min: 1, max: 6 }),
      (repeat, year, years) => {
        const whole = { from: `${String(year)}-09-01`, to: `${String(year + years)}-08-31` };
        expect(occurrences(repeat, whole)).toHaveLength(times[repeat] * years);
      },
    ),
  );
});
