// The weekly time of a group, changed after its lesson was placed: the draft goes there, unless somebody has chosen its time.
import { GROUPS, MODULE_CHANGES, MODULES } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { busy, placesOf, write } from './modules';
import { PEOPLE, published, timetabled } from './school';
import { said } from './teams';
import { deskAt } from './workspace';

const THURSDAY = '4|16:00-17:00';
const ownTime = (desk: Desk, slot: string): unknown =>
  desk.press('editGroups', { what: 'slot', from: 'Г-01', slot, why: 'так удобнее' });
const lesson = (desk: Desk): string => {
  const { date, start, end } = desk.row(MODULES, { module: 'Г-01-1' });
  return `${date} ${start}–${end}`;
};
const others = (desk: Desk): string[] => placesOf(desk).filter((place) => !place.startsWith('Г-01'));

describe('a draft follows its group to another weekly time', () => {
  it.each([
    ['by an edit', (desk: Desk): unknown => ownTime(desk, THURSDAY)],
    [
      'by hand in «Группы»',
      (desk: Desk): void => {
        desk.type(GROUPS, ({ group }) => group === 'Г-01', 'slot', 'Чт 16:00–17:00');
      },
    ],
  ])('%s: it is told before, listed, done once, and taken back', (_how, change) => {
    const desk = deskAt(timetabled);
    const before = placesOf(desk);
    const rest = others(desk);
    change(desk);
    const { preview, run } = desk.press('makeTimetable');
    expect(preview.lines.join('\n')).toMatch(/Г-01-1.*02\.09\.2026, 15:00–16:00.*03\.09\.2026, 16:00–17:00/);
    expect(lesson(desk)).toBe('03.09.2026 16:00–17:00');
    expect(others(desk)).toEqual(rest);
    expect(desk.rows(MODULE_CHANGES).map(({ module, state }) => `${module} ${state}`)).toEqual(['Г-01-1 сделано']);
    const placed = desk.picture();
    desk.press('makeTimetable');
    expect(desk.picture()).toEqual(placed);
    desk.press('undoRun', { run: run.run });
    expect(placesOf(desk)).toEqual(before);
  });
});

it('where the new weekly time cannot be had, the draft stays and it is said why; once it can, it goes there', () => {
  const desk = deskAt(timetabled);
  busy(desk, PEOPLE.birch.email, '2026-09-03', '16:00', '17:00');
  desk.set('windowTo', '09.09.2026');
  ownTime(desk, THURSDAY);
  const words = said(desk.press('makeTimetable'));
  expect(lesson(desk)).toBe('02.09.2026 15:00–16:00');
  expect(words).toMatch(/Г-01-1.*новое время Чт 16:00–17:00.*прежнем/);
  expect(words).toMatch(/занято в календарях.*Берёзина/);
  desk.set('windowTo', '16.09.2026');
  desk.press('makeTimetable');
  expect(lesson(desk)).toBe('10.09.2026 16:00–17:00');
});

it('a draft moved by hand stays where it was put, and that is said', () => {
  const desk = deskAt(timetabled);
  write(desk, 'Г-01-1', { date: '09.09.2026' });
  ownTime(desk, THURSDAY);
  const words = said(desk.press('makeTimetable'));
  expect(lesson(desk)).toBe('09.09.2026 15:00–16:00');
  expect(words).toMatch(/Г-01-1.*вручную.*Чт 16:00–17:00/);
});

it('a draft that stands at another time because its group’s own was taken stays, while the weekly time is the same', () => {
  const desk = deskAt(published);
  ownTime(desk, THURSDAY);
  desk.set('windowTo', '03.09.2026');
  busy(desk, PEOPLE.wind.email, '2026-09-03', '16:00', '17:00');
  desk.press('makeTimetable');
  expect(lesson(desk)).toBe('02.09.2026 15:00–16:00');
  desk.set('windowTo', '30.09.2026');
  const words = said(desk.press('makeTimetable'));
  expect(lesson(desk)).toBe('02.09.2026 15:00–16:00');
  expect(words).not.toMatch(/новое время/);
  // Where it stands becomes the group’s own time: from there it follows.
  ownTime(desk, '3|15:00-16:00');
  desk.press('makeTimetable');
  expect(lesson(desk)).toBe('02.09.2026 15:00–16:00');
  ownTime(desk, THURSDAY);
  desk.press('makeTimetable');
  expect(lesson(desk)).toBe('10.09.2026 16:00–17:00');
});
