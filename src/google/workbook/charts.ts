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
    let standing: readonly EmbeddedChart[] = sheet.getCharts();
    for (const chart of onIt) {
      const source = drawn(chart.from);
      const ranges = source === undefined ? undefined : rangesOf(chart, source);
      if (ranges === undefined) continue;
      const id = marks?.get(chart.key);
      if (id !== undefined && id !== '') {
        const known = standing.find((one) => String(one.getChartId()) === id);
        if (known !== undefined) keepInStep(sheet, known, ranges, chart, place.lastRow);
      } else {
        if (id === undefined) markBegun(sheet, chart);
        standing = makeOnce(sheet, standing, chart, ranges, place.lastRow);
        made = true;
      }
    }
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

/** Puts the chart in, unless an execution that died has done so, and keeps its id. Gives the charts that stand now. */
function makeOnce(
  sheet: Sheet,
  standing: readonly EmbeddedChart[],
  chart: Chart,
  ranges: readonly Range[],
  lastRow: number,
): readonly EmbeddedChart[] {
  const lost = lostChart(standing, chart);
  if (lost !== undefined) {
    keepId(sheet, chart, lost);
    return standing;
  }
  const before = new Set(standing.map((one) => one.getChartId()));
  insert(sheet, chart, ranges, lastRow);
  const now = sheet.getCharts();
  const made = now.find((one) => !before.has(one.getChartId()));
  if (made !== undefined) keepId(sheet, chart, made);
  return now;
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

/** The chart that an execution made before it died: nothing but its title is known of it. */
const lostChart = (standing: readonly EmbeddedChart[], { title }: Chart): EmbeddedChart | undefined =>
  standing.find((one) => (one.getOptions() as ReadableOptions | null)?.get('title') === title);

/** @types/google-apps-script calls `ChartOptions` empty. https://developers.google.com/apps-script/reference/charts/chart-options */
interface ReadableOptions {
  get(option: string): unknown;
}

function keepId(sheet: Sheet, chart: Chart, made: EmbeddedChart): void {
  const empty = chartMark(chart.key, '');
  for (const mark of sheet.createDeveloperMetadataFinder().withKey(MARK).withValue(empty).find())
    mark.setValue(chartMark(chart.key, String(made.getChartId())));
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
