// The global SpreadsheetApp: opening and making spreadsheets, what is active, builders, enums.
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { createUi } from '../ui';
import { accept, flag, instance, integer, text } from './arguments';
import { ColorBuilder, ColorType } from './colour-object';
import { ConditionalFormatRuleBuilder, newDraft } from './conditional';
import * as enums from './enums';
import { Handle } from './handle';
import type { Makers } from './handle';
import { RangeBase } from './range-base';
import { Range } from './range';
import type { RangeList } from './range-list';
import { RichTextValueBuilder, TextStyleBuilder } from './rich-text';
import { Sheet } from './sheet';
import { SheetBase } from './sheet-base';
import { Spreadsheet } from './spreadsheet';
import { SpreadsheetBase } from './spreadsheet-base';
import { activeBookId, createBook, findBook, SPREADSHEET_MIME } from './state';
import { DataValidationBuilder, newRule } from './validation';

/** Makes the objects of SpreadsheetApp. */
export const MAKERS: Makers = {
  spreadsheet: (handle) => new Spreadsheet(handle),
  sheet: (handle, sheetId) => new Sheet(handle, sheetId),
  range: (handle, area, written) => new Range(handle, area, written),
};

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app */
export class SpreadsheetService extends ServiceObject {
  readonly _name = 'SpreadsheetApp';
  readonly BandingTheme = enums.BandingTheme;
  readonly BooleanCriteria = enums.BooleanCriteria;
  readonly BorderStyle = enums.BorderStyle;
  readonly ColorType = ColorType;
  readonly CopyPasteType = enums.CopyPasteType;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly DeveloperMetadataLocationType = enums.DeveloperMetadataLocationType;
  readonly DeveloperMetadataVisibility = enums.DeveloperMetadataVisibility;
  readonly Dimension = enums.Dimension;
  readonly Direction = enums.Direction;
  readonly InterpolationType = enums.InterpolationType;
  readonly ProtectionType = enums.ProtectionType;
  readonly RecalculationInterval = enums.RecalculationInterval;
  readonly RelativeDate = enums.RelativeDate;
  readonly SheetType = enums.SheetType;
  readonly SortOrder = enums.SortOrder;
  readonly TextDirection = enums.TextDirection;
  readonly WrapStrategy = enums.WrapStrategy;

  constructor(readonly _world: World) {
    super();
  }
  override get _free(): ReadonlySet<string> {
    return FREE;
  }
  #open(id: string): Spreadsheet {
    const file = this._world.files.find(id);
    if (findBook(this._world, id) === undefined || file === undefined || file.mimeType !== SPREADSHEET_MIME)
      throw new ScriptError('You do not have permission to access the requested document.');
    return MAKERS.spreadsheet(new Handle(this._world, id, MAKERS));
  }
  /** The active spreadsheet where live Apps Script would fail without one. */
  #active(method: string): Spreadsheet {
    const active = this.getActiveSpreadsheet();
    if (active === null) throw new NotEmulated(`SpreadsheetApp.${method} without an active spreadsheet`);
    return active;
  }

  /** Null in a script that is bound to none. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#getactivespreadsheet */
  getActiveSpreadsheet(): Spreadsheet | null {
    const id = activeBookId(this._world);
    return id === undefined ? null : this.#open(id);
  }
  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }
  getActiveSheet(): Sheet {
    return this.#active('getActiveSheet').getActiveSheet();
  }
  getActiveRange(): Range {
    return this.#active('getActiveRange').getActiveRange();
  }
  getCurrentCell(): Range {
    return this.#active('getCurrentCell').getCurrentCell();
  }
  setActiveSheet(sheet: SheetBase, restoreSelection = false): Sheet {
    accept('SpreadsheetApp.setActiveSheet', [sheet, restoreSelection], [instance(SheetBase), flag]);
    return MAKERS.spreadsheet(sheet._handle).setActiveSheet(sheet, restoreSelection);
  }
  setActiveRange(range: RangeBase): Range {
    accept('SpreadsheetApp.setActiveRange', [range], [instance(RangeBase)]);
    return range._self.activate();
  }
  setCurrentCell(cell: RangeBase): Range {
    accept('SpreadsheetApp.setCurrentCell', [cell], [instance(RangeBase)]);
    return cell._self.activate();
  }
  getActiveRangeList(): RangeList {
    return this.#active('getActiveRangeList').getActiveRangeList();
  }
  setActiveSpreadsheet(spreadsheet: SpreadsheetBase): void {
    accept('SpreadsheetApp.setActiveSpreadsheet', [spreadsheet], [instance(SpreadsheetBase)]);
    throw new NotEmulated('SpreadsheetApp.setActiveSpreadsheet');
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#createname,-rows,-columns */
  create(name: string, rows?: number, columns?: number): Spreadsheet {
    accept('SpreadsheetApp.create', [name, rows, columns], [text], [text, integer, integer]);
    if ((rows ?? 1) < 1 || (columns ?? 1) < 1) throw new ScriptError('Invalid argument: rows, columns');
    this._world.spend('spreadsheets.created', 1, 'spreadsheets');
    const { id } = this._world.files.register({ name, mimeType: SPREADSHEET_MIME });
    createBook(this._world, id, rows, columns);
    return this.#open(id);
  }
  openById(id: string): Spreadsheet {
    accept('SpreadsheetApp.openById', [id], [text]);
    return this.#open(id);
  }
  openByUrl(url: string): Spreadsheet {
    accept('SpreadsheetApp.openByUrl', [url], [text]);
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(url)?.[1];
    if (id === undefined) throw new ScriptError('Invalid argument: url');
    return this.#open(id);
  }
  /** Writes are seen at once here; on live Apps Script this is when they are sure to be done. */
  flush(): void {
    return undefined;
  }
  getUi(): ServiceObject {
    return createUi(this._world);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.#context, newRule());
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#context, newDraft());
  }
  newColor(): ColorBuilder {
    return new ColorBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
  get #context(): { world: World; make: Makers } {
    return { world: this._world, make: MAKERS };
  }
}

/** Builders are made without asking the server. */
const FREE: ReadonlySet<string> = new Set([
  'newDataValidation',
  'newConditionalFormatRule',
  'newColor',
  'newTextStyle',
  'newRichTextValue',
]);

/**
 * The enums of the global `Charts` that charts on sheets need; the rest of that service is not emulated.
 * https://developers.google.com/apps-script/reference/charts
 */
export class ChartsService extends ServiceObject {
  readonly _name = 'Charts';
  readonly ChartType = enums.ChartType;
  readonly ChartMergeStrategy = enums.ChartMergeStrategy;
  readonly ChartHiddenDimensionStrategy = enums.ChartHiddenDimensionStrategy;
}
