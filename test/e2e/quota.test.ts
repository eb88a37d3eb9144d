// The mail quota of the consumer edition ends in the middle: the run waits, goes on by itself, and nobody is written to twice.
import type { Desk } from './desk';
import { OWN, staffed } from './school';
import { DAY, deskAt, HOUR } from './workspace';

const LEFT = 6;

/** A desk of the consumer edition with only some letters left today. */
function nearlyUsedUp(left = LEFT): Desk {
  const desk = deskAt(staffed, { edition: 'consumer' });
  desk.workspace.world.spend('mail.recipients', desk.workspace.quota('mail.recipients') - left, 'MailApp');
  return desk;
}

const addressees = (desk: Desk): string[] => desk.letters().map(({ to }) => to.join());
const everybody = OWN.map(({ email }) => email);

it('sends as many as the day allows, then waits and says so', () => {
  const desk = nearlyUsedUp();
  const { run } = desk.press('sendNeeds');
  expect(run.state).toBe('waiting');
  expect(run.lines.join()).toMatch(/6.*5/);
  expect(addressees(desk)).toEqual(everybody.slice(0, LEFT));
  expect(desk.home().running).toMatchObject({ run: run.run, state: 'waiting' });
});

it('sends the rest the next day by itself, each letter once, and is done', () => {
  const desk = nearlyUsedUp();
  desk.press('sendNeeds');
  desk.wait(3 * HOUR);
  expect(desk.letters().length).toBe(LEFT);
  desk.sleep(DAY - 4 * HOUR);
  desk.wait(3 * HOUR);
  expect(addressees(desk)).toEqual(everybody);
  expect(desk.home().running).toBeUndefined();
  expect(desk.lastRun()).toMatchObject({ state: 'готово' });
  expect(desk.lastRun().result).toMatch(/писем отправлено: 11/);
});

it('goes on from the page too, when it is opened the next day', () => {
  const desk = nearlyUsedUp();
  desk.press('sendNeeds');
  expect(desk.finishOpenRun().state).toBe('waiting');
  desk.sleep(DAY + HOUR);
  expect(desk.finishOpenRun().state).toBe('done');
  expect(addressees(desk)).toEqual(everybody);
});

it('begins with none left: the form is made, nobody is written to, and it waits', () => {
  const desk = nearlyUsedUp(0);
  expect(desk.press('sendNeeds').run.state).toBe('waiting');
  expect(desk.letters()).toEqual([]);
  expect(desk.survey('needs').state).toBe('идёт');
  desk.sleep(DAY + HOUR);
  desk.wait(2 * HOUR);
  expect(addressees(desk)).toEqual(everybody);
});

it('can be stopped while it waits; a later press sends what is missing only', () => {
  const desk = nearlyUsedUp();
  const { run } = desk.press('sendNeeds');
  desk.director.ask({ method: 'stop', run: run.run });
  desk.sleep(DAY + HOUR);
  desk.press('sendNeeds');
  expect(addressees(desk)).toEqual(everybody);
});

it('does not lose answers that come meanwhile', () => {
  const desk = nearlyUsedUp();
  desk.press('sendNeeds');
  const first = OWN[0];
  if (first === undefined) throw new Error('nobody');
  desk.answer('needs', first.email, { needs: ['none'], consent: 'vr-2026-1' });
  desk.sleep(DAY + HOUR);
  desk.wait(3 * HOUR);
  expect(desk.survey('needs').answered).toBe('1');
});
