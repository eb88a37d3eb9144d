// Groups that people changed in the sheets, in whatever order: nothing published is lost, and every word about them is true.
import {
  COMMUNITIES,
  COMPETENCIES,
  GROUP_CHANGES,
  GROUPS,
  LEVELS_TABLE,
  MODULES,
  OVERVIEW,
  PAIRS,
  STAFF,
  UNCOVERED,
  WHAT_IF,
  WISHES,
} from '../../src/workbook/tables';
import type { Desk } from './desk';
import { grouped, invited, PEOPLE, published, scored, selfOf } from './school';
import { agreed } from './partners';
import { paired, teamed } from './teams';
import { deskAt } from './workspace';

const said = (done: { run: { lines: readonly string[] } }): string => done.run.lines.join('\n');
const FORMS = { competency: 'ict.forms', title: 'работа с гугл-формами' };
const byHand = {
  ...FORMS,
  group: 'Г-01',
  role: 'консультируемый',
  name: 'Калинин И. И.',
  teacher: 'У-009',
  slot: 'Ср 15:00–16:00',
};
const onTop = (desk: Desk, cells: Record<string, string>): void => {
  const sheet = desk.sheet('Группы');
  sheet.insertRowBefore(2);
  const heads = sheet.getDataRange().getDisplayValues()[0] ?? [];
  for (const [head, text] of Object.entries(cells)) sheet.getRange(2, heads.indexOf(head) + 1).setValue(text);
};
const HAND = {
  Группа: 'Г-01',
  ФИО: 'Калинин И. И.',
  Роль: 'консультируемый',
  'Код компетенции': 'ict.forms',
  'Код сотрудника': 'У-009',
  Цикл: '1',
};

