// What grows with a region: an execution looks at what is still to be done, not at everything, and nothing is cut at a cell's end.
import { STAFF } from '../../src/workbook/tables';
import { addressees, twice } from './death';
import type { Desk } from './desk';
import { csv, setUp, STAFF_ROWS } from './school';
import { deskAt, type Stage } from './workspace';

const PEOPLE = 700;
const EMAILS = Array.from({ length: PEOPLE }, (_u, n) => `t${String(n)}@school.example`);

const district: Stage = {
  name: 'district',
  after: setUp,
  carryOut: (desk) => {
    const people = EMAILS.map((email, n) => ['', `Учителева ${String(n)} А.`, email, 'Музыка', 'учитель', 'Школа № 1']);
    desk.press('importStaff', { text: csv([...STAFF_ROWS.slice(0, 1), ...people]) });
  },
};

/** Keys reckoned in each execution since the call of that number. */
function keysByExecution(desk: Desk, since: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const { execution, method } of desk.workspace.calls.slice(since))
    counts.set(execution, (counts.get(execution) ?? 0) + (method === 'computeDigest' ? 1 : 0));
  return [...counts.values()];
}

it('letters to a district: executions in the middle look at some hundreds of addressees, however many there are', () => {
  const desk = deskAt(district, { edition: 'workspace', latency: 'typical' });
  const since = desk.workspace.calls.length;
  desk.press('sendNeeds');
  expect(addressees(desk)).toEqual(EMAILS);
  const middle = keysByExecution(desk, since).filter((count) => count < PEOPLE);
  expect(middle.length).toBeGreaterThan(10);
  expect(Math.max(...middle)).toBeLessThan(320);
}, 120_000);

it('a staff list sorted anew while the letters are on their way: everybody gets one, nobody two', () => {
  const desk = deskAt(district, { edition: 'workspace', latency: 'typical' });
  let run = desk.director.ask({ method: 'start', action: 'sendNeeds', input: {} });
  while (addressees(desk).length < 200) run = desk.director.ask({ method: 'pump', run: run.run });
  const sheet = desk.sheet(STAFF.title);
  sheet.getRange(2, 1, PEOPLE, sheet.getLastColumn()).sort({ column: 1, ascending: false });
  while (run.state === 'running') run = desk.director.ask({ method: 'pump', run: run.run });
  expect(run.state).toBe('done');
  expect(run.lines.join()).toContain('700');
  expect(twice(addressees(desk))).toEqual([]);
  expect(addressees(desk).sort()).toEqual([...EMAILS].sort());
}, 120_000);
