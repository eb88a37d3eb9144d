// Deleting files kept too long takes longer than an execution has, and goes on in the next ones.
import { type ServiceCall, TYPICAL_LATENCY } from '../../local/index';
import { LEDGER } from '../../src/workbook/tables';
import { longTables } from './long';
import { invited, PEOPLE } from './school';
import { DAY, deskAt } from './workspace';

const isRemoval = ({ service, method }: ServiceCall): boolean => `${service}.${method}` === 'Drive.Files.remove';

it.each([
  ['', invited, false],
  [' of a long register', longTables, false],
  [' of a long register, the ledger sorted anew meanwhile', longTables, true],
] as const)(
  'files%s kept too long, more than one execution can delete: the next ones go on, each old file is deleted once, and no young one',
  (_of, stage, isSorted) => {
    const desk = deskAt(stage, {
      latency: {
        ...TYPICAL_LATENCY,
        // Deleting a file is so slow that an execution of the page has time for a few.
        perCall: (call) => (isRemoval(call) ? 30_000 : TYPICAL_LATENCY.perCall(call)),
      },
    });
    desk.set('retentionMonths', '6');
    const known = new Set(desk.files().map(({ id }) => id));
    desk.press('makeRoutes');
    for (const { code } of [PEOPLE.hail, PEOPLE.wind, PEOPLE.rain]) desk.press('exportPerson', { person: code });
    const old = desk
      .files()
      .filter(({ id, mimeType }) => !known.has(id) && !mimeType.endsWith('.folder'))
      .map(({ id }) => id);
    expect(old.length).toBeGreaterThan(6);
    desk.sleep(250 * DAY);
    desk.set('cycle', '2');
    desk.press('exportPerson', { person: PEOPLE.hail.code });
    const young = desk
      .files()
      .filter(({ id }) => !old.includes(id))
      .map(({ id }) => id);
    const since = desk.workspace.calls.length;
    const removed = (): ServiceCall[] => desk.workspace.calls.slice(since).filter(isRemoval);
    let run = desk.director.ask({ method: 'start', action: 'eraseOld', input: {} });
    for (let sorted = !isSorted; run.state === 'running'; run = desk.director.ask({ method: 'pump', run: run.run })) {
      if (sorted || removed().length === 0) continue;
      const ledger = desk.sheet(LEDGER.title);
      ledger.getRange(2, 1, ledger.getLastRow() - 1, ledger.getLastColumn()).sort({ column: 1, ascending: false });
      sorted = true;
    }
    expect(run.state).toBe('done');
    const removals = removed();
    expect(removals.map(({ args }) => args[0]).sort()).toEqual([...old].sort());
    expect(new Set(removals.map(({ execution }) => execution)).size).toBeGreaterThan(1);
    const left = new Set(desk.files().map(({ id }) => id));
    expect(old.filter((id) => left.has(id))).toEqual([]);
    expect(young.filter((id) => !left.has(id))).toEqual([]);
    const ran = desk.workspace.executions.slice(-30);
    expect(Math.max(...ran.map(({ startedAt, endedAt }) => endedAt - startedAt))).toBeLessThan(4.5 * 60_000);
  },
  60_000,
);

it('files kept too long where the reading takes long: an execution deletes many of them, not one', () => {
  const desk = deskAt(invited, {
    latency: {
      ...TYPICAL_LATENCY,
      perCall: (call) =>
        `${call.service}.${call.method}` === 'Range.getValues' ? 5000 : TYPICAL_LATENCY.perCall(call),
    },
  });
  desk.set('retentionMonths', '6');
  desk.press('makeRoutes');
  desk.sleep(250 * DAY);
  desk.set('cycle', '2');
  const since = desk.workspace.calls.length;
  const executions = desk.workspace.executions.length;
  desk.press('eraseOld');
  const removals = desk.workspace.calls.slice(since).filter(isRemoval);
  expect(removals.length).toBeGreaterThan(4);
  expect(new Set(removals.map(({ execution }) => execution)).size).toBeLessThanOrEqual(2);
  const ran = desk.workspace.executions.slice(executions);
  expect(Math.max(...ran.map(({ startedAt, endedAt }) => endedAt - startedAt))).toBeLessThan(4.5 * 60_000);
});
