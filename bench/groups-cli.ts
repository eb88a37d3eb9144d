// Solves one mobile-groups instance: npm run --silent groups -- INSTANCE.json [--seconds S] [--seed N]. Prints the solution as JSON.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { solve, validateProblem } from '../src/domain/grouping/solve';
import type { SolveOptions } from '../src/domain/grouping/solve';
import { sinceStart } from './started';

/** What printing and leaving take after the search, in milliseconds. */
const MARGIN_MS = 60;
const MARGIN_MS_A_TEACHER = 0.1;
/** Share of the limit that the search gets in any case: where starting alone takes longer than the rest, the machine is overloaded. */
const LEAST_SHARE = 0.6;

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

const args = process.argv.slice(2);
const file = args[0];
const seconds = option(args, '--seconds');
const seed = option(args, '--seed');
if (
  !file ||
  (seconds !== undefined && !(Number(seconds) > 0)) ||
  (seed !== undefined && !Number.isInteger(Number(seed)))
) {
  process.stderr.write('usage: npm run --silent groups -- INSTANCE.json [--seconds S] [--seed N]\n');
  process.exit(2);
}
const input = validateProblem(JSON.parse(readFileSync(file, 'utf8')));
if (!input.ok) {
  process.stderr.write(`${JSON.stringify(input.problems)}\n`);
  process.exit(1);
}
const options: SolveOptions = { seed: Number(seed ?? 1) };
if (seconds !== undefined) {
  // The limit is that of the whole command, so what has passed already is taken off.
  options.now = () => performance.now();
  options.deadlineMs = Math.max(
    LEAST_SHARE * Number(seconds) * 1000,
    Number(seconds) * 1000 - MARGIN_MS - MARGIN_MS_A_TEACHER * input.problem.teachers.length - sinceStart(),
  );
}
process.stdout.write(`${JSON.stringify(solve(input.problem, options))}\n`);
