// The state on disk: one JSON file, replaced whole or not at all.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { StoredState } from './world';

/** What is kept between runs. */
export interface SavedWorkspace {
  world: StoredState;
  /** Folder of the installed project. */
  project?: string;
  activeSpreadsheetId?: string;
}

/** Raised whenever a state written before could be misread. */
const VERSION = 2;
const FILE = 'workspace.json';

/** Reads the state back; `undefined` when there is none yet. */
export function readSaved(dir: string): SavedWorkspace | undefined {
  saveWaiting(dir);
  let text: string;
  try {
    text = readFileSync(join(dir, FILE), 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
  return parseSaved(text, join(dir, FILE));
}

/** @param from where the text comes from, for the error */
export function parseSaved(text: string, from: string): SavedWorkspace {
  const { version, ...saved } = JSON.parse(text) as SavedWorkspace & { version: unknown };
  if (version !== VERSION) throw new Error(`${from} was written by another version: name another folder, or delete it`);
  return saved;
}

/** What `parseSaved` reads back. */
export const textOf = (saved: SavedWorkspace): string => JSON.stringify({ version: VERSION, ...saved });

/** Writes the state so that a process killed at any moment leaves the last whole one. */
export function writeSaved(dir: string, saved: SavedWorkspace): void {
  mkdirSync(dir, { recursive: true });
  const temporary = join(dir, `${FILE}.${process.pid}.tmp`);
  const file = openSync(temporary, 'w');
  try {
    writeFileSync(file, textOf(saved));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, join(dir, FILE));
  // The rename itself must reach the disk as well.
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Folders with changes made from outside any execution that are not written yet, each with what writes them. */
const waiting = new Map<string, () => void>();

/**
 * Writes the state of `dir` when the current turn of the event loop is over, or earlier: when somebody reads the folder
 * or the process ends. One write for many small changes.
 */
export function saveSoon(dir: string, save: () => void): void {
  const folder = resolve(dir);
  if (waiting.size === 0) process.once('exit', saveAll);
  if (!waiting.has(folder)) setImmediate(() => saveWaiting(folder));
  waiting.set(folder, save);
}

/** The state of `dir` has been written by other means. */
export function savedNow(dir: string): void {
  waiting.delete(resolve(dir));
  if (waiting.size === 0) process.removeListener('exit', saveAll);
}

/** Writes what waits for `dir`, if anything does. */
export function saveWaiting(dir: string): void {
  const save = waiting.get(resolve(dir));
  savedNow(dir);
  // A folder that has been removed meanwhile is not wanted back.
  if (save !== undefined && existsSync(dir)) save();
}

function saveAll(): void {
  for (const folder of [...waiting.keys()]) saveWaiting(folder);
}
