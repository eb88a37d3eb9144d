// Docs v1 of the local Workspace: indices, structure and refusals are those the Docs API documentation gives.
import fc from 'fast-check';
import { createDocsService, readDocument } from '../../../../local/services/docs';
import { addForeignFile } from '../../../../local/services/drive';
import { ScriptBlob } from '../../../../local/services/utilities/blob';
import { idOf, refusal, setup } from '../drive/world';

type Document = GoogleAppsScript.Docs.Schema.Document;
type Element = GoogleAppsScript.Docs.Schema.StructuralElement;

const MIME = 'application/vnd.google-apps.document';
const BATCH = 'API call to docs.documents.batchUpdate failed with error: ';

function doc(): ReturnType<typeof setup> & {
  Docs: ReturnType<typeof createDocsService>;
  id: string;
  /** Applies requests and gives the replies. */
  edit(...requests: object[]): unknown[] | undefined;
  get(): Document;
  content(): Element[];
  /** All text of the body, tables included, `|` before each cell. */
  text(): string;
} {
  const base = setup();
  const Docs = createDocsService(base.world);
  const { documentId: id = '' } = Docs.Documents.create({ title: 'Программа' });
  const get = (): Document => Docs.Documents.get(id);
  const content = (): Element[] => (get().body?.content ?? []).slice(1);
  const flat = (elements: Element[] | undefined): string =>
    (elements ?? [])
      .map((element) =>
        element.table === undefined
          ? (element.paragraph?.elements ?? []).map((part) => part.textRun?.content ?? '').join('')
          : (element.table.tableRows ?? [])
              .flatMap((row) => (row.tableCells ?? []).map((cell) => `|${flat(cell.content)}`))
              .join(''),
      )
      .join('');
  return {
    ...base,
    Docs,
    id,
    edit: (...requests) => Docs.Documents.batchUpdate({ requests }, id).replies,
    get,
    content,
    text: () => flat(content()),
  };
}

const insert = (index: number, text: string): object => ({ insertText: { location: { index }, text } });
const remove = (startIndex: number, endIndex: number): object => ({
  deleteContentRange: { range: { startIndex, endIndex } },
});
const bold = (startIndex: number, endIndex: number): object => ({
  updateTextStyle: { range: { startIndex, endIndex }, textStyle: { bold: true }, fields: 'bold' },
});

describe('a document (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/create)', () => {
  it('is born with one empty paragraph at indices 1 to 2, as a Drive file', () => {
    const { Docs, Drive, id, content, get } = doc();
    expect(content()).toMatchObject([
      { startIndex: 1, endIndex: 2, paragraph: { paragraphStyle: { namedStyleType: 'NORMAL_TEXT' } } },
    ]);
    expect(get()).toMatchObject({ documentId: id, title: 'Программа' });
    expect(Drive.Files.get(id, { fields: 'name,mimeType,webViewLink' })).toEqual({
      name: 'Программа',
      mimeType: MIME,
      webViewLink: `https://docs.google.com/document/d/${id}/edit`,
    });
    Drive.Files.update({ name: 'План' }, id);
    expect(Docs.Documents.get(id, { fields: 'title' })).toEqual({ title: 'План' });
  });

  it('can also be made, copied and deleted by Drive', () => {
    const { Docs, Drive, world, id, edit } = doc();
    edit(insert(1, 'текст'));
    const copy = idOf(Drive.Files.copy({ name: 'Копия' }, id));
    expect(JSON.stringify(Docs.Documents.get(copy).body)).toContain('текст');
    const made = idOf(Drive.Files.create({ name: 'Пустой', mimeType: MIME }));
    expect(Docs.Documents.get(made).body?.content).toHaveLength(2);
    Drive.Files.remove(made);
    expect(readDocument(world, made)).toBeUndefined();
    expect(refusal(() => Docs.Documents.get(made)).code).toBe(404);
  });

  it('cannot be read when the application may not see it, or when it is no document', () => {
    const { Docs, Drive, world } = doc();
    const foreign = addForeignFile(world, { name: 'x', mimeType: MIME });
    expect(refusal(() => Docs.Documents.get(foreign)).message).toContain('Requested entity was not found.');
    const file = idOf(Drive.Files.create({ name: 'a.txt' }));
    expect(refusal(() => Docs.Documents.get(file)).code).toBe(400);
  });

  it('does not answer with parts that are not emulated', () => {
    const { Docs, id } = doc();
    expect(() => Docs.Documents.get(id, { fields: 'documentStyle' })).toThrow('NotEmulated');
    expect(() => Docs.Documents.get(id, { includeTabsContent: true })).toThrow('NotEmulated');
  });
});

