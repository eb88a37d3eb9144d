// Several ranges of one sheet, changed together. https://developers.google.com/apps-script/reference/spreadsheet/range-list
import { ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import type { Range } from './range';
import type { ClearOptions } from './range-values';

export class RangeList extends ServiceObject {
  readonly _name = 'RangeList';
  readonly #ranges: readonly Range[];
  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }
  #each(change: (range: Range) => void): this {
    this.#ranges.forEach(change);
    return this;
  }

  getRanges(): Range[] {
    return [...this.#ranges];
  }
  /** The last range becomes the active one. */
  activate(): this {
    return this.#each((range) => range.activate());
  }
  breakApart(): this {
    return this.#each((range) => range.breakApart());
  }
  check(): this {
    return this.#each((range) => range.check());
  }
  uncheck(): this {
    return this.#each((range) => range.uncheck());
  }
  clear(choice?: ClearOptions): this {
    return this.#each((range) => range.clear(choice));
  }
  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.#each((range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return this.#each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.#each((range) => range.clearNote());
  }
  insertCheckboxes(checked?: unknown, unchecked?: unknown): this {
    return this.#each((range) => range.insertCheckboxes(checked, unchecked));
  }
  removeCheckboxes(): this {
    return this.#each((range) => range.removeCheckboxes());
  }
  setBackground(color: string | null): this {
    return this.#each((range) => range.setBackground(color));
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.#each((range) => range.setBackgroundRGB(red, green, blue));
  }
  setBorder(...sides: Parameters<Range['setBorder']>): this {
    return this.#each((range) => range.setBorder(...sides));
  }
  setFontColor(color: string | null): this {
    return this.#each((range) => range.setFontColor(color));
  }
  setFontFamily(fontFamily: string | null): this {
    return this.#each((range) => range.setFontFamily(fontFamily));
  }
  setFontLine(fontLine: string | null): this {
    return this.#each((range) => range.setFontLine(fontLine));
  }
  setFontSize(size: number): this {
    return this.#each((range) => range.setFontSize(size));
  }
  setFontStyle(fontStyle: string | null): this {
    return this.#each((range) => range.setFontStyle(fontStyle));
  }
  setFontWeight(fontWeight: string | null): this {
    return this.#each((range) => range.setFontWeight(fontWeight));
  }
  setFormula(formula: string): this {
    return this.#each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: string): this {
    return this.#each((range) => range.setFormulaR1C1(formula));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.#each((range) => range.setHorizontalAlignment(alignment));
  }
  setNote(note: string | null): this {
    return this.#each((range) => range.setNote(note));
  }
  setNumberFormat(numberFormat: string): this {
    return this.#each((range) => range.setNumberFormat(numberFormat));
  }
  setTextRotation(degrees: number): this {
    return this.#each((range) => range.setTextRotation(degrees));
  }
  setValue(value: unknown): this {
    return this.#each((range) => range.setValue(value));
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.#each((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(isWrapEnabled: boolean): this {
    return this.#each((range) => range.setWrap(isWrapEnabled));
  }
  setWrapStrategy(strategy: ScriptEnum): this {
    return this.#each((range) => range.setWrapStrategy(strategy));
  }
  trimWhitespace(): this {
    return this.#each((range) => range.trimWhitespace());
  }
}
