// Data validation and conditional formatting of a Google spreadsheet in the terms of an .xlsx file.
import type { ConditionalFormattingRule, Cvfo, DataValidation, DataValidationOperator, Style } from 'exceljs';
import { cellA1, columnName } from '../services/spreadsheet/a1';
import { quotedSheet } from '../services/spreadsheet/references';
import { toSerial } from '../services/spreadsheet/serial';
import type { SheetView } from '../services/spreadsheet';
import type { CellStyle } from '../services/spreadsheet/state';
import { argb, fontMarks } from './xlsx-style';

type Validation = SheetView['validations'][number]['rule'];
type Condition = SheetView['conditions'][number];
type RuleValue = Validation['values'][number];

/** What rules need to know of the workbook. */
export interface RuleContext {
  timeZone: string;
  /** Name in the .xlsx file of a sheet, by its Google id. */
  sheetName(sheetId: number): string | undefined;
  /** Stores a list too long for a rule; gives the address of its range. */
  storeList(values: readonly string[]): string;
}

const OPERATORS: Readonly<Record<string, DataValidationOperator>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  LESS_THAN: 'lessThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  AFTER: 'greaterThan',
  BEFORE: 'lessThan',
  ON_OR_AFTER: 'greaterThanOrEqual',
  ON_OR_BEFORE: 'lessThanOrEqual',
};

/** Excel takes no more characters in a list written inside a rule, in a message and in a prompt. */
const LIST_LENGTH = 255;
const MESSAGE_LENGTH = 225;
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/**
 * A validation rule for the cells whose first is at `row`, `column`. Undefined when Excel has no such rule.
 */
export function validationOf(
  rule: Validation,
  row: number,
  column: number,
  context: RuleContext,
): DataValidation | undefined {
  const core = coreOf(rule, cellA1(row, column), context);
  if (core === undefined) return undefined;
  const help = (rule.helpText ?? '').slice(0, MESSAGE_LENGTH);
  return {
    ...core,
    allowBlank: true,
    showErrorMessage: true,
    // Google warns where invalid input is allowed and refuses it otherwise.
    errorStyle: rule.allowInvalid ? 'warning' : 'stop',
    ...(help === '' ? {} : { error: help, showInputMessage: true, prompt: help }),
  };
}

function coreOf({ criteria, values }: Validation, cell: string, context: RuleContext): DataValidation | undefined {
  const [first, second] = values;
  if (criteria === 'VALUE_IN_LIST')
    return listOf(Array.isArray(first) ? first.map(String) : values.map(String), context);
  if (criteria === 'VALUE_IN_RANGE') {
    const area = areaOf(first, context);
    return area === undefined ? undefined : { type: 'list', formulae: [area] };
  }
  if (criteria === 'CUSTOM_FORMULA') return typeof first === 'string' ? custom(formulaOf(first)) : undefined;
  if (criteria === 'TEXT_CONTAINS') return custom(`ISNUMBER(SEARCH(${quoted(first)},${cell}))`);
  if (criteria === 'TEXT_DOES_NOT_CONTAIN') return custom(`NOT(ISNUMBER(SEARCH(${quoted(first)},${cell})))`);
  if (criteria === 'TEXT_EQUAL_TO') return custom(`${cell}=${quoted(first)}`);
  if (criteria === 'TEXT_IS_VALID_EMAIL') return custom(`ISNUMBER(SEARCH("?*@?*.?*",${cell}))`);
  if (criteria === 'DATE_IS_VALID_DATE') return { type: 'date', operator: 'greaterThan', formulae: [dayOf(1)] };
  const [, kind, name = ''] = /^(NUMBER|DATE)_(.+)$/.exec(criteria) ?? [];
  const operator = OPERATORS[name];
  const formulae = [first, second].flatMap((value) => numberOf(value, context.timeZone) ?? []);
  if (operator === undefined || formulae.length === 0) return undefined;
  return kind === 'DATE'
    ? { type: 'date', operator, formulae: formulae.map(dayOf) }
    : { type: 'decimal', operator, formulae };
}

/** A serial number as the library takes it for dates. */
function dayOf(serial: number): Date {
  return new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400_000));
}

function custom(formula: string): DataValidation {
  return { type: 'custom', formulae: [formula] };
}

function listOf(values: readonly string[], context: RuleContext): DataValidation {
  const inline = values.join(',');
  const fits = inline.length <= LIST_LENGTH && values.every((value) => !/[,"]/.test(value) && value.trim() === value);
  return { type: 'list', formulae: [fits && inline !== '' ? `"${inline}"` : context.storeList(values)] };
}

/** Address of a range, with its sheet; edges beyond Excel's are cut. */
function areaOf(value: RuleValue | undefined, context: RuleContext): string | undefined {
  if (typeof value !== 'object' || value === null || !('range' in value)) return undefined;
  const { sheetId, row, column, rows, columns } = value.range.area;
  const name = context.sheetName(sheetId);
  if (name === undefined) return undefined;
  const last = `$${columnName(Math.min(COLUMNS, column + columns - 1))}$${String(Math.min(ROWS, row + rows - 1))}`;
  return `${quotedSheet(name)}!$${columnName(column)}$${String(row)}:${last}`;
}

/** A number, or the serial number of a day. */
function numberOf(value: RuleValue | undefined, timeZone: string): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null && 'date' in value) return toSerial(value.date, timeZone);
  return undefined;
}

function quoted(value: RuleValue | undefined): string {
  return `"${String(value ?? '').replaceAll('"', '""')}"`;
}

