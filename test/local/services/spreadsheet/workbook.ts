// A Workspace with one blank workbook, for the tests of SpreadsheetApp.
import { createDriveRegistry } from '../../../../local/services/drive/registry';
import { createSpreadsheetService, newSpreadsheet } from '../../../../local/services/spreadsheet';
import type { Sheet } from '../../../../local/services/spreadsheet/sheet';
import type { Spreadsheet } from '../../../../local/services/spreadsheet/spreadsheet';
import { SpreadsheetService } from '../../../../local/services/spreadsheet/spreadsheet-service';
import { World } from '../../../../local/runtime/world';

export const OWNER = 'director@school.example';
/** 28 September 2026, 9:00 in Novokuznetsk (UTC+7). */
export const NOW = Date.UTC(2026, 8, 28, 2);

export interface Workbook {
  world: World;
  app: SpreadsheetService;
  id: string;
  book: Spreadsheet;
  sheet: Sheet;
}

/** A fresh world; its active workbook has one blank sheet. */
export function workbook(locale = 'ru_RU'): Workbook {
  const world = new World({ now: NOW, timeZone: 'Asia/Novokuznetsk', locale, user: OWNER, edition: 'workspace' });
  world.files = createDriveRegistry(world);
  const app = createSpreadsheetService(world);
  if (!(app instanceof SpreadsheetService)) throw new Error('not the service');
  const id = newSpreadsheet(world, 'Школа');
  world.activeSpreadsheetId = id;
  const book = app.openById(id);
  return { world, app, id, book, sheet: book.getActiveSheet() };
}

/** The instant at which the clock in Novokuznetsk shows this (month 1–12). */
export function local(year: number, month: number, day: number, hours = 0, minutes = 0, seconds = 0): Date {
  return new Date(Date.UTC(year, month - 1, day, hours - 7, minutes, seconds));
}
