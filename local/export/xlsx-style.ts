// Cell formatting of a Google spreadsheet in the terms of an .xlsx file.
import type { Alignment, Border, BorderStyle, Borders, Fill, Font, Style } from 'exceljs';
import type { CellStyle } from '../services/spreadsheet/state';

/** `#rgb` or `#rrggbb` as the eight digits Excel wants; undefined for anything else. */
export function argb(colour: string | null | undefined): string | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour ?? '')?.[1];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return `FF${six.toUpperCase()}`;
}

/** Font of a cell or of a stretch of its text. New Google spreadsheets are in Arial 10. */
export function fontOf(format: CellStyle): Partial<Font> {
  return { name: format.fontFamily ?? 'Arial', size: format.fontSize ?? 10, ...fontMarks(format) };
}

/** What a font has besides its name and size. */
export function fontMarks(format: CellStyle): Partial<Font> {
  const colour = argb(format.fontColor);
  return {
    ...(format.fontWeight === 'bold' ? { bold: true } : {}),
    ...(format.fontStyle === 'italic' ? { italic: true } : {}),
    ...(format.fontLine === 'underline' ? { underline: true } : {}),
    ...(format.fontLine === 'line-through' ? { strike: true } : {}),
    ...(colour === undefined ? {} : { color: { argb: colour } }),
  };
}

/** One colour over the whole cell. */
export function solid(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: colour } };
}

/** The style of a cell. */
export function styleOf(format: CellStyle): Partial<Style> {
  const background = argb(format.background);
  const borders = bordersOf(format);
  return {
    font: fontOf(format),
    alignment: alignmentOf(format),
    ...(format.numberFormat === undefined ? {} : { numFmt: numFmt(format.numberFormat) }),
    ...(background === undefined ? {} : { fill: solid(background) }),
    ...(borders === undefined ? {} : { border: borders }),
  };
}

/** Sheets and Excel write number formats alike, but for the name of the general one. */
function numFmt(pattern: string): string {
  return pattern === '' || /^general$/i.test(pattern) ? 'General' : pattern;
}

function alignmentOf({ horizontal, vertical, wrap, rotation }: CellStyle): Partial<Alignment> {
  const across = (['left', 'center', 'right'] as const).find((one) => one === horizontal);
  const down = (['top', 'middle', 'bottom'] as const).find((one) => one === vertical);
  return {
    vertical: down ?? 'bottom',
    ...(across === undefined ? {} : { horizontal: across }),
    ...(wrap === 'WRAP' ? { wrapText: true } : {}),
    ...(rotation === undefined ? {} : { textRotation: rotation }),
  };
}

const LINES: Readonly<Record<string, BorderStyle>> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

function bordersOf({ borders }: CellStyle): Partial<Borders> | undefined {
  if (borders === undefined) return undefined;
  const result: Partial<Borders> = {};
  for (const side of ['top', 'left', 'bottom', 'right'] as const) {
    const line = borders[side];
    if (line === undefined) continue;
    const border: Partial<Border> = {
      style: LINES[line.style] ?? 'thin',
      color: { argb: argb(line.color) ?? 'FF000000' },
    };
    result[side] = border;
  }
  return result;
}

/** A column's width in pixels as Excel counts it: digits of the default font, with 5 pixels of padding. */
export function columnWidth(pixels: number): number {
  return Math.round(Math.max(0, (pixels - 5) / 7) * 100) / 100;
}

/** A row's height in pixels as points. */
export function rowHeight(pixels: number): number {
  return pixels * 0.75;
}
