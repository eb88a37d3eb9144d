// Who sits where: taking groups apart and finding seats again for those who lost theirs.
import { FRACTION } from './fraction';
import type { Model } from './model';
import type { Random } from './random';
import type { State } from './state';

/** No more candidates than this are looked at for one group: keeps a trial's time independent of the staff's size. */
const WINDOW = 40;
const LEAD_WINDOW = 24;
const COMP_WINDOW = 24;

/** Greedy seating with a little noise. Those without a seat wait in a pool until `seatPool`. */
export class Seating {
  readonly model: Model;
  readonly pool: Int32Array;
  poolCount = 0;
  /** Size of the random disturbance of greedy choices, in cost units. */
  noise = FRACTION;
  /** A person who must not be chosen to lead, or −1. */
  barredLead = -1;

  /** While set, nobody may leave a group that would then be too small or of one subject. */
  strict = false;

  private readonly inPool: Uint8Array;
  private readonly candidate: Int32Array;
  private readonly candidateCost: Float64Array;
  private readonly candidateLeaves: Int32Array;
  private readonly stamp: Int32Array;
  private stampNow = 0;
  /** [person] the group he or she must not come back to in this trial, or −1. */
  private readonly barred: Int32Array;
  private readonly barredWho: Int32Array;
  private barredCount = 0;
  /** The price of what `chooseLead` or `cheapestOut` gave last. */
  private found = FRACTION;
  /** No candidate who costs more is written down. */
  private most = FRACTION;

  constructor(
    readonly state: State,
    readonly random: Random,
  ) {
    const m = (this.model = state.model);
    this.pool = new Int32Array(m.n);
    this.inPool = new Uint8Array(m.n);
    this.candidate = new Int32Array(m.n + WINDOW);
    this.candidateCost = new Float64Array(m.n + WINDOW);
    this.candidateLeaves = new Int32Array(m.n + WINDOW);
    this.stamp = new Int32Array(m.n);
    this.barred = new Int32Array(m.n).fill(-1);
    this.barredWho = new Int32Array(m.n);
    this.noise = 1;
    this.found = this.most = 0;
  }

  /** The person waits for a seat. */
  toPool(i: number): void {
    if (this.inPool[i]) return;
    this.inPool[i] = 1;
    this.pool[this.poolCount++] = i;
  }

  /** Closes an unlocked group; its members go to the pool. */
  takeApart(g: number): void {
    if (g < 0) return;
    const s = this.state;
    const m = this.model;
    while (s.size[g]) {
      const i = s.members[g * m.maxSize + s.size[g]! - 1]!;
      s.dropMember(g, i);
      this.toPool(i);
    }
    while (s.leadCount[g]) s.dropLead(g, s.leads[g * m.maxConsultants + s.leadCount[g]! - 1]!);
    s.closeGroup(g);
  }

  /** Everybody in the pool, in random order, takes the best seats that are left; the pool is empty afterwards. */
  seatPool(): void {
    while (this.poolCount) {
      const at = this.random.below(this.poolCount);
      const i = this.pool[at]!;
      this.pool[at] = this.pool[--this.poolCount]!;
      this.inPool[i] = 0;
      for (let q = 0; q < 8 && this.seat(i); q++);
    }
  }

