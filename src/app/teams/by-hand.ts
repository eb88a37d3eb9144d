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
