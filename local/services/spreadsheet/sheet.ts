// Sheet, what hangs on it: developer metadata, protection, conditional formats, charts, filter, form, copies.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, arrayOf, instance, oneOf } from './arguments';
import { Banding } from './banding';
import { copyOf, EmbeddedChart, EmbeddedChartBuilder } from './chart';
import { ConditionalFormatRule } from './conditional';
import { ProtectionType } from './enums';
import { filterOf } from './filter';
import type { Filter } from './filter';
import { addMetadata, DeveloperMetadata, DeveloperMetadataFinder } from './metadata';
import { NamedRange } from './named-range';
import { protect, protectionsOf } from './protection';
import type { Protection } from './protection';
import { SheetContent } from './sheet-content';
import { copySheetTo } from './sheet-copy';
import { SpreadsheetBase } from './spreadsheet-base';
import type { ChartState } from './state';

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet */
export class Sheet extends SheetContent {
  addDeveloperMetadata(key: string, second?: unknown, third?: unknown): this {
    this._writable();
    addMetadata(this._handle, 'Sheet', { type: 'SHEET', sheetId: this._id }, [key, second, third]);
    return this;
  }
  /** What sits on the sheet itself, not on its rows or columns. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return this._book.metadata
      .filter(({ location }) => location.type === 'SHEET' && location.sheetId === this._id)
      .map(({ id }) => new DeveloperMetadata(this._handle, id));
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#createdevelopermetadatafinder : in the sheet's scope. */
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this._handle, { type: 'SHEET', sheetId: this._id });
  }

  protect(): Protection {
    this._writable();
    return protect(this._handle, this._id);
  }
  getProtections(type: ScriptEnum): Protection[] {
    accept('Sheet.getProtections', [type], [oneOf(ProtectionType)]);
    return protectionsOf(this._handle, type, this._id);
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this._state.conditional.map(
      ({ ranges, boolean, gradient }) =>
        new ConditionalFormatRule(this._handle, {
          spreadsheetId: this._handle.id,
          ranges: ranges.map((rect) => ({ sheetId: this._id, ...rect })),
          boolean: structuredClone(boolean),
          gradient: structuredClone(gradient ?? []),
        }),
    );
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#setconditionalformatrulesrules : replaces all. */
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    accept('Sheet.setConditionalFormatRules', [rules], [arrayOf(instance(ConditionalFormatRule))]);
    const sheet = this._writable();
    sheet.conditional = rules.map(({ _draft: { spreadsheetId, ranges, boolean, gradient } }) => {
      if (spreadsheetId !== this._handle.id || ranges.some(({ sheetId }) => sheetId !== this._id))
        throw new ScriptError('Conditional format rule cannot reference a different sheet.');
      return {
        ranges: ranges.map(({ row, column, rows, columns }) => ({ row, column, rows, columns })),
        ...(boolean ? { boolean: structuredClone(boolean) } : {}),
        ...(gradient.length > 0 ? { gradient: structuredClone(gradient) } : {}),
      };
    });
    this._handle.touch();
  }
  clearConditionalFormatRules(): void {
    this._writable().conditional = [];
    this._handle.touch();
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this._handle);
  }
  getCharts(): EmbeddedChart[] {
    return this._state.charts.map((chart) => new EmbeddedChart(this._handle, copyOf(chart)));
  }
  insertChart(chart: EmbeddedChart): void {
    accept('Sheet.insertChart', [chart], [instance(EmbeddedChart)]);
    this._writable().charts.push({ ...copyOf(chart._state), id: this._handle.world.nextIntId() });
    this._handle.touch();
  }
  updateChart(chart: EmbeddedChart): void {
    accept('Sheet.updateChart', [chart], [instance(EmbeddedChart)]);
    const { charts } = this._writable();
    charts[this.#chart(charts, chart)] = copyOf(chart._state);
    this._handle.touch();
  }
  removeChart(chart: EmbeddedChart): void {
    accept('Sheet.removeChart', [chart], [instance(EmbeddedChart)]);
    const { charts } = this._writable();
    charts.splice(this.#chart(charts, chart), 1);
    this._handle.touch();
  }
  #chart(charts: readonly ChartState[], { _state }: EmbeddedChart): number {
    const index = charts.findIndex(({ id }) => id === _state.id);
    if (index < 0) throw new NotEmulated('a chart that is not on the sheet');
    return index;
  }

  getBandings(): Banding[] {
    return this._state.bandings.map(({ id }) => new Banding(this._handle, this._id, id));
  }
  getFilter(): Filter | null {
    return filterOf(this._handle, this._id);
  }
  getNamedRanges(): NamedRange[] {
    return this._book.namedRanges
      .filter(({ area }) => area.sheetId === this._id)
      .map(({ name }) => new NamedRange(this._handle, name));
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#getformurl */
  getFormUrl(): string | null {
    return formUrl(this._handle.world, this._state.formId);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/sheet#copytospreadsheet */
  copyTo(spreadsheet: SpreadsheetBase): Sheet {
    accept('Sheet.copyTo', [spreadsheet], [instance(SpreadsheetBase)]);
    const target = spreadsheet._handle;
    return target.make.sheet(target, copySheetTo(this._handle, this._id, target));
  }
}

/** The link of a form that writes to a sheet, if there is one. */
export function formUrl(world: Sheet['_handle']['world'], formId: string | undefined): string | null {
  const file = formId === undefined ? undefined : world.files.find(formId);
  return file === undefined ? null : (world.fileKinds.get(file.mimeType)?.link(file) ?? null);
}
