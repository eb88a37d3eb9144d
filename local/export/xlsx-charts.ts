// Charts of a Google spreadsheet as parts of an .xlsx file (Office Open XML, ECMA-376 part 1, §20 and §21): exceljs writes none, so they
// are put into the finished file.
import { strFromU8, strToU8 } from 'fflate';
import type { Zippable } from 'fflate';
import { cellA1, rectA1 } from '../services/spreadsheet/a1';
import {
  chartColours,
  type ChartLine,
  chartLines,
  chartSize,
  chartTitle,
  type CellView,
  type SheetView,
} from '../services/spreadsheet';
import { quotedSheet } from '../services/spreadsheet/references';
import type { ChartState } from '../services/spreadsheet/state';
import { argb } from './xlsx-style';

/** English Metric Units in a pixel at 96 dots an inch. */
const EMU = 9525;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Kind = 'BAR' | 'COLUMN' | 'LINE' | 'AREA' | 'PIE';
const KINDS: ReadonlySet<string> = new Set<Kind>(['BAR', 'COLUMN', 'LINE', 'AREA', 'PIE']);

/**
 * Puts the charts of the sheets into a file's parts. Kinds that are not bars, columns, lines, areas or pies stay in Google Sheets, and so do
 * charts without data.
 * @param parts of an .xlsx file whose n-th worksheet is `sheets[n]`
 * @param nameOf a sheet's name in the file, by its Google id
 */
export function putCharts(
  parts: Zippable,
  sheets: readonly SheetView[],
  nameOf: (id: number) => string | undefined,
): void {
  const drawn = sheets.map(({ charts }) => charts.filter(({ type }) => KINDS.has(type)));
  if (drawn.every((charts) => charts.length === 0)) return;
  const text = (name: string): string | undefined => {
    const part = parts[name];
    return part instanceof Uint8Array ? strFromU8(part) : undefined;
  };
  const put = (name: string, content: string): void => {
    parts[name] = strToU8(content);
  };
  const sheetOf = (id: number): SheetView | undefined => sheets.find((sheet) => sheet.id === id);
  const types: string[] = [];
  let number = 0;
  drawn.forEach((charts, index) => {
    const described = charts.flatMap((chart) => {
      const xml = chartXml(chart, chartLines(chart, sheetOf), nameOf);
      return xml === undefined ? [] : [{ chart, xml }];
    });
    if (described.length === 0) return;
    const sheet = String(index + 1);
    const drawing = `xl/drawings/drawing${sheet}.xml`;
    const frames = described.map(({ chart, xml }, place) => {
      number += 1;
      put(`xl/charts/chart${String(number)}.xml`, xml);
      types.push(override(`/xl/charts/chart${String(number)}.xml`, 'drawingml.chart'));
      return { frame: frameXml(chart, place + 1), target: `../charts/chart${String(number)}.xml` };
    });
    put(
      drawing,
      `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${frames.map(({ frame }) => frame).join('')}</xdr:wsDr>`,
    );
    types.push(override(`/${drawing}`, 'drawing'));
    put(
      `xl/drawings/_rels/drawing${sheet}.xml.rels`,
      `${HEAD}<Relationships xmlns="${PACKAGE}">${frames.map(({ target }, place) => relation(`rId${String(place + 1)}`, 'chart', target)).join('')}</Relationships>`,
    );
    attach(sheet, text, put);
  });
  const contents = text('[Content_Types].xml') ?? '';
  put('[Content_Types].xml', contents.replace('</Types>', `${types.join('')}</Types>`));
}

