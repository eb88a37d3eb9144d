// Finds our sheets and columns by developer metadata: people may rename, move and hide them.
import type { Table } from '../../workbook/schema';

/**
 * One key for all our marks; the value says what is marked: `table:staff` on a sheet, `column:staff.code` on a column,
 * `dressed:staff` on a sheet whose making was carried to its end, and `chart:levels=123` on the sheet that got the chart.
 */
export const MARK = 'vr';
export const tableMark = (key: string): string => `table:${key}`;
export const dressedMark = (key: string): string => `dressed:${key}`;
/** `id` is what Sheets calls the chart; '' while it is being made. */
export const chartMark = (key: string, id: string): string => `chart:${key}=${id}`;
export const columnMark = (tableKey: string, columnKey: string): string => `column:${tableKey}.${columnKey}`;

export interface Located {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  /** Column key → 1-based position. */
  readonly columns: ReadonlyMap<string, number>;
  /** There when the sheet was dressed to the end. */
  readonly dressed?: true;
  /** Chart key → the chart's id; absent when the sheet got none. */
  readonly charts?: ReadonlyMap<string, string>;
}

type Mark = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/**
 * Where every table is, from one metadata search of the whole workbook. Where its columns are is asked only of the tables that are
 * looked at: an execution looks at a few of them, and a mark takes several calls.
 */
export function locateTables(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): ReadonlyMap<string, Located> {
  interface Found {
    sheet?: GoogleAppsScript.Spreadsheet.Sheet;
    dressed?: true;
    readonly marks: [string, Mark][];
  }
  const found = new Map<string, Found>();
  /** Charts by the id of their sheet. */
  const charts = new Map<number, Map<string, string>>();
  const entry = (key: string): Found => {
    const known = found.get(key) ?? { marks: [] };
    found.set(key, known);
    return known;
  };
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(MARK).find()) {
    const value = mark.getValue() ?? '';
    const [kind, rest = ''] = splitOnce(value, ':');
    if (kind === 'table') {
      const sheet = mark.getLocation().getSheet();
      if (sheet !== null) entry(rest).sheet = sheet;
    } else if (kind === 'dressed') {
      entry(rest).dressed = true;
    } else if (kind === 'chart') {
      const sheetId = mark.getLocation().getSheet()?.getSheetId() ?? -1;
      const [chart, id = ''] = splitOnce(rest, '=');
      charts.set(sheetId, (charts.get(sheetId) ?? new Map<string, string>()).set(chart, id));
    } else if (kind === 'column') {
      const [tableKey, columnKey = ''] = splitOnce(rest, '.');
      entry(tableKey).marks.push([columnKey, mark]);
    }
  }
  const located = new Map<string, Located>();
  for (const [key, { sheet, marks, dressed }] of found) {
    if (sheet === undefined) continue;
    const onIt = charts.size === 0 ? undefined : charts.get(sheet.getSheetId());
    let known: ReadonlyMap<string, number> | undefined;
    located.set(key, {
      sheet,
      get columns() {
        return (known ??= positionsOf(marks));
      },
      ...(dressed === undefined ? {} : { dressed }),
      ...(onIt === undefined ? {} : { charts: onIt }),
    });
  }
  return located;
}

function positionsOf(marks: readonly (readonly [string, Mark])[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [key, mark] of marks) {
    const column = mark.getLocation().getColumn();
    if (column !== null) positions.set(key, column.getColumn());
  }
  return positions;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Neighbouring columns, so that they can be written together: runs of [position, key] without a gap. */
export function runsOf(table: Table, located: Located): { start: number; keys: string[] }[] {
  const placed = Object.keys(table.columns)
    .map((key) => ({ key, at: located.columns.get(key) }))
    .filter((column): column is { key: string; at: number } => column.at !== undefined)
    .sort((a, b) => a.at - b.at);
  const runs: { start: number; keys: string[] }[] = [];
  for (const { key, at } of placed) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.start + last.keys.length === at) last.keys.push(key);
    else runs.push({ start: at, keys: [key] });
  }
  return runs;
}
