// The documents port: what is written reads back, parts of ours are written anew in place, and no paragraph of a person is touched.
import fc from 'fast-check';
import { createLocalWorkspace, type LocalWorkspace } from '../../local/index';
import { readDocument } from '../../local/services/docs';
import { type Block, type DocumentModel, plainOf } from '../../src/domain/document/document';
import { createDocs } from '../../src/google/docs';

type Element = GoogleAppsScript.Docs.Schema.StructuralElement;
type Request = GoogleAppsScript.Docs.Schema.Request;

let workspace: LocalWorkspace;
beforeEach(() => {
  workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z'), user: 'director@school.example' });
  for (const name of ['Drive', 'Docs']) Object.assign(globalThis, { [name]: workspace.globals[name] });
});

const docs = createDocs();
const folder = (): string =>
  Drive?.Files.create({ name: 'Маршруты', mimeType: 'application/vnd.google-apps.folder' }).id ?? '';
function made(model: DocumentModel): string {
  const id = docs.create('key', 'Маршрут', folder());
  docs.fill(id, model);
  return id;
}
const edit = (id: string, ...requests: Request[]): void => {
  Docs?.Documents.batchUpdate({ requests }, id);
};
const contentOf = (id: string): Element[] => (readDocument(workspace.world, id)?.body?.content ?? []).slice(1);
const textOf = ({ paragraph }: Element): string =>
  (paragraph?.elements ?? []).map(({ textRun }) => textRun?.content ?? '').join('');
/** A line a paragraph; a table as its cells. */
const shown = (elements: readonly Element[]): string[] =>
  elements.map((element) =>
    element.table === undefined
      ? textOf(element).replace(/^ ?\n$|\n$/, '')
      : (element.table.tableRows ?? [])
          .map(({ tableCells = [] }) => tableCells.map(({ content = [] }) => shown(content).join('/')).join('|'))
          .join(';'),
  );
const lines = (id: string): string[] => shown(contentOf(id));
const styleOf = (id: string, text: string): string | undefined =>
  contentOf(id).find((element) => textOf(element) === `${text}\n`)?.paragraph?.paragraphStyle?.namedStyleType;
/** Index at which a paragraph with this text begins. */
const placeOf = (id: string, text: string): number => {
  const found = contentOf(id).find((element) => textOf(element) === `${text}\n`);
  if (found?.startIndex === undefined) throw new Error(`no paragraph «${text}»`);
  return found.startIndex;
};

const TABLE: Block = {
  kind: 'table',
  head: ['Что', 'Когда'],
  rows: [['Формы', [{ text: '12.10.2026', bold: true }]], ['Таблицы']],
  widths: [200, 100],
};
const ROUTE: DocumentModel = {
  parts: [
    {
      key: 'head',
      blocks: [
        { kind: 'title', text: 'Маршрут' },
        { kind: 'subtitle', text: 'Школа № 1' },
      ],
    },
    {
      key: 'body',
      blocks: [
        { kind: 'heading', level: 2, text: 'Цели' },
        {
          kind: 'paragraph',
          text: [{ text: 'Банк', link: 'https://example.org/a' }, { text: ' и ' }, { text: 'ещё', italic: true }],
        },
        { kind: 'list', ordered: false, items: ['раз', 'два'] },
        { kind: 'list', ordered: true, items: ['первый', 'второй'] },
        TABLE,
      ],
    },
    {
      once: [
        { kind: 'heading', level: 2, text: 'Мои записи' },
        { kind: 'paragraph', text: 'Пишите здесь.' },
      ],
    },
  ],
};

