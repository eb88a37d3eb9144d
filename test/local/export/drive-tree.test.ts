// Drive written to a directory: the same tree, safe names, nothing outside.
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import fc from 'fast-check';
import { safeName, writeDriveTree } from '../../../local/export/drive-tree';
import { readDrive } from '../../../local/services/drive';
import { textBlob } from '../../../local/services/utilities/blob';
import { FOLDER, FORM, idOf, setup } from '../services/drive/world';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drive-tree-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Every path below a directory, with `/` and sorted. */
function walk(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .sort();
}

describe('writeDriveTree', () => {
  it('writes folders, files with their content and a page with a link for each Google document', async () => {
    const { Drive, world } = setup();
    const bank = idOf(Drive.Files.create({ name: 'Методический банк', mimeType: FOLDER }));
    const inner = idOf(Drive.Files.create({ name: 'Оценивание', mimeType: FOLDER, parents: [bank] }));
    const file = idOf(Drive.Files.create({ name: 'Памятка.txt', parents: [inner] }, textBlob('привет')));
    const form = idOf(Drive.Files.create({ name: 'Опрос <1>', mimeType: FORM, parents: [bank] }));
    const tree = await writeDriveTree(readDrive(world), dir);
    expect(tree).toEqual({
      folders: 2,
      files: 2,
      paths: {
        [bank]: 'Методический банк',
        [inner]: 'Методический банк/Оценивание',
        [file]: 'Методический банк/Оценивание/Памятка.txt',
        [form]: 'Методический банк/Опрос _1_.html',
      },
    });
    expect(readFileSync(join(dir, 'Методический банк/Оценивание/Памятка.txt'), 'utf8')).toBe('привет');
    const page = readFileSync(join(dir, 'Методический банк/Опрос _1_.html'), 'utf8');
    expect(page).toContain(`href="https://docs.google.com/forms/d/${form}/edit"`);
    expect(page).toContain('<h1>Опрос &lt;1&gt;</h1>');
  });

  it('leaves out the trash and what it is told to', async () => {
    const { Drive, world } = setup();
    const gone = idOf(Drive.Files.create({ name: 'Корзина', mimeType: FOLDER }));
    Drive.Files.create({ name: 'a.txt', parents: [gone] }, textBlob('a'));
    Drive.Files.update({ trashed: true }, gone);
    Drive.Files.create({ name: 'b.txt' }, textBlob('b'));
    Drive.Files.create({ name: 'c.txt' }, textBlob('c'));
    await writeDriveTree(readDrive(world), dir, { skip: ({ name }) => name === 'c.txt' });
    expect(walk(dir)).toEqual(['b.txt']);
  });

  it('lets others export Google documents', async () => {
    const { Drive, world } = setup();
    Drive.Files.create({ name: 'Опрос', mimeType: FORM });
    await writeDriveTree(readDrive(world), dir, {
      native: ({ name }) => Promise.resolve({ extension: 'json', content: JSON.stringify({ name }) }),
    });
    expect(readFileSync(join(dir, 'Опрос.json'), 'utf8')).toBe('{"name":"Опрос"}');
  });

  it('gives files of one name different names, letter case aside', async () => {
    const { Drive, world } = setup();
    for (const name of ['Урок.txt', 'урок.TXT', 'Урок.txt']) Drive.Files.create({ name }, textBlob(name));
    await writeDriveTree(readDrive(world), dir);
    expect(walk(dir)).toEqual(['Урок (3).txt', 'Урок.txt', 'урок (2).TXT'].sort());
  });

  it('writes the same again over an old export', async () => {
    const { Drive, world } = setup();
    const folder = idOf(Drive.Files.create({ name: 'f', mimeType: FOLDER }));
    Drive.Files.create({ name: 'a.txt', parents: [folder] }, textBlob('1'));
    await writeDriveTree(readDrive(world), dir);
    await writeDriveTree(readDrive(world), dir);
    expect(walk(dir)).toEqual(['f', 'f/a.txt']);
  });

  it('does not write through links that lie in the directory', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'drive-outside-'));
    try {
      writeFileSync(join(outside, 'secret.txt'), 'old');
      symlinkSync(join(outside, 'secret.txt'), join(dir, 'a.txt'));
      const { Drive, world } = setup();
      Drive.Files.create({ name: 'a.txt' }, textBlob('new'));
      await writeDriveTree(readDrive(world), dir);
      expect(readFileSync(join(outside, 'secret.txt'), 'utf8')).toBe('old');
      symlinkSync(outside, join(dir, 'f'));
      Drive.Files.create({ name: 'f', mimeType: FOLDER });
      await expect(writeDriveTree(readDrive(world), dir)).rejects.toThrow('здесь должна быть папка');
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  it('stays inside the directory and loses no file, whatever the names', async () => {
    const names = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '',
        '../../x',
        'a/b',
        'C:\\x',
        'nul.txt',
        'a. ',
        '\u202Egpj.exe',
        '~',
        'я'.repeat(300),
      ),
      fc.string({ unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ name: names, folder: fc.boolean() }), { maxLength: 12 }), async (made) => {
        const { Drive, world } = setup();
        let parent = 'root';
        for (const { name, folder } of made)
          if (folder) parent = idOf(Drive.Files.create({ name, mimeType: FOLDER, parents: [parent] }));
          else Drive.Files.create({ name, parents: [parent] }, textBlob(name));
        const target = join(dir, 'inner');
        rmSync(target, { recursive: true, force: true });
        const { paths } = await writeDriveTree(readDrive(world), target);
        expect(Object.keys(paths)).toHaveLength(made.length);
        expect(new Set(Object.values(paths)).size).toBe(made.length);
        for (const path of Object.values(paths)) {
          expect(relative(target, join(target, path)).startsWith('..')).toBe(false);
          expect(existsSync(join(target, path))).toBe(true);
        }
        expect(readdirSync(dir)).toEqual(['inner']);
        expect(statSync(target).isDirectory()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('safeName', () => {
  it.each([
    ['Урок 1: «Дроби»?.docx', 'Урок 1_ «Дроби»_.docx'],
    ['../etc/passwd', '_._etc_passwd'],
    ['..', '_'],
    ['CON.txt', '_CON.txt'],
    ['отчёт.', 'отчёт'],
    ['', '_'],
  ])('turns %s into %s', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('keeps the extension of a long name', () => {
    const safe = safeName(`${'ю'.repeat(300)}.pdf`);
    expect(safe.endsWith('.pdf')).toBe(true);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
  });
});
