// Which cells of a grid have to be drawn, and where in their row they stand.
import type { CSSProperties } from 'preact';
import { px } from './cell-style';
import { type GridModel, HEAD_WIDTH } from './grid-model';

export interface Sight {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns drawn beyond the edge, so that scrolling shows no gap. */
const MORE_ROWS = 6;
const MORE_COLUMNS = 2;

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

export function within(at: number, one: number, other: number): boolean {
  return at >= Math.min(one, other) && at <= Math.max(one, other);
}
export interface ShownColumn {
  readonly column: number;
  /** Pixels left out before it. */
  readonly gap: number;
}

export interface Shown {
  readonly rows: readonly number[];
  readonly columns: readonly ShownColumn[];
  has(row: number, column: number): boolean;
}

/** What has to be drawn: what is in sight and a little more; of a merged area in sight also its first cell. */
export function inSight(model: GridModel, { top, left, width, height }: Sight): Shown {
  const { rows, columns, sheet } = model;
  const { frozenRows, frozenColumns } = sheet;
  let firstRow = Math.max(frozenRows + 1, rows.at(top + rows.end(frozenRows)) - MORE_ROWS);
  const lastRow = Math.min(rows.count, rows.at(top + height) + MORE_ROWS);
  let firstColumn = Math.max(frozenColumns + 1, columns.at(left + columns.end(frozenColumns)) - MORE_COLUMNS);
  const lastColumn = Math.min(columns.count, columns.at(left + width) + MORE_COLUMNS);
  for (const merge of sheet.merges) {
    const reaches =
      merge.row <= lastRow &&
      merge.row + merge.rows > firstRow &&
      merge.column <= lastColumn &&
      merge.column + merge.columns > firstColumn;
    if (!reaches) continue;
    firstRow = Math.max(frozenRows + 1, Math.min(firstRow, merge.row));
    firstColumn = Math.max(frozenColumns + 1, Math.min(firstColumn, merge.column));
  }
  const shownRows = range(firstRow, lastRow).filter((row) => rows.size(row) > 0);
  const numbers = [...range(1, frozenColumns), ...range(firstColumn, lastColumn)].filter(
    (column) => columns.size(column) > 0,
  );
  let end = 0;
  const shownColumns = numbers.map((column): ShownColumn => {
    const gap = columns.start(column) - end;
    end = columns.end(column);
    return { column, gap };
  });
  const rowSet = new Set([...range(1, frozenRows), ...shownRows]);
  const columnSet = new Set(numbers);
  return {
    rows: shownRows,
    columns: shownColumns,
    has: (row, column) => rowSet.has(row) && columnSet.has(column),
  };
}

/** Where a column's cell stands in its row; frozen ones stay at the left edge. */
export function placed({ columns, sheet }: GridModel, column: number, gap: number): CSSProperties {
  const frozen = column <= sheet.frozenColumns;
  return {
    width: px(columns.size(column)),
    ...(gap > 0 ? { marginLeft: px(gap) } : {}),
    ...(frozen ? { position: 'sticky', left: px(HEAD_WIDTH + columns.start(column)), zIndex: 3 } : {}),
  };
}
