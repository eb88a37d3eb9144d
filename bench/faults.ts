// Faults put into a small school's cycle, briefly: two places in every action. All of the sample school's: npm run test:faults.
import { smallScenes } from '../test/faults/small-cycle';
import { type SceneReport, spread, sweep } from '../test/faults/sweep';
import { DIST } from './schools';

const PLACES = 2;

export interface FaultsOfAction {
  readonly action: string;
  readonly calls: number;
  readonly tried: number;
  readonly survived: number;
}

/** Tried and survived by action; the heartbeats together. */
export function faultsOfSmallCycle(): readonly FaultsOfAction[] {
  const sums = new Map<string, FaultsOfAction>();
  for (const scene of smallScenes(DIST)) {
    const { calls, faults, survived }: SceneReport = sweep(scene, spread(PLACES));
    const action = scene.does === 'heartbeat' ? 'ежечасная проверка' : scene.does.action;
    const sum = sums.get(action) ?? { action, calls: 0, tried: 0, survived: 0 };
    sums.set(action, {
      action,
      calls: sum.calls + calls,
      tried: sum.tried + faults,
      survived: sum.survived + survived,
    });
  }
  return [...sums.values()];
}
