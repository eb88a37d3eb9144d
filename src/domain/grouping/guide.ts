// Which groups the search should try: random draws of (competency, slot, consultant) in favour of those the relaxation finds good.
import type { Model } from './model';
import type { Random } from './random';

/** Draws entries of `model.lead`; an entry stands for a consultant together with a competency and a slot. */
export class Guide {
  /** [entry] c·T+t. */
  readonly pair: Int32Array;
  private readonly sums: Float64Array;
  private readonly leaderStart: Int32Array;
  private readonly leaderEntry: Int32Array;
  private readonly leaderSums: Float64Array;

  constructor(model: Model) {
    const size = model.lead.length;
    this.pair = new Int32Array(size);
    this.sums = new Float64Array(size);
    this.leaderSums = new Float64Array(size);
    this.leaderEntry = new Int32Array(size);
    this.leaderStart = new Int32Array(model.n + 1);
    for (let e = 0; e < size; e++) this.leaderStart[model.lead[e]! + 1]!++;
    for (let j = 0; j < model.n; j++) this.leaderStart[j + 1]! += this.leaderStart[j]!;
    const next = this.leaderStart.slice();
    for (let ct = 0; ct < model.open.length; ct++)
      for (let e = model.leadStart[ct]!; e < model.leadStart[ct + 1]!; e++) {
        this.pair[e] = ct;
        this.leaderEntry[next[model.lead[e]!]!++] = e;
      }
    this.weigh(new Float64Array(size).fill(1), model);
  }

  /** Sets the chances of the entries, in proportion to `weight`; entries where no group can exist get none. */
  weigh(weight: Float64Array, model: Model): void {
    let sum = 0;
    for (let e = 0; e < this.sums.length; e++) {
      if (model.open[this.pair[e]!]) sum += weight[e]!;
      this.sums[e] = sum;
    }
    sum = 0;
    for (let q = 0; q < this.leaderEntry.length; q++) {
      const e = this.leaderEntry[q]!;
      if (model.open[this.pair[e]!]) sum += weight[e]!;
      this.leaderSums[q] = sum;
    }
  }

  /** Any entry, or −1 when there is none. */
  draw(random: Random): number {
    return this.search(this.sums, 0, this.sums.length, random);
  }

  /** An entry of consultant j, or −1. */
  drawOf(j: number, random: Random): number {
    const q = this.search(this.leaderSums, this.leaderStart[j]!, this.leaderStart[j + 1]!, random);
    return q < 0 ? -1 : this.leaderEntry[q]!;
  }

  private search(sums: Float64Array, from: number, until: number, random: Random): number {
    if (from >= until) return -1;
    const low = from ? sums[from - 1]! : 0;
    const high = sums[until - 1]!;
    if (high <= low) return -1;
    const x = low + random.next() * (high - low);
    let a = from;
    let b = until - 1;
    while (a < b) {
      const middle = (a + b) >> 1;
      if (sums[middle]! > x) b = middle;
      else a = middle + 1;
    }
    return a;
  }
}
