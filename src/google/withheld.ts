// Which of the manifest's permissions the user has not given.
import type { Withheld } from '../app/ports';

/** The manifest's scopes; that these are the same is tested. */
export const SCOPES: readonly string[] = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'drive.file',
  'forms',
  'calendar.app.created',
  'calendar.freebusy',
  'script.send_mail',
  'script.scriptapp',
  'userinfo.email',
].map((name) => `https://www.googleapis.com/auth/${name}`);

/** Newer than the type definitions. https://developers.google.com/apps-script/reference/script/authorization-info */
interface Authorised {
  getAuthorizedScopes?: () => string[] | null;
}

/** Undefined where Google does not tell. */
export function withheld(): Withheld | undefined {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  const granted = (info as typeof info & Authorised).getAuthorizedScopes?.();
  if (granted === undefined || granted === null)
    return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED
      ? { scopes: [], url: '' }
      : undefined;
  return {
    scopes: SCOPES.filter((scope) => !granted.includes(scope)),
    // Null when nothing is to be granted; the type definitions do not know it.
    url: (info.getAuthorizationUrl() as string | null) ?? '',
  };
}
