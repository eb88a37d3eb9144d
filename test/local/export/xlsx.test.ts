// A workbook exported to .xlsx and read back: what a person sees in Sheets is there in Excel.
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { isPortable, sheetNames, spreadsheetToXlsx } from '../../../local/export/xlsx';
import { createSpreadsheetService, newSpreadsheet, readSpreadsheet } from '../../../local/services/spreadsheet';
import type { CellView, SheetView, SpreadsheetView } from '../../../local/services/spreadsheet';
import { setup } from '../services/drive/world';

type Rule = SheetView['validations'][number]['rule'];

const BLANK: SheetView = {
  id: 0,
  name: 'Лист1',
  hidden: false,
  tabColor: null,
  rightToLeft: false,
  gridlinesHidden: false,
  maxRows: 1000,
  maxColumns: 26,
  rows: 3,
  columns: 3,
  frozenRows: 0,
  frozenColumns: 0,
  columnWidths: {},
  rowHeights: {},
  hiddenColumns: [],
  hiddenRows: [],
  merges: [],
  cells: [],
  validations: [],
  conditions: [],
  filter: null,
  bandings: [],
  charts: [],
  protections: [],
};

function cell(row: number, column: number, value: CellView['value'], more: Partial<CellView> = {}): CellView {
  return { row, column, value, display: String(value ?? ''), format: {}, ...more };
}

async function load(view: SpreadsheetView): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await spreadsheetToXlsx(view)).buffer as ArrayBuffer);
  return workbook;
}

/** Writes sheets and reads the file back. */
function back(...sheets: Partial<SheetView>[]): Promise<ExcelJS.Workbook> {
  return load(book(...sheets));
}

function book(...sheets: Partial<SheetView>[]): SpreadsheetView {
  return {
    id: 'x',
    name: 'Книга',
    url: 'https://docs.google.com/spreadsheets/d/x/edit',
    locale: 'ru_RU',
    timeZone: 'Asia/Novokuznetsk',
    activeSheetId: 0,
    namedRanges: [],
    metadata: [],
    sheets: sheets.map((sheet, id) => ({ ...BLANK, id, name: `Лист${String(id + 1)}`, ...sheet })),
  };
}

