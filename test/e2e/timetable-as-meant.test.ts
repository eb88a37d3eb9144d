// What people type into settings and sheets of the timetable is read as they mean it, or named.
import { addBusy } from '../../local/services/calendar/index';
import { GROUPS, MODULES, PROGRAMMES, SPACES, STAFF } from '../../src/workbook/tables';
import { code, smallSchool, withGroups } from '../regressions/app-school';
import type { Desk, Shown } from './desk';
import { agreementAsked, PEOPLE, published } from './school';
import { deskAt } from './workspace';

const write = (desk: Desk, module: string, set: Partial<Shown<typeof MODULES>>): void => {
  for (const [column, text] of Object.entries(set))
    desk.type(MODULES, (row) => row.module === module, column as keyof Shown<typeof MODULES>, text);
};
const placesOf = (desk: Desk): string[] =>
  desk.rows(MODULES).map(({ module, date, start, end, place }) => `${module} ${date} ${start}–${end} ${place}`.trim());
/** One slot, on Wednesday, 2 September only. */
const oneSlot = (desk: Desk): Desk => {
  desk.set('bands', '14:00-15:00');
  desk.set('windowTo', '02.09.2026');
  return desk;
};

it.each([
  ['Пн-Пт', [1, 2, 3, 4, 5]],
  ['Пн, Ср, Пт', [1, 3, 5]],
  ['Пн Вт Ср', [1, 2, 3]],
  ['пн. и ср.', [1, 3]],
])('days typed as «%s» are all those days', (text, days) => {
  const desk = withGroups(smallSchool(3), 1);
  desk.set('days', text);
  desk.set('windowFrom', '07.09.2026');
  desk.set('windowTo', '13.09.2026');
  desk.set('modulesPerGroup', '6');
  desk.press('makeTimetable');
  const weekdays = desk.rows(MODULES).map(({ date }) => new Date(date.split('.').reverse().join('-')).getUTCDay());
  expect(weekdays.sort()).toEqual(days);
});

describe('a room listed twice', () => {
  it.each(['in the setting', 'in the sheet'])('in another spelling %s is one room', (where) => {
    const desk = oneSlot(withGroups(smallSchool(6), 2));
    if (where === 'in the setting') desk.set('rooms', 'каб. 1; Каб.1');
    else
      desk.director.addRows(
        SPACES,
        ['каб. 1', 'Каб. 1'].map((title) => ({ title, kind: 'помещение', seats: '10' })),
      );
    desk.press('makeTimetable');
    expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–15:00 каб. 1']);
  });

  it('for two topics serves both', () => {
    const desk = withGroups(smallSchool(6), 2);
    desk.set('rooms', 'каб. 1');
    const topics = new Set(desk.rows(GROUPS).map(({ competency }) => competency));
    desk.director.addRows(
      SPACES,
      [...topics].map((competencies) => ({ title: 'каб. 1', kind: 'помещение', competencies })),
    );
    desk.press('makeTimetable');
    expect(topics.size).toBe(2);
    expect(desk.rows(MODULES).map(({ place }) => place)).toEqual(['каб. 1', 'каб. 1']);
  });
});

it('a draft that is a copy of another with a date of its own is named, and neither is put elsewhere', () => {
  const desk = withGroups(smallSchool(3), 1);
  desk.press('makeTimetable');
  desk.set('modulesPerGroup', '2');
  const sheet = desk.sheet('Расписание');
  sheet.insertRowAfter(2);
  const width = sheet.getLastColumn();
  sheet.getRange(3, 1, 1, width).setValues(sheet.getRange(2, 1, 1, width).getValues());
  const heads = sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? [];
  sheet.getRange(3, heads.indexOf(MODULES.columns.date.title) + 1).setValue('16.09.2026');
  const before = placesOf(desk);
  const { warnings } = desk.press('makeTimetable').preview;
  expect(placesOf(desk)).toEqual(before);
  expect(warnings.join('\n')).toMatch(/строка 3: это копия строки 2 \(занятие Г-01-1\)/);
});

describe('two lessons at once in a place that is none of the rooms', () => {
  const bothAt = (...places: readonly string[]): Desk => {
    const desk = withGroups(smallSchool(6), 2);
    desk.press('makeTimetable');
    desk.rows(MODULES).forEach(({ module }, n) => {
      write(desk, module, { place: places[n] ?? '', date: '02.09.2026', start: '14:00', end: '15:00' });
    });
    return desk;
  };

  it('clash however the place is spelled', () => {
    expect(bothAt('Актовый зал', 'актовый  зал').refusal('sendInvitations')).toMatch(/Актовый зал.*Г-01-1, Г-02-1/);
  });

  it('do not clash «онлайн», and each has its link', () => {
    const desk = bothAt('онлайн', 'Онлайн');
    desk.press('sendInvitations');
    expect(desk.standingEvents()).toHaveLength(2);
    for (const { video } of desk.rows(MODULES)) expect(video).toMatch(/^https:/);
  });
});

