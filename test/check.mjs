// `npm run check`: types, rules and format side by side, two at a time. Ends with 1 when any fails.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';

const run = (script) =>
  new Promise((ended) => {
    const parts = [];
    const child = spawn(`npm run ${script}`, { shell: true });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
    child.on('close', (code) => {
      // Whole, so that the outputs do not run into each other.
      process.stdout.write(Buffer.concat(parts));
      ended(code);
    });
  });

const scripts = ['lint:rules', 'types', 'lint:format'];
const work = async () => {
  for (let script = scripts.shift(); script !== undefined; script = scripts.shift())
    if ((await run(script)) !== 0) process.exitCode = 1;
};
await Promise.all([work(), work()]);
