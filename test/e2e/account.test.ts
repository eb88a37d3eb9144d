// Several Google accounts in one browser: the page may speak as another one than that which the forms, the calendar and the clock belong to.
import { GROUPS, MODULES, SELF_CHECK, STAFF, SURVEYS } from '../../src/workbook/tables';
import { ACTION_IDS } from '../../src/app/actions';
import type { ActionId } from '../../src/shared/contract';
import type { Desk } from './desk';
import { ANSWERING, csv, invited, needsAsked, needsOf, PEOPLE, SET_UP, published } from './school';
import { DAY, deskAt, emptyDesk, HOUR } from './workspace';

const OWNER = 'director@school.example';
const OTHER = 'home@gmail.example';
const as = (desk: Desk, user: string): void => void (desk.workspace.world.user = user);
const WORDS = new RegExp(`Вы вошли как ${OTHER}.*ведёт ${OWNER}.*несколько учётных записей.*инкогнито`, 's');

it('the first set-up says under which account everything will be, and what to do when that is the wrong one', () => {
  const desk = emptyDesk();
  const preview = desk.director.ask({ method: 'preview', action: 'setUp', input: SET_UP });
  expect(preview.lines.join('\n')).toMatch(new RegExp(`в вашей учётной записи: ${OWNER}.*откройте таблицу под ней`));
});

/** Need the workbook only, so that a colleague may do them under an account of their own. */
const ANYBODY: readonly ActionId[] = [
  'setUp',
  'importStaff',
  'importFramework',
  'importCourses',
  'importLevels',
  'scoreMatrix',
  'formGroups',
  'editGroups',
  'groupVariants',
  'whatIfGroups',
  'publishGroups',
  'makeTimetable',
  'moveModule',
  'formPairs',
  'formCommunities',
  'formMastery',
  'publishTeams',
  'makePlan',
  'importPlan',
  'refreshPlan',
  'countIndicators',
  'countGrowth',
  'evaluateModel',
  'refreshPartners',
  'selfCheck',
  'undoRun',
];

it('every action that makes or reads anything outside the workbook is refused under another account, with both addresses and what to do', () => {
  const desk = deskAt(invited);
  as(desk, OTHER);
  const before = desk.picture();
  const refused = ACTION_IDS.filter((action) => {
    const reply = desk.call({ method: 'preview', action, input: {} });
    if (reply.ok || reply.problems[0]?.code !== 'account.other') return false;
    expect(reply.problems[0].text).toMatch(WORDS);
    return true;
  });
  expect(refused).toEqual(ACTION_IDS.filter((action) => !ANYBODY.includes(action)));
  const { run } = desk.lastRun();
  for (const [action, input] of [
    ['sendInvitations', {}],
    ['erasePerson', { person: PEOPLE.hail.code, reason: 'ended' }],
    ['undoRun', { run }],
  ] as const) {
    const reply = desk.call({ method: 'start', action, input });
    expect(reply.ok ? '' : reply.problems[0]?.text).toMatch(WORDS);
  }
  expect(desk.picture()).toEqual(before);
});

it('the page says it at once, and what needs the workbook only can be done and taken back', () => {
  const desk = deskAt(published);
  as(desk, OTHER);
  expect(desk.home().problems[0]?.text).toMatch(WORDS);
  desk.press('importStaff', { text: csv([['ФИО'], ['Новикова Н. Н.']]) });
  expect(desk.rows(STAFF).map(({ name }) => name)).toContain('Новикова Н. Н.');
  desk.press('undoRun', { run: desk.lastRun().run });
  expect(desk.rows(STAFF).map(({ name }) => name)).not.toContain('Новикова Н. Н.');
  expect(desk.press('formGroups').run.state).toBe('done');
  as(desk, OWNER);
  expect(desk.home().problems).toEqual([]);
});

