// Moving modules by hand: refused where it makes no sense, remembered, taken back only over what it left, heeded by the planner.
import { addBusy } from '../../local/services/calendar/index';
import { MODULE_CHANGES, MODULES, SPACES } from '../../src/workbook/tables';
import { smallSchool, withGroups } from '../regressions/app-school';
import { again, Death } from './death';
import type { Desk, Shown } from './desk';
import { write } from './modules';
import { invited, PEOPLE, timetabled } from './school';
import { deskAt } from './workspace';

const first = (desk: Desk): Shown<typeof MODULES> => {
  const [row] = desk.rows(MODULES);
  if (row === undefined) throw new Error('no module');
  return row;
};
const move = (desk: Desk, date = '2026-09-23', time = '15:00-16:00'): Record<string, string> => ({
  what: 'move',
  module: first(desk).module,
  date,
  time,
});

it('writes the new time into the timetable and one row into the list of changes', () => {
  const desk = deskAt(timetabled);
  const done = desk.press('moveModule', move(desk));
  expect(first(desk)).toMatchObject({ date: '23.09.2026', start: '15:00', end: '16:00', state: 'черновик' });
  expect(desk.rows(MODULE_CHANGES)).toHaveLength(1);
  expect(done.run.lines[0]).toContain('23.09.2026, 15:00–16:00');
});

it('is taken back by «Отменить запуск», and not once the module has been moved again', () => {
  const desk = deskAt(timetabled);
  const before = first(desk);
  const { run } = desk.press('moveModule', move(desk)).run;
  desk.press('undoRun', { run });
  expect(first(desk)).toEqual(before);
  const again = desk.press('moveModule', move(desk)).run.run;
  desk.press('moveModule', move(desk, '2026-09-24'));
  expect(desk.refusal('undoRun', { run: again })).toMatch(/перенесли ещё раз/);
});

it.each([
  ['a draft', timetabled],
  ['an invited one', invited],
])('is taken back also where the module (%s) had no time: it has none again', (_name, stage) => {
  const desk = deskAt(stage);
  write(desk, first(desk).module, { date: '', start: '', end: '' });
  const before = first(desk);
  desk.press('moveModule', move(desk));
  const { run } = desk.press('moveModule', { what: 'undo' });
  expect(run.lines[0]).toContain('без времени');
  expect(first(desk)).toEqual(before);
});

it('keeps the module there when the timetable is made anew', () => {
  const desk = deskAt(timetabled);
  desk.press('moveModule', move(desk));
  desk.press('makeTimetable');
  expect(first(desk).date).toBe('23.09.2026');
});

describe('drafts that making the timetable again has moved', () => {
  /** The first lesson's consultant has become busy then. */
  const disturb = (desk: Desk): void => {
    addBusy(desk.workspace.world, {
      email: PEOPLE.hail.email,
      start: Date.parse('2026-09-02T15:00:00+07:00'),
      end: Date.parse('2026-09-02T16:00:00+07:00'),
      summary: 'личное',
    });
    desk.workspace.save();
  };
  const remade = (): { desk: Desk; before: Shown<typeof MODULES>[]; run: string } => {
    const desk = deskAt(timetabled);
    const before = desk.rows(MODULES);
    disturb(desk);
    const { run } = desk.press('makeTimetable').run;
    expect(desk.rows(MODULES)).not.toEqual(before);
    return { desk, before, run };
  };

  it('are in the list of changes, and go back by «Отменить запуск», as drafts of the product again', () => {
    const { desk, before, run } = remade();
    const [change] = desk.rows(MODULE_CHANGES);
    expect(change).toMatchObject({
      state: 'сделано',
      what: expect.stringMatching(/02\.09\.2026.* → 09\.09\.2026/) as unknown,
    });
    const { preview } = desk.press('undoRun', { run });
    expect(preview.lines.join('\n')).toContain(change?.what);
    expect(preview.counts).toContainEqual({ label: 'Занятий вернуть на прежнее время', value: '1' });
    expect(desk.rows(MODULES)).toEqual(before);
    expect(desk.rows(MODULE_CHANGES)[0]?.state).toBe('отменено');
    // Not a time chosen by hand: it is moved again.
    desk.press('makeTimetable');
    expect(desk.rows(MODULES)).not.toEqual(before);
  });

  it('go back in the editor too', () => {
    const { desk, before } = remade();
    desk.press('moveModule', { what: 'undo' });
    expect(desk.rows(MODULES)).toEqual(before);
  });

  it.each(['before', 'after'] as const)(
    'are moved once, and go back whole, when the run dies %s any writing',
    (how) => {
      const wanted = remade();
      const where = (desk: Desk): string[] =>
        desk
          .rows(MODULES)
          .map(({ module, date, start, end, place, sent }) => [module, date, start, end, place, sent].join());
      for (let nth = 1, died = true; died; nth++) {
        const death = new Death();
        const desk = deskAt(timetabled, { faults: death.faults });
        const before = where(desk);
        disturb(desk);
        death.at(nth, how, ({ method }) => /^(set|append|insert|flush)/.test(method));
        try {
          desk.press('makeTimetable');
          died = false;
        } catch {
          again(desk, 'makeTimetable');
        }
        death.disarm();
        expect(where(desk)).toEqual(where(wanted.desk));
        expect(desk.rows(MODULE_CHANGES).map(({ state }) => state)).toEqual(['сделано']);
        if (!died) expect(nth).toBeGreaterThan(5);
        desk.press('undoRun', { run: desk.row(MODULE_CHANGES, {}).run });
        expect(where(desk)).toEqual(before);
      }
    },
  );

  it.each(['before', 'after'] as const)('go back whole when the undoing dies %s any writing', (how) => {
    for (let nth = 1, died = true; died; nth++) {
      const death = new Death();
      const desk = deskAt(timetabled, { faults: death.faults });
      const before = desk.rows(MODULES);
      disturb(desk);
      const { run } = desk.press('makeTimetable').run;
      death.at(nth, how, ({ method }) => /^(set|append|insert|flush)/.test(method));
      try {
        desk.press('undoRun', { run });
        died = false;
      } catch {
        const lines = desk.home().running === undefined ? [] : desk.finishOpenRun().lines;
        expect(lines.join('\n')).not.toMatch(/Остаются/);
        if (desk.rows(MODULE_CHANGES)[0]?.state !== 'отменено') desk.press('undoRun', { run });
      }
      death.disarm();
      expect(desk.rows(MODULES)).toEqual(before);
      expect(desk.rows(MODULE_CHANGES).map(({ state }) => state)).toEqual(['отменено']);
      if (!died) expect(nth).toBeGreaterThan(5);
    }
  });

  it('need not go back when somebody has put them back already', () => {
    const { desk, before, run } = remade();
    const module = desk.row(MODULE_CHANGES, {}).module;
    const was = before.find((row) => row.module === module);
    for (const column of ['date', 'start', 'end'] as const)
      desk.type(MODULES, (row) => row.module === module, column, was?.[column] ?? '');
    const { preview, run: undone } = desk.press('undoRun', { run });
    expect([...preview.warnings, ...undone.lines].join('\n')).not.toMatch(/Остаются/);
    expect(desk.rows(MODULES)).toEqual(before);
    expect(desk.rows(MODULE_CHANGES)[0]?.state).toBe('отменено');
  });

  it('stay, and are named, once they stand elsewhere or are sent out', () => {
    const { desk, run } = remade();
    const { module } = desk.row(MODULE_CHANGES, {});
    desk.press('sendInvitations');
    const now = desk.rows(MODULES);
    const { preview } = desk.press('undoRun', { run });
    expect(preview.warnings.join('\n')).toMatch(new RegExp(`Остаются.*${module}.*разослали`));
    expect(desk.rows(MODULES)).toEqual(now);

    const other = remade();
    other.desk.press('moveModule', { ...move(other.desk), module });
    const moved = other.desk.rows(MODULES);
    other.desk.press('undoRun', { run: other.run });
    expect(other.desk.rows(MODULES)).toEqual(moved);
  });
});

