// Nothing that a person sees in the workbook, forms, letters, calendar or replies is worded outside messages, tables and programmes.
import { Director, Refused } from '../../examples/demo/director';
import { createLocalWorkspace, type LocalWorkspace } from '../../local/index';
import { allForms, readForm } from '../../local/services/form/index';
import { readCalendars } from '../../local/services/calendar/index';
import { readDocument } from '../../local/services/docs/index';
import { readDrive } from '../../local/services/drive/index';
import { readSpreadsheet } from '../../local/services/spreadsheet/index';
import type { ActionId } from '../../src/shared/contract';
import { accented } from '../../src/messages/fake';
import { PEOPLE, selfOf, type Person } from '../e2e/school';
import { markedBuild, unmarked } from './marked-build';
import { answerAll } from './respond';

const build = markedBuild();
afterAll(build.remove);

/** What was shown on the way: previews, progress, results, refusals, home. */
const shown: string[] = [];
/** Actions that said why not. */
const refused: ActionId[] = [];

function act(director: Director, action: ActionId, input: Readonly<Record<string, unknown>> = {}): void {
  shown.push(JSON.stringify(director.ask({ method: 'fields', action })));
  try {
    const { preview, run } = director.act(action, input);
    shown.push(JSON.stringify([preview, run]));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    shown.push(error.texts.join('\n'));
    refused.push(action);
  }
}

const DAY = 86_400_000;
const LATIN = ['Birch B. B.', 'Wind V. V.', 'Hail G. G.', 'Frost M. M.', 'Stone K. K.', 'River R. R.'];
const people: readonly Person[] = Object.values(PEOPLE).slice(0, LATIN.length);

/** Of the list that a person pastes; its preview shows them as they stand. */
const HEADINGS = ['ФИО', 'Почта', 'Предмет'];

function cycle(): LocalWorkspace {
  const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z'), locale: 'ru_RU' });
  workspace.install(build.dist);
  workspace.createSpreadsheet('Book');
  workspace.openDocument();
  const director = new Director(workspace);
  const home = (): void => {
    shown.push(JSON.stringify(director.ask({ method: 'home' })));
  };
  home();
  act(director, 'setUp', { school: 'School', programme: 'vremya-rosta', cycle: '1' });
  const rows = people.map((one, index) => [LATIN[index], one.email, index % 2 === 0 ? 'Math' : 'Physics'].join('\t'));
  act(director, 'importStaff', { text: [HEADINGS.join('\t'), ...rows].join('\n') });
  act(director, 'sendNeeds');
  act(director, 'sendSelf');
  const emails = people.map(({ email }) => email);
  expect(answerAll(workspace, director, 'needs', emails)).toBe(people.length);
  answerAll(workspace, director, 'self', emails, (email) =>
    selfOf(people.find((one) => one.email === email) as Person),
  );
  act(director, 'processAnswers');
  act(director, 'formGroups');
  for (const action of [
    'publishGroups',
    'agreeProgrammes',
    'makeTimetable',
    'sendInvitations',
    'setUpBank',
    'formPairs',
    'formCommunities',
    'formMastery',
  ] as const)
    act(director, action);
  act(director, 'sendAddressed');
  for (const kind of ['addressed', 'agreement'])
    expect(answerAll(workspace, director, kind, emails)).toBeGreaterThan(0);
  act(director, 'makePlan', { start: '2026-09-01' });
  act(director, 'refreshPlan');
  act(director, 'askPupils', { occasion: 'before', classes: '7A; 7B' });
  act(director, 'countIndicators');
  act(director, 'whatIfGroups');
  act(director, 'makeRoutes');
  act(director, 'sendRoutes');
  // The sessions pass; the heartbeat sends the feedback forms.
  workspace.advanceTo(new Date(workspace.world.clock.now() + 40 * DAY));
  for (const kind of ['feedback.consultant', 'feedback.consultee'])
    expect(answerAll(workspace, director, kind, emails)).toBeGreaterThan(0);
  expect(
    answerAll(
      workspace,
      director,
      'pupils',
      Array.from({ length: 6 }, () => ''),
    ),
  ).toBeGreaterThan(0);
  act(director, 'processAnswers');
  act(director, 'askFeedback');
  act(director, 'evaluateModel', { cycle: '1' });
  act(director, 'writeNote', { cycle: '1' });
  act(director, 'publishTeams');
  act(director, 'remind');
  act(director, 'remindPlan');
  act(director, 'calendarPlan');
  act(director, 'exportPerson', { person: emails[0] });
  act(director, 'closeRoutes', { cycle: '1' });
  act(director, 'selfCheck', { mode: 'check' });
  home();
  for (const view of ['groups', 'timetable', 'coverage'] as const)
    shown.push(JSON.stringify(director.ask({ method: view })));
  return workspace;
}

