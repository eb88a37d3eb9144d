// Range, its formatting: number formats, colours, fonts, alignment, wrapping, borders.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, arrayOf, flag, integer, oneOf, orNull, text } from './arguments';
import { changedStyle, eachCell, gridOf, putStyle, styleAt, styleOf } from './cells';
import { hex } from './colours';
import { BorderStyle, valueOf, WrapStrategy } from './enums';
import { AUTOMATIC, isAutomatic, kindOf } from './number-format';
import { RangeValues } from './range-values';
import type { BorderSide, CellStyle } from './state';
import { shownFormat } from './values';

type Change = { [K in keyof CellStyle]?: CellStyle[K] | undefined };
type Sides = NonNullable<CellStyle['borders']>;
const texts = arrayOf(arrayOf(orNull(text)));

export abstract class RangeStyles extends RangeValues {
  /** Changes the style of every cell; cells of one style are worked out once. */
  _restyle(change: (style: CellStyle, row: number, column: number) => Change): this {
    const sheet = this._writable();
    eachCell(this._area, (row, column) => {
      const from = styleAt(sheet, row, column);
      const to = changedStyle(this._book, from, change(this._book.styles[from] ?? {}, row, column));
      if (to !== from) putStyle(sheet, row, column, to);
    });
    this._changed();
    return this;
  }
  /** The same change for every cell. */
  #all(change: Change): this {
    const sheet = this._writable();
    const made = new Map<number, number>();
    eachCell(this._area, (row, column) => {
      const from = styleAt(sheet, row, column);
      let to = made.get(from);
      if (to === undefined) made.set(from, (to = changedStyle(this._book, from, change)));
      if (to !== from) putStyle(sheet, row, column, to);
    });
    this._changed();
    return this;
  }
  #each<T>(method: string, values: T[][], change: (value: T) => Change, fits = texts): this {
    accept(`Range.${method}`, [values], [fits]);
    this._fits(values);
    return this._restyle((_style, row, column) => {
      const value = values[row - this._area.row]?.[column - this._area.column];
      return value === undefined ? {} : change(value);
    });
  }
  #get<T>(read: (style: CellStyle) => T): T {
    return read(styleOf(this._book, this._readable(), this._area.row, this._area.column));
  }
  #grid<T>(read: (style: CellStyle) => T): T[][] {
    const sheet = this._readable();
    return gridOf(this._area, (row, column) => read(styleOf(this._book, sheet, row, column)));
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#setnumberformatnumberformat */
  setNumberFormat(numberFormat: string): this {
    accept('Range.setNumberFormat', [numberFormat], [text]);
    return this.#all(numberFormatChange(numberFormat));
  }
  setNumberFormats(numberFormats: string[][]): this {
    return this.#each('setNumberFormats', numberFormats, numberFormatChange, arrayOf(arrayOf(text)));
  }
  getNumberFormat(): string {
    return (
      shownFormat(this._handle.world, this._book, this._readable(), this._area.row, this._area.column) ?? AUTOMATIC
    );
  }
  getNumberFormats(): string[][] {
    const sheet = this._readable();
    return gridOf(
      this._area,
      (row, column) => shownFormat(this._handle.world, this._book, sheet, row, column) ?? AUTOMATIC,
    );
  }

  setBackground(color: string | null): this {
    accept('Range.setBackground', [color ?? null], [orNull(text)]);
    return this.#all({ background: hex(color) });
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this.#each('setBackgrounds', colors, (color) => ({ background: hex(color) }));
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    accept('Range.setBackgroundRGB', [red, green, blue], [integer, integer, integer]);
    return this.#all({
      background: `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    });
  }
  getBackground(): string {
    return this.#get(({ background }) => background ?? '#ffffff');
  }
  getBackgrounds(): string[][] {
    return this.#grid(({ background }) => background ?? '#ffffff');
  }

  setFontColor(color: string | null): this {
    accept('Range.setFontColor', [color ?? null], [orNull(text)]);
    return this.#all({ fontColor: hex(color) });
  }
  setFontColors(colors: (string | null)[][]): this {
    return this.#each('setFontColors', colors, (color) => ({ fontColor: hex(color) }));
  }
  getFontColor(): string {
    return this.#get(({ fontColor }) => fontColor ?? '#000000');
  }
  getFontColors(): string[][] {
    return this.#grid(({ fontColor }) => fontColor ?? '#000000');
  }

  setFontWeight(weight: string | null): this {
    accept('Range.setFontWeight', [weight ?? null], [orNull(text)]);
    return this.#all(fontWeight(weight));
  }
  setFontWeights(weights: (string | null)[][]): this {
    return this.#each('setFontWeights', weights, fontWeight);
  }
  getFontWeight(): string {
    return this.#get((style) => style.fontWeight ?? 'normal');
  }
  getFontWeights(): string[][] {
    return this.#grid((style) => style.fontWeight ?? 'normal');
  }

  setFontStyle(style: string | null): this {
    accept('Range.setFontStyle', [style ?? null], [orNull(text)]);
    return this.#all(fontStyle(style));
  }
  setFontStyles(styles: (string | null)[][]): this {
    return this.#each('setFontStyles', styles, fontStyle);
  }
  getFontStyle(): string {
    return this.#get((style) => style.fontStyle ?? 'normal');
  }
  getFontStyles(): string[][] {
    return this.#grid((style) => style.fontStyle ?? 'normal');
  }

  setFontLine(line: string | null): this {
    accept('Range.setFontLine', [line ?? null], [orNull(text)]);
    return this.#all(fontLine(line));
  }
  setFontLines(lines: (string | null)[][]): this {
    return this.#each('setFontLines', lines, fontLine);
  }
  getFontLine(): string {
    return this.#get((style) => style.fontLine ?? 'none');
  }
  getFontLines(): string[][] {
    return this.#grid((style) => style.fontLine ?? 'none');
  }

  setFontSize(size: number): this {
    accept('Range.setFontSize', [size], [integer]);
    return this.#all({ fontSize: size === DEFAULT_SIZE ? undefined : size });
  }
  setFontSizes(sizes: number[][]): this {
    const change = (size: number): Change => ({ fontSize: size === DEFAULT_SIZE ? undefined : size });
    return this.#each('setFontSizes', sizes, change, arrayOf(arrayOf(integer)));
  }
  getFontSize(): number {
    return this.#get(({ fontSize }) => fontSize ?? DEFAULT_SIZE);
  }
  getFontSizes(): number[][] {
    return this.#grid(({ fontSize }) => fontSize ?? DEFAULT_SIZE);
  }

  setFontFamily(family: string | null): this {
    accept('Range.setFontFamily', [family ?? null], [orNull(text)]);
    return this.#all({ fontFamily: family ?? undefined });
  }
  setFontFamilies(families: (string | null)[][]): this {
    return this.#each('setFontFamilies', families, (family) => ({ fontFamily: family ?? undefined }));
  }
  getFontFamily(): string {
    return this.#get(({ fontFamily }) => fontFamily ?? DEFAULT_FAMILY);
  }
  getFontFamilies(): string[][] {
    return this.#grid(({ fontFamily }) => fontFamily ?? DEFAULT_FAMILY);
  }

  setHorizontalAlignment(alignment: string | null): this {
    accept('Range.setHorizontalAlignment', [alignment ?? null], [orNull(text)]);
    return this.#all(horizontal(alignment));
  }
  setHorizontalAlignments(alignments: (string | null)[][]): this {
    return this.#each('setHorizontalAlignments', alignments, horizontal);
  }
  getHorizontalAlignment(): string {
    return this.#get((style) => style.horizontal ?? 'general');
  }
  getHorizontalAlignments(): string[][] {
    return this.#grid((style) => style.horizontal ?? 'general');
  }

  setVerticalAlignment(alignment: string | null): this {
    accept('Range.setVerticalAlignment', [alignment ?? null], [orNull(text)]);
    return this.#all(vertical(alignment));
  }
  setVerticalAlignments(alignments: (string | null)[][]): this {
    return this.#each('setVerticalAlignments', alignments, vertical);
  }
  getVerticalAlignment(): string {
    return this.#get((style) => style.vertical ?? 'bottom');
  }
  getVerticalAlignments(): string[][] {
    return this.#grid((style) => style.vertical ?? 'bottom');
  }

  setWrap(isWrapEnabled: boolean): this {
    accept('Range.setWrap', [isWrapEnabled], [flag]);
    return this.#all(wrap(isWrapEnabled ? 'WRAP' : 'OVERFLOW'));
  }
  setWrapStrategy(strategy: ScriptEnum): this {
    accept('Range.setWrapStrategy', [strategy], [oneOf(WrapStrategy)]);
    return this.#all(wrap(strategy._value));
  }
  setWrapStrategies(strategies: ScriptEnum[][]): this {
    return this.#each(
      'setWrapStrategies',
      strategies,
      ({ _value }) => wrap(_value),
      arrayOf(arrayOf(oneOf(WrapStrategy))),
    );
  }
  getWrapStrategy(): ScriptEnum {
    return this.#get((style) => valueOf(WrapStrategy, style.wrap ?? 'OVERFLOW'));
  }
  getWrapStrategies(): ScriptEnum[][] {
    return this.#grid((style) => valueOf(WrapStrategy, style.wrap ?? 'OVERFLOW'));
  }

  setTextRotation(degrees: number): this {
    accept('Range.setTextRotation', [degrees], [integer]);
    return this.#all({ rotation: degrees === 0 ? undefined : degrees });
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#setbordertop,-left,-bottom,-right,-vertical,-horizontal,-color,-style */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    verticals: boolean | null,
    horizontals: boolean | null,
    color?: string | null,
    style?: ScriptEnum | null,
  ): this {
    const six = Array.from({ length: 6 }, () => orNull(flag));
    const sides = [top, left, bottom, right, verticals, horizontals].map((side) => side ?? null);
    const look = color === undefined && style === undefined ? [] : [color ?? null, style ?? null];
    accept('Range.setBorder', [...sides, ...look], six, [...six, orNull(text), orNull(oneOf(BorderStyle))]);
    const line: BorderSide = { color: hex(color ?? null) ?? '#000000', style: style?._value ?? 'SOLID' };
    const first = { row: this._area.row, column: this._area.column };
    const last = { row: this.getLastRow(), column: this.getLastColumn() };
    return this._restyle(({ borders }, row, column) => {
      const next: Sides = { ...borders };
      setSide(next, 'top', row === first.row ? top : horizontals, line);
      setSide(next, 'bottom', row === last.row ? bottom : horizontals, line);
      setSide(next, 'left', column === first.column ? left : verticals, line);
      setSide(next, 'right', column === last.column ? right : verticals, line);
      return { borders: Object.keys(next).length === 0 ? undefined : next };
    });
  }
}

const DEFAULT_SIZE = 10;
const DEFAULT_FAMILY = 'Arial';

function setSide(sides: Sides, side: keyof Sides, on: boolean | null | undefined, line: BorderSide): void {
  if (on === true) sides[side] = line;
  else if (on === false) delete sides[side];
}

function numberFormatChange(numberFormat: string): Change {
  if (isAutomatic(numberFormat)) return { numberFormat: undefined };
  kindOf(numberFormat);
  return { numberFormat };
}
function fontWeight(weight: string | null): Change {
  return { fontWeight: one('font weight', weight, ['bold'], ['normal']) };
}
function fontStyle(style: string | null): Change {
  return { fontStyle: one('font style', style, ['italic'], ['normal']) };
}
function fontLine(line: string | null): Change {
  return { fontLine: one('font line', line, ['underline', 'line-through'], ['none']) };
}
function horizontal(alignment: string | null): Change {
  return { horizontal: one('horizontal alignment', alignment, ['left', 'center', 'right'], ['normal', 'general']) };
}
function vertical(alignment: string | null): Change {
  return { vertical: one('vertical alignment', alignment, ['top', 'middle'], ['bottom']) };
}
function wrap(strategy: string): Change {
  return { wrap: one('wrap strategy', strategy, ['WRAP', 'CLIP'], ['OVERFLOW']) };
}

/** One of the values that are stored, or the default; live Apps Script ignores others, so they are refused here. */
function one<T extends string>(
  what: string,
  value: string | null,
  stored: readonly T[],
  plain: readonly string[],
): T | undefined {
  if (value === null || plain.includes(value)) return undefined;
  const found = stored.find((each) => each === value);
  if (found === undefined) {
    if (value === '') throw new ScriptError(`Invalid argument: ${what}`);
    throw new NotEmulated(`${what} ${value}`);
  }
  return found;
}
