// Undo and redo along a list of edits («Изменения групп», «Изменения расписания»): which one is taken back, which is done again; and what tells
// whether an edit is made on what it was tried on.
import type { Ports } from './ports';

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

/** Stands for these lists, in whatever order each of them is: the same as long as they are. */
export function unordered(ports: Pick<Ports, 'sha256'>, ...lists: readonly (readonly unknown[])[]): string {
  const sorted = lists.map((things) => things.map((thing) => JSON.stringify(thing)).sort());
  return ports.sha256(JSON.stringify(sorted)).slice(0, 16);
}
