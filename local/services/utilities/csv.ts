// Utilities.parseCsv.
import { ScriptError } from '../../runtime/service';

/**
 * CSV text → rows of strings: fields in double quotes may hold the delimiter, line breaks and doubled quotes.
 * https://developers.google.com/apps-script/reference/utilities/utilities#parseCsv(String,Char)
 */
export function parseCsv(csv: string, delimiter: string): string[][] {
  if (delimiter.length !== 1) throw new ScriptError(`Cannot convert ${delimiter} to char.`);
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endRow = (): void => {
    row.push(field);
    rows.push(row);
    row = [];
    field = '';
  };
  for (let i = 0; i < csv.length; i++) {
    const char = csv[i] ?? '';
    if (quoted) {
      if (char !== '"') field += char;
      else if (csv[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === delimiter) {
      row.push(field);
      field = '';
    } else if (char === '\n') endRow();
    else if (char === '\r') {
      if (csv[i + 1] !== '\n') endRow();
    } else field += char;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
