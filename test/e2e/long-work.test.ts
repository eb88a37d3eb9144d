// Work that takes longer than a page call or an execution may: in steps, followed by the page or finished by the heartbeat.
import { TYPICAL_LATENCY } from '../../local/index';
import { SURVEYS } from '../../src/workbook/tables';
import { addressees, liveForms, twice } from './death';
import { needsAsked, OWN, staffed } from './school';
import { deskAt, HOUR, MINUTE } from './workspace';

/** The form has 33 items and 11 letters go out: one thing a call would do. */
const MOST_PUMPS = 60;

it('a page call comes back within half a minute of Google’s time, with progress, and the page follows to the end', () => {
  const desk = deskAt(staffed, { latency: 'typical' });
  let before = desk.now();
  let run = desk.director.ask({ method: 'start', action: 'sendSelf', input: {} });
  const seen = [run.done];
  while (run.state === 'running') {
    expect(desk.now() - before).toBeLessThan(45_000);
    expect(run.lines.join()).not.toBe('');
    before = desk.now();
    run = desk.director.ask({ method: 'pump', run: run.run });
    seen.push(run.done);
  }
  expect(run.state).toBe('done');
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(addressees(desk)).toEqual(OWN.map(({ email }) => email));
});

it('when the page is closed the heartbeat finishes the work: one form, one letter to everybody', () => {
  const desk = deskAt(staffed, { latency: 'typical' });
  const run = desk.director.ask({ method: 'start', action: 'sendSelf', input: {} });
  expect(run.state).toBe('running');
  desk.wait(3 * HOUR);
  expect(desk.home().running).toBeUndefined();
  expect(liveForms(desk).length).toBe(1);
  expect(addressees(desk).sort()).toEqual(OWN.map(({ email }) => email).sort());
  expect(desk.lastRun()).toMatchObject({ run: run.run, state: 'готово' });
});

it('no execution comes near the limit of six minutes, even where Google is five times slower, and every call gets on', () => {
  const desk = deskAt(staffed, {
    latency: {
      perCall: (call) => 5 * TYPICAL_LATENCY.perCall(call),
      perElement: (call) => 5 * TYPICAL_LATENCY.perElement(call),
      perExecution: 2500,
    },
  });
  let run = desk.director.ask({ method: 'start', action: 'sendSelf', input: {} });
  for (let pumps = 0; run.state === 'running' && pumps < MOST_PUMPS; pumps++)
    run = desk.director.ask({ method: 'pump', run: run.run });
  expect(run.state).toBe('done');
  const longest = Math.max(...desk.workspace.executions.map(({ startedAt, endedAt }) => endedAt - startedAt));
  expect(longest).toBeLessThan(5 * MINUTE);
  expect(desk.workspace.executions.filter(({ status }) => status !== 'completed')).toEqual([]);
  expect(twice(addressees(desk))).toEqual([]);
});

it('while somebody else’s run holds the workbook a press is refused politely and changes nothing', () => {
  const desk = deskAt(staffed);
  const release = desk.workspace.holdLock('document');
  const before = desk.picture();
  expect(desk.refusal('sendNeeds')).toMatch(/[а-яё]{4}/i);
  expect(desk.picture()).toEqual(before);
  release();
  desk.press('sendNeeds');
  expect(desk.rows(SURVEYS).length).toBe(1);
});

it('a heartbeat that meets a held workbook leaves the work to the next one', () => {
  const desk = deskAt(needsAsked);
  desk.answer('needs', OWN[0]?.email ?? '', { needs: ['none'], consent: 'vr-2026-1' });
  const release = desk.workspace.holdLock('document');
  desk.wait(HOUR + MINUTE);
  expect(desk.survey('needs').answered).toBe('0');
  release();
  desk.wait(HOUR);
  expect(desk.survey('needs').answered).toBe('1');
});
