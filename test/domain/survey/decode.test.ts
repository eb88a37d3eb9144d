import fc from 'fast-check';
import { toRespondentAnswers } from '../../../examples/answers-format';
import { decodeAnswers } from '../../../src/domain/survey/decode';
import type { AskedItem } from '../../../src/domain/survey/form-spec';
import { answered, asked, builders, held } from './arbitrary';

const OPTIONS = [
  { label: 'Таблицы', value: 'ict.spreadsheets' },
  { label: 'Формы', value: 'ict.forms' },
];
const NEEDS: AskedItem = {
  itemId: '7',
  spec: { key: 'needs', title: 'Что?', type: 'checkbox', required: true, options: OPTIONS },
};
const LEVEL: AskedItem = {
  itemId: '8',
  spec: { key: 'level:ict.forms', title: 'Формы', type: 'choice', required: true, options: OPTIONS },
};
const GRID: AskedItem = {
  itemId: '9',
  spec: {
    key: 'intent:1',
    title: 'Что хотите?',
    type: 'checkboxGrid',
    required: false,
    rows: OPTIONS,
    columns: [
      { label: 'Хочу', value: 'want' },
      { label: 'Готов', value: 'help' },
    ],
  },
};

describe('decoding answers', () => {
  it.each(Object.entries(builders))('%s: gives back exactly what the respondent meant', (_name, builder) => {
    fc.assert(
      fc.property(answered(builder), ({ spec, answers }) => {
        const items = asked(spec);
        const entered = toRespondentAnswers(spec, answers);
        expect(entered.missing).toEqual([]);
        expect(decodeAnswers(items, held(items, entered.answers))).toEqual({ answers, unreadable: [] });
      }),
      { numRuns: 100 },
    );
  });

  it.each(Object.entries(builders))('%s: does not depend on the order of the items', (_name, builder) => {
    fc.assert(
      fc.property(answered(builder), ({ spec, answers }) => {
        const items = asked(spec);
        const given = held(items, toRespondentAnswers(items, answers).answers);
        expect(decodeAnswers([...items].reverse(), [...given].reverse()).answers).toEqual(answers);
      }),
      { numRuns: 30 },
    );
  });

  it('knows a question by its id, so an edited title changes nothing', () => {
    const renamed: AskedItem = { ...NEEDS, spec: { ...NEEDS.spec, title: 'Совсем другой вопрос' } };
    expect(decodeAnswers([renamed], [{ itemId: '7', answer: ['Формы'] }]).answers).toEqual({ needs: ['ict.forms'] });
  });

  it("passes over questions of the director's own", () => {
    expect(decodeAnswers([NEEDS], [{ itemId: '1', answer: 'Что угодно' }])).toEqual({ answers: {}, unreadable: [] });
  });

  it('reads a label whose spaces were touched up', () => {
    expect(decodeAnswers([LEVEL], [{ itemId: '8', answer: ' Формы\u00a0' }]).answers).toEqual({
      'level:ict.forms': 'ict.forms',
    });
  });

  it('reports a label that is no longer known and reads the rest all the same', () => {
    const given = [
      { itemId: '8', answer: 'Формочки' },
      { itemId: '7', answer: ['Таблицы', 'Презентации'] },
    ];
    expect(decodeAnswers([NEEDS, LEVEL], given)).toEqual({
      answers: { needs: ['ict.spreadsheets'] },
      unreadable: [
        { key: 'level:ict.forms', answer: 'Формочки' },
        { key: 'needs', answer: ['Презентации'] },
      ],
    });
  });

  it('keeps words of one’s own where the question invites them', () => {
    const open: AskedItem = { itemId: '7', spec: { ...NEEDS.spec, other: true } as AskedItem['spec'] };
    expect(decodeAnswers([open], [{ itemId: '7', answer: ['Монтаж видео', 'Формы'] }])).toEqual({
      answers: { needs: ['ict.forms', 'Монтаж видео'] },
      unreadable: [],
    });
  });

  it('reads a grid row by row, unanswered rows left out', () => {
    expect(decodeAnswers([GRID], [{ itemId: '9', answer: [null, ['Готов', 'Хочу']] }]).answers).toEqual({
      'intent:1': { 'ict.forms': ['want', 'help'] },
    });
  });

  it('does not guess which row an answer belongs to when rows were added or taken away', () => {
    const answer = [['Хочу'], null, ['Готов']];
    expect(decodeAnswers([GRID], [{ itemId: '9', answer }])).toEqual({
      answers: {},
      unreadable: [{ key: 'intent:1', answer }],
    });
  });

  it('refuses a number outside the scale and a date that is none', () => {
    const scale: AskedItem = {
      itemId: '1',
      spec: { key: 'now', title: '?', type: 'scale', required: true, low: 0, high: 4, lowLabel: '', highLabel: '' },
    };
    const date: AskedItem = { itemId: '2', spec: { key: 'day', title: '?', type: 'date', required: false } };
    const given = [
      { itemId: '1', answer: '5' },
      { itemId: '2', answer: '2026-02-30' },
    ];
    expect(decodeAnswers([scale, date], given).unreadable.map(({ key }) => key)).toEqual(['now', 'day']);
    expect(decodeAnswers([scale], [{ itemId: '1', answer: '0' }]).answers).toEqual({ now: 0 });
  });

  it('never throws, whatever shape an answer has', () => {
    const shapes = fc.oneof(fc.string(), fc.array(fc.string()), fc.array(fc.option(fc.array(fc.string()))));
    fc.assert(
      fc.property(shapes, (answer) => {
        for (const item of [NEEDS, LEVEL, GRID]) decodeAnswers([item], [{ itemId: item.itemId, answer }]);
      }),
    );
  });
});
