// The plan of writing changed cells: it covers what changed, touches nothing else, in as few rectangles as lie apart.
import fc from 'fast-check';
import type { Located } from '../../../src/google/workbook/locate';
import { blocksOf, type Change, columnsOfAll } from '../../../src/google/workbook/patches';
import { table } from '../../../src/workbook/schema';

const TABLE = table({
  key: 'things',
  title: 'Вещи',
  about: 'Вещи.',
  filledBy: 'both',
  columns: {
    a: { type: 'text', title: 'А' },
    b: { type: 'text', title: 'Б' },
    c: { type: 'text', title: 'В' },
    d: { type: 'text', title: 'Г' },
  },
});
const KEYS = Object.keys(TABLE.columns);

const at = (positions: readonly number[]): Located => ({
  sheet: undefined as unknown as GoogleAppsScript.Spreadsheet.Sheet,
  columns: new Map(KEYS.map((key, index) => [key, positions[index] ?? 1])),
});
/** The columns anywhere among the first eight, people's own between them. */
const located = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 4, maxLength: 4 }).map(at);
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    $row: fc.integer({ min: 2, max: 12 }),
    set: fc
      .tuple(fc.subarray(KEYS), fc.nat(99))
      .map(([keys, number]) => Object.fromEntries(keys.map((key) => [key, `${key}${String(number)}`]))),
  }),
  { maxLength: 12 },
);

/** Cells as `row:column` → value, as the blocks would write them; a cell written twice is an error. */
function written(where: Located, list: readonly Change[]): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const { first, rows, parts } of blocksOf(TABLE, where, list)) {
    rows.forEach((set, index) => {
      for (const { start, keys } of parts)
        keys.forEach((key, offset) => {
          const cell = `${String(first + index)}:${String(start + offset)}`;
          expect(cells.has(cell)).toBe(false);
          cells.set(cell, set[key]);
        });
    });
  }
  return cells;
}

it('writes every changed cell once, the later of two changes, and no other cell', () => {
  fc.assert(
    fc.property(located, changes, (where, list) => {
      const wanted = new Map<string, unknown>();
      for (const { $row, set } of list)
        for (const [key, value] of Object.entries(set))
          wanted.set(`${String($row)}:${String(where.columns.get(key) ?? 0)}`, value);
      expect(written(where, list)).toEqual(wanted);
    }),
  );
});

it('writes from the top down, and never two blocks where one would do', () => {
  fc.assert(
    fc.property(located, changes, (where, list) => {
      const blocks = blocksOf(TABLE, where, list);
      blocks.slice(1).forEach((block, index) => {
        const before = blocks[index];
        const end = (before?.first ?? 0) + (before?.rows.length ?? 0);
        expect(block.first).toBeGreaterThanOrEqual(end);
        if (block.first === end) expect(block.parts).not.toEqual(before?.parts);
      });
    }),
  );
});

it('takes neighbouring rows that change alike as one rectangle', () => {
  const list = [4, 2, 3].map(($row) => ({ $row, set: { b: `б${String($row)}`, c: 'в' } }));
  expect(blocksOf(TABLE, at([1, 2, 3, 4]), list)).toMatchObject([
    { first: 2, rows: [{ b: 'б2' }, { b: 'б3' }, { b: 'б4' }], parts: [{ start: 2, keys: ['b', 'c'] }] },
  ]);
});

it('leaves out a column that somebody has put between two of ours', () => {
  expect(blocksOf(TABLE, at([1, 2, 4, 5]), [{ $row: 2, set: { b: 'б', c: 'в' } }])).toMatchObject([
    {
      first: 2,
      parts: [
        { start: 2, keys: ['b'] },
        { start: 4, keys: ['c'] },
      ],
    },
  ]);
});

it('names the columns that any change touches', () => {
  const where = at([1, 2, 3, 5]);
  const blocks = blocksOf(TABLE, where, [
    { $row: 2, set: { a: 'а' } },
    { $row: 9, set: { b: 'б', d: 'г' } },
  ]);
  expect(columnsOfAll(TABLE, where, blocks)).toEqual([
    { start: 1, keys: ['a', 'b'] },
    { start: 5, keys: ['d'] },
  ]);
});
