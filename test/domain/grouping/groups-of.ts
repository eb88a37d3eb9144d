// What stands in a state, as groups of the problem's own ids.
import type { GroupingGroup } from '../../../src/domain/grouping/solve';
import type { State } from '../../../src/domain/grouping/state';

export function groupsOf(state: State): GroupingGroup[] {
  const { problem, maxConsultants, maxSize } = state.model;
  const ids = (which: Int32Array, at: number, count: number): string[] =>
    [...which.subarray(at, at + count)].map((i) => problem.teachers[i]!.id);
  return [...state.active.subarray(0, state.activeCount)].map((g) => ({
    competency: problem.competencies[state.gc[g]!]!,
    slot: state.gt[g]!,
    consultants: ids(state.leads, g * maxConsultants, state.leadCount[g]!),
    members: ids(state.members, g * maxSize, state.size[g]!),
  }));
}
