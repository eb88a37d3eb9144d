// Taking back, by «Отменить запуск», what a run moved in the timetable: one module by hand, or the drafts that planning again has moved.
import type { Outcome } from '../../domain/message';
import { readMove } from '../../domain/timetable/move';
import type { Ports } from '../ports';
import { changesOfRun } from './change-list';
import { carryOutMoves, planRow, type PlannedMove } from './move';
import { loadTimetable } from './situation';

export interface MovesOfRun {
  /** Ready to be taken back, the latest first. */
  readonly moves: readonly PlannedMove[];
  /** Modules that the planner moved and that stand elsewhere by now, or are settled: they stay. */
  readonly stay: readonly string[];
}

/** What the run moved and still stands; refused when it moved one module by hand that has been moved since. */
export function movesOfRun(ports: Ports, run: string): Outcome<MovesOfRun> {
  const rows = changesOfRun(ports, run).filter(({ state }) => state === 'done');
  if (rows.length === 0) return { ok: true, value: { moves: [], stay: [] } };
  const situation = loadTimetable(ports);
  if (!situation.ok) return situation;
  const now = situation.value.context.settings.cycle;
  const other = rows.find(({ cycle }) => cycle !== now);
  if (other !== undefined)
    return { ok: false, problems: [{ code: 'undo.otherCycle.moves', fields: { was: other.cycle, now } }] };
  const moves: PlannedMove[] = [];
  const stay: string[] = [];
  for (const row of [...rows].reverse()) {
    const plan = planRow(situation.value, row, 'undo');
    const isPlanners = readMove(row.edit)?.sent !== undefined;
    if (!plan.ok && !isPlanners) return plan;
    if (plan.ok && !(isPlanners && plan.value.module.row.state === 'invited')) moves.push(plan.value);
    else stay.push(row.module);
  }
  return { ok: true, value: { moves, stay } };
}

/** @param by the run that takes it back */
export function takeBackMoves(ports: Ports, run: string, by: string): Outcome<true> {
  const found = movesOfRun(ports, run);
  if (!found.ok) return found;
  carryOutMoves(ports, found.value.moves, by);
  return { ok: true, value: true };
}
