// «Расписание» (A6): times that suit everybody, no clashes, inside the window; what is impossible is explained.
import { addBusy } from '../../local/services/calendar/index';
import { GROUPS, MODULES, SPACES, STAFF } from '../../src/workbook/tables';
import type { Desk, Shown } from './desk';
import { EVERYBODY, grouped, PEOPLE, type Person, published, selfOf, timetabled } from './school';
import { DAY, deskAt } from './workspace';

type Module = Shown<typeof MODULES>;
/** `02.09.2026` and `15:00` at the school → ms. */
const at = (date: string, time: string): number => {
  const [day = '', month = '', year = ''] = date.split('.');
  return Date.parse(`${year}-${month}-${day}T${time.padStart(5, '0')}:00+07:00`);
};
const weekday = (date: string): string =>
  ['Вс', 'Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб'][new Date(at(date, '12:00')).getUTCDay()] ?? '';
const peopleOf = (desk: Desk, module: Module): Person[] => {
  const codes = desk
    .rows(GROUPS)
    .filter(({ group }) => group === module.group)
    .map(({ teacher }) => teacher);
  return EVERYBODY.filter(({ code }) => codes.includes(code));
};
const busy = (desk: Desk, person: Person, date: string, from: string, to: string): void => {
  addBusy(desk.workspace.world, { email: person.email, start: at(date, from), end: at(date, to), summary: 'личное' });
  desk.workspace.save();
};
const plain = (desk: Desk): string[] =>
  desk.rows(MODULES).map(({ module, date, start, place }) => `${module} ${date} ${start} ${place}`);
const said = (done: { preview: { warnings: readonly string[] }; run: { lines: readonly string[] } }): string =>
  [...done.preview.warnings, ...done.run.lines].join('\n');
const of = (desk: Desk, title: RegExp): Module => {
  const found = desk.rows(MODULES).filter((row) => title.test(row.title));
  if (found[0] === undefined || found.length > 1) throw new Error(`${String(found.length)} modules`);
  return found[0];
};

/** What every timetable must keep. */
function expectNoClash(desk: Desk): void {
  const modules = desk.rows(MODULES);
  for (const module of modules) {
    const slot = `${weekday(module.date)} ${module.start}–${module.end}`;
    for (const { times } of peopleOf(desk, module))
      expect(
        times.map(
          (time) => `${['Пн', 'Вт', 'Ср', 'Чт', 'Пт'][Number(time[0]) - 1] ?? ''} ${time.slice(2).replace('-', '–')}`,
        ),
      ).toContain(slot);
    expect(at(module.date, module.start)).toBeGreaterThan(desk.now());
    for (const other of modules) {
      if (other.module === module.module) continue;
      const overlap =
        at(module.date, module.start) < at(other.date, other.end) &&
        at(other.date, other.start) < at(module.date, module.end);
      const common = peopleOf(desk, module).filter((person) => peopleOf(desk, other).includes(person));
      expect([
        module.module,
        other.module,
        overlap && (common.length > 0 || (module.place !== '' && module.place === other.place)),
      ]).toEqual([module.module, other.module, false]);
    }
  }
}

it('gives every published group its module, at a time all its people named, with no clash', () => {
  const desk = deskAt(timetabled);
  expect(desk.rows(MODULES).map(({ state }) => state)).toEqual(['черновик', 'черновик']);
  expectNoClash(desk);
});

it('places as many modules a group as the settings say, each on a day of its own', () => {
  const desk = deskAt(published);
  desk.set('modulesPerGroup', '3');
  desk.press('makeTimetable');
  expect(desk.rows(MODULES).length).toBe(6);
  expectNoClash(desk);
});

it('tells nobody yet', () => {
  const desk = deskAt(published);
  const sent = desk.workspace.outbox.length;
  desk.press('makeTimetable');
  expect(desk.workspace.outbox.length).toBe(sent);
  expect(desk.events()).toEqual([]);
});

it('is not changed by a second press', () => {
  const desk = deskAt(timetabled);
  const before = desk.picture();
  desk.press('makeTimetable');
  expect(desk.picture()).toEqual(before);
});

it('stays within the window', () => {
  const desk = deskAt(published);
  desk.set('windowFrom', '14.09.2026');
  desk.set('windowTo', '18.09.2026');
  desk.press('makeTimetable');
  expect(plain(desk).sort()).toEqual(
    expect.arrayContaining([expect.stringContaining('15.09.2026 14:00'), expect.stringContaining('16.09.2026 15:00')]),
  );
  expectNoClash(desk);
});

it('avoids days off', () => {
  const desk = deskAt(published);
  desk.set('holidays', '02.09.2026; 08.09.2026');
  desk.press('makeTimetable');
  expect(
    desk
      .rows(MODULES)
      .map(({ date }) => date)
      .sort(),
  ).toEqual(['09.09.2026', '15.09.2026']);
});

