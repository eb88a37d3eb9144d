// Regular use of ICT: so many lessons in each of the last months of term.
import fc from 'fast-check';
import { monthsOfTerm, regularity } from '../../../src/domain/lessons/regular';

describe('the last months of term', () => {
  it.each([
    ['are whole: the present one does not count', '2026-12-01', '2026-09-01', 3, ['2026-11', '2026-10', '2026-09']],
    ['do not go back before the programme', '2026-11-20', '2026-10-15', 3, ['2026-10']],
    ['leave the summer out', '2026-11-05', '', 4, ['2026-10', '2026-09', '2026-05', '2026-04']],
    ['pass the turn of the year', '2027-02-01', '2026-09-01', 3, ['2027-01', '2026-12', '2026-11']],
    ['are none while the first month of the programme goes on', '2026-09-30', '2026-09-01', 3, []],
  ])('%s', (_title, today, from, most, months) => {
    expect(monthsOfTerm(today, from, most)).toEqual(months);
  });
});

describe('regularity', () => {
  const lesson = (teacher: string, ...dates: string[]): { teacher: string; date: string }[] =>
    dates.map((date) => ({ teacher, date }));

  it('wants the number in every one of the months, not in their sum', () => {
    const lessons = [
      ...lesson('a', '2026-10-02', '2026-10-20', '2026-11-03', '2026-11-30'),
      ...lesson('b', '2026-10-02', '2026-10-03', '2026-10-04', '2026-11-30'),
      ...lesson('c', '2026-12-01'),
    ];
    expect(regularity(['a', 'b', 'c'], lessons, ['2026-11', '2026-10'], 2)).toEqual([
      { teacher: 'a', lessons: 4, missing: 0 },
      { teacher: 'b', lessons: 4, missing: 1 },
      { teacher: 'c', lessons: 0, missing: 4 },
    ]);
  });

  it('says nothing while no month is over', () => {
    expect(regularity(['a'], lesson('a', '2026-10-02'), [], 1)).toEqual([]);
  });

  it('a further lesson never makes anybody less regular', () => {
    const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(date, { maxLength: 6 }), date, fc.integer({ min: 1, max: 4 }), (dates, more, least) => {
        const missing = (all: readonly string[]): number =>
          regularity(['a'], lesson('a', ...all), ['2026-10'], least)[0]?.missing ?? 0;
        expect(missing([...dates, more])).toBeLessThanOrEqual(missing(dates));
      }),
    );
  });
});
