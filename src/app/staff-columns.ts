// The columns of a staff list as a person sees and chooses them before it is taken.
import type { Message } from '../domain/message';
import type { StaffField, StaffMapping } from '../domain/staff/headers';
import { exampleOf, NAME_PARTS, type StaffChoices } from '../domain/staff/mapping';
import { cleanText } from '../domain/staff/normalise';
import { lettersOf } from '../domain/table/headings';
import { type ColumnChoice, type RawInput, textOf } from './action';
import type { Ports } from './ports';

/** Always offered. */
const USUAL: readonly StaffField[] = ['name', 'email', 'subjects', 'role', 'school', 'code'];
/** Offered when the list has them. */
const RARE: readonly StaffField[] = ['included', 'maxAsConsultee', 'maxAsConsultant'];
const FIELDS: readonly StaffField[] = [...NAME_PARTS, ...USUAL, ...RARE];
const HEADER = 'column.header';
const NONE = '-1';

/** Rows that are offered as the row of headings. */
const OFFERED_ROWS = 15;
/** A cell of a heading row as it is offered, in characters. */
const LONGEST_SHOWN = 40;
const MOST_COLUMNS = 200;

/** What a page chose, in fields `column.…`: an index, or −1; anything else is as if it were absent. */
export function choicesOf(raw: RawInput): StaffChoices {
  const chosen = (name: string): number | undefined => {
    const text = textOf(raw, name, 5) ?? '';
    return /^(?:-1|\d{1,3})$/.test(text) ? Number(text) : undefined;
  };
  const headerRow = chosen(HEADER);
  const columns = FIELDS.flatMap((field) => {
    const column = chosen(`column.${field}`);
    return column === undefined ? [] : [[field, column] as const];
  });
  return { columns: Object.fromEntries(columns), ...(headerRow === undefined ? {} : { headerRow }) };
}

/** The choices with what stands now: the row of headings, then a field each. */
export function columnChoices(
  { words }: Pick<Ports, 'words'>,
  rows: readonly (readonly string[])[],
  mapping: StaffMapping,
): readonly ColumnChoice[] {
  const { headerRow, columns } = mapping;
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((row) => row.length)));
  const options = [
    { value: NONE, label: words.say({ code: 'importStaff.column.none' }) },
    ...Array.from({ length: width }, (_unused, column) => ({
      value: String(column),
      label: titleOf(rows, headerRow, column),
    })),
  ];
  const parts = columns.surname !== undefined && columns.name === undefined;
  const shown = [...(parts ? NAME_PARTS : []), ...USUAL, ...RARE.filter((field) => columns[field] !== undefined)];
  return [
    {
      name: HEADER,
      label: { code: 'importStaff.column.header' },
      value: String(headerRow),
      options: headerRows(words, rows, headerRow),
      example: '',
    },
    ...shown.map((field) => {
      const column = columns[field];
      return {
        name: `column.${field}`,
        label: LABELS[field],
        value: String(column ?? NONE),
        options,
        example: column === undefined ? '' : cut(exampleOf(rows, mapping, column)),
      };
    }),
  ];
}

const LABELS: Readonly<Record<StaffField, Message>> = {
  name: { code: 'importStaff.column.name' },
  surname: { code: 'importStaff.column.surname' },
  firstName: { code: 'importStaff.column.firstName' },
  patronymic: { code: 'importStaff.column.patronymic' },
  email: { code: 'importStaff.column.email' },
  subjects: { code: 'importStaff.column.subjects' },
  role: { code: 'importStaff.column.role' },
  school: { code: 'importStaff.column.school' },
  code: { code: 'importStaff.column.code' },
  included: { code: 'importStaff.column.included' },
  maxAsConsultee: { code: 'importStaff.column.maxAsConsultee' },
  maxAsConsultant: { code: 'importStaff.column.maxAsConsultant' },
};

/** `B · Почта`, or the letter alone. */
function titleOf(rows: readonly (readonly string[])[], headerRow: number, column: number): string {
  const heading = cut(cleanText(rows[headerRow]?.[column] ?? ''));
  return heading === '' ? lettersOf(column) : `${lettersOf(column)} · ${heading}`;
}

function headerRows(
  words: Ports['words'],
  rows: readonly (readonly string[])[],
  headerRow: number,
): ColumnChoice['options'] {
  const offered = rows.flatMap((row, index) => {
    const text = row.map(cleanText).filter((cell) => cell !== '');
    return text.length === 0 || (index >= OFFERED_ROWS && index !== headerRow)
      ? []
      : [
          {
            value: String(index),
            label: words.say({
              code: 'importStaff.column.row',
              fields: { row: index + 1, text: cut(text.join(', ')) },
            }),
          },
        ];
  });
  return [{ value: NONE, label: words.say({ code: 'importStaff.column.noHeader' }) }, ...offered];
}

const cut = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text);
