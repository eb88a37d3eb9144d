// Taking back, by «Отменить запуск», what a run moved in the timetable by hand.
import type { Outcome } from '../../domain/message';
import { MODULE_CHANGES } from '../../workbook/tables';
import type { Ports } from '../ports';
import { carryOutMove, type ModuleChangeRow, planRow, type PlannedMove } from './move';
import { loadTimetable } from './situation';

/** The run's move, ready to be taken back; undefined when it made none that stands; refused when the module has been moved since. */
export function moveOfRun(ports: Ports, run: string): Outcome<PlannedMove | undefined> {
  const row = rowOf(ports, run);
  if (row === undefined) return { ok: true, value: undefined };
  const situation = loadTimetable(ports);
  return situation.ok ? planRow(situation.value, row, 'undo') : situation;
}

/** @param by the run that takes it back */
export function takeBackMove(ports: Ports, run: string, by: string): Outcome<true> {
  const plan = moveOfRun(ports, run);
  if (!plan.ok) return plan;
  if (plan.value !== undefined) carryOutMove(ports, plan.value, by);
  return { ok: true, value: true };
}

function rowOf({ workbook }: Ports, run: string): ModuleChangeRow | undefined {
  if (!workbook.has(MODULE_CHANGES)) return undefined;
  return workbook.read(MODULE_CHANGES).rows.find((row) => row.run === run && row.state === 'done');
}
