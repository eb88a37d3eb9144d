// «Согласование с консультантами» (A5): the group's questions go to its consultant, what he answers becomes the programme.
import { PROGRAMMES, SURVEYS } from '../../src/workbook/tables';
import type { Answers } from '../../src/domain/survey/form-spec';
import type { Desk, Shown } from './desk';
import { agreementAsked, PEOPLE, published } from './school';
import { deskAt, HOUR } from './workspace';

const groupOf = (desk: Desk, title: RegExp): string =>
  desk.rows(PROGRAMMES).find((row) => title.test(row.title))?.group ?? '';
const forms = (desk: Desk): Shown<typeof PROGRAMMES> => desk.row(PROGRAMMES, { group: groupOf(desk, /гугл-формами/) });
const YES: Answers = {
  ready: 'yes',
  topics: 'Тест с баллами\nПереходы между разделами',
  task: 'Каждый делает тест из пяти вопросов',
  materials: 'https://materials.example/forms',
  slots: ['3|15:00-16:00'],
  place: 'каб. 214',
};
const agree = (desk: Desk, answers: Answers): void => {
  desk.answer(`agreement/${groupOf(desk, /гугл-формами/)}`, PEOPLE.birch.email, answers);
  desk.press('processAnswers');
};

it('makes one form a group, for its consultants alone, with the questions the group asked as choices', () => {
  const desk = deskAt(agreementAsked);
  expect(desk.rows(SURVEYS).filter(({ kind }) => kind === 'согласование с консультантом').length).toBe(2);
  const form = desk.form(`agreement/${groupOf(desk, /гугл-формами/)}`);
  expect(form).toMatchObject({ published: true, accepting: true });
  const item = form.items.find(({ title }) => /вопросы участников/i.test(title));
  const choices =
    item !== undefined && 'choices' in item
      ? item.choices.map((choice) => (typeof choice === 'string' ? choice : choice.value))
      : [];
  expect(choices.sort()).toEqual(
    ['Как настроить переходы?', 'Как сделать тест с баллами?', 'Как собрать ответы класса?'].sort(),
  );
  expect(form.description).toContain(PEOPLE.hail.name);
});

it('writes to each consultant once: the competency, who comes, what they ask', () => {
  const desk = deskAt(agreementAsked);
  const letters = desk
    .letters()
    .filter(({ text }) => text.includes(desk.survey(`agreement/${groupOf(desk, /гугл-формами/)}`).url));
  expect(letters.map(({ to }) => to)).toEqual([[PEOPLE.birch.email]]);
  for (const words of [PEOPLE.wind.name, PEOPLE.hail.name, PEOPLE.frost.name, 'Как настроить переходы?'])
    expect(letters[0]?.text).toContain(words);
});

it('is not sent again by a second press', () => {
  const desk = deskAt(agreementAsked);
  const before = desk.picture();
  desk.press('agreeProgrammes');
  expect(desk.picture()).toEqual(before);
});

it('shows a row a group at once, with its questions, waiting for the answer', () => {
  const row = forms(deskAt(agreementAsked));
  expect(row).toMatchObject({ state: 'ждём ответа', consultants: PEOPLE.birch.name, topics: '' });
  expect(row.questions).toContain('Как собрать ответы класса?');
});

it('fills the programme from the consultant’s answer', () => {
  const desk = deskAt(agreementAsked);
  agree(desk, YES);
  expect(forms(desk)).toMatchObject({
    state: 'согласовано',
    topics: YES['topics'],
    practice: YES['task'],
    materials: YES['materials'],
    slots: 'Ср 15:00–16:00',
    place: 'каб. 214',
  });
});

it('takes a changed answer, and a press without news changes nothing', () => {
  const desk = deskAt(agreementAsked);
  agree(desk, YES);
  desk.sleep(HOUR);
  agree(desk, { ...YES, place: 'каб. 301' });
  expect(forms(desk).place).toBe('каб. 301');
  const before = desk.picture();
  desk.press('processAnswers');
  expect(desk.picture()).toEqual(before);
});

it('leaves a programme alone that a person marked as changed by hand', () => {
  const desk = deskAt(agreementAsked);
  agree(desk, YES);
  desk.type(PROGRAMMES, ({ group }) => group === forms(desk).group, 'topics', 'Только тесты');
  desk.type(PROGRAMMES, ({ group }) => group === forms(desk).group, 'state', 'изменено вручную');
  desk.sleep(HOUR);
  agree(desk, { ...YES, topics: 'Что-то другое' });
  expect(forms(desk)).toMatchObject({ topics: 'Только тесты', state: 'изменено вручную' });
});

it('leaves what a person wrote into the programme alone, marked or not', () => {
  const desk = deskAt(agreementAsked);
  agree(desk, YES);
  desk.type(PROGRAMMES, ({ group }) => group === forms(desk).group, 'topics', 'Только тесты');
  desk.press('processAnswers');
  expect(forms(desk).topics).toBe('Только тесты');
});

it('does not call it agreed when the consultant asks to be replaced, and says so', () => {
  const desk = deskAt(agreementAsked);
  desk.answer(`agreement/${groupOf(desk, /гугл-формами/)}`, PEOPLE.birch.email, { ready: 'no', topics: '—' });
  const { run } = desk.press('processAnswers');
  expect(forms(desk).state).not.toBe('согласовано');
  expect([...run.lines, ...Object.values(forms(desk))].join('\n')).toMatch(/замен|отказ/i);
});

it('needs published groups first', () => {
  const desk = deskAt({ name: 'agreement-none', after: published, carryOut: () => undefined });
  const sheet = desk.sheet('Группы');
  sheet.deleteRows(2, sheet.getLastRow() - 1);
  expect(desk.refusal('agreeProgrammes')).toMatch(/Опубликованных групп нет/);
});