/** Names the drawing in its worksheet; among a worksheet's parts it stands before the notes (§18.3.1.99). */
function attach(
  sheet: string,
  text: (name: string) => string | undefined,
  put: (name: string, content: string) => void,
): void {
  const [part, relations] = [`xl/worksheets/sheet${sheet}.xml`, `xl/worksheets/_rels/sheet${sheet}.xml.rels`];
  const worksheet = text(part) ?? '';
  const before = /<legacyDrawing\b|<tableParts\b|<extLst\b|<\/worksheet>/.exec(worksheet)?.index ?? 0;
  put(part, `${worksheet.slice(0, before)}<drawing r:id="rIdCharts"/>${worksheet.slice(before)}`);
  const known = text(relations) ?? `${HEAD}<Relationships xmlns="${PACKAGE}"></Relationships>`;
  const own = relation('rIdCharts', 'drawing', `../drawings/drawing${sheet}.xml`);
  put(relations, known.replace('</Relationships>', `${own}</Relationships>`));
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

/** Where a chart stands: at its cell, with its own size. */
function frameXml(chart: ChartState, id: number): string {
  const { row, column, offsetX, offsetY } = chart.position;
  const { width, height } = chartSize(chart);
  const [at, size] = [
    `<xdr:col>${String(column - 1)}</xdr:col><xdr:colOff>${String(offsetX * EMU)}</xdr:colOff><xdr:row>${String(row - 1)}</xdr:row><xdr:rowOff>${String(offsetY * EMU)}</xdr:rowOff>`,
    `cx="${String(width * EMU)}" cy="${String(height * EMU)}"`,
  ];
  const name = escaped(chartTitle(chart));
  return (
    `<xdr:oneCellAnchor><xdr:from>${at}</xdr:from><xdr:ext ${size}/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${String(id + 1)}" name="${name}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart">` +
    `<c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONS}" r:id="rId${String(id)}"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
  );
}

/** The chart part; undefined without numbers to draw, or when the sheet they stand on is not in the file. */
function chartXml(
  chart: ChartState,
  [labels, ...series]: readonly ChartLine[],
  nameOf: (id: number) => string | undefined,
): string | undefined {
  if (labels === undefined || series.length === 0 || labels.area.rows === 0 || labels.area.columns === 0)
    return undefined;
  if ([labels, ...series].some(({ area }) => nameOf(area.sheetId) === undefined)) return undefined;
  const kind = chart.type as Kind;
  const address = (line: ChartLine): string =>
    `${quotedSheet(nameOf(line.area.sheetId) ?? '')}!${absolute(rectA1(line.area))}`;
  const colours = chartColours(chart, series.length);
  const category = `<c:cat>${categoryXml(labels, address(labels))}</c:cat>`;
  const written = (kind === 'PIE' ? series.slice(0, 1) : series)
    .map((line, index) => {
      const colour = (argb(colours[index]) ?? 'FF4285F4').slice(2);
      const heading =
        line.heading === undefined
          ? ''
          : `<c:tx><c:strRef><c:f>${escaped(`${quotedSheet(nameOf(line.heading.sheetId) ?? '')}!${absolute(cellA1(line.heading.row, line.heading.column))}`)}</c:f>${stringCache([line.name])}</c:strRef></c:tx>`;
      const order = `<c:idx val="${String(index)}"/><c:order val="${String(index)}"/>`;
      return `<c:ser>${order}${heading}${lookXml(kind, colour)}${category}<c:val>${numbersXml(line, address(line))}</c:val>${kind === 'LINE' ? '<c:smooth val="0"/>' : ''}</c:ser>`;
    })
    .join('');
  const title = chartTitle(chart);
  const shown = titleXml(title);
  const legend = series.length > 1 || kind === 'PIE';
  return (
    `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/>` +
    `<c:chart>${shown}<c:autoTitleDeleted val="${title === '' ? '1' : '0'}"/><c:plotArea><c:layout/>${plotXml(kind, written, isStacked(chart), formatOf(labels))}` +
    `</c:plotArea>${legend ? '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' : ''}<c:plotVisOnly val="0"/>` +
    `<c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr></c:chartSpace>`
  );
}

function isStacked({ options }: ChartState): boolean {
  return options['isStacked'] === true || options['isStacked'] === 'true';
}

function titleXml(title: string): string {
  if (title === '') return '';
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="ru-RU" sz="1200" b="1"/><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The look of one series; a pie colours its slices itself. */
function lookXml(kind: Kind, colour: string): string {
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  if (kind === 'PIE') return '';
  if (kind === 'LINE')
    return `<c:spPr><a:ln w="28575">${fill}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill}</c:spPr></c:marker>`;
  return `<c:spPr>${fill}</c:spPr>${kind === 'AREA' ? '' : '<c:invertIfNegative val="0"/>'}`;
}

function plotXml(kind: Kind, series: string, stacked: boolean, labelFormat: string): string {
  const ids = '<c:axId val="1"/><c:axId val="2"/>';
  if (kind === 'PIE') return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
  if (kind === 'LINE' || kind === 'AREA') {
    const grouping = `<c:grouping val="${stacked ? 'stacked' : 'standard'}"/><c:varyColors val="0"/>`;
    const plot =
      kind === 'LINE'
        ? `<c:lineChart>${grouping}${series}<c:marker val="1"/>${ids}</c:lineChart>`
        : `<c:areaChart>${grouping}${series}${ids}</c:areaChart>`;
    return `${plot}${axesXml(false, labelFormat)}`;
  }
  const lying = kind === 'BAR';
  const grouping = `<c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`;
  const spacing = `<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}`;
  return `<c:barChart>${grouping}${series}${spacing}${ids}</c:barChart>${axesXml(lying, labelFormat)}`;
}

/**
 * Lying bars: the first row on top, as in Sheets, and the numbers below. The labels' format is said outright: LibreOffice does not look
 * for it in the cells, and would show a day as its number.
 */
function axesXml(lying: boolean, labelFormat: string): string {
  const line = '<a:ln w="6350"><a:solidFill><a:srgbClr val="DADCE0"/></a:solidFill></a:ln>';
  return (
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="${escaped(labelFormat)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'b' : 'l'}"/>` +
    `<c:majorGridlines><c:spPr>${line}</c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="${lying ? 'max' : 'autoZero'}"/></c:valAx>`
  );
}

/** Labels: numbers keep their format (a day is one), everything else is text. */
function categoryXml(line: ChartLine, address: string): string {
  if (line.cells.some((cell) => typeof cell?.value === 'number')) return numbersXml(line, address);
  return `<c:strRef><c:f>${escaped(address)}</c:f>${stringCache(line.cells.map((cell) => cell?.display ?? ''))}</c:strRef>`;
}

function stringCache(texts: readonly string[]): string {
  const points = texts.map((text, index) => `<c:pt idx="${String(index)}"><c:v>${escaped(text)}</c:v></c:pt>`).join('');
  return `<c:strCache><c:ptCount val="${String(texts.length)}"/>${points}</c:strCache>`;
}

function formatOf({ cells }: ChartLine): string {
  return cells.find((cell) => cell?.format.numberFormat !== undefined)?.format.numberFormat ?? 'General';
}

function numbersXml(line: ChartLine, address: string): string {
  const { cells } = line;
  const points = cells
    .map((cell: CellView | undefined, index) =>
      typeof cell?.value === 'number' ? `<c:pt idx="${String(index)}"><c:v>${String(cell.value)}</c:v></c:pt>` : '',
    )
    .join('');
  return `<c:numRef><c:f>${escaped(address)}</c:f><c:numCache><c:formatCode>${escaped(formatOf(line))}</c:formatCode><c:ptCount val="${String(cells.length)}"/>${points}</c:numCache></c:numRef>`;
}

/** `A2:B7` as `$A$2:$B$7`. */
function absolute(a1: string): string {
  return a1.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** As text of XML: characters it cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
