// «Расписание» that people and the world have changed: nothing is put where something stands, and nobody hears of a slip.
import { readCalendars } from '../../local/services/calendar/index';
import { GROUPS, MODULES, PROGRAMMES, SPACES, STAFF } from '../../src/workbook/tables';
import { deleteRows, smallSchool, withGroups } from '../regressions/app-school';
import type { Desk, Event } from './desk';
import { agreementAsked, EVERYBODY, invited, PEOPLE, selfOf } from './school';
import { busy, placesOf, write } from './modules';
import { DAY, deskAt, HOUR } from './workspace';

const calendarOf = ({ workspace }: Desk): typeof Calendar => workspace.globals['Calendar'] as typeof Calendar;
const ownCalendar = ({ workspace }: Desk): string =>
  readCalendars(workspace.world).calendars.find(({ primary }) => !primary)?.id ?? '';
/** One room, one slot a day, on Wednesday, 2 September only. */
const narrow = (desk: Desk): Desk => {
  desk.set('rooms', 'каб. 1');
  desk.set('bands', '14:00-15:00');
  desk.set('windowTo', '02.09.2026');
  return desk;
};

it('names a module whose end is not after its start, and sends the others', () => {
  const desk = withGroups(smallSchool(9), 3);
  desk.press('makeTimetable');
  write(desk, 'Г-01-1', { start: '17:00', end: '16:00' });
  const { preview } = desk.press('sendInvitations');
  expect(preview.warnings.join('\n')).toMatch(/Г-01-1.*окончание не позже начала/);
  expect(desk.standingEvents()).toHaveLength(2);
  desk.press('makeTimetable');
});

it('asks about a new date that is over, and takes the lesson for held on its true day only', () => {
  const desk = deskAt(invited);
  const before = desk.letters().length;
  const held = desk.row(MODULES, { module: 'Г-02-1' });
  write(desk, 'Г-02-1', { date: '09.09.2025' });
  expect(desk.press('sendInvitations').preview.warnings.join('\n')).toMatch(/Г-02-1.*уже прошла/);
  desk.wait(2 * HOUR);
  expect(desk.row(MODULES, { module: 'Г-02-1' }).state).toBe('приглашения отправлены');
  expect(desk.letters()).toHaveLength(before);
  write(desk, 'Г-02-1', { date: held.date });
  desk.wait(10 * DAY);
  expect(desk.row(MODULES, { module: 'Г-02-1' }).state).toBe('проведено');
});

it('puts nothing onto a draft that has lost its time, and names it', () => {
  const desk = narrow(withGroups(smallSchool(6), 2));
  desk.press('makeTimetable');
  expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–15:00 каб. 1']);
  busy(desk, 't1@school.example', '2026-09-02', '14:00', '15:00');
  const { preview } = desk.press('makeTimetable');
  expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–15:00 каб. 1']);
  expect(preview.warnings.join('\n')).toMatch(/Черновик Г-01-1 остаётся на прежнем месте/);
  desk.press('sendInvitations');
});

it('puts nothing onto a draft of which there are too many by now', () => {
  const desk = withGroups(smallSchool(6), 1);
  desk.set('rooms', 'каб. 1');
  desk.set('bands', '14:00-15:00');
  desk.set('windowTo', '03.09.2026');
  desk.set('modulesPerGroup', '2');
  desk.press('makeTimetable');
  desk.set('modulesPerGroup', '1');
  const { competency } = desk.rows(GROUPS)[0] ?? { competency: '' };
  const row = { group: 'Г-02', competency, state: 'опубликована', cycle: '1' };
  desk.director.addRows(GROUPS, [
    { ...row, role: 'консультант', teacher: 'У-004' },
    { ...row, role: 'консультируемый', teacher: 'У-005' },
  ]);
  expect(desk.press('makeTimetable').preview.warnings.join('\n')).toMatch(/Черновик Г-01-2 остаётся/);
  expect(placesOf(desk)).toHaveLength(2);
  desk.press('sendInvitations');
});

