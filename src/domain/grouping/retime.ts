// One group or two get other slots together: the change that random trials seldom make without losing a deficit.
import type { Model } from './model';
import type { Random } from './random';
import type { Seating } from './seating';
import type { State } from './state';

/** No more consultants than this are looked at for one slot: keeps a trial's time independent of the staff's size. */
const LEAD_WINDOW = 24;
/** Size of the random disturbance of a choice of slots, as a share of what a group of one consultant costs. */
const DISTURBANCE = 1 / 3;
/** People without a seat who are asked too, at most, and how many of the staff are looked at for them. */
const WAITING = 8;
const STAFF_WINDOW = 64;
/** Chance that the slots left must not simply be chosen again. */
const BARRED = 0.7;

/**
 * Takes one or two groups apart and opens groups of the same competencies where they suit the same people, and those who wait for a seat,
 * best: each pair of slots is judged by who of them could come and by the cheapest consultants. Two groups of one competency share their
 * people out anew, and the one lends the other members whom that lacks.
 */
export class Retime {
  private readonly model: Model;
  /** The members of the first group and who waits for one of its competency, then those of the second. */
  private readonly who: Int32Array;
  /** [member·T+t] what it costs that this one is to come at t: the slot's price, or the deficit's where it cannot be. */
  private readonly coming: Float64Array;
  /** [t] the price of the cheapest consultant for the first competency at t, [T+t] for the second; infinite where there is none. */
  private readonly leading: Float64Array;
  private first = -1;
  private second = -1;

  constructor(
    private readonly state: State,
    private readonly random: Random,
    private readonly seating: Seating,
  ) {
    const m = (this.model = state.model);
    const most = 2 * (m.maxSize + WAITING);
    this.who = new Int32Array(most);
    this.coming = new Float64Array(most * m.slots);
    this.leading = new Float64Array(2 * m.slots);
  }

  /** Gives unlocked group g, and h with it where h is not −1, other slots. Who finds no seat waits in the pool. */
  run(g: number, h: number): void {
    if (this.model.slots < 2) return;
    const s = this.state;
    const { who, seating } = this;
    const comps: [number, number] = [s.gc[g]!, h < 0 ? -1 : s.gc[h]!];
    const left: [number, number] = [s.gt[g]!, h < 0 ? -1 : s.gt[h]!];
    const isShared = h < 0 || comps[0] === comps[1];
    const seated = this.remember(g, 0);
    const from = this.waiting(comps[0], seated);
    const all = h < 0 ? from : isShared ? this.remember(h, from) : this.waiting(comps[1], this.remember(h, from));
    seating.takeApart(g);
    seating.takeApart(h);
    this.weigh(comps[0], 0, from);
    if (h >= 0) this.weigh(comps[1], from, all);
    this.priceLeads(comps[0], 0);
    if (isShared) this.chooseShared(comps[0], left, all, from > seated);
    else {
      this.priceLeads(comps[1], this.model.slots);
      this.chooseTwo(left, from, all);
    }
    if (this.first < 0) return;
    const one = this.open(comps[0], this.first);
    const two = this.second < 0 ? -1 : this.open(isShared ? comps[0] : comps[1], this.second);
    if (isShared) this.share(one, two, all);
    else {
      for (let q = 0; q < from; q++) this.join(one, who[q]!);
      for (let q = from; q < all; q++) this.join(two, who[q]!);
    }
    if (one >= 0) seating.fill(one);
    if (two >= 0) seating.fill(two);
    if (!isShared || one < 0 || two < 0) return;
    this.lend(one, two);
    this.lend(two, one);
  }

  /** Writes the members of g down from `at` on; gives where they end. */
  private remember(g: number, at: number): number {
    const s = this.state;
    const from = g * this.model.maxSize;
    for (let q = 0; q < s.size[g]!; q++) this.who[at++] = s.members[from + q]!;
    return at;
  }