it('avoids what people have in their own calendars', () => {
  const desk = deskAt(published);
  busy(desk, PEOPLE.hail, '02.09.2026', '15:30', '18:00');
  busy(desk, PEOPLE.hail, '09.09.2026', '09:00', '15:01');
  busy(desk, PEOPLE.fir, '08.09.2026', '14:00', '15:00');
  // Touching is no clash.
  busy(desk, PEOPLE.hail, '16.09.2026', '14:00', '15:00');
  desk.press('makeTimetable');
  expect(of(desk, /гугл-формами/).date).toBe('16.09.2026');
  expect(of(desk, /таблиц/).date).toBe('15.09.2026');
});

it('says when somebody’s calendar cannot be seen', () => {
  const desk = deskAt(published);
  expect(said(desk.press('makeTimetable'))).not.toMatch(/Не видно/);
  const partner = deskAt(published);
  partner.type(STAFF, ({ code }) => code === PEOPLE.hail.code, 'email', 'gradov@mail.example');
  expect(said(partner.press('makeTimetable'))).toMatch(/Не видно/);
});

it('moves a draft when its time is taken since, and keeps the others', () => {
  const desk = deskAt(timetabled);
  const kept = of(desk, /таблиц/);
  busy(desk, PEOPLE.hail, '02.09.2026', '15:00', '16:00');
  desk.press('makeTimetable');
  expect(of(desk, /гугл-формами/).date).toBe('09.09.2026');
  expect(of(desk, /таблиц/)).toEqual(kept);
});

it('leaves a draft where a person has put it', () => {
  const desk = deskAt(timetabled);
  const { module } = of(desk, /гугл-формами/);
  for (const [column, text] of [
    ['date', '17.09.2026'],
    ['start', '12:00'],
    ['end', '12:45'],
    ['place', 'библиотека'],
  ] as const)
    desk.type(MODULES, (row) => row.module === module, column, text);
  desk.press('makeTimetable');
  expect(of(desk, /гугл-формами/)).toMatchObject({
    date: '17.09.2026',
    start: '12:00',
    end: '12:45',
    place: 'библиотека',
  });
});

it('gives rooms, none to two modules at once', () => {
  const desk = deskAt(published);
  // Everybody could meet at one time in two rooms; with one room they must take turns.
  desk.set('rooms', 'каб. 214');
  desk.set('modulesPerGroup', '2');
  desk.press('makeTimetable');
  expect(desk.rows(MODULES).every(({ place }) => place === 'каб. 214')).toBe(true);
  expectNoClash(desk);
});

it('gives a group a room with enough seats and of its topic only', () => {
  const desk = deskAt(published);
  desk.set('rooms', 'каб. 1');
  desk.director.addRows(SPACES, [
    { title: 'каб. 1', kind: 'помещение', seats: '3' },
    { title: 'зал', kind: 'помещение', competencies: 'ict.forms' },
    { title: 'каб. 2', kind: 'помещение', seats: '30', competencies: 'ict.spreadsheets' },
  ]);
  desk.press('makeTimetable');
  expect(of(desk, /гугл-формами/).place).toBe('зал');
  expect(of(desk, /таблиц/).place).toBe('каб. 2');
});

describe('what is impossible is explained, group by group', () => {
  it('when no room is large enough: how many it must seat, not that rooms are taken', () => {
    const desk = deskAt(published);
    desk.director.addRows(SPACES, [{ title: 'каб. 1', kind: 'помещение', seats: '3' }]);
    const words = said(desk.press('makeTimetable'));
    expect(words).toMatch(/не хватает мест.*кабинет на 4 человека/);
    expect(words).not.toMatch(/заняты все кабинеты/);
  });

  it('when calendars are full, with the names of those who are busy', () => {
    const desk = deskAt(published);
    desk.set('windowFrom', '02.09.2026');
    desk.set('windowTo', '10.09.2026');
    busy(desk, PEOPLE.hail, '02.09.2026', '15:00', '16:00');
    busy(desk, PEOPLE.hail, '09.09.2026', '15:00', '16:00');
    const words = said(desk.press('makeTimetable'));
    expect(words).toMatch(/занято в календарях/);
    expect(words).toContain(PEOPLE.hail.name);
    expect(desk.rows(MODULES).map(({ title }) => title)).toEqual([expect.stringMatching(/таблиц/)]);
  });

  it('when its equipment is taken by others', () => {
    const desk = deskAt(published);
    desk.director.addRows(SPACES, [
      { title: 'Мобильный класс', kind: 'оборудование', count: '0', competencies: 'ict.forms' },
    ]);
    const words = said(desk.press('makeTimetable'));
    expect(words).toMatch(/занято оборудование \(Мобильный класс\)/);
    expect(desk.rows(MODULES).map(({ title }) => title)).toEqual([expect.stringMatching(/таблиц/)]);
  });

  it('when the window holds no day for it', () => {
    const desk = deskAt(published);
    desk.set('windowFrom', '03.09.2026');
    desk.set('windowTo', '04.09.2026');
    const words = said(desk.press('makeTimetable'));
    expect(words.match(/нет подходящих дней/g)?.length).toBeGreaterThanOrEqual(2);
    expect(desk.rows(MODULES)).toEqual([]);
  });

  it('when all its days are days off', () => {
    const desk = deskAt(published);
    desk.set('windowTo', '07.09.2026');
    desk.set('holidays', '02.09.2026');
    expect(said(desk.press('makeTimetable'))).toMatch(/нерабочие/);
  });

  it('when the window is turned round: refused, and the setting is named', () => {
    const desk = deskAt(published);
    desk.set('windowFrom', '20.09.2026');
    desk.set('windowTo', '10.09.2026');
    expect(desk.refusal('makeTimetable')).toMatch(/Занятия не позже|Занятия не раньше/);
  });

  it('when the whole window is past', () => {
    const desk = deskAt(published);
    desk.set('windowFrom', '02.09.2026');
    desk.set('windowTo', '10.09.2026');
    desk.sleep(30 * DAY);
    expect(desk.refusal('makeTimetable')).toMatch(/дат/i);
    expect(desk.rows(MODULES)).toEqual([]);
  });
});

