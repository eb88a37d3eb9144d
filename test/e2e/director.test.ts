// The groups in the director's hands: wishes and rooms are heeded, everything is explained, edits can be taken back and compared.
import {
  COMPETENCIES,
  GROUP_CHANGES,
  GROUPS,
  LEVELS_TABLE,
  OVERVIEW,
  SPACES,
  UNCOVERED,
  VARIANTS,
  WHAT_IF,
  WISHES,
} from '../../src/workbook/tables';
import { ExecutionKilled } from '../../local/index';
import { Death } from './death';
import type { Desk } from './desk';
import { grouped, invited, PEOPLE, published, scored, selfOf } from './school';
import { deskAt } from './workspace';

const where = (desk: Desk): string[] =>
  desk
    .rows(GROUPS)
    .map(({ competency, teacher, role }) => `${competency} ${teacher} ${role}`)
    .sort();
const groupOf = (desk: Desk, competency: string): string =>
  desk.rows(GROUPS).find((row) => row.competency === competency)?.group ?? '';
const membersOf = (desk: Desk, competency: string): string[] =>
  desk
    .rows(GROUPS)
    .filter((row) => row.competency === competency && row.role === 'консультируемый')
    .map(({ teacher }) => teacher)
    .sort();
const said = (done: { run: { lines: readonly string[] } }): string => done.run.lines.join('\n');
const wish = (desk: Desk, who: string, whom: string, kind: string, about = ''): void => {
  desk.director.addRows(WISHES, [{ who, whom, kind, about }]);
};

