// Taking back, by «Отменить запуск», what a run changed in groups by hand.
import type { AppliedEdit } from '../../domain/grouping/editor';
import type { Message, Outcome } from '../../domain/message';
import { GROUP_CHANGES } from '../../workbook/tables';
import type { Ports } from '../ports';
import { type ChangeRow, changesOf } from './changes';
import { carryOutEdit, planRow, type PlannedEdit } from './edit';
import { followsFrom } from './follows-from';
import { loadSituation, type Situation } from './situation';
import { draftOf, explainAnew, settle } from './write-groups';

/** The run's edit, ready to be taken back; undefined when it made none that stands; refused when its groups have changed since. */
export function editOfRun(ports: Ports, run: string): Outcome<PlannedEdit | undefined> {
  if (!ports.workbook.has(GROUP_CHANGES)) return { ok: true, value: undefined };
  const rows = ports.workbook.read(GROUP_CHANGES).rows.filter((one) => one.run === run && one.state === 'done');
  // Rows that a person was taken out of, and those of a forming before its drafts were kept, have no edit.
  const edited = rows.find(({ edit }) => edit !== undefined && edit !== null);
  if (edited === undefined) return { ok: true, value: undefined };
  const situation = loadSituation(ports);
  if (!situation.ok) return situation;
  const { cycle } = situation.value.profiles.context.settings;
  // Groups of another cycle are not on the table now: what it changed cannot be looked at.
  if (edited.cycle !== cycle)
    return { ok: false, problems: [{ code: 'undo.otherCycle', fields: { was: edited.cycle, now: cycle } }] };
  const row = changesOf(ports, cycle).find((one) => one.run === run);
  if (row === undefined) return { ok: true, value: undefined };
  const plan = planRow(ports, situation.value, draftOf(situation.value), row, 'undo', '');
  // A run is taken back without a word of why; an edit is not.
  if (plan.ok) return plan;
  return {
    ok: false,
    problems: plan.problems.map((one) => (one.code === 'edit.why' ? { ...one, code: 'edit.whyByHand' } : one)),
  };
}

/**
 * Gives what follows from it.
 * @param by the run that takes it back
 */
export function takeBackEdit(ports: Ports, run: string, by: string): Outcome<readonly Message[]> {
  const begun = begunBy(ports, run, by);
  if (begun !== undefined) {
    const { situation, row, applied } = begun;
    settle(ports, situation, row, applied, 'undo', by, '');
    explain(ports, applied);
    return { ok: true, value: [] };
  }
  const plan = editOfRun(ports, run);
  if (!plan.ok) return plan;
  if (plan.value === undefined) return { ok: true, value: [] };
  const told = followsFrom(ports, plan.value);
  carryOutEdit(ports, plan.value, by, '');
  explain(ports, plan.value.applied);
  return { ok: true, value: told };
}

/** The run's edit where `by` has begun to take it back, and died: how the groups stand says nothing then. */
function begunBy(
  ports: Ports,
  run: string,
  by: string,
): { readonly situation: Situation; readonly row: ChangeRow; readonly applied: AppliedEdit } | undefined {
  if (!ports.workbook.has(GROUP_CHANGES)) return undefined;
  const { rows } = ports.workbook.read(GROUP_CHANGES);
  if (!rows.some((one) => one.run === run && one.settled === by)) return undefined;
  const situation = loadSituation(ports);
  if (!situation.ok) return undefined;
  const { cycle } = situation.value.profiles.context.settings;
  const row = changesOf(ports, cycle).find((one) => one.run === run);
  const applied = ports.planning().readApplied(row?.edit);
  return row === undefined || applied === undefined ? undefined : { situation: situation.value, row, applied };
}

function explain(ports: Ports, { before, after }: AppliedEdit): void {
  const situation = loadSituation(ports);
  if (situation.ok)
    explainAnew(
      ports,
      situation.value,
      [...before.groups, ...after.groups].map(({ id }) => id),
    );
}

/** What a run wrote down of its changes no longer holds. */
export function forgetChanges({ workbook }: Ports, run: string): void {
  if (!workbook.has(GROUP_CHANGES)) return;
  workbook.patch(
    GROUP_CHANGES,
    workbook
      .read(GROUP_CHANGES)
      .rows.filter((row) => row.run === run && row.state === 'done')
      .map(({ $row }) => ({ $row, set: { state: 'undone' } })),
  );
}