/**
 * A formula as Excel stores it: no `=`, arguments parted by commas. Rules may carry formulas in the spelling of locales
 * with `;` and a decimal comma.
 */
function formulaOf(text: string): string {
  const bare = text.replace(/^=/, '');
  const parts = bare.split(/("(?:[^"]|"")*")/);
  const local = parts.some((part, i) => i % 2 === 0 && part.includes(';'));
  if (!local) return bare;
  return parts
    .map((part, i) => (i % 2 === 0 ? part.replace(/(\d),(\d)/g, '$1.$2').replaceAll(';', ',') : part))
    .join('');
}

/** A conditional formatting rule; `priority` grows, the first that holds wins. Undefined when Excel has no such rule. */
export function conditionOf(
  { ranges, boolean, gradient }: Condition,
  priority: number,
  timeZone: string,
): ConditionalFormattingRule | undefined {
  const first = ranges[0];
  if (first === undefined) return undefined;
  if (gradient !== undefined) return scaleOf(gradient, priority);
  if (boolean === undefined) return undefined;
  const formula = conditionFormula(boolean.criteria, boolean.values, cellA1(first.row, first.column), timeZone);
  if (formula === undefined) return undefined;
  return { type: 'expression', formulae: [formula], priority, style: conditionStyle(boolean.style) };
}

function conditionFormula(
  criteria: string,
  values: readonly RuleValue[],
  cell: string,
  timeZone: string,
): string | undefined {
  const [first, second] = values;
  const low = numberOf(first, timeZone);
  const high = numberOf(second, timeZone);
  const compare = (sign: string): string | undefined =>
    low === undefined ? undefined : `AND(ISNUMBER(${cell}),${cell}${sign}${String(low)})`;
  const between =
    low === undefined || high === undefined ? undefined : `AND(${cell}>=${String(low)},${cell}<=${String(high)})`;
  switch (criteria) {
    case 'DATE_AFTER_RELATIVE':
    case 'DATE_BEFORE_RELATIVE':
    case 'DATE_EQUAL_TO_RELATIVE': {
      const day = RELATIVE[String(first)];
      const sign = { DATE_AFTER_RELATIVE: '>', DATE_BEFORE_RELATIVE: '<', DATE_EQUAL_TO_RELATIVE: '=' }[criteria];
      return day === undefined ? undefined : `AND(ISNUMBER(${cell}),INT(${cell})${sign}${day})`;
    }
    case 'CELL_EMPTY':
      return `LEN(TRIM(${cell}))=0`;
    case 'CELL_NOT_EMPTY':
      return `LEN(TRIM(${cell}))>0`;
    case 'TEXT_CONTAINS':
      return `NOT(ISERROR(SEARCH(${quoted(first)},${cell})))`;
    case 'TEXT_DOES_NOT_CONTAIN':
      return `ISERROR(SEARCH(${quoted(first)},${cell}))`;
    case 'TEXT_EQUAL_TO':
      return `${cell}=${quoted(first)}`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${cell},LEN(${quoted(first)}))=${quoted(first)}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${cell},LEN(${quoted(first)}))=${quoted(first)}`;
    case 'CUSTOM_FORMULA':
      return typeof first === 'string' ? formulaOf(first) : undefined;
    case 'NUMBER_GREATER_THAN':
    case 'DATE_AFTER':
      return compare('>');
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return compare('>=');
    case 'NUMBER_LESS_THAN':
    case 'DATE_BEFORE':
      return compare('<');
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return compare('<=');
    case 'NUMBER_EQUAL_TO':
    case 'DATE_EQUAL_TO':
      return compare('=');
    case 'NUMBER_NOT_EQUAL_TO':
      return compare('<>');
    case 'NUMBER_BETWEEN':
      return between === undefined ? undefined : `AND(ISNUMBER(${cell}),${between})`;
    case 'NUMBER_NOT_BETWEEN':
      return between === undefined ? undefined : `AND(ISNUMBER(${cell}),NOT(${between}))`;
    default:
      return undefined;
  }
}

/** Days relative to today. */
const RELATIVE: Readonly<Record<string, string>> = {
  TODAY: 'TODAY()',
  TOMORROW: 'TODAY()+1',
  YESTERDAY: 'TODAY()-1',
  PAST_WEEK: 'TODAY()-7',
  PAST_MONTH: 'EDATE(TODAY(),-1)',
  PAST_YEAR: 'EDATE(TODAY(),-12)',
};

/** In conditional formats Excel takes the background from `bgColor`. */
function conditionStyle(style: CellStyle): Partial<Style> {
  const background = argb(style.background);
  const font = fontMarks(style);
  return {
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(background === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: background } } }),
  };
}

function scaleOf(points: NonNullable<Condition['gradient']>, priority: number): ConditionalFormattingRule | undefined {
  const ordered = (['min', 'mid', 'max'] as const).flatMap((name) => points.find(({ point }) => point === name) ?? []);
  const types: Readonly<Record<string, Cvfo['type']>> = {
    NUMBER: 'num',
    PERCENT: 'percent',
    PERCENTILE: 'percentile',
    MIN: 'min',
    MAX: 'max',
  };
  const stops = ordered.map(({ point, type, value }): Cvfo => {
    const kind = types[type] ?? (point === 'mid' ? 'percentile' : point);
    return kind === 'min' || kind === 'max' ? { type: kind } : { type: kind, value: Number(value.replace(',', '.')) };
  });
  const colours = ordered.map(({ color }) => ({ argb: argb(color) ?? 'FFFFFFFF' }));
  return stops.length < 2 ? undefined : { type: 'colorScale', cfvo: stops, color: colours, priority };
}