  /** Takes the most useful people into g: from the pool, the unserved, or other groups when that is cheaper. */
  fill(g: number, grow = true, foreign = false): void {
    const m = this.model;
    const s = this.state;
    const c = s.gc[g]!;
    const t = s.gt[g]!;
    const ct = c * m.slots + t;
    const from = m.candStart[ct]!;
    const count = m.candStart[ct + 1]! - from;
    let found = 0;
    // Whoever costs more than this is never taken; a wish may be worth more than the person's presence costs.
    const dearest = s.size[g]! < m.minSize ? s.shortPrice || m.unit * 0.5 : 0;
    this.most = m.extras || foreign ? 1e18 : dearest;
    if (count <= WINDOW) for (let q = 0; q < count; q++) found = this.consider(g, c, t, m.cand[from + q]!, found);
    else {
      this.stampNow++;
      for (let q = 0; q < this.poolCount; q++) {
        const i = this.pool[q]!;
        if (!m.deficit[i * m.comps + c] || !m.av[i * m.slots + t]) continue;
        this.stamp[i] = this.stampNow;
        found = this.consider(g, c, t, i, found);
      }
      let at = this.random.below(count);
      for (let q = 0; q < WINDOW; q++) {
        const i = m.cand[from + at]!;
        if (++at === count) at = 0;
        if (this.stamp[i] !== this.stampNow) found = this.consider(g, c, t, i, found);
      }
    }
    // The most useful person may keep out whoever is of another subject than the consultant, so that one can be asked to come first.
    const own = foreign ? m.subj[s.leads[g * m.maxConsultants]!]! : -1;
    while (found > 0 && s.size[g]! < m.mostMembers[c]!) {
      let extra = 0;
      let lead = -1;
      if (s.size[g]! >= s.capacity(g)) {
        if (!grow || !s.hasRoomToLead(g)) return;
        lead = this.chooseLead(g, false);
        if (lead < 0) return;
        extra = this.found;
      }
      let best = -1;
      let bestCost = s.size[g]! < m.minSize ? s.shortPrice || m.unit * 0.5 : -extra;
      // Without somebody of another subject there is no group at all, so that nobody is too dear.
      if (foreign && !s.size[g]) bestCost = Infinity;
      for (let q = 0; q < found; q++) {
        const cost = this.candidateCost[q]!;
        // A wish may be worth more than the person's presence costs.
        if (cost >= bestCost && !m.extras) continue;
        const i = this.candidate[q]!;
        if (!s.size[g] && m.subj[i] === own) continue;
        const full = cost + s.personCost(g, i);
        if (full < bestCost && !s.clashes(g, i)) {
          bestCost = full;
          best = q;
        }
      }
      if (best < 0) return;
      const i = this.candidate[best]!;
      const h = this.candidateLeaves[best]!;
      found--;
      this.candidate[best] = this.candidate[found]!;
      this.candidateCost[best] = this.candidateCost[found]!;
      this.candidateLeaves[best] = this.candidateLeaves[found]!;
      if (h >= 0) {
        if (s.atLeast(h)) continue;
        s.dropMember(h, i);
      }
      if (lead >= 0) s.addLead(g, lead);
      if (!s.clashes(g, i)) s.addMember(g, i);
      else this.toPool(i);
    }
  }

  /** Fills a group just opened; true when it may stay. Where it would not be mixed, somebody of another subject comes first. */
  fillAnew(g: number): boolean {
    const s = this.state;
    const mark = s.mark;
    this.fill(g);
    if (!s.mixed(g)) {
      s.undo(mark);
      this.fill(g, true, true);
    }
    return !s.tooSmall(g) && s.mixed(g);
  }

  /** The cheapest consultant for g, disturbed by noise; −1 when none is free. `found` gets the price. */
  chooseLead(g: number, mayLeave: boolean): number {
    const m = this.model;
    const s = this.state;
    const t = s.gt[g]!;
    const ct = s.gc[g]! * m.slots + t;
    const from = m.leadStart[ct]!;
    const count = m.leadStart[ct + 1]! - from;
    let best = -1;
    this.found = 1e9;
    if (!count) return best;
    let at = this.random.below(count);
    const steal = mayLeave && this.random.next() < 0.3;
    for (let q = Math.min(count, LEAD_WINDOW); q > 0; q--) {
      const j = m.lead[from + at]!;
      if (++at === count) at = 0;
      const load = s.load[j]!;
      if (load >= m.maxLead[j]! || j === this.barredLead) continue;
      const h = s.busy[j * m.slots + t]!;
      let cost = m.loadPrice * (load + 1);
      if (h >= 0) {
        if (!steal || h === g || s.locked[h] || !this.isMember(h, j)) continue;
        cost += 5;
      }
      if (s.clashes(g, j)) continue;
      cost += s.personCost(g, j) + this.random.next() * this.noise;
      if (cost < this.found) {
        this.found = cost;
        best = j;
      }
    }
    return best;
  }

