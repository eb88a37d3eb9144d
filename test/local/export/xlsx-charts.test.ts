// Charts in the exported .xlsx: the parts Excel and LibreOffice draw them from.
// ECMA-376, part 1: §18.3.1.36 (drawing), §20.5 (spreadsheet drawings), §21.2 (charts)
import { strFromU8, unzipSync } from 'fflate';
import { spreadsheetToXlsx } from '../../../local/export/xlsx';
import { createSpreadsheetService, newSpreadsheet, readSpreadsheet } from '../../../local/services/spreadsheet';
import { ChartType } from '../../../local/services/spreadsheet/enums';
import type { ScriptEnum } from '../../../local/runtime/service';
import { setup } from '../services/drive/world';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The parts of the file of a workbook with a sheet «Итоги & планы», where `draw` puts charts. */
async function partsOf(draw: (sheet: Sheet) => void): Promise<Record<string, string>> {
  const { world } = setup();
  const id = newSpreadsheet(world, 'Книга');
  world.activeSpreadsheetId = id;
  const app = createSpreadsheetService(world) as unknown as typeof SpreadsheetApp;
  const sheet = app.openById(id).insertSheet('Итоги & планы');
  sheet.getRange('A1:C3').setValues([
    ['Тема', 'Дефицит <1>', 'Профицит'],
    ['формы & тесты', 3, 1],
    ['таблицы', 5, ''],
  ]);
  sheet.getRange('A1').setNote('пояснение');
  draw(sheet);
  const file = unzipSync(await spreadsheetToXlsx(readSpreadsheet(world, id)));
  return Object.fromEntries(Object.entries(file).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function put(sheet: Sheet, type: ScriptEnum, title = 'График'): void {
  const chart = sheet
    .newChart()
    .setChartType(type as unknown as GoogleAppsScript.Charts.ChartType)
    .addRange(sheet.getRange('A1:C3'))
    .setNumHeaders(1)
    .setOption('title', title)
    .setOption('colors', ['#d93025', '#188038'])
    .setPosition(5, 2, 3, 4);
  sheet.insertChart(chart.build());
}
const KIND = (name: string): ScriptEnum => ChartType[name as keyof typeof ChartType] as ScriptEnum;

it('draw the same cells, with their headings, numbers and colours', async () => {
  const parts = await partsOf((sheet) => {
    put(sheet, KIND('BAR'), 'Уровни <и> цели');
  });
  const chart = parts['xl/charts/chart1.xml'] ?? '';
  expect(chart).toContain("<c:f>'Итоги &amp; планы'!$A$2:$A$3</c:f>");
  expect(chart).toContain("<c:f>'Итоги &amp; планы'!$B$2:$B$3</c:f>");
  expect(chart).toContain('<c:v>Дефицит &lt;1&gt;</c:v>');
  expect(chart).toContain('<c:v>формы &amp; тесты</c:v>');
  expect(chart).toContain('<a:t>Уровни &lt;и&gt; цели</a:t>');
  expect([...chart.matchAll(/srgbClr val="(D93025|188038)"/g)]).toHaveLength(2);
  // An empty cell is a gap, not a nought.
  expect(chart).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache>');
});

it('label days as days, in the format of their cells', async () => {
  const parts = await partsOf((sheet) => {
    sheet.getRange('A2:A3').setValues([[new Date('2026-09-01')], [new Date('2026-09-02')]]);
    sheet.getRange('A2:A3').setNumberFormat('dd.mm.yyyy');
    put(sheet, KIND('LINE'));
  });
  const [axis = ''] = /<c:catAx>.*<\/c:catAx>/.exec(parts['xl/charts/chart1.xml'] ?? '') ?? [];
  expect(axis).toContain('<c:numFmt formatCode="dd.mm.yyyy" sourceLinked="0"/>');
});

it('stand at their cell with their size, and every part is named in its list', async () => {
  const parts = await partsOf((sheet) => {
    put(sheet, KIND('COLUMN'));
    put(sheet, KIND('LINE'));
  });
  const drawing = parts['xl/drawings/drawing2.xml'] ?? '';
  expect(drawing).toContain(
    '<xdr:col>1</xdr:col><xdr:colOff>28575</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>38100</xdr:rowOff>',
  );
  expect(drawing).toContain('cx="5715000" cy="3533775"');
  expect([...drawing.matchAll(/<xdr:oneCellAnchor>/g)]).toHaveLength(2);
  const types = parts['[Content_Types].xml'] ?? '';
  for (const part of ['/xl/charts/chart1.xml', '/xl/charts/chart2.xml', '/xl/drawings/drawing2.xml'])
    expect(types).toContain(`PartName="${part}"`);
  expect(parts['xl/worksheets/_rels/sheet2.xml.rels']).toContain('Target="../drawings/drawing2.xml"');
  // The drawing stands before the notes' own: the order of the schema.
  expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<drawing r:id="rIdCharts"\/>.*<legacyDrawing/s);
  expect(parts['xl/worksheets/sheet2.xml']).toContain('xmlns:r=');
});

it.each(['BAR', 'COLUMN', 'LINE', 'AREA', 'PIE'])('%s is well-formed XML', async (kind) => {
  const parts = await partsOf((sheet) => {
    put(sheet, KIND(kind));
  });
  const open: string[] = [];
  for (const [, closing, name = '', empty] of (parts['xl/charts/chart1.xml'] ?? '').matchAll(
    /<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g,
  )) {
    if (closing === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name);
  }
  expect(open).toEqual([]);
});

it('of other kinds and without rows stay in Google Sheets', async () => {
  const parts = await partsOf((sheet) => {
    put(sheet, KIND('GEO'));
    sheet.insertChart(
      sheet
        .newChart()
        .setChartType(KIND('BAR') as never)
        .addRange(sheet.getRange('A1:B1'))
        .setNumHeaders(1)
        .build(),
    );
  });
  expect(Object.keys(parts).filter((name) => /chart|drawing\d/.test(name))).toEqual([]);
});
