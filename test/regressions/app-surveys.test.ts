// Forms and letters: none is skipped, none goes twice, and the preview counts what will really go.
import { GROUPS, STAFF, SURVEYS } from '../../src/workbook/tables';
import type { Desk } from '../e2e/desk';
import { deleteRows, type Fault, smallSchool, withGroups } from './app-school';

/** https://developers.google.com/workspace/drive/api/guides/handle-errors#resolve_a_500_error_backend_error */
const OUT_OF_ORDER = { when: 'before', error: 'Backend Error', api: { code: 500, reason: 'backendError' } } as const;

const letters = (desk: Desk): string =>
  desk.director.ask({ method: 'preview', action: 'sendNeeds', input: {} }).counts[2]?.value ?? '';

describe('a run that makes several forms', () => {
  it('makes every one, also when the list has become shorter while the run was interrupted', () => {
    let fault: Fault | undefined;
    const desk = withGroups(smallSchool(9, { faults: (call) => fault?.(call) }), 3);
    let made = 0;
    const isCreation: Fault = ({ service, method }) =>
      service === 'Drive.Files' && method === 'create' && ++made > 1 ? OUT_OF_ORDER : undefined;
    fault = isCreation;
    expect(() => desk.press('agreeProgrammes')).toThrow();
    fault = undefined;
    // What was made before the trouble is in the register.
    expect(desk.rows(SURVEYS)).toHaveLength(1);
    deleteRows(desk, GROUPS, ({ group }) => group === 'Г-01');
    desk.finishOpenRun();
    const there = desk.rows(SURVEYS).map(({ key }) => key);
    expect(there).toEqual(expect.arrayContaining(['1/agreement/Г-02', '1/agreement/Г-03']));
    const written = desk.letters().map(({ to }) => to.join());
    expect(written).toEqual(expect.arrayContaining(['t4@school.example', 't7@school.example']));
  });

  it('finds those of an execution that died before it could register them, and makes none twice', () => {
    let fault: Fault | undefined;
    const desk = withGroups(smallSchool(9, { faults: (call) => fault?.(call) }), 3);
    let made = 0;
    fault = ({ service, method }) =>
      service === 'Drive.Files' && method === 'create' && ++made === 3 ? { kill: 'after' } : undefined;
    expect(() => desk.press('agreeProgrammes')).toThrow();
    fault = undefined;
    expect(desk.rows(SURVEYS)).toHaveLength(0);
    const before = desk.workspace.calls.length;
    desk.finishOpenRun();
    const again = desk.workspace.calls.slice(before);
    expect(again.filter(({ service, method }) => `${service}.${method}` === 'Drive.Files.create')).toEqual([]);
    expect(desk.rows(SURVEYS).map(({ key }) => key)).toEqual(['Г-01', 'Г-02', 'Г-03'].map((id) => `1/agreement/${id}`));
  });

  it('makes none twice when the execution after one that died does not come to all of them either', () => {
    let fault: Fault | undefined;
    const desk = withGroups(smallSchool(9, { faults: (call) => fault?.(call) }), 3);
    let made = 0;
    fault = ({ service, method }) =>
      service === 'Drive.Files' && method === 'create' && ++made === 3 ? { kill: 'after' } : undefined;
    expect(() => desk.press('agreeProgrammes')).toThrow();
    let opened = 0;
    // The first form is found and registered; the second meets a trouble, the third is not come to.
    fault = ({ service, method }) =>
      service === 'FormApp' && method === 'openById' && ++opened === 2 ? OUT_OF_ORDER : undefined;
    const before = desk.workspace.calls.length;
    desk.finishOpenRun();
    expect(opened).toBeGreaterThan(2);
    const again = desk.workspace.calls.slice(before);
    expect(again.filter(({ service, method }) => `${service}.${method}` === 'Drive.Files.create')).toEqual([]);
    expect(desk.rows(SURVEYS).map(({ key }) => key)).toEqual(['Г-01', 'Г-02', 'Г-03'].map((id) => `1/agreement/${id}`));
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