  /** Writes down who has no seat for c, though the own limit would allow one, from `at` on; gives where they end. */
  private waiting(c: number, at: number): number {
    const m = this.model;
    const s = this.state;
    const end = at + WAITING;
    let i = m.n > STAFF_WINDOW ? this.random.below(m.n) : 0;
    for (let q = Math.min(m.n, STAFF_WINDOW); q > 0 && at < end; q--) {
      const need = i * m.comps + c;
      if (m.deficit[need] && s.served[need]! < 0 && s.modules[i]! < m.maxMember[i]!) this.who[at++] = i;
      if (++i === m.n) i = 0;
    }
    return at;
  }

  /** What it costs that each of these members is to come to a group of c at each slot. */
  private weigh(c: number, from: number, until: number): void {
    const m = this.model;
    for (let q = from; q < until; q++) {
      const i = this.who[q]!;
      for (let t = 0; t < m.slots; t++) {
        const wish = m.av[i * m.slots + t] === 1 ? m.slotPrice : 0;
        this.coming[q * m.slots + t] = this.isFree(i, t) ? wish : m.gain[i * m.comps + c]!;
      }
    }
  }

  private priceLeads(c: number, at: number): void {
    for (let t = 0; t < this.model.slots; t++) this.leading[at + t] = this.leadPrice(c, t);
  }

  /**
   * One slot or two different ones for `all` people of one competency: groups are merged or split where that is as good.
   * @param left the slots they had; the second is −1 where there was one group
   * @param isAwaited somebody without a seat is among them
   */
  private chooseShared(c: number, left: readonly [number, number], all: number, isAwaited: boolean): void {
    this.first = this.second = -1;
    const m = this.model;
    const { leading, random } = this;
    const isBarred = random.next() < BARRED;
    // For the sake of who waits a second group may be opened, although it then needs people from elsewhere.
    const mostSplit = all < 2 * m.minSize && !isAwaited ? 0 : m.slots;
    let least = Infinity;
    for (let a = 0; a < m.slots; a++) {
      if (leading[a] === Infinity) continue;
      for (let b = a; b < Math.max(a + 1, mostSplit); b++) {
        if (leading[b] === Infinity) continue;
        const isLeft = a === b ? a === left[0] && left[1] < 0 : isPair(a, b, left);
        if (isBarred && isLeft) continue;
        const cost = this.disturbance() + this.sharedPrice(c, a, b, all);
        if (cost < least) {
          least = cost;
          this.first = a;
          this.second = a === b ? -1 : b;
        }
      }
    }
  }

  /** What one group at a, or one at a and another at b, costs with those of `all` people who can come. */
  private sharedPrice(c: number, a: number, b: number, all: number): number {
    const m = this.model;
    const T = m.slots;
    const { coming, leading, who } = this;
    let cost = m.groupPrice + leading[a]! + (a === b ? 0 : m.groupPrice + leading[b]!);
    let present = 0;
    let worth = 0;
    for (let q = 0; q < all; q++) {
      const price = Math.min(coming[q * T + a]!, coming[q * T + b]!);
      const gain = m.gain[who[q]! * m.comps + c]!;
      cost += price;
      if (price >= gain) continue;
      present++;
      worth += gain;
    }
    const seats = (a === b ? 1 : 2) * m.capacity(c, 1);
    if (present <= seats) return cost;
    // Another consultant makes room for some; the others' deficits stay unserved.
    const room = (a === b ? 1 : 2) * m.capacity(c, m.mostLeads[c]!);
    if (room > seats) cost += leading[a]! + m.loadPrice;
    return cost + (Math.max(0, present - room) * worth) / present;
  }

  /** Different slots for two groups that are about different things: the members up to `from` belong to one, the others to the other. */
  private chooseTwo(left: readonly [number, number], from: number, all: number): void {
    this.first = this.second = -1;
    const T = this.model.slots;
    const { leading } = this;
    for (let t = 0; t < T; t++) {
      leading[t] = leading[t]! + this.comingAt(t, 0, from);
      leading[T + t] = leading[T + t]! + this.comingAt(t, from, all);
    }
    const isBarred = this.random.next() < BARRED;
    let least = Infinity;
    for (let a = 0; a < T; a++) {
      if (leading[a] === Infinity) continue;
      for (let b = 0; b < T; b++) {
        if (a === b || leading[T + b] === Infinity || (isBarred && a === left[0] && b === left[1])) continue;
        const cost = this.disturbance() + leading[a]! + leading[T + b]!;
        if (cost < least) {
          least = cost;
          this.first = a;
          this.second = b;
        }
      }
    }
  }

