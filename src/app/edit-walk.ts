// Undo and redo along a list of edits («Изменения групп», «Изменения расписания»): which one is taken back, which is done again.

/** A row of such a list, as far as walking goes. */
interface Walked {
  readonly $row: number;
  readonly state: string;
}

/** The edit that is taken back next; undefined when none stands. */
export const lastDone = <R extends Walked>(rows: readonly R[]): R | undefined =>
  rows.filter(({ state }) => state === 'done').pop();

/** The edit that was taken back last, behind all that stand; undefined when none was. */
export const nextToRedo = <R extends Walked>(rows: readonly R[]): R | undefined =>
  rows.find(({ state, $row }) => state === 'undone' && $row > (lastDone(rows)?.$row ?? 0));
