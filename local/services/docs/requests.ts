// The requests of documents.batchUpdate: reads each one's body and applies it.
// https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request
import { NotEmulated } from '../../runtime/service';
import { isRecord } from '../drive/errors';
import { createBullets, deleteBullets } from './bullets';
import { COLUMN_PROPERTIES, setColumns } from './columns';
import { BadEdit, assignMembers } from './editor';
import type { Editor } from './editor';
import { isPreset } from './lists';
import type { CellStyle, InlineObject, NamedRange, ParagraphStyle, TextStyle } from './state';

type Body = Readonly<Record<string, unknown>>;

/** What requests need from outside the document. */
export interface RequestContext {
  newId(length: number): string;
  /** The picture behind an address; throws BadEdit when live Docs could not fetch it, NotEmulated when we cannot. */
  picture(uri: string): void;
}

const TEXT_STYLE: readonly (keyof TextStyle)[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'smallCaps',
  'backgroundColor',
  'foregroundColor',
  'fontSize',
  'weightedFontFamily',
  'baselineOffset',
  'link',
];
const PARAGRAPH_STYLE: readonly (keyof ParagraphStyle)[] = [
  'namedStyleType',
  'alignment',
  'lineSpacing',
  'direction',
  'spacingMode',
  'spaceAbove',
  'spaceBelow',
  'borderBetween',
  'borderTop',
  'borderBottom',
  'borderLeft',
  'borderRight',
  'indentFirstLine',
  'indentStart',
  'indentEnd',
  'keepLinesTogether',
  'keepWithNext',
  'avoidWidowAndOrphan',
  'shading',
];
const CELL_STYLE: readonly (keyof CellStyle)[] = [
  'backgroundColor',
  'contentAlignment',
  'borderBottom',
  'borderLeft',
  'borderRight',
  'borderTop',
  'paddingBottom',
  'paddingLeft',
  'paddingRight',
  'paddingTop',
];
const NAMED_STYLES = [
  'NORMAL_TEXT',
  'TITLE',
  'SUBTITLE',
  ...Array.from({ length: 6 }, (_, i) => `HEADING_${String(i + 1)}`),
];
const ALIGNMENTS = ['START', 'CENTER', 'END', 'JUSTIFIED'];

