// Data validation rules and their builder.
// https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder
import { ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, anything, arrayOf, date, flag, instance, number, oneOf, orNull, text } from './arguments';
import type { Kind } from './arguments';
import { toScript, toStored } from './criteria';
import type { BuilderContext } from './criteria';
import { DataValidationCriteria, valueOf } from './enums';
import { Handle } from './handle';
import { RangeBase } from './range-base';
import type { CriterionValue, ValidationRule } from './state';

abstract class Rule extends ServiceObject {
  constructor(
    readonly _context: BuilderContext,
    readonly _rule: ValidationRule,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getAllowInvalid(): boolean {
    return this._rule.allowInvalid;
  }
  getCriteriaType(): ScriptEnum {
    return valueOf(DataValidationCriteria, this._rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    return this._rule.values.map((value) =>
      toScript(value, (id) => new Handle(this._context.world, id, this._context.make)),
    );
  }
  getHelpText(): string | null {
    return this._rule.helpText;
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this._context, { ...this._rule, values: [...this._rule.values] });
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/data-validation */
export class DataValidation extends Rule {
  readonly _name = 'DataValidation';
}

export class DataValidationBuilder extends Rule {
  readonly _name = 'DataValidationBuilder';
  #set(method: string, criteria: string, args: readonly unknown[], ...overloads: Kind[][]): this {
    accept(`DataValidationBuilder.${method}`, args, ...overloads);
    const values = args
      .filter((arg) => arg !== undefined)
      .map((arg) => toStored(arg, `DataValidationBuilder.${method}`));
    Object.assign(this._rule, { criteria, values });
    return this;
  }
  build(): DataValidation {
    if (this._rule.criteria === '') throw new ScriptError('Data validation rule requires a criteria.');
    return new DataValidation(this._context, { ...this._rule, values: [...this._rule.values] });
  }
  setAllowInvalid(allowInvalid: boolean): this {
    accept('DataValidationBuilder.setAllowInvalid', [allowInvalid], [flag]);
    this._rule.allowInvalid = allowInvalid;
    return this;
  }
  setHelpText(helpText: string | null): this {
    accept('DataValidationBuilder.setHelpText', [helpText], [orNull(text)]);
    this._rule.helpText = helpText ?? null;
    return this;
  }
  withCriteria(criteria: ScriptEnum, args: unknown[]): this {
    accept('DataValidationBuilder.withCriteria', [criteria, args], [oneOf(DataValidationCriteria), arrayOf(anything)]);
    const values = args.map((arg): CriterionValue => toStored(arg, 'DataValidationBuilder.withCriteria'));
    Object.assign(this._rule, { criteria: criteria._value, values });
    return this;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder#requirecheckbox */
  requireCheckbox(checked?: unknown, unchecked?: unknown): this {
    return this.#set('requireCheckbox', 'CHECKBOX', [checked, unchecked], [], [anything], [anything, anything]);
  }
  requireDate(): this {
    return this.#set('requireDate', 'DATE_IS_VALID_DATE', [], []);
  }
  requireDateAfter(after: Date): this {
    return this.#set('requireDateAfter', 'DATE_AFTER', [after], [date]);
  }
  requireDateBefore(before: Date): this {
    return this.#set('requireDateBefore', 'DATE_BEFORE', [before], [date]);
  }
  requireDateBetween(start: Date, end: Date): this {
    return this.#set('requireDateBetween', 'DATE_BETWEEN', [start, end], [date, date]);
  }
  requireDateEqualTo(day: Date): this {
    return this.#set('requireDateEqualTo', 'DATE_EQUAL_TO', [day], [date]);
  }
  requireDateNotBetween(start: Date, end: Date): this {
    return this.#set('requireDateNotBetween', 'DATE_NOT_BETWEEN', [start, end], [date, date]);
  }
  requireDateOnOrAfter(day: Date): this {
    return this.#set('requireDateOnOrAfter', 'DATE_ON_OR_AFTER', [day], [date]);
  }
  requireDateOnOrBefore(day: Date): this {
    return this.#set('requireDateOnOrBefore', 'DATE_ON_OR_BEFORE', [day], [date]);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.#set('requireFormulaSatisfied', 'CUSTOM_FORMULA', [formula], [text]);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.#set('requireNumberBetween', 'NUMBER_BETWEEN', [start, end], [number, number]);
  }
  requireNumberEqualTo(value: number): this {
    return this.#set('requireNumberEqualTo', 'NUMBER_EQUAL_TO', [value], [number]);
  }
  requireNumberGreaterThan(value: number): this {
    return this.#set('requireNumberGreaterThan', 'NUMBER_GREATER_THAN', [value], [number]);
  }
  requireNumberGreaterThanOrEqualTo(value: number): this {
    return this.#set('requireNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [value], [number]);
  }
  requireNumberLessThan(value: number): this {
    return this.#set('requireNumberLessThan', 'NUMBER_LESS_THAN', [value], [number]);
  }
  requireNumberLessThanOrEqualTo(value: number): this {
    return this.#set('requireNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [value], [number]);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.#set('requireNumberNotBetween', 'NUMBER_NOT_BETWEEN', [start, end], [number, number]);
  }
  requireNumberNotEqualTo(value: number): this {
    return this.#set('requireNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO', [value], [number]);
  }
  requireTextContains(part: string): this {
    return this.#set('requireTextContains', 'TEXT_CONTAINS', [part], [text]);
  }
  requireTextDoesNotContain(part: string): this {
    return this.#set('requireTextDoesNotContain', 'TEXT_DOES_NOT_CONTAIN', [part], [text]);
  }
  requireTextEqualTo(value: string): this {
    return this.#set('requireTextEqualTo', 'TEXT_EQUAL_TO', [value], [text]);
  }
  requireTextIsEmail(): this {
    return this.#set('requireTextIsEmail', 'TEXT_IS_VALID_EMAIL', [], []);
  }
  requireTextIsUrl(): this {
    return this.#set('requireTextIsUrl', 'TEXT_IS_VALID_URL', [], []);
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder#requirevalueinlistvalues,-showdropdown */
  requireValueInList(values: string[], showDropdown = true): this {
    return this.#set('requireValueInList', 'VALUE_IN_LIST', [values, showDropdown], [arrayOf(plain), flag]);
  }
  requireValueInRange(range: RangeBase, showDropdown = true): this {
    return this.#set('requireValueInRange', 'VALUE_IN_RANGE', [range, showDropdown], [instance(RangeBase), flag]);
  }
}

/** Lists take numbers too: they become text. */
const plain: Kind = (value) => text(value) || number(value) || flag(value);

/** A fresh rule: input that fails is kept with a warning unless `setAllowInvalid(false)`. */
export function newRule(): ValidationRule {
  return { criteria: '', values: [], allowInvalid: true, helpText: null };
}