it('follows a bell time that ends earlier than before', () => {
  const desk = narrow(withGroups(smallSchool(6), 2));
  desk.press('makeTimetable');
  desk.set('bands', '14:00-14:45; 14:50-15:35');
  desk.press('makeTimetable');
  expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–14:45 каб. 1', 'Г-02-1 02.09.2026 14:50–15:35 каб. 1']);
  desk.press('sendInvitations');
});

it('sends invitations whatever clashed among lessons that are over', () => {
  const desk = withGroups(smallSchool(6), 2);
  desk.set('autoFeedback', 'нет');
  desk.set('windowTo', '02.09.2026');
  desk.press('makeTimetable');
  desk.press('sendInvitations');
  desk.wait(2 * DAY);
  desk.set('windowTo', '30.09.2026');
  desk.set('modulesPerGroup', '2');
  const { competency } = desk.row(GROUPS, { group: 'Г-02', teacher: 'У-004' });
  desk.director.addRows(GROUPS, [
    { group: 'Г-02', role: 'консультируемый', competency, teacher: 'У-002', state: 'опубликована', cycle: '1' },
  ]);
  desk.press('makeTimetable');
  desk.press('sendInvitations');
  expect(desk.rows(MODULES).filter(({ state }) => state === 'приглашения отправлены')).toHaveLength(4);
});

it('refuses a row that is a copy of another with its invitation', () => {
  const desk = deskAt(invited);
  const sheet = desk.sheet('Расписание');
  sheet.insertRowAfter(2);
  const width = sheet.getLastColumn();
  sheet.getRange(3, 1, 1, width).setValues(sheet.getRange(2, 1, 1, width).getValues());
  const { module } = desk.rows(MODULES)[0] ?? { module: '' };
  expect(desk.refusal('sendInvitations')).toMatch(new RegExp(`строка 3: это копия строки 2 \\(занятие ${module}\\)`));
});

it('takes the hour of a meeting that somebody typed in, not the day, by whatever name', () => {
  const desk = withGroups(smallSchool(3), 1);
  desk.set('windowTo', '02.09.2026');
  desk.set('bands', '08:00-09:00; 14:00-15:00');
  const meeting = { module: 'С-1', group: 'Педсовет', date: '02.09.2026', start: '08:00', end: '08:30', place: 'зал' };
  desk.director.addRows(MODULES, [{ ...meeting, title: 'Учителева 1 А. А.' }]);
  desk.press('makeTimetable');
  expect(placesOf(desk)[1]).toBe('Г-01-1 02.09.2026 14:00–15:00');
  deleteRows(desk, MODULES, ({ group }) => group === 'Г-01');
  desk.set('pseudonyms', 'да');
  desk.press('makeTimetable');
  expect(placesOf(desk)[1]).toBe('Г-01-1 02.09.2026 14:00–15:00');
});

it('names a meeting that somebody typed in without an end', () => {
  const desk = narrow(withGroups(smallSchool(3), 1));
  desk.director.addRows(MODULES, [
    { module: 'С-1', group: 'Педсовет', date: '02.09.2026', start: '14:00', place: 'каб. 1' },
  ]);
  expect(desk.press('makeTimetable').preview.warnings.join('\n')).toMatch(/строка 2.*С-1.*Окончание/);
});

it('knows a room by its name in another spelling, and equipment that stands in two rows', () => {
  const desk = narrow(withGroups(smallSchool(6), 2));
  desk.director.addRows(SPACES, [{ title: 'Каб. 1 ', kind: 'помещение', seats: '3' }]);
  const { preview } = desk.press('makeTimetable');
  expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–15:00 каб. 1']);
  expect(preview.counts.map(({ value }) => value)).toEqual(['1', '1']);
  const other = withGroups(smallSchool(6), 2);
  other.set('bands', '14:00-15:00');
  other.set('windowTo', '02.09.2026');
  const laptops = { title: 'Ноутбуки', kind: 'оборудование', count: '1' };
  other.director.addRows(SPACES, [laptops, { ...laptops, title: 'ноутбуки' }]);
  other.press('makeTimetable');
  expect(placesOf(other)).toHaveLength(2);
  expect(other.press('sendInvitations').preview.warnings).toEqual([]);
});

