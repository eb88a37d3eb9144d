// Sum and count of the selected cells.
import type { SheetView } from '../contract';
import { boxOf, type Selection } from './grid-model';

/** What the foot of the page says. Dates are not added up. */
export function totalOf(sheet: SheetView, selection: Selection): { cells: number; sum: number; numbers: number } {
  const { top, left, bottom, right } = boxOf(selection);
  let [sum, numbers] = [0, 0];
  for (const { r, c, k, t, e, v } of sheet.cells) {
    if (k !== 'n' || r < top || r > bottom || c < left || c > right) continue;
    const text = (e ?? t).replace(/[\s\u00a0]/g, '').replace(',', '.');
    const value = v ?? (text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text));
    if (!Number.isFinite(value)) continue;
    sum += value;
    numbers += 1;
  }
  return { cells: (bottom - top + 1) * (right - left + 1), sum, numbers };
}
