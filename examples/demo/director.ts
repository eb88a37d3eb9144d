// The deputy director at the keyboard: clicks actions through the page's door, types into sheets, as a person would.
import type { LocalWorkspace } from '../../local/index';
import type { ActionId, PreviewView, Reply, ReplyOf, Request, RunView } from '../../src/shared/contract';
import type { Row, Table } from '../../src/workbook/schema';

/** The product refused: its own words, a line a problem. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly action: string,
    readonly texts: readonly string[],
  ) {
    super(`${action}: ${texts.join('; ')}`);
  }
}

export interface Done {
  readonly preview: PreviewView;
  readonly run: RunView;
}

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export class Director {
  constructor(private readonly workspace: LocalWorkspace) {}

  /** One page call; the reply's value, or `Refused`. */
  ask<R extends Request>(request: R): ReplyOf[R['method']] {
    const reply = this.workspace.rpc('rpc', request) as Reply<ReplyOf[R['method']]>;
    if (!reply.ok)
      throw new Refused(
        'action' in request ? request.action : request.method,
        reply.problems.map(({ text }) => text),
      );
    return reply.value;
  }

  /** Preview, confirm, and follow the run to its end, as the sidebar does. */
  act(action: ActionId, input: Readonly<Record<string, unknown>> = {}): Done {
    const preview = this.ask({ method: 'preview', action, input });
    let run = this.ask({ method: 'start', action, input });
    while (run.state === 'running') run = this.ask({ method: 'pump', run: run.run });
    if (run.state === 'failed') throw new Refused(action, run.lines);
    return { preview, run };
  }

  get spreadsheet(): Spreadsheet {
    return (this.workspace.globals['SpreadsheetApp'] as typeof SpreadsheetApp).getActive();
  }

  /** Pastes a table into a new sheet as text and gives the sheet's id. */
  pasteSheet(title: string, rows: readonly (readonly string[])[]): string {
    const width = Math.max(...rows.map((row) => row.length));
    const sheet = this.spreadsheet.insertSheet(title);
    if (rows.length > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), rows.length - sheet.getMaxRows());
    if (width > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
    const range = sheet.getRange(1, 1, rows.length, width);
    range.setNumberFormat('@');
    range.setValues(rows.map((row) => Array.from({ length: width }, (_unused, index) => row[index] ?? '')));
    sheet.autoResizeColumns(1, width);
    return String(sheet.getSheetId());
  }

  /** A table of the product as it stands in the sheet: displayed texts by column key. */
  rows<T extends Table>(table: T): Record<keyof Row<T>, string>[] {
    const [headings = [], ...body] = this.values(table);
    const at = Object.entries(table.columns).map(([key, column]) => [key, headings.indexOf(column.title)] as const);
    return body
      .filter((row) => row.some((cell) => cell !== ''))
      .map(
        (row) => Object.fromEntries(at.map(([key, index]) => [key, row[index] ?? ''])) as Record<keyof Row<T>, string>,
      );
  }

  /** Types into a column of the rows that match; gives how many cells were typed. */
  type<T extends Table>(
    table: T,
    column: keyof T['columns'] & string,
    text: (row: Record<keyof Row<T>, string>) => string | undefined,
  ): number {
    const sheet = this.sheetOf(table);
    const [headings = []] = this.values(table);
    const at = headings.indexOf(table.columns[column]?.title ?? '') + 1;
    let typed = 0;
    this.rows(table).forEach((row, index) => {
      const value = text(row);
      if (value === undefined) return;
      sheet.getRange(index + 2, at).setValue(value);
      typed += 1;
    });
    return typed;
  }

  /** Adds rows below the last one, cells by column key, as a person pasting them would. */
  addRows<T extends Table>(table: T, rows: readonly Partial<Record<keyof T['columns'], string>>[]): void {
    if (rows.length === 0) return;
    const sheet = this.sheetOf(table);
    const [headings = [], ...body] = this.values(table);
    const keys = new Map(Object.entries(table.columns).map(([key, column]) => [column.title, key]));
    const cells = rows.map((row) =>
      headings.map((heading) => row[(keys.get(heading) ?? '') as keyof T['columns']] ?? ''),
    );
    const last = body.length + 1 + cells.length;
    // Pasting below the grid's end makes the sheet longer.
    if (last > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), last - sheet.getMaxRows());
    sheet.getRange(body.length + 2, 1, cells.length, headings.length).setValues(cells);
  }

  private sheetOf(table: Table): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.spreadsheet.getSheetByName(table.title);
    if (sheet === null) throw new Error(`no sheet ${table.title}`);
    return sheet;
  }

  private values(table: Table): string[][] {
    return this.sheetOf(table).getDataRange().getDisplayValues();
  }
}
