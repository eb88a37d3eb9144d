// The tables that home tells of: one that people have broken costs what depends on it, and nothing else.
import type { Message, Problem } from '../domain/message';
import type { ActionId, StepState } from '../shared/contract';
import type { Table } from '../workbook/schema';
import type { HomeStep } from './home';
import type { Workbook } from './ports/workbook';

interface Titled {
  readonly title: string;
}

/** A step that a broken table keeps from being told. */
export const UNTOLD = 'home.untold';

export class HomeParts {
  readonly #broken = new Map<string, readonly Problem[]>();

  constructor(private readonly workbook: Workbook) {}

  /** What was read of the table; nothing when it is broken. */
  read<T>({ title }: Titled, read: () => readonly T[]): readonly T[] {
    const found = this.workbook.unlessBroken(read);
    if (found.ok) return found.value;
    this.#broken.set(title, found.problems);
    return [];
  }

  /** Are tables lacking that home itself does not read, but that nothing goes on without? Costs no call. */
  lacks(...tables: readonly Table[]): boolean {
    const lacking = tables.filter((table) => !this.workbook.has(table));
    for (const { title } of lacking)
      this.#broken.set(title, [{ code: 'workbook.tableMissing', fields: { table: title } }]);
    return lacking.length > 0;
  }

  /** The step as it is, or that it cannot be told while one of the tables it is told by is broken. */
  readonly step = (tables: readonly Titled[], action: ActionId, state: StepState, line: Message): HomeStep => {
    const table = tables.find(({ title }) => this.#broken.has(title))?.title;
    return table === undefined
      ? { action, state, line }
      : { action, state: 'problem', line: { code: UNTOLD, fields: { table } } };
  };

  /** The number, or that it is not known. */
  number(value: number, { title }: Titled): string {
    return this.#broken.has(title) ? '—' : String(value);
  }

  /** Titles of broken tables. */
  broken(): readonly string[] {
    return [...this.#broken.keys()];
  }

  /** What is wrong, and how it is mended. */
  problems(): readonly Message[] {
    return this.#broken.size === 0 ? [] : [...[...this.#broken.values()].flat(), { code: 'home.broken.do' }];
  }
}
