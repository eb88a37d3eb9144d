// A table that a school has already: a sheet of this workbook or pasted text, with corrections of which column is what.
import type { Message, Problem, RowProblem } from '../domain/message';
import { guessDelimiter } from '../domain/staff/csv';
import { type FoundTable, lettersOf } from '../domain/table/headings';
import { type Field, type RawInput, textOf } from './action';
import type { Ports } from './ports';

export interface TableSource {
  readonly from: { readonly sheetId: number } | { readonly text: string };
  /** See `correctColumns`. */
  readonly corrections: string;
}

const MOST_TEXT = 2_000_000;
const SHOWN_PROBLEMS = 20;

/** Fields `sheet`, `text`, `columns`. Only sheets of this workbook: no other is open to the product. */
export const sourceFields = (ports: Ports): readonly Field[] => [
  {
    name: 'sheet',
    kind: 'choice',
    options: ports.workbook
      .sheets()
      .filter(({ table }) => table === undefined)
      .map(({ sheetId, title }) => ({ value: String(sheetId), label: title })),
  },
  { name: 'text', kind: 'longText' },
  { name: 'columns', kind: 'longText' },
];

/** The source that a person chose; undefined when none. Pasted text comes before a sheet. */
export function sourceOf(ports: Ports, raw: RawInput): TableSource | undefined {
  const [text, sheet] = [textOf(raw, 'text', MOST_TEXT), textOf(raw, 'sheet', 20)];
  const corrections = textOf(raw, 'columns', 5000) ?? '';
  // Spaces at the ends are part of a pasted table: an empty first cell, a missing last one.
  if (text !== undefined && text !== '') return { from: { text: String(raw['text']) }, corrections };
  return sheet !== undefined &&
    /^\d+$/.test(sheet) &&
    ports.workbook.sheets().some(({ sheetId }) => sheetId === Number(sheet))
    ? { from: { sheetId: Number(sheet) }, corrections }
    : undefined;
}

/** Its rows as people see them, and what to call it in a problem. */
export function rowsOfSource(
  ports: Ports,
  { from }: TableSource,
): { readonly rows: readonly (readonly string[])[]; readonly name: string } {
  if ('text' in from) {
    const text = from.text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/, '');
    return {
      rows: ports.parseCsv(text, guessDelimiter(from.text)),
      name: ports.words.say({ code: 'source.pasted' }),
    };
  }
  const title = ports.workbook.sheets().find(({ sheetId }) => sheetId === from.sheetId)?.title ?? '';
  return { rows: ports.workbook.readText(from.sheetId), name: title };
}

/** How the columns were understood, and which were not taken: for the preview, where a person confirms or corrects them. */
export function understoodColumns<F extends string>(
  { columns, unused }: Pick<FoundTable<F>, 'columns' | 'unused'>,
  header: readonly string[],
  titleOf: (field: F) => string,
): readonly Message[] {
  const shown = (Object.entries(columns) as [F, number][])
    .sort(([, a], [, b]) => a - b)
    .map(([field, column]) => `${lettersOf(column)} «${(header[column] ?? '').trim()}» → ${titleOf(field)}`);
  return [
    { code: 'source.columns', fields: { columns: shown.slice(0, 10), more: Math.max(0, shown.length - 10) } },
    ...(unused.length > 0
      ? [
          {
            code: 'source.unused',
            fields: {
              columns: unused.slice(0, 10).map(({ column, heading }) => `${lettersOf(column)} «${heading}»`),
              more: Math.max(0, unused.length - 10),
            },
          },
        ]
      : []),
  ];
}

/** Corrections that made no sense: the person must mend them, or else another column would be taken than meant. */
export const badCorrections = (unread: readonly string[]): readonly Problem[] =>
  unread.map((line) => ({ code: 'source.columns.bad', fields: { line } }));

/** Row problems with the source's name, so that nobody looks for the row in one of our sheets. */
export const placedIn = (name: string, problems: readonly RowProblem[]): readonly RowProblem[] =>
  problems.map((problem) => ({ ...problem, fields: { ...problem.fields, table: name } }));

/** The first twenty in full, the rest counted. */
export function listed(problems: readonly Message[]): readonly Message[] {
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  return problems.length > shown.length
    ? [...shown, { code: 'problems.more', fields: { count: problems.length - shown.length } }]
    : shown;
}
