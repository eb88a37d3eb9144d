// «Журнал» and «Отменить запуск»: every run is written down; what it made can be taken back, and then made anew.
import { BANK, GROUPS, JOURNAL, MODULES, PROGRAMMES, SETTINGS, STAFF, SURVEYS } from '../../src/workbook/tables';
import type { ActionId } from '../../src/shared/contract';
import type { Desk } from './desk';
import {
  agreementAsked,
  csv,
  EVERYBODY,
  grouped,
  invited,
  needsAsked,
  needsOf,
  OWN,
  PEOPLE,
  published,
  scored,
  SET_UP,
  setUp,
  staffed,
  STAFF_ROWS,
  timetabled,
} from './school';
import { DAY, deskAt, HOUR, type Stage } from './workspace';

const undo = (desk: Desk, run = desk.lastRun().run): string => desk.press('undoRun', { run }).run.lines.join('\n');
const liveForms = (desk: Desk): string[] =>
  desk
    .files()
    .filter(({ mimeType, trashed }) => mimeType.endsWith('.form') && !trashed)
    .map(({ name }) => name);

describe('the journal', () => {
  it('has a row a run: number, when, who, what, with which result', () => {
    const desk = deskAt(needsAsked);
    const rows = desk.rows(JOURNAL);
    expect(rows.map(({ run }) => run)).toEqual(['З-0001', 'З-0002', 'З-0003']);
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['director@school.example']));
    for (const row of rows) {
      expect(row.state).toBe('готово');
      expect(row.at).toMatch(/01\.09\.2026/);
      expect(row.result.length).toBeGreaterThan(10);
    }
    expect(rows[2]?.result).toMatch(/писем отправлено: 11/);
  });

  const PRESSES: readonly (readonly [ActionId, Stage, Readonly<Record<string, unknown>>])[] = [
    ['setUp', setUp, SET_UP],
    ['importStaff', staffed, { text: csv(STAFF_ROWS) }],
    ['sendNeeds', staffed, {}],
    ['sendSelf', staffed, {}],
    ['remind', needsAsked, {}],
    ['processAnswers', needsAsked, {}],
    ['scoreMatrix', scored, {}],
    ['formGroups', scored, {}],
    ['publishGroups', grouped, {}],
    ['agreeProgrammes', published, {}],
    ['makeTimetable', published, {}],
    ['sendInvitations', timetabled, {}],
    ['setUpBank', staffed, {}],
    [
      'fileResources',
      staffed,
      { title: 'Ссылка', kind: 'other', competency: 'ict.forms', link: 'https://bank.example/1' },
    ],
  ];

  it.each(PRESSES)('has one more row after «%s»', (action, stage, input) => {
    const desk = deskAt(stage);
    const before = desk.rows(JOURNAL).length;
    const { run } = desk.press(action, input);
    expect(desk.rows(JOURNAL).length).toBe(before + 1);
    // The journal names the menu's item, dots and all; a page needs no dots in its heading.
    expect(desk.lastRun()).toMatchObject({ run: run.run, action: `${run.title}…`, state: 'готово' });
  });

  it('has a row of what the heartbeat did by itself', () => {
    const desk = deskAt(needsAsked);
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    const before = desk.rows(JOURNAL).length;
    desk.wait(2 * HOUR);
    expect(desk.rows(JOURNAL).length).toBe(before + 1);
  });

  it('has no row of idle hours', () => {
    const desk = deskAt(needsAsked);
    const before = desk.rows(JOURNAL).length;
    desk.wait(12 * HOUR);
    expect(desk.rows(JOURNAL).length).toBe(before);
  });

  it('lists the last runs on the page, the latest first, with what can be undone', () => {
    const runs = deskAt(needsAsked).director.ask({ method: 'runs' });
    expect(runs.map(({ action }) => action)).toEqual(['sendNeeds', 'importStaff', 'setUp']);
    expect(runs[0]).toMatchObject({ state: 'done', undoable: true });
  });
});

