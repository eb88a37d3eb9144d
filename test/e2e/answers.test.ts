// «Обработать ответы»: whose an answer is, which of several counts, and that nothing is lost, doubled or misread.
import { ANSWERS, PROFILE, SUMMARY } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { ANSWERING, CONSENT, needsAsked, needsOf, PEOPLE, selfAsked, selfOf, statesOf } from './school';
import { deskAt, HOUR, MINUTE } from './workspace';

const said = (desk: Desk): string => {
  const { preview, run } = desk.press('processAnswers');
  return [...preview.warnings, ...run.lines].join('\n');
};
const needs = (desk: Desk, competency: string): string => desk.row(SUMMARY, { competency }).needs;
/** Writes into one column of the answer that came from an address. */
const write = (desk: Desk, email: string, column: 'teacher' | 'state', text: string): void => {
  desk.type(ANSWERS, (row) => row.email === email, column, text);
};

it('without a needs survey in the cycle «Сводка» leaves its columns empty: nobody was asked, so nobody chose nothing', () => {
  const desk = deskAt(selfAsked);
  desk.set('cycle', '2');
  desk.press('sendSelf');
  desk.press('processAnswers');
  for (const { needs: count, needsShare } of desk.rows(SUMMARY)) expect([count, needsShare]).toEqual(['', '']);
});

describe('reading is incremental', () => {
  it('takes every answer once, however often it is pressed', () => {
    const desk = deskAt(needsAsked);
    for (const someone of ANSWERING.slice(0, 4)) desk.answer('needs', someone.email, needsOf(someone));
    expect(said(desk)).toMatch(/Новых ответов: 4/);
    const before = desk.picture();
    expect(said(desk)).toMatch(/Новых ответов: 0/);
    expect(desk.picture()).toEqual(before);
  });

  it('adds only what is new, and leaves the rows that are there', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    const [first] = desk.rows(ANSWERS);
    desk.sleep(HOUR);
    desk.answer('needs', PEOPLE.hail.email, needsOf(PEOPLE.hail));
    expect(said(desk)).toMatch(/Новых ответов: 1/);
    const rows = desk.rows(ANSWERS);
    expect(rows.length).toBe(2);
    expect(rows[0]).toEqual(first);
  });

  it('misses no answer that comes while answers are being read', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    desk.answer('needs', PEOPLE.hail.email, needsOf(PEOPLE.hail), { at: new Date(desk.now() - 20_000) });
    desk.press('processAnswers');
    expect(desk.rows(ANSWERS).length).toBe(2);
  });

  it('happens by itself within the hour', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    desk.wait(HOUR + MINUTE);
    expect(statesOf(desk, PEOPLE.wind.code)).toEqual(['учтён']);
    expect(needs(desk, 'ict.forms')).toBe('1');
  });
});

describe('whose answer it is', () => {
  it('is known by the address, whatever its case', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email.toUpperCase(), needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    expect(desk.row(ANSWERS, { teacher: PEOPLE.wind.code })).toMatchObject({
      match: 'по почте',
      state: 'учтён',
      name: PEOPLE.wind.name,
    });
  });

  it('is known by the typed code when the address is not on the list', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', 'vetrova.home@mail.example', { ...needsOf(PEOPLE.wind), code: ' у-002' });
    desk.press('processAnswers');
    expect(desk.row(ANSWERS, { teacher: PEOPLE.wind.code })).toMatchObject({ match: 'по коду', state: 'учтён' });
  });

  it('goes by the address first when the code is a colleague’s', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, { ...needsOf(PEOPLE.wind), code: PEOPLE.hail.code });
    desk.press('processAnswers');
    expect(statesOf(desk, PEOPLE.wind.code)).toEqual(['учтён']);
    expect(statesOf(desk, PEOPLE.hail.code)).toEqual([]);
  });

  it('a mistyped address waits in a queue with the nearest colleague proposed first, and does not count', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', 'vetrovva@school.example', needsOf(PEOPLE.wind));
    expect(said(desk)).toMatch(/1 ответ не опознан/);
    const row = desk.row(ANSWERS, { state: 'не опознан' });
    expect(row).toMatchObject({ teacher: '', match: '—' });
    expect(row.nearest).toMatch(/^У-002 Ветрова Б\. Б\./);
    expect(needs(desk, 'ict.forms')).toBe('0');
    expect(desk.survey('needs').answered).toBe('0');
    expect(desk.home().steps.find(({ action }) => action === 'processAnswers')?.state).toBe('problem');
  });

  it('is settled by writing the code into the sheet and pressing again', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', 'vetrovva@school.example', needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    write(desk, 'vetrovva@school.example', 'teacher', 'У-002');
    desk.press('processAnswers');
    expect(desk.row(ANSWERS, { teacher: 'У-002' })).toMatchObject({
      match: 'вручную',
      state: 'учтён',
      name: PEOPLE.wind.name,
    });
    expect(needs(desk, 'ict.forms')).toBe('1');
    expect(desk.survey('needs').answered).toBe('1');
  });

  it('may be written in small letters or with a space', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', 'vetrovva@school.example', needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    write(desk, 'vetrovva@school.example', 'teacher', ' у-002 ');
    desk.press('processAnswers');
    expect(desk.survey('needs').answered).toBe('1');
  });

  it('a code that nobody has is named with its row, and the answer goes on waiting', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', 'vetrovva@school.example', needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    write(desk, 'vetrovva@school.example', 'teacher', 'У-777');
    const words = said(desk);
    expect(words).toContain('У-777');
    expect(words).toMatch(/строка 2/);
    expect(desk.row(ANSWERS, { email: 'vetrovva@school.example' }).state).toBe('не опознан');
  });

  it('what is set to «не учитывать» never counts and is not asked about again', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', 'stranger@mail.example', needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    write(desk, 'stranger@mail.example', 'state', 'не учитывать');
    expect(said(desk)).not.toMatch(/не опознан/);
    expect(desk.row(ANSWERS, { email: 'stranger@mail.example' }).state).toBe('не учитывать');
    expect(needs(desk, 'ict.forms')).toBe('0');
  });

  it('an answer of somebody who was not asked is kept apart and does not count', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.november.email, { needs: ['ict.forms'], consent: CONSENT });
    desk.press('processAnswers');
    expect(statesOf(desk, PEOPLE.november.code)).toEqual(['не из списка адресатов']);
    expect(needs(desk, 'ict.forms')).toBe('0');
    expect(desk.survey('needs')).toMatchObject({ answered: '0', audienceCount: '11' });
  });
});

