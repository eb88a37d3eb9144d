// What a state leaves unserved, in the prices of the problem.
import type { State } from './state';

/** Price of all that is unserved: f1 of the cost. */
export function lossOf({ model, served, modules }: State): number {
  const { n, comps, deficit, gain, leftOutPrice } = model;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let needs = 0;
    for (let need = i * comps; need < (i + 1) * comps; need++) {
      if (!deficit[need]) continue;
      needs++;
      if (served[need]! < 0) loss += gain[need]!;
    }
    if (needs && !modules[i]) loss += leftOutPrice;
  }
  return loss;
}

/** Price of what the state leaves unserved although the people's own limits of groups would allow to serve it. At 0 no groups serve more. */
export function avoidableLoss(state: State): number {
  const m = state.model;
  let loss = 0;
  for (let i = 0; i < m.n; i++) {
    const all: number[] = [];
    for (let q = m.needStart[i]!; q < m.needStart[i + 1]!; q++) {
      const need = i * m.comps + m.needs[q]!;
      all.push(m.gain[need]!);
      if (state.served[need]! >= 0) loss -= m.gain[need]!;
    }
    all.sort((a, b) => b - a);
    for (let q = 0; q < Math.min(all.length, m.maxMember[i]!); q++) loss += all[q]!;
    if (all.length && m.maxMember[i]! > 0 && !state.modules[i]) loss += m.leftOutPrice;
  }
  return loss;
}
