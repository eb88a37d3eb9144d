// Folders of the director's own on Drive, which people may have put into the bin meanwhile.
import type { Ledger } from './effects';
import type { Ports } from './ports';

/**
 * The folder that the ledger knows under `key`, if it may be written to. One that a person has put into the bin or deleted is `lost`, as
 * whatever is put into it lies there too: the ledger forgets it, and another is to be made. One that an attempt died before making is not:
 * it is made under the id that is written down. One call to Drive where the ledger knows one. That it was lost is told to one attempt.
 */
export function standingFolder(
  ports: Ports,
  ledger: Ledger,
  key: string,
): { readonly id: string | undefined; readonly lost: boolean } {
  if (ledger.isFresh(key)) return { id: undefined, lost: false };
  const id = ledger.ref(key);
  // Somebody has spoilt the ledger's row: the folder cannot be found by it any more.
  if (id === undefined) {
    ledger.settle([{ key, state: 'undone' }]);
    return { id, lost: false };
  }
  const where = ports.health.file(id);
  if (where === 'there' || (where === 'gone' && ledger.state(key) === 'intent')) return { id, lost: false };
  ledger.settle([{ key, state: 'undone' }]);
  return { id: undefined, lost: true };
}
