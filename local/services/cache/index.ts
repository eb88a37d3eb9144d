// CacheService: short-lived strings per script, per user and per document; they expire by the virtual clock.
import { LIMITS } from '../../runtime/quotas';
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';

type Store = Record<string, { value: string; until: number }>;

/** Caches by name: `script`, `user:<email>`, `document:<id>`. */
type CacheSlice = Record<string, Store>;

/** https://developers.google.com/apps-script/reference/cache/cache-service */
class CacheService extends ServiceObject implements Record<keyof GoogleAppsScript.Cache.CacheService, unknown> {
  readonly _name = 'CacheService';
  readonly #caches = new Map<string, Cache>();
  constructor(readonly _world: World) {
    super();
  }
  getScriptCache(): Cache {
    return this.#open('script');
  }
  getUserCache(): Cache {
    return this.#open(`user:${this._world.effectiveUser}`);
  }
  getDocumentCache(): Cache | null {
    const id = this._world.execution?.activeSpreadsheetId ?? this._world.activeSpreadsheetId;
    return id === undefined ? null : this.#open(`document:${id}`);
  }
  #open(key: string): Cache {
    let cache = this.#caches.get(key);
    if (cache === undefined) this.#caches.set(key, (cache = new Cache(this._world, key)));
    return cache;
  }
}

/** https://developers.google.com/apps-script/reference/cache/cache */
class Cache extends ServiceObject implements Record<keyof GoogleAppsScript.Cache.Cache, unknown> {
  readonly _name = 'Cache';
  readonly #world: World;
  readonly #key: string;
  constructor(world: World, key: string) {
    super();
    this.#world = world;
    this.#key = key;
  }
  /** The live entries; expired ones are dropped on the way. */
  get #store(): Store {
    const caches = this.#world.slice<CacheSlice>('cache', () => ({}));
    const store = (caches[this.#key] ??= {});
    const now = this.#world.clock.now();
    for (const [key, { until }] of Object.entries(store)) if (until <= now) Reflect.deleteProperty(store, key);
    return store;
  }
  get(key: string): string | null {
    const store = this.#store;
    return Object.hasOwn(store, key) ? (store[key]?.value ?? null) : null;
  }
  getAll(keys: readonly string[]): Record<string, string> {
    const store = this.#store;
    return Object.fromEntries(
      keys.filter((key) => Object.hasOwn(store, key)).map((key) => [key, store[key]?.value ?? '']),
    );
  }
  put(key: string, value: unknown, expirationInSeconds: number = LIMITS.cacheSecondsDefault): void {
    this.putAll({ [key]: value }, expirationInSeconds);
  }
  putAll(values: Record<string, unknown>, expirationInSeconds: number = LIMITS.cacheSecondsDefault): void {
    if (!(expirationInSeconds >= 1 && expirationInSeconds <= LIMITS.cacheSecondsMax))
      throw new NotEmulated(`Cache.put with an expiration of ${expirationInSeconds} s`);
    for (const [key, value] of Object.entries(values)) {
      if (key.length > LIMITS.cacheKeyChars) throw new ScriptError('Argument too large: key');
      if (typeof value !== 'string') throw new NotEmulated(`Cache.put with ${value === null ? 'null' : typeof value}`);
      if (Buffer.byteLength(value) > LIMITS.cacheValueBytes) throw new ScriptError('Argument too large: value');
    }
    const store = this.#store;
    const until = this.#world.clock.now() + expirationInSeconds * 1000;
    for (const [key, value] of Object.entries(values)) store[key] = { value: value as string, until };
    evict(store);
  }
  remove(key: string): void {
    Reflect.deleteProperty(this.#store, key);
  }
  removeAll(keys: readonly string[]): void {
    for (const key of keys) this.remove(key);
  }
}

/** Over 1000 items, the 900 farthest from expiration stay (same page, `put`). */
function evict(store: Store): void {
  const entries = Object.entries(store);
  if (entries.length <= LIMITS.cacheItems) return;
  entries.sort(([, a], [, b]) => b.until - a.until);
  for (const [key] of entries.slice(900)) Reflect.deleteProperty(store, key);
}

/** The global `CacheService` of one execution. */
export function createCacheService(world: World): ServiceObject {
  return new CacheService(world);
}
