// Which OAuth scopes a service call needs, and what calls each authorization mode allows.
import { restScopes } from './rest-scopes';
import { ScriptError } from './service';
import type { ServiceCall } from './types';
import type { ExecutionContext } from './world';

const AUTH = 'https://www.googleapis.com/auth/';
const scopes = (...names: string[]): readonly string[] => names.map((name) => AUTH + name);

const SHEETS = scopes('spreadsheets.currentonly', 'spreadsheets');
const ALL_SHEETS = scopes('spreadsheets');
const FORMS = scopes('forms.currentonly', 'forms');
const ALL_FORMS = scopes('forms');
const SCRIPT = scopes('script.scriptapp');
const DIALOGS = scopes('script.container.ui');

/** First pattern that fits `service.method` decides; none: no scope needed. Facts from the named pages' «Authorization». */
const TABLE: readonly (readonly [RegExp, readonly string[]])[] = [
  // https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app
  [/^SpreadsheetApp\.(create|open|openById|openByUrl)$/, ALL_SHEETS],
  [/^SpreadsheetApp\.(getUi|enable\w+|new\w+)$/, []],
  // The pages of Spreadsheet, Sheet and Range list no scope for some methods; their objects cannot be had without one.
  [
    /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|Banding|DeveloperMetadata|DeveloperMetadataFinder|DeveloperMetadataLocation|Drawing|Filter|Group|NamedRange|OverGridImage|PivotTable|Protection|Selection|Slicer|TextFinder|Browser)\./,
    SHEETS,
  ],
  // https://developers.google.com/apps-script/reference/forms/form-app and its classes
  [/^FormApp\.(create|openById|openByUrl)$/, ALL_FORMS],
  [/^FormApp\.create\w+$/, []],
  [/^FormApp\.getUi$/, []],
  [/^(FormApp|Form|FormResponse|ItemResponse|Item|\w+Item|Choice|PageBreakItem)\./, FORMS],
  // https://developers.google.com/apps-script/reference/script/script-app
  [/^ScriptApp\.(deleteTrigger|getProjectTriggers|getScriptTriggers|getUserTriggers|newTrigger)$/, SCRIPT],
  [/^(TriggerBuilder|ClockTriggerBuilder|SpreadsheetTriggerBuilder|FormTriggerBuilder|Trigger)\./, SCRIPT],
  // https://developers.google.com/apps-script/reference/base/ui
  [/^Ui\.(showSidebar|showModalDialog|showModelessDialog)$/, DIALOGS],
  // https://developers.google.com/apps-script/reference/base/session
  [/^Session\.(getActiveUser|getEffectiveUser)$/, scopes('userinfo.email')],
  // https://developers.google.com/apps-script/reference/mail/mail-app
  [/^MailApp\./, scopes('script.send_mail')],
];

/**
 * The scopes any one of which is enough for a call; empty when it needs none.
 */
export function sufficientScopes(call: Pick<ServiceCall, 'service' | 'method'>): readonly string[] {
  const name = `${call.service}.${call.method}`;
  return restScopes(name) ?? TABLE.find(([pattern]) => pattern.test(name))?.[1] ?? [];
}

/**
 * For each different call that needs authorization: its name and the scopes any one of which is enough.
 * A manifest asks for enough when it has one of every row, and for too much when one of its scopes is in no row.
 */
export function requiredScopes(calls: readonly ServiceCall[]): { name: string; anyOf: readonly string[] }[] {
  const rows = new Map<string, readonly string[]>();
  for (const call of calls) {
    const anyOf = sufficientScopes(call);
    if (anyOf.length > 0) rows.set(`${call.service}.${call.method}`, anyOf);
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, anyOf]) => ({ name, anyOf }));
}

/**
 * What AuthMode.NONE allows: adding menu items, the user's language, and services without any data.
 * LIMITED adds the document and properties: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
 */
const WITHOUT_DOCUMENT =
  /^(SpreadsheetApp\.getUi|Ui\.create\w+|Menu\.\w+|Session\.getActiveUserLocale|Session\.getScriptTimeZone|ScriptApp\.getAuthorizationInfo|(Logger|console|Utilities|HtmlService|HtmlOutput|HtmlTemplate)\.\w+)$/;
const WITH_DOCUMENT =
  /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|DataValidationBuilder|DeveloperMetadata\w*|Filter|Group|NamedRange|Protection|Selection|TextFinder|PropertiesService|Properties|CacheService|Cache|LockService|Lock)\./;

function allowedByMode(name: string, mode: ExecutionContext['authMode']): boolean {
  if (mode === 'FULL' || WITHOUT_DOCUMENT.test(name)) return true;
  return mode === 'LIMITED' && WITH_DOCUMENT.test(name) && sufficientScopes(splitName(name)) !== ALL_SHEETS;
}

function splitName(name: string): Pick<ServiceCall, 'service' | 'method'> {
  const dot = name.lastIndexOf('.');
  return { service: name.slice(0, dot), method: name.slice(dot + 1) };
}

/** The alternatives as live lists them. */
function listed(anyOf: readonly string[]): string {
  return anyOf.length === 1 ? String(anyOf[0]) : `(${anyOf.join(' || ')})`;
}

/**
 * Checks a call against the execution's authorization mode and the scopes given to the script.
 * @throws ScriptError as live words it when the call is not allowed
 */
export function authorise(call: ServiceCall, context: ExecutionContext, granted: readonly string[] | undefined): void {
  const name = `${call.service}.${call.method}`;
  const anyOf = sufficientScopes(call);
  if (!allowedByMode(name, context.authMode)) {
    const required = anyOf.length > 0 ? `. Required permissions: ${listed(anyOf)}` : '.';
    throw new ScriptError(`You do not have permission to call ${name}${required}`);
  }
  if (granted !== undefined && anyOf.length > 0 && !anyOf.some((scope) => granted.includes(scope)))
    throw new ScriptError(
      `Specified permissions are not sufficient to call ${name}. Required permissions: ${listed(anyOf)}`,
    );
}
