// The forms port: a form is built from its description item by item, and can be taken up wherever an attempt died.
import fc from 'fast-check';
import { createLocalWorkspace, type LocalWorkspace } from '../../local/index';
import { readForm } from '../../local/services/form/index';
import type { FormSpec, ItemSpec } from '../../src/domain/survey/form-spec';
import { createFormEraser } from '../../src/google/form-eraser';
import { createForms } from '../../src/google/forms';

const options = (...labels: readonly string[]): { label: string; value: string }[] =>
  labels.map((label, index) => ({ label, value: `v${String(index)}` }));

/** Every kind of item the product asks with. */
const ITEMS: readonly ItemSpec[] = [
  { type: 'header', key: 'h', title: 'О чём анкета', help: 'Пять минут' },
  { type: 'choice', key: 'level', title: 'Уровень', required: true, options: options('не умею', 'умею') },
  { type: 'choice', key: 'need', title: 'Нужно ли', required: false, options: options('да', 'нет'), other: true },
  { type: 'checkbox', key: 'needs', title: 'Что нужно', required: true, options: options('формы', 'таблицы') },
  { type: 'section', key: 's', title: 'Дальше' },
  {
    type: 'scale',
    key: 'scale',
    title: 'Оцените',
    required: true,
    low: 1,
    high: 5,
    lowLabel: 'плохо',
    highLabel: 'хорошо',
  },
  { type: 'text', key: 'code', title: 'Код', required: true },
  { type: 'paragraph', key: 'why', title: 'Почему', required: false },
  { type: 'date', key: 'day', title: 'Когда', required: false },
  {
    type: 'grid',
    key: 'grid',
    title: 'По строкам',
    required: true,
    rows: options('а', 'б'),
    columns: options('1', '2'),
  },
  {
    type: 'checkboxGrid',
    key: 'times',
    title: 'Время',
    required: false,
    rows: options('Пн', 'Вт'),
    columns: options('14:00', '15:00'),
  },
];

const SPEC: FormSpec = {
  kind: 'self',
  title: 'Самооценка',
  fileName: 'Самооценка · 1',
  description: 'Что Вы уже умеете',
  confirmation: 'Спасибо',
  collectEmail: true,
  allowEdit: true,
  items: ITEMS,
};

function fresh(): { workspace: LocalWorkspace; forms: ReturnType<typeof createForms> } {
  const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z'), user: 'director@school.example' });
  const { FormApp, Drive } = workspace.globals;
  Object.assign(globalThis, { FormApp, Drive });
  return { workspace, forms: createForms(createFormEraser) };
}

/** May go on so many times. */
const times = (count: number): (() => boolean) => {
  let left = count;
  return () => left-- > 0;
};

/** What respondents see of a form, without the ids that Forms makes up. */
function seen(workspace: LocalWorkspace, formId: string): unknown {
  const { items, ...form } = readForm(workspace.world, formId);
  return { title: form.title, items: items.map((item) => ({ ...item, id: undefined })) };
}

