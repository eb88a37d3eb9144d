// Mentions of somebody anywhere in a document, replaced where they stand: the paragraphs of people as well as ours.
import type { Mention } from '../../domain/personal/person';

type Element = GoogleAppsScript.Docs.Schema.StructuralElement;
type Request = GoogleAppsScript.Docs.Schema.Request;

/** From the bottom upwards, so that no place above moves. A paragraph is read whole: a name may be half bold. */
export function reworded(
  content: readonly Element[],
  mentions: (text: string) => readonly Mention[],
  stand: string,
): Request[] {
  return paragraphsOf(content)
    .flatMap(({ at, text }) => mentions(text).map(({ start, end }) => ({ startIndex: at + start, endIndex: at + end })))
    .sort((a, b) => b.startIndex - a.startIndex)
    .flatMap((range): Request[] => [
      // Behind the mention first: inside a range of ours the new text stays inside.
      { insertText: { location: { index: range.endIndex }, text: stand } },
      { deleteContentRange: { range } },
    ]);
}

interface Paragraph {
  readonly at: number;
  readonly text: string;
}

function paragraphsOf(content: readonly Element[]): readonly Paragraph[] {
  return content.flatMap(({ paragraph, table }): readonly Paragraph[] => {
    if (table !== undefined)
      return (table.tableRows ?? []).flatMap(({ tableCells = [] }) =>
        tableCells.flatMap((cell) => paragraphsOf(cell.content ?? [])),
      );
    const elements = paragraph?.elements ?? [];
    const text = elements
      // Whatever is no text takes its place all the same.
      .map(({ textRun, startIndex = 0, endIndex = 0 }) => textRun?.content ?? '\ufffc'.repeat(endIndex - startIndex))
      .join('');
    return [{ at: elements[0]?.startIndex ?? 0, text }];
  });
}
