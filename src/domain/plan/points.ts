// Tokens of a plan's «when» gathered into points of time, as far as they are written.
import type { Token } from './tokens';

/** A moment or unit as far as it is written; a range's ends are two of them. */
export interface Point {
  y?: number;
  school?: number;
  m?: number;
  d?: number;
  week?: number;
  decade?: number;
  part?: number;
  /** The first or second half of a month or year. */
  halfOf?: number;
  quarter?: number;
  half?: number;
  term?: number;
  season?: number;
  thisYear?: 'calendar' | 'school';
  /** This one is the end of a stretch that began with the one before. */
  joined?: true;
  mode?: 'until' | 'notLater' | 'from';
}

export const hasUnit = (p: Point): boolean =>
  [p.m, p.quarter, p.half, p.term, p.season, p.thisYear].some((value) => value !== undefined);
export const lacksYear = (p: Point): boolean => p.y === undefined && p.school === undefined;

/** Gathers tokens into points: a month takes the week before it and the year behind it. */
export function pointsOf(tokens: readonly Token[]): { points: Point[]; unread: string } {
  const points: Point[] = [];
  const unread: string[] = [];
  let open: Point | undefined;
  let dash = false;
  let mode: Point['mode'] | 'to' | undefined;
  const begin = (point: Point): void => {
    const last = points[points.length - 1];
    if (last !== undefined && (dash || (last.mode === 'from' && (mode === 'to' || mode === 'until')))) {
      point.joined = true;
      if (mode === 'until' && last.mode !== 'from') point.mode = 'until';
    } else if (mode === 'to') point.mode = 'notLater';
    else if (mode !== undefined) point.mode = mode;
    dash = false;
    mode = undefined;
    points.push(point);
    open = point;
  };
  tokens.forEach((token, index) => {
    switch (token.k) {
      case 'date':
        begin({ ...(token.y === undefined ? {} : { y: token.y }), m: token.m, d: token.d });
        return;
      case 'number': {
        const near = tokens.slice(index + 1, index + 5).find(({ k }) => k === 'month' || k === 'word' || k === 'year');
        if (token.n >= 1 && token.n <= 31 && near?.k === 'month') begin({ d: token.n });
        else unread.push(String(token.n));
        return;
      }
      case 'week':
      case 'decade':
      case 'part':
      case 'halfOf':
      case 'quarter':
      case 'half':
      case 'term':
      case 'season':
        if (token.k === 'part' || token.k === 'halfOf' || open?.part === undefined || hasUnit(open))
          begin({ [token.k]: token.n });
        else open[token.k] = token.n;
        return;
      case 'month':
        if (open !== undefined && !hasUnit(open) && lacksYear(open) && !dash) open.m = token.m;
        else begin({ m: token.m });
        return;
      case 'year':
      case 'school': {
        const target = token.k === 'year' ? 'y' : 'school';
        if (open !== undefined && lacksYear(open) && open.thisYear === undefined && !dash && mode === undefined) {
          open[target] = token.y;
        } else if (open !== undefined && hasUnit(open) && open.joined !== true && !dash && mode === undefined) {
          // «ноябрь 2019, 2020, 2021»: the same month of another year.
          const again: Point = { ...open };
          delete again.y;
          delete again.school;
          again[target] = token.y;
          begin(again);
        } else begin({ [target]: token.y });
        return;
      }
      case 'thisYear':
        if ((open?.part ?? open?.halfOf) !== undefined && open !== undefined && !hasUnit(open))
          open.thisYear = token.school ? 'school' : 'calendar';
        else begin({ thisYear: token.school ? 'school' : 'calendar' });
        return;
      case 'dash':
        dash = points.length > 0;
        return;
      case 'inclusive':
        // «До 25 мая включительно».
        if (open?.mode === 'until') open.mode = 'notLater';
        return;
      case 'comma':
        dash = false;
        return;
      case 'until':
      case 'notLater':
      case 'from':
      case 'to':
        mode = token.k;
        return;
      case 'word':
        unread.push(token.text);
        mode = undefined;
    }
  });
  return { points: points.filter(sensible), unread: unread.join(' ') };
}

/** A week or a day without its month, a part of nothing: not a time. */
const sensible = (p: Point): boolean =>
  hasUnit(p) || p.y !== undefined || p.school !== undefined || p.d !== undefined || p.week !== undefined;
