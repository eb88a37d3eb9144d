// Documents of the local Workspace as they are stored: plain JSON, and the flat form in which they are edited.
import type { World } from '../../runtime/world';

export type TextStyle = GoogleAppsScript.Docs.Schema.TextStyle;
export type ParagraphStyle = GoogleAppsScript.Docs.Schema.ParagraphStyle;
export type CellStyle = GoogleAppsScript.Docs.Schema.TableCellStyle;
export type ColumnProperties = GoogleAppsScript.Docs.Schema.TableColumnProperties;

export const DOCUMENT_MIME = 'application/vnd.google-apps.document';

/** A paragraph's place in a list. */
export interface Bullet {
  listId: string;
  nestingLevel: number;
}

/**
 * One index of a document's body: a UTF-16 code unit of text, the newline that ends a paragraph (and carries its
 * style), a page break, an image, or a mark of a table's structure. Unit k has index k + 1, after the first section
 * break. https://developers.google.com/workspace/docs/api/concepts/structure#start_and_end_index
 */
export type Unit =
  | { kind: 'char'; char: string; style: TextStyle }
  | { kind: 'newline'; paragraph: ParagraphStyle; bullet?: Bullet; style: TextStyle }
  | { kind: 'pageBreak'; style: TextStyle }
  | { kind: 'object'; id: string; style: TextStyle }
  | { kind: 'table'; columns: number; /** Absent: all columns are alike. */ properties?: ColumnProperties[] }
  | { kind: 'row' }
  | { kind: 'cell'; style: CellStyle }
  | { kind: 'tableEnd' };

/** Units as stored: neighbouring characters of one style in one piece. */
type Piece = Exclude<Unit, { kind: 'char' }> | { kind: 'text'; text: string; style: TextStyle };

/** A named piece of a document; indices as the API counts them, `end` exclusive. */
export interface NamedRange {
  id: string;
  name: string;
  start: number;
  end: number;
}

/** An image in the text. */
export interface InlineObject {
  sourceUri: string;
  /** Size in points. */
  width: number;
  height: number;
}

/** A document, ready for editing. */
export interface Content {
  units: Unit[];
  ranges: NamedRange[];
  /** Lists by id, with the preset they were made from. */
  lists: Record<string, string>;
  objects: Record<string, InlineObject>;
}

interface StoredDocument extends Omit<Content, 'units'> {
  pieces: Piece[];
  revision: string;
}

interface Slice {
  documents: Record<string, StoredDocument>;
}

function documents(world: World): Slice['documents'] {
  return world.slice<Slice>('docs', () => ({ documents: {} })).documents;
}

/** Gives the file `id` a blank document: one empty paragraph. */
export function createDocument(world: World, id: string): void {
  const units: Unit[] = [{ kind: 'newline', paragraph: { namedStyleType: 'NORMAL_TEXT' }, style: {} }];
  saveContent(world, id, { units, ranges: [], lists: {}, objects: {} });
}

/** Removes a document's content. */
export function deleteDocument(world: World, id: string): void {
  Reflect.deleteProperty(documents(world), id);
}

/** Makes `to` a document with the content of `from`. */
export function copyDocument(world: World, from: string, to: string): void {
  const content = loadContent(world, from);
  if (content !== undefined) saveContent(world, to, content);
}

/** A copy of a document's content that may be changed freely; undefined when there is no such document. */
export function loadContent(world: World, id: string): Content | undefined {
  const stored = documents(world)[id];
  if (stored === undefined) return undefined;
  const { pieces, ranges, lists, objects } = structuredClone(stored);
  const units = pieces.flatMap((piece): Unit[] =>
    piece.kind === 'text'
      ? piece.text.split('').map((char): Unit => ({ kind: 'char', char, style: { ...piece.style } }))
      : [piece],
  );
  return { units, ranges, lists, objects };
}

/** Stores a document's content under a new revision. */
export function saveContent(world: World, id: string, { units, ranges, lists, objects }: Content): void {
  const pieces: Piece[] = [];
  let key = '';
  for (const unit of units) {
    const last = pieces.at(-1);
    if (unit.kind !== 'char') pieces.push(unit);
    else {
      const style = JSON.stringify(unit.style);
      if (last?.kind === 'text' && style === key) last.text += unit.char;
      else pieces.push({ kind: 'text', text: unit.char, style: unit.style });
      key = style;
    }
  }
  documents(world)[id] = structuredClone({ pieces, ranges, lists, objects, revision: world.nextId(48) });
}

/** The id of the document's present state. */
export function revisionOf(world: World, id: string): string {
  return documents(world)[id]?.revision ?? '';
}

/** The ids of all documents, oldest first. */
export function documentIds(world: World): string[] {
  return Object.keys(documents(world));
}
