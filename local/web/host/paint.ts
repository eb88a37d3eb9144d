// What a cell looks like in the end: its own style, alternating colours and conditional formatting.
import type { SheetView } from '../../services/spreadsheet';
import type { CellView } from '../../services/spreadsheet';
import type { CellStyle, Rect } from '../../services/spreadsheet/state';

type Condition = SheetView['conditions'][number];
type Rule = NonNullable<Condition['boolean']>;
type Point = NonNullable<Condition['gradient']>[number];

interface Gradient {
  readonly stops: readonly { readonly at: number; readonly color: string }[];
}

function within(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}

/** Gives each cell the style it shows. */
export class Painter {
  /** Rules that need a formula to be computed for every cell; they are not drawn. */
  readonly undrawn: number;
  readonly #gradients = new Map<Condition, Gradient | undefined>();

  constructor(private readonly sheet: SheetView) {
    this.undrawn = sheet.conditions.filter(
      ({ boolean }) => boolean !== undefined && testOf(boolean) === undefined,
    ).length;
    for (const condition of sheet.conditions)
      if (condition.gradient !== undefined) this.#gradients.set(condition, this.#gradient(condition));
  }

  styleOf(cell: CellView): CellStyle {
    const { row, column } = cell;
    let style: CellStyle = { ...cell.format };
    // The text is formatted already; without it more cells share a style.
    delete style.numberFormat;
    if (style.background === undefined) {
      const band = this.#band(row, column);
      if (band !== undefined) style = { ...style, background: band };
    }
    // «The first rule that is found to be true defines the format»: https://support.google.com/docs/answer/78413
    for (const condition of this.sheet.conditions) {
      if (!condition.ranges.some((range) => within(range, row, column))) continue;
      const found = condition.boolean === undefined ? this.#shade(condition, cell) : fulfilled(condition.boolean, cell);
      if (found !== undefined) return { ...style, ...found };
    }
    return style;
  }

  #band(row: number, column: number): string | undefined {
    const banding = this.sheet.bandings.find(({ rect }) => within(rect, row, column));
    if (banding === undefined) return undefined;
    const { rect, by, header, footer, first, second } = banding;
    const [at, last] = by === 'ROW' ? [row - rect.row, rect.rows - 1] : [column - rect.column, rect.columns - 1];
    if (at === 0 && header !== null) return header;
    if (at === last && footer !== null) return footer;
    return (at - (header === null ? 0 : 1)) % 2 === 0 ? first : second;
  }

  #shade(condition: Condition, { value }: CellView): CellStyle | undefined {
    const gradient = this.#gradients.get(condition);
    if (gradient === undefined || typeof value !== 'number') return undefined;
    const { stops } = gradient;
    const after = stops.findIndex(({ at }) => value <= at);
    const [first] = stops;
    const last = stops.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (after === 0) return { background: first.color };
    if (after < 0) return { background: last.color };
    const [low, high] = [stops[after - 1] ?? first, stops[after] ?? last];
    return { background: mixed(low.color, high.color, (value - low.at) / (high.at - low.at)) };
  }

  #gradient({ ranges, gradient = [] }: Condition): Gradient | undefined {
    const values = this.sheet.cells
      .filter(({ row, column }) => ranges.some((range) => within(range, row, column)))
      .flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
      .sort((a, b) => a - b);
    if (values.length === 0) return undefined;
    const stops = gradient
      .map((point) => ({ at: positionOf(point, values), color: point.color }))
      .sort((a, b) => a.at - b.at);
    return { stops };
  }
}

/** Where a colour of the scale stands. https://support.google.com/docs/answer/78413 («Color scale») */
function positionOf({ point, type, value }: Point, values: readonly number[]): number {
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? low;
  const given = Number(value.replace(',', '.'));
  switch (type) {
    case 'NUMBER':
      return given;
    case 'PERCENT':
      return low + ((high - low) * given) / 100;
    case 'PERCENTILE': {
      const at = ((values.length - 1) * given) / 100;
      const below = values[Math.floor(at)] ?? low;
      return below + ((values[Math.ceil(at)] ?? high) - below) * (at - Math.floor(at));
    }
    default:
      return point === 'max' ? high : low;
  }
}

function mixed(from: string, to: string, share: number): string {
  const part = (color: string, at: number): number => Number.parseInt(color.slice(1 + at * 2, 3 + at * 2), 16);
  const channels = [0, 1, 2].map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function fulfilled(rule: Rule, cell: CellView): CellStyle | undefined {
  return testOf(rule)?.(cell) === true ? rule.style : undefined;
}

/** The condition as a test of a cell; `undefined` for what needs a formula or today's date. */
function testOf({ criteria, values }: Rule): ((cell: CellView) => boolean) | undefined {
  const [first, second] = values;
  const text = String(first ?? '').toLowerCase();
  const shown = (cell: CellView): string => cell.display.toLowerCase();
  const number =
    (holds: (value: number, a: number, b: number) => boolean) =>
    ({ value }: CellView): boolean =>
      typeof value === 'number' && holds(value, Number(first), Number(second));
  const tests: Readonly<Record<string, (cell: CellView) => boolean>> = {
    CELL_EMPTY: (cell) => cell.display === '',
    CELL_NOT_EMPTY: (cell) => cell.display !== '',
    TEXT_CONTAINS: (cell) => shown(cell).includes(text),
    TEXT_DOES_NOT_CONTAIN: (cell) => !shown(cell).includes(text),
    TEXT_EQUAL_TO: (cell) => shown(cell) === text,
    TEXT_STARTS_WITH: (cell) => shown(cell).startsWith(text),
    TEXT_ENDS_WITH: (cell) => shown(cell).endsWith(text),
    NUMBER_EQUAL_TO: number((value, a) => value === a),
    NUMBER_NOT_EQUAL_TO: number((value, a) => value !== a),
    NUMBER_GREATER_THAN: number((value, a) => value > a),
    NUMBER_GREATER_THAN_OR_EQUAL_TO: number((value, a) => value >= a),
    NUMBER_LESS_THAN: number((value, a) => value < a),
    NUMBER_LESS_THAN_OR_EQUAL_TO: number((value, a) => value <= a),
    NUMBER_BETWEEN: number((value, a, b) => value >= a && value <= b),
    NUMBER_NOT_BETWEEN: number((value, a, b) => value < a || value > b),
  };
  return tests[criteria];
}
