// «Согласовать с консультантами» once more, after a published group has got other people: it is asked and told as it is now.
import type { Answers } from '../../src/domain/survey/form-spec';
import { GROUPS, MODULES, PROGRAMMES, SURVEYS } from '../../src/workbook/tables';
import { addressees, Death, dyingAtWrite, liveForms, twice } from './death';
import type { Desk, Shown } from './desk';
import { agreementAsked, PEOPLE, published, selfOf } from './school';
import { runOf, said } from './teams';
import { DAY, deskAt, HOUR, type Stage } from './workspace';

const { birch, crane, fir, frost, hail, moon, wind } = PEOPLE;
const ANSWER: Answers = { ready: 'yes', topics: 'Тест с баллами', slots: ['3|15:00-16:00'], place: 'каб. 214' };
const why = 'болеет';
const GONE = 'Как настроить переходы?';
const STAYS = 'Как собрать ответы класса?';

const programme = (desk: Desk): Shown<typeof PROGRAMMES> => desk.row(PROGRAMMES, { group: 'Г-01' });
const type = (desk: Desk, column: 'topics' | 'questions' | 'state', text: string): void =>
  desk.type(PROGRAMMES, ({ group }) => group === 'Г-01', column, text);
const edit = (desk: Desk, input: Readonly<Record<string, string>>): unknown =>
  desk.press('editGroups', { ...input, why });
const replaceConsultant = (desk: Desk): void => {
  edit(desk, { what: 'add', person: moon.code, to: 'Г-01', role: 'consultant' });
  edit(desk, { what: 'remove', person: birch.code, from: 'Г-01' });
};
const formKeys = (desk: Desk): string[] =>
  desk.rows(SURVEYS).flatMap(({ key }) => (key.includes('/agreement/Г-01') ? [key] : []));
const shownBy = (desk: Desk, survey: string): string => JSON.stringify(desk.form(survey));
const lettersTo = (desk: Desk, email: string): number => addressees(desk).filter((to) => to === email).length;

/** The consultant has agreed; then he and one of the participants leave the group, and another one consults it. */
const replaced: Stage = {
  name: 'agreement-replaced',
  after: agreementAsked,
  carryOut: (desk) => {
    desk.answer('agreement/Г-01', birch.email, ANSWER);
    desk.press('processAnswers');
    desk.sleep(HOUR);
    replaceConsultant(desk);
    edit(desk, { what: 'remove', person: hail.code, from: 'Г-01' });
  },
};

it('asks a new consultant by a form about the group as it is, and says so before', () => {
  const desk = deskAt(replaced);
  const [toBirch, toMoon] = [lettersTo(desk, birch.email), lettersTo(desk, moon.email)];
  const { preview } = desk.press('agreeProgrammes');
  const words = [...preview.lines, ...preview.warnings].join('\n');
  expect(words).toMatch(/Группа Г-01: консультант теперь Лунина К\. К\..*новая форма/);
  expect(words).toMatch(/Г-01: время, которое назвал прежний консультант \(Ср 15:00–16:00\), больше не учитывается/);
  expect([lettersTo(desk, birch.email), lettersTo(desk, moon.email)]).toEqual([toBirch, toMoon + 1]);
  expect(formKeys(desk)).toEqual(['1/agreement/Г-01', '1/agreement/Г-01/#2']);
  expect(desk.letters().pop()?.text).toContain(desk.survey('agreement/Г-01/#2').url);
  const form = shownBy(desk, 'agreement/Г-01/#2');
  for (const words of [STAYS, moon.name, wind.name, frost.name]) expect(form).toContain(words);
  for (const words of [GONE, hail.name, birch.name]) expect(form).not.toContain(words);
  const row = programme(desk);
  expect(row).toMatchObject({ consultants: moon.name, state: 'ждём ответа', slots: '', topics: 'Тест с баллами' });
  expect(row.questions).toContain(STAYS);
  expect(row.questions).not.toContain(GONE);
  // Nothing is left to do, and whoever consults the group no more is not reminded.
  const before = desk.picture();
  desk.press('agreeProgrammes');
  expect(desk.picture()).toEqual(before);
  desk.sleep(5 * DAY);
  desk.press('remind');
  expect([lettersTo(desk, birch.email), lettersTo(desk, moon.email)]).toEqual([toBirch, toMoon + 2]);
  // What the new one answers is what is agreed; the former one’s second thoughts are not.
  desk.answer('agreement/Г-01/#2', moon.email, { ...ANSWER, covered: ['2'], topics: 'Опрос', place: 'каб. 3' });
  desk.answer('agreement/Г-01', birch.email, { ...ANSWER, topics: 'Всё сначала' });
  desk.press('processAnswers');
  expect(programme(desk)).toMatchObject({ state: 'согласовано', topics: `${STAYS}\nОпрос`, place: 'каб. 3' });
});

