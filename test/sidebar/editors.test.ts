// What the editors' buttons do, with the real product behind them: what is shown is what is made, whoever else is at it and however late answers come.
import type { ReplyOf, Request, TimetableView } from '../../src/shared/contract';
import { type Answer, type Client, type Method, readReply, type RequestOf } from '../../src/sidebar/client';
import { createGroupsEditor } from '../../src/sidebar/editor/groups';
import { createTimetableEditor } from '../../src/sidebar/editor/timetable';
import { GROUPS, MODULES } from '../../src/workbook/tables';
import { Death } from '../e2e/death';
import type { Desk } from '../e2e/desk';
import { busy, write } from '../e2e/modules';
import { grouped, invited, PEOPLE, timetabled } from '../e2e/school';
import { deskAt } from '../e2e/workspace';

/** The server's answer; an execution that dies gives none. */
function answerOf<M extends Method>(desk: Desk, request: RequestOf<M>): Answer<ReplyOf[M]> {
  try {
    return readReply<ReplyOf[M]>(desk.call(request as Request));
  } catch (error) {
    return { kind: 'lost', reason: 'lost', detail: String(error) };
  }
}

/** The page's way to the server. Once `slow` is on, answers wait until they are let go. */
function serverOf(desk: Desk) {
  const waiting: (() => void)[] = [];
  const calls: Request[] = [];
  const way = { slow: false };
  const client: Client = {
    async call<M extends Method>(request: RequestOf<M>) {
      calls.push(request);
      const answer = answerOf<M>(desk, request);
      if (way.slow) await new Promise<void>((resolve) => waiting.push(resolve));
      return answer;
    },
  };
  /** Lets the answer that waits at this place come. */
  const letGo = async (at: number): Promise<void> => {
    waiting[at]?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { client, calls, way, letGo };
}

const { frost, hail, winter, wind } = PEOPLE;
const FORMS = 'Г-01';
const SHEETS = 'Г-02';
const leaves = (person: string, from: string) => ({ what: 'remove', person, from });
const membersOf = (desk: Desk, group: string): string[] =>
  desk.rows(GROUPS).flatMap((row) => (row.group === group ? [row.teacher] : []));
const told = (state: { readonly trouble: unknown; readonly said: readonly string[] }): string =>
  JSON.stringify([state.trouble, state.said]);

describe('an edit on trial', () => {
  it('is not made when the groups have changed meanwhile: this is said, and how they stand is shown', async () => {
    const desk = deskAt(grouped);
    const editor = createGroupsEditor(serverOf(desk).client);
    await editor.load();
    await editor.attempt(leaves(frost.code, FORMS), 'from');
    desk.press('editGroups', leaves(winter.code, SHEETS));
    await editor.apply();
    const state = editor.store.get();
    expect(told(state)).toContain('Пока вы смотрели');
    expect(state.focus?.id).toBe('from');
    expect(membersOf(desk, FORMS)).toContain(frost.code);
    const shown = state.view?.groups.find(({ group }) => group === SHEETS)?.people.map(({ teacher }) => teacher);
    expect(shown).not.toContain(winter.code);
  });

  it('takes back what was shown, or nothing: not what somebody else has done last', async () => {
    const desk = deskAt(grouped);
    const editor = createGroupsEditor(serverOf(desk).client);
    desk.press('editGroups', leaves(frost.code, FORMS));
    await editor.load();
    await editor.attempt({ what: 'undo' }, 'from');
    desk.press('editGroups', leaves(winter.code, SHEETS));
    await editor.apply();
    expect(told(editor.store.get())).toContain('Пока вы смотрели');
    expect(membersOf(desk, SHEETS)).not.toContain(winter.code);
    await editor.attempt({ what: 'undo' }, 'from');
    await editor.apply();
    expect(membersOf(desk, SHEETS)).toContain(winter.code);
  });

  it('is made however the sheet is sorted meanwhile', async () => {
    const desk = deskAt(grouped);
    const editor = createGroupsEditor(serverOf(desk).client);
    await editor.load();
    await editor.attempt(leaves(frost.code, FORMS), 'from');
    const sheet = desk.sheet(GROUPS.title);
    sheet.getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn()).sort({ column: 2, ascending: false });
    await editor.apply();
    expect(editor.store.get().trouble).toBeUndefined();
    expect(membersOf(desk, FORMS)).not.toContain(frost.code);
  });

  it('gives way to no other: that waits until this one is made or dropped', async () => {
    const desk = deskAt(grouped);
    const { client, calls } = serverOf(desk);
    const editor = createGroupsEditor(client);
    await editor.load();
    await editor.attempt(leaves(frost.code, FORMS), 'from');
    const before = calls.length;
    await editor.attempt(leaves(hail.code, FORMS), 'other');
    const { trial, focus } = editor.store.get();
    expect(trial).toMatchObject({ edit: leaves(frost.code, FORMS), turnedAway: 1 });
    expect(focus?.id).toBe('apply-edit');
    expect(calls).toHaveLength(before);
    editor.drop('');
    await editor.attempt(leaves(hail.code, FORMS), 'other');
    expect(editor.store.get().trial?.edit).toEqual(leaves(hail.code, FORMS));
  });
});

