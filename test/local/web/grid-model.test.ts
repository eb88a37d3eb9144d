// The geometry of the grid and the clipboard's texts.
import fc from 'fast-check';
import { Axis, boxOf, columnName, copied, GridModel, nameOf, pasted } from '../../../local/web/client/grid-model';
import { totalOf } from '../../../local/web/client/totals';
import type { SheetView } from '../../../local/web/contract';

const sheet = (more: Partial<SheetView> = {}): SheetView => ({
  id: 0,
  name: 'Лист',
  maxRows: 20,
  maxColumns: 5,
  frozenRows: 0,
  frozenColumns: 0,
  widths: {},
  heights: {},
  hiddenRows: [],
  hiddenColumns: [],
  gridlines: true,
  merges: [],
  styles: [{}],
  cells: [],
  choices: [],
  charts: [],
  undrawn: 0,
  ...more,
});

describe('an axis', () => {
  it('finds at every position the row that covers it, and hidden rows cover nothing', () => {
    const sizes = fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), fc.integer({ min: 1, max: 90 }));
    const hidden = fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 20 });
    fc.assert(
      fc.property(sizes, hidden, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (own, gone, share) => {
        const axis = new Axis(40, own, 21, gone);
        const position = share * axis.total;
        const at = axis.at(position);
        expect(axis.start(at)).toBeLessThanOrEqual(position);
        expect(axis.end(at)).toBeGreaterThan(position);
        expect(gone).not.toContain(at);
      }),
    );
  });

  it('moves over what is hidden and stops at the edge', () => {
    const axis = new Axis(6, {}, 21, [3, 4, 6]);
    expect([axis.move(2, 1), axis.move(5, -1), axis.move(5, 1), axis.move(1, -1), axis.move(1, 99)]).toEqual([
      5, 2, 5, 1, 5,
    ]);
  });
});

it('names columns as Sheets does', () => {
  expect([1, 26, 27, 52, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  expect(nameOf({ row: 5, column: 3, toRow: 2, toColumn: 1 })).toBe('A2:C5');
  expect(nameOf({ row: 2, column: 28, toRow: 2, toColumn: 28 })).toBe('AB2');
});

describe('the clipboard', () => {
  it('gives back what was copied, whatever the cells hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ж', '"', '\t', '\n', ' ', '1') });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), (rows) => {
        const cells = rows.flatMap((row, r) => row.map((t, c) => ({ r: r + 1, c: c + 1, t })));
        const model = new GridModel(sheet({ cells: cells.filter(({ t }) => t !== '') }));
        const all = { row: 1, column: 1, toRow: rows.length, toColumn: 2 };
        expect(pasted(copied(model, all))).toEqual(rows);
      }),
    );
  });

  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"say ""hi"""\tx', [['say "hi"', 'x']]],
    ['5" tube\tx', [['5" tube', 'x']]],
    ['', [['']]],
  ])('reads %j', (text, rows) => {
    expect(pasted(text)).toEqual(rows);
  });
});

it('lets a text run on over empty cells, and no further than a filled or merged one', () => {
  const cells = [
    { r: 1, c: 1, t: 'длинное' },
    { r: 1, c: 4, t: 'x' },
  ];
  const model = new GridModel(sheet({ cells, merges: [{ row: 2, column: 2, rows: 2, columns: 2 }] }));
  expect(model.room(1, 1, 5)).toBe(300);
  expect(model.room(2, 1, 5)).toBe(200);
  expect(model.anchor(3, 3)).toEqual([2, 2]);
});

it('adds up the numbers of what is selected, as they are and not as they are shown', () => {
  const cells = [
    { r: 1, c: 1, t: '1 234,57', e: '1234,567', k: 'n' as const },
    { r: 2, c: 1, t: '2', k: 'n' as const },
    { r: 3, c: 1, t: 'слово' },
    { r: 4, c: 1, t: '50%', e: '50%', k: 'n' as const },
    { r: 5, c: 1, t: '0,3', e: '=A1', v: 0.25, k: 'n' as const },
  ];
  const selection = { row: 3, column: 1, toRow: 1, toColumn: 1 };
  expect(boxOf(selection)).toEqual({ top: 1, left: 1, bottom: 3, right: 1 });
  expect(totalOf(sheet({ cells }), selection)).toEqual({ cells: 3, sum: 1236.567, numbers: 2 });
  expect(totalOf(sheet({ cells }), { ...selection, row: 4, toRow: 5 }).sum).toBe(0.75);
});
