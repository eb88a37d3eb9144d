// Benchmark of the mobile-groups solver: its solutions beside the lower bound and beside a long run of its own.
import { performance } from 'node:perf_hooks';
import { evaluate, finish, start, step } from '../src/domain/grouping/solve';
import type { GroupingProblem } from '../src/domain/grouping/solve';
import { FAMILIES, makeInstance } from './groups-instances';

export interface GroupsRow {
  instance: string;
  teachers: number;
  seconds: number;
  seed: number;
  feasible: boolean;
  /** Cost of the solution and its part for deficits left unserved. */
  Z: number;
  f1: number;
  bound: number;
  /** How far from the bound at most, % of the cost: what the user is told. */
  boundGap: number;
  /** (Z − best) / (best − f1 of best), %, against the best solution known; undefined when this row is the best known. */
  netGap: number | undefined;
  trials: number;
}

/** What the rows are about; every field has a default that takes some minutes. */
export interface GroupsPlan {
  families?: readonly string[];
  /** Seeds of the instances, and of the search. */
  instances?: readonly number[];
  seeds?: readonly number[];
  /** Time limits of the search in seconds, by family. */
  seconds?: (family: string) => readonly number[];
  /** A run this many times as long as the longest limit gives the best known solution. */
  longer?: number;
}

const LIMITS: Readonly<Record<string, readonly number[]>> = {
  m020x08: [1],
  m061x12: [1, 5],
  m061x12t: [1, 5],
  m120x16: [10],
  m300x16: [10],
  r1200x20: [30],
  r5000x20: [60],
};

/** Solves generated instances under time limits; gives a row for each instance, limit and seed. */
export function groupsRows(plan: GroupsPlan = {}): GroupsRow[] {
  const rows: GroupsRow[] = [];
  for (const family of plan.families ?? Object.keys(FAMILIES)) {
    const shape = FAMILIES[family];
    if (!shape) continue;
    const limits = plan.seconds?.(family) ?? LIMITS[family] ?? [10];
    for (const instance of plan.instances ?? [1]) {
      const problem = makeInstance(family, shape, instance);
      const own = limits.flatMap((seconds) => (plan.seeds ?? [1, 2, 3]).map((seed) => rowOf(problem, seconds, seed)));
      let best = own.reduce((a, b) => (b.Z < a.Z ? b : a));
      if (plan.longer) {
        const long = rowOf(problem, Math.max(...limits) * plan.longer, 99);
        if (long.Z < best.Z) best = long;
      }
      for (const row of own)
        if (row !== best && best.Z > best.f1) row.netGap = round((100 * (row.Z - best.Z)) / (best.Z - best.f1));
      rows.push(...own);
    }
  }
  return rows;
}

function rowOf(problem: GroupingProblem, seconds: number, seed: number): GroupsRow {
  const state = start(problem, { seed, now: () => performance.now(), deadlineMs: seconds * 1000 });
  while (!step(state));
  const solution = finish(state);
  return {
    instance: problem.id,
    teachers: problem.teachers.length,
    seconds,
    seed,
    feasible: evaluate(problem, solution.groups).broken.length === 0,
    Z: solution.cost,
    f1: solution.costParts.f1,
    bound: Math.round(solution.bound),
    boundGap: round((100 * (solution.cost - solution.bound)) / Math.max(1, solution.cost)),
    netGap: undefined,
    trials: state.search.rounds,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
