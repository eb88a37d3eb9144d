// What the director is told of the timetable before and after making and changing it, held against what then stands there.
import { GROUPS, MODULES, PARTNERS, PROGRAMMES, SPACES, STAFF } from '../../src/workbook/tables';
import { code, smallSchool, withGroups } from '../regressions/app-school';
import { Death } from './death';
import type { Desk } from './desk';
import { busy, placesOf, write } from './modules';
import { invitedThere } from './partners';
import { agreementAsked, invited, PEOPLE, published, selfOf, timetabled } from './school';
import { DAY, deskAt } from './workspace';

const told = ({ preview, run }: ReturnType<Desk['press']>): string =>
  [...preview.lines, ...preview.warnings, ...run.lines].join('\n');
const isoOf = (date: string): string => date.split('.').reverse().join('-');
const moved = (desk: Desk, module: string, date: string, time: string): ReturnType<Desk['press']> =>
  desk.press('moveModule', { what: 'move', module, date, time, place: '' });
const wakeOn = (desk: Desk, date: string): void => {
  desk.sleep(Date.parse(`${date}T08:00:00+07:00`) - desk.now());
};
/** One slot, on Wednesday, 2 September only. */
const oneSlot = (desk: Desk): Desk => {
  desk.set('bands', '14:00-15:00');
  desk.set('windowTo', '02.09.2026');
  return desk;
};
/** The lesson at the partner school is in the hall that it has named. */
const inTheirHall = (): Desk => {
  const desk = deskAt(invitedThere);
  desk.type(PARTNERS, () => true, 'place', 'Актовый зал');
  desk.type(MODULES, ({ place }) => place === 'Школа № 2', 'place', 'Актовый зал');
  return desk;
};
const laptops = { title: 'Ноутбуки', kind: 'оборудование', count: '1' };
/** A group that is published by hand: the first person consults the others. */
const addGroup = (desk: Desk, group: string, [consultant = 0, ...others]: readonly number[], cycle = '1'): void => {
  const competency = desk.rows(GROUPS)[0]?.competency ?? '';
  const row = { group, competency, state: 'опубликована', cycle };
  desk.director.addRows(GROUPS, [
    { ...row, role: 'консультант', teacher: code(consultant) },
    ...others.map((one) => ({ ...row, role: 'консультируемый', teacher: code(one) })),
  ]);
};

describe('a draft that will be moved is named beforehand with where it goes', () => {
  it.each([
    ['out of the term', '02.10.2026', ''],
    ['on a day off', '10.09.2026', '10.09.2026'],
    ['for today', '01.09.2026', ''],
  ])('when somebody put it %s', (_, date, holidays) => {
    const desk = withGroups(smallSchool(3), 1);
    desk.set('windowTo', '30.09.2026');
    desk.set('holidays', holidays);
    desk.press('makeTimetable');
    write(desk, 'Г-01-1', { date, start: '16:00', end: '17:00' });
    const { preview } = desk.press('makeTimetable');
    const now = desk.row(MODULES, { module: 'Г-01-1' });
    expect(now.date).not.toBe(date);
    expect(preview.lines.join('\n')).toContain(`${date}, 16:00–17:00 → ${now.date}, ${now.start}–${now.end}`);
  });

  it('when its day has come', () => {
    const desk = deskAt(timetabled);
    wakeOn(desk, '2026-09-02');
    const { preview } = desk.press('makeTimetable');
    const now = desk.row(MODULES, { module: 'Г-01-1' });
    expect(now.date).not.toBe('02.09.2026');
    expect(preview.lines.join('\n')).toMatch(new RegExp(`Г-01-1 .*: 02\\.09\\.2026, .* → ${now.date}, `));
  });
});

