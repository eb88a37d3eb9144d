// Undoing a forming of pairs, communities or levels brings back the drafts that it replaced.
import { COMMUNITIES, MASTERY, PAIRS, STAFF, TEAM_CHANGES } from '../../src/workbook/tables';
import type { ServiceCall } from '../../local/index';
import { Death, pressAndDie } from './death';
import { PEOPLE } from './school';
import { FORMINGS, pairsOf, runOf, said, sheetsOf, somethingNew, teamed } from './teams';
import { deskAt } from './workspace';

const { hail, crane } = PEOPLE;
describe.each(FORMINGS)('undoing a second «%s»', (action, words, table) => {
  /** Levels are written in many places: some of them will do. */
  const stride = action === 'formMastery' ? 5 : 1;

  it('brings back every draft as it was', () => {
    const desk = deskAt(teamed);
    somethingNew(desk);
    const before = sheetsOf(desk);
    desk.press(action);
    expect(sheetsOf(desk)).not.toEqual(before);
    const { preview, run } = desk.press('undoRun', { run: runOf(desk, words) });
    expect(sheetsOf(desk)).toEqual(before);
    expect(preview.lines.join()).not.toMatch(/ничего не создал/);
    expect(preview.counts.map(({ label }) => label)).toContain('Прежних строк пар, сообществ и уровней вернуть');
    expect(run.lines.join()).toMatch(/Возвращено прежних строк пар, сообществ и уровней: \d/);
    desk.press(action);
    expect(sheetsOf(desk)).not.toEqual(before);
    desk.press('undoRun', { run: runOf(desk, words) });
    expect(sheetsOf(desk)).toEqual(before);
  });

  it('brings them back also when the forming died at any of its writings and was stopped', () => {
    const ends: (readonly string[])[] = [];
    let before: readonly string[] = [];
    for (let nth = 1; nth < 60; nth += stride) {
      const death = new Death();
      const desk = deskAt(teamed, { faults: death.faults });
      somethingNew(desk);
      before = sheetsOf(desk);
      desk.director.ask({ method: 'preview', action, input: {} });
      death.at(nth, 'after', isWriting);
      try {
        pressAndDie(desk, action);
      } catch {
        break;
      }
      death.disarm();
      const { running } = desk.home();
      if (running === undefined) continue;
      desk.director.ask({ method: 'stop', run: running.run });
      desk.press('undoRun', { run: running.run });
      ends.push(sheetsOf(desk));
    }
    expect(ends.length).toBeGreaterThan(2);
    expect(ends).toEqual(ends.map(() => before));
  });

  it('brings them back once, also when the undoing died at any of its writings', () => {
    const ends: (readonly string[])[] = [];
    let before: readonly string[] = [];
    for (let nth = 1; nth < 60; nth += stride) {
      const death = new Death();
      const desk = deskAt(teamed, { faults: death.faults });
      somethingNew(desk);
      before = sheetsOf(desk);
      desk.press(action);
      const run = runOf(desk, words);
      desk.director.ask({ method: 'preview', action: 'undoRun', input: { run } });
      death.at(nth, 'after', isWriting);
      try {
        pressAndDie(desk, 'undoRun', { run });
      } catch {
        break;
      }
      death.disarm();
      const told = desk.home().running === undefined ? '' : desk.finishOpenRun().lines.join();
      expect(told).not.toMatch(/не вернутся/);
      ends.push(sheetsOf(desk));
    }
    expect(ends.length).toBeGreaterThan(2);
    expect(ends).toEqual(ends.map(() => before));
  });

  it('takes its drafts away also after they were published and that was undone', () => {
    const desk = deskAt(teamed);
    const before = sheetsOf(desk);
    desk.press('publishTeams');
    desk.press('undoRun', { run: runOf(desk, 'Опубликовать пары') });
    expect(sheetsOf(desk)).toEqual(before);
    expect(said(desk.press('undoRun', { run: runOf(desk, words) }))).not.toMatch(/ничего не создал/);
    expect(desk.rows(table)).toEqual([]);
  });
});

const isWriting = ({ service, method }: ServiceCall): boolean =>
  ['Range', 'Sheet'].includes(service) && /^(set|delete|append)/.test(method);

