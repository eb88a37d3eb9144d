// A Google document as a .docx file, by the library `docx` (MIT): headings, runs, links, lists, tables with widths and colours.
import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  type ILevelsOptions,
  Packer,
  PageBreak,
  PageNumber,
  Footer,
  Paragraph as DocxParagraph,
  type ParagraphChild,
  ShadingType,
  Table as DocxTable,
  TableCell as DocxCell,
  TableLayoutType,
  TableRow as DocxRow,
  TextRun,
  WidthType,
} from 'docx';

type Document = GoogleAppsScript.Docs.Schema.Document;
type Element = GoogleAppsScript.Docs.Schema.StructuralElement;
type Paragraph = GoogleAppsScript.Docs.Schema.Paragraph;
type ParagraphElement = GoogleAppsScript.Docs.Schema.ParagraphElement;
type Table = GoogleAppsScript.Docs.Schema.Table;
type TextStyle = GoogleAppsScript.Docs.Schema.TextStyle;
type OptionalColor = GoogleAppsScript.Docs.Schema.OptionalColor;
type Lists = Readonly<Record<string, { listProperties?: { nestingLevels?: { glyphType?: string }[] } }>>;

/** Twentieths of a point, in which Word measures. */
const TWIPS = 20;
const A4 = { width: 11906, height: 16838 };
/** Google's margins of a new document. */
const MARGIN = 72 * TWIPS;
const TEXT_WIDTH = A4.width - 2 * MARGIN;

const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  TITLE: HeadingLevel.TITLE,
  HEADING_1: HeadingLevel.HEADING_1,
  HEADING_2: HeadingLevel.HEADING_2,
  HEADING_3: HeadingLevel.HEADING_3,
  HEADING_4: HeadingLevel.HEADING_4,
  HEADING_5: HeadingLevel.HEADING_5,
  HEADING_6: HeadingLevel.HEADING_6,
};
const ALIGNMENTS: Readonly<Record<string, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  CENTER: AlignmentType.CENTER,
  END: AlignmentType.END,
  JUSTIFIED: AlignmentType.BOTH,
};

/**
 * The document as Word opens it, on A4. Pictures are left out: their content is not part of what Docs tells of a document.
 * @param view what `readDocument` gives
 */
export async function documentToDocx(view: Document): Promise<Uint8Array> {
  const writer = new Writer((view.lists ?? {}) as Lists);
  const children = writer.elements(view.body?.content ?? []);
  const file = new DocxDocument({
    title: plain(view.title ?? ''),
    creator: 'Время роста',
    styles: STYLES,
    numbering: { config: writer.numbering() },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, footer: MARGIN / 2 } },
        },
        footers: {
          default: new Footer({
            children: [
              new DocxParagraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 18, color: '666666' })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** Google's named styles of a new document. Sizes in half points, spaces in twentieths of a point. */
const heading = (size: number, before: number, after: number, color = '000000') => ({
  run: { size: size * 2, color, bold: false, font: FONT },
  paragraph: { spacing: { before: before * TWIPS, after: after * TWIPS, line: 276 }, keepNext: true, keepLines: true },
});
const FONT = 'Arial';
const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: 'ru-RU' } },
      paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: heading(26, 0, 3),
    heading1: heading(20, 20, 6),
    heading2: heading(16, 18, 6),
    heading3: heading(14, 16, 4, '434343'),
    heading4: heading(12, 14, 4, '666666'),
    heading5: heading(11, 12, 4, '666666'),
    heading6: heading(11, 12, 4, '666666'),
    hyperlink: { run: { color: '1155CC', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 30, color: '666666' },
      paragraph: { spacing: { after: 16 * TWIPS } },
    },
  ],
};

class Writer {
  readonly #lists: Lists;
  readonly #used = new Set<string>();
  constructor(lists: Lists) {
    this.#lists = lists;
  }

