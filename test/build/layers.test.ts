// Who may import whom: the lint rules catch every breach and say why, and no file under src/ commits one.
import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT } from '../root';

/** Layer → the layers it may import. Written out here a second time on purpose: the lint settings alone could drift. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  programmes: ['programmes', 'domain'],
  workbook: ['workbook', 'domain'],
  app: ['app', 'domain', 'programmes', 'workbook', 'shared'],
  google: ['google', 'app', 'workbook', 'domain'],
  messages: ['messages', 'domain'],
  shared: ['shared', 'domain'],
  server: ['server', 'app', 'google', 'shared', 'messages', 'programmes', 'workbook', 'domain'],
  cards: ['cards', 'app', 'google', 'shared', 'messages', 'workbook', 'domain'],
  sidebar: ['sidebar', 'shared', 'messages'],
};
const LAYERS = Object.keys(MAY);

const eslint = new ESLint({ cwd: ROOT });

/** What the lint says of a file with this text at this place. */
async function complaints(filePath: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, filePath) });
  if (result === undefined) throw new Error(`${filePath} is not linted at all`);
  return result.messages.map(({ message }) => message);
}

const importing = (from: string): string => `import { thing } from '${from}';\nexport const other = thing;\n`;
const pairs = LAYERS.flatMap((layer) => LAYERS.map((other) => [layer, other] as const));

describe('the lint rules', () => {
  it.each(pairs.filter(([layer, other]) => MAY[layer]?.includes(other) === false))(
    'report an import from %s into %s, and say why it is wrong',
    async (layer, other) => {
      const wanted = expect.stringContaining(`src/${layer} may not import src/${other}: ${layer}/ `) as string;
      expect(await complaints(`src/${layer}/example.ts`, importing(`../${other}/thing`))).toEqual([wanted]);
      expect(await complaints(`src/${layer}/deeper/example.ts`, importing(`../../${other}/thing`))).toEqual([wanted]);
      expect(await complaints(`src/${layer}/example.ts`, `export { thing } from '../${other}/thing';\n`)).toEqual([
        wanted,
      ]);
    },
  );

  it.each(pairs.filter(([layer, other]) => layer !== other && MAY[layer]?.includes(other) === true))(
    'let %s import from %s',
    async (layer, other) => {
      const from = layer === 'google' && other === 'app' ? '../app/ports' : `../${other}/thing`;
      expect(await complaints(`src/${layer}/example.ts`, importing(from))).toEqual([]);
    },
  );

  it('let google/ know of app/ nothing but the ports', async () => {
    expect(await complaints('src/google/example.ts', importing('../app/heartbeat'))).toEqual([
      expect.stringContaining('src/google may import only app/ports.'),
    ]);
  });

  it('let entry-points.ts import from server/ only', async () => {
    expect(await complaints('src/entry-points.ts', "export { thing } from './server/entries';\n")).toEqual([]);
    for (const other of LAYERS.filter((layer) => layer !== 'server'))
      expect(await complaints('src/entry-points.ts', `export { thing } from './${other}/thing';\n`)).toHaveLength(1);
  });

  it.each(LAYERS)('keep the local Workspace out of %s', async (layer) => {
    expect(await complaints(`src/${layer}/example.ts`, importing('../../local/index'))).toEqual([
      expect.stringContaining('src/ never imports the local Workspace: it must run on live Apps Script.'),
    ]);
  });

  it('keep src/ out of the local Workspace', async () => {
    expect(await complaints('local/runtime/example.ts', importing('../../src/domain/text'))).toEqual([
      expect.stringContaining('local/ knows Apps Script and dist/, nothing of src/.'),
    ]);
  });

  it.each(['domain', 'programmes', 'workbook', 'app'])('make clock and randomness inputs in %s', async (layer) => {
    const file = `src/${layer}/example.ts`;
    expect(await complaints(file, 'export const roll = (): number => Math.random();\n')).toEqual([
      expect.stringContaining('Randomness is an input.'),
    ]);
    expect(await complaints(file, 'export const now = (): number => Date.now();\n')).toEqual([
      expect.stringContaining('The clock is an input.'),
    ]);
    expect(await complaints(file, 'export const now = (): Date => new Date();\n')).toEqual([
      expect.stringContaining('The clock is an input.'),
    ]);
    expect(await complaints(file, 'export const day = (ms: number): Date => new Date(ms);\n')).toEqual([]);
  });

  it('let nobody say any', async () => {
    expect(await complaints('src/domain/example.ts', 'export const thing = (value: any): unknown => value;\n')).toEqual(
      [expect.stringContaining('Unexpected any')],
    );
  });
});

describe('the files under src/', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replace(/\\/g, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

  /** Modules a file names, static or dynamic. */
  const importsOf = (file: string): readonly string[] =>
    [...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(/\b(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map(
      ([, from = '']) => from,
    );

  it('are all in a layer, but for the entry points', () => {
    expect(files.filter((file) => MAY[file.split('/')[0] ?? ''] === undefined)).toEqual(['entry-points.ts']);
  });

  it('import only what their layer may', () => {
    const breaches = files.flatMap((file) => {
      const may = file === 'entry-points.ts' ? ['server'] : (MAY[file.split('/')[0] ?? ''] ?? []);
      return importsOf(file)
        .filter((from) => from.startsWith('.'))
        .map((from) => posix.join(posix.dirname(file), from))
        .filter((target) => !may.includes(target.split('/')[0] ?? ''))
        .map((target) => `${file} → ${target}`);
    });
    expect(breaches).toEqual([]);
  });

  it('take nothing from packages, but for the page’s interface', () => {
    const packages = files.flatMap((file) =>
      importsOf(file)
        .filter((from) => !from.startsWith('.'))
        .map((from) => `${file.split('/')[0] ?? ''}: ${from}`),
    );
    expect([...new Set(packages)].filter((use) => !/^sidebar: preact(\/|$)/.test(use))).toEqual([]);
  });

  it('name Google’s services in google/, server/ and cards/ only', () => {
    const service =
      /\b(SpreadsheetApp|FormApp|MailApp|HtmlService|ScriptApp|PropertiesService|LockService|CacheService|CardService|Utilities|Session)\./;
    const naming = files.filter((file) => {
      const code = readFileSync(join(ROOT, 'src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return service.test(code) && !/^(google|server|cards)\//.test(file);
    });
    expect(naming).toEqual([]);
  });
});
