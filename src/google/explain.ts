// What an exception means for the person: expected troubles by their kind, Google's own words only as a quotation.
import type { Trouble as Meaning } from '../app/ports';
import type { Problem } from '../domain/message';
import { ServiceMissing } from './advanced';
import { statusOf } from './api-error';
import { SCOPES } from './withheld';
import { type Trouble, troubleOf } from './trouble';
import { brokenTable, tableBehind } from './workbook/broken';

/** What each is worded as. */
const WORDED: Readonly<Record<Trouble, string>> = {
  passing: 'busy',
  day: 'day',
  consent: 'consent',
  full: 'full',
  store: 'store',
  disabled: 'disabled',
  policy: 'policy',
  locked: 'locked',
  bug: 'failed',
  unknown: 'failed',
};

/** A problem to be shown, and what is to be done about it. */
export function explain(error: unknown): Meaning {
  const known = ours(error);
  if (known !== undefined) {
    const behind = tableBehind(error);
    return { problem: known, lasting: true, ...(behind === undefined ? {} : { behind }) };
  }
  const trouble = troubleOf(error);
  const status = statusOf(error);
  const limit = trouble === 'unknown' && (status === 403 || status === 429);
  const problem: Problem = {
    code: limit ? 'google.limit' : `google.${WORDED[trouble]}`,
    fields: {
      text: error instanceof Error ? error.message : String(error),
      ...(trouble === 'consent' ? permissionOf(String(error)) : {}),
    },
  };
  if (trouble === 'passing' || trouble === 'day')
    return { problem, lasting: false, passes: trouble === 'day' ? 'day' : 'soon' };
  // Another run may end and make room in the store.
  return { problem, lasting: trouble !== 'unknown' && trouble !== 'store' };
}

/** Which permission the text names, of those asked for, and where it can be given. */
function permissionOf(text: string): { readonly scope: string; readonly url: string } {
  const named = [...text.matchAll(/auth\/([\w.]+)/g)].map(([, name = '']) => name);
  const scope = named.find((name) => SCOPES.some((asked) => asked.endsWith(`/${name}`))) ?? '';
  try {
    const url = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl() as string | null;
    return { scope, url: url ?? '' };
  } catch {
    // What went wrong first is what the person must hear.
    return { scope, url: '' };
  }
}

/** What our own ports throw: something must be mended first. */
function ours(error: unknown): Problem | undefined {
  if (error instanceof ServiceMissing) return { code: 'service.missing', fields: { service: error.service } };
  return brokenTable(error);
}