describe('what the workbook says', () => {
  it('keeps two apart whom somebody asked to keep apart', () => {
    const desk = deskAt(scored);
    wish(desk, 'У-003', 'У-008', 'не ставить вместе');
    desk.press('formGroups');
    const forms = membersOf(desk, 'ict.forms');
    expect(forms.includes('У-003') && forms.includes('У-008')).toBe(false);
    expect(forms.length).toBeGreaterThan(0);
  });

  it('lets two learn one topic together whom somebody asked to keep apart in another', () => {
    const desk = deskAt(scored);
    wish(desk, 'У-003', 'У-008', 'не ставить вместе', 'ict.spreadsheets');
    desk.press('formGroups');
    expect(membersOf(desk, 'ict.forms')).toEqual(expect.arrayContaining(['У-003', 'У-008']));
  });

  it('tells of a pair that could not be kept together, and why', () => {
    const desk = deskAt(scored);
    wish(desk, 'У-009', 'У-001', 'закрепить вместе', 'ict.forms');
    const done = desk.press('formGroups');
    expect(said(done)).toMatch(/Закрепить вместе не получилось.*Калинин.*Нет общего времени/);
  });

  it('names a row of wishes that cannot be read, and goes on without it', () => {
    const desk = deskAt(scored);
    wish(desk, 'У-999', 'У-001', 'хочу вместе');
    const done = desk.press('formGroups');
    expect(done.preview.warnings.join('\n')).toMatch(/Пожелания.*строка 2.*У-999/);
    expect(desk.rows(GROUPS).length).toBeGreaterThan(0);
  });

  it('forms no group at a time whose days are all off', () => {
    const desk = deskAt(scored);
    desk.set('windowFrom', '07.09.2026');
    desk.set('windowTo', '20.09.2026');
    desk.set('holidays', '09.09.2026; 16.09.2026-18.09.2026');
    desk.press('formGroups');
    expect(desk.rows(GROUPS).map(({ slot }) => slot)).not.toContain('Ср 15:00–16:00');
    expect(membersOf(desk, 'ict.forms')).toEqual([]);
  });

  it('leaves a topic without groups when its only equipment is none', () => {
    const desk = deskAt(scored);
    desk.director.addRows(SPACES, [
      { title: 'Мобильный класс', kind: 'оборудование', count: '0', competencies: 'ict.spreadsheets' },
    ]);
    desk.press('formGroups');
    expect(membersOf(desk, 'ict.spreadsheets')).toEqual([]);
    expect(membersOf(desk, 'ict.forms').length).toBeGreaterThan(0);
    for (const { reason, cover } of desk
      .rows(UNCOVERED)
      .filter(({ competency }) => competency === 'ict.spreadsheets')) {
      expect(reason).toMatch(/Не хватает оборудования \(Мобильный класс\)/);
      expect(cover).toMatch(/комплект оборудования \(Мобильный класс\)/);
    }
  });

  it('forms no group that the largest room would not hold, and says so; the timetable then seats them all', () => {
    const desk = deskAt(scored);
    desk.director.addRows(SPACES, [{ title: 'каб. 1', kind: 'помещение', seats: '3' }]);
    const done = desk.press('formGroups');
    expect(said(done)).toMatch(/вмещает 3 человека, поэтому в группе не больше 2 участников и 1 консультанта/);
    expect(desk.rows(GROUPS).length).toBeGreaterThan(0);
    for (const { group } of desk.rows(GROUPS))
      expect(desk.rows(GROUPS).filter((row) => row.group === group).length).toBeLessThanOrEqual(3);
    desk.press('publishGroups');
    expect(said(desk.press('makeTimetable'))).toMatch(/групп без времени: 0/);
  });

  it('forms no group larger than the rooms of its topic hold, and others as large as the settings allow', () => {
    const desk = deskAt(scored);
    const topics = desk.rows(COMPETENCIES);
    const others = topics.map(({ id }) => id ?? '').filter((id) => id !== 'ict.forms');
    desk.director.addRows(SPACES, [
      { title: 'каб. 1', kind: 'помещение', seats: '3', competencies: 'ict.forms' },
      { title: 'зал', kind: 'помещение', seats: '100', competencies: others.join('; ') },
    ]);
    const sizeOf = (competency: string): number[] => [
      ...new Set(
        desk
          .rows(GROUPS)
          .filter((row) => row.competency === competency)
          .map(({ group }) => desk.rows(GROUPS).filter((row) => row.group === group).length),
      ),
    ];
    const done = desk.press('formGroups');
    const title = topics.find(({ id }) => id === 'ict.forms')?.title ?? '';
    expect(said(done)).toContain(
      `Тема: ${title}. Самое большое помещение для неё вмещает 3 человека, поэтому в группе не больше 2 участников и 1 консультанта`,
    );
    expect(sizeOf('ict.forms')).toEqual([3]);
    expect(Math.max(...others.flatMap(sizeOf))).toBeGreaterThan(3);
    desk.press('publishGroups');
    expect(said(desk.press('makeTimetable'))).toMatch(/групп без времени: 0/);
  });

  it('names what is written of rooms and equipment that cannot be read, and codes that are of no competency', () => {
    const desk = deskAt(scored);
    desk.director.addRows(SPACES, [
      { title: 'каб. 1', kind: 'помещение', competencies: 'ICT.forms' },
      { title: 'каб. 2', kind: 'помещение', competencies: 'ict.forms, ict.spreadsheets' },
      { title: 'каб. 3', kind: 'помещение', seats: 'много' },
    ]);
    const told = [
      /Помещения и оборудование.*строка 3: нет компетенции с кодом «ict\.forms, ict\.spreadsheets»/,
      /Помещения и оборудование.*строка 4.*Сколько мест.*много/,
    ];
    const formed = desk.press('formGroups').preview.warnings.join('\n');
    for (const one of told) expect(formed).toMatch(one);
    expect(formed).not.toMatch(/ICT/);
    expect(membersOf(desk, 'ict.forms').length).toBeGreaterThan(0);
    desk.press('publishGroups');
    const placed = desk.press('makeTimetable').preview.warnings.join('\n');
    for (const one of told) expect(placed).toMatch(one);
  });

  it('takes the prices from the settings: when a group costs more than it covers, there is none', () => {
    const desk = deskAt(scored);
    desk.set('priceUncovered', '0');
    desk.set('priceLeftOut', '0');
    desk.press('formGroups');
    expect(desk.rows(GROUPS)).toEqual([]);
  });
});

