// A realm: one set of ECMAScript built-ins, and the copying of values between it and the host.
import { types } from 'node:util';
import { NotEmulated } from './service';

/** What it takes to make values that belong to one realm (`instanceof Array`, `Date`, `Error` hold there). */
export interface Realm {
  readonly kind: 'host' | 'script';
  array(length: number): unknown[];
  object(): Record<string, unknown>;
  date(ms: number): Date;
  error(name: string, message: string): Error;
  ownsError(value: unknown): boolean;
  /** A function of this realm that hands `this` and its arguments to `call`. */
  method(
    name: string,
    call: (self: unknown, args: readonly unknown[]) => unknown,
  ): (this: unknown, ...args: unknown[]) => unknown;
  proxy(handler: ProxyHandler<object>): object;
  /** `Object.prototype` of this realm. */
  readonly objectPrototype: object;
}

/** Source of a function giving a realm's makers; run once in every context, and for the host realm itself. */
export const REALM_SOURCE = `(kind) => ({
  kind,
  array: (length) => new Array(length),
  object: () => ({}),
  date: (ms) => new Date(ms),
  error: (name, message) => {
    const error = new Error(message);
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true, enumerable: false });
    return error;
  },
  ownsError: (value) => value instanceof Error,
  method: (name, call) => {
    const method = function (...args) { return call(this, args); };
    Object.defineProperty(method, 'name', { value: name, configurable: true });
    return method;
  },
  proxy: (handler) => new Proxy({}, handler),
  objectPrototype: Object.prototype,
})`;

/** The realm this module itself lives in. */
export const hostRealm: Realm = {
  kind: 'host',
  array: (length) => new Array<unknown>(length),
  object: () => ({}),
  date: (ms) => new Date(ms),
  error: (name, message) => {
    const error = new Error(message);
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true, enumerable: false });
    return error;
  },
  ownsError: (value) => value instanceof Error,
  method: (name, call) => {
    const method = function (this: unknown, ...args: unknown[]): unknown {
      return call(this, args);
    };
    Object.defineProperty(method, 'name', { value: name, configurable: true });
    return method;
  },
  proxy: (handler) => new Proxy({}, handler),
  objectPrototype: Object.prototype,
};

/** Nested deeper than this, a value is taken to contain itself. */
const MAX_DEPTH = 200;

/** Translates what is not plain data; `undefined` means «copy it as data». */
export type Translate = (value: object) => { readonly value: unknown } | undefined;

/**
 * Copies a value deep into `realm`. Primitives pass; arrays, plain objects and Dates are made anew with the realm's own
 * constructors; `translate` is asked first about every other object.
 * @throws NotEmulated for what cannot cross: cycles, Maps, class instances of the host …
 */
export function copyInto(realm: Realm, value: unknown, translate: Translate, where: string, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw new NotEmulated(`passing an object that contains itself to ${where}`);
  if (Array.isArray(value)) return copyArray(realm, value, translate, where, depth);
  const translated = translate(value);
  if (translated !== undefined) return translated.value;
  if (types.isDate(value)) return realm.date(value.getTime());
  if (types.isTypedArray(value)) return copyArray(realm, Array.from(value as Uint8Array), translate, where, depth);
  if (types.isBoxedPrimitive(value)) return value.valueOf();
  if (types.isNativeError(value)) return realm.error(value.name, value.message);
  if (types.isMap(value) || types.isSet(value) || types.isPromise(value) || types.isRegExp(value))
    throw new NotEmulated(`passing a ${Object.prototype.toString.call(value).slice(8, -1)} to ${where}`);
  const copy = realm.object();
  for (const key of Object.keys(value)) {
    const member = copyInto(realm, (value as Record<string, unknown>)[key], translate, where, depth + 1);
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: member, enumerable: true, configurable: true, writable: true });
    else copy[key] = member;
  }
  return copy;
}

function copyArray(
  realm: Realm,
  source: readonly unknown[],
  translate: Translate,
  where: string,
  depth: number,
): unknown[] {
  const { length } = source;
  const copy = realm.array(length);
  for (let i = 0; i < length; i++) {
    const cell = source[i];
    copy[i] = typeof cell === 'object' && cell !== null ? copyInto(realm, cell, translate, where, depth + 1) : cell;
  }
  return copy;
}
