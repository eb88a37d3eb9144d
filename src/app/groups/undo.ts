// What «Отменить запуск» takes back of publishing groups and of agreeing their programmes.
import type { Placed, Row, Table, Unread } from '../../workbook/schema';
import { GROUPS, MODULES, PROGRAMMES, SURVEYS } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { TableData } from '../ports/workbook';
import { firstKey, surveyKey } from '../surveys/plan';

/** Programmes about which the run asked the consultants and that still wait for an answer. */
export function programmesAsked(ports: Ports, run: string): readonly number[] {
  if (!ports.workbook.has(PROGRAMMES) || !ports.workbook.has(SURVEYS)) return [];
  const forms = ports.workbook.read(SURVEYS).rows.filter(({ kind }) => kind === 'agreement');
  const asked = new Set(forms.flatMap((row) => (row.run === run ? [firstKey(row.key)] : [])));
  // Those of another run ask about the same programme.
  for (const row of forms) if (row.run !== run && row.state === 'open') asked.delete(firstKey(row.key));
  return ports.workbook
    .read(PROGRAMMES)
    .rows.filter(({ survey, state }) => state === 'waiting' && asked.has(survey))
    .map(({ $row }) => $row);
}

/** Rows of groups that the run published and of which nothing has come yet: neither a programme nor a module. */
export function publishedBy(ports: Ports, run: string): readonly Placed<Row<typeof GROUPS>>[] {
  if (![GROUPS, PROGRAMMES, MODULES].every((table) => ports.workbook.has(table))) return [];
  const all = <T extends Table>({ rows, unread }: TableData<T>): readonly Unread<Row<T>>[] => [...rows, ...unread];
  const begun = new Set([
    ...all(ports.workbook.read(PROGRAMMES)).map(({ survey }) => survey),
    ...all(ports.workbook.read(MODULES)).map(({ cycle = '', group = '' }) => surveyKey(cycle, 'agreement', group)),
  ]);
  return ports.workbook
    .read(GROUPS)
    .rows.filter(
      (row) => row.run === run && row.state === 'published' && !begun.has(surveyKey(row.cycle, 'agreement', row.group)),
    );
}
