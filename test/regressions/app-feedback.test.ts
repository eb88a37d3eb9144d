// Feedback is asked about every module that was held, whatever became of the run that was to ask.
import { MODULES } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { type Fault, smallSchool, withGroups } from './app-school';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const asked = (desk: Desk): string[] =>
  desk
    .letters()
    .map(({ to }) => to.join())
    .sort();
const EVERYBODY = ['t1@school.example', 't2@school.example', 't3@school.example'];

function timetabled(fault?: () => Fault | undefined): Desk {
  const desk = withGroups(smallSchool(3, { faults: (call) => fault?.()?.(call) }), 1);
  desk.press('makeTimetable');
  return desk;
}

describe('the letters that ask for feedback', () => {
  it('go by themselves when a person marks a module as held', () => {
    const desk = timetabled();
    desk.press('sendInvitations');
    desk.type(MODULES, () => true, 'state', 'проведено');
    desk.wait(8 * HOUR);
    expect(asked(desk)).toEqual(EVERYBODY);
    desk.wait(8 * HOUR);
    expect(asked(desk)).toEqual(EVERYBODY);
  });

  it('go by themselves for a module that was held without an invitation', () => {
    const desk = timetabled();
    desk.type(MODULES, () => true, 'state', 'проведено');
    desk.wait(8 * HOUR);
    expect(asked(desk)).toEqual(EVERYBODY);
  });

  it('still go to the others when the run was stopped in the middle', () => {
    let fault: Fault | undefined;
    const desk = timetabled(() => fault);
    desk.press('sendInvitations');
    desk.sleep(40 * DAY);
    let sent = 0;
    fault = ({ method }) => (method === 'sendEmail' && ++sent === 2 ? { kill: 'before' } : undefined);
    expect(() => desk.press('askFeedback')).toThrow();
    fault = undefined;
    const run = desk.home().running?.run ?? '';
    desk.director.ask({ method: 'stop', run });
    expect(asked(desk)).toHaveLength(1);
    desk.wait(8 * HOUR);
    // The one during which the run died is in doubt and is not sent again.
    expect(asked(desk)).toHaveLength(2);
  });
});
