// SpreadsheetApp of the local Workspace: what the runtime, Forms, Drive and the exporters may use.
import type { ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { Handle } from './handle';
import { copyBook } from './sheet-copy';
import { ChartsService, MAKERS, SpreadsheetService } from './spreadsheet-service';
import { bookUrl, books, createBook, SPREADSHEET_MIME } from './state';

export { chartColours, chartLines, chartSize, chartTitle } from './chart-data';
export type { ChartLine } from './chart-data';
export { editCell } from './edit';
export { appendFormRow, formRowStands, updateFormRow } from './form-sheet';
export { readSheet, readSpreadsheet } from './view';
export type { CellView, SpreadsheetView, SheetView } from './view';

/**
 * The global `SpreadsheetApp`. Also tells Drive how Google spreadsheets are created, deleted and linked.
 * https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app
 */
export function createSpreadsheetService(world: World): ServiceObject {
  registerKind(world);
  return new SpreadsheetService(world);
}

/** The global `Charts`, as far as charts on sheets need it: its enums. */
export function createChartsService(): ServiceObject {
  return new ChartsService();
}

/** Creates a spreadsheet file with one blank sheet; gives its id. */
export function newSpreadsheet(world: World, name: string): string {
  registerKind(world);
  const { id } = world.files.register({ name, mimeType: SPREADSHEET_MIME });
  createBook(world, id);
  return id;
}

function registerKind(world: World): void {
  if (world.fileKinds.has(SPREADSHEET_MIME)) return;
  world.fileKinds.set(SPREADSHEET_MIME, {
    created: ({ id }) => void createBook(world, id),
    deleted: ({ id }) => {
      delete books(world)[id];
    },
    link: ({ id }) => bookUrl(id),
    copied: (source, copy) => {
      copyBook(new Handle(world, source.id, MAKERS), copy.id);
    },
  });
}