it('does not go by the times of a consultant whom another has replaced', () => {
  const desk = deskAt(agreementAsked);
  for (const someone of [birch, wind, hail, frost, moon])
    desk.answer('self', someone.email, selfOf({ ...someone, times: ['3|15:00-16:00', '4|16:00-17:00'] }));
  // A form made before offers the times of then.
  desk.press('undoRun', { run: runOf(desk, 'Согласовать') });
  desk.press('processAnswers');
  desk.press('agreeProgrammes');
  desk.answer('agreement/Г-01', birch.email, { ...ANSWER, slots: ['4|16:00-17:00'] });
  desk.press('processAnswers');
  replaceConsultant(desk);
  desk.press('makeTimetable');
  expect(desk.row(MODULES, { module: 'Г-01-1' })).toMatchObject({ start: '15:00' });
});

it('a time agreed before a second consultant came is not that one’s: it is said that he or she did not name it', () => {
  const desk = deskAt(agreementAsked);
  desk.answer('self', moon.email, selfOf({ ...moon, times: ['4|16:00-17:00'] }));
  desk.answer('agreement/Г-01', birch.email, ANSWER);
  desk.press('processAnswers');
  edit(desk, { what: 'add', person: moon.code, to: 'Г-01', role: 'consultant' });
  expect(said(desk.press('makeTimetable'))).toMatch(/Г-01: .*его не отмечали: [^.]*Лунина/);
});

it('goes by no word of a former consultant whose data have been erased', () => {
  const desk = deskAt(replaced);
  desk.press('erasePerson', { person: birch.code, reason: 'withdrawn' });
  const { preview } = desk.press('agreeProgrammes');
  expect(preview.lines.join('\n')).toMatch(/Г-01: время, которое назвал прежний консультант/);
  expect(programme(desk)).toMatchObject({ consultants: moon.name, state: 'ждём ответа', slots: '' });
  desk.answer('agreement/Г-01/#2', moon.email, { ...ANSWER, topics: 'Опрос' });
  desk.press('processAnswers');
  expect(programme(desk)).toMatchObject({ state: 'согласовано', topics: 'Опрос' });
});

it('keeps what somebody has changed by hand: topics, questions, the state', () => {
  const desk = deskAt(replaced);
  type(desk, 'topics', 'Только тесты');
  type(desk, 'state', 'изменено вручную');
  type(desk, 'questions', 'Что спросить у класса?');
  const words = said(desk.press('agreeProgrammes'));
  expect(words).toMatch(/Г-01: программа изменена вручную и останется/);
  expect(words).toMatch(/Г-01: вопросы .* изменены вручную/);
  expect(programme(desk)).toMatchObject({
    consultants: moon.name,
    topics: 'Только тесты',
    state: 'изменено вручную',
    questions: 'Что спросить у класса?',
  });
  expect(shownBy(desk, 'agreement/Г-01/#2')).toContain('Что спросить у класса?');
});

it.each([
  ['pseudonyms', (desk: Desk): unknown => desk.press('usePseudonyms', { mode: 'on' })],
  ['erasing', (desk: Desk): unknown => desk.press('erasePerson', { person: crane.code, reason: 'withdrawn' })],
  ['a character that no cell holds', (): unknown => undefined],
])('takes no question for one changed by hand because of %s', (_what, change) => {
  const desk = deskAt(published);
  const asked = ['Как у коллеги Журавлёва Е. Е.?', 'Что\u000bтут?'];
  desk.answer('self', hail.email, { ...selfOf(hail), 'questions:2': asked.join('\n') });
  desk.press('processAnswers');
  desk.press('agreeProgrammes');
  expect(programme(desk).questions).toContain('Что тут?');
  change(desk);
  edit(desk, { what: 'remove', person: hail.code, from: 'Г-01' });
  desk.press('agreeProgrammes');
  expect(programme(desk).questions).toBe(`Как сделать тест с баллами?\n${STAYS}`);
});

