// What other parts of the local Workspace do with workbooks: form responses, the plain view, a person typing, storing.
import { createDriveService } from '../../../../local/services/drive';
import { appendFormRow, editCell, newSpreadsheet, readSpreadsheet } from '../../../../local/services/spreadsheet';
import { SPREADSHEET_MIME } from '../../../../local/services/spreadsheet/state';
import { World } from '../../../../local/runtime/world';
import { local, OWNER, workbook } from './workbook';

// https://support.google.com/docs/answer/2917686
describe('form responses', () => {
  const headers = ['Отметка времени', 'Ваше имя', 'Балл'];

  it('go to a sheet of their own, made at the first one, row by row', () => {
    const { world, id, book } = workbook();
    const first = appendFormRow(world, {
      spreadsheetId: id,
      formId: 'f1',
      headers,
      values: [local(2026, 9, 28, 9), 'Иванова', 3],
    });
    const second = appendFormRow(world, {
      spreadsheetId: id,
      formId: 'f1',
      headers,
      values: [local(2026, 9, 28, 10), '=1+1', 4],
    });
    appendFormRow(world, { spreadsheetId: id, formId: 'f2', headers, values: [] });
    expect([first.row, second.row, first.sheetId]).toEqual([2, 3, second.sheetId]);
    expect(book.getSheets().map((sheet) => sheet.getName())).toEqual([
      'Ответы на форму (2)',
      'Ответы на форму (1)',
      'Лист1',
    ]);
    const sheet = book.getSheetById(first.sheetId);
    expect(sheet?.getDataRange().getDisplayValues()).toEqual([
      headers,
      ['28.09.2026 9:00:00', 'Иванова', '3'],
      ['28.09.2026 10:00:00', '=1+1', '4'],
    ]);
    expect(sheet?.getFrozenRows()).toBe(1);
  });

  it('find their columns wherever a person moved them, and get new columns for new questions', () => {
    const { world, id, book } = workbook();
    const { sheetId } = appendFormRow(world, {
      spreadsheetId: id,
      formId: 'f',
      headers,
      values: [local(2026, 9, 28), 'А', 1],
    });
    const sheet = book.getSheetById(sheetId);
    sheet?.moveColumns(sheet.getRange('C:C'), 1);
    appendFormRow(world, {
      spreadsheetId: id,
      formId: 'f',
      headers: [...headers, 'Ещё'],
      values: [local(2026, 9, 29), 'Б', 2, 'x'],
    });
    expect(sheet?.getRange('A1:D3').getDisplayValues()).toEqual([
      ['Балл', 'Отметка времени', 'Ваше имя', 'Ещё'],
      ['1', '28.09.2026', 'А', ''],
      ['2', '29.09.2026', 'Б', 'x'],
    ]);
  });
});

describe('the plain view', () => {
  it('shows all that a person could see', () => {
    const { app, world, id, book, sheet } = workbook();
    sheet.getRange('A1:B2').setValues([
      ['Дата', 'Доля'],
      ['10.12.2021', '32,8%'],
    ]);
    sheet.getRange('A1').setNote('подсказка').setFontWeight('bold');
    sheet.getRange('C2').setFormula('=B2*2');
    sheet.getRange('D2').setFormula('=QUERY(A1:A2;"select A")');
    sheet.getRange('A3:B9').setDataValidation(app.newDataValidation().requireValueInList(['да']).build());
    sheet.setColumnWidth(1, 200).setFrozenRows(1);
    book.insertSheet('Скрытый').hideSheet();
    const view = readSpreadsheet(world, id);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    const [first, second] = view.sheets;
    expect([view.name, first?.name, second?.hidden, first?.frozenRows, first?.columnWidths]).toEqual([
      'Школа',
      'Лист1',
      true,
      1,
      { 1: 200 },
    ]);
    const cell = (row: number, column: number): unknown =>
      first?.cells.find((each) => each.row === row && each.column === column);
    expect(cell(1, 1)).toMatchObject({ value: 'Дата', note: 'подсказка', format: { fontWeight: 'bold' } });
    expect(cell(2, 1)).toMatchObject({ value: 44540, display: '10.12.2021', format: { numberFormat: 'dd.MM.yyyy' } });
    expect(cell(2, 3)).toMatchObject({ value: 0.656, formula: 'B2*2', entered: '=B2*2' });
    expect(cell(2, 4)).toMatchObject({ value: null, notComputed: 'NotEmulated: formula function QUERY' });
    expect(first?.validations).toEqual([
      {
        box: { row: 3, column: 1, rows: 7, columns: 2 },
        rule: { criteria: 'VALUE_IN_LIST', values: [['да'], true], allowInvalid: true, helpText: null },
      },
    ]);
  });
});

