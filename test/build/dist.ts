// What `npm run build` made: the tests of this folder look at the very files that would be pushed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root';

export const DIST = join(ROOT, 'dist');

/** Text of a built file. */
export function built(name: string): string {
  const file = join(DIST, name);
  if (!existsSync(file)) throw new Error(`${name} is not there: run "npm run build" first`);
  return readFileSync(file, 'utf8');
}

/** Text of a file of the repository. */
export const source = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
