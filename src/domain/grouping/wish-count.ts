// Which wishes the groups of a state fulfil, and what it saves that people are where they were.
import type { Model } from './model';

/** Where people sit: the parts of `State` that wishes depend on. */
interface Seats {
  /** [group] its competency and its slot. */
  readonly gc: Int32Array;
  readonly gt: Int32Array;
  /** [i·T+t] the group a person sits in, or −1. */
  readonly busy: Int32Array;
}

/** Counts as people come and go: `count` is told of each. */
export class WishCount {
  /** [wish] in how many groups it is fulfilled. */
  private readonly met: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly seats: Seats,
  ) {
    this.met = new Int32Array(model.wishPrice.length);
  }

  clear(): void {
    this.met.fill(0);
  }

  /** Is the wish fulfilled at present? */
  isMet(w: number): boolean {
    return this.met[w]! > 0;
  }

  /** Sum of the prices of the wishes that are fulfilled. */
  worthMet(): number {
    let sum = 0;
    for (let w = 0; w < this.met.length; w++) if (this.met[w]) sum += this.model.wishPrice[w]!;
    return sum;
  }

  /** What it would save in wishes and changes that somebody who is not in g came to it. */
  ofJoining(g: number, i: number): number {
    return this.worth(g, i, 0);
  }

  /** What would be lost in wishes and changes if somebody of g left it. */
  ofStaying(g: number, i: number): number {
    return this.worth(g, i, 1);
  }

  /** Somebody has come to g (`change` 1), or is no longer in it (−1). */
  count(g: number, i: number, change: number): void {
    const m = this.model;
    for (let q = m.wishStart[i]!; q < m.wishStart[i + 1]!; q++) {
      const w = m.wishOf[q]!;
      if (this.fulfils(g, i, w)) this.met[w] = this.met[w]! + change;
    }
  }

  /**
   * What the person's presence in g saves.
   * @param met how many groups fulfil a wish that counts: 0 for somebody who is not in g (it would be fulfilled), 1 for somebody who is
   *   (it would be no more)
   */
  private worth(g: number, i: number, met: number): number {
    const m = this.model;
    const c = this.seats.gc[g]!;
    const t = this.seats.gt[g]!;
    let worth = m.kept.length && m.kept[(i * m.comps + c) * m.slots + t] ? m.changePrice : 0;
    for (let q = m.wishStart[i]!; q < m.wishStart[i + 1]!; q++) {
      const w = m.wishOf[q]!;
      if (this.met[w] === met && this.fulfils(g, i, w)) worth += m.wishPrice[w]!;
    }
    return worth;
  }

  /** True when the other person of the wish sits in g, in the role that it asks for, and g is about what the wish is about. */
  private fulfils(g: number, i: number, w: number): boolean {
    const m = this.model;
    const b = m.wishB[w]!;
    const other = i === b ? m.wishA[w]! : b;
    if (this.seats.busy[other * m.slots + this.seats.gt[g]!] !== g) return false;
    const c = this.seats.gc[g]!;
    if (m.wishComp[w]! >= 0 && m.wishComp[w] !== c) return false;
    // Who has the surplus of a group's competency can only be its consultant. Two consultants do not meet: else a group would get one
    // whom it does not need.
    const bLeads = m.canLead[b * m.comps + c] === 1;
    const aLeads = m.canLead[m.wishA[w]! * m.comps + c] === 1;
    return m.wishLeads[w] ? bLeads && !aLeads : !(aLeads && bLeads);
  }
}
