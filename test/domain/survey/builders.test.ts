import fc from 'fast-check';
import type { FormSpec, ItemSpec } from '../../../src/domain/survey/form-spec';
import { agreementForm } from '../../../src/domain/survey/agreement';
import { addressedSurvey } from '../../../src/domain/survey/addressed';
import { feedbackForm } from '../../../src/domain/survey/feedback';
import { needsSurvey } from '../../../src/domain/survey/needs';
import { selfAssessment } from '../../../src/domain/survey/self-assessment';
import { VREMYA_ROSTA } from '../../../src/programmes/vremya-rosta';
import { sampleForms } from '../../../examples/generator/forms';
import { builders } from './arbitrary';

const programme = VREMYA_ROSTA;
const { competencies } = programme.framework;
const days = ['1', '2'].map((value) => ({ value, label: `день ${value}` }));
const bands = [{ value: '14:00-15:00', label: '14:00–15:00' }];

function item(spec: FormSpec, key: string): ItemSpec {
  const found = spec.items.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no question ${key}`);
  return found;
}

/** Service calls to build an item: add, title, help, choices / bounds and labels / rows and columns, required. */
function calls(spec: ItemSpec): number {
  const content = {
    section: 0,
    header: 0,
    choice: 1,
    checkbox: 1,
    scale: 2,
    text: 0,
    paragraph: 0,
    grid: 2,
    checkboxGrid: 2,
    date: 0,
  };
  return (
    2 +
    (spec.help === undefined ? 0 : 1) +
    content[spec.type] +
    ('required' in spec && spec.required ? 1 : 0) +
    ('other' in spec && spec.other === true ? 1 : 0)
  );
}

describe('needs survey', () => {
  const spec = needsSurvey({ programme, competencies, school: 'Школа № 1', cycle: '2026-1' });

  it('offers the technologies marked for it, and a way to need none of them', () => {
    expect(item(spec, 'needs')).toMatchObject({
      type: 'checkbox',
      required: true,
      options: [
        { value: 'ict.distance' },
        { value: 'ict.spreadsheets' },
        { value: 'ict.forms' },
        { value: 'ict.presentations' },
        { value: 'none' },
      ],
    });
  });

  it('does not offer a technology that is no longer in use', () => {
    const fewer = competencies.map((one) => (one.id === 'ict.forms' ? { ...one, active: false } : one));
    const less = item(needsSurvey({ programme, competencies: fewer, school: '', cycle: '' }), 'needs');
    expect(less.type === 'checkbox' && less.options.map(({ value }) => value)).not.toContain('ict.forms');
  });

  it('names the cycle in the file and the school in what is read', () => {
    expect(spec.fileName).toMatch(/ · 2026-1$/);
    expect(spec.description).toContain('Школа № 1');
    expect(needsSurvey({ programme, competencies, school: ' ', cycle: '' }).description).toContain(
      programme.texts.schoolFallback,
    );
  });

  it('asks for consent on a page of its own, with its full text and version', () => {
    const at = spec.items.findIndex(({ key }) => key === 'consent');
    expect(spec.items[at - 1]).toMatchObject({ type: 'section', help: expect.stringContaining('152-ФЗ') as string });
    expect(spec.items.slice(at)).toHaveLength(1);
    expect(spec.items[at]).toMatchObject({ required: true, options: [{ value: programme.texts.consent.version }] });
  });
});

describe('self-assessment', () => {
  const spec = selfAssessment({ programme, competencies, days, bands });

  it('asks every competency in use for a level by its five descriptors, in order', () => {
    for (const { id, descriptors } of competencies) {
      expect(item(spec, `level:${id}`)).toMatchObject({
        type: 'choice',
        required: true,
        options: descriptors.map((label, level) => ({ label, value: String(level) })),
      });
    }
  });

  it('has one section an area, each with wishes and readiness in one grid and one box for questions', () => {
    for (const n of [1, 2, 3, 4]) {
      expect(item(spec, `section:${n}`).type).toBe('section');
      expect(item(spec, `intent:${n}`)).toMatchObject({
        type: 'checkboxGrid',
        required: false,
        columns: [{ value: 'want' }, { value: 'help' }],
      });
      expect(item(spec, `questions:${n}`).type).toBe('paragraph');
    }
    expect(item(spec, 'intent:2')).toMatchObject({
      rows: [{ value: 'ict.spreadsheets' }, { value: 'ict.forms' }, { value: 'ict.presentations' }],
    });
  });

  it('asks for convenient times, consent and a staff code', () => {
    expect(item(spec, 'times')).toMatchObject({ type: 'checkboxGrid', rows: days, columns: bands });
    expect(item(spec, 'consent')).toMatchObject({ required: true });
    expect(item(spec, 'code')).toMatchObject({ type: 'text', required: false });
  });
});

describe('addressed survey', () => {
  it("asks about one technology, with that competency's own practical questions", () => {
    const forms = competencies.filter(({ inNeedsSurvey }) => inNeedsSurvey);
    for (const competency of forms) {
      const spec = addressedSurvey({ programme, competency });
      expect(spec.title).toContain(competency.title);
      expect(spec.items.filter(({ key }) => key.startsWith('practice:')).map(({ title }) => title)).toEqual(
        competency.practice,
      );
      expect(item(spec, 'need')).toMatchObject({ options: [{ value: 'yes' }, { value: 'partly' }, { value: 'no' }] });
    }
  });
});

describe('agreement form', () => {
  const competency = competencies[0];
  if (competency === undefined) throw new Error('no competency');
  const group = {
    id: 'Г-3',
    competency,
    consultants: ['Кленова А. А.'],
    consultees: ['Липова Б. Б.'],
    questions: [],
    slots: [],
  };

  it('shows the consultant who will come, what they asked and when everybody can', () => {
    const slots = [{ value: '2|15:00-16:00', label: 'вторник, 15:00–16:00' }];
    const spec = agreementForm({ programme, group: { ...group, questions: ['Как?', 'Зачем?'], slots } });
    expect(spec.description).toContain('Липова Б. Б.');
    expect(item(spec, 'covered')).toMatchObject({
      options: [
        { label: 'Как?', value: '1' },
        { label: 'Зачем?', value: '2' },
      ],
    });
    expect(item(spec, 'slots')).toMatchObject({ options: slots });
  });

  it('asks nothing that would have no choices', () => {
    const keys = agreementForm({ programme, group }).items.map(({ key }) => key);
    expect(keys).not.toContain('covered');
    expect(keys).not.toContain('slots');
    expect(keys).toContain('slots.other');
  });
});

describe('feedback forms', () => {
  const module = { id: 'М-1', title: 'Электронные таблицы', date: '12.10.2026', consultants: ['Кленова А. А.'] };
  const sides = {
    consultant: feedbackForm('consultant', { programme, module, top: 4 }),
    consultee: feedbackForm('consultee', { programme, module, top: 4 }),
  };

  it('ask consultants and consultees different things', () => {
    const scales = (spec: FormSpec): string[] =>
      spec.items.map(({ key }) => key).filter((key) => key.startsWith('scale:'));
    expect(scales(sides.consultant)).toEqual(['scale:readiness', 'scale:activity', 'scale:goals']);
    expect(scales(sides.consultee)).toEqual(['scale:usefulness', 'scale:clarity', 'scale:practice', 'scale:pace']);
    expect(sides.consultant.kind).toBe('feedback.consultant');
    expect(sides.consultee.kind).toBe('feedback.consultee');
  });

  it('ask only the consultee for the level before and now, 0 to 4', () => {
    for (const key of ['before', 'now']) {
      expect(item(sides.consultee, key)).toMatchObject({ type: 'scale', low: 0, high: 4 });
      expect(sides.consultant.items.map((one) => one.key)).not.toContain(key);
    }
  });
});

describe('every questionnaire', () => {
  it('costs at most four service calls an item on average', () => {
    for (const spec of sampleForms()) {
      const total = spec.items.reduce((sum, one) => sum + calls(one), 0);
      expect({ kind: spec.kind, ok: total <= 4 * spec.items.length }).toEqual({ kind: spec.kind, ok: true });
    }
  });

  it('leaves no placeholder unfilled', () => {
    expect(JSON.stringify(sampleForms())).not.toMatch(/\{[a-z]+\}/i);
  });

  it.each(Object.entries(builders))(
    '%s: keys, question titles and labels are told apart whatever the framework says',
    (_name, builder) => {
      fc.assert(
        fc.property(builder, (spec) => {
          const distinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
          const questions = spec.items.filter(({ type }) => type !== 'section' && type !== 'header');
          expect(distinct(spec.items.map(({ key }) => key))).toBe(true);
          expect(distinct(questions.map(({ title }) => title))).toBe(true);
          for (const one of spec.items) {
            const lists = [
              ...('options' in one ? [one.options] : []),
              ...('rows' in one ? [one.rows, one.columns] : []),
            ];
            for (const list of lists) {
              expect(list.length).toBeGreaterThan(0);
              expect(distinct(list.map(({ label }) => label))).toBe(true);
              expect(list.every(({ label }) => label.trim() !== '')).toBe(true);
            }
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('levels before a session and now', () => {
  it.each([
    [5, 5],
    [4, 4],
    [2, 3],
  ])('go up to the top of what was learnt, %i, but a scale of Google’s ends at 3 at least', (top, high) => {
    const module = { id: '1', title: 'Первый круг', date: '', consultants: [] };
    const asked = feedbackForm('consultee', { programme, module, top }).items.filter(({ key }) =>
      ['before', 'now'].includes(key),
    );
    expect(asked).toHaveLength(2);
    for (const item of asked) expect(item).toMatchObject({ type: 'scale', low: 0, high });
  });
});

describe('a form whose session has no date or consultants to name', () => {
  it('says nothing of them', () => {
    const module = { id: '1', title: 'Первый круг', date: '', consultants: [] };
    const { description } = feedbackForm('consultee', { programme, module, top: 4 });
    expect(description).toContain('Первый круг');
    expect(description).not.toMatch(/Дата|Вели/);
  });
});
