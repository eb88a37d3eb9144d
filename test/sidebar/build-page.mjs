// Builds the sidebar page alone, as one HTML text on standard output. `--fake-language` puts ⟦key⟧ for every English word.
// A process of its own, because esbuild does not start inside jest's sandbox.
import { build } from 'esbuild';

const fakeLanguage = {
  name: 'fake-language',
  setup(bundler) {
    bundler.onLoad({ filter: /messages[\\/]page\.en\.ts$/ }, () => ({
      contents: `import { PAGE_RU } from './page.ru';
        export const PAGE_EN = Object.fromEntries(Object.entries(PAGE_RU).map(([key, text]) =>
          [key, '⟦' + key + (text.match(/\\{\\w+\\}/g) ?? []).join('') + '⟧']));`,
      loader: 'ts',
      resolveDir: 'src/messages',
    }));
  },
};

const { outputFiles } = await build({
  entryPoints: ['./src/sidebar/main.tsx'],
  bundle: true,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  outdir: 'out',
  write: false,
  plugins: process.argv.includes('--fake-language') ? [fakeLanguage] : [],
});
const text = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
process.stdout.write(`<!doctype html>
<html lang="ru">
<head>
<base target="_blank">
<meta charset="utf-8">
<title>Время роста</title>
<style>${text('.css')}</style>
</head>
<body>
<div id="app" data-start="<?= start ?>"></div>
<script>${text('.js')
  .replace(/<\/script/gi, '<\\/script')
  .replace(/<\?/g, '\\x3c?')}</script>
</body>
</html>
`);
