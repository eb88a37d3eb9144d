// Writes the sample schools beside this file: tsx examples/make-sample.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleFiles } from './generator/sample';

const here = dirname(fileURLToPath(import.meta.url));
for (const { path, content } of await sampleFiles()) {
  const file = join(here, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  process.stdout.write(`${path}: ${content.length} B\n`);
}
