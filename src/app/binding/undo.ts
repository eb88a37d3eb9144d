// Taking back a binding: the survey, its questions and the answers taken in go; the school's form is left as it is.
import { ANSWERS, BINDINGS, QUESTIONS, SURVEYS } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { Table } from '../../workbook/schema';

interface RunRows {
  readonly table: Table;
  readonly rows: readonly number[];
}

/** Rows that go when the run is taken back: lines proposed by it, and all that belongs to a form that it bound. */
export function bindingRows(ports: Ports, run: string): readonly RunRows[] {
  if (![BINDINGS, SURVEYS, QUESTIONS, ANSWERS].every((table) => ports.workbook.has(table))) return [];
  const proposed = ports.workbook.read(BINDINGS).rows.filter((row) => row.run === run && row.state !== 'bound');
  const surveys = boundBy(ports, run);
  const keys = new Set(surveys.map(({ key }) => key));
  const found: RunRows[] = [
    { table: BINDINGS, rows: proposed.map(({ $row }) => $row) },
    {
      table: ANSWERS,
      rows: ports.workbook.read(ANSWERS).rows.flatMap((row) => (keys.has(row.survey) ? [row.$row] : [])),
    },
    {
      table: QUESTIONS,
      rows: ports.workbook.read(QUESTIONS).rows.flatMap((row) => (keys.has(row.survey) ? [row.$row] : [])),
    },
    { table: SURVEYS, rows: surveys.map(({ $row }) => $row) },
  ];
  return found.filter(({ rows }) => rows.length > 0);
}

/** The lines of forms that the run bound are proposals again; before the rows go. */
export function unbind(ports: Ports, run: string): void {
  if (!ports.workbook.has(BINDINGS) || !ports.workbook.has(SURVEYS)) return;
  const forms = new Set(boundBy(ports, run).map(({ formId }) => formId));
  if (forms.size === 0) return;
  ports.workbook.patch(
    BINDINGS,
    ports.workbook
      .read(BINDINGS)
      .rows.filter(({ formId, state }) => forms.has(formId) && state === 'bound')
      .map(({ $row }) => ({ $row, set: { state: 'proposed' } })),
  );
}

const boundBy = (
  ports: Ports,
  run: string,
): readonly { readonly $row: number; readonly key: string; readonly formId: string }[] =>
  ports.workbook.read(SURVEYS).rows.filter((row) => row.run === run && row.kind === 'bound');
