// A Google document as a static page.
import { escapeHtml, escapeLines, htmlPage, safeHref } from './html-page';

type Document = GoogleAppsScript.Docs.Schema.Document;
type Element = GoogleAppsScript.Docs.Schema.StructuralElement;
type Paragraph = GoogleAppsScript.Docs.Schema.Paragraph;
type ParagraphElement = GoogleAppsScript.Docs.Schema.ParagraphElement;
type TextStyle = GoogleAppsScript.Docs.Schema.TextStyle;
type OptionalColor = GoogleAppsScript.Docs.Schema.OptionalColor;
type Lists = Readonly<Record<string, { listProperties?: { nestingLevels?: { glyphType?: string }[] } }>>;
type Objects = Readonly<
  Record<
    string,
    {
      inlineObjectProperties?: {
        embeddedObject?: { imageProperties?: { sourceUri?: string }; size?: { width?: { magnitude?: number } } };
      };
    }
  >
>;

const STYLE = `
body { margin: 0; background: #fff; color: #000; font: 11pt/1.15 Arial, "Liberation Sans", sans-serif; }
main { max-width: 17cm; margin: 0 auto; padding: 2cm 1rem; }
h1.title { font-size: 26pt; font-weight: 400; margin: 0 0 3pt; }
p.subtitle { font-size: 15pt; color: #666; margin: 0 0 16pt; }
h1, h2, h3, h4, h5, h6 { font-weight: 400; line-height: 1.15; }
h1 { font-size: 20pt; margin: 20pt 0 6pt; } h2 { font-size: 16pt; margin: 18pt 0 6pt; } h3 { font-size: 14pt; color: #434343; margin: 16pt 0 4pt; }
h4, h5, h6 { font-size: 11pt; color: #666; margin: 14pt 0 4pt; }
p, ul, ol { margin: 0; min-height: 1.15em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { border: 1px solid #000; padding: 5pt; vertical-align: top; overflow-wrap: anywhere; }
hr { border: 0; border-top: 1px dashed #999; break-after: page; }
img { max-width: 100%; height: auto; }
`;

/**
 * The page of a document: headings, lists, tables, text styles and links.
 * @param view what `readDocument` gives
 */
export function documentToHtml(view: Document): string {
  const writer = new Writer((view.lists ?? {}) as Lists, (view.inlineObjects ?? {}) as Objects);
  return htmlPage(view.title ?? '', STYLE, `<main>\n${writer.elements(view.body?.content ?? [])}\n</main>`);
}

class Writer {
  readonly #lists: Lists;
  readonly #objects: Objects;
  constructor(lists: Lists, objects: Objects) {
    this.#lists = lists;
    this.#objects = objects;
  }