  private comingAt(t: number, from: number, until: number): number {
    let cost = 0;
    for (let q = from; q < until; q++) cost += this.coming[q * this.model.slots + t]!;
    return cost;
  }

  /** Seats the members of both groups in the two; those who can come to one of them only come first. */
  private share(one: number, two: number, all: number): void {
    const s = this.state;
    const { who, first, second } = this;
    for (let q = 0; q < all; q++) {
      const i = who[q]!;
      const toFirst = one >= 0 && this.isFree(i, first);
      const toSecond = two >= 0 && this.isFree(i, second);
      if (toFirst !== toSecond) this.join(toFirst ? one : two, i);
    }
    for (let q = 0; q < all; q++) {
      const i = who[q]!;
      if (one < 0 || two < 0 || !this.isFree(i, first) || !this.isFree(i, second)) continue;
      const difference = this.seatPrice(one, i) - this.seatPrice(two, i);
      const isFirst = difference < 0 || (difference === 0 && s.size[one]! <= s.size[two]!);
      if (!this.join(isFirst ? one : two, i)) this.join(isFirst ? two : one, i);
    }
  }

  /** Where g lacks members, those of h who can come to it do, and others take their seats where that can be. */
  private lend(h: number, g: number): void {
    const m = this.model;
    const s = this.state;
    const enough = Math.min(m.minSize, s.capacity(g));
    if (s.size[g]! >= enough) return;
    for (let q = s.size[h]! - 1; q >= 0 && s.size[g]! < enough; q--) {
      const i = s.members[h * m.maxSize + q]!;
      if (!this.isFree(i, s.gt[g]!) || s.clashes(g, i)) continue;
      s.dropMember(h, i);
      s.addMember(g, i);
    }
    this.seating.fill(h);
  }

  private seatPrice(g: number, i: number): number {
    const s = this.state;
    return s.size[g]! < s.capacity(g) ? s.personCost(g, i) : Infinity;
  }

  /** A new group of c at t with a consultant and nobody else yet, or −1. */
  private open(c: number, t: number): number {
    const s = this.state;
    if (s.freeGroups < 2) return -1;
    const g = s.openGroup(c, t);
    const j = this.seating.chooseLead(g, false);
    if (j >= 0) {
      s.addLead(g, j);
      return g;
    }
    s.closeGroup(g);
    return -1;
  }

  /** Seats i in g when the rules allow it. */
  private join(g: number, i: number): boolean {
    const s = this.state;
    if (g < 0 || !this.isFree(i, s.gt[g]!) || s.size[g]! >= s.capacity(g)) return false;
    if (s.modules[i]! >= this.model.maxMember[i]! || s.clashes(g, i)) return false;
    s.addMember(g, i);
    return true;
  }

  private isFree(i: number, t: number): boolean {
    const at = i * this.model.slots + t;
    return this.model.av[at] !== 0 && this.state.busy[at]! < 0;
  }

  /** The price of a group of c at t with its cheapest consultant and no members; infinite where there is none. */
  private leadPrice(c: number, t: number): number {
    const m = this.model;
    const s = this.state;
    const ct = c * m.slots + t;
    if (!m.open[ct] || !s.hasResources(c, t)) return Infinity;
    const from = m.leadStart[ct]!;
    const count = m.leadStart[ct + 1]! - from;
    let at = count > LEAD_WINDOW ? this.random.below(count) : 0;
    let least = Infinity;
    for (let q = Math.min(count, LEAD_WINDOW); q > 0; q--) {
      const j = m.lead[from + at]!;
      if (++at === count) at = 0;
      const load = s.load[j]! + 1;
      if (load > m.maxLead[j]! || !this.isFree(j, t)) continue;
      least = Math.min(least, m.loadPrice * load + (m.av[j * m.slots + t] === 1 ? m.slotPrice : 0));
    }
    return least;
  }

  private disturbance(): number {
    return -DISTURBANCE * this.model.unit * Math.log(1 - this.random.next());
  }
}

function isPair(a: number, b: number, [one, two]: readonly [number, number]): boolean {
  return (a === one && b === two) || (a === two && b === one);
}