describe('which of several answers counts', () => {
  it('the last one; the earlier stays in the sheet, marked', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.forms'], consent: CONSENT });
    desk.press('processAnswers');
    desk.sleep(HOUR);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.presentations'], consent: CONSENT });
    expect(said(desk)).toMatch(/заменённых более поздними: 1/);
    expect(statesOf(desk, PEOPLE.wind.code)).toEqual(['заменён новым', 'учтён']);
    expect([needs(desk, 'ict.forms'), needs(desk, 'ict.presentations')]).toEqual(['0', '1']);
    expect(desk.survey('needs').answered).toBe('1');
  });

  it('the last one also when both come in one reading, within a minute', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.forms'], consent: CONSENT });
    desk.sleep(5000);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.presentations'], consent: CONSENT });
    desk.press('processAnswers');
    expect([needs(desk, 'ict.forms'), needs(desk, 'ict.presentations')]).toEqual(['0', '1']);
  });

  it('the later one also when the earlier was recognised by hand afterwards', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', 'vetrovva@school.example', { needs: ['ict.forms'], consent: CONSENT });
    desk.press('processAnswers');
    desk.sleep(HOUR);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.presentations'], consent: CONSENT });
    desk.press('processAnswers');
    write(desk, 'vetrovva@school.example', 'teacher', 'У-002');
    desk.press('processAnswers');
    expect(statesOf(desk, 'У-002')).toEqual(['заменён новым', 'учтён']);
    expect([needs(desk, 'ict.forms'), needs(desk, 'ict.presentations')]).toEqual(['0', '1']);
  });

  it('when the last is set to «не учитывать», the one before it counts again', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.forms'], consent: CONSENT });
    desk.sleep(HOUR);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.presentations'], consent: CONSENT });
    desk.press('processAnswers');
    desk.type(ANSWERS, ({ state }) => state === 'учтён', 'state', 'не учитывать');
    desk.press('processAnswers');
    expect([needs(desk, 'ict.forms'), needs(desk, 'ict.presentations')]).toEqual(['1', '0']);
  });

  it('an edited response is the same row with its new answers', () => {
    const desk = deskAt(needsAsked);
    const response = desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.forms'], consent: CONSENT });
    desk.press('processAnswers');
    desk.sleep(HOUR);
    desk.answer('needs', PEOPLE.wind.email, { needs: ['ict.presentations'] }, { editResponseId: response });
    expect(said(desk)).toMatch(/изменённых: 1/);
    expect(statesOf(desk, PEOPLE.wind.code)).toEqual(['учтён']);
    expect([needs(desk, 'ict.forms'), needs(desk, 'ict.presentations')]).toEqual(['0', '1']);
  });

  it('an edit of a response that was recognised by hand stays its person’s', () => {
    const desk = deskAt(needsAsked);
    const response = desk.answer('needs', 'vetrovva@school.example', { needs: ['ict.forms'], consent: CONSENT });
    desk.press('processAnswers');
    write(desk, 'vetrovva@school.example', 'teacher', 'У-002');
    desk.press('processAnswers');
    desk.sleep(HOUR);
    desk.answer('needs', 'vetrovva@school.example', { needs: ['ict.distance'] }, { editResponseId: response });
    desk.press('processAnswers');
    expect(statesOf(desk, 'У-002')).toEqual(['учтён']);
    expect([needs(desk, 'ict.forms'), needs(desk, 'ict.distance')]).toEqual(['0', '1']);
  });
});

const drive = (desk: Desk): typeof Drive => desk.workspace.globals['Drive'] as typeof Drive;

