// Which columns hold personal data: by their mark, else by their type and heading, so that a later table cannot be forgotten.
import type { Column, PersonMark, Table } from './schema';

const TEXTUAL: ReadonlySet<Column['type']> = new Set(['text', 'list', 'json']);

/** Headings that name a person by code: «Код сотрудника», «Код наставника», «Код автора» … */
const CODE_HEADING =
  /^код(ы)?\s.*(сотрудник|учител|педагог|наставник|подопечн|консульт|автор|участник|слушател|эксперт|тьютор|куратор)/i;
const NAME_HEADING = /^(ф\.?\s?и\.?\s?о\.?|фамилия|имя|отчество)(\s|$)/i;
const EMAIL_HEADING = /(почт|e-?mail)/i;
/** Ids and links say what a thing is, not who somebody is. */
const THING_HEADING =
  /^(код (события|формы|файла|папки|пункта|ответа|объекта|компетенции|показателя|мероприятия|таблицы)|ключ|запуск|цикл|отпечаток|ссылка|пункт |версия)/i;

/** What a column holds of a person. */
export function personMark(column: Column): PersonMark {
  if (column.person !== undefined) return column.person;
  if (!TEXTUAL.has(column.type)) return 'none';
  const { title, type } = column;
  if (CODE_HEADING.test(title)) return type === 'list' ? 'codes' : 'code';
  if (NAME_HEADING.test(title)) return type === 'text' ? 'name' : 'words';
  if (EMAIL_HEADING.test(title)) return type === 'text' ? 'email' : 'words';
  return THING_HEADING.test(title) ? 'none' : 'words';
}

/** Keys of a table's columns by mark; those of mark `none` are left out. */
export function personalColumns(table: Table): ReadonlyMap<string, Exclude<PersonMark, 'none'>> {
  return new Map(
    Object.entries(table.columns).flatMap(([key, column]) => {
      const mark = personMark(column);
      return mark === 'none' ? [] : [[key, mark] as const];
    }),
  );
}

/** Are the table's rows about one person each? Then such a row goes when the person does; else only what names the person. */
export const isAboutPeople = (table: Table): boolean => [...personalColumns(table).values()].includes('code');

/** Keys of the columns that say how old a row is. */
export const datedColumns = (table: Table): readonly string[] =>
  Object.entries(table.columns)
    .filter(([, { type }]) => type === 'date' || type === 'datetime')
    .map(([key]) => key);

/**
 * Is the table reckoned anew for every cycle, with no cycle of its own? All its rows are as old as the current one. Of a region these
 * are a hundred thousand, which take minutes to read whole.
 */
export const isAgeless = (table: Table): boolean =>
  table.filledBy === 'machine' && datedColumns(table).length === 0 && !('cycle' in table.columns);
