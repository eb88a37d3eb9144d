// What the product stands on.
import type { Table } from '../../workbook/schema';

/** In the bin: by itself or because of the folder it lies in. */
type Place = 'there' | 'bin' | 'gone';

/** What the product stands on, looked at without changing it. */
export interface Health {
  /** The triggers of this user: a wrong one has our handler but not our event. Google's own words when they mean nothing to us. */
  triggers():
    { readonly heartbeats: number; readonly hints: number; readonly wrong: number } | { readonly untold: string };
  /** Makes sure that the heartbeat and the submit hint are there, once each. */
  ensureTriggers(): { readonly created: number; /** Google's own words when it refused. */ readonly refused?: string };
  /** Deletes doubled and wrong triggers, or all of them (`anew`), then makes what is missing; Google's own words when it refused. */
  mendTriggers(anew: boolean): string | undefined;
  /** Time zones of the workbook and of the script, and the workbook's locale. */
  zones(): { readonly workbook: string; readonly script: string; readonly locale: string };
  /** Time zone of a calendar; undefined when it is gone. */
  calendarZone(calendarId: string): string | undefined;
  /** Gives a calendar of ours the workbook's time zone. */
  mendZone(calendarId: string): void;
  /** UTF-8 bytes of all properties kept with the workbook, and of the largest. */
  storeBytes(): { readonly all: number; readonly largest: number };
  /** Where a file or folder is. */
  file(fileId: string): Place;
  /** The same of many folders: a call a thousand that Drive has of us, and one for each that is gone. */
  folders(ids: readonly string[]): ReadonlyMap<string, Place>;
  /**
   * Tables above whose headings somebody has inserted rows: where the headings stand now, and whether nothing stands above them. A table
   * seen in order is not looked at again in the same execution.
   */
  movedHeadings(
    tables: readonly Table[],
  ): readonly { readonly table: Table; readonly row: number; readonly empty: boolean }[];
  /** Deletes the rows above `row`. */
  deleteRowsAbove(table: Table, row: number): void;
  /** Tables that are not whole: titles of the columns that the sheet lacks; undefined when the sheet itself is missing. */
  broken(
    tables: readonly Table[],
  ): readonly { readonly table: Table; readonly columns: readonly string[] | undefined }[];
}
