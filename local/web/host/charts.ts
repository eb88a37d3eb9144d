// Charts of a sheet as series of numbers, read from the cells they show.
import type { World } from '../../runtime/world';
import { chartColours, chartLines, chartSize, chartTitle, readSheet, type SheetView } from '../../services/spreadsheet';
import type { ChartState } from '../../services/spreadsheet/state';
import type { ChartView } from '../contract';

/** Charts that stand on the sheet. */
export function chartsOf(world: World, book: string, sheet: SheetView): ChartView[] {
  return sheet.charts.map((chart) => chartView(world, book, chart));
}

function chartView(world: World, book: string, chart: ChartState): ChartView {
  const [axis, ...rest] = chartLines(chart, (sheetId) => readSheet(world, book, sheetId));
  const colours = chartColours(chart, rest.length);
  return {
    id: chart.id,
    kind: chart.type,
    title: chartTitle(chart),
    position: chart.position,
    ...chartSize(chart),
    labels: (axis?.cells ?? []).map((cell) => cell?.display ?? ''),
    series: rest.map(({ name, cells }, index) => ({
      name,
      color: colours[index] ?? '#4285f4',
      values: cells.map((cell) => (typeof cell?.value === 'number' ? cell.value : 0)),
    })),
  };
}
