// Changes of groups taken back or done again when somebody of them is on the list «Сотрудники» no more.
import { GROUPS, STAFF } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { grouped, PEOPLE, type Person, published } from './school';
import { runOf, said } from './teams';
import { deskAt, type Stage } from './workspace';

const { birch, crane, frost, hail, moon, winter } = PEOPLE;
const why = 'так удобнее';
const seats = (desk: Desk): string[] => desk.rows(GROUPS).map(({ group, teacher }) => `${group} ${teacher}`);
const nameless = (desk: Desk): string[] => seats(desk).filter((_, at) => desk.rows(GROUPS)[at]?.name === '');
const leavesSchool = (desk: Desk, { code }: Person): void => {
  const at = desk.rows(STAFF).findIndex((row) => row.code === code);
  desk.sheet(STAFF.title).deleteRow(at + 2);
};

/** Two have changed places in published groups; one of them leaves the school, and the groups with it. */
const swapped: Stage = {
  name: 'gone-swapped',
  after: published,
  carryOut: (desk) => {
    desk.press('editGroups', { what: 'remove', person: frost.code, from: 'Г-01', why });
    desk.press('editGroups', { what: 'swap', person: hail.code, from: 'Г-01', other: winter.code, to: 'Г-02', why });
    const at = desk.rows(GROUPS).findIndex(({ teacher }) => teacher === hail.code);
    desk.sheet(GROUPS.title).deleteRow(at + 2);
    leavesSchool(desk, hail);
  },
};

it.each(['editGroups', 'undoRun'] as const)(
  'an edit of published groups is taken back without who is gone, and it is said who: %s',
  (action) => {
    const desk = deskAt(swapped);
    const run = runOf(desk, 'Изменить');
    const words = said(desk.press(action, action === 'undoRun' ? { run } : { what: 'undo' }));
    expect(nameless(desk)).toEqual([]);
    expect(seats(desk)).toContain('Г-02 У-007');
    expect(seats(desk).filter((seat) => seat.endsWith(hail.code))).toEqual([]);
    expect(words).toMatch(/«Сотрудники» больше нет: У-003/);
    expect(words).not.toMatch(/Градов В\. В\. снова|У-003 снова/);
    // The edits before it are still there to be taken back, and what was taken back to be done again.
    desk.press('editGroups', { what: 'redo' });
    expect([nameless(desk), seats(desk)]).toEqual([[], expect.arrayContaining(['Г-01 У-007'])]);
    desk.press('editGroups', { what: 'undo' });
    desk.press('editGroups', { what: 'undo' });
    expect(seats(desk)).toContain(`Г-01 ${frost.code}`);
  },
);

it('an edit of nobody but who is gone brings nobody back, and those before it can still be taken back', () => {
  const desk = deskAt(published);
  desk.press('editGroups', { what: 'remove', person: frost.code, from: 'Г-01', why });
  desk.press('editGroups', { what: 'remove', person: hail.code, from: 'Г-01', why });
  leavesSchool(desk, hail);
  const before = seats(desk);
  expect(said(desk.press('editGroups', { what: 'undo' }))).toMatch(/«Сотрудники» больше нет: У-003/);
  expect(seats(desk)).toEqual(before);
  desk.press('editGroups', { what: 'undo' });
  expect(seats(desk)).toContain(`Г-01 ${frost.code}`);
});

it('a forming is taken back without who is gone', () => {
  const desk = deskAt(grouped);
  const before = seats(desk).filter((seat) => !seat.endsWith(crane.code));
  desk.type(STAFF, ({ code }) => code === crane.code, 'included', 'нет');
  desk.press('formGroups');
  leavesSchool(desk, crane);
  const words = said(desk.press('editGroups', { what: 'undo' }));
  expect([nameless(desk), seats(desk).sort()]).toEqual([[], before.sort()]);
  expect(words).toMatch(/«Сотрудники» больше нет: У-006/);
});

it('a published group that would be left without a consultant by this is left as it is, and it is said why', () => {
  const desk = deskAt(published);
  desk.press('editGroups', { what: 'swap', person: birch.code, from: 'Г-01', other: PEOPLE.fir.code, to: 'Г-02', why });
  desk.press('editGroups', { what: 'add', person: moon.code, to: 'Г-02', role: 'consultant', why });
  desk.press('editGroups', { what: 'remove', person: birch.code, from: 'Г-02', why });
  leavesSchool(desk, birch);
  desk.press('editGroups', { what: 'undo' });
  expect(desk.refusal('editGroups', { what: 'undo' })).toMatch(
    /Г-02.*должны остаться консультант[^]*больше нет: У-001/,
  );
  expect(nameless(desk)).toEqual([]);
});
