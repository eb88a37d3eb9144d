// Spreadsheet, what it holds: sheets, ranges, named ranges, developer metadata, protections, copies.
import { ScriptError } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { parseA1 } from './a1';
import { ActiveSheetMembers } from './active-sheet';
import { accept, flag, instance, integer, oneOf, options, refuse, text } from './arguments';
import type { Banding } from './banding';
import { ProtectionType } from './enums';
import { addMetadata, DeveloperMetadata, DeveloperMetadataFinder } from './metadata';
import { findNamed, NamedRange, removeNamed, setNamed } from './named-range';
import { protectionsOf } from './protection';
import type { Protection } from './protection';
import { checkEditable } from './protection-check';
import { placeOf } from './r1c1';
import { RangeBase } from './range-base';
import type { Range } from './range';
import { sheetRenamed } from './references';
import { formUrl } from './sheet';
import type { Sheet } from './sheet';
import { checkName, SheetBase } from './sheet-base';
import { cloneSheet, copyBook, defaultName, freeName } from './sheet-copy';
import { blankSheet, SPREADSHEET_MIME } from './state';
import { checkCells, rewriteFormulas } from './structure';
import { localeOf } from './locale';

/** Rows and columns of a new sheet. */
const NEW_CELLS = 1000 * 26;

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
export class Spreadsheet extends ActiveSheetMembers {
  #sheet(id: number): Sheet {
    return this._handle.make.sheet(this._handle, id);
  }

  getSheets(): Sheet[] {
    return this._book.sheets.map(({ id }) => this.#sheet(id));
  }
  getNumSheets(): number {
    return this._book.sheets.length;
  }
  getSheetByName(name: string): Sheet | null {
    accept('Spreadsheet.getSheetByName', [name], [text]);
    const found = this._book.sheets.find((each) => each.name === name);
    return found ? this.#sheet(found.id) : null;
  }
  getSheetById(id: number): Sheet | null {
    accept('Spreadsheet.getSheetById', [id], [integer]);
    return this._book.sheets.some((each) => each.id === id) ? this.#sheet(id) : null;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#insertsheet : right after the active sheet, and active. */
  insertSheet(...args: [first?: unknown, second?: unknown, third?: unknown]): Sheet {
    accept(
      'Spreadsheet.insertSheet',
      args,
      [],
      [integer],
      [integer, options],
      [options],
      [text],
      [text, integer],
      [text, integer, options],
      [text, options],
    );
    const { book } = this._handle;
    const name = args.find((arg) => typeof arg === 'string') ?? defaultName(book);
    const index = args.find((arg) => typeof arg === 'number') ?? this.getActiveSheet().getIndex();
    const template = templateOf(args.find(options));
    checkName(book, name);
    if (index < 0 || index > book.sheets.length) throw new ScriptError(`Invalid argument: sheetIndex`);
    const original = template?._state;
    checkCells(book, original ? original.maxRows * original.maxColumns : NEW_CELLS);
    const sheet =
      template && original
        ? { ...cloneSheet(template._handle, original, this._handle), name, hidden: false }
        : blankSheet(this._handle.world.nextIntId(), name);
    book.sheets.splice(index, 0, sheet);
    book.activeSheetId = sheet.id;
    this._changed();
    return this.#sheet(sheet.id);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#deletesheetsheet : all on the sheet goes with it. */
  deleteSheet(sheet: SheetBase): void {
    accept('Spreadsheet.deleteSheet', [sheet], [instance(SheetBase)]);
    const { book } = this._handle;
    const gone = sheet._state;
    if (book.sheets.length === 1) throw new ScriptError("You can't remove all the sheets in a document.");
    if (book.sheets.every((each) => each === gone || each.hidden))
      throw new ScriptError("You can't remove all the visible sheets in a document.");
    checkEditable(this._handle, gone.id);
    const index = book.sheets.indexOf(gone);
    book.sheets.splice(index, 1);
    book.metadata = book.metadata.filter(({ location }) => !('sheetId' in location) || location.sheetId !== gone.id);
    book.namedRanges = book.namedRanges.filter(({ area }) => area.sheetId !== gone.id);
    book.protections = book.protections.filter(({ sheetId }) => sheetId !== gone.id);
    for (const { charts } of book.sheets)
      for (const chart of charts) chart.ranges = chart.ranges.filter(({ sheetId }) => sheetId !== gone.id);
    delete book.selections[gone.id];
    rewriteFormulas(book, (formula) => sheetRenamed(formula, gone.name, undefined));
    if (book.activeSheetId === gone.id) {
      const visible = (each: { hidden: boolean }): boolean => !each.hidden;
      const next = book.sheets.slice(0, index).findLast(visible) ?? book.sheets.find(visible);
      book.activeSheetId = next?.id ?? book.activeSheetId;
    }
    this._changed();
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): Sheet {
    const active = this.getActiveSheet();
    const { book } = this._handle;
    checkCells(book, active.getMaxRows() * active.getMaxColumns());
    const copy = cloneSheet(this._handle, active._state, this._handle);
    copy.name = freeName(book, localeOf(book.locale).copyOf(active.getName()));
    book.sheets.splice(active.getIndex(), 0, copy);
    book.activeSheetId = copy.id;
    this._changed();
    return this.#sheet(copy.id);
  }

  getActiveSheet(): Sheet {
    const { sheets, activeSheetId } = this._book;
    return this.#sheet(sheets.some(({ id }) => id === activeSheetId) ? activeSheetId : (sheets[0]?.id ?? 0));
  }
  setActiveSheet(sheet: SheetBase, restoreSelection = false): Sheet {
    accept('Spreadsheet.setActiveSheet', [sheet, restoreSelection], [instance(SheetBase), flag]);
    const state = sheet._state;
    // Activating a hidden sheet shows it, as choosing it in «All sheets» does.
    state.hidden = false;
    this._book.activeSheetId = state.id;
    if (!restoreSelection) delete this._book.selections[state.id];
    return this.#sheet(state.id);
  }
  /** @param position from 1 */
  moveActiveSheet(position: number): void {
    accept('Spreadsheet.moveActiveSheet', [position], [integer]);
    const { sheets } = this._book;
    if (position < 1 || position > sheets.length) throw new ScriptError('Invalid argument: pos');
    const [moved] = sheets.splice(this.getActiveSheet().getIndex() - 1, 1);
    if (moved) sheets.splice(position - 1, 0, moved);
    this._changed();
  }
  renameActiveSheet(name: string): void {
    accept('Spreadsheet.renameActiveSheet', [name], [text]);
    this.getActiveSheet().setName(name);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#getrangea1notation : a named range too. */
  getRange(notation: string): Range {
    accept('Spreadsheet.getRange', [notation], [text]);
    const named = findNamed(this._handle, notation);
    if (named) return this._handle.range({ ...named.area });
    const written = parseA1(placeOf(notation));
    if (written === undefined) throw new ScriptError('Range not found');
    if (written.sheet === undefined) return this.getActiveSheet()._a1(notation);
    const wanted = written.sheet.toLowerCase();
    const sheet = this._book.sheets.find(({ name }) => name.toLowerCase() === wanted);
    if (sheet === undefined) throw new ScriptError('Range not found');
    return this.#sheet(sheet.id)._a1(notation);
  }
  getRangeByName(name: string): Range | null {
    accept('Spreadsheet.getRangeByName', [name], [text]);
    const named = findNamed(this._handle, name);
    return named ? this._handle.range({ ...named.area }) : null;
  }
  getNamedRanges(): NamedRange[] {
    return this._book.namedRanges.map(({ name }) => new NamedRange(this._handle, name));
  }
  setNamedRange(name: string, range: RangeBase): void {
    accept('Spreadsheet.setNamedRange', [name, range], [text, instance(RangeBase)]);
    setNamed(this._handle, name, range);
  }
  removeNamedRange(name: string): void {
    accept('Spreadsheet.removeNamedRange', [name], [text]);
    removeNamed(this._handle, name);
  }

  addDeveloperMetadata(key: string, second?: unknown, third?: unknown): this {
    addMetadata(this._handle, 'Spreadsheet', { type: 'SPREADSHEET' }, [key, second, third]);
    return this;
  }
  /** What sits on the spreadsheet itself. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#getdevelopermetadata */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return this._book.metadata
      .filter(({ location }) => location.type === 'SPREADSHEET')
      .map(({ id }) => new DeveloperMetadata(this._handle, id));
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this._handle, { type: 'SPREADSHEET' });
  }

  getProtections(type: ScriptEnum): Protection[] {
    accept('Spreadsheet.getProtections', [type], [oneOf(ProtectionType)]);
    return protectionsOf(this._handle, type);
  }
  getBandings(): Banding[] {
    return this.getSheets().flatMap((sheet) => sheet.getBandings());
  }
  getFormUrl(): string | null {
    const linked = this._book.sheets.find(({ formId }) => formId !== undefined);
    return formUrl(this._handle.world, linked?.formId);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#copyname */
  copy(name: string): Spreadsheet {
    accept('Spreadsheet.copy', [name], [text]);
    const { world } = this._handle;
    const { id } = world.files.register({ name, mimeType: SPREADSHEET_MIME });
    copyBook(this._handle, id);
    return this._handle.make.spreadsheet(this._handle.of(id));
  }
}

function templateOf(given: unknown): SheetBase | undefined {
  if (given === undefined) return undefined;
  const { template } = given as { template?: unknown };
  if (template === undefined || template === null) return undefined;
  if (!(template instanceof SheetBase)) return refuse('Spreadsheet.insertSheet', [given]);
  return template;
}
