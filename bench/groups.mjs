// Starter of the grouping command: bundles it in memory, which takes a fraction of what loading the sources one by one does.
import { build } from 'esbuild';
import { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('groups-cli.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  write: false,
});
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
