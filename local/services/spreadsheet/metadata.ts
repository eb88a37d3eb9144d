// Developer metadata: what it says, where it sits, and finding it.
// https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, instance, integer, oneOf, text } from './arguments';
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility, valueOf } from './enums';
import type { Handle } from './handle';
import { RangeBase } from './range-base';
import type { Range } from './range';
import type { Sheet } from './sheet';
import { SheetBase } from './sheet-base';
import type { Spreadsheet } from './spreadsheet';
import type { MetadataState } from './state';

type Location = MetadataState['location'];
/**
 * Keys and values together, for the spreadsheet itself and for each sheet with its rows and columns:
 * https://developers.google.com/workspace/sheets/api/guides/metadata
 */
const MAX_CHARACTERS = 30_000;

/** Whose quota an entry uses: a sheet's (by id) or the spreadsheet's. */
function ownerOf(location: Location): number | undefined {
  return location.type === 'SPREADSHEET' ? undefined : location.sheetId;
}

/** Adds an entry; the overloads of `addDeveloperMetadata` are told apart by the type of the second argument. */
export function addMetadata(
  handle: Handle,
  method: string,
  location: Location,
  args: readonly [key: unknown, second?: unknown, third?: unknown],
): void {
  const visibility = oneOf(DeveloperMetadataVisibility);
  accept(`${method}.addDeveloperMetadata`, args, [text], [text, visibility], [text, text], [text, text, visibility]);
  const [key, second, third] = args;
  const shown = (second instanceof ServiceObject ? second : third) as ScriptEnum | undefined;
  const value = typeof second === 'string' ? second : null;
  const owner = ownerOf(location);
  const used = handle.book.metadata
    .filter((each) => ownerOf(each.location) === owner)
    .reduce((sum, each) => sum + each.key.length + (each.value?.length ?? 0), 0);
  if (used + String(key).length + (value?.length ?? 0) > MAX_CHARACTERS)
    throw new NotEmulated(`more than ${String(MAX_CHARACTERS)} characters of developer metadata`);
  handle.book.metadata.push({
    id: handle.world.nextIntId(),
    key: String(key),
    value,
    visibility: shown?._value === 'PROJECT' ? 'PROJECT' : 'DOCUMENT',
    location,
  });
  handle.touch();
}

/** The location of whole rows or columns; anything else is refused with live Apps Script's words. */
export function lineLocation(range: RangeBase): Location {
  const kind = range._lines;
  const { row, column, rows, columns, sheetId } = range._area;
  if (kind === 'row' && rows === 1) return { type: 'ROW', sheetId, at: row };
  if (kind === 'column' && columns === 1) return { type: 'COLUMN', sheetId, at: column };
  const { maxRows, maxColumns } = range._sheet;
  if ((columns === maxColumns && rows === 1) || (rows === maxRows && columns === 1))
    throw new NotEmulated(
      'developer metadata on a bounded range that happens to cover a whole row or column: write it as "4:4" or "A:A"',
    );
  throw new ScriptError(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
}

export class DeveloperMetadata extends ServiceObject {
  readonly _name = 'DeveloperMetadata';
  constructor(
    readonly _handle: Handle,
    readonly _id: number,
  ) {
    super();
  }
  override get _free(): ReadonlySet<string> {
    return FREE;
  }
  get #state(): MetadataState {
    const state = this._handle.book.metadata.find(({ id }) => id === this._id);
    if (state === undefined) throw new NotEmulated('developer metadata that has been removed');
    return state;
  }
  #move(location: Location): this {
    this.#state.location = location;
    this._handle.touch();
    return this;
  }

  getId(): number {
    return this._id;
  }
  getKey(): string {
    return this.#state.key;
  }
  getValue(): string | null {
    return this.#state.value;
  }
  getVisibility(): ScriptEnum {
    return valueOf(DeveloperMetadataVisibility, this.#state.visibility);
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this._handle, this.#state.location);
  }
  setKey(key: string): this {
    accept('DeveloperMetadata.setKey', [key], [text]);
    this.#state.key = key;
    this._handle.touch();
    return this;
  }
  setValue(value: string): this {
    accept('DeveloperMetadata.setValue', [value], [text]);
    this.#state.value = value;
    this._handle.touch();
    return this;
  }
  setVisibility(visibility: ScriptEnum): this {
    accept('DeveloperMetadata.setVisibility', [visibility], [oneOf(DeveloperMetadataVisibility)]);
    this.#state.visibility = visibility._value === 'PROJECT' ? 'PROJECT' : 'DOCUMENT';
    this._handle.touch();
    return this;
  }
  moveToColumn(column: RangeBase): this {
    accept('DeveloperMetadata.moveToColumn', [column], [instance(RangeBase)]);
    return this.#move(lineLocation(column));
  }
  moveToRow(row: RangeBase): this {
    accept('DeveloperMetadata.moveToRow', [row], [instance(RangeBase)]);
    return this.#move(lineLocation(row));
  }
  moveToSheet(sheet: SheetBase): this {
    accept('DeveloperMetadata.moveToSheet', [sheet], [instance(SheetBase)]);
    return this.#move({ type: 'SHEET', sheetId: sheet._id });
  }
  moveToSpreadsheet(): this {
    return this.#move({ type: 'SPREADSHEET' });
  }
  remove(): void {
    const { book } = this._handle;
    book.metadata = book.metadata.filter(({ id }) => id !== this._id);
    this._handle.touch();
  }
}

