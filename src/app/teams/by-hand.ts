// What people change by hand in drafts of pairs, communities and levels is known by what was written there, and stays (ADR 0050).
import { foldText } from '../../domain/staff/normalise';
import type { TeamRow } from './load';

/** What a forming wrote into a row: the run that first did, and the cells that people may change. */
export type Written = Readonly<Record<string, unknown>> & { readonly run: string };

/** What was written into the row; undefined when somebody has typed it in. */
export const writtenIn = ({ written }: Pick<TeamRow, 'written'>): Written | undefined =>
  typeof written === 'object' && written !== null ? (written as Written) : undefined;

/** The run that formed the row, whatever has published it since; '' when somebody has typed it in. */
export const formedBy = (row: Pick<TeamRow, 'written'>): string => writtenIn(row)?.run ?? '';

/** Has somebody changed one of these cells by hand, or typed the row in? What differs in punctuation only is the same. */
export function isByHand(row: Pick<TeamRow, 'run' | 'written'>, ...columns: readonly string[]): boolean {
  const written = writtenIn(row);
  if (written === undefined) return row.run === '';
  const cells = row as unknown as Readonly<Record<string, unknown>>;
  return columns.some((column) => foldText(String(cells[column])) !== foldText(String(written[column])));
}

/** Cells of the three tables that people may change. */
const CHANGED = ['mentor', 'trainee', 'teacher', 'competencies', 'role', 'competency', 'level'];

/** As if the row had been formed by its run just as it is. */
const asFormed = (row: TeamRow): Written => ({
  ...Object.fromEntries(Object.entries(row).filter(([column]) => CHANGED.includes(column))),
  run: row.run,
});

/**
 * What a row is to keep of where it is from once another run publishes it, where nothing was written into it: somebody has typed it in
 * (then it has no run), or it was formed before anything was written.
 */
export const originOf = (row: TeamRow): { readonly written?: Written } => {
  if (writtenIn(row) !== undefined) return {};
  return { written: row.run === '' ? { run: '' } : asFormed(row) };
};

/** The same of a row whose publishing is undone: without anything written it was published before that was kept, and mostly formed. */
export const originOfPublished = (row: TeamRow): { readonly written?: Written } =>
  writtenIn(row) === undefined ? { written: asFormed({ ...row, run: '' }) } : {};
