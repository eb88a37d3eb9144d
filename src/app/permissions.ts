// Permissions that the add-on asks for and the user has not given: with granular consent some may be left unticked.
import type { Message } from '../domain/message';
import type { Ports } from './ports';

/** Which are missing, in words, and what to do; nothing when all are given or Google does not tell. */
export function missingPermissions(ports: Ports): readonly [] | readonly [missing: Message, todo: Message] {
  const withheld = ports.withheld();
  if (withheld === undefined || withheld.scopes.length === 0) return [];
  const names = withheld.scopes.map((scope) => ports.words.say({ code: `scope.${scope.split('/').pop() ?? ''}` }));
  return [
    { code: 'check.scopes.missing', fields: { names } },
    { code: 'check.scopes.do', fields: { url: withheld.url } },
  ];
}
