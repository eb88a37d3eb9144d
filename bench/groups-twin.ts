// A second search of the same problem on another core, for as long as the first one; the add-on itself has one thread.
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { solve } from '../src/domain/grouping/solve';
import type { GroupingProblem, GroupingSolution } from '../src/domain/grouping/solve';

/** In less time the second thread costs more than it brings: it starts anew, compiles anew, and takes the core that compiles for the first. */
const LEAST_MS = 2500;
/** Of more teachers a search holds much memory, and a second one as much again. */
const MOST_TEACHERS = 300;
/** What a solution takes to come over, in milliseconds. */
const HANDOVER_MS = 15;
/** After its end the second search is waited for so long; a busy machine may have kept it from starting. */
const PATIENCE_MS = 30;
/** Tells the seeds of the two searches apart. */
const OTHER_SEED = 0x51ed27;

interface Task {
  readonly problem: GroupingProblem;
  readonly seed: number;
  /** Milliseconds of the epoch. */
  readonly until: number;
}

const sinceEpoch = (): number => performance.timeOrigin + performance.now();

/** Is a second search worth its while? */
export function suitsTwo({ teachers }: GroupingProblem, deadlineMs: number): boolean {
  return deadlineMs >= LEAST_MS && teachers.length <= MOST_TEACHERS && availableParallelism() > 1;
}

/**
 * Solves by two searches at once.
 * @param script what the other thread runs: it has to call `answerAsTwin`
 * @param deadlineMs how long both may search
 */
export async function solveByTwo(
  problem: GroupingProblem,
  seed: number,
  deadlineMs: number,
  script: URL,
): Promise<GroupingSolution> {
  const task: Task = { problem, seed: seed + OTHER_SEED, until: sinceEpoch() + deadlineMs - HANDOVER_MS };
  const worker = new Worker(script, { workerData: task });
  const other = new Promise<GroupingSolution | undefined>((resolve) => {
    worker.once('message', resolve).once('error', () => {
      resolve(undefined);
    });
  });
  const own = solve(problem, { seed, now: sinceEpoch, deadlineMs });
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  const found = await Promise.race([other, late]);
  void worker.terminate();
  return found ? betterOf(own, found) : own;
}

/** The cheaper solution; what either search has proved holds for both. */
export function betterOf(one: GroupingSolution, other: GroupingSolution): GroupingSolution {
  const best = other.cost < one.cost ? other : one;
  return {
    ...best,
    bound: Math.min(best.cost, Math.max(one.bound, other.bound)),
    leastUnserved: Math.max(one.leastUnserved, other.leastUnserved),
  };
}

/** What the other thread does; false in the first one. */
export function answerAsTwin(): boolean {
  if (!parentPort) return false;
  const { problem, seed, until } = workerData as Task;
  parentPort.postMessage(solve(problem, { seed, now: sinceEpoch, deadlineMs: Math.max(1, until - sinceEpoch()) }));
  return true;
}
