// Sheets of a workbook: life, layout, rows and columns, protection, copies.
// https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet
// https://developers.google.com/apps-script/reference/spreadsheet/sheet
import { OWNER, workbook } from './workbook';

const names = (sheets: { getName(): string }[]): string[] => sheets.map((sheet) => sheet.getName());

describe('a workbook', () => {
  it('is born with one sheet of 1000 × 26 named in its locale', () => {
    expect(names(workbook().book.getSheets())).toEqual(['Лист1']);
    const { sheet } = workbook('en_US');
    expect([sheet.getName(), sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getSheetId()]).toEqual([
      'Sheet1',
      1000,
      26,
      0,
    ]);
  });

  it('is opened by id and by link, and refused when there is none', () => {
    const { app, id, book } = workbook();
    expect(app.openByUrl(book.getUrl()).getId()).toBe(id);
    expect(app.openById(id).getName()).toBe('Школа');
    expect(() => app.openById('нет')).toThrow('You do not have permission to access the requested document.');
    book.rename('Гимназия');
    expect(book.getName()).toBe('Гимназия');
  });

  it('is created with a size, within the day’s quota', () => {
    const { app, world } = workbook();
    const made = app.create('Новая', 10, 5);
    expect([made.getSheets()[0]?.getMaxRows(), made.getSheets()[0]?.getMaxColumns()]).toEqual([10, 5]);
    expect(world.quotaLeft('spreadsheets.created')).toBe(3199);
  });

  it('is copied with its sheets, formats and developer metadata, without people', () => {
    const { book, sheet } = workbook();
    sheet.getRange('A1').setValue('10.12.2021').setFontWeight('bold');
    sheet.getRange('A:A').addDeveloperMetadata('column', 'date');
    book.addEditor('teacher@school.example');
    const copy = book.copy('Копия');
    expect(copy.getId()).not.toBe(book.getId());
    expect(copy.getSheets()[0]?.getRange('A1').getDisplayValue()).toBe('10.12.2021');
    expect(copy.createDeveloperMetadataFinder().withKey('column').find()[0]?.getValue()).toBe('date');
    copy.getSheets()[0]?.getRange('A1').setValue('x');
    expect(sheet.getRange('A1').getDisplayValue()).toBe('10.12.2021');
    expect(copy.getEditors().map((user) => user.getEmail())).toEqual([OWNER]);
  });

  it('has an owner, editors and viewers', () => {
    const { book } = workbook();
    book.addEditors(['a@school.example']).addViewer('b@school.example');
    expect(book.getOwner()?.getEmail()).toBe(OWNER);
    expect(book.getEditors().map((user) => user.getEmail())).toEqual([OWNER, 'a@school.example']);
    expect(book.getViewers().map((user) => user.getEmail())).toEqual([OWNER, 'a@school.example', 'b@school.example']);
    book.removeEditor('a@school.example');
    expect(book.getEditors()).toHaveLength(1);
  });

  // https://support.google.com/drive/answer/37603
  it('holds ten million cells', () => {
    const { app } = workbook();
    const sheet = app.create('Большая', 100, 26).getSheets()[0];
    sheet?.insertRowsAfter(100, 384_000);
    expect(() => sheet?.insertRowsAfter(100, 1000)).toThrow(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  });
});

describe('sheets', () => {
  it('are inserted after the active one and become active', () => {
    const { book, sheet } = workbook();
    book.insertSheet('Вторая');
    book.setActiveSheet(sheet);
    book.insertSheet();
    book.insertSheet('Первая', 0);
    expect(names(book.getSheets())).toEqual(['Первая', 'Лист1', 'Лист3', 'Вторая']);
    expect(book.getActiveSheet().getName()).toBe('Первая');
    expect(book.getSheetByName('Вторая')?.getIndex()).toBe(4);
    expect(book.getSheetByName('Нет')).toBeNull();
    expect(book.getSheetById(sheet.getSheetId())?.getName()).toBe('Лист1');
  });

  it('have names of their own', () => {
    const { book, sheet } = workbook();
    book.insertSheet('Опросы');
    expect(() => book.insertSheet('опросы')).toThrow(
      'A sheet with the name "опросы" already exists. Please enter another name.',
    );
    expect(() => sheet.setName('Опросы')).toThrow('already exists. Please enter another name.');
    sheet.setName('лист1');
    expect(sheet.getName()).toBe('лист1');
  });

  it('cannot all be deleted or hidden', () => {
    const { book, sheet } = workbook();
    expect(() => book.deleteSheet(sheet)).toThrow("You can't remove all the sheets in a document.");
    expect(() => sheet.hideSheet()).toThrow("You can't hide all the sheets in a document.");
    const other = book.insertSheet('Служебный').hideSheet();
    expect(other.isSheetHidden()).toBe(true);
    expect(() => book.deleteSheet(sheet)).toThrow("You can't remove all the visible sheets in a document.");
    other.showSheet();
    book.deleteSheet(sheet);
    expect(names(book.getSheets())).toEqual(['Служебный']);
    expect(() => sheet.getName()).toThrow('not found');
  });

  it('are copied from templates, within the workbook and to another', () => {
    const { app, book, sheet } = workbook();
    sheet.getRange('A1').setValue('x').setFontWeight('bold').setNote('n');
    const made = book.insertSheet('По образцу', { template: sheet });
    expect([made.getRange('A1').getValue(), made.getRange('A1').getFontWeight()]).toEqual(['x', 'bold']);
    const other = app.create('Другая');
    const copy = sheet.copyTo(other);
    expect(names(other.getSheets())).toEqual(['Лист1', 'Лист1 (копия)']);
    expect([copy.getRange('A1').getFontWeight(), copy.getRange('A1').getNote()]).toEqual(['bold', 'n']);
  });

  it('append rows below the last with content and grow to take them', () => {
    const { sheet } = workbook();
    sheet.getRange('A5').setNumberFormat('0.00');
    sheet.appendRow(['Иванова', '10.12.2021', '=1+1']);
    expect(sheet.getRange('A1:C1').getDisplayValues()).toEqual([['Иванова', '10.12.2021', '2']]);
    sheet.getRange('A1000').setValue('конец');
    sheet.appendRow(['ещё']);
    expect([sheet.getLastRow(), sheet.getMaxRows()]).toEqual([1001, 1001]);
  });
});

describe('rows and columns', () => {
  it('are inserted with the looks of their neighbour', () => {
    const { app, sheet } = workbook();
    const rule = app.newDataValidation().requireValueInList(['да', 'нет']).build();
    sheet.getRange('B2').setFontWeight('bold').setDataValidation(rule);
    sheet.insertRowAfter(2);
    expect(sheet.getRange('B3').getFontWeight()).toBe('bold');
    expect(sheet.getRange('B3').getDataValidation()?.getCriteriaType().name()).toBe('VALUE_IN_LIST');
    sheet.insertRows(2);
    expect(sheet.getRange('B2').getFontWeight()).toBe('normal');
  });

  it('are deleted within the sheet, never all', () => {
    const { sheet } = workbook();
    expect(() => sheet.deleteRow(1001)).toThrow('Those rows are out of bounds.');
    expect(() => sheet.deleteColumns(26, 2)).toThrow('Those columns are out of bounds.');
    expect(() => sheet.deleteRows(1, 1000)).toThrow("You can't delete all the rows on the sheet.");
    sheet.setFrozenRows(1);
    expect(() => sheet.deleteRows(2, 999)).toThrow('Sorry, it is not possible to delete all non-frozen rows.');
    sheet.deleteColumns(6, 21);
    expect(sheet.getMaxColumns()).toBe(5);
  });

  it('take sizes, notes, merges, formats and validation along', () => {
    const { app, sheet } = workbook();
    sheet.setColumnWidth(3, 250).hideColumns(4);
    sheet
      .getRange('C2')
      .setNote('n')
      .setBackground('#ff0000')
      .setDataValidation(app.newDataValidation().requireCheckbox().build());
    sheet.getRange('C5:D6').merge();
    sheet.setConditionalFormatRules([
      app
        .newConditionalFormatRule()
        .whenNumberGreaterThan(3)
        .setBackground('#00ff00')
        .setRanges([sheet.getRange('C2:C9')])
        .build(),
    ]);
    sheet.insertColumnBefore(2);
    expect([sheet.getColumnWidth(4), sheet.getColumnWidth(3), sheet.isColumnHiddenByUser(5)]).toEqual([250, 100, true]);
    expect(sheet.getRange('D2').getNote()).toBe('n');
    expect(sheet.getRange('D2').getBackground()).toBe('#ff0000');
    expect(sheet.getRange('D2').getDataValidation()).not.toBeNull();
    expect(sheet.getRange('D5').getMergedRanges()[0]?.getA1Notation()).toBe('D5:E6');
    expect(sheet.getConditionalFormatRules()[0]?.getRanges()[0]?.getA1Notation()).toBe('D2:D9');
    sheet.deleteRows(2, 2);
    expect(sheet.getConditionalFormatRules()[0]?.getRanges()[0]?.getA1Notation()).toBe('D2:D7');
    expect(sheet.getRange('D2').getNote()).toBe('');
  });

  it('are frozen, sized, hidden and shown', () => {
    const { sheet } = workbook();
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(2);
    sheet.setRowHeight(2, 40).setColumnWidths(1, 3, 180);
    sheet.hideRows(3, 2);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getRowHeight(2), sheet.getRowHeight(1)]).toEqual([
      1, 2, 40, 21,
    ]);
    expect([sheet.getColumnWidth(3), sheet.isRowHiddenByUser(4)]).toEqual([180, true]);
    sheet.showRows(3, 2);
    expect(sheet.isRowHiddenByUser(4)).toBe(false);
    // Only a drawn sheet knows how wide its text is.
    sheet.autoResizeColumns(1, 1);
    expect(() => sheet.getColumnWidth(1)).toThrow('NotEmulated');
    sheet.setTabColor('#1a73e8').setHiddenGridlines(true);
    expect([sheet.getTabColor(), sheet.hasHiddenGridlines()]).toEqual(['#1a73e8', true]);
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/sheet#clearformats : conditional formatting goes too
it('clear takes contents and formats, and leaves notes, widths and validation', () => {
  const { app, sheet } = workbook();
  sheet.getRange('A1').setValue(1).setFontWeight('bold').setNote('n');
  sheet.getRange('A1').setDataValidation(app.newDataValidation().requireNumberGreaterThan(0).build());
  sheet.setColumnWidth(1, 300);
  sheet.setConditionalFormatRules([
    app
      .newConditionalFormatRule()
      .whenCellEmpty()
      .setBold(true)
      .setRanges([sheet.getRange('A1')])
      .build(),
  ]);
  sheet.clear();
  expect([sheet.getLastRow(), sheet.getRange('A1').getFontWeight(), sheet.getConditionalFormatRules()]).toEqual([
    0,
    'normal',
    [],
  ]);
  expect([sheet.getRange('A1').getNote(), sheet.getColumnWidth(1)]).toEqual(['n', 300]);
  expect(sheet.getRange('A1').getDataValidation()).not.toBeNull();
});

// https://developers.google.com/apps-script/reference/spreadsheet/protection
describe('protection', () => {
  it('keeps others out, lets the owner in, and only warns when told so', () => {
    const { app, book, sheet, world } = workbook();
    const protection = sheet.protect().setDescription('Служебный лист');
    sheet.getRange('A1').setValue(1);
    world.user = 'teacher@school.example';
    expect(protection.canEdit()).toBe(false);
    const refusal = 'You are trying to edit a protected cell or object.';
    expect(() => sheet.getRange('A1').setValue(2)).toThrow(refusal);
    expect(() => sheet.deleteRow(1)).toThrow(refusal);
    expect(() => protection.remove()).toThrow();
    world.user = OWNER;
    protection.setUnprotectedRanges([sheet.getRange('B:B')]).setWarningOnly(false);
    world.user = 'teacher@school.example';
    sheet.getRange('B7').setValue('можно');
    world.user = OWNER;
    protection.setWarningOnly(true);
    world.user = 'teacher@school.example';
    sheet.getRange('A1').setValue(2);
    world.user = OWNER;
    expect(book.getProtections(app.ProtectionType.SHEET).map((each) => each.getDescription())).toEqual([
      'Служебный лист',
    ]);
    protection.remove();
    expect(sheet.getProtections(app.ProtectionType.SHEET)).toEqual([]);
  });

  it('of a range lists its editors without the owner and follows the range', () => {
    const { app, book, sheet, world } = workbook();
    book.addEditor('deputy@school.example');
    const protection = sheet.getRange('A1:B2').protect();
    expect(protection.getEditors().map((user) => user.getEmail())).toEqual(['deputy@school.example']);
    protection.removeEditors(protection.getEditors());
    sheet.insertRowBefore(1);
    expect(protection.getRange().getA1Notation()).toBe('A2:B3');
    world.user = 'deputy@school.example';
    expect(() => sheet.getRange('B3').setValue(1)).toThrow('protected');
    sheet.getRange('C3').setValue(1);
    expect(sheet.getRange('A2').canEdit()).toBe(false);
    expect(sheet.getProtections(app.ProtectionType.RANGE)).toHaveLength(1);
  });
});

// https://developers.google.com/apps-script/reference/spreadsheet/named-range
it('Named ranges are set, moved, found by any case, and listed', () => {
  const { book, sheet } = workbook();
  book.setNamedRange('Ставки', sheet.getRange('A1:B2'));
  expect(book.getRangeByName('ставки')?.getA1Notation()).toBe('A1:B2');
  expect(book.getRange('Ставки').getA1Notation()).toBe('A1:B2');
  book.setNamedRange('Ставки', sheet.getRange('C3'));
  expect(book.getNamedRanges().map((each) => [each.getName(), each.getRange().getA1Notation()])).toEqual([
    ['Ставки', 'C3'],
  ]);
  expect(() => book.setNamedRange('A1', sheet.getRange('C3'))).toThrow('invalid');
  book.removeNamedRange('Ставки');
  expect(book.getRangeByName('Ставки')).toBeNull();
});
