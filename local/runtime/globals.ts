// The Apps Script globals of one execution, assembled from the services.
import { createCacheService } from '../services/cache';
import { createCalendarService } from '../services/calendar';
import { createCardService } from '../services/card';
import { createConsole, createLogger } from '../services/console';
import { createDocsService } from '../services/docs';
import { createDriveService } from '../services/drive';
import { createFormService } from '../services/form';
import { createHtmlService } from '../services/html';
import { createLockService } from '../services/lock';
import { createMailService } from '../services/mail';
import { createPropertiesService } from '../services/properties';
import { createScriptApp } from '../services/script';
import { createSession } from '../services/session';
import { createChartsService, createSpreadsheetService } from '../services/spreadsheet';
import { createUtilities } from '../services/utilities';
import type { Manifest } from './project';
import { NotEmulated, ServiceObject } from './service';
import type { World } from './world';

/** A service that live Apps Script has and the emulator has not: it exists, and every member of it is NotEmulated. */
class UnemulatedService extends ServiceObject {
  constructor(readonly _name: string) {
    super();
  }
}

/** Built-in services (https://developers.google.com/apps-script/reference) that are not emulated. */
const UNEMULATED = [
  'Browser',
  'CalendarApp',
  'ConferenceDataService',
  'ContactsApp',
  'ContentService',
  'DataStudioApp',
  'DocumentApp',
  'DriveApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'MimeType',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
] as const;

type Factory = (world: World) => ServiceObject;

/** Advanced services by `serviceId` and version, as a manifest enables them. */
const ADVANCED: ReadonlyMap<string, readonly [symbol: string, factory: Factory]> = new Map<
  string,
  readonly [string, Factory]
>([
  ['calendar v3', ['Calendar', createCalendarService]],
  ['drive v3', ['Drive', createDriveService]],
  ['docs v1', ['Docs', createDocsService]],
]);

/**
 * Makes the services of one execution.
 * @param manifest decides which advanced services exist; without one all emulated ones do
 *   (https://developers.google.com/apps-script/guides/services/advanced#enable_advanced_services)
 */
export function createGlobals(world: World, manifest: Manifest | undefined): Record<string, ServiceObject> {
  const globals: Record<string, ServiceObject> = {
    SpreadsheetApp: createSpreadsheetService(world),
    Charts: createChartsService(),
    FormApp: createFormService(world),
    MailApp: createMailService(world),
    PropertiesService: createPropertiesService(world),
    CacheService: createCacheService(world),
    LockService: createLockService(world),
    ScriptApp: createScriptApp(world),
    HtmlService: createHtmlService(world),
    CardService: createCardService(),
    Utilities: createUtilities(world),
    Session: createSession(world),
    Logger: createLogger(world),
    console: createConsole(world),
  };
  for (const name of UNEMULATED) globals[name] = new UnemulatedService(name);
  if (manifest === undefined) for (const [symbol, create] of ADVANCED.values()) globals[symbol] = create(world);
  for (const { userSymbol, serviceId, version } of manifest?.dependencies?.enabledAdvancedServices ?? []) {
    const known = ADVANCED.get(`${serviceId} ${version}`);
    if (known === undefined) globals[userSymbol] = new UnemulatedService(userSymbol);
    else if (known[0] !== userSymbol)
      throw new NotEmulated(`advanced service ${serviceId} under the name ${userSymbol}`);
    else globals[userSymbol] = known[1](world);
  }
  return globals;
}
