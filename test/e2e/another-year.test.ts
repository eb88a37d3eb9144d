// A second cycle in the same workbook, another locale, another time zone: the same rules, nothing mixed up.
import { ANSWERS, GROUPS, LEVELS_TABLE, MODULES, PROFILE, SUMMARY, SURVEYS } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { liveForms } from './death';
import {
  ANSWERING,
  CONSENT,
  csv,
  EVIDENCE,
  invited,
  needsAsked,
  needsOf,
  OWN,
  PEOPLE,
  SET_UP,
  selfOf,
  STAFF_ROWS,
} from './school';
import { DAY, deskAt, emptyDesk, HOUR } from './workspace';

describe('another cycle', () => {
  it('asks everybody anew with a form of its own and counts only its own answers', () => {
    const desk = deskAt(needsAsked);
    for (const someone of ANSWERING) desk.answer('needs', someone.email, needsOf(someone));
    desk.press('processAnswers');
    desk.set('cycle', '2');
    desk.press('sendNeeds');
    expect(desk.letters().length).toBe(2 * OWN.length);
    expect(liveForms(desk).length).toBe(2);
    expect(desk.rows(SURVEYS).map(({ key }) => key)).toEqual(['1/needs', '2/needs']);
    desk.answer('2/needs', PEOPLE.moon.email, { needs: ['ict.forms'], consent: CONSENT });
    desk.press('processAnswers');
    expect(desk.row(SUMMARY, { competency: 'ict.forms' }).needs).toBe('1');
    expect(desk.survey('1/needs').answered).toBe('10');
    expect(desk.survey('2/needs').answered).toBe('1');
    expect(desk.rows(ANSWERS).length).toBe(11);
  });

  it('forms groups, modules and events of its own; those of the first stay', () => {
    const desk = deskAt(invited);
    desk.set('cycle', '2');
    desk.press('sendSelf');
    for (const someone of ANSWERING) desk.answer('2/self', someone.email, selfOf(someone));
    desk.director.addRows(
      LEVELS_TABLE,
      EVIDENCE.map((row) => ({ ...row, cycle: '2' })),
    );
    desk.press('processAnswers');
    const before = desk.rows(GROUPS).length;
    desk.press('formGroups');
    desk.press('publishGroups');
    desk.press('makeTimetable');
    desk.press('sendInvitations');
    expect(desk.rows(GROUPS).length).toBe(2 * before);
    expect(desk.standingEvents().length).toBe(4);
    expect(new Set(desk.standingEvents().map(({ id }) => id)).size).toBe(4);
    expect(desk.invitations('update')).toEqual([]);
    // Nobody is in two places at once, across the cycles.
    const starts = desk
      .standingEvents()
      .flatMap(({ start, attendees }) =>
        (attendees ?? []).map(({ email }) => `${email ?? ''} ${start?.dateTime ?? ''}`),
      );
    const people = starts.filter((one) => one.includes('@school.example'));
    expect(new Set(people).size).toBe(people.length);
  });
});

/** The first half of the cycle in a workbook of another kind. */
function upToInvitations(desk: Desk): void {
  desk.press('setUp', SET_UP);
  desk.press('importStaff', { text: csv(STAFF_ROWS) });
  desk.press('sendSelf');
  for (const someone of ANSWERING) desk.answer('self', someone.email, selfOf(someone));
  desk.director.addRows(
    LEVELS_TABLE,
    EVIDENCE.map(({ date: _date, ...row }) => ({ ...row, cycle: '1' })),
  );
  desk.press('processAnswers');
  desk.press('formGroups');
  desk.press('publishGroups');
  desk.press('makeTimetable');
  desk.press('sendInvitations');
}

describe.each([
  ['an American workbook', { locale: 'en_US' }, '+07:00'],
  ['a workbook in Kaliningrad', { timeZone: 'Europe/Kaliningrad' }, '+02:00'],
] as const)('%s', (_name, options, offset) => {
  it('keeps times as the school’s clock shows them, and a second press changes nothing', () => {
    const desk = emptyDesk(options);
    upToInvitations(desk);
    const instants = desk.standingEvents().map(({ start }) => new Date(start?.dateTime ?? 0).toISOString());
    expect(instants.sort()).toEqual(
      [`2026-09-02T15:00:00${offset}`, `2026-09-08T14:00:00${offset}`].map((local) => new Date(local).toISOString()),
    );
    desk.press('processAnswers');
    const before = desk.picture();
    desk.press('sendInvitations');
    desk.press('makeTimetable');
    desk.press('processAnswers');
    expect(desk.picture()).toEqual(before);
    expect(desk.rows(PROFILE).length).toBe(132);
  });

  it('asks for feedback an hour after the end by that clock', () => {
    const desk = emptyDesk(options);
    upToInvitations(desk);
    desk.sleep(new Date(`2026-09-02T15:00:00${offset}`).getTime() - desk.now());
    desk.wait(0.9 * HOUR);
    const asked = (): number => desk.letters().filter(({ subject }) => /Как прошло/.test(subject)).length;
    expect(asked()).toBe(0);
    desk.wait(1.2 * HOUR);
    expect(asked()).toBe(4);
    expect(desk.rows(MODULES).filter(({ state }) => state === 'проведено').length).toBe(1);
    desk.sleep(DAY);
  });
});
