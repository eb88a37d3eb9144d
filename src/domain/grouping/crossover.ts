// A new start from two good solutions: some groups of one, as much of the other as goes with them.
import type { Random } from './random';
import type { PackedGroups, State } from './state';

/** Where each group begins in a packed list. */
function starts(groups: PackedGroups): number[] {
  const out: number[] = [];
  for (let at = 0; at < groups.length; at += 4 + groups[at + 2]! + groups[at + 3]!) out.push(at);
  return out;
}

/**
 * Puts into the state about half of `other`'s groups and then those of `main`, each with the people who are still free; groups that
 * would be too small are left out. The result keeps all the rules.
 */
export function cross(state: State, main: PackedGroups, other: PackedGroups, random: Random): void {
  state.clear();
  const taken = starts(other).filter(() => random.next() < 0.5);
  for (const at of taken) put(state, other, at);
  for (const at of starts(main)) put(state, main, at);
}

function put(state: State, groups: PackedGroups, at: number): void {
  const m = state.model;
  const [c, t, leads, size] = groups.slice(at, at + 4) as [number, number, number, number];
  if (!state.hasResources(c, t)) return;
  const mark = state.mark;
  const g = state.openGroup(c, t);
  for (const j of groups.slice(at + 4, at + 4 + leads))
    if (state.load[j]! < m.maxLead[j]! && state.busy[j * m.slots + t]! < 0 && !state.clashes(g, j)) state.addLead(g, j);
  for (const i of groups.slice(at + 4 + leads, at + 4 + leads + size)) {
    if (state.size[g]! >= state.capacity(g) || state.busy[i * m.slots + t]! >= 0) continue;
    if (state.served[i * m.comps + c]! >= 0 || state.modules[i]! >= m.maxMember[i]! || state.clashes(g, i)) continue;
    state.addMember(g, i);
  }
  if (!state.leadCount[g] || state.size[g]! < m.minSize || !state.mixed(g)) state.undo(mark);
}