it('takes the times the consultant agreed to first', () => {
  const desk = deskAt(published);
  // All four of the group can on Thursdays too, now.
  for (const someone of [PEOPLE.fir, PEOPLE.wind, PEOPLE.crane, PEOPLE.winter])
    desk.answer('self', someone.email, selfOf({ ...someone, times: ['2|14:00-15:00', '4|16:00-17:00'] }));
  desk.press('processAnswers');
  desk.press('agreeProgrammes');
  const { group } = desk.row(GROUPS, { teacher: 'У-005' });
  desk.answer(`agreement/${group}`, PEOPLE.fir.email, { ready: 'yes', topics: 'Формулы', slots: ['4|16:00-17:00'] });
  desk.press('processAnswers');
  desk.press('makeTimetable');
  expect(weekday(of(desk, /таблиц/).date)).toBe('Чт');
});

it('holds a group at the time the director gave it, and names those who did not name that time', () => {
  const desk = deskAt(grouped);
  const { group } = desk.row(GROUPS, { teacher: 'У-003', competency: 'ict.forms' });
  desk.press('editGroups', { what: 'slot', from: group, slot: '5|16:00-17:00' });
  desk.press('publishGroups');
  const { preview } = desk.press('makeTimetable');
  const module = of(desk, /гугл-формами/);
  expect(`${weekday(module.date)} ${module.start}`).toBe('Пт 16:00');
  for (const { name } of [PEOPLE.birch, PEOPLE.wind, PEOPLE.hail, PEOPLE.frost])
    expect(preview.warnings.join('\n')).toContain(name);
  expect(preview.warnings.join('\n')).toMatch(/Пт 16:00–17:00.*не отмечали.*Договоритесь/);
});

it('says of a group’s time that is none of those offered, and goes by what people named', () => {
  const desk = deskAt(grouped);
  desk.type(GROUPS, ({ competency }) => competency === 'ict.forms', 'slot', 'после уроков');
  desk.press('publishGroups');
  expect(said(desk.press('makeTimetable'))).toMatch(/«после уроков».*Время занятий/);
  expect(weekday(of(desk, /гугл-формами/).date)).toBe('Ср');
});

it('leaves the room and the people to a meeting that somebody typed in', () => {
  const desk = deskAt(published);
  desk.set('rooms', 'каб. 1');
  const meeting = { module: 'С-1', group: 'Педсовет', start: '14:30', end: '15:30', place: 'каб. 1' };
  desk.director.addRows(MODULES, [
    { ...meeting, date: '02.09.2026' },
    { ...meeting, module: 'С-2', date: '08.09.2026', place: 'зал', remark: `${PEOPLE.fir.name}, завуч` },
  ]);
  desk.press('makeTimetable');
  expect(of(desk, /гугл-формами/).date).toBe('09.09.2026');
  expect(of(desk, /таблиц/).date).toBe('15.09.2026');
  const other = of(desk, /гугл-формами/).module;
  const edit = { what: 'move', module: other, date: '2026-09-02', time: '15:00-16:00', place: 'каб. 1' };
  expect(desk.press('moveModule', edit).preview.warnings.join()).toMatch(/каб\. 1 \(С-1\)/);
  expect(desk.refusal('sendInvitations')).toMatch(/каб\. 1.*С-1/);
});

it('needs published groups first', () => {
  const desk = deskAt({ name: 'timetable-none', after: published, carryOut: () => undefined });
  const sheet = desk.sheet('Группы');
  sheet.deleteRows(2, sheet.getLastRow() - 1);
  expect(desk.refusal('makeTimetable')).toMatch(/Опубликованных групп нет/);
});
