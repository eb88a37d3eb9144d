// What an exception means for the person: expected troubles by their kind, Google's own words only as a quotation.
import type { Problem } from '../domain/message';
import { ServiceMissing } from './advanced';
import { statusOf } from './api-error';
import { TableMissing } from './workbook/workbook';

/** Trying again cannot help with these: something must be mended first. */
const LASTING: ReadonlySet<string> = new Set(['workbook.tableMissing', 'workbook.columnsMissing', 'service.missing']);

/** A problem to be shown, and whether the same step may succeed when simply repeated. */
export function explain(error: unknown): { readonly problem: Problem; readonly lasting: boolean } {
  const problem = problemOf(error);
  return { problem, lasting: LASTING.has(problem.code) };
}

function problemOf(error: unknown): Problem {
  if (error instanceof TableMissing) {
    return error.columns.length === 0
      ? { code: 'workbook.tableMissing', fields: { table: error.table } }
      : { code: 'workbook.columnsMissing', fields: { table: error.table, columns: error.columns } };
  }
  if (error instanceof ServiceMissing) return { code: 'service.missing', fields: { service: error.service } };
  const text = error instanceof Error ? error.message : String(error);
  const status = statusOf(error);
  if (status === 403 || status === 429) return { code: 'google.limit', fields: { text } };
  return { code: 'google.failed', fields: { text } };
}