describe('undoing', () => {
  it('a staff list takes away whom it brought, and nobody else', () => {
    const desk = deskAt(staffed);
    desk.press('importStaff', { text: csv([['ФИО'], ['Осипова О. О.']]) });
    expect(desk.rows(STAFF).length).toBe(EVERYBODY.length + 1);
    undo(desk);
    expect(desk.rows(STAFF).map(({ name }) => name)).toEqual(EVERYBODY.map(({ name }) => name));
  });

  it('a survey bins its form, closes it in the register, and says that letters cannot be taken back', () => {
    const desk = deskAt(needsAsked);
    const { preview } = {
      preview: desk.director.ask({ method: 'preview', action: 'undoRun', input: { run: 'З-0003' } }),
    };
    expect(preview.warnings.join()).toMatch(/11/);
    expect(liveForms(desk).length).toBe(1);
    expect(undo(desk)).toMatch(/11 пис/);
    expect(liveForms(desk)).toEqual([]);
    expect(desk.survey('needs').state).toBe('завершён');
    expect(desk.row(JOURNAL, { run: 'З-0003' }).state).toBe('отменён');
  });

  it('a survey lets it be sent anew: another form, and letters with its link', () => {
    const desk = deskAt(needsAsked);
    undo(desk);
    desk.press('sendNeeds');
    expect(liveForms(desk).length).toBe(1);
    expect(desk.letters().length).toBe(22);
    const { url } = desk.survey('needs');
    expect(
      desk
        .letters()
        .slice(11)
        .every(({ text }) => text.includes(url)),
    ).toBe(true);
    desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
    desk.press('processAnswers');
    expect(desk.survey('needs').answered).toBe('1');
    expect(desk.rows(SURVEYS).length).toBe(1);
  });

  it('groups takes the draft away; published groups stay', () => {
    const draft = deskAt(grouped);
    undo(draft);
    expect(draft.rows(GROUPS)).toEqual([]);
    const desk = deskAt(published);
    const before = desk.rows(GROUPS);
    const formed = desk.rows(JOURNAL).find(({ action }) => /групп/i.test(action))?.run;
    undo(desk, formed);
    expect(desk.rows(GROUPS)).toEqual(before);
  });

  it('publishing gives the groups back as drafts while nothing has come of them', () => {
    const desk = deskAt(published);
    undo(desk);
    expect(new Set(desk.rows(GROUPS).map(({ state }) => state))).toEqual(new Set(['черновик']));
  });

  it('an agreement bins its forms and takes its programmes away', () => {
    const desk = deskAt(agreementAsked);
    undo(desk);
    expect(liveForms(desk).filter((name) => /Согласование/.test(name))).toEqual([]);
    expect(desk.rows(PROGRAMMES)).toEqual([]);
    desk.press('agreeProgrammes');
    expect(desk.rows(PROGRAMMES).length).toBe(2);
    expect(liveForms(desk).filter((name) => /Согласование/.test(name)).length).toBe(2);
  });

  it('a timetable takes the draft modules away', () => {
    const desk = deskAt(timetabled);
    undo(desk);
    expect(desk.rows(MODULES)).toEqual([]);
  });

  it('invitations cancels the events, marks the modules, and bins the feedback forms made for them', () => {
    const desk = deskAt(invited);
    undo(desk);
    expect(desk.standingEvents()).toEqual([]);
    expect(new Set(desk.rows(MODULES).map(({ state }) => state))).toEqual(new Set(['отменено']));
    expect(liveForms(desk).filter((name) => /Отзыв/.test(name))).toEqual([]);
  });

  it('feedback says that its letters cannot be taken back', () => {
    const desk = deskAt(invited);
    desk.sleep(DAY + 8 * HOUR);
    desk.press('askFeedback');
    expect(undo(desk)).toMatch(/4 пис/);
    expect(desk.row(JOURNAL, { action: desk.rows(JOURNAL).slice(-2)[0]?.action ?? '' }).state).toBe('отменён');
  });

  it('the bank bins its folders and its form', () => {
    const desk = deskAt(staffed);
    desk.press('setUpBank');
    undo(desk);
    const standing = desk
      .files()
      .filter(({ trashed, appProperties }) => !trashed && Object.keys(appProperties).length > 0);
    expect(standing.map(({ name }) => name)).toEqual([]);
    desk.press('setUpBank');
    expect(desk.files().filter(({ trashed, name }) => !trashed && name.startsWith('Методический банк')).length).toBe(1);
  });

  it('a filed resource bins the file and takes its row away; it can be filed again', () => {
    const desk = deskAt(staffed);
    desk.press('setUpBank');
    const input = {
      title: 'Памятка',
      kind: 'other',
      competency: 'ict.forms',
      file: { name: 'Памятка.txt', contentType: 'text/plain', base64: Buffer.from('1').toString('base64') },
    };
    const live = (): number => desk.files().filter(({ name, trashed }) => name === 'Памятка.txt' && !trashed).length;
    desk.press('fileResources', input);
    undo(desk);
    expect(live()).toBe(0);
    expect(desk.rows(BANK)).toEqual([]);
    desk.press('fileResources', input);
    expect(live()).toBe(1);
    expect(desk.rows(BANK).length).toBe(1);
  });

  it('a second time is refused, and so is a run that there was not', () => {
    const desk = deskAt(needsAsked);
    undo(desk);
    expect(desk.refusal('undoRun', { run: 'З-0003' })).toMatch(/уже отмен/i);
    expect(desk.refusal('undoRun', { run: 'З-9999' })).toMatch(/З-9999/);
  });

  it('leaves everything else as it is', () => {
    const desk = deskAt(needsAsked);
    const staff = desk.rows(STAFF);
    const settings = desk.rows(SETTINGS);
    undo(desk);
    expect(desk.rows(STAFF)).toEqual(staff);
    expect(desk.rows(SETTINGS)).toEqual(settings);
    expect(desk.letters().length).toBe(OWN.length);
  });
});
