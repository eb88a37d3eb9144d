// Edits a document's content by index, refusing what would break its structure.
// https://developers.google.com/workspace/docs/api/concepts/rules-behavior
import type { CellStyle, Content, ParagraphStyle, TextStyle, Unit } from './state';

type Newline = Extract<Unit, { kind: 'newline' }>;

/** An edit the live API refuses with 400; the message is what follows «Invalid requests[i].kind: ». */
export class BadEdit extends Error {}

/** Whether a unit lies inside a paragraph (and so text may be put before it). */
function inParagraph(unit: Unit | undefined): boolean {
  return unit?.kind === 'char' || unit?.kind === 'newline' || unit?.kind === 'pageBreak' || unit?.kind === 'object';
}

const isLow = (unit: Unit | undefined): boolean => unit?.kind === 'char' && /[\uDC00-\uDFFF]/.test(unit.char);
const isHigh = (unit: Unit | undefined): boolean => unit?.kind === 'char' && /[\uD800-\uDBFF]/.test(unit.char);

export class Editor {
  readonly content: Content;
  constructor(content: Content) {
    this.content = content;
  }

  /** The end index of the body: one more than the index of its last newline. */
  get end(): number {
    return this.content.units.length + 1;
  }

  /** The unit at an index. */
  at(index: number): Unit | undefined {
    return this.content.units[index - 1];
  }

  /** Refuses an index outside the body. */
  checkIndex(index: number): void {
    if (index >= this.end)
      throw new BadEdit(
        `Index ${String(index)} must be less than the end index of the referenced segment, ${String(this.end)}.`,
      );
  }

  /** Refuses a range that is empty or leaves the body. `end` is exclusive. */
  checkRange(start: number, end: number): void {
    if (end <= start) throw new BadEdit('The range should not be empty.');
    if (start < 1) throw new BadEdit('Cannot operate on the first section break in the document.');
    this.checkIndex(start);
    this.checkIndex(end - 1);
  }

  /** Where something asked for at `index` goes: inside a paragraph, and never inside what people see as one character. */
  insertionPoint(index: number): number {
    this.checkIndex(index);
    if (!inParagraph(this.at(index)))
      throw new BadEdit(
        'The insertion index must be inside the bounds of an existing paragraph. You can still create new paragraphs by inserting newlines.',
      );
    const [start, text] = this.#textAround(index);
    for (const { index: offset, segment } of new Intl.Segmenter('und').segment(text)) {
      const from = start + offset;
      if (index > from && index < from + segment.length) return from + segment.length;
    }
    return index;
  }

