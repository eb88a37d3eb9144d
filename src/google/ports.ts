// All ports on Apps Script, for one execution.
import type { Clock, LateBundle, Mail, Planning, Ports, Words } from '../app/ports';
import type { Workbook } from '../app/ports/workbook';
import { createBundle } from './bundles';
import { createCalendars } from './calendars';
import { explain } from './explain';
import { createFiles } from './files';
import { createForms } from './forms';
import { createProgrammes } from './programmes';
import { createStore } from './store';
import { createWorkbook } from './workbook/workbook';
import { withheld } from './withheld';
import { createZone, scriptOffset } from './zone';

const LOCK_WAIT_MS = 10_000;
/** At most an eighth of an execution goes into reading … */
const STRETCH = 8;
/** … but what is begun by then ends, with what must still be written, within 4.5 minutes: a step, which may have to read much … */
const LAST_STEP_MS = 150_000;
/** … or one more thing of a step that has read already. */
const LAST_THING_MS = 200_000;

/** Names of the server functions that triggers call; known to `entry-points.ts`. */
export interface TriggerHandlers {
  readonly heartbeat: string;
  readonly formSubmitted: string;
}

/**
 * @param startedAt epoch ms at which this execution began
 * @param workingMs  no new step is begun later than this after `startedAt`, unless the reading took long (executions end at 6 minutes)
 */
export function createPorts(words: Words, handlers: TriggerHandlers, startedAt: number, workingMs: number): Ports {
  // Asked for only when needed: a heartbeat that finds nothing to do needs neither.
  const spreadsheet = once(() => SpreadsheetApp.getActive());
  const timeZone = once(() => spreadsheet().getSpreadsheetTimeZone());
  const zone = createZone((at) => scriptOffset(timeZone())(at));
  let opened: Workbook | undefined;
  const workbook = (): Workbook => (opened ??= createWorkbook(spreadsheet(), zone));
  const calendars = once(() => createCalendars(timeZone(), zone, (listed) => late().createEventEraser(listed)));
  let until = startedAt + workingMs;
  let lastThing: number | undefined;
  const mayGoOn = (): boolean => Date.now() < until;
  const clock: Clock = {
    now: () => Date.now(),
    today: () => zone.toLocal(new Date()).slice(0, 10),
    localNow: () => zone.toLocal(new Date()),
    local: (at) => zone.toLocal(new Date(at)),
    instant: (at) => zone.toDate(at).getTime(),
    mayGoOn,
    stretch() {
      // The first time: what comes later in an execution is work already.
      if (lastThing === undefined) {
        const stretched = (Date.now() - startedAt) * STRETCH;
        lastThing = Math.max(until, startedAt + Math.min(stretched, LAST_THING_MS));
        until = Math.max(until, startedAt + Math.min(stretched, LAST_STEP_MS));
      }
      const last = lastThing;
      return () => Date.now() < last;
    },
    pause(ms) {
      if (Date.now() + ms >= until) return false;
      Utilities.sleep(ms);
      return true;
    },
  };
  const store = createStore();
  const late = createBundle<LateBundle>('Actions');
  const health = once(() => late().createHealth(handlers));
  const docs = once(() => late().createDocs());
  return {
    get workbook() {
      return workbook();
    },
    forms: createForms(() => late().createFormEraser()),
    get calendars() {
      return calendars();
    },
    files: createFiles(),
    get docs() {
      return docs();
    },
    mail: createMail(),
    store,
    clock,
    words,
    get health() {
      return health();
    },
    programme: createProgrammes(),
    planning: createBundle<Planning>('Planning'),
    late: () => late().LATE,
    views: () => late().VIEWS,
    sha256,
    base64: (text) => Utilities.base64Encode(text, Utilities.Charset.UTF_8),
    explain,
    withheld,
    chance: () => Math.random(),
    user: once(() => Session.getEffectiveUser().getEmail().toLowerCase()),
    exclusively(work) {
      const lock = LockService.getDocumentLock();
      if (!lock.tryLock(LOCK_WAIT_MS)) return undefined;
      // Another execution may have written since this one read.
      store.forget();
      opened?.forget();
      try {
        return { value: work() };
      } finally {
        store.settle();
        opened?.flush();
        lock.releaseLock();
      }
    },
    parseCsv: (text, delimiter) => Utilities.parseCsv(text, delimiter),
  };
}

/** Computes at the first call, and gives the same ever after. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

function createMail(): Mail {
  return {
    left: () => MailApp.getRemainingDailyQuota(),
    send: ({ to, subject, text, html }) => {
      MailApp.sendEmail({ to, subject, body: text, htmlBody: html });
    },
  };
}

/** Digest bytes come signed. https://developers.google.com/apps-script/reference/utilities/utilities#computeDigest(DigestAlgorithm,String,Charset) */
function sha256(text: string): string {
  return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');
}
