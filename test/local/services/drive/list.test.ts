// Drive.Files.list: the search language, order and pages are those of the Drive v3 documentation.
import fc from 'fast-check';
import { addForeignFile } from '../../../../local/services/drive';
import { textBlob } from '../../../../local/services/utilities/blob';
import { FOLDER, TEACHER, idOf, refusal, setup } from './world';
import type { Setup } from './world';

function names({ Drive }: Setup, q: string, orderBy = 'name'): (string | undefined)[] {
  return (Drive.Files.list({ q, orderBy }).files ?? []).map(({ name }) => name);
}

describe('the query language (https://developers.google.com/workspace/drive/api/guides/ref-search-terms)', () => {
  it('finds files by folder, name, type and own properties', () => {
    const s = setup();
    const folder = idOf(s.Drive.Files.create({ name: 'Банк', mimeType: FOLDER }));
    s.Drive.Files.create({ name: 'Урок 1', parents: [folder], appProperties: { key: "o'k" } }, textBlob('1'));
    s.Drive.Files.create({ name: 'Урок 2', parents: [folder] }, textBlob('1', 'image/png'));
    expect(names(s, `'${folder}' in parents and trashed = false`)).toEqual(['Урок 1', 'Урок 2']);
    expect(names(s, "'root' in parents")).toEqual(['Банк']);
    expect(names(s, "name = 'Урок 1'")).toEqual(['Урок 1']);
    expect(names(s, "mimeType != 'application/vnd.google-apps.folder'")).toEqual(['Урок 1', 'Урок 2']);
    expect(names(s, "mimeType contains 'image/'")).toEqual(['Урок 2']);
    expect(names(s, "appProperties has { key='key' and value='o\\'k' }")).toEqual(['Урок 1']);
    expect(names(s, "appProperties has {key='key' and value='other'}")).toEqual([]);
  });

  it('compares names without regard to case, and contains means the beginning of a word', () => {
    const s = setup();
    s.Drive.Files.create({ name: 'Рабочая_тетрадь: HelloWorld' });
    expect(names(s, "name = 'рабочая_тетрадь: helloworld'")).toHaveLength(1);
    expect(names(s, "name contains 'Hello'")).toHaveLength(1);
    expect(names(s, "name contains 'тетр раб'")).toHaveLength(1);
    expect(names(s, "name contains 'World'")).toHaveLength(0);
  });

  it('understands not, or, parentheses and escapes; and and or go from left to right', () => {
    const s = setup();
    for (const name of ['a', 'b', "it's", 'c\\d']) s.Drive.Files.create({ name });
    expect(names(s, "not name = 'a' and not name = 'b'")).toEqual(['c\\d', "it's"]);
    expect(names(s, "name = 'it\\'s' or name = 'c\\\\d'")).toEqual(['c\\d', "it's"]);
    expect(names(s, "name = 'a' or name = 'b' and name = 'b'")).toEqual(['b']);
    expect(names(s, "name = 'a' or (name = 'b' and name = 'b')")).toEqual(['a', 'b']);
  });

  it('compares times as RFC 3339, UTC unless an offset is given', () => {
    const s = setup();
    s.Drive.Files.create({ name: 'old' });
    s.world.clock.charge(3_600_000);
    s.Drive.Files.create({ name: 'new' });
    expect(names(s, "modifiedTime > '2026-09-01T02:30:00'")).toEqual(['new']);
    expect(names(s, "createdTime <= '2026-09-01T09:00:00+07:00'")).toEqual(['old']);
  });

  it('knows whose a file is', () => {
    const s = setup();
    const id = idOf(s.Drive.Files.create({ name: 'a' }));
    s.Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: TEACHER }, id);
    s.world.user = TEACHER;
    expect(names(s, "'me' in owners")).toEqual([]);
    expect(names(s, 'sharedWithMe')).toEqual(['a']);
    expect(names(s, `'${TEACHER}' in readers and not '${TEACHER}' in writers`)).toEqual(['a']);
  });

  it.each([
    "name = 'a",
    'name ~ 1',
    "title = 'a'",
    "name = 'a' and",
    "('a' in parents",
    "name > 'a'",
    'trashed = maybe',
    "modifiedTime > 'yesterday'",
    "appProperties has { value='a' }",
    "name = 'a' name = 'b'",
    "name = 'it's'",
  ])('answers 400 «Invalid Value» to %s', (q) => {
    expect(refusal(() => setup().Drive.Files.list({ q }))).toEqual({
      code: 400,
      reason: 'invalid',
      message: 'API call to drive.files.list failed with error: Invalid Value',
    });
  });

  it('answers 404 when the folder searched cannot be seen', () => {
    const s = setup();
    const foreign = addForeignFile(s.world, { name: 'Чужая', mimeType: FOLDER });
    expect(refusal(() => s.Drive.Files.list({ q: `'${foreign}' in parents` })).message).toContain('File not found: .');
  });

  it('refuses terms that are not emulated', () => {
    expect(() => setup().Drive.Files.list({ q: "fullText contains 'x'" })).toThrow('NotEmulated');
  });

  it('finds any name written with its quotes and backslashes escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        const s = setup();
        s.Drive.Files.create({ name });
        const escaped = name.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
        expect(names(s, `name = '${escaped}'`)).toEqual([name]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('Files.list (https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list)', () => {
  it('answers ids, names and types only, unless fields asks for more', () => {
    const { Drive } = setup();
    Drive.Files.create({ name: 'a', appProperties: { k: 'v' } });
    expect(Object.keys(Drive.Files.list().files?.[0] ?? {}).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
    expect(Drive.Files.list({ fields: 'nextPageToken, files(name, appProperties)' })).toEqual({
      files: [{ name: 'a', appProperties: { k: 'v' } }],
    });
    expect(refusal(() => Drive.Files.list({ fields: 'items(id)' })).reason).toBe('invalidParameter');
  });

  it('goes through all files page by page, each once', () => {
    const { Drive } = setup();
    for (let i = 0; i < 7; i++) Drive.Files.create({ name: `f${String(i)}` });
    const seen: (string | undefined)[] = [];
    let pageToken: string | undefined;
    do {
      const page = Drive.Files.list({ pageSize: 3, pageToken, orderBy: 'name' });
      expect(page.files?.length).toBeLessThanOrEqual(3);
      seen.push(...(page.files ?? []).map(({ name }) => name));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    expect(seen).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6']);
  });

  it('gives 100 a page by default and takes 1 to 1000', () => {
    const { Drive } = setup();
    for (let i = 0; i < 101; i++) Drive.Files.create({ name: String(i) });
    expect(Drive.Files.list().files).toHaveLength(100);
    expect(Drive.Files.list({ pageSize: 1000 }).files).toHaveLength(101);
    expect(refusal(() => Drive.Files.list({ pageSize: 0 })).code).toBe(400);
  });

  it('takes a page token only with the query it came from', () => {
    const { Drive } = setup();
    Drive.Files.create({ name: 'a' });
    Drive.Files.create({ name: 'b' });
    const { nextPageToken } = Drive.Files.list({ pageSize: 1 });
    expect(refusal(() => Drive.Files.list({ pageToken: nextPageToken, q: 'trashed = false' })).code).toBe(400);
    expect(refusal(() => Drive.Files.list({ pageToken: 'nonsense' })).code).toBe(400);
  });

  it('sorts by several keys, folders first and descending where asked', () => {
    const s = setup();
    s.Drive.Files.create({ name: 'file 10' });
    s.Drive.Files.create({ name: 'file 2' });
    s.Drive.Files.create({ name: 'я', mimeType: FOLDER });
    expect(names(s, '', 'folder,name')).toEqual(['я', 'file 10', 'file 2']);
    expect(names(s, '', 'folder,name_natural desc')).toEqual(['я', 'file 10', 'file 2']);
    expect(names(s, '', 'name_natural')).toEqual(['file 2', 'file 10', 'я']);
    expect(refusal(() => s.Drive.Files.list({ orderBy: 'title' })).code).toBe(400);
  });
});
