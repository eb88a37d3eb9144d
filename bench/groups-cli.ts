// Solves one mobile-groups instance: npm run --silent groups -- INSTANCE.json [--seconds S] [--seed N]. Prints the solution as JSON.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { solve, validateProblem } from '../src/domain/grouping/solve';
import type { GroupingSolution } from '../src/domain/grouping/solve';
import { answerAsTwin, solveByTwo, suitsTwo } from './groups-twin';
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

function print(solution: GroupingSolution): void {
  process.stdout.write(`${JSON.stringify(solution)}\n`);
}

async function main(args: readonly string[]): Promise<void> {
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
  const own = Number(seed ?? 1);
  if (seconds === undefined) {
    print(solve(input.problem, { seed: own }));
    return;
  }
  // The limit is that of the whole command, so what has passed already is taken off.
  const deadlineMs = Math.max(
    LEAST_SHARE * Number(seconds) * 1000,
    Number(seconds) * 1000 - MARGIN_MS - MARGIN_MS_A_TEACHER * input.problem.teachers.length - sinceStart(),
  );
  print(
    suitsTwo(input.problem, deadlineMs)
      ? await solveByTwo(input.problem, own, deadlineMs, new URL(import.meta.url))
      : solve(input.problem, { seed: own, now: () => performance.now(), deadlineMs }),
  );
}

if (!answerAsTwin()) await main(process.argv.slice(2));
