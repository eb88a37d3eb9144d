// A Google document as a page: structure and styles kept, nothing hostile let through.
import { documentToHtml } from '../../../local/export/doc-html';
import { createDocsService, readDocument } from '../../../local/services/docs';
import { setup } from '../services/drive/world';

/** The page of a document made by these requests. */
function page(title: string, ...requests: object[]): string {
  const { world } = setup();
  const Docs = createDocsService(world);
  const { documentId: id = '' } = Docs.Documents.create({ title });
  Docs.Documents.batchUpdate({ requests }, id);
  return documentToHtml(readDocument(world, id) ?? {});
}

const insert = (index: number, text: string): object => ({ insertText: { location: { index }, text } });
const style = (startIndex: number, endIndex: number, textStyle: object): object => ({
  updateTextStyle: { range: { startIndex, endIndex }, textStyle, fields: Object.keys(textStyle).join(',') },
});

describe('documentToHtml', () => {
  it('writes headings, alignment and text styles', () => {
    const html = page(
      'Маршрут',
      insert(1, 'Цели\nважно'),
      {
        updateParagraphStyle: {
          range: { startIndex: 1, endIndex: 2 },
          paragraphStyle: { namedStyleType: 'HEADING_2', alignment: 'CENTER' },
          fields: '*',
        },
      },
      style(6, 11, {
        bold: true,
        foregroundColor: { color: { rgbColor: { red: 1 } } },
        fontSize: { magnitude: 14, unit: 'PT' },
      }),
    );
    expect(html).toContain('<title>Маршрут</title>');
    expect(html).toContain('<h2 style="text-align:center">Цели</h2>');
    expect(html).toContain('<p><strong><span style="color:#ff0000;font-size:14pt">важно</span></strong></p>');
  });

  it('nests lists and tells numbers from bullets', () => {
    const bullets = (bulletPreset: string): string =>
      page('x', insert(1, 'a\n\tb\n\tc\nd'), {
        createParagraphBullets: { range: { startIndex: 1, endIndex: 10 }, bulletPreset },
      }).replace(/\n/g, '');
    expect(bullets('BULLET_DISC_CIRCLE_SQUARE')).toContain(
      '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>',
    );
    expect(bullets('NUMBERED_DECIMAL_NESTED')).toContain('<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>');
  });

  it('writes tables with their text and colours', () => {
    const html = page('x', { insertTable: { location: { index: 1 }, rows: 1, columns: 2 } }, insert(5, 'a'), {
      updateTableCellStyle: {
        tableStartLocation: { index: 2 },
        tableCellStyle: { backgroundColor: { color: { rgbColor: { green: 1 } } } },
        fields: 'backgroundColor',
      },
    });
    expect(html).toContain('<td style="background:#00ff00"><p>a</p></td><td style="background:#00ff00"><p></p></td>');
  });

  it('escapes text and keeps only web and mail links', () => {
    const html = page(
      '<b>',
      insert(1, '<script>alert(1)</script>ok'),
      style(1, 9, { link: { url: 'javascript:alert(1)' } }),
      style(26, 28, { link: { url: 'https://example.org/?a=1&b="2"' } }),
    );
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
    expect(html).toContain('<title>&lt;b&gt;</title>');
  });
});
