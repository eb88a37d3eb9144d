// The grouping command as somebody runs it: its own process, its own clock.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  evaluate,
  type GroupingProblem,
  type GroupingSolution,
  validateProblem,
} from '../../src/domain/grouping/solve';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const OPTIMUM = 9644;
const INSTANCE = file('test/domain/grouping/instances/m020x08-s1.json');

function instance(): GroupingProblem {
  const checked = validateProblem(JSON.parse(readFileSync(INSTANCE, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.problem;
}

it('prints groups that keep every rule, with an honest cost and bound', () => {
  const printed = execFileSync(process.execPath, [file('bench/groups.mjs'), INSTANCE, '--seconds', '1'], {
    encoding: 'utf8',
  });
  const solution = JSON.parse(printed) as GroupingSolution;
  expect(evaluate(instance(), solution.groups)).toMatchObject({ broken: [], cost: solution.cost });
  // How near to the optimum depends on how busy the machine is.
  expect(solution.groups.length).toBeGreaterThan(0);
  expect(solution.cost).toBeGreaterThanOrEqual(OPTIMUM);
  expect(solution.bound).toBeLessThanOrEqual(OPTIMUM);
});

it('searches on another thread too, when it is started as one', async () => {
  execFileSync(process.execPath, [file('bench/groups.mjs'), INSTANCE, '--seconds', '1']);
  const problem = instance();
  const bundle = pathToFileURL(file('node_modules/.cache/vremya-rosta/groups.mjs'));
  const worker = new Worker(bundle, { workerData: { problem, seed: 7, until: Date.now() + 700 } });
  const { groups, cost } = await new Promise<GroupingSolution>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  await worker.terminate();
  expect(evaluate(problem, groups)).toMatchObject({ broken: [], cost });
  expect(groups.length).toBeGreaterThan(0);
});