describe('late answers', () => {
  it('of an older reading do not take the place of a newer one', async () => {
    const desk = deskAt(grouped);
    const { client, way, letGo } = serverOf(desk);
    const editor = createGroupsEditor(client);
    way.slow = true;
    void editor.load();
    desk.press('editGroups', leaves(frost.code, FORMS));
    void editor.load();
    await letGo(1);
    await letGo(0);
    const people = editor.store.get().view?.groups.flatMap((group) => (group.group === FORMS ? group.people : []));
    expect(people?.map(({ teacher }) => teacher)).not.toContain(frost.code);
    expect(editor.store.get().busy).toBeUndefined();
  });

  it('of an edit that was being tried do not come up over groups that were read anew', async () => {
    const desk = deskAt(grouped);
    const { client, way, letGo } = serverOf(desk);
    const editor = createGroupsEditor(client);
    await editor.load();
    way.slow = true;
    void editor.attempt(leaves(frost.code, FORMS), 'from');
    void editor.load();
    await letGo(1);
    await letGo(0);
    expect(editor.store.get()).toMatchObject({ busy: undefined, trial: undefined });
  });

  it('are waited for while an edit is being written: nothing is read anew, and no other edit is begun', async () => {
    const desk = deskAt(grouped);
    const { client, calls, way, letGo } = serverOf(desk);
    const editor = createGroupsEditor(client);
    await editor.load();
    await editor.attempt(leaves(frost.code, FORMS), 'from');
    way.slow = true;
    const before = calls.length;
    void editor.apply();
    void editor.load();
    void editor.attempt(leaves(hail.code, FORMS), 'from');
    void editor.apply();
    expect(calls.slice(before).map(({ method }) => method)).toEqual(['start']);
    await letGo(0);
    expect(editor.store.get()).toMatchObject({ busy: undefined, trial: undefined, trouble: undefined });
    expect(membersOf(desk, FORMS)).not.toContain(frost.code);
  });
});

describe('variants', () => {
  it('are compared with the groups of now, broken rules too: after an edit the comparison is gone', async () => {
    const desk = deskAt(grouped);
    const editor = createGroupsEditor(serverOf(desk).client);
    await editor.load();
    expect(await editor.saveVariant('До')).toBe(true);
    expect(await editor.saveVariant('До')).toBe(false);
    await editor.attempt({ what: 'move', person: frost.code, from: FORMS, to: SHEETS }, 'from');
    await editor.apply();
    await editor.compare('До', '*');
    expect(editor.variants.get().compared.join('\n')).toMatch(
      /Хуже на .*больше не в группе Г-01.*нет дефицита по этой теме/s,
    );
    await editor.attempt(leaves(hail.code, FORMS), 'from');
    await editor.apply();
    expect(editor.variants.get().compared).toEqual([]);
  });
});

