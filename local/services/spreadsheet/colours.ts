// CSS colours as Sheets keeps them: `#rrggbb`, lower case. https://developers.google.com/apps-script/reference/spreadsheet/range#setbackgroundcolor
import { NotEmulated } from '../../runtime/service';

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  silver: '#c0c0c0',
  maroon: '#800000',
  navy: '#000080',
  teal: '#008080',
  olive: '#808000',
  lime: '#00ff00',
  pink: '#ffc0cb',
  brown: '#a52a2a',
};

/** `#f00`, `#FF0000`, `red` → `#ff0000`; null and '' → the default colour (`undefined`). */
export function hex(color: string | null): string | undefined {
  if (color === null || color === '') return undefined;
  const lower = color.toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower;
  if (/^#[0-9a-f]{3}$/.test(lower)) return lower.replace(/[0-9a-f]/g, '$&$&');
  const named = NAMED[lower];
  if (named === undefined) throw new NotEmulated(`the colour ${color}`);
  return named;
}
