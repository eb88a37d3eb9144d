// What happens when people fill in a published form.
import type { FormSubmission } from '../../../../local/runtime/world';
import { NotEmulated } from '../../../../local/runtime/service';
import { FormRefusal, setResponseReceipts, submitAsRespondent } from '../../../../local/services/form';
import { school } from './school';
import type { School } from './school';

const CLOCK = Date.parse('2026-09-01T02:00:00Z');

function fill(s: School, answers: Record<string, unknown>, by?: Parameters<typeof submitAsRespondent>[3]): string {
  return submitAsRespondent(s.world, s.form.getId(), answers, by);
}

function refusal(run: () => unknown): FormRefusal {
  try {
    run();
  } catch (error) {
    if (error instanceof FormRefusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

function answers(s: School, responseId: string): Record<string, unknown> {
  return Object.fromEntries(
    s.form
      .getResponse(responseId)
      .getItemResponses()
      .map((each) => [each.getItem().getTitle(), each.getResponse()]),
  );
}

describe('answers as live Forms types them', () => {
  // https://developers.google.com/apps-script/reference/forms/item-response#getResponse()
  it('texts for most questions, lists for checkboxes, lists by rows for grids', () => {
    const s = school();
    s.form.addTextItem().setTitle('текст');
    s.form.addParagraphTextItem().setTitle('абзац');
    s.form.addScaleItem().setTitle('шкала').setBounds(0, 4);
    s.form.addRatingItem().setTitle('звёзды');
    s.form.addListItem().setTitle('список').setChoiceValues(['а', 'б']);
    s.form.addMultipleChoiceItem().setTitle('один').setChoiceValues(['а', 'б']).showOtherOption(true);
    s.form.addCheckboxItem().setTitle('несколько').setChoiceValues(['а', 'б', 'в']).showOtherOption(true);
    s.form.addGridItem().setTitle('сетка').setRows(['1', '2', '3']).setColumns(['да', 'нет']);
    s.form.addCheckboxGridItem().setTitle('флажки').setRows(['1', '2']).setColumns(['да', 'нет']);
    s.form.addDateItem().setTitle('дата');
    s.form.addDateItem().setTitle('день').setIncludesYear(false);
    s.form.addDateTimeItem().setTitle('миг');
    s.form.addTimeItem().setTitle('время');
    s.form.addDurationItem().setTitle('длительность');
    const id = fill(s, {
      текст: 'слово',
      абзац: 'две\nстроки',
      шкала: 0,
      звёзды: '3',
      список: 'б',
      один: 'своё',
      несколько: ['иное', 'в', 'а'],
      сетка: { '3': 'нет', '1': 'да' },
      флажки: [['нет', 'да'], null],
      дата: '2026-09-30',
      день: '02-29',
      миг: '2026-09-30 09:05',
      время: '9:05',
      длительность: '1:02:03',
    });
    expect(answers(s, id)).toEqual({
      текст: 'слово',
      абзац: 'две\nстроки',
      шкала: '0',
      звёзды: '3',
      список: 'б',
      один: 'своё',
      несколько: ['а', 'в', 'иное'],
      сетка: ['да', null, 'нет'],
      флажки: [['да', 'нет'], null],
      дата: '2026-09-30',
      день: '02-29',
      миг: '2026-09-30 09:05',
      время: '09:05',
      длительность: '01:02:03',
    });
  });

  it('leaves out questions without an answer, but gives an empty text for text, paragraph, date and time', () => {
    // https://developers.google.com/apps-script/reference/forms/form-response#getItemResponses()
    const s = school();
    s.form.addTextItem().setTitle('текст');
    s.form.addScaleItem().setTitle('шкала');
    s.form.addCheckboxItem().setTitle('флажки').setChoiceValues(['а']);
    s.form.addGridItem().setTitle('сетка').setRows(['1']).setColumns(['да']);
    s.form.addTimeItem().setTitle('время');
    const id = fill(s, { флажки: [], сетка: { '1': null } });
    expect(answers(s, id)).toEqual({ текст: '', время: '' });
  });

  it('takes item ids, titles and grid rows as keys, and insists that a title is one question’s', () => {
    const s = school();
    const first = s.form.addTextItem().setTitle('Имя');
    const grid = s.form.addGridItem().setTitle('Уровень').setRows(['ИКТ', 'ФГОС']).setColumns(['1', '2']);
    const id = fill(s, { [first.getId()]: 'А', 'Уровень [ФГОС]': '2', 'Уровень [ИКТ]': '1' });
    expect(answers(s, id)).toEqual({ Имя: 'А', Уровень: ['1', '2'] });
    expect(refusal(() => fill(s, { Фамилия: 'Б' }))).toMatchObject({ code: 'unknownQuestion' });
    s.form.addTextItem().setTitle('Имя');
    expect(refusal(() => fill(s, { Имя: 'Б' })).message).toContain('несколько вопросов «Имя»');
    expect(grid.getRows()).toHaveLength(2);
  });
});

describe('what the form refuses', () => {
  it('unpublished and closed forms', () => {
    // https://developers.google.com/apps-script/reference/forms/form#setPublished(Boolean)
    const s = school();
    s.form.setAcceptingResponses(false).setCustomClosedFormMessage('Приходите весной.');
    expect(refusal(() => fill(s, {}))).toMatchObject({ code: 'closed' });
    expect(refusal(() => fill(s, {})).message).toContain('Приходите весной.');
    s.form.setPublished(false);
    expect(refusal(() => fill(s, {}))).toMatchObject({ code: 'unpublished' });
    expect(s.form.getResponses()).toHaveLength(0);
  });

  it('a required question without an answer, a required grid without one in every row', () => {
    // https://developers.google.com/apps-script/reference/forms/grid-item#setRequired(Boolean)
    const s = school();
    s.form.addTextItem().setTitle('Имя').setRequired(true);
    s.form.addGridItem().setTitle('Уровень').setRows(['ИКТ', 'ФГОС']).setColumns(['1']).setRequired(true);
    expect(refusal(() => fill(s, { Имя: '', Уровень: ['1', '1'] })).message).toBe(
      'Вопрос «Имя»: это обязательный вопрос',
    );
    expect(refusal(() => fill(s, { Имя: 'А', Уровень: { ИКТ: '1' } }))).toMatchObject({
      code: 'rowRequired',
      fields: { row: 'ФГОС' },
    });
  });

  it('choices, columns and scale values the form does not offer', () => {
    const s = school();
    s.form.addListItem().setTitle('список').setChoiceValues(['а']);
    s.form.addCheckboxItem().setTitle('флажки').setChoiceValues(['а']).showOtherOption(true);
    s.form.addGridItem().setTitle('сетка').setRows(['1']).setColumns(['да']);
    s.form.addScaleItem().setTitle('шкала').setBounds(1, 5);
    for (const [wrong, code] of [
      [{ список: 'б' }, 'choice'],
      [{ флажки: ['своё', 'ещё своё'] }, 'choice'],
      [{ сетка: { '1': 'нет' } }, 'choice'],
      [{ сетка: { '2': 'да' } }, 'format'],
      [{ сетка: [['да', 'да'], 'да'] }, 'format'],
      [{ шкала: 0 }, 'scale'],
      [{ шкала: '3,5' }, 'scale'],
    ] as const)
      expect(refusal(() => fill(s, wrong))).toMatchObject({ code });
  });

  it('dates and times that are none', () => {
    const s = school();
    s.form.addDateItem().setTitle('дата');
    s.form.addTimeItem().setTitle('время');
    for (const wrong of [
      { дата: '2026-02-30' },
      { дата: '30.09.2026' },
      { дата: '09-30' },
      { время: '24:00' },
      { время: 'утром' },
    ])
      expect(refusal(() => fill(s, wrong))).toMatchObject({ code: 'format' });
    const at = new Date('2026-09-30T20:30:00Z');
    expect(answers(s, fill(s, { дата: at }))['дата']).toBe('2026-10-01');
  });

  it('answers that break a validation, in the words of its help text', () => {
    // https://developers.google.com/apps-script/reference/forms/text-validation-builder
    const s = school();
    const rule = s.app
      .createTextValidation()
      .setHelpText('Код: две буквы и две цифры')
      .requireTextMatchesPattern('[А-Я]{2}\\d{2}');
    s.form.addTextItem().setTitle('код').setValidation(rule.build());
    expect(refusal(() => fill(s, { код: 'АБ1' })).message).toBe('Вопрос «код»: Код: две буквы и две цифры');
    expect(refusal(() => fill(s, { код: ' АБ12' }))).toMatchObject({ code: 'rule' });
    expect(answers(s, fill(s, { код: 'АБ12' }))).toEqual({ код: 'АБ12' });
  });

  it('too many or too few checkboxes, and a column used twice', () => {
    // https://developers.google.com/apps-script/reference/forms/checkbox-validation-builder
    // https://developers.google.com/apps-script/reference/forms/grid-validation-builder
    const s = school();
    s.form
      .addCheckboxItem()
      .setTitle('три')
      .setChoiceValues(['1', '2', '3', '4'])
      .setValidation(s.app.createCheckboxValidation().requireSelectAtMost(3).build());
    const grid = s.form.addGridItem().setTitle('ранги').setRows(['а', 'б']).setColumns(['1', '2']);
    grid.setValidation(s.app.createGridValidation().requireLimitOneResponsePerColumn().build());
    expect(refusal(() => fill(s, { три: ['1', '2', '3', '4'] }))).toMatchObject({ code: 'rule' });
    expect(refusal(() => fill(s, { ранги: ['1', '1'] }))).toMatchObject({
      code: 'onePerColumn',
      fields: { column: '1' },
    });
    grid.clearValidation();
    expect(answers(s, fill(s, { три: '2', ранги: ['1', '1'] }))).toEqual({ три: ['2'], ранги: ['1', '1'] });
  });
});

describe('who may answer', () => {
  it('a form that collects addresses wants a valid one and keeps it', () => {
    // https://developers.google.com/apps-script/reference/forms/form#setCollectEmail(Boolean)
    const s = school();
    s.form.setCollectEmail(true);
    expect(refusal(() => fill(s, {}))).toMatchObject({ code: 'emailRequired' });
    expect(refusal(() => fill(s, {}, { email: 'учитель@' }))).toMatchObject({ code: 'emailInvalid' });
    const id = fill(s, {}, { email: 'teacher1@school.example' });
    expect(s.form.getResponse(id).getRespondentEmail()).toBe('teacher1@school.example');
    s.form.setCollectEmail(false);
    expect(s.form.getResponse(fill(s, {}, { email: 'teacher2@school.example' })).getRespondentEmail()).toBe('');
  });

  it('one response per person when the form says so, whatever the case of the address', () => {
    // https://developers.google.com/apps-script/reference/forms/form#setLimitOneResponsePerUser(Boolean)
    const s = school();
    s.form.setLimitOneResponsePerUser(true);
    expect(refusal(() => fill(s, {}))).toMatchObject({ code: 'signIn' });
    fill(s, {}, { email: 'teacher1@school.example' });
    expect(refusal(() => fill(s, {}, { email: 'Teacher1@school.example' }))).toMatchObject({ code: 'alreadyAnswered' });
    fill(s, {}, { email: 'teacher2@school.example' });
    expect(s.form.getResponses()).toHaveLength(2);
  });

  it('only people of the domain when login is required', () => {
    const s = school();
    s.form.setRequireLogin(true);
    expect(refusal(() => fill(s, {}, { email: 'someone@other.example' }))).toMatchObject({ code: 'foreignDomain' });
    fill(s, {}, { email: 'someone@it.school.example' });
  });
});

describe('changing a response', () => {
  it('keeps its id, takes the new time, and changes only what was changed', () => {
    // https://developers.google.com/apps-script/reference/forms/form-response#getEditResponseUrl()
    const s = school();
    s.form.addTextItem().setTitle('Имя');
    s.form.addTextItem().setTitle('Школа');
    s.form.setAllowResponseEdits(true).setLimitOneResponsePerUser(true);
    const email = 'teacher1@school.example';
    const id = fill(s, { Имя: 'А', Школа: '№ 1' }, { email, at: CLOCK });
    const at = CLOCK + 60_000;
    expect(fill(s, { Имя: 'Б', Школа: '' }, { email, at, editResponseId: id })).toBe(id);
    expect(s.form.getResponses()).toHaveLength(1);
    expect(s.form.getResponse(id).getTimestamp()).toEqual(new Date(at));
    expect(answers(s, id)).toEqual({ Имя: 'Б', Школа: '' });
  });

  it('is refused when the form does not allow it, or there is no such response', () => {
    const s = school();
    const id = fill(s, {});
    expect(refusal(() => fill(s, {}, { editResponseId: id }))).toMatchObject({ code: 'editsClosed' });
    s.form.setAllowResponseEdits(true);
    expect(refusal(() => fill(s, {}, { editResponseId: 'нет' }))).toMatchObject({ code: 'unknownResponse' });
  });
});

describe('the way through the sections', () => {
  // https://developers.google.com/apps-script/reference/forms/page-navigation-type
  function branching(): School {
    const s = school();
    const choice = s.form.addMultipleChoiceItem().setTitle('Нужна помощь?').setRequired(true);
    const help = s.form.addPageBreakItem().setTitle('Помощь');
    s.form.addTextItem().setTitle('Какая?').setRequired(true);
    const end = s.form.addPageBreakItem().setTitle('Конец').setGoToPage(s.app.PageNavigationType.CONTINUE);
    s.form.addTextItem().setTitle('Комментарий');
    choice.setChoices([
      choice.createChoice('да', help),
      choice.createChoice('нет', end),
      choice.createChoice('не знаю', s.app.PageNavigationType.SUBMIT),
      choice.createChoice('сначала', s.app.PageNavigationType.RESTART),
    ]);
    return s;
  }

  it('required questions count only in the sections it passes', () => {
    const s = branching();
    expect(refusal(() => fill(s, { 'Нужна помощь?': 'да' }))).toMatchObject({
      code: 'required',
      fields: { question: 'Какая?' },
    });
    fill(s, { 'Нужна помощь?': 'да', 'Какая?': 'с ИКТ', Комментарий: 'спасибо' });
    fill(s, { 'Нужна помощь?': 'нет', Комментарий: 'спасибо' });
    fill(s, { 'Нужна помощь?': 'не знаю' });
    expect(s.form.getResponses()).toHaveLength(3);
  });

  it('questions in sections it does not pass cannot be answered', () => {
    const s = branching();
    expect(refusal(() => fill(s, { 'Нужна помощь?': 'нет', 'Какая?': 'с ИКТ' }))).toMatchObject({ code: 'notReached' });
    expect(refusal(() => fill(s, { 'Нужна помощь?': 'не знаю', Комментарий: 'о' }))).toMatchObject({
      code: 'notReached',
    });
  });

  it('never ends when the answers lead back to where it was', () => {
    const s = branching();
    expect(refusal(() => fill(s, { 'Нужна помощь?': 'сначала' }))).toMatchObject({ code: 'endless' });
  });

  it('a page break speaks of the page before it, and a chosen answer overrules it', () => {
    // https://developers.google.com/apps-script/reference/forms/page-break-item#setGoToPage(PageNavigationType)
    const s = school();
    const choice = s.form.addListItem().setTitle('Куда?');
    const two = s.form.addPageBreakItem().setTitle('Два');
    s.form.addTextItem().setTitle('на второй').setRequired(true);
    choice.setChoices([choice.createChoice('дальше', two)]);
    two.setGoToPage(s.app.PageNavigationType.SUBMIT);
    fill(s, {});
    expect(refusal(() => fill(s, { 'Куда?': 'дальше' }))).toMatchObject({ code: 'required' });
  });

  it('of several answers with navigation on a page the last one counts, and the last page always submits', () => {
    const s = school();
    const first = s.form.addMultipleChoiceItem().setTitle('раз');
    const second = s.form.addMultipleChoiceItem().setTitle('два');
    s.form.addPageBreakItem();
    const last = s.form.addMultipleChoiceItem().setTitle('три');
    const { SUBMIT, CONTINUE, RESTART } = s.app.PageNavigationType;
    first.setChoices([first.createChoice('конец', SUBMIT)]);
    second.setChoices([second.createChoice('дальше', CONTINUE)]);
    last.setChoices([last.createChoice('сначала', RESTART)]);
    const id = fill(s, { раз: 'конец', два: 'дальше', три: 'сначала' });
    expect(answers(s, id)).toEqual({ раз: 'конец', два: 'дальше', три: 'сначала' });
  });
});

describe('what a submission sets in motion', () => {
  it('a respondent’s submission is announced to triggers, a script’s is not', () => {
    // https://developers.google.com/apps-script/guides/triggers#restrictions
    const s = school();
    const heard: FormSubmission[] = [];
    s.world.onFormSubmitted((submission) => heard.push(submission));
    const name = s.form.addTextItem().setTitle('Имя');
    s.form.createResponse().withItemResponse(name.createResponse('А')).submit();
    expect(heard).toEqual([]);
    const id = fill(s, { Имя: 'Б' });
    expect(heard).toEqual([{ formId: s.form.getId(), responseId: id, at: CLOCK }]);
  });

  it('a receipt is sent only when receipts are on', () => {
    const s = school();
    s.form.setCollectEmail(true);
    s.form.addTextItem().setTitle('Имя');
    fill(s, { Имя: 'А' }, { email: 'teacher1@school.example' });
    expect(s.world.outbox).toEqual([]);
    setResponseReceipts(s.world, s.form.getId(), 'always');
    fill(s, { Имя: 'Б' }, { email: 'teacher2@school.example' });
    expect(s.world.outbox).toMatchObject([{ kind: 'receipt', to: ['teacher2@school.example'], subject: 'Анкета' }]);
    expect(s.world.outbox[0]?.text).toContain('Имя: Б');
  });

  it('a refused submission leaves nothing behind', () => {
    const s = school();
    s.form.addTextItem().setTitle('Имя').setRequired(true);
    const before = JSON.stringify(s.world.stored().slices);
    expect(() => fill(s, {})).toThrow(FormRefusal);
    expect(JSON.stringify(s.world.stored().slices)).toBe(before);
  });

  it('rows of a grid people have answered cannot be renamed: what live Forms keeps is unknown', () => {
    const s = school();
    const grid = s.form.addGridItem().setTitle('с').setRows(['1', '2']).setColumns(['да']);
    const id = fill(s, { с: ['да', 'да'] });
    expect(() => grid.setRows(['2', '1'])).toThrow(NotEmulated);
    grid.setRows(['1', '2', '3']);
    expect(answers(s, id)).toEqual({ с: ['да', 'да', null] });
  });

  it('English is spoken where the Workspace is not Russian', () => {
    const s = school({ locale: 'en_US' });
    s.form.addTextItem().setTitle('Name').setRequired(true);
    expect(refusal(() => fill(s, {})).message).toBe('Question "Name": this is a required question');
  });
});