describe('a move on trial', () => {
  const [first, second] = ['Г-01-1', 'Г-02-1'];
  const read = (desk: Desk): TimetableView => {
    const reply = desk.call({ method: 'timetable' });
    if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
    return reply.value;
  };
  const meeting = { what: 'move', module: first, date: '2026-09-08', time: '14:00-15:00', place: '' };

  it.each([
    ['a draft', timetabled],
    ['an invited one', invited],
  ])('of %s shows the timetable as it then stands, the other module’s clashes too', async (_name, stage) => {
    const desk = deskAt(stage);
    busy(desk, hail.email, '2026-09-15', '14:00', '15:00');
    const editor = createTimetableEditor(serverOf(desk).client);
    await editor.load();
    const calm = { ...meeting, date: '2026-09-15' };
    for (const edit of [meeting, calm, { what: 'undo' }, { what: 'redo' }]) {
      await editor.attempt(edit, 'from');
      const { trial } = editor.store.get();
      if (edit === meeting)
        expect(trial?.view?.modules.map(({ clashes }) => clashes)).toEqual([
          [`${wind.name} в это время на другом занятии (${second}).`],
          [`${wind.name} в это время на другом занятии (${first}).`],
        ]);
      if (edit.what === 'redo' || edit === calm)
        expect(trial?.view?.meets).toContain(`${hail.name}: это время занято в календаре.`);
      await editor.apply();
      expect(editor.store.get().trouble).toBeUndefined();
      expect(editor.store.get().view?.modules).toEqual(read(desk).modules);
    }
  });

  it('is not made when the timetable has changed meanwhile, and takes back what was shown or nothing', async () => {
    const desk = deskAt(timetabled);
    const editor = createTimetableEditor(serverOf(desk).client);
    await editor.load();
    await editor.attempt({ ...meeting, date: '2026-09-10' }, 'from');
    write(desk, second, { date: '10.09.2026' });
    await editor.apply();
    expect(told(editor.store.get())).toContain('Пока вы смотрели');
    await editor.attempt(meeting, 'from');
    await editor.apply();
    await editor.attempt({ what: 'undo' }, 'from');
    desk.press('moveModule', { ...meeting, module: second, date: '2026-09-16' });
    await editor.apply();
    expect(told(editor.store.get())).toContain('Пока вы смотрели');
    expect(desk.row(MODULES, { module: second }).date).toBe('16.09.2026');
  });

  it('of one of two rows with the same number moves the first only, and says what the other is', async () => {
    const desk = deskAt(timetabled);
    const sheet = desk.sheet(MODULES.title);
    sheet.appendRow(sheet.getRange(2, 1, 1, sheet.getLastColumn()).getDisplayValues()[0] ?? []);
    const editor = createTimetableEditor(serverOf(desk).client);
    await editor.load();
    await editor.attempt({ ...meeting, date: '2026-09-15' }, 'from');
    await editor.apply();
    const { modules } = read(desk);
    expect(editor.store.get().view?.modules).toEqual(modules);
    expect(modules[2]).toMatchObject({ module: `${first} (4)`, date: '2026-09-02', movable: false });
    expect(modules[2]?.clashes.join()).toContain('это копия строки 2');
  });

  it('hides nothing from the weeks: a year typed wrong is a week of its own, a time that cannot be read is none', () => {
    const desk = deskAt(timetabled);
    for (const year of ['2016', '2062']) {
      write(desk, first, { date: `02.09.${year}` });
      const { weeks, modules } = read(desk);
      const days = weeks.flatMap((week) => week.days.map(({ date }) => date));
      expect(days).toEqual(expect.arrayContaining(modules.map(({ date }) => date)));
      expect(weeks.length).toBeLessThan(60);
    }
    write(desk, first, { date: '02.09.2026', start: 'в три' });
    expect(read(desk).modules[0]).toMatchObject({ date: '2026-09-02', start: '', end: '' });
  });
});

it('times that do not come are not told as no times', async () => {
  const death = new Death();
  const desk = deskAt(timetabled, { faults: death.faults });
  const editor = createTimetableEditor(serverOf(desk).client);
  await editor.load();
  expect(await editor.pick('Г-01-1')).not.toHaveLength(0);
  death.at(1, 'before');
  expect(await editor.pick('Г-01-1')).toBeUndefined();
  expect(editor.store.get().trouble).toMatchObject({ kind: 'lost' });
});

describe('an edit whose execution dies', () => {
  it('half way is carried on by the page itself, so that nobody stays in two groups', async () => {
    for (const nth of [1, 2, 3, 4, 6]) {
      const death = new Death();
      const desk = deskAt(grouped, { faults: death.faults });
      const editor = createGroupsEditor(serverOf(desk).client);
      await editor.load();
      await editor.attempt({ what: 'move', person: frost.code, from: FORMS, to: SHEETS }, 'from');
      death.at(nth, 'after', ({ method }) => /^(set|append|delete)/.test(method));
      await editor.apply();
      const { trouble, view } = editor.store.get();
      const places = [FORMS, SHEETS].filter((group) => membersOf(desk, group).includes(frost.code));
      const shown = view?.groups.flatMap(({ group, people }) =>
        people.some(({ teacher }) => teacher === frost.code) ? [group] : [],
      );
      expect([nth, places, shown]).toEqual([nth, trouble === undefined ? [SHEETS] : [FORMS], places]);
      expect(desk.home().running).toBeUndefined();
    }
  });
});