/** An entry that was found carries its key, value and location along. */
const FREE: ReadonlySet<string> = new Set(['getId', 'getKey', 'getValue', 'getVisibility', 'getLocation']);

/** https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata-location */
export class DeveloperMetadataLocation extends ServiceObject {
  readonly _name = 'DeveloperMetadataLocation';
  constructor(
    readonly _handle: Handle,
    readonly _location: Location,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getLocationType(): ScriptEnum {
    return valueOf(DeveloperMetadataLocationType, this._location.type);
  }
  getSpreadsheet(): Spreadsheet | null {
    return this._location.type === 'SPREADSHEET' ? this._handle.make.spreadsheet(this._handle) : null;
  }
  getSheet(): Sheet | null {
    return this._location.type === 'SHEET' ? this._handle.make.sheet(this._handle, this._location.sheetId) : null;
  }
  getRow(): Range | null {
    return this.#line('ROW');
  }
  getColumn(): Range | null {
    return this.#line('COLUMN');
  }
  #line(type: 'ROW' | 'COLUMN'): Range | null {
    const location = this._location;
    if (location.type !== type || !('at' in location)) return null;
    return wholeLine(this._handle, location.sheetId, type, location.at);
  }
}

/** The range of a whole row or column. */
export function wholeLine(handle: Handle, sheetId: number, type: 'ROW' | 'COLUMN', at: number): Range {
  const { maxRows, maxColumns } = handle.sheet(sheetId);
  const sheet = handle.make.sheet(handle, sheetId);
  return type === 'ROW'
    ? sheet._range({ row: at, column: 1, rows: 1, columns: maxColumns }, 'row')
    : sheet._range({ row: 1, column: at, rows: maxRows, columns: 1 }, 'column');
}

/** What a finder was started on: it only finds entries there (or, on demand, on locations inside or around). */
export type FinderScope =
  { type: 'SPREADSHEET' } | { type: 'SHEET'; sheetId: number } | { type: 'RANGE'; range: RangeBase };

/** https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata-finder */
export class DeveloperMetadataFinder extends ServiceObject {
  readonly _name = 'DeveloperMetadataFinder';
  #tests: ((entry: MetadataState) => boolean)[] = [];
  #intersecting = false;
  constructor(
    readonly _handle: Handle,
    readonly _scope: FinderScope,
  ) {
    super();
  }
  override get _free(): ReadonlySet<string> {
    return FINDER_FREE;
  }
  #with(test: (entry: MetadataState) => boolean): this {
    this.#tests.push(test);
    return this;
  }
  withId(id: number): this {
    accept('DeveloperMetadataFinder.withId', [id], [integer]);
    return this.#with((entry) => entry.id === id);
  }
  withKey(key: string): this {
    accept('DeveloperMetadataFinder.withKey', [key], [text]);
    return this.#with((entry) => entry.key === key);
  }
  withValue(value: string): this {
    accept('DeveloperMetadataFinder.withValue', [value], [text]);
    return this.#with((entry) => entry.value === value);
  }
  withVisibility(visibility: ScriptEnum): this {
    accept('DeveloperMetadataFinder.withVisibility', [visibility], [oneOf(DeveloperMetadataVisibility)]);
    return this.#with((entry) => entry.visibility === visibility._value);
  }
  withLocationType(type: ScriptEnum): this {
    accept('DeveloperMetadataFinder.withLocationType', [type], [oneOf(DeveloperMetadataLocationType)]);
    return this.#with(({ location }) => location.type === type._value);
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata-finder#onintersectinglocations */
  onIntersectingLocations(): this {
    this.#intersecting = true;
    return this;
  }
  find(): DeveloperMetadata[] {
    return this._handle.book.metadata
      .filter((entry) => inScope(this._scope, entry.location, this.#intersecting))
      .filter((entry) => this.#tests.every((test) => test(entry)))
      .map(({ id }) => new DeveloperMetadata(this._handle, id));
  }
}

const FINDER_FREE: ReadonlySet<string> = new Set([
  'withId',
  'withKey',
  'withValue',
  'withVisibility',
  'withLocationType',
  'onIntersectingLocations',
]);

/** A spreadsheet's finder looks everywhere; a sheet's in the sheet; a range's at exactly its rows or columns, or whatever meets it. */
function inScope(scope: FinderScope, location: Location, intersecting: boolean): boolean {
  if (scope.type === 'SPREADSHEET') return true;
  if (location.type === 'SPREADSHEET') return intersecting;
  if (scope.type === 'SHEET') return location.sheetId === scope.sheetId;
  const { row, column, rows, columns, sheetId } = scope.range._area;
  if (location.sheetId !== sheetId) return false;
  if (location.type === 'SHEET') return intersecting;
  const [first, count] = location.type === 'ROW' ? [row, rows] : [column, columns];
  const meets = location.at >= first && location.at < first + count;
  return meets && (intersecting || scope.range._lines === location.type.toLowerCase());
}
