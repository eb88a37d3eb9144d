// «Группы»: who learns with whom and why, who was left out and why, and what a person decides stays decided.
import { GROUPS, LEVELS_TABLE, PROFILE, STAFF, UNCOVERED, WISHES } from '../../src/workbook/tables';
import type { Desk, Shown } from './desk';
import { EVERYBODY, grouped, PEOPLE, published, scored, selfAsked } from './school';
import { deskAt } from './workspace';

type GroupRow = Shown<typeof GROUPS>;
interface Group {
  readonly id: string;
  readonly competency: string;
  readonly slot: string;
  readonly consultants: readonly GroupRow[];
  readonly consultees: readonly GroupRow[];
  readonly all: readonly GroupRow[];
}

function groupsOf(desk: Desk): Group[] {
  const rows = desk.rows(GROUPS);
  return [...new Set(rows.map(({ group }) => group))].map((id) => {
    const all = rows.filter(({ group }) => group === id);
    return {
      id,
      competency: all[0]?.competency ?? '',
      slot: all[0]?.slot ?? '',
      consultants: all.filter(({ role }) => role === 'консультант'),
      consultees: all.filter(({ role }) => role === 'консультируемый'),
      all,
    };
  });
}

const inGroups = (desk: Desk): string[] =>
  desk.rows(GROUPS).map(({ group, teacher, role }) => `${group} ${teacher} ${role}`);
const slotLabel = (slot: string): string => {
  const [day = '', band = ''] = slot.split('|');
  return `${['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'][Number(day) - 1] ?? ''} ${band.replace('-', '–')}`;
};
const personOf = (code: string): (typeof EVERYBODY)[number] | undefined => EVERYBODY.find((one) => one.code === code);
/** What the product says about row `number` of the draft when it refuses to publish. */
const refused = (desk: Desk): string => {
  const before = desk.picture();
  const words = desk.refusal('publishGroups');
  expect(desk.picture()).toEqual(before);
  return words;
};

/** What every set of groups must keep, whatever the data. */
function expectRulesKept(desk: Desk, limits = { least: 2, most: 8, perConsultant: 5 }): void {
  const profiles = new Map(desk.rows(PROFILE).map((row) => [`${row.teacher} ${row.competency}`, row]));
  const meetings = new Set<string>();
  for (const { competency, slot, consultants, consultees, all } of groupsOf(desk)) {
    expect(consultants.length).toBeGreaterThan(0);
    expect(consultees.length).toBeGreaterThanOrEqual(limits.least);
    expect(consultees.length).toBeLessThanOrEqual(Math.min(limits.most, limits.perConsultant * consultants.length));
    for (const { teacher } of consultants)
      expect(profiles.get(`${teacher} ${competency}`)).toMatchObject({ state: 'профицит', helps: 'да' });
    for (const { teacher } of consultees) expect(profiles.get(`${teacher} ${competency}`)?.state).toBe('дефицит');
    expect(new Set(all.map(({ subjects }) => subjects)).size).toBeGreaterThan(1);
    for (const { teacher } of all) {
      expect(meetings.has(`${teacher} ${slot}`)).toBe(false);
      meetings.add(`${teacher} ${slot}`);
      expect(personOf(teacher)?.times.map(slotLabel)).toContain(slot);
    }
  }
}

describe('a draft', () => {
  it('keeps every rule: sizes, mixed subjects, willing and confirmed consultants, one group a person and time', () => {
    const desk = deskAt(grouped);
    expect(groupsOf(desk).length).toBe(2);
    expectRulesKept(desk);
  });

  it('puts the school’s teachers where they can be only', () => {
    const desk = deskAt(grouped);
    const members = groupsOf(desk).map(({ competency, consultants, consultees }) => [
      competency,
      consultants.map(({ teacher }) => teacher),
      consultees.map(({ teacher }) => teacher).sort(),
    ]);
    expect(members.sort()).toEqual([
      ['ict.forms', ['У-001'], ['У-002', 'У-003', 'У-008']],
      ['ict.spreadsheets', ['У-005'], ['У-002', 'У-006', 'У-007']],
    ]);
  });

  it('says of everybody in words why he is there: level, target, who helps, when', () => {
    for (const { consultees, consultants, slot } of groupsOf(deskAt(grouped))) {
      for (const { reason } of consultees) {
        expect(reason).toMatch(/уровень \d.*цель \d/i);
        expect(reason).toContain(consultants[0]?.name);
        expect(reason).toContain(slot);
      }
      for (const { reason } of consultants) expect(reason).toMatch(/уровень 4.*порог консультанта 4/i);
    }
  });

  it('leaves no deficit without an answer: it is in a group or on the list with its reason', () => {
    const desk = deskAt(grouped);
    const served = new Set(
      groupsOf(desk).flatMap(({ competency, consultees }) =>
        consultees.map(({ teacher }) => `${teacher} ${competency}`),
      ),
    );
    const left = new Set(desk.rows(UNCOVERED).map(({ teacher, competency }) => `${teacher} ${competency}`));
    for (const { teacher, competency, state } of desk.rows(PROFILE)) {
      if (state !== 'дефицит') continue;
      const pair = `${teacher} ${competency}`;
      expect([pair, served.has(pair) !== left.has(pair)]).toEqual([pair, true]);
    }
  });

  it('says why a deficit was left: nobody can, nobody offered, no common time', () => {
    const desk = deskAt(grouped);
    const reason = (teacher: string, competency: string): string => desk.row(UNCOVERED, { teacher, competency }).reason;
    expect(reason('У-008', 'dee.vr')).toMatch(/нет ни одного консультанта/);
    expect(reason('У-004', 'ict.presentations')).toContain(PEOPLE.moon.name);
    expect(reason('У-009', 'ict.forms')).toMatch(/общего времени/);
    expect(reason('У-009', 'ict.forms')).toContain(PEOPLE.birch.name);
  });

  it('sends nothing to anybody', () => {
    const desk = deskAt(scored);
    const sent = desk.workspace.outbox.length;
    desk.press('formGroups');
    expect(desk.workspace.outbox.length).toBe(sent);
  });

  it('comes out the same from the same workbook', () => {
    const draft = (): unknown => {
      const desk = deskAt(scored);
      desk.press('formGroups');
      return [desk.rows(GROUPS), desk.rows(UNCOVERED)];
    };
    expect(draft()).toEqual(draft());
  });

  it('is not changed by a second press', () => {
    const desk = deskAt(grouped);
    const before = desk.picture();
    desk.press('formGroups');
    expect(desk.picture()).toEqual(before);
  });

  it('cannot be made before anything is known of the levels', () => {
    const desk = deskAt(selfAsked);
    expect(desk.refusal('formGroups')).toMatch(/уровни учителей неизвестны/);
  });
});

