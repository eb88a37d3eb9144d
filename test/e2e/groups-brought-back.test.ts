// What is brought back of groups (an edit, a forming, a variant, a publishing) after the settings or the sheet have changed in between.
import { GROUP_CHANGES, GROUPS, LEVELS_TABLE, STAFF } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { grouped, PEOPLE, scored } from './school';
import { deskAt } from './workspace';

const { birch, hail, frost, moon, rain } = PEOPLE;
const OTHER_BANDS = '14:00-14:45; 15:00-15:45';

const sheetOf = (desk: Desk): readonly string[] =>
  desk
    .rows(GROUPS)
    .map(({ group, teacher, slot }) => `${group} ${teacher} ${slot}`)
    .sort();
const said = ({ preview, run }: ReturnType<Desk['press']>): string =>
  [...preview.lines, ...preview.warnings, ...run.lines].join('\n');
const groupOf = (desk: Desk, teacher: string): string => desk.row(GROUPS, { teacher }).group;

describe('a time that is offered no more', () => {
  it('comes back with an edit that is taken back', () => {
    const desk = deskAt(grouped);
    desk.set('bands', OTHER_BANDS);
    const before = sheetOf(desk);
    desk.press('editGroups', { what: 'slot', from: groupOf(desk, birch.code), slot: '3|15:00-15:45' });
    expect(sheetOf(desk)).not.toEqual(before);
    desk.press('editGroups', { what: 'undo' });
    expect(sheetOf(desk)).toEqual(before);
  });

  it('comes back with a forming that is taken back', () => {
    const desk = deskAt(grouped);
    desk.set('bands', OTHER_BANDS);
    const before = sheetOf(desk);
    desk.press('formGroups');
    desk.press('editGroups', { what: 'undo' });
    expect(sheetOf(desk)).toEqual(before);
  });

  it('comes back with a variant, as it was written, and the variant is taken back', () => {
    const desk = deskAt(grouped);
    const saved = sheetOf(desk);
    desk.press('groupVariants', { what: 'save', name: 'v' });
    desk.set('bands', OTHER_BANDS);
    desk.press('editGroups', { what: 'slot', from: 'Г-01', slot: '3|15:00-15:45' });
    desk.press('editGroups', { what: 'slot', from: 'Г-02', slot: '2|14:00-14:45' });
    const before = sheetOf(desk);
    desk.press('groupVariants', { what: 'restore', one: 'v' });
    expect(sheetOf(desk)).toEqual(saved);
    desk.press('editGroups', { what: 'undo' });
    expect(sheetOf(desk)).toEqual(before);
  });
});

describe('a run of another cycle is not undone, and says which cycle to set', () => {
  const nextCycle = (desk: Desk): void => {
    desk.set('cycle', '2');
    desk.director.addRows(LEVELS_TABLE, [
      {
        teacher: birch.code,
        competency: 'ict.forms',
        source: 'наблюдение',
        level: '4',
        date: '03.09.2026',
        cycle: '2',
      },
    ]);
  };

  it.each(['a forming', 'an edit'])('%s', (kind) => {
    const desk = deskAt(grouped);
    desk.press('editGroups', { what: 'remove', person: frost.code, from: groupOf(desk, birch.code) });
    const edited = sheetOf(desk);
    if (kind === 'a forming') desk.press('formGroups');
    const { run } = desk.lastRun();
    const standing = sheetOf(desk);
    nextCycle(desk);
    expect(desk.refusal('undoRun', { run })).toMatch(/групп[аы]? цикла 1, а сейчас в настройках цикл 2/);
    expect(sheetOf(desk)).toEqual(standing);
    expect(desk.rows(GROUP_CHANGES).some(({ state }) => state === 'отменено')).toBe(false);
    desk.set('cycle', '1');
    desk.press('undoRun', { run });
    if (kind === 'a forming') expect(sheetOf(desk)).toEqual(edited);
    else expect(sheetOf(desk)).not.toEqual(standing);
  });
});

it('a variant whose groups are all published takes no drafts away', () => {
  const desk = deskAt(grouped);
  desk.press('groupVariants', { what: 'save', name: 'v' });
  desk.press('publishGroups');
  const base = {
    group: 'Г-03',
    competency: 'ict.presentations',
    slot: 'Ср 15:00–16:00',
    state: 'черновик',
    cycle: '1',
  };
  desk.director.addRows(GROUPS, [
    { ...base, role: 'консультант', teacher: moon.code },
    { ...base, role: 'консультируемый', teacher: rain.code },
  ]);
  const before = sheetOf(desk);
  expect(desk.refusal('groupVariants', { what: 'restore', one: 'v' })).toMatch(/все его группы уже опубликованы/);
  expect(sheetOf(desk)).toEqual(before);
});

it('undoing a publishing leaves groups that somebody had made drafts already', () => {
  const desk = deskAt(grouped);
  const before = sheetOf(desk);
  desk.press('publishGroups');
  const { run } = desk.lastRun();
  desk.type(GROUPS, () => true, 'state', 'черновик');
  desk.press('undoRun', { run });
  expect(sheetOf(desk)).toEqual(before);
});

describe('forming anew without the only consultant', () => {
  it.each([
    ['maxAsConsultant', '0'],
    ['included', 'нет'],
  ] as const)('names who of the group waits now: %s', (column, text) => {
    const desk = deskAt(grouped);
    desk.type(STAFF, ({ code }) => code === birch.code, column, text);
    const words = said(desk.press('formGroups'));
    expect(words).toMatch(new RegExp(`больше нет\\. Помощи теперь ждут: .*${hail.name}`));
    expect(words).not.toMatch(/помощь уже не нужна/);
  });
});

it('a least size above the greatest is named, as the least one holds', () => {
  const desk = deskAt(scored);
  desk.set('groupLeast', '3');
  desk.set('groupMost', '2');
  expect(said(desk.press('formGroups'))).toMatch(/В группе не меньше 3 участников, и не больше 2/);
});

it('somebody in a group without a consultant is not kept with nobody', () => {
  const desk = deskAt(grouped);
  const from = groupOf(desk, birch.code);
  desk.press('editGroups', { what: 'remove', person: birch.code, from });
  expect(desk.refusal('editGroups', { what: 'keep', person: hail.code, from })).toMatch(/нет консультанта/);
});
