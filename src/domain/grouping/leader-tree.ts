// Which consultants lead what and when, so that as few deficits as can be stay unserved: a tree of choices with bounds.
import { Relaxation } from './bound';
import { likings, settleOn, surest } from './dive';
import type { Guide } from './guide';
import { Model } from './model';
import type { Random } from './random';
import { commonMeasure } from './price-step';
import { State } from './state';
import type { PackedGroups } from './state';

/** What everything but coverage counts for here, so that of equal choices the cheaper comes first. */
const FAINT = 1e-3;
/** Steps of the relaxation at the root towards a first solution's cost, and then as many towards what may be possible; in a hurry fewer. */
const ROOT_STEPS = 400;
const HURRIED_STEPS = 200;
/** Steps taken in any case: without any there are no prices to begin a search from. */
const LEAST_STEPS = 10;
/**
 * Steps at a node, where much is settled at once, and at a leaf, where the bound decides; their length as a share of Polyak's; weight of
 * the present step meanwhile.
 */
const STEPS = 15;
const KEPT_STEPS = 30;
const LEAF_STEPS = 50;
const LENGTH = 1;
const LEAF_LENGTH = 0.7;
const FRESH = 0.1;
/** How far beyond what is looked for the prices aim, in steps of coverage: at their aim they stand still. */
const BEYOND = 0.8;
/** Taken for the least difference of coverage where prices have no common measure. */
const NO_MEASURE = 1e-6;
/** Room for the faint prices, in least differences of coverage. */
const ALLOWANCE = 0.02;
/** Leaves whose bound says no, before the search begins again elsewhere. */
const REFUSED = 20;

/** A node still to be looked at: `entry` is settled on, or out of the question, after everything that `stand` holds. */
interface Node {
  readonly stand: ReturnType<Relaxation['stand']>;
  readonly settled: readonly number[];
  readonly entry: number;
  readonly taken: boolean;
}

/**
 * Branch and bound over the entries of `model.lead` in the relaxation of coverage alone. Coverage comes in steps of a whole deficit, so
 * that a bound cuts off what a bound of the full cost would not; and where it does not cut off, the consultants' choices nearly always
 * allow the coverage looked for, be it hard to seat (`Transfers`).
 */
export class LeaderTree {
  private readonly state: State;
  /** Its bound holds for the whole problem too, in which nothing costs less than here. */
  readonly relaxation: Relaxation;
  /** The least difference between two coverages; next to nothing where prices have no common measure. */
  private readonly least: number;
  /** What steps are counted in: the same, or where that is next to nothing the lowest price of coverage. */
  private readonly stride: number;

  constructor(
    private readonly model: Model,
    private readonly guide: Guide,
    first: PackedGroups,
    isHurried: boolean,
    stop: () => boolean,
  ) {
    const state = (this.state = new State(new Model(coverageOnly(model))));
    const prices = coveragePrices(model);
    this.least = commonMeasure(prices) ?? NO_MEASURE;
    this.stride = prices.length && this.least < 1 ? Math.min(...prices) : this.least;
    const target = this.coverageOf(first);
    state.clear();
    const relaxation = (this.relaxation = new Relaxation(state));
    const steps = isHurried ? HURRIED_STEPS : ROOT_STEPS;
    for (let q = 0; q < LEAST_STEPS || (q < 2 * steps && !stop()); q++)
      relaxation.ascend(q < steps ? target : Math.min(target, relaxation.bound + 3 * this.least));
  }

  /** What the groups leave unserved, in the prices of coverage. */
  coverageOf(groups: PackedGroups): number {
    this.state.unpack(groups);
    return this.state.cost;
  }

  /** Is one coverage worse than another by more than the faint prices? */
  isWorse(one: number, other: number): boolean {
    return one > other + ALLOWANCE * this.least;
  }

  /** What looking has taken so far, in people looked at by the relaxation. */
  get work(): number {
    return this.relaxation.work;
  }

  /** True when no solution can have a coverage better than `coverage`. */
  isBest(coverage: number): boolean {
    return this.relaxation.bound > coverage + this.least * (ALLOWANCE - 1);
  }