describe('the rules of «Настройки»', () => {
  it('limit the size of a group', () => {
    const desk = deskAt(scored);
    desk.set('groupMost', '2');
    desk.press('formGroups');
    expect(groupsOf(desk).length).toBeGreaterThan(0);
    expectRulesKept(desk, { least: 2, most: 2, perConsultant: 5 });
  });

  it('forbid groups that are too small', () => {
    const desk = deskAt(scored);
    desk.set('groupLeast', '4');
    desk.press('formGroups');
    expect(groupsOf(desk)).toEqual([]);
    expect(desk.rows(UNCOVERED).length).toBe(9);
  });

  it('limit how many groups a person learns in', () => {
    const desk = deskAt(scored);
    desk.set('groupsPerConsultee', '1');
    desk.press('formGroups');
    const ofWind = inGroups(desk).filter((line) => line.includes('У-002'));
    expect(ofWind.length).toBeLessThanOrEqual(1);
    expectRulesKept(desk);
  });

  it('and a person’s own limit go before', () => {
    const desk = deskAt(scored);
    desk.type(STAFF, ({ code }) => code === 'У-001', 'maxAsConsultant', '0');
    desk.press('formGroups');
    expect(groupsOf(desk).map(({ competency }) => competency)).toEqual(['ict.spreadsheets']);
  });

  it('may allow consultants whose level is not confirmed yet', () => {
    const desk = deskAt(scored);
    desk.set('allowUnconfirmed', 'да');
    desk.set('groupLeast', '1');
    // Журавлёва becomes a possible consultant for Дождева; what is left between them is that they have no common time.
    const rows = desk.rows(PROFILE).filter(({ state }) => state === 'требует подтверждения');
    expect(rows.map(({ teacher }) => teacher)).toEqual(['У-006']);
    desk.press('formGroups');
    const reasons = desk.rows(UNCOVERED).filter(({ competency }) => competency === 'ict.presentations');
    expect(reasons.map(({ reason }) => reason).join()).toMatch(/общего времени/);
  });

  it('may put only those into groups who want to', () => {
    const desk = deskAt(scored);
    desk.set('onlyWishes', 'да');
    desk.press('formGroups');
    for (const { teacher, competency, role } of desk.rows(GROUPS))
      if (role === 'консультируемый') expect(desk.row(PROFILE, { teacher, competency }).wants).toBe('да');
  });
});

