// The two triggers an add-on may have here: the hourly heartbeat and the submit hint. Listed before they are made.
import type { TriggerHandlers } from './ports';
import { troubleOf } from './trouble';

/**
 * Makes what is missing; says how many were made. Google may refuse (a test deployment has no installable triggers, a domain may
 * forbid them): then everything still works by its buttons, and the person is told. A trouble that passes is no refusal: it is thrown,
 * and whoever asked comes back.
 */
export function ensureTriggers(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  handlers: TriggerHandlers,
): { created: number; refused?: string } {
  let created = 0;
  try {
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
    return { created };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'passing' || trouble === 'day') throw error;
    return { created, refused: error instanceof Error ? error.message : String(error) };
  }
}