  /**
   * How much better a coverage is that lies the part `share` (0 … 1) of the way from `coverage` to the bound, in whole steps, one at
   * least; less than one where the bound is nearer; 0 where no solution can have a better coverage.
   */
  stepTowards(coverage: number, share: number): number {
    if (this.isBest(coverage)) return 0;
    const { stride, least } = this;
    const way = coverage - this.relaxation.bound;
    return Math.max(way < stride ? least : stride, stride * Math.round((share * way) / stride));
  }

  /** Is it more than one step? */
  isFar(step: number): boolean {
    return step > this.stride;
  }

  /**
   * Looks for entries that may allow a coverage better than `coverage` by `step`; by 0, one not worse.
   * @param stop asked at every node
   * @param kept entries that are settled on from the first
   * @returns the entries settled on, or undefined
   */
  search(
    coverage: number,
    step: number,
    random: Random,
    stop: () => boolean,
    kept: readonly number[] = [],
  ): readonly number[] | undefined {
    const { relaxation, model, guide } = this;
    const cut = coverage - step + ALLOWANCE * this.least;
    const aim = cut + BEYOND * this.stride;
    const left = model.maxLead.slice();
    for (const { consultants } of model.fixed) for (const j of consultants) left[j]!--;
    const liking = likings(model, random);
    const open: Node[] = [];
    let refused = 0;
    const settleAlso = (path: readonly number[], entry: number): readonly number[] => {
      const all = [...path, entry];
      const j = model.lead[entry]!;
      settleOn(relaxation, model, guide, entry, this.leads(j, all) >= left[j]!);
      return all;
    };
    return relaxation.aside(() => {
      let path: readonly number[] | undefined = kept.reduce(settleAlso, []);
      if (kept.length && relaxation.settle(KEPT_STEPS, LENGTH, FRESH, aim, cut) > cut) return undefined;
      for (;;) {
        if (path) {
          const along = path;
          const entry = surest(relaxation, model, guide, liking, (j) => this.leads(j, along) < left[j]!);
          if (entry >= 0) {
            const stand = relaxation.stand();
            open.push({ stand, settled: path, entry, taken: false }, { stand, settled: path, entry, taken: true });
          } else {
            relaxation.excludeAll();
            if (relaxation.settle(LEAF_STEPS, LEAF_LENGTH, FRESH, aim, cut) <= cut) return path;
            if (++refused >= REFUSED) return undefined;
          }
        }
        const node = open.pop();
        if (!node || stop()) return undefined;
        relaxation.restore(node.stand);
        if (node.taken) {
          path = settleAlso(node.settled, node.entry);
        } else {
          path = node.settled;
          relaxation.exclude(node.entry);
        }
        if (relaxation.settle(STEPS, LENGTH, FRESH, aim, cut) > cut) path = undefined;
      }
    });
  }

  /** How many groups j leads along the path. */
  private leads(j: number, path: readonly number[]): number {
    let count = 0;
    for (const entry of path) if (this.model.lead[entry] === j) count++;
    return count;
  }
}

function coverageOnly({ problem }: Model): Model['problem'] {
  const { params, wishes } = problem;
  const { price } = params;
  const faint = { ...price };
  for (const part of Object.keys(price) as (keyof typeof price)[])
    if (part !== 'uncovered' && part !== 'leftOut') faint[part] = FAINT * (price[part] ?? 0);
  // Nor does it matter who is of which subject or school, without which members are ranked in one pass.
  faint.subjRepeat = faint.schoolRepeat = 0;
  return {
    ...problem,
    ...(wishes === undefined ? {} : { wishes: wishes.map((wish) => ({ ...wish, price: FAINT * wish.price })) }),
    params: { ...params, price: faint },
  };
}

/** What leaving somebody unserved may cost, where it costs anything. */
function coveragePrices({ problem: { params } }: Model): readonly number[] {
  const { w, price } = params;
  return [...w.map((weight) => weight * price.uncovered), price.leftOut].filter((value) => value > 0);
}