it('reads a time agreed with the consultants with any dash', () => {
  const desk = deskAt(agreementAsked);
  for (const someone of [PEOPLE.wind, PEOPLE.crane, PEOPLE.winter])
    desk.answer('self', someone.email, selfOf({ ...someone, times: [...someone.times, '4|16:00-17:00'] }));
  desk.press('processAnswers');
  desk.type(PROGRAMMES, ({ group }) => group === 'Г-02', 'slots', 'чт 16:00 - 17:00');
  desk.press('makeTimetable');
  expect(desk.row(MODULES, { group: 'Г-02' }).start).toBe('16:00');
});

it('tells of invitations for a day that is off by now', () => {
  const desk = deskAt(invited);
  const { module, date } = desk.rows(MODULES)[0] ?? { module: '', date: '' };
  desk.set('holidays', date);
  expect(desk.press('makeTimetable').preview.warnings.join('\n')).toMatch(
    new RegExp(`Приглашения на ${module} уже ушли, а день стал нерабочим`),
  );
});

it('tells of a lesson that nobody would hold, and sends none of a group that is closed', () => {
  const desk = withGroups(smallSchool(6), 2);
  desk.press('makeTimetable');
  desk.type(STAFF, ({ code }) => code === 'У-001', 'included', 'нет');
  desk.type(GROUPS, ({ group }) => group === 'Г-02', 'state', 'завершена');
  const warnings = desk.press('sendInvitations').preview.warnings.join('\n');
  expect(warnings).toMatch(/Г-01-1: в группе Г-01 никто из консультантов не участвует/);
  expect(warnings).toMatch(/Г-02-1: группа Г-02 не опубликована/);
  expect(desk.standingEvents()).toHaveLength(1);
});

it('keeps the time of a draft whose room is gone', () => {
  const desk = withGroups(smallSchool(3), 1);
  desk.set('rooms', 'каб. 1; каб. 2');
  desk.set('bands', '14:00-15:00');
  desk.set('holidays', '02.09.2026-15.09.2026');
  desk.press('makeTimetable');
  const [before = ''] = placesOf(desk);
  desk.set('holidays', '');
  desk.set('rooms', 'каб. 2');
  desk.press('makeTimetable');
  expect(placesOf(desk)).toEqual([before.replace('каб. 1', 'каб. 2')]);
  desk.set('rooms', '');
  desk.press('makeTimetable');
  expect(placesOf(desk)).toEqual([before.replace(' каб. 1', '')]);
});

it('does not hold a lesson’s own invitation against its moving back, or being shorter', () => {
  const desk = deskAt(invited);
  const { module, date, start, end } = desk.rows(MODULES)[0] ?? { module: '', date: '', start: '', end: '' };
  const day = date.split('.').reverse().join('-');
  const later = new Date(Date.parse(day) + 7 * DAY).toISOString().slice(0, 10);
  const move = (to: string, until: string): string =>
    desk
      .press('moveModule', { what: 'move', module, date: to, time: `${start}-${until}`, place: '' })
      .preview.warnings.join('\n');
  expect(move(day, `${start.slice(0, 2)}:45`)).not.toMatch(/занят/);
  move(later, end);
  expect(move(day, end)).not.toMatch(/занят/);
});

