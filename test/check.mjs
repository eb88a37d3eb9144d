// `npm run check`: types, rules and format side by side, two at a time. With the name of another script (`npm test`: jest) that one runs
// beside them, which fills what it leaves of two cores while it waits for browsers; what it prints comes as it comes. Ends with 1 when any fails.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';

const scripts = ['lint:rules', 'types', 'lint:format'];
const failed = [];

const run = (script, stdio) =>
  new Promise((ended) => {
    const parts = [];
    const child = spawn(`npm run ${script}`, { shell: true, stdio });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => parts.push(part));
    child.on('close', (code) => {
      // Whole, so that the outputs do not run into each other.
      process.stdout.write(Buffer.concat(parts));
      if (code !== 0) failed.push(script);
      ended();
    });
  });

const work = async () => {
  for (let script = scripts.shift(); script !== undefined; script = scripts.shift()) await run(script, 'pipe');
};
const [, , beside] = process.argv;
await Promise.all(beside === undefined ? [work(), work()] : [work(), run(beside, 'inherit')]);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
