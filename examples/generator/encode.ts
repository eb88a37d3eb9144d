// Sheets as files: CSV in two habits, and XLSX whose bytes do not depend on when it was made.
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import type { Sheet } from './sheets';

const csv = (sheet: Sheet, delimiter: string): string =>
  `${Papa.unparse(sheet, { delimiter, newline: '\r\n', quotes: false })}\r\n`;

/** UTF-8, `;` */
export const utf8Csv = (sheet: Sheet): Buffer => Buffer.from(csv(sheet, ';'), 'utf8');

/** Windows-1251, `,` */
export const cp1251Csv = (sheet: Sheet): Buffer => iconv.encode(csv(sheet, ','), 'win1251');

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_HEADER = 0x06054b50;
/** 1980-01-01 00:00, the earliest moment a ZIP can say (APPNOTE 4.4.6). */
const ZIP_EPOCH_DATE = 0x21;

/** Sets every entry's time in a ZIP to the earliest there is (layout: APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16; no archive comment). */
function withoutTimes(zip: Buffer): Buffer {
  const out = Buffer.from(zip);
  const end = out.length - 22;
  if (out.readUInt32LE(end) !== END_HEADER) throw new Error('not a plain ZIP');
  let at = out.readUInt32LE(end + 16);
  for (let left = out.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (out.readUInt32LE(at) !== CENTRAL_HEADER) throw new Error('broken ZIP directory');
    const local = out.readUInt32LE(at + 42);
    if (out.readUInt32LE(local) !== LOCAL_HEADER) throw new Error('broken ZIP entry');
    out.writeUInt16LE(0, at + 12);
    out.writeUInt16LE(ZIP_EPOCH_DATE, at + 14);
    out.writeUInt16LE(0, local + 10);
    out.writeUInt16LE(ZIP_EPOCH_DATE, local + 12);
    at += 46 + out.readUInt16LE(at + 28) + out.readUInt16LE(at + 30) + out.readUInt16LE(at + 32);
  }
  return out;
}

/** One sheet of text cells. */
export async function xlsx(title: string, sheet: Sheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.addWorksheet(title).addRows(sheet);
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}