function first(workbook: ExcelJS.Workbook): ExcelJS.Worksheet {
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('an exported workbook', () => {
  it('keeps values by type; text stays text whatever it looks like', async () => {
    const sheet = first(
      await back({
        cells: [
          cell(1, 1, 'Учитель'),
          cell(1, 2, 12.5),
          cell(1, 3, true),
          cell(2, 1, '=HYPERLINK("http://evil")'),
          cell(2, 2, '007'),
          cell(2, 3, 46266, { format: { numberFormat: 'dd.MM.yyyy' } }),
        ],
      }),
    );
    expect([1, 2, 3].map((column) => sheet.getCell(1, column).value)).toEqual(['Учитель', 12.5, true]);
    expect(sheet.getCell(2, 1).value).toBe('=HYPERLINK("http://evil")');
    expect(sheet.getCell(2, 2).value).toBe('007');
    expect(sheet.getCell(2, 3).value).toEqual(new Date('2026-09-01T00:00:00Z'));
    expect(sheet.getCell(2, 3).numFmt).toBe('dd.MM.yyyy');
  });

  it('keeps formulas Excel computes alike and the values of others', async () => {
    const sheet = first(
      await back({
        cells: [
          cell(1, 1, 3, { formula: 'SUM(B1:B2)' }),
          cell(1, 2, 'a', { formula: 'INDEX(FILTER(A:A,B:B=1),1)' }),
          cell(1, 3, '#N/A', { formula: 'NA()' }),
        ],
      }),
    );
    expect(sheet.getCell(1, 1).value).toEqual({ formula: 'SUM(B1:B2)', result: 3 });
    expect(sheet.getCell(1, 2).value).toBe('a');
    expect(sheet.getCell(1, 3).value).toEqual({ formula: 'NA()', result: { error: '#N/A' } });
  });

  it('keeps fonts, fills, alignment and borders', async () => {
    const sheet = first(
      await back({
        cells: [
          cell(1, 1, 'x', {
            format: {
              background: '#fce5cd',
              fontColor: '#f00',
              fontWeight: 'bold',
              fontStyle: 'italic',
              fontLine: 'underline',
              fontSize: 14,
              fontFamily: 'Roboto',
              horizontal: 'center',
              vertical: 'middle',
              wrap: 'WRAP',
              borders: { bottom: { style: 'SOLID_MEDIUM', color: '#0000ff' } },
            },
          }),
        ],
      }),
    );
    const { font, fill, alignment, border } = sheet.getCell(1, 1);
    expect(font).toMatchObject({
      bold: true,
      italic: true,
      underline: true,
      size: 14,
      name: 'Roboto',
      color: { argb: 'FFFF0000' },
    });
    expect(fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFCE5CD' } });
    expect(alignment).toMatchObject({ horizontal: 'center', vertical: 'middle', wrapText: true });
    expect(border.bottom).toEqual({ style: 'medium', color: { argb: 'FF0000FF' } });
  });

  it('counts widths in digits of Arial 10, as Sheets does, whatever fonts a computer has', async () => {
    const parts = unzipSync(await spreadsheetToXlsx(book({ cells: [cell(1, 1, 'а')] })));
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    expect(/<font>.*?<\/font>/.exec(styles)?.[0]).toMatch(/<sz val="10"\/>.*<name val="Arial"\/>/);
    expect(styles).not.toContain('Calibri');
  });

  it('keeps widths, frozen panes, hidden columns, rows and sheets, merges, tab colours and filters', async () => {
    const workbook = await back(
      {
        frozenRows: 1,
        frozenColumns: 2,
        tabColor: '#34a853',
        columnWidths: { 1: 300 },
        rowHeights: { 1: 40 },
        hiddenColumns: [3],
        hiddenRows: [2],
        merges: [{ row: 3, column: 1, rows: 1, columns: 2 }],
        filter: { row: 1, column: 1, rows: 2, columns: 3 },
        cells: [cell(3, 1, 'слитно')],
      },
      { hidden: true },
    );
    const sheet = first(workbook);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 });
    expect(sheet.properties.tabColor).toEqual({ argb: 'FF34A853' });
    expect(sheet.getColumn(1).width).toBeCloseTo(42.1, 0);
    expect(sheet.getColumn(2).width).toBeCloseTo(13.6, 0);
    expect(sheet.getColumn(3).hidden).toBe(true);
    expect(sheet.getRow(1).height).toBe(30);
    expect(sheet.getRow(2).hidden).toBe(true);
    expect(sheet.getCell('B3').master.address).toBe('A3');
    expect(sheet.autoFilter).toBe('A1:C2');
    expect(workbook.worksheets.map(({ state }) => state)).toEqual(['visible', 'hidden']);
  });

  it('prints on A4 across, one page wide, headings repeated', async () => {
    const { pageSetup } = first(await back({ frozenRows: 2 }));
    expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1 });
    expect(pageSetup.printTitlesRow).toBe('1:2');
  });

  it('shows notes as comments, links as links and styled stretches of text', async () => {
    const sheet = first(
      await back({
        cells: [
          cell(1, 1, 'Уровень', { note: 'Как считается' }),
          cell(1, 2, 'Материал', { link: 'https://example.org/' }),
          cell(1, 3, 'плохо', { link: 'javascript:alert(1)' }),
          cell(2, 1, 'важно: текст', {
            stretches: [
              { start: 0, style: { fontWeight: 'bold' } },
              { start: 6, style: {} },
            ],
          }),
        ],
      }),
    );
    const { note } = sheet.getCell(1, 1);
    expect(typeof note === 'string' ? note : note.texts?.map(({ text }) => text).join('')).toBe('Как считается');
    expect(sheet.getCell(1, 2).value).toMatchObject({ text: 'Материал', hyperlink: 'https://example.org/' });
    expect(sheet.getCell(1, 3).value).toBe('плохо');
    expect(sheet.getCell(2, 1).value).toMatchObject({
      richText: [{ text: 'важно:', font: { bold: true } }, { text: ' текст' }],
    });
  });

  it('keeps validation: lists, long lists, ranges, numbers, dates and formulas', async () => {
    const rule = (criteria: string, ...values: Rule['values']): Rule => ({
      criteria,
      values,
      allowInvalid: false,
      helpText: 'Подсказка',
    });
    const box = (column: number): SheetView['merges'][number] => ({ row: 2, column, rows: 99, columns: 1 });
    const long = Array.from({ length: 60 }, (_, i) => `Предмет, вариант ${String(i)}`);
    const workbook = await back({
      validations: [
        { box: box(1), rule: rule('VALUE_IN_LIST', ['да', 'нет'], true) },
        { box: box(2), rule: rule('VALUE_IN_LIST', long, true) },
        {
          box: box(3),
          rule: rule(
            'VALUE_IN_RANGE',
            { range: { spreadsheetId: 'x', area: { sheetId: 0, row: 1, column: 1, rows: 5, columns: 1 } } },
            true,
          ),
        },
        { box: box(4), rule: rule('NUMBER_BETWEEN', 0, 4) },
        { box: box(5), rule: rule('DATE_ON_OR_AFTER', { date: Date.UTC(2026, 8, 1) - 7 * 3_600_000 }) },
        { box: box(6), rule: rule('CUSTOM_FORMULA', '=ИЛИ(F2=0,5;F2="а;б")') },
        { box: box(7), rule: { ...rule('TEXT_IS_VALID_EMAIL'), allowInvalid: true } },
      ],
    });
    const sheet = first(workbook);
    const at = (column: number): ExcelJS.DataValidation => sheet.getCell(50, column).dataValidation;
    expect(at(1)).toMatchObject({ type: 'list', formulae: ['"да,нет"'], errorStyle: 'stop', prompt: 'Подсказка' });
    expect(at(2)).toMatchObject({ type: 'list', formulae: ['Списки!$A$1:$A$60'] });
    expect(workbook.getWorksheet('Списки')?.getCell('A60').value).toBe('Предмет, вариант 59');
    expect(at(3).formulae).toEqual(['Лист1!$A$1:$A$5']);
    expect(at(4)).toMatchObject({ type: 'decimal', formulae: [0, 4] });
    expect(at(5)).toMatchObject({ type: 'date', operator: 'greaterThanOrEqual' });
    expect(at(5).formulae).toEqual([new Date('2026-09-01T00:00:00Z')]);
    expect(at(6)).toMatchObject({ type: 'custom', formulae: ['ИЛИ(F2=0.5,F2="а;б")'] });
    expect(at(7)).toMatchObject({ type: 'custom', errorStyle: 'warning' });
  });

  it('keeps conditional formats in their order', async () => {
    const sheet = first(
      await back({
        conditions: [
          {
            ranges: [{ row: 2, column: 2, rows: 10, columns: 3 }],
            boolean: { criteria: 'NUMBER_LESS_THAN', values: [2], style: { background: '#f4cccc' } },
          },
          {
            ranges: [{ row: 2, column: 1, rows: 10, columns: 1 }],
            boolean: { criteria: 'TEXT_CONTAINS', values: ['не "ответил"'], style: { fontColor: '#999999' } },
          },
          {
            ranges: [{ row: 2, column: 5, rows: 10, columns: 1 }],
            gradient: [
              { point: 'min', color: '#ffffff', type: 'MIN', value: '' },
              { point: 'max', color: '#57bb8a', type: 'NUMBER', value: '4' },
            ],
          },
        ],
      }),
    );
    const { conditionalFormattings } = sheet as unknown as {
      conditionalFormattings: ExcelJS.ConditionalFormattingOptions[];
    };
    expect(conditionalFormattings.map(({ ref }) => ref)).toEqual(['B2:D11', 'A2:A11', 'E2:E11']);
    expect(conditionalFormattings.flatMap(({ rules }) => rules)).toMatchObject([
      { type: 'expression', formulae: ['AND(ISNUMBER(B2),B2<2)'], priority: 1 },
      { type: 'expression', formulae: ['NOT(ISERROR(SEARCH("не ""ответил""",A2)))'], priority: 2 },
      { type: 'colorScale', cfvo: [{ type: 'min' }, { type: 'num', value: 4 }], priority: 3 },
    ]);
  });

  it('fills alternating colours down to the last used row, under the colours cells have of their own', async () => {
    const sheet = first(
      await back({
        rows: 4,
        columns: 2,
        bandings: [
          {
            id: 1,
            rect: { row: 1, column: 1, rows: 100, columns: 2 },
            by: 'ROW',
            header: '#111111',
            first: '#222222',
            second: '#333333',
            footer: null,
          },
        ],
        cells: [cell(1, 1, 'a'), cell(2, 1, 'b'), cell(3, 1, 'c', { format: { background: '#ff0000' } })],
      }),
    );
    const colour = (address: string): unknown => {
      const { fill } = sheet.getCell(address);
      return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
    };
    expect(['A1', 'A2', 'A3', 'B3', 'B4', 'B5'].map(colour)).toEqual([
      'FF111111',
      'FF222222',
      'FFFF0000',
      'FF333333',
      'FF222222',
      undefined,
    ]);
  });

  it('is what SpreadsheetApp made', async () => {
    const { world } = setup();
    const SpreadsheetApp = createSpreadsheetService(world) as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const id = newSpreadsheet(world, 'Школа');
    const sheet = SpreadsheetApp.openById(id).getSheets()[0];
    if (sheet === undefined) throw new Error('no sheet');
    sheet.setName('Сотрудники').setFrozenRows(1);
    sheet
      .getRange(1, 1, 1, 3)
      .setValues([['ФИО', 'Дата', 'Уровень']])
      .setFontWeight('bold')
      .setBackground('#d9ead3');
    sheet.getRange(2, 1, 1, 3).setValues([["'=1+1", '01.09.2026', '2,5']]);
    sheet.getRange('C3').setFormula('=SUM(C2:C2)*2');
    sheet.getRange('A1').setNote('Как в паспорте');
    const levels = SpreadsheetApp.newDataValidation()
      .requireValueInList(['0', '1', '2'])
      .setAllowInvalid(false)
      .build();
    sheet.getRange('C2:C20').setDataValidation(levels);
    const made = first(await load(readSpreadsheet(world, id)));
    expect(made.name).toBe('Сотрудники');
    expect(made.getCell('A1').font.bold).toBe(true);
    expect(made.getCell('A2').value).toBe('=1+1');
    expect(made.getCell('B2').value).toEqual(new Date('2026-09-01T00:00:00Z'));
    expect(made.getCell('C2').value).toBe(2.5);
    expect(made.getCell('C3').value).toEqual({ formula: 'SUM(C2:C2)*2', result: 5 });
    expect(made.getCell('C20').dataValidation).toMatchObject({ type: 'list', formulae: ['"0,1,2"'] });
    expect(made.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('always has a visible sheet', async () => {
    expect(first(await back({ hidden: true })).state).toBe('visible');
  });
});

describe('sheetNames', () => {
  it('makes names Excel takes, no two alike', () => {
    expect(sheetNames(['Сводка', 'сводка', 'a/b:c', "'x'", 'я'.repeat(40), 'я'.repeat(50), 'History'])).toEqual([
      'Сводка',
      'сводка (2)',
      'a_b_c',
      '_x_',
      'я'.repeat(31),
      `${'я'.repeat(27)} (2)`,
      'History (2)',
    ]);
  });
});

describe('isPortable', () => {
  it.each([
    ['SUM(A1:A3)+COUNTIF(B:B,"FILTER(x)")', true],
    ["VLOOKUP(A1,'Мой лист (QUERY()'!A1:B9,2,FALSE)", true],
    ['QUERY(A1:B3,"select A")', false],
    ['ARRAYFORMULA(A1:A3*2)', false],
    ['SUM(A2:A)', false],
    ['{1,2}', false],
  ])('%s: %s', (formula, portable) => {
    expect(isPortable(formula)).toBe(portable);
  });
});
