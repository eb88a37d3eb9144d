// How the answers came in, day by day.
import fc from 'fast-check';
import { answerDays } from '../../../src/domain/survey/answer-days';

it('counts the answers of each day and all so far, oldest day first', () => {
  expect(answerDays(['2026-09-02T10:00', '2026-09-01T23:59', '2026-09-02T08:15', ''])).toEqual([
    { date: '2026-09-01', came: 1, total: 1 },
    { date: '2026-09-02', came: 2, total: 3 },
  ]);
});

it('never loses an answer and never falls', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-09-${String(number).padStart(2, '0')}T12:00`);
  fc.assert(
    fc.property(fc.array(day), (times) => {
      const days = answerDays(times);
      expect(days.at(-1)?.total ?? 0).toBe(times.length);
      expect(days.every(({ came }) => came > 0)).toBe(true);
      days.forEach(({ total, date }, index) => {
        expect(total).toBeGreaterThan(days[index - 1]?.total ?? 0);
        expect(date > (days[index - 1]?.date ?? '')).toBe(true);
      });
    }),
  );
});