describe('the explanation', () => {
  it('says of every group why it is there, of every pair who helps whom, and where all hangs on one person', () => {
    const desk = deskAt(grouped);
    const rows = desk.rows(OVERVIEW);
    const forms = rows.find(({ group }) => group === groupOf(desk, 'ict.forms'));
    expect(forms?.why).toContain(PEOPLE.birch.name);
    for (const { name } of [PEOPLE.wind, PEOPLE.hail, PEOPLE.frost])
      expect(forms?.pairs).toMatch(new RegExp(`${PEOPLE.birch.name} поможет, ${name} освоит`.replace(/\./g, '\\.')));
    expect(forms?.risk).toMatch(/держится на одном человеке/);
    expect(
      rows
        .filter(({ group }) => group === '')
        .map(({ risk }) => risk)
        .join('\n'),
    ).toMatch(/консультанта нет ни одного/);
  });

  it('says of every deficit left what would cover it', () => {
    const rows = deskAt(grouped).rows(UNCOVERED);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ cover }) => cover === '')).toEqual([]);
    expect(rows.find(({ teacher, competency }) => teacher === 'У-009' && competency === 'ict.forms')?.cover).toMatch(
      /^Поможет общее время, лучше всего Ср 15:00–16:00\. Калинин И\. И\.: Пт 16:00–17:00\.$/,
    );
  });

  it('says how far the groups are from the best possible', () => {
    expect(said(deskAt(scored).press('formGroups'))).toMatch(/Лучше .* не собрать|не хуже, чем на \d+ %/);
  });

  it('ranks what a change would gain', () => {
    const desk = deskAt(grouped);
    const before = where(desk);
    const done = desk.press('whatIfGroups');
    const rows = desk.rows(WHAT_IF);
    const weights = rows.map(({ weight }) => Number(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights[0]).toBeGreaterThan(0);
    expect(rows.some(({ change }) => /Лунина|ещё и|консультант/.test(change))).toBe(true);
    expect(said(done)).toContain(rows[0]?.change);
    expect(where(desk)).toEqual(before);
  });

  /** Deficits that the change of a rule would cover; undefined where it is not tried. */
  const gainOf = (desk: Desk, rule: string): number | undefined => {
    desk.press('whatIfGroups');
    const row = desk.rows(WHAT_IF).find(({ change }) => String(change).includes(rule));
    return row && Number(row.covered);
  };

  it('reckons what a rule would gain in the rooms there are', () => {
    const desk = deskAt(scored);
    // Two consultees and one consultant, or two of each: with a rule of three, three of the four seats are for consultees.
    desk.director.addRows(SPACES, [{ title: 'каб. 1', kind: 'помещение', seats: '4' }]);
    desk.set('perConsultant', '2');
    expect(gainOf(desk, 'Участников на одного консультанта')).toBeGreaterThan(0);
    expect(gainOf(desk, 'В группе не больше участников')).toBeUndefined();
  });

  it('does not try larger groups where the rooms hold those of now and no larger ones', () => {
    const desk = deskAt(scored);
    desk.set('groupMost', '2');
    desk.set('consultantsMost', '1');
    expect(gainOf(desk, 'В группе не больше участников')).toBeGreaterThan(0);
    desk.director.addRows(SPACES, [{ title: 'каб. 1', kind: 'помещение', seats: '3' }]);
    expect(gainOf(desk, 'В группе не больше участников')).toBeUndefined();
  });
});