it('rows of a group in another order are no other group: nobody is asked anew, told anew or called new', () => {
  const desk = deskAt(published);
  desk.answer('self', hail.email, { ...selfOf(hail), 'questions:2': `${STAYS}\n${GONE}` });
  edit(desk, { what: 'add', person: moon.code, to: 'Г-01', role: 'consultant' });
  for (const action of ['processAnswers', 'agreeProgrammes', 'makeTimetable', 'sendInvitations'] as const)
    desk.press(action);
  const [asked, told] = [desk.letters().length, desk.invitations().length];
  const sheet = desk.sheet(GROUPS.title);
  const groups = sheet.getRange(2, 1, desk.rows(GROUPS).length, sheet.getLastColumn());
  groups.setValues(groups.getValues().reverse());
  expect(said(desk.press('agreeProgrammes'))).not.toContain('Группа Г-01');
  desk.press('sendInvitations');
  expect([formKeys(desk).length, desk.letters().length, desk.invitations().length]).toEqual([1, asked, told]);
});

it('asks nobody twice who has answered: a second consultant gets a form, the first one’s word stays', () => {
  const desk = deskAt(agreementAsked);
  desk.answer('agreement/Г-01', birch.email, ANSWER);
  desk.press('processAnswers');
  const toBirch = lettersTo(desk, birch.email);
  edit(desk, { what: 'add', person: moon.code, to: 'Г-01', role: 'consultant' });
  desk.press('agreeProgrammes');
  expect(lettersTo(desk, birch.email)).toBe(toBirch);
  expect(desk.survey('agreement/Г-01/#2').missing).toBe(moon.name);
  expect(programme(desk)).toMatchObject({
    consultants: `${birch.name}; ${moon.name}`,
    state: 'согласовано',
    slots: 'Ср 15:00–16:00',
  });
});

