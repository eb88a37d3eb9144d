// Undoing formings and publishings of pairs, communities and levels: in workbooks from before, out of turn, with settings nobody can read.
import { JOURNAL, LEFT_OUT, MASTERY, PAIRS, SETTINGS, STAFF, TEAM_CHANGES } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { OWN, PEOPLE } from './school';
import { FORMINGS, levelOf, pairsOf, runOf, said, sheetsOf, somethingNew, teamed, wish } from './teams';
import { deskAt } from './workspace';

const { birch, crane, hail, may, wind } = PEOPLE;
const KINDS = { 'Подобрать наст': 'наставническая', 'Собрать сооб': 'сообщество', Распределить: 'уровень' } as const;
const HELP = 'постоянная методическая помощь';

const levels = (desk: Desk): readonly string[] =>
  desk
    .rows(MASTERY)
    .map(({ teacher, level }) => `${teacher} ${level}`)
    .sort();
const undo = (desk: Desk, words: string): string => said(desk.press('undoRun', { run: runOf(desk, words) }));
/** As the rows were before there was a place for what is written into them. */
const fromBefore = (desk: Desk): void => {
  for (const [, , table] of FORMINGS) desk.type(table, () => true, 'written', '');
};

describe('undoing a forming', () => {
  it('waits while a setting cannot be read, and loses no drafts', () => {
    const desk = deskAt(teamed);
    somethingNew(desk);
    const before = sheetsOf(desk);
    desk.press('formPairs');
    const run = runOf(desk, 'Подобрать наст');
    desk.set('groupLeast', 'два');
    expect(desk.refusal('undoRun', { run })).toMatch(/В группе не меньше участников/);
    desk.set('groupLeast', '2');
    desk.press('undoRun', { run });
    expect(sheetsOf(desk)).toEqual(before);
  });

  it('brings the drafts back also when the settings name another cycle by then', () => {
    const desk = deskAt(teamed);
    somethingNew(desk);
    const before = sheetsOf(desk);
    for (const [action] of FORMINGS) desk.press(action);
    desk.set('cycle', '2');
    for (const [, words] of FORMINGS) undo(desk, words);
    expect(sheetsOf(desk)).toEqual(before);
  });

  it.each(FORMINGS)('%s: of two the earlier first, nothing of either is left', (action, words, table) => {
    const desk = deskAt(teamed);
    const first = runOf(desk, words);
    somethingNew(desk);
    desk.press(action);
    const second = runOf(desk, words);
    desk.press('undoRun', { run: first });
    desk.press('undoRun', { run: second });
    expect(desk.rows(table)).toEqual([]);
  });

  it('brings back a pair whose trainee was changed by hand to one who stands beside it already', () => {
    const desk = deskAt(teamed);
    desk.type(PAIRS, ({ trainee }) => trainee === hail.code, 'trainee', wind.code);
    const before = [...pairsOf(desk)].sort();
    desk.press('formPairs');
    expect([...pairsOf(desk)].sort()).not.toEqual(before);
    expect(undo(desk, 'Подобрать наст')).not.toMatch(/не вернутся/);
    expect([...pairsOf(desk)].sort()).toEqual(before);
  });

  it('keeps nothing of somebody who was erased since', () => {
    const desk = deskAt(teamed);
    somethingNew(desk);
    desk.press('formPairs');
    const kept = (): string => JSON.stringify(desk.rows(TEAM_CHANGES));
    expect(kept()).toContain(birch.code);
    desk.press('erasePerson', { person: birch.code, reason: 'withdrawn' });
    expect(kept()).not.toMatch(/У-001|Берёзин/);
    undo(desk, 'Подобрать наст');
    expect(desk.rows(PAIRS).filter(({ mentor, trainee }) => mentor === '' || trainee === '')).toEqual([]);
  });
});

describe('what was formed before there was a place for what is written', () => {
  it('is not taken for changed by hand after a forming and its undoing', () => {
    const desk = deskAt(teamed);
    fromBefore(desk);
    somethingNew(desk);
    const before = levels(desk);
    desk.press('formMastery');
    const after = levels(desk);
    expect(after).not.toEqual(before);
    undo(desk, 'Распределить');
    expect(levels(desk)).toEqual(before);
    desk.press('formMastery');
    expect(levels(desk)).toEqual(after);
  });

  it.each([
    ['before it was published', true],
    ['after', false],
  ])('nor after a publishing and its undoing: %s', (_when, early) => {
    const desk = deskAt(teamed);
    if (early) fromBefore(desk);
    desk.press('publishTeams');
    if (!early) fromBefore(desk);
    undo(desk, 'Опубликовать пары');
    expect(said(desk.press('formMastery'))).toMatch(/сохранят уровень: 0/);
  });
});

