// A feasible-by-slot partial solution with its cost, changed by small reversible steps.
import { FRACTION } from './fraction';
import type { Model } from './model';
import { WishCount } from './wish-count';

const ADD_MEMBER = 1;
const DROP_MEMBER = 2;
const ADD_LEAD = 3;
const DROP_LEAD = 4;
const OPEN = 5;
const CLOSE = 6;

/** The groups of a state as plain numbers: c, t, consultants' count, members' count, the consultants, the members; group after group. */
export type PackedGroups = number[];

/**
 * The groups under construction. Every step keeps `cost` (all four parts of the objective) up to date and is written to a
 * journal, so that a whole trial can be taken back. Steps do not check the rules: the callers do.
 */
export class State {
  readonly gc: Int32Array;
  readonly gt: Int32Array;
  readonly leadCount: Int32Array;
  readonly size: Int32Array;
  readonly leads: Int32Array;
  readonly members: Int32Array;
  readonly subjCount: Uint8Array;
  readonly schoolCount: Uint8Array;
  readonly locked: Uint8Array;

  /** Groups in use: active[0 … activeCount). */
  readonly active: Int32Array;
  activeCount = 0;
  /** Groups of a competency: byComp[c·stride + 0 … compCount[c]). */
  readonly byComp: Int32Array;
  readonly compCount: Int32Array;
  readonly stride: number;

  /** [i·T+t] the group a person sits in, or −1. */
  readonly busy: Int32Array;
  /** [i·C+c] the group that serves the deficit, or −1. */
  readonly served: Int32Array;
  readonly modules: Int32Array;
  readonly load: Int32Array;
  cost = FRACTION;
  /** What each member costs whom a group lacks to its least size; 0 while no group may lack any. */
  shortPrice = FRACTION;
  /** How many members the groups lack to their least size, the locked ones aside. */
  shortage = 0;
  /** [r·T+t] groups that have the resource at that time. */
  private readonly using: Int32Array;

  /** Which wishes the groups fulfil. */
  readonly wishes: WishCount;

  private readonly activeAt: Int32Array;
  private readonly compAt: Int32Array;
  private readonly free: Int32Array;
  private freeCount: number;
  private journal = new Int32Array(3 * 4096);
  private written = 0;

  constructor(readonly model: Model) {
    const limit = model.groupLimit;
    this.stride = limit;
    this.gc = new Int32Array(limit);
    this.gt = new Int32Array(limit);
    this.leadCount = new Int32Array(limit);
    this.size = new Int32Array(limit);
    this.leads = new Int32Array(limit * model.maxConsultants);
    this.members = new Int32Array(limit * model.maxSize);
    this.subjCount = new Uint8Array(limit * model.subjects);
    this.schoolCount = new Uint8Array(limit * model.schools);
    this.locked = new Uint8Array(limit);
    this.active = new Int32Array(limit);
    this.activeAt = new Int32Array(limit);
    this.byComp = new Int32Array(limit * model.comps);
    this.compCount = new Int32Array(model.comps);
    this.compAt = new Int32Array(limit);
    this.busy = new Int32Array(model.n * model.slots).fill(-1);
    this.served = new Int32Array(model.n * model.comps).fill(-1);
    this.modules = new Int32Array(model.n);
    this.load = new Int32Array(model.n);
    this.free = new Int32Array(limit);
    this.freeCount = 0;
    this.wishes = new WishCount(model, this);
    this.using = new Int32Array(model.resourceCapacity.length * model.slots);
    this.clear();
  }

  /** No groups but the locked ones, which may lack no members; the journal is emptied. */
  clear(): void {
    this.activeCount = 0;
    this.compCount.fill(0);
    this.busy.fill(-1);
    this.served.fill(-1);
    this.modules.fill(0);
    this.load.fill(0);
    this.locked.fill(0);
    this.subjCount.fill(0);
    this.schoolCount.fill(0);
    this.wishes.clear();
    this.using.set(this.model.resourceTaken);
    const limit = this.stride;
    this.freeCount = limit;
    for (let g = 0; g < limit; g++) this.free[g] = limit - 1 - g;
    this.cost = this.model.emptyCost;
    this.shortPrice = 0;
    for (const group of this.model.fixed) {
      const g = this.openGroup(group.c, group.t);
      this.locked[g] = 1;
      for (const j of group.consultants) this.addLead(g, j);
      for (const i of group.members) this.addMember(g, i);
    }
    // What the locked groups lack is nobody's choice.
    this.shortage = 0;
    this.written = 0;
  }