describe('a document', () => {
  it('is made by one call to Drive and filled by one to Docs; nobody it is shared with can share it on', () => {
    const before = workspace.calls.length;
    const id = docs.create('key', 'Маршрут', 'root');
    docs.fill(id, ROUTE);
    expect(workspace.calls.slice(before).map(({ service, method }) => `${service}.${method}`)).toEqual([
      'Drive.Files.create',
      'Docs.Documents.batchUpdate',
    ]);
    expect(Drive?.Files.get(id, { fields: 'writersCanShare' })).toEqual({ writersCanShare: false });
    expect(docs.find('key')).toBe(id);
    expect(docs.find('other')).toBeUndefined();
  });

  it('holds headings, runs, lists and tables as the model has them', () => {
    const id = made(ROUTE);
    expect(lines(id)).toEqual([
      'Маршрут',
      'Школа № 1',
      'Цели',
      'Банк и ещё',
      'раз',
      'два',
      'первый',
      'второй',
      '',
      'Что|Когда;Формы|12.10.2026;Таблицы|',
      '',
      'Мои записи',
      'Пишите здесь.',
      '',
    ]);
    expect([styleOf(id, 'Маршрут'), styleOf(id, 'Цели'), styleOf(id, 'Банк и ещё')]).toEqual([
      'TITLE',
      'HEADING_2',
      'NORMAL_TEXT',
    ]);
    const document = readDocument(workspace.world, id);
    const bullets = contentOf(id).flatMap((element) =>
      element.paragraph?.bullet === undefined ? [] : [textOf(element).trim()],
    );
    expect(bullets).toEqual(['раз', 'два', 'первый', 'второй']);
    expect(Object.keys(document?.lists ?? {})).toHaveLength(2);
    const table = contentOf(id).find((element) => element.table !== undefined)?.table;
    expect((table?.tableStyle?.tableColumnProperties ?? []).map(({ width }) => width?.magnitude)).toEqual([200, 100]);
    const first = table?.tableRows?.[0]?.tableCells?.[0];
    expect(first?.content?.[0]?.paragraph?.elements?.[0]?.textRun?.textStyle).toEqual({ bold: true });
    expect(first?.tableCellStyle?.backgroundColor).toBeDefined();
    const link = contentOf(id)[3]?.paragraph?.elements?.[0]?.textRun;
    expect([link?.content, link?.textStyle?.link?.url]).toEqual(['Банк', 'https://example.org/a']);
  });

  it('takes hostile text as text: control characters, half characters, addresses that are no web addresses', () => {
    const id = made({
      parts: [
        {
          key: 'a',
          blocks: [
            { kind: 'paragraph', text: '=HYPERLINK("x")\u0000\nдва\tтри\uE000\uD83D конец' },
            { kind: 'paragraph', text: [{ text: 'тут', link: 'javascript:alert(1)' }] },
            { kind: 'paragraph', text: 'после 👩‍🏫 него' },
          ],
        },
      ],
    });
    expect(lines(id)).toEqual(['=HYPERLINK("x")  два три конец', 'тут', 'после 👩‍🏫 него', '']);
    expect(JSON.stringify(contentOf(id))).not.toContain('javascript:');
  });
});

describe('written anew', () => {
  const changed: DocumentModel = {
    parts: [
      { key: 'head', blocks: [{ kind: 'title', text: 'Маршрут, цикл 2' }] },
      { key: 'body', blocks: [TABLE, { kind: 'paragraph', text: 'Новое' }] },
    ],
  };

  it('a part takes the place of its old text; what people wrote above, between and below stays as they styled it', () => {
    const id = made(ROUTE);
    const between = placeOf(id, 'Цели');
    edit(
      id,
      { insertText: { location: { index: placeOf(id, 'Пишите здесь.') }, text: 'Моё ниже\n' } },
      { insertText: { location: { index: between }, text: 'Моё между\n' } },
      {
        updateParagraphStyle: {
          range: { startIndex: between, endIndex: between + 1 },
          paragraphStyle: { namedStyleType: 'HEADING_3' },
          fields: 'namedStyleType',
        },
      },
      { insertText: { location: { index: 1 }, text: 'Моё выше\n' } },
    );
    const before = workspace.calls.length;
    expect(docs.write(id, changed)).toBe(true);
    expect(workspace.calls.slice(before).map(({ method }) => method)).toEqual(['get', 'batchUpdate']);
    expect(lines(id)).toEqual([
      'Моё выше',
      'Маршрут, цикл 2',
      'Моё между',
      '',
      'Что|Когда;Формы|12.10.2026;Таблицы|',
      '',
      'Новое',
      'Мои записи',
      'Моё ниже',
      'Пишите здесь.',
      '',
    ]);
    expect(styleOf(id, 'Моё между')).toBe('HEADING_3');
    expect(styleOf(id, 'Маршрут, цикл 2')).toBe('TITLE');
  });

  it('twice with the same model gives the same document', () => {
    const id = made(ROUTE);
    docs.write(id, changed);
    const once = contentOf(id).map((element) => [
      textOf(element),
      element.paragraph?.paragraphStyle,
      element.paragraph?.bullet === undefined,
    ]);
    docs.write(id, changed);
    expect(
      contentOf(id).map((element) => [
        textOf(element),
        element.paragraph?.paragraphStyle,
        element.paragraph?.bullet === undefined,
      ]),
    ).toEqual(once);
  });

  it('a part that somebody has deleted comes back after the one before it, a new one in its turn', () => {
    const id = made(ROUTE);
    const [from, to] = [placeOf(id, 'Цели'), placeOf(id, 'Мои записи')];
    edit(id, { deleteContentRange: { range: { startIndex: from, endIndex: to } } });
    docs.write(id, { parts: [...changed.parts, { key: 'new', blocks: [{ kind: 'paragraph', text: 'Ещё часть' }] }] });
    expect(lines(id).slice(0, 6)).toEqual([
      'Маршрут, цикл 2',
      '',
      'Что|Когда;Формы|12.10.2026;Таблицы|',
      '',
      'Новое',
      'Ещё часть',
    ]);
    expect(lines(id)).toContain('Пишите здесь.');
  });

  it('a document from which everything was deleted gets everything again', () => {
    const id = made(ROUTE);
    const end = contentOf(id).pop()?.endIndex ?? 2;
    edit(id, { deleteContentRange: { range: { startIndex: 1, endIndex: end - 1 } } });
    docs.write(id, ROUTE);
    expect(lines(id)).toContain('Мои записи');
    expect(lines(id)[0]).toBe('Маршрут');
  });

  it('a list of a person right below does not turn our text into its items', () => {
    const id = made({ parts: [{ key: 'a', blocks: [{ kind: 'paragraph', text: 'Наше' }] }] });
    const last = contentOf(id).pop()?.startIndex ?? 1;
    edit(
      id,
      { insertText: { location: { index: last }, text: 'пункт' } },
      {
        createParagraphBullets: {
          range: { startIndex: last, endIndex: last + 1 },
          bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE',
        },
      },
      { deleteContentRange: { range: { startIndex: last - 1, endIndex: last } } },
    );
    docs.write(id, { parts: [{ key: 'a', blocks: [{ kind: 'paragraph', text: 'Снова наше' }] }] });
    const content = contentOf(id);
    expect(content.find((element) => textOf(element).startsWith('Снова наше'))?.paragraph?.bullet).toBeUndefined();
    expect(lines(id).join('\n')).toContain('пункт');
  });

  it('a document that is gone for good is told', () => {
    const id = made(ROUTE);
    Drive?.Files.remove(id);
    expect(docs.write(id, ROUTE)).toBe(false);
  });
});

