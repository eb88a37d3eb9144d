// The lines of «Привязка форм» as a person left them, and the questions they are about.
import type { ConfirmedLine } from '../../domain/binding/bind';
import type { BindingPart, BindingRole, FormItem } from '../../domain/binding/propose';
import type { RowProblem } from '../../domain/message';
import type { Placed, Row } from '../../workbook/schema';
import { BINDINGS } from '../../workbook/tables';
import type { Ports } from '../ports';

export type BindingRow = Placed<Row<typeof BINDINGS>>;

/** What the hidden column «Пункт» keeps: the question itself on its first line, the part on every line. */
export interface StoredItem {
  readonly part: BindingPart;
  readonly label: string;
  /** On the first line of a question. */
  readonly item?: FormItem;
}

export interface BindingOfForm {
  readonly formId: string;
  readonly title: string;
  readonly rows: readonly BindingRow[];
  readonly items: readonly FormItem[];
  readonly lines: readonly ConfirmedLine[];
}

/** Forms with lines in the sheet, in its order. */
export function readBindings(ports: Ports): {
  readonly forms: readonly BindingOfForm[];
  readonly problems: readonly RowProblem[];
} {
  const { rows, problems } = ports.workbook.read(BINDINGS);
  const byForm = new Map<string, BindingRow[]>();
  for (const row of rows) byForm.set(row.formId, [...(byForm.get(row.formId) ?? []), row]);
  return {
    forms: [...byForm].map(([formId, of]) => ({
      formId,
      title: of[0]?.form ?? '',
      rows: of,
      items: of.flatMap((row) => {
        const { item } = row.item as StoredItem;
        return item === undefined ? [] : [item];
      }),
      lines: of.map((row): ConfirmedLine => {
        const { part, label } = row.item as StoredItem;
        return {
          row: row.$row,
          itemId: row.itemId,
          part,
          label,
          role: (row.role === '' ? 'skip' : row.role) as BindingRole,
          competency: row.competency,
          level: row.level,
        };
      }),
    })),
    problems,
  };
}
