// Range, tidying and finding: spaces, duplicates, the next filled cell, text; and what is another spelling of other members.
import { ScriptError } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, arrayOf, flag, instance, integer, oneOf, orNull, text } from './arguments';
import { contentAt, gridOf, isFormula, putContent, styleOf } from './cells';
import { Color } from './colour-object';
import { copyCells, EVERYTHING, NOTHING } from './copying';
import { Direction } from './enums';
import { toLocal } from './formula-text';
import { localeOf } from './locale';
import { fromR1C1, toR1C1 } from './r1c1';
import type { Range } from './range';
import { RangeTools } from './range-tools';
import { TextStyle } from './rich-text';
import { SheetBase } from './sheet-base';
import type { Area } from './state';
import { TextFinder } from './text-finder';
import { scriptValue } from './values';

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

export abstract class RangeCleaning extends RangeTools {
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#createtextfinderfindtext */
  createTextFinder(findText: string): TextFinder {
    accept('Range.createTextFinder', [findText], [text]);
    return new TextFinder(() => [this._self], findText);
  }

  /** As Ctrl and an arrow key. https://developers.google.com/apps-script/reference/spreadsheet/range#getnextdatacelldirection */
  getNextDataCell(direction: ScriptEnum): Range {
    accept('Range.getNextDataCell', [direction], [oneOf(Direction)]);
    const sheet = this._readable();
    const [down, right] = STEPS[direction._value] ?? [0, 0];
    let { row, column } = this._area;
    const inside = (r: number, c: number): boolean => r >= 1 && c >= 1 && r <= sheet.maxRows && c <= sheet.maxColumns;
    const filled = (r: number, c: number): boolean => contentAt(sheet, r, c) !== null;
    const along = filled(row, column) && filled(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (along && !filled(row + down, column + right)) break;
      row += down;
      column += right;
      if (!along && filled(row, column)) break;
    }
    return this._at(row, column);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#trimwhitespace */
  trimWhitespace(): this {
    const sheet = this._writable();
    gridOf(this._area, (row, column) => {
      const content = contentAt(sheet, row, column);
      if (typeof content !== 'string') return;
      const trimmed = content.trim().replace(/\s+/gu, ' ');
      if (trimmed !== content) putContent(sheet, row, column, trimmed === '' ? null : trimmed);
    });
    this._changed();
    return this;
  }

  /**
   * Removes the rows whose values were in a row above already (case does not count); gives the range that is left.
   * https://developers.google.com/apps-script/reference/spreadsheet/range#removeduplicates
   * @param columnsToCompare columns of the sheet; all of the range's when absent
   */
  removeDuplicates(columnsToCompare?: number[]): Range {
    accept('Range.removeDuplicates', [columnsToCompare], [], [arrayOf(integer)]);
    const sheet = this._writable();
    const { row: top, column: left, rows, columns, sheetId } = this._area;
    const compared = columnsToCompare ?? Array.from({ length: columns }, (_, index) => left + index);
    if (compared.some((column) => column < left || column > this.getLastColumn()))
      throw new ScriptError('The columns to compare must be within the range.');
    const seen = new Set<string>();
    let kept = 0;
    for (let row = top; row < top + rows; row++) {
      const key = JSON.stringify(
        compared.map((column) => {
          const value = scriptValue(this._handle.world, this._book, sheet, row, column);
          return typeof value === 'string' ? value.toLowerCase() : value;
        }),
      );
      if (seen.has(key)) continue;
      seen.add(key);
      const line: Area = { sheetId, row, column: left, rows: 1, columns };
      if (row !== top + kept) copyCells(this._handle, line, { ...line, row: top + kept }, EVERYTHING, false);
      kept++;
    }
    if (kept < rows) this._at(top + kept, left, rows - kept, columns).clearContent();
    return this._at(top, left, kept, columns);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#copyvaluestorangesheet,-column,-columnend,-row,-rowend */
  copyValuesToRange(sheet: SheetBase | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.#copyTo('copyValuesToRange', sheet, [column, columnEnd, row, rowEnd], { ...NOTHING, content: 'values' });
  }
  copyFormatToRange(sheet: SheetBase | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    const parts = { ...NOTHING, style: 'all', merges: true } as const;
    this.#copyTo('copyFormatToRange', sheet, [column, columnEnd, row, rowEnd], parts);
  }
  #copyTo(
    method: string,
    sheet: SheetBase | number,
    edges: readonly [column: number, columnEnd: number, row: number, rowEnd: number],
    parts: Parameters<typeof copyCells>[3],
  ): void {
    const where = [integer, integer, integer, integer];
    accept(`Range.${method}`, [sheet, ...edges], [integer, ...where], [instance(SheetBase), ...where]);
    const [column, columnEnd, row, rowEnd] = edges;
    const sheetId = typeof sheet === 'number' ? sheet : sheet._id;
    if (typeof sheet !== 'number' && sheet._handle.id !== this._handle.id)
      throw new ScriptError('Target sheet and source range must be on the same spreadsheet.');
    this._readable();
    const target = { sheetId, row, column, rows: rowEnd - row + 1, columns: columnEnd - column + 1 };
    copyCells(this._handle, this._area, target, parts, false);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getformular1c1 : null where there is none. */
  getFormulaR1C1(): string | null {
    return this.getFormulasR1C1()[0]?.[0] ?? null;
  }
  getFormulasR1C1(): (string | null)[][] {
    const sheet = this._readable();
    const locale = localeOf(this._book.locale);
    return gridOf(this._area, (row, column) => {
      const content = contentAt(sheet, row, column);
      if (!isFormula(content)) return null;
      return 'bad' in content
        ? content.bad
        : toR1C1(toLocal(content, locale), locale.argument === ';' ? ',' : '.', row, column);
    });
  }
  setFormulaR1C1(formula: string): this {
    accept('Range.setFormulaR1C1', [formula], [text]);
    return this.setFormulasR1C1(gridOf(this._area, () => formula));
  }
  setFormulasR1C1(formulas: string[][]): this {
    accept('Range.setFormulasR1C1', [formulas], [arrayOf(arrayOf(text))]);
    this._fits(formulas);
    const { row: top, column: left } = this._area;
    return this.setFormulas(formulas.map((row, r) => row.map((formula, c) => fromR1C1(formula, top + r, left + c))));
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getwrap */
  getWrap(): boolean {
    return this.getWrapStrategy()._value === 'WRAP';
  }
  getWraps(): boolean[][] {
    return this.getWrapStrategies().map((row) => row.map(({ _value }) => _value === 'WRAP'));
  }
  setWraps(isWrapEnabled: boolean[][]): this {
    accept('Range.setWraps', [isWrapEnabled], [arrayOf(arrayOf(flag))]);
    this._fits(isWrapEnabled);
    const { row, column } = this._area;
    isWrapEnabled.forEach((cells, r) => {
      cells.forEach((wrapped, c) => this._at(row + r, column + c).setWrap(wrapped));
    });
    return this;
  }

  getTextStyle(): TextStyle {
    return this.#textStyle(this._area.row, this._area.column);
  }
  getTextStyles(): TextStyle[][] {
    return gridOf(this._area, (row, column) => this.#textStyle(row, column));
  }
  setTextStyle(style: TextStyle): this {
    accept('Range.setTextStyle', [style], [instance(TextStyle)]);
    return this._restyle(() => ({ ...style._style }));
  }
  setTextStyles(styles: TextStyle[][]): this {
    accept('Range.setTextStyles', [styles], [arrayOf(arrayOf(instance(TextStyle)))]);
    this._fits(styles);
    const { row: top, column: left } = this._area;
    return this._restyle((_style, row, column) => ({ ...styles[row - top]?.[column - left]?._style }));
  }
  #textStyle(row: number, column: number): TextStyle {
    const { fontWeight, fontStyle, fontLine, fontFamily, fontSize, fontColor } = styleOf(
      this._book,
      this._readable(),
      row,
      column,
    );
    const all = { fontWeight, fontStyle, fontLine, fontFamily, fontSize, fontColor };
    return new TextStyle(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getbackgroundobject */
  getBackgroundObject(): Color {
    return new Color(this.getBackground());
  }
  getBackgroundObjects(): Color[][] {
    return this.getBackgrounds().map((row) => row.map((colour) => new Color(colour)));
  }
  setBackgroundObject(color: Color | null): this {
    accept('Range.setBackgroundObject', [color], [orNull(instance(Color))]);
    return this.setBackground(color?._hex ?? null);
  }
  setBackgroundObjects(color: (Color | null)[][]): this {
    accept('Range.setBackgroundObjects', [color], [arrayOf(arrayOf(orNull(instance(Color))))]);
    return this.setBackgrounds(color.map((row) => row.map((each) => each?._hex ?? null)));
  }
  getFontColorObject(): Color {
    return new Color(this.getFontColor());
  }
  getFontColorObjects(): Color[][] {
    return this.getFontColors().map((row) => row.map((colour) => new Color(colour)));
  }
  setFontColorObject(color: Color | null): this {
    accept('Range.setFontColorObject', [color], [orNull(instance(Color))]);
    return this.setFontColor(color?._hex ?? null);
  }
  setFontColorObjects(colors: (Color | null)[][]): this {
    accept('Range.setFontColorObjects', [colors], [arrayOf(arrayOf(orNull(instance(Color))))]);
    return this.setFontColors(colors.map((row) => row.map((each) => each?._hex ?? null)));
  }
}
