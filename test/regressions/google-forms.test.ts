// Forms and files that an earlier attempt, a person or Drive left in another state than expected.
import type { FormSpec } from '../../src/domain/survey/form-spec';
import { createFiles } from '../../src/google/files';
import { createFormEraser } from '../../src/google/form-eraser';
import { createForms } from '../../src/google/forms';
import { googleWorld } from './google-world';

const SPEC: FormSpec = {
  kind: 'needs',
  title: 'Опрос потребностей',
  fileName: 'Опрос потребностей',
  description: 'Зачем',
  confirmation: 'Спасибо',
  collectEmail: true,
  allowEdit: true,
  items: [
    {
      type: 'checkbox',
      key: 'needs',
      title: 'Что хотите освоить?',
      required: true,
      options: [
        { value: 'a', label: 'А' },
        { value: 'b', label: 'Б' },
      ],
    },
    { type: 'text', key: 'why', title: 'Почему?', required: false },
  ],
};

const always = (): boolean => true;

describe('a form that is to be built', () => {
  it('loses the item that it was born with, and gets its title and settings', () => {
    googleWorld();
    const forms = createForms(createFormEraser);
    const id = forms.create('k', SPEC.fileName, undefined);
    FormApp.openById(id).addMultipleChoiceItem();
    const built = forms.build(id, SPEC, always);
    const form = FormApp.openById(id);
    expect([built.done, built.items.length]).toEqual([true, 2]);
    expect([form.getTitle(), form.getConfirmationMessage(), form.collectsEmail()]).toEqual([
      SPEC.title,
      SPEC.confirmation,
      true,
    ]);
    expect(form.getItems().map((item) => item.getTitle())).toEqual(['Что хотите освоить?', 'Почему?']);
    expect(built.items.map(({ itemId }) => itemId)).toEqual(form.getItems().map((item) => String(item.getId())));
  });

  it('is dressed again when an earlier attempt died on its title', () => {
    const world = googleWorld();
    const forms = createForms(createFormEraser);
    const id = forms.create('k', SPEC.fileName, undefined);
    world.fault = ({ method }) => (method === 'setTitle' ? { when: 'after', error: 'Сбой' } : undefined);
    expect(() => forms.build(id, SPEC, always)).toThrow('Сбой');
    world.fault = undefined;
    forms.build(id, SPEC, always);
    const form = FormApp.openById(id);
    expect([
      form.getDescription(),
      form.getConfirmationMessage(),
      form.collectsEmail(),
      form.canEditResponse(),
    ]).toEqual(['Зачем', 'Спасибо', true, true]);
  });

  it('keeps its items when somebody has renamed it', () => {
    googleWorld();
    const forms = createForms(createFormEraser);
    const id = forms.create('k', SPEC.fileName, undefined);
    const first = forms.build(id, SPEC, always);
    FormApp.openById(id).setTitle('Наш опрос');
    expect(forms.build(id, SPEC, always).items).toEqual(first.items);
  });

  it('is built on from the half-made item', () => {
    const world = googleWorld();
    const forms = createForms(createFormEraser);
    const id = forms.create('k', SPEC.fileName, undefined);
    world.fault = ({ method }) => (method === 'addTextItem' ? { when: 'after', error: 'Сбой' } : undefined);
    expect(() => forms.build(id, SPEC, always)).toThrow('Сбой');
    world.fault = undefined;
    expect(forms.build(id, SPEC, always).items.length).toBe(2);
    expect(
      FormApp.openById(id)
        .getItems()
        .map((item) => item.getTitle()),
    ).toEqual(['Что хотите освоить?', 'Почему?']);
  });
});

describe('publishing', () => {
  it('is not taken on trust: a form that stays unpublished does not count as open', () => {
    googleWorld();
    const forms = createForms(createFormEraser);
    const id = forms.create('k', SPEC.fileName, undefined);
    forms.build(id, SPEC, always);
    expect(forms.publish(id).accepting).toBe(true);
    const whole = FormApp;
    const unpublished = {
      setPublished: () => unpublished,
      isPublished: () => false,
      setAcceptingResponses: () => unpublished,
      isAcceptingResponses: () => true,
      getId: () => id,
      getPublishedUrl: () => 'https://docs.google.com/forms/d/e/x/viewform',
      getEditUrl: () => 'https://docs.google.com/forms/d/x/edit',
    };
    Object.assign(globalThis, { FormApp: { openById: () => unpublished } });
    expect(forms.publish(id).accepting).toBe(false);
    Object.assign(globalThis, { FormApp: whole });
  });
});

describe('taking back', () => {
  it('a form that is gone for good is fine', () => {
    googleWorld();
    const forms = createForms(createFormEraser);
    const id = forms.create('k', SPEC.fileName, undefined);
    Drive?.Files.remove(id);
    expect(() => {
      forms.trash(id);
    }).not.toThrow();
  });

  it('a right to a file that is gone for good is fine', () => {
    googleWorld();
    const files = createFiles();
    const [folderId = ''] = files.newIds(1);
    files.createFolder({ folderId, key: 'k', name: 'Банк', parent: undefined });
    files.share(folderId, 'anna@school.example', 'reader');
    files.unshare(folderId, 'anna@school.example');
    expect(Drive?.Permissions.list(folderId).permissions?.length).toBe(1);
    Drive?.Files.remove(folderId);
    expect(() => {
      files.unshare(folderId, 'anna@school.example');
    }).not.toThrow();
  });
});
