// What an hourly check costs: Apps Script grants triggers 90 minutes a day, and most hours have nothing to do.
import type { Desk } from './desk';
import { ANSWERING, needsAsked, needsOf, PEOPLE, statesOf } from './school';
import { deskAt, HOUR, MINUTE } from './workspace';

/** Names of the calls of each heartbeat in that time. */
function beats(desk: Desk, during: number): string[][] {
  const { workspace } = desk;
  const [calls, executions] = [workspace.calls.length, workspace.executions.length];
  desk.wait(during);
  return workspace.executions
    .slice(executions)
    .filter(({ functionName }) => functionName === 'onHeartbeat')
    .map(({ index }) =>
      workspace.calls
        .slice(calls)
        .filter(({ execution }) => execution === index)
        .map(({ service, method }) => `${service}.${method}`),
    );
}

it('looks at a form that may get answers and at nothing else: four calls', () => {
  const desk = deskAt(needsAsked);
  desk.wait(HOUR + MINUTE);
  for (const calls of beats(desk, 3 * HOUR))
    expect(calls).toEqual([
      'PropertiesService.getDocumentProperties',
      'Properties.getProperties',
      'FormApp.openById',
      'Form.getResponses',
    ]);
});

it('having processed answers rests for three hours, in which it would not process more: two calls', () => {
  const desk = deskAt(needsAsked);
  desk.answer('needs', PEOPLE.wind.email, needsOf(PEOPLE.wind));
  const [processing = [], ...resting] = beats(desk, 3 * HOUR);
  expect(processing).toContain('Form.getResponses');
  expect(statesOf(desk, PEOPLE.wind.code)).toEqual(['учтён']);
  expect(resting.length).toBeGreaterThanOrEqual(2);
  for (const calls of resting)
    expect(calls).toEqual(['PropertiesService.getDocumentProperties', 'Properties.getProperties']);
});

it('takes the answers of these hours with the next processing', () => {
  const desk = deskAt(needsAsked);
  const [first, ...others] = ANSWERING;
  if (first === undefined) throw new Error('nobody answers');
  desk.answer('needs', first.email, needsOf(first));
  desk.wait(HOUR + MINUTE);
  for (const someone of others) desk.answer('needs', someone.email, needsOf(someone));
  desk.wait(4 * HOUR);
  expect(ANSWERING.map(({ code }) => statesOf(desk, code))).toEqual(ANSWERING.map(() => ['учтён']));
});