it('a lesson typed in for a published group counts as its lesson and is sent', () => {
  const desk = withGroups(smallSchool(3), 1);
  desk.director.addRows(MODULES, [
    { module: 'Г-01-1', group: 'Г-01', title: 'Первое', date: '02.09.2026', start: '14:00', end: '15:00' },
  ]);
  desk.press('makeTimetable');
  expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–15:00']);
  desk.press('sendInvitations');
  expect(desk.standingEvents()).toHaveLength(1);
});

describe('who takes part no more', () => {
  it('does not keep the group from a time by what he or she marked', () => {
    const desk = deskAt(published);
    const { viburnum } = PEOPLE;
    const member = desk.rows(GROUPS).find(({ group, role }) => group === 'Г-01' && role === 'консультируемый');
    desk.director.addRows(GROUPS, [{ ...member, teacher: viburnum.code, name: viburnum.name }]);
    desk.type(GROUPS, () => true, 'slot', '');
    desk.type(STAFF, (row) => row.code === viburnum.code, 'included', 'нет');
    desk.press('makeTimetable');
    expect(desk.rows(MODULES).map(({ group }) => group)).toEqual(['Г-01', 'Г-02']);
  });

  it('is busy in vain and needs no seat', () => {
    const desk = oneSlot(withGroups(smallSchool(6), 1));
    desk.set('rooms', 'каб. 1');
    desk.director.addRows(SPACES, [{ title: 'каб. 1', kind: 'помещение', seats: '2' }]);
    desk.type(STAFF, (row) => row.code === code(3), 'included', 'нет');
    addBusy(desk.workspace.world, {
      email: 't3@school.example',
      start: Date.parse('2026-09-02T14:00:00+07:00'),
      end: Date.parse('2026-09-02T15:00:00+07:00'),
      summary: 'занято',
    });
    desk.workspace.save();
    desk.press('makeTimetable');
    expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–15:00 каб. 1']);
  });
});

it.each(['Четверг 16:00-17:00', 'Чт 16.00–17.00', 'чт после уроков'])(
  'a time agreed with the consultants that cannot be read is named as it was typed: «%s»',
  (slots) => {
    const desk = deskAt(agreementAsked);
    desk.type(PROGRAMMES, ({ group }) => group === 'Г-02', 'slots', slots);
    const { preview, run } = desk.press('makeTimetable');
    for (const lines of [preview.warnings, run.lines])
      expect(lines.join('\n')).toContain(`Группа Г-02: времени «${slots}» с листа «Программы занятий» нет`);
  },
);

it('nobody is told that all is sent while a draft cannot be', () => {
  const desk = withGroups(smallSchool(3), 1);
  desk.press('makeTimetable');
  write(desk, 'Г-01-1', { start: '14-00' });
  const { preview, run } = desk.press('sendInvitations');
  for (const lines of [preview.lines, run.lines]) {
    expect(lines.join('\n')).toContain('Сейчас отправлять нечего: новых приглашений, готовых к отправке, нет.');
    expect(lines.join('\n')).not.toContain('уже у участников');
  }
});

it('who stands in a group twice is named, does not clash with himself or herself, and is invited once', () => {
  const desk = withGroups(smallSchool(3), 1);
  desk.director.addRows(GROUPS, [{ ...desk.rows(GROUPS).find(({ role }) => role === 'консультируемый') }]);
  const { warnings } = desk.press('makeTimetable').preview;
  expect(warnings.join('\n')).toMatch(/дважды|два раза/);
  desk.press('sendInvitations');
  const guests = desk.standingEvents().map(({ attendees = [] }) => attendees.length);
  expect(guests).toEqual([3]);
});

describe('a draft of a group that is none', () => {
  it('is named with its row and what to do, by the making and by the sending', () => {
    const desk = withGroups(smallSchool(6), 2);
    desk.press('makeTimetable');
    write(desk, 'Г-02-1', { group: 'Г-77' });
    const { preview, run } = desk.press('makeTimetable');
    for (const words of [preview.warnings.join('\n'), run.lines.join('\n')])
      expect(words).toMatch(/строка 3: группы «Г-77» нет на листе «Группы», занятие Г-02-1 .*Впишите/);
    expect(desk.press('sendInvitations').preview.warnings.join('\n')).toMatch(/строка 3: группы «Г-77» нет/);
  });

  it('is named also when somebody typed it in, but a meeting under a name of its own is not', () => {
    const desk = withGroups(smallSchool(3), 1);
    desk.director.addRows(MODULES, [
      { module: 'Г-02-1', group: 'г-02', date: '03.09.2026', start: '14:00', end: '15:00' },
      { module: 'С-1', group: 'Совещание', date: '03.09.2026', start: '16:00', end: '17:00' },
    ]);
    const words = desk.press('makeTimetable').preview.warnings.join('\n');
    expect(words).toMatch(/группы «г-02» нет на листе «Группы»/);
    expect(words).not.toMatch(/Совещание/);
  });
});
