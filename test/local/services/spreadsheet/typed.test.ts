// Values are parsed as typed by a person in the workbook's locale.
// https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluevalue
// https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption (USER_ENTERED)
// https://support.google.com/docs/answer/58515 (locale and time zone of a spreadsheet)
import fc from 'fast-check';
import { local, workbook } from './workbook';

interface Row {
  typed: unknown;
  value: unknown;
  shown: string;
  format?: string;
}

const AUTOMATIC = '0.###############';

function check(locale: string, { typed, value, shown, format }: Row): void {
  const { sheet } = workbook(locale);
  const cell = sheet.getRange('B2').setValue(typed);
  expect(cell.getValue()).toEqual(value);
  expect(cell.getDisplayValue()).toBe(shown);
  if (format !== undefined) expect(cell.getNumberFormat()).toBe(format);
}

const RUSSIAN: Row[] = [
  { typed: '1,5', value: 1.5, shown: '1,5', format: AUTOMATIC },
  { typed: '-0,25', value: -0.25, shown: '-0,25' },
  { typed: '+1', value: 1, shown: '1' },
  { typed: '-1', value: -1, shown: '-1' },
  { typed: ' 7 ', value: 7, shown: '7' },
  { typed: '1 234,5', value: 1234.5, shown: '1\u00a0234,50', format: '#,##0.00' },
  { typed: '12\u00a0000', value: 12000, shown: '12\u00a0000', format: '#,##0' },
  // https://github.com/vlucas/sheetquery/issues/20
  { typed: '22 34', value: 2234, shown: '2\u00a0234' },
  { typed: '01234', value: 1234, shown: '1234' },
  { typed: '34,4%', value: 0.344, shown: '34,40%', format: '0.00%' },
  { typed: '34%', value: 0.34, shown: '34%', format: '0%' },
  { typed: '1e3', value: 1000, shown: '1,00E+03' },
  { typed: '(5)', value: -5, shown: '-5' },
  { typed: '1500 ₽', value: 1500, shown: '1\u00a0500,00 ₽' },
  { typed: '1.234,5', value: '1.234,5', shown: '1.234,5' },
  { typed: '10.12.2021', value: local(2021, 12, 10), shown: '10.12.2021', format: 'dd.MM.yyyy' },
  { typed: '1.2.21', value: local(2021, 2, 1), shown: '01.02.2021' },
  { typed: '10/12/2021', value: local(2021, 12, 10), shown: '10.12.2021' },
  { typed: '31.02.2021', value: '31.02.2021', shown: '31.02.2021' },
  { typed: '2021-12-10', value: local(2021, 12, 10), shown: '2021-12-10' },
  {
    typed: '10.12.2021 14:30',
    value: local(2021, 12, 10, 14, 30),
    shown: '10.12.2021 14:30:00',
    format: 'dd.MM.yyyy H:mm:ss',
  },
  { typed: '10 декабря 2021', value: local(2021, 12, 10), shown: '10 декабря 2021' },
  { typed: '10 дек. 2021 г.', value: local(2021, 12, 10), shown: '10 декабря 2021' },
  // A number with a point is a day and a month of the current year: the classic trap of Russian sheets.
  { typed: '1.5', value: local(2026, 5, 1), shown: '01.05' },
  { typed: '5-6', value: local(2026, 6, 5), shown: '05.06' },
  { typed: '13-14', value: '13-14', shown: '13-14' },
  { typed: 'ИСТИНА', value: true, shown: 'ИСТИНА' },
  { typed: 'ложь', value: false, shown: 'ЛОЖЬ' },
  { typed: 'TRUE', value: true, shown: 'ИСТИНА' },
  { typed: "'007", value: '007', shown: '007', format: AUTOMATIC },
  { typed: "'=1+1", value: '=1+1', shown: '=1+1' },
  { typed: 'Иванова А. П.', value: 'Иванова А. П.', shown: 'Иванова А. П.' },
  { typed: '=', value: '=', shown: '=' },
  { typed: '-', value: '-', shown: '-' },
  { typed: '+7 900 123-45-67', value: '#ERROR!', shown: '#ERROR!' },
  { typed: '- пункт', value: '#ERROR!', shown: '#ERROR!' },
  { typed: '@имя', value: '@имя', shown: '@имя' },
];

const AMERICAN: Row[] = [
  { typed: '1.5', value: 1.5, shown: '1.5' },
  { typed: '1,234.5', value: 1234.5, shown: '1,234.50' },
  { typed: '1,5', value: '1,5', shown: '1,5' },
  { typed: '34.4%', value: 0.344, shown: '34.40%' },
  { typed: '$12.50', value: 12.5, shown: '$12.50' },
  { typed: '12/10/2021', value: local(2021, 12, 10), shown: '12/10/2021', format: 'M/d/yyyy' },
  { typed: '12/10/2021 14:30', value: local(2021, 12, 10, 14, 30), shown: '12/10/2021 14:30:00' },
  { typed: '10.12.2021', value: '10.12.2021', shown: '10.12.2021' },
  { typed: 'Dec 10, 2021', value: local(2021, 12, 10), shown: 'December 10, 2021' },
  { typed: 'true', value: true, shown: 'TRUE' },
  { typed: 'ИСТИНА', value: 'ИСТИНА', shown: 'ИСТИНА' },
];