  /** The unbroken text around an index and where it begins. */
  #textAround(index: number): [number, string] {
    let start = index;
    while (this.at(start - 1)?.kind === 'char') start--;
    let text = '';
    for (let i = start; ; i++) {
      const unit = this.at(i);
      if (unit?.kind !== 'char') return [start, text];
      text += unit.char;
    }
  }

  /** The newline that ends the paragraph at an index. */
  paragraphEnd(index: number): { index: number; newline: Newline } {
    for (let i = index; ; i++) {
      const unit = this.at(i);
      if (unit?.kind === 'newline') return { index: i, newline: unit };
      if (unit === undefined) throw new BadEdit('The range does not touch a paragraph.');
    }
  }

  /** Where the paragraph that ends at `newlineIndex` begins. */
  paragraphStart(newlineIndex: number): number {
    let start = newlineIndex;
    while (inParagraph(this.at(start - 1)) && this.at(start - 1)?.kind !== 'newline') start--;
    return start;
  }

  /** The indices of the newlines of all paragraphs that overlap a range. */
  paragraphsIn(start: number, end: number): number[] {
    const found: number[] = [];
    for (let i = start; i < end; i++)
      if (inParagraph(this.at(i))) {
        i = this.paragraphEnd(i).index;
        found.push(i);
      }
    return found;
  }

  /**
   * The style text gets when put at an index: that of the text before it in the paragraph, else of what follows. A link
   * is continued only when both sides belong to it.
   */
  styleAt(index: number): TextStyle {
    const styleOf = (unit: Unit | undefined): TextStyle | undefined =>
      unit !== undefined && 'style' in unit && unit.kind !== 'cell' ? unit.style : undefined;
    const before = this.at(index - 1);
    const after = styleOf(this.at(index)) ?? {};
    if (before === undefined || before.kind === 'newline' || !inParagraph(before)) return { ...after };
    const style: TextStyle = { ...styleOf(before) };
    if (style.link !== undefined && JSON.stringify(style.link) !== JSON.stringify(after.link)) {
      delete style.link;
      delete style.underline;
      delete style.foregroundColor;
    }
    return style;
  }

  /** Inserts text; each newline in it ends a paragraph with the style of the paragraph it splits. Gives its length. */
  insertText(index: number, raw: string, style = this.styleAt(index)): number {
    const { newline } = this.paragraphEnd(index);
    const units = raw
      .split('')
      .filter(isKept)
      .map((char): Unit => (char === '\n' ? copyNewline(newline, style) : { kind: 'char', char, style: { ...style } }));
    this.insertUnits(index, units);
    return units.length;
  }

  /** Puts units before an index and moves named ranges along. */
  insertUnits(index: number, units: readonly Unit[]): void {
    this.content.units.splice(index - 1, 0, ...units);
    for (const range of this.content.ranges) {
      if (range.start >= index) range.start += units.length;
      if (range.end > index) range.end += units.length;
    }
  }

  /** Inserts an empty table after a newline. Gives the index of the table. */
  insertTable(index: number, rows: number, columns: number): number {
    const style = this.styleAt(index);
    const { newline } = this.paragraphEnd(index);
    const cell = (): Unit[] => [{ kind: 'cell', style: {} }, emptyParagraph(style)];
    this.insertUnits(index, [
      copyNewline(newline, style),
      { kind: 'table', columns },
      ...Array.from({ length: rows }, () => rowUnits(Array.from({ length: columns }, cell))).flat(),
      { kind: 'tableEnd' },
    ]);
    return index + 1;
  }

  /** The rows of a table as indices: where each row and each of its cells begins. */
  table(start: number): { rows: { index: number; cells: number[] }[]; end: number } {
    if (this.at(start)?.kind !== 'table')
      throw new BadEdit('Invalid table start location. Must specify the start index of the table.');
    const rows: { index: number; cells: number[] }[] = [];
    let depth = 0;
    for (let i = start; ; i++) {
      const unit = this.at(i);
      if (unit?.kind === 'table') depth++;
      if (unit?.kind === 'row' && depth === 1) rows.push({ index: i, cells: [] });
      if (unit?.kind === 'cell' && depth === 1) rows.at(-1)?.cells.push(i);
      if (unit?.kind === 'tableEnd' && --depth === 0) return { rows, end: i + 1 };
    }
  }

  /** Puts an empty row above or below a row of a table; its cells look like that row's. */
  insertRow(start: number, rowIndex: number, below: boolean): void {
    const { rows, end } = this.table(start);
    const model = rows[rowIndex];
    if (model === undefined) throw new BadEdit(`Row index ${String(rowIndex)} is out of the table's bounds.`);
    const cells = model.cells.map((at): Unit[] => {
      const unit = this.at(at);
      const style: CellStyle = unit?.kind === 'cell' ? { ...unit.style } : {};
      return [{ kind: 'cell', style }, emptyParagraph({})];
    });
    const at = below ? (rows[rowIndex + 1]?.index ?? end - 1) : model.index;
    this.insertUnits(at, rowUnits(cells));
  }

  /** Whether an index lies in a table. */
  inTable(index: number): boolean {
    let depth = 0;
    for (let i = 1; i < index; i++) {
      if (this.at(i)?.kind === 'table') depth++;
      if (this.at(i)?.kind === 'tableEnd') depth--;
    }
    return depth > 0;
  }

  /**
   * Deletes a range. Two paragraphs that become one keep the style of the first, unless nothing of the first is left.
   * @throws BadEdit when it would leave half a table, half a character or a cell, table or body without its newline
   */
  delete(start: number, end: number): void {
    this.checkRange(start, end);
    if (end === this.end)
      throw new BadEdit('The range cannot include the newline character at the end of the segment.');
    this.#checkDeletable(start, end);
    const joins = this.content.units.slice(start - 1, end - 1).some(({ kind }) => kind === 'newline');
    const first = inParagraph(this.at(start)) ? this.paragraphEnd(start).newline : undefined;
    const keepsFirst =
      joins && first !== undefined && this.at(start - 1)?.kind !== 'newline' && inParagraph(this.at(start - 1));
    this.content.units.splice(start - 1, end - start);
    if (keepsFirst) {
      const { newline } = this.paragraphEnd(start);
      newline.paragraph = { ...first.paragraph };
      if (first.bullet === undefined) delete newline.bullet;
      else newline.bullet = { ...first.bullet };
    }
    const moved = (index: number): number => (index <= start ? index : index < end ? start : index - (end - start));
    this.content.ranges = this.content.ranges
      .map((range) => ({ ...range, start: moved(range.start), end: moved(range.end) }))
      .filter((range) => range.end > range.start);
  }

  #checkDeletable(start: number, end: number): void {
    const refuse = (): never => {
      throw new BadEdit('Invalid deletion range. Cannot delete the requested range.');
    };
    if (isLow(this.at(start)) && isHigh(this.at(start - 1))) refuse();
    if (isLow(this.at(end)) && isHigh(this.at(end - 1))) refuse();
    let depth = 0;
    for (let i = start; i < end; i++) {
      const kind = this.at(i)?.kind;
      if (kind === 'table') depth++;
      else if (kind === 'tableEnd') depth--;
      else if (depth === 0 && (kind === 'row' || kind === 'cell')) refuse();
      if (depth < 0) refuse();
    }
    if (depth !== 0) refuse();
    // What stays behind: a newline must end every cell and stand before and after every table.
    const next = this.at(end);
    const before = this.at(start - 1);
    const lastGone = this.at(end - 1);
    if (next !== undefined && !inParagraph(next) && before?.kind !== 'newline') refuse();
    if (next !== undefined && !inParagraph(next) && lastGone?.kind === 'newline') refuse();
  }

  /** Sets text style on a range. `names` are the members to set; a member absent from `style` is reset. */
  styleText(start: number, end: number, style: TextStyle, names: readonly (keyof TextStyle)[]): void {
    this.checkRange(start, end);
    for (let i = start; i < end; i++) {
      const unit = this.at(i);
      if (unit === undefined || !('style' in unit) || unit.kind === 'cell') continue;
      assignMembers(unit.style, style, names);
      if (names.includes('link')) styleLink(unit.style, style, names);
    }
  }

  /** Sets paragraph style on every paragraph a range touches. */
  styleParagraphs(start: number, end: number, style: ParagraphStyle, names: readonly (keyof ParagraphStyle)[]): void {
    this.checkRange(start, end);
    for (const index of this.paragraphsIn(start, end)) {
      const { newline } = this.paragraphEnd(index);
      assignMembers(newline.paragraph, style, names);
    }
  }
}

