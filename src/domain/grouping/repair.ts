// Makes a state lawful again after a trial, and mends the holes the trial tore.
import type { Seating } from './seating';

/** Groups with free seats that one repair tries to fill: with more of them a trial takes a quarter longer and ends no better. */
const HOLES = 3;

/** Looks only at the groups that the journal of the state names. */
export class Repair {
  private readonly stamp: Int32Array;
  private stampNow = 0;
  private readonly touched: Int32Array;
  private touchedCount = 0;

  constructor(private readonly seating: Seating) {
    this.stamp = new Int32Array(seating.state.stride);
    this.touched = new Int32Array(seating.state.stride);
  }

  /** Makes the groups that the trial touched lawful again: refilled, or taken apart; spare consultants are let go. */
  run(): boolean {
    const s = this.seating.state;
    const m = this.seating.model;
    this.collectTouched();
    for (let q = 0; q < this.touchedCount; q++) {
      const g = this.touched[q]!;
      if (!s.isOpen(g) || s.locked[g]) continue;
      if (!s.leadCount[g] || s.size[g]! > s.capacity(g)) {
        const j = s.hasRoomToLead(g) ? this.seating.chooseLead(g, false) : -1;
        if (j >= 0) s.addLead(g, j);
        if (!s.leadCount[g]) {
          this.seating.takeApart(g);
          continue;
        }
        while (s.size[g]! > s.capacity(g)) {
          const i = s.members[g * m.maxSize + this.seating.random.below(s.size[g]!)]!;
          s.dropMember(g, i);
          this.seating.toPool(i);
        }
      }
      if (s.size[g]! < m.minSize) this.seating.fill(g);
      if (s.tooSmall(g) || !s.mixed(g)) this.seating.takeApart(g);
    }
    this.seating.strict = true;
    this.seating.seatPool();
    let left = HOLES;
    while (left > 0) {
      this.collectTouched();
      const before = s.mark;
      for (let q = this.touchedCount - 1; q >= 0 && left > 0; q--) {
        const g = this.touched[q]!;
        if (!s.isOpen(g) || s.locked[g] || s.size[g]! >= s.capacity(g)) continue;
        left--;
        this.seating.fill(g, false);
      }
      if (s.mark === before) break;
      this.seating.seatPool();
    }
    this.seating.strict = false;
    this.collectTouched();
    for (let q = 0; q < this.touchedCount; q++) {
      const g = this.touched[q]!;
      if (!s.isOpen(g) || s.locked[g]) continue;
      if (m.kept.length) this.recall(g);
      this.trim(g);
      if (s.tooSmall(g) || s.size[g]! > s.capacity(g) || !s.mixed(g)) return false;
    }
    return true;
  }

  /** The groups that the trial has changed so far. */
  private collectTouched(): void {
    const s = this.seating.state;
    this.stampNow++;
    this.touchedCount = 0;
    for (let at = 0; at < s.mark; at += 3) {
      const g = s.groupAt(at);
      if (this.stamp[g] === this.stampNow) continue;
      this.stamp[g] = this.stampNow;
      this.touched[this.touchedCount++] = g;
    }
  }

  /** Consultants who led the group before come back where letting them go costs more than their leading. */
  private recall(g: number): void {
    const s = this.seating.state;
    const m = this.seating.model;
    const c = s.gc[g]!;
    const t = s.gt[g]!;
    const ct = c * m.slots + t;
    for (let e = m.leadStart[ct]!; e < m.leadStart[ct + 1]! && s.hasRoomToLead(g); e++) {
      const j = m.lead[e]!;
      const isBusy = s.busy[j * m.slots + t]! >= 0;
      if (isBusy || !m.kept[(j * m.comps + c) * m.slots + t] || !this.seating.mayLead(g, j)) continue;
      const mark = s.mark;
      const before = s.cost;
      s.addLead(g, j);
      if (s.cost >= before) s.undo(mark);
    }
  }

  /** Lets consultants go that the group's size does not need, the dearest first. */
  private trim(g: number): void {
    const s = this.seating.state;
    const m = this.seating.model;
    while (s.leadCount[g]! > 1 && s.size[g]! <= m.perConsultant * (s.leadCount[g]! - 1)) {
      let worst = -1;
      let worstCost = -Infinity;
      for (let q = 0; q < s.leadCount[g]!; q++) {
        const j = s.leads[g * m.maxConsultants + q]!;
        let cost = m.loadPrice * s.load[j]!;
        if (s.subjCount[g * m.subjects + m.subj[j]!]! > 1) cost += m.subjPrice;
        if (m.av[j * m.slots + s.gt[g]!] === 1) cost += m.slotPrice;
        if (m.extras) cost -= s.wishes.ofStaying(g, j);
        if (cost > worstCost) {
          worstCost = cost;
          worst = j;
        }
      }
      const mark = s.mark;
      const before = s.cost;
      s.dropLead(g, worst);
      // Somebody may have wished to meet this very consultant.
      if (!s.mixed(g) || (m.extras && s.cost > before)) {
        s.undo(mark);
        return;
      }
    }
  }
}
