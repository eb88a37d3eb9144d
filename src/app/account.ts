// The Google account that the workbook's forms, calendar, folders and letters belong to. Under another account they cannot be seen, and
// would all be made a second time.
import type { Problem } from '../domain/message';
import type { Ports } from './ports';

const ACCOUNT = 'account';

/** The account's address; undefined before the first set-up. */
export const accountOf = (ports: Ports): string | undefined => ports.store.get(ACCOUNT);

export const keepAccount = (ports: Ports, email: string): void => ports.store.set(ACCOUNT, email);

/** What is said to somebody who came under another account. */
export function otherAccount(ports: Ports): Problem | undefined {
  const owner = accountOf(ports);
  if (owner === undefined) return undefined;
  const user = ports.user();
  return user === '' || user === owner ? undefined : { code: 'account.other', fields: { user, owner } };
}
