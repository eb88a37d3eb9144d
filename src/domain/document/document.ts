// A document as data: what the product writes and rewrites of it, and what it writes once and leaves to people.
import { TURNING } from '../text';

/** A piece of text in one style. Line breaks in it become spaces where it is written. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Small grey print: where a number comes from. */
  readonly muted?: true;
  /** Small print of the usual colour: cells of a wide table. */
  readonly small?: true;
  /** The ground behind the text; on spaces that do not break it is a bar of a chart. */
  readonly fill?: Fill;
  /** An address beginning with http:// or https://; anything else is written as plain text. */
  readonly link?: string;
}

export type Fill = 'blue' | 'orange' | 'green' | 'grey';

/** Text of a paragraph, of an item or of a cell. */
export type Inline = string | readonly Run[];

export type Block =
  | { readonly kind: 'title' | 'subtitle'; readonly text: Inline }
  | {
      readonly kind: 'paragraph';
      readonly text: Inline;
      /** A little room below it. */
      readonly room?: true;
      /** Stands on one page with what follows: the caption of a table. */
      readonly keep?: true;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Inline }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | {
      readonly kind: 'table';
      /** Headings of the columns; at least one. */
      readonly head: readonly Inline[];
      /** Each as long as `head`: what is missing is empty, what is too much is left out. */
      readonly rows: readonly (readonly Inline[])[];
      /** Widths of the columns in points, as many as columns; absent: all alike. */
      readonly widths?: readonly number[];
    }
  | {
      readonly kind: 'picture';
      /** Where Google can fetch it while it writes: public for that moment, PNG, JPEG or GIF. */
      readonly uri: string;
      /** In points. */
      readonly width: number;
      readonly height: number;
    };

/** A part of a document. */
export type Part =
  /** Ours for good: found again by its key and written anew whenever its blocks have changed. */
  | { readonly key: string; readonly blocks: readonly Block[] }
  /** Written when the document is made and never touched again: people work on it. */
  | { readonly once: readonly Block[] };

export interface DocumentModel {
  /** From top to bottom. Keys are unique. */
  readonly parts: readonly Part[];
}

/** The runs of a text, empty ones left out, each on one line. */
export function runsOf(text: Inline): readonly Run[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return runs.map((run) => ({ ...run, text: written(run.text) })).filter((run) => run.text !== '');
}

/** A text without style. */
export const plainOf = (text: Inline): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

/**
 * A text as Docs keeps it inside a paragraph: control characters and the private use area would be stripped on the way, and every
 * index after them would be wrong. https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#inserttextrequest
 */
function written(text: string): string {
  return Array.from(text.replace(TURNING, ''), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f || code === 0x2028 || code === 0x2029) return ' ';
    return (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xd800 && code <= 0xdfff) ? '' : character;
  }).join('');
}

/** May this address stand in a document as a link? */
export const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s]+$/i.test(address);
