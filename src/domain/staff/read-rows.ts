// The rows of a staff list as people: cells cleaned and split, each row judged by itself.
import type { RowProblem } from '../message';
import type { StaffField, StaffMapping } from './headers';
import { looksLikeHeader } from './headers';
import { cleanEmail, cleanText, emailFault, foldText, ownCode, ownCodeNumber } from './normalise';

/** What one row says of a person. Undefined: the list has no such column or the cell is empty. */
export interface StaffRow {
  /** 1-based row of the sheet or file. */
  readonly row: number;
  readonly name: string;
  readonly code?: string;
  readonly email?: string;
  readonly subjects?: readonly string[];
  readonly role?: string;
  readonly school?: string;
  readonly included?: boolean;
  readonly maxAsConsultee?: number;
  readonly maxAsConsultant?: number;
}

export interface StaffRows {
  readonly people: readonly StaffRow[];
  readonly problems: readonly RowProblem[];
  /** Empty rows between the header and the last row with anything in it. */
  readonly emptyRows: number;
}

const YES = new Set(['да', 'д', 'yes', 'y', 'true', 'истина', '1', '+', 'участвует', 'v', 'х', 'x', '✓', '✔']);
const NO = new Set(['нет', 'н', 'no', 'n', 'false', 'ложь', '0', '-', '–', '—', 'не участвует', 'декрет', 'отпуск']);

/** Subjects of a cell. Not split at «и»: «Русский язык и литература» is one subject. */
export function splitSubjects(cell: string): readonly string[] {
  const seen = new Set<string>();
  return cell
    .split(/[;,\n\r/|]+/)
    .map((part) => cleanText(part).replace(/\.$/, ''))
    .filter((part) => {
      const key = foldText(part);
      if (key === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** «Итого: 61» below a list is no person. */
function isTotal(cells: readonly string[]): boolean {
  return /^(?:итого|всего)(?: |$)/.test(foldText(cells.find((cell) => cleanText(cell) !== '') ?? ''));
}

type RowReading = { readonly person: StaffRow } | { readonly problem: RowProblem };

/** Reads every row below the header. A row with a fault is left out and named in `problems`, with its column's heading. */
export function readRows(rows: readonly (readonly string[])[], mapping: StaffMapping): StaffRows {
  const people: StaffRow[] = [];
  const problems: RowProblem[] = [];
  let emptyRows = 0;
  let emptyInARow = 0;
  rows.forEach((cells, index) => {
    if (index <= mapping.headerRow) return;
    if (cells.every((cell) => cleanText(cell) === '')) {
      emptyInARow += 1;
      return;
    }
    emptyRows += emptyInARow;
    emptyInARow = 0;
    if ((mapping.headerRow >= 0 && looksLikeHeader(cells, mapping)) || isTotal(cells)) return;
    const reading = readRow(cells, index + 1, mapping, rows[mapping.headerRow] ?? []);
    if ('problem' in reading) problems.push(reading.problem);
    else people.push(reading.person);
  });
  return { people, problems, emptyRows };
}

function readRow(
  cells: readonly string[],
  row: number,
  { columns }: StaffMapping,
  headings: readonly string[],
): RowReading {
  const raw = (field: StaffField): string => {
    const column = columns[field];
    return column === undefined ? '' : (cells[column] ?? '');
  };
  const text = (field: StaffField): string => cleanText(raw(field));
  const heading = (field: StaffField): { column?: string } => {
    const column = columns[field];
    const title = column === undefined ? '' : cleanText(headings[column] ?? '');
    return title === '' ? {} : { column: title };
  };
  const fault = (code: string, field: StaffField, fields: Record<string, string>): RowReading => ({
    problem: { row, ...heading(field), code, fields },
  });

  const name = text('name') || cleanText(`${raw('surname')} ${raw('firstName')} ${raw('patronymic')}`);
  const nameField = columns.name === undefined ? 'surname' : 'name';
  const email = cleanEmail(raw('email'));
  // A spreadsheet error (#N/A, #ССЫЛКА!) is no name; neither is a number.
  if (!/\p{L}/u.test(name) || name.startsWith('#')) return fault('staff.name.missing', nameField, { name, email });
  if (email !== '') {
    const wrong = emailFault(email);
    if (wrong !== undefined) return fault(`staff.email.${wrong.kind}`, 'email', { name, email, meant: wrong.meant });
  }
  const flag = text('included').toLowerCase();
  if (flag !== '' && !YES.has(flag) && !NO.has(flag)) {
    return fault('staff.included.unclear', 'included', { name, value: text('included') });
  }
  const limits: { maxAsConsultee?: number; maxAsConsultant?: number } = {};
  for (const field of ['maxAsConsultee', 'maxAsConsultant'] as const) {
    const value = text(field);
    if (value === '') continue;
    if (!/^\d{1,2}$/.test(value)) return fault('staff.limit.bad', field, { name, value });
    limits[field] = Number(value);
  }
  const subjects = splitSubjects(raw('subjects'));
  const code = tidyCode(text('code'));
  return {
    person: {
      row,
      name,
      ...(code === '' ? {} : { code }),
      ...(email === '' ? {} : { email }),
      ...(subjects.length === 0 ? {} : { subjects }),
      ...(text('role') === '' ? {} : { role: text('role') }),
      ...(text('school') === '' ? {} : { school: text('school') }),
      ...(flag === '' ? {} : { included: YES.has(flag) }),
      ...limits,
    },
  };
}

/** Codes of our own making in one spelling (`y14` → `У-014`); the school's own codes as they are. */
function tidyCode(code: string): string {
  const number = ownCodeNumber(code);
  return number === undefined ? code : ownCode(number);
}
