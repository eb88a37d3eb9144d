// The relaxation's part for one competency at one time: which groups pay at the present prices.
import { MemberRanking } from './member-ranking';
import type { Model } from './model';
import type { Multipliers } from './multipliers';
import type { State } from './state';

/** The best groups of a (competency, slot) by itself: consultants and members are chosen by what they bring, their limits being priced. */
export class PairGroups {
  /** [entry of model.lead] the value of the best group of this (c, t) and leader at the last full solution; small is good. */
  readonly reduced: Float64Array;
  /** [entry of model.lead] whether the last solution uses it. */
  readonly used: Float64Array;
  /** [entry of model.lead] 1 for a leader that is settled on. */
  readonly forced: Uint8Array;
  readonly excludedCand: Uint8Array;
  readonly excludedLead: Uint8Array;

  private readonly candGain: Float64Array;
  private readonly candPlace: Int32Array;
  private readonly candNeed: Int32Array;
  private readonly leadPrice: Float64Array;
  private readonly leadPlace: Int32Array;

  private readonly order: Int32Array;
  private readonly ranking: MemberRanking;
  private readonly cost: Float64Array;
  private readonly value: Float64Array;
  private readonly size: Int32Array;
  private readonly mates: Int32Array;
  private readonly entry: Int32Array;
  /** How many people have been looked at so far. */
  looked = 0;
  private cheapestAt = -1;
  private secondAt = -1;

  /** `state` holds the locked groups and nothing else. */
  constructor(
    private readonly model: Model,
    private readonly multipliers: Multipliers,
    state: State,
  ) {
    const m = model;
    const { comps: C, slots: T } = m;
    this.reduced = new Float64Array(m.lead.length).fill(1e9);
    this.used = new Float64Array(m.lead.length);
    this.forced = new Uint8Array(m.lead.length);
    this.excludedCand = new Uint8Array(m.cand.length);
    this.excludedLead = new Uint8Array(m.lead.length);
    this.candGain = new Float64Array(m.cand.length);
    this.candPlace = new Int32Array(m.cand.length);
    this.candNeed = new Int32Array(m.cand.length);
    this.leadPrice = new Float64Array(m.lead.length);
    this.leadPlace = new Int32Array(m.lead.length);
    const { placeAt, needAt } = multipliers;
    const kept = (i: number, c: number, t: number): number =>
      m.kept.length && m.kept[(i * C + c) * T + t] ? m.changePrice : 0;
    let widest = 1;
    for (let ct = 0; ct < C * T; ct++) {
      widest = Math.max(widest, m.candStart[ct + 1]! - m.candStart[ct]!, m.leadStart[ct + 1]! - m.leadStart[ct]!);
      const c = (ct / T) | 0;
      const t = ct - c * T;
      const slot = (i: number): number => (m.av[i * T + t] === 1 ? m.slotPrice : 0);
      for (let e = m.candStart[ct]!; e < m.candStart[ct + 1]!; e++) {
        const i = m.cand[e]!;
        this.candGain[e] = m.gain[i * C + c]! - slot(i) + kept(i, c, t);
        this.candPlace[e] = placeAt[i * T + t]!;
        this.candNeed[e] = needAt[i * C + c]!;
        if (state.busy[i * T + t]! >= 0 || state.served[i * C + c]! >= 0) this.excludedCand[e] = 1;
      }
      for (let e = m.leadStart[ct]!; e < m.leadStart[ct + 1]!; e++) {
        const j = m.lead[e]!;
        this.leadPrice[e] = slot(j) - kept(j, c, t);
        this.leadPlace[e] = placeAt[j * T + t]!;
        if (state.busy[j * T + t]! >= 0) this.excludedLead[e] = 1;
      }
    }
    this.order = new Int32Array(widest);
    this.ranking = new MemberRanking(m);
    this.cost = new Float64Array(widest);
    this.value = new Float64Array(widest);
    this.size = new Int32Array(widest);
    this.mates = new Int32Array(widest);
    this.entry = new Int32Array(widest);
  }

  /**
   * The value of the best groups of c·T+t, and their people to the gradients.
   * @param isFull whether `reduced` is wanted, which makes a step longer
   */
  solve(ct: number, isFull: boolean): number {
    const m = this.model;
    const c = (ct / m.slots) | 0;
    const consultants = this.priceLeads(ct, m.usefulLeads[c]!);
    if (consultants === Infinity) return 0;
    const { order, ranking, candGain, candPlace, candNeed, excludedCand } = this;
    const { profit } = ranking;
    const member = this.multipliers.member.price;
    const place = this.multipliers.place.price;
    const need = this.multipliers.need.price;
    const { cand } = m;
    const until = m.candStart[ct + 1]!;
    this.looked += until - m.candStart[ct]!;
    let count = 0;
    let most = 0;
    for (let e = m.candStart[ct]!; e < until; e++) {
      if (excludedCand[e]) continue;
      const i = cand[e]!;
      const worth = candGain[e]! - member[i]! - place[candPlace[e]!]! - need[candNeed[e]!]!;
      profit[i] = worth;
      order[count++] = i;
      if (worth > 0) most += worth;
    }
    if (count < m.minSize || (!isFull && most <= m.groupPrice + consultants)) return 0;
    ranking.rank(order, count, c);
    const groups = Math.min(this.valueLeads(ct, c, isFull), Math.floor(count / m.minSize));
    return this.take(ct, groups);
  }

