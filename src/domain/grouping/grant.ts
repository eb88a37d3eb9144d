// A group built for the sake of a wish: of the two who asked to meet, wherever else they sit now.
import type { Model } from './model';
import type { Random } from './random';
import type { Seating } from './seating';
import type { State } from './state';

/** Share of the grants that bring a further consultant into a group instead of opening one. */
const JOINS = 0.3;

/**
 * Wishes are left out of what guides the search, so that a pair whose only lawful group looks bad would hardly ever be tried. Here a
 * random wish that is not met chooses the group.
 */
export class Grant {
  private readonly model: Model;
  private readonly state: State;
  private readonly random: Random;

  constructor(private readonly seating: Seating) {
    this.model = seating.model;
    this.state = seating.state;
    this.random = seating.random;
  }

  /** Makes a group meet some wish; the groups that its people leave are not mended here. False when nothing is changed. */
  run(): boolean {
    const m = this.model;
    const s = this.state;
    const w = this.random.below(m.wishPrice.length);
    if (s.wishes.isMet(w) || s.freeGroups < 2) return false;
    if (this.random.next() < JOINS) return this.join(w);
    const ct = this.place(w);
    if (ct < 0) return false;
    const c = (ct / m.slots) | 0;
    const mark = s.mark;
    const t = ct - c * m.slots;
    const freed = this.free(m.wishA[w]!, c, t) && this.free(m.wishB[w]!, c, t);
    if (freed && s.hasResources(c, t) && this.build(w, c, t)) return true;
    s.undo(mark);
    return false;
  }

  /** Who can lead joins the other's group as one more consultant. */
  private join(w: number): boolean {
    const m = this.model;
    const s = this.state;
    let found = -1;
    let lead = -1;
    let seen = 0;
    for (let side = m.wishLeads[w] ? 1 : 0; side < 2; side++) {
      const [j, i] = side ? [m.wishB[w]!, m.wishA[w]!] : [m.wishA[w]!, m.wishB[w]!];
      for (let t = 0; t < m.slots; t++) {
        const g = s.busy[i * m.slots + t]!;
        if (g < 0 || s.locked[g] || !this.seating.isMember(g, i) || !s.hasRoomToLead(g)) continue;
        const c = s.gc[g]!;
        if ((m.wishComp[w]! >= 0 && m.wishComp[w] !== c) || !m.canLead[j * m.comps + c]) continue;
        if (!m.av[j * m.slots + t] || s.busy[j * m.slots + t] === g || s.clashes(g, j)) continue;
        if (this.random.below(++seen) > 0) continue;
        found = g;
        lead = j;
      }
    }
    if (found < 0) return false;
    const mark = s.mark;
    const freed = this.free(lead, s.gc[found]!, s.gt[found]!) && s.isOpen(found) && s.size[found]! > 0;
    if (freed) s.addLead(found, lead);
    else s.undo(mark);
    return freed;
  }

  /** A random c·T+t at which the two could meet as the wish asks, or −1. */
  private place(w: number): number {
    const m = this.model;
    const [a, b] = [m.wishA[w]!, m.wishB[w]!];
    let found = -1;
    let seen = 0;
    for (const ct of m.openPairs) {
      const c = (ct / m.slots) | 0;
      const t = ct - c * m.slots;
      if (m.wishComp[w]! >= 0 && m.wishComp[w] !== c) continue;
      if (!m.av[a * m.slots + t] || !m.av[b * m.slots + t] || m.forbidden[c]!.has(a, b)) continue;
      const [leadA, leadB] = [m.canLead[a * m.comps + c]!, m.canLead[b * m.comps + c]!];
      if (leadA && (leadB || m.wishLeads[w])) continue;
      if (m.wishLeads[w] && !leadB) continue;
      if (!(leadA || m.deficit[a * m.comps + c]) || !(leadB || m.deficit[b * m.comps + c])) continue;
      if (this.random.below(++seen) === 0) found = ct;
    }
    return found;
  }

  /** Takes the person out of whatever keeps him or her from a new group of c at t. False when that cannot be. */
  private free(i: number, c: number, t: number): boolean {
    const m = this.model;
    const s = this.state;
    const h = s.busy[i * m.slots + t]!;
    if (h >= 0 && !this.leave(h, i)) return false;
    if (m.canLead[i * m.comps + c]) {
      if (s.load[i]! < m.maxLead[i]!) return true;
      return this.leave(
        this.anyOf(i, (g) => !this.seating.isMember(g, i)),
        i,
      );
    }
    const held = s.served[i * m.comps + c]!;
    if (held >= 0 && !this.leave(held, i)) return false;
    if (s.modules[i]! < m.maxMember[i]!) return true;
    return this.leave(
      this.anyOf(i, (g) => this.seating.isMember(g, i)),
      i,
    );
  }

  /** A random one of the person's unlocked groups of some kind, or −1. */
  private anyOf(i: number, kind: (g: number) => boolean): number {
    const m = this.model;
    const s = this.state;
    let found = -1;
    let seen = 0;
    for (let t = 0; t < m.slots; t++) {
      const g = s.busy[i * m.slots + t]!;
      if (g >= 0 && !s.locked[g] && kind(g) && this.random.below(++seen) === 0) found = g;
    }
    return found;
  }

  /** A member goes, a consultant's group is taken apart. False when there is no group or it is locked. */
  private leave(g: number, i: number): boolean {
    const s = this.state;
    if (g < 0 || s.locked[g]) return false;
    if (!this.seating.isMember(g, i)) this.seating.takeApart(g);
    else {
      s.dropMember(g, i);
      this.seating.toPool(i);
    }
    return true;
  }

  /** Opens the group with the two and fills it; false when it would not be lawful. */
  private build(w: number, c: number, t: number): boolean {
    const m = this.model;
    const s = this.state;
    const g = s.openGroup(c, t);
    for (const i of [m.wishA[w]!, m.wishB[w]!])
      if (m.canLead[i * m.comps + c]) s.addLead(g, i);
      else s.addMember(g, i);
    while (!s.leadCount[g] || s.size[g]! > s.capacity(g)) {
      const j = s.hasRoomToLead(g) ? this.seating.chooseLead(g, true) : -1;
      if (j < 0) return false;
      this.seating.admitLead(g, j);
    }
    return this.seating.fillAnew(g);
  }
}
