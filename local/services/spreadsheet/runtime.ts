// What is remembered about a workbook during a run and never stored: its version, so that computed values stay fresh.
import type { BookState } from './state';

/** Bumped by every change of content or structure. */
const versions = new WeakMap<BookState, number>();

/** The workbook's current version. */
export function versionOf(book: BookState): number {
  return versions.get(book) ?? 0;
}

/** To be called after every change that a formula could see. */
export function changed(book: BookState): void {
  versions.set(book, versionOf(book) + 1);
}
