// Text pasted from a document or a sheet, cut into rows of cells: tabs between cells, or a cell a line with a tab before it.
import { headerOf, isStage } from './headings';

/** A row of a table, or a line between tables. */
export interface GridRow {
  /** 1-based row of the sheet, or line of the text. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows of a sheet as they are displayed. */
export const gridOfSheet = (rows: readonly (readonly string[])[]): readonly GridRow[] =>
  rows.map((cells, index) => ({ row: index + 1, cells: cells.map(plainCell) }));

/** Rows of a text. Marks of HTML and Markdown that came along are taken off. */
export function gridOfText(text: string): readonly GridRow[] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const tabbed = clean.split('\n').filter((line) => line.includes('\t'));
  const single = tabbed.filter((line) => /^\t[^\t]*$/.test(line));
  const rows = tabbed.length > 0 && single.length > tabbed.length * 0.9 ? cellLines(clean) : rejoined(tabRows(clean));
  return rows.map(({ row, cells }) => ({ row, cells: cells.map(plainCell) }));
}

/** Text of a cell without marks. Paragraphs stay apart. */
function plainCell(cell: string): string {
  return cell
    .replace(/<\/(?:p|li|ul|ol|div)>|<br\s*\/?>/gi, '\n')
    .replace(/<[a-z/][^<>]*>/gi, '')
    .replace(/\*\*/g, '')
    .replace(/&nbsp;/g, ' ')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Rows with tabs between the cells; a cell in quotes may hold line breaks, as spreadsheets copy them. */
function tabRows(text: string): readonly GridRow[] {
  const rows: GridRow[] = [];
  let cells: string[] = [];
  let [line, first] = [1, 1];
  const end = text.length;
  for (let at = 0; at <= end;) {
    const quoted = text.charAt(at) === '"' ? quotedCell(text, at) : undefined;
    const stop = quoted?.end ?? nextBreak(text, at);
    const cell = quoted?.text ?? text.slice(at, stop);
    cells.push(cell);
    line += cell.split('\n').length - 1;
    if (text.charAt(stop) === '\t' && stop < end) {
      at = stop + 1;
      continue;
    }
    rows.push({ row: first, cells });
    cells = [];
    line += 1;
    first = line;
    at = stop + 1;
  }
  return rows;
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text.charAt(at) === '\t' || text.charAt(at) === '\n') return at;
  return text.length;
}

/** A cell in quotes, when a tab, a line's end or the text's end follows them. */
function quotedCell(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let cell = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) !== '"') cell += text.charAt(at);
    else if (text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else {
      const after = text.charAt(at + 1);
      return after === '' || after === '\t' || after === '\n' ? { text: cell, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

/** Joins what paragraphs inside cells have torn apart: a row shorter than its table goes on in the next line. */
function rejoined(rows: readonly GridRow[]): readonly GridRow[] {
  const out: { row: number; cells: string[] }[] = [];
  let width = 0;
  let tornBold = false;
  for (const { row, cells } of rows) {
    const last = out[out.length - 1];
    const [first = ''] = cells;
    const header = headerOf(cells.map(plainCell));
    if (tornBold && last !== undefined && cells.length === 1 && first.trim() !== '') {
      last.cells[0] = `${last.cells[0] ?? ''} ${first}`;
      tornBold = false;
      continue;
    }
    const goesOn =
      last !== undefined &&
      width > 0 &&
      header === undefined &&
      last.cells.length > 1 &&
      last.cells.length < width &&
      last.cells.length + cells.length - 1 <= width &&
      first.trim() !== '' &&
      !isStage(plainCell(first)) &&
      !/^\s*\d+(?:\.\d+)*\.?\s*$/.test(first);
    if (goesOn) {
      const end = last.cells.length - 1;
      last.cells[end] = `${last.cells[end] ?? ''}\n${first}`;
      last.cells.push(...cells.slice(1));
      continue;
    }
    if (header !== undefined) width = cells.length;
    tornBold = cells.length === 1 && (first.match(/\*\*/g) ?? []).length === 1;
    out.push({ row, cells: [...cells] });
  }
  return out;
}

/** A cell a line, each with a tab before it; blank lines between rows, and sometimes inside one. Rows are cut by the heading's width. */
function cellLines(text: string): readonly GridRow[] {
  const groups: { row: number; cells: string[] }[] = [];
  let gap = true;
  text.split('\n').forEach((line, index) => {
    const last = groups[groups.length - 1];
    if (line.trim() === '' && !line.startsWith('\t')) {
      gap = true;
      return;
    }
    if (!line.startsWith('\t')) {
      // A further paragraph of the cell, or a line outside any table.
      if (gap || last === undefined) groups.push({ row: index + 1, cells: [line, OUTSIDE] });
      else {
        const at = last.cells[last.cells.length - 1] === OUTSIDE ? 0 : last.cells.length - 1;
        last.cells[at] = `${last.cells[at] ?? ''}\n${line}`;
      }
    } else if (gap || last === undefined || last.cells[1] === OUTSIDE) {
      groups.push({ row: index + 1, cells: [line.slice(1)] });
    } else last.cells.push(line.slice(1));
    gap = false;
  });
  const rows: GridRow[] = [];
  let open: { row: number; cells: string[] } | undefined;
  let width = 0;
  const close = (): void => {
    if (open !== undefined) rows.push(open);
    open = undefined;
  };
  groups.forEach(({ row, cells }, index) => {
    const outside = cells[1] === OUTSIDE;
    const header = outside ? undefined : headerOf(cells.map(plainCell));
    // A cell alone before a whole row, or one that says so: a stage.
    const lone = cells.length === 1 && open === undefined && width > 1;
    const stage = lone && (isStage(plainCell(cells[0] ?? '')) || groups[index + 1]?.cells.length === width);
    if (outside || header !== undefined || stage || width === 0) {
      close();
      if (outside) width = 0;
      if (header !== undefined) width = cells.length;
      rows.push({ row, cells: outside ? cells.slice(0, 1) : stage ? [...cells, ''] : cells });
      return;
    }
    for (const cell of cells) {
      if (open === undefined) open = { row, cells: [] };
      open.cells.push(cell);
      if (open.cells.length === width) close();
    }
  });
  close();
  return rows;
}

/** Stands behind a line that is no cell; no text can be it. */
const OUTSIDE = '\u0000';
