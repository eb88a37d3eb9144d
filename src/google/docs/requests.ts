// Blocks of a document as requests of documents.batchUpdate.
// https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request
import { type Block, type Fill, type Inline, isWebAddress, type Run, runsOf } from '../../domain/document/document';

/** Two kinds are newer than the type definitions. */
export type Request = GoogleAppsScript.Docs.Schema.Request & {
  readonly updateTableCellStyle?: object;
  readonly updateTableColumnProperties?: object;
};
type TextStyle = GoogleAppsScript.Docs.Schema.TextStyle;
type TableBlock = Extract<Block, { kind: 'table' }>;
type PictureBlock = Extract<Block, { kind: 'picture' }>;

const BULLETS = { true: 'NUMBERED_DECIMAL_NESTED', false: 'BULLET_DISC_CIRCLE_SQUARE' } as const;
const HEAD_COLOUR = { red: 0.9, green: 0.94, blue: 1 };
const SMALL = { magnitude: 9, unit: 'PT' };
const ROOM = { magnitude: 6, unit: 'PT' };
const GREY = { red: 0.4, green: 0.4, blue: 0.4 };
const FILLS: Readonly<Record<Fill, typeof GREY>> = {
  blue: { red: 0.26, green: 0.52, blue: 0.96 },
  orange: { red: 0.91, green: 0.44, blue: 0.04 },
  green: { red: 0.2, green: 0.66, blue: 0.33 },
  grey: { red: 0.62, green: 0.65, blue: 0.69 },
};
/** All text styles that a neighbour's text could lend to what is inserted beside it. */
const EVERY_STYLE =
  'bold,italic,underline,strikethrough,smallCaps,backgroundColor,foregroundColor,fontSize,weightedFontFamily,baselineOffset,link';
const EVERY_PARAGRAPH_STYLE =
  'namedStyleType,alignment,indentStart,indentEnd,indentFirstLine,spaceAbove,spaceBelow,keepWithNext';
/** A blank line before and after a table or a picture is lower than a line of text. */
const SPACER = { fontSize: { magnitude: 6, unit: 'PT' } };

const colour = (rgbColor: typeof GREY): { color: { rgbColor: typeof GREY } } => ({ color: { rgbColor } });

/** A stretch of paragraphs of one style, or the place of a table or a picture. */
interface Line {
  readonly runs: readonly Run[];
  readonly style: string;
  readonly list?: boolean;
  /** Of a paragraph, besides its named style. */
  readonly room?: true;
  readonly keep?: true;
  readonly placed?: TableBlock | PictureBlock;
}

/**
 * Writes blocks at an index that is the beginning of a paragraph; they end with a paragraph's end.
 *
 * All text goes in by one request, then the styles; tables and pictures come last and from the bottom upwards, so that no index
 * below has to be known. A table stands between two blank lines: it can be put only into a paragraph, which it splits.
 *
 * @param name of the range that is to hold what was written; undefined: none
 * @param ended the last paragraph's end is there already (what was there before has been deleted up to it)
 */
export function writeBlocks(
  at: number,
  blocks: readonly Block[],
  name: string | undefined,
  ended: boolean,
): readonly Request[] {
  const lines: Line[] = blocks.flatMap(linesOf);
  if (lines.length === 0) lines.push({ runs: [], style: 'NORMAL_TEXT' });
  let text = '';
  const styled: Request[] = [];
  const lists: Request[] = [];
  const placed: (readonly Request[])[] = [];
  let listFrom: number | undefined;
  lines.forEach((line, index) => {
    const from = at + text.length;
    // What is put at a range's very beginning would fall before it: the range begins with a space then.
    const lead = line.placed !== undefined && index === 0 ? ' ' : '';
    text += `${lead}${line.runs.map((run) => run.text).join('')}\n`;
    const to = at + text.length;
    if (line.style !== 'NORMAL_TEXT')
      styled.push({
        updateParagraphStyle: {
          range: { startIndex: from, endIndex: to },
          paragraphStyle: { namedStyleType: line.style },
          fields: 'namedStyleType',
        },
      });
    // The blank line before a table keeps with it too, else the caption would keep with that line only.
    const keeps = line.keep === true || (line.placed !== undefined && lines[index - 1]?.keep === true);
    if (keeps || line.room === true)
      styled.push({
        updateParagraphStyle: {
          range: { startIndex: from, endIndex: to },
          paragraphStyle: {
            ...(line.room === true ? { spaceBelow: ROOM } : {}),
            ...(keeps ? { keepWithNext: true } : {}),
          },
          fields: [...(line.room === true ? ['spaceBelow'] : []), ...(keeps ? ['keepWithNext'] : [])].join(','),
        },
      });
    styled.push(...runStyles(from, line.runs));
    if (line.placed !== undefined) {
      styled.push(textStyle(from, to, SPACER));
      const place = from + lead.length;
      placed.unshift(line.placed.kind === 'table' ? table(place, line.placed) : [picture(place, line.placed)]);
    }
    if (line.list === undefined) return;
    listFrom ??= from;
    // The list ends here: lists are made from the bottom upwards too.
    if (lines[index + 1]?.list !== line.list) {
      lists.unshift({
        createParagraphBullets: {
          range: { startIndex: listFrom, endIndex: to },
          bulletPreset: BULLETS[`${line.list}`],
        },
      });
      listFrom = undefined;
    }
  });
  const whole = { startIndex: at, endIndex: at + text.length };
  const inserted = ended ? text.slice(0, -1) : text;
  return [
    ...(inserted === '' ? [] : [{ insertText: { location: { index: at }, text: inserted } }]),
    // What stands beside lends its style to what is inserted.
    { deleteParagraphBullets: { range: whole } },
    {
      updateParagraphStyle: {
        range: whole,
        paragraphStyle: { namedStyleType: 'NORMAL_TEXT' },
        fields: EVERY_PARAGRAPH_STYLE,
      },
    },
    { updateTextStyle: { range: whole, textStyle: {}, fields: EVERY_STYLE } },
    ...styled,
    ...(name === undefined ? [] : [{ createNamedRange: { name, range: whole } }]),
    ...lists,
    ...placed.flat(),
  ];
}

