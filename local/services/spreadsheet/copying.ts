// Copying and moving cells. https://developers.google.com/apps-script/reference/spreadsheet/range#copytodestination,-copypastetype,-transposed
import { NotEmulated, ScriptError } from '../../runtime/service';
import { checkInside, overlap, within } from './a1';
import {
  contentAt,
  eachCell,
  isFormula,
  keyOf,
  putContent,
  putRule,
  putStyle,
  ruleAt,
  styleAt,
  styleNumber,
} from './cells';
import { FormulaError } from './formula-engine';
import type { Handle } from './handle';
import { checkEditable } from './protection-check';
import { copied, mapReferences } from './references';
import type { Reference } from './references';
import { changed } from './runtime';
import { growTo, moveRects, rewriteFormulas } from './structure';
import type { Area, CellStyle, Content, Rect, TextRun } from './state';
import { plainValue } from './values';

/** Which parts of cells are pasted. */
export interface Parts {
  content: 'formulas' | 'values' | undefined;
  style: 'all' | 'without borders' | undefined;
  validation: boolean;
  notes: boolean;
  merges: boolean;
}
export const EVERYTHING: Parts = { content: 'formulas', style: 'all', validation: true, notes: true, merges: true };
/** Pastes nothing: to be extended by what is wanted. */
export const NOTHING: Parts = { content: undefined, style: undefined, validation: false, notes: false, merges: false };

/** What each kind of pasting takes. https://developers.google.com/apps-script/reference/spreadsheet/copy-paste-type */
export function partsOf(copyPasteType: string): Parts {
  switch (copyPasteType) {
    case 'PASTE_NORMAL':
      return EVERYTHING;
    case 'PASTE_NO_BORDERS':
      return { ...EVERYTHING, style: 'without borders' };
    case 'PASTE_FORMAT':
      return { ...NOTHING, style: 'all', merges: true };
    case 'PASTE_FORMULA':
      return { ...NOTHING, content: 'formulas' };
    case 'PASTE_VALUES':
      return { ...NOTHING, content: 'values' };
    case 'PASTE_DATA_VALIDATION':
      return { ...NOTHING, validation: true };
    default:
      throw new NotEmulated(`Range.copyTo with ${copyPasteType}`);
  }
}

interface CopiedCell {
  content: Content;
  style: CellStyle;
  rule: number;
  note: string | undefined;
  runs: TextRun[] | undefined;
}

/** Pastes `source` at the top left of `target`, repeated as often as it fits whole into it; the sheet grows if it must. */
export function copyCells(handle: Handle, source: Area, target: Area, parts: Parts, transposed: boolean): void {
  const { book, world } = handle;
  const from = handle.sheet(source.sheetId);
  const to = handle.sheet(target.sheetId);
  const cells: CopiedCell[][] = [];
  for (let r = 0; r < source.rows; r++) {
    const row: CopiedCell[] = [];
    for (let c = 0; c < source.columns; c++) {
      const [y, x] = [source.row + r, source.column + c];
      const value = parts.content === 'values' ? plainValue(world, book, from, y, x) : contentAt(from, y, x);
      row.push({
        content: value instanceof FormulaError ? value.text : value,
        style: book.styles[styleAt(from, y, x)] ?? {},
        rule: ruleAt(from, y, x),
        note: from.notes[keyOf(y, x)],
        runs: from.runs[keyOf(y, x)],
      });
    }
    cells.push(row);
  }
  const [height, width] = transposed ? [source.columns, source.rows] : [source.rows, source.columns];
  const down = Math.max(1, Math.floor(target.rows / height));
  const across = Math.max(1, Math.floor(target.columns / width));
  const reach: Rect = { row: target.row, column: target.column, rows: down * height, columns: across * width };
  checkEditable(handle, to.id, reach);
  growTo(book, to, reach.row + reach.rows - 1, reach.column + reach.columns - 1);
  checkInside(reach, to.maxRows, to.maxColumns);
  const merges = from.merges.filter((merge) => within(merge, source));
  if (parts.merges) {
    if (transposed && merges.length > 0) throw new NotEmulated('copying merged cells transposed');
    to.merges = to.merges.filter((merge) => !overlap(merge, reach));
  }
  for (let i = 0; i < down; i++)
    for (let j = 0; j < across; j++) {
      const top = target.row + i * height;
      const left = target.column + j * width;
      eachCell({ row: 0, column: 0, rows: height, columns: width }, (r, c) => {
        const cell = transposed ? cells[c]?.[r] : cells[r]?.[c];
        const [y, x] = transposed ? [source.row + c, source.column + r] : [source.row + r, source.column + c];
        if (cell)
          paste(handle, { sheetId: to.id, row: top + r, column: left + c }, cell, parts, [top + r - y, left + c - x]);
      });
      if (parts.merges)
        for (const merge of merges)
          to.merges.push({ ...merge, row: merge.row + top - source.row, column: merge.column + left - source.column });
    }
  changed(book);
  handle.touch();
}

