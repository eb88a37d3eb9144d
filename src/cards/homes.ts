// The homepages that the manifest of the card add-on names: each gathers what its host can see and gives a card.
import { comingUp } from '../google/agenda';
import { keepWorkbook, lastWorkbook } from '../google/last-workbook';
import { recentFiles } from '../google/recent-files';
import { readWordings } from '../google/wordings';
import { createWorkbook } from '../google/workbook/workbook';
import { createZone, scriptOffset } from '../google/zone';
import { RUSSIAN } from '../messages/languages';
import { speaker } from '../messages/say';
import { buildCard } from './card';
import { calendarCard, driveCard } from './other-homes';
import { calendarOf, sheetsCard } from './sheets-home';

type Card = GoogleAppsScript.Card_Service.Card;

const say = speaker(RUSSIAN, () => readWordings('WordsRu'));
const MOST_EVENTS = 8;
const MOST_FILES = 10;

export function onSheetsHome(): Card {
  const spreadsheet = SpreadsheetApp.getActive();
  const zone = createZone(scriptOffset(spreadsheet.getSpreadsheetTimeZone()));
  const ports = { workbook: createWorkbook(spreadsheet, zone) };
  const name = spreadsheet.getName();
  keepWorkbook({ name, url: spreadsheet.getUrl(), calendarId: calendarOf(ports) });
  return buildCard(sheetsCard(ports, say, name, zone.toLocal(new Date()).slice(0, 10)));
}

export function onCalendarHome(): Card {
  const workbook = lastWorkbook();
  const calendarId = workbook?.calendarId ?? '';
  return buildCard(calendarCard(say, workbook, calendarId === '' ? undefined : comingUp(calendarId, MOST_EVENTS)));
}

export function onDriveHome(): Card {
  return buildCard(driveCard(say, lastWorkbook(), recentFiles(MOST_FILES)));
}
