// The steps of working with another school, and the file its coordinator gets.
import fc from 'fast-check';
import { base64Of, csvOf } from '../../../src/domain/partner/csv-file';
import { nextStepOf, type PartnerFacts } from '../../../src/domain/partner/standing';

const NOTHING: PartnerFacts = {
  agreed: false,
  people: 0,
  asked: 0,
  answered: 0,
  deficits: 0,
  groups: 0,
  planned: 0,
  held: 0,
  feedbackAsked: 0,
  shared: false,
};

it('the steps follow one another as the work goes on', () => {
  const steps: readonly Partial<PartnerFacts>[] = [
    {},
    { agreed: true },
    { people: 5 },
    { asked: 5 },
    { answered: 2, deficits: 3 },
    { groups: 1 },
    { planned: 1 },
    { planned: 0, held: 1 },
    { feedbackAsked: 3 },
    { shared: true },
  ];
  let facts = NOTHING;
  const seen = steps.map((step) => nextStepOf((facts = { ...facts, ...step })));
  expect(seen).toEqual([
    'agree',
    'staff',
    'survey',
    'answers',
    'groups',
    'module',
    'hold',
    'feedback',
    'report',
    'done',
  ]);
});

it('a school without deficits needs no groups', () => {
  expect(nextStepOf({ ...NOTHING, agreed: true, people: 2, asked: 2, answered: 2 })).toBe('report');
});

describe('the file', () => {
  it('keeps what is written and never becomes a formula', () => {
    expect(
      csvOf([
        ['ФИО', 'a,b'],
        ['=1+1', 'он сказал "да"'],
        ['@x', '-'],
      ]),
    ).toBe('\uFEFFФИО,"a,b"\r\n\'=1+1,"он сказал ""да"""\r\n\'@x,\'-\r\n');
  });

  it('is the base64 of its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(Buffer.from(base64Of(text), 'base64').toString('utf8')).toBe(text);
        expect(base64Of(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
      }),
    );
  });
});
