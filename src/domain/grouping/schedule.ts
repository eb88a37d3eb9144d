// How hot the annealing is when: coolings from scratch, then new starts from what is good, as far as there is time for them.
import { MOST_DIVABLE } from './dive';
import { avoidableLoss } from './loss';
import type { Model } from './model';
import type { State } from './state';

/** Dives at most, and what each takes at least with its cooling, in trials a group. */
const DIVES = 16;
const DIVE_TRIALS = 35;
/** The tree has less of the time where there is much of it, and least from this part of the longest search on. */
const CLIMBED = 1.5;
/** Share of the search in which the best groups are made cheaper at last where consultants are scarce; more in a hurry. */
const CHEAPENING = 0.1;
const HURRIED_CHEAPENING = 0.2;
/** With fewer trials to come than this there is time for one relaxation only, and for a short one. */
const HURRY = 6000;
/** Of what makes consultants and times fully scarce, so many times leave no doubt after this part of the first descent. */
const NO_DOUBT = 2;
export const CERTAIN = 1 / 3;
/** Of a smaller staff the loss says little so early. */
const LEAST_STAFF = 50;
/** With losses of so many deficits a person or fewer nothing is scarce, with so many or more everything. */
const LEAST_LOSS = 0.3;
const FULL_LOSS = 0.7;
/** Above this scarcity consultants and times are scarce, and a search takes as many trials as any. */
const SCARCE = 0.5;
/** With so many trials a search goes about it as where they are scarce from this scarcity on; with fewer it would cost more than it brings. */
const LEISURELY = 80_000;
const SOMEWHAT_SCARCE = 0.1;
/**
 * How hot a search begins where consultants are not scarce, in prices of a group of one consultant: so hot that a group may go for one that
 * serves one deficit more, which in some schools takes a chain of changes; with few trials a group only as hot as these can cool down.
 */
const HOT = 3;
const HURRIED_HOT = 0.4;
/** With fewer trials a group than this they are few. */
const HOT_TRIALS = 1000;
/** Trials at most where nobody says how many. */
const MOST_ROUNDS = 400_000;

/**
 * What a cooling begins with: nothing, what a dive into the relaxation gave, two good solutions crossed, or the best solution; `tree`
 * is no cooling, but a search in the tree of the consultants' choices for as long.
 */
export type Beginning = 'fresh' | 'dive' | 'tree' | 'cross' | 'best';

export interface Cooling {
  readonly beginning: Beginning;
  /** Share of the whole search at which it ends. */
  readonly until: number;
  /** Temperatures in cost units. */
  readonly from: number;
  readonly to: number;
  /** True while serving a deficit counts for more than its price, so that coverage comes first. */
  readonly eager: boolean;
  /**
   * Price of a member that a group lacks to its least size, at the beginning and at the end; absent where none may lack. Where groups
   * of the least size are many, a search that may pass through smaller ones gets from one such set to another (strategic oscillation:
   * Glover, "Tabu Search", 1989); the price ends so high that only lawful groups are left.
   */
  readonly short: readonly [number, number] | undefined;
}

/** The price of a deficit of the least depth, and of what closing it takes. */
const deficitOf = ({ unit, leastGain }: Model): number => Math.max(unit, leastGain + unit);

/**
 * How scarce consultants and times are, 0 … 1, by what a plain descent leaves unserved although each person's own limits would allow
 * to serve it.
 */
export function scarcityOf(descended: State): number {
  return Math.max(0, Math.min(1, (lossAPerson(descended) - LEAST_LOSS) / (FULL_LOSS - LEAST_LOSS)));
}

/** May a descent end of which the part `CERTAIN` is over? More trials would still leave consultants and times fully scarce. */
export function isBeyondDoubt(descended: State): boolean {
  const { n } = descended.model;
  return n >= LEAST_STAFF && n <= MOST_DIVABLE && lossAPerson(descended) > NO_DOUBT * FULL_LOSS;
}

/** Is there time for one relaxation only, and for a short one? */
export function isHurried(rounds: number): boolean {
  return rounds < HURRY;
}

