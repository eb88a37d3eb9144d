// Range, what hangs on it: developer metadata, validation, rich text, protection, colours in bands, filter, selection.
import { NotEmulated } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, arrayOf, flag, instance, oneOf, orNull } from './arguments';
import { applyBanding, Banding } from './banding';
import { contentAt, gridOf, isFormula, keyOf, putContent, putRule, ruleOf } from './cells';
import { BandingTheme } from './enums';
import { createFilter, filterOf } from './filter';
import type { Filter } from './filter';
import { overlap } from './a1';
import { addMetadata, DeveloperMetadataFinder, lineLocation } from './metadata';
import type { DeveloperMetadata } from './metadata';
import { protect } from './protection';
import type { Protection } from './protection';
import { mayEdit } from './protection-check';
import { RangeCleaning } from './range-cleaning';
import { RichTextValue } from './rich-text';
import { DataValidation } from './validation';

/** https://developers.google.com/apps-script/reference/spreadsheet/range */
export class Range extends RangeCleaning {
  /** https://developers.google.com/apps-script/reference/spreadsheet/range#adddevelopermetadatakey : whole rows and columns only. */
  addDeveloperMetadata(key: string, second?: unknown, third?: unknown): this {
    addMetadata(this._handle, 'Range', lineLocation(this), [key, second, third]);
    return this;
  }
  /** What sits on exactly these rows or columns. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return this.createDeveloperMetadataFinder().find();
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this._handle, { type: 'RANGE', range: this });
  }

  setDataValidation(rule: DataValidation | null): this {
    accept('Range.setDataValidation', [rule ?? null], [orNull(instance(DataValidation))]);
    return this.#setRules(() => rule);
  }
  setDataValidations(rules: (DataValidation | null)[][]): this {
    accept('Range.setDataValidations', [rules], [arrayOf(arrayOf(orNull(instance(DataValidation))))]);
    this._fits(rules);
    return this.#setRules((row, column) => rules[row]?.[column] ?? null);
  }
  #setRules(ruleAt: (row: number, column: number) => DataValidation | null): this {
    const sheet = this._writable();
    const numbers = new Map<DataValidation, number>();
    gridOf({ ...this._area, row: 0, column: 0 }, (row, column) => {
      const rule = ruleAt(row, column);
      let number = rule === null ? 0 : numbers.get(rule);
      if (number === undefined && rule !== null) numbers.set(rule, (number = this.#ruleNumber(rule)));
      putRule(sheet, this._area.row + row, this._area.column + column, number ?? 0);
    });
    this._handle.touch();
    return this;
  }
  /** Equal rules are stored once. */
  #ruleNumber({ _rule }: DataValidation): number {
    const { validations } = this._book;
    const text = JSON.stringify(_rule);
    const known = validations.findIndex((each) => JSON.stringify(each) === text);
    return known >= 0 ? known + 1 : validations.push(structuredClone(_rule));
  }
  getDataValidation(): DataValidation | null {
    return this.#ruleAt(this._area.row, this._area.column);
  }
  getDataValidations(): (DataValidation | null)[][] {
    return gridOf(this._area, (row, column) => this.#ruleAt(row, column));
  }
  #ruleAt(row: number, column: number): DataValidation | null {
    const rule = ruleOf(this._book, this._readable(), row, column);
    return rule ? new DataValidation(this._handle, structuredClone(rule)) : null;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/range#setrichtextvaluevalue : the text is not parsed. */
  setRichTextValue(value: RichTextValue): this {
    accept('Range.setRichTextValue', [value], [instance(RichTextValue)]);
    return this.setRichTextValues(gridOf(this._area, () => value));
  }
  setRichTextValues(values: RichTextValue[][]): this {
    accept('Range.setRichTextValues', [values], [arrayOf(arrayOf(instance(RichTextValue)))]);
    this._fits(values);
    const sheet = this._writable();
    values.forEach((cells, r) => {
      cells.forEach(({ _text, _runs }, c) => {
        const [row, column] = [this._area.row + r, this._area.column + c];
        putContent(sheet, row, column, _text === '' ? null : _text);
        const styled = _runs.some(({ style, link }) => link !== undefined || Object.keys(style).length > 0);
        if (styled) sheet.runs[keyOf(row, column)] = _runs.map((run) => structuredClone(run));
        else delete sheet.runs[keyOf(row, column)];
      });
    });
    this._changed();
    return this;
  }
  /** Null where the cell holds no text. */
  getRichTextValue(): RichTextValue | null {
    return this.#richText(this._area.row, this._area.column);
  }
  getRichTextValues(): (RichTextValue | null)[][] {
    return gridOf(this._area, (row, column) => this.#richText(row, column));
  }
  #richText(row: number, column: number): RichTextValue | null {
    const sheet = this._readable();
    const content = contentAt(sheet, row, column);
    if (isFormula(content)) throw new NotEmulated('the rich text of a formula');
    if (content !== null && typeof content !== 'string') return null;
    return new RichTextValue(content ?? '', sheet.runs[keyOf(row, column)] ?? [{ start: 0, style: {} }]);
  }

  protect(): Protection {
    this._writable();
    const { row, column, rows, columns, sheetId } = this._area;
    return protect(this._handle, sheetId, { row, column, rows, columns });
  }
  canEdit(): boolean {
    return this._book.protections
      .filter(
        ({ sheetId, rect }) => sheetId === this._area.sheetId && (rect === undefined || overlap(rect, this._area)),
      )
      .every((protection) => mayEdit(this._handle, protection));
  }

  applyRowBanding(theme?: ScriptEnum, showHeader = true, showFooter = false): Banding {
    return this.#band('ROW', theme, showHeader, showFooter);
  }
  applyColumnBanding(theme?: ScriptEnum, showHeader = true, showFooter = false): Banding {
    return this.#band('COLUMN', theme, showHeader, showFooter);
  }
  #band(by: 'ROW' | 'COLUMN', theme: ScriptEnum | undefined, header: boolean, footer: boolean): Banding {
    const method = by === 'ROW' ? 'Range.applyRowBanding' : 'Range.applyColumnBanding';
    accept(method, [theme ?? null, header, footer], [orNull(oneOf(BandingTheme)), flag, flag]);
    this._writable();
    const { row, column, rows, columns, sheetId } = this._area;
    return applyBanding(this._handle, sheetId, { row, column, rows, columns }, by, theme, header, footer);
  }
  getBandings(): Banding[] {
    return this._readable()
      .bandings.filter(({ rect }) => overlap(rect, this._area))
      .map(({ id }) => new Banding(this._handle, this._area.sheetId, id));
  }

  createFilter(): Filter {
    this._writable();
    return createFilter(this._handle, this._area.sheetId, this._area);
  }
  getFilter(): Filter | null {
    const filter = filterOf(this._handle, this._area.sheetId);
    return filter && overlap(filter.getRange()._area, this._area) ? filter : null;
  }

  /** Makes it the selection, and its sheet the active one. */
  activate(): this {
    const { row, column, rows, columns, sheetId } = this._area;
    this._book.activeSheetId = sheetId;
    this._book.selections[sheetId] = { row, column, rows, columns };
    return this;
  }
}
