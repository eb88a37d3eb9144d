// Cells of a table: what a rule's value looks like in a sheet, and what a sheet's value means to a rule.
import type { RowProblem } from '../../domain/message';
import { showable } from '../../domain/text';
import type { Column } from '../../workbook/schema';

/** What `Range.getValues` gives and `Range.setValues` takes. */
export type Cell = string | number | boolean | Date;

export const YES = 'да';
export const NO = 'нет';
const YES_WORDS = new Set(['да', 'yes', 'true', 'истина', '1', '+']);
const NO_WORDS = new Set(['нет', 'no', 'false', 'ложь', '0', '-', '–', '—']);
export const LIST_SEPARATOR = '; ';
/** https://support.google.com/drive/answer/37603 */
export const MAX_CELL = 50_000;
const RISKY_STARTS = "=+-@'";

/** Converts wall-clock texts to and from Date objects in the workbook's time zone. */
export interface Zone {
  toDate(local: string): Date;
  toLocal(date: Date): string;
}

/** Number format of a column's cells. */
export function numberFormat(column: Column): string {
  switch (column.type) {
    case 'number':
      return column.decimals === undefined ? '0' : `0.${'0'.repeat(column.decimals)}`;
    case 'share':
      return '0.0%';
    case 'date':
      return 'dd.mm.yyyy';
    case 'datetime':
      return 'dd.mm.yyyy hh:mm';
    default:
      return '@';
  }
}

/** A text that Sheets will take as text, whatever it begins with. https://owasp.org/www-community/attacks/CSV_Injection */
export function safeText(text: string): string {
  const clean = text.length > MAX_CELL - 1 ? text.slice(0, MAX_CELL - 1) : text;
  return isRisky(clean) ? `'${clean}` : clean;
}

/** Undoes `safeText` where a text-formatted cell kept the apostrophe. */
export function plainText(text: string): string {
  return text.startsWith("'") && isRisky(text.slice(1)) ? text.slice(1) : text;
}

function isRisky(text: string): boolean {
  return text !== '' && (RISKY_STARTS.includes(text.charAt(0)) || text.charCodeAt(0) < 0x20);
}

/** A written cell as the sheet gives it back: an apostrophe that protects a text is no part of it. */
export const asRead = (cell: Cell): Cell => (typeof cell === 'string' ? plainText(cell) : cell);

/** A cell that was read, to be written again as it is. */
export const asKept = (cell: Cell): Cell => (typeof cell === 'string' ? safeText(plainText(cell)) : cell);

/** What an empty cell of the column means to a rule. */
export function emptyValue(column: Column): unknown {
  switch (column.type) {
    case 'number':
    case 'share':
    case 'json':
      return undefined;
    case 'flag':
      return column.blank === 'yes';
    case 'list':
      return [];
    case 'text':
    case 'choice':
    case 'date':
    case 'datetime':
      return '';
  }
}

/** A rule's value as a cell. */
export function toCell(column: Column, value: unknown, zone: Zone): Cell {
  if (value === undefined || value === null || value === '') return '';
  switch (column.type) {
    case 'number':
    case 'share':
      return typeof value === 'number' ? value : safeText(String(value));
    case 'flag':
      return value === true ? YES : NO;
    case 'list':
      return safeText(showable((value as readonly string[]).join(LIST_SEPARATOR)));
    case 'choice':
      return safeText(showable(column.choices?.[value as string] ?? (value as string)));
    case 'date':
      return zone.toDate(`${value as string}T00:00`);
    case 'datetime':
      return zone.toDate(value as string);
    case 'json':
      return safeText(JSON.stringify(value));
    case 'text':
      return safeText(showable(typeof value === 'string' ? value : JSON.stringify(value)));
  }
}

interface Unreadable {
  readonly problem: Pick<RowProblem, 'code' | 'fields'>;
}

const bad = (code: string, cell: Cell, zone: Zone): Unreadable => ({
  problem: { code: `cell.${code}`, fields: { found: cellText(cell, zone).slice(0, 80) } },
});

