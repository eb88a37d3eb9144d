// Finding and replacing text. https://developers.google.com/apps-script/reference/spreadsheet/text-finder
import { ServiceObject } from '../../runtime/service';
import { accept, flag, instance, text } from './arguments';
import { RangeBase } from './range-base';
import type { Range } from './range';

/** Searches the cells of some ranges, range by range, row by row. */
export class TextFinder extends ServiceObject {
  readonly _name = 'TextFinder';
  readonly #where: () => Range[];
  readonly #sought: string;
  #matchCase = false;
  #entireCell = false;
  #formulas = false;
  #plainLetters = false;
  #regular = false;
  #start: RangeBase | undefined;
  #current: Range | null = null;

  /** @param where the ranges as they are when something is looked for */
  constructor(where: () => Range[], sought: string) {
    super();
    this.#where = where;
    this.#sought = sought;
  }
  override get _free(): ReadonlySet<string> {
    return FREE;
  }

  matchCase(matchCase: boolean): this {
    accept('TextFinder.matchCase', [matchCase], [flag]);
    this.#matchCase = matchCase;
    return this;
  }
  matchEntireCell(matchEntireCell: boolean): this {
    accept('TextFinder.matchEntireCell', [matchEntireCell], [flag]);
    this.#entireCell = matchEntireCell;
    return this;
  }
  /** Look into the formulas of cells that have one, not at what they show. */
  matchFormulaText(matchFormulaText: boolean): this {
    accept('TextFinder.matchFormulaText', [matchFormulaText], [flag]);
    this.#formulas = matchFormulaText;
    return this;
  }
  ignoreDiacritics(ignoreDiacritics: boolean): this {
    accept('TextFinder.ignoreDiacritics', [ignoreDiacritics], [flag]);
    this.#plainLetters = ignoreDiacritics;
    return this;
  }
  useRegularExpression(useRegEx: boolean): this {
    accept('TextFinder.useRegularExpression', [useRegEx], [flag]);
    this.#regular = useRegEx;
    return this;
  }
  /** The search begins right after this range. */
  startFrom(startRange: RangeBase): this {
    accept('TextFinder.startFrom', [startRange], [instance(RangeBase)]);
    this.#start = startRange;
    this.#current = null;
    return this;
  }
  getCurrentMatch(): Range | null {
    return this.#current;
  }

  findAll(): Range[] {
    return this.#matches().map(({ cell }) => cell);
  }
  findNext(): Range | null {
    return (this.#current = this.#neighbour(1));
  }
  findPrevious(): Range | null {
    return (this.#current = this.#neighbour(-1));
  }
  /** Gives the number of occurrences replaced. */
  replaceAllWith(replaceText: string): number {
    accept('TextFinder.replaceAllWith', [replaceText], [text]);
    return this.#matches().reduce((sum, match) => sum + this.#replace(match, replaceText), 0);
  }
  /** Replaces the current match; gives the number of occurrences replaced. */
  replaceWith(replaceText: string): number {
    accept('TextFinder.replaceWith', [replaceText], [text]);
    const current = this.#current;
    const match = this.#matches().find(({ cell }) => current !== null && samePlace(cell, current));
    return match === undefined ? 0 : this.#replace(match, replaceText);
  }

  #pattern(): RegExp {
    const wanted = this.#regular ? this.#sought : folded(this.#sought, this.#plainLetters).replace(SPECIAL, '\\$&');
    return new RegExp(this.#entireCell ? `^(?:${wanted})$` : wanted, this.#matchCase ? 'gu' : 'giu');
  }
  #matches(): Match[] {
    const pattern = this.#pattern();
    const found: Match[] = [];
    for (const range of this.#where()) {
      const shown = range.getDisplayValues();
      const formulas = range.getFormulas();
      shown.forEach((row, r) => {
        row.forEach((display, c) => {
          const formula = formulas[r]?.[c] ?? '';
          const seen = this.#formulas && formula !== '' ? formula : display;
          pattern.lastIndex = 0;
          if (seen === '' || !pattern.test(folded(seen, this.#plainLetters))) return;
          found.push({ cell: range.getCell(r + 1, c + 1), seen, writable: formula === '' || this.#formulas });
        });
      });
    }
    return found;
  }
  #neighbour(step: 1 | -1): Range | null {
    const cells = this.findAll();
    const from = this.#current ?? this.#start;
    if (from === undefined) return cells.at(step === 1 ? 0 : -1) ?? null;
    const order = this.#where().map((range) => range._area.sheetId);
    const place = ({ _area }: RangeBase): number[] => [order.indexOf(_area.sheetId), _area.row, _area.column];
    const later = cells.filter((cell) => compare(place(cell), place(from)) * step > 0);
    return later.at(step === 1 ? 0 : -1) ?? null;
  }
  #replace({ cell, seen, writable }: Match, replaceText: string): number {
    // What a formula shows cannot be replaced in the cell itself.
    if (!writable) return 0;
    let count = 0;
    const replacement = (): string => {
      count++;
      return replaceText;
    };
    cell.setValue(folded(seen, this.#plainLetters).replace(this.#pattern(), replacement));
    return count;
  }
}

interface Match {
  cell: Range;
  /** The text it was found in. */
  seen: string;
  writable: boolean;
}

const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

/** The text without diacritics, where these are not to count. */
function folded(from: string, plainLetters: boolean): string {
  return plainLetters ? from.normalize('NFD').replace(/\p{M}/gu, '') : from;
}

function samePlace(a: RangeBase, b: RangeBase): boolean {
  return a._area.sheetId === b._area.sheetId && a._area.row === b._area.row && a._area.column === b._area.column;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}

/** Settings, kept with the script. */
const FREE: ReadonlySet<string> = new Set([
  'matchCase',
  'matchEntireCell',
  'matchFormulaText',
  'ignoreDiacritics',
  'useRegularExpression',
  'startFrom',
  'getCurrentMatch',
]);
