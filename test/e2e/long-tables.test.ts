// A region's ledger and register of routes: an execution reads a few columns of them and the rows it needs, and does what it does in a school.
import type { Table } from '../../src/workbook/schema';
import { LEDGER, ROUTES, STAFF } from '../../src/workbook/tables';
import { addressees, again, Death, pressAndDie, twice } from './death';
import type { Desk } from './desk';
import { longTables } from './long';
import { invited } from './school';
import { deskAt } from './workspace';

/** How often a table was read whole while `work` was done. */
function wholeReadings(desk: Desk, table: Table, work: () => void): number {
  const id = desk.sheet(table.title).getSheetId();
  const before = desk.workspace.calls.length;
  work();
  return desk.workspace.calls
    .slice(before)
    .filter(({ execution, method, on }) => execution > 0 && method === 'getDataRange' && on === id).length;
}

const current = (desk: Desk) => desk.rows(ROUTES).filter(({ cycle }) => cycle === '1');

/** What people and the director see of the routes of the cycle. */
const seen = (desk: Desk): unknown => ({
  rows: current(desk).map(({ document, ...row }) => ({ ...row, document: document !== '' })),
  files: desk
    .files()
    .filter(({ mimeType, trashed }) => mimeType.endsWith('.document') && !trashed)
    .map(({ name, permissions }) => [name, permissions.map(({ role, emailAddress }) => [role, emailAddress])]),
  effects: desk
    .rows(LEDGER)
    .filter(({ run }) => run !== 'З-0000')
    .map(({ kind, what, who, state, run }) => [kind, what, who, state, run]),
  letters: desk.letters().map(({ to, subject }) => [to, subject]),
});

it('routes are made, sent and closed just as with short ones, and the ledger is never read whole', () => {
  const [short, long] = [deskAt(invited), deskAt(longTables)];
  for (const [action, input, register] of [
    // The register is put together anew: once it must be read.
    ['makeRoutes', {}, 1],
    ['sendRoutes', {}, 0],
    ['closeRoutes', { cycle: '1' }, 0],
  ] as const) {
    short.director.act(action, input);
    let routes = 0;
    const ledger = wholeReadings(long, LEDGER, () => {
      routes = wholeReadings(long, ROUTES, () => {
        let run = long.director.ask({ method: 'start', action, input });
        while (run.state === 'running') run = long.director.ask({ method: 'pump', run: run.run });
        expect(run.state).toBe('done');
      });
    });
    expect([action, ledger, routes]).toEqual([action, 0, register]);
    expect(seen(long)).toEqual(seen(short));
  }
}, 120_000);

it('a corrected address gets the document and a letter, the former one loses it', () => {
  const desk = deskAt(longTables);
  desk.press('makeRoutes');
  desk.press('sendRoutes');
  const [{ teacher = '' } = {}] = current(desk);
  const before = desk.letters().length;
  desk.type(STAFF, ({ code }) => code === teacher, 'email', 'new@school.example');
  desk.press('makeRoutes');
  desk.press('sendRoutes');
  expect(addressees(desk).slice(before)).toEqual(['new@school.example']);
  const shares = desk.rows(LEDGER).filter(({ kind, run }) => kind === 'доступ' && run !== 'З-0000');
  expect(shares.filter(({ state }) => state === 'отменено')).toHaveLength(1);
  expect(shares.find(({ who }) => who === 'new@school.example')?.state).toBe('сделано');
}, 120_000);

it.each([
  ['makeRoutes', 'Drive.Files', 'create'],
  ['makeRoutes', 'Docs.Documents', 'batchUpdate'],
  ['makeRoutes', 'Drive.Permissions', 'create'],
  ['sendRoutes', 'MailApp', 'sendEmail'],
  ['sendRoutes', 'SpreadsheetApp', 'flush'],
] as const)(
  'an execution of %s that dies after a %s.%s leaves what an undisturbed one does',
  (action, service, method) => {
    const death = new Death();
    const desk = deskAt(longTables, { faults: death.faults });
    if (action === 'sendRoutes') desk.press('makeRoutes');
    death.at(3, 'after', (call) => call.service === service && call.method === method);
    pressAndDie(desk, action);
    again(desk, action);
    const teachers = [...new Set(current(desk).map(({ teacher }) => teacher))];
    const effects = desk.rows(LEDGER).filter(({ run }) => run !== 'З-0000');
    expect(effects.filter(({ state }) => state === 'начато')).toEqual([]);
    expect(twice(effects.map(({ key }) => key))).toEqual([]);
    for (const kind of ['документ', 'доступ'])
      expect(effects.filter((row) => row.kind === kind && row.state === 'сделано' && row.ref !== '')).toHaveLength(
        teachers.length,
      );
    const letters = addressees(desk).slice(-teachers.length);
    if (action === 'sendRoutes') expect(twice(letters)).toEqual([]);
  },
  120_000,
);
