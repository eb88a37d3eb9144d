// Formulas: how they are spelt, computed and follow changes.
// https://developers.google.com/apps-script/reference/spreadsheet/range#setformulaformula
// https://support.google.com/docs/answer/46977
import fc from 'fast-check';
import { fromLocal, toLocal } from '../../../../local/services/spreadsheet/formula-text';
import { localeOf } from '../../../../local/services/spreadsheet/locale';
import { local, workbook } from './workbook';

function computed(formula: string, locale = 'ru_RU'): unknown {
  const { sheet } = workbook(locale);
  sheet.getRange('A1:A4').setValues([[1], [2.5], ['текст'], [true]]);
  return sheet.getRange('C1').setFormula(formula).getValue();
}

// With a decimal comma arguments are separated by `;`, and a comma there is a parse error:
// https://github.com/googleapis/google-api-nodejs-client/issues/1994 , https://github.com/google-marketing-solutions/advanced-bidding-manager/issues/1
describe('the spelling of formulas', () => {
  it('is that of the workbook’s locale, both ways', () => {
    const { book, sheet } = workbook();
    const cell = sheet.getRange('C1').setFormula('=IF(A1>1,5;SUM(A1;2,25);{1\\2;3\\4})');
    expect(cell.getFormula()).toBe('=IF(A1>1,5;SUM(A1;2,25);{1\\2;3\\4})');
    book.setSpreadsheetLocale('en_US');
    expect(cell.getFormula()).toBe('=IF(A1>1.5,SUM(A1,2.25),{1,2;3,4})');
  });

  it('makes a comma between arguments an error in a Russian workbook, and a decimal sign inside a number', () => {
    expect(computed('=SUM(A1,A2)')).toBe('#ERROR!');
    expect(computed('=SUM(1,2)')).toBe(1.2);
    const { sheet } = workbook();
    expect(sheet.getRange('A1').setFormula('=SUM(A1,A2)').getFormula()).toBe('=SUM(A1,A2)');
  });

  // https://github.com/mricon/ingress-fieldplan/issues/5
  it('takes `;` in an American workbook too', () => {
    expect(computed('=SUM(A1;A2)', 'en_US')).toBe(3.5);
    expect(computed('=SUM(A1,A2)', 'en_US')).toBe(3.5);
  });

  it('is #ERROR! when it is no formula', () => {
    for (const broken of ['=1+', '=)', '=SUM(A1))', '=A1 A2', '={1;2']) expect(computed(broken)).toBe('#ERROR!');
    expect(computed('=SUM(A1;A2')).toBe(3.5);
  });

  it('comes back the same through the canonical spelling, whatever the numbers and texts in it', () => {
    const russian = localeOf('ru_RU');
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.string(),
        fc.integer({ min: 1, max: 999 }),
        (n, t, r) => {
          const number = n.toFixed(3).replace('.', ',');
          const formula = `=IF(A${String(r)}>${number};"${t.replaceAll('"', '""')}";'Лист 1'!$B$2:C)`;
          expect(toLocal(fromLocal(formula, russian), russian)).toBe(formula);
        },
      ),
    );
  });

  it('begins with "=" in setValue, setValues and appendRow alike; setFormula adds it', () => {
    const { sheet } = workbook();
    sheet.getRange('A1').setValue('=2*3');
    sheet.appendRow(['=A1+1']);
    sheet.getRange('A3').setFormula('A2+1');
    expect(sheet.getRange('A1:A3').getValues()).toEqual([[6], [7], [8]]);
    expect(sheet.getRange('A1:B3').getFormulas()).toEqual([
      ['=2*3', ''],
      ['=A1+1', ''],
      ['=A2+1', ''],
    ]);
  });
});