describe('an edit by hand', () => {
  const removal = (desk: Desk, why = ''): Record<string, string> => ({
    what: 'remove',
    person: 'У-008',
    from: groupOf(desk, 'ict.forms'),
    why,
  });

  it('is shown before it is made with what it costs, then made, written down, and everything explained anew', () => {
    const desk = deskAt(grouped);
    const done = desk.press('editGroups', removal(desk, 'по просьбе'));
    expect(done.preview.lines.join('\n')).toMatch(/Инеева.*больше не в группе[\s\S]*Хуже на \d+/);
    expect(membersOf(desk, 'ict.forms')).toEqual(['У-002', 'У-003']);
    expect(
      desk.rows(UNCOVERED).some(({ teacher, competency }) => teacher === 'У-008' && competency === 'ict.forms'),
    ).toBe(true);
    expect(desk.rows(GROUP_CHANGES)).toEqual([
      expect.objectContaining({ why: 'по просьбе', state: 'сделано', groups: groupOf(desk, 'ict.forms') }),
    ]);
  });

  it('that breaks a rule names the rule and the people', () => {
    const desk = deskAt(grouped);
    const { warnings } = desk.press('editGroups', {
      what: 'add',
      person: 'У-010',
      to: groupOf(desk, 'ict.forms'),
      role: 'consultee',
    }).preview;
    expect(warnings.join('\n')).toMatch(/нет дефицита по этой теме — Лунина/);
  });

  it('can be taken back and done again', () => {
    const desk = deskAt(grouped);
    const before = where(desk);
    desk.press('editGroups', removal(desk));
    const after = where(desk);
    desk.press('editGroups', { what: 'undo' });
    expect(where(desk)).toEqual(before);
    desk.press('editGroups', { what: 'redo' });
    expect(where(desk)).toEqual(after);
    expect(desk.refusal('editGroups', { what: 'redo' })).toMatch(/Повторять нечего/);
  });

  it('cannot be done again once something new was done after it was taken back', () => {
    const desk = deskAt(grouped);
    desk.press('editGroups', removal(desk));
    desk.press('editGroups', { what: 'undo' });
    desk.press('editGroups', { what: 'pin', from: groupOf(desk, 'ict.forms') });
    expect(desk.refusal('editGroups', { what: 'redo' })).toMatch(/Повторять нечего/);
  });

  it('that dies anywhere is made once, and written down once', () => {
    const result = (desk: Desk): unknown => [
      where(desk),
      desk.rows(UNCOVERED),
      desk.rows(GROUP_CHANGES).map(({ what, state }) => [what, state]),
      desk.rows(OVERVIEW),
    ];
    const whole = new Death();
    const undisturbed = deskAt(grouped, { faults: whole.faults });
    const input = removal(undisturbed);
    whole.count = 0;
    undisturbed.director.ask({ method: 'start', action: 'editGroups', input });
    const calls = whole.count;
    for (let n = 0; n < 10; n++) {
      const death = new Death();
      const desk = deskAt(grouped, { faults: death.faults });
      death.at(1 + Math.floor(((n + 0.5) * calls) / 10), n % 2 === 0 ? 'after' : 'before');
      expect(() => desk.director.ask({ method: 'start', action: 'editGroups', input })).toThrow(ExecutionKilled);
      if (desk.home().running !== undefined) desk.finishOpenRun();
      // A death before the run was written down: pressed again.
      if (desk.rows(GROUP_CHANGES).length === 0) desk.director.ask({ method: 'start', action: 'editGroups', input });
      expect(result(desk)).toEqual(result(undisturbed));
    }
  });

  it('can be taken back as a run', () => {
    const desk = deskAt(grouped);
    const before = where(desk);
    desk.press('editGroups', removal(desk));
    desk.press('undoRun', { run: desk.lastRun().run });
    expect(where(desk)).toEqual(before);
  });

  it('forbids a pair for good: the next forming heeds it', () => {
    const desk = deskAt(grouped);
    desk.press('editGroups', { what: 'forbid', person: 'У-003', other: 'У-008' });
    desk.press('formGroups');
    const forms = membersOf(desk, 'ict.forms');
    expect(forms.includes('У-003') && forms.includes('У-008')).toBe(false);
    expect(desk.rows(WISHES).map(({ kind }) => kind)).toEqual(['не ставить вместе']);
  });

  it.each([
    ['nothing chosen', {}, /Выберите, что сделать/],
    ['no person', { what: 'remove', from: 'Г-01' }, /Выберите человека/],
    ['a stranger', { what: 'add', person: 'У-999', to: 'Г-01' }, /У-999/],
    ['a group that is not there', { what: 'pin', from: 'Г-99' }, /Г-99/],
    ['an object for a name', { what: 'pin', from: { a: 1 } }, /Выберите группу/],
  ])('is refused in words: %s', (_title, input, words) => {
    const desk = deskAt(grouped);
    const before = desk.picture();
    expect(desk.refusal('editGroups', input)).toMatch(words);
    expect(desk.picture()).toEqual(before);
  });

  it('is shown to the page without being made', () => {
    const desk = deskAt(grouped);
    const before = desk.picture();
    const now = desk.call({ method: 'groups' });
    const then = desk.call({ method: 'groups', edit: removal(desk) });
    if (!now.ok || !then.ok) throw new Error('refused');
    const people = (view: typeof now.value): number =>
      view.groups.reduce((sum, { people: all }) => sum + all.length, 0);
    expect(people(then.value)).toBe(people(now.value) - 1);
    expect(now.value.change).toEqual([]);
    expect(then.value.change.join()).toMatch(/Хуже на/);
    expect(desk.call({ method: 'groups', edit: [] as never })).toMatchObject({ ok: false });
    expect(desk.picture()).toEqual(before);
  });
});

