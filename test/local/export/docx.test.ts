// A Google document as .docx: what stands in the document stands in the file, as Word reads it.
import { inflateRawSync } from 'node:zlib';
import { documentToDocx } from '../../../local/export/docx';

type Document = GoogleAppsScript.Docs.Schema.Document;

/** The parts of a zip by name; sizes come from the central directory. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const data = Buffer.from(bytes);
  const parts = new Map<string, string>();
  let at = data.readUInt32LE(data.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16);
  while (data.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => data.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = data.readUInt32LE(at + 42);
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const raw = data.subarray(from, from + size);
    parts.set(
      data.subarray(at + 46, at + 46 + name).toString('utf8'),
      (method === 8 ? inflateRawSync(raw) : raw).toString('utf8'),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

const run = (content: string, textStyle: object = {}): object => ({ textRun: { content, textStyle } });
const paragraph = (elements: readonly object[], style: object = {}, more: object = {}): object => ({
  paragraph: { elements, paragraphStyle: { namedStyleType: 'NORMAL_TEXT', ...style }, ...more },
});
const rgb = (red: number, green: number, blue: number): object => ({ color: { rgbColor: { red, green, blue } } });
const exported = async (content: readonly object[], more: object = {}): Promise<string> =>
  (await parts(content, more)).get('word/document.xml') ?? '';
const parts = async (content: readonly object[], more: object = {}): Promise<ReadonlyMap<string, string>> =>
  unzip(await documentToDocx({ title: 'Справка', body: { content }, ...more } as Document));

describe('a document as .docx', () => {
  it('has headings, bold, italic and coloured runs, and links', async () => {
    const all = await parts([
      paragraph([run('Справка\n')], { namedStyleType: 'TITLE' }),
      paragraph([run('Итоги\n')], { namedStyleType: 'HEADING_1' }),
      paragraph([
        run('жирно', { bold: true }),
        run('косо', { italic: true, fontSize: { magnitude: 9 }, foregroundColor: rgb(1, 0, 0) }),
        run('банк', { link: { url: 'https://example.org/a' } }),
        run('\n'),
      ]),
    ]);
    const xml = all.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:pStyle w:val="Title"/>');
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml).toMatch(/<w:b\/>.*?жирно/);
    expect(xml).toMatch(/<w:i\/>.*?<w:color w:val="FF0000"\/><w:sz w:val="18"\/>.*?косо/);
    expect(all.get('word/_rels/document.xml.rels')).toContain('https://example.org/a');
  });

  it('has lists as lists, bullets and numbers apart', async () => {
    const bullet = (listId: string): object => ({ bullet: { listId } });
    const all = await parts(
      [paragraph([run('раз\n')], {}, bullet('a')), paragraph([run('первый\n')], {}, bullet('b'))],
      {
        lists: {
          a: { listProperties: { nestingLevels: [{}] } },
          b: { listProperties: { nestingLevels: [{ glyphType: 'DECIMAL' }] } },
        },
      },
    );
    expect((all.get('word/document.xml') ?? '').match(/<w:numPr>/g)).toHaveLength(2);
    const numbering = all.get('word/numbering.xml') ?? '';
    expect(numbering).toContain('<w:numFmt w:val="bullet"/>');
    expect(numbering).toMatch(/<w:numFmt w:val="decimal"\/>.*?<w:lvlText w:val="%1."\/>/);
  });

  it('has tables with the widths and colours of their cells; the heading row comes again on every page', async () => {
    const cell = (text: string, style: object = {}): object => ({
      content: [paragraph([run(`${text}\n`)])],
      tableCellStyle: style,
    });
    const xml = await exported([
      {
        table: {
          columns: 2,
          tableRows: [
            { tableCells: [cell('Что', { backgroundColor: rgb(0, 0, 1) }), cell('Сколько')] },
            { tableCells: [cell('Формы'), cell('21')] },
          ],
          tableStyle: { tableColumnProperties: [{ width: { magnitude: 200 } }, { width: { magnitude: 100 } }] },
        },
      },
    ]);
    expect(xml).toContain('<w:gridCol w:w="4000"/><w:gridCol w:w="2000"/>');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml).toMatch(/<w:shd [^>]*w:fill="0000FF"/);
    expect(xml).toMatch(/Формы.*21/);
  });

  it('has bars of charts as coloured spaces, and captions that keep with their tables', async () => {
    const xml = await exported([
      paragraph([run('Диаграмма\n', { bold: true })], { keepWithNext: true, spaceBelow: { magnitude: 6 } }),
      paragraph([run('\u00a0\u00a0\u00a0', { backgroundColor: rgb(1, 0.5, 0) }), run(' 3\n')]),
    ]);
    expect(xml).toContain('<w:keepNext/>');
    expect(xml).toContain('w:after="120"');
    expect(xml).toMatch(/<w:shd [^>]*w:fill="FF8000"[^>]*\/>.*?\u00a0\u00a0\u00a0/);
  });

  it('takes hostile text as text: markup, control characters, addresses that are no web addresses', async () => {
    const all = await parts([
      paragraph([run('<w:p>&\u0001"', {}), run('тут', { link: { url: 'javascript:alert(1)' } }), run('\n')]),
    ]);
    expect(all.get('word/document.xml')).toContain('&lt;w:p&gt;&amp; ');
    expect([...all.values()].join('')).not.toContain('javascript:');
  });

  it('is a page of A4', async () => {
    expect(await exported([paragraph([run('\n')])])).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  });
});