describe('insertText (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#inserttextrequest)', () => {
  it('puts text at an index or at the end', () => {
    const { edit, text } = doc();
    edit(insert(1, 'Привет\n'), { insertText: { endOfSegmentLocation: {}, text: 'мир' } }, insert(7, '!'));
    expect(text()).toBe('Привет!\nмир\n');
  });

  it('refuses an index beyond the end, one outside a paragraph, and no text', () => {
    const { edit } = doc();
    expect(refusal(() => edit(insert(10, 'x')))).toEqual({
      code: 400,
      reason: 'badRequest',
      message: `${BATCH}Invalid requests[0].insertText: Index 10 must be less than the end index of the referenced segment, 2.`,
    });
    expect(refusal(() => edit(insert(0, 'x'))).message).toContain('must be inside the bounds of an existing paragraph');
    expect(refusal(() => edit(insert(1, ''))).message).toContain('must specify text to insert');
  });

  it('counts UTF-16 code units and never splits what people see as one character', () => {
    const { edit, content, text } = doc();
    edit(insert(1, '👩‍🏫'), insert(2, 'я'));
    expect(text()).toBe('👩‍🏫я\n');
    expect(content()[0]).toMatchObject({ startIndex: 1, endIndex: 1 + '👩‍🏫я\n'.length });
  });

  it('strips control characters and private-use characters, and splits paragraphs at newlines', () => {
    const { edit, content, text } = doc();
    edit(insert(1, 'a\r\nb\u0000\uE000c\u000Bd'));
    expect(text()).toBe('a\nbc\u000Bd\n');
    expect(content()).toHaveLength(2);
  });

  it('gives new text the style of the text before it, but does not continue a link', () => {
    const { edit, content } = doc();
    const link = { url: 'https://example.org/' };
    edit(insert(1, 'ab'), bold(1, 2), {
      updateTextStyle: { range: { startIndex: 2, endIndex: 3 }, textStyle: { link }, fields: 'link' },
    });
    edit(insert(3, 'c'), insert(2, 'x'));
    const runs = content()[0]?.paragraph?.elements?.map(({ textRun }) => [textRun?.content, textRun?.textStyle]);
    expect(runs).toMatchObject([
      ['ax', { bold: true }],
      ['b', { link, underline: true }],
      ['c\n', {}],
    ]);
  });
});

describe('batchUpdate (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/batchUpdate)', () => {
  it('applies all requests or none', () => {
    const { edit, text, get } = doc();
    const before = get();
    expect(refusal(() => edit(insert(1, 'a'), insert(99, 'b'))).message).toContain('Invalid requests[1].insertText');
    expect(get()).toEqual(before);
    expect(text()).toBe('\n');
  });

  it('answers one reply a request, in order', () => {
    const { edit } = doc();
    expect(
      edit(insert(1, 'aXbX'), { replaceAllText: { containsText: { text: 'x' }, replaceText: '__' } }, bold(1, 2)),
    ).toEqual([{}, { replaceAllText: { occurrencesChanged: 2 } }, {}]);
  });

  it('refuses a stale revision and knows the new one', () => {
    const { Docs, id, get } = doc();
    const revision = get().revisionId ?? '';
    const call = (requiredRevisionId: string): ReturnType<typeof Docs.Documents.batchUpdate> =>
      Docs.Documents.batchUpdate({ requests: [insert(1, 'a')], writeControl: { requiredRevisionId } }, id);
    expect(call(revision).writeControl?.requiredRevisionId).toBe(get().revisionId);
    expect(refusal(() => call(revision)).code).toBe(400);
  });

  it('refuses requests that are not emulated', () => {
    const { edit } = doc();
    expect(() => edit({ insertSectionBreak: { location: { index: 1 }, sectionType: 'NEXT_PAGE' } })).toThrow(
      'NotEmulated: Docs.Documents.batchUpdate with insertSectionBreak',
    );
    expect(() => edit({ insertText: { location: { index: 1, segmentId: 'kix.header' }, text: 'a' } })).toThrow(
      'NotEmulated',
    );
  });
});

