// The health port: asks Google how things stand, and changes nothing but triggers of our own that are doubled or wrong.
import type { Health } from '../app/ports/health';
import { calendarApi, driveApi } from './advanced';
import { unlessStatus } from './api-error';
import { FOLDER_MIME } from './drive-keys';
import type { TriggerHandlers } from './ports';
import { ensureTriggers, patiently, refusalOf } from './triggers';
import { troubleOf } from './trouble';
import { missingColumns } from './workbook/ensure';
import { movedHeadings, topOf } from './workbook/headings';
import { locateTables } from './workbook/locate';

type Trigger = GoogleAppsScript.Script.Trigger;

export function createHealth(handlers: TriggerHandlers): Health {
  const spreadsheet = SpreadsheetApp.getActive();
  /** Ours of a handler: those of the right event first. */
  function ours(): { heartbeats: Trigger[]; hints: Trigger[]; wrong: Trigger[] } {
    const found: ReturnType<typeof ours> = { heartbeats: [], hints: [], wrong: [] };
    for (const trigger of ScriptApp.getProjectTriggers()) {
      const handler = trigger.getHandlerFunction();
      const event = trigger.getEventType();
      if (handler === handlers.heartbeat)
        (event === ScriptApp.EventType.CLOCK ? found.heartbeats : found.wrong).push(trigger);
      else if (handler === handlers.formSubmitted)
        (event === ScriptApp.EventType.ON_FORM_SUBMIT ? found.hints : found.wrong).push(trigger);
    }
    return found;
  }

  /** Keys of the tables whose headings this execution has seen where they belong: a look takes a call. */
  const onTop = new Set<string>();

  return {
    triggers() {
      try {
        const { heartbeats, hints, wrong } = patiently(ours);
        return { heartbeats: heartbeats.length, hints: hints.length, wrong: wrong.length };
      } catch (error) {
        if (troubleOf(error) !== 'unknown') throw error;
        return { untold: error instanceof Error ? error.message : String(error) };
      }
    },

    ensureTriggers: () => ensureTriggers(spreadsheet, handlers),

    mendTriggers(anew) {
      const refused = refusalOf(() => {
        const { heartbeats, hints, wrong } = ours();
        const kept = anew ? 0 : 1;
        for (const trigger of [...wrong, ...heartbeats.slice(kept), ...hints.slice(kept)])
          ScriptApp.deleteTrigger(trigger);
      });
      return refused ?? ensureTriggers(spreadsheet, handlers).refused;
    },

    zones: () => ({
      workbook: spreadsheet.getSpreadsheetTimeZone(),
      script: Session.getScriptTimeZone(),
      locale: spreadsheet.getSpreadsheetLocale(),
    }),

    calendarZone: (calendarId) =>
      unlessStatus<string | undefined>(
        () => calendarApi().Calendars.get(calendarId).timeZone,
        [404],
        () => undefined,
      ),

    mendZone(calendarId) {
      calendarApi().Calendars.patch({ timeZone: spreadsheet.getSpreadsheetTimeZone() }, calendarId);
    },

    storeBytes() {
      const sizes = Object.entries(PropertiesService.getDocumentProperties().getProperties()).map(
        ([key, value]) => Utilities.newBlob(key + value).getBytes().length,
      );
      return { all: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(0, ...sizes) };
    },

    file: placeOf,

    folders(ids) {
      const listed = new Map<string, 'there' | 'bin'>();
      let pageToken: string | undefined;
      // Those in the bin are listed too: https://developers.google.com/workspace/drive/api/guides/search-files#examples
      do {
        const page = ids.length === 0 ? {} : foldersFrom(pageToken);
        for (const { id = '', trashed } of page.files ?? []) listed.set(id, trashed === true ? 'bin' : 'there');
        pageToken = page.nextPageToken;
      } while (pageToken !== undefined);
      return new Map(ids.map((id) => [id, listed.get(id) ?? placeOf(id)]));
    },

    movedHeadings(tables) {
      const unseen = tables.filter(({ key }) => !onTop.has(key));
      if (unseen.length === 0) return [];
      const located = locateTables(spreadsheet);
      return unseen.flatMap((table) => {
        const standing = located.get(table.key);
        if (standing === undefined) return [];
        const row = movedHeadings(table, standing, topOf(standing));
        if (row === undefined) {
          onTop.add(table.key);
          return [];
        }
        const above = standing.sheet.getRange(1, 1, row - 1, standing.sheet.getMaxColumns()).getValues();
        return [{ table, row, empty: above.every((line) => line.every((cell) => cell === '')) }];
      });
    },

    deleteRowsAbove(table, row) {
      const sheet = locateTables(spreadsheet).get(table.key)?.sheet;
      sheet?.deleteRows(1, row - 1);
      sheet?.setFrozenRows(1);
    },

    broken(tables) {
      const located = locateTables(spreadsheet);
      return tables.flatMap((table) => {
        const standing = located.get(table.key);
        const columns = standing === undefined ? undefined : missingColumns(table, standing);
        return columns?.length === 0 ? [] : [{ table, columns }];
      });
    },
  };
}

const placeOf = (fileId: string) =>
  unlessStatus<'there' | 'bin' | 'gone'>(
    () => (driveApi().Files.get(fileId, { fields: 'id,trashed' }).trashed === true ? 'bin' : 'there'),
    [404],
    () => 'gone',
  );

/** A page of our folders, those in the bin among them. */
const foldersFrom = (pageToken: string | undefined) =>
  driveApi().Files.list({
    q: `mimeType = '${FOLDER_MIME}'`,
    pageSize: 1000,
    fields: 'nextPageToken,files(id,trashed)',
    ...(pageToken === undefined ? {} : { pageToken }),
  });
