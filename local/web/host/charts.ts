// Charts of a sheet as series of numbers, read from the cells they show.
import type { World } from '../../runtime/world';
import { readSheet, type SheetView } from '../../services/spreadsheet';
import type { CellView } from '../../services/spreadsheet';
import type { ChartState } from '../../services/spreadsheet/state';
import type { ChartView } from '../contract';

/** Google's own order of series colours. https://developers.google.com/chart/interactive/docs/gallery/columnchart («colors») */
const COLORS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];
/** Size of a chart without one: https://developers.google.com/apps-script/chart-configuration-options («width», «height»), as Sheets makes it. */
const WIDTH = 600;
const HEIGHT = 371;

/** Charts that stand on the sheet. */
export function chartsOf(world: World, book: string, sheet: SheetView): ChartView[] {
  return sheet.charts.map((chart) => chartView(world, book, chart));
}

function chartView(world: World, book: string, chart: ChartState): ChartView {
  const { options } = chart;
  const columns = chart.ranges.flatMap(({ sheetId, rect }) => {
    const source = readSheet(world, book, sheetId);
    const at = new Map(source.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cell]));
    return Array.from({ length: rect.columns }, (_, column) =>
      Array.from({ length: rect.rows }, (__, row) =>
        at.get(`${String(rect.row + row)},${String(rect.column + column)}`),
      ),
    );
  });
  const table = chart.transpose ? transposed(columns) : columns;
  const [axis = [], ...rest] = table;
  const headers = chart.numHeaders;
  const colors = Array.isArray(options['colors']) ? options['colors'].map(String) : COLORS;
  return {
    id: chart.id,
    kind: chart.type,
    title: typeof options['title'] === 'string' ? options['title'] : '',
    position: chart.position,
    width: Number(options['width'] ?? WIDTH),
    height: Number(options['height'] ?? HEIGHT),
    labels: axis.slice(headers).map((cell) => cell?.display ?? ''),
    series: rest.map((column, index) => ({
      name: headers > 0 ? (column[headers - 1]?.display ?? '') : '',
      color: colors[index % colors.length] ?? '#4285f4',
      values: column.slice(headers).map((cell) => (typeof cell?.value === 'number' ? cell.value : 0)),
    })),
  };
}

function transposed(columns: (CellView | undefined)[][]): (CellView | undefined)[][] {
  const length = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length }, (_, row) => columns.map((column) => column[row]));
}
