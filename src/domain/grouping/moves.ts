// One trial of the search: change which groups there are, or who sits where, and keep the rules.
import { Exchange } from './exchange';
import { Grant } from './grant';
import type { Guide } from './guide';
import type { Model } from './model';
import type { Random } from './random';
import { Repair } from './repair';
import { Retime } from './retime';
import { Seating } from './seating';
import { SlotChain } from './slot-chain';
import type { State } from './state';

/** Percent of the trials that: build a group, close one, close two, move slots, change a consultant, shake members, retask a consultant, shake people. */
const SHARES = [10, 18, 12, 15, 15, 10, 10, 10];
/** Share of exchanges where all groups are of one size; where they are not, seats get free without them, and they cost trials. */
const EXCHANGES = 0.2;
/** Share of trials that give one or two groups other slots, and how many of these are of two. */
const RETIMES = 0.1;
const RETIMES_OF_TWO = 0.8;
/** Entries drawn for a new group where people wait for seats; with few the group seldom suits them. */
const DRAWS = 12;
/** Size of the random disturbance while a trial is refined, as a share of what a group of one consultant costs. */
const FINE = 1 / 30;
/** Share of trials that build a group for the sake of a wish, where there are wishes. */
const GRANTS = 0.1;
/** Candidates looked at to judge what a new group is worth. */
const WINDOW = 40;

/** Ruin-and-recreate trials over a state. All of a trial's steps stand in the state's journal. */
export class Moves {
  /** True when the last trial changed which groups there are, not only who sits in them. */
  structural = false;
  readonly seating: Seating;

  private readonly model: Model;
  private readonly repair: Repair;
  private readonly exchange: Exchange;
  private readonly grant: Grant;
  private readonly retime: Retime;
  private readonly slotChain: SlotChain;
  /** The (c, t) of a group taken apart in this trial that must not simply be built again, or −1. */
  private barredPair = -1;

  constructor(
    private readonly state: State,
    private readonly random: Random,
    private readonly guide: Guide,
  ) {
    this.model = state.model;
    this.seating = new Seating(state, random);
    this.repair = new Repair(this.seating);
    this.exchange = new Exchange(state, random);
    this.grant = new Grant(this.seating);
    this.retime = new Retime(state, random, this.seating);
    this.slotChain = new SlotChain(state, random, guide, this.seating);
  }

  /**
   * One random trial. True when every group keeps the rules afterwards, whether the cost fell or rose; else it must be undone.
   * @param limit a trial that changes the groups and costs more once everybody has looked for a seat is given up before it is mended
   */
  trial(limit = Infinity): boolean {
    const s = this.state;
    if (s.model.minSize === s.model.maxSize && s.activeCount && this.random.next() < EXCHANGES) {
      this.structural = false;
      return this.exchange.run(this.anyGroup());
    }
    if (s.model.wishPrice.length && this.random.next() < GRANTS && this.grant.run()) {
      this.structural = true;
      return this.settle(limit);
    }
    if (s.activeCount > s.model.fixed.length && this.random.next() < RETIMES) {
      const g = this.anyGroup();
      this.structural = true;
      if (g < 0) return true;
      this.retime.run(g, this.random.next() < RETIMES_OF_TWO ? this.related(g) : -1);
      return this.settle(limit);
    }
    let r = this.random.next() * 100;
    let k = 0;
    while (k < SHARES.length - 1 && r >= SHARES[k]!) r -= SHARES[k++]!;
    if (s.activeCount === s.model.fixed.length) k = 0;
    this.structural = k < 4 || k === 6;
    if (k === 0) this.build(1);
    else if (k === 1) {
      const g = this.anyGroup();
      if (g >= 0 && this.random.next() < 0.7) this.barredPair = s.gc[g]! * s.model.slots + s.gt[g]!;
      this.seating.takeApart(g);
      this.build(this.random.below(3));
    } else if (k === 2) {
      const g = this.anyGroup();
      const related = this.related(g);
      this.seating.takeApart(g);
      if (related >= 0) this.seating.takeApart(related);
      this.build(1 + this.random.below(3));
    } else if (k === 3) this.slotChain.run(this.anyGroup());
    else if (k === 4) this.swapLead();
    else if (k === 5) this.shakeMembers();
    else if (k === 6) this.retask();
    else this.shakeTeachers();
    this.barredPair = -1;
    return this.settle(this.structural ? limit : Infinity);
  }