describe('computing', () => {
  it('gives numbers exactly, texts, booleans and errors as Sheets names them', () => {
    expect(computed('=1/3')).toBe(1 / 3);
    expect(computed('=A1+A2*2')).toBe(6);
    expect(computed('=COUNTIF(A:A;">1")')).toBe(1);
    expect(computed('=SUM(A1:A)')).toBe(3.5);
    expect(computed('=A3&"!"')).toBe('текст!');
    expect(computed('=A1=1')).toBe(true);
    expect(computed('=1/0')).toBe('#DIV/0!');
    expect(computed('=IFERROR(1/0;"нет")')).toBe('нет');
    expect(computed('=Z99')).toBe('');
    expect(computed('=HYPERLINK("https://school.example";"Школа")')).toBe('Школа');
  });

  it('sees every write before the read', () => {
    const { sheet } = workbook();
    const sum = sheet.getRange('B1').setFormula('=SUM(A1:A3)');
    sheet.getRange('A1').setValue(1);
    expect(sum.getValue()).toBe(1);
    sheet.getRange('A2:A3').setValues([[2], [3]]);
    expect(sum.getValue()).toBe(6);
    expect(sum.getDisplayValue()).toBe('6');
  });

  it('goes across sheets with any name and through named ranges', () => {
    const { book, sheet } = workbook();
    const other = book.insertSheet('Сводка: «итоги» / 2026');
    sheet.getRange('A1:A2').setValues([[4], [5]]);
    book.setNamedRange('Баллы', sheet.getRange('A1:A2'));
    other.getRange('A1').setFormula('=Лист1!A2*2');
    other.getRange('A2').setFormula('=SUM(Баллы)');
    sheet.getRange('C1').setFormula("='Сводка: «итоги» / 2026'!A1+1");
    expect([other.getRange('A1').getValue(), other.getRange('A2').getValue(), sheet.getRange('C1').getValue()]).toEqual(
      [10, 9, 11],
    );
  });

  it('fills neighbours with an array, which count as content', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('C1').setFormula('=FILTER(A1:A3;A1:A3>1)');
    expect(sheet.getRange('C1:C3').getValues()).toEqual([[2], [3], ['']]);
    sheet.getRange('E1').setFormula('=ARRAYFORMULA(A1:A3*10)');
    expect(sheet.getRange('E1:E3').getValues()).toEqual([[10], [20], [30]]);
    sheet.getRange('A2:A3').clearContent();
    expect(sheet.getLastRow()).toBe(3);
  });

  it('takes today and now from the virtual clock, in the spreadsheet’s time zone, as dates', () => {
    const { sheet, world } = workbook();
    sheet.getRange('A1').setFormula('=TODAY()');
    sheet.getRange('A2').setFormula('=NOW()');
    expect(sheet.getRange('A1').getValue()).toEqual(local(2026, 9, 28));
    expect(sheet.getRange('A2').getDisplayValue()).toBe('28.09.2026 9:00:00');
    world.clock.charge(24 * 3_600_000);
    expect(sheet.getRange('A1').getDisplayValue()).toBe('29.09.2026');
  });

  it('gives a repeated date as a date, in its format', () => {
    const { sheet } = workbook();
    sheet.getRange('A1').setValue('10.12.2021');
    expect(sheet.getRange('B1').setFormula('=A1').getValue()).toEqual(local(2021, 12, 10));
    expect(sheet.getRange('B1').getDisplayValue()).toBe('10.12.2021');
  });
});

describe('functions the engine lacks or has otherwise', () => {
  it.each([
    // https://support.google.com/docs/answer/3093377
    ['=INDIRECT("A2")', 2.5],
    ['=INDIRECT("\'Другой лист\'!B2")', 42],
    ['=SUM(INDIRECT("A1:A2"))', 3.5],
    // https://support.google.com/docs/answer/3093304
    ['=IFERROR(1/0)', ''],
    ['=IFERROR(A1)', 1],
    // https://support.google.com/docs/answer/3094077
    ['=JOIN("-";A3;A1;A9)', 'текст-1-'],
  ])('%s gives %j', (formula, value) => {
    const { book, sheet } = workbook();
    book.insertSheet('Другой лист').getRange('B2').setValue(42);
    sheet.getRange('A1:A3').setValues([[1], [2.5], ['текст']]);
    expect(sheet.getRange('C1').setFormula(formula).getValue()).toBe(value);
  });
});

describe('what is not emulated', () => {
  it.each([
    '=QUERY(A1:A3;"select A")',
    '=СУММ(A1:A2)',
    '=RAND()',
    '=SORT(A1:A3;1;TRUE)',
    '=TEXT(A1;"0,00")',
    '=A1:A3',
    '=A2&"!"',
  ])('is said, never made up: %s', (formula) => {
    expect(() => computed(formula)).toThrow('NotEmulated');
  });

  it('reaches the cells that depend on it, and no others', () => {
    const { sheet } = workbook();
    sheet.getRange('A1').setFormula('=QUERY(Z1:Z2;"select Z")');
    sheet.getRange('A2').setFormula('=IFERROR(A1;0)+1');
    sheet.getRange('A3').setFormula('=1+1');
    expect(() => sheet.getRange('A2').getValue()).toThrow('NotEmulated: formula function QUERY');
    expect(sheet.getRange('A3').getValue()).toBe(2);
  });
});

describe('references', () => {
  it('follow inserted, deleted and moved rows and columns, on this sheet and from others', () => {
    const { book, sheet } = workbook();
    const other = book.insertSheet('Другой');
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('C5').setFormula('=SUM(A1:A3)+$A$2');
    other.getRange('A1').setFormula('=Лист1!A3');
    sheet.insertRowBefore(2);
    expect(sheet.getRange('C6').getFormula()).toBe('=SUM(A1:A4)+$A$3');
    expect(other.getRange('A1').getFormula()).toBe('=Лист1!A4');
    sheet.deleteRow(3);
    expect(sheet.getRange('C5').getFormula()).toBe('=SUM(A1:A3)+#REF!');
    expect(sheet.getRange('C5').getValue()).toBe('#REF!');
    sheet.insertColumnBefore(1);
    expect(sheet.getRange('D5').getFormula()).toBe('=SUM(B1:B3)+#REF!');
    sheet.moveRows(sheet.getRange('3:3'), 1);
    expect(other.getRange('A1').getFormula()).toBe('=Лист1!B1');
    expect(other.getRange('A1').getValue()).toBe(3);
  });

  it('follow a renamed sheet and become #REF! with a deleted one', () => {
    const { book, sheet } = workbook();
    const other = book.insertSheet('Другой');
    sheet.getRange('A1').setFormula('=Другой!B2');
    other.setName('Новое имя');
    expect(sheet.getRange('A1').getFormula()).toBe("='Новое имя'!B2");
    book.deleteSheet(other);
    expect(sheet.getRange('A1').getFormula()).toBe('=#REF!');
    expect(sheet.getRange('A1').getValue()).toBe('#REF!');
  });
});