const workspace = cycle();
const { world } = workspace;
/** What people wrote themselves, and the name that Sheets gives a blank sheet. */
const OWN = new Set([...people.flatMap((one) => unmarked(JSON.stringify(selfOf(one)))), 'Лист']);
/** Numbers of people, groups, measures: `У-001`. */
const CODES = /[А-Я]+-\d+/g;
/** Of each place the words that came from nowhere. */
const escapes = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => unmarked(text.replace(CODES, ''))))].filter((word) => !OWN.has(word)).sort();

it('finds words that carry no mark', () => {
  expect(unmarked(`${accented('строка')} 5: слово, ФИО, в`)).toEqual(['слово', 'ФИО']);
});

it('in sheets: names, headings, cells, notes, choices, charts', () => {
  const book = readSpreadsheet(world, world.activeSpreadsheetId ?? '');
  const texts = book.sheets.flatMap((sheet) => [
    sheet.name,
    ...sheet.cells.flatMap(({ display, note }) => [display, note ?? '']),
    ...sheet.validations.map(({ rule }) => JSON.stringify(rule.values)),
    ...sheet.charts.map(({ options }) => JSON.stringify(options)),
  ]);
  expect(book.sheets.some(({ charts }) => charts.length > 0)).toBe(true);
  expect(escapes(texts).filter((word) => !/^(да|нет)$/.test(word))).toEqual([]);
});

it('in forms', () => {
  const forms = allForms(world).map(({ id }) => JSON.stringify(readForm(world, id)));
  expect(forms.length).toBeGreaterThan(2);
  expect(escapes(forms)).toEqual([]);
});

it('in letters, in the calendar and on Drive', () => {
  expect(workspace.outbox.length).toBeGreaterThan(0);
  expect(
    escapes(workspace.outbox.filter(({ kind }) => kind === 'mail').map(({ subject, text }) => `${subject} ${text}`)),
  ).toEqual([]);
  const calendars = readCalendars(world).calendars.filter(({ primary }) => !primary);
  expect(calendars.flatMap(({ events }) => events).length).toBeGreaterThan(0);
  expect(escapes(calendars.map((calendar) => JSON.stringify(calendar)))).toEqual([]);
  expect(escapes(readDrive(world).files.map(({ name }) => name))).toEqual([]);
});

it('in the documents of routes and in the note', () => {
  const documents = readDrive(world).files.flatMap(({ id }) => readDocument(world, id) ?? []);
  expect(documents.length).toBeGreaterThan(1);
  expect(escapes(documents.map((document) => JSON.stringify(document)))).toEqual([]);
});

it('in the menu, previews, results and refusals', () => {
  expect(escapes([JSON.stringify(workspace.ui.menus)])).toEqual([]);
  expect(escapes(shown).filter((word) => !HEADINGS.includes(word))).toEqual([]);
  // Nobody is left to be reminded: a refusal in words is one of the things looked at.
  expect(refused).toEqual(['remind']);
});
