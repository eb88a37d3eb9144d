// `npm start`: the local Workspace in a browser, with the sample school in it unless told otherwise.
import { BadOptions, readOptions, serve } from '../local/cli';

try {
  await serve(new URL('./start-world.ts', import.meta.url), readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BadOptions)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