  /** True when j can lead g now, perhaps leaving a group as a member. */
  mayLead(g: number, j: number): boolean {
    const s = this.state;
    const h = s.busy[j * this.model.slots + s.gt[g]!]!;
    return s.load[j]! < this.model.maxLead[j]! && (h < 0 || (!s.locked[h] && this.isMember(h, j))) && !s.clashes(g, j);
  }

  /** Lets a consultant in, out of the group where he or she sat as a member at that time. */
  admitLead(g: number, j: number): void {
    const s = this.state;
    const m = this.model;
    const h = s.busy[j * m.slots + s.gt[g]!]!;
    if (h >= 0) {
      s.dropMember(h, j);
      this.toPool(j);
    }
    s.addLead(g, j);
  }

  /** True when i is in g as a member. */
  isMember(g: number, i: number): boolean {
    return this.state.served[i * this.model.comps + this.state.gc[g]!] === g;
  }

  /** The person must not come back to g in this trial. */
  bar(i: number, g: number): void {
    if (this.barred[i]! < 0) this.barredWho[this.barredCount++] = i;
    this.barred[i] = g;
  }

  /** Forgets who was barred from where. */
  unbar(): void {
    while (this.barredCount) this.barred[this.barredWho[--this.barredCount]!] = -1;
  }