it('who is silent is asked about the questions of now, and not reminded once an answer by either form has come', () => {
  const desk = deskAt(agreementAsked);
  edit(desk, { what: 'remove', person: hail.code, from: 'Г-01' });
  const { preview } = desk.press('agreeProgrammes');
  expect(preview.lines.join('\n')).toMatch(/Г-01: вопросы участников изменились, а ответа ещё нет \(Берёзина/);
  expect(shownBy(desk, 'agreement/Г-01/#2')).not.toContain(GONE);
  desk.answer('agreement/Г-01', birch.email, { ...ANSWER, covered: ['2'] });
  desk.press('processAnswers');
  expect(programme(desk)).toMatchObject({ state: 'согласовано', topics: `${STAYS}\nТест с баллами` });
  desk.press('agreeProgrammes');
  const before = lettersTo(desk, birch.email);
  desk.sleep(5 * DAY);
  desk.press('remind');
  expect(lettersTo(desk, birch.email)).toBe(before);
});

it('who answers by the earlier form, be others asked by it or not, has answered: it counts, and nobody is reminded', () => {
  const desk = deskAt(published);
  edit(desk, { what: 'add', person: moon.code, to: 'Г-01', role: 'consultant' });
  desk.press('agreeProgrammes');
  desk.answer('agreement/Г-01', birch.email, ANSWER);
  desk.press('processAnswers');
  edit(desk, { what: 'remove', person: hail.code, from: 'Г-01' });
  desk.press('agreeProgrammes');
  expect(desk.survey('agreement/Г-01/#2').missing).toBe(moon.name);
  desk.answer('agreement/Г-01', moon.email, { ...ANSWER, topics: 'Опрос' });
  desk.press('processAnswers');
  expect(programme(desk).topics).toBe('Тест с баллами\nОпрос');
  expect(desk.survey('agreement/Г-01/#2')).toMatchObject({ missing: '', answered: '1' });
  const before = lettersTo(desk, moon.email);
  desk.sleep(5 * DAY);
  desk.press('remind');
  expect(lettersTo(desk, moon.email)).toBe(before);
});

it('undoing the second asking leaves the first one and its programme, and asking again works', () => {
  const desk = deskAt(replaced);
  const { run } = desk.press('agreeProgrammes').run;
  desk.press('undoRun', { run });
  expect(programme(desk).topics).toBe('Тест с баллами');
  expect(desk.survey('agreement/Г-01').state).toBe('идёт');
  desk.press('agreeProgrammes');
  expect(formKeys(desk)).toHaveLength(2);
  expect(desk.survey('agreement/Г-01/#2')).toMatchObject({ state: 'идёт', missing: moon.name });
});

it('undoing the second asking leaves who is silent with the first form, and reminded of it', () => {
  const desk = deskAt(agreementAsked);
  edit(desk, { what: 'remove', person: hail.code, from: 'Г-01' });
  edit(desk, { what: 'add', person: moon.code, to: 'Г-01', role: 'consultant' });
  const { run } = desk.press('agreeProgrammes').run;
  expect(desk.survey('agreement/Г-01').missing).toBe('');
  desk.press('undoRun', { run });
  expect(desk.survey('agreement/Г-01')).toMatchObject({ missing: birch.name, audienceCount: '1' });
  const before = lettersTo(desk, birch.email);
  desk.sleep(5 * DAY);
  desk.press('remind');
  expect(lettersTo(desk, birch.email)).toBe(before + 1);
});

it('a group whose name ends in a number sign and a number is asked, and its answer counts', () => {
  const desk = deskAt(published);
  for (const [from, to] of [
    ['Г-01', 'Группа #1'],
    ['Г-02', 'Группа #2'],
  ] as const)
    desk.type(GROUPS, ({ group }) => group === from, 'group', to);
  desk.press('agreeProgrammes');
  desk.answer('agreement/Группа #1', birch.email, ANSWER);
  desk.answer('agreement/Группа #2', fir.email, { ready: 'yes', topics: 'Формулы' });
  desk.press('processAnswers');
  expect(desk.rows(PROGRAMMES).map(({ topics }) => topics)).toEqual(['Тест с баллами', 'Формулы']);
});

it('an asking anew that dies anywhere makes one form and writes one letter', () => {
  const failed: string[] = [];
  for (let nth = 1; ; nth += 4) {
    const death = new Death();
    const desk = deskAt(replaced, { faults: death.faults });
    const before = lettersTo(desk, moon.email);
    const ended = dyingAtWrite(desk, death, nth, 'agreeProgrammes', {});
    if (ended === undefined) break;
    desk.press('agreeProgrammes');
    const { consultants, questions, state } = programme(desk);
    const got = [lettersTo(desk, moon.email) - before, twice(liveForms(desk)).length, formKeys(desk).length];
    // A letter that may have gone is not sent a second time, and that is said.
    const letters = /Неизвестно, дошло ли письмо/.test(ended) ? 0 : 1;
    if (
      got.join() !== `${String(letters)},1,2` ||
      consultants !== moon.name ||
      questions.includes(GONE) ||
      state !== 'ждём ответа'
    )
      failed.push(`write ${String(nth)}: ${got.join()} ${consultants} ${state}; said: ${ended}`);
  }
  expect(failed).toEqual([]);
});

it('an asking anew that dies between two cells leaves nothing that passes for changed by hand', () => {
  const failed: string[] = [];
  for (let nth = 2; nth <= 7; nth += 1) {
    const death = new Death();
    const desk = deskAt(replaced, { faults: death.faults });
    if (dyingAtWrite(desk, death, nth, 'agreeProgrammes', {}) === undefined) break;
    desk.press('agreeProgrammes');
    desk.answer('agreement/Г-01/#2', moon.email, { ...ANSWER, topics: 'Опрос' });
    edit(desk, { what: 'remove', person: wind.code, from: 'Г-01' });
    for (const action of ['processAnswers', 'agreeProgrammes'] as const) desk.press(action);
    const { state, topics, questions } = programme(desk);
    if ([state, topics, questions].join() !== 'согласовано,Опрос,')
      failed.push(`write ${String(nth)}: ${state} ${topics} ${questions}`);
  }
  expect(failed).toEqual([]);
});

it('an invitation tells no question of somebody who is in the group no more', () => {
  const desk = deskAt(replaced);
  desk.press('makeTimetable');
  desk.press('sendInvitations');
  const told = desk.events().find(({ id }) => id === desk.row(MODULES, { module: 'Г-01-1' }).eventId)?.description;
  expect(told).toContain(STAYS);
  expect(told).not.toContain(GONE);
});