  /**
   * Prices the leads of the pair. No group's consultants cost less than what it gives: −Infinity where a group is settled on, Infinity
   * where nobody may lead. A price may be below nought, and then it counts for each of `most` consultants.
   */
  private priceLeads(ct: number, most: number): number {
    const { model: m, cost, excludedLead, leadPrice, leadPlace, forced } = this;
    const lead = this.multipliers.lead.price;
    const place = this.multipliers.place.price;
    const from = m.leadStart[ct]!;
    const until = m.leadStart[ct + 1]!;
    let cheapest = Infinity;
    let second = Infinity;
    let isForced = false;
    this.cheapestAt = this.secondAt = -1;
    for (let e = from; e < until; e++) {
      if (excludedLead[e]) continue;
      const price = lead[m.lead[e]!]! + place[leadPlace[e]!]! + leadPrice[e]!;
      cost[e - from] = price;
      if (forced[e]) isForced = true;
      if (price < cheapest) {
        second = cheapest;
        this.secondAt = this.cheapestAt;
        cheapest = price;
        this.cheapestAt = e;
      } else if (price < second) {
        second = price;
        this.secondAt = e;
      }
    }
    if (isForced) return -Infinity;
    return cheapest < 0 ? cheapest * most : cheapest;
  }

  /** Writes down the groups that pay, or are settled on, by their value; gives how many. */
  private valueLeads(ct: number, c: number, isFull: boolean): number {
    const { model: m, ranking, cost, forced, value, entry, size, mates, cheapestAt, secondAt } = this;
    const from = m.leadStart[ct]!;
    const until = m.leadStart[ct + 1]!;
    const most = m.usefulLeads[c]!;
    const cheapest = cheapestAt < 0 ? Infinity : cost[cheapestAt - from]!;
    const second = secondAt < 0 ? Infinity : cost[secondAt - from]!;
    let found = 0;
    for (let e = from; e < until; e++) {
      if (this.excludedLead[e]) continue;
      const subject = m.subj[m.lead[e]!]!;
      const mate = e === cheapestAt ? second : cheapest;
      let price = m.groupPrice + cost[e - from]!;
      let least = Infinity;
      let members = 0;
      let others = 0;
      for (let leads = 1; leads <= most; leads++) {
        if (m.capacity(c, leads) >= m.minSize && (isFull || forced[e] || price < ranking.atMost(leads))) {
          const gain = ranking.worth(subject, leads);
          if (price - gain < least) {
            least = price - gain;
            members = ranking.chosen;
            others = leads - 1;
          }
        }
        price += mate;
      }
      if (isFull) this.reduced[e] = least;
      if (least >= 0 && !forced[e]) continue;
      // Insert by value; only so many groups can exist here.
      let at = found++;
      while (at > 0 && value[at - 1]! > least) {
        value[at] = value[at - 1]!;
        entry[at] = entry[at - 1]!;
        size[at] = size[at - 1]!;
        mates[at] = mates[at - 1]!;
        at--;
      }
      value[at] = least;
      entry[at] = e;
      size[at] = members;
      mates[at] = others;
    }
    return found;
  }

  /** Writes the people of the first `groups` groups to the gradients; gives the sum of the values. */
  private take(ct: number, groups: number): number {
    const { model: m, ranking, entry, mates, cheapestAt, secondAt } = this;
    let all = 0;
    for (let q = 0; q < groups; q++) {
      const e = entry[q]!;
      all += this.value[q]!;
      this.used[e] = 1;
      this.countLead(e);
      const mate = e === cheapestAt ? secondAt : cheapestAt;
      for (let p = mates[q]!; p > 0; p--) if (mate >= 0) this.countLead(mate);
      ranking.best(this.size[q]!, m.subj[m.lead[e]!]!, mates[q]! + 1);
      this.countMembers(ct);
    }
    return all;
  }

  private countLead(e: number): void {
    const { lead, place } = this.multipliers;
    const j = this.model.lead[e]!;
    const at = this.leadPlace[e]!;
    lead.gradient[j] = lead.gradient[j]! + 1;
    place.gradient[at] = place.gradient[at]! + 1;
  }

  /** Writes the members of the group last asked for to the gradients. */
  private countMembers(ct: number): void {
    const { model: m, ranking, multipliers } = this;
    const { member, place, need, placeAt, needAt } = multipliers;
    const c = (ct / m.slots) | 0;
    const t = ct - c * m.slots;
    for (let q = 0; q < ranking.chosen; q++) {
      const i = ranking.who[q]!;
      const p = placeAt[i * m.slots + t]!;
      const n = needAt[i * m.comps + c]!;
      member.gradient[i] = member.gradient[i]! + 1;
      place.gradient[p] = place.gradient[p]! + 1;
      need.gradient[n] = need.gradient[n]! + 1;
    }
  }
}