describe('the consultant who agreed to a time is not said not to have marked it', () => {
  const agreed = (): Desk => {
    const desk = deskAt(agreementAsked);
    for (const someone of [PEOPLE.wind, PEOPLE.crane, PEOPLE.winter])
      desk.answer('self', someone.email, selfOf({ ...someone, times: [...someone.times, '4|16:00-17:00'] }));
    desk.press('processAnswers');
    desk.type(PROGRAMMES, ({ group }) => group === 'Г-02', 'slots', 'Чт 16:00–17:00');
    return desk;
  };

  it('by the making, also when it is the time of the group', () => {
    const desk = agreed();
    desk.type(GROUPS, ({ group }) => group === 'Г-02', 'slot', 'Чт 16:00–17:00');
    const words = told(desk.press('makeTimetable'));
    expect(desk.row(MODULES, { group: 'Г-02' }).start).toBe('16:00');
    expect(words).not.toMatch(/не отмечали/);
  });

  it('by the editor, when the lesson goes to that time of another week', () => {
    const desk = agreed();
    desk.press('makeTimetable');
    const { module, date } = desk.row(MODULES, { group: 'Г-02' });
    const next = new Date(Date.parse(isoOf(date)) + 7 * DAY).toISOString().slice(0, 10);
    expect(told(moved(desk, module, next, '16:00-17:00'))).not.toMatch(/не отмечали/);
    expect(isoOf(desk.row(MODULES, { module }).date)).toBe(next);
  });
});

describe('why a group has no time', () => {
  const warned = (desk: Desk): string => desk.press('makeTimetable').preview.warnings.join('\n');

  it('names the group that has the only equipment then', () => {
    const desk = oneSlot(withGroups(smallSchool(6), 2));
    desk.director.addRows(SPACES, [laptops]);
    expect(warned(desk)).toMatch(/Группа Г-02:.*на них стоят занятия группы Г-01/);
  });

  it('names the group whose lesson its person has at another time of that day', () => {
    const desk = withGroups(smallSchool(6), 1);
    desk.set('windowTo', '02.09.2026');
    addGroup(desk, 'Г-02', [1, 5]);
    expect(warned(desk)).toMatch(/Группа Г-02:.*на них стоят занятия группы Г-01/);
  });

  it('is the place of the partner school, not our own rooms, where that place is taken', () => {
    const desk = inTheirHall();
    const theirs = desk.row(MODULES, { place: 'Актовый зал' });
    const school = { school: 'Школа № 2' };
    desk.director.addRows(STAFF, [
      { ...school, code: 'У-014', name: 'Январёв О. О.', email: 'y@school.example' },
      { ...school, code: 'У-015', name: 'Февралёв О. О.', email: 'f@school.example' },
    ]);
    const row = { ...desk.row(GROUPS, { group: theirs.group, role: 'консультант' }), group: 'Г-77', name: '' };
    desk.director.addRows(GROUPS, [
      { ...row, teacher: PEOPLE.moon.code },
      { ...row, role: 'консультируемый', teacher: 'У-014' },
      { ...row, role: 'консультируемый', teacher: 'У-015' },
    ]);
    desk.set('windowFrom', theirs.date);
    desk.set('windowTo', theirs.date);
    desk.set('bands', `${theirs.start}-${theirs.end}`);
    desk.type(GROUPS, ({ group }) => group === 'Г-77', 'slot', `Вт ${theirs.start}–${theirs.end}`);
    const words = warned(desk);
    expect(words).toMatch(/Группа Г-77:.*место «Актовый зал» занято другим занятием/);
    expect(words).not.toMatch(/Группа Г-77:.*«Места занятий»/);
  });

  it('tells how many groups more have none than are named', () => {
    const desk = withGroups(smallSchool(36), 12);
    desk.set('windowTo', '02.09.2026');
    desk.set('holidays', '02.09.2026');
    const { warnings } = desk.press('makeTimetable').preview;
    expect(warnings.slice(9)).toEqual([expect.stringMatching(/^Группа Г-10:/), 'И ещё: 2.']);
  });

  it('counts the days, as a group has one lesson a day, and a time that is typed twice once', () => {
    const desk = withGroups(smallSchool(6), 1);
    desk.set('bands', '14:00-15:00; 14.00-15.00; 15:00-16:00');
    desk.set('windowTo', '02.09.2026');
    desk.set('modulesPerGroup', '2');
    expect(warned(desk)).toContain('с 02.09.2026 по 02.09.2026: 2 (дней: 1, у группы одно занятие в день).');
    expect(told(desk.press('sendSelf'))).toContain('Форм готово: 1');
  });
});

