// Solves one mobile-groups instance: npm run --silent groups -- INSTANCE.json [--seconds S] [--seed N]. Prints the solution as JSON.
import { readFileSync } from 'node:fs';
import { isMainThread, workerData } from 'node:worker_threads';
import { solve, validateProblem } from '../src/domain/grouping/solve';
import type { GroupingProblem } from '../src/domain/grouping/solve';
import { partner, type PartnerTask, solveTogether } from './groups-pair';
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

/** Reads the arguments and the instance, solves it, prints the solution. */
function main(args: readonly string[]): void {
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
  const { problem } = input;
  const solution =
    seconds === undefined
      ? solve(problem, { seed: Number(seed ?? 1) })
      : solveTogether(problem, Number(seed ?? 1), timeLeft(problem, Number(seconds)), new URL(import.meta.url));
  process.stdout.write(`${JSON.stringify(solution)}\n`, () => process.exit());
}

/** Milliseconds for the search: the limit is that of the whole command, so what has passed already is taken off. */
function timeLeft(problem: GroupingProblem, seconds: number): number {
  const rest = seconds * 1000 - MARGIN_MS - MARGIN_MS_A_TEACHER * problem.teachers.length - sinceStart();
  return Math.max(LEAST_SHARE * seconds * 1000, rest);
}

if (isMainThread) main(process.argv.slice(2));
else partner(workerData as PartnerTask);
