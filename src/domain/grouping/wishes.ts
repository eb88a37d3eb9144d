// Reads «Пожелания»: pairs of people with what is wished about them; what cannot be read is a problem of its row.
import type { RowProblem } from '../message';

export type WishKind = 'together' | 'apart' | 'pinned';

export interface Wish {
  /** Staff codes. */
  readonly who: string;
  readonly whom: string;
  readonly kind: WishKind;
  /** Competency id, '' = any. */
  readonly about: string;
}

/** A row as the sheet has it. */
export interface WishRow {
  readonly $row: number;
  readonly who: string;
  readonly whom: string;
  readonly kind: string;
  readonly about: string;
}

/** Wishes about two different people who are on the list, and a competency that there is; every other row is a problem. */
export function readWishes(
  rows: readonly WishRow[],
  known: { readonly people: ReadonlySet<string>; readonly competencies: ReadonlySet<string> },
): { readonly wishes: readonly Wish[]; readonly problems: readonly RowProblem[] } {
  const wishes: Wish[] = [];
  const problems: RowProblem[] = [];
  for (const { $row: row, who, whom, kind, about } of rows) {
    const stranger = [who, whom].find((code) => !known.people.has(code));
    if (stranger !== undefined) problems.push({ code: 'wish.person', row, fields: { found: stranger } });
    else if (who === whom) problems.push({ code: 'wish.self', row, fields: { found: who } });
    else if (about !== '' && !known.competencies.has(about))
      problems.push({ code: 'wish.competency', row, fields: { found: about } });
    else wishes.push({ who, whom, kind: kind as WishKind, about });
  }
  return { wishes, problems };
}
