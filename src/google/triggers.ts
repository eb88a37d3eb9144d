// The two triggers an add-on may have here: the hourly heartbeat and the submit hint. Listed before they are made.
import { backoffMs } from '../domain/backoff';
import type { TriggerHandlers } from './ports';
import { troubleOf } from './trouble';

/** What nobody has heard before may be a trouble of a moment: so often it is tried in all. */
const ATTEMPTS = 3;

/** Does the work, which may be begun anew at any place; again after an error that nobody knows the meaning of. */
export function patiently<T>(work: () => T): T {
  for (let failures = 1; ; failures++)
    try {
      return work();
    } catch (error) {
      if (troubleOf(error) !== 'unknown' || failures === ATTEMPTS) throw error;
      Utilities.sleep(backoffMs(failures, Math.random()));
    }
}

/**
 * What Google says when it refuses (a test deployment has no installable triggers, a domain may forbid them): then everything still works
 * by its buttons, and the person is told. A trouble that passes is no refusal: it is thrown, and whoever asked comes back.
 */
export function refusalOf(work: () => void): string | undefined {
  try {
    patiently(work);
    return undefined;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'passing' || trouble === 'day') throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** Makes what is missing; says how many were made, and Google's own words when it refused. */
export function ensureTriggers(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  handlers: TriggerHandlers,
): { created: number; refused?: string } {
  let created = 0;
  const refused = refusalOf(() => {
    // Clock triggers belong to no document, submit triggers to one: both are in the project's list of this user.
    const there = new Set(ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()));
    if (!there.has(handlers.heartbeat)) {
      // An add-on's clock trigger runs at most hourly. https://developers.google.com/workspace/add-ons/concepts/editor-triggers
      ScriptApp.newTrigger(handlers.heartbeat).timeBased().everyHours(1).create();
      created += 1;
    }
    if (!there.has(handlers.formSubmitted)) {
      ScriptApp.newTrigger(handlers.formSubmitted).forSpreadsheet(spreadsheet).onFormSubmit().create();
      created += 1;
    }
  });
  return { created, ...(refused === undefined ? {} : { refused }) };
}
