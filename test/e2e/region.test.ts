// What grows with a region: an execution looks at what is still to be done, not at everything, and nothing is cut at a cell's end.
import type { LatencyModel } from '../../local/index';
import { COMPETENCIES, GROUPS, MODULES, PROFILE, QUESTIONS, STAFF, SURVEYS, VARIANTS } from '../../src/workbook/tables';
import { addressees, twice } from './death';
import type { Desk } from './desk';
import { csv, grouped, published, setUp, STAFF_ROWS, timetabled } from './school';
import { DAY, deskAt, type Stage } from './workspace';

const PEOPLE = 700;
const EMAILS = Array.from({ length: PEOPLE }, (_u, n) => `t${String(n)}@school.example`);

/** A good day at Google: an execution of the page sends some hundred letters. */
const BRISK: LatencyModel = { perCall: () => 60, perElement: () => 0.1, perExecution: 500 };

const district: Stage = {
  name: 'district',
  after: setUp,
  carryOut: (desk) => {
    const people = EMAILS.map((email, n) => ['', `Учителева ${String(n)} А.`, email, 'Музыка', 'учитель', 'Школа № 1']);
    desk.press('importStaff', { text: csv([...STAFF_ROWS.slice(0, 1), ...people]) });
  },
};

/** Keys reckoned in each execution since the call of that number. */
function keysByExecution(desk: Desk, since: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const { execution, method } of desk.workspace.calls.slice(since))
    counts.set(execution, (counts.get(execution) ?? 0) + (method === 'computeDigest' ? 1 : 0));
  return [...counts.values()];
}

it('letters and reminders to a district: executions in the middle look at some hundreds of addressees, however many there are', () => {
  const desk = deskAt(district, { edition: 'workspace', latency: BRISK });
  const since = desk.workspace.calls.length;
  desk.press('sendNeeds');
  expect(addressees(desk)).toEqual(EMAILS);
  const [survey] = desk.rows(SURVEYS);
  expect(survey?.missing.split('; ')).toHaveLength(501);
  expect(survey?.missing).toMatch(/и ещё 200$/);
  const middle = keysByExecution(desk, since).filter((count) => count < PEOPLE);
  expect(middle.length).toBeGreaterThan(2);
  expect(Math.max(...middle)).toBeLessThan(320);
  desk.sleep(5 * DAY);
  const later = desk.workspace.calls.length;
  desk.press('remind');
  expect(addressees(desk).sort()).toEqual([...EMAILS, ...EMAILS].sort());
  const reminding = keysByExecution(desk, later).filter((count) => count < PEOPLE);
  expect(reminding.length).toBeGreaterThan(2);
  expect(Math.max(...reminding)).toBeLessThan(320);
}, 120_000);

it('a staff list sorted anew while the letters are on their way: everybody gets one, nobody two', () => {
  const desk = deskAt(district, { edition: 'workspace', latency: BRISK });
  let run = desk.director.ask({ method: 'start', action: 'sendNeeds', input: {} });
  while (addressees(desk).length < 200) run = desk.director.ask({ method: 'pump', run: run.run });
  const sheet = desk.sheet(STAFF.title);
  sheet.getRange(2, 1, PEOPLE, sheet.getLastColumn()).sort({ column: 1, ascending: false });
  while (run.state === 'running') run = desk.director.ask({ method: 'pump', run: run.run });
  expect(run.state).toBe('done');
  expect(run.lines.join()).toContain('700');
  expect(twice(addressees(desk))).toEqual([]);
  expect(addressees(desk).sort()).toEqual([...EMAILS].sort());
}, 120_000);

it('levels of a district on a slow day: written in several executions, whole, and anew when the staff list has changed between them', () => {
  const desk = deskAt(district, {
    edition: 'workspace',
    latency: { perCall: () => 20, perElement: () => 1.5, perExecution: 500 },
  });
  const people = (): string[] => desk.rows(STAFF).map(({ code }) => code);
  const competencies = desk.rows(COMPETENCIES).map(({ id }) => id);
  const expected = (): string[] => people().flatMap((code) => competencies.map((id) => `${code} ${id}`));
  const profile = (): string[] => desk.rows(PROFILE).map(({ teacher, competency }) => `${teacher} ${competency}`);
  const since = desk.workspace.executions.length;
  desk.press('scoreMatrix');
  const ran = desk.workspace.executions.slice(since);
  expect(ran.length).toBeGreaterThan(1);
  expect(Math.max(...ran.map(({ startedAt, endedAt }) => endedAt - startedAt))).toBeLessThan(4.5 * 60_000);
  expect(profile()).toEqual(expected());
  const run = desk.director.ask({ method: 'start', action: 'scoreMatrix', input: {} });
  expect(run.lines.join()).toMatch(/Записываем уровни: 6000 строк из 8400/);
  desk.sheet(STAFF.title).deleteRows(2, 10);
  let next = desk.director.ask({ method: 'pump', run: run.run });
  while (next.state === 'running') next = desk.director.ask({ method: 'pump', run: run.run });
  expect(next.state).toBe('done');
  expect(profile()).toEqual(expected());
}, 120_000);

