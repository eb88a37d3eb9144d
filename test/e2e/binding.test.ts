// A school's own form: read, mapped, confirmed, scored like ours with the answers given before, and never changed.
import { readForm } from '../../local/services/form/index';
import { ANSWERS, BINDINGS, PROFILE, QUESTIONS, SURVEYS } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { PEOPLE, staffed } from './school';
import { DAY, deskAt, emptyDesk } from './workspace';

const HOSTILE = '=IMPORTXML("http://evil.example";"//a")';

/** The school's form as somebody made it a year ago: questions of every kind that matters. */
function ownForm(desk: Desk): { formId: string; editUrl: string; form: GoogleAppsScript.Forms.Form } {
  const app = desk.workspace.globals['FormApp'] as typeof FormApp;
  const form = app.create('Анкета школы о цифровых навыках');
  // Newer than the type definitions: a form is born unpublished.
  (form as unknown as { setPublished(enabled: boolean): unknown }).setPublished(true);
  form.addTextItem().setTitle('Ваши фамилия, имя, отчество');
  form
    .addMultipleChoiceItem()
    .setTitle('Как Вы работаете с Google Формами?')
    .setChoiceValues(['Не умею', 'С помощью коллег', 'Уверенно пользуюсь', 'Могу научить других']);
  form.addScaleItem().setTitle('Владение электронными таблицами').setBounds(1, 5);
  form
    .addGridItem()
    .setTitle('Оцените себя')
    .setRows(['Дистанционное обучение: инструменты', 'Урок с мобильным классом', 'Любимое блюдо'])
    .setColumns(['Не владею', 'Средний уровень', 'Свободно владею']);
  form
    .addCheckboxItem()
    .setTitle('Чему хотите научиться?')
    .setChoiceValues(['Презентации Google', 'Виртуальная реальность, 3D', HOSTILE]);
  form.addDateItem().setTitle('Когда Вам удобно?');
  form.addSectionHeaderItem().setTitle('Спасибо');
  return { formId: form.getId(), editUrl: form.getEditUrl(), form };
}

/** Wind answers by name, two days before anything is bound. */
function answered(desk: Desk, formId: string): void {
  desk.workspace.submitForm(
    formId,
    {
      'Ваши фамилия, имя, отчество': PEOPLE.wind.name,
      'Как Вы работаете с Google Формами?': 'С помощью коллег',
      'Владение электронными таблицами': 5,
      'Оцените себя': {
        'Дистанционное обучение: инструменты': 'Не владею',
        'Урок с мобильным классом': 'Свободно владею',
      },
      'Чему хотите научиться?': ['Презентации Google'],
    },
    {},
  );
}

function listed(): { desk: Desk; formId: string; editUrl: string; form: GoogleAppsScript.Forms.Form } {
  const desk = deskAt(staffed);
  const made = ownForm(desk);
  answered(desk, made.formId);
  desk.sleep(2 * DAY);
  desk.press('bindForm', { link: made.editUrl });
  return { desk, ...made };
}

describe('reading a form of the school', () => {
  it('proposes a competency and a level for every answer, by wording', () => {
    const { desk } = listed();
    const lines = desk.rows(BINDINGS);
    const of = (question: RegExp): string[] =>
      lines
        .filter((row) => question.test(row.question))
        .map(({ choice, role, competency, level }) => [choice, role, competency, level].join('|'));
    expect(of(/фамилия/)).toEqual(['|код или имя сотрудника||']);
    expect(of(/Формами/)).toEqual([
      'Не умею|уровень компетенции|ict.forms|0',
      'С помощью коллег|уровень компетенции|ict.forms|1',
      'Уверенно пользуюсь|уровень компетенции|ict.forms|3',
      'Могу научить других|уровень компетенции|ict.forms|4',
    ]);
    expect(of(/таблицами/)).toEqual(
      ['0', '1', '2', '3', '4'].map(
        (level) => `${String(Number(level) + 1)}|уровень компетенции|ict.spreadsheets|${level}`,
      ),
    );
    expect(of(/Оцените/)).toEqual([
      'Дистанционное обучение: инструменты|уровень компетенции|ict.distance|',
      'Урок с мобильным классом|уровень компетенции|dee.mobile-class|',
      'Любимое блюдо|не учитывать||',
      'Не владею|уровень компетенции||0',
      'Средний уровень|уровень компетенции||2',
      'Свободно владею|уровень компетенции||4',
    ]);
    expect(of(/научиться/)).toEqual([
      'Презентации Google|хочет освоить|ict.presentations|',
      'Виртуальная реальность, 3D|хочет освоить|dee.vr|',
      `${HOSTILE}|не учитывать||`,
    ]);
  });

  it('lists what cannot be bound as such, and writes hostile answers as text', () => {
    const { desk } = listed();
    expect(desk.row(BINDINGS, { question: 'Когда Вам удобно?' }).state).toBe('нельзя подключить');
    expect(desk.sheet(BINDINGS.title).getDataRange().getFormulas().flat().filter(Boolean)).toEqual([]);
  });

  it('keeps a person’s corrections when it is read again, and adds nothing twice', () => {
    const { desk, editUrl } = listed();
    desk.type(BINDINGS, ({ choice }) => choice === 'Уверенно пользуюсь', 'level', '2');
    const before = desk.rows(BINDINGS);
    desk.press('bindForm', { link: editUrl });
    expect(desk.rows(BINDINGS)).toEqual(before);
  });

  it.each([
    ['https://docs.google.com/forms/d/e/1FAIpQLSexample-of-a-published-id/viewform', /ссылка для ответов/],
    ['https://forms.gle/abcdef', /Короткая ссылка/],
    ['https://example.org/form', /не ссылка на форму Google/],
    ['https://docs.google.com/forms/d/1234567890123456789012345678901234567890abcd/edit', /не открывается/],
  ])('refuses %s and says what to do', (link, words) => {
    expect(deskAt(staffed).refusal('bindForm', { link })).toMatch(words);
  });

  it('refuses a form in the bin, and one that the user may not edit', () => {
    const desk = deskAt(staffed);
    const { formId, editUrl } = ownForm(desk);
    const file = desk.workspace.world.files.find(formId);
    if (file === undefined) throw new Error('no file');
    file.trashed = true;
    expect(desk.refusal('bindForm', { link: editUrl })).toMatch(/корзине/);
    const stranger = emptyDesk({ user: 'other@school.example' });
    stranger.press('setUp', { school: 'Школа', programme: 'vremya-rosta', cycle: '1' });
    expect(stranger.refusal('bindForm', { link: editUrl })).toMatch(/не открывается.*доступ редактора/s);
  });
});