  /**
   * Descends by new seats for members of what the last trial has changed and of related groups, so that it is judged by what it can
   * become.
   * @param count how many changes are tried
   */
  refine(count: number): void {
    const s = this.state;
    const { seating, random } = this;
    const { noise } = seating;
    seating.noise = FINE * s.model.unit;
    for (let q = s.mark ? count : 0; q > 0; q--) {
      const mark = s.mark;
      const before = s.cost;
      const g = s.groupAt(3 * random.below(mark / 3));
      if (!s.isOpen(g) || s.locked[g]) continue;
      this.shake(g, 2);
      if (!this.settle() || s.cost > before + 1e-9) s.undo(mark);
    }
    seating.noise = noise;
  }

  /** Seats whom the trial has left without a seat, and mends the groups, but not when they then cost more than `limit`. */
  private settle(limit = Infinity): boolean {
    this.seating.seatPool();
    if (this.state.cost > limit) {
      this.seating.unbar();
      return false;
    }
    const lawful = this.repair.run();
    this.seating.unbar();
    return lawful;
  }

  /** Opens the best of a few sampled groups, `count` times. */
  private build(count: number): void {
    for (let q = 0; q < count; q++) {
      const e = this.sampleEntry();
      if (e >= 0) this.buildAt(this.guide.pair[e]!, this.random.next() < 0.5 ? this.model.lead[e]! : -1);
    }
  }

  private anyGroup(): number {
    const s = this.state;
    for (let q = 0; q < 8; q++) {
      const g = s.active[this.random.below(s.activeCount)]!;
      if (!s.locked[g]) return g;
    }
    return -1;
  }

  /** A group that shares a member, the competency or nothing in particular with g; −1 when there is none. */
  private related(g: number): number {
    if (g < 0) return -1;
    const s = this.state;
    const m = this.model;
    const r = this.random.next();
    let h: number;
    if (r < 0.45 && s.size[g]) {
      const i = s.members[g * m.maxSize + this.random.below(s.size[g]!)]!;
      h = this.groupOf(i, g);
    } else if (r < 0.75) {
      const c = s.gc[g]!;
      h = s.byComp[c * s.stride + this.random.below(s.compCount[c]!)]!;
    } else h = this.anyGroup();
    return h === g || h < 0 || s.locked[h] ? -1 : h;
  }

