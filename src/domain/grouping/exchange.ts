// Two people of two groups change places: what balanced groups that are full need to become more diverse.
import type { Model } from './model';
import type { Random } from './random';
import type { State } from './state';

/**
 * The interchange of Lotfi and Cerveny ("A final-exam-scheduling package", 1991) between groups of any competencies: a random member of
 * one group against that member of another with whom the exchange costs least.
 */
export class Exchange {
  private readonly model: Model;

  constructor(
    private readonly state: State,
    private readonly random: Random,
  ) {
    this.model = state.model;
  }

  /** Exchanges somebody of g for somebody else. False when it cannot be done lawfully, and must then be undone. */
  run(g: number): boolean {
    const m = this.model;
    const s = this.state;
    const { random } = this;
    if (g < 0 || !s.size[g]) return true;
    const i = s.members[g * m.maxSize + random.below(s.size[g]!)]!;
    const h = this.partner(i, g);
    if (h < 0) return true;
    s.dropMember(g, i);
    const need = i * m.comps + s.gc[h]!;
    if (!m.av[i * m.slots + s.gt[h]!] || s.busy[i * m.slots + s.gt[h]!]! >= 0 || s.served[need]! >= 0) return false;
    let best = -1;
    let least = Infinity;
    for (let q = s.size[h]! - 1; q >= 0; q--) {
      const k = s.members[h * m.maxSize + q]!;
      if (!m.deficit[k * m.comps + s.gc[g]!] || !m.av[k * m.slots + s.gt[g]!]) continue;
      const mark = s.mark;
      s.dropMember(h, k);
      // Dropping puts members in another order, and undoing puts k last: the next one is still at q − 1.
      if (this.mayJoin(g, k) && !s.clashes(h, i)) {
        const back = m.gain[k * m.comps + s.gc[g]!]! + (s.modules[k] ? 0 : m.leftOutPrice);
        const cost = s.cost - back + s.personCost(g, k) + s.personCost(h, i);
        if (cost < least) {
          least = cost;
          best = k;
        }
      }
      s.undo(mark);
    }
    if (best < 0) return false;
    s.dropMember(h, best);
    s.addMember(h, i);
    s.addMember(g, best);
    return s.mixed(g) && s.mixed(h);
  }

  private mayJoin(g: number, k: number): boolean {
    const m = this.model;
    const s = this.state;
    return s.busy[k * m.slots + s.gt[g]!]! < 0 && s.served[k * m.comps + s.gc[g]!]! < 0 && !s.clashes(g, k);
  }

  /** Another unlocked group that a random deficit of i's could be served in, or −1. */
  private partner(i: number, g: number): number {
    const m = this.model;
    const s = this.state;
    const from = m.needStart[i]!;
    const c = m.needs[from + this.random.below(m.needStart[i + 1]! - from)]!;
    const count = s.compCount[c]!;
    if (!count) return -1;
    const h = s.byComp[c * s.stride + this.random.below(count)]!;
    return h === g || s.locked[h] ? -1 : h;
  }
}
