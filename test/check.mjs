// `npm run check`: types and lint side by side, each on a core of its own. Ends with 1 when either fails.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';

const run = (script) =>
  new Promise((ended) => {
    const parts = [];
    const child = spawn(`npm run ${script}`, { shell: true });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
    child.on('close', (code) => {
      // Whole, so that the two do not run into each other.
      process.stdout.write(Buffer.concat(parts));
      ended(code);
    });
  });

const codes = await Promise.all(['types', 'lint'].map(run));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
