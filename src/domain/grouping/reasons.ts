// Why a deficit cannot be served in this problem, whatever groups are chosen.
import type { GroupingProblem, UnservedReason } from './problem';

/**
 * The deficits that no solution can serve, keyed by teacher index · number of competencies + competency index.
 * A deficit that is absent from the map and unserved is unserved because of the limits of people and groups.
 */
export function structuralReasons(problem: GroupingProblem): Map<number, Exclude<UnservedReason, 'limit'>> {
  const { teachers, slots: T, params } = problem;
  const C = problem.competencies.length;
  const out = new Map<number, Exclude<UnservedReason, 'limit'>>();
  const can = (i: number, t: number): boolean => teachers[i]!.av.charCodeAt(t) > 48;
  for (let c = 0; c < C; c++) {
    const needy: number[] = [];
    const leads: number[] = [];
    teachers.forEach((teacher, i) => {
      const level = teacher.lvl.charCodeAt(c) - 48;
      if (level <= 2) needy.push(i);
      else if (level === 4) leads.push(i);
    });
    // Per slot: 0 nobody to lead, 1 somebody, 2 and enough needy people of at least two subjects.
    const state = new Uint8Array(T);
    for (let t = 0; t < T; t++) {
      const free = needy.filter((i) => can(i, t));
      const freeLeads = leads.filter((i) => can(i, t));
      if (!freeLeads.length) continue;
      const subjects = new Set([...free, ...freeLeads].map((i) => teachers[i]!.subj));
      state[t] = free.length >= params.L && subjects.size >= 2 ? 2 : 1;
    }
    for (const i of needy) {
      let best = -1;
      for (let t = 0; t < T; t++) if (can(i, t) && state[t]! > best) best = state[t]!;
      if (!leads.length) out.set(i * C + c, 'no_consultant');
      else if (best < 1) out.set(i * C + c, 'no_common_slot');
      else if (best < 2) out.set(i * C + c, 'too_few');
    }
  }
  return out;
}
