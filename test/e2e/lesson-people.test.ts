// Whose a lesson is: while it is to come, its group's; once it is over, of those who were invited, whoever is in the group by then.
import { EVALUATION, FEEDBACK, GROUPS, INDICATORS, MODULES, ROUTES, STAFF } from '../../src/workbook/tables';
import type { Desk, Shown } from './desk';
import { write } from './modules';
import { DECEMBER, invitedThere, NOVEMBER, SCHOOL } from './partners';
import { invited, PEOPLE, type Person, timetabled } from './school';
import { deskAt, HOUR, type Stage } from './workspace';

const { birch, frost, hail, moon, viburnum, wind, winter } = PEOPLE;
const LESSON = 'Г-01-1';
const why = 'так удобнее';

/** The first lesson (forms, 2 September 15:00–16:00) is over. */
const passFirst = (desk: Desk): void => {
  desk.sleep(new Date('2026-09-02T10:30:00Z').getTime() - desk.now());
};
const leave = (desk: Desk, someone: Person): void => {
  desk.press('editGroups', { what: 'remove', person: someone.code, from: 'Г-01', why });
};
const join = (desk: Desk, someone: Person): void => {
  desk.press('editGroups', { what: 'add', person: someone.code, to: 'Г-01', role: 'consultee', why });
};
/** Who learned and who consulted: one has left the group, one is new, another one consults. */
const changeGroup = (desk: Desk): void => {
  leave(desk, hail);
  join(desk, viburnum);
  desk.type(GROUPS, ({ group, teacher }) => group === 'Г-01' && teacher === birch.code, 'teacher', moon.code);
};
const asked = (desk: Desk): string[] =>
  desk
    .letters()
    .filter(({ subject }) => /Как прошло занятие/.test(subject))
    .map(({ to }) => to.join())
    .sort();
const emails = (...people: readonly Person[]): string[] => people.map(({ email }) => email).sort();
const route = (desk: Desk, someone: Person): Shown<typeof ROUTES> =>
  desk.row(ROUTES, { teacher: someone.code, competency: 'ict.forms' });
const say = (desk: Desk, module: string, someone: Person): void => {
  desk.answer('feedback.consultee/1', someone.email, {
    module,
    before: 1,
    now: 3,
    'scale:usefulness': 5,
    'scale:clarity': 5,
    'scale:practice': 5,
    'scale:pace': 5,
    again: 'no',
  });
};

/** The lesson was over, then its group changed, then people were asked, and those of the group then have answered. */
const changedSince: Stage = {
  name: 'group-changed-since',
  after: invited,
  carryOut: (desk) => {
    desk.press('makeRoutes');
    passFirst(desk);
    changeGroup(desk);
    desk.press('askFeedback');
    for (const someone of [wind, hail, frost]) say(desk, LESSON, someone);
    desk.press('processAnswers');
    desk.press('makeRoutes');
  },
};