  get freeGroups(): number {
    return this.freeCount;
  }

  isOpen(g: number): boolean {
    return this.activeAt[g]! < this.activeCount && this.active[this.activeAt[g]!] === g;
  }

  /** How many steps have been written since the last `commit` or `clear`. */
  get mark(): number {
    return this.written;
  }

  /** The group that the step written at position `at` (a multiple of 3) changed. */
  groupAt(at: number): number {
    return this.journal[at + 1]!;
  }

  commit(): void {
    this.written = 0;
  }

  /** Takes back every step written after `mark`. */
  undo(mark: number): void {
    const j = this.journal;
    while (this.written > mark) {
      const at = this.written - 3;
      const g = j[at + 1]!;
      const x = j[at + 2]!;
      switch (j[at]) {
        case ADD_MEMBER:
          this.dropMember(g, x);
          break;
        case DROP_MEMBER:
          this.addMember(g, x);
          break;
        case ADD_LEAD:
          this.dropLead(g, x);
          break;
        case DROP_LEAD:
          this.addLead(g, x);
          break;
        case OPEN:
          this.closeGroup(g);
          break;
        default:
          this.openGroup(Math.floor(x / this.model.slots), x % this.model.slots);
      }
      this.written = at;
    }
  }

  /** A new group without people. Gives its number. */
  openGroup(c: number, t: number): number {
    const g = this.free[--this.freeCount]!;
    this.gc[g] = c;
    this.gt[g] = t;
    this.leadCount[g] = 0;
    this.size[g] = 0;
    this.activeAt[g] = this.activeCount;
    this.active[this.activeCount++] = g;
    const at = this.compCount[c]!;
    this.compAt[g] = at;
    this.byComp[c * this.stride + at] = g;
    this.compCount[c] = at + 1;
    this.use(c, t, 1);
    this.shortage += this.model.minSize;
    this.cost += this.model.groupPrice + this.model.minSize * this.shortPrice;
    this.write(OPEN, g, c * this.model.slots + t);
    return g;
  }

  /** Changes what a missing member costs; not between a trial's steps. */
  priceShortage(price: number): void {
    this.cost += (price - this.shortPrice) * this.shortage;
    this.shortPrice = price;
  }

  /** True when g has so few members that it may not lose any. */
  atLeast(g: number): boolean {
    return !this.shortPrice && this.size[g]! <= this.model.minSize;
  }

  /** True when g has too few members to stay. */
  tooSmall(g: number): boolean {
    return this.size[g]! < (this.shortPrice ? 1 : this.model.minSize);
  }

  /** Removes a group that has nobody in it any more. */
  closeGroup(g: number): void {
    const c = this.gc[g]!;
    const last = this.active[--this.activeCount]!;
    const at = this.activeAt[g]!;
    this.active[at] = last;
    this.activeAt[last] = at;
    const row = c * this.stride;
    const left = this.compCount[c]! - 1;
    this.compCount[c] = left;
    const moved = this.byComp[row + left]!;
    const place = this.compAt[g]!;
    this.byComp[row + place] = moved;
    this.compAt[moved] = place;
    this.free[this.freeCount++] = g;
    this.use(c, this.gt[g]!, -1);
    this.shortage -= this.model.minSize;
    this.cost -= this.model.groupPrice + this.model.minSize * this.shortPrice;
    this.write(CLOSE, g, c * this.model.slots + this.gt[g]!);
  }

  /** True when everything that a further group of c needs is to be had at t. */
  hasResources(c: number, t: number): boolean {
    const m = this.model;
    for (let q = m.resourceStart[c]!; q < m.resourceStart[c + 1]!; q++) {
      const r = m.resourceOf[q]!;
      if (this.using[r * m.slots + t]! >= m.resourceCapacity[r]!) return false;
    }
    return true;
  }

  addLead(g: number, j: number): void {
    const m = this.model;
    const t = this.gt[g]!;
    const load = this.load[j]! + 1;
    this.cost += this.personCost(g, j) + m.loadPrice * load;
    this.load[j] = load;
    this.enter(g, j, t);
    const count = this.leadCount[g]!;
    this.leads[g * m.maxConsultants + count] = j;
    this.leadCount[g] = count + 1;
    this.write(ADD_LEAD, g, j);
  }

