// Runs the demo as a person would, in a process of its own, and keeps what it wrote.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  /** What it complained about, line by line. */
  readonly complaints: readonly string[];
}

/** The garbage is collected by the thread that makes it: the other core has tests of its own. */
const NODE = ['--single-threaded-gc', '--max-semi-space-size=32', '--import', 'tsx'];

/** `npx tsx examples/demo/main.ts …`: the build that `npm run demo` begins with is taken as done. */
export function demo(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...NODE, 'examples/demo/main.ts', ...args], { cwd: ROOT });
    const texts = { output: '', errors: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.errors += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output: texts.output, complaints: texts.errors.split('\n').filter((line) => line !== '') });
    });
  });
}

/** A new folder that goes when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export const example = (...names: readonly string[]): string => join(ROOT, 'examples', ...names);
