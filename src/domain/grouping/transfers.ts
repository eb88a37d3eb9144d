// The best seating of the groups there are: people change seats along cycles of groups.
import type { Model } from './model';
import type { Random } from './random';
import type { State } from './state';

/** Weight of an arc along which nobody can go. */
const NEVER = 1e15;
/** The least fall of the cost that counts. */
const LEAST = 1e-9;
/** Cycles of one search that turn out not to go together, before it gives up. */
const FAILURES = 12;
/** Cycles that mend what a kick has done, at most. */
const MENDING = 40;

/** Somebody who leaves group `from` for group `to`; 0 stands for no group. */
type Step = readonly [from: number, to: number];

/**
 * Cyclic transfers (Thompson, Psaraftis, "Cyclic transfer algorithms for multivehicle routing and scheduling problems", 1993): in the
 * graph of the groups an arc weighs what the best person to go from the one to the other costs, and a cycle of negative weight is a
 * chain of people each of whom takes the seat of the next. It finds what single moves and exchanges do not, above all where seats are
 * few. The groups, their slots and their consultants stay.
 */
export class Transfers {
  private readonly model: Model;
  /** [group] its node; nodes count from 1, node 0 stands for no group. */
  private readonly nodeOf: Int32Array;
  private readonly groupOf: Int32Array;
  private count = 1;
  /** [from · count + to] of the arc: weight, and who goes, −1 when nobody need. */
  private readonly weight: Float64Array;
  private readonly who: Int32Array;
  private readonly distance: Float64Array;
  private readonly before: Int32Array;
  /** [i·C+c] what it costs that the member leaves the group that serves the deficit. */
  private readonly parting: Float64Array;

  constructor(
    private readonly state: State,
    private readonly random: Random,
  ) {
    const m = (this.model = state.model);
    const nodes = m.groupLimit + 1;
    this.nodeOf = new Int32Array(m.groupLimit);
    this.groupOf = new Int32Array(nodes);
    this.weight = new Float64Array(nodes * nodes);
    this.who = new Int32Array(nodes * nodes);
    this.distance = new Float64Array(nodes);
    this.before = new Int32Array(nodes);
    this.parting = new Float64Array(m.n * m.comps);
  }

  /** Goes along cycles while one lowers the cost, `most` of them at most. */
  settle(most = 10_000): void {
    for (let done = 0; done < most && this.improve(); done++);
  }

  /**
   * Iterated local search (Lourenço, Martin, Stützle, 2003): somebody takes a seat that he or she does not hold, whoever has to leave
   * for it, cycles mend the rest, and what costs more than before is taken back. The state's journal is empty afterwards.
   * @param most ends when so many in a row have not lowered the cost
   * @param stop asked before every kick
   */
  kick(most: number, stop: () => boolean): void {
    const s = this.state;
    for (let idle = 0; idle < most && !stop();) {
      s.commit();
      const cost = this.price();
      let lawful = true;
      for (let seats = 1 + this.random.below(2); seats > 0 && lawful; seats--) lawful = this.push();
      if (lawful) this.settle(MENDING);
      const after = lawful ? this.price() : Infinity;
      if (after > cost + LEAST) s.undo(0);
      idle = after < cost - LEAST ? 0 : idle + 1;
    }
    s.commit();
  }

