// The grouping solver's face: one call, or start / step / finish with a checkpoint between the steps.
import { evaluate } from './evaluate';
import { Model } from './model';
import type { GroupingProblem, GroupingSolution } from './problem';
import { Search } from './search';
import type { SolveCheckpoint } from './search';

export type {
  CostParts,
  GroupingBan,
  GroupingGroup,
  GroupingParams,
  GroupingPrices,
  GroupingProblem,
  GroupingResource,
  GroupingSolution,
  GroupingTeacher,
  GroupingWish,
  InputProblem,
  UnservedNeed,
  UnservedReason,
  ValidatedProblem,
} from './problem';
export type { SolveCheckpoint } from './search';
export { evaluate } from './evaluate';
export { validateProblem } from './validate';

export interface SolveOptions {
  /** Any whole number; the same seed and `maxRounds` give the same groups. Default 1. */
  seed?: number;
  /** A clock in milliseconds; only needed with `deadlineMs`. */
  now?: () => number;
  /** How long this call may search, in milliseconds from its start by `now`. */
  deadlineMs?: number;
  /** How many trials the whole search makes, over all its steps. Default: `usualRounds`, no limit with a deadline. */
  maxRounds?: number;
  /** Goes on from here instead of from the beginning; seed and `maxRounds` are then the checkpoint's. */
  checkpoint?: SolveCheckpoint;
}

/** A search under way. */
export interface SolveState {
  readonly problem: GroupingProblem;
  readonly search: Search;
}

/** Builds a first feasible solution (or takes up a checkpoint). The problem must have passed `validateProblem`. */
export function start(problem: GroupingProblem, options: SolveOptions = {}): SolveState {
  const clock =
    options.now && options.deadlineMs !== undefined ? { now: options.now, deadlineMs: options.deadlineMs } : undefined;
  const model = new Model(problem);
  return { problem, search: new Search(model, options.seed ?? 1, options.maxRounds, clock, options.checkpoint) };
}

/** Searches for one slice. True when the search has come to its end (rounds or deadline); more steps then change nothing. */
export function step(state: SolveState): boolean {
  return state.search.slice();
}

/** The state as JSON-able data; a search started from it does exactly what this one would have done. */
export function checkpoint(state: SolveState): SolveCheckpoint {
  return state.search.checkpoint();
}

/** The best solution found so far, with its cost and the lower bound. */
export function finish(state: SolveState): GroupingSolution {
  const { search } = state;
  const groups = search.bestGroups();
  const { cost, costParts, unserved } = evaluate(state.problem, groups);
  const bound = Math.min(cost, search.bound);
  const leastUnserved = search.servesMost() ? costParts.f1 : -Infinity;
  return { groups, unserved, cost, costParts, bound, leastUnserved };
}

/** Searches to the end and gives the best solution found. */
export function solve(problem: GroupingProblem, options: SolveOptions = {}): GroupingSolution {
  const state = start(problem, options);
  while (!step(state));
  return finish(state);
}
