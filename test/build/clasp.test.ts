// What `clasp push` would upload: exactly the built project, whatever else lies about.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, source } from './dist';
import { ROOT } from '../root';

interface Status {
  readonly filesToPush: readonly string[];
  readonly untrackedFiles: readonly string[];
}

/** `clasp status --json`, which needs neither an account nor the network. */
function status(folder: string): Status {
  const clasp = join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
  const output = execFileSync(process.execPath, [clasp, 'status', '--json'], { cwd: folder, encoding: 'utf8' });
  const { filesToPush, untrackedFiles } = JSON.parse(output) as Status;
  const sorted = (files: readonly string[]): string[] => files.map((file) => file.replace(/\\/g, '/')).sort();
  return { filesToPush: sorted(filesToPush), untrackedFiles: sorted(untrackedFiles) };
}

const INTENDED = ['appsscript.json', 'Code.js', ...readdirSync(DIST).filter((name) => name.endsWith('.html'))]
  .map((name) => `dist/${name}`)
  .sort();

it('would push the code, the manifest and the pages of dist/, and nothing else', () => {
  expect(status(ROOT)).toEqual({ filesToPush: INTENDED, untrackedFiles: [] });
});

it('leaves alone whatever else gets into dist/ or lies beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clasp-'));
  try {
    for (const name of ['.clasp.json', '.claspignore']) writeFileSync(join(folder, name), source(name));
    cpSync(DIST, join(folder, 'dist'), { recursive: true });
    mkdirSync(join(folder, 'src'));
    mkdirSync(join(folder, 'dist/nested'));
    for (const stray of ['notes.md', 'summary.json', 'Code.js.map', 'extra.ts', 'extra.js', 'nested/Code.js', '.env'])
      writeFileSync(join(folder, 'dist', stray), '');
    for (const stray of ['Code.js', 'appsscript.json', 'src/Code.js']) writeFileSync(join(folder, stray), '');
    expect(status(folder).filesToPush).toEqual(INTENDED);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('names no script of anybody’s: whoever deploys puts in their own', () => {
  const { scriptId } = JSON.parse(source('.clasp.json')) as { readonly scriptId: string };
  expect(scriptId).toBe('PUT-YOUR-SCRIPT-ID-HERE');
});