describe('a form', () => {
  it('is found again by its effect key, and not by another', () => {
    const { forms } = fresh();
    const id = forms.create('key-1', 'Файл', undefined);
    expect(forms.find('key-1')).toBe(id);
    expect(forms.find('key-2')).toBeUndefined();
  });

  it('in the bin is not found, so that a new one can be made', () => {
    const { forms } = fresh();
    const id = forms.create('key-1', 'Файл', undefined);
    forms.trash(id);
    expect(forms.find('key-1')).toBeUndefined();
    expect(() => {
      forms.trash(id);
      forms.trash('there-is-no-such-file');
    }).not.toThrow();
  });

  it('holds the items of its description, in order, each known by its id', () => {
    const { workspace, forms } = fresh();
    const id = forms.create('key', SPEC.fileName, undefined);
    const { done, built, items } = forms.build(id, SPEC, () => true);
    expect({ done, built }).toEqual({ done: true, built: ITEMS.length });
    expect(items.map(({ spec }) => spec)).toEqual(ITEMS);
    const view = readForm(workspace.world, id);
    expect(view.items.map((item) => String(item.id))).toEqual(items.map(({ itemId }) => itemId));
    expect(view.items.map((item) => item.title)).toEqual(ITEMS.map(({ title }) => title));
  });

  it('built in pieces is the same as one built at once, wherever it was left', () => {
    const whole = fresh();
    const wholeId = whole.forms.create('key', SPEC.fileName, undefined);
    whole.forms.build(wholeId, SPEC, () => true);
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 6 }), (pieces) => {
        const { workspace, forms } = fresh();
        const id = forms.create('key', SPEC.fileName, undefined);
        for (const piece of pieces) forms.build(id, SPEC, times(piece));
        const { done, items } = forms.build(id, SPEC, () => true);
        expect(done).toBe(true);
        expect(items.map(({ spec }) => spec)).toEqual(ITEMS);
        expect(seen(workspace, id)).toEqual(seen(whole.workspace, wholeId));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('that died at any single call is finished by the next attempt', () => {
    const whole = fresh();
    const wholeId = whole.forms.create('key', SPEC.fileName, undefined);
    const begun = whole.workspace.calls.length;
    whole.forms.build(wholeId, SPEC, () => true);
    const calls = whole.workspace.calls.length - begun;
    for (let death = 0; death < calls; death++) {
      let at = Infinity;
      const workspace = createLocalWorkspace({
        now: new Date('2026-09-01T02:00:00Z'),
        faults: ({ index }) => (index === at ? { when: 'before', error: 'Service error' } : undefined),
      });
      const { FormApp, Drive } = workspace.globals;
      Object.assign(globalThis, { FormApp, Drive });
      const forms = createForms(createFormEraser);
      const id = forms.create('key', SPEC.fileName, undefined);
      at = workspace.calls.length + death;
      expect(() => forms.build(id, SPEC, () => true)).toThrow('Service error');
      forms.build(id, SPEC, () => true);
      expect(seen(workspace, id)).toEqual(seen(whole.workspace, wholeId));
    }
  }, 120_000);

  it('is published and open for answers, and says so itself', () => {
    const { forms } = fresh();
    const id = forms.create('key', SPEC.fileName, undefined);
    forms.build(id, SPEC, () => true);
    expect(forms.publish(id)).toMatchObject({ formId: id, accepting: true });
    expect(forms.state(id)?.url).toMatch(/^https:\/\/docs\.google\.com\/forms\//);
    expect(forms.state('there-is-no-such-file')).toBeUndefined();
  });
});

describe('the responses of a form', () => {
  it('come with their address and time, each answer by the id of its item', () => {
    const { workspace, forms } = fresh();
    const id = forms.create('key', SPEC.fileName, undefined);
    const { items } = forms.build(id, SPEC, () => true);
    forms.publish(id);
    const answers = {
      Уровень: 'умею',
      'Что нужно': ['формы', 'таблицы'],
      Оцените: 4,
      Код: 'У-001',
      'По строкам': { а: '1', б: '2' },
    };
    const at = new Date('2026-09-07T03:00:00Z');
    const responseId = workspace.submitForm(id, answers, { email: 'Teacher@School.Example', at });
    const [response] = forms.responses(id, undefined) ?? [];
    expect(response).toMatchObject({ responseId, at: at.getTime(), email: 'teacher@school.example' });
    const byKey = new Map(items.map(({ itemId, spec }) => [spec.key, itemId]));
    const given = new Map(response?.answers.map(({ itemId, answer }) => [itemId, answer]));
    expect(given.get(byKey.get('level') ?? '')).toBe('умею');
    expect(given.get(byKey.get('needs') ?? '')).toEqual(['формы', 'таблицы']);
    expect(given.get(byKey.get('scale') ?? '')).toBe('4');
    expect(given.get(byKey.get('grid') ?? '')).toEqual(['1', '2']);
  });

  it('before a moment are left out, at two calls at most whatever their number', () => {
    const { workspace, forms } = fresh();
    const spec: FormSpec = { ...SPEC, items: [{ type: 'text', key: 'code', title: 'Код', required: true }] };
    const id = forms.create('key', spec.fileName, undefined);
    forms.build(id, spec, () => true);
    forms.publish(id);
    const hour = 3_600_000;
    const start = Date.parse('2026-09-07T00:00:00Z');
    for (let number = 0; number < 20; number++)
      workspace.submitForm(
        id,
        { Код: String(number) },
        { email: `t${String(number)}@s.example`, at: new Date(start + number * hour) },
      );
    const before = workspace.calls.length;
    expect(forms.responses(id, start + 15 * hour)).toHaveLength(5);
    expect(workspace.calls.length - before).toBeLessThanOrEqual(2);
    expect(forms.responses('there-is-no-such-file', undefined)).toBeUndefined();
  });
});
