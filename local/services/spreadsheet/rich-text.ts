// Text styles and rich text values, with links. https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value
import { ScriptError, ServiceObject } from '../../runtime/service';
import { accept, flag, instance, integer, orNull, text } from './arguments';
import { Color } from './colour-object';
import { hex } from './colours';
import type { TextRun } from './state';

type Style = TextRun['style'];

/** https://developers.google.com/apps-script/reference/spreadsheet/text-style */
export class TextStyle extends ServiceObject {
  readonly _name = 'TextStyle';
  constructor(readonly _style: Style) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  isBold(): boolean {
    return this._style.fontWeight === 'bold';
  }
  isItalic(): boolean {
    return this._style.fontStyle === 'italic';
  }
  isUnderline(): boolean {
    return this._style.fontLine === 'underline';
  }
  isStrikethrough(): boolean {
    return this._style.fontLine === 'line-through';
  }
  getFontFamily(): string {
    return this._style.fontFamily ?? 'Arial';
  }
  getFontSize(): number {
    return this._style.fontSize ?? 10;
  }
  getForegroundColor(): string {
    return this._style.fontColor ?? '#000000';
  }
  getForegroundColorObject(): Color {
    return new Color(this.getForegroundColor());
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder({ ...this._style });
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/text-style-builder */
export class TextStyleBuilder extends ServiceObject {
  readonly _name = 'TextStyleBuilder';
  constructor(private _style: Style = {}) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  #with(change: { [K in keyof Style]?: Style[K] | undefined }): this {
    const style: Record<string, unknown> = { ...this._style, ...change };
    for (const [field, value] of Object.entries(style)) if (value === undefined) delete style[field];
    this._style = style;
    return this;
  }
  setBold(bold: boolean): this {
    accept('TextStyleBuilder.setBold', [bold], [flag]);
    return this.#with({ fontWeight: bold ? 'bold' : undefined });
  }
  setItalic(italic: boolean): this {
    accept('TextStyleBuilder.setItalic', [italic], [flag]);
    return this.#with({ fontStyle: italic ? 'italic' : undefined });
  }
  setUnderline(underline: boolean): this {
    accept('TextStyleBuilder.setUnderline', [underline], [flag]);
    return this.#with({ fontLine: underline ? 'underline' : undefined });
  }
  setStrikethrough(strikethrough: boolean): this {
    accept('TextStyleBuilder.setStrikethrough', [strikethrough], [flag]);
    return this.#with({ fontLine: strikethrough ? 'line-through' : undefined });
  }
  setFontFamily(family: string): this {
    accept('TextStyleBuilder.setFontFamily', [family], [text]);
    return this.#with({ fontFamily: family });
  }
  setFontSize(size: number): this {
    accept('TextStyleBuilder.setFontSize', [size], [integer]);
    return this.#with({ fontSize: size });
  }
  setForegroundColor(color: string): this {
    accept('TextStyleBuilder.setForegroundColor', [color], [text]);
    return this.#with({ fontColor: hex(color) });
  }
  setForegroundColorObject(color: Color): this {
    accept('TextStyleBuilder.setForegroundColorObject', [color], [instance(Color)]);
    return this.#with({ fontColor: color._hex });
  }
  build(): TextStyle {
    return new TextStyle({ ...this._style });
  }
}

export class RichTextValue extends ServiceObject {
  readonly _name = 'RichTextValue';
  /** @param _runs stretches in order of their start; each reaches to the next one's start */
  constructor(
    readonly _text: string,
    readonly _runs: readonly TextRun[],
    readonly _start = 0,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getText(): string {
    return this._text;
  }
  getStartIndex(): number {
    return this._start;
  }
  getEndIndex(): number {
    return this._start + this._text.length;
  }
  /** The link of the whole text, null when there is none or it differs along the text. */
  getLinkUrl(from = 0, to = this._text.length): string | null {
    const links = new Set(this.#between(from, to).map(({ link }) => link));
    const [only] = links;
    return links.size === 1 ? (only ?? null) : null;
  }
  getTextStyle(from = 0, to = this._text.length): TextStyle {
    const [first] = this.#between(from, to);
    return new TextStyle({ ...first?.style });
  }
  getRuns(): RichTextValue[] {
    return this._runs.map((run, index) => {
      const end = this._runs[index + 1]?.start ?? this._text.length;
      return new RichTextValue(this._text.slice(run.start, end), [{ ...run, start: 0 }], this._start + run.start);
    });
  }
  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this._text, this._runs);
  }
  #between(from: number, to: number): readonly TextRun[] {
    return this._runs.filter(({ start }, index) => {
      const end = this._runs[index + 1]?.start ?? this._text.length;
      return start < Math.max(to, from + 1) && end > from;
    });
  }
}

interface Letter {
  style: Style;
  link: string | undefined;
}

/** https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value-builder */
export class RichTextValueBuilder extends ServiceObject {
  readonly _name = 'RichTextValueBuilder';
  #text: string;
  #letters: Letter[];
  constructor(value = '', runs: readonly TextRun[] = []) {
    super();
    this.#text = value;
    this.#letters = Array.from({ length: value.length }, (_, at) => {
      const run = runs.findLast(({ start }) => start <= at);
      return { style: run?.style ?? {}, link: run?.link };
    });
  }
  override get _free(): 'all' {
    return 'all';
  }
  setText(value: string): this {
    accept('RichTextValueBuilder.setText', [value], [text]);
    this.#text = value;
    this.#letters = Array.from({ length: value.length }, () => ({ style: {}, link: undefined }));
    return this;
  }
  setLinkUrl(...args: [linkUrl: string | null] | [from: number, to: number, linkUrl: string | null]): this {
    accept(
      'RichTextValueBuilder.setLinkUrl',
      args.map((arg) => arg ?? null),
      [orNull(text)],
      [integer, integer, orNull(text)],
    );
    const link = (args.length === 1 ? args[0] : args[2]) ?? undefined;
    return this.#letter(args, (letter) => ({ ...letter, link }));
  }
  setTextStyle(...args: [style: TextStyle | null] | [from: number, to: number, style: TextStyle | null]): this {
    const style = orNull(instance(TextStyle));
    accept(
      'RichTextValueBuilder.setTextStyle',
      args.map((arg) => arg ?? null),
      [style],
      [integer, integer, style],
    );
    const given = (args.length === 1 ? args[0] : args[2])?._style ?? {};
    return this.#letter(args, (letter) => ({ ...letter, style: given }));
  }
  #letter(args: readonly unknown[], change: (letter: Letter) => Letter): this {
    const [from, to] = args.length === 1 ? [0, this.#letters.length] : [Number(args[0]), Number(args[1])];
    if (from < 0 || to > this.#letters.length || from > to) throw new ScriptError('Illegal argument.');
    this.#letters = this.#letters.map((letter, at) => (at >= from && at < to ? change(letter) : letter));
    return this;
  }
  build(): RichTextValue {
    const runs: TextRun[] = [];
    this.#letters.forEach(({ style, link }, start) => {
      const last = runs.at(-1);
      const same = last && last.link === link && JSON.stringify(last.style) === JSON.stringify(style);
      if (!same) runs.push({ start, style, ...(link === undefined ? {} : { link }) });
    });
    return new RichTextValue(this.#text, runs);
  }
}
