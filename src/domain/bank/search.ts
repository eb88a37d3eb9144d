// Finds resources in the register by words.
import { foldText } from '../staff/normalise';

/** What of a resource is searched. */
export interface SearchableResource {
  readonly title: string;
  readonly tags: readonly string[];
  readonly author: string;
  readonly annotation: string;
  readonly competencyTitle: string;
}

/**
 * The resources in which every word of the query occurs (inside a word too, whatever the case, ё as е) in title, tags, author,
 * annotation or competency. Those with more of the words in the title come first, then in the tags; equal ones keep their order.
 * A query without words finds everything.
 */
export function searchBank<R extends SearchableResource>(rows: readonly R[], query: string): readonly R[] {
  const words = [...new Set(foldText(query).split(' '))].filter((word) => word !== '');
  const hits = (text: string): number => {
    const folded = foldText(text);
    return words.filter((word) => folded.includes(word)).length;
  };
  return rows
    .map((row, order) => ({ row, order }))
    .filter(({ row }) => {
      const { title, author, annotation, competencyTitle, tags } = row;
      return hits([title, author, annotation, competencyTitle, ...tags].join(' | ')) === words.length;
    })
    .map(({ row, order }) => ({ row, order, title: hits(row.title), tags: hits(row.tags.join(' | ')) }))
    .sort((a, b) => b.title - a.title || b.tags - a.tags || a.order - b.order)
    .map(({ row }) => row);
}
