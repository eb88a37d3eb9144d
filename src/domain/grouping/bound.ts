// Lagrangian relaxation of the problem: a lower bound of the cost that holds for every solution, and which groups look worth having.
import { FRACTION } from './fraction';
import type { Model } from './model';
import { Multipliers } from './multipliers';
import { PairGroups } from './pair-groups';
import type { State } from './state';

/** Staff from which the ascent starts from a guess and takes fewer steps. */
const LARGE = 200;
/** Length of the shortest steps, as a share of Polyak's. */
const LEAST_STEP = 0.02;
/** Weight of the present step in the average of what the steps have used. */
const FRESH = 0.02;
/** What a step takes besides looking at people, in people. */
const STEP_WORK = 150;
/** Share of the chances that goes by the groups' values, so that nothing is out of the question. */
const BY_VALUE = 0.2;

/**
 * The rules that tie groups to one another (a person's limits, one group at a time, a deficit served once) are priced instead of
 * required; then each (competency, slot) is solved by itself. Whatever the prices, the value is not above the optimum (weak
 * duality: Held, Karp, "The traveling-salesman problem and minimum spanning trees", 1970). Forbidden and old pairs and resources are
 * left out, every wish is taken as fulfilled, and repeats of schools are counted only beyond the number of schools, all of which can
 * only lower the value.
 */
export class Relaxation {
  /** The best bound so far. */
  bound = -Infinity;
  private readonly model: Model;
  private readonly base: number = FRACTION;
  private readonly memberLeft: Int32Array;
  private readonly leadFrom: Int32Array;
  private readonly rewarded: Uint8Array;
  private readonly multipliers: Multipliers;
  private readonly pairs: PairGroups;
  /** [entry of model.lead] how often the steps' solutions used it on average. */
  private readonly usage: Float64Array;
  /** Steps of the ascent, and all steps. */
  private ascended = 0;
  private steps = 0;
  private theta = FRACTION;
  private stale = 0;
  private idle = 0;

