// The geometry of a sheet: where rows and columns stand, which of them are in sight, what spans what.
import type { CellView, SheetView } from '../contract';

export const ROW_HEIGHT = 21;
export const COLUMN_WIDTH = 100;
/** Sizes of the headings: letters above, numbers on the left. */
export const HEAD_HEIGHT = 24;
export const HEAD_WIDTH = 46;

/** Positions along one axis, 1-based; hidden ones have no size. */
export class Axis {
  /** `#ends[i]`: where number i ends, px from the first. */
  readonly #ends: Float64Array;
  constructor(
    readonly count: number,
    sizes: Readonly<Record<number, number>>,
    usual: number,
    hidden: readonly number[],
  ) {
    const gone = new Set(hidden);
    this.#ends = new Float64Array(count + 1);
    for (let at = 1; at <= count; at++)
      this.#ends[at] = (this.#ends[at - 1] ?? 0) + (gone.has(at) ? 0 : (sizes[at] ?? usual));
  }
  start(at: number): number {
    return this.#ends[Math.min(at, this.count + 1) - 1] ?? 0;
  }
  end(at: number): number {
    return this.#ends[Math.min(at, this.count)] ?? 0;
  }
  size(at: number): number {
    return this.end(at) - this.start(at);
  }
  get total(): number {
    return this.#ends[this.count] ?? 0;
  }
  /** The number at this position. */
  at(position: number): number {
    let [low, high] = [1, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end(middle) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  /** The next one that shows, `step` places on; the edge when there is none. */
  move(from: number, step: number): number {
    const way = Math.sign(step);
    let at = from;
    for (let left = Math.abs(step); left > 0; left--) {
      let next = at + way;
      while (next >= 1 && next <= this.count && this.size(next) === 0) next += way;
      if (next < 1 || next > this.count) return at;
      at = next;
    }
    return at;
  }
}

export interface Span {
  readonly rows: number;
  readonly columns: number;
}

/** A sheet ready to be drawn. */
export class GridModel {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly #cells = new Map<number, Map<number, CellView>>();
  /** `row,column` of a merged area's first cell → its extent. */
  readonly #spans = new Map<string, Span>();
  /** `row,column` of a cell that a merged area covers → the area's first cell. */
  readonly #covered = new Map<string, readonly [number, number]>();

  constructor(readonly sheet: SheetView) {
    this.rows = new Axis(sheet.maxRows, sheet.heights, ROW_HEIGHT, sheet.hiddenRows);
    this.columns = new Axis(sheet.maxColumns, sheet.widths, COLUMN_WIDTH, sheet.hiddenColumns);
    for (const cell of sheet.cells) {
      const row = this.#cells.get(cell.r);
      if (row === undefined) this.#cells.set(cell.r, new Map([[cell.c, cell]]));
      else row.set(cell.c, cell);
    }
    for (const { row, column, rows, columns } of sheet.merges) {
      this.#spans.set(`${String(row)},${String(column)}`, { rows, columns });
      for (let r = row; r < row + rows; r++)
        for (let c = column; c < column + columns; c++)
          if (r !== row || c !== column) this.#covered.set(`${String(r)},${String(c)}`, [row, column]);
    }
  }

  cell(row: number, column: number): CellView | undefined {
    return this.#cells.get(row)?.get(column);
  }
  spanOf(row: number, column: number): Span | undefined {
    return this.#spans.get(`${String(row)},${String(column)}`);
  }
  /** The first cell of the merged area over this one, or the cell itself. */
  anchor(row: number, column: number): readonly [number, number] {
    return this.#covered.get(`${String(row)},${String(column)}`) ?? [row, column];
  }
  /** Pixels a text may run on over empty cells to the right, its own included. */
  room(row: number, column: number, until: number): number {
    let end = column;
    while (end < until && this.cell(row, end + 1) === undefined && this.anchor(row, end + 1)[1] === end + 1) end += 1;
    return this.columns.end(end) - this.columns.start(column);
  }
  /** Values offered in a cell. */
  choices(row: number, column: number): readonly string[] | undefined {
    return this.sheet.choices.find(
      ({ box }) =>
        row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns,
    )?.values;
  }
  /** What stands in a cell when it is edited. */
  edited(row: number, column: number): string {
    const cell = this.cell(row, column);
    return cell === undefined ? '' : (cell.e ?? cell.t);
  }
}

/** `A`, `B` … `AA`. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? '' : columnName(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}

export interface Selection {
  /** Where it began: the active cell. */
  readonly row: number;
  readonly column: number;
  /** The other corner. */
  readonly toRow: number;
  readonly toColumn: number;
}

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns of a selection, in order. */
export function boxOf({ row, column, toRow, toColumn }: Selection): Box {
  return {
    top: Math.min(row, toRow),
    bottom: Math.max(row, toRow),
    left: Math.min(column, toColumn),
    right: Math.max(column, toColumn),
  };
}

export function nameOf(selection: Selection): string {
  const { top, left, bottom, right } = boxOf(selection);
  const first = `${columnName(left)}${String(top)}`;
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${String(bottom)}`;
}

/** Cells as text for the clipboard: tabs between columns, lines between rows. */
export function copied(model: GridModel, selection: Selection): string {
  const { top, left, bottom, right } = boxOf(selection);
  const lines: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: string[] = [];
    for (let column = left; column <= right; column++) {
      const text = model.cell(row, column)?.t ?? '';
      cells.push(/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}

/** Rows of cells from the clipboard's text; a quoted cell may hold tabs and lines. */
export function pasted(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  let at = 0;
  while (at <= source.length) {
    let cell = '';
    if (source[at] === '"') {
      const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(at));
      if (quoted !== null) {
        cell = (quoted[1] ?? '').replaceAll('""', '"');
        at += quoted[0].length;
      }
    }
    const rest = /^[^\t\n]*/.exec(source.slice(at))?.[0] ?? '';
    cell += rest;
    at += rest.length;
    rows.at(-1)?.push(cell);
    if (source[at] === '\n') rows.push([]);
    at += 1;
  }
  return rows;
}