describe('what is not brought back is told', () => {
  it('of a pair whose trainee has another mentor by now', () => {
    const desk = deskAt(teamed);
    somethingNew(desk);
    desk.press('formPairs');
    const first = runOf(desk, 'Подобрать наст');
    const trainee = hail.code.toLowerCase();
    desk.director.addRows(PAIRS, [{ pair: 'П-09', mentor: crane.code, trainee, pinned: 'да', cycle: '1' }]);
    const told = said(desk.press('undoRun', { run: first }));
    expect(told).toMatch(/не вернутся: 1/);
    expect(pairsOf(desk).filter((pair) => pair.toUpperCase().endsWith(hail.code))).toEqual([
      `${crane.code}→${trainee}`,
    ]);
  });

  it('of a community of which somebody stands in another by now: it comes back whole or not at all', () => {
    const desk = deskAt(teamed);
    somethingNew(desk);
    const before = desk.rows(COMMUNITIES);
    desk.press('formCommunities');
    const replaced = before.find(({ teacher, run }) => desk.row(COMMUNITIES, { teacher }).run !== run);
    const size = before.filter(({ community }) => community === replaced?.community).length;
    desk.type(COMMUNITIES, ({ teacher }) => teacher === replaced?.teacher, 'state', 'опубликовано');
    desk.type(COMMUNITIES, ({ teacher }) => teacher === replaced?.teacher, 'run', '');
    expect(said(desk.press('undoRun', { run: runOf(desk, 'Собрать сооб') }))).toMatch(
      new RegExp(`не вернутся: ${String(size)}`),
    );
    const teachers = desk.rows(COMMUNITIES).map(({ teacher }) => teacher);
    expect(teachers).toEqual([...new Set(teachers)]);
  });

  it('of somebody who is no more on the staff list', () => {
    const desk = deskAt(teamed);
    somethingNew(desk);
    desk.press('formPairs');
    desk.sheet(STAFF.title).deleteRow(desk.rows(STAFF).findIndex(({ code }) => code === hail.code) + 2);
    expect(said(desk.press('undoRun', { run: runOf(desk, 'Подобрать наст') }))).toMatch(/не вернутся: 1/);
    expect(pairsOf(desk).filter((pair) => pair.endsWith(hail.code))).toEqual([]);
  });
});

it('a level that somebody has set since the forming stays when that is undone', () => {
  const desk = deskAt(teamed);
  somethingNew(desk);
  const before = desk.rows(MASTERY);
  desk.press('formMastery');
  const moved = desk.rows(MASTERY).find((row, at) => row.level !== before[at]?.level);
  desk.type(MASTERY, ({ teacher }) => teacher === moved?.teacher, 'level', 'постоянная методическая помощь');
  desk.press('undoRun', { run: runOf(desk, 'Распределить') });
  const now = desk.rows(MASTERY);
  expect(now.find(({ teacher }) => teacher === moved?.teacher)?.level).toBe('постоянная методическая помощь');
  const others = (rows: typeof now): readonly string[] =>
    rows.filter(({ teacher }) => teacher !== moved?.teacher).map(({ teacher, level }) => `${teacher} ${level}`);
  expect(others(now)).toEqual(others(before));
});

it('drafts come back under the names that their codes have now', () => {
  const desk = deskAt(teamed);
  somethingNew(desk);
  desk.press('formPairs');
  desk.type(STAFF, ({ code }) => code === hail.code, 'name', 'Градов-Северный В. В.');
  desk.press('undoRun', { run: runOf(desk, 'Подобрать наст') });
  expect(desk.row(PAIRS, { trainee: hail.code }).traineeName).toBe('Градов-Северный В. В.');
});

it('of somebody who was erased nothing is kept to be brought back', () => {
  const desk = deskAt(teamed);
  somethingNew(desk);
  FORMINGS.forEach(([action]) => desk.press(action));
  const runs = FORMINGS.map(([, words]) => runOf(desk, words));
  const kept = (): string => JSON.stringify(desk.rows(TEAM_CHANGES));
  expect(kept()).toContain(hail.code);
  expect(kept()).not.toContain(hail.name);
  desk.press('erasePerson', { person: hail.code, reason: 'withdrawn' });
  expect(kept()).not.toContain(hail.code);
  FORMINGS.forEach(([, words]) => desk.press('undoRun', { run: runOf(desk, words) }));
  expect(sheetsOf(desk).join()).not.toMatch(new RegExp(`${hail.code}|${hail.name}`));
  expect(desk.rows(TEAM_CHANGES).filter(({ run }) => runs.includes(run))).toEqual([]);
});

it('two rows that somebody had given one person come back both', () => {
  const desk = deskAt(teamed);
  const [first, second = ''] = desk.rows(MASTERY).map(({ teacher }) => teacher);
  // Names follow the codes.
  const levels = (): readonly string[] =>
    desk
      .rows(MASTERY)
      .map((row) => JSON.stringify({ ...row, name: '' }))
      .sort();
  desk.type(MASTERY, ({ teacher }) => teacher === first, 'teacher', second);
  const before = levels();
  desk.press('formMastery');
  expect(desk.rows(MASTERY).filter(({ teacher }) => teacher === second)).toHaveLength(1);
  desk.press('undoRun', { run: runOf(desk, 'Распределить') });
  expect(levels()).toEqual(before);
});
