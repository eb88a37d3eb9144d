// A sheet's basic filter: where it is. Its criteria are not emulated.
// https://developers.google.com/apps-script/reference/spreadsheet/filter
import { ScriptError, ServiceObject } from '../../runtime/service';
import type { Handle } from './handle';
import type { Range } from './range';
import type { Rect } from './state';

/** Puts a filter on a rectangle; a sheet has one at most. */
export function createFilter(handle: Handle, sheetId: number, { row, column, rows, columns }: Rect): Filter {
  const sheet = handle.sheet(sheetId);
  if (sheet.filter) throw new ScriptError("You can't create a filter in a sheet that already has a filter.");
  sheet.filter = { rect: { row, column, rows, columns } };
  handle.touch();
  return new Filter(handle, sheetId);
}

/** The sheet's filter, if it has one. */
export function filterOf(handle: Handle, sheetId: number): Filter | null {
  return handle.sheet(sheetId).filter ? new Filter(handle, sheetId) : null;
}

export class Filter extends ServiceObject {
  readonly _name = 'Filter';
  constructor(
    readonly _handle: Handle,
    readonly _sheetId: number,
  ) {
    super();
  }
  getRange(): Range {
    const { filter } = this._handle.sheet(this._sheetId);
    if (!filter) throw new ScriptError('The filter has been removed.');
    return this._handle.range({ sheetId: this._sheetId, ...filter.rect });
  }
  remove(): void {
    this._handle.sheet(this._sheetId).filter = null;
    this._handle.touch();
  }
}
