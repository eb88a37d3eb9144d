// Range, working on cells as a block: merging, sorting, copying, checkboxes, the data around.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { overlap, within } from './a1';
import { accept, anything, flag, instance, oneOf, options } from './arguments';
import { contentAt, eachCell, lastColumn, lastRow, putContent, putRule, ruledCells, ruleOf } from './cells';
import { copyCells, EVERYTHING, moveCells, partsOf } from './copying';
import { toStored } from './criteria';
import { CopyPasteType, Dimension } from './enums';
import { RangeBase } from './range-base';
import type { Range } from './range';
import { RangeStyles } from './range-styles';
import { sortKeys, sortRows } from './sorting';
import type { Rect } from './state';
import { newRule } from './validation';

export abstract class RangeTools extends RangeStyles {
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#merge : only the upper-left value stays. */
  merge(): this {
    return this.#merge([this._area]);
  }
  mergeAcross(): this {
    const { row, rows } = this._area;
    return this.#merge(Array.from({ length: rows }, (_, index) => ({ ...this._area, row: row + index, rows: 1 })));
  }
  mergeVertically(): this {
    const { column, columns } = this._area;
    return this.#merge(
      Array.from({ length: columns }, (_, index) => ({ ...this._area, column: column + index, columns: 1 })),
    );
  }
  #merge(blocks: readonly Rect[]): this {
    const sheet = this._writable();
    this.breakApart();
    for (const { row, column, rows, columns } of blocks) {
      if (rows === 1 && columns === 1) continue;
      const [first] = [contentAt(sheet, row, column)];
      eachCell({ row, column, rows, columns }, (r, c) => {
        putContent(sheet, r, c, r === row && c === column ? first : null);
      });
      sheet.merges.push({ row, column, rows, columns });
    }
    this._changed();
    return this;
  }
  breakApart(): this {
    const sheet = this._writable();
    if (sheet.merges.some((merge) => overlap(merge, this._area) && !within(merge, this._area)))
      throw new ScriptError('You must select all cells in a merged range to merge or unmerge them.');
    sheet.merges = sheet.merges.filter((merge) => !overlap(merge, this._area));
    this._handle.touch();
    return this;
  }
  isPartOfMerge(): boolean {
    return this._readable().merges.some((merge) => within(this._area, merge));
  }
  getMergedRanges(): Range[] {
    return this._readable()
      .merges.filter((merge) => overlap(merge, this._area))
      .map(({ row, column, rows, columns }) => this._at(row, column, rows, columns));
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#sortsortspecobj */
  sort(spec: unknown): this {
    accept('Range.sort', [spec], [anything]);
    const keys = sortKeys(spec);
    const { column, columns } = this._area;
    if (keys.some((key) => key.column < column || key.column >= column + columns))
      throw new ScriptError('The sort column is out of the range.');
    this._writable();
    sortRows(this._handle, this._area, keys);
    this._changed();
    return this;
  }

  copyTo(
    destination: RangeBase,
    how?: ScriptEnum | { contentsOnly?: boolean; formatOnly?: boolean },
    transposed?: boolean,
  ): void {
    const target = instance(RangeBase);
    const type = oneOf(CopyPasteType);
    accept(
      'Range.copyTo',
      [destination, how, transposed],
      [target],
      [target, options],
      [target, type],
      [target, type, flag],
    );
    if (destination._handle.id !== this._handle.id)
      throw new ScriptError('Target range and source range must be on the same spreadsheet.');
    this._readable();
    const type_ = how === undefined || '_value' in how ? (how?._value ?? 'PASTE_NORMAL') : this.#copyType(how);
    const parts = type_ === 'PASTE_NORMAL' ? EVERYTHING : partsOf(type_);
    copyCells(this._handle, this._area, destination._area, parts, transposed ?? false);
  }
  #copyType({ contentsOnly, formatOnly }: { contentsOnly?: boolean; formatOnly?: boolean }): string {
    if (contentsOnly && formatOnly) throw new NotEmulated('Range.copyTo with both contentsOnly and formatOnly');
    if (contentsOnly) return 'PASTE_VALUES';
    return formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL';
  }

  moveTo(target: RangeBase): void {
    accept('Range.moveTo', [target], [instance(RangeBase)]);
    if (target._handle.id !== this._handle.id)
      throw new ScriptError('Target range and source range must be on the same spreadsheet.');
    this._writable();
    moveCells(this._handle, this._area, target._area);
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#insertcheckboxes */
  insertCheckboxes(checked?: unknown, unchecked?: unknown): this {
    accept('Range.insertCheckboxes', [checked, unchecked], [], [anything], [anything, anything]);
    const sheet = this._writable();
    const values = [checked, unchecked].filter((each) => each !== undefined);
    const rule = {
      ...newRule(),
      criteria: 'CHECKBOX',
      values: values.map((value) => toStored(value, 'Range.insertCheckboxes')),
    };
    const number = this._book.validations.push(rule);
    const off =
      checked === undefined ? false : unchecked === undefined ? null : toStored(unchecked, 'Range.insertCheckboxes');
    const blank = typeof off === 'object' ? null : off;
    eachCell(this._area, (row, column) => {
      putRule(sheet, row, column, number);
      if (contentAt(sheet, row, column) === null) putContent(sheet, row, column, blank);
    });
    this._changed();
    return this;
  }
  removeCheckboxes(): this {
    const sheet = this._writable();
    for (const { row, column } of ruledCells(sheet, this._area)) {
      if (ruleOf(this._book, sheet, row, column)?.criteria !== 'CHECKBOX') continue;
      putRule(sheet, row, column, 0);
      putContent(sheet, row, column, null);
    }
    this._changed();
    return this;
  }
  check(): this {
    return this.#tick(0, true);
  }
  uncheck(): this {
    return this.#tick(1, false);
  }
  #tick(which: 0 | 1, plain: boolean): this {
    const sheet = this._writable();
    for (const { row, column } of ruledCells(sheet, this._area)) {
      const rule = ruleOf(this._book, sheet, row, column);
      if (rule?.criteria !== 'CHECKBOX') continue;
      const custom = rule.values[which] ?? null;
      putContent(sheet, row, column, rule.values.length === 0 ? plain : typeof custom === 'object' ? null : custom);
    }
    this._changed();
    return this;
  }
  /** true, false, or null when the cells are not all checkboxes of one state. */
  isChecked(): boolean | null {
    const sheet = this._readable();
    const states = new Set<boolean | null>();
    eachCell(this._area, (row, column) => {
      const rule = ruleOf(this._book, sheet, row, column);
      const content = contentAt(sheet, row, column);
      if (rule?.criteria !== 'CHECKBOX') states.add(null);
      else states.add(content === (rule.values.length === 0 ? true : rule.values[0]));
    });
    const [only] = states;
    return states.size === 1 ? (only ?? null) : null;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getdataregion */
  getDataRegion(dimension?: ScriptEnum): Range {
    accept('Range.getDataRegion', [dimension], [], [oneOf(Dimension)]);
    const sheet = this._readable();
    const filled = (row: number, column: number): boolean => contentAt(sheet, row, column) !== null;
    const both = dimension === undefined;
    let { row: top, column: left } = this._area;
    let [bottom, right] = [this.getLastRow(), this.getLastColumn()];
    for (let grown = true; grown;) {
      grown = false;
      const [l, r] = both ? [Math.max(1, left - 1), right + 1] : [left, right];
      const [t, b] = both ? [Math.max(1, top - 1), bottom + 1] : [top, bottom];
      const rowHas = (row: number): boolean => some(l, r, (column) => filled(row, column));
      const columnHas = (column: number): boolean => some(t, b, (row) => filled(row, column));
      if (dimension !== Dimension.COLUMNS && top > 1 && rowHas(top - 1)) [top, grown] = [top - 1, true];
      if (dimension !== Dimension.COLUMNS && bottom < lastRow(sheet) && rowHas(bottom + 1))
        [bottom, grown] = [bottom + 1, true];
      if (dimension !== Dimension.ROWS && left > 1 && columnHas(left - 1)) [left, grown] = [left - 1, true];
      if (dimension !== Dimension.ROWS && right < lastColumn(sheet) && columnHas(right + 1))
        [right, grown] = [right + 1, true];
    }
    return this._at(top, left, bottom - top + 1, right - left + 1);
  }
}

function some(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at <= to; at++) if (test(at)) return true;
  return false;
}
