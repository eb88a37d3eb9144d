// The product as a school has it: the real dist/ installed on the local Workspace, with stages of the cycle shared between tests.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalWorkspace, type LocalWorkspace, type LocalWorkspaceOptions } from '../../local/index';
import { ROOT } from '../root';
import { Desk } from './desk';

const CACHE = join(ROOT, 'node_modules', '.cache', 'vremya-rosta', 'e2e');
/** What the stages depend on besides the build. */
const HARNESS = ['local', 'test/e2e', 'examples/demo', 'examples/answers-format.ts', 'src'];
const BUILT_FROM = ['src', 'appsscript.json', 'esbuild.config.mjs'];
const OLD_MS = 2 * 3_600_000;
/** A build younger than this may not be whole yet. */
const BEING_WRITTEN_MS = 3000;

/** Tuesday, 1 September 2026, 9:00 at the school. */
export const START = new Date('2026-09-01T02:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesUnder(join(ROOT, path))) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Makes a folder of the cache whole or not at all: test files run side by side. */
function cached(name: string, fill: (folder: string) => void): string {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  for (const other of readdirSync(CACHE)) {
    // A draft may have got its name meanwhile.
    const old = statSync(join(CACHE, other), { throwIfNoEntry: false });
    if (old !== undefined && Date.now() - old.mtimeMs > OLD_MS)
      rmSync(join(CACHE, other), { recursive: true, force: true });
  }
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  fill(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process was first: its folder is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * The build under test: a copy of dist/ when that is newer than everything it is built from (the test command builds first),
 * else a build of its own by the same script. Once for a state of the sources.
 */
export function dist(): string {
  return cached(`dist-${digestOf(BUILT_FROM)}`, (folder) => {
    const standing = join(ROOT, 'dist');
    const newest = Math.max(
      ...BUILT_FROM.flatMap((path) => filesUnder(join(ROOT, path))).map((file) => statSync(file).mtimeMs),
    );
    const files = existsSync(standing) ? filesUnder(standing) : [];
    const settled = (file: string): boolean => {
      const { mtimeMs } = statSync(file);
      return mtimeMs > newest && mtimeMs < Date.now() - BEING_WRITTEN_MS;
    };
    if (files.includes(join(standing, 'Code.js')) && files.every(settled)) {
      cpSync(standing, folder, { recursive: true });
      return;
    }
    const workshop = mkdtempSync(join(tmpdir(), 'build-'));
    for (const path of BUILT_FROM) symlinkSync(join(ROOT, path), join(workshop, path));
    const done = spawnSync(process.execPath, [join(ROOT, 'esbuild.config.mjs')], { cwd: workshop, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`the build failed:\n${done.stderr}`);
    cpSync(join(workshop, 'dist'), folder, { recursive: true });
    rmSync(workshop, { recursive: true, force: true });
  });
}

let known: { readonly dist: string; readonly digest: string } | undefined;
function build(): { readonly dist: string; readonly digest: string } {
  known ??= { dist: dist(), digest: digestOf(HARNESS) };
  return known;
}

const SETTING: LocalWorkspaceOptions = {
  now: START,
  timeZone: 'Asia/Novokuznetsk',
  locale: 'ru_RU',
  user: 'director@school.example',
};

/** A fresh Workspace with the add-on installed and an empty spreadsheet open. */
export function emptyDesk(options: LocalWorkspaceOptions = {}): Desk {
  const workspace = createLocalWorkspace({ ...SETTING, ...options });
  workspace.install(build().dist);
  workspace.createSpreadsheet('Рост педагогов');
  workspace.openDocument();
  return new Desk(workspace);
}

/** A point of the school's cycle from which several tests begin. */
export interface Stage {
  readonly name: string;
  /** Without one: an empty spreadsheet. */
  readonly after?: Stage;
  readonly carryOut: (desk: Desk) => void;
}

/** Reaches a stage once and keeps its state on disk; every desk opened there starts from a copy of its own, in memory. */
export function deskAt(stage: Stage, options: LocalWorkspaceOptions = {}): Desk {
  const reached = cached(`${build().digest}-${stage.name}`, (folder) => {
    const desk = stage.after === undefined ? emptyDesk() : deskAt(stage.after);
    stage.carryOut(desk);
    writeFileSync(join(folder, STATE), desk.workspace.state());
  });
  let state = states.get(reached);
  if (state === undefined) states.set(reached, (state = readFileSync(join(reached, STATE), 'utf8')));
  return deskOf(state, options);
}

/** What this process has read of the stages. */
const states = new Map<string, string>();

const STATE = 'workspace.json';

/** Another Workspace from where this one stands, with other conditions (faults, edition): as if the machine was started again. */
export function reopened(desk: Desk, options: LocalWorkspaceOptions = {}): Desk {
  return deskOf(desk.workspace.state(), options);
}

function deskOf(state: string, options: LocalWorkspaceOptions): Desk {
  return new Desk(createLocalWorkspace({ ...SETTING, ...options, state }));
}

export type { LocalWorkspace };