  elements(elements: readonly Element[]): string {
    const parts: string[] = [];
    /** Tags of the lists that are open, outermost first. */
    const open: string[] = [];
    let list: string | undefined;
    const closeTo = (depth: number): void => {
      while (open.length > depth) parts.push(`</li></${open.pop() ?? ''}>`);
    };
    for (const { paragraph, table } of elements) {
      const bullet = paragraph?.bullet;
      if (bullet === undefined || bullet.listId !== list) {
        closeTo(0);
        list = bullet?.listId;
      }
      if (paragraph !== undefined && bullet !== undefined) {
        const level = bullet.nestingLevel ?? 0;
        closeTo(level + 1);
        if (open.length === level + 1) parts.push('</li><li>');
        while (open.length <= level) {
          const tag = this.#tag(bullet.listId, open.length);
          open.push(tag);
          parts.push(`<${tag}><li>`);
        }
        parts.push(this.#runs(paragraph));
      } else if (paragraph !== undefined) parts.push(this.#paragraph(paragraph));
      else if (table !== undefined) parts.push(this.#table(table));
    }
    closeTo(0);
    return parts.join('\n');
  }

  #tag(listId: string | undefined, level: number): 'ol' | 'ul' {
    const properties = this.#lists[listId ?? '']?.listProperties;
    return properties?.nestingLevels?.[level]?.glyphType === undefined ? 'ul' : 'ol';
  }

  #paragraph(paragraph: Paragraph): string {
    const { namedStyleType = 'NORMAL_TEXT', alignment } = paragraph.paragraphStyle ?? {};
    const align = { CENTER: 'center', END: 'right', JUSTIFIED: 'justify' }[alignment ?? ''];
    const style = align === undefined ? '' : ` style="text-align:${align}"`;
    const heading = /^HEADING_([1-6])$/.exec(namedStyleType)?.[1];
    const inner = this.#runs(paragraph);
    if (heading !== undefined) return `<h${heading}${style}>${inner}</h${heading}>`;
    if (namedStyleType === 'TITLE') return `<h1 class="title"${style}>${inner}</h1>`;
    if (namedStyleType === 'SUBTITLE') return `<p class="subtitle"${style}>${inner}</p>`;
    return `<p${style}>${inner}</p>`;
  }

  #runs({ elements }: Paragraph): string {
    return (elements ?? []).map((element) => this.#run(element)).join('');
  }

  #run({ textRun, pageBreak, inlineObjectElement }: ParagraphElement): string {
    if (pageBreak !== undefined) return '<hr>';
    if (inlineObjectElement !== undefined) return this.#picture(inlineObjectElement.inlineObjectId ?? '');
    const content = (textRun?.content ?? '').replace(/\n$/, '');
    return content === '' ? '' : styled(escapeLines(content), textRun?.textStyle ?? {});
  }

  #picture(id: string): string {
    const embedded = this.#objects[id]?.inlineObjectProperties?.embeddedObject;
    const source = safeHref(embedded?.imageProperties?.sourceUri ?? '');
    const width = embedded?.size?.width?.magnitude;
    if (source === undefined) return '';
    return `<img src="${source}" alt=""${width === undefined ? '' : ` style="width:${String(width)}pt"`}>`;
  }

  #table({ tableRows, tableStyle }: GoogleAppsScript.Docs.Schema.Table): string {
    const widths = (tableStyle?.tableColumnProperties ?? []).map(({ width }) => width?.magnitude);
    const columns = widths.some((width) => width !== undefined)
      ? `<colgroup>${widths.map((width) => (width === undefined ? '<col>' : `<col style="width:${String(Number(width))}pt">`)).join('')}</colgroup>`
      : '';
    const rows = (tableRows ?? []).map(({ tableCells }) => {
      const cells = (tableCells ?? []).map(({ content, tableCellStyle }) => {
        const colour = css(tableCellStyle?.backgroundColor);
        const style = colour === undefined ? '' : ` style="background:${colour}"`;
        return `<td${style}>${this.elements(content ?? [])}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table>${columns}${rows.join('')}</table>`;
  }
}

function styled(html: string, style: TextStyle): string {
  const rules: string[] = [];
  const colour = css(style.foregroundColor);
  const background = css(style.backgroundColor);
  const size = style.fontSize?.magnitude;
  if (colour !== undefined) rules.push(`color:${colour}`);
  if (background !== undefined) rules.push(`background:${background}`);
  if (size !== undefined) rules.push(`font-size:${String(Number(size))}pt`);
  let result = rules.length === 0 ? html : `<span style="${escapeHtml(rules.join(';'))}">${html}</span>`;
  const href = style.link?.url === undefined ? undefined : safeHref(style.link.url);
  if (style.bold === true) result = `<strong>${result}</strong>`;
  if (style.italic === true) result = `<em>${result}</em>`;
  if (style.strikethrough === true) result = `<s>${result}</s>`;
  if (href !== undefined) return `<a href="${href}">${result}</a>`;
  return style.underline === true ? `<u>${result}</u>` : result;
}

/** A colour as CSS; channels go from 0 to 1 and absent ones are 0. */
function css(colour: OptionalColor | undefined): string | undefined {
  const rgb = colour?.color?.rgbColor;
  if (rgb === undefined) return undefined;
  const channel = (value: number | undefined): string =>
    Math.round(Math.min(1, Math.max(0, Number(value ?? 0))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(rgb.red)}${channel(rgb.green)}${channel(rgb.blue)}`;
}
