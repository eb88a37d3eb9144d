// The event objects triggers receive: https://developers.google.com/apps-script/guides/triggers/events
import { AUTH_MODE } from '../services/script/enums';
import { NotEmulated, ServiceObject } from './service';
import type { StoredTrigger } from './triggers';
import type { ExecutionContext, FormSubmission } from './world';

type Globals = Readonly<Record<string, ServiceObject>>;

/** Calls a method of a host service object by name. */
function invoke(object: ServiceObject, method: string, ...args: unknown[]): ServiceObject {
  const run = (object as unknown as Record<string, unknown>)[method];
  if (typeof run !== 'function') throw new NotEmulated(`${object._name}.${method}`);
  const result: unknown = Reflect.apply(run, object, args);
  if (result instanceof ServiceObject) return result;
  throw new NotEmulated(`${object._name}.${method} without a result`);
}

function service(globals: Globals, name: string): ServiceObject {
  const found = globals[name];
  if (found === undefined) throw new NotEmulated(name);
  return found;
}

/**
 * A clock trigger's event. Times are in UTC. The page's `day-of-week` and `week-of-year` are left out: it does not say
 * with which day its weeks begin.
 */
export function clockEvent(trigger: StoredTrigger, at: number): Record<string, unknown> {
  const date = new Date(at);
  return {
    authMode: AUTH_MODE.FULL,
    'day-of-month': date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    month: date.getUTCMonth() + 1,
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid: trigger.uid,
    year: date.getUTCFullYear(),
  };
}

/** The event of a submission for a trigger on the destination spreadsheet. */
export function sheetSubmitEvent(
  globals: Globals,
  trigger: StoredTrigger,
  destination: NonNullable<FormSubmission['destination']>,
): Record<string, unknown> {
  const source = invoke(service(globals, 'SpreadsheetApp'), 'openById', destination.spreadsheetId);
  const sheet = invoke(source, 'getSheetById', destination.sheetId);
  return {
    authMode: AUTH_MODE.FULL,
    namedValues: destination.namedValues,
    range: invoke(sheet, 'getRange', destination.row, 1, 1, destination.values.length),
    source,
    triggerUid: trigger.uid,
    values: destination.values,
  };
}

/** The event of a submission for a trigger on the form itself. */
export function formSubmitEvent(
  globals: Globals,
  trigger: StoredTrigger,
  submission: FormSubmission,
): Record<string, unknown> {
  const source = invoke(service(globals, 'FormApp'), 'openById', submission.formId);
  return {
    authMode: AUTH_MODE.FULL,
    response: invoke(source, 'getResponse', submission.responseId),
    source,
    triggerUid: trigger.uid,
  };
}

/** The event of opening the document; `source` only where the document may be read. */
export function openEvent(
  globals: Globals,
  authMode: ExecutionContext['authMode'],
  spreadsheetId: string,
  trigger?: StoredTrigger,
): Record<string, unknown> {
  return {
    authMode: AUTH_MODE[authMode],
    ...(authMode === 'NONE' ? {} : { source: invoke(service(globals, 'SpreadsheetApp'), 'openById', spreadsheetId) }),
    ...(trigger === undefined ? {} : { triggerUid: trigger.uid }),
  };
}

/** What a person has typed into a sheet. Values of a single cell only: as texts, a cleared or blank one has none. */
export interface EditMade {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly value?: string;
  readonly oldValue?: string;
}

/** The event of an edit. `user` is left out: whether live gives it depends on rules that are not documented. */
export function editEvent(
  globals: Globals,
  authMode: ExecutionContext['authMode'],
  { spreadsheetId, sheetId, row, column, rows, columns, value, oldValue }: EditMade,
  trigger?: StoredTrigger,
): Record<string, unknown> {
  const source = invoke(service(globals, 'SpreadsheetApp'), 'openById', spreadsheetId);
  return {
    authMode: AUTH_MODE[authMode],
    ...(oldValue === undefined ? {} : { oldValue }),
    range: invoke(invoke(source, 'getSheetById', sheetId), 'getRange', row, column, rows, columns),
    source,
    ...(trigger === undefined ? {} : { triggerUid: trigger.uid }),
    ...(value === undefined ? {} : { value }),
  };
}