describe('the members of a published group', () => {
  it('change only for a reason, which stays in the history', () => {
    const desk = deskAt(published);
    const input = { what: 'remove', person: 'У-008', from: groupOf(desk, 'ict.forms') };
    expect(desk.refusal('editGroups', input)).toMatch(/Напишите, почему/);
    desk.press('editGroups', { ...input, why: 'ушла в отпуск' });
    expect(desk.rows(GROUP_CHANGES).map(({ why }) => why)).toEqual(['ушла в отпуск']);
    expect(membersOf(desk, 'ict.forms')).toEqual(['У-002', 'У-003']);
  });

  it('never leave it without a consultant', () => {
    const desk = deskAt(published);
    const input = { what: 'remove', person: 'У-001', from: groupOf(desk, 'ict.forms'), why: 'болеет' };
    expect(desk.refusal('editGroups', input)).toMatch(/должны остаться консультант/);
  });

  it('take the invitations along', () => {
    const desk = deskAt(invited);
    const done = desk.press('editGroups', {
      what: 'remove',
      person: 'У-008',
      from: groupOf(desk, 'ict.forms'),
      why: 'отказалась',
    });
    expect(said(done)).toMatch(/Приглашения уже отправлены/);
    desk.press('sendInvitations');
    const guests = desk.standingEvents().flatMap(({ attendees }) => (attendees ?? []).map(({ email }) => email));
    expect(guests).not.toContain(PEOPLE.frost.email);
    expect(guests).toContain(PEOPLE.hail.email);
  });
});

describe('forming anew', () => {
  it('says what is different and why, and writes it down', () => {
    const desk = deskAt(grouped);
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-007', competency: 'ict.spreadsheets', source: 'тест', level: '3' },
    ]);
    desk.press('scoreMatrix');
    const done = desk.press('formGroups');
    expect(said(done)).toMatch(/Зимин.*дефицита нет/);
    expect(
      desk
        .rows(GROUP_CHANGES)
        .map(({ what }) => what)
        .join(),
    ).toMatch(/Зимин/);
    const before = desk.picture();
    desk.press('formGroups');
    expect(desk.picture()).toEqual(before);
  });
});

describe('the time of a draft formed anew', () => {
  const timesOf = (desk: Desk, competency: string): string[] => [
    ...new Set(
      desk
        .rows(GROUPS)
        .filter((row) => row.competency === competency)
        .map(({ slot }) => slot),
    ),
  ];

  it('changes when its people can no more then: the change is told, and the group keeps its number and its people', () => {
    const desk = deskAt(grouped);
    const id = groupOf(desk, 'ict.spreadsheets');
    for (const someone of [PEOPLE.fir, PEOPLE.wind, PEOPLE.crane, PEOPLE.winter])
      desk.answer('self', someone.email, selfOf({ ...someone, times: ['4|16:00-17:00'] }));
    desk.press('processAnswers');
    const members = membersOf(desk, 'ict.spreadsheets');
    const done = desk.press('formGroups');
    expect(timesOf(desk, 'ict.spreadsheets')).toEqual(['Чт 16:00–17:00']);
    expect([groupOf(desk, 'ict.spreadsheets'), membersOf(desk, 'ict.spreadsheets')]).toEqual([id, members]);
    expect(said(done)).toMatch(new RegExp(`${id} .*время Вт 14:00–15:00 → Чт 16:00–17:00`));
    const view = desk.call({ method: 'groups' });
    expect(view.ok && view.value.broken).toEqual([]);
    const before = desk.picture();
    desk.press('formGroups');
    expect(desk.picture()).toEqual(before);
  });
});