/** The avoidable loss, in deficits of the least depth a person. */
function lossAPerson(state: State): number {
  return avoidableLoss(state) / (deficitOf(state.model) * Math.max(1, state.model.n));
}

/**
 * Trials where nobody says how many: about a second's at 61 teachers, growing with the staff and levelling off; up to three seconds' as
 * consultants become scarce, because there the last deficits are found late.
 * @param held there are groups as they stood, which the search leaves with difficulty
 */
export function usualRounds(teachers: number, scarcity: number, held = false): number {
  const each = (800 + 2700 * Math.min(1, scarcity / SCARCE)) * (held ? 2 : 1);
  return Math.min(MOST_ROUNDS, 20_000 + Math.round(each * teachers));
}

/**
 * The coolings of a search of `rounds` trials. Where consultants and times are scarce, the search has to pass through states that serve
 * fewer, hence much hotter, and ends in one of many valleys, hence several times, and crosses what it found. In between, in between.
 * @param likely how many there will be where consultants are not scarce; where they are, the plan was tuned by what is foreseen
 */
export function coolings(descended: State, scarcity: number, rounds: number, likely: number): Cooling[] {
  const { model } = descended;
  const deficit = deficitOf(model);
  const between = (plain: number, scarce: number): number => plain * Math.pow(scarce / plain, scarcity);
  const groups = Math.max(1, descended.activeCount - model.fixed.length);
  const hot = between((likely < HOT_TRIALS * groups ? HURRIED_HOT : HOT) * model.unit, 4 * deficit);
  const cold = between(0.015 * model.unit, 0.1 * model.unit);
  const out: Cooling[] = [];
  const add = (
    beginning: Beginning,
    count: number,
    share: number,
    from: number,
    eager = false,
    short?: [number, number],
  ): void => {
    const begun = out.length ? out[out.length - 1]!.until : 0;
    for (let q = 1; q <= count; q++)
      out.push({ beginning, until: begun + (share * q) / count, from, to: cold, eager, short });
  };
  if (scarcity > (rounds < LEISURELY ? SCARCE : SOMEWHAT_SCARCE)) {
    const short: [number, number] = [2 * deficit, 30 * deficit];
    const time = Math.min(1, rounds / (15_000 * groups));
    const last = isHurried(rounds) && model.n <= MOST_DIVABLE ? HURRIED_CHEAPENING : CHEAPENING;
    const before = 1 - last;
    if (model.n > MOST_DIVABLE) {
      // Many short coolings while there is little time; their share grows with it.
      const share = 0.3 + 0.2 * time;
      add('fresh', 8, share, hot, true, short);
      add('cross', 50, before - share, 0.5 * deficit, true, short);
    } else {
      const crossing = 0.25 * time;
      // The tree knows of coverage alone: where groups are to change little, its time is better spent on dives.
      const climbing = model.kept.length ? 0 : before - 0.4 * Math.min(1, CLIMBED * time);
      const diving = before - climbing - crossing;
      // A dive ends in a good valley, that a hot cooling would leave; too short a cooling would not make it good.
      const dives = Math.min(DIVES, Math.floor((diving * rounds) / (DIVE_TRIALS * groups)));
      if (climbing) add('tree', 1, dives ? climbing : climbing + diving, 0.3 * model.unit, true);
      add('dive', climbing ? dives : Math.max(1, dives), diving, 0.5 * deficit, true, short);
      add('cross', Math.round(30 * time), crossing, 0.5 * deficit, true, short);
    }
    add('best', 2, last, 0.3 * model.unit);
    return out;
  }
  // A few trials a group are better spent on one slow cooling.
  if (likely < 1500 * groups) {
    add('fresh', 1, 1, hot);
    return out;
  }
  // With little time one slow cooling is worth more than new starts.
  const [starts, share] = likely < 5000 * groups ? [1, 0.2] : [4, 0.4];
  add('fresh', 1, 1 - share, hot);
  add('best', starts, share, between(0.1 * model.unit, deficit));
  return out;
}
