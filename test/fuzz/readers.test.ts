// 10,000 spoilt tables and 10,000 spoilt sets of answers: the readers never throw, and nothing they write back could run.
import fc from 'fast-check';
import { competencyFromRow } from '../../src/domain/framework/rows';
import { gridOfSheet } from '../../src/domain/plan/paste';
import { readPlan } from '../../src/domain/plan/table';
import { readStaff } from '../../src/domain/staff/import';
import { decodeAnswers } from '../../src/domain/survey/decode';
import type { AskedItem, RawAnswer } from '../../src/domain/survey/form-spec';
import { needsSurvey } from '../../src/domain/survey/needs';
import { addressedOf, agreementOf, feedbackOf, needsOf, offerOf, selfOf } from '../../src/domain/survey/read-answers';
import { selfAssessment } from '../../src/domain/survey/self-assessment';
import { htmlOf, letterFrom } from '../../src/app/letters';
import { type Cell, fromCell, toCell, type Zone } from '../../src/google/workbook/cells';
import { VREMYA_ROSTA } from '../../src/programmes/vremya-rosta';
import { COMPETENCIES, TABLES } from '../../src/workbook/tables';

const RUNS = 10_000;

const zone: Zone = {
  toDate: (local) => new Date(`${local}:00Z`),
  toLocal: (date) => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 16)),
};

const TEXTS = [
  '',
  ' ',
  '=1',
  '+1',
  '-1',
  '@a',
  "'=1",
  '\t',
  '\n=1',
  '\u202e',
  '\ud800',
  '1,5',
  '99.99.9999',
  '30.11.2026',
  'да',
  'нет',
  '{"a":',
  '[]',
  '__proto__',
  'У-001',
  '0',
  '-0',
  'NaN',
  '4',
];
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 12 }));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.double(),
  fc.boolean(),
  fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01') }),
);

/** What Sheets would take for a formula or a command. */
const runs = (written: Cell): boolean => typeof written === 'string' && /^[=+\-@\t\r]/.test(written);

it('reads any cell of any table, and writes back nothing that could run', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TABLES), fc.array(cell, { minLength: 24, maxLength: 24 }), (table, cells) => {
      Object.values(table.columns).forEach((column, index) => {
        const found = fromCell(column, cells[index % cells.length] ?? '', zone);
        if ('problem' in found) expect(found.problem.code).toMatch(/^cell\./);
        else expect(runs(toCell(column, found.value, zone))).toBe(false);
      });
    }),
    { numRuns: RUNS },
  );
}, 120_000);

it('reads any staff list, plan or framework row', () => {
  const rows = fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 5 });
  const staffHead = ['Код', 'ФИО', 'Электронная почта', 'Предметы', 'Участвует', 'Школа'];
  const planHead = ['№', 'Мероприятие', 'Сроки', 'Ответственный', 'Результат'];
  fc.assert(
    fc.property(rows, (body) => {
      readStaff([staffHead, ...body], []);
      readPlan(gridOfSheet([planHead, ...body]));
      const row = Object.fromEntries(
        Object.entries(COMPETENCIES.columns).map(([key, column], index) => {
          const found = fromCell(column, body[0]?.[index % 6] ?? '', zone);
          return [key, 'value' in found ? found.value : ''];
        }),
      );
      competencyFromRow({ ...row, practice: [], roleTargets: body[0] ?? [] } as unknown as Parameters<
        typeof competencyFromRow
      >[0]);
    }),
    { numRuns: RUNS },
  );
}, 120_000);

it('decodes any set of answers', () => {
  const { competencies } = VREMYA_ROSTA.framework;
  const programme = VREMYA_ROSTA;
  const slots = [{ label: 'Пн', value: '1' }];
  const asked = [
    needsSurvey({ programme, competencies }),
    selfAssessment({ programme, competencies, days: slots, bands: slots }),
  ].map(({ items }): AskedItem[] => items.map((spec, index) => ({ itemId: String(index), spec })));
  const answer = fc.oneof(
    text,
    fc.array(text, { maxLength: 4 }),
    fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 4 }),
    fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }),
  ) as fc.Arbitrary<RawAnswer>;
  const given = fc.array(
    fc.record({ itemId: fc.oneof(fc.nat({ max: 40 }).map(String), fc.constantFrom('__proto__', 'toString')), answer }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...asked), given, (items, answers) => {
      const decoded = decodeAnswers(items, answers).answers;
      needsOf(decoded);
      selfOf(
        decoded,
        items.map(({ spec }) => spec),
      );
      addressedOf(decoded);
      agreementOf(decoded);
      feedbackOf(decoded);
      offerOf(decoded);
    }),
    { numRuns: RUNS },
  );
}, 120_000);

it('writes any letter without markup of its own and without a second line in its subject', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, title) => {
      const { subject, html } = letterFrom(
        { subject: '{title}: {name}', text: 'Здравствуйте, {name}!\n\n{title}' },
        'a@b.example',
        { name, title },
      );
      // eslint-disable-next-line no-control-regex -- exactly these are meant
      expect(subject).not.toMatch(/[\u0000-\u001f\u007f\u2028-\u202e\u2066-\u2069]/);
      expect(html.replace(/<\/?(p|br|a)( href="https:[^"<>\s]*")?>/g, '')).not.toMatch(/[<>"]/);
      expect(htmlOf(`${name}<script>`)).not.toContain('<script');
    }),
    { numRuns: RUNS },
  );
}, 60_000);
