// ScriptApp's enums: https://developers.google.com/apps-script/reference/script/script-app#properties
import { scriptEnum } from '../../runtime/service';

export const AUTH_MODE = scriptEnum('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
export const AUTHORIZATION_STATUS = scriptEnum('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
export const EVENT_TYPE = scriptEnum('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
export const INSTALLATION_SOURCE = scriptEnum('InstallationSource', [
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
]);
export const TRIGGER_SOURCE = scriptEnum('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);
/** In the order of the week from Sunday, as `Date.getDay` counts. */
export const WEEK_DAY = scriptEnum('Weekday', [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]);