describe('when a group changes after its lesson', () => {
  it('those who were there are asked, and counted', () => {
    const desk = deskAt(changedSince);
    expect(asked(desk)).toEqual(emails(birch, wind, hail, frost));
    expect(desk.row(FEEDBACK, { module: LESSON, side: 'консультируемый' })).toMatchObject({
      asked: '3',
      received: '3',
      rate: '100,0%',
    });
    expect(desk.row(FEEDBACK, { module: LESSON, side: 'консультант' }).asked).toBe('1');
  });

  it('the word of who was not there counts, and they are none of those who were asked', () => {
    const desk = deskAt(changedSince);
    // Asked about another lesson of the round, this one chooses the wrong one.
    desk.sleep(new Date('2026-09-08T10:30:00Z').getTime() - desk.now());
    desk.press('askFeedback');
    say(desk, LESSON, winter);
    desk.press('processAnswers');
    expect(desk.row(FEEDBACK, { module: LESSON, side: 'консультируемый' })).toMatchObject({
      asked: '3',
      received: '3',
      rate: '100,0%',
    });
  });

  it('the lesson stays in the routes of those who were there, and comes into nobody else’s', () => {
    const desk = deskAt(changedSince);
    const { date } = desk.row(MODULES, { module: LESSON });
    const when = expect.stringContaining(`${LESSON}: ${date}`) as string;
    const evidence = expect.stringContaining(`${LESSON}, ${date}`) as string;
    expect(route(desk, hail)).toMatchObject({ group: 'Г-01', state: 'выполнено', when, evidence });
    expect(route(desk, hail).partners).toBe(`Сейчас группы нет. Раньше — группа Г-01, консультанты: ${birch.name}`);
    expect(route(desk, birch)).toMatchObject({ role: 'консультирует', state: 'в работе', when, evidence });
    expect(route(desk, birch).partners).toBe(
      `Раньше — группа Г-01, участники: ${[wind, hail, frost].map(({ name }) => name).join(', ')}`,
    );
    expect(route(desk, wind)).toMatchObject({ when, evidence, partners: `Группа Г-01. Консультанты: ${moon.name}` });
    for (const newcomer of [viburnum, moon])
      expect(route(desk, newcomer)).toMatchObject({ group: 'Г-01', state: 'запланировано', evidence: '' });
    expect(route(desk, viburnum).when).toMatch(/^По расписанию группы/);
  });

  it('what is told of the lesson is told of those who were there', () => {
    const desk = deskAt(changedSince);
    const view = desk.director.ask({ method: 'timetable' });
    expect([...(view.modules.find(({ module }) => module === LESSON)?.names ?? [])].sort()).toEqual(
      [birch, wind, hail, frost].map(({ name }) => name).sort(),
    );
    desk.director.addRows(INDICATORS, [{ title: 'Были на занятиях', source: 'занятия: кто побывал', target: '90' }]);
    desk.press('countIndicators');
    expect(
      desk
        .rows(INDICATORS)
        .map(({ origin }) => origin)
        .join('\n'),
    ).toContain('для 4 из');
    // Nobody is there any more for whom it could be reckoned anew.
    for (const someone of [wind, frost]) leave(desk, someone);
    desk.press('evaluateModel', { cycle: '1' });
    expect(desk.row(EVALUATION, { title: 'Часы участников' }).value).toBe('3 чел.-ч');
    const told = (someone: Person): string => {
      desk.press('exportPerson', { person: someone.code });
      const file = desk
        .files()
        .filter(({ name }) => name.startsWith('Данные человека'))
        .pop();
      return Buffer.from(file?.content ?? '', 'base64').toString('utf8');
    };
    const line = `${desk.row(MODULES, { module: LESSON }).title} 2026-09-02`;
    expect([hail, viburnum].map((someone) => told(someone).includes(line))).toEqual([true, false]);
  });

  it('a further lesson is of the new group, and its people are asked about it alone', () => {
    const desk = deskAt(changedSince);
    desk.director.addRows(MODULES, [
      { module: 'Г-01-2', group: 'Г-01', date: '09.09.2026', start: '15:00', end: '16:00', state: 'черновик' },
    ]);
    desk.press('sendInvitations');
    desk.press('makeRoutes');
    expect(route(desk, hail).when).not.toContain('Г-01-2');
    expect(route(desk, viburnum).when).toMatch(/^Г-01-2: [^\n]+$/);
    expect(route(desk, wind).when).toMatch(/Г-01-1: .*\nГ-01-2: /);
    const before = asked(desk).length;
    desk.sleep(new Date('2026-09-09T10:30:00Z').getTime() - desk.now());
    desk.press('askFeedback');
    const second = desk
      .letters()
      .slice(-(asked(desk).length - before))
      .flatMap(({ to }) => to);
    expect(second.filter((email) => emails(hail, birch).includes(email))).toEqual([]);
    expect(second).toEqual(expect.arrayContaining(emails(moon, wind, frost, viburnum)));
    expect(desk.row(FEEDBACK, { module: LESSON, side: 'консультируемый' }).asked).toBe('3');
  });

  it('a person who is erased is asked and counted no more, and nobody comes instead', () => {
    const desk = deskAt(changedSince);
    desk.press('erasePerson', { person: hail.code, reason: 'withdrawn' });
    expect(desk.row(MODULES, { module: LESSON }).people).toBe(
      JSON.stringify({ consultants: [birch.code], consultees: [wind.code, frost.code] }),
    );
    desk.press('processAnswers');
    expect(desk.row(FEEDBACK, { module: LESSON, side: 'консультируемый' })).toMatchObject({
      asked: '2',
      received: '2',
    });
  });

  it('the results of a partner school keep the lesson of their teacher, and his consultant', () => {
    const desk = deskAt(invitedThere);
    const { group, module } = desk.rows(MODULES).find(({ place }) => place === SCHOOL) ?? { group: '', module: '' };
    desk.sleep(new Date('2026-09-30T10:00:00Z').getTime() - desk.now());
    desk.press('editGroups', { what: 'remove', person: NOVEMBER.code, from: group, why });
    desk.press('askFeedback');
    desk.press('sharePartnerReport', { school: SCHOOL });
    const file = desk.files().find(({ name }) => name.includes(SCHOOL) && name.endsWith('.csv'));
    const text = Buffer.from(file?.content ?? '', 'base64').toString('utf8');
    const { date } = desk.row(MODULES, { module });
    for (const { name } of [NOVEMBER, DECEMBER])
      expect(text).toMatch(new RegExp(`${name},.*,${group},${PEOPLE.crane.name},${date}`));
  });
});

