// Range, its contents: values, shown text, formulas, notes, and clearing them.
import { NotEmulated } from '../../runtime/service';
import { accept, anything, arrayOf, grid, options, orNull, refuse, text } from './arguments';
import {
  contentAt,
  contentPart,
  eachCell,
  gridOf,
  isFormula,
  keyOf,
  keysWithin,
  putContent,
  putRule,
  putStyle,
  ruledCells,
} from './cells';
import { fromLocal, toLocal } from './formula-text';
import { localeOf } from './locale';
import { RangeBase } from './range-base';
import type { Content, SheetState } from './state';
import { checkValid } from './validation-check';
import { afterWriting } from './validation-formula';
import { displayed, entryReader, scriptValue, store } from './values';

type Value = string | number | boolean | Date;

export abstract class RangeValues extends RangeBase {
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getvalue */
  getValue(): Value {
    return scriptValue(this._handle.world, this._book, this._readable(), this._area.row, this._area.column);
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getvalues */
  getValues(): Value[][] {
    const { world } = this._handle;
    const [book, sheet] = [this._book, this._readable()];
    return gridOf(this._area, (row, column) => scriptValue(world, book, sheet, row, column));
  }
  getDisplayValue(): string {
    return displayed(this._handle.world, this._book, this._readable(), this._area.row, this._area.column);
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getdisplayvalues */
  getDisplayValues(): string[][] {
    const { world } = this._handle;
    const [book, sheet] = [this._book, this._readable()];
    return gridOf(this._area, (row, column) => displayed(world, book, sheet, row, column));
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluevalue */
  setValue(value: unknown): this {
    accept('Range.setValue', [value ?? null], [anything]);
    if (Array.isArray(value)) throw new NotEmulated('Range.setValue with an array');
    const sheet = this._writable();
    const read = entryReader(this._handle.world, this._book, sheet);
    const entries = gridOf(this._area, (row, column) => read(value, row, column));
    return this.#write((row, column) => entries[row]?.[column]);
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues */
  setValues(values: unknown[][]): this {
    accept('Range.setValues', [values], [grid]);
    this._fits(values);
    const sheet = this._writable();
    const read = entryReader(this._handle.world, this._book, sheet);
    const { row, column } = this._area;
    const entries = values.map((cells, r) => cells.map((value, c) => read(value, row + r, column + c)));
    return this.#write((r, c) => entries[r]?.[c]);
  }

  /** Stores all entries or, when one breaks a validation rule, none. */
  #write(entryAt: (row: number, column: number) => ReturnType<ReturnType<typeof entryReader>> | undefined): this {
    const sheet = this._sheet;
    const { row: top, column: left, rows, columns } = this._area;
    // From the far end, so that a cleared tail is trimmed once.
    const write = (to: SheetState): void => {
      for (let r = rows - 1; r >= 0; r--)
        for (let c = columns - 1; c >= 0; c--) {
          const entry = entryAt(r, c);
          if (entry) store(to, top + r, left + c, entry);
        }
    };
    if (ruledCells(sheet, this._area).length > 0) {
      const after = afterWriting(this._handle, sheet.id, write);
      eachCell(this._area, (row, column) => {
        const entry = entryAt(row - top, column - left);
        if (entry) checkValid(this._handle, sheet, row, column, entry, after);
      });
    }
    write(sheet);
    this._changed();
    return this;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#getformula : '' where there is none. */
  getFormula(): string {
    return this.#formula(contentAt(this._readable(), this._area.row, this._area.column));
  }
  getFormulas(): string[][] {
    const sheet = this._readable();
    return gridOf(this._area, (row, column) => this.#formula(contentAt(sheet, row, column)));
  }
  #formula(content: Content): string {
    return isFormula(content) ? toLocal(content, localeOf(this._book.locale)) : '';
  }

  /**
   * https://developers.google.com/apps-script/reference/spreadsheet/range#setformulaformula
   * The formula is read in the spreadsheet's locale: with a decimal comma, `;` between arguments
   * (https://github.com/googleapis/google-api-nodejs-client/issues/1994).
   */
  setFormula(formula: string): this {
    accept('Range.setFormula', [formula], [text]);
    return this.setFormulas(gridOf(this._area, () => formula));
  }
  setFormulas(formulas: string[][]): this {
    accept('Range.setFormulas', [formulas], [arrayOf(arrayOf(text))]);
    this._fits(formulas);
    const sheet = this._writable();
    const locale = localeOf(this._book.locale);
    const { row, column } = this._area;
    formulas.forEach((cells, r) => {
      cells.forEach((formula, c) => {
        const withSign = formula.startsWith('=') ? formula : `=${formula}`;
        const content = formula === '' ? null : fromLocal(withSign, locale);
        putContent(sheet, row + r, column + c, content);
        delete sheet.runs[keyOf(row + r, column + c)];
      });
    });
    this._changed();
    return this;
  }

  getNote(): string {
    return this._readable().notes[keyOf(this._area.row, this._area.column)] ?? '';
  }
  getNotes(): string[][] {
    const { notes } = this._readable();
    return gridOf(this._area, (row, column) => notes[keyOf(row, column)] ?? '');
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#setnotenote : null removes it. */
  setNote(note: string | null): this {
    accept('Range.setNote', [note ?? null], [orNull(text)]);
    return this.setNotes(gridOf(this._area, () => note));
  }
  setNotes(notes: (string | null)[][]): this {
    accept('Range.setNotes', [notes], [arrayOf(arrayOf(orNull(text)))]);
    this._fits(notes);
    const sheet = this._writable();
    notes.forEach((cells, r) => {
      cells.forEach((note, c) => {
        const key = keyOf(this._area.row + r, this._area.column + c);
        if (note === null || note === '') delete sheet.notes[key];
        else sheet.notes[key] = note;
      });
    });
    this._handle.touch();
    return this;
  }

  isBlank(): boolean {
    const sheet = this._readable();
    let blank = true;
    eachCell(contentPart(sheet, this._area), (row, column) => {
      blank &&= contentAt(sheet, row, column) === null;
    });
    return blank;
  }

  /**
   * https://developers.google.com/apps-script/reference/spreadsheet/range#clear : contents and formats;
   * #clearoptions : what the options name.
   */
  clear(choice?: ClearOptions): this {
    accept('Range.clear', [choice], [], [options]);
    const wanted = Object.entries(choice ?? {}).filter(([, on]) => on === true);
    if (wanted.some(([name]) => !KNOWN_CLEARINGS.has(name))) refuse('Range.clear', [choice]);
    if (wanted.length === 0) return this.clearContent().clearFormat();
    for (const [name] of wanted) {
      if (name === 'contentsOnly') this.clearContent();
      else if (name === 'formatOnly') this.clearFormat();
      else if (name === 'validationsOnly') this.clearDataValidations();
      else if (name === 'commentsOnly') this.clearNote();
      else throw new NotEmulated(`Range.clear with ${name}`);
    }
    return this;
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#clearcontent : formats stay. */
  clearContent(): this {
    const sheet = this._writable();
    const part = contentPart(sheet, this._area);
    for (let row = part.row + part.rows - 1; row >= part.row; row--)
      for (let column = part.column + part.columns - 1; column >= part.column; column--)
        putContent(sheet, row, column, null);
    for (const key of keysWithin(sheet.runs, this._area)) delete sheet.runs[key];
    this._changed();
    return this;
  }
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#clearformat */
  clearFormat(): this {
    const sheet = this._writable();
    for (let row = Math.min(this.getLastRow(), sheet.styles.length); row >= this._area.row; row--)
      for (
        let column = Math.min(this.getLastColumn(), sheet.styles[row - 1]?.length ?? 0);
        column >= this._area.column;
        column--
      )
        putStyle(sheet, row, column, 0);
    this._changed();
    return this;
  }
  clearNote(): this {
    const sheet = this._writable();
    for (const key of keysWithin(sheet.notes, this._area)) delete sheet.notes[key];
    this._handle.touch();
    return this;
  }
  clearDataValidations(): this {
    const sheet = this._writable();
    for (const { row, column } of ruledCells(sheet, this._area)) putRule(sheet, row, column, 0);
    this._handle.touch();
    return this;
  }
}

export interface ClearOptions {
  commentsOnly?: boolean;
  contentsOnly?: boolean;
  formatOnly?: boolean;
  validationsOnly?: boolean;
  skipFilteredRows?: boolean;
}
const KNOWN_CLEARINGS = new Set(['commentsOnly', 'contentsOnly', 'formatOnly', 'validationsOnly', 'skipFilteredRows']);