/** The requests that are emulated. Each gives its reply: empty unless it has something to tell. */
const KINDS: Readonly<Record<string, (editor: Editor, body: Body, context: RequestContext) => object>> = {
  insertText(editor, body) {
    const text = body['text'];
    if (typeof text !== 'string' || text === '') throw new BadEdit('Insert text requests must specify text to insert.');
    editor.insertText(location(editor, body), text);
    return {};
  },
  deleteContentRange(editor, body) {
    const [start, end] = range(body['range']);
    editor.delete(start, end);
    return {};
  },
  insertTable(editor, body) {
    const [rows, columns] = [whole(body, 'rows'), whole(body, 'columns')];
    if (rows < 1 || columns < 1 || columns > 20) throw new NotEmulated('insertTable with such a size');
    editor.insertTable(location(editor, body), rows, columns);
    return {};
  },
  insertTableRow(editor, body) {
    const [start, row] = cellLocation(body['tableCellLocation']);
    editor.insertRow(start, row, body['insertBelow'] === true);
    return {};
  },
  insertPageBreak(editor, body) {
    const index = location(editor, body);
    if (editor.inTable(index)) throw new BadEdit('Page breaks cannot be inserted inside a table.');
    const style = editor.styleAt(index);
    editor.insertText(index, '\n', style);
    editor.insertUnits(index, [{ kind: 'pageBreak', style }]);
    return {};
  },
  insertInlineImage(editor, body, context) {
    const uri = body['uri'];
    if (typeof uri !== 'string' || uri === '') throw new BadEdit('The URI must not be empty.');
    const size = objectSize(body['objectSize']);
    const index = location(editor, body);
    context.picture(uri);
    const objectId = `kix.${context.newId(12)}`;
    editor.content.objects[objectId] = { sourceUri: uri, ...size };
    editor.insertUnits(index, [{ kind: 'object', id: objectId, style: editor.styleAt(index) }]);
    return { insertInlineImage: { objectId } };
  },
  updateTextStyle(editor, body) {
    const [start, end] = range(body['range']);
    editor.styleText(start, end, record(body['textStyle']), mask(body['fields'], TEXT_STYLE));
    return {};
  },
  updateParagraphStyle(editor, body, context) {
    const [start, end] = range(body['range']);
    const style: ParagraphStyle = { ...record(body['paragraphStyle']) };
    const names = [...mask(body['fields'], PARAGRAPH_STYLE)];
    oneOf('named style type', style.namedStyleType, NAMED_STYLES);
    oneOf('alignment', style.alignment, ALIGNMENTS);
    editor.styleParagraphs(start, end, style, names);
    // A heading has an id by which links find it.
    if (names.includes('namedStyleType'))
      for (const index of editor.paragraphsIn(start, end)) {
        const { paragraph } = editor.paragraphEnd(index).newline;
        paragraph.namedStyleType ??= 'NORMAL_TEXT';
        if (paragraph.namedStyleType.startsWith('HEADING_')) paragraph.headingId ??= `h.${context.newId(12)}`;
        else delete paragraph.headingId;
      }
    return {};
  },
  createParagraphBullets(editor, body, context) {
    const [start, end] = range(body['range']);
    const preset = body['bulletPreset'];
    if (typeof preset !== 'string' || !isPreset(preset))
      throw new NotEmulated(`createParagraphBullets with the preset ${String(preset)}`);
    createBullets(editor, start, end, preset, () => `kix.${context.newId(12)}`);
    return {};
  },
  deleteParagraphBullets(editor, body) {
    const [start, end] = range(body['range']);
    deleteBullets(editor, start, end);
    return {};
  },
  updateTableColumnProperties(editor, body) {
    const start = record(body['tableStartLocation']);
    onlyBody(start);
    const names = mask(body['fields'], COLUMN_PROPERTIES);
    setColumns(editor, whole(start, 'index'), body['columnIndices'], record(body['tableColumnProperties']), names);
    return {};
  },
  updateTableCellStyle(editor, body) {
    const style = record(body['tableCellStyle']) as CellStyle;
    const names = mask(body['fields'], CELL_STYLE);
    for (const at of cellsOf(editor, body)) {
      const unit = editor.at(at);
      if (unit?.kind === 'cell') assignMembers(unit.style, style, names);
    }
    return {};
  },
  createNamedRange(editor, body, context) {
    const name = body['name'];
    if (typeof name !== 'string' || name.length < 1 || name.length > 256)
      throw new BadEdit('The name of the named range must be at least 1 and no more than 256 UTF-16 code units.');
    const [start, end] = range(body['range']);
    editor.checkRange(start, end);
    const id = `kix.${context.newId(12)}`;
    editor.content.ranges.push({ id, name, start, end });
    return { createNamedRange: { namedRangeId: id } };
  },
  deleteNamedRange(editor, body) {
    const gone = namedRanges(editor, body['namedRangeId'], body['name']);
    editor.content.ranges = editor.content.ranges.filter((one) => !gone.includes(one));
    return {};
  },
  replaceNamedRangeContent(editor, body) {
    const text = body['text'] ?? '';
    if (typeof text !== 'string') throw new NotEmulated('replaceNamedRangeContent with text that is not a string');
    for (const { id } of namedRanges(editor, body['namedRangeId'], body['namedRangeName']))
      replaceRange(editor, id, text);
    return {};
  },
  replaceAllText(editor, body) {
    const { text, matchCase, ...rest } = record(body['containsText']);
    if (typeof text !== 'string' || text === '') throw new BadEdit('The find text must not be empty.');
    if (Object.keys(rest).length > 0) throw new NotEmulated(`replaceAllText with ${Object.keys(rest).join(', ')}`);
    const replaceText = body['replaceText'] ?? '';
    if (typeof replaceText !== 'string') throw new NotEmulated('replaceAllText with text that is not a string');
    return { replaceAllText: { occurrencesChanged: replaceAll(editor, text, matchCase === true, replaceText) } };
  },
};

/** What a request is and what it holds. */
export function readRequest(request: unknown): { kind: string; body: Body } {
  const given = isRecord(request) ? Object.entries(request).filter(([, body]) => body !== undefined) : [];
  const [kind, body] = given[0] ?? [];
  if (given.length !== 1 || kind === undefined) throw new NotEmulated('a batchUpdate request that is not of one kind');
  return { kind, body: record(body) };
}

/** Applies one request and gives its reply. */
export function applyRequest(editor: Editor, kind: string, body: Body, context: RequestContext): object {
  const apply = KINDS[kind];
  if (apply === undefined) throw new NotEmulated(`Docs.Documents.batchUpdate with ${kind}`);
  return apply(editor, body, context);
}