describe('what a lesson whose invitations are out holds is not given away', () => {
  it('when its group is closed: its equipment', () => {
    const desk = withGroups(smallSchool(6), 2);
    desk.set('bands', '14:00-15:00');
    desk.type(GROUPS, ({ group }) => group === 'Г-02', 'state', 'черновик');
    desk.director.addRows(SPACES, [laptops]);
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    desk.type(GROUPS, ({ group }) => group === 'Г-01', 'state', 'завершена');
    desk.type(GROUPS, ({ group }) => group === 'Г-02', 'state', 'опубликована');
    desk.press('makeTimetable');
    expect(new Set(desk.rows(MODULES).map(({ date }) => date)).size).toBe(2);
    expect(desk.press('sendInvitations').preview.warnings.join('\n')).not.toMatch(/Ноутбуки/);
  });

  it('when it is of the last cycle: its equipment', () => {
    const desk = oneSlot(withGroups(smallSchool(6), 1));
    desk.set('rooms', 'каб. 1; каб. 2');
    desk.director.addRows(SPACES, [laptops]);
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    desk.set('cycle', '2');
    addGroup(desk, 'Г-01', [4, 5, 6], '2');
    desk.press('makeTimetable');
    expect(placesOf(desk)).toEqual(['Г-01-1 02.09.2026 14:00–15:00 каб. 1']);
  });
});

it('the editor names the place of a partner school that is taken, and does not put the lesson into a room of ours', () => {
  const desk = inTheirHall();
  desk.set('rooms', 'каб. 1');
  const { module } = desk.row(MODULES, { place: 'Актовый зал' });
  const meeting = { module: 'С-1', group: 'Совещание', date: '22.09.2026', start: '14:00', end: '15:00' };
  desk.director.addRows(MODULES, [{ ...meeting, place: 'Актовый зал' }]);
  const { preview } = moved(desk, module, '2026-09-22', '14:00-15:00');
  expect(preview.warnings.join('\n')).toContain('Место занято: Актовый зал (Школа № 2) (С-1).');
  expect(desk.row(MODULES, { module }).place).toBe('Актовый зал');
});

it('of too many drafts none is moved, and the one that has lost its time is named', () => {
  const desk = withGroups(smallSchool(3), 1);
  desk.set('modulesPerGroup', '2');
  desk.set('bands', '14:00-15:00');
  desk.press('makeTimetable');
  const before = placesOf(desk);
  busy(desk, 't1@school.example', isoOf(desk.row(MODULES, { module: 'Г-01-1' }).date), '14:00', '15:00');
  desk.set('modulesPerGroup', '1');
  const { warnings } = desk.press('makeTimetable').preview;
  expect(placesOf(desk)).toEqual(before);
  expect(warnings).toEqual([expect.stringMatching(/^Черновик Г-01-1 остаётся на прежнем месте/)]);
});

it('a making that died after its writing says how many lessons it placed', () => {
  const death = new Death();
  let deaths = 0;
  for (let nth = 1; nth < 30; nth++) {
    const desk = deskAt(published, { faults: death.faults });
    death.at(nth, 'after', ({ method }) => /^(set|append|insert|flush)/.test(method));
    try {
      desk.press('makeTimetable');
      break;
    } catch {
      if (desk.home().running === undefined) continue;
      deaths += 1;
      expect(desk.finishOpenRun().lines.join('\n')).toContain('занятий: 2,');
      expect(desk.rows(MODULES)).toHaveLength(2);
    }
  }
  death.disarm();
  expect(deaths).toBeGreaterThan(0);
});