describe('who has something else then is named before the invitations go out', () => {
  const warned = (desk: Desk): string => desk.press('sendInvitations').preview.warnings.join('\n');

  it('when somebody joins a group whose invitations are out: the newcomer, not those who know', () => {
    const desk = deskAt(invited);
    const [{ group = '', date = '', start = '', end = '' } = {}] = desk.rows(MODULES);
    const rows = desk.rows(GROUPS);
    const member = rows.find((row) => row.group === group && row.role === 'консультируемый');
    const inGroups = new Set(rows.map(({ teacher }) => teacher));
    const newcomer = EVERYBODY.find(({ code }) => !inGroups.has(code));
    if (member === undefined || newcomer === undefined) throw new Error('nobody is left');
    desk.director.addRows(GROUPS, [{ ...member, teacher: newcomer.code, name: newcomer.name }]);
    const day = date.split('.').reverse().join('-');
    for (const { email } of EVERYBODY) busy(desk, email, day, start, end);
    const words = warned(desk);
    expect(words).toContain(newcomer.name);
    expect(words).not.toContain(member.name);
  });

  it('when a lesson whose invitations are out goes to another time: everybody, for what is not its own invitation', () => {
    const desk = deskAt(invited);
    const [{ module = '', group = '', date = '', start = '', end = '' } = {}] = desk.rows(MODULES);
    const [one, other] = desk.rows(GROUPS).filter((row) => row.group === group);
    const emailOf = (code = ''): string => EVERYBODY.find((each) => each.code === code)?.email ?? '';
    const day = date.split('.').reverse().join('-');
    const later = `${start.slice(0, 2)}:30`;
    write(desk, module, { start: later });
    expect(warned(desk)).not.toMatch(/занят/);
    const next = new Date(Date.parse(day) + 7 * DAY).toISOString().slice(0, 10);
    busy(desk, emailOf(one?.teacher), next, start, end);
    write(desk, module, { date: next.split('-').reverse().join('.') });
    const words = warned(desk);
    expect(words).toContain(one?.name);
    expect(words).not.toContain(other?.name);
    // They have been told by now.
    expect(warned(desk)).not.toMatch(/занят/);
  });
});

it('reads times with seconds, as other programs copy them', () => {
  const desk = deskAt(invited);
  const [{ module = '' } = {}] = desk.rows(MODULES);
  write(desk, module, { start: '16:00:00', end: '17.00' });
  const { preview } = desk.press('sendInvitations');
  expect(preview.counts).toContainEqual(
    expect.objectContaining({ label: expect.stringMatching(/Измен/) as unknown, value: '1' }),
  );
  expect(desk.standingEvents().map(({ start }) => start?.dateTime?.slice(11, 16))).toContain('16:00');
});

describe('an event that somebody has moved in the calendar itself', () => {
  /** A day later, as who drags it does. */
  const dragged = (): { desk: Desk; event: Event; was: string } => {
    const desk = deskAt(invited);
    const [event] = desk.standingEvents();
    const was = event?.start?.dateTime;
    if (event?.id === undefined || was === undefined) throw new Error('no event');
    const later = (at = ''): string => new Date(Date.parse(at) + DAY).toISOString();
    calendarOf(desk)?.Events.patch(
      { start: { dateTime: later(was) }, end: { dateTime: later(event.end?.dateTime) } },
      ownCalendar(desk),
      event.id,
    );
    return { desk, event, was };
  };
  const startOf = (desk: Desk, { id }: Event): number =>
    Date.parse(desk.standingEvents().find((one) => one.id === id)?.start?.dateTime ?? '');

  it('is named before the sending, which brings it back to the time of the sheet', () => {
    const { desk, event, was } = dragged();
    const { preview, run } = desk.press('sendInvitations');
    expect(preview.warnings.join('\n')).toMatch(
      /перенесли в самом Календаре: там 03\.09\.2026.*02\.09\.2026[^]*впишите/,
    );
    expect(run.lines.join('\n')).toMatch(/снова время с листа/);
    expect(startOf(desk, event)).toBe(Date.parse(was));
    expect(desk.press('sendInvitations').preview.warnings.join('\n')).not.toMatch(/перенесли/);
  });

  it('stays where it is once the sheet says the same', () => {
    const { desk, event, was } = dragged();
    const row = desk.rows(MODULES).find(({ eventId }) => eventId === event.id);
    write(desk, row?.module ?? '', { date: '03.09.2026' });
    const { preview } = desk.press('sendInvitations');
    expect(preview.warnings.join('\n')).not.toMatch(/перенесли/);
    expect(startOf(desk, event)).toBe(Date.parse(was) + DAY);
  });
});