describe('forming again when something is new', () => {
  /** A test lifts Зимин above his deficit. */
  function news(desk: Desk): void {
    desk.director.addRows(LEVELS_TABLE, [
      { cycle: '1', teacher: 'У-007', competency: 'ict.spreadsheets', source: 'тест', level: '3' },
    ]);
    desk.press('scoreMatrix');
  }

  it('replaces drafts', () => {
    const desk = deskAt(grouped);
    news(desk);
    desk.press('formGroups');
    expect(inGroups(desk).some((line) => line.includes('У-007'))).toBe(false);
    expectRulesKept(desk);
  });

  it('keeps a pinned group as it is', () => {
    const desk = deskAt(grouped);
    const spreadsheets = groupsOf(desk).find(({ competency }) => competency === 'ict.spreadsheets');
    desk.type(GROUPS, ({ group, role }) => group === spreadsheets?.id && role === 'консультант', 'pinned', 'да');
    const before = inGroups(desk);
    news(desk);
    desk.press('formGroups');
    expect(inGroups(desk).sort()).toEqual(before.sort());
  });

  it('keeps published groups as they are, and gives their members no second place in the same competency', () => {
    const desk = deskAt(published);
    const before = desk.rows(GROUPS);
    news(desk);
    desk.press('formGroups');
    expect(desk.rows(GROUPS)).toEqual(before);
  });

  it('keeps a group pinned that a person put together by hand', () => {
    const desk = deskAt(grouped);
    // Калинин agreed with the consultant by word of mouth to come on Wednesdays.
    const [forms] = groupsOf(desk).filter(({ competency }) => competency === 'ict.forms');
    desk.director.addRows(GROUPS, [
      {
        group: forms?.id ?? '',
        name: PEOPLE.viburnum.name,
        role: 'консультируемый',
        competency: 'ict.forms',
        teacher: 'У-009',
        slot: forms?.slot ?? '',
        state: 'черновик',
        pinned: 'да',
        cycle: '1',
      },
    ]);
    desk.press('formGroups');
    const members = groupsOf(desk)
      .find(({ id }) => id === forms?.id)
      ?.consultees.map(({ teacher }) => teacher);
    expect(members?.sort()).toEqual(['У-002', 'У-003', 'У-008', 'У-009']);
    expect(desk.rows(UNCOVERED).some(({ teacher }) => teacher === 'У-009')).toBe(false);
  });
});

describe('publishing', () => {
  it('fixes the drafts, and a second press changes nothing', () => {
    const desk = deskAt(grouped);
    desk.press('publishGroups');
    expect(new Set(desk.rows(GROUPS).map(({ state }) => state))).toEqual(new Set(['опубликована']));
    const before = desk.picture();
    desk.press('publishGroups');
    expect(desk.picture()).toEqual(before);
  });

  it('says which of the school’s rules the drafts break and whom it is about, and publishes all the same', () => {
    const desk = deskAt(grouped);
    const id = desk.row(GROUPS, { teacher: 'У-008', competency: 'ict.forms' }).group;
    desk.press('editGroups', { what: 'add', person: 'У-010', to: id, role: 'consultant' });
    desk.director.addRows(WISHES, [{ who: 'У-003', whom: 'У-008', kind: 'не ставить вместе' }]);
    const words = desk.press('publishGroups').preview.warnings.join('\n');
    expect(words).toMatch(/Редактор групп/);
    expect(words).toMatch(/без подтверждённого профицита.*Лунина/);
    expect(words).toMatch(/не ставить вместе.*Градов.*Инеева/);
    expect(new Set(desk.rows(GROUPS).map(({ state }) => state))).toEqual(new Set(['опубликована']));
  });

  it('has nothing to say of drafts that keep the rules', () => {
    expect(deskAt(grouped).press('publishGroups').preview.warnings).toEqual([]);
  });

  it('takes the draft as a person has changed it', () => {
    const desk = deskAt(grouped);
    const sheet = desk.sheet('Группы');
    const at = desk
      .rows(GROUPS)
      .findIndex(({ teacher, competency }) => teacher === 'У-008' && competency === 'ict.forms');
    sheet.deleteRow(at + 2);
    desk.press('publishGroups');
    expect(inGroups(desk).some((line) => line.includes('У-008'))).toBe(false);
  });

  it('refuses a person who is not on the staff list, naming row and code', () => {
    const desk = deskAt(grouped);
    desk.type(GROUPS, ({ teacher }) => teacher === 'У-003', 'teacher', 'У-999');
    const row = desk.rows(GROUPS).findIndex(({ teacher }) => teacher === 'У-999') + 2;
    const words = refused(desk);
    expect(words).toContain('У-999');
    expect(words).toMatch(new RegExp(`строка ${String(row)}(?!\\d)`));
  });

  it('refuses one person twice in one group, naming the row', () => {
    const desk = deskAt(grouped);
    desk.type(GROUPS, ({ teacher }) => teacher === 'У-003', 'teacher', 'У-008');
    expect(refused(desk)).toMatch(/строка \d+/);
  });

  it('refuses a group without a consultant or without anybody to learn, naming the row', () => {
    const alone = deskAt(grouped);
    alone.type(GROUPS, ({ teacher }) => teacher === 'У-001', 'role', 'консультируемый');
    expect(refused(alone)).toMatch(/строка \d+[\s\S]*консультант/);
    const empty = deskAt(grouped);
    empty.type(GROUPS, ({ competency }) => competency === 'ict.forms', 'role', 'консультант');
    expect(refused(empty)).toMatch(/строка \d+/);
  });

  it('refuses a group about two competencies, naming the row', () => {
    const desk = deskAt(grouped);
    desk.type(GROUPS, ({ teacher }) => teacher === 'У-003', 'competency', 'ict.safety');
    expect(refused(desk)).toMatch(/строка \d+/);
  });

  it('refuses a role or a state that is none, naming the row', () => {
    const desk = deskAt(grouped);
    desk.type(GROUPS, ({ teacher }) => teacher === 'У-003', 'role', 'староста');
    const words = refused(desk);
    expect(words).toContain('староста');
    expect(words).toMatch(/[Сс]трока \d+/);
  });
});
