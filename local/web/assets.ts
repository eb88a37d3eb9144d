// The pages' own script and style, built from client/ when the server starts.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Assets {
  readonly script: string;
  readonly style: string;
  /** Goes into frames that show a script's pages, letters and documents. */
  readonly bridge: string;
}

const fileOf = (name: string): string => fileURLToPath(new URL(`./client/${name}`, import.meta.url));

/** Builds them; about a second. */
export async function buildAssets(): Promise<Assets> {
  const common = {
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    write: false,
    legalComments: 'none',
    logLevel: 'error',
  } as const;
  const [pages, bridge] = await Promise.all([
    build({
      ...common,
      entryPoints: [fileOf('main.tsx')],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      outdir: 'out',
    }),
    build({ ...common, entryPoints: [fileOf('bridge.ts')], outdir: 'out' }),
  ]);
  const text = (files: readonly { path: string; text: string }[], ending: string): string =>
    files.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return {
    script: text(pages.outputFiles, '.js'),
    style: text(pages.outputFiles, '.css'),
    // Inside <script>, `</script` would end it.
    bridge: text(bridge.outputFiles, '.js').replace(/<\/script/gi, '<\\/script'),
  };
}
