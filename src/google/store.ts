// The store port on document properties: they belong to this workbook, and a copy of it starts without them.
import type { Store } from '../app/ports';

/** The store with what holds its calls down: properties are read once in a turn, all together, and what can wait is written with the next one. */
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
  let known: Map<string, string> | undefined;
  const waiting = new Map<string, string>();

  function write(values: ReadonlyMap<string, string>): void {
    // Until Google has taken it, nobody can say what is there.
    const before = known;
    known = undefined;
    const [first] = values;
    if (first !== undefined) {
      if (values.size === 1) properties.setProperty(...first);
      else properties.setProperties(Object.fromEntries(values));
    }
    for (const [key, value] of values) before?.set(key, value);
    known = before;
  }

  return {
    get(key) {
      known ??= new Map(Object.entries(properties.getProperties()));
      const value = waiting.get(key) ?? known.get(key) ?? REMOVED;
      return value === REMOVED ? undefined : value;
    },
    set(key, value) {
      const values = new Map([...waiting, [key, value]]);
      write(values);
      waiting.clear();
    },
    remove(key) {
      waiting.delete(key);
      const before = known;
      known = undefined;
      properties.deleteProperty(key);
      before?.delete(key);
      known = before;
    },
    later(key, value) {
      waiting.set(key, value ?? REMOVED);
    },
    forget() {
      known = undefined;
    },
    settle() {
      write(waiting);
      waiting.clear();
    },
  };
}
