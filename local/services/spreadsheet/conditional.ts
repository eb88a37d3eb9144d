// Conditional formatting rules and their builder.
// https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, anything, arrayOf, date, flag, instance, number, oneOf, orNull, text } from './arguments';
import type { Kind } from './arguments';
import { hex } from './colours';
import { toScript, toStored } from './criteria';
import type { BuilderContext } from './criteria';
import { BooleanCriteria, InterpolationType, RelativeDate, valueOf } from './enums';
import { Handle } from './handle';
import { RangeBase } from './range-base';
import type { Range } from './range';
import type { Area, ConditionalRule } from './state';

type Condition = NonNullable<ConditionalRule['boolean']>;
type Style = Condition['style'];
type Point = NonNullable<ConditionalRule['gradient']>[number];

/** A rule with its ranges, which know their spreadsheet and sheet. */
export interface RuleDraft {
  spreadsheetId: string | undefined;
  ranges: Area[];
  boolean: Condition | undefined;
  gradient: Point[];
}

abstract class Rule extends ServiceObject {
  constructor(
    readonly _context: BuilderContext,
    readonly _draft: RuleDraft,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getRanges(): Range[] {
    const { spreadsheetId, ranges } = this._draft;
    if (spreadsheetId === undefined) return [];
    const handle = new Handle(this._context.world, spreadsheetId, this._context.make);
    return ranges.map((area) => handle.range({ ...area }));
  }
  getBooleanCondition(): BooleanCondition | null {
    return this._draft.boolean ? new BooleanCondition(this._context, this._draft.boolean) : null;
  }
  getGradientCondition(): GradientCondition | null {
    return this._draft.gradient.length > 0 ? new GradientCondition(this._draft.gradient) : null;
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this._context, structuredClone(this._draft));
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule */
export class ConditionalFormatRule extends Rule {
  readonly _name = 'ConditionalFormatRule';
}

/** https://developers.google.com/apps-script/reference/spreadsheet/boolean-condition */
export class BooleanCondition extends ServiceObject {
  readonly _name = 'BooleanCondition';
  constructor(
    readonly _context: BuilderContext,
    readonly _condition: Condition,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getCriteriaType(): ScriptEnum {
    return valueOf(BooleanCriteria, this._condition.criteria);
  }
  getCriteriaValues(): unknown[] {
    const { world, make } = this._context;
    return this._condition.values.map((value) => toScript(value, (id) => new Handle(world, id, make)));
  }
  getBackground(): string | null {
    return this._condition.style.background ?? null;
  }
  getFontColor(): string | null {
    return this._condition.style.fontColor ?? null;
  }
  getBold(): boolean | null {
    return this._condition.style.fontWeight === 'bold' ? true : null;
  }
  getItalic(): boolean | null {
    return this._condition.style.fontStyle === 'italic' ? true : null;
  }
  getUnderline(): boolean | null {
    return this._condition.style.fontLine === 'underline' ? true : null;
  }
  getStrikethrough(): boolean | null {
    return this._condition.style.fontLine === 'line-through' ? true : null;
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/gradient-condition */
export class GradientCondition extends ServiceObject {
  readonly _name = 'GradientCondition';
  constructor(readonly _points: readonly Point[]) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  #point(which: Point['point']): Point | undefined {
    return this._points.find(({ point }) => point === which);
  }
  #type(which: Point['point']): ScriptEnum | null {
    const type = this.#point(which)?.type;
    return type === undefined ? null : valueOf(InterpolationType, type);
  }
  getMinColor(): string {
    return this.#point('min')?.color ?? '';
  }
  getMidColor(): string {
    return this.#point('mid')?.color ?? '';
  }
  getMaxColor(): string {
    return this.#point('max')?.color ?? '';
  }
  getMinType(): ScriptEnum | null {
    return this.#type('min');
  }
  getMidType(): ScriptEnum | null {
    return this.#type('mid');
  }
  getMaxType(): ScriptEnum | null {
    return this.#type('max');
  }
  getMinValue(): string {
    return this.#point('min')?.value ?? '';
  }
  getMidValue(): string {
    return this.#point('mid')?.value ?? '';
  }
  getMaxValue(): string {
    return this.#point('max')?.value ?? '';
  }
}

const SOME_DATE: Kind = (value) => date(value) || oneOf(RelativeDate)(value);

export class ConditionalFormatRuleBuilder extends Rule {
  readonly _name = 'ConditionalFormatRuleBuilder';
  #when(method: string, criteria: string, args: readonly unknown[], ...kinds: Kind[]): this {
    accept(`ConditionalFormatRuleBuilder.${method}`, args, kinds);
    const values = args.map((arg) => toStored(arg, `ConditionalFormatRuleBuilder.${method}`));
    this._draft.boolean = { criteria, values, style: this._draft.boolean?.style ?? {} };
    return this;
  }
  #date(method: string, criteria: string, day: Date | ScriptEnum): this {
    return this.#when(method, day instanceof Date ? criteria : `${criteria}_RELATIVE`, [day], SOME_DATE);
  }
  #style(change: { [K in keyof Style]?: Style[K] | undefined }): this {
    const condition = (this._draft.boolean ??= { criteria: '', values: [], style: {} });
    const style: Record<string, unknown> = { ...condition.style, ...change };
    for (const [field, value] of Object.entries(style)) if (value === undefined) delete style[field];
    condition.style = style;
    return this;
  }
  #gradient(method: string, point: Point['point'], color: string, type: ScriptEnum, value: string): this {
    accept(`ConditionalFormatRuleBuilder.${method}`, [color, type, value], [text, oneOf(InterpolationType), text]);
    const made = { point, color: hex(color) ?? '#ffffff', type: type._value, value };
    this._draft.gradient = [...this._draft.gradient.filter((each) => each.point !== point), made];
    return this;
  }

  /** Live Apps Script refuses rules without ranges or without a condition. */
  build(): ConditionalFormatRule {
    const { boolean, gradient, ranges } = this._draft;
    if (ranges.length === 0) throw new ScriptError('Conditional format rule must have at least one range.');
    if (boolean && gradient.length > 0) throw new NotEmulated('a conditional format rule with both kinds of condition');
    if (gradient.length === 0 && (boolean === undefined || boolean.criteria === ''))
      throw new ScriptError('Conditional format rule must have a condition.');
    return new ConditionalFormatRule(this._context, structuredClone(this._draft));
  }
  setRanges(ranges: RangeBase[]): this {
    accept('ConditionalFormatRuleBuilder.setRanges', [ranges], [arrayOf(instance(RangeBase))]);
    this._draft.spreadsheetId = ranges[0]?._handle.id;
    this._draft.ranges = ranges.map(({ _area }) => ({ ..._area }));
    return this;
  }
  setBackground(color: string | null): this {
    accept('ConditionalFormatRuleBuilder.setBackground', [color ?? null], [orNull(text)]);
    return this.#style({ background: hex(color) });
  }
  setFontColor(color: string | null): this {
    accept('ConditionalFormatRuleBuilder.setFontColor', [color ?? null], [orNull(text)]);
    return this.#style({ fontColor: hex(color) });
  }
  setBold(bold: boolean | null): this {
    accept('ConditionalFormatRuleBuilder.setBold', [bold ?? null], [orNull(flag)]);
    return this.#style({ fontWeight: bold ? 'bold' : undefined });
  }
  setItalic(italic: boolean | null): this {
    accept('ConditionalFormatRuleBuilder.setItalic', [italic ?? null], [orNull(flag)]);
    return this.#style({ fontStyle: italic ? 'italic' : undefined });
  }
  setUnderline(underline: boolean | null): this {
    accept('ConditionalFormatRuleBuilder.setUnderline', [underline ?? null], [orNull(flag)]);
    return this.#style({ fontLine: underline ? 'underline' : undefined });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    accept('ConditionalFormatRuleBuilder.setStrikethrough', [strikethrough ?? null], [orNull(flag)]);
    return this.#style({ fontLine: strikethrough ? 'line-through' : undefined });
  }
  withCriteria(criteria: ScriptEnum, args: unknown[]): this {
    const kinds = [oneOf(BooleanCriteria), arrayOf(anything)];
    accept('ConditionalFormatRuleBuilder.withCriteria', [criteria, args], kinds);
    return this.#when('withCriteria', criteria._value, args, ...args.map(() => anything));
  }
  whenCellEmpty(): this {
    return this.#when('whenCellEmpty', 'CELL_EMPTY', []);
  }
  whenCellNotEmpty(): this {
    return this.#when('whenCellNotEmpty', 'CELL_NOT_EMPTY', []);
  }
  whenDateAfter(day: Date | ScriptEnum): this {
    return this.#date('whenDateAfter', 'DATE_AFTER', day);
  }
  whenDateBefore(day: Date | ScriptEnum): this {
    return this.#date('whenDateBefore', 'DATE_BEFORE', day);
  }
  whenDateEqualTo(day: Date | ScriptEnum): this {
    return this.#date('whenDateEqualTo', 'DATE_EQUAL_TO', day);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.#when('whenFormulaSatisfied', 'CUSTOM_FORMULA', [formula], text);
  }
  whenNumberBetween(start: number, end: number): this {
    return this.#when('whenNumberBetween', 'NUMBER_BETWEEN', [start, end], number, number);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.#when('whenNumberNotBetween', 'NUMBER_NOT_BETWEEN', [start, end], number, number);
  }
  whenNumberEqualTo(value: number): this {
    return this.#when('whenNumberEqualTo', 'NUMBER_EQUAL_TO', [value], number);
  }
  whenNumberNotEqualTo(value: number): this {
    return this.#when('whenNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO', [value], number);
  }
  whenNumberGreaterThan(value: number): this {
    return this.#when('whenNumberGreaterThan', 'NUMBER_GREATER_THAN', [value], number);
  }
  whenNumberGreaterThanOrEqualTo(value: number): this {
    return this.#when('whenNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [value], number);
  }
  whenNumberLessThan(value: number): this {
    return this.#when('whenNumberLessThan', 'NUMBER_LESS_THAN', [value], number);
  }
  whenNumberLessThanOrEqualTo(value: number): this {
    return this.#when('whenNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [value], number);
  }
  whenTextContains(part: string): this {
    return this.#when('whenTextContains', 'TEXT_CONTAINS', [part], text);
  }
  whenTextDoesNotContain(part: string): this {
    return this.#when('whenTextDoesNotContain', 'TEXT_DOES_NOT_CONTAIN', [part], text);
  }
  whenTextEqualTo(value: string): this {
    return this.#when('whenTextEqualTo', 'TEXT_EQUAL_TO', [value], text);
  }
  whenTextStartsWith(value: string): this {
    return this.#when('whenTextStartsWith', 'TEXT_STARTS_WITH', [value], text);
  }
  whenTextEndsWith(value: string): this {
    return this.#when('whenTextEndsWith', 'TEXT_ENDS_WITH', [value], text);
  }
  setGradientMinpoint(color: string): this {
    return this.#gradient('setGradientMinpoint', 'min', color, InterpolationType.MIN, '');
  }
  setGradientMaxpoint(color: string): this {
    return this.#gradient('setGradientMaxpoint', 'max', color, InterpolationType.MAX, '');
  }
  setGradientMinpointWithValue(color: string, type: ScriptEnum, value: string): this {
    return this.#gradient('setGradientMinpointWithValue', 'min', color, type, value);
  }
  setGradientMidpointWithValue(color: string, type: ScriptEnum, value: string): this {
    return this.#gradient('setGradientMidpointWithValue', 'mid', color, type, value);
  }
  setGradientMaxpointWithValue(color: string, type: ScriptEnum, value: string): this {
    return this.#gradient('setGradientMaxpointWithValue', 'max', color, type, value);
  }
}

/** A rule nothing has been said about yet. */
export function newDraft(): RuleDraft {
  return { spreadsheetId: undefined, ranges: [], boolean: undefined, gradient: [] };
}
