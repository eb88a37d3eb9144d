import { fittedHeights } from '../../../local/export/row-heights';
import type { SheetView } from '../../../local/services/spreadsheet/view';

const sheet = (text: string, width: number, wrap: 'WRAP' | 'CLIP' = 'WRAP'): SheetView =>
  ({
    rowHeights: {},
    columnWidths: { 1: width },
    hiddenColumns: [],
    merges: [],
    cells: [{ row: 2, column: 1, value: text, display: text, format: { wrap } }],
  }) as unknown as SheetView;

describe('a row fits itself to its wrapped text', () => {
  it('takes no height of its own for a text that fits on one line', () => {
    expect(fittedHeights(sheet('Короткий текст', 300)).size).toBe(0);
  });
  it('grows with the number of lines', () => {
    const words = Array.from({ length: 40 }, () => 'слово').join(' ');
    const narrow = fittedHeights(sheet(words, 100)).get(2) ?? 0;
    const wide = fittedHeights(sheet(words, 300)).get(2) ?? 0;
    expect(narrow).toBeGreaterThan(wide);
    expect(wide).toBeGreaterThan(21);
  });
  it('counts line breaks', () => {
    expect(fittedHeights(sheet('а\nб\nв', 300)).get(2)).toBe(55);
  });
  it('breaks where Arial’s own letters do: of one length, wide letters take more lines than narrow ones', () => {
    const lines = (word: string): number => (fittedHeights(sheet(`${word} `.repeat(20), 300)).get(2) ?? 21) / 17;
    expect(Math.floor(lines('Щюшж'))).toBeGreaterThan(Math.floor(lines('тгкз')));
    // 98 letters that Sheets shows on two lines of a column of 520 pixels.
    const said = 'Степнов В. А. поможет, Лучев В. Е. освоит «работа с гугл-формами»: уровень 2, цель 3. Время удобно';
    expect(fittedHeights(sheet(said, 520)).get(2)).toBe(2 * 17 + 4);
  });
  it('leaves clipped text alone', () => {
    expect(fittedHeights(sheet('слово '.repeat(40), 100, 'CLIP')).size).toBe(0);
  });
});
