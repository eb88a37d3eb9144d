// Lagrangian relaxation of the problem: a lower bound of the cost that holds for every solution, and which groups look worth having.
import { FRACTION } from './fraction';
import { MemberRanking } from './member-ranking';
import type { Model } from './model';
import type { State } from './state';
import { deflect, shift } from './subgradient';

/** Staff from which the ascent starts from a guess and takes fewer steps. */
const LARGE = 200;
/** Length of the shortest steps, as a share of Polyak's. */
const LEAST_STEP = 0.02;
/** Weight of the present step in the average of what the steps have used. */
const FRESH = 0.02;
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
  /** [entry of model.lead] the value of the best group of this (c, t) and leader at the present prices; small is good. */
  private readonly reduced: Float64Array;
  /** [entry of model.lead] whether this step's solution uses it, and how often the steps did on average. */
  private readonly used: Float64Array;
  private readonly usage: Float64Array;
  private steps = 0;
  /** [entry of model.lead] 1 for a leader that a dive has settled on. */
  private readonly forced: Uint8Array;
  /** The prices at the best bound. */
  private bestPrices: readonly Float64Array[] = [];

  private readonly model: Model;
  private readonly base: number = FRACTION;
  private readonly memberLeft: Int32Array;
  private readonly leadFrom: Int32Array;
  private readonly rewarded: Uint8Array;
  private readonly excludedCand: Uint8Array;
  private readonly excludedLead: Uint8Array;

  private readonly member: Float64Array;
  private readonly place: Float64Array;
  private readonly need: Float64Array;
  private readonly lead: Float64Array;
  private readonly memberDir: Float64Array;
  private readonly placeDir: Float64Array;
  private readonly needDir: Float64Array;
  private readonly leadDir: Float64Array;
  private readonly memberGrad: Float64Array;
  private readonly placeGrad: Float64Array;
  private readonly needGrad: Float64Array;
  private readonly leadGrad: Float64Array;

  private readonly order: Int32Array;
  private readonly ranking: MemberRanking;
  private readonly leadValue: Float64Array;
  private readonly leadSize: Int32Array;
  private readonly leadMates: Int32Array;
  private readonly leadOrder: Int32Array;
  private theta = FRACTION;
  private stale = 0;
  private idle = 0;

  /** `state` holds the locked groups and nothing else. */
  constructor(state: State) {
    const m = (this.model = state.model);
    this.base = state.cost - (m.wishTotal - state.wishesMet());
    this.theta = 1;
    const { n, comps: C, slots: T } = m;
    this.reduced = new Float64Array(m.lead.length).fill(1e9);
    this.used = new Float64Array(m.lead.length);
    this.forced = new Uint8Array(m.lead.length);
    this.usage = new Float64Array(m.lead.length);
    this.memberLeft = new Int32Array(n);
    this.leadFrom = new Int32Array(n);
    this.rewarded = new Uint8Array(n);
    this.excludedCand = new Uint8Array(m.cand.length);
    this.excludedLead = new Uint8Array(m.lead.length);
    this.member = new Float64Array(n);
    this.place = new Float64Array(n * T);
    this.need = new Float64Array(n * C);
    this.lead = new Float64Array(n);
    this.memberDir = new Float64Array(n);
    this.placeDir = new Float64Array(n * T);
    this.needDir = new Float64Array(n * C);
    this.leadDir = new Float64Array(n);
    this.memberGrad = new Float64Array(n);
    this.placeGrad = new Float64Array(n * T);
    this.needGrad = new Float64Array(n * C);
    this.leadGrad = new Float64Array(n);
    let widest = 1;
    for (let ct = 0; ct < C * T; ct++) {
      widest = Math.max(widest, m.candStart[ct + 1]! - m.candStart[ct]!, m.leadStart[ct + 1]! - m.leadStart[ct]!);
      const c = (ct / T) | 0;
      const t = ct - c * T;
      for (let e = m.candStart[ct]!; e < m.candStart[ct + 1]!; e++) {
        const i = m.cand[e]!;
        if (state.busy[i * T + t]! >= 0 || state.served[i * C + c]! >= 0) this.excludedCand[e] = 1;
      }
      for (let e = m.leadStart[ct]!; e < m.leadStart[ct + 1]!; e++)
        if (state.busy[m.lead[e]! * T + t]! >= 0) this.excludedLead[e] = 1;
    }
    this.order = new Int32Array(widest);
    this.ranking = new MemberRanking(m);
    this.leadValue = new Float64Array(widest);
    this.leadSize = new Int32Array(widest);
    this.leadMates = new Int32Array(widest);
    this.leadOrder = new Int32Array(widest);
    // A first guess for a large staff, where steps are dear: it is nearly right when everybody's best deficits can be served
    // and a seat costs its share of a group.
    const seat = (m.groupPrice + m.loadPrice) / m.perConsultant;
    const gains: number[] = [];
    for (let i = 0; i < n; i++) {
      this.memberLeft[i] = Math.max(0, m.maxMember[i]! - state.modules[i]!);
      this.leadFrom[i] = state.load[i]!;
      this.rewarded[i] = state.modules[i] ? 1 : 0;
      this.lead[i] = m.loadPrice * (state.load[i]! + 1);
      gains.length = 0;
      for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) gains.push(m.gain[i * C + m.needs[q]!]!);
      gains.sort((a, b) => b - a);
      const member = gains[this.memberLeft[i]!] ?? 0;
      this.member[i] = member;
      if (n > LARGE)
        for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
          const at = i * C + m.needs[q]!;
          this.need[at] = Math.max(0, m.gain[at]! - member - seat);
        }
    }
  }

  /** One step of the dual ascent towards `target`, the cost of some solution. Gives the value at the present prices. */
  ascend(target: number): number {
    this.used.fill(0);
    const value = this.evaluate();
    this.average(Math.max(FRESH, 1 / ++this.steps));
    if (value > this.bound + 1e-9) {
      if (value > this.bound + 1e-4 * Math.abs(target - this.bound)) this.stale = this.idle = 0;
      this.bound = value;
      this.bestPrices = this.prices().map((price) => price.slice());
    } else if (++this.stale > (this.model.n > LARGE ? 5 : 12)) {
      this.stale = 0;
      if (this.theta > LEAST_STEP) this.theta = Math.max(LEAST_STEP, this.theta * 0.7);
      else this.idle++;
    }
    this.move(target - value);
    return value;
  }

  /** How often the steps' solutions used this entry of model.lead on average, 0 … 1. */
  usageOf(entry: number): number {
    return this.usage[entry]!;
  }

  /** May this entry still be settled on? */
  isFree(entry: number): boolean {
    return !this.forced[entry] && !this.excludedLead[entry];
  }

  /** Settles on an entry: its person leads at (c, t), and does nothing else at t. */
  force(entry: number, t: number): void {
    const m = this.model;
    this.forced[entry] = 1;
    const j = m.lead[entry]!;
    for (let c = 0; c < m.comps; c++) {
      const ct = c * m.slots + t;
      for (let e = m.leadStart[ct]!; e < m.leadStart[ct + 1]!; e++) if (m.lead[e] === j) this.exclude(e);
      for (let e = m.candStart[ct]!; e < m.candStart[ct + 1]!; e++) if (m.cand[e] === j) this.excludedCand[e] = 1;
    }
  }

  /** Takes an entry that is not settled on out of the question. */
  exclude(entry: number): void {
    if (this.forced[entry]) return;
    this.excludedLead[entry] = 1;
    this.usage[entry] = 0;
  }

  /** Takes every entry that is not settled on out of the question. */
  excludeAll(): void {
    for (let e = 0; e < this.excludedLead.length; e++) this.exclude(e);
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
      this.used.fill(0);
      const value = this.evaluate();
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
    this.prices().forEach((price, q) => {
      price.set(this.bestPrices[q]!);
    });
    for (const direction of this.directions()) direction.fill(0);
    const result = work();
    this.restore(before);
    return result;
  }

  private directions(): readonly Float64Array[] {
    return [this.memberDir, this.placeDir, this.needDir, this.leadDir];
  }

  private changing(): readonly (Float64Array | Uint8Array)[] {
    const { usage, excludedCand, excludedLead, forced } = this;
    return [...this.prices(), ...this.directions(), usage, excludedCand, excludedLead, forced];
  }

  private prices(): readonly Float64Array[] {
    return [this.member, this.place, this.need, this.lead];
  }

  private average(fresh: number): void {
    for (let e = 0; e < this.usage.length; e++) this.usage[e]! += fresh * (this.used[e]! - this.usage[e]!);
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
    const chances = this.reduced.map((value) => Math.exp(-Math.max(0, value) / scale) + 0.01);
    const all = sum(chances);
    const used = sum(this.usage);
    if (!used) return chances;
    return chances.map((chance, e) => (BY_VALUE * chance) / all + ((1 - BY_VALUE) * this.usage[e]!) / used);
  }

  private evaluate(): number {
    const m = this.model;
    const { n, comps: C, slots: T } = m;
    let value = this.base;
    this.needGrad.fill(-1);
    this.placeGrad.fill(-1);
    for (let q = n * C - 1; q >= 0; q--) value -= this.need[q]!;
    for (let q = n * T - 1; q >= 0; q--) value -= this.place[q]!;
    for (let i = 0; i < n; i++) {
      // The person's own part: how many groups to sit in, how many to lead, at these prices.
      const price = this.member[i]!;
      const reward = this.rewarded[i] ? 0 : m.leftOutPrice;
      const most = this.memberLeft[i]!;
      let count = 0;
      if (most > 0 && price + reward > 0) count = price > 0 ? most : 1;
      value -= count ? reward + price * count : 0;
      // Not `-count`: of nothing that would be −0, which is no whole number.
      this.memberGrad[i] = 0 - count;
      const from = this.leadFrom[i]!;
      let leads = 0;
      while (from + leads < m.maxLead[i]! && m.loadPrice * (from + leads + 1) < this.lead[i]!) {
        leads++;
        value += m.loadPrice * (from + leads) - this.lead[i]!;
      }
      this.leadGrad[i] = 0 - leads;
    }
    for (const ct of m.openPairs) value += this.solvePair(ct);
    return value;
  }

  /** The best groups of one (c, t) at the present prices; their value, and their people to the gradients. */
  private solvePair(ct: number): number {
    const m = this.model;
    const { comps: C, slots: T } = m;
    const c = (ct / T) | 0;
    const t = ct - c * T;
    if (!this.hasLeader(ct)) return 0;
    const { order, ranking } = this;
    const { profit } = ranking;
    let count = 0;
    for (let e = m.candStart[ct]!; e < m.candStart[ct + 1]!; e++) {
      if (this.excludedCand[e]) continue;
      const i = m.cand[e]!;
      profit[i] =
        m.gain[i * C + c]! -
        this.member[i]! -
        this.place[i * T + t]! -
        this.need[i * C + c]! -
        (m.av[i * T + t] === 1 ? m.slotPrice : 0) +
        (m.kept.length && m.kept[(i * C + c) * T + t] ? m.changePrice : 0);
      order[count++] = i;
    }
    if (count < m.minSize) return 0;
    ranking.rank(order, count);

    const from = m.leadStart[ct]!;
    const until = m.leadStart[ct + 1]!;
    let cheapest = Infinity;
    let second = Infinity;
    let cheapestAt = -1;
    let secondAt = -1;
    for (let e = from; e < until; e++) {
      if (this.excludedLead[e]) continue;
      const cost = this.leadCost(e, c, t);
      if (cost < cheapest) {
        second = cheapest;
        secondAt = cheapestAt;
        cheapest = cost;
        cheapestAt = e;
      } else if (cost < second) {
        second = cost;
        secondAt = e;
      }
    }
    let found = 0;
    for (let e = from; e < until; e++) {
      if (this.excludedLead[e]) continue;
      const subject = m.subj[m.lead[e]!]!;
      const mate = e === cheapestAt ? second : cheapest;
      let cost = m.groupPrice + this.leadCost(e, c, t);
      let least = Infinity;
      let size = 0;
      let mates = 0;
      for (let leads = 1; leads <= m.maxConsultants; leads++) {
        const capacity = Math.min(m.maxSize, m.perConsultant * leads);
        if (capacity >= m.minSize) {
          const gain = ranking.best(capacity, subject, leads);
          if (cost - gain < least) {
            least = cost - gain;
            size = ranking.chosen;
            mates = leads - 1;
          }
        }
        if (capacity === m.maxSize) break;
        cost += mate;
      }
      this.reduced[e] = least;
      if (least >= 0 && !this.forced[e]) continue;
      // Insert by value; only so many groups can exist here.
      let at = found++;
      while (at > 0 && this.leadValue[at - 1]! > least) {
        this.leadValue[at] = this.leadValue[at - 1]!;
        this.leadOrder[at] = this.leadOrder[at - 1]!;
        this.leadSize[at] = this.leadSize[at - 1]!;
        this.leadMates[at] = this.leadMates[at - 1]!;
        at--;
      }
      this.leadValue[at] = least;
      this.leadOrder[at] = e;
      this.leadSize[at] = size;
      this.leadMates[at] = mates;
    }
    const groups = Math.min(found, Math.floor(count / m.minSize));
    let value = 0;
    for (let q = 0; q < groups; q++) {
      const e = this.leadOrder[q]!;
      value += this.leadValue[q]!;
      this.used[e] = 1;
      this.countLead(m.lead[e]!, t);
      if (this.leadMates[q]) {
        const mate = e === cheapestAt ? secondAt : cheapestAt;
        for (let p = 0; p < this.leadMates[q]!; p++) if (mate >= 0) this.countLead(m.lead[mate]!, t);
      }
      ranking.best(this.leadSize[q]!, m.subj[m.lead[e]!]!, this.leadMates[q]! + 1);
      this.countMembers(c, t);
    }
    return value;
  }

  /** Late in a dive most pairs have nobody left to lead. */
  private hasLeader(ct: number): boolean {
    const { leadStart } = this.model;
    for (let e = leadStart[ct]!; e < leadStart[ct + 1]!; e++) if (!this.excludedLead[e]) return true;
    return false;
  }

  private leadCost(e: number, c: number, t: number): number {
    const m = this.model;
    const j = m.lead[e]!;
    const cost = this.lead[j]! + this.place[j * m.slots + t]! + (m.av[j * m.slots + t] === 1 ? m.slotPrice : 0);
    return m.kept.length && m.kept[(j * m.comps + c) * m.slots + t] ? cost - m.changePrice : cost;
  }

  private countLead(j: number, t: number): void {
    this.leadGrad[j] = this.leadGrad[j]! + 1;
    const p = j * this.model.slots + t;
    this.placeGrad[p] = this.placeGrad[p]! + 1;
  }

  /** Writes the members of the group last asked for to the gradients. */
  private countMembers(c: number, t: number): void {
    const m = this.model;
    const { who, chosen } = this.ranking;
    for (let at = 0; at < chosen; at++) {
      const i = who[at]!;
      this.memberGrad[i] = this.memberGrad[i]! + 1;
      const p = i * m.slots + t;
      this.placeGrad[p] = this.placeGrad[p]! + 1;
      const q = i * m.comps + c;
      this.needGrad[q] = this.needGrad[q]! + 1;
    }
  }

  /** Moves the prices along the deflected subgradient (Camerini, Fratta, Maffioli, 1975) by a Polyak step. */
  private move(distance: number): void {
    let norm = 0;
    norm += deflect(this.memberGrad, this.memberDir, undefined);
    norm += deflect(this.leadGrad, this.leadDir, undefined);
    norm += deflect(this.placeGrad, this.placeDir, this.place);
    norm += deflect(this.needGrad, this.needDir, this.need);
    if (norm <= 0) return;
    const step = (this.theta * Math.max(distance, 1)) / norm;
    shift(this.member, this.memberDir, step, false);
    shift(this.lead, this.leadDir, step, false);
    shift(this.place, this.placeDir, step, true);
    shift(this.need, this.needDir, step, true);
  }
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
