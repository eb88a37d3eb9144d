// Charts on a sheet: what they show and where they stand; drawing them is the viewer's business.
// https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder
import { NotEmulated, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, anything, flag, instance, integer, oneOf, text } from './arguments';
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, valueOf } from './enums';
import type { Handle } from './handle';
import { RangeBase } from './range-base';
import type { Range } from './range';
import type { ChartState } from './state';

/** https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart : a snapshot until it is inserted or updated. */
export class EmbeddedChart extends ServiceObject {
  readonly _name = 'EmbeddedChart';
  constructor(
    readonly _handle: Handle,
    readonly _state: ChartState,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  /** Null until the chart has been inserted. */
  getChartId(): number | null {
    return this._state.id === 0 ? null : this._state.id;
  }
  getRanges(): Range[] {
    return rangesOf(this._handle, this._state);
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this._state.position);
  }
  getNumHeaders(): number {
    return this._state.numHeaders;
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this._state.options);
  }
  getTransposeRowsAndColumns(): boolean {
    return this._state.transpose;
  }
  getMergeStrategy(): ScriptEnum {
    return valueOf(ChartMergeStrategy, this._state.mergeStrategy);
  }
  getHiddenDimensionStrategy(): ScriptEnum {
    return valueOf(ChartHiddenDimensionStrategy, this._state.hiddenStrategy);
  }
  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this._handle, copyOf(this._state));
  }
}

/** https://developers.google.com/apps-script/reference/charts/chart-options : what was set, by name. */
export class ChartOptions extends ServiceObject {
  readonly _name = 'ChartOptions';
  constructor(readonly _options: ChartState['options']) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  get(option: string): unknown {
    accept('ChartOptions.get', [option], [text]);
    return structuredClone(this._options[option] ?? null);
  }
  getOrDefault(option: string): never {
    accept('ChartOptions.getOrDefault', [option], [text]);
    throw new NotEmulated('ChartOptions.getOrDefault: the defaults of charts');
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/container-info */
export class ContainerInfo extends ServiceObject {
  readonly _name = 'ContainerInfo';
  constructor(readonly _position: ChartState['position']) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getAnchorRow(): number {
    return this._position.row;
  }
  getAnchorColumn(): number {
    return this._position.column;
  }
  getOffsetX(): number {
    return this._position.offsetX;
  }
  getOffsetY(): number {
    return this._position.offsetY;
  }
}

export class EmbeddedChartBuilder extends ServiceObject {
  readonly _name = 'EmbeddedChartBuilder';
  constructor(
    readonly _handle: Handle,
    private readonly _state: ChartState = newChart(),
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  addRange(range: RangeBase): this {
    accept('EmbeddedChartBuilder.addRange', [range], [instance(RangeBase)]);
    const { sheetId, ...rect } = range._area;
    this._state.ranges.push({ sheetId, rect });
    return this;
  }
  removeRange(range: RangeBase): this {
    accept('EmbeddedChartBuilder.removeRange', [range], [instance(RangeBase)]);
    const { sheetId, ...rect } = range._area;
    const gone = JSON.stringify({ sheetId, rect });
    this._state.ranges = this._state.ranges.filter((each) => JSON.stringify(each) !== gone);
    return this;
  }
  clearRanges(): this {
    this._state.ranges = [];
    return this;
  }
  getRanges(): Range[] {
    return rangesOf(this._handle, this._state);
  }
  getChartType(): ScriptEnum {
    return valueOf(ChartType, this._state.type);
  }
  setChartType(type: ScriptEnum): this {
    accept('EmbeddedChartBuilder.setChartType', [type], [oneOf(ChartType)]);
    this._state.type = type._value;
    return this;
  }
  getContainer(): ContainerInfo {
    return new ContainerInfo(this._state.position);
  }
  setPosition(anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number): this {
    const args = [anchorRow, anchorColumn, offsetX, offsetY];
    accept('EmbeddedChartBuilder.setPosition', args, [integer, integer, integer, integer]);
    this._state.position = { row: anchorRow, column: anchorColumn, offsetX, offsetY };
    return this;
  }
  /** https://developers.google.com/apps-script/chart-configuration-options */
  setOption(option: string, value: unknown): this {
    accept('EmbeddedChartBuilder.setOption', [option, value ?? null], [text, anything]);
    if (value instanceof ServiceObject || value instanceof Date)
      throw new NotEmulated(`chart option ${option} of this kind`);
    this._state.options[option] = value ?? null;
    return this;
  }
  setNumHeaders(headers: number): this {
    accept('EmbeddedChartBuilder.setNumHeaders', [headers], [integer]);
    this._state.numHeaders = headers;
    return this;
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    accept('EmbeddedChartBuilder.setTransposeRowsAndColumns', [transpose], [flag]);
    this._state.transpose = transpose;
    return this;
  }
  setMergeStrategy(strategy: ScriptEnum): this {
    accept('EmbeddedChartBuilder.setMergeStrategy', [strategy], [oneOf(ChartMergeStrategy)]);
    this._state.mergeStrategy = strategy._value;
    return this;
  }
  setHiddenDimensionStrategy(strategy: ScriptEnum): this {
    accept('EmbeddedChartBuilder.setHiddenDimensionStrategy', [strategy], [oneOf(ChartHiddenDimensionStrategy)]);
    this._state.hiddenStrategy = strategy._value;
    return this;
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this._handle, copyOf(this._state));
  }
}

function newChart(): ChartState {
  return {
    id: 0,
    type: 'COLUMN',
    ranges: [],
    options: {},
    position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
    numHeaders: 0,
    transpose: false,
    mergeStrategy: 'MERGE_COLUMNS',
    hiddenStrategy: 'IGNORE_BOTH',
  };
}

/** An independent copy of a chart's state. */
export function copyOf(state: ChartState): ChartState {
  return structuredClone(state);
}

function rangesOf(handle: Handle, { ranges }: ChartState): Range[] {
  return ranges.map(({ sheetId, rect }) => handle.range({ sheetId, ...rect }));
}