it('keeps a published group published when the forming before it is to be taken back, and refuses that', () => {
  const desk = deskAt(grouped);
  desk.press('editGroups', { what: 'remove', person: 'У-008', from: 'Г-01' });
  desk.press('formGroups');
  for (const action of ['publishGroups', 'makeTimetable', 'sendInvitations'] as const) desk.press(action);
  const before = desk.rows(GROUPS);
  expect(desk.refusal('editGroups', { what: 'undo', why: 'так' })).toMatch(/Г-01.*с тех пор опубликован/);
  expect(desk.rows(GROUPS)).toEqual(before);
});
it('keeps a published group whatever row is inserted above its rows', () => {
  const desk = deskAt(invited);
  onTop(desk, { ...HAND, Состояние: 'черновик' });
  desk.press('formGroups');
  expect(desk.rows(GROUPS).filter((r) => r.group === 'Г-01' && r.state === 'опубликована').length).toBeGreaterThan(3);
});
it('keeps a published group in the timetable when a row without a state stands above it', () => {
  const desk = deskAt(published);
  onTop(desk, HAND);
  desk.press('makeTimetable');
  expect(
    desk
      .rows(MODULES)
      .map((r) => r.group)
      .sort(),
  ).toEqual(['Г-01', 'Г-02']);
});
it('goes by the time of most rows of a group, and tells of it, when somebody was moved in by the number', () => {
  const desk = deskAt(grouped);
  const base = { ...byHand, group: 'Г-03', slot: 'Вт 14:00–15:00', state: 'черновик', cycle: '1' };
  desk.director.addRows(GROUPS, [
    { ...base, role: 'консультант', teacher: 'У-001' },
    base,
    { ...base, teacher: 'У-004' },
  ]);
  desk.type(GROUPS, (r) => r.group === 'Г-01' && r.teacher === 'У-003', 'group', 'Г-03');
  const { preview } = desk.press('publishGroups');
  expect(preview.warnings.join('\n')).toMatch(/Г-03.*разное время.*Вт 14:00–15:00/);
  expect(new Set(desk.rows(GROUPS).flatMap((r) => (r.group === 'Г-03' ? [r.slot] : [])))).toEqual(
    new Set(['Вт 14:00–15:00']),
  );
  desk.press('makeTimetable');
  const day =
    desk
      .rows(MODULES)
      .find((r) => r.group === 'Г-03')
      ?.date.split('.')
      .reverse()
      .join('-') ?? '';
  expect(new Date(day).getUTCDay()).toBe(2);
});
it('counts a row typed without a cycle, once it is published, to that cycle only', () => {
  const desk = deskAt(grouped);
  desk.director.addRows(GROUPS, [byHand]);
  desk.press('publishGroups');
  desk.set('cycle', '2');
  desk.director.addRows(LEVELS_TABLE, [
    { teacher: 'У-001', competency: 'ict.forms', source: 'наблюдение', level: '4', date: '03.09.2026', cycle: '2' },
  ]);
  const view = desk.call({ method: 'groups' });
  expect(view.ok && view.value.groups).toEqual([]);
});
it('does the same with pairs', () => {
  const desk = deskAt(paired);
  desk.director.addRows(PAIRS, [{ pair: 'П-09', mentor: 'У-005', trainee: 'У-006' }]);
  desk.press('publishTeams', { kinds: ['pairs'] });
  expect(desk.row(PAIRS, { pair: 'П-09' }).cycle).toBe('1');
  desk.set('cycle', '2');
  desk.director.addRows(LEVELS_TABLE, [
    { teacher: 'У-006', competency: 'ict.spreadsheets', source: 'тест', level: '1', date: '03.09.2026', cycle: '2' },
  ]);
  desk.press('scoreMatrix');
  expect(said(desk.press('formPairs'))).toMatch(/опубликованных и закреплённых: 0/);
});
it('invites somebody added to a published group whose code is typed in small letters', () => {
  const desk = deskAt(published);
  desk.director.addRows(GROUPS, [{ ...byHand, teacher: 'у-009', state: 'опубликована', cycle: '1' }]);
  const words = (['makeTimetable', 'sendInvitations', 'formGroups', 'publishGroups'] as const)
    .flatMap((action) => {
      const d = desk.press(action);
      return [...d.preview.warnings, ...d.run.lines];
    })
    .join('\n');
  const guests = desk.standingEvents().flatMap(({ attendees }) => (attendees ?? []).map(({ email }) => email));
  expect(guests.includes(PEOPLE.viburnum.email) || /у-009/i.test(words)).toBe(true);
});
it('tells of a published group that has lost its only consultant', () => {
  const desk = deskAt(invited);
  desk.sheet('Сотрудники').deleteRow(desk.rows(STAFF).findIndex((r) => r.code === 'У-001') + 2);
  const words = (['sendInvitations', 'formGroups', 'makeTimetable'] as const)
    .flatMap((action) => {
      const d = desk.press(action);
      return [...d.preview.warnings, ...d.run.lines];
    })
    .join('\n');
  expect(words).toMatch(/Г-01/);
});
it('explains a published group truly when a member has learnt meanwhile', () => {
  const desk = deskAt(published);
  desk.director.addRows(LEVELS_TABLE, [
    { cycle: '1', teacher: 'У-007', competency: 'ict.spreadsheets', source: 'тест', level: '3', date: '10.09.2026' },
  ]);
  desk.press('scoreMatrix');
  desk.press('formGroups');
  expect(desk.row(OVERVIEW, { group: 'Г-02' }).why).toContain('удобно 4 из 4');
});
it('tells of the true number of groups somebody learns in when one of them breaks a rule', () => {
  const desk = deskAt(scored);
  desk.set('groupsPerConsultee', '1');
  desk.press('formGroups');
  const id = desk.rows(GROUPS).find((r) => r.teacher === 'У-002')?.group ?? '';
  desk.press('editGroups', { what: 'add', person: 'У-010', to: id, role: 'consultee' });
  desk.press('editGroups', { what: 'pin', from: id });
  desk.press('formGroups');
  expect(desk.row(UNCOVERED, { teacher: 'У-002' }).reason).toContain('в 1 группе, больше 1');
});
it('does not call a wish open that a pinned group fulfils', () => {
  const desk = deskAt(grouped);
  desk.director.addRows(WISHES, [{ who: 'У-009', whom: 'У-001', kind: 'закрепить вместе', about: 'ict.forms' }]);
  desk.press('editGroups', { what: 'add', person: 'У-009', to: 'Г-01', role: 'consultee' });
  desk.press('editGroups', { what: 'pin', from: 'Г-01' });
  expect(said(desk.press('formGroups'))).not.toMatch(/Закрепить вместе не получилось/);
});
it('lists nobody as without a group who is in one at a time that is no longer offered', () => {
  const desk = deskAt(published);
  desk.set('bands', '14:00-14:45; 15:00-15:45; 16:00-16:45');
  desk.press('formGroups');
  const before = desk.rows(UNCOVERED).length;
  desk.press('editGroups', { what: 'pin', from: 'Г-01', why: 'x' });
  expect(desk.rows(UNCOVERED).length).toBe(before);
});
it('shows what adding somebody who takes no part does, as it will be', () => {
  const desk = deskAt(grouped);
  const before = desk.rows(UNCOVERED).length;
  const view = desk.call({ method: 'groups', edit: { what: 'add', person: 'У-012', to: 'Г-01', role: 'consultant' } });
  if (!view.ok) throw new Error('refused');
  expect(view.value.uncovered).toHaveLength(before);
  expect(view.value.broken.join('\n')).not.toMatch(/не читается/);
  const { preview } = desk.press('editGroups', { what: 'add', person: 'У-012', to: 'Г-01', role: 'consultant' });
  expect([desk.rows(UNCOVERED).length, preview.lines.join()]).toEqual([
    before,
    expect.not.stringContaining('Дефицитов без группы'),
  ]);
});
it('proposes no time to a consultant who leads a pinned group then', () => {
  const desk = deskAt(grouped);
  desk.set('groupLeast', '1');
  desk.press('editGroups', { what: 'add', person: 'У-004', to: 'Г-01', role: 'consultee' });
  desk.press('editGroups', { what: 'remove', person: 'У-008', from: 'Г-01' });
  desk.press('editGroups', { what: 'pin', from: 'Г-01' });
  desk.press('whatIfGroups');
  expect(desk.rows(WHAT_IF).map((r) => r.change)).not.toContain('Берёзина А. А. сможет ещё и Ср 15:00–16:00');
});
it('asks for no confirmation of a level where the settings want none', () => {
  const desk = deskAt(scored);
  // Nothing confirms any more what Лунина said of herself.
  desk.type(LEVELS_TABLE, ({ teacher }) => teacher === 'У-010', 'teacher', 'У-002');
  desk.set('groupLeast', '1');
  desk.press('scoreMatrix');
  const asked = (): string | undefined => {
    desk.press('whatIfGroups');
    return desk.rows(WHAT_IF).find(({ change }) => change.includes('Лунина'))?.change;
  };
  expect(asked()).toMatch(/^Попросить консультировать и подтвердить уровень: Лунина/);
  desk.set('allowUnconfirmed', 'да');
  expect(asked()).toMatch(/^Попросить консультировать: Лунина/);
});
it('counts nobody as newly placed who is in a pinned group already', () => {
  const desk = deskAt(grouped);
  desk.press('editGroups', { what: 'pin', from: 'Г-01' });
  desk.set('groupMost', '2');
  desk.press('formGroups');
  desk.press('whatIfGroups');
  const row = desk.rows(WHAT_IF).find((r) => r.change.includes('не больше участников'));
  expect([row?.covered, row?.people, row?.groups]).toEqual(['1', '1', '0']);
});
it('gives a draft that stays the reasons of today’s levels', () => {
  const desk = deskAt(grouped);
  desk.director.addRows(LEVELS_TABLE, [
    { cycle: '1', teacher: 'У-003', competency: 'ict.forms', source: 'тест', level: '2', date: '05.09.2026' },
  ]);
  desk.press('scoreMatrix');
  desk.press('formGroups');
  expect(desk.row(GROUPS, { teacher: 'У-003' }).reason).toContain('уровень 2');
});
it('publishes a newcomer of a published community', () => {
  const desk = deskAt(teamed);
  desk.press('publishTeams', { kinds: ['communities'] });
  const first = desk.rows(COMMUNITIES)[0];
  desk.type(STAFF, (r) => r.code === 'У-012', 'school', 'Школа № 1');
  desk.director.addRows(COMMUNITIES, [
    {
      community: first?.community ?? '',
      role: 'участник',
      competency: first?.competency ?? '',
      teacher: 'У-012',
      state: 'черновик',
      cycle: '1',
    },
  ]);
  desk.press('publishTeams');
  expect(desk.row(COMMUNITIES, { teacher: 'У-012' }).state).toBe('опубликовано');
});
it('brings a variant back without people who are gone, says so, and takes it back', () => {
  const desk = deskAt(grouped);
  desk.press('groupVariants', { what: 'save', name: 'осень' });
  for (const person of ['У-003', 'У-008']) desk.press('editGroups', { what: 'remove', person, from: 'Г-01' });
  desk.sheet('Сотрудники').deleteRow(desk.rows(STAFF).findIndex((r) => r.code === 'У-008') + 2);
  const before = desk.rows(GROUPS);
  const { preview } = desk.press('groupVariants', { what: 'restore', one: 'осень' });
  expect(preview.warnings.join('\n')).toMatch(/больше нет: У-008/);
  expect(desk.rows(GROUPS).map((r) => r.teacher)).toContain('У-003');
  expect(said(desk.press('editGroups', { what: 'undo' }))).toMatch(/Возвращено/);
  const people = (rows: typeof before): string[] => rows.map((r) => `${r.group} ${r.teacher}`).sort();
  expect(people(desk.rows(GROUPS))).toEqual(people(before));
});
it('says of somebody who takes part no more why he left the drafts', () => {
  const away = deskAt(grouped);
  away.type(STAFF, (r) => r.code === 'У-003', 'included', 'нет');
  expect(said(away.press('formGroups'))).not.toMatch(/Градов.*дефицита нет/);
});
it('says of somebody who came to a pinned group where he went', () => {
  const desk = deskAt(grouped);
  const base = { ...byHand, group: 'Г-07', slot: 'Вт 14:00–15:00', state: 'черновик', cycle: '1', pinned: 'да' };
  desk.director.addRows(GROUPS, [
    { ...base, role: 'консультант', teacher: 'У-001' },
    base,
    { ...base, teacher: 'У-003' },
  ]);
  expect(said(desk.press('formGroups'))).not.toMatch(/Градов.*дефицита нет/);
});
it('does not say that a partner offered no help whom the settings keep from consulting', () => {
  const desk = deskAt(agreed);
  const november = {
    ...PEOPLE.november,
    levels: { 'ict.presentations': 4 },
    helps: ['ict.presentations' as const],
    times: ['3|15:00-16:00'],
  };
  desk.press('sendPartnerSurvey', { school: 'Школа № 2', kind: 'self' });
  desk.answer('1/self/Школа № 2', november.email, selfOf(november));
  desk.director.addRows(LEVELS_TABLE, [
    { cycle: '1', teacher: 'У-012', competency: 'ict.presentations', source: 'наблюдение', level: '4' },
  ]);
  desk.press('processAnswers');
  desk.set('partnerConsultees', 'да');
  desk.set('partnerConsultants', 'нет');
  desk.press('formGroups');
  expect(
    desk
      .rows(UNCOVERED)
      .map((r) => r.reason)
      .join(),
  ).not.toMatch(/не отметили «готов помочь».*Ноябрёв/);
});
it('advises to change the number of the staff list where it is the person’s own', () => {
  const desk = deskAt(scored);
  desk.type(STAFF, (r) => r.code === 'У-002', 'maxAsConsultee', '1');
  desk.set('groupsPerConsultee', '5');
  desk.press('formGroups');
  expect(desk.row(UNCOVERED, { teacher: 'У-002' }).cover).not.toContain('Групп на консультируемого');
});
it('finds a code with a space behind it', () => {
  const desk = deskAt(grouped);
  desk.type(GROUPS, (r) => r.teacher === 'У-008', 'teacher', 'У-008 ');
  desk.press('publishGroups');
});
it('names a row that cannot be read when groups are formed', () => {
  const desk = deskAt(grouped);
  desk.type(GROUPS, (r) => r.group === 'Г-01', 'pinned', 'да');
  desk.type(GROUPS, (r) => r.group === 'Г-01' && r.teacher === 'У-002', 'role', 'ученик');
  expect(desk.press('formGroups').preview.warnings.join()).toMatch(/ученик/);
});
it('gives no new group a number that a variant has', () => {
  const desk = deskAt(grouped);
  desk.press('groupVariants', { what: 'save', name: 'v' });
  const sheet = desk.sheet('Группы');
  for (let at = desk.rows(GROUPS).length; at > 0; at--)
    if (desk.rows(GROUPS)[at - 1]?.group === 'Г-02') sheet.deleteRow(at + 1);
  desk.type(STAFF, (r) => r.code === 'У-005', 'maxAsConsultant', '0');
  desk.answer('self', PEOPLE.moon.email, selfOf({ ...PEOPLE.moon, helps: ['ict.presentations'] }));
  desk.set('groupLeast', '1');
  desk.press('processAnswers');
  desk.press('formGroups');
  desk.press('publishGroups');
  desk.press('groupVariants', { what: 'restore', one: 'v' });
});
it('publishes a row added to a published group, so that home no longer asks for it', () => {
  const desk = deskAt(published);
  desk.director.addRows(GROUPS, [{ ...byHand, state: 'черновик', cycle: '1' }]);
  desk.press('publishGroups');
  expect(desk.home().steps.find((s) => s.action === 'publishGroups')?.state).toBe('done');
});
it('asks for a reason when an edit is taken back that a published group has none of', () => {
  const desk = deskAt(grouped);
  const { run } = desk.press('editGroups', { what: 'remove', person: 'У-008', from: 'Г-01' }).run;
  desk.press('publishGroups');
  expect(desk.refusal('editGroups', { what: 'undo' })).toMatch(/почему/);
  expect(desk.refusal('undoRun', { run })).toMatch(/нужна причина. Выберите «Изменить группы/);
  desk.press('editGroups', { what: 'undo', why: 'вернулась' });
  expect(desk.rows(GROUP_CHANGES).map((r) => [r.state, r.why])).toEqual([['отменено', 'вернулась']]);
});
it('refuses to keep two together in a group about nothing that is known: the wish could not be read', () => {
  const desk = deskAt(grouped);
  desk.type(GROUPS, ({ group }) => group === 'Г-01', 'competency', 'ict.fomrs');
  expect(desk.refusal('editGroups', { what: 'keep', person: 'У-002', from: 'Г-01' })).toMatch(
    /кода компетенции «ict\.fomrs» нет на листе «Компетенции»/,
  );
  expect(desk.rows(WISHES)).toEqual([]);
});
it('refuses to keep two together whom a wish keeps apart, and the other way round', () => {
  const desk = deskAt(grouped);
  desk.press('editGroups', { what: 'forbid', person: 'У-003', other: 'У-001' });
  expect(desk.refusal('editGroups', { what: 'keep', person: 'У-003', from: 'Г-01' })).toMatch(
    /не ставить вместе.*Градов/,
  );
  desk.press('editGroups', { what: 'keep', person: 'У-002', from: 'Г-01' });
  expect(desk.refusal('editGroups', { what: 'forbid', person: 'У-001', other: 'У-002' })).toMatch(
    /закрепить вместе.*Ветрова/,
  );
});
it('takes a group typed in without a state for a draft', () => {
  const desk = deskAt(grouped);
  desk.director.addRows(GROUPS, [
    { ...byHand, group: 'Г-05', role: 'консультант', teacher: 'У-010' },
    { ...byHand, group: 'Г-05', teacher: 'У-004' },
  ]);
  expect(desk.press('formGroups').preview.lines.join()).not.toMatch(/Опубликованные и закреплённые группы останутся/);
});
it('calls a competency that is switched off by now by its title, as its group does', () => {
  const desk = deskAt(published);
  const { competency, title } = desk.rows(GROUPS)[0] ?? { competency: '', title: '' };
  desk.type(COMPETENCIES, ({ id }) => id === competency, 'active', 'нет');
  desk.press('formGroups');
  const shown = desk.rows(OVERVIEW);
  expect(shown.map((row) => row.title)).toContain(title);
  expect(JSON.stringify(shown)).not.toContain(competency);
});