describe('text typed into a cell of a Russian workbook', () => {
  it.each(RUSSIAN)('becomes what a person would get: $typed', (row) => {
    check('ru_RU', row);
  });

  it('is a time of day where it has hours and minutes, and a duration from 24 hours on', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:A3').setValues([['14:30'], ['9:05:07'], ['25:00']]);
    expect(sheet.getRange('A1:A3').getDisplayValues()).toEqual([['14:30'], ['9:05:07'], ['25:00:00']]);
    expect(sheet.getRange('A1').getValue()).toBeInstanceOf(Date);
    sheet.getRange('A1').setNumberFormat('0.000000');
    expect(sheet.getRange('A1').getValue()).toBeCloseTo(14.5 / 24, 12);
  });

  it('is refused, not guessed, when it is an amount in a currency of another locale', () => {
    expect(() => workbook().sheet.getRange('A1').setValue('$5')).toThrow('NotEmulated');
  });
});

describe('text typed into a cell of an American workbook', () => {
  it.each(AMERICAN)('becomes what a person would get: $typed', (row) => {
    check('en_US', row);
  });
});

describe('values that scripts write', () => {
  it('keep their type: numbers, booleans, dates', () => {
    check('ru_RU', { typed: 0.1, value: 0.1, shown: '0,1' });
    check('ru_RU', { typed: true, value: true, shown: 'ИСТИНА' });
    check('ru_RU', { typed: local(2021, 12, 10), value: local(2021, 12, 10), shown: '10.12.2021' });
    const moment = local(2021, 12, 10, 14, 30, 5);
    check('ru_RU', { typed: moment, value: moment, shown: '10.12.2021 14:30:05' });
  });

  it('clear the cell when they are null, undefined or empty, and leave its format', () => {
    for (const nothing of [null, undefined, '']) {
      const { sheet } = workbook();
      sheet.getRange('A1').setNumberFormat('0.00').setValue(5).setValue(nothing);
      expect(sheet.getRange('A1').getValue()).toBe('');
      expect(sheet.getRange('A1').isBlank()).toBe(true);
      expect(sheet.getRange('A1').getNumberFormat()).toBe('0.00');
      expect(sheet.getLastRow()).toBe(0);
    }
  });

  it('are refused when Sheets has no such values', () => {
    const { sheet } = workbook();
    for (const odd of [NaN, Infinity, { a: 1 }, new Date(NaN)])
      expect(() => sheet.getRange('A1').setValue(odd)).toThrow('NotEmulated');
  });

  it('come back from any moment through the time zone of the spreadsheet', () => {
    const { book, sheet } = workbook();
    const cell = sheet.getRange('A1');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.constantFrom('Asia/Novokuznetsk', 'Europe/Moscow', 'UTC', 'Asia/Kolkata'),
        (moment, zone) => {
          book.setSpreadsheetTimeZone(zone);
          expect(cell.setValue(moment).getValue()).toEqual(moment);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keep a number exactly, whatever it is', () => {
    const cell = workbook().sheet.getRange('A1');
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(cell.setValue(number).getValue()).toBe(number);
      }),
    );
  });
});

// https://developers.google.com/workspace/sheets/api/guides/formats (plain text)
describe('a cell formatted as plain text', () => {
  it('keeps everything as text, even what looks like a formula', () => {
    const { sheet } = workbook();
    const cells = sheet.getRange('A1:A5').setNumberFormat('@');
    cells.setValues([['=1+1'], ['10.12.2021'], ["'007"], [5.5], [true]]);
    expect(cells.getValues()).toEqual([['=1+1'], ['10.12.2021'], ['007'], ['5,5'], ['ИСТИНА']]);
    expect(cells.getFormulas().flat()).toEqual(['', '', '', '', '']);
    expect(cells.getNumberFormats().flat()).toEqual(['@', '@', '@', '@', '@']);
  });
});

describe('a number format that is already there', () => {
  it('stays when a value of its kind is typed', () => {
    const { sheet } = workbook();
    sheet.getRange('A1').setNumberFormat('d MMM yy').setValue('10.12.2021');
    expect(sheet.getRange('A1').getNumberFormat()).toBe('d MMM yy');
    sheet.getRange('A2').setNumberFormat('0.0%').setValue('34,44%');
    expect(sheet.getRange('A2').getDisplayValue()).toBe('34,4%');
  });

  it('makes a number typed into a date cell a date', () => {
    const { sheet } = workbook();
    sheet.getRange('A1').setValue('10.12.2021');
    sheet.getRange('A1').setValue(5);
    expect(sheet.getRange('A1').getValue()).toBeInstanceOf(Date);
    expect(sheet.getRange('A1').getDisplayValue()).toBe('04.01.1900');
  });
});

// https://support.google.com/drive/answer/37603
it('A cell takes 50,000 characters and not one more', () => {
  const { sheet } = workbook();
  sheet.getRange('A1').setValue('я'.repeat(50_000));
  expect(() => sheet.getRange('A1').setValue('я'.repeat(50_001))).toThrow(
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  );
});
