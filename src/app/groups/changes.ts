// «Изменения групп»: what happened to whom in which group, when and why; by it edits are taken back and done again.
import type { AppliedEdit } from '../../domain/grouping/editor';
import type { Placed, Row } from '../../workbook/schema';
import { GROUP_CHANGES } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';

export type ChangeRow = Placed<Row<typeof GROUP_CHANGES>>;

/** Writes one row, once a run. */
export function recordChange(
  ports: Ports,
  { settings }: Context,
  run: string,
  change: {
    readonly groups: readonly string[];
    readonly what: string;
    readonly why: string;
    readonly edit?: AppliedEdit;
  },
): void {
  if (changesOf(ports, settings.cycle).some((row) => row.run === run)) return;
  ports.workbook.append(GROUP_CHANGES, [
    {
      at: ports.clock.localNow(),
      groups: change.groups,
      what: change.what,
      why: change.why,
      state: 'done',
      cycle: settings.cycle,
      edit: change.edit ?? null,
      settled: '',
      run,
    },
  ]);
}

/** The cycle's changes, oldest first. */
export const changesOf = ({ workbook }: Ports, cycle: string): readonly ChangeRow[] =>
  workbook.read(GROUP_CHANGES).rows.filter((row) => row.cycle === cycle);