  /** Writes down what it would cost that i joins g, without the price of his or her presence in g. */
  private consider(g: number, c: number, t: number, i: number, found: number): number {
    const m = this.model;
    const s = this.state;
    const need = i * m.comps + c;
    const held = s.served[need]!;
    if (held === g) return found;
    let leaves = s.busy[i * m.slots + t]!;
    if (leaves >= 0 && (leaves === g || s.locked[leaves] || !this.isMember(leaves, i))) return found;
    if (held >= 0) {
      if (leaves >= 0 && leaves !== held) return found;
      leaves = held;
    }
    let cost = -m.gain[need]!;
    if (leaves < 0 && s.modules[i]! >= m.maxMember[i]!) {
      let least = this.most - cost + (s.modules[i] === 1 ? m.leftOutPrice : 0);
      for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
        const at = i * m.comps + m.needs[q]!;
        const h = s.served[at]!;
        if (h < 0 || m.gain[at]! - m.mostBack >= least || this.mustStay(h, i)) continue;
        const away = s.leaveCost(h, i);
        if (away < least) {
          least = away;
          leaves = h;
        }
      }
      if (leaves < 0) return found;
      cost += least;
      if (s.modules[i] === 1) cost -= m.leftOutPrice;
    } else if (leaves >= 0) {
      if (this.mustStay(leaves, i)) return found;
      cost += s.leaveCost(leaves, i);
      if (s.modules[i] === 1) cost -= m.leftOutPrice;
    } else if (!s.modules[i]) cost -= m.leftOutPrice;
    if (cost >= this.most) return found;
    this.candidate[found] = i;
    this.candidateCost[found] = cost + this.random.next() * this.noise;
    this.candidateLeaves[found] = leaves;
    return found + 1;
  }

  /**
   * The best seat in an existing group for i, if one lowers the cost. To take it, i may leave one of his or her own groups, and one
   * member of a full group may have to go (to the pool).
   */
  private seat(i: number): boolean {
    const m = this.model;
    const s = this.state;
    const full = s.modules[i]! >= m.maxMember[i]!;
    let exit = -1;
    let exitCost = 1e18;
    if (full) {
      for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
        const h = s.served[i * m.comps + m.needs[q]!]!;
        if (h < 0) continue;
        const cost = this.exitCost(h, i);
        if (cost < exitCost) {
          exitCost = cost;
          exit = h;
        }
      }
      if (exit < 0) return false;
    }
    const first = s.modules[i] ? 0 : m.leftOutPrice;
    let best = -1;
    let bestLead = -1;
    let bestExit = -1;
    let bestOut = -1;
    let bestCost = -1e-6;
    for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
      const c = m.needs[q]!;
      const need = i * m.comps + c;
      if (s.served[need]! >= 0) continue;
      const base = -m.gain[need]! - first;
      if (base + (full ? exitCost : 0) - this.noise - s.shortPrice >= bestCost && !m.extras) continue;
      const count = s.compCount[c]!;
      if (!count) continue;
      let at = count > COMP_WINDOW ? this.random.below(count) : 0;
      for (let p = Math.min(count, COMP_WINDOW); p > 0; p--) {
        const g = s.byComp[c * s.stride + at]!;
        if (++at === count) at = 0;
        const t = s.gt[g]!;
        if (!m.av[i * m.slots + t] || s.locked[g] || this.barred[i] === g) continue;
        let cost = base + this.random.next() * this.noise - (s.size[g]! < m.minSize ? s.shortPrice : 0);
        const h = s.busy[i * m.slots + t]!;
        let leaves = -1;
        if (h >= 0) {
          if (!this.isMember(h, i)) continue;
          cost += this.exitCost(h, i);
          leaves = h;
        } else if (full) {
          cost += exitCost;
          leaves = exit;
        }
        if (cost >= bestCost && !m.extras) continue;
        cost += s.personCost(g, i);
        if (cost >= bestCost || s.clashes(g, i)) continue;
        let lead = -1;
        let out = -1;
        if (s.size[g]! >= s.capacity(g)) {
          if (s.size[g]! < m.mostMembers[s.gc[g]!]! && s.hasRoomToLead(g)) {
            lead = this.chooseLead(g, false);
            if (lead >= 0) cost += this.found;
          }
          if (lead < 0) {
            if (cost + m.leastGain >= bestCost) continue;
            out = this.cheapestOut(g);
            if (out < 0) continue;
            cost += this.found;
          }
          if (cost >= bestCost) continue;
        }
        bestCost = cost;
        best = g;
        bestLead = lead;
        bestExit = leaves;
        bestOut = out;
      }
    }
    if (best < 0) return false;
    const mark = s.mark;
    const before = s.cost;
    if (bestExit >= 0) s.dropMember(bestExit, i);
    if (bestOut >= 0) s.dropMember(best, bestOut);
    if (bestLead >= 0) {
      s.addLead(best, bestLead);
      if (s.clashes(best, i)) {
        s.undo(mark);
        return false;
      }
    }
    s.addMember(best, i);
    // Whom i wished to meet may be the one who had to go: without this, the two would take turns for ever.
    if (m.extras && s.cost >= before - 1e-9) {
      s.undo(mark);
      return false;
    }
    if (bestOut >= 0) this.toPool(bestOut);
    return true;
  }

  /** True when i may not go from h to another group that is being filled. */
  private mustStay(h: number, i: number): boolean {
    const s = this.state;
    return !!s.locked[h] || s.atLeast(h) || (this.strict && s.isMixedBy(h, i));
  }

  /** Price of i leaving h of his or her own will; out of the question when h is locked, dear when h would become too small. */
  private exitCost(h: number, i: number): number {
    const s = this.state;
    const enough = !s.atLeast(h);
    if (s.locked[h] || (this.strict && (!enough || s.isMixedBy(h, i)))) return 1e17;
    const cost = s.leaveCost(h, i);
    return enough ? cost : cost + this.model.unit;
  }

  /** The member whom g loses at the least cost (given in `found`), or −1. */
  private cheapestOut(g: number): number {
    const s = this.state;
    const m = this.model;
    let best = -1;
    this.found = 1e9;
    for (let q = 0; q < s.size[g]!; q++) {
      const k = s.members[g * m.maxSize + q]!;
      const cost = s.leaveCost(g, k) + this.random.next() * this.noise;
      if (cost < this.found) {
        this.found = cost;
        best = k;
      }
    }
    return best;
  }
}