  /** `state` holds the locked groups and nothing else. */
  constructor(state: State) {
    const m = (this.model = state.model);
    this.base = state.cost - (m.wishTotal - state.wishes.worthMet());
    this.theta = 1;
    const { n, comps: C } = m;
    this.memberLeft = new Int32Array(n);
    this.leadFrom = new Int32Array(n);
    this.rewarded = new Uint8Array(n);
    this.usage = new Float64Array(m.lead.length);
    this.multipliers = new Multipliers(m);
    this.pairs = new PairGroups(m, this.multipliers, state);
    const { member, lead, need, needAt } = this.multipliers;
    // A first guess for a large staff, where steps are dear: it is nearly right when everybody's best deficits can be served
    // and a seat costs its share of a group.
    const seat = (m.groupPrice + m.loadPrice) / m.perConsultant;
    const gains: number[] = [];
    for (let i = 0; i < n; i++) {
      this.memberLeft[i] = Math.max(0, m.maxMember[i]! - state.modules[i]!);
      this.leadFrom[i] = state.load[i]!;
      this.rewarded[i] = state.modules[i] ? 1 : 0;
      lead.price[i] = m.loadPrice * (state.load[i]! + 1);
      gains.length = 0;
      for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) gains.push(m.gain[i * C + m.needs[q]!]!);
      gains.sort((a, b) => b - a);
      const marginal = gains[this.memberLeft[i]!] ?? 0;
      member.price[i] = marginal;
      if (n > LARGE)
        for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
          const at = i * C + m.needs[q]!;
          need.price[needAt[at]!] = Math.max(0, m.gain[at]! - marginal - seat);
        }
    }
  }

  /** One step of the dual ascent towards `target`, the cost of some solution. Gives the value at the present prices. */
  ascend(target: number): number {
    const value = this.evaluate(true);
    this.average(Math.max(FRESH, 1 / ++this.ascended));
    if (value > this.bound + 1e-9) {
      if (value > this.bound + 1e-4 * Math.abs(target - this.bound)) this.stale = this.idle = 0;
      this.bound = value;
      this.multipliers.keep();
    } else if (++this.stale > (this.model.n > LARGE ? 5 : 12)) {
      this.stale = 0;
      if (this.theta > LEAST_STEP) this.theta = Math.max(LEAST_STEP, this.theta * 0.7);
      else this.idle++;
    }
    this.move(target - value);
    return value;
  }

  /** What all steps so far have taken, in people looked at. */
  get work(): number {
    return this.steps * STEP_WORK + this.pairs.looked;
  }

  /** How often the steps' solutions used this entry of model.lead on average, 0 … 1. */
  usageOf(entry: number): number {
    return this.usage[entry]!;
  }

  /** May this entry still be settled on? */
  isFree(entry: number): boolean {
    return !this.pairs.forced[entry] && !this.pairs.excludedLead[entry];
  }

  /** Settles on an entry: its person leads at (c, t), and does nothing else at t. */
  force(entry: number, t: number): void {
    const m = this.model;
    this.pairs.forced[entry] = 1;
    const j = m.lead[entry]!;
    for (let c = 0; c < m.comps; c++) {
      const ct = c * m.slots + t;
      for (let e = m.leadStart[ct]!; e < m.leadStart[ct + 1]!; e++) if (m.lead[e] === j) this.exclude(e);
      for (let e = m.candStart[ct]!; e < m.candStart[ct + 1]!; e++) if (m.cand[e] === j) this.pairs.excludedCand[e] = 1;
    }
  }

  /** Takes an entry that is not settled on out of the question. */
  exclude(entry: number): void {
    if (this.pairs.forced[entry]) return;
    this.pairs.excludedLead[entry] = 1;
    this.usage[entry] = 0;
  }

  /** Takes every entry that is not settled on out of the question. */
  excludeAll(): void {
    for (let e = 0; e < this.usage.length; e++) this.exclude(e);
  }

  /**
   * Some steps from where the prices are, with what is settled; the bound stays, as this is no longer the whole problem.
   * @param enough no more steps once the value is greater
   * @returns the greatest value: no solution with what is settled costs less
   */
  settle(steps: number, length: number, fresh: number, target: number, enough = Infinity): number {
    const { theta } = this;
    this.theta = length;
    let greatest = -Infinity;
    for (let q = 0; q < steps && greatest <= enough; q++) {
      const value = this.evaluate(false);
      greatest = Math.max(greatest, value);
      this.average(fresh);
      this.move(target - value);
    }
    this.theta = theta;
    return greatest;
  }

  /** All that `settle`, `force` and `exclude` change, to come back to. */
  stand(): readonly (Float64Array | Uint8Array)[] {
    return this.changing().map((values) => values.slice());
  }

  restore(stand: ReturnType<Relaxation['stand']>): void {
    this.changing().forEach((values, q) => {
      values.set(stand[q]!);
    });
  }

  /** Lets `work` settle what it likes, from the prices of the best bound; afterwards all is as it was. */
  aside<T>(work: () => T): T {
    const before = this.stand();
    this.multipliers.recall();
    const result = work();
    this.restore(before);
    return result;
  }

  private changing(): readonly (Float64Array | Uint8Array)[] {
    const { excludedCand, excludedLead, forced } = this.pairs;
    return [this.multipliers.changing, this.usage, excludedCand, excludedLead, forced];
  }

  private average(fresh: number): void {
    const { usage } = this;
    const { used } = this.pairs;
    for (let e = 0; e < usage.length; e++) usage[e] = usage[e]! + fresh * (used[e]! - usage[e]!);
  }

  /** A Polyak step. */
  private move(distance: number): void {
    this.multipliers.move(this.theta * Math.max(distance, 1));
  }

  /** Makes the steps long again: worth it when the target has become a better one. */
  lengthen(): void {
    this.theta = 1;
    this.stale = this.idle = 0;
  }

  /** True when more steps towards `target` are of no use. */
  converged(target: number): boolean {
    return this.idle > 2 || target - this.bound < 1e-6;
  }

  /**
   * [entry of model.lead] how worthwhile it is to try this person as the leader of this (c, t). The steps' solutions on average come
   * near an optimum of the linear relaxation (Barahona, Anbil, "The volume algorithm", 2000), and that says far more about which groups
   * are in a good solution than their values do: where nearly all values are about nought, it still chooses.
   */
  weights(): Float64Array {
    const scale = this.model.unit / 3;
    const chances = this.pairs.reduced.map((value) => Math.exp(-Math.max(0, value) / scale) + 0.01);
    const all = sum(chances);
    const used = sum(this.usage);
    if (!used) return chances;
    return chances.map((chance, e) => (BY_VALUE * chance) / all + ((1 - BY_VALUE) * this.usage[e]!) / used);
  }

  /** @param isFull whether the values of all groups are wanted afterwards */
  private evaluate(isFull: boolean): number {
    const { model: m, pairs } = this;
    const { member, lead, place, need } = this.multipliers;
    this.steps++;
    pairs.used.fill(0);
    need.gradient.fill(-1);
    place.gradient.fill(-1);
    let value = this.base - sum(need.price) - sum(place.price);
    for (let i = 0; i < m.n; i++) {
      // The person's own part: how many groups to sit in, how many to lead, at these prices.
      const price = member.price[i]!;
      const reward = this.rewarded[i] ? 0 : m.leftOutPrice;
      const most = this.memberLeft[i]!;
      let count = 0;
      if (most > 0 && price + reward > 0) count = price > 0 ? most : 1;
      value -= count ? reward + price * count : 0;
      // Not `-count`: of nothing that would be −0, which is no whole number.
      member.gradient[i] = 0 - count;
      const from = this.leadFrom[i]!;
      const worth = lead.price[i]!;
      let leads = 0;
      while (from + leads < m.maxLead[i]! && m.loadPrice * (from + leads + 1) < worth) {
        leads++;
        value += m.loadPrice * (from + leads) - worth;
      }
      lead.gradient[i] = 0 - leads;
    }
    for (const ct of m.openPairs) value += pairs.solve(ct, isFull);
    return value;
  }
}

function sum(values: Float64Array): number {
  let all = 0;
  for (let q = values.length - 1; q >= 0; q--) all += values[q]!;
  return all;
}
