import fc from 'fast-check';
import { bindForm, boundAnswers, type ConfirmedLine } from '../../../src/domain/binding/bind';
import { bindingChanges } from '../../../src/domain/binding/changes';
import { formLink } from '../../../src/domain/binding/form-link';
import { type FormItem, proposeBinding } from '../../../src/domain/binding/propose';
import { decodeAnswers } from '../../../src/domain/survey/decode';
import { VREMYA_ROSTA } from '../../../src/programmes/vremya-rosta';

const { competencies } = VREMYA_ROSTA.framework;
const item = (itemId: string, type: FormItem['type'], title: string, more: Partial<FormItem> = {}): FormItem => ({
  itemId,
  type,
  title,
  options: [],
  rows: [],
  ...more,
});
const confirmed = (items: readonly FormItem[]): ConfirmedLine[] =>
  proposeBinding(items, competencies).map((line, row) => ({ ...line, row }));

const FORMS = item('1', 'choice', 'Гугл-формы', { options: ['Не умею', 'Уверенно', 'Учу других', 'Затрудняюсь'] });
const INTENT = item('2', 'checkboxGrid', 'Ваши планы', {
  rows: ['Гугл-формы', 'Электронные таблицы', 'Рыбалка'],
  options: ['Хочу освоить', 'Готов помочь', 'Не знаю'],
});

describe('a bound form', () => {
  it('gives levels, wishes and help from answers, and passes over what is not to count', () => {
    const lines = confirmed([FORMS, INTENT]);
    expect(lines.find(({ label }) => label === 'Затрудняюсь')?.role).toBe('skip');
    const { asked, problems } = bindForm([FORMS, INTENT], lines, competencies);
    expect(problems).toEqual([]);
    const { answers, unreadable } = decodeAnswers(asked, [
      { itemId: '1', answer: 'Уверенно' },
      { itemId: '2', answer: [['Хочу освоить', 'Готов помочь'], ['Не знаю'], ['Хочу освоить']] },
    ]);
    expect(unreadable).toEqual([]);
    expect(
      boundAnswers(
        answers,
        asked.map(({ spec }) => spec),
      ),
    ).toEqual({
      levels: { 'ict.forms': 3 },
      wants: ['ict.forms'],
      helps: ['ict.forms'],
    });
    const idle = decodeAnswers(asked, [{ itemId: '1', answer: 'Затрудняюсь' }]);
    expect(idle.unreadable).toEqual([]);
    expect(
      boundAnswers(
        idle.answers,
        asked.map(({ spec }) => spec),
      ).levels,
    ).toEqual({});
  });

  it.each([
    ['a competency that is not there', { competency: 'no.such' }, 'binding.competency.unknown'],
    ['no competency', { competency: ' ' }, 'binding.competency.missing'],
    ['no level', { level: '' }, 'binding.level.missing'],
    ['a role that a choice cannot have', { role: 'want' as const }, 'binding.role.unfit'],
    ['another competency than its fellows', { competency: 'ict.spreadsheets' }, 'binding.mixed'],
  ])('names a line with %s', (_name, change, code) => {
    const lines = confirmed([FORMS]).map((line, index) => (index === 0 ? { ...line, ...change } : line));
    expect(bindForm([FORMS], lines, competencies).problems.map((problem) => problem.code)).toContain(code);
  });

  it('asks about a competency once, and for a name once', () => {
    const twin = { ...FORMS, itemId: '3' };
    expect(bindForm([FORMS, twin], confirmed([FORMS, twin]), competencies).problems).toMatchObject([
      { code: 'binding.twice' },
    ]);
    const names = [item('4', 'text', 'ФИО'), item('5', 'text', 'Ваши фамилия и имя')];
    expect(bindForm(names, confirmed(names), competencies)).toMatchObject({
      codeItem: '4',
      problems: [{ code: 'binding.persons' }],
    });
  });

  it('never lets through a level off the scale or a competency that is not there, whatever was written', () => {
    const line = fc.record({
      role: fc.constantFrom('level' as const, 'want' as const, 'skip' as const),
      competency: fc.oneof(fc.constant('ict.forms'), fc.string()),
      level: fc.oneof(fc.integer({ min: -2, max: 8 }).map(String), fc.string()),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 4 }), (written) => {
        const lines = confirmed([FORMS]).map((one, index) => ({ ...one, ...written[index] }));
        const { asked } = bindForm([FORMS], lines, competencies);
        return asked.every(
          ({ spec }) =>
            spec.type === 'choice' &&
            spec.key === 'level:ict.forms' &&
            spec.options.every(({ value }) => value === '' || ['0', '1', '2', '3', '4'].includes(value)),
        );
      }),
    );
  });
});

describe('a form edited after it was bound', () => {
  const { asked } = bindForm([FORMS], confirmed([FORMS]), competencies);

  it('is as it was when only spaces differ', () => {
    expect(bindingChanges(asked, [{ ...FORMS, title: ' Гугл-формы ' }])).toEqual([]);
  });

  it('is told by what is gone, renamed or new', () => {
    expect(bindingChanges(asked, [])).toMatchObject([{ code: 'binding.item.gone' }]);
    expect(bindingChanges(asked, [{ ...FORMS, title: 'Формы', options: ['Учу других', 'Мастер'] }])).toEqual([
      { code: 'binding.item.renamed', fields: { question: 'Гугл-формы', now: 'Формы' } },
      { code: 'binding.item.answers', fields: { question: 'Гугл-формы', labels: ['Мастер'] } },
    ]);
  });
});

describe('a link', () => {
  const ID = '1a2b3c4d5e6f7g8h9i0jKLMNOPqrstuvwxyz_-ABCDEF';
  it.each([
    [`https://docs.google.com/forms/d/${ID}/edit#responses`, { kind: 'form', formId: ID }],
    [`docs.google.com/a/school.example/forms/d/${ID}`, { kind: 'form', formId: ID }],
    [`https://docs.google.com/forms/u/0/d/${ID}/edit`, { kind: 'form', formId: ID }],
    [`https://docs.google.com/forms/d/e/${ID}/viewform`, { kind: 'answers' }],
    ['https://forms.gle/AbC', { kind: 'short' }],
    [`https://docs.google.com/spreadsheets/d/${ID}/edit`, { kind: 'other' }],
    ['', { kind: 'other' }],
  ])('%s', (link, found) => {
    expect(formLink(link)).toEqual(found);
  });
});
