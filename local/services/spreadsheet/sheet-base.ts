// Sheet, its identity: id, name, place in the workbook, and access to its state.
import { ScriptError, ServiceObject } from '../../runtime/service';
import { accept, text } from './arguments';
import { rewriteFormulas } from './structure';
import { sheetRenamed } from './references';
import type { Handle } from './handle';
import { checkEditable } from './protection-check';
import { changed } from './runtime';
import type { Spreadsheet } from './spreadsheet';
import type { BookState, Rect, SheetState } from './state';

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet */
export abstract class SheetBase extends ServiceObject {
  readonly _name = 'Sheet';
  constructor(
    readonly _handle: Handle,
    readonly _id: number,
  ) {
    super();
  }
  override get _free(): ReadonlySet<string> {
    return FREE;
  }
  override get _on(): number {
    return this._id;
  }
  get _book(): BookState {
    return this._handle.book;
  }
  get _state(): SheetState {
    return this._handle.sheet(this._id);
  }
  /** The state, after making sure that the current user may change a rectangle of the sheet, or all of it. */
  _writable(rect?: Rect): SheetState {
    checkEditable(this._handle, this._id, rect);
    return this._state;
  }
  /** To be called after every change. */
  _changed(): void {
    changed(this._book);
    this._handle.touch();
  }

  getSheetId(): number {
    return this._state.id;
  }
  getName(): string {
    return this._state.name;
  }
  getSheetName(): string {
    return this._state.name;
  }
  /** Position among the sheets, from 1. */
  getIndex(): number {
    return this._book.sheets.indexOf(this._state) + 1;
  }
  getParent(): Spreadsheet {
    return this._handle.make.spreadsheet(this._handle);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#setnamename ; formulas follow. */
  setName(name: string): this {
    accept('Sheet.setName', [name], [text]);
    const sheet = this._writable();
    checkName(this._book, name, sheet);
    const before = sheet.name;
    sheet.name = name;
    rewriteFormulas(this._book, (formula) => sheetRenamed(formula, before, name));
    this._changed();
    return this;
  }
}

/** The sheet's own id, and handles that only name a place in it: what is done with them is the call. */
const FREE: ReadonlySet<string> = new Set(['getSheetId', 'getRange', 'createDeveloperMetadataFinder']);

/** https://support.google.com/drive/answer/37603 : names of sheets. */
const MAX_NAME = 100;

/** Throws for a sheet name that is empty, too long or taken (case does not count). */
export function checkName(book: BookState, name: string, self?: SheetState): void {
  if (name.trim() === '') throw new ScriptError('The sheet name cannot be empty.');
  if (name.length > MAX_NAME)
    throw new ScriptError(`The sheet name cannot be greater than ${String(MAX_NAME)} characters.`);
  const taken = book.sheets.some((each) => each !== self && each.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new ScriptError(`A sheet with the name "${name}" already exists. Please enter another name.`);
}
