// What a chart draws: its lines of cells, labels first, each with its heading.
import type { ChartState, Area } from './state';
import type { CellView, SheetView } from './view';

/** A line of cells (a column, or a row of a transposed chart) without its headings, and the cell that names it. */
export interface ChartLine {
  /** Of the cells with data. */
  area: Area;
  /** Where the name stands; absent without headings. */
  heading?: { sheetId: number; row: number; column: number };
  name: string;
  cells: (CellView | undefined)[];
}

/**
 * The lines of a chart whose ranges are put side by side (the merge strategy MERGE_COLUMNS): the first has the labels.
 * @param sheetOf a sheet as a person sees it; undefined when it is gone
 */
export function chartLines(chart: ChartState, sheetOf: (id: number) => SheetView | undefined): ChartLine[] {
  const lookups = new Map<number, Map<string, CellView>>();
  const cellAt = (sheetId: number, row: number, column: number): CellView | undefined => {
    let cells = lookups.get(sheetId);
    if (cells === undefined) {
      cells = new Map((sheetOf(sheetId)?.cells ?? []).map((cell) => [keyOf(cell.row, cell.column), cell]));
      lookups.set(sheetId, cells);
    }
    return cells.get(keyOf(row, column));
  };
  const headers = chart.numHeaders;
  return chart.ranges.flatMap(({ sheetId, rect }) =>
    Array.from({ length: chart.transpose ? rect.rows : rect.columns }, (_, index): ChartLine => {
      const length = chart.transpose ? rect.columns : rect.rows;
      const at = (place: number): { row: number; column: number } =>
        chart.transpose
          ? { row: rect.row + index, column: rect.column + place }
          : { row: rect.row + place, column: rect.column + index };
      const size = Math.max(0, length - headers);
      const heading = headers === 0 ? undefined : at(headers - 1);
      return {
        area: { sheetId, ...at(headers), rows: chart.transpose ? 1 : size, columns: chart.transpose ? size : 1 },
        ...(heading === undefined ? {} : { heading: { sheetId, ...heading } }),
        name: heading === undefined ? '' : (cellAt(sheetId, heading.row, heading.column)?.display ?? ''),
        cells: Array.from({ length: size }, (__, place) => {
          const { row, column } = at(headers + place);
          return cellAt(sheetId, row, column);
        }),
      };
    }),
  );
}

/** Google's own order of series colours. https://developers.google.com/chart/interactive/docs/gallery/columnchart («colors») */
const COLOURS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];

/** A colour for each series, from the chart's option `colors`. */
export function chartColours({ options }: ChartState, series: number): string[] {
  const given = Array.isArray(options['colors']) ? options['colors'].map(String) : [];
  const colours = given.length > 0 ? given : COLOURS;
  return Array.from({ length: series }, (_, index) => colours[index % colours.length] ?? '#4285f4');
}

/** Size of a chart without one: https://developers.google.com/apps-script/chart-configuration-options («width», «height»), as Sheets makes it. */
const WIDTH = 600;
const HEIGHT = 371;

/** Pixels. */
export function chartSize({ options }: ChartState): { width: number; height: number } {
  return { width: Number(options['width'] ?? WIDTH), height: Number(options['height'] ?? HEIGHT) };
}

/** The option `title`; '' without one. */
export function chartTitle({ options }: ChartState): string {
  return typeof options['title'] === 'string' ? options['title'] : '';
}

function keyOf(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}
