// Simulated annealing over ruin-and-recreate trials, cut into slices that a checkpoint can stand between.
import { Relaxation } from './bound';
import { climb } from './climb';
import { cross } from './crossover';
import { dive, MOST_DIVABLE, plant } from './dive';
import { Guide } from './guide';
import { LeaderTree } from './leader-tree';
import { Model } from './model';
import { Moves } from './moves';
import { avoidableLoss } from './loss';
import { Pace } from './pace';
import type { SearchClock } from './pace';
import { costStep, raisedTo } from './price-step';
import type { GroupingGroup } from './problem';
import { Random } from './random';
import { CERTAIN, coolings, isBeyondDoubt, isHurried, scarcityOf, usualRounds } from './schedule';
import type { Cooling } from './schedule';
import { State } from './state';
import type { PackedGroups } from './state';

/** A solution worth keeping. */
export interface Elite {
  cost: number;
  groups: PackedGroups;
}

/** Where a search stands; JSON-able. */
export interface SolveCheckpoint {
  version: 1;
  seed: number;
  round: number;
  maxRounds: number;
  /** Trials that the coolings were planned for. */
  planned: number;
  random: number;
  cooling: number;
  current: PackedGroups;
  best: Elite;
  /** The best of the present cooling, and of the earlier ones. */
  found: Elite;
  elite: Elite[];
}

/** Trials, refinements among them, after which a checkpoint may be taken. */
const SLICE = 1024;
/** Trials, refinements among them, between two looks at the clock. */
const LOOK = 32;
/** A relaxation may take this share of a deadline. */
const RELAX_SHARE = 0.2;
/** In a process that has just begun compiled trials are twelve to twenty times as fast as the first ones, in another up to twice. */
const COMPILED = 8;
/** Solutions kept for crossing. */
const ELITE = 6;
/** How many times its price coverage counts in an eager cooling. */
const EAGER = 3;

/** What mending may still save of a trial that has changed the groups, in prices of a group of one consultant; hardly ever more. */
const HOPE = 4 / 3;
/** A trial that has changed the groups and costs more, but not by more than this, is refined before it is judged. */
const NEAR = 2 / 3;
/** By so many changes, but two for each group at most. */
const REFINEMENTS = 40;
/** Share of a cooling at which a missing member has got his or her last price. */
const SHORTAGE_UNTIL = 0.8;

/** The groups under construction under one set of prices, and the moves on them. */
interface Workshop {
  readonly state: State;
  readonly moves: Moves;
}

/** A search under way. Construction makes a first feasible solution and the lower bound. */
export class Search {
  private readonly relaxation: Relaxation;
  private readonly random: Random;
  private readonly guide: Guide;
  private readonly plain: Workshop;
  private readonly eager: Workshop | undefined;
  private readonly tree: LeaderTree | undefined;
  private readonly coolings: Cooling[];
  private readonly pace: Pace;
  /** Costs are multiples of it, if of anything. */
  private readonly step: number | undefined;
  private readonly planned: number;
  private readonly seed: number;
  private cooling = 0;
  private current: PackedGroups;
  private best: Elite;
  private found: Elite;
  private elite: Elite[] = [];
  private over = false;

  constructor(
    readonly model: Model,
    seed: number,
    maxRounds: number | undefined,
    clock: SearchClock | undefined,
    from?: SolveCheckpoint,
  ) {
    const pace = (this.pace = new Pace(clock));
    this.step = costStep(model.problem);
    this.seed = from ? from.seed : seed;
    this.random = new Random(Math.imul(this.seed, 0x9e3779b1) ^ 0x5bd1e995);
    const guide = (this.guide = new Guide(model));
    const workshop = (prices: Model): Workshop => {
      const state = new State(prices);
      return { state, moves: new Moves(state, this.random, guide) };
    };
    this.plain = workshop(model);

    // What follows depends on the problem and the seed alone: a resumed search repeats it and is as the first one was.
    const trials = this.descend();
    const { state } = this.plain;
    this.current = state.pack();
    this.best = this.found = { cost: state.cost, groups: this.current };
    const scarcity = scarcityOf(state);
    pace.maxRounds = from
      ? from.maxRounds
      : (maxRounds ?? (clock ? 0 : usualRounds(model.n, scarcity, model.kept.length > 0)));
    this.planned = from ? from.planned : clock ? pace.foresee(trials, RELAX_SHARE / 2) : pace.maxRounds;
    this.coolings = coolings(state, scarcity, this.planned, this.likelyRounds());
    if (this.coolings[0]!.eager) {
      this.eager = workshop(new Model(dearerCoverage(model)));
      this.remeasure(this.eager.state);
    }
    const target = state.cost;
    state.clear();
    this.relaxation = new Relaxation(state);
    // In a hurry there is no other relaxation than that of the tree.
    const isClimbing = this.coolings[0]!.beginning === 'tree';
    const isTreeAlone = isClimbing && isHurried(this.planned);
    if (!isTreeAlone) this.relax(target);
    const begun = pace.progress();
    if (isClimbing)
      this.tree = new LeaderTree(model, guide, this.current, isTreeAlone, () => pace.progress() > begun + RELAX_SHARE);
    guide.weigh((isTreeAlone && this.tree ? this.tree.relaxation : this.relaxation).weights(), model);
    // The coolings share what time is left.
    pace.startAnew();
    if (!from) return;
    pace.round = from.round;
    this.cooling = from.cooling;
    this.random.state = from.random;
    this.current = from.current;
    this.best = from.best;
    this.found = from.found;
    this.elite = from.elite;
  }

