// Whom a single group would take at the relaxation's prices: the most profitable, subjects mixed.
import type { Model } from './model';

/** The best members of one (competency, slot), found once and asked for with consultants of different subjects. */
export class MemberRanking {
  /** [person] what he or she is worth here; to be set before `rank`. */
  readonly profit: Float64Array;
  /** How many the last `best` took, and whom. */
  chosen = 0;
  readonly who: Int32Array;

  private readonly topValue: Float64Array;
  private readonly topWho: Int32Array;
  private topCount = 0;
  private readonly firstOfSubject: Int32Array;

  constructor(private readonly model: Model) {
    this.profit = new Float64Array(model.n);
    this.who = new Int32Array(model.maxSize);
    this.topValue = new Float64Array(model.maxSize + 1);
    this.topWho = new Int32Array(model.maxSize + 1);
    this.firstOfSubject = new Int32Array(model.subjects);
  }

  /** Ranks the first `count` people of `order` by profit less the repeat price of their subject; maxSize + 1 are kept at most. */
  rank(order: Int32Array, count: number): void {
    const m = this.model;
    const { profit, topValue, topWho, firstOfSubject } = this;
    firstOfSubject.fill(-1);
    for (let q = 0; q < count; q++) {
      const i = order[q]!;
      const s = m.subj[i]!;
      const first = firstOfSubject[s]!;
      if (first < 0 || profit[i]! > profit[first]!) firstOfSubject[s] = i;
    }
    const most = m.maxSize + 1;
    let kept = 0;
    for (let q = 0; q < count; q++) {
      const i = order[q]!;
      const value = firstOfSubject[m.subj[i]!] === i ? profit[i]! : profit[i]! - m.subjPrice;
      if (kept === most && value <= topValue[most - 1]!) continue;
      let at = kept < most ? kept++ : most - 1;
      while (at > 0 && topValue[at - 1]! < value) {
        topValue[at] = topValue[at - 1]!;
        topWho[at] = topWho[at - 1]!;
        at--;
      }
      topValue[at] = value;
      topWho[at] = i;
    }
    this.topCount = kept;
  }

  /**
   * The greatest worth of minSize … capacity members beside consultants the first of whom is of `subject`, −Infinity when there are too
   * few. Asked again with `chosen` as the capacity it takes the same people.
   */
  best(capacity: number, subject: number, leads: number): number {
    const m = this.model;
    const { topValue, topWho, topCount, who } = this;
    const first = this.firstOfSubject[subject]!;
    let moved = Infinity;
    let worth = 0;
    let taken = 0;
    let at = 0;
    while (taken < capacity) {
      let value = -Infinity;
      if (at < topCount && topWho[at] === first && moved === Infinity) {
        moved = topValue[at]! - m.subjPrice;
        at++;
        continue;
      }
      if (at < topCount) value = topValue[at]!;
      let i = first;
      if (moved !== Infinity && moved !== -Infinity && moved >= value) {
        value = moved;
        moved = -Infinity;
      } else i = topWho[at++] ?? -1;
      if (value === -Infinity) break;
      if (taken + leads >= m.schools) value -= m.schoolPrice;
      if (value <= 0 && taken >= m.minSize) break;
      worth += value;
      who[taken++] = i;
    }
    this.chosen = taken;
    return taken < m.minSize ? -Infinity : worth;
  }
}
