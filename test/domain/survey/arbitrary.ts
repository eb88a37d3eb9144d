// Arbitrary programmes' data, questionnaires of every kind made of it, answers to them, and what Google Forms would hold.
import fc from 'fast-check';
import type { Competency } from '../../../src/domain/framework/framework';
import { addressedSurvey } from '../../../src/domain/survey/addressed';
import { agreementForm } from '../../../src/domain/survey/agreement';
import { feedbackForm } from '../../../src/domain/survey/feedback';
import type {
  Answer,
  Answers,
  AskedItem,
  FormSpec,
  ItemSpec,
  Option,
  RawAnswer,
} from '../../../src/domain/survey/form-spec';
import { needsSurvey } from '../../../src/domain/survey/needs';
import { offerForm } from '../../../src/domain/survey/offer';
import { selfAssessment } from '../../../src/domain/survey/self-assessment';
import { VREMYA_ROSTA } from '../../../src/programmes/vremya-rosta';
import type { RespondentAnswer } from '../../../examples/answers-format';

const programme = VREMYA_ROSTA;

/** Words people write: also empty, repeated, with odd spaces and signs. */
export const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    'Таблицы',
    'таблицы',
    'Таблицы  класса',
    'Таблицы\u00a0класса',
    'e\u0301',
    '\u00e9',
    '{title}',
  ),
);

const level = fc.constantFrom(0, 1, 2, 3, 4);

const competency = (index: number): fc.Arbitrary<Competency> =>
  fc.record({
    id: fc.constant(`c.${index}`),
    area: fc.constantFrom('Первая', 'Вторая', ''),
    title: words,
    descriptors: fc.tuple(words, words, words, words, words),
    target: level,
    roleTargets: fc.constant({}),
    consultantFrom: level,
    inNeedsSurvey: fc.boolean(),
    practice: fc.array(words, { maxLength: 4 }),
    active: fc.boolean(),
  });

export const competencies: fc.Arbitrary<readonly Competency[]> = fc
  .integer({ min: 1, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => competency(index))));

const options = (values: readonly string[]): fc.Arbitrary<readonly Option[]> =>
  fc
    .subarray([...values])
    .chain((some) => fc.tuple(...some.map((value) => words.map((label): Option => ({ label, value })))));

const days = options(['1', '2', '3', '4', '5', '6', '7']);
const bands = options(['14:00-15:00', '15:00-16:00', '16:00-17:00']);
const slots = options(['1|14:00-15:00', '2|15:00-16:00', '7|16:00-17:00']);
const names = fc.array(words, { maxLength: 3 });

/** Every builder on arbitrary data. */
export const builders: Readonly<Record<string, fc.Arbitrary<FormSpec>>> = {
  'needs survey': competencies.map((all) => needsSurvey({ programme, competencies: all, school: 'Школа', cycle: '1' })),
  'self-assessment': fc
    .tuple(competencies, days, bands)
    .map(([all, d, b]) => selfAssessment({ programme, competencies: all, days: d, bands: b })),
  'addressed survey': competency(1).map((one) => addressedSurvey({ programme, competency: one })),
  'agreement form': fc
    .tuple(competency(1), names, names, fc.array(words, { maxLength: 5 }), slots)
    .map(([one, consultants, consultees, questions, times]) =>
      agreementForm({
        programme,
        group: { id: 'Г-1', competency: one, consultants, consultees, questions, slots: times },
      }),
    ),
  "consultant's feedback": words.map((title) =>
    feedbackForm('consultant', {
      programme,
      module: { id: 'М-1', title, date: '2026-10-12', consultants: [] },
      top: 4,
    }),
  ),
  "consultee's feedback": words.map((title) =>
    feedbackForm('consultee', { programme, module: { id: 'М-1', title, date: '2026-10-12', consultants: [] }, top: 4 }),
  ),
  'offer form': competencies.map((all) => offerForm({ programme, competencies: all, kinds: programme.bank.kinds })),
};

const valuesOf = (choices: readonly Option[]): string[] => choices.map(({ value }) => value);

/** What is written, as it is kept: no white space around. */
const written = (lines: boolean): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => (lines ? text : text.replace(/[\r\n\u2028\u2029]/g, ' ')).trim())
    .filter((text) => text !== '');

function answerTo(item: ItemSpec): fc.Arbitrary<Answer | undefined> {
  switch (item.type) {
    case 'section':
    case 'header':
      return fc.constant(undefined);
    case 'text':
    case 'paragraph':
      return written(item.type === 'paragraph');
    case 'choice':
      return fc.constantFrom(...valuesOf(item.options));
    case 'checkbox':
      return fc.subarray(valuesOf(item.options), { minLength: 1 });
    case 'scale':
      return fc.integer({ min: item.low, max: item.high });
    case 'date':
      return fc.constant('2026-10-12');
    case 'grid':
    case 'checkboxGrid': {
      const cell = fc.subarray(valuesOf(item.columns), {
        minLength: 1,
        ...(item.type === 'grid' ? { maxLength: 1 } : {}),
      });
      return fc
        .subarray(valuesOf(item.rows), { minLength: 1 })
        .chain((rows) => fc.tuple(...rows.map((row) => cell.map((columns) => [row, columns] as const))))
        .map((rows) => Object.fromEntries(rows));
    }
  }
}

/** A form together with answers to some of its questions. */
export function answered(
  form: fc.Arbitrary<FormSpec>,
): fc.Arbitrary<{ readonly spec: FormSpec; readonly answers: Answers }> {
  return form.chain((spec) =>
    fc.tuple(...spec.items.map((item) => fc.option(answerTo(item), { nil: undefined, freq: 4 }))).map((given) => ({
      spec,
      answers: Object.fromEntries(
        given.flatMap((answer, index): [string, Answer][] =>
          answer === undefined ? [] : [[spec.items[index]?.key ?? '', answer]],
        ),
      ),
    })),
  );
}

/** The form as built: item ids that say nothing about the order. */
export function asked(spec: FormSpec): AskedItem[] {
  return spec.items.map((item, index) => ({ itemId: String(1000 - index * 7), spec: item }));
}

function raw(item: ItemSpec, entered: RespondentAnswer): RawAnswer {
  if (item.type === 'scale') return String(entered);
  if (
    (item.type === 'grid' || item.type === 'checkboxGrid') &&
    typeof entered === 'object' &&
    !Array.isArray(entered)
  ) {
    const rows = new Map(Object.entries(entered as Readonly<Record<string, string | readonly string[]>>));
    return item.rows.map(({ label }) => rows.get(label) ?? null) as RawAnswer;
  }
  return typeof entered === 'number' ? String(entered) : (entered as RawAnswer);
}

/** What Forms gives back for what a respondent entered by title. */
export function held(
  items: readonly AskedItem[],
  entered: Readonly<Record<string, RespondentAnswer>>,
): { itemId: string; answer: RawAnswer }[] {
  const byTitle = new Map(Object.entries(entered));
  return items.flatMap(({ itemId, spec }) => {
    const answer = spec.type === 'section' || spec.type === 'header' ? undefined : byTitle.get(spec.title);
    return answer === undefined ? [] : [{ itemId, answer: raw(spec, answer) }];
  });
}