  dropLead(g: number, j: number): void {
    const m = this.model;
    const base = g * m.maxConsultants;
    const last = this.leadCount[g]! - 1;
    let at = base;
    while (this.leads[at] !== j) at++;
    this.leads[at] = this.leads[base + last]!;
    this.leadCount[g] = last;
    this.leave(g, j);
    const load = this.load[j]!;
    this.load[j] = load - 1;
    this.cost -= this.personCost(g, j) + m.loadPrice * load;
    this.write(DROP_LEAD, g, j);
  }

  addMember(g: number, i: number): void {
    const m = this.model;
    const need = i * m.comps + this.gc[g]!;
    this.cost += this.personCost(g, i) - m.gain[need]! - (this.modules[i] ? 0 : m.leftOutPrice);
    this.modules[i] = this.modules[i]! + 1;
    this.served[need] = g;
    this.enter(g, i, this.gt[g]!);
    const count = this.size[g]!;
    this.members[g * m.maxSize + count] = i;
    this.size[g] = count + 1;
    if (count < m.minSize) {
      this.shortage--;
      this.cost -= this.shortPrice;
    }
    this.write(ADD_MEMBER, g, i);
  }

  dropMember(g: number, i: number): void {
    const m = this.model;
    const need = i * m.comps + this.gc[g]!;
    const base = g * m.maxSize;
    const last = this.size[g]! - 1;
    let at = base;
    while (this.members[at] !== i) at++;
    this.members[at] = this.members[base + last]!;
    this.size[g] = last;
    if (last < m.minSize) {
      this.shortage++;
      this.cost += this.shortPrice;
    }
    this.leave(g, i);
    this.served[need] = -1;
    const modules = this.modules[i]! - 1;
    this.modules[i] = modules;
    this.cost += m.gain[need]! + (modules ? 0 : m.leftOutPrice) - this.personCost(g, i);
    this.write(DROP_MEMBER, g, i);
  }

  /** Price of the person's presence in g (repeats, slot, old pairs), while the person is not in it. */
  personCost(g: number, i: number): number {
    const m = this.model;
    let cost = 0;
    if (this.subjCount[g * m.subjects + m.subj[i]!]) cost += m.subjPrice;
    if (m.schoolPrice && this.schoolCount[g * m.schools + m.school[i]!]) cost += m.schoolPrice;
    if (m.av[i * m.slots + this.gt[g]!] === 1) cost += m.slotPrice;
    if (m.old.any[i]) {
      const a = g * m.maxConsultants;
      for (let q = a + this.leadCount[g]! - 1; q >= a; q--) if (m.old.has(i, this.leads[q]!)) cost += m.oldPrice;
      const b = g * m.maxSize;
      for (let q = b + this.size[g]! - 1; q >= b; q--) if (m.old.has(i, this.members[q]!)) cost += m.oldPrice;
    }
    return m.extras ? cost - this.wishes.ofJoining(g, i) : cost;
  }

  /** What dropping the member adds to the cost (negative when it saves). */
  leaveCost(g: number, i: number): number {
    const m = this.model;
    let cost = m.gain[i * m.comps + this.gc[g]!]! + (this.modules[i] === 1 ? m.leftOutPrice : 0);
    if (this.size[g]! <= m.minSize) cost += this.shortPrice;
    if (this.subjCount[g * m.subjects + m.subj[i]!]! > 1) cost -= m.subjPrice;
    if (m.schoolPrice && this.schoolCount[g * m.schools + m.school[i]!]! > 1) cost -= m.schoolPrice;
    if (m.av[i * m.slots + this.gt[g]!] === 1) cost -= m.slotPrice;
    if (m.old.any[i]) {
      const a = g * m.maxConsultants;
      for (let q = a + this.leadCount[g]! - 1; q >= a; q--) if (m.old.has(i, this.leads[q]!)) cost -= m.oldPrice;
      const b = g * m.maxSize;
      for (let q = b + this.size[g]! - 1; q >= b; q--) if (m.old.has(i, this.members[q]!)) cost -= m.oldPrice;
    }
    return m.extras ? cost + this.wishes.ofStaying(g, i) : cost;
  }

