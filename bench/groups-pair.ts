// Two searches of one problem side by side, each on its own core, which hand each other what they found on the way.
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { finish, start, step } from '../src/domain/grouping/solve';
import type { GroupingProblem, GroupingSolution, SolveState } from '../src/domain/grouping/solve';

/** Shares of the time at which the searches exchange; the last exchange is at the end, from the partner alone. */
const MEETINGS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** A larger staff is searched on one core: two searches would need twice the memory. */
const LARGEST = 1500;
/** Whole numbers a person that a mailbox holds: several solutions, each of a few groups a person. */
const NUMBERS_A_PERSON = 64;
/** Seeds of the partner differ from those anybody would give. */
const PARTNER_SEED = 0x5bd1e995;
/** So much earlier the partner ends, and so long its last word is waited for after that, in milliseconds. */
const HEAD_START_MS = 15;
const PATIENCE_MS = 30;

/** What the partner is started with. Times are in milliseconds of the Unix epoch: each thread has a clock of its own. */
export interface PartnerTask {
  readonly problem: GroupingProblem;
  readonly seed: number;
  readonly until: number;
  readonly mail: SharedArrayBuffer;
}

const today = (): number => performance.timeOrigin + performance.now();

/** One mailbox for each meeting and each side, written once: [0] how many numbers lie in it, 0 while it is empty. */
class Mail {
  constructor(
    private readonly buffer: SharedArrayBuffer,
    private readonly side: 0 | 1,
  ) {}

  static space(problem: GroupingProblem): number {
    return Int32Array.BYTES_PER_ELEMENT * 2 * MEETINGS.length * (1024 + NUMBERS_A_PERSON * problem.teachers.length);
  }

  /** Puts the solutions that fit, the first ones first, each after its length. */
  send(meeting: number, solutions: readonly (readonly number[])[]): void {
    const box = this.box(meeting, this.side);
    let end = 1;
    for (const solution of solutions) {
      if (end + 1 + solution.length > box.length) break;
      box[end] = solution.length;
      box.set(solution, end + 1);
      end += 1 + solution.length;
    }
    Atomics.store(box, 0, end);
    Atomics.notify(box, 0);
  }

  /** What the other side has put there by now; undefined while it has not. */
  receive(meeting: number): number[][] | undefined {
    const box = this.box(meeting, this.side === 0 ? 1 : 0);
    const end = Atomics.load(box, 0);
    if (!end) return undefined;
    const out: number[][] = [];
    for (let at = 1; at < end; at += 1 + box[at]!) out.push([...box.subarray(at + 1, at + 1 + box[at]!)]);
    return out;
  }

  /** Waits until the other side has put something there, but no longer than `most` milliseconds. */
  wait(meeting: number, most: number): void {
    Atomics.wait(this.box(meeting, this.side === 0 ? 1 : 0), 0, 0, most);
  }

  private box(meeting: number, side: 0 | 1): Int32Array {
    const numbers = this.buffer.byteLength / Int32Array.BYTES_PER_ELEMENT / MEETINGS.length / 2;
    const from = (2 * meeting + side) * numbers * Int32Array.BYTES_PER_ELEMENT;
    return new Int32Array(this.buffer, from, numbers);
  }
}

/** Searches until the time is over and meets the other side on the way; the last meeting is left to the caller. */
function searchMeeting(problem: GroupingProblem, seed: number, until: number, mail: Mail | undefined): SolveState {
  const begun = today();
  const state = start(problem, { seed, now: () => today() - begun, deadlineMs: until - begun });
  let sent = 0;
  let read = 0;
  while (!step(state)) {
    if (!mail) continue;
    const share = (today() - begun) / (until - begun);
    if (share >= MEETINGS[sent]! && sent < MEETINGS.length - 1) mail.send(sent++, state.search.handOver());
    const news = read < sent ? mail.receive(read) : undefined;
    if (!news) continue;
    state.search.takeOver(news);
    read++;
  }
  return state;
}

/** What the partner does: searches and, at the end, sends its best. */
export function partner({ problem, seed, until, mail: buffer }: PartnerTask): void {
  const mail = new Mail(buffer, 1);
  const { search } = searchMeeting(problem, seed, until, mail);
  mail.send(MEETINGS.length - 1, search.handOver().slice(0, 1));
}

/**
 * Solves the problem within `deadlineMs` milliseconds from now, on two cores where there are two and the staff is not too large.
 * @param script what to start as the partner: it must call `partner` with its `workerData`
 */
export function solveTogether(
  problem: GroupingProblem,
  seed: number,
  deadlineMs: number,
  script: URL,
): GroupingSolution {
  const until = today() + deadlineMs;
  if (availableParallelism() < 2 || problem.teachers.length > LARGEST)
    return finish(searchMeeting(problem, seed, until, undefined));
  const buffer = new SharedArrayBuffer(Mail.space(problem));
  const task: PartnerTask = { problem, seed: seed ^ PARTNER_SEED, until: until - HEAD_START_MS, mail: buffer };
  new Worker(script, { workerData: task });
  const mail = new Mail(buffer, 0);
  const state = searchMeeting(problem, seed, until, mail);
  const last = MEETINGS.length - 1;
  mail.wait(last, PATIENCE_MS);
  state.search.takeOver(mail.receive(last) ?? []);
  return finish(state);
}
