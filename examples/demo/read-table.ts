// Reads a school's own table: CSV (UTF-8 or Windows-1251; `;`, `,` or tab) or the first sheet of an .xlsx, as texts.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';

/** What is wrong with the file as a whole. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Cells as texts, a row an array; trailing empty rows are left out. */
export async function readTable(file: string): Promise<string[][]> {
  const bytes = bytesOf(file);
  const rows = extname(file).toLowerCase() === '.xlsx' ? await fromXlsx(file, bytes) : fromCsv(file, bytes);
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell.trim() === '') === true) rows.pop();
  if (rows.length === 0) throw new UnreadableFile(`${file}: файл пуст`);
  return rows;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new UnreadableFile(`${file}: файл не найден или не читается`);
  }
}

function fromCsv(file: string, bytes: Buffer): string[][] {
  // The line ends at the end would count as a row when the delimiter is guessed.
  const { data, errors } = Papa.parse<string[]>(decoded(bytes).replace(/[\r\n]+$/, ''), {
    skipEmptyLines: false,
    delimitersToGuess: [';', ',', '\t'],
  });
  // All that follows an open quote is one cell: no row after it can be believed.
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote !== undefined)
    throw new UnreadableFile(
      `${file}: Строка ${String((quote.row ?? 0) + 1)}: кавычка открыта и не закрыта (или лишняя). Исправьте файл`,
    );
  return data;
}

/** UTF-8 when the bytes are valid UTF-8, otherwise Windows-1251: what spreadsheet programs in Russia write. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
  } catch {
    return iconv.decode(bytes, 'win1251');
  }
}

async function fromXlsx(file: string, bytes: Buffer): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  try {
    // exceljs declares its own Buffer; an ArrayBuffer is what both sides mean.
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    throw new UnreadableFile(`${file}: это не файл .xlsx или он повреждён`);
  }
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new UnreadableFile(`${file}: в книге нет листов`);
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    rows.push(Array.from({ length: sheet.columnCount }, (_unused, index) => cellText(row.getCell(index + 1).value)));
  });
  return rows;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace('T', ' ');
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map(({ text }) => text).join('');
    if ('text' in value) return String(value.text);
    if ('result' in value) return cellText(value.result as ExcelJS.CellValue);
    return '';
  }
  return String(value);
}
