// Finding, tidying and addressing cells in the other ways that SpreadsheetApp offers.
import { Direction } from '../../../../local/services/spreadsheet/enums';
import type { Range } from '../../../../local/services/spreadsheet/range';
import { workbook } from './workbook';

const places = (ranges: readonly Range[]): string[] => ranges.map((range) => range.getA1Notation());

// https://developers.google.com/apps-script/reference/spreadsheet/text-finder
describe('a text finder', () => {
  it('finds what cells show, in the order of rows, whatever the case', () => {
    const { sheet, book } = workbook();
    sheet.getRange('A1:B2').setValues([
      ['Анна', 'Ванна'],
      ['анна', 1.5],
    ]);
    expect(places(sheet.createTextFinder('анна').findAll())).toEqual(['A1', 'B1', 'A2']);
    expect(places(sheet.createTextFinder('анна').matchCase(true).findAll())).toEqual(['B1', 'A2']);
    expect(places(sheet.createTextFinder('анна').matchEntireCell(true).findAll())).toEqual(['A1', 'A2']);
    expect(places(book.createTextFinder('1,5').findAll())).toEqual(['B2']);
    expect(places(sheet.getRange('A2:B2').createTextFinder('а').findAll())).toEqual(['A2']);
    expect(places(sheet.createTextFinder('^в.нн').useRegularExpression(true).findAll())).toEqual(['B1']);
    expect(sheet.createTextFinder('нет').findNext()).toBeNull();
  });

  it('goes from match to match and back', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:A3').setValues([['x'], ['y'], ['x']]);
    const finder = sheet.createTextFinder('x');
    expect(finder.getCurrentMatch()).toBeNull();
    expect([finder.findNext(), finder.findNext()].map((cell) => cell?.getA1Notation())).toEqual(['A1', 'A3']);
    expect(finder.findPrevious()?.getA1Notation()).toBe('A1');
    expect(finder.startFrom(sheet.getRange('A2')).findNext()?.getA1Notation()).toBe('A3');
    expect(finder.findNext()).toBeNull();
  });

  it('replaces every occurrence, counts them, and leaves formulas alone unless asked to look into them', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:A3').setValues([['ab ab'], ['="ab"&"c"'], ['x']]);
    expect(sheet.createTextFinder('ab').replaceAllWith('z')).toBe(2);
    expect(sheet.getRange('A1:A2').getValues()).toEqual([['z z'], ['abc']]);
    expect(sheet.createTextFinder('ab').matchFormulaText(true).replaceAllWith('q')).toBe(1);
    expect(sheet.getRange('A2').getFormula()).toBe('="q"&"c"');
    const finder = sheet.createTextFinder('x');
    finder.findNext();
    expect(finder.replaceWith('7')).toBe(1);
    expect(sheet.getRange('A3').getValue()).toBe(7);
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/range#getnextdatacelldirection
it.each([
  ['A1', Direction.DOWN, 'A2'],
  ['A2', Direction.DOWN, 'A5'],
  ['A5', Direction.DOWN, 'A1000'],
  ['A5', Direction.UP, 'A2'],
  ['A1', Direction.NEXT, 'B1'],
  ['B1', Direction.NEXT, 'Z1'],
  ['C1', Direction.PREVIOUS, 'B1'],
])('From %s the next data cell %s is %s', (from, direction, to) => {
  const { sheet } = workbook();
  sheet.getRange('A1:B1').setValues([[1, 2]]);
  sheet.getRange('A2').setValue(3);
  sheet.getRange('A5').setValue(4);
  expect(sheet.getRange(from).getNextDataCell(direction).getA1Notation()).toBe(to);
});

describe('tidying', () => {
  // https://developers.google.com/apps-script/reference/spreadsheet/range#trimwhitespace
  it('trims spaces at the ends and leaves one between words', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:A3').setValues([['  Анна \n  Ивановна\t'], [5], ['="  "']]);
    sheet.getRange('A1:A3').trimWhitespace();
    expect(sheet.getRange('A1:A3').getValues()).toEqual([['Анна Ивановна'], [5], ['  ']]);
  });

  // https://developers.google.com/apps-script/reference/spreadsheet/range#removeduplicates
  it('removes later rows with the same values, whatever the case, and gives what is left', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:C4').setValues([
      ['а', 1, 'left'],
      ['б', 2, 'left'],
      ['А', 1, 'other'],
      ['в', 2, 'left'],
    ]);
    expect(sheet.getRange('A1:B4').removeDuplicates().getA1Notation()).toBe('A1:B3');
    expect(sheet.getRange('A1:C4').getValues()).toEqual([
      ['а', 1, 'left'],
      ['б', 2, 'left'],
      ['в', 2, 'other'],
      ['', '', 'left'],
    ]);
    expect(sheet.getRange('A1:B3').removeDuplicates([2]).getA1Notation()).toBe('A1:B2');
  });
});

