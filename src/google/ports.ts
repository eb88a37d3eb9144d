// All ports on Apps Script, for one execution.
import type { Clock, Mail, Ports, Store, Words } from '../app/ports';
import { createCalendars } from './calendars';
import { explain } from './explain';
import { createFiles } from './files';
import { createForms } from './forms';
import { createPlanning } from './planning';
import { createProgrammes } from './programmes';
import { ensureTriggers } from './triggers';
import { createWorkbook } from './workbook/workbook';
import { createZone, scriptOffset } from './zone';

const LOCK_WAIT_MS = 10_000;

/** Names of the server functions that triggers call; known to `entry-points.ts`. */
export interface TriggerHandlers {
  readonly heartbeat: string;
  readonly formSubmitted: string;
}

/**
 * @param startedAt epoch ms at which this execution began
 * @param workingMs  no new step is begun later than this after `startedAt` (executions end at 6 minutes)
 */
export function createPorts(words: Words, handlers: TriggerHandlers, startedAt: number, workingMs: number): Ports {
  const spreadsheet = SpreadsheetApp.getActive();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const zone = createZone(scriptOffset(timeZone));
  const clock: Clock = {
    now: () => Date.now(),
    today: () => zone.toLocal(new Date()).slice(0, 10),
    localNow: () => zone.toLocal(new Date()),
    local: (at) => zone.toLocal(new Date(at)),
    instant: (at) => zone.toDate(at).getTime(),
    mayGoOn: () => Date.now() - startedAt < workingMs,
    pause(ms) {
      if (Date.now() + ms - startedAt >= workingMs) return false;
      Utilities.sleep(ms);
      return true;
    },
  };
  return {
    workbook: createWorkbook(spreadsheet, zone),
    forms: createForms(),
    calendars: createCalendars(timeZone, zone),
    files: createFiles(),
    mail: createMail(),
    store: createStore(),
    clock,
    words,
    programme: createProgrammes(),
    planning: createPlanning(),
    sha256,
    explain,
    chance: () => Math.random(),
    user: () => Session.getEffectiveUser().getEmail().toLowerCase(),
    exclusively(work) {
      const lock = LockService.getDocumentLock();
      if (!lock.tryLock(LOCK_WAIT_MS)) return undefined;
      try {
        return { value: work() };
      } finally {
        SpreadsheetApp.flush();
        lock.releaseLock();
      }
    },
    parseCsv: (text, delimiter) => Utilities.parseCsv(text, delimiter),
    ensureTriggers: () => ensureTriggers(spreadsheet, handlers),
  };
}

function createMail(): Mail {
  return {
    left: () => MailApp.getRemainingDailyQuota(),
    send: ({ to, subject, text, html }) => {
      MailApp.sendEmail({ to, subject, body: text, htmlBody: html });
    },
  };
}

/** Document properties: they belong to this workbook, and a copy of it starts without them. */
function createStore(): Store {
  const properties = PropertiesService.getDocumentProperties();
  return {
    get: (key) => properties.getProperty(key) ?? undefined,
    set: (key, value) => {
      properties.setProperty(key, value);
    },
    remove: (key) => {
      properties.deleteProperty(key);
    },
  };
}

/** Digest bytes come signed. https://developers.google.com/apps-script/reference/utilities/utilities#computeDigest(DigestAlgorithm,String,Charset) */
function sha256(text: string): string {
  return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');
}
