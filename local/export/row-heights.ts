// Heights of rows that fit themselves to wrapped text: Sheets grows them as it draws, a file must say them.
import type { SheetView } from '../services/spreadsheet/view';
import { textWidth } from './arial';

const DEFAULT_WIDTH = 100;
const LINE_PX = 17;
const PADDING_PX = 4;
/** Left and right of a cell's text. */
const MARGIN_PX = 6;
const DEFAULT_POINTS = 10;
/** Excel's limit is 409 points. */
const MOST_PX = 540;

/** Row → pixels, for rows without a height of their own in which some visible wrapped text takes more than one line. */
export function fittedHeights(sheet: SheetView): ReadonlyMap<number, number> {
  const merged = new Set(sheet.merges.flatMap(({ row, column }) => [`${String(row)},${String(column)}`]));
  const hidden = new Set(sheet.hiddenColumns);
  const heights = new Map<number, number>();
  for (const { row, column, display, format } of sheet.cells) {
    if (sheet.rowHeights[row] !== undefined || format.wrap !== 'WRAP' || hidden.has(column)) continue;
    if (merged.has(`${String(row)},${String(column)}`)) continue;
    const points = format.fontSize ?? DEFAULT_POINTS;
    const room = (sheet.columnWidths[column] ?? DEFAULT_WIDTH) - MARGIN_PX;
    const wide = (text: string): number => textWidth(text, points, format.fontWeight === 'bold');
    const lines = display.split('\n').reduce((sum, line) => sum + linesOf(line, room, wide), 0);
    const height = Math.min(MOST_PX, Math.ceil((lines * LINE_PX * points) / DEFAULT_POINTS) + PADDING_PX);
    if (lines > 1 && height > (heights.get(row) ?? 0)) heights.set(row, height);
  }
  return heights;
}

/** Lines a text takes when it breaks between words, and inside a word only where the word is longer than the line. */
function linesOf(text: string, room: number, wide: (text: string) => number): number {
  if (wide(text) <= room) return 1;
  const space = wide(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = wide(word);
    if (used > 0 && used + space + length > room) {
      lines += 1;
      used = 0;
    }
    if (length > room) lines += Math.ceil(length / room) - 1;
    used = length > room ? length % room : used + (used > 0 ? space : 0) + length;
  }
  return lines;
}
