// What the feedback on a module says, and what it must not tell.
import fc from 'fast-check';
import { analyseFeedback } from '../../../src/domain/feedback/analyse';
import type { FeedbackAnswers } from '../../../src/domain/survey/read-answers';
import type { Row } from '../../../src/workbook/schema';
import type { FEEDBACK } from '../../../src/workbook/tables';

const answer = (over: Partial<FeedbackAnswers> = {}): FeedbackAnswers => ({
  scales: {},
  before: undefined,
  now: undefined,
  again: undefined,
  applied: '',
  difficulties: '',
  comments: '',
  ...over,
});
const analyse = (
  answers: FeedbackAnswers[],
  asked = 5,
  side: 'consultant' | 'consultee' = 'consultee',
): ReturnType<typeof analyseFeedback> =>
  analyseFeedback({ module: 'М-1', side, asked, answered: answers.length, answers });

describe('the feedback on a module', () => {
  const full = (
    useful: number,
    clear: number,
    before: 0 | 1 | 2 | 3 | 4,
    now: 0 | 1 | 2 | 3 | 4,
    again: boolean,
  ): FeedbackAnswers => answer({ scales: { useful, clear }, before, now, again });

  it('gives response rate, index, growth and wish for more', () => {
    expect(analyse([full(5, 4, 1, 3, true), full(3, 4, 0, 1, false), full(5, 5, 2, 3, true)], 4)).toEqual({
      module: 'М-1',
      side: 'consultee',
      asked: 4,
      received: 3,
      rate: 0.75,
      index: 83.3, // (87.5 + 62.5 + 100) / 3
      before: 1,
      now: 2.33,
      gain: 1.33,
      again: 2 / 3,
      comments: '',
      remark: undefined,
    });
  });

  it.each([
    [1, 0],
    [2, 25],
    [3, 50],
    [4, 75],
    [5, 100],
  ])('puts mark %i at %i of 100', (mark, index) => {
    expect(analyse([1, 2, 3].map(() => answer({ scales: { useful: mark } }))).index).toBe(index);
  });

  it('lets every person weigh the same, however many scales he answered', () => {
    expect(
      analyse([answer({ scales: { a: 5, b: 5, c: 5 } }), answer({ scales: { a: 1 } }), answer({ scales: { a: 1 } })])
        .index,
    ).toBe(33.3);
  });

  it('reckons growth only from those who gave both levels', () => {
    const both = answer({ before: 1, now: 2 });
    expect(analyse([both, both, both, answer({ now: 4 })])).toMatchObject({ before: 1, now: 2, gain: 1 });
    expect(analyse([both, both, answer({ now: 4 })])).toMatchObject({
      before: undefined,
      now: undefined,
      gain: undefined,
      remark: { code: 'feedback.hidden.partly' },
    });
  });

  it('of fewer than three people hides averages and comments, and counts the comments', () => {
    const row = analyse([
      answer({ scales: { a: 5 }, again: true, comments: 'Спасибо' }),
      answer({ scales: { a: 4 }, again: true }),
    ]);
    expect(row).toMatchObject({ received: 2, index: undefined, again: undefined, comments: '' });
    expect(row.remark).toEqual({ code: 'feedback.hidden.comments', fields: { received: 2, least: 3, comments: 1 } });
    expect(analyse([]).remark).toEqual({ code: 'feedback.none' });
    expect(analyse([], 0).rate).toBeUndefined();
  });

  it('shows comments in text order, one a line', () => {
    const row = analyse([
      answer({ comments: 'Яснее\nбы' }),
      answer({ applied: 'Было полезно' }),
      answer({ difficulties: 'Мало времени', comments: ' ' }),
    ]);
    expect(row.comments).toBe('Было полезно\nМало времени\nЯснее бы');
  });

  it('does not miss the levels of consultants, who are not asked for them', () => {
    const one = answer({ scales: { a: 4 }, again: false });
    expect(analyse([one, one, one], 3, 'consultant').remark).toBeUndefined();
  });

  it('stays below what a cell can hold', () => {
    expect(
      analyse(Array.from({ length: 60 }, () => answer({ comments: 'ы'.repeat(3000) }))).comments.length,
    ).toBeLessThan(50_000);
  });

  it('fits the table «Отзывы» once the remark is worded', () => {
    const row: Row<typeof FEEDBACK> = { ...analyse([]), title: '', remark: '' };
    expect(row.module).toBe('М-1');
  });

  it('never shows anything averaged over fewer than three, and keeps every number in its range', () => {
    const level = fc.option(fc.constantFrom<0 | 1 | 2 | 3 | 4>(0, 1, 2, 3, 4), { nil: undefined });
    const answers = fc.array(
      fc.record({
        scales: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5 })),
        before: level,
        now: level,
        again: fc.option(fc.boolean(), { nil: undefined }),
        applied: fc.string(),
        difficulties: fc.string(),
        comments: fc.string(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const row = analyse(given, 10);
        const scaled = given.filter(({ scales }) => Object.keys(scales).length > 0).length;
        const both = given.filter(({ before, now }) => before !== undefined && now !== undefined).length;
        expect(row.index === undefined).toBe(scaled < 3);
        expect(row.gain === undefined).toBe(both < 3);
        expect(row.again === undefined).toBe(given.filter(({ again }) => again !== undefined).length < 3);
        if (given.length < 3) expect(row.comments).toBe('');
        if (row.index !== undefined) expect(row.index >= 0 && row.index <= 100).toBe(true);
        if (row.before !== undefined && row.now !== undefined && row.gain !== undefined)
          expect(Math.abs(row.now - row.before - row.gain)).toBeLessThan(0.0151);
      }),
    );
  });
});
