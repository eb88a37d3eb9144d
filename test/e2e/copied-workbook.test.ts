// «Файл → Создать копию»: the copy knows the original's forms, events and folders, and must leave them alone.
import { BANK, GROUPS, JOURNAL, LEDGER, MODULES, SETTINGS, STAFF, SURVEYS } from '../../src/workbook/tables';
import { liveForms } from './death';
import type { Desk } from './desk';
import { invited, SET_UP } from './school';
import { DAY, deskAt, HOUR, type Stage } from './workspace';

const COPY = /Эта таблица — копия.*принадлежат исходной таблице/;

/** A school with everything outside: forms, events, a bank. */
const busy: Stage = {
  name: 'busy-to-copy',
  after: invited,
  carryOut: (desk) => {
    desk.press('setUpBank');
  },
};

/** Makes a copy and opens it. */
function copyOf(desk: Desk): { original: string; copy: string } {
  const original = desk.director.spreadsheet.getId();
  const copy = desk.director.spreadsheet.copy('Копия').getId();
  desk.workspace.activate(copy);
  desk.workspace.openDocument();
  return { original, copy };
}

/** What the original has outside. */
const outside = (desk: Desk): unknown => ({
  forms: liveForms(desk),
  bin: desk.files().filter(({ trashed }) => trashed),
  events: desk.standingEvents().map(({ id, start, summary, attendees }) => [id, start?.dateTime, summary, attendees]),
  mail: desk.workspace.outbox.length,
});

it('is told on the page, with what to do, and every button but the set-up is refused', () => {
  const desk = deskAt(busy);
  const before = outside(desk);
  copyOf(desk);
  const home = desk.home();
  expect(home.next).toBe('setUp');
  expect(home.problems.map(({ text }) => text).join()).toMatch(COPY);
  for (const action of ['sendSelf', 'sendNeeds', 'remind', 'processAnswers', 'sendInvitations', 'setUpBank'] as const)
    expect(desk.refusal(action)).toMatch(COPY);
  for (const { run } of desk.rows(JOURNAL)) expect(desk.refusal('undoRun', { run })).toMatch(COPY);
  expect(outside(desk)).toEqual(before);
});

it('is cut off by the set-up: nothing happens to the original’s forms, events, folders and guests', () => {
  const desk = deskAt(busy);
  const before = outside(desk);
  const { original, copy } = copyOf(desk);
  const { preview, run } = desk.press('setUp', SET_UP);
  expect(preview.warnings.join()).toMatch(COPY);
  expect(run.lines.join()).toMatch(/Копия отвязана от анкет, событий и папок исходной таблицы/);
  expect(outside(desk)).toEqual(before);
  expect(desk.rows(SETTINGS).find(({ key }) => key === 'book')?.value).toBe(copy);
  expect(desk.rows(LEDGER)).toEqual([]);
  expect(desk.rows(SURVEYS).map(({ state, formId }) => `${state} ${formId}`)).toEqual(
    desk.rows(SURVEYS).map(() => 'завершён '),
  );
  expect(desk.rows(MODULES).every(({ eventId, state }) => eventId === '' && state === 'черновик')).toBe(true);
  expect(desk.rows(BANK).every(({ fileId }) => fileId === '')).toBe(true);
  // People and groups have come along.
  expect(desk.rows(STAFF).length).toBeGreaterThan(0);
  expect(desk.rows(GROUPS).length).toBeGreaterThan(0);
  // Undoing a run of the original takes nothing of it away.
  for (const { run: target, action } of desk.rows(JOURNAL))
    if (/Отправить приглашения|самооценк|банк/i.test(action)) desk.press('undoRun', { run: target });
  expect(outside(desk)).toEqual(before);
  // And the original goes on as ever.
  desk.workspace.activate(original);
  expect(desk.home().problems).toEqual([]);
  desk.press('sendInvitations');
  expect(outside(desk)).toEqual(before);
});

it('then has forms, a calendar and events of its own', () => {
  const desk = deskAt(busy);
  const events = desk.standingEvents();
  const forms = liveForms(desk);
  copyOf(desk);
  desk.press('setUp', SET_UP);
  desk.press('sendInvitations');
  expect(desk.standingEvents().length).toBe(2 * events.length);
  for (const event of events) expect(desk.standingEvents()).toContainEqual(event);
  desk.press('sendSelf');
  expect(liveForms(desk).length).toBeGreaterThan(forms.length);
});

it('has no heartbeat before its set-up, and the original’s one does not look at it', () => {
  const desk = deskAt(busy);
  const { original } = copyOf(desk);
  const rows = desk.rows(JOURNAL);
  desk.workspace.run('onHeartbeat');
  desk.wait(DAY + HOUR);
  expect(desk.rows(JOURNAL)).toEqual(rows);
  desk.workspace.activate(original);
  expect(desk.home().problems).toEqual([]);
});