// Any model after any other, with a person's paragraphs in between.

const words = fc.stringMatching(/^([а-я=+<>][а-я =+<>]{0,11})?$/);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('title', 'subtitle', 'paragraph'), text: words }),
  fc.record({ kind: fc.constant('heading'), level: fc.constantFrom(1, 2, 3), text: words }),
  fc.record({
    kind: fc.constant('list'),
    ordered: fc.boolean(),
    items: fc.array(words, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('table'),
    head: fc.tuple(words, words),
    rows: fc.array(fc.tuple(words, words), { maxLength: 3 }),
  }),
) as fc.Arbitrary<Block>;
const blocks = fc.array(block, { maxLength: 4 });
const modelOf = (all: readonly (readonly Block[])[]): DocumentModel => ({
  parts: all.map((one, index) => ({ key: `part${String(index)}`, blocks: one })),
});
/** What the blocks look like in `shown`. */
const expected = (all: readonly Block[]): string[] =>
  all.length === 0
    ? ['']
    : all.flatMap((one) => {
        switch (one.kind) {
          case 'list':
            return one.items.map(plainOf);
          case 'table':
            return ['', [one.head, ...one.rows].map((row) => row.map(plainOf).join('|')).join(';'), ''];
          case 'picture':
            return [''];
          default:
            return [plainOf(one.text)];
        }
      });

it('whatever is written after whatever, our parts read as the model says and people’s paragraphs stay where they were', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(blocks, blocks), { minLength: 1, maxLength: 3 }), (pairs) => {
      const id = made(modelOf(pairs.map(([first]) => first)));
      // A person's paragraph before each part.
      const ranges = (readDocument(workspace.world, id)?.namedRanges ?? {}) as Record<
        string,
        { namedRanges: { ranges: { startIndex: number }[] }[] }
      >;
      const starts = Object.values(ranges).map((one) => one.namedRanges[0]?.ranges[0]?.startIndex ?? 1);
      const places = [...starts].sort((a, b) => b - a);
      places.forEach((index, number) => {
        edit(id, { insertText: { location: { index }, text: `моё ${String(pairs.length - number)}\n` } });
      });
      docs.write(id, modelOf(pairs.map(([, second]) => second)));
      expect(lines(id)).toEqual([
        ...pairs.flatMap(([, second], index) => [`моё ${String(index + 1)}`, ...expected(second)]),
        '',
      ]);
    }),
    { numRuns: 60 },
  );
});
