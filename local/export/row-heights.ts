// Heights of rows that fit themselves to wrapped text: Sheets grows them as it draws, a file must say them.
import type { SheetView } from '../services/spreadsheet/view';

const DEFAULT_WIDTH = 100;
const LINE_PX = 17;
const PADDING_PX = 4;
/** Average width of a letter of 10-point Arial, Cyrillic included; other sizes in proportion. */
const LETTER_PX = 6.2;
const DEFAULT_POINTS = 10;
/** Excel's limit is 409 points. */
const MOST_PX = 540;

/** Row → pixels, for rows without a height of their own in which some visible wrapped text takes more than one line. */
export function fittedHeights(sheet: SheetView): ReadonlyMap<number, number> {
  const merged = new Set(sheet.merges.flatMap(({ row, column }) => [`${String(row)},${String(column)}`]));
  const heights = new Map<number, number>();
  for (const { row, column, display, format } of sheet.cells) {
    if (sheet.rowHeights[row] !== undefined || format.wrap !== 'WRAP' || sheet.hiddenColumns.includes(column)) continue;
    if (merged.has(`${String(row)},${String(column)}`)) continue;
    const scale = (format.fontSize ?? DEFAULT_POINTS) / DEFAULT_POINTS;
    const letters = Math.max(
      1,
      Math.floor(
        (sheet.columnWidths[column] ?? DEFAULT_WIDTH) / (LETTER_PX * scale * (format.fontWeight === 'bold' ? 1.08 : 1)),
      ),
    );
    const lines = display.split('\n').reduce((sum, line) => sum + linesOf(line, letters), 0);
    const height = Math.min(MOST_PX, Math.ceil(lines * LINE_PX * scale) + PADDING_PX);
    if (lines > 1 && height > (heights.get(row) ?? 0)) heights.set(row, height);
  }
  return heights;
}

/** Lines a text takes when it breaks between words, and inside a word only where the word is longer than the line. */
function linesOf(text: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = word.length;
    if (used > 0 && used + 1 + length > letters) {
      lines += 1;
      used = 0;
    }
    if (length > letters) lines += Math.ceil(length / letters) - 1;
    used = length > letters ? length % letters : used + (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
