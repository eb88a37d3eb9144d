// Builds dist/: Code.js (one IIFE plus a top-level stub per entry point), the sidebar, the data files (programme templates,
// wordings), appsscript.json. With the argument `cards` it builds dist-cards/ instead: the card add-on, a project of its own.
import { build } from 'esbuild';
import { generate } from 'gas-entry-generator';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';

const CARDS = process.argv[2] === 'cards';
const ENTRY = CARDS ? './src/cards/entry-points.ts' : './src/entry-points.ts';
const OUT = CARDS ? 'dist-cards' : 'dist';

/** Names that `entry-points.ts` exports, from esbuild's own analysis. */
async function entryPointNames() {
  const probe = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: OUT,
    logLevel: 'silent',
  });
  const names = Object.values(probe.metafile.outputs).flatMap((output) => output.exports);
  if (names.length === 0) throw new Error(`${ENTRY} exports nothing`);
  return names;
}

/** Lets a bundle leave out the tables that it does not name: esbuild cannot tell by itself that describing one changes nothing. */
const unusedTablesLeftOut = {
  name: 'unused-tables-left-out',
  setup({ onLoad }) {
    onLoad({ filter: /\bworkbook[\\/]tables[\\/]\w[\w-]*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/= table\(/g, '= /* @__PURE__ */ table('),
      loader: 'ts',
    }));
  },
};

/**
 * Apps Script only sees function declarations at the top level of the file, so each entry point gets an empty one, which the
 * bundle then replaces on the global object (the way gas-webpack-plugin's engine does it).
 */
async function buildCode() {
  const assignments = (await entryPointNames()).map((name) => `global.${name} = entryPoints.${name};`).join('\n');
  const { entryPointFunctions } = generate(assignments, { comment: false });
  const { outputFiles } = await build({
    stdin: { contents: `import * as entryPoints from '${ENTRY}';\n${assignments}`, resolveDir: '.', loader: 'ts' },
    bundle: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    define: { global: 'globalThis' },
    plugins: [unusedTablesLeftOut],
    minify: true,
    write: false,
    legalComments: 'none',
  });
  await writeFile(`${OUT}/Code.js`, `${entryPointFunctions.trim()}\n${outputFiles[0].text}`);
}

/** The sidebar is one HTML file: style and script inline, nothing requested from outside. */
async function buildSidebar() {
  const { outputFiles } = await build({
    entryPoints: ['./src/sidebar/main.tsx'],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: OUT,
    write: false,
    legalComments: 'none',
  });
  const text = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  // Inside <script>, `</script` would end it; inside a template, `<?` would begin a scriptlet.
  const script = text('.js')
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<\?/g, '\\x3c?');
  const html = `<!doctype html>
<html lang="ru">
<head>
<base target="_blank">
<meta charset="utf-8">
<title>Время роста</title>
<style>${text('.css')}</style>
</head>
<body>
<div id="app" data-start="<?= start ?>"></div>
<script>${script}</script>
</body>
</html>
`;
  await writeFile(`${OUT}/Sidebar.html`, html);
}

/** What a module of the sources exports. */
async function exportsOf(entryPoint) {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    write: false,
  });
  const module = { exports: {} };
  new Function('module', 'exports', outputFiles[0].text)(module, module.exports);
  return module.exports;
}

/** A data file beside the code. No `<` in it: whatever reads it as HTML finds only text. */
async function writeData(name, data) {
  await writeFile(`${OUT}/${name}.html`, JSON.stringify(data).replace(/</g, '\\u003c'));
}

/** Programme templates are data: a file of their own, so that their texts do not load at every click. */
async function buildProgrammes() {
  await writeData('Programmes', (await exportsOf('./src/programmes/index.ts')).PROGRAMMES);
}

/** So are the wordings: a file a language. */
async function buildWordings() {
  const { ru, en } = (await exportsOf('./src/messages/all.ts')).WORDINGS;
  await Promise.all([writeData('WordsRu', ru), writeData('WordsEn', en)]);
}

/** The cards are in Russian, like the menu. */
async function buildCardWordings() {
  await writeData('WordsRu', (await exportsOf('./src/messages/all.ts')).WORDINGS.ru);
}

/** The body of a function, called only when it is asked for (`google/bundles.ts`): it does not load at every click either. */
async function buildBundle(name, entryPoint) {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'iife',
    globalName: 'bundle',
    plugins: [unusedTablesLeftOut],
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    write: false,
    legalComments: 'none',
    footer: { js: `return bundle;\n//# sourceURL=${name}` },
  });
  await writeFile(`${OUT}/${name}.html`, outputFiles[0].text);
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await Promise.all([
  buildCode(),
  ...(CARDS
    ? [buildCardWordings()]
    : [
        buildSidebar(),
        buildProgrammes(),
        buildWordings(),
        buildBundle('Planning', './src/domain/planning.ts'),
        buildBundle('Actions', './src/server/late-bundle.ts'),
      ]),
  cp(CARDS ? 'appsscript.cards.json' : 'appsscript.json', `${OUT}/appsscript.json`),
]);