  private use(c: number, t: number, change: number): void {
    const m = this.model;
    for (let q = m.resourceStart[c]!; q < m.resourceStart[c + 1]!; q++) {
      const u = m.resourceOf[q]! * m.slots + t;
      this.using[u] = this.using[u]! + change;
    }
  }

  /** True when somebody in g must not meet the person. */
  clashes(g: number, i: number): boolean {
    const m = this.model;
    const forbidden = m.forbidden[this.gc[g]!]!;
    if (!forbidden.any[i]) return false;
    const a = g * m.maxConsultants;
    for (let q = a + this.leadCount[g]! - 1; q >= a; q--) if (forbidden.has(i, this.leads[q]!)) return true;
    const b = g * m.maxSize;
    for (let q = b + this.size[g]! - 1; q >= b; q--) if (forbidden.has(i, this.members[q]!)) return true;
    return false;
  }

  /** Members the group can have with the consultants it has. */
  capacity(g: number): number {
    return this.model.capacity(this.gc[g]!, this.leadCount[g]!);
  }

  /** May the group have one consultant more? */
  hasRoomToLead(g: number): boolean {
    return this.leadCount[g]! < this.model.mostLeads[this.gc[g]!]!;
  }

  /** True when the people of g are of two subjects at least. */
  mixed(g: number): boolean {
    const m = this.model;
    const total = this.size[g]! + this.leadCount[g]!;
    return total > 0 && this.subjCount[g * m.subjects + m.subj[this.leads[g * m.maxConsultants]!]!]! < total;
  }

  /** True when without member i the people of g would be of one subject. */
  isMixedBy(g: number, i: number): boolean {
    const m = this.model;
    const own = m.subj[this.leads[g * m.maxConsultants]!]!;
    return m.subj[i] !== own && this.subjCount[g * m.subjects + own] === this.size[g]! + this.leadCount[g]! - 1;
  }

  /** The unlocked groups, in the order of the active list. */
  pack(): PackedGroups {
    const m = this.model;
    const out: number[] = [];
    for (let a = 0; a < this.activeCount; a++) {
      const g = this.active[a]!;
      if (this.locked[g]) continue;
      out.push(this.gc[g]!, this.gt[g]!, this.leadCount[g]!, this.size[g]!);
      for (let q = 0; q < this.leadCount[g]!; q++) out.push(this.leads[g * m.maxConsultants + q]!);
      for (let q = 0; q < this.size[g]!; q++) out.push(this.members[g * m.maxSize + q]!);
    }
    return out;
  }

  /** Replaces everything but the locked groups by packed ones; equal input gives an equal state, to the order of lists. */
  unpack(groups: readonly number[]): void {
    this.clear();
    for (let at = 0; at < groups.length;) {
      const g = this.openGroup(groups[at]!, groups[at + 1]!);
      const leads = groups[at + 2]!;
      const size = groups[at + 3]!;
      at += 4;
      for (let q = 0; q < leads; q++) this.addLead(g, groups[at++]!);
      for (let q = 0; q < size; q++) this.addMember(g, groups[at++]!);
      this.written = 0;
    }
  }

  private enter(g: number, i: number, t: number): void {
    const m = this.model;
    this.busy[i * m.slots + t] = g;
    const s = g * m.subjects + m.subj[i]!;
    this.subjCount[s] = this.subjCount[s]! + 1;
    if (m.schoolPrice) {
      const h = g * m.schools + m.school[i]!;
      this.schoolCount[h] = this.schoolCount[h]! + 1;
    }
    if (m.extras) this.wishes.count(g, i, 1);
  }

  private leave(g: number, i: number): void {
    const m = this.model;
    this.busy[i * m.slots + this.gt[g]!] = -1;
    const s = g * m.subjects + m.subj[i]!;
    this.subjCount[s] = this.subjCount[s]! - 1;
    if (m.schoolPrice) {
      const h = g * m.schools + m.school[i]!;
      this.schoolCount[h] = this.schoolCount[h]! - 1;
    }
    if (m.extras) this.wishes.count(g, i, -1);
  }

  private write(op: number, g: number, x: number): void {
    if (this.written + 3 > this.journal.length) {
      const larger = new Int32Array(this.journal.length * 2);
      larger.set(this.journal);
      this.journal = larger;
    }
    this.journal[this.written] = op;
    this.journal[this.written + 1] = g;
    this.journal[this.written + 2] = x;
    this.written += 3;
  }
}