describe('today is in the term', () => {
  it('for a lesson that is today', () => {
    const desk = deskAt(invited);
    wakeOn(desk, isoOf(desk.rows(MODULES)[0]?.date ?? ''));
    const reply = desk.call({ method: 'timetable' });
    if (!reply.ok) throw new Error('refused');
    expect(reply.value.modules.map(({ clashes }) => clashes)).toEqual([[], []]);
  });

  it('for a lesson that goes to later today', () => {
    const desk = deskAt(invited);
    desk.set('windowFrom', '01.09.2026');
    wakeOn(desk, '2026-09-07');
    expect(told(moved(desk, 'Г-02-1', '2026-09-07', '16:00-17:00'))).not.toMatch(/вне срока/);
    expect(desk.row(MODULES, { module: 'Г-02-1' }).date).toBe('07.09.2026');
  });
});

it('the making says that the term is over, not that its dates are the wrong way round', () => {
  const desk = deskAt(published);
  desk.set('windowFrom', '01.09.2026');
  desk.set('windowTo', '10.09.2026');
  desk.sleep(12 * DAY);
  const words = desk.refusal('makeTimetable');
  expect(words).toContain('Срок занятий кончился: последняя дата — 10.09.2026');
  expect(words).not.toMatch(/раньше первой/);
});

it('taking a move back to a time that is over by now says so', () => {
  const desk = deskAt(timetabled);
  moved(desk, 'Г-01-1', '2026-09-23', '15:00-16:00');
  desk.sleep(10 * DAY);
  const { preview } = desk.press('moveModule', { what: 'undo' });
  expect(preview.warnings).toContain('Это время уже прошло. Выберите другое.');
  expect(desk.row(MODULES, { module: 'Г-01-1' }).date).toBe('02.09.2026');
});

describe('moves of the last cycle cannot be undone, and the cycle is said to be why', () => {
  it.each(['by the editor', 'by the making'])('moved %s', (by) => {
    const desk = deskAt(timetabled);
    if (by === 'by the editor') moved(desk, 'Г-01-1', '2026-09-23', '15:00-16:00');
    else {
      busy(desk, PEOPLE.hail.email, '2026-09-02', '15:00', '16:00');
      desk.press('makeTimetable');
    }
    const after = placesOf(desk);
    const { run } = desk.lastRun();
    desk.set('cycle', '2');
    expect(desk.refusal('undoRun', { run })).toMatch(/переносил занятия цикла 1, а сейчас в настройках цикл 2/);
    expect(placesOf(desk)).toEqual(after);
  });
});

describe('the time of a group', () => {
  it('is named as the one that counts where its rows differ', () => {
    const desk = deskAt(published);
    const [{ teacher = '' } = {}] = desk.rows(GROUPS).filter(({ group }) => group === 'Г-02');
    desk.type(GROUPS, ({ group }) => group === 'Г-02', 'slot', 'Пт 16:00–17:00');
    desk.type(GROUPS, (row) => row.group === 'Г-02' && row.teacher === teacher, 'slot', 'Пн 14:00–15:00');
    expect(told(desk.press('makeTimetable'))).toMatch(/Группа Г-02: занятия \(Г-02-1\).* на её время Пт 16:00–17:00/);
    expect(desk.row(MODULES, { group: 'Г-02' }).start).toBe('16:00');
  });

  it('that is offered no more is named, without saying that its lessons stand when none does', () => {
    const desk = deskAt(published);
    desk.set('bands', '14:10-14:50; 15:00-15:45');
    const words = told(desk.press('makeTimetable'));
    expect(placesOf(desk)).toEqual([]);
    expect(words).toMatch(/Группа Г-01: времени «Ср 15:00–16:00» с листа «Группы» нет/);
    expect(words).not.toMatch(/поставлены/);
  });
});