  /** Somebody at random takes a seat in a random group. False when that cannot be. */
  private push(): boolean {
    const s = this.state;
    const m = this.model;
    if (!s.activeCount) return false;
    const g = s.active[this.random.below(s.activeCount)]!;
    if (s.locked[g]) return false;
    const c = s.gc[g]!;
    const t = s.gt[g]!;
    const first = m.candStart[c * m.slots + t]!;
    const candidates = m.candStart[c * m.slots + t + 1]! - first;
    if (!candidates) return false;
    const i = m.cand[first + this.random.below(candidates)]!;
    const held = s.served[i * m.comps + c]!;
    if (held === g || s.clashes(g, i)) return true;
    if (held >= 0 && !this.withdraw(held, i)) return false;
    const busy = s.busy[i * m.slots + t]!;
    if (busy >= 0 && !this.withdraw(busy, i)) return false;
    if (s.modules[i]! >= m.maxMember[i]!) {
      const own: number[] = [];
      for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
        const h = s.served[i * m.comps + m.needs[q]!]!;
        if (h >= 0) own.push(h);
      }
      if (!own.length || !this.withdraw(own[this.random.below(own.length)]!, i)) return false;
    }
    if (s.size[g]! >= s.capacity(g)) {
      if (!s.size[g]) return false;
      s.dropMember(g, s.members[g * m.maxSize + this.random.below(s.size[g]!)]!);
    }
    s.addMember(g, i);
    return true;
  }

  /** Takes a member out. False for who leads the group, and where nobody may leave. */
  private withdraw(g: number, i: number): boolean {
    const s = this.state;
    if (s.locked[g] || s.served[i * this.model.comps + s.gc[g]!] !== g) return false;
    s.dropMember(g, i);
    return true;
  }

  /** The cost; a group that may not stay as it is counts as one that lacks a member, or as out of the question. */
  private price(): number {
    const s = this.state;
    let unlawful = 0;
    for (let a = 0; a < s.activeCount; a++) {
      const g = s.active[a]!;
      if (!s.locked[g] && (s.tooSmall(g) || !s.mixed(g))) unlawful++;
    }
    return unlawful ? s.cost + unlawful * (s.shortPrice || NEVER) : s.cost;
  }

  /** Goes along one cycle that lowers the cost; false when none is found. */
  private improve(): boolean {
    const s = this.state;
    this.weigh();
    for (let failures = 0; failures < FAILURES; failures++) {
      const cycle = this.negativeCycle();
      if (!cycle) return false;
      const mark = s.mark;
      const cost = s.cost;
      if (this.follow(cycle) && s.cost < cost - LEAST) return true;
      s.undo(mark);
      // The weights hold for each arc alone: those of one cycle may be of the same person, or count a subject twice.
      const [from, to] = cycle[failures % cycle.length]!;
      this.weight[from * this.count + to] = NEVER;
    }
    return false;
  }

  /** Makes the graph of the groups as they are. */
  private weigh(): void {
    const s = this.state;
    const m = this.model;
    this.count = 1;
    for (let a = 0; a < s.activeCount; a++) {
      const g = s.active[a]!;
      if (s.locked[g]) continue;
      this.nodeOf[g] = this.count;
      this.groupOf[this.count++] = g;
    }
    const { count, weight } = this;
    weight.fill(NEVER, 0, count * count);
    for (let to = 1; to < count; to++) {
      const g = this.groupOf[to]!;
      // Nobody need leave a group with a free seat, and nobody need come to one that can do with fewer.
      const short = s.size[g]! < m.minSize;
      if (s.size[g]! < s.capacity(g)) this.arc(to, 0, -1, short ? -s.shortPrice : 0);
      if (s.size[g]! > 0 && !s.atLeast(g)) this.arc(0, to, -1, s.size[g]! <= m.minSize ? s.shortPrice : 0);
      for (let q = 0; q < s.size[g]!; q++) {
        const i = s.members[g * m.maxSize + q]!;
        const leaving = this.leaving(g, i);
        this.parting[i * m.comps + s.gc[g]!] = leaving;
        this.arc(to, 0, i, leaving + (s.modules[i] === 1 ? m.leftOutPrice : 0));
      }
    }
    for (let to = 1; to < count; to++) this.weighJoining(this.groupOf[to]!, to);
  }

  /** The arcs into group g, once it is known what the members' leaving costs. */
  private weighJoining(g: number, to: number): void {
    const s = this.state;
    const m = this.model;
    const c = s.gc[g]!;
    const t = s.gt[g]!;
    const ct = c * m.slots + t;
    for (let e = m.candStart[ct]!; e < m.candStart[ct + 1]!; e++) {
      const i = m.cand[e]!;
      const held = s.served[i * m.comps + c]!;
      const busy = s.busy[i * m.slots + t]!;
      if (held === g || (busy >= 0 && s.served[i * m.comps + s.gc[busy]!] !== busy) || s.clashes(g, i)) continue;
      if (held >= 0 && busy >= 0 && held !== busy) continue;
      const joining = s.personCost(g, i) - m.gain[i * m.comps + c]!;
      const left = held >= 0 ? held : busy;
      if (left >= 0) {
        this.change(left, to, i, joining);
        continue;
      }
      if (s.modules[i]! < m.maxMember[i]!) this.arc(0, to, i, joining - (s.modules[i] ? 0 : m.leftOutPrice));
      for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
        const h = s.served[i * m.comps + m.needs[q]!]!;
        if (h >= 0) this.change(h, to, i, joining);
      }
    }
  }

  private change(h: number, to: number, i: number, joining: number): void {
    const s = this.state;
    if (!s.locked[h]) this.arc(this.nodeOf[h]!, to, i, joining + this.parting[i * this.model.comps + s.gc[h]!]!);
  }

  /** What it costs that i leaves g when somebody comes for it and i goes elsewhere. */
  private leaving(g: number, i: number): number {
    const s = this.state;
    const m = this.model;
    const short = s.size[g]! <= m.minSize ? s.shortPrice : 0;
    return s.leaveCost(g, i) - short - (s.modules[i] === 1 ? m.leftOutPrice : 0);
  }

  private arc(from: number, to: number, i: number, weight: number): void {
    const at = from * this.count + to;
    if (weight >= this.weight[at]!) return;
    this.weight[at] = weight;
    this.who[at] = i;
  }

  /** A cycle of negative weight (Bellman, Ford), or undefined. */
  private negativeCycle(): Step[] | undefined {
    const { count, weight, distance, before } = this;
    distance.fill(0, 0, count);
    before.fill(-1, 0, count);
    for (let round = 0; round < count; round++) {
      let last = -1;
      for (let from = 0; from < count; from++) {
        const passed = distance[from]!;
        for (let to = 0; to < count; to++) {
          const length = passed + weight[from * count + to]!;
          if (length >= distance[to]! - 1e-7) continue;
          distance[to] = length;
          before[to] = from;
          last = to;
        }
      }
      if (last < 0) return undefined;
      const cycle = this.cycleBefore(last);
      if (cycle) return cycle;
    }
    return undefined;
  }

  /** The cycle that the predecessors of a node lead into, or undefined when they have a beginning. */
  private cycleBefore(node: number): Step[] | undefined {
    const { before, count } = this;
    let first = node;
    for (let q = 0; q < count && first >= 0; q++) first = before[first]!;
    if (first < 0) return undefined;
    const cycle: Step[] = [];
    let to = first;
    do {
      const from = before[to]!;
      cycle.push([from, to]);
      to = from;
    } while (to !== first);
    return cycle;
  }

  /** Everybody along the cycle moves. False when the moves do not go together; the caller then takes them back. */
  private follow(cycle: readonly Step[]): boolean {
    const s = this.state;
    const m = this.model;
    for (const [from, to] of cycle) {
      const i = this.who[from * this.count + to]!;
      if (i >= 0 && from && !this.withdraw(this.groupOf[from]!, i)) return false;
    }
    for (const [from, to] of cycle) {
      const i = this.who[from * this.count + to]!;
      if (i < 0 || !to) continue;
      const g = this.groupOf[to]!;
      if (s.size[g]! >= s.capacity(g) || s.modules[i]! >= m.maxMember[i]!) return false;
      if (s.busy[i * m.slots + s.gt[g]!]! >= 0 || s.served[i * m.comps + s.gc[g]!]! >= 0 || s.clashes(g, i))
        return false;
      s.addMember(g, i);
    }
    // Where members may still be missing, the groups are on the way, and are looked at when they are full.
    return cycle.every(
      ([, to]) => !to || (!s.tooSmall(this.groupOf[to]!) && (s.shortPrice > 0 || s.mixed(this.groupOf[to]!))),
    );
  }
}