  /** How many trials have been made; nodes and kicks count as so many as take as long. */
  get rounds(): number {
    return this.pace.round;
  }

  /** No solution costs less. */
  get bound(): number {
    const bound = Math.max(this.relaxation.bound, this.tree?.relaxation.bound ?? -Infinity);
    return Math.max(0, this.step === undefined ? bound : raisedTo(this.step, bound));
  }

  /** One slice of trials; true when the search is over. */
  slice(): boolean {
    // Nothing that is better can be found where the bound has been met.
    this.over ||= this.best.cost <= this.bound;
    if (this.over) return true;
    const { pace } = this;
    const due = this.dueCooling(pace.progress());
    const isTreeFirst = pace.round === 0 && this.coolings[due]!.beginning === 'tree';
    if (due !== this.cooling || isTreeFirst) this.beginCooling(due);
    const { from, to, until, short } = this.coolings[this.cooling]!;
    const begun = this.cooling ? this.coolings[this.cooling - 1]!.until : 0;
    const { state, moves } = this.workshop();
    const { unit } = this.model;
    // A slice begins from the packed groups even when the state is at hand: so a resumed search does the same.
    state.unpack(this.current);
    const first = pace.round;
    let looked = -LOOK;
    while (pace.round - first < SLICE) {
      const isDue = pace.round - looked >= LOOK;
      if (isDue) looked = pace.round;
      const done = pace.progress(isDue);
      if (done >= 1) {
        this.over = true;
        break;
      }
      // A slice does not reach over into the next cooling: it has its own prices and its own beginning.
      if (done >= until && this.cooling < this.coolings.length - 1) break;
      const part = Math.max(0, (done - begun) / (until - begun));
      const heat = from * Math.pow(to / from, part);
      state.priceShortage(short ? short[0] * Math.pow(short[1] / short[0], Math.min(1, part / SHORTAGE_UNTIL)) : 0);
      moves.seating.noise = Math.min(unit / 3, heat * 0.3);
      const before = state.cost;
      const nerve = -Math.log(1 - this.random.next());
      const lawful = moves.trial(before + heat * nerve + HOPE * unit);
      pace.round++;
      if (lawful && moves.structural && state.cost > before + 1e-9 && state.cost < before + NEAR * unit) {
        const changes = Math.min(REFINEMENTS, 2 * state.activeCount, pace.left);
        moves.refine(changes);
        pace.round += changes;
      }
      // Who sits where is always nearly settled, so that a change of the groups is judged by what it can become.
      const bearable = moves.structural ? heat : Math.min(heat, unit * 0.1);
      if (!lawful || state.cost > before + bearable * nerve) state.undo(0);
      else {
        state.commit();
        if (!state.shortage && state.cost < this.found.cost - 1e-6)
          this.found = { cost: state.cost, groups: state.pack() };
      }
    }
    if (this.found.cost < this.best.cost - 1e-6) this.best = this.found;
    this.current = state.pack();
    if (this.over) this.sharpen();
    return this.over;
  }

  checkpoint(): SolveCheckpoint {
    const { seed, planned, cooling, current, best, found } = this;
    const { round, maxRounds } = this.pace;
    const elite = this.elite.slice();
    return {
      version: 1,
      seed,
      round,
      maxRounds,
      planned,
      random: this.random.state,
      cooling,
      current,
      best,
      found,
      elite,
    };
  }

  /** Has everybody in the best groups all served that can be, or as much as the own limit allows? Then no groups serve more. */
  servesMost(): boolean {
    const { state } = this.plain;
    state.unpack(this.best.groups);
    return avoidableLoss(state) < 1e-6;
  }

  /** The best groups found, the locked ones first, as the problem's own ids. */
  bestGroups(): GroupingGroup[] {
    const { teachers, competencies, locked } = this.model.problem;
    const out: GroupingGroup[] = (locked ?? []).map((group) => ({ ...group }));
    const { groups } = this.best;
    const ids = (from: number, count: number): string[] =>
      groups
        .slice(from, from + count)
        .sort((a, b) => a - b)
        .map((i) => teachers[i]!.id);
    for (let at = 0; at < groups.length;) {
      const leads = groups[at + 2]!;
      const size = groups[at + 3]!;
      out.push({
        competency: competencies[groups[at]!]!,
        slot: groups[at + 1]!,
        consultants: ids(at + 4, leads),
        members: ids(at + 4 + leads, size),
      });
      at += 4 + leads + size;
    }
    return out;
  }

  private workshop(): Workshop {
    return this.coolings[this.cooling]!.eager && this.eager ? this.eager : this.plain;
  }

