// The optimum of a tiny grouping problem by trying everything: every lawful group, every set of them that goes together.
import { evaluate } from '../../../src/domain/grouping/solve';
import type { GroupingGroup, GroupingProblem } from '../../../src/domain/grouping/solve';

/** Subsets of `all` with min … max elements. */
function subsets(all: readonly number[], min: number, max: number): number[][] {
  const out: number[][] = [];
  const grow = (from: number, taken: number[]): void => {
    if (taken.length >= min) out.push(taken);
    if (taken.length < max) for (let q = from; q < all.length; q++) grow(q + 1, [...taken, all[q]!]);
  };
  grow(0, []);
  return out;
}

/** Every group that keeps the rules by itself. */
function lawfulGroups(problem: GroupingProblem): GroupingGroup[] {
  const { teachers, params } = problem;
  const out: GroupingGroup[] = [];
  problem.competencies.forEach((competency, c) => {
    for (let slot = 0; slot < problem.slots; slot++) {
      const free = teachers.map((_, i) => i).filter((i) => teachers[i]!.av[slot] !== '0');
      const leads = free.filter((i) => teachers[i]!.lvl[c] === '4');
      const needy = free.filter((i) => teachers[i]!.lvl[c]! < '3');
      for (const some of subsets(leads, 1, params.cmax))
        for (const members of subsets(needy, params.L, Math.min(params.U, params.U1 * some.length))) {
          const ids = (of: readonly number[]): string[] => of.map((i) => teachers[i]!.id);
          const group = { competency, slot, consultants: ids(some), members: ids(members) };
          const own = { ...problem, teachers: teachers.map((teacher) => ({ ...teacher, maxMember: 9, maxLead: 9 })) };
          if (evaluate(own, [group]).broken.length === 0) out.push(group);
        }
    }
  });
  return out;
}

/** The least cost of all solutions; undefined when there are too many to try. */
export function bruteForce(problem: GroupingProblem, mostGroups = 60): number | undefined {
  const groups = lawfulGroups(problem);
  if (groups.length > mostGroups) return undefined;
  let best = Infinity;
  const chosen = [...(problem.locked ?? [])];
  const grow = (from: number): void => {
    best = Math.min(best, evaluate(problem, chosen).cost);
    for (let q = from; q < groups.length; q++) {
      chosen.push(groups[q]!);
      if (evaluate(problem, chosen).broken.length === 0) grow(q + 1);
      chosen.pop();
    }
  };
  grow(0);
  return best;
}
