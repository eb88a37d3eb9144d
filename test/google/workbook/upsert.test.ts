// Changing and adding in one go: few calls whatever the number of rows, and nothing beside what is changed becomes different.
import fc from 'fast-check';
import { createLocalWorkspace } from '../../../local/index';
import { createWorkbook } from '../../../src/google/workbook/workbook';
import { table } from '../../../src/workbook/schema';

const THINGS = table({
  key: 'things',
  title: 'Вещи',
  about: 'Вещи школы.',
  filledBy: 'both',
  rowsBy: 'machine',
  columns: {
    code: { type: 'text', title: 'Код', required: true },
    state: { type: 'choice', title: 'Состояние', choices: { fresh: 'новая', worn: 'старая' } },
    count: { type: 'number', title: 'Сколько' },
    name: { type: 'text', title: 'Название' },
  },
});
const ROWS = 12;
const zone = {
  toDate: (local: string) => new Date(`${local}:00+07:00`),
  toLocal: (date: Date) => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 16),
};

function fresh(): {
  sheet: GoogleAppsScript.Spreadsheet.Sheet;
  open: () => ReturnType<typeof createWorkbook>;
  calls: () => number;
} {
  const workspace = createLocalWorkspace({
    now: new Date('2026-09-01T02:00:00Z'),
    locale: 'ru_RU',
    timeZone: 'Asia/Novokuznetsk',
  });
  workspace.createSpreadsheet('Школа');
  Object.assign(globalThis, { SpreadsheetApp: workspace.globals['SpreadsheetApp'] });
  const open = (): ReturnType<typeof createWorkbook> => createWorkbook(SpreadsheetApp.getActive(), zone);
  open().ensure([THINGS]);
  open().append(
    THINGS,
    Array.from({ length: ROWS }, (_unused, index) => ({
      code: `=${String(index)}`,
      state: 'fresh',
      count: index,
      name: `0${String(index)}`,
    })),
  );
  const sheet = SpreadsheetApp.getActive().getSheetByName('Вещи');
  if (sheet === null) throw new Error('the sheet was not made');
  return { sheet, open, calls: () => workspace.calls.length };
}

const changes = fc.uniqueArray(
  fc.record({
    $row: fc.integer({ min: 2, max: ROWS + 1 }),
    set: fc.oneof(
      fc.constant({ state: 'worn' }),
      fc.constant({ count: 99 }),
      fc.constant({ name: '-5', state: 'worn' }),
    ),
  }),
  { selector: ({ $row }) => $row, minLength: 1 },
);

it('writes what is changed and added in at most three calls, and all other cells stay, formulas as formulas', () => {
  fc.assert(
    fc.property(changes, fc.nat(3), (list, more) => {
      const { sheet, open, calls } = fresh();
      sheet.getRange('E1:E13').setValues(Array.from({ length: 13 }, () => ['своё']));
      sheet.getRange('C8').setFormula('=2*3');
      const workbook = open();
      const expected = workbook.read(THINGS).rows.map((row) => ({
        ...row,
        ...list.find(({ $row }) => $row === row.$row)?.set,
      }));
      const before = calls();
      workbook.upsert(
        THINGS,
        list,
        Array.from({ length: more }, () => ({ code: 'новый', state: 'fresh', count: undefined, name: '' })),
      );
      expect(calls() - before).toBeLessThanOrEqual(3);
      // What is remembered is what the sheet says.
      expect(workbook.read(THINGS)).toEqual(open().read(THINGS));
      expect(open().read(THINGS).rows.slice(0, ROWS)).toEqual(expected);
      expect(open().read(THINGS).rows.length).toBe(ROWS + more);
      const isChanged = list.some(({ $row, set }) => $row === 8 && 'count' in set);
      expect(sheet.getRange('C8').getFormula()).toBe(isChanged ? '' : '=2*3');
      expect(sheet.getRange('E13').getValue()).toBe('своё');
    }),
    { numRuns: 40 },
  );
});

it('gives some columns of the rows that have anything in them, by fewer cells, wherever people have moved the columns', () => {
  const { sheet, open, calls } = fresh();
  sheet.moveColumns(sheet.getRange('D1'), 2);
  sheet.getRange(5, 1, 1, 4).setValues([['', '', '', '']]);
  const workbook = open();
  const before = calls();
  const found = workbook.columns(THINGS, ['count', 'state']);
  expect(calls() - before).toBeLessThanOrEqual(4);
  expect(found).toEqual(workbook.read(THINGS).rows.map(({ $row, count, state }) => ({ $row, count, state })));
  expect(workbook.columns(THINGS, ['count', 'state'])).toEqual(found);
});

it('reads some columns once, keeps them in step with what is written, and reads them anew when rows have gone', () => {
  const { open, calls } = fresh();
  const workbook = open();
  const counts = (): unknown[] => workbook.columns(THINGS, ['count']).map(({ count }) => count);
  const [first] = counts();
  const before = calls();
  expect(counts()[0]).toBe(first);
  expect(calls()).toBe(before);
  workbook.patch(THINGS, [{ $row: 2, set: { count: 77 } }]);
  const written = calls();
  expect(counts()[0]).toBe(77);
  expect(calls()).toBe(written);
  workbook.remove(THINGS, [2]);
  expect(counts()[0]).not.toBe(77);
});

it('gives some rows by their numbers, a call for each run of them, just as they are read with all the others', () => {
  const { open, calls } = fresh();
  const workbook = open();
  workbook.has(THINGS);
  const before = calls();
  const found = workbook.rowsAt(THINGS, [6, 3, 2, 9]);
  // Two calls each: a range, and its values.
  expect(calls() - before).toBeLessThanOrEqual(6);
  const { rows } = workbook.read(THINGS);
  expect(found.rows).toEqual(rows.filter(({ $row }) => [2, 3, 6, 9].includes($row)));
  expect(found.rows.length).toBeGreaterThan(2);
  expect(workbook.rowsAt(THINGS, []).rows).toEqual([]);
});

it('reads rows that lie near each other with what is between them, and gives those asked for', () => {
  const { open, calls } = fresh();
  const workbook = open();
  workbook.has(THINGS);
  const before = calls();
  const found = workbook.rowsAt(THINGS, [2, 5, 13]);
  expect(calls() - before).toBe(1);
  expect(found.rows.map(({ $row }) => $row)).toEqual([2, 5, 13]);
  workbook.read(THINGS);
  const known = calls();
  expect(workbook.rowsAt(THINGS, [2, 5, 13])).toEqual(found);
  expect(calls()).toBe(known);
});

it('adds rows to what only the machine fills, of which columns were read, without reading it whole; columns then have them', () => {
  const { sheet, open, calls } = fresh();
  const MACHINE = { ...THINGS, filledBy: 'machine' } as const;
  const workbook = open();
  expect(workbook.height(MACHINE)).toBe(ROWS + 1);
  workbook.columns(MACHINE, ['code']);
  const before = calls();
  const row = { code: '=новый', state: 'worn', count: 5, name: '0' };
  expect(workbook.append(MACHINE, [row])).toBe(ROWS + 2);
  // A range, and its writing.
  expect(calls() - before).toBeLessThanOrEqual(3);
  expect(workbook.height(MACHINE)).toBe(ROWS + 2);
  expect(workbook.columns(MACHINE, ['code', 'state']).at(-1)).toEqual({
    $row: ROWS + 2,
    code: '=новый',
    state: 'worn',
  });
  expect(workbook.rowsAt(MACHINE, [ROWS + 2]).rows).toEqual([{ ...row, $row: ROWS + 2 }]);
  expect(sheet.getLastRow()).toBe(ROWS + 2);
});
