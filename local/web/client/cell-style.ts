// A cell's format as CSS.
import type { CSSProperties } from 'preact';
import type { CellStyle } from '../../services/spreadsheet/state';
import type { CellView } from '../contract';

interface Look {
  readonly cell: CSSProperties;
  readonly text: CSSProperties;
  /** A text that is neither wrapped nor cut runs on over empty neighbours. */
  readonly runsOn: boolean;
}

/** Google's point is drawn as 4/3 px, as everywhere in CSS. */
const PX_PER_POINT = 4 / 3;
const LINES: Readonly<Record<string, string>> = { underline: 'underline', 'line-through': 'line-through' };
const VERTICAL: Readonly<Record<string, string>> = { top: 'flex-start', middle: 'center', bottom: 'flex-end' };
const WIDTHS: Readonly<Record<string, string>> = {
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  DOUBLE: '3px double',
};

/** Preact leaves numbers without a unit. */
export const px = (length: number): string => `${String(length)}px`;

export function cssOf(style: CellStyle, cell: CellView): Look {
  const side = ({ style: line, color }: { style: string; color: string }): string =>
    `${WIDTHS[line] ?? '1px solid'} ${color}`;
  const { borders } = style;
  const align = style.horizontal ?? (cell.k === 'n' ? 'right' : cell.k === 'b' ? 'center' : 'left');
  return {
    cell: {
      ...(style.background === undefined ? {} : { background: style.background }),
      alignItems: VERTICAL[style.vertical ?? 'bottom'] ?? 'flex-end',
      ...(borders?.top === undefined ? {} : { borderTop: side(borders.top) }),
      ...(borders?.left === undefined ? {} : { borderLeft: side(borders.left) }),
      ...(borders?.bottom === undefined ? {} : { borderBottom: side(borders.bottom) }),
      ...(borders?.right === undefined ? {} : { borderRight: side(borders.right) }),
    },
    text: {
      textAlign: align as 'left' | 'center' | 'right',
      ...(style.background === undefined ? {} : { background: style.background }),
      ...(style.fontColor === undefined ? {} : { color: style.fontColor }),
      ...(style.fontSize === undefined ? {} : { fontSize: px(style.fontSize * PX_PER_POINT) }),
      ...(style.fontWeight === undefined ? {} : { fontWeight: 700 }),
      ...(style.fontStyle === undefined ? {} : { fontStyle: 'italic' }),
      ...(style.fontLine === undefined ? {} : { textDecoration: LINES[style.fontLine] }),
      ...(style.wrap === 'WRAP' ? { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } : {}),
      ...(style.rotation === undefined || style.rotation === 0
        ? {}
        : { writingMode: 'vertical-rl', transform: style.rotation > 0 ? 'rotate(180deg)' : undefined }),
      ...(cell.link === undefined ? {} : { color: style.fontColor ?? '#1155cc', textDecoration: 'underline' }),
    },
    runsOn: style.wrap === undefined && align === 'left' && cell.k === undefined && style.rotation === undefined,
  };
}