describe('the lesson is of whom it was for', () => {
  it('the preview names as many letters as go, also where no hourly check has marked the lesson yet', () => {
    const desk = deskAt(invited);
    passFirst(desk);
    const { preview } = desk.press('askFeedback');
    expect(asked(desk)).toHaveLength(4);
    expect(preview.counts.map(({ value }) => value)).toContain('4');
    expect(preview.lines.join('\n')).not.toContain('Отправлять нечего');
  });

  it('by the last sending of its invitations, where the group changed before', () => {
    const desk = deskAt(invited);
    leave(desk, hail);
    join(desk, viburnum);
    desk.press('sendInvitations');
    leave(desk, frost);
    passFirst(desk);
    desk.press('askFeedback');
    expect(asked(desk)).toEqual(emails(birch, wind, frost, viburnum));
  });

  it('with who has no address, without who takes part no more', () => {
    const desk = deskAt(invited);
    desk.type(STAFF, ({ code }) => code === viburnum.code, 'email', '');
    join(desk, viburnum);
    desk.type(STAFF, ({ code }) => code === hail.code, 'included', 'нет');
    desk.press('sendInvitations');
    expect(desk.row(MODULES, { module: LESSON }).people).toBe(
      JSON.stringify({ consultants: [birch.code], consultees: [wind.code, frost.code, viburnum.code] }),
    );
    passFirst(desk);
    desk.press('askFeedback');
    expect(asked(desk)).toEqual(emails(birch, wind, frost));
  });

  it('where somebody has marked it as held: of its group at that moment, and of it from then on', () => {
    const desk = deskAt(timetabled);
    write(desk, LESSON, { state: 'проведено' });
    desk.wait(2 * HOUR);
    const first = asked(desk);
    expect(first).toEqual(emails(birch, wind, hail, frost));
    changeGroup(desk);
    desk.wait(2 * HOUR);
    desk.press('askFeedback');
    expect(asked(desk)).toEqual(first);
  });

  it('where its invitations were taken back and it was held all the same: of its group at that moment', () => {
    const desk = deskAt(timetabled);
    const { run } = desk.press('sendInvitations').run;
    desk.press('undoRun', { run });
    leave(desk, hail);
    join(desk, viburnum);
    write(desk, LESSON, { state: 'проведено' });
    desk.press('askFeedback');
    expect(asked(desk)).toEqual(emails(birch, wind, frost, viburnum));
  });

  it('where the sending is undone after it was held: of those who were there, should it count again', () => {
    const desk = deskAt(timetabled);
    const { run } = desk.press('sendInvitations').run;
    passFirst(desk);
    desk.press('askFeedback');
    const { people } = desk.row(MODULES, { module: LESSON });
    desk.press('undoRun', { run });
    expect(desk.row(MODULES, { module: LESSON })).toMatchObject({ state: 'отменено', people });
    expect(desk.row(MODULES, { module: 'Г-02-1' })).toMatchObject({ state: 'отменено', people: '' });
  });

  it('of a workbook from before this was kept: of its group when that is first seen, and nobody hears of it', () => {
    const desk = deskAt(invited);
    const people = (): string => desk.row(MODULES, { module: LESSON }).people;
    const kept = people();
    write(desk, LESSON, { people: '' });
    const told = desk.invitations().length;
    desk.press('sendInvitations');
    expect([people(), desk.invitations().length]).toEqual([kept, told]);
    passFirst(desk);
    desk.press('askFeedback');
    write(desk, LESSON, { people: '' });
    desk.wait(HOUR);
    expect(people()).toBe(kept);
    changeGroup(desk);
    desk.wait(2 * HOUR);
    expect(asked(desk)).toEqual(emails(birch, wind, hail, frost));
  });
});

describe('in a workbook from before it was kept', () => {
  const withoutColumn = (desk: Desk): void => {
    const sheet = desk.sheet(MODULES.title);
    const headings = sheet.getDataRange().getDisplayValues()[0] ?? [];
    sheet.deleteColumn(headings.indexOf(MODULES.columns.people.title) + 1);
  };

  it('the hourly check adds the column by itself, and people are asked as ever', () => {
    const desk = deskAt(invited);
    withoutColumn(desk);
    passFirst(desk);
    desk.wait(3 * HOUR);
    expect(asked(desk)).toEqual(emails(birch, wind, hail, frost));
    expect(desk.rows(MODULES).filter(({ people }) => people !== '').length).toBeGreaterThan(0);
  });

  it('what somebody has deleted of the rest is not made anew without a word', () => {
    const desk = deskAt(invited);
    withoutColumn(desk);
    const sheet = desk.sheet(MODULES.title);
    const headings = sheet.getDataRange().getDisplayValues()[0] ?? [];
    sheet.deleteColumn(headings.indexOf(MODULES.columns.came.title) + 1);
    passFirst(desk);
    desk.wait(3 * HOUR);
    expect(sheet.getDataRange().getDisplayValues()[0]).not.toContain(MODULES.columns.came.title);
    expect(asked(desk)).toEqual([]);
  });
});
