// PropertiesService: small strings kept per script, per user and per document.
import { LIMITS } from '../../runtime/quotas';
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';

type Store = Record<string, string>;

/** Stores by name: `script`, `user:<email>`, `document:<id>`. */
type PropertiesSlice = Record<string, Store>;

/** https://developers.google.com/apps-script/reference/properties/properties-service */
class PropertiesService
  extends ServiceObject
  implements Record<keyof GoogleAppsScript.Properties.PropertiesService, unknown>
{
  readonly _name = 'PropertiesService';
  readonly #stores = new Map<string, Properties>();
  constructor(readonly _world: World) {
    super();
  }
  getScriptProperties(): Properties {
    return this.#open('script');
  }
  getUserProperties(): Properties {
    return this.#open(`user:${this._world.effectiveUser}`);
  }
  /** `null` where the script runs outside a document. */
  getDocumentProperties(): Properties | null {
    const id = this._world.execution?.activeSpreadsheetId ?? this._world.activeSpreadsheetId;
    return id === undefined ? null : this.#open(`document:${id}`);
  }
  #open(key: string): Properties {
    let store = this.#stores.get(key);
    if (store === undefined) this.#stores.set(key, (store = new Properties(this._world, key)));
    return store;
  }
}

/** https://developers.google.com/apps-script/reference/properties/properties */
class Properties extends ServiceObject implements Record<keyof GoogleAppsScript.Properties.Properties, unknown> {
  readonly _name = 'Properties';
  readonly #world: World;
  readonly #key: string;
  constructor(world: World, key: string) {
    super();
    this.#world = world;
    this.#key = key;
  }
  /** "Properties read/write" of a day: https://developers.google.com/apps-script/guides/services/quotas */
  #spend(): void {
    this.#world.spend('properties.calls', 1, 'properties');
  }
  get #store(): Store {
    const stores = this.#world.slice<PropertiesSlice>('properties', () => ({}));
    return (stores[this.#key] ??= {});
  }
  set #store(store: Store) {
    this.#world.slice<PropertiesSlice>('properties', () => ({}))[this.#key] = store;
  }
  getProperty(key: string): string | null {
    this.#spend();
    const store = this.#store;
    return Object.hasOwn(store, key) ? (store[key] ?? null) : null;
  }
  getProperties(): Store {
    this.#spend();
    return { ...this.#store };
  }
  getKeys(): string[] {
    this.#spend();
    return Object.keys(this.#store);
  }
  setProperty(key: string, value: unknown): this {
    this.#spend();
    this.#replace({ ...this.#store, [checkKey(key)]: asText(value) });
    return this;
  }
  setProperties(properties: Record<string, unknown>, deleteAllOthers = false): this {
    this.#spend();
    const added = Object.entries(properties).map(([key, value]) => [checkKey(key), asText(value)]);
    this.#replace({ ...(deleteAllOthers ? {} : this.#store), ...(Object.fromEntries(added) as Store) });
    return this;
  }
  deleteProperty(key: string): this {
    this.#spend();
    const rest = { ...this.#store };
    Reflect.deleteProperty(rest, key);
    this.#store = rest;
    return this;
  }
  deleteAllProperties(): this {
    this.#spend();
    this.#store = {};
    return this;
  }
  /** Size limits: https://developers.google.com/apps-script/guides/services/quotas#current_limitations */
  #replace(next: Store): void {
    let total = 0;
    for (const [key, value] of Object.entries(next)) {
      const bytes = Buffer.byteLength(value);
      if (bytes > LIMITS.propertyValueBytes) throw new ScriptError('Argument too large: value');
      total += bytes + Buffer.byteLength(key);
    }
    if (total > LIMITS.propertyStoreBytes)
      throw new ScriptError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    this.#store = next;
  }
}

function checkKey(key: unknown): string {
  if (typeof key === 'string') return key;
  throw new NotEmulated(`Properties with a key that is ${typeof key}`);
}

/** «Values … are stored as strings»: https://developers.google.com/apps-script/guides/properties#data_format */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new NotEmulated(`Properties.setProperty with ${value === null ? 'null' : typeof value}`);
}

/** The global `PropertiesService` of one execution. */
export function createPropertiesService(world: World): ServiceObject {
  return new PropertiesService(world);
}
