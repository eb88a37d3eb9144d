// The prices that stand for rules in the relaxation, and their steps.
import type { Model } from './model';

/** How much of the last direction is kept. */
const KEEP = 0.7;

/** Prices of rules of one kind, how far the present solution breaks each, and where the last step went. */
export class Multiplier {
  readonly gradient: Float64Array;

  /**
   * @param price the prices, and `direction` as many places for the last step
   * @param floor true where prices are not below 0
   */
  constructor(
    readonly price: Float64Array,
    private readonly direction: Float64Array,
    private readonly floor: boolean,
  ) {
    this.gradient = new Float64Array(price.length);
  }

  /** direction := gradient + KEEP · direction; a price at its floor of 0 is not pulled below it. Gives the squared length. */
  deflect(): number {
    const { price, gradient, direction, floor } = this;
    let norm = 0;
    for (let q = gradient.length - 1; q >= 0; q--) {
      let d = gradient[q]! + KEEP * direction[q]!;
      if (floor && d < 0 && price[q] === 0) d = 0;
      direction[q] = d;
      norm += d * d;
    }
    return norm;
  }

  /** price := price + step · direction, not below 0 where there is a floor. */
  shift(step: number): void {
    const { price, direction, floor } = this;
    for (let q = price.length - 1; q >= 0; q--) {
      const value = price[q]! + step * direction[q]!;
      price[q] = floor && value < 0 ? 0 : value;
    }
  }
}

/** All of them: each ties groups to one another. */
export class Multipliers {
  /** [person] the own limit as a member. */
  readonly member: Multiplier;
  /** [person] the own limit as a consultant. */
  readonly lead: Multiplier;
  /** [placeAt[i·T+t]] one group at a time, for those who can come. */
  readonly place: Multiplier;
  /** [needAt[i·C+c]] a deficit is served once. */
  readonly need: Multiplier;
  readonly placeAt: Int32Array;
  readonly needAt: Int32Array;
  /** All prices and then all directions, in one piece: so they are quickly put aside. */
  readonly changing: Float64Array;
  private readonly prices: Float64Array;
  private readonly best: Float64Array;

  constructor(model: Model) {
    this.placeAt = numbered(model.av);
    this.needAt = numbered(model.deficit);
    const counts = [model.n, model.n, count(model.av), count(model.deficit)];
    const all = counts.reduce((sum, one) => sum + one, 0);
    this.changing = new Float64Array(2 * all);
    this.prices = this.changing.subarray(0, all);
    this.best = new Float64Array(all);
    let from = 0;
    const [member, lead, place, need] = counts.map((one, kind) => {
      const price = this.changing.subarray(from, from + one);
      const direction = this.changing.subarray(all + from, all + from + one);
      from += one;
      return new Multiplier(price, direction, kind > 1);
    });
    this.member = member!;
    this.lead = lead!;
    this.place = place!;
    this.need = need!;
  }

  /** Remembers the prices as the best so far. */
  keep(): void {
    this.best.set(this.prices);
  }

  /** Goes back to the best prices, from where steps begin anew. */
  recall(): void {
    this.changing.fill(0);
    this.prices.set(this.best);
  }

  /** Moves the prices along the deflected subgradient (Camerini, Fratta, Maffioli, 1975) by a step of `length` divided by its square. */
  move(length: number): void {
    const { member, lead, place, need } = this;
    const norm = member.deflect() + lead.deflect() + place.deflect() + need.deflect();
    if (norm <= 0) return;
    const step = length / norm;
    member.shift(step);
    lead.shift(step);
    place.shift(step);
    need.shift(step);
  }
}

/** [at] the number of the place among those that are not 0, −1 for one that is. */
function numbered(values: Uint8Array): Int32Array {
  let next = 0;
  return Int32Array.from(values, (value) => (value ? next++ : -1));
}

function count(values: Uint8Array): number {
  return values.reduce((all, value) => all + (value ? 1 : 0), 0);
}