describe('a forming anew that the director does not want', () => {
  /** A person taken out by hand, whom the next forming puts back; what was in the sheet at each stage. */
  function formedOver(desk: Desk): { readonly first: string[]; readonly edited: string[]; readonly run: string } {
    const first = where(desk);
    desk.press('editGroups', { what: 'remove', person: 'У-008', from: groupOf(desk, 'ict.forms') });
    const edited = where(desk);
    desk.press('formGroups');
    expect(where(desk)).not.toEqual(edited);
    return { first, edited, run: desk.lastRun().run };
  }

  it('is taken back in the editor, the drafts as they were, and the edits before it after it; then done again', () => {
    const desk = deskAt(grouped);
    const { first, edited } = formedOver(desk);
    const formed = desk.rows(GROUPS);
    const view = desk.call({ method: 'groups' });
    expect(view.ok && view.value.undo).not.toBe('');
    expect(said(desk.press('editGroups', { what: 'undo' }))).toMatch(/снова прежние черновики/);
    expect(where(desk)).toEqual(edited);
    desk.press('editGroups', { what: 'undo' });
    expect(where(desk)).toEqual(first);
    desk.press('editGroups', { what: 'redo' });
    desk.press('editGroups', { what: 'redo' });
    expect(desk.rows(GROUPS).map(({ group, teacher, slot }) => [group, teacher, slot])).toEqual(
      formed.map(({ group, teacher, slot }) => [group, teacher, slot]),
    );
  });

  it('is taken back as a run, and what was decided by hand before it stands', () => {
    const desk = deskAt(grouped);
    const { edited, run } = formedOver(desk);
    const { preview } = desk.press('undoRun', { run });
    expect(preview.lines.join('\n')).not.toMatch(/Отменять нечего/);
    expect(where(desk)).toEqual(edited);
    expect(desk.rows(GROUP_CHANGES).map(({ state }) => state)).toEqual(['сделано', 'отменено']);
  });

  it('that dies anywhere is done once, and can be taken back', () => {
    const whole = new Death();
    const undisturbed = deskAt(grouped, { faults: whole.faults });
    undisturbed.press('editGroups', { what: 'remove', person: 'У-008', from: groupOf(undisturbed, 'ict.forms') });
    const edited = where(undisturbed);
    whole.count = 0;
    undisturbed.director.ask({ method: 'start', action: 'formGroups', input: {} });
    const formed = where(undisturbed);
    const calls = whole.count;
    for (let n = 0; n < 3; n++) {
      const death = new Death();
      const desk = deskAt(grouped, { faults: death.faults });
      desk.press('editGroups', { what: 'remove', person: 'У-008', from: groupOf(desk, 'ict.forms') });
      death.at(1 + Math.floor(((n + 0.5) * calls) / 3), n % 2 === 0 ? 'after' : 'before');
      expect(() => desk.director.ask({ method: 'start', action: 'formGroups', input: {} })).toThrow(ExecutionKilled);
      if (desk.home().running !== undefined) desk.finishOpenRun();
      if (desk.rows(GROUP_CHANGES).length === 1) desk.press('formGroups');
      expect(where(desk)).toEqual(formed);
      desk.press('editGroups', { what: 'undo' });
      expect(where(desk)).toEqual(edited);
    }
  });
});

describe('variants', () => {
  it('are kept, compared in words, and brought back; what was there can be brought back too', () => {
    const desk = deskAt(grouped);
    const before = where(desk);
    desk.press('groupVariants', { what: 'save', name: 'осень' });
    desk.press('editGroups', { what: 'remove', person: 'У-008', from: groupOf(desk, 'ict.forms') });
    const edited = where(desk);
    const lines = said(desk.press('groupVariants', { what: 'compare', one: 'осень', other: '*' }));
    expect(lines).toMatch(/Хуже на \d+/);
    expect(lines).toMatch(/Инеева.*больше не в группе/);
    desk.press('groupVariants', { what: 'restore', one: 'осень' });
    expect(where(desk)).toEqual(before);
    desk.press('editGroups', { what: 'undo' });
    expect(where(desk)).toEqual(edited);
    expect(desk.refusal('groupVariants', { what: 'save', name: 'осень' })).toMatch(/уже есть/);
    expect(desk.rows(VARIANTS).map(({ name }) => name)).toEqual(['осень']);
  });
});

it('what drafts are formed from is written down before they are: who finds them after an attempt that died looks for no others', () => {
  const desk = deskAt(scored);
  const since = desk.workspace.calls.length;
  desk.press('formGroups');
  const sheet = desk.sheet(GROUPS.title).getSheetId();
  const calls = desk.workspace.calls.slice(since).filter(({ execution }) => execution > 0);
  const noted = calls.findIndex(({ method, args }) => method === 'setProperty' && args[0] === 'formed');
  const drafted = calls.findIndex(
    ({ service, method, on }) => service === 'Range' && method === 'setValues' && on === sheet,
  );
  expect(noted).toBeGreaterThan(0);
  expect(noted).toBeLessThan(drafted);
});