  elements(elements: readonly Element[]): (DocxParagraph | DocxTable)[] {
    return elements.flatMap(({ paragraph, table }): (DocxParagraph | DocxTable)[] => {
      if (paragraph !== undefined) return [this.#paragraph(paragraph)];
      return table === undefined ? [] : [this.#table(table)];
    });
  }

  /** How the lists that were met are numbered; asked for when everything has been written. */
  numbering(): { reference: string; levels: ILevelsOptions[] }[] {
    return [...this.#used].map((reference) => ({
      reference,
      levels: (this.#lists[reference]?.listProperties?.nestingLevels ?? []).map(({ glyphType }, level) => ({
        level,
        format: glyphType === undefined ? LevelFormat.BULLET : LevelFormat.DECIMAL,
        text: glyphType === undefined ? '•' : `%${String(level + 1)}.`,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: (level + 1) * 36 * TWIPS, hanging: 18 * TWIPS } } },
      })),
    }));
  }

  #paragraph({ elements, paragraphStyle, bullet }: Paragraph): DocxParagraph {
    const { namedStyleType = 'NORMAL_TEXT', alignment, spaceAbove, spaceBelow, keepWithNext } = paragraphStyle ?? {};
    const level = HEADINGS[namedStyleType];
    const align = ALIGNMENTS[alignment ?? ''];
    if (bullet?.listId !== undefined) this.#used.add(bullet.listId);
    return new DocxParagraph({
      ...(level === undefined ? {} : { heading: level }),
      ...(namedStyleType === 'SUBTITLE' ? { style: 'Subtitle' } : {}),
      ...(align === undefined ? {} : { alignment: align }),
      ...(bullet?.listId === undefined
        ? {}
        : { numbering: { reference: bullet.listId, level: bullet.nestingLevel ?? 0 } }),
      ...(keepWithNext === true ? { keepNext: true } : {}),
      ...(spaceAbove?.magnitude === undefined && spaceBelow?.magnitude === undefined
        ? {}
        : {
            spacing: {
              ...(spaceAbove?.magnitude === undefined ? {} : { before: spaceAbove.magnitude * TWIPS }),
              ...(spaceBelow?.magnitude === undefined ? {} : { after: spaceBelow.magnitude * TWIPS }),
            },
          }),
      // A blank line is as high as its own letters.
      run: runStyle(elements?.at(-1)?.textRun?.textStyle ?? {}),
      children: (elements ?? []).flatMap((element) => this.#run(element)),
    });
  }

  #run({ textRun, pageBreak }: ParagraphElement): ParagraphChild[] {
    if (pageBreak !== undefined) return [new PageBreak()];
    const text = plain((textRun?.content ?? '').replace(/\n$/, ''));
    if (text === '') return [];
    const style = textRun?.textStyle ?? {};
    const url = style.link?.url ?? '';
    const isLink = /^(https?:\/\/|mailto:)/i.test(url);
    const run = new TextRun({ text, ...runStyle(style), ...(isLink ? { style: 'Hyperlink' } : {}) });
    return isLink ? [new ExternalHyperlink({ link: url, children: [run] })] : [run];
  }

  #table({ tableRows, tableStyle, columns = 1 }: Table): DocxTable {
    const set = (tableStyle?.tableColumnProperties ?? []).map(({ width }) => width?.magnitude);
    // Columns without a width of their own share what is left.
    const known = set.reduce<number>((sum, width) => sum + (width ?? 0), 0) * TWIPS;
    const open = columns - set.filter((width) => width !== undefined).length;
    const rest = Math.max(0, TEXT_WIDTH - known) / Math.max(1, open);
    const widths = Array.from({ length: columns }, (_unused, at) =>
      Math.round(set[at] === undefined ? rest : (set[at] ?? 0) * TWIPS),
    );
    return new DocxTable({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: (tableRows ?? []).map(
        ({ tableCells }, row) =>
          new DocxRow({
            cantSplit: true,
            // The heading comes again on every page.
            ...(row === 0 ? { tableHeader: true } : {}),
            children: (tableCells ?? []).map(({ content, tableCellStyle }, at) => {
              const fill = hex(tableCellStyle?.backgroundColor);
              return new DocxCell({
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                margins: CELL_MARGINS,
                borders: CELL_BORDERS,
                ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
                children: this.elements(content ?? []),
              });
            }),
          }),
      ),
    });
  }
}

const CELL_MARGINS = { top: 80, bottom: 80, left: 100, right: 100, marginUnitType: WidthType.DXA };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const CELL_BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };

function runStyle(style: TextStyle): object {
  const size = style.fontSize?.magnitude;
  const color = hex(style.foregroundColor);
  const ground = hex(style.backgroundColor);
  return {
    ...(style.bold === true ? { bold: true } : {}),
    ...(style.italic === true ? { italics: true } : {}),
    ...(style.strikethrough === true ? { strike: true } : {}),
    ...(style.underline === true ? { underline: {} } : {}),
    ...(size === undefined ? {} : { size: Math.round(size * 2) }),
    ...(color === undefined ? {} : { color }),
    ...(ground === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: ground, color: 'auto' } }),
  };
}

/** XML 1.0 has no place for control characters. */
const plain = (text: string): string =>
  Array.from(text, (character) => ((character.codePointAt(0) ?? 0) < 0x20 ? ' ' : character)).join('');

/** A colour as Word writes it; channels go from 0 to 1 and absent ones are 0. */
function hex(colour: OptionalColor | undefined): string | undefined {
  const rgb = colour?.color?.rgbColor;
  if (rgb === undefined) return undefined;
  const channel = (value: number | undefined): string =>
    Math.round(Math.min(1, Math.max(0, Number(value ?? 0))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `${channel(rgb.red)}${channel(rgb.green)}${channel(rgb.blue)}`.toUpperCase();
}
