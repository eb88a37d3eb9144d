// Charts under our tables: each made once, found again by its id, kept in step with the rows it draws.
import { CHART_HEIGHT, CHART_WIDTH, type Chart, SHELF_ROWS } from '../../workbook/charts';
import type { Table } from '../../workbook/schema';
import { chartMark, type Located, MARK } from './locate';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What charts need to know of a table: where it is, and its last row with something in it (1 = headings only). */
export interface Drawn {
  readonly located: Located;
  readonly lastRow: number;
}

/**
 * Makes the charts that were never made and have rows to draw, and gives the others the rows there are now. A chart is known by the id
 * that Sheets gave it, kept in a mark of its sheet: people may move, rename and restyle it. One that is known but gone was taken
 * away by somebody, and stays away.
 * @returns whether marks were made or changed
 */
export function ensureCharts(charts: readonly Chart[], drawn: (table: Table) => Drawn | undefined): boolean {
  let made = false;
  const bySheet = new Map<Table, Chart[]>();
  for (const chart of charts) bySheet.set(chart.on, [...(bySheet.get(chart.on) ?? []), chart]);
  for (const [table, onIt] of bySheet) {
    const place = drawn(table);
    if (place === undefined) continue;
    const { sheet, charts: marks } = place.located;
    const standing: readonly EmbeddedChart[] = sheet.getCharts();
    const wanting: Wanting[] = [];
    for (const chart of onIt) {
      const source = drawn(chart.from);
      const ranges = source === undefined ? undefined : rangesOf(chart, source);
      if (ranges === undefined) continue;
      const id = marks?.get(chart.key);
      if (id !== undefined && id !== '') {
        const known = standing.find((one) => String(one.getChartId()) === id);
        if (known !== undefined) keepInStep(sheet, known, ranges, chart, place.lastRow);
      } else wanting.push({ chart, ranges, isMarked: id !== undefined });
    }
    if (wanting.length === 0) continue;
    makeOnce(sheet, standing, wanting, place.lastRow);
    made = true;
  }
  return made;
}

/** The chart's columns with their headings; undefined without rows, or when a column is missing. */
function rangesOf({ labels, series }: Chart, { located, lastRow }: Drawn): readonly Range[] | undefined {
  const columns = [labels, ...series].map((key) => located.columns.get(key));
  if (lastRow < 2 || !columns.every((at) => at !== undefined)) return undefined;
  return columns.map((at) => located.sheet.getRange(1, at, lastRow, 1));
}

/** The mark comes first, without an id: an execution that dies before the id is known leaves a chart that is found by its title. */
function markBegun(sheet: Sheet, { key }: Chart): void {
  sheet.addDeveloperMetadata(MARK, chartMark(key, ''), SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/** A chart that has no id yet; `isMarked`: an execution has begun to make it. */
interface Wanting {
  readonly chart: Chart;
  readonly ranges: readonly Range[];
  readonly isMarked: boolean;
}

/** Puts the charts in, unless an execution that died has done so, and keeps their ids. A chart is told from the others by its title. */
function makeOnce(
  sheet: Sheet,
  standing: readonly EmbeddedChart[],
  wanting: readonly Wanting[],
  lastRow: number,
): void {
  for (const { chart, isMarked } of wanting) if (!isMarked) markBegun(sheet, chart);
  const fresh = wanting.filter(({ chart }) => titled(standing, chart) === undefined);
  for (const { chart, ranges } of fresh) insert(sheet, chart, ranges, lastRow);
  const now = fresh.length === 0 ? standing : sheet.getCharts();
  const marks = sheet.createDeveloperMetadataFinder().withKey(MARK).find();
  for (const { chart } of wanting) {
    const id = titled(now, chart)?.getChartId();
    const empty = chartMark(chart.key, '');
    if (id === undefined) continue;
    for (const mark of marks) if (mark.getValue() === empty) mark.setValue(chartMark(chart.key, String(id)));
  }
}

function insert(sheet: Sheet, chart: Chart, ranges: readonly Range[], lastRow: number): void {
  const builder = sheet
    .newChart()
    .setChartType(chart.kind === 'bars' ? Charts.ChartType.BAR : Charts.ChartType.LINE)
    .setNumHeaders(1)
    .setOption('title', chart.title)
    .setOption('width', CHART_WIDTH)
    .setOption('height', CHART_HEIGHT)
    .setOption('colors', [...chart.colours])
    .setOption('legend', { position: chart.series.length > 1 ? 'top' : 'none' })
    .setPosition(firstRow(chart, lastRow), chart.place.column, 0, 0);
  for (const range of ranges) builder.addRange(range);
  sheet.insertChart(builder.build());
}

/** A blank row, then the shelves. */
const firstRow = ({ place }: Chart, lastRow: number): number => lastRow + 2 + place.shelf * SHELF_ROWS;

/** By its title, when its id is not known: just made, or by an execution that died. */
const titled = (standing: readonly EmbeddedChart[], { title }: Chart): EmbeddedChart | undefined =>
  standing.find((one) => (one.getOptions() as ReadableOptions | null)?.get('title') === title);

/** @types/google-apps-script calls `ChartOptions` empty. https://developers.google.com/apps-script/reference/charts/chart-options */
interface ReadableOptions {
  get(option: string): unknown;
}

/** New ranges when the rows have changed; a new place when the table has grown over the old one. */
function keepInStep(sheet: Sheet, known: EmbeddedChart, ranges: readonly Range[], chart: Chart, lastRow: number): void {
  const same = textOf(known.getRanges()) === textOf(ranges);
  const covered = known.getContainerInfo().getAnchorRow() <= lastRow;
  if (same && !covered) return;
  const builder = known.modify();
  if (!same) {
    builder.clearRanges();
    for (const range of ranges) builder.addRange(range);
  }
  if (covered) builder.setPosition(firstRow(chart, lastRow), chart.place.column, 0, 0);
  sheet.updateChart(builder.build());
}

const textOf = (ranges: readonly Range[]): string =>
  ranges.map((range) => `${String(range.getGridId())}!${range.getA1Notation()}`).join(' ');
