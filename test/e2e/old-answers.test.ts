// Deleting answers kept too long: what a form holds goes at once where all of it is old, and nothing that nobody wants changed is read.
import type { ServiceCall } from '../../local/index';
import { ANSWERS, PROFILE, SELF_CHECK, SURVEYS } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { PEOPLE, scored, selfOf } from './school';
import { DAY, deskAt } from './workspace';

const callsOf = (calls: readonly ServiceCall[], name: RegExp): number =>
  calls.filter(({ service, method }) => name.test(`${service}.${method}`)).length;

/** The self-assessment of the small school half a year later. */
function halfAYearLater(): Desk {
  const desk = deskAt(scored);
  expect(desk.form('self').responses.length).toBeGreaterThan(3);
  desk.set('retentionMonths', '6');
  desk.sleep(250 * DAY);
  return desk;
}

it('of a survey that is over go at once, and it takes no more: no text of the form is read', () => {
  const desk = halfAYearLater();
  const since = desk.workspace.calls.length;
  desk.press('eraseOld');
  const calls = desk.workspace.calls.slice(since);
  expect(desk.rows(ANSWERS)).toEqual([]);
  expect(desk.form('self')).toMatchObject({ responses: [], accepting: false });
  expect(callsOf(calls, /^Form\.deleteAllResponses$/)).toBe(1);
  expect(callsOf(calls, /^Form\.deleteResponse$/)).toBe(0);
  expect(callsOf(calls, /Item\.get|^Form\.(getItems|getTitle|getDescription)/)).toBe(0);
});

it('leave the one that somebody gave lately, and the form open', () => {
  const desk = halfAYearLater();
  const late = desk.answer('self', PEOPLE.wind.email, selfOf(PEOPLE.wind));
  desk.press('eraseOld');
  const { responses, accepting } = desk.form('self');
  expect(responses.map(({ id }) => id)).toEqual([late]);
  expect(accepting).toBe(true);
});

it('of a survey whose last day has been put off go one by one, and it stays open', () => {
  const desk = halfAYearLater();
  desk.type(SURVEYS, ({ key }) => key === '1/self', 'until', '31.12.2030');
  desk.press('eraseOld');
  expect(desk.form('self')).toMatchObject({ responses: [], accepting: true });
});

it('what is reckoned anew for every cycle is counted, not read, to tell whether anything is too old', () => {
  const desk = deskAt(scored);
  desk.set('retentionMonths', '6');
  const profile = desk.sheet(PROFILE.title).getSheetId();
  const reads = (): number => {
    const since = desk.workspace.calls.length;
    desk.press('selfCheck', { mode: 'check' });
    return callsOf(
      desk.workspace.calls.slice(since).filter(({ on }) => on === profile),
      /^Sheet\.getDataRange$/,
    );
  };
  expect(reads()).toBe(0);
  desk.sleep(250 * DAY);
  const rows = desk.rows(PROFILE).length;
  expect(reads()).toBe(0);
  expect(
    desk
      .rows(SELF_CHECK)
      .map(({ found }) => found)
      .join('\n'),
  ).toMatch(new RegExp(`Лист «${PROFILE.title}»: остаётся ${String(rows)} строк`));
});
