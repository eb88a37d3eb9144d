// Named ranges. https://developers.google.com/apps-script/reference/spreadsheet/named-range
import { ScriptError, ServiceObject } from '../../runtime/service';
import { accept, instance, text } from './arguments';
import type { Handle } from './handle';
import { RangeBase } from './range-base';
import type { Range } from './range';
import { changed } from './runtime';
import type { NamedRangeState } from './state';

export class NamedRange extends ServiceObject {
  readonly _name = 'NamedRange';
  constructor(
    readonly _handle: Handle,
    private _rangeName: string,
  ) {
    super();
  }
  get #state(): NamedRangeState {
    const state = findNamed(this._handle, this._rangeName);
    if (state === undefined) throw new ScriptError('Named range has been removed.');
    return state;
  }
  getName(): string {
    return this.#state.name;
  }
  getRange(): Range {
    return this._handle.range({ ...this.#state.area });
  }
  setName(name: string): this {
    accept('NamedRange.setName', [name], [text]);
    checkRangeName(name);
    this.#state.name = name;
    this._rangeName = name;
    changed(this._handle.book);
    this._handle.touch();
    return this;
  }
  setRange(range: RangeBase): this {
    accept('NamedRange.setRange', [range], [instance(RangeBase)]);
    this.#state.area = { ...range._area };
    changed(this._handle.book);
    this._handle.touch();
    return this;
  }
  remove(): void {
    removeNamed(this._handle, this._rangeName);
  }
}

/** The named range of this name; case does not count. */
export function findNamed(handle: Handle, name: string): NamedRangeState | undefined {
  return handle.book.namedRanges.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** Names a range, or moves the name to it. */
export function setNamed(handle: Handle, name: string, range: RangeBase): void {
  checkRangeName(name);
  const current = findNamed(handle, name);
  if (current) current.area = { ...range._area };
  else handle.book.namedRanges.push({ name, area: { ...range._area } });
  changed(handle.book);
  handle.touch();
}

/** Forgets a name. */
export function removeNamed(handle: Handle, name: string): void {
  const state = findNamed(handle, name);
  if (state === undefined) throw new ScriptError(`The named range "${name}" does not exist.`);
  handle.book.namedRanges = handle.book.namedRanges.filter((each) => each !== state);
  changed(handle.book);
  handle.touch();
}

/** Letters, digits and underscores, no number first, nothing that reads as a cell: https://support.google.com/docs/answer/63175 */
function checkRangeName(name: string): void {
  const valid =
    /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) &&
    !/^(?:true|false)$/i.test(name) &&
    !/^(?:[A-Z]{1,3}\d+|R\d*C\d*)$/i.test(name);
  if (!valid) throw new ScriptError(`The name "${name}" is invalid for a named range.`);
}