const STYLES = { title: 'TITLE', subtitle: 'SUBTITLE' } as const;

function linesOf(block: Block): Line[] {
  switch (block.kind) {
    case 'heading':
      return [{ runs: runsOf(block.text), style: `HEADING_${String(block.level)}` }];
    case 'list':
      return block.items.map((item) => ({ runs: runsOf(item), style: 'NORMAL_TEXT', list: block.ordered }));
    case 'table':
    case 'picture':
      return [{ runs: [], style: 'NORMAL_TEXT', placed: block }];
    case 'paragraph': {
      const { room, keep } = block;
      return [
        {
          runs: runsOf(block.text),
          style: 'NORMAL_TEXT',
          ...(room === undefined ? {} : { room }),
          ...(keep === undefined ? {} : { keep }),
        },
      ];
    }
    default:
      return [{ runs: runsOf(block.text), style: STYLES[block.kind] }];
  }
}

function runStyles(at: number, runs: readonly Run[]): readonly Request[] {
  const requests: Request[] = [];
  let from = at;
  for (const { text, bold, italic, muted, small, fill, link } of runs) {
    const to = from + text.length;
    const style: TextStyle = {
      ...(bold === true ? { bold } : {}),
      ...(italic === true ? { italic } : {}),
      ...(muted === true ? { foregroundColor: colour(GREY), fontSize: SMALL } : {}),
      ...(small === true ? { fontSize: SMALL } : {}),
      ...(fill === undefined ? {} : { backgroundColor: colour(FILLS[fill]) }),
      ...(link !== undefined && isWebAddress(link) ? { link: { url: link } } : {}),
    };
    if (Object.keys(style).length > 0) requests.push(textStyle(from, to, style));
    from = to;
  }
  return requests;
}

const textStyle = (startIndex: number, endIndex: number, style: TextStyle): Request => ({
  updateTextStyle: { range: { startIndex, endIndex }, textStyle: style, fields: Object.keys(style).join(',') },
});

const picture = (index: number, { uri, width, height }: PictureBlock): Request => ({
  insertInlineImage: {
    location: { index },
    uri,
    objectSize: { width: { magnitude: width, unit: 'PT' }, height: { magnitude: height, unit: 'PT' } },
  },
});

/**
 * A table in the blank paragraph at an index. Docs puts a line break before it, so the table begins one further; its first cell's
 * text three further than that, every next cell of a row two, every next row one more.
 * https://developers.google.com/workspace/docs/api/how-tos/tables
 */
function table(index: number, { head, rows, widths }: TableBlock): readonly Request[] {
  const columns = head.length;
  const all = [head, ...rows];
  const start = index + 1;
  const tableStartLocation = { index: start };
  const cells = all.flatMap((row, r) =>
    head.map((_unused, c) => ({ at: start + 3 + r * (2 * columns + 1) + 2 * c, text: row[c] ?? '', isHead: r === 0 })),
  );
  return [
    { insertTable: { location: { index }, rows: all.length, columns } },
    ...(widths ?? []).map((width, column) => ({
      updateTableColumnProperties: {
        tableStartLocation,
        columnIndices: [column],
        tableColumnProperties: { widthType: 'FIXED_WIDTH', width: { magnitude: width, unit: 'PT' } },
        fields: 'widthType,width',
      },
    })),
    {
      updateTableCellStyle: {
        tableRange: {
          tableCellLocation: { tableStartLocation, rowIndex: 0, columnIndex: 0 },
          rowSpan: 1,
          columnSpan: columns,
        },
        tableCellStyle: { backgroundColor: colour(HEAD_COLOUR) },
        fields: 'backgroundColor',
      },
    },
    // From the last cell backwards: what is written moves only what is already done.
    ...cells.reverse().flatMap(({ at, text, isHead }) => cell(at, text, isHead)),
  ];
}

function cell(at: number, text: Inline, isHead: boolean): readonly Request[] {
  const runs = runsOf(text).map((run) => (isHead ? { ...run, bold: true as const } : run));
  const plain = runs.map((run) => run.text).join('');
  if (plain === '') return [];
  return [
    { insertText: { location: { index: at }, text: plain } },
    // The blank line into which the table was put is lower than a line of text; cells take after it.
    { updateTextStyle: { range: { startIndex: at, endIndex: at + plain.length }, textStyle: {}, fields: EVERY_STYLE } },
    ...runStyles(at, runs),
  ];
}
