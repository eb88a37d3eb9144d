// A group goes to another slot, and groups that share people with it may come to the old slot in exchange.
import type { Guide } from './guide';
import type { Model } from './model';
import type { Random } from './random';
import type { Seating } from './seating';
import type { State } from './state';

/** Groups that change their slots together, at most. */
const MOVED = 8;

/** The Kempe chains of timetabling: a group moves with everybody who can; who cannot looks for a seat anew. */
export class SlotChain {
  private readonly model: Model;
  private movedCount = 0;
  private movedEnd = 0;
  private readonly movedPair = new Int32Array(MOVED);
  private readonly movedLeads = new Int32Array(MOVED);
  private readonly movedMembers = new Int32Array(MOVED);
  private readonly movedGroup = new Int32Array(MOVED);
  private readonly movedWho: Int32Array;

  constructor(
    private readonly state: State,
    private readonly random: Random,
    private readonly guide: Guide,
    private readonly seating: Seating,
  ) {
    this.model = state.model;
    this.movedWho = new Int32Array(MOVED * (this.model.maxSize + this.model.maxConsultants));
  }

  /** Moves group g, −1 for none, to a slot where its consultant can lead it. */
  run(g: number): void {
    if (g < 0) return;
    const m = this.model;
    const s = this.state;
    const from = s.gt[g]!;
    const j = s.leads[g * m.maxConsultants]!;
    const first = this.random.below(m.slots);
    let to = -1;
    if (this.random.next() < 0.9)
      for (let q = 0; q < 4 && to < 0; q++) {
        const e = this.guide.drawOf(j, this.random);
        if (e < 0) return;
        const ct = this.guide.pair[e]!;
        if (((ct / m.slots) | 0) === s.gc[g] && ct % m.slots !== from) to = ct % m.slots;
      }
    for (let q = 0; q < m.slots && to < 0; q++) {
      const t = (first + q) % m.slots;
      if (t !== from && m.av[j * m.slots + t] && m.open[s.gc[g]! * m.slots + t]) to = t;
    }
    if (to < 0) return;
    this.movedCount = 0;
    this.movedEnd = 0;
    const chain = this.random.next() < 0.5;
    if (chain) {
      for (let q = s.leadCount[g]! - 1; q >= 0; q--) this.chainAt(s.leads[g * m.maxConsultants + q]!, from, to);
      for (let q = s.size[g]! - 1; q >= 0; q--) this.chainAt(s.members[g * m.maxSize + q]!, from, to);
    }
    this.lift(g, to);
    for (let q = 0; q < this.movedCount; q++) this.putDown(q);
    for (let q = 0; q < this.movedCount; q++) {
      const h = this.movedGroup[q]!;
      if (h >= 0) this.seating.fill(h);
    }
  }

  /** Lifts the group in which the person sits at `to`, when it can come to `from`. */
  private chainAt(i: number, from: number, to: number): void {
    const m = this.model;
    const s = this.state;
    const h = s.busy[i * m.slots + to]!;
    if (h < 0 || s.locked[h] || this.movedCount >= MOVED - 1) return;
    const j = s.leads[h * m.maxConsultants]!;
    if (m.av[j * m.slots + from] && m.open[s.gc[h]! * m.slots + from]) this.lift(h, from);
  }

  /** Takes a group apart and remembers it, to be put down at slot `to`. */
  private lift(g: number, to: number): void {
    const m = this.model;
    const s = this.state;
    const q = this.movedCount++;
    this.movedPair[q] = s.gc[g]! * m.slots + to;
    for (let p = 0; p < s.leadCount[g]!; p++) this.movedWho[this.movedEnd++] = s.leads[g * m.maxConsultants + p]!;
    this.movedLeads[q] = this.movedEnd;
    for (let p = 0; p < s.size[g]!; p++) this.movedWho[this.movedEnd++] = s.members[g * m.maxSize + p]!;
    this.movedMembers[q] = this.movedEnd;
    this.seating.takeApart(g);
  }

  /** Opens a lifted group at its new slot with those of its people who can. */
  private putDown(q: number): void {
    const m = this.model;
    const s = this.state;
    const ct = this.movedPair[q]!;
    const c = (ct / m.slots) | 0;
    const t = ct - c * m.slots;
    this.movedGroup[q] = -1;
    if (!s.hasResources(c, t)) return;
    const g = s.openGroup(c, t);
    let p = q ? this.movedMembers[q - 1]! : 0;
    for (; p < this.movedLeads[q]!; p++) {
      const j = this.movedWho[p]!;
      if (m.av[j * m.slots + t] && this.seating.mayLead(g, j)) this.seating.admitLead(g, j);
    }
    if (!s.leadCount[g]) {
      const j = this.seating.chooseLead(g, true);
      if (j >= 0) this.seating.admitLead(g, j);
      else {
        s.closeGroup(g);
        return;
      }
    }
    for (; p < this.movedMembers[q]!; p++) {
      const i = this.movedWho[p]!;
      if (
        !m.av[i * m.slots + t] ||
        s.busy[i * m.slots + t]! >= 0 ||
        s.modules[i]! >= m.maxMember[i]! ||
        s.size[g]! >= s.capacity(g)
      )
        continue;
      if (s.served[i * m.comps + c]! < 0 && !s.clashes(g, i)) s.addMember(g, i);
    }
    this.movedGroup[q] = g;
  }
}
