// Alternating colours. https://developers.google.com/apps-script/reference/spreadsheet/banding
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { overlap } from './a1';
import { accept, instance, orNull, text } from './arguments';
import { hex } from './colours';
import type { Handle } from './handle';
import { RangeBase } from './range-base';
import type { Range } from './range';
import type { BandingState, Rect } from './state';

/** Colours of the themes: header, first, second, footer. https://developers.google.com/apps-script/reference/spreadsheet/banding-theme */
const THEMES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  LIGHT_GREY: ['#bdbdbd', '#ffffff', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#ffffff', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#ffffff', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#ffffff', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffffff', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#ffffff', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ffffff', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ffffff', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#ffffff', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#ffffff', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#ffffff', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#ffffff', '#fddce8', '#f68ab0'],
};

/** Puts alternating colours on a rectangle; two bandings may not meet. */
export function applyBanding(
  handle: Handle,
  sheetId: number,
  rect: Rect,
  by: 'ROW' | 'COLUMN',
  theme: ScriptEnum | undefined,
  header: boolean,
  footer: boolean,
): Banding {
  const sheet = handle.sheet(sheetId);
  if (sheet.bandings.some((each) => overlap(each.rect, rect)))
    throw new ScriptError(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  const colours = THEMES[theme?._value ?? 'LIGHT_GREY'];
  if (colours === undefined) throw new NotEmulated('banding theme');
  const [headerColour, first, second, footerColour] = colours;
  const state: BandingState = {
    id: handle.world.nextIntId(),
    rect: { ...rect },
    by,
    header: header ? headerColour : null,
    first,
    second,
    footer: footer ? footerColour : null,
  };
  sheet.bandings.push(state);
  handle.touch();
  return new Banding(handle, sheetId, state.id);
}

type Part = 'header' | 'first' | 'second' | 'footer';

export class Banding extends ServiceObject {
  readonly _name = 'Banding';
  constructor(
    readonly _handle: Handle,
    readonly _sheetId: number,
    readonly _id: number,
  ) {
    super();
  }
  get #state(): BandingState {
    const state = this._handle.sheet(this._sheetId).bandings.find(({ id }) => id === this._id);
    if (state === undefined) throw new NotEmulated('a banding that has been removed');
    return state;
  }
  #get(by: BandingState['by'], part: Part): string | null {
    return this.#state.by === by ? this.#state[part] : null;
  }
  #set(by: BandingState['by'], part: Part, method: string, color: string | null): this {
    accept(`Banding.${method}`, [color ?? null], [orNull(text)]);
    const state = this.#state;
    if (state.by !== by) throw new NotEmulated(`Banding.${method} of a banding by ${state.by.toLowerCase()}s`);
    const value = hex(color) ?? null;
    if (part === 'first' || part === 'second') {
      const name = `${part === 'first' ? 'First' : 'Second'} ${by.toLowerCase()} color`;
      if (value === null) throw new ScriptError(`${name} should not be null.`);
      state[part] = value;
    } else state[part] = value;
    this._handle.touch();
    return this;
  }
  getRange(): Range {
    return this._handle.range({ sheetId: this._sheetId, ...this.#state.rect });
  }
  setRange(range: RangeBase): this {
    accept('Banding.setRange', [range], [instance(RangeBase)]);
    if (range._area.sheetId !== this._sheetId) throw new NotEmulated('Banding.setRange on another sheet');
    const { row, column, rows, columns } = range._area;
    this.#state.rect = { row, column, rows, columns };
    return this;
  }
  remove(): void {
    const sheet = this._handle.sheet(this._sheetId);
    sheet.bandings = sheet.bandings.filter(({ id }) => id !== this._id);
    this._handle.touch();
  }
  getHeaderRowColor(): string | null {
    return this.#get('ROW', 'header');
  }
  getFirstRowColor(): string | null {
    return this.#get('ROW', 'first');
  }
  getSecondRowColor(): string | null {
    return this.#get('ROW', 'second');
  }
  getFooterRowColor(): string | null {
    return this.#get('ROW', 'footer');
  }
  setHeaderRowColor(color: string | null): this {
    return this.#set('ROW', 'header', 'setHeaderRowColor', color);
  }
  setFirstRowColor(color: string | null): this {
    return this.#set('ROW', 'first', 'setFirstRowColor', color);
  }
  setSecondRowColor(color: string | null): this {
    return this.#set('ROW', 'second', 'setSecondRowColor', color);
  }
  setFooterRowColor(color: string | null): this {
    return this.#set('ROW', 'footer', 'setFooterRowColor', color);
  }
}
