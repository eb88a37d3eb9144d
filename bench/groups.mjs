// Starter of the grouping command: bundles it when its sources have changed, else runs the bundle kept from the last time. The
// command's time limit counts from its very start, so a tenth of a second matters.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = here('../node_modules/.cache/vremya-rosta/');
const bundle = `${folder}groups.mjs`;
const list = `${folder}groups.json`;

/** What tells one state of a file from another. */
function stampOf(path) {
  const { mtimeMs, size } = statSync(path);
  return `${String(mtimeMs)} ${String(size)}`;
}

function isFresh() {
  try {
    const stamps = Object.entries(JSON.parse(readFileSync(list, 'utf8')));
    return statSync(bundle).isFile() && stamps.every(([path, stamp]) => stampOf(here(`../${path}`)) === stamp);
  } catch {
    return false;
  }
}

async function renew() {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: here('..'),
    entryPoints: ['bench/groups-cli.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    metafile: true,
    write: false,
  });
  const stamps = Object.fromEntries(Object.keys(metafile.inputs).map((path) => [path, stampOf(here(`../${path}`))]));
  mkdirSync(folder, { recursive: true });
  // Another run may read the bundle at this moment, so that each file changes at once.
  for (const [path, contents] of [
    [bundle, outputFiles[0].contents],
    [list, JSON.stringify(stamps)],
  ]) {
    const part = `${path}.${String(process.pid)}`;
    writeFileSync(part, contents);
    renameSync(part, path);
  }
}

if (!isFresh()) await renew();
await import(bundle);