describe('a form touched by people', () => {
  /** The form as a person with the editor open changes it. */
  const editor = (desk: Desk): GoogleAppsScript.Forms.Form =>
    (desk.workspace.globals['FormApp'] as typeof FormApp).openById(desk.survey('self').formId);

  it('is scored right with its titles reworded, its questions in another order and one added', () => {
    const touched = deskAt(selfAsked);
    const form = editor(touched);
    const items = form.getItems();
    const first = items.find((item) => /гугл-формами/i.test(item.getTitle()));
    first?.setTitle('Умеете ли Вы делать формы?');
    form.moveItem(2, 3);
    form.addTextItem().setTitle('Ваши пожелания');
    touched.workspace.submitForm(touched.survey('self').formId, retitled(touched), { email: PEOPLE.wind.email });
    touched.press('processAnswers');
    const plain = deskAt(selfAsked);
    plain.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
    plain.press('processAnswers');
    const levels = (desk: Desk): string[] =>
      desk
        .rows(PROFILE)
        .filter(({ teacher }) => teacher === 'У-002')
        .map(({ competency, self }) => `${competency} ${self}`);
    expect(levels(touched)).toEqual(levels(plain));
  });

  /** Ветрова's answers under the questions' titles as they read now: by item id. */
  function retitled(desk: Desk): Record<string, unknown> {
    const plain = deskAt(selfAsked);
    plain.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
    const [response] = plain.form('self').responses;
    const titles = new Map(plain.form('self').items.map(({ id, title }) => [title, id]));
    const now = new Set(desk.form('self').items.map(({ id }) => id));
    return Object.fromEntries(
      (response?.answers ?? []).flatMap(({ title, answer }) => {
        const id = titles.get(title);
        return id === undefined || !now.has(id) ? [] : [[String(id), answer]];
      }),
    );
  }

  it('with a choice reworded says which answer it cannot read, and takes the rest', () => {
    const desk = deskAt(selfAsked);
    const item = editor(desk)
      .getItems()
      .find((one) => /гугл-презентациями/i.test(one.getTitle()));
    const choices = item?.asMultipleChoiceItem();
    const values = choices?.getChoices().map((choice) => choice.getValue()) ?? [];
    choices?.setChoiceValues(['Совсем иначе названный уровень', ...values.slice(1)]);
    const answers = retitled(desk);
    const id = String(item?.getId());
    desk.workspace.submitForm(
      desk.survey('self').formId,
      { ...answers, [id]: 'Совсем иначе названный уровень' },
      { email: PEOPLE.wind.email },
    );
    const words = said(desk);
    expect(words).toMatch(/гугл-презентациями/i);
    expect(words).toMatch(/строка 2/);
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.presentations' }).self).toBe('');
    expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' }).self).toBe('1');
  });

  it('with questions deleted names the form and the questions, and so does the self-check', () => {
    const desk = deskAt(needsAsked);
    const { formId, title, consentItem } = desk.survey('needs');
    const form = (desk.workspace.globals['FormApp'] as typeof FormApp).openById(formId);
    const gone = form.getItems().filter((item) => /^(Отметьте|Чего не )/.test(item.getTitle()));
    const titles = gone.map((item) => item.getTitle());
    expect(titles).toHaveLength(2);
    for (const item of [...gone].reverse()) form.deleteItem(item.getIndex());
    const consent = form.getItemById(Number(consentItem))?.asMultipleChoiceItem();
    const left = { [consent?.getTitle() ?? '']: consent?.getChoices()[0]?.getValue() };
    desk.workspace.submitForm(formId, left, { email: PEOPLE.wind.email });
    const words = said(desk);
    expect(words).toContain(`Из формы «${title}» удалены вопросы`);
    for (const question of titles) expect(words).toContain(question);
    const check = desk.director.ask({ method: 'preview', action: 'selfCheck', input: { mode: 'check' } });
    expect(check.lines.join(' ')).toContain(`Из формы «${title}» удалены вопросы`);
  });

  it.each([
    ['deleted', (desk: Desk, id: string) => drive(desk)?.Files?.remove(id)],
    ['put into the bin', (desk: Desk, id: string) => drive(desk)?.Files?.update({ trashed: true }, id)],
  ] as const)('that was %s is named, the answers read before stay, the other forms are read', (_how, remove) => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    desk.press('sendSelf');
    desk.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
    remove(desk, desk.survey('needs').formId);
    const words = said(desk);
    expect(words).toContain(desk.survey('needs').title);
    expect(desk.survey('needs').state).toBe('форма не найдена');
    expect(needs(desk, 'ict.forms')).toBe('1');
    expect(desk.survey('self').answered).toBe('1');
  });
});

it('writes down which wording of the consent was given', () => {
  const desk = deskAt(needsAsked);
  desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
  desk.press('processAnswers');
  expect(desk.row(ANSWERS, { teacher: 'У-002' }).consent).toBe(CONSENT);
});

it('says plainly that there is nothing to read before any survey went out', () => {
  const desk = deskAt({ name: 'nothing-asked', after: selfAsked, carryOut: () => undefined });
  desk.press('undoRun', { run: desk.lastRun().run });
  expect(desk.refusal('processAnswers')).toMatch(/нет открытых опросов/);
});
