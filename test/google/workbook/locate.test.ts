// Where our sheets and columns are: by their marks alone, whatever they are called and wherever they have been moved.
import fc from 'fast-check';
import { columnLetter } from '../../../src/google/workbook/ensure';
import { columnMark, type Located, locateTables, runsOf, tableMark } from '../../../src/google/workbook/locate';
import { table } from '../../../src/workbook/schema';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TABLE = table({
  key: 'staff',
  title: 'Сотрудники',
  about: 'Люди.',
  filledBy: 'people',
  columns: {
    code: { type: 'text', title: 'Код' },
    name: { type: 'text', title: 'ФИО' },
    email: { type: 'text', title: 'Почта' },
    school: { type: 'text', title: 'Школа' },
  },
});
const KEYS = Object.keys(TABLE.columns);
const SHEET = { getName: () => 'Что угодно' } as unknown as Sheet;

interface Mark {
  readonly value: string | null;
  readonly sheet?: Sheet;
  readonly column?: number;
}

/** Of a spreadsheet only what is asked of it: one search for the marks. */
function spreadsheetWith(marks: readonly Mark[]): { spreadsheet: Spreadsheet; searches: () => number } {
  let searches = 0;
  const finder = {
    withKey: () => finder,
    find: () => {
      searches += 1;
      return marks.map(({ value, sheet = null, column }) => ({
        getValue: () => value,
        getLocation: () => ({
          getSheet: () => sheet,
          getColumn: () => (column === undefined ? null : { getColumn: () => column }),
        }),
      }));
    },
  };
  const spreadsheet = { createDeveloperMetadataFinder: () => finder } as unknown as Spreadsheet;
  return { spreadsheet, searches: () => searches };
}

describe('finding the tables', () => {
  const marks: readonly Mark[] = [
    { value: columnMark('staff', 'email'), column: 2 },
    { value: tableMark('staff'), sheet: SHEET },
    { value: columnMark('staff', 'code'), column: 7 },
  ];

  it('takes one search for the whole workbook, marks in any order', () => {
    const { spreadsheet, searches } = spreadsheetWith(marks);
    const located = locateTables(spreadsheet);
    expect(searches()).toBe(1);
    expect([...located.keys()]).toEqual(['staff']);
    expect(located.get('staff')?.sheet).toBe(SHEET);
    expect(located.get('staff')?.columns).toEqual(
      new Map([
        ['email', 2],
        ['code', 7],
      ]),
    );
  });

  it('passes over marks that are not ours, empty ones, and columns whose sheet has no mark', () => {
    const { spreadsheet } = spreadsheetWith([
      ...marks,
      { value: null },
      { value: '' },
      { value: 'staff' },
      { value: 'other:staff', sheet: SHEET },
      { value: columnMark('lost', 'code'), column: 1 },
      { value: tableMark('gone') },
    ]);
    expect([...locateTables(spreadsheet).keys()]).toEqual(['staff']);
  });
});

describe('runs of neighbouring columns', () => {
  /** Some of the columns, each somewhere among the first ten. */
  const places = fc
    .uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: KEYS.length })
    .chain((positions) =>
      fc
        .shuffledSubarray(KEYS, { minLength: positions.length, maxLength: positions.length })
        .map((keys) => new Map(keys.map((key, index) => [key, positions[index] ?? 1]))),
    );

  it('hold every located column once, in the order of the sheet, none with a gap, as few as can be', () => {
    fc.assert(
      fc.property(places, (columns) => {
        const located: Located = { sheet: SHEET, columns };
        const runs = runsOf(TABLE, located);
        const flat = runs.flatMap(({ start, keys }) => keys.map((key, offset) => [key, start + offset] as const));
        expect(flat).toEqual([...columns].sort(([, a], [, b]) => a - b));
        runs.slice(1).forEach((run, index) => {
          const before = runs[index];
          expect(run.start).toBeGreaterThan((before?.start ?? 0) + (before?.keys.length ?? 0));
        });
      }),
    );
  });

  it('are one when nobody has moved a column', () => {
    const columns = new Map(KEYS.map((key, index) => [key, index + 1]));
    expect(runsOf(TABLE, { sheet: SHEET, columns })).toEqual([{ start: 1, keys: KEYS }]);
  });

  it('are two when a person has put a column of their own in between', () => {
    const columns = new Map([
      ['code', 1],
      ['name', 2],
      ['email', 4],
      ['school', 5],
    ]);
    expect(runsOf(TABLE, { sheet: SHEET, columns })).toEqual([
      { start: 1, keys: ['code', 'name'] },
      { start: 4, keys: ['email', 'school'] },
    ]);
  });
});

describe('the letters of a column', () => {
  it('are those of A1 notation', () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703, 18_278].map(columnLetter)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'ZZZ',
    ]);
  });

  it('count in base 26 without a zero', () => {
    const number = (letters: string): number =>
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18_278 }), (column) => {
        expect(number(columnLetter(column))).toBe(column);
      }),
    );
  });
});
