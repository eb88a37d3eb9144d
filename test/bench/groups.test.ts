// The grouping command as somebody runs it: its own process, its own clock.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate, type GroupingSolution, validateProblem } from '../../src/domain/grouping/solve';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const OPTIMUM = 9644;
const INSTANCE = file('test/domain/grouping/instances/m020x08-s1.json');

it('prints groups that keep every rule, with an honest cost and bound', () => {
  const printed = execFileSync(process.execPath, [file('bench/groups.mjs'), INSTANCE, '--seconds', '1'], {
    encoding: 'utf8',
  });
  const checked = validateProblem(JSON.parse(readFileSync(INSTANCE, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const solution = JSON.parse(printed) as GroupingSolution;
  expect(evaluate(checked.problem, solution.groups)).toMatchObject({ broken: [], cost: solution.cost });
  // How near to the optimum depends on how busy the machine is.
  expect(solution.groups.length).toBeGreaterThan(0);
  expect(solution.cost).toBeGreaterThanOrEqual(OPTIMUM);
  expect(solution.bound).toBeLessThanOrEqual(OPTIMUM);
});
