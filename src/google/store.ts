// The store port on document properties: they belong to this workbook, and a copy of it starts without them.
import type { Store } from '../app/ports';

/** The store with what holds its calls down: properties are read once in a turn, and what can wait is written with the next one. */
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
  /** All there is, by one call: whoever asks for one property soon asks for another. */
  let read: ReadonlyMap<string, string> | undefined;
  /** Written since. */
  const known = new Map<string, string>();
  const waiting = new Map<string, string>();

  /** Until Google has taken the change, nobody can say what is there: when it throws, everything is read again. */
  function change(keys: Iterable<string>, make: () => void): void {
    for (const key of keys) known.delete(key);
    const before = read;
    read = undefined;
    make();
    read = before;
  }

  function write(values: ReadonlyMap<string, string>): void {
    const [first] = values;
    if (first === undefined) return;
    change(values.keys(), () => {
      if (values.size === 1) properties.setProperty(...first);
      else properties.setProperties(Object.fromEntries(values));
    });
    for (const [key, value] of values) known.set(key, value);
  }

  return {
    get(key) {
      const written = waiting.get(key) ?? known.get(key);
      if (written !== undefined) return written === REMOVED ? undefined : written;
      read ??= new Map(Object.entries(properties.getProperties()));
      const value = read.get(key);
      return value === REMOVED ? undefined : value;
    },
    set(key, value) {
      const values = new Map([...waiting, [key, value]]);
      write(values);
      waiting.clear();
    },
    remove(key) {
      waiting.delete(key);
      change([key], () => {
        properties.deleteProperty(key);
      });
      known.set(key, REMOVED);
    },
    later(key, value) {
      waiting.set(key, value ?? REMOVED);
    },
    forget() {
      read = undefined;
      known.clear();
    },
    settle() {
      write(waiting);
      waiting.clear();
    },
  };
}
