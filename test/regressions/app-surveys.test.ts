// Forms and letters: none is skipped, none goes twice, and the preview counts what will really go.
import { GROUPS, STAFF, SURVEYS } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { deleteRows, type Fault, smallSchool, withGroups } from './app-school';

const letters = (desk: Desk): string =>
  desk.director.ask({ method: 'preview', action: 'sendNeeds', input: {} }).counts[2]?.value ?? '';

describe('a run that makes several forms', () => {
  it('makes every one, also when the list has become shorter while the run was interrupted', () => {
    let fault: Fault | undefined;
    const desk = withGroups(smallSchool(9, { faults: (call) => fault?.(call) }), 3);
    let made = 0;
    fault = ({ service, method }) =>
      service === 'Drive.Files' && method === 'create' && ++made === 2 ? { kill: 'before' } : undefined;
    expect(() => desk.press('agreeProgrammes')).toThrow();
    fault = undefined;
    expect(desk.rows(SURVEYS)).toHaveLength(1);
    deleteRows(desk, GROUPS, ({ group }) => group === 'Г-01');
    desk.finishOpenRun();
    const there = desk.rows(SURVEYS).map(({ key }) => key);
    expect(there).toEqual(expect.arrayContaining(['1/agreement/Г-02', '1/agreement/Г-03']));
    const written = desk.letters().map(({ to }) => to.join());
    expect(written).toEqual(expect.arrayContaining(['t4@school.example', 't7@school.example']));
  });
});

describe('the letters of a survey', () => {
  it('are counted in the preview as they would go: none at the second press, and none goes', () => {
    const desk = smallSchool(3);
    expect(letters(desk)).toBe('3');
    desk.press('sendNeeds');
    expect(letters(desk)).toBe('0');
    desk.press('sendNeeds');
    expect(desk.letters()).toHaveLength(3);
  });

  it('go to a corrected address, and to nobody else again', () => {
    const desk = smallSchool(3);
    desk.press('sendNeeds');
    desk.type(STAFF, ({ code }) => code === 'У-002', 'email', 'right@school.example');
    expect(letters(desk)).toBe('1');
    desk.press('sendNeeds');
    expect(desk.letters().map(({ to }) => to.join())).toEqual([
      't1@school.example',
      't2@school.example',
      't3@school.example',
      'right@school.example',
    ]);
  });
});