describe('a bound form', () => {
  it('is scored like ours, answers given before included, by name where no address is collected', () => {
    const { desk, formId } = listed();
    desk.press('confirmBinding', { form: formId });
    desk.press('processAnswers');
    const wind = (competency: string): string => desk.row(PROFILE, { teacher: 'У-002', competency }).self;
    expect([wind('ict.forms'), wind('ict.spreadsheets'), wind('ict.distance'), wind('dee.mobile-class')]).toEqual([
      '1',
      '4',
      '0',
      '4',
    ]);
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.presentations' })).toMatchObject({
      self: '',
      wants: 'да',
    });
    expect(desk.row(ANSWERS, { teacher: 'У-002' })).toMatchObject({ match: 'по имени', state: 'учтён' });
  });

  it('is never changed: the form and its answers are what they were', () => {
    const desk = deskAt(staffed);
    const { formId, editUrl } = ownForm(desk);
    answered(desk, formId);
    const picture = (): string => JSON.stringify(readForm(desk.workspace.world, formId));
    const before = picture();
    desk.press('bindForm', { link: editUrl });
    desk.press('confirmBinding', { form: formId });
    desk.press('processAnswers');
    desk.press('undoRun', { run: desk.rows(SURVEYS)[0]?.run });
    expect(picture()).toBe(before);
  });

  it('counts the levels as a person has corrected them, and a person may correct them later too', () => {
    const { desk, formId } = listed();
    desk.type(BINDINGS, ({ choice }) => choice === 'С помощью коллег', 'level', '2');
    desk.press('confirmBinding', { form: formId });
    desk.press('processAnswers');
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' }).self).toBe('2');
    desk.type(BINDINGS, ({ choice }) => choice === 'С помощью коллег', 'level', '3');
    desk.press('confirmBinding', { form: formId });
    desk.press('scoreMatrix');
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' }).self).toBe('3');
    expect(desk.rows(SURVEYS)).toHaveLength(1);
  });

  it('brings new answers by the same reconciliation; the later of two answers of one person counts', () => {
    const { desk, formId } = listed();
    desk.press('confirmBinding', { form: formId });
    desk.press('processAnswers');
    desk.workspace.submitForm(formId, {
      'Ваши фамилия, имя, отчество': PEOPLE.wind.name,
      'Как Вы работаете с Google Формами?': 'Могу научить других',
    });
    // Nobody is awaited here, so the form is looked at once a day.
    desk.wait(2 * DAY);
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' }).self).toBe('4');
    desk.press('processAnswers');
    expect(
      desk
        .rows(ANSWERS)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['заменён новым', 'учтён']);
  });

  it('leaves out answers given before the day that a person chose', () => {
    const { desk, formId } = listed();
    desk.press('confirmBinding', { form: formId, since: '2026-09-02' });
    desk.press('processAnswers');
    expect(desk.rows(ANSWERS)).toHaveLength(0);
  });

  it('says when a question was edited after it was bound', () => {
    const { desk, formId, form } = listed();
    desk.press('confirmBinding', { form: formId });
    const [, choice, scale] = form.getItems();
    choice?.asMultipleChoiceItem().setChoiceValues(['Не умею', 'Мастер']);
    if (scale !== undefined) form.deleteItem(scale);
    const words = desk.press('processAnswers').run.lines.join('\n');
    expect(words).toMatch(/«Как Вы работаете с Google Формами\?»: появились ответы.*Мастер/);
    expect(words).toMatch(/вопроса «Владение электронными таблицами» больше нет/);
  });

  it('is refused with every line named that says nothing sound', () => {
    const { desk, formId } = listed();
    desk.type(BINDINGS, ({ choice }) => choice === 'Не умею', 'level', '9');
    desk.type(BINDINGS, ({ choice }) => choice === 'Урок с мобильным классом', 'competency', 'ict.spreadsheets');
    const words = desk.refusal('confirmBinding', { form: formId });
    expect(words).toMatch(/Лист «Привязка форм», строка \d+.*уровня «9» нет на шкале/);
    expect(words).toMatch(/спрашивает ещё один вопрос/);
    expect(desk.rows(SURVEYS)).toEqual([]);
  });

  it('is taken back whole: survey, questions, answers; its lines are proposals again', () => {
    const { desk, formId } = listed();
    desk.press('confirmBinding', { form: formId });
    desk.press('processAnswers');
    desk.press('undoRun', { run: desk.rows(SURVEYS)[0]?.run });
    expect([desk.rows(SURVEYS), desk.rows(ANSWERS), desk.rows(QUESTIONS)]).toEqual([[], [], []]);
    expect(desk.rows(BINDINGS).filter(({ state }) => state === 'подключено')).toEqual([]);
    desk.press('scoreMatrix');
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' }).self).toBe('');
  });
});
