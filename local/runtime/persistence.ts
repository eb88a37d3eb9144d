// The state on disk: one JSON file, replaced whole or not at all.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredState } from './world';

/** What is kept between runs. */
export interface SavedWorkspace {
  version: 1;
  world: StoredState;
  /** Folder of the installed project. */
  project?: string;
  activeSpreadsheetId?: string;
}

const FILE = 'workspace.json';

/** Reads the state back; `undefined` when there is none yet. */
export function readSaved(dir: string): SavedWorkspace | undefined {
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
  const saved = JSON.parse(text) as SavedWorkspace;
  if (saved.version !== 1) throw new Error(`${from} is of another version`);
  return saved;
}

/** Writes the state so that a process killed at any moment leaves the last whole one. */
export function writeSaved(dir: string, saved: SavedWorkspace): void {
  mkdirSync(dir, { recursive: true });
  const temporary = join(dir, `${FILE}.${process.pid}.tmp`);
  const file = openSync(temporary, 'w');
  try {
    writeFileSync(file, JSON.stringify(saved));
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
