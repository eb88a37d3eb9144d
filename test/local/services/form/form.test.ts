// FormApp and a form's own properties.
import { NotEmulated, ScriptError } from '../../../../local/runtime/service';
import { createFormService, readForm, setFormBirth, submitAsRespondent } from '../../../../local/services/form';
import { newSpreadsheet } from '../../../../local/services/spreadsheet';
import { FormApp } from '../../../../local/services/form/form-app';
import { DIRECTOR, school } from './school';

const NO_ITEM =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

describe('opening and creating forms', () => {
  // https://developers.google.com/apps-script/reference/forms/form-app
  it('creates a form with a file of the same name and opens it by id and by its edit link', () => {
    const { world, app, form } = school();
    expect(form.getTitle()).toBe('Анкета');
    expect(world.files.find(form.getId())).toMatchObject({
      name: 'Анкета',
      mimeType: 'application/vnd.google-apps.form',
    });
    expect(app.openById(form.getId()).getTitle()).toBe('Анкета');
    expect(app.openByUrl(form.getEditUrl()).getId()).toBe(form.getId());
    expect(app.getActiveForm()).toBeNull();
  });

  it('refuses an empty title and what is not a title', () => {
    const { app } = school();
    expect(() => app.create('')).toThrow(ScriptError);
    expect(() => app.create(5 as unknown as string)).toThrow(
      "The parameters (number) don't match the method signature for FormApp.create.",
    );
  });

  it('does not open an unknown id, a file that is no form, or a form of somebody else', () => {
    const { world, app, form } = school();
    const folder = world.files.register({ name: 'Папка', mimeType: 'application/vnd.google-apps.folder' });
    expect(() => app.openById('nothing')).toThrow(NO_ITEM);
    expect(() => app.openById(folder.id)).toThrow(NO_ITEM);
    world.user = 'teacher@school.example';
    expect(() => app.openById(form.getId())).toThrow(NO_ITEM);
    world.user = DIRECTOR;
    form.addEditor('teacher@school.example');
    world.user = 'teacher@school.example';
    expect(app.openById(form.getId()).getTitle()).toBe('Анкета');
  });

  it('does not open by a link that is not the editor’s', () => {
    const { app, form } = school();
    expect(() => app.openByUrl(form.getPublishedUrl())).toThrow('Invalid argument: url');
    expect(() => app.openByUrl('https://example.com/')).toThrow('Invalid argument: url');
  });

  it('keeps the title and the file name apart', () => {
    // https://developers.google.com/apps-script/reference/forms/form#setTitle(String) sets the form's title only.
    const { world, form } = school();
    form.setTitle('Другое название');
    expect(world.files.find(form.getId())?.name).toBe('Анкета');
    expect(form.getTitle()).toBe('Другое название');
  });

  it('gives a form made through Drive a title of its own', () => {
    const { world, app } = school();
    const file = world.files.register({ name: 'Опрос 2026', mimeType: 'application/vnd.google-apps.form' });
    const kind = world.fileKinds.get('application/vnd.google-apps.form');
    kind?.created(file);
    expect(app.openById(file.id).getTitle()).toBe('Форма без названия');
    expect(kind?.link(file)).toBe(`https://docs.google.com/forms/d/${file.id}/edit`);
    kind?.deleted(file);
    expect(() => app.openById(file.id)).toThrow(NO_ITEM);
  });

  it('opens a form in the trash, which respondents cannot fill in', () => {
    const { world, app, form } = school();
    const file = world.files.find(form.getId());
    if (file !== undefined) file.trashed = true;
    expect(app.openById(form.getId()).getTitle()).toBe('Анкета');
    expect(() => submitAsRespondent(world, form.getId(), {})).toThrow('в корзине');
  });

  it('keeps everything in the world: a service made anew sees the same form', () => {
    const { world, form } = school();
    form.addTextItem().setTitle('Имя');
    const again = createFormService(world);
    expect(again).toBeInstanceOf(FormApp);
    expect((again as FormApp).openById(form.getId()).getItems()[0]?.getTitle()).toBe('Имя');
    expect(JSON.parse(JSON.stringify(world.stored()))).toEqual(world.stored());
  });
});

describe('publishing', () => {
  it('follows the announced change by the clock: forms made after 30 June 2026 are born unpublished', () => {
    // https://developers.google.com/workspace/forms/api/guides/api-changes-to-google-forms
    const before = school({ now: '2026-06-30T20:00:00Z' });
    setFormBirth(before.world, 'byDate');
    expect(before.app.create('Раньше').isPublished()).toBe(true);
    const after = school({ now: '2026-07-01T00:00:00Z' });
    setFormBirth(after.world, 'byDate');
    const form = after.app.create('Позже');
    expect([form.isPublished(), form.isAcceptingResponses()]).toEqual([false, false]);
    expect(after.app.create('Сразу', true).isPublished()).toBe(true);
    expect(before.app.create('Черновик', false).isPublished()).toBe(false);
  });

  it('publishing starts accepting responses and unpublishing stops it', () => {
    // https://developers.google.com/workspace/forms/api/guides/publish-form
    // https://developers.google.com/apps-script/reference/forms/form#setPublished(Boolean)
    const { app } = school();
    const form = app.create('Черновик', false);
    expect(form.supportsAdvancedResponderPermissions()).toBe(true);
    form.setPublished(true);
    expect(form.isAcceptingResponses()).toBe(true);
    form.setPublished(false);
    expect(form.isAcceptingResponses()).toBe(false);
  });

  it('an unpublished form cannot be made to accept responses', () => {
    // https://developers.google.com/apps-script/reference/forms/form#setAcceptingResponses(Boolean)
    const { app } = school();
    const form = app.create('Черновик', false);
    expect(() => form.setAcceptingResponses(true)).toThrow(ScriptError);
    form.setAcceptingResponses(false);
    form.setPublished(true).setAcceptingResponses(false);
    expect([form.isPublished(), form.isAcceptingResponses()]).toEqual([true, false]);
  });
});