it('pseudonyms for a district on a slow day: the levels are written in executions of their own, whole', () => {
  const desk = deskAt(district, {
    edition: 'workspace',
    latency: { perCall: () => 20, perElement: () => 1.2, perExecution: 500 },
  });
  desk.press('scoreMatrix');
  const since = desk.workspace.executions.length;
  const { run } = desk.press('usePseudonyms', { mode: 'on' });
  expect(run.state).toBe('done');
  const ran = desk.workspace.executions.slice(since);
  expect(Math.max(...ran.map(({ startedAt, endedAt }) => endedAt - startedAt))).toBeLessThan(4.5 * 60_000);
  const profile = desk.rows(PROFILE);
  expect(profile).toHaveLength(PEOPLE * desk.rows(COMPETENCIES).length);
  expect(profile.filter(({ name, teacher }) => name !== teacher)).toEqual([]);
}, 120_000);

it('forms for forty groups: an execution plans them once, and writes into the registers once for all that it makes', () => {
  const desk = deskAt(published, { edition: 'workspace' });
  const rows = desk.rows(GROUPS);
  desk.director.addRows(
    GROUPS,
    Array.from({ length: 20 }, (_u, n) =>
      rows.map((row) => ({ ...row, group: `${row.group}-${String(n + 1)}` })),
    ).flat(),
  );
  const since = desk.workspace.calls.length;
  desk.press('agreeProgrammes');
  const made = desk.rows(SURVEYS).filter(({ key }) => key.includes('/agreement/'));
  expect(made.map(({ about }) => about.split(' ')[0]).sort()).toEqual(
    [...new Set(desk.rows(GROUPS).map(({ group }) => group))].sort(),
  );
  const calls = desk.workspace.calls.slice(since);
  const making = new Set(
    calls.flatMap(({ method, execution }) => (method === 'addParagraphTextItem' ? [execution] : [])),
  );
  const times = (name: string, on?: number): number =>
    calls.filter((call) => `${call.service}.${call.method}` === name && (on === undefined || call.on === on)).length;
  expect(making.size).toBeLessThan(made.length / 3);
  for (const { title } of [SURVEYS, QUESTIONS])
    expect(times('Range.setValues', desk.sheet(title).getSheetId())).toBeLessThanOrEqual(making.size + 2);
  expect(times('FormApp.openById')).toBe(made.length);
  expect(times('Drive.Files.list')).toBe(0);
}, 120_000);

