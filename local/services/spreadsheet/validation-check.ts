// Whether a value satisfies a data-validation rule, and the refusal of rules that reject input.
// https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder#setallowinvalidallowinvaliddata
import { NotEmulated, ScriptError } from '../../runtime/service';
import { cellA1 } from './a1';
import { isFormula, ruleOf } from './cells';
import type { Handle } from './handle';
import { localeOf } from './locale';
import { display, kindOf } from './number-format';
import { toSerial } from './serial';
import type { CriterionValue, SheetState, ValidationRule } from './state';
import { formulaHolds } from './validation-formula';
import type { After } from './validation-formula';
import { displayed } from './values';
import type { Entry } from './values';

/**
 * Throws when the cell has a rule that rejects input and the entry breaks it; empty cells always pass.
 * @param after the workbook with everything written, for rules that are formulas
 */
export function checkValid(
  handle: Handle,
  sheet: SheetState,
  row: number,
  column: number,
  entry: Entry,
  after: After,
): void {
  const rule = ruleOf(handle.book, sheet, row, column);
  if (rule === undefined || rule.allowInvalid || entry.content === null) return;
  if (isFormula(entry.content)) throw new NotEmulated('a formula in a cell whose validation rejects input');
  const numberFormat = handle.book.styles[entry.style]?.numberFormat;
  const satisfied =
    rule.criteria === 'CUSTOM_FORMULA'
      ? formulaHolds(handle, after(), sheet.id, [row, column])
      : satisfies(handle, rule, entry.content, numberFormat);
  if (satisfied) return;
  const list = rule.criteria === 'VALUE_IN_LIST' ? rule.values[0] : undefined;
  const hint = Array.isArray(list) ? ` Please enter one of the following values: ${list.join(', ')}.` : '';
  throw new ScriptError(
    `The data you entered in cell ${cellA1(row, column)} violates the data validation rules set on this cell.${hint}`,
  );
}

type Plain = string | number | boolean;

function satisfies(handle: Handle, rule: ValidationRule, value: Plain, numberFormat: string | undefined): boolean {
  const { criteria, values } = rule;
  const shown = display(value, numberFormat, localeOf(handle.book.locale));
  switch (criteria) {
    case 'VALUE_IN_LIST':
      return (values[0] as string[]).some((each) => each === shown || each === String(value));
    case 'VALUE_IN_RANGE':
      return rangeTexts(handle, values[0]).has(shown);
    case 'CHECKBOX':
      return values.length === 0 ? typeof value === 'boolean' : values.some((each) => each === value || each === shown);
    case 'TEXT_CONTAINS':
      return shown.toLowerCase().includes(String(values[0]).toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !shown.toLowerCase().includes(String(values[0]).toLowerCase());
    case 'TEXT_EQUAL_TO':
      return shown === values[0];
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(shown);
    case 'TEXT_IS_VALID_URL':
      return /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(shown);
    default:
  }
  if (criteria.startsWith('NUMBER_'))
    return typeof value === 'number' && compare(criteria.slice(7), value, values.map(Number));
  const isDate = typeof value === 'number' && kindOf(numberFormat) === 'date';
  if (criteria === 'DATE_IS_VALID_DATE') return isDate;
  return (
    isDate &&
    compareDates(
      criteria,
      Math.floor(value),
      values.map((each) => dayOf(handle, each)),
    )
  );
}

function compare(how: string, value: number, [a = NaN, b = NaN]: number[]): boolean {
  switch (how) {
    case 'BETWEEN':
      return value >= a && value <= b;
    case 'NOT_BETWEEN':
      return value < a || value > b;
    case 'EQUAL_TO':
      return value === a;
    case 'NOT_EQUAL_TO':
      return value !== a;
    case 'GREATER_THAN':
      return value > a;
    case 'GREATER_THAN_OR_EQUAL_TO':
      return value >= a;
    case 'LESS_THAN':
      return value < a;
    case 'LESS_THAN_OR_EQUAL_TO':
      return value <= a;
    default:
      throw new NotEmulated(`data validation NUMBER_${how}`);
  }
}

function compareDates(criteria: string, day: number, [a = NaN, b = NaN]: number[]): boolean {
  switch (criteria) {
    case 'DATE_AFTER':
      return day > a;
    case 'DATE_BEFORE':
      return day < a;
    case 'DATE_ON_OR_AFTER':
      return day >= a;
    case 'DATE_ON_OR_BEFORE':
      return day <= a;
    case 'DATE_EQUAL_TO':
      return day === a;
    case 'DATE_BETWEEN':
      return day >= a && day <= b;
    case 'DATE_NOT_BETWEEN':
      return day < a || day > b;
    default:
      throw new NotEmulated(`data validation ${criteria}`);
  }
}

function dayOf(handle: Handle, value: CriterionValue | undefined): number {
  if (typeof value === 'object' && value !== null && 'date' in value)
    return Math.floor(toSerial(value.date, handle.book.timeZone));
  throw new NotEmulated('a date rule without a date');
}

function rangeTexts(handle: Handle, value: CriterionValue | undefined): Set<string> {
  if (typeof value !== 'object' || value === null || !('range' in value))
    throw new NotEmulated('a range rule without a range');
  const { area, spreadsheetId } = value.range;
  const source = handle.of(spreadsheetId);
  const sheet = source.sheet(area.sheetId);
  const texts = new Set<string>();
  for (let row = area.row; row < Math.min(area.row + area.rows, sheet.cells.length + 1); row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      texts.add(displayed(handle.world, source.book, sheet, row, column));
  texts.delete('');
  return texts;
}
