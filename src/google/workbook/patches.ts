// Plans the writing of changed cells: what lies together is written together, what lies between is not touched.
import type { Table } from '../../workbook/schema';
import { type Located, runsOf } from './locate';

export interface Change {
  readonly $row: number;
  readonly set: Readonly<Record<string, unknown>>;
}

/** Neighbouring columns from `start` on. */
export interface Columns {
  readonly start: number;
  readonly keys: readonly string[];
}

/** Neighbouring rows that change in the same columns. */
export interface Block {
  readonly first: number;
  readonly rows: Readonly<Record<string, unknown>>[];
  readonly parts: readonly Columns[];
}

/** The changes as blocks of whole rectangles, top down. Several changes of one row count as one; the later cell wins. */
export function blocksOf(table: Table, located: Located, changes: readonly Change[]): Block[] {
  const byRow = new Map<number, Readonly<Record<string, unknown>>>();
  for (const { $row, set } of changes) byRow.set($row, { ...byRow.get($row), ...set });
  const runs = runsOf(table, located);
  const blocks: (Block & { readonly shape: string })[] = [];
  for (const [row, set] of [...byRow].sort(([a], [b]) => a - b)) {
    const parts = narrowed(runs, new Set(Object.keys(set)));
    if (parts.length === 0) continue;
    const shape = parts.map(({ start, keys }) => `${String(start)}+${String(keys.length)}`).join();
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.shape === shape && last.first + last.rows.length === row) last.rows.push(set);
    else blocks.push({ first: row, rows: [set], parts, shape });
  }
  return blocks;
}

/** The columns that any of the blocks changes. */
export const columnsOfAll = (table: Table, located: Located, blocks: readonly Block[]): readonly Columns[] =>
  stretchesOf(table, located, new Set(blocks.flatMap(({ parts }) => parts.flatMap((part) => part.keys))));

/** These columns, as stretches of neighbours. */
export const stretchesOf = (table: Table, located: Located, keys: ReadonlySet<string>): readonly Columns[] =>
  narrowed(runsOf(table, located), keys);

/** The parts of the runs that hold changed columns: whole neighbouring stretches, nothing beside them. */
function narrowed(runs: readonly Columns[], changed: ReadonlySet<string>): Columns[] {
  const parts: { start: number; keys: string[] }[] = [];
  for (const run of runs) {
    let open: { start: number; keys: string[] } | undefined;
    run.keys.forEach((key, offset) => {
      if (!changed.has(key)) {
        open = undefined;
        return;
      }
      if (open === undefined) {
        open = { start: run.start + offset, keys: [] };
        parts.push(open);
      }
      open.keys.push(key);
    });
  }
  return parts;
}