describe('properties of a form', () => {
  it('are set by chaining and read back', () => {
    // https://developers.google.com/apps-script/reference/forms/form
    const { form } = school();
    form
      .setDescription('Описание')
      .setConfirmationMessage('Спасибо')
      .setCustomClosedFormMessage('Опрос закрыт')
      .setCollectEmail(true)
      .setAllowResponseEdits(true)
      .setLimitOneResponsePerUser(true)
      .setProgressBar(true)
      .setShowLinkToRespondAgain(false)
      .setShuffleQuestions(true)
      .setPublishingSummary(true)
      .setRequireLogin(true)
      .setIsQuiz(true);
    expect([
      form.getDescription(),
      form.getConfirmationMessage(),
      form.getCustomClosedFormMessage(),
      form.collectsEmail(),
      form.canEditResponse(),
      form.hasLimitOneResponsePerUser(),
      form.hasProgressBar(),
      form.hasRespondAgainLink(),
      form.getShuffleQuestions(),
      form.isPublishingSummary(),
      form.requiresLogin(),
      form.isQuiz(),
    ]).toEqual(['Описание', 'Спасибо', 'Опрос закрыт', true, true, true, true, false, true, true, true, true]);
  });

  it('start with the documented defaults', () => {
    const { form } = school();
    expect([
      form.collectsEmail(),
      form.canEditResponse(),
      form.hasLimitOneResponsePerUser(),
      form.hasProgressBar(),
      form.hasRespondAgainLink(),
      form.isPublishingSummary(),
      form.isQuiz(),
      form.getCustomClosedFormMessage(),
    ]).toEqual([false, false, false, false, true, false, false, '']);
  });

  it('refuses a value of another type', () => {
    const { form } = school();
    expect(() => form.setCollectEmail('да' as unknown as boolean)).toThrow(
      "The parameters (String) don't match the method signature for FormApp.Form.setCollectEmail.",
    );
    expect(() => school({ edition: 'consumer' }).form.setRequireLogin(true)).toThrow(NotEmulated);
  });

  it('has no destination until one is set, and loses it again', () => {
    // https://developers.google.com/apps-script/reference/forms/form#getDestinationId()
    const { world, app, form } = school();
    expect(() => form.getDestinationId()).toThrow('The form currently has no response destination.');
    const book = newSpreadsheet(world, 'Ответы');
    form.setDestination(app.DestinationType.SPREADSHEET, book);
    expect([form.getDestinationId(), form.getDestinationType()]).toEqual([book, app.DestinationType.SPREADSHEET]);
    form.removeDestination();
    expect(() => form.getDestinationType()).toThrow('The form currently has no response destination.');
    expect(() => form.setDestination(app.DestinationType.SPREADSHEET, form.getId())).toThrow(ScriptError);
  });

  it('lists its editors, the owner first', () => {
    // https://developers.google.com/apps-script/reference/forms/form#getEditors()
    const { form } = school();
    form.addEditors(['a@school.example', 'b@school.example']).removeEditor('a@school.example');
    expect(form.getEditors().map((user) => user.getEmail())).toEqual([DIRECTOR, 'b@school.example']);
  });

  it('gives respondents another link than editors', () => {
    const { form } = school();
    expect(form.getPublishedUrl()).toMatch(/^https:\/\/docs\.google\.com\/forms\/d\/e\/1FAIpQLS[\w-]+\/viewform$/);
    expect(form.getPublishedUrl()).not.toContain(form.getId());
    expect(form.getEditUrl()).toBe(`https://docs.google.com/forms/d/${form.getId()}/edit`);
  });
});

describe('the plain view of a form', () => {
  it('holds sections, items and responses', () => {
    const { world, form } = school();
    form.setDescription('О форме');
    const name = form.addTextItem().setTitle('Имя').setRequired(true);
    const page = form.addPageBreakItem().setTitle('Второй раздел').setHelpText('Пояснение');
    form.addScaleItem().setTitle('Оценка').setBounds(0, 4).setLabels('нет', 'да');
    submitAsRespondent(world, form.getId(), { Имя: 'Учитель 1', Оценка: 3 });
    const view = readForm(world, form.getId());
    expect(view.sections.map(({ id, title, help, items, next }) => [id, title, help, items.length, next])).toEqual([
      [null, 'Анкета', 'О форме', 1, { navigation: 'CONTINUE' }],
      [page.getId(), 'Второй раздел', 'Пояснение', 1, { navigation: 'SUBMIT' }],
    ]);
    expect(view.items[0]).toMatchObject({ id: name.getId(), type: 'TEXT', required: true, index: 0 });
    expect(view.responses[0]?.answers.map(({ title, answer }) => [title, answer])).toEqual([
      ['Имя', 'Учитель 1'],
      ['Оценка', '3'],
    ]);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});
