// The store port on document properties: they belong to this workbook, and a copy of it starts without them.
import type { Store } from '../app/ports';

/** The store with what holds its calls down: a property is read once in a turn, and what can wait is written with the next one. */
export interface TurnStore extends Store {
  /** Drops what was read: another execution may have written it anew. */
  forget(): void;
  /** Writes what still waits. */
  settle(): void;
}

/** What waits to be removed is written as an empty text: `setProperties` cannot remove, and no value of ours is empty. */
const REMOVED = '';

export function createStore(): TurnStore {
  const properties = PropertiesService.getDocumentProperties();
  const known = new Map<string, string>();
  const waiting = new Map<string, string>();

  function write(values: ReadonlyMap<string, string>): void {
    // Until Google has taken it, nobody can say what is there.
    for (const key of values.keys()) known.delete(key);
    const [first] = values;
    if (first === undefined) return;
    if (values.size === 1) properties.setProperty(...first);
    else properties.setProperties(Object.fromEntries(values));
    for (const [key, value] of values) known.set(key, value);
  }

  return {
    get(key) {
      const value = waiting.get(key) ?? known.get(key) ?? properties.getProperty(key) ?? REMOVED;
      known.set(key, value);
      return value === REMOVED ? undefined : value;
    },
    set(key, value) {
      const values = new Map([...waiting, [key, value]]);
      write(values);
      waiting.clear();
    },
    remove(key) {
      waiting.delete(key);
      known.delete(key);
      properties.deleteProperty(key);
      known.set(key, REMOVED);
    },
    later(key, value) {
      waiting.set(key, value ?? REMOVED);
    },
    forget() {
      known.clear();
    },
    settle() {
      write(waiting);
      waiting.clear();
    },
  };
}
