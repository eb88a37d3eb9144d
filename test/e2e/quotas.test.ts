// Quotas that end in the middle, in both editions: what is left is done the next day by the heartbeat, and nothing twice.
import { LEDGER, MODULES, PLAN } from '../../src/workbook/tables';
import { addressees, again, twice } from './death';
import type { Desk } from './desk';
import { csv, setUp, STAFF_ROWS, timetabled } from './school';
import { DAY, deskAt, HOUR, type Stage } from './workspace';

const PEOPLE = 300;
const EMAILS = Array.from({ length: PEOPLE }, (_u, n) => `t${String(n)}@school.example`);

/** A school of three hundred. */
const large: Stage = {
  name: 'three-hundred',
  after: setUp,
  carryOut: (desk) => {
    const people = EMAILS.map((email, n) => ['', `Учителева ${String(n)} А.`, email, 'Музыка', 'учитель', 'Школа № 1']);
    desk.press('importStaff', { text: csv([...STAFF_ROWS.slice(0, 1), ...people]) });
  },
};

const spend = (desk: Desk, what: 'mail.recipients' | 'calendar.events', left: number): void =>
  void desk.workspace.world.spend(what, desk.workspace.quota(what) - left, 'другой скрипт');

it('300 letters of a consumer account: 100 a day, the person sees how many remain, everybody gets one within three days', () => {
  const desk = deskAt(large, { edition: 'consumer' });
  const { run } = desk.press('sendNeeds');
  expect(run.state).toBe('waiting');
  expect(run.lines.join()).toMatch(/Отправлено: 100, осталось: 200/);
  desk.wait(2 * HOUR);
  expect(desk.letters().length).toBe(100);
  desk.sleep(DAY - 2 * HOUR);
  desk.wait(2 * HOUR);
  expect(desk.letters().length).toBe(200);
  expect(desk.home().running?.lines.join()).toMatch(/Отправлено: 200, осталось: 100/);
  desk.sleep(DAY - HOUR);
  desk.wait(2 * HOUR);
  expect(addressees(desk)).toEqual(EMAILS);
  expect(desk.home().running).toBeUndefined();
  expect(desk.rows(LEDGER).map(({ state }) => state)).not.toContain('неизвестно, дошло ли');
});

it('300 letters of a Workspace account of which others have spent most: the same over two days', () => {
  const desk = deskAt(large, { edition: 'workspace' });
  spend(desk, 'mail.recipients', 120);
  expect(desk.press('sendNeeds').run.lines.join()).toMatch(/Отправлено: 120, осталось: 180/);
  desk.sleep(DAY);
  desk.wait(2 * HOUR);
  expect(addressees(desk)).toEqual(EMAILS);
});

it.each(['consumer', 'workspace'] as const)(
  'events of a %s account end after the first: the second is made the next day',
  (edition) => {
    const desk = deskAt(timetabled, { edition });
    spend(desk, 'calendar.events', 1);
    const { run } = desk.press('sendInvitations');
    expect(run.state).toBe('waiting');
    expect(run.lines.join()).toMatch(
      /Дневной лимит Google исчерпан.*остальное будет сделано само.*Сделано: 1, осталось: 1\./,
    );
    expect(desk.standingEvents().length).toBe(1);
    expect(desk.rows(MODULES).filter(({ state }) => state === 'приглашения отправлены').length).toBe(1);
    desk.sleep(DAY);
    desk.wait(2 * HOUR);
    expect(desk.standingEvents().length).toBe(2);
    expect(twice(desk.invitations().map(({ to, subject }) => `${to.join()} ${subject}`))).toEqual([]);
    expect(desk.invitations('invitation').length).toBe(8);
    expect(desk.home().running).toBeUndefined();
  },
);

it.each(['consumer', 'workspace'] as const)(
  'the plan’s events of a %s account end after the third: the person sees how many remain, and they are made the next day, once each',
  (edition) => {
    const desk = deskAt(setUp, { edition });
    const titles = Array.from({ length: 8 }, (_u, n) => `Мероприятие ${String(n + 1)}`);
    desk.director.addRows(
      PLAN,
      titles.map((title, n) => ({ title, when: `${String(n + 10)}.10.2026` })),
    );
    spend(desk, 'calendar.events', 3);
    const { run } = desk.press('calendarPlan');
    expect(run.state).toBe('waiting');
    expect(run.lines.join()).toMatch(/Сделано: 3, осталось: 5/);
    expect(desk.home().running?.lines.join()).toMatch(/осталось: 5/);
    desk.sleep(DAY);
    desk.wait(2 * HOUR);
    expect(
      desk
        .standingEvents()
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual(titles);
    expect(desk.home().running).toBeUndefined();
  },
);

it('no checkpoint comes near the 9 KB of a property, and all properties together stay far below 500 KB', () => {
  const desk = deskAt(large, { edition: 'consumer' });
  const written: number[] = [];
  const byKey = new Map<string, number>();
  desk.press('sendNeeds');
  desk.wait(3 * DAY);
  desk.press('processAnswers');
  for (const { service, method, args } of desk.workspace.calls) {
    if (service !== 'Properties' || method !== 'setProperty') continue;
    const size = Buffer.byteLength(String(args[1]));
    written.push(size);
    byKey.set(String(args[0]), size);
  }
  expect(written.length).toBeGreaterThan(10);
  expect(Math.max(...written)).toBeLessThan(8600);
  expect([...byKey.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(50_000);
});

it('a store that others have filled to its 500 KB: the press says so in Google’s words, and once there is room it is finished, a letter each', () => {
  const desk = deskAt(large);
  const properties = (desk.workspace.globals['PropertiesService'] as typeof PropertiesService).getDocumentProperties();
  const fill = (): number => {
    let count = 0;
    try {
      for (; count < 100; count++) properties.setProperty(`чужое ${String(count)}`, 'x'.repeat(9000));
    } catch {
      return count;
    }
    return count;
  };
  const count = fill();
  expect(count).toBeGreaterThan(40);
  for (const size of [4000, 1000, 200, 50, 10])
    try {
      for (let n = 0; ; n++) properties.setProperty(`мелкое ${String(size)} ${String(n)}`, 'x'.repeat(size));
    } catch {
      continue;
    }
  const reply = desk.call({ method: 'start', action: 'sendNeeds', input: {} });
  expect(reply.ok ? '' : reply.problems[0]?.text).toMatch(/Сделанное сохранено.*property storage quota/);
  properties.deleteProperty('чужое 0');
  properties.deleteProperty('чужое 1');
  again(desk, 'sendNeeds');
  expect(addressees(desk)).toEqual(EMAILS);
});