describe('variants of a thousand groups', () => {
  const COPIES = 500;
  /** The drafts of the small school, each many times over: two groups become a thousand. */
  const withCopies = (): Desk => {
    const desk = deskAt(grouped);
    const rows = desk.rows(GROUPS);
    desk.director.addRows(
      GROUPS,
      Array.from({ length: COPIES }, (_u, n) =>
        rows.map((row) => ({ ...row, group: `${row.group}-${String(n + 1)}` })),
      ).flat(),
    );
    return desk;
  };

  it('are kept whole in several rows, and a group that was changed since comes back', () => {
    const desk = withCopies();
    const before = desk.rows(GROUPS).map(({ group, teacher, role }) => `${group} ${teacher} ${role}`);
    desk.press('groupVariants', { what: 'save', name: 'осень' });
    const kept = desk.rows(VARIANTS);
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.flatMap(({ groups }) => JSON.parse(groups) as unknown[])).toHaveLength(
      new Set(desk.rows(GROUPS).map(({ group }) => group)).size,
    );
    const [first] = desk.rows(GROUPS).filter(({ role }) => role === 'консультируемый');
    desk.press('editGroups', { what: 'remove', person: first?.teacher ?? '', from: first?.group ?? '' });
    expect(desk.rows(GROUPS)).toHaveLength(before.length - 1);
    desk.press('groupVariants', { what: 'restore', one: 'осень' });
    expect(
      desk
        .rows(GROUPS)
        .map(({ group, teacher, role }) => `${group} ${teacher} ${role}`)
        .sort(),
    ).toEqual(before.sort());
  }, 120_000);

  it('that differ in all their groups are put in place of one another, and that can be taken back', () => {
    const desk = withCopies();
    desk.press('groupVariants', { what: 'save', name: 'осень' });
    const sheet = desk.sheet(GROUPS.title);
    const all = desk.rows(GROUPS).length;
    sheet.deleteRows(4, all - 4);
    const groups = (): string[] => desk.rows(GROUPS).map(({ group, teacher, role }) => `${group} ${teacher} ${role}`);
    const few = groups();
    const { run } = desk.press('groupVariants', { what: 'restore', one: 'осень' });
    expect(groups().length).toBeGreaterThan(all - 4);
    desk.press('undoRun', { run: run.run });
    expect(groups().sort()).toEqual(few.sort());
  }, 120_000);
});

it('invitations to hundreds of sessions: no question about them lists more than a hundred, and each is kept whole', () => {
  const desk = deskAt(timetabled);
  const long = 'об уроке '.repeat(45);
  for (const { id, title } of desk.rows(COMPETENCIES))
    desk.type(COMPETENCIES, (row) => row.id === id, 'title', `${title} ${long}`);
  const [first, second] = desk.rows(MODULES);
  const copies = Array.from({ length: 148 }, (_u, n) => ({
    ...(n % 2 === 0 ? first : second),
    module: `М-${String(n + 100)}`,
    date: new Date(Date.UTC(2026, 10, 2 + n)).toISOString().slice(0, 10).split('-').reverse().join('.'),
    start: '15:00',
    end: '16:00',
    sent: '',
  }));
  desk.director.addRows(MODULES, copies);
  desk.press('sendInvitations');
  expect(desk.events()).toHaveLength(150);
  const asked = desk
    .rows(QUESTIONS)
    .filter(({ question }) => question === 'module')
    .map(({ spec }) => (JSON.parse(spec) as { options: unknown[] }).options.length);
  expect(asked.sort()).toEqual([100, 100, 50, 50].sort());
  expect(new Set(desk.rows(MODULES).map(({ round }) => round))).toEqual(new Set(['1', '2']));
}, 120_000);

it('a preview of invitations to many hundreds looks into the calendars of five hundred, those of the nearest sessions, and says so', () => {
  const desk = deskAt(district, { edition: 'workspace' });
  const codes = desk.rows(STAFF).map(({ code }) => code);
  const sessions = Array.from({ length: 130 }, (_u, n) => n);
  desk.director.addRows(
    GROUPS,
    sessions.flatMap((n) =>
      codes.slice(n * 5, n * 5 + 5).map((teacher, seat) => ({
        group: `Г-${String(n + 1)}`,
        role: seat === 0 ? 'консультант' : 'консультируемый',
        competency: 'ict.forms',
        teacher,
        state: 'опубликована',
        cycle: '1',
      })),
    ),
  );
  const day = (n: number): string => (n < 100 ? '05.10.2026' : '09.11.2026');
  desk.director.addRows(
    MODULES,
    // The later ones stand above.
    [...sessions].reverse().map((n) => ({
      module: `М-${String(n + 1)}`,
      group: `Г-${String(n + 1)}`,
      date: day(n),
      start: '15:00',
      end: '16:00',
      state: 'черновик',
      cycle: '1',
    })),
  );
  const since = desk.workspace.calls.length;
  const preview = desk.director.ask({ method: 'preview', action: 'sendInvitations', input: {} });
  const asked = desk.workspace.calls
    .slice(since)
    .filter(({ service, method }) => `${service}.${method}` === 'Calendar.Freebusy.query')
    .flatMap(({ args }) => (args[0] as { items: { id: string }[] }).items.map(({ id }) => id));
  expect(new Set(asked)).toEqual(new Set(EMAILS.slice(0, 500)));
  expect(asked).toHaveLength(500);
  expect(preview.warnings.join('\n')).toContain('Календари проверены у 500 участников ближайших занятий из 650');
}, 120_000);