describe('deleteContentRange (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#deletecontentrangerequest)', () => {
  it('deletes text and joins paragraphs, keeping the style of the first', () => {
    const { edit, text, content } = doc();
    edit(insert(1, 'Заголовок\nтекст'), {
      updateParagraphStyle: {
        range: { startIndex: 1, endIndex: 2 },
        paragraphStyle: { namedStyleType: 'HEADING_1' },
        fields: 'namedStyleType',
      },
    });
    edit(remove(10, 11));
    expect(text()).toBe('Заголовоктекст\n');
    expect(content()).toMatchObject([{ paragraph: { paragraphStyle: { namedStyleType: 'HEADING_1' } } }]);
  });

  it('leaves the last newline, whole characters and whole tables', () => {
    const { edit } = doc();
    edit(insert(1, '😀\n'), { insertTable: { location: { index: 4 }, rows: 1, columns: 1 } });
    expect(refusal(() => edit(remove(1, 2))).message).toContain('Invalid deletion range');
    expect(refusal(() => edit(remove(4, 5))).message).toContain('Cannot delete the requested range.');
    expect(refusal(() => edit(remove(5, 7))).message).toContain('Cannot delete the requested range.');
    expect(refusal(() => edit(remove(8, 9))).message).toContain('Cannot delete the requested range.');
    expect(refusal(() => edit(remove(1, 11))).message).toContain(
      'The range cannot include the newline character at the end of the segment.',
    );
    expect(refusal(() => edit(remove(3, 3))).message).toContain('The range should not be empty.');
    edit(remove(4, 10));
  });

  it('deletes a table with the newline before it, or the text in a cell', () => {
    const { edit, text } = doc();
    edit({ insertTable: { endOfSegmentLocation: {}, rows: 1, columns: 2 } }, insert(5, 'abc'));
    edit(remove(5, 7));
    expect(text()).toBe('\n|c\n|\n\n');
    edit(remove(1, 10));
    expect(text()).toBe('\n');
  });
});

describe('insertTable (https://developers.google.com/workspace/docs/api/how-tos/tables)', () => {
  it('inserts a newline first, and every cell holds a paragraph: cell (r, c) begins at table + 3 + r(2C + 1) + 2c', () => {
    const { edit, content } = doc();
    edit({ insertTable: { location: { index: 1 }, rows: 2, columns: 2 } });
    const [before, table, after] = content();
    expect(before).toMatchObject({ startIndex: 1, endIndex: 2 });
    expect(table).toMatchObject({ startIndex: 2, endIndex: 14, table: { rows: 2, columns: 2 } });
    const starts = (table?.table?.tableRows ?? []).map((row) =>
      (row.tableCells ?? []).map((cell) => cell.content?.[0]?.startIndex),
    );
    expect(starts).toEqual([
      [5, 7],
      [10, 12],
    ]);
    expect(after).toMatchObject({ startIndex: 14, endIndex: 15 });
  });

  it('takes text into cells only inside their paragraphs', () => {
    const { edit, text } = doc();
    edit({ insertTable: { location: { index: 1 }, rows: 1, columns: 2 } });
    expect(refusal(() => edit(insert(2, 'x'))).message).toContain('inside the bounds of an existing paragraph');
    expect(refusal(() => edit(insert(4, 'x'))).code).toBe(400);
    edit(insert(7, 'второй'), insert(5, 'первый'));
    expect(text()).toBe('\n|первый\n|второй\n\n');
  });

  it('grows by rows above or below', () => {
    const { edit, content } = doc();
    edit({ insertTable: { location: { index: 1 }, rows: 1, columns: 2 } }, insert(5, 'a'));
    const at = { tableStartLocation: { index: 2 }, rowIndex: 0, columnIndex: 0 };
    edit(
      { insertTableRow: { tableCellLocation: at, insertBelow: true } },
      { insertTableRow: { tableCellLocation: at } },
    );
    const table = content()[1]?.table;
    expect(table?.rows).toBe(3);
    expect(table?.tableRows?.map((row) => row.tableCells?.length)).toEqual([2, 2, 2]);
    expect(JSON.stringify(table?.tableRows?.[1])).toContain('"a');
    expect(
      refusal(() => edit({ insertTableRow: { tableCellLocation: { ...at, tableStartLocation: { index: 1 } } } }))
        .message,
    ).toContain('Must specify the start index of the table.');
  });

  it('colours the cells of a part of it', () => {
    const { edit, content } = doc();
    const backgroundColor = { color: { rgbColor: { red: 1 } } };
    edit({ insertTable: { location: { index: 1 }, rows: 2, columns: 2 } });
    edit({
      updateTableCellStyle: {
        tableCellStyle: { backgroundColor },
        fields: 'backgroundColor',
        tableRange: {
          tableCellLocation: { tableStartLocation: { index: 2 }, rowIndex: 0, columnIndex: 0 },
          rowSpan: 1,
          columnSpan: 2,
        },
      },
    });
    const colours = content()[1]?.table?.tableRows?.map((row) =>
      row.tableCells?.map((cell) => cell.tableCellStyle?.backgroundColor),
    );
    expect(colours).toEqual([
      [backgroundColor, backgroundColor],
      [undefined, undefined],
    ]);
  });
});

