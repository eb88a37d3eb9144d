// A document as documents.get shows it. https://developers.google.com/workspace/docs/api/reference/rest/v1/documents
import { nestingLevels } from './lists';
import type { Content, Unit } from './state';

type Document = GoogleAppsScript.Docs.Schema.Document;
type StructuralElement = GoogleAppsScript.Docs.Schema.StructuralElement;
type ParagraphElement = GoogleAppsScript.Docs.Schema.ParagraphElement;
type TableRow = GoogleAppsScript.Docs.Schema.TableRow;
type TableCell = GoogleAppsScript.Docs.Schema.TableCell;

/**
 * The document with everything the emulation keeps. `documentStyle` and `namedStyles`, which live Docs also gives, are
 * not emulated.
 */
export function documentResource(documentId: string, title: string, revisionId: string, content: Content): Document {
  const { lists, objects, ranges } = content;
  const named = new Map<string, { name: string; namedRanges: unknown[] }>();
  for (const { id, name, start, end } of ranges) {
    const same = named.get(name)?.namedRanges ?? [];
    named.set(name, {
      name,
      namedRanges: [...same, { namedRangeId: id, name, ranges: [{ startIndex: start, endIndex: end }] }],
    });
  }
  return {
    documentId,
    title,
    revisionId,
    suggestionsViewMode: 'SUGGESTIONS_INLINE',
    body: {
      content: [
        {
          endIndex: 1,
          sectionBreak: { sectionStyle: { columnSeparatorStyle: 'NONE', contentDirection: 'LEFT_TO_RIGHT' } },
        },
        ...new Reader(content.units).elements(),
      ],
    },
    ...member('namedRanges', Object.fromEntries(named)),
    ...member(
      'lists',
      Object.fromEntries(
        Object.entries(lists).map(([id, preset]) => [id, { listProperties: { nestingLevels: nestingLevels(preset) } }]),
      ),
    ),
    ...member(
      'inlineObjects',
      Object.fromEntries(
        Object.entries(objects).map(([objectId, { sourceUri, width, height }]) => [
          objectId,
          {
            objectId,
            inlineObjectProperties: {
              embeddedObject: {
                imageProperties: { sourceUri },
                size: { width: { magnitude: width, unit: 'PT' }, height: { magnitude: height, unit: 'PT' } },
              },
            },
          },
        ]),
      ),
    ),
  };
}

function member(name: string, value: object): object {
  return Object.keys(value).length === 0 ? {} : { [name]: value };
}

/** Turns the flat units into the tree of paragraphs and tables. */
class Reader {
  #at = 0;
  readonly #units: readonly Unit[];
  constructor(units: readonly Unit[]) {
    this.#units = units;
  }

  get #index(): number {
    return this.#at + 1;
  }

  /** Paragraphs and tables up to the end of the body or of the cell. */
  elements(): StructuralElement[] {
    const elements: StructuralElement[] = [];
    for (;;) {
      const unit = this.#units[this.#at];
      if (unit === undefined || unit.kind === 'cell' || unit.kind === 'row' || unit.kind === 'tableEnd')
        return elements;
      elements.push(unit.kind === 'table' ? this.#table(unit) : this.#paragraph());
    }
  }

  #paragraph(): StructuralElement {
    const startIndex = this.#index;
    const elements: ParagraphElement[] = [];
    for (;;) {
      const unit = this.#units[this.#at];
      if (unit === undefined || !('style' in unit) || unit.kind === 'cell')
        return { startIndex, paragraph: { elements } };
      const place = { startIndex: this.#index, endIndex: this.#index + 1 };
      this.#at++;
      if (unit.kind === 'pageBreak') elements.push({ ...place, pageBreak: { textStyle: unit.style } });
      else if (unit.kind === 'object')
        elements.push({ ...place, inlineObjectElement: { inlineObjectId: unit.id, textStyle: unit.style } });
      else {
        const last = elements.at(-1);
        const char = unit.kind === 'char' ? unit.char : '\n';
        if (last?.textRun !== undefined && same(last.textRun.textStyle, unit.style)) {
          last.textRun.content = `${last.textRun.content ?? ''}${char}`;
          last.endIndex = this.#index;
        } else elements.push({ ...place, textRun: { content: char, textStyle: unit.style } });
      }
      if (unit.kind === 'newline') {
        const paragraphStyle = { ...unit.paragraph, direction: unit.paragraph.direction ?? 'LEFT_TO_RIGHT' };
        const bullet = unit.bullet && { ...unit.bullet, textStyle: {} };
        if (bullet?.nestingLevel === 0) Reflect.deleteProperty(bullet, 'nestingLevel');
        const paragraph = { elements, paragraphStyle, ...(bullet === undefined ? {} : { bullet }) };
        return { startIndex, endIndex: this.#index, paragraph };
      }
    }
  }

  #table({ columns, properties }: Extract<Unit, { kind: 'table' }>): StructuralElement {
    const startIndex = this.#index;
    this.#at++;
    const tableRows: TableRow[] = [];
    while (this.#units[this.#at]?.kind === 'row') tableRows.push(this.#row());
    this.#at++;
    const tableColumnProperties =
      properties ?? Array.from({ length: columns }, () => ({ widthType: 'EVENLY_DISTRIBUTED' }));
    return {
      startIndex,
      endIndex: this.#index,
      table: { rows: tableRows.length, columns, tableRows, tableStyle: { tableColumnProperties } },
    };
  }

  #row(): TableRow {
    const startIndex = this.#index;
    this.#at++;
    const tableCells: TableCell[] = [];
    for (let unit = this.#units[this.#at]; unit?.kind === 'cell'; unit = this.#units[this.#at]) {
      const cellStart = this.#index;
      this.#at++;
      const content = this.elements();
      const tableCellStyle = { rowSpan: 1, columnSpan: 1, ...unit.style };
      tableCells.push({ startIndex: cellStart, endIndex: this.#index, content, tableCellStyle });
    }
    return { startIndex, endIndex: this.#index, tableCells, tableRowStyle: { minRowHeight: { unit: 'PT' } } };
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