describe('other ways to name cells', () => {
  // https://developers.google.com/apps-script/reference/spreadsheet/sheet#getrangea1notation : A1 or R1C1 notation
  it('R1C1 notation and names work in getRange', () => {
    const { sheet, book } = workbook();
    book.setNamedRange('имена', sheet.getRange('B2:B4'));
    expect(sheet.getRange('имена').getA1Notation()).toBe('B2:B4');
    expect(sheet.getRange('R2C3').getA1Notation()).toBe('C2');
    expect(book.getRange('R1C1:R2C2').getA1Notation()).toBe('A1:B2');
  });

  // https://developers.google.com/apps-script/reference/spreadsheet/range#setformular1c1formula
  it('formulas in R1C1 notation are relative to their cell', () => {
    const { sheet } = workbook();
    sheet.getRange('A1:A2').setValues([[1], [2]]);
    sheet.getRange('B3').setFormulaR1C1('=SUM(R[-2]C[-1]:R[-1]C[-1])&"R1C1"');
    expect([sheet.getRange('B3').getFormula(), sheet.getRange('B3').getValue()]).toEqual([
      '=SUM(A1:A2)&"R1C1"',
      '3R1C1',
    ]);
    sheet.getRange('C3').setFormula('=$A$1+B3*1,5');
    expect(sheet.getRange('A3:C3').getFormulasR1C1()).toEqual([
      [null, '=SUM(R[-2]C[-1]:R[-1]C[-1])&"R1C1"', '=R1C1+R[0]C[-1]*1,5'],
    ]);
    expect(() => sheet.getRange('A1').setFormulaR1C1('=R[-1]C')).toThrow('outside the dimensions');
  });

  // https://developers.google.com/apps-script/reference/spreadsheet/range-list
  it('a list of ranges is changed as one', () => {
    const { sheet } = workbook();
    const list = sheet.getRangeList(['A1', 'C1:C2']).setValue('x').setBackground('red').setFontWeight('bold');
    expect(places(list.getRanges())).toEqual(['A1', 'C1:C2']);
    expect(sheet.getRange('A1:C2').getValues()).toEqual([
      ['x', '', 'x'],
      ['', '', 'x'],
    ]);
    expect(sheet.getRange('C2').getBackground()).toBe('#ff0000');
    list.clear();
    expect(sheet.getLastRow()).toBe(0);
    expect(() => sheet.getRangeList([])).toThrow('Array is empty: a1Notations');
  });

  // https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet : members of the active sheet
  it('a spreadsheet passes on what concerns its active sheet', () => {
    const { book, sheet } = workbook();
    book.setFrozenRows(2);
    book.setColumnWidth(2, 150);
    book.appendRow(['б', 2]);
    book.appendRow(['а', 1]);
    book.insertRowBefore(1);
    expect([book.getFrozenRows(), book.getColumnWidth(2), sheet.getLastRow()]).toEqual([3, 150, 3]);
    book.deleteRow(1);
    book.setFrozenRows(0);
    book.sort(2);
    expect(book.getSheetValues(1, 1, 2, 2)).toEqual([
      ['а', 1],
      ['б', 2],
    ]);
  });
});

describe('formats in other forms', () => {
  // https://developers.google.com/apps-script/reference/spreadsheet/color
  it('colours are objects too', () => {
    const { app, sheet } = workbook();
    const colour = app.newColor().setRgbColor('#0a141e').build();
    const cell = sheet.getRange('A1').setBackgroundObject(colour).setFontColorObject(colour);
    const rgb = cell.getBackgroundObject().asRgbColor();
    expect([rgb.asHexString(), rgb.getRed(), rgb.getGreen(), rgb.getBlue()]).toEqual(['#0a141e', 10, 20, 30]);
    expect(cell.getFontColor()).toBe('#0a141e');
    expect(sheet.getTabColorObject()).toBeNull();
    expect(sheet.setTabColorObject(colour).getTabColor()).toBe('#0a141e');
  });

  it('wrapping and text styles are read back as they were set', () => {
    const { app, sheet } = workbook();
    const cells = sheet.getRange('A1:B1').setWraps([[true, false]]);
    expect([cells.getWrap(), cells.getWraps()]).toEqual([true, [[true, false]]]);
    const bold = app.newTextStyle().setBold(true).setFontSize(14).build();
    const style = sheet.getRange('C1').setTextStyle(bold).getTextStyle();
    expect([style.isBold(), style.isItalic(), style.getFontSize(), style.getForegroundColor()]).toEqual([
      true,
      false,
      14,
      '#000000',
    ]);
  });

  // https://developers.google.com/apps-script/reference/spreadsheet/range#copyvaluestorangesheet,-column,-columnend,-row,-rowend
  it('values or formats alone are copied to a place given by its edges', () => {
    const { sheet, book } = workbook();
    const other = book.insertSheet('Другой');
    sheet.getRange('A1').setFormula('=1+1').setBackground('red');
    sheet.getRange('A1').copyValuesToRange(other, 2, 2, 3, 3);
    sheet.getRange('A1').copyFormatToRange(other.getSheetId(), 1, 1, 1, 1);
    expect([other.getRange('B3').getValue(), other.getRange('B3').getFormula()]).toEqual([2, '']);
    expect([other.getRange('B3').getBackground(), other.getRange('A1').getBackground()]).toEqual([
      '#ffffff',
      '#ff0000',
    ]);
    expect(other.getRange('A1').getValue()).toBe('');
  });
});
