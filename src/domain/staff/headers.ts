// Finds the header row of a staff list and what each of its columns is, by the words schools use.
import { foldText } from './normalise';

/** What a column of a staff list may hold. */
export type StaffField =
  | 'code'
  | 'name'
  | 'surname'
  | 'firstName'
  | 'patronymic'
  | 'email'
  | 'subjects'
  | 'role'
  | 'school'
  | 'included'
  | 'maxAsConsultee'
  | 'maxAsConsultant';

/** Where the header is and which column holds what; 0-based. */
export interface StaffMapping {
  /** Index of the header row; −1 when the list has none and begins with data. */
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<StaffField, number>>>;
}

/** Phrases as they stand after `foldText`. A cell may say more around them; the closest and longest phrase wins. */
const PHRASES: Readonly<Record<StaffField, readonly string[]>> = {
  code: [
    'код',
    'код сотрудника',
    'код педагога',
    'код учителя',
    'табельный номер',
    'таб номер',
    'табельный',
    'таб',
    'личный код',
    'идентификатор',
    'id',
    'code',
  ],
  name: [
    'фио',
    'ф и о',
    'фамилия имя отчество',
    'фамилия имя',
    'фамилия и о',
    'фамилия и',
    'фамилия инициалы',
    'имя фамилия',
    'сотрудник',
    'сотрудники',
    'педагог',
    'учитель',
    'преподаватель',
    'работник',
    'полное имя',
    'full name',
    'name',
  ],
  surname: ['фамилия', 'surname', 'last name'],
  firstName: ['имя', 'first name'],
  patronymic: ['отчество', 'patronymic', 'middle name'],
  email: [
    'email',
    'e mail',
    'mail',
    'почта',
    'эл почта',
    'электронная почта',
    'адрес почты',
    'адрес электронной почты',
    'адрес эл почты',
    'электронный адрес',
    'эл адрес',
    'электронный ящик',
    'имейл',
    'емейл',
  ],
  subjects: [
    'предмет',
    'предметы',
    'предмет ы',
    'предмет предметы',
    'преподаваемый предмет',
    'преподаваемые предметы',
    'учебный предмет',
    'учебные предметы',
    'предметная область',
    'дисциплина',
    'дисциплины',
    'преподаваемые дисциплины',
    'subject',
    'subjects',
  ],
  role: ['должность', 'занимаемая должность', 'роль', 'position', 'role'],
  school: [
    'школа',
    'оо',
    'оу',
    'организация',
    'образовательная организация',
    'наименование оо',
    'учреждение',
    'образовательное учреждение',
    'место работы',
    'school',
  ],
  included: ['участвует', 'участвует в программе', 'участие', 'участник', 'included'],
  maxAsConsultee: ['групп как консультируемый не больше'],
  maxAsConsultant: ['групп как консультант не больше'],
};

const FIELDS = Object.keys(PHRASES) as readonly StaffField[];
/** How far from the top a header is looked for: lists open with a title, an approval stamp, a date. */
const LOOK_THROUGH = 30;
/** Longer cells are titles and notes, not headings. */
const LONGEST_HEADING = 60;

interface Fit {
  readonly field: StaffField;
  readonly column: number;
  /** 3 the whole cell, 2 its beginning, 1 words inside. */
  readonly grade: number;
  readonly length: number;
}

function bestFit(cell: string, column: number): Fit | undefined {
  const heading = foldText(cell);
  if (heading === '' || heading.length > LONGEST_HEADING) return undefined;
  // A postal address is no e-mail address, whatever word it is built from.
  if (heading.startsWith('почтовый адрес')) return undefined;
  const padded = ` ${heading} `;
  let best: Fit | undefined;
  for (const field of FIELDS) {
    for (const phrase of PHRASES[field]) {
      const grade =
        heading === phrase ? 3 : padded.startsWith(` ${phrase} `) ? 2 : padded.includes(` ${phrase} `) ? 1 : 0;
      if (grade === 0) continue;
      const better = best === undefined || grade > best.grade || (grade === best.grade && phrase.length > best.length);
      if (better) best = { field, column, grade, length: phrase.length };
    }
  }
  return best;
}

/** What one row says as a row of headings, and how clearly. */
export function readHeader(row: readonly string[]): { columns: Partial<Record<StaffField, number>>; score: number } {
  const columns: Partial<Record<StaffField, number>> = {};
  let score = 0;
  const fits = row.map(bestFit).filter((fit): fit is Fit => fit !== undefined);
  fits.sort((a, b) => b.grade - a.grade || b.length - a.length || a.column - b.column);
  for (const fit of fits) {
    if (columns[fit.field] !== undefined) continue;
    columns[fit.field] = fit.column;
    score += fit.grade;
  }
  return { columns, score };
}

/** Can this row be nothing but a heading (a header repeated on the next printed page)? */
export function looksLikeHeader(row: readonly string[], mapping: StaffMapping): boolean {
  const wanted = Object.entries(mapping.columns);
  const same = wanted.filter(([field, column]) => {
    const fit = bestFit(row[column] ?? '', column);
    return fit !== undefined && fit.field === field && fit.grade === 3;
  });
  return same.length >= Math.min(2, wanted.length) && same.some(([field]) => field === 'name' || field === 'surname');
}

/**
 * The header row (the one among the first 30 whose cells name the most columns; the upper one of equals) and its columns.
 * Undefined when no row names a column of people's names.
 */
export function findHeader(rows: readonly (readonly string[])[]): StaffMapping | undefined {
  let best: { mapping: StaffMapping; score: number } | undefined;
  rows.slice(0, LOOK_THROUGH).forEach((row, headerRow) => {
    const { columns, score } = readHeader(row);
    if (columns.name === undefined && columns.surname === undefined) return;
    if (best === undefined || score > best.score) best = { mapping: { headerRow, columns }, score };
  });
  return best?.mapping;
}
