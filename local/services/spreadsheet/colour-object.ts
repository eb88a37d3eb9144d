// Colours as objects. https://developers.google.com/apps-script/reference/spreadsheet/color
import { NotEmulated, ScriptError, scriptEnum, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, text } from './arguments';
import { hex } from './colours';

/** https://developers.google.com/apps-script/reference/base/color-type */
export const ColorType = scriptEnum('ColorType', ['UNSUPPORTED', 'RGB', 'THEME']);

/** https://developers.google.com/apps-script/reference/spreadsheet/color : here always an RGB colour. */
export class Color extends ServiceObject {
  readonly _name = 'Color';
  constructor(readonly _hex: string) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  asRgbColor(): RgbColor {
    return new RgbColor(this._hex);
  }
  asThemeColor(): never {
    throw new ScriptError('Object is not of type ThemeColor.');
  }
  getColorType(): ScriptEnum {
    return ColorType.RGB;
  }
}

/** https://developers.google.com/apps-script/reference/base/rgb-color */
export class RgbColor extends ServiceObject {
  readonly _name = 'RgbColor';
  readonly #hex: string;
  constructor(colour: string) {
    super();
    this.#hex = colour;
  }
  override get _free(): 'all' {
    return 'all';
  }
  /** `#rrggbb` */
  asHexString(): string {
    return this.#hex;
  }
  getRed(): number {
    return this.#part(1);
  }
  getGreen(): number {
    return this.#part(3);
  }
  getBlue(): number {
    return this.#part(5);
  }
  getColorType(): ScriptEnum {
    return ColorType.RGB;
  }
  #part(at: number): number {
    return Number.parseInt(this.#hex.slice(at, at + 2), 16);
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/color-builder */
export class ColorBuilder extends ServiceObject {
  readonly _name = 'ColorBuilder';
  #hex: string | undefined;
  override get _free(): 'all' {
    return 'all';
  }
  setRgbColor(cssString: string): this {
    accept('ColorBuilder.setRgbColor', [cssString], [text]);
    this.#hex = hex(cssString);
    return this;
  }
  build(): Color {
    if (this.#hex === undefined) throw new NotEmulated('ColorBuilder.build without a colour');
    return new Color(this.#hex);
  }
  asRgbColor(): RgbColor {
    return this.build().asRgbColor();
  }
  getColorType(): ScriptEnum {
    return this.#hex === undefined ? ColorType.UNSUPPORTED : ColorType.RGB;
  }
}
