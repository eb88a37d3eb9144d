// What has to be done to a document so that its parts of ours say what they should, and nobody else's paragraph is touched.
import type { Block, DocumentModel } from '../../domain/document/document';
import { type Request, writeBlocks } from './requests';

type Document = GoogleAppsScript.Docs.Schema.Document;

/** Names of our ranges in a document begin with this; the part's key follows. */
const PREFIX = 'vr:';

interface Span {
  readonly start: number;
  readonly end: number;
  /** Its last character ends a paragraph; otherwise somebody has joined our last paragraph with the next one. */
  readonly ended: boolean;
}

/** One thing to be done at a place; carried out from the bottom upwards, so that no place above moves. */
interface Work {
  readonly at: number;
  readonly requests: readonly Request[];
}

/** Everything into a document that is blank. */
export function writeAll({ parts }: DocumentModel): readonly Request[] {
  // Each goes in at the very beginning: the last part first.
  return [...parts]
    .reverse()
    .flatMap((part) =>
      'key' in part
        ? writeBlocks(1, part.blocks, PREFIX + part.key, false)
        : writeBlocks(1, part.once, undefined, false),
    );
}

/** Has the document nothing of ours and no text of anybody? */
export function isBlank(document: Document): boolean {
  const [, first, ...rest] = document.body?.content ?? [];
  const text = (first?.paragraph?.elements ?? []).map(({ textRun }) => textRun?.content ?? '').join('');
  return rest.length === 0 && first?.table === undefined && text.trim() === '' && ourSpans(document).size === 0;
}

/**
 * Our parts anew: each in the place where it stands; one that somebody has deleted, or that is new, after the part of ours before it,
 * at the end of the document when there is none. What was written once is not written again.
 */
export function rewrite(document: Document, { parts }: DocumentModel): readonly Request[] {
  const spans = ourSpans(document);
  const end = endOf(document);
  const works: Work[] = [];
  let after: number | undefined;
  /** New parts with one place: they are one work, in their order. */
  let joined: { readonly at: number; blocks: readonly { key: string; blocks: readonly Block[] }[] } | undefined;
  const settle = (): void => {
    if (joined !== undefined) works.push({ at: joined.at, requests: newParts(joined.at, joined.blocks, end) });
    joined = undefined;
  };
  for (const part of parts) {
    if (!('key' in part)) continue;
    const [first, ...copies] = spans.get(PREFIX + part.key) ?? [];
    if (first === undefined) {
      joined ??= { at: after ?? end, blocks: [] };
      joined.blocks = [...joined.blocks, part];
      continue;
    }
    settle();
    works.push({ at: first.start, requests: replaced(first, PREFIX + part.key, part.blocks) });
    for (const copy of copies) works.push({ at: copy.start, requests: emptied(copy) });
    after = first.end;
  }
  settle();
  const names = [
    ...new Set(parts.flatMap((part) => ('key' in part && spans.has(PREFIX + part.key) ? [PREFIX + part.key] : []))),
  ];
  return [
    // The ranges are made anew: of one name there is to be one.
    ...names.map((name) => ({ deleteNamedRange: { name } })),
    ...works.sort((a, b) => b.at - a.at).flatMap(({ requests }) => requests),
  ];
}

/** Deletes all but the last paragraph's end, which may be all that stands before a table or at the document's end; then writes. */
function replaced(span: Span, name: string, blocks: readonly Block[]): readonly Request[] {
  return [...emptied(span), ...writeBlocks(span.start, blocks, name, span.ended)];
}

function emptied({ start, end, ended }: Span): readonly Request[] {
  const endIndex = ended ? end - 1 : end;
  return endIndex > start ? [{ deleteContentRange: { range: { startIndex: start, endIndex } } }] : [];
}

function newParts(
  at: number,
  parts: readonly { readonly key: string; readonly blocks: readonly Block[] }[],
  end: number,
): readonly Request[] {
  // At the document's end there is no paragraph to begin at: the last one is ended first.
  const start = at >= end ? end : at;
  const requests: Request[] = at >= end ? [{ insertText: { location: { index: end - 1 }, text: '\n' } }] : [];
  for (const { key, blocks } of [...parts].reverse()) requests.push(...writeBlocks(start, blocks, PREFIX + key, false));
  return requests;
}

/** Our ranges by name, from the top; a range that people have torn apart has several. */
function ourSpans(document: Document): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, readonly Span[]>();
  const ends = new Set((document.body?.content ?? []).map(({ endIndex }) => endIndex));
  const named = (document.namedRanges ?? {}) as Readonly<Record<string, GoogleAppsScript.Docs.Schema.NamedRanges>>;
  for (const [name, { namedRanges = [] }] of Object.entries(named)) {
    if (!name.startsWith(PREFIX)) continue;
    const spans = namedRanges
      .flatMap(({ ranges = [] }) => ranges)
      // Index 0 is left out of an answer, as every 0 is; no range of ours begins there.
      .map(({ startIndex = 1, endIndex = 1 }): Span => ({
        start: startIndex,
        end: endIndex,
        ended: ends.has(endIndex),
      }))
      .sort((a, b) => a.start - b.start);
    if (spans.length > 0) found.set(name, spans);
  }
  return found;
}

const endOf = (document: Document): number => {
  const content = document.body?.content ?? [];
  return content[content.length - 1]?.endIndex ?? 2;
};