  /** A group other than g in which i is a member, or −1. */
  private groupOf(i: number, g: number): number {
    const m = this.model;
    const s = this.state;
    let found = -1;
    let seen = 0;
    for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
      const h = s.served[i * m.comps + m.needs[q]!]!;
      if (h >= 0 && h !== g && this.random.below(++seen) === 0) found = h;
    }
    return found;
  }

  /** The most promising for the pool of a few drawn entries; −1 when there is none. */
  private sampleEntry(): number {
    let best = -1;
    let bestScore = -1;
    for (let q = this.seating.poolCount ? DRAWS : 1; q > 0; q--) {
      const e = this.guide.draw(this.random);
      if (e < 0) return -1;
      const score = (this.seating.poolCount ? this.interest(this.guide.pair[e]!) : 0) + this.random.next();
      if (score > bestScore) {
        bestScore = score;
        best = e;
      }
    }
    return best;
  }

  /** How many of the pool could join a new group of c at t. */
  private interest(ct: number): number {
    const m = this.model;
    const s = this.state;
    const c = (ct / m.slots) | 0;
    const t = ct - c * m.slots;
    let score = 0;
    for (let q = 0; q < this.seating.poolCount; q++) {
      const i = this.seating.pool[q]!;
      if (
        m.deficit[i * m.comps + c] &&
        m.av[i * m.slots + t] &&
        s.busy[i * m.slots + t]! < 0 &&
        s.served[i * m.comps + c]! < 0
      )
        score++;
    }
    return score;
  }

  /** Opens a group at (c, t) with consultant `lead` (−1: choose) and fills it; gives it, or −1 when it could not be made. */
  private buildAt(ct: number, lead: number): number {
    const m = this.model;
    const s = this.state;
    if (s.freeGroups < 2 || ct === this.barredPair) return -1;
    const mark = s.mark;
    const c = (ct / m.slots) | 0;
    if (!s.hasResources(c, ct - c * m.slots)) return -1;
    const g = s.openGroup(c, ct - c * m.slots);
    const j = lead >= 0 && this.seating.mayLead(g, lead) ? lead : this.seating.chooseLead(g, true);
    if (j < 0) {
      s.undo(mark);
      return -1;
    }
    this.seating.admitLead(g, j);
    if (!this.seating.fillAnew(g)) {
      s.undo(mark);
      return -1;
    }
    return g;
  }

  /** Another consultant for a group. */
  private swapLead(): void {
    const g = this.anyGroup();
    if (g < 0) return;
    const m = this.model;
    const s = this.state;
    const j = s.leads[g * m.maxConsultants + this.random.below(s.leadCount[g]!)]!;
    s.dropLead(g, j);
    this.seating.barredLead = j;
    const other = this.seating.chooseLead(g, true);
    if (other >= 0) this.seating.admitLead(g, other);
    this.seating.barredLead = -1;
    this.seating.toPool(j);
  }

  /** Somebody who can lead drops one group at the limit and opens the most useful of a few others. */
  private retask(): void {
    const m = this.model;
    const s = this.state;
    if (!m.leaders.length) return;
    const j = m.leaders[this.random.below(m.leaders.length)]!;
    if (s.load[j]! >= m.maxLead[j]!) {
      let found = -1;
      let seen = 0;
      for (let t = 0; t < m.slots; t++) {
        const h = s.busy[j * m.slots + t]!;
        if (h >= 0 && !s.locked[h] && !this.seating.isMember(h, j) && this.random.below(++seen) === 0) found = h;
      }
      if (found < 0) return;
      this.barredPair = s.gc[found]! * m.slots + s.gt[found]!;
      this.seating.takeApart(found);
    }
    let best = -1;
    let bestScore = 0;
    for (let q = 0; q < 3; q++) {
      const e = this.guide.drawOf(j, this.random);
      if (e < 0) return;
      const ct = this.guide.pair[e]!;
      const t = ct % m.slots;
      if (ct === this.barredPair) continue;
      const h = s.busy[j * m.slots + t]!;
      if (h >= 0 && (s.locked[h] || !this.seating.isMember(h, j))) continue;
      const score = this.potential(ct) + this.random.next() * this.seating.noise;
      if (score > bestScore) {
        bestScore = score;
        best = ct;
      }
    }
    if (best >= 0) this.buildAt(best, j);
  }

  /** About what the unserved of c who are free at t are worth. */
  private potential(ct: number): number {
    const m = this.model;
    const s = this.state;
    const c = (ct / m.slots) | 0;
    const t = ct - c * m.slots;
    const from = m.candStart[ct]!;
    const count = m.candStart[ct + 1]! - from;
    let at = count > WINDOW ? this.random.below(count) : 0;
    let worth = 0;
    for (let q = Math.min(count, WINDOW); q > 0; q--) {
      const i = m.cand[from + at]!;
      if (++at === count) at = 0;
      if (s.served[i * m.comps + c]! >= 0 || s.busy[i * m.slots + t]! >= 0) continue;
      worth += s.modules[i]! < m.maxMember[i]! ? m.gain[i * m.comps + c]! : 20;
    }
    return worth;
  }

  /** A few members of one group (and of a related one) look for seats again. */
  private shakeMembers(): void {
    const g = this.anyGroup();
    if (g >= 0) this.shake(g, 3);
  }

  /** At most so many members of g, and as many of a related group, leave their seats. */
  private shake(g: number, most: number): void {
    const s = this.state;
    const m = this.model;
    const h = this.random.next() < 0.5 ? this.related(g) : -1;
    for (let side = 0, from = g; side < 2 && from >= 0; side++, from = h) {
      let count = 1 + this.random.below(most);
      while (count-- > 0 && s.size[from]) {
        const i = s.members[from * m.maxSize + this.random.below(s.size[from]!)]!;
        s.dropMember(from, i);
        this.seating.bar(i, from);
        this.seating.toPool(i);
      }
    }
  }

  /** A few people leave everything and look for seats again. */
  private shakeTeachers(): void {
    const m = this.model;
    const s = this.state;
    const count = 1 + this.random.below(3);
    for (let q = 0; q < count; q++) {
      const i = this.random.below(m.n);
      this.seating.toPool(i);
      for (let p = m.needStart[i]!; p < m.needStart[i + 1]!; p++) {
        const h = s.served[i * m.comps + m.needs[p]!]!;
        if (h >= 0 && !s.locked[h]) {
          s.dropMember(h, i);
          if (this.random.next() < 0.5) this.seating.bar(i, h);
        }
      }
    }
  }
}