/**
 * Whether inserted text keeps a character: control characters and the private use area are stripped.
 * https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#inserttextrequest
 */
function isKept(char: string): boolean {
  const code = char.charCodeAt(0);
  return !(code <= 0x08 || (code >= 0x0c && code <= 0x1f) || (code >= 0xe000 && code <= 0xf8ff));
}

/** Text with a link is blue and underlined unless the same request says otherwise. */
function styleLink(target: TextStyle, style: TextStyle, names: readonly (keyof TextStyle)[]): void {
  const linked = style.link !== undefined;
  if (!names.includes('foregroundColor')) {
    if (linked) target.foregroundColor = { color: { rgbColor: { red: 0.06666667, green: 0.33333334, blue: 0.8 } } };
    else delete target.foregroundColor;
  }
  if (!names.includes('underline')) {
    if (linked) target.underline = true;
    else delete target.underline;
  }
}

/** Copies the named members; those that `source` lacks are removed. */
export function assignMembers<T extends object>(target: T, source: T, names: readonly (keyof T)[]): void {
  for (const name of names) {
    const value = source[name];
    if (value === undefined || value === null) Reflect.deleteProperty(target, name);
    else target[name] = structuredClone(value);
  }
}

function copyNewline({ paragraph, bullet }: Newline, style: TextStyle): Newline {
  return {
    kind: 'newline',
    paragraph: { ...paragraph },
    ...(bullet === undefined ? {} : { bullet: { ...bullet } }),
    style: { ...style },
  };
}

function emptyParagraph(style: TextStyle): Newline {
  return { kind: 'newline', paragraph: { namedStyleType: 'NORMAL_TEXT' }, style: { ...style } };
}

function rowUnits(cells: Unit[][]): Unit[] {
  return [{ kind: 'row' }, ...cells.flat()];
}
