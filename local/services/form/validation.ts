// Response validation: the builders scripts use, and the check of a respondent's answer.
import { ScriptError, ServiceObject } from '../../runtime/service';
import { accept, integer, number, text } from './arguments';
import type { CheckboxRule, TextRule } from './state';

/**
 * A built validation. A validation without any `require…` call clears the item's rule:
 * https://developers.google.com/apps-script/reference/forms/text-item#setValidation(TextValidation)
 */
export class Validation<Rule> extends ServiceObject {
  constructor(
    readonly _name: string,
    readonly _rule: Rule | undefined,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
}
export class TextValidation extends Validation<TextRule> {}
export class ParagraphTextValidation extends Validation<TextRule> {}
export class CheckboxValidation extends Validation<CheckboxRule> {}
export class GridValidation extends Validation<{ op: 'onePerColumn'; help: string }> {}
export class CheckboxGridValidation extends Validation<{ op: 'onePerColumn'; help: string }> {}

/** What all builders share: a help text, and no service call before the validation is used. */
abstract class Builder extends ServiceObject {
  protected _help = '';
  override get _free(): 'all' {
    return 'all';
  }
  setHelpText(...args: [help: string]): this {
    accept(`${this._name}.setHelpText`, args, [text]);
    this._help = args[0];
    return this;
  }
}

abstract class PatternBuilder extends Builder {
  protected _rule: Omit<TextRule, 'help'> | undefined;

  protected _set(method: string, args: readonly unknown[], op: TextRule['op'], kind: typeof number = number): this {
    accept(`${this._name}.${method}`, args, args.length === 2 ? [kind, kind] : [kind]);
    this._rule = { op, numbers: args as number[], pattern: '' };
    return this;
  }
  protected _setPattern(method: string, args: [string], op: TextRule['op']): this {
    accept(`${this._name}.${method}`, args, [text]);
    this._rule = { op, numbers: [], pattern: args[0] };
    return this;
  }
  protected _built(): TextRule | undefined {
    return this._rule === undefined ? undefined : { ...this._rule, help: this._help };
  }
  requireTextContainsPattern(...args: [pattern: string]): this {
    return this._setPattern('requireTextContainsPattern', args, 'contains');
  }
  requireTextDoesNotContainPattern(...args: [pattern: string]): this {
    return this._setPattern('requireTextDoesNotContainPattern', args, 'doesNotContain');
  }
  requireTextMatchesPattern(...args: [pattern: string]): this {
    return this._setPattern('requireTextMatchesPattern', args, 'matches');
  }
  requireTextDoesNotMatchPattern(...args: [pattern: string]): this {
    return this._setPattern('requireTextDoesNotMatchPattern', args, 'doesNotMatch');
  }
  requireTextLengthGreaterThanOrEqualTo(...args: [length: number]): this {
    return this._set('requireTextLengthGreaterThanOrEqualTo', args, 'lengthAtLeast', integer);
  }
  requireTextLengthLessThanOrEqualTo(...args: [length: number]): this {
    return this._set('requireTextLengthLessThanOrEqualTo', args, 'lengthAtMost', integer);
  }
}

/** https://developers.google.com/apps-script/reference/forms/text-validation-builder */
export class TextValidationBuilder extends PatternBuilder {
  readonly _name = 'TextValidationBuilder';
  requireNumber(): this {
    this._rule = { op: 'number', numbers: [], pattern: '' };
    return this;
  }
  requireWholeNumber(): this {
    this._rule = { op: 'wholeNumber', numbers: [], pattern: '' };
    return this;
  }
  requireNumberBetween(...args: [start: number, end: number]): this {
    return this._set('requireNumberBetween', args, 'numberBetween');
  }
  requireNumberNotBetween(...args: [start: number, end: number]): this {
    return this._set('requireNumberNotBetween', args, 'numberNotBetween');
  }
  requireNumberEqualTo(...args: [value: number]): this {
    return this._set('requireNumberEqualTo', args, 'numberEqualTo');
  }
  requireNumberNotEqualTo(...args: [value: number]): this {
    return this._set('requireNumberNotEqualTo', args, 'numberNotEqualTo');
  }
  requireNumberGreaterThan(...args: [value: number]): this {
    return this._set('requireNumberGreaterThan', args, 'numberGreaterThan');
  }
  requireNumberGreaterThanOrEqualTo(...args: [value: number]): this {
    return this._set('requireNumberGreaterThanOrEqualTo', args, 'numberGreaterThanOrEqualTo');
  }
  requireNumberLessThan(...args: [value: number]): this {
    return this._set('requireNumberLessThan', args, 'numberLessThan');
  }
  requireNumberLessThanOrEqualTo(...args: [value: number]): this {
    return this._set('requireNumberLessThanOrEqualTo', args, 'numberLessThanOrEqualTo');
  }
  requireTextIsEmail(): this {
    this._rule = { op: 'email', numbers: [], pattern: '' };
    return this;
  }
  requireTextIsUrl(): this {
    this._rule = { op: 'url', numbers: [], pattern: '' };
    return this;
  }
  build(): TextValidation {
    return new TextValidation('TextValidation', this._built());
  }
}

/** https://developers.google.com/apps-script/reference/forms/paragraph-text-validation-builder */
export class ParagraphTextValidationBuilder extends PatternBuilder {
  readonly _name = 'ParagraphTextValidationBuilder';
  build(): ParagraphTextValidation {
    return new ParagraphTextValidation('ParagraphTextValidation', this._built());
  }
}

/** https://developers.google.com/apps-script/reference/forms/checkbox-validation-builder */
export class CheckboxValidationBuilder extends Builder {
  readonly _name = 'CheckboxValidationBuilder';
  #rule: Omit<CheckboxRule, 'help'> | undefined;
  #set(method: string, op: CheckboxRule['op'], args: [number]): this {
    accept(`${this._name}.${method}`, args, [integer]);
    this.#rule = { op, count: args[0] };
    return this;
  }
  requireSelectAtLeast(...args: [count: number]): this {
    return this.#set('requireSelectAtLeast', 'atLeast', args);
  }
  requireSelectAtMost(...args: [count: number]): this {
    return this.#set('requireSelectAtMost', 'atMost', args);
  }
  requireSelectExactly(...args: [count: number]): this {
    return this.#set('requireSelectExactly', 'exactly', args);
  }
  build(): CheckboxValidation {
    const rule = this.#rule === undefined ? undefined : { ...this.#rule, help: this._help };
    return new CheckboxValidation('CheckboxValidation', rule);
  }
}

