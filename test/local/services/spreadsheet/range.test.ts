// Range: geometry, sizes of data, formats, notes, merging, copying, sorting.
// https://developers.google.com/apps-script/reference/spreadsheet/range
import fc from 'fast-check';
import { columnName, columnNumber } from '../../../../local/services/spreadsheet/a1';
import { workbook } from './workbook';

describe('getRange', () => {
  it('reads A1 notation with and without a sheet, in any order, open or closed', () => {
    const { book, sheet } = workbook();
    const a1 = (notation: string): string => sheet.getRange(notation).getA1Notation();
    expect(['B2', '$C$3', 'C5:B2', 'A:C', '7:5', 'A2:C', 'Лист1!E10:F12'].map(a1)).toEqual([
      'B2',
      'C3',
      'B2:C5',
      'A:C',
      '5:7',
      'A2:C',
      'E10:F12',
    ]);
    expect(sheet.getRange('A2:C').getNumRows()).toBe(999);
    expect(sheet.getRange('5:7').getNumColumns()).toBe(26);
    sheet.setName("Лист 'А'");
    expect(book.getRange("'Лист ''А'''!B2").getA1Notation()).toBe('B2');
  });

  it('refuses what is no range and what lies outside the sheet', () => {
    const { book, sheet } = workbook();
    const outside = 'The coordinates of the range are outside the dimensions of the sheet.';
    expect(() => sheet.getRange('нет')).toThrow('Range not found');
    expect(() => book.getRange('Нет!A1')).toThrow('Range not found');
    expect(() => sheet.getRange(1001, 1)).toThrow(outside);
    expect(() => sheet.getRange(1, 26, 1, 2)).toThrow(outside);
    expect(() => sheet.getRange('A1:AB2')).toThrow(outside);
    expect(() => sheet.getRange(0, 1)).toThrow('The starting row of the range is too small.');
    expect(() => sheet.getRange(1, 1, 0)).toThrow('The number of rows in the range must be at least 1.');
  });

  it('refuses arguments that match no signature, naming their types', () => {
    const { sheet } = workbook();
    expect(() => sheet.getRange('A1', 2)).toThrow(
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
  });

  it('names columns so that every number has one name and every name its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18_278 }), (column) => {
        expect(columnNumber(columnName(column))).toBe(column);
      }),
    );
    expect([1, 26, 27, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues
describe('setValues', () => {
  it('wants as many rows and columns as the range has, in live Apps Script’s words', () => {
    const { sheet } = workbook();
    expect(() =>
      sheet.getRange('A1:B3').setValues([
        [1, 2],
        [3, 4],
      ]),
    ).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
    );
    expect(() => sheet.getRange('A1:B2').setValues([[1, 2], [3]])).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(sheet.getLastRow()).toBe(0);
  });

  it('refuses a flat array', () => {
    const flat = [1, 2] as unknown as unknown[][];
    expect(() => workbook().sheet.getRange('A1:B1').setValues(flat)).toThrow(
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
  });

  it('is seen by every later read, through whatever range', () => {
    const { book, sheet } = workbook();
    sheet.getRange('B2:C3').setValues([
      ['а', 1],
      ['б', 2],
    ]);
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:C3');
    expect(book.getRange('Лист1!A2:C2').getValues()).toEqual([['', 'а', 1]]);
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([3, 3]);
    sheet.getRange('C3').clearContent();
    sheet.getRange('B3').setValue('');
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([2, 3]);
  });

  it('writes and reads a table of 5,000 × 20 in well under a second each', () => {
    const { sheet } = workbook();
    sheet.insertRowsAfter(1000, 4000);
    const table = Array.from({ length: 5000 }, (_, r) =>
      Array.from({ length: 20 }, (_unused, c) =>
        c % 3 === 0 ? `Учитель ${String(r)}` : c % 3 === 1 ? r * c : '10.12.2021',
      ),
    );
    const range = sheet.getRange(1, 1, 5000, 20);
    const begun = performance.now();
    range.setValues(table);
    const written = performance.now();
    range.getValues();
    const read = performance.now();
    // Generous, because test machines are busy: quadratic work would take minutes.
    expect(written - begun).toBeLessThan(4000);
    expect(read - written).toBeLessThan(4000);
  });
});

describe('number formats', () => {
  it('are set and read cell by cell, and shown in the workbook’s locale', () => {
    const { sheet } = workbook();
    const cells = sheet.getRange('A1:C1').setValues([[1234.5, 0.328, 44540]]);
    cells.setNumberFormats([['#,##0.00', '0.0%', 'dd.mm.yyyy']]);
    expect(cells.getDisplayValues()).toEqual([['1\u00a0234,50', '32,8%', '10.12.2021']]);
    expect(cells.getNumberFormats()).toEqual([['#,##0.00', '0.0%', 'dd.mm.yyyy']]);
  });

  // As seen on live Apps Script: https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md
  it('are 0.############### while automatic, and automatic again after General', () => {
    const { sheet } = workbook();
    const cell = sheet.getRange('A1');
    expect(cell.getNumberFormat()).toBe('0.###############');
    cell.setNumberFormat('0.00').setNumberFormat('General');
    expect(cell.getNumberFormat()).toBe('0.###############');
  });

  it('show automatic numbers in full up to 15 digits, ten digits of fractions, exponents beyond', () => {
    const { sheet } = workbook();
    const shown = [123456789012, 1 / 3, 1e15, 0.00001, 0.0000001, -2.5, 0.1 + 0.2].map((value) =>
      sheet.getRange('A1').setValue(value).getDisplayValue(),
    );
    expect(shown).toEqual(['123456789012', '0,3333333333', '1E+15', '0,00001', '1E-07', '-2,5', '0,3']);
  });
});

describe('formatting', () => {
  it('is kept per cell and read back with its defaults', () => {
    const { app, sheet } = workbook();
    const cells = sheet.getRange('A1:B1');
    expect(cells.getBackgrounds()).toEqual([['#ffffff', '#ffffff']]);
    cells
      .setBackground('#F00')
      .setFontWeight('bold')
      .setFontColor('navy')
      .setFontSize(12)
      .setHorizontalAlignment('center');
    sheet.getRange('B1').setBackground(null).setFontWeight('normal');
    expect(cells.getBackgrounds()).toEqual([['#ff0000', '#ffffff']]);
    expect(cells.getFontWeights()).toEqual([['bold', 'normal']]);
    expect(cells.getFontColors()).toEqual([['#000080', '#000080']]);
    expect(cells.getFontSizes()).toEqual([[12, 12]]);
    expect(cells.getHorizontalAlignments()).toEqual([['center', 'center']]);
    cells.setWrap(true);
    expect(cells.getWrapStrategy()).toBe(app.WrapStrategy.WRAP);
    cells.setVerticalAlignment('middle').setFontStyle('italic').setFontLine('underline').setFontFamily('Roboto');
    expect([cells.getVerticalAlignment(), cells.getFontStyle(), cells.getFontLine(), cells.getFontFamily()]).toEqual([
      'middle',
      'italic',
      'underline',
      'Roboto',
    ]);
  });

  it('goes with clearFormat and stays with clearContent', () => {
    const { sheet } = workbook();
    const cell = sheet.getRange('A1').setValue(0.5).setNumberFormat('0%').setFontWeight('bold');
    cell.clearContent();
    expect([cell.getValue(), cell.getFontWeight(), cell.getNumberFormat()]).toEqual(['', 'bold', '0%']);
    cell.setValue(0.5).clearFormat();
    expect([cell.getValue(), cell.getFontWeight(), cell.getDisplayValue()]).toEqual([0.5, 'normal', '0,5']);
    cell.setBackground('red').clear();
    expect([cell.getValue(), cell.getBackground()]).toEqual(['', '#ffffff']);
  });

  it('takes borders side by side and inside', () => {
    const { app, sheet, book } = workbook();
    sheet.getRange('A1:B2').setBorder(true, null, true, null, null, true, '#f00', app.BorderStyle.SOLID_MEDIUM);
    const borders = book._book.styles[sheet._state.styles[0]?.[0] ?? 0]?.borders;
    expect(Object.keys(borders ?? {}).sort()).toEqual(['bottom', 'top']);
    expect(borders?.top).toEqual({ color: '#ff0000', style: 'SOLID_MEDIUM' });
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/range#setnotenote
it('Notes are set, read as a grid, and removed by null or clearNote', () => {
  const { sheet } = workbook();
  sheet.getRange('A1:B1').setNotes([['подсказка', null]]);
  expect(sheet.getRange('A1:B1').getNotes()).toEqual([['подсказка', '']]);
  sheet.getRange('A1').setNote(null);
  expect(sheet.getRange('A1').getNote()).toBe('');
  sheet.getRange('A1:B2').setNote('x').clearNote();
  expect(sheet.getRange('A1:B2').getNotes().flat()).toEqual(['', '', '', '']);
});

// https://developers.google.com/apps-script/reference/spreadsheet/range#merge
describe('merged cells', () => {
  it('keep only the upper-left value and come apart again', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:B2').setValues([
      [1, 2],
      [3, 4],
    ]);
    sheet.getRange('A1:B2').merge();
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      [1, ''],
      ['', ''],
    ]);
    expect(sheet.getRange('B2').isPartOfMerge()).toBe(true);
    expect(
      sheet
        .getRange('A1:C3')
        .getMergedRanges()
        .map((each) => each.getA1Notation()),
    ).toEqual(['A1:B2']);
    sheet.getRange('A1:C3').breakApart();
    expect(sheet.getRange('B2').isPartOfMerge()).toBe(false);
    sheet.getRange('A5:C6').mergeAcross();
    expect(sheet.getRange('A5:C6').getMergedRanges()).toHaveLength(2);
  });

  it('cannot be cut in half', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:B2').merge();
    expect(() => sheet.getRange('B1:C1').merge()).toThrow(
      'You must select all cells in a merged range to merge or unmerge them.',
    );
  });
});

describe('copying and moving', () => {
  it('takes formats, notes and rules along and turns relative references', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:A2').setValues([[1], [2]]);
    sheet.getRange('B1').setFormula('=A1*$A$1').setNote('n').setFontWeight('bold');
    sheet.getRange('B1').copyTo(sheet.getRange('B2'));
    expect([
      sheet.getRange('B2').getFormula(),
      sheet.getRange('B2').getNote(),
      sheet.getRange('B2').getValue(),
    ]).toEqual(['=A2*$A$1', 'n', 2]);
    sheet.getRange('B1').copyTo(sheet.getRange('C1:C3'), { contentsOnly: true });
    expect(sheet.getRange('C1:C3').getValues()).toEqual([[1], [1], [1]]);
    expect(sheet.getRange('C1').getFormula()).toBe('');
    expect(sheet.getRange('C1').getFontWeight()).toBe('normal');
  });

  // https://developers.google.com/apps-script/reference/spreadsheet/range#movetotarget
  it('moves cells and the references to them', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:B1').setValues([[7, '=A1+1']]);
    sheet.getRange('A1').moveTo(sheet.getRange('D4'));
    expect(sheet.getRange('A1').getValue()).toBe('');
    expect(sheet.getRange('D4').getValue()).toBe(7);
    expect(sheet.getRange('B1').getFormula()).toBe('=D4+1');
    expect(sheet.getRange('B1').getValue()).toBe(8);
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/range#sortsortspecobj
describe('sorting', () => {
  it('puts numbers before text before booleans and empty cells last either way', () => {
    const { sheet } = workbook();
    const cells = sheet.getRange('A1:A6').setValues([['б'], [''], [2], [true], ['А'], [10]]);
    expect(cells.sort(1).getValues().flat()).toEqual([2, 10, 'А', 'б', true, '']);
    expect(cells.sort({ column: 1, ascending: false }).getValues().flat()).toEqual([true, 'б', 'А', 10, 2, '']);
  });

  it('keeps rows together, formats and notes included, and leaves frozen rows alone', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:B3').setValues([
      ['ФИО', 'Балл'],
      ['Б', 1],
      ['А', 2],
    ]);
    sheet.getRange('A2').setNote('о Б').setFontWeight('bold');
    sheet.setFrozenRows(1);
    sheet.sort(1);
    expect(sheet.getDataRange().getValues()).toEqual([
      ['ФИО', 'Балл'],
      ['А', 2],
      ['Б', 1],
    ]);
    expect([
      sheet.getRange('A3').getNote(),
      sheet.getRange('A3').getFontWeight(),
      sheet.getRange('A2').getNote(),
    ]).toEqual(['о Б', 'bold', '']);
  });
});

it('getDataRegion grows to the empty lines around', () => {
  const { sheet } = workbook();
  sheet.getRange('B2:C3').setValues([
    [1, 2],
    [3, 4],
  ]);
  sheet.getRange('F9').setValue(1);
  expect(sheet.getRange('B2').getDataRegion().getA1Notation()).toBe('B2:C3');
});