  /** The number of the cooling that is on when the share `done` of the search is behind. */
  private dueCooling(done: number): number {
    let q = this.cooling;
    while (q < this.coolings.length - 1 && done >= this.coolings[q]!.until) q++;
    return q;
  }

  private beginCooling(due: number): void {
    const { elite, random } = this;
    const before = this.workshop();
    this.cooling = due;
    const { state } = this.workshop();
    this.keep(this.found);
    if (before.state !== state) this.remeasure(state);
    const { beginning } = this.coolings[due]!;
    this.found = { cost: Infinity, groups: this.current };
    if (beginning === 'fresh') this.current = [];
    else if (beginning === 'dive') this.dive();
    else if (beginning === 'tree') this.climb(this.coolings[due]!.until);
    else if (beginning === 'best' || elite.length < 2) this.current = this.best.groups;
    else {
      const main = Math.min(random.below(elite.length), random.below(elite.length));
      const other = (main + 1 + random.below(elite.length - 1)) % elite.length;
      cross(state, elite[main]!.groups, elite[other]!.groups, random);
      this.current = state.pack();
    }
  }

  private climb(until: number): void {
    const { tree, random, guide, plain, best, pace } = this;
    this.current = best.groups;
    this.found = best;
    if (!tree) return;
    climb({
      tree,
      guide,
      random,
      workshop: plain,
      from: best.groups,
      spend: (trials) => {
        pace.round += trials;
        return pace.progress() >= until;
      },
      take: (groups) => {
        const { state } = this.workshop();
        state.unpack(groups);
        const one = { cost: state.cost, groups };
        this.keep(one);
        if (one.cost >= this.found.cost) return;
        this.found = one;
        this.current = groups;
      },
    });
  }

  private dive(): void {
    const { relaxation, model, guide, random } = this;
    // The relaxation is of the plain prices, which the best may not be measured by.
    this.plain.state.unpack(this.best.groups);
    const settled = dive(relaxation, model, guide, random, this.plain.state.cost);
    const { state, moves } = this.workshop();
    state.clear();
    plant(settled, moves.seating, guide);
    this.current = state.pack();
  }

  private keep(one: Elite): void {
    const { elite } = this;
    // Two solutions of the same cost are most likely the same.
    if (one.cost === Infinity || elite.some(({ cost }) => Math.abs(cost - one.cost) < 1e-6)) return;
    elite.push(one);
    elite.sort((a, b) => a.cost - b.cost);
    if (elite.length > ELITE) elite.pop();
  }

  /** The best solution's cost under the prices of `state`. */
  private remeasure(state: State): void {
    state.unpack(this.best.groups);
    this.best = this.found = { cost: state.cost, groups: this.best.groups };
  }

  /** A first solution by plain descent; gives the number of its trials. */
  private descend(): number {
    const { state, moves } = this.plain;
    moves.seating.noise = this.model.unit / 6;
    const { n } = this.model;
    const trials = 300 + 4 * n;
    for (let q = 0; q < trials; q++) {
      if (q === Math.floor(CERTAIN * trials) && isBeyondDoubt(state)) return q;
      if (this.pace.isTimed && q % LOOK === 0 && this.pace.progress() > 0.5) return q;
      const before = state.cost;
      if (!moves.trial() || state.cost > before) state.undo(0);
      else state.commit();
    }
    return trials;
  }

  /** What the plan of a calm search goes by: where it was foreseen, a small staff's first trials were over before their code was compiled. */
  private likelyRounds(): number {
    const { planned, model } = this;
    const { maxRounds } = this.pace;
    if (planned === maxRounds || model.n > MOST_DIVABLE) return planned;
    return Math.min(maxRounds || Infinity, COMPILED * planned);
  }

  private relax(target: number): void {
    const { n } = this.model;
    const steps = n > 200 ? Math.max(60, Math.min(250, Math.round(200_000 / n))) : isHurried(this.planned) ? 250 : 500;
    const { pace } = this;
    const from = pace.progress();
    for (let q = 0; q < steps; q++) {
      this.relaxation.ascend(target);
      if (pace.isTimed && pace.progress() > from + RELAX_SHARE) return;
      // The bound has met the cost of a solution, or nothing has come of ever smaller steps.
      if (this.relaxation.converged(target)) return;
    }
  }

  /** Raises the bound by steps that the best solution measures; the first ones were measured by a poor one. No deadline is overstepped. */
  private sharpen(): void {
    if (this.pace.isTimed || this.model.n > MOST_DIVABLE) return;
    const { state } = this.plain;
    state.unpack(this.best.groups);
    this.relaxation.lengthen();
    this.relax(state.cost);
  }
}

/** The same problem in which leaving deficits unserved costs more; a pair kept together still outweighs them. */
function dearerCoverage({ problem }: Model): Model['problem'] {
  const { params, wishes } = problem;
  const price = { ...params.price, uncovered: EAGER * params.price.uncovered, leftOut: EAGER * params.price.leftOut };
  const dearer = wishes?.map((wish) => ({ ...wish, price: EAGER * wish.price }));
  return { ...problem, ...(dearer === undefined ? {} : { wishes: dearer }), params: { ...params, price } };
}