it('the hourly check of another account does nothing: forms it cannot see are not taken for lost, nobody is invited twice', () => {
  const desk = deskAt(needsAsked);
  const [someone] = ANSWERING;
  if (someone === undefined) throw new Error('nobody');
  desk.answer('needs', someone.email, needsOf(someone));
  desk.sleep(4 * HOUR);
  as(desk, OTHER);
  const before = desk.picture();
  desk.workspace.run('onHeartbeat');
  desk.workspace.run('onFormSubmitted');
  expect(desk.picture()).toEqual(before);
  as(desk, OWNER);
  desk.wait(HOUR);
  expect(desk.survey('needs')).toMatchObject({ state: 'идёт', answered: '1' });
});

it('the set-up under another account mends sheets, starts no clock of its own, and changes nothing of the owner’s', () => {
  const desk = deskAt(invited);
  as(desk, OTHER);
  desk.director.spreadsheet.deleteSheet(desk.sheet(SELF_CHECK.title));
  const triggers = desk.workspace.triggers.length;
  const { preview, run } = desk.press('setUp', SET_UP);
  expect(preview.warnings.join('\n')).toMatch(WORDS);
  expect(run.lines.join('\n')).toMatch(WORDS);
  expect(desk.workspace.triggers.length).toBe(triggers);
  expect(desk.sheet(SELF_CHECK.title).getName()).toBe(SELF_CHECK.title);
  as(desk, OWNER);
  expect(desk.press('sendInvitations').run.lines.join(' ')).toContain('Отправлять нечего');
});

it('the self-check under another account says so first, and says nothing of what it cannot see', () => {
  const desk = deskAt(invited);
  as(desk, OTHER);
  desk.set('groupMost', 'много');
  desk.press('selfCheck', { mode: 'mend' });
  const rows = desk.rows(SELF_CHECK);
  expect(rows.filter(({ state }) => state !== 'в порядке').map(({ what }) => what)).toEqual([
    'Учётная запись',
    'Настройки и сотрудники',
  ]);
  expect(rows.find(({ what }) => what === 'Учётная запись')).toMatchObject({
    found: expect.stringMatching(WORDS) as string,
    todo: expect.stringContaining('проверьте снова') as string,
  });
  expect(rows.map(({ what }) => what)).not.toContain('Формы');
  expect(desk.workspace.triggers.map(({ user }) => user)).toEqual([OWNER, OWNER]);
});

it('a successor takes the workbook over: a calendar and a clock of their own, what was read stays, and the former account is told', () => {
  const desk = deskAt(invited);
  as(desk, OTHER);
  const groups = desk.rows(GROUPS);
  const { preview } = desk.press('setUp', { ...SET_UP, account: 'take' });
  expect(preview.warnings.join('\n')).toMatch(new RegExp(`будут у ${OTHER}.*попросите ${OWNER}`, 's'));
  expect(desk.rows(GROUPS)).toEqual(groups);
  expect(desk.workspace.triggers.filter(({ user }) => user === OTHER)).toHaveLength(2);
  desk.wait(DAY);
  // The former account’s events cannot be seen: that does not mean that somebody deleted them.
  expect(desk.rows(MODULES).map(({ state }) => state)).toEqual(['приглашения отправлены', 'приглашения отправлены']);
  desk.type(MODULES, ({ title }) => /формами/.test(title), 'date', '09.09.2026');
  desk.press('sendInvitations');
  const { Calendar: api } = desk.workspace.globals as { Calendar: typeof Calendar };
  expect((api?.CalendarList.list().items ?? []).filter(({ primary }) => primary !== true)).toHaveLength(1);
  expect(desk.rows(SURVEYS).length).toBeGreaterThan(0);
  as(desk, OWNER);
  const reply = desk.call({ method: 'preview', action: 'sendInvitations', input: {} });
  expect(reply.ok ? '' : reply.problems[0]?.text).toContain(`Вы вошли как ${OWNER}`);
});