function paste(
  handle: Handle,
  at: { sheetId: number; row: number; column: number },
  cell: CopiedCell,
  parts: Parts,
  [rows, columns]: readonly [number, number],
): void {
  const sheet = handle.sheet(at.sheetId);
  const key = keyOf(at.row, at.column);
  if (parts.content !== undefined) {
    const { content } = cell;
    const moved = isFormula(content) && 'f' in content ? { f: copied(content.f, rows, columns) } : content;
    putContent(sheet, at.row, at.column, moved);
    assign(sheet.runs, key, parts.content === 'formulas' ? cell.runs : undefined);
  }
  if (parts.style === 'all') putStyle(sheet, at.row, at.column, styleNumber(handle.book, cell.style));
  if (parts.style === 'without borders') {
    const { borders } = handle.book.styles[styleAt(sheet, at.row, at.column)] ?? {};
    const style: CellStyle = { ...cell.style };
    delete style.borders;
    putStyle(sheet, at.row, at.column, styleNumber(handle.book, borders ? { ...style, borders } : style));
  }
  if (parts.validation) putRule(sheet, at.row, at.column, cell.rule);
  if (parts.notes) assign(sheet.notes, key, cell.note);
}

function assign<T>(map: Record<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) delete map[key];
  else map[key] = value;
}

/**
 * Cuts `source` and pastes it at the top left of `target`; references to the moved cells follow them.
 * https://developers.google.com/apps-script/reference/spreadsheet/range#movetotarget
 */
export function moveCells(handle: Handle, source: Area, target: Area): void {
  const { book } = handle;
  const from = handle.sheet(source.sheetId);
  const to = handle.sheet(target.sheetId);
  checkEditable(handle, from.id, source);
  if (from.merges.some((merge) => overlap(merge, source) && !within(merge, source)))
    throw new ScriptError('You must select all cells in a merged range to merge or unmerge them.');
  const [rows, columns] = [target.row - source.row, target.column - source.column];
  const follow = (found: Reference, own: string): Reference | 'same' => {
    if ((found.sheet ?? own).toLowerCase() !== from.name.toLowerCase()) return 'same';
    const end = found.to ?? found.from;
    if (!found.from.row || !found.from.column || !end.row || !end.column) return 'same';
    const rect = {
      row: found.from.row.at,
      column: found.from.column.at,
      rows: end.row.at - found.from.row.at + 1,
      columns: end.column.at - found.from.column.at + 1,
    };
    if (!within(rect, source)) return 'same';
    const shift = (corner: Reference['from']): Reference['from'] => ({
      row: corner.row && { ...corner.row, at: corner.row.at + rows },
      column: corner.column && { ...corner.column, at: corner.column.at + columns },
    });
    const sheet = to === from ? found.sheet : to.name;
    return { sheet, from: shift(found.from), to: found.to && shift(found.to) };
  };
  // The moved formulas keep their references, so they are taken out before the copy and put back as they were.
  rewriteFormulas(book, (formula, own) => mapReferences(formula, (found) => follow(found, own.name)));
  const contents = new Map<string, Content>();
  eachCell(source, (row, column) => contents.set(keyOf(row + rows, column + columns), contentAt(from, row, column)));
  const size = { rows: source.rows, columns: source.columns };
  copyCells(handle, source, { ...target, ...size }, EVERYTHING, false);
  const landed: Rect = { row: target.row, column: target.column, ...size };
  eachCell(source, (row, column) => {
    if (from === to && within({ row, column, rows: 1, columns: 1 }, landed)) return;
    putContent(from, row, column, null);
    putStyle(from, row, column, 0);
    putRule(from, row, column, 0);
    for (const map of [from.notes, from.runs]) delete map[keyOf(row, column)];
  });
  from.merges = from.merges.filter((merge) => !overlap(merge, source) || (from === to && within(merge, landed)));
  eachCell(landed, (row, column) => {
    putContent(to, row, column, contents.get(keyOf(row, column)) ?? null);
  });
  if (from === to)
    moveRects(book, from, (rect) =>
      within(rect, source) && !from.merges.includes(rect)
        ? { ...rect, row: rect.row + rows, column: rect.column + columns }
        : rect,
    );
  changed(book);
}