describe('styles (https://developers.google.com/workspace/docs/api/how-tos/format-text)', () => {
  it('change the members the mask names; those without a value are reset', () => {
    const { edit, content } = doc();
    edit(insert(1, 'ab'), bold(1, 3));
    edit({
      updateTextStyle: {
        range: { startIndex: 1, endIndex: 2 },
        textStyle: { italic: true, fontSize: { magnitude: 14, unit: 'PT' } },
        fields: 'bold,italic,fontSize',
      },
    });
    expect(content()[0]?.paragraph?.elements?.map(({ textRun }) => textRun?.textStyle)).toEqual([
      { italic: true, fontSize: { magnitude: 14, unit: 'PT' } },
      { bold: true },
      {},
    ]);
    expect(
      refusal(() =>
        edit({ updateTextStyle: { range: { startIndex: 1, endIndex: 2 }, textStyle: {}, fields: 'colour' } }),
      ).code,
    ).toBe(400);
  });

  it('of paragraphs reach every paragraph the range touches; headings get an id', () => {
    const { edit, content } = doc();
    edit(insert(1, 'a\nb\nc'), {
      updateParagraphStyle: {
        range: { startIndex: 2, endIndex: 4 },
        paragraphStyle: { namedStyleType: 'HEADING_2', alignment: 'CENTER' },
        fields: 'namedStyleType,alignment',
      },
    });
    const styles = content().map(({ paragraph }) => paragraph?.paragraphStyle);
    expect(styles.map((style) => [style?.namedStyleType, style?.alignment])).toEqual([
      ['HEADING_2', 'CENTER'],
      ['HEADING_2', 'CENTER'],
      ['NORMAL_TEXT', undefined],
    ]);
    expect(styles[0]?.headingId).toMatch(/^h\./);
    expect(styles[0]?.headingId).not.toBe(styles[1]?.headingId);
  });
});

