// Planning again changes as little as it must: of the timetables with as many modules, one that leaves more drafts where they are.
import type { Board, Opening } from './board';

/** Spots looked at: bounds the time whatever the input. */
const MOST_LOOKS = 150_000;

/**
 * Brings back as many drafts as it can of a timetable that has all the modules it can hold. Where few drafts have to move it is searched to
 * the end: then no timetable with as many modules moves fewer.
 */
export function settle(board: Board): void {
  board.keepDrafts();
  const known = [...board.spots];
  const stays = board.tasks.map((_, task) => board.couldStay(task));
  const moved = known.filter((spot, task) => spot !== undefined && stays[task] === true && !board.isHome(task)).length;
  const search = new Settling(board, stays, known.filter((spot) => spot === undefined).length);
  for (let allowed = 0; allowed < moved; allowed++) {
    if (search.within(allowed)) return;
  }
  board.restore(known);
}

class Settling {
  private looks = MOST_LOOKS;
  private allowed = 0;

  /**
   * @param stays by task, whether it has a draft that could stay where it is
   * @param lost modules that no timetable has room for
   */
  constructor(
    private readonly board: Board,
    private readonly stays: readonly boolean[],
    private readonly lost: number,
  ) {}

  /** Is there a timetable in which so many drafts at most leave their places? Then it is on the board. */
  within(allowed: number): boolean {
    const { board } = this;
    this.allowed = allowed;
    for (const task of board.tasks.keys()) board.lift(task);
    board.keepDrafts();
    const open = [...board.tasks.keys()].filter((task) => board.spots[task] === undefined);
    return this.place({ open, set: new Set(), gone: new Set(), lost: 0 });
  }

  private place(at: Standing): boolean {
    if (at.open.length === 0) return true;
    let task = -1;
    let ways: readonly Opening[] = [];
    for (const one of at.open) {
      if (this.looks <= 0) return false;
      const possible = this.ways(one, at);
      if (task >= 0 && possible.length >= ways.length) continue;
      task = one;
      ways = possible;
      if (possible.length === 0) break;
    }
    const rest = at.open.filter((one) => one !== task);
    const price = (way: Opening): number => way.blockers.length + this.leaves(task, way, at);
    for (const way of [...ways].sort((a, b) => price(a) - price(b))) {
      if (this.tryWay(task, way, { ...at, open: rest })) return true;
      if (this.looks <= 0) return false;
    }
    return at.lost < this.lost && this.place({ ...at, open: rest, lost: at.lost + 1 });
  }

  private tryWay(task: number, way: Opening, at: Standing): boolean {
    const { board } = this;
    const before = [...board.spots];
    const gone = new Set([...at.gone, ...way.blockers]);
    if (this.leaves(task, way, at) > 0) gone.add(task);
    for (const other of way.blockers) board.lift(other);
    board.put(task, way);
    const next = { open: [...at.open, ...way.blockers], set: new Set([...at.set, task]), gone, lost: at.lost };
    if (this.place(next)) return true;
    board.restore(before);
    return false;
  }

  /** Where the task could stand: those in its way have not been put elsewhere already, and not too many leave their places. */
  private ways(task: number, at: Standing): readonly Opening[] {
    const all = this.board.everySpot(task);
    this.looks -= all.length;
    const left = this.allowed - at.gone.size;
    return all.filter(
      (way) =>
        way.blockers.length + this.leaves(task, way, at) <= left && !way.blockers.some((other) => at.set.has(other)),
    );
  }

  /** 1 where the task is a draft that would be away from its place for the first time. */
  private leaves(task: number, way: Opening, { gone }: Standing): 0 | 1 {
    return this.stays[task] !== true || gone.has(task) || this.board.isHome(task, way) ? 0 : 1;
  }
}

/** How far the search has come: tasks without a spot, those put somewhere, drafts that have left their places, modules left out. */
interface Standing {
  readonly open: readonly number[];
  readonly set: ReadonlySet<number>;
  readonly gone: ReadonlySet<number>;
  readonly lost: number;
}