describe('a person typing', () => {
  it('gets what Sheets makes of it', () => {
    const { world, id, sheet } = workbook();
    editCell(world, { spreadsheetId: id, sheetId: 0, row: 2, column: 2, text: '1,5' });
    expect(sheet.getRange('B2').getValue()).toBe(1.5);
  });

  it('is held up by protection and validation like a script', () => {
    const { app, world, id, sheet } = workbook();
    sheet.getRange('A1').setDataValidation(app.newDataValidation().requireCheckbox().setAllowInvalid(false).build());
    sheet.getRange('B1').protect();
    const type = (column: number, text: string): void => {
      editCell(world, { spreadsheetId: id, sheetId: 0, row: 1, column, text });
    };
    expect(() => {
      type(1, 'да');
    }).toThrow('violates the data validation rules');
    world.user = 'teacher@school.example';
    expect(() => {
      type(2, 'да');
    }).toThrow('protected');
  });
});

describe('a workbook in the stored state', () => {
  it('is plain JSON that a later world reads back whole', () => {
    const { app, world, id, sheet, book } = workbook();
    sheet.getRange('A1:B2').setValues([
      ['10.12.2021', 1],
      ['=B1+1', true],
    ]);
    sheet.getRange('A1').setNote('n').setFontWeight('bold');
    sheet.getRange('A:A').addDeveloperMetadata('k', 'v');
    sheet.setConditionalFormatRules([
      app
        .newConditionalFormatRule()
        .whenCellEmpty()
        .setRanges([sheet.getRange('A1')])
        .build(),
    ]);
    book.setNamedRange('имя', sheet.getRange('A1'));
    const stored = JSON.parse(JSON.stringify(world.stored())) as ReturnType<World['stored']>;
    const later = new World({ now: 0, timeZone: 'UTC', locale: 'en_US', user: OWNER, edition: 'workspace', stored });
    later.files = world.files;
    expect(readSpreadsheet(later, id)).toEqual(readSpreadsheet(world, id));
  });
});

describe('Drive', () => {
  // https://developers.google.com/workspace/drive/api/reference/rest/v3/files/copy
  it('copies a spreadsheet with what is in it', () => {
    const { world, id, app, sheet } = workbook();
    sheet.getRange('A1').setValue('x');
    const copy = createDriveService(world).Files.copy({ name: 'Копия' }, id);
    const made = app.openById(copy.id ?? '');
    sheet.getRange('A1').setValue('y');
    expect([made.getName(), made.getSheets()[0]?.getRange('A1').getValue()]).toEqual(['Копия', 'x']);
  });

  it('makes, links and deletes spreadsheets through their file kind', () => {
    const { world } = workbook();
    const kind = world.fileKinds.get(SPREADSHEET_MIME);
    const file = world.files.register({ name: 'Из Drive', mimeType: SPREADSHEET_MIME });
    kind?.created(file);
    expect(readSpreadsheet(world, file.id).name).toBe('Из Drive');
    expect(kind?.link(file)).toBe(`https://docs.google.com/spreadsheets/d/${file.id}/edit`);
    kind?.deleted(file);
    expect(() => readSpreadsheet(world, file.id)).toThrow();
    expect(newSpreadsheet(world, 'Ещё')).not.toBe(file.id);
  });
});