describe('createParagraphBullets (https://developers.google.com/workspace/docs/api/how-tos/lists)', () => {
  it('takes nesting from leading tabs and removes them', () => {
    const { edit, content, text, get } = doc();
    edit(insert(1, 'один\n\tдва\n\t\tтри'), {
      createParagraphBullets: { range: { startIndex: 1, endIndex: 16 }, bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE' },
    });
    expect(text()).toBe('один\nдва\nтри\n');
    const bullets = content().map(({ paragraph }) => paragraph?.bullet);
    expect(bullets.map((bullet) => bullet?.nestingLevel ?? 0)).toEqual([0, 1, 2]);
    expect(new Set(bullets.map((bullet) => bullet?.listId)).size).toBe(1);
    expect(Object.keys(get().lists ?? {})).toEqual([bullets[0]?.listId]);
  });

  it('continues the list of the paragraph right before when the preset is the same', () => {
    const { edit, content } = doc();
    const preset = (startIndex: number, endIndex: number, bulletPreset: string): object => ({
      createParagraphBullets: { range: { startIndex, endIndex }, bulletPreset },
    });
    edit(insert(1, 'a\nb\nc'));
    edit(preset(1, 2, 'NUMBERED_DECIMAL_NESTED'), preset(3, 4, 'NUMBERED_DECIMAL_NESTED'));
    edit(preset(5, 6, 'BULLET_DISC_CIRCLE_SQUARE'));
    const [a, b, c] = content().map(({ paragraph }) => paragraph?.bullet?.listId);
    expect(a).toBe(b);
    expect(b).not.toBe(c);
  });
});

describe('deleteParagraphBullets (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#deleteparagraphbulletsrequest)', () => {
  it('makes plain paragraphs of the items a range touches; they stay as deep as they were', () => {
    const { edit, content } = doc();
    edit(
      insert(1, 'a\nb\nc'),
      { createParagraphBullets: { range: { startIndex: 1, endIndex: 6 }, bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE' } },
      { deleteParagraphBullets: { range: { startIndex: 3, endIndex: 4 } } },
    );
    expect(
      content().map(({ paragraph }) => [paragraph?.bullet !== undefined, paragraph?.paragraphStyle?.indentStart]),
    ).toEqual([
      [true, { magnitude: 36, unit: 'PT' }],
      [false, { magnitude: 36, unit: 'PT' }],
      [true, { magnitude: 36, unit: 'PT' }],
    ]);
  });
});

describe('updateTableColumnProperties (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#updatetablecolumnpropertiesrequest)', () => {
  const width = (magnitude: number, ...columnIndices: number[]): object => ({
    updateTableColumnProperties: {
      tableStartLocation: { index: 2 },
      columnIndices,
      tableColumnProperties: { widthType: 'FIXED_WIDTH', width: { magnitude, unit: 'PT' } },
      fields: 'widthType,width',
    },
  });
  const table = (): ReturnType<typeof doc> => {
    const made = doc();
    made.edit({ insertTable: { location: { index: 1 }, rows: 1, columns: 2 } });
    return made;
  };
  const columns = (made: ReturnType<typeof doc>): unknown =>
    made.content()[1]?.table?.tableStyle?.tableColumnProperties;

  it('sets the width of the columns named, of all when none is', () => {
    const made = table();
    made.edit(width(100, 1));
    expect(columns(made)).toEqual([
      { widthType: 'EVENLY_DISTRIBUTED' },
      { widthType: 'FIXED_WIDTH', width: { magnitude: 100, unit: 'PT' } },
    ]);
    made.edit(width(50));
    expect(columns(made)).toEqual(
      Array.from({ length: 2 }, () => ({ widthType: 'FIXED_WIDTH', width: { magnitude: 50, unit: 'PT' } })),
    );
  });

  it('refuses a column that is not there, and one too narrow', () => {
    const made = table();
    expect(refusal(() => made.edit(width(50, 2)))).toMatchObject({ code: 400 });
    expect(refusal(() => made.edit(width(4, 0)))).toMatchObject({ code: 400 });
  });
});

describe('named ranges (https://developers.google.com/workspace/docs/api/how-tos/named-ranges)', () => {
  const range = (get: () => Document, name: string): unknown =>
    (get().namedRanges as Record<string, { namedRanges: { ranges: unknown }[] }> | undefined)?.[name]?.namedRanges[0]
      ?.ranges;

  it('move with the text and are replaced as a whole, keeping style', () => {
    const { edit, get, text, content } = doc();
    edit(insert(1, 'Тема: {тема}.'), bold(7, 13), {
      createNamedRange: { name: 'topic', range: { startIndex: 7, endIndex: 13 } },
    });
    edit(insert(1, '>> '));
    expect(range(get, 'topic')).toEqual([{ startIndex: 10, endIndex: 16 }]);
    edit({ replaceNamedRangeContent: { namedRangeName: 'topic', text: 'Критериальное оценивание' } });
    expect(text()).toBe('>> Тема: Критериальное оценивание.\n');
    expect(range(get, 'topic')).toEqual([{ startIndex: 10, endIndex: 34 }]);
    expect(content()[0]?.paragraph?.elements?.[1]?.textRun).toEqual({
      content: 'Критериальное оценивание',
      textStyle: { bold: true },
    });
    edit({ deleteNamedRange: { name: 'topic' } });
    expect(get().namedRanges).toBeUndefined();
    expect(text()).toContain('оценивание');
    expect(refusal(() => edit({ deleteNamedRange: { name: 'topic' } })).code).toBe(400);
  });

  it.each(['__proto__', 'constructor'])('may have the name %s', (name) => {
    const { edit, get } = doc();
    edit(insert(1, 'Тема'), { createNamedRange: { name, range: { startIndex: 1, endIndex: 3 } } });
    expect(Object.keys(get().namedRanges ?? {})).toEqual([name]);
    expect(range(get, name)).toEqual([{ startIndex: 1, endIndex: 3 }]);
  });
});

describe('other requests (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request)', () => {
  it('replaceAllText reaches tables and minds case only when asked', () => {
    const { edit, text } = doc();
    edit(
      { insertTable: { location: { index: 1 }, rows: 1, columns: 1 } },
      insert(5, '{Имя}'),
      insert(1, '{имя} и {имя}'),
    );
    const replies = edit({ replaceAllText: { containsText: { text: '{имя}', matchCase: true }, replaceText: 'Я' } });
    expect(replies).toEqual([{ replaceAllText: { occurrencesChanged: 2 } }]);
    edit({ replaceAllText: { containsText: { text: '{имя}' }, replaceText: '' } });
    expect(text()).toBe('Я и Я\n|\n\n');
  });

  it('insertPageBreak adds the break and a newline, outside tables only', () => {
    const { edit, content } = doc();
    edit(insert(1, 'ab'), { insertPageBreak: { location: { index: 2 } } });
    const [first, second] = content();
    expect(first?.paragraph?.elements?.map((element) => 'pageBreak' in element)).toEqual([false, true, false]);
    expect(second).toMatchObject({ startIndex: 4, endIndex: 6 });
    edit({ insertTable: { location: { index: 1 }, rows: 1, columns: 1 } });
    expect(refusal(() => edit({ insertPageBreak: { location: { index: 5 } } })).code).toBe(400);
  });

  it('insertInlineImage shows a public picture of this Drive and refuses what it cannot see', () => {
    const { edit, Drive, get } = doc();
    const id = idOf(Drive.Files.create({ name: 'p.png' }, new ScriptBlob(Uint8Array.from([1]), 'image/png')));
    const objectSize = { width: { magnitude: 50, unit: 'PT' }, height: { magnitude: 20, unit: 'PT' } };
    const image = (uri: string): object => ({ insertInlineImage: { location: { index: 1 }, uri, objectSize } });
    const uri = `https://drive.google.com/uc?id=${id}&export=download`;
    expect(refusal(() => edit(image(uri))).message).toContain('There was a problem retrieving the image.');
    Drive.Permissions.create({ type: 'anyone', role: 'reader' }, id);
    const [reply] = edit(image(uri)) ?? [];
    const { objectId } = (reply as { insertInlineImage: { objectId: string } }).insertInlineImage;
    expect(get().inlineObjects).toHaveProperty([objectId]);
    expect(() => edit(image('https://example.org/p.png'))).toThrow('NotEmulated');
  });
});

describe('indices', () => {
  it('of the elements follow each other without gaps, whatever was inserted and deleted', () => {
    const step = fc.oneof(
      fc.record({
        at: fc.nat(60),
        text: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('а', 'b', '\n', '😀', '\t') }),
      }),
      fc.record({ at: fc.nat(60), rows: fc.integer({ min: 1, max: 2 }), columns: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 30 }) }),
    );
    const check = (elements: Element[], start: number, end: number): void => {
      let at = start;
      for (const { startIndex, endIndex, paragraph, table } of elements) {
        expect(startIndex).toBe(at);
        at = endIndex ?? -1;
        for (const part of paragraph?.elements ?? [])
          expect((part.endIndex ?? 0) - (part.startIndex ?? 0)).toBe(part.textRun?.content?.length ?? 1);
        if (paragraph !== undefined) expect(paragraph.elements?.at(-1)?.textRun?.content?.endsWith('\n')).toBe(true);
        for (const row of table?.tableRows ?? [])
          for (const cell of row.tableCells ?? []) {
            expect(cell.content).not.toEqual([]);
            expect(cell.content?.at(-1)).toHaveProperty('paragraph');
            check(cell.content ?? [], (cell.startIndex ?? 0) + 1, cell.endIndex ?? -1);
          }
      }
      expect(at).toBe(end);
      expect(elements.at(-1)).toHaveProperty('paragraph');
      elements.forEach((element, i) => {
        if (element.table !== undefined) expect(elements[i - 1]).toHaveProperty('paragraph');
      });
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { edit, content } = doc();
        for (const one of steps) {
          try {
            if ('text' in one) edit(insert(one.at, one.text));
            else if ('rows' in one)
              edit({ insertTable: { location: { index: one.at }, rows: one.rows, columns: one.columns } });
            else edit(remove(one.from, one.from + one.length));
          } catch (error) {
            expect(error).toMatchObject({ name: 'GoogleJsonResponseException' });
          }
          const elements = content();
          check(elements, 1, elements.at(-1)?.endIndex ?? -1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
