// Changes and sets of groups kept in cells: one that is too long for a cell stands in several.
import { type AppliedEdit, type EditedGroup, readApplied } from './editor';

/** What is kept as JSON in a cell: it holds 50,000 characters. */
export const LONGEST_KEPT = 45_000;

/** The list cut into lists none of which is longer than `longest` characters of JSON, unless a single entry is. */
export function inParts<T>(list: readonly T[], longest: number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let length = Infinity;
  for (const entry of list) {
    const own = JSON.stringify(entry).length + 1;
    const part = parts[parts.length - 1];
    if (part === undefined || length + own > longest) {
      parts.push([entry]);
      length = 2 + own;
    } else {
      part.push(entry);
      length += own;
    }
  }
  return parts;
}

/**
 * The change cut by its groups into changes none of which is longer than `longest` characters of JSON. Pairs and the edit itself stay
 * in the first: they are never many.
 */
export function editParts(whole: AppliedEdit, longest = LONGEST_KEPT): readonly AppliedEdit[] {
  const { edit, before, after } = whole;
  const shell = JSON.stringify({ ...whole, before: { ...before, groups: [] }, after: { ...after, groups: [] } }).length;
  const sides = [
    ...before.groups.map((group) => ({ was: true, group })),
    ...after.groups.map((group) => ({ was: false, group })),
  ];
  const parts = inParts(sides, longest - shell);
  if (parts.length <= 1) return [whole];
  return parts.map((part, at) => {
    const groups = (side: boolean): EditedGroup[] => part.filter(({ was }) => was === side).map(({ group }) => group);
    return {
      edit,
      before: { groups: groups(true), pairs: at === 0 ? before.pairs : [] },
      after: { groups: groups(false), pairs: at === 0 ? after.pairs : [] },
    };
  });
}

/** The parts put together, in any number; undefined when one of them is not a change as `AppliedEdit` describes it. */
export function wholeEdit(kept: readonly unknown[]): AppliedEdit | undefined {
  const parts = kept.flatMap((part) => readApplied(part) ?? []);
  const [first] = parts;
  if (first === undefined || parts.length < kept.length) return undefined;
  const side = (name: 'before' | 'after'): AppliedEdit['before'] => ({
    groups: parts.flatMap((part) => part[name].groups),
    pairs: parts.flatMap((part) => part[name].pairs),
  });
  return { edit: first.edit, before: side('before'), after: side('after') };
}
