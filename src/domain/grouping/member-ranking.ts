// Whom a single group would take at the relaxation's prices: the most profitable, subjects mixed.
import { FRACTION } from './fraction';
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
  /** [consultants] what they take whatever their subjects are: how much it is worth, how many, and the last one's value. */
  private readonly anyWorth: Float64Array;
  private readonly anyChosen: Int32Array;
  private readonly anyLast: Float64Array;
  private last = FRACTION;
  /** The competency asked about. */
  private competency = 0;

  constructor(private readonly model: Model) {
    this.profit = new Float64Array(model.n);
    this.who = new Int32Array(model.maxSize);
    this.topValue = new Float64Array(model.maxSize + 1);
    this.topWho = new Int32Array(model.maxSize + 1);
    this.firstOfSubject = new Int32Array(model.subjects).fill(-1);
    this.anyWorth = new Float64Array(model.maxConsultants + 1);
    this.anyChosen = new Int32Array(model.maxConsultants + 1);
    this.anyLast = new Float64Array(model.maxConsultants + 1);
  }

  /**
   * Ranks the first `count` people of `order` by profit less the repeat price of their subject, for groups of this competency; one more
   * than these can have is kept at most.
   */
  rank(order: Int32Array, count: number, competency: number): void {
    const m = this.model;
    this.competency = competency;
    const { profit, topValue, topWho, firstOfSubject } = this;
    const { subjPrice } = m;
    // Where repeats cost nothing, nobody is the first of a subject.
    if (subjPrice) this.findFirsts(order, count);
    const most = m.mostMembers[competency]! + 1;
    // Who is worth nothing only makes up the least number, and one more where the best of the consultant's subject comes last of it.
    const least = m.minSize;
    let kept = 0;
    for (let q = 0; q < count; q++) {
      const i = order[q]!;
      const value = subjPrice && firstOfSubject[m.subj[i]!] !== i ? profit[i]! - subjPrice : profit[i]!;
      if (value <= 0 && kept > least && value <= topValue[least]!) continue;
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
    for (let leads = m.usefulLeads[competency]!; leads; leads--) {
      const capacity = m.capacity(competency, leads);
      if (capacity < m.minSize) break;
      this.anyWorth[leads] = this.best(capacity, -1, leads);
      this.anyChosen[leads] = this.chosen;
      this.anyLast[leads] = this.last;
    }
  }

  private findFirsts(order: Int32Array, count: number): void {
    const { profit, firstOfSubject, model } = this;
    firstOfSubject.fill(-1);
    for (let q = 0; q < count; q++) {
      const i = order[q]!;
      const s = model.subj[i]!;
      const first = firstOfSubject[s]!;
      if (first < 0 || profit[i]! > profit[first]!) firstOfSubject[s] = i;
    }
  }

  /** What `leads` consultants' members are worth at most, whatever the consultants' subjects are. */
  atMost(leads: number): number {
    return this.anyWorth[leads]!;
  }

  /** As `best` with as many members as `leads` consultants can have, but `who` is not told. */
  worth(subject: number, leads: number): number {
    const { model: m, firstOfSubject, profit, anyWorth, anyChosen, anyLast } = this;
    const first = firstOfSubject[subject]!;
    if (first >= 0 && profit[first]! >= anyLast[leads]!)
      return this.best(m.capacity(this.competency, leads), subject, leads);
    this.chosen = anyChosen[leads]!;
    return anyWorth[leads]!;
  }

  /**
   * The greatest worth of minSize … capacity members beside consultants the first of whom is of `subject` (−1: of none that members
   * are of), −Infinity when there are too few. Asked again with `chosen` as the capacity it takes the same people.
   */
  best(capacity: number, subject: number, leads: number): number {
    const m = this.model;
    const { topValue, topWho, topCount, who } = this;
    const first = subject < 0 ? -1 : this.firstOfSubject[subject]!;
    let moved = Infinity;
    let worth = 0;
    let taken = 0;
    let at = 0;
    this.last = -Infinity;
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
      this.last = value;
      if (taken + leads >= m.schools) value -= m.schoolPrice;
      if (value <= 0 && taken >= m.minSize) break;
      worth += value;
      who[taken++] = i;
    }
    this.chosen = taken;
    return taken < m.minSize ? -Infinity : worth;
  }
}