describe('a level typed in', () => {
  it('stays when it was published and made a draft again by hand', () => {
    const desk = deskAt(teamed);
    desk.director.addRows(MASTERY, [{ teacher: may.code, level: 'становление мастерства' }]);
    desk.press('publishTeams', { kinds: ['mastery'] });
    desk.type(MASTERY, ({ teacher }) => teacher === may.code, 'state', 'черновик');
    desk.press('formMastery');
    expect(desk.rows(MASTERY).filter(({ teacher }) => teacher === may.code)).toHaveLength(1);
  });

  it('and one changed by hand stay after a publishing and its undoing', () => {
    const desk = deskAt(teamed);
    desk.type(MASTERY, ({ teacher }) => teacher === hail.code, 'level', HELP);
    desk.director.addRows(MASTERY, [{ teacher: may.code, level: HELP }]);
    desk.press('publishTeams');
    undo(desk, 'Опубликовать пары');
    expect(said(desk.press('formMastery'))).toMatch(/сохранят уровень: 2/);
    expect([levelOf(desk, hail.code), levelOf(desk, may.code)]).toEqual([HELP, HELP]);
  });
});

describe('«Без пары и сообщества» after an undoing', () => {
  /** What it says of each kind, by words of the kind. */
  const leftOut = (desk: Desk): readonly string[] =>
    desk
      .rows(LEFT_OUT)
      .map((row) => JSON.stringify(row))
      .sort();

  it.each(FORMINGS)('says what it said before «%s»', (action, words) => {
    const desk = deskAt(teamed);
    const before = leftOut(desk);
    // Nobody may be with her, and nothing is known of the partner's teacher.
    wish(desk, ...OWN.filter((one) => one !== hail).map((one) => [hail.code, one.code, 'не ставить вместе'] as const));
    desk.type(SETTINGS, ({ key }) => key === 'teamSchools', 'value', 'можно');
    desk.press(action);
    expect(leftOut(desk)).not.toEqual(before);
    expect(undo(desk, words)).toContain('Лист «Без пары и сообщества» — снова как до этого запуска.');
    expect(leftOut(desk)).toEqual(before);
  });

  it.each(FORMINGS)('says nothing more of what «%s» was the first to form', (_action, words) => {
    const desk = deskAt(teamed);
    const [first] = desk.rows(LEFT_OUT).map(({ kind }) => kind);
    expect(first).toBeDefined();
    const others = leftOut(desk).filter((row) => !row.includes(KINDS[words]));
    undo(desk, words);
    expect(leftOut(desk)).toEqual(others);
  });

  it('of two undone out of turn, what was there before both', () => {
    const desk = deskAt(teamed);
    const before = leftOut(desk);
    desk.type(STAFF, ({ code }) => code === crane.code, 'included', 'нет');
    desk.press('formPairs');
    const first = runOf(desk, 'Подобрать наст');
    desk.type(STAFF, ({ code }) => code === wind.code, 'included', 'нет');
    desk.press('formPairs');
    const later = leftOut(desk);
    const second = runOf(desk, 'Подобрать наст');
    desk.press('undoRun', { run: first });
    expect(leftOut(desk)).toEqual(later);
    desk.press('undoRun', { run: second });
    expect(leftOut(desk)).toEqual(before);
  });
});

it('«Прежние пары и сообщества» keeps what can still be undone, and no more', () => {
  const desk = deskAt(teamed);
  somethingNew(desk);
  desk.press('formPairs');
  const first = runOf(desk, 'Подобрать наст');
  const kept = (): boolean => desk.rows(TEAM_CHANGES).some(({ run }) => run === first);
  const offered = (): boolean => {
    const fields = desk.director.ask({ method: 'fields', action: 'undoRun' });
    return JSON.stringify(fields).includes(`"${first}"`);
  };
  expect([kept(), offered()]).toEqual([true, true]);
  for (let n = 0; offered(); n++) desk.press(n % 2 === 0 ? 'formMastery' : 'formCommunities');
  desk.press('formPairs');
  expect(kept()).toBe(false);
  expect(desk.rows(JOURNAL).some(({ run }) => run === first)).toBe(true);
});

it('undoing a forming that changed only words of published levels brings them back, and does not say that it did nothing', () => {
  const desk = deskAt(teamed);
  desk.press('publishTeams');
  const before = sheetsOf(desk);
  somethingNew(desk);
  desk.press('formMastery');
  expect(sheetsOf(desk)).not.toEqual(before);
  const { preview, run } = desk.press('undoRun', { run: runOf(desk, 'Распределить') });
  expect(preview.lines.join('\n')).not.toMatch(/ничего не создал/);
  expect(run.lines.join('\n')).toMatch(/Возвращено прежних строк пар, сообществ и уровней: [1-9]/);
  expect(sheetsOf(desk)).toEqual(before);
});