/** A cell as a rule's value, or why it is none. Asked of every cell that is read: what most of them are is answered first. */
export function fromCell(column: Column, cell: Cell, zone: Zone): { value: unknown } | Unreadable {
  if (cell === '') return { value: emptyValue(column) };
  const { type } = column;
  if (type === 'text') return { value: cellText(cell, zone) };
  if (typeof cell === 'number' && (type === 'number' || type === 'share')) return { value: cell };
  const text = cellText(cell, zone).trim();
  switch (type) {
    case 'number':
    case 'share':
      return numberOf(text, type === 'share') ?? bad('notNumber', cell, zone);
    case 'flag':
      if (text === '') return { value: emptyValue(column) };
      if (YES_WORDS.has(text.toLowerCase())) return { value: true };
      return NO_WORDS.has(text.toLowerCase()) ? { value: false } : bad('notFlag', cell, zone);
    case 'list':
      return { value: text === '' ? [] : text.split(/\s*[;\n]\s*/).filter((part) => part !== '') };
    case 'choice': {
      if (text === '') return { value: '' };
      const { choices = {} } = column;
      const code =
        codesByLabel(choices).get(text.toLowerCase()) ?? (Object.keys(choices).includes(text) ? text : undefined);
      return code === undefined ? bad('notChoice', cell, zone) : { value: code };
    }
    case 'date':
    case 'datetime': {
      if (text === '') return { value: '' };
      const local = cell instanceof Date ? text : localFromText(text);
      if (local === undefined) return bad('notDate', cell, zone);
      return { value: type === 'date' ? local.slice(0, 10) : local };
    }
    case 'json':
      if (text === '') return { value: undefined };
      try {
        return { value: JSON.parse(text) as unknown };
      } catch {
        return bad('notJson', cell, zone);
      }
  }
}

type Choices = NonNullable<Column['choices']>;
const knownLabels = new WeakMap<Choices, ReadonlyMap<string, string>>();

/** Labels of a choice in lower case → codes; of two alike the first. */
function codesByLabel(choices: Choices): ReadonlyMap<string, string> {
  let known = knownLabels.get(choices);
  if (known === undefined) {
    known = new Map(
      Object.entries(choices)
        .reverse()
        .map(([code, label]) => [label.toLowerCase(), code]),
    );
    knownLabels.set(choices, known);
  }
  return known;
}

function numberOf(text: string, share: boolean): { value: number | undefined } | undefined {
  if (text === '') return { value: undefined };
  const match = /^([+-]?\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.replace(/[\s\u00a0]/g, ''));
  if (match === null) return undefined;
  const number = Number((match[1] ?? '').replace(',', '.'));
  return { value: share && match[2] === '%' ? number / 100 : number };
}

/** Dates that people type into text cells: `10.12.2021`, `10.12.2021 14:30`, ISO. */
function localFromText(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]((?:[01]?\d|2[0-3]):[0-5]\d))?$/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+((?:[01]?\d|2[0-3]):[0-5]\d))?$/.exec(text);
  const parts =
    iso !== null
      ? [iso[1], iso[2], iso[3], iso[4]]
      : dotted !== null
        ? [dotted[3], dotted[2], dotted[1], dotted[4]]
        : undefined;
  if (parts === undefined) return undefined;
  const [year = '', month = '', day = '', time = '00:00'] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const check = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(check.getTime()) || check.toISOString().slice(0, 10) !== date) return undefined;
  return `${date}T${time.padStart(5, '0')}`;
}

/** As it can be shown: what people have pasted into a cell may hold marks that turn the direction of writing. */
function cellText(cell: Cell, zone: Zone): string {
  if (cell instanceof Date) return zone.toLocal(cell);
  if (typeof cell === 'boolean') return cell ? YES : NO;
  return typeof cell === 'number' ? String(cell) : showable(plainText(cell));
}

/** A cell to be written against one read back, which has lost the apostrophe of a protected text. */
export function sameCell(wanted: Cell, found: Cell | undefined): boolean {
  if (wanted instanceof Date) return found instanceof Date && found.getTime() === wanted.getTime();
  return (
    wanted === found ||
    (typeof wanted === 'string' && typeof found === 'string' && plainText(wanted) === plainText(found))
  );
}