it('leaves a lesson that is held online without a room, wherever it goes', () => {
  const desk = deskAt(timetabled);
  desk.set('rooms', 'каб. 1');
  desk.press('sendInvitations');
  expect(first(desk).place).toBe('');
  desk.press('moveModule', move(desk));
  expect(first(desk)).toMatchObject({ date: '23.09.2026', place: '' });
});

it.each([
  ['a day that is past', { date: '2026-08-31' }, /уже прошло/],
  ['no day', { date: 'завтра' }, /Выберите день/],
  ['an end before the start', { time: '16:00-15:00' }, /Выберите время/],
  ['a module that is not there', { module: 'Г-99-1' }, /Г-99-1/],
])('refuses %s, and leaves everything as it was', (_, part, words) => {
  const desk = deskAt(timetabled);
  const before = desk.picture();
  expect(desk.refusal('moveModule', { ...move(desk), ...part })).toMatch(words);
  expect(desk.picture()).toEqual(before);
});

it('says what a move would meet without writing anything', () => {
  const desk = deskAt(timetabled);
  const before = desk.picture();
  desk.set('holidays', '23.09.2026');
  const reply = desk.call({ method: 'timetable', edit: move(desk) });
  expect(reply).toMatchObject({ ok: true, value: { meets: expect.arrayContaining(['Нерабочий день.']) as unknown } });
  desk.set('holidays', '');
  expect(desk.picture()).toEqual(before);
});

it('warns of a room that is too small and of equipment that is not there twice, before the move and before the invitations', () => {
  const desk = withGroups(smallSchool(6), 2);
  desk.director.addRows(SPACES, [
    { title: 'Мобильный класс', kind: 'оборудование', count: '1' },
    { title: 'каб. 1', kind: 'помещение', seats: '2' },
    { title: 'каб. 2', kind: 'помещение', seats: '30' },
  ]);
  desk.press('makeTimetable');
  const [one, other] = desk.rows(MODULES);
  const [day, month, year] = (one?.date ?? '').split('.');
  const { preview } = desk.press('moveModule', {
    what: 'move',
    module: other?.module ?? '',
    date: [year, month, day].join('-'),
    time: `${one?.start ?? ''}-${one?.end ?? ''}`,
    place: 'каб. 1',
  });
  expect(preview.warnings.join('\n')).toMatch(/каб\. 1.*мест 2.*людей 3/);
  expect(preview.warnings.join('\n')).toMatch(/Мобильный класс.*комплектов 1/);
  const { warnings } = desk.press('sendInvitations').preview;
  expect(warnings.join('\n')).toMatch(/каб\. 1.*мест 2.*людей 3.*Расписание/);
  expect(warnings.join('\n')).toMatch(/Мобильный класс.*Г-01-1, Г-02-1.*Расписание/);
});

it('leads to its sheet in place: the link’s sheet becomes the one that is looked at', () => {
  const desk = deskAt(timetabled);
  const [link] = desk.press('moveModule', move(desk)).run.links;
  expect(desk.call({ method: 'sheet', sheet: link?.sheet ?? -1 })).toMatchObject({ ok: true });
  expect(desk.director.spreadsheet.getActiveSheet().getName()).toBe(MODULES.title);
  expect(desk.call({ method: 'sheet', sheet: 987_654_321 })).toMatchObject({ ok: false });
});