/** https://developers.google.com/apps-script/reference/forms/grid-validation-builder */
export class GridValidationBuilder extends Builder {
  readonly _name = 'GridValidationBuilder';
  #limited = false;
  requireLimitOneResponsePerColumn(): this {
    this.#limited = true;
    return this;
  }
  build(): GridValidation {
    const rule = this.#limited ? { op: 'onePerColumn' as const, help: this._help } : undefined;
    return new GridValidation('GridValidation', rule);
  }
}

/** https://developers.google.com/apps-script/reference/forms/checkbox-grid-validation-builder */
export class CheckboxGridValidationBuilder extends Builder {
  readonly _name = 'CheckboxGridValidationBuilder';
  #limited = false;
  requireLimitOneResponsePerColumn(): this {
    this.#limited = true;
    return this;
  }
  build(): CheckboxGridValidation {
    const rule = this.#limited ? { op: 'onePerColumn' as const, help: this._help } : undefined;
    return new CheckboxGridValidation('CheckboxGridValidation', rule);
  }
}

const EMAIL = /^[^\s@<>(),;:\\"[\]]+@[^\s@.]+(\.[^\s@.]+)+$/;
const URL_LIKE = /^(https?:\/\/)?[^\s/$.?#]+\.[^\s]{2,}$/i;

/** Whether text looks like an e-mail address to Forms (one `@`, a domain with a dot, no spaces). */
export function isEmail(value: string): boolean {
  return EMAIL.test(value);
}

/** Whether a text answer keeps the rule. Patterns are regular expressions: `matches` means the whole answer does. */
export function keepsTextRule(rule: TextRule, value: string): boolean {
  const [a = 0, b = 0] = rule.numbers;
  const numeric = /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(value.trim()) ? Number(value) : Number.NaN;
  switch (rule.op) {
    case 'number':
      return !Number.isNaN(numeric);
    case 'wholeNumber':
      return Number.isInteger(numeric);
    case 'numberBetween':
      return numeric >= a && numeric <= b;
    case 'numberNotBetween':
      return numeric < a || numeric > b;
    case 'numberEqualTo':
      return numeric === a;
    case 'numberNotEqualTo':
      return !Number.isNaN(numeric) && numeric !== a;
    case 'numberGreaterThan':
      return numeric > a;
    case 'numberGreaterThanOrEqualTo':
      return numeric >= a;
    case 'numberLessThan':
      return numeric < a;
    case 'numberLessThanOrEqualTo':
      return numeric <= a;
    case 'email':
      return isEmail(value);
    case 'url':
      return URL_LIKE.test(value);
    case 'lengthAtLeast':
      return value.length >= a;
    case 'lengthAtMost':
      return value.length <= a;
    case 'matches':
      return pattern(`^(?:${rule.pattern})$`).test(value);
    case 'doesNotMatch':
      return !pattern(`^(?:${rule.pattern})$`).test(value);
    case 'contains':
      return pattern(rule.pattern).test(value);
    case 'doesNotContain':
      return !pattern(rule.pattern).test(value);
  }
}

/** Forms reads RE2; every RE2 construct JavaScript also has means the same in both. */
function pattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    throw new ScriptError(`The validation pattern ${source} is not a regular expression.`);
  }
}

export function keepsCheckboxRule(rule: CheckboxRule, chosen: number): boolean {
  if (rule.op === 'atLeast') return chosen >= rule.count;
  if (rule.op === 'atMost') return chosen <= rule.count;
  return chosen === rule.count;
}
