// «Изменения групп»: what happened to whom in which group, when and why; by it edits are taken back and done again.
import type { AppliedEdit } from '../../domain/grouping/editor';
import { editParts } from '../../domain/grouping/kept-edits';
import type { Placed, Row } from '../../workbook/schema';
import { GROUP_CHANGES } from '../../workbook/tables';
import type { Context } from '../context';
import type { Ports } from '../ports';

/** A change, whole: its row, or the first of its rows. */
export interface ChangeRow extends Placed<Row<typeof GROUP_CHANGES>> {
  /** All its rows: a change of many groups takes several, each with its part of them. */
  readonly $rows: readonly number[];
}

/** What is told of a change is cut off here: a cell holds 50,000 characters. */
const LONGEST_WHAT = 20_000;

/** Writes one change, once a run. */
export function recordChange(
  ports: Ports,
  { settings }: Context,
  run: string,
  change: {
    readonly groups: readonly string[];
    readonly what: string;
    readonly why: string;
    readonly edit: AppliedEdit;
  },
): void {
  if (changesOf(ports, settings.cycle).some((row) => row.run === run)) return;
  const { groups, what, why } = change;
  ports.workbook.append(
    GROUP_CHANGES,
    editParts(change.edit).map((edit) => ({
      at: ports.clock.localNow(),
      groups,
      what: what.length <= LONGEST_WHAT ? what : `${what.slice(0, LONGEST_WHAT)}…`,
      why,
      state: 'done',
      cycle: settings.cycle,
      edit,
      settled: '',
      run,
    })),
  );
}

/** The cycle's changes, oldest first. */
export function changesOf(ports: Ports, cycle: string): readonly ChangeRow[] {
  const changes = new Map<string, Placed<Row<typeof GROUP_CHANGES>>[]>();
  for (const row of ports.workbook.read(GROUP_CHANGES).rows) {
    if (row.cycle !== cycle) continue;
    const key = row.run === '' ? `row ${String(row.$row)}` : row.run;
    changes.set(key, [...(changes.get(key) ?? []), row]);
  }
  return [...changes.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const edit = rows.length === 1 ? first.edit : ports.planning().wholeEdit(rows.map((row) => row.edit));
    return [{ ...first, edit, $rows: rows.map(({ $row }) => $row) }];
  });
}

/** Writes how changes stand now into all their rows. */
export function settleChanges(
  { workbook }: Ports,
  changes: readonly ChangeRow[],
  set: Partial<Row<typeof GROUP_CHANGES>>,
): void {
  workbook.patch(
    GROUP_CHANGES,
    changes.flatMap(({ $rows }) => $rows.map(($row) => ({ $row, set }))),
  );
}
