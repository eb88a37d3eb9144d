// Wishes about people: wanted together, not to be put together, kept together. Read from rows, asked by every kind of grouping.
import type { Competency } from '../framework/framework';
import type { Problem, RowProblem } from '../message';
import { codeKey, foldText } from '../staff/normalise';
import { fullNameOf, type Teacher } from '../staff/teacher';

export type WishKind = 'together' | 'apart' | 'pinned';

/** A row of «Пожелания» as it stands in the sheet. */
export interface WishRow {
  readonly $row: number;
  readonly who: string;
  readonly whom: string;
  readonly kind: string;
  readonly about: string;
}

/** A wish that could be read: codes of two people of the staff. */
export interface Wish {
  readonly row: number;
  readonly who: string;
  readonly whom: string;
  readonly kind: WishKind;
  /** Competency id; '' = about any. */
  readonly about: string;
}

/**
 * What was wished, by pairs of codes. A wish without a competency holds for every competency; asked without one, only such wishes
 * answer. «Apart» and «pinned» hold both ways; «together» is of the one who wishes.
 */
export class Wishes {
  private readonly told = new Map<string, Set<string>>();

  constructor(readonly list: readonly Wish[]) {
    for (const { kind, who, whom, about } of list) {
      this.tell(kind, who, whom, about);
      if (kind !== 'together') this.tell(kind, whom, who, about);
    }
  }

  /** Must these two not be put together (for this competency)? */
  forbids(one: string, other: string, about = ''): boolean {
    return this.has('apart', one, other, about);
  }

  /** Has a person decided that these two are together (for this competency)? */
  pins(one: string, other: string, about = ''): boolean {
    return this.has('pinned', one, other, about);
  }

  /** Does `who` ask for `whom`? */
  wants(who: string, whom: string, about = ''): boolean {
    return this.has('together', who, whom, about);
  }

  /** Do both ask for each other? */
  mutual(one: string, other: string, about = ''): boolean {
    return this.wants(one, other, about) && this.wants(other, one, about);
  }

  private tell(kind: WishKind, who: string, whom: string, about: string): void {
    const key = keyOf(kind, who, whom);
    this.told.set(key, (this.told.get(key) ?? new Set()).add(about));
  }

  private has(kind: WishKind, who: string, whom: string, about: string): boolean {
    const told = this.told.get(keyOf(kind, who, whom));
    return told !== undefined && (told.has('') || told.has(about));
  }
}

const keyOf = (kind: WishKind, who: string, whom: string): string => `${kind}\n${who}\n${whom}`;

const KINDS: readonly string[] = ['together', 'apart', 'pinned'];
const isKind = (kind: string): kind is WishKind => KINDS.includes(kind);

/**
 * Reads the rows of «Пожелания». People are found by code (however it was typed) or by a full name that only one of the staff
 * bears; what cannot be read is a problem of its row and is left out. Of «apart» and «pinned» about the same two people «apart»
 * counts, and the other row is a problem. The same wish written twice is one.
 */
export function readWishes(
  rows: readonly WishRow[],
  staff: readonly Teacher[],
  competencies: readonly Competency[],
): { readonly wishes: Wishes; readonly problems: readonly RowProblem[] } {
  const find = finder(staff);
  const ids = new Map(competencies.map(({ id }) => [id.toLowerCase(), id]));
  const problems: RowProblem[] = [];
  const read: Wish[] = [];
  for (const { $row: row, who, whom, kind, about } of rows) {
    const one = find(who);
    const other = find(whom);
    const wanted = about.trim();
    const id = wanted === '' ? '' : ids.get(wanted.toLowerCase());
    const wrong: Problem[] = [
      ...[one === undefined ? who : '', other === undefined ? whom : '']
        .filter((found) => found !== '')
        .map((found) => ({ code: 'wishes.person.unknown', fields: { found } })),
      ...(one !== undefined && one === other ? [{ code: 'wishes.self', fields: { found: who } }] : []),
      ...(id === undefined ? [{ code: 'wishes.about.unknown', fields: { found: wanted } }] : []),
    ];
    problems.push(...wrong.map((problem) => inRow(problem, row)));
    if (wrong.length > 0 || one === undefined || other === undefined || id === undefined || !isKind(kind)) continue;
    read.push({ row, who: one, whom: other, kind, about: id });
  }
  const all = new Wishes(read);
  const seen = new Set<string>();
  const list = read.filter(({ row, who, whom, kind, about }) => {
    if (kind === 'pinned' && all.forbids(who, whom, about)) {
      problems.push(inRow({ code: 'wishes.contradiction', fields: { who, whom } }, row));
      return false;
    }
    const key = [kind, ...(kind === 'together' ? [who, whom] : [who, whom].sort()), about].join('\n');
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
  return { wishes: new Wishes(list), problems };
}

const inRow = (problem: Problem, row: number): RowProblem => ({ ...problem, row });

/** A person's code by what was typed: the code itself in any spelling, or a name nobody else has. */
function finder(staff: readonly Teacher[]): (typed: string) => string | undefined {
  const byCode = new Map<string, string>();
  const byName = new Map<string, string | undefined>();
  for (const teacher of staff) {
    const { code } = teacher;
    if (codeKey(code) !== '') byCode.set(codeKey(code), code);
    const key = foldText(fullNameOf(teacher));
    byName.set(key, byName.has(key) ? undefined : code);
  }
  return (typed) => byCode.get(codeKey(typed)) ?? byName.get(foldText(typed));
}
