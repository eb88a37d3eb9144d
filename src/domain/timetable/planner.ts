// The search behind the timetable: the hardest module first, room made along chains, and a bounded search through everything.
import type { Board, Spot } from './board';
import { settle } from './settle';

/** Modules moved to make room for one, in a chain; and modules pushed aside by one step of it. */
const LONGEST_CHAIN = 6;
const MOST_BLOCKERS = 3;
/** Positions looked at while making room, for one module and in all: bounds the time whatever the input. */
const LOOKS_PER_TASK = 2_000;
const MOST_LOOKS = 12_000;
/** Free counts taken in the search through everything, for the same reason. */
const MOST_COUNTS = 60_000;

/**
 * Places as many modules as it can; a spot a task, undefined where none was found. The same board gives the same spots. Small
 * schools are searched to the end: then no timetable holds more modules.
 */
export function plan(board: Board): readonly (Spot | undefined)[] {
  board.keepDrafts();
  const pending = new Set<number>();
  board.tasks.forEach((_, task) => {
    if (board.spots[task] === undefined) pending.add(task);
  });
  const roomMaker = new RoomMaker(board);
  while (pending.size > 0) {
    const task = hardest(board, pending);
    pending.delete(task);
    const free = board.bestFree(task);
    if (free !== undefined) board.put(task, free);
    else roomMaker.place(task);
  }
  if (board.spots.includes(undefined)) new FullSearch(board).improve();
  settle(board);
  return board.spots;
}

/** The task with the fewest free times; the first of equals. */
function hardest(board: Board, pending: Iterable<number>): number {
  let best = -1;
  let fewest = Infinity;
  for (const task of pending) {
    const free = board.freeCount(task);
    if (free < fewest) {
      best = task;
      fewest = free;
    }
  }
  return best;
}

/**
 * Places a task by moving those in its way to other times, which may move others in turn: a depth-first search for an
 * augmenting chain (as in bipartite matching: H. W. Kuhn, Naval Research Logistics Quarterly 2 (1955) 83–97), bounded in length
 * and in looks.
 */
class RoomMaker {
  private looks = 0;
  private left = MOST_LOOKS;

  constructor(private readonly board: Board) {}

  /** True when it worked; otherwise everything is as before. */
  place(task: number): boolean {
    const allowed = Math.min(LOOKS_PER_TASK, this.left);
    this.looks = allowed;
    const placed = this.move(task, LONGEST_CHAIN, new Set([task]));
    this.left -= allowed - this.looks;
    return placed;
  }

  private move(task: number, chain: number, moving: ReadonlySet<number>): boolean {
    const { board } = this;
    const openings = [...board.openings(task)].sort((a, b) => a.blockers.length - b.blockers.length);
    for (const opening of openings) {
      const { blockers } = opening;
      if (this.looks <= 0) return false;
      this.looks -= 1;
      if (blockers.length === 0) {
        board.put(task, opening);
        return true;
      }
      if (chain === 0 || blockers.length > MOST_BLOCKERS || blockers.some((other) => moving.has(other))) continue;
      const snapshot = [...board.spots];
      for (const other of blockers) board.lift(other);
      board.put(task, opening);
      const nowMoving = new Set([...moving, ...blockers]);
      if (blockers.every((other) => this.move(other, chain - 1, nowMoving))) return true;
      board.restore(snapshot);
    }
    return false;
  }
}

/**
 * Tries all timetables, the hardest task first, for one with fewer modules left out than the board has now; leaves the best on
 * the board. Gives up, with the best so far, when its allowance of counts is used up.
 */
class FullSearch {
  private counts = MOST_COUNTS;
  private best: readonly (Spot | undefined)[];
  private fewest: number;

  constructor(private readonly board: Board) {
    this.best = [...board.spots];
    this.fewest = this.best.filter((spot) => spot === undefined).length;
  }

  improve(): void {
    const { board } = this;
    for (const task of board.tasks.keys()) board.lift(task);
    // A task without any time at all is lost in every timetable: whoever counts it in stops at once when nothing can be gained.
    this.search(new Set(board.tasks.keys()), 0);
    board.restore(this.best);
  }

  private search(open: ReadonlySet<number>, lost: number): void {
    const { board } = this;
    if (lost >= this.fewest || this.counts <= 0) return;
    if (open.size === 0) {
      this.best = [...board.spots];
      this.fewest = lost;
      return;
    }
    this.counts -= open.size;
    const task = hardest(board, open);
    const rest = new Set(open);
    rest.delete(task);
    for (const spot of board.freeSpots(task)) {
      board.put(task, spot);
      this.search(rest, lost);
      board.lift(task);
      if (lost >= this.fewest || this.counts <= 0) return;
    }
    // Tasks of one group are alike: when this one is left out, so are those of its group still open.
    const alike = [...open].filter((other) => board.party(other) === board.party(task));
    for (const other of alike) rest.delete(other);
    this.search(rest, lost + alike.length);
  }
}