function record(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw new NotEmulated('a batchUpdate member that is not an object');
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

/** A whole number; absent means 0, as in any REST body. */
function whole(body: Body, name: string): number {
  const value = body[name] ?? 0;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new NotEmulated(`${name} that is not a whole number`);
  return value;
}

/** Only the body of the first tab is emulated. */
function onlyBody(place: Body): void {
  for (const name of ['segmentId', 'tabId'])
    if ((place[name] ?? '') !== '') throw new NotEmulated(`a batchUpdate location with ${name}`);
}

function location(editor: Editor, body: Body): number {
  if (isRecord(body['endOfSegmentLocation'])) {
    onlyBody(body['endOfSegmentLocation']);
    return editor.end - 1;
  }
  const place = record(body['location']);
  onlyBody(place);
  return editor.insertionPoint(whole(place, 'index'));
}

function range(value: unknown): [start: number, end: number] {
  const place = record(value);
  onlyBody(place);
  return [whole(place, 'startIndex'), whole(place, 'endIndex')];
}

function cellLocation(value: unknown): [start: number, row: number, column: number] {
  const place = record(value);
  const start = record(place['tableStartLocation']);
  onlyBody(start);
  return [whole(start, 'index'), whole(place, 'rowIndex'), whole(place, 'columnIndex')];
}

/** The cells of `tableRange`, or of the whole table at `tableStartLocation`. */
function cellsOf(editor: Editor, body: Body): number[] {
  if (body['tableRange'] === undefined) {
    const start = record(body['tableStartLocation']);
    onlyBody(start);
    return editor.table(whole(start, 'index')).rows.flatMap(({ cells }) => cells);
  }
  const area = record(body['tableRange']);
  const [start, row, column] = cellLocation(area['tableCellLocation']);
  const [rows, columns] = [whole(area, 'rowSpan'), whole(area, 'columnSpan')];
  const table = editor.table(start).rows;
  if (rows < 1 || columns < 1 || row + rows > table.length || column + columns > (table[0]?.cells.length ?? 0))
    throw new BadEdit('The table range is out of the bounds of the table.');
  return table.slice(row, row + rows).flatMap(({ cells }) => cells.slice(column, column + columns));
}

/** The members a field mask names; `*` is all. Only whole members can be named: of `link.url` the link. */
function mask<T extends string>(fields: unknown, known: readonly T[]): readonly T[] {
  if (typeof fields !== 'string' || fields.trim() === '')
    throw new BadEdit("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  if (fields.trim() === '*') return known;
  return fields.split(',').map((path) => {
    const name = path.trim().split('.')[0];
    const member = known.find((one) => one === name);
    if (member === undefined) throw new BadEdit(`Invalid field: ${path.trim()}`);
    return member;
  });
}

function oneOf(what: string, value: string | undefined, known: readonly string[]): void {
  if (value !== undefined && !known.includes(value)) throw new NotEmulated(`${what} ${value}`);
}

function objectSize(value: unknown): Omit<InlineObject, 'sourceUri'> {
  const size = record(value);
  const points = (name: string): number => {
    const { magnitude, unit } = record(size[name]);
    if (typeof magnitude !== 'number' || unit !== 'PT')
      throw new NotEmulated(`insertInlineImage without its ${name} in points`);
    return magnitude;
  };
  return { width: points('width'), height: points('height') };
}

function namedRanges(editor: Editor, id: unknown, name: unknown): NamedRange[] {
  const found = editor.content.ranges.filter((one) => (id === undefined ? one.name === name : one.id === id));
  if (found.length === 0) throw new BadEdit('The named range was not found.');
  return found;
}

/** Replaces what a named range holds; the range then holds the new text. */
function replaceRange(editor: Editor, id: string, text: string): void {
  const find = (): NamedRange | undefined => editor.content.ranges.find((one) => one.id === id);
  const old = find();
  if (old === undefined) return;
  const { start, end } = old;
  // First the new text inside, so that it takes the style of the old and the range lives on.
  const length = text === '' ? 0 : editor.insertText(start, text, charStyle(editor, start));
  editor.delete(start + length, end + length);
  const left = find();
  if (length > 0 && left !== undefined) Object.assign(left, { start, end: start + length });
  else if (length > 0) editor.content.ranges.push({ ...old, start, end: start + length });
}

function charStyle(editor: Editor, index: number): TextStyle {
  const unit = editor.at(index);
  return unit?.kind === 'char' ? { ...unit.style } : editor.styleAt(index);
}

/** Replaces every occurrence, also those in tables; gives how many. */
function replaceAll(editor: Editor, text: string, matchCase: boolean, replacement: string): number {
  // One letter per index: whatever is not text becomes a character no search text can hold.
  const letters = editor.content.units.map((unit) =>
    unit.kind === 'char' ? unit.char : unit.kind === 'newline' ? '\n' : '\uE000',
  );
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), matchCase ? 'g' : 'gi');
  const found = [...letters.join('').matchAll(pattern)].map(({ index }) => index + 1);
  for (const start of found.reverse()) {
    const length = replacement === '' ? 0 : editor.insertText(start, replacement, charStyle(editor, start));
    editor.delete(start + length, start + length + text.length);
  }
  return found.length;
}
