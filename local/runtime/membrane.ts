// The membrane between scripts and the emulator: proxies for service objects, copies for data, one gate for every call.
import { copyInto, hostRealm, type Realm } from './realm';
import { ApiError, NotEmulated, ServiceObject } from './service';

/** The execution as the membrane knows it: is asked before and told after every method call. */
export interface Gate<Call> {
  /** Throws when the execution is dead; asked for free methods too. */
  alive(): void;
  /** Logs, authorises, charges; throws to refuse. */
  enter(instance: ServiceObject, method: string, args: readonly unknown[]): Call;
  /** After the service answered; throws when the answer must not reach the script. */
  leave(call: Call, result: unknown): void;
  /** After the service threw. */
  failed(call: Call): void;
  /** Runs a service's code; sets up what it needs around it. */
  run<T>(body: () => T): T;
}

/**
 * A service object on which scripts may set members of their own (HtmlTemplate).
 * Values are handed over as they are, uncopied: they belong to the script's realm.
 */
export interface OpenObject {
  _assign(key: string, value: unknown): void;
  _assigned(key: string): { readonly value: unknown } | undefined;
}

/** A service that takes arguments of any kind as they are (console, Logger); proxies are unwrapped, nothing is copied. */
export interface RawArguments {
  readonly _raw: true;
}

function isOpen(instance: ServiceObject): instance is ServiceObject & OpenObject {
  return '_assign' in instance;
}

/** Names that test tools and loggers look for on any object; on the host side they find nothing instead of NotEmulated. */
const HOST_PROBES = /^(\$\$|@@)|^(asymmetricMatch|nodeType|tagName|inspect|sample|calls|mock|_isMockFunction)$/;

/** A class's public members (not own fields), looked up once per class. */
const membersByPrototype = new WeakMap<object, Map<string, PropertyDescriptor>>();

function publicMembers(instance: ServiceObject): Map<string, PropertyDescriptor> {
  const prototype = Object.getPrototypeOf(instance) as object;
  let members = membersByPrototype.get(prototype);
  if (members === undefined) {
    members = new Map();
    for (
      let level: object = prototype;
      level !== ServiceObject.prototype && level !== Object.prototype;
      level = Object.getPrototypeOf(level) as object
    )
      for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(level)))
        if (!key.startsWith('_') && key !== 'constructor' && !members.has(key)) members.set(key, descriptor);
    membersByPrototype.set(prototype, members);
  }
  return members;
}

/** Plain `{…}` of the host: a namespace such as an enum's values. */
function isNamespace(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || prototype === Object.prototype;
}

/** The proxies, copies and errors of one realm. Proxies are cached: the same instance is always the same proxy. */
export class Membrane<Call> {
  readonly #proxies = new WeakMap<object, object>();
  readonly #instances = new WeakMap<object, ServiceObject>();
  readonly #methods = new Map<unknown, unknown>();
  readonly #services: ServiceObject[] = [];
  readonly #hostErrors = new WeakMap<object, Error>();

  constructor(
    readonly realm: Realm,
    private readonly gate: Gate<Call>,
  ) {}

  /** The script's view of a service itself, of which there is one: a global of the script. */
  service(instance: ServiceObject): object {
    this.#services.push(instance);
    return this.wrap(instance);
  }

  /** The script's view of a service object. */
  wrap(instance: ServiceObject): object {
    let proxy = this.#proxies.get(instance);
    if (proxy === undefined) {
      proxy = this.realm.proxy(new ServiceHandler(this, instance));
      this.#proxies.set(instance, proxy);
      this.#instances.set(proxy, instance);
    }
    return proxy;
  }

  /** The service object behind a proxy of this membrane, if it is one. */
  unwrap(value: object): ServiceObject | undefined {
    return this.#instances.get(value);
  }

  /** Host value → a value of the realm; service objects become proxies. `where` names the place in errors. */
  toRealm(value: unknown, where: string): unknown {
    return copyInto(this.realm, value, this.#wrapMember, where);
  }

  /** Value of the realm → host value; proxies become the instances behind them. */
  toHost(value: unknown, where: string): unknown {
    return copyInto(hostRealm, value, this.#unwrapMember, where);
  }

  /** Runs host code for the script: what it throws is an error of the realm. */
  guarded<T>(body: () => T): T {
    try {
      return body();
    } catch (error) {
      throw this.toRealmError(error);
    }
  }

  /** What a host error becomes inside the script: an Error of the realm with the same name, message and details. */
  toRealmError(error: unknown): unknown {
    if (this.realm.ownsError(error)) return error;
    const host = error instanceof Error ? error : new Error(String(error));
    const realmError = this.realm.error(host.name, host.message);
    if (host instanceof ApiError) Object.assign(realmError, { details: this.toRealm(host.details, host.name) });
    this.#hostErrors.set(realmError, host);
    return realmError;
  }

  /** What an error that leaves the script becomes for the host: the service's own error where it was one. */
  toHostError(error: unknown): Error {
    if (typeof error === 'object' && error !== null) {
      const original = this.#hostErrors.get(error);
      const { name, message, stack } = error as Partial<Error>;
      if (original !== undefined) {
        const inside = original.stack ?? '';
        if (!inside.includes(SEAM)) original.stack = `${stack ?? ''}\n${SEAM}\n${inside}`;
        return original;
      }
      if (typeof message === 'string') {
        const host = new ScriptFailure(message);
        host.name = name ?? 'Error';
        if (stack !== undefined) host.stack = stack;
        return host;
      }
    }
    return new ScriptFailure(String(error));
  }

  readonly #wrapMember = (value: object): { value: unknown } | undefined =>
    value instanceof ServiceObject ? { value: this.wrap(value) } : undefined;

  readonly #unwrapMember = (value: object): { value: unknown } | undefined => {
    const instance = this.#instances.get(value);
    return instance === undefined ? undefined : { value: instance };
  };

  #unwrapped(value: unknown): unknown {
    return (typeof value === 'object' && value !== null && this.unwrap(value)) || value;
  }

  /** @internal for the handlers of this membrane's proxies */
  refuse(what: string): never {
    throw this.toRealmError(new NotEmulated(what));
  }

  /** What a name that is no public member gives: what every object has, nothing for protocols, else NotEmulated. */
  absent(target: object, key: string, name: string): unknown {
    if (key in this.realm.objectPrototype) return Reflect.get(target, key);
    // `then`: not a promise; `toJSON`: nothing of its own; `_…`: the emulator's, invisible.
    if (key === 'then' || key === 'toJSON' || key.startsWith('_')) return undefined;
    if (this.realm.kind === 'host' && HOST_PROBES.test(key)) return undefined;
    return this.refuse(`${name}.${key}`);
  }

  /** A public field of a service object. */
  data(instance: ServiceObject, key: string): unknown {
    const name = `${instance._name}.${key}`;
    try {
      return this.#member((instance as unknown as Record<string, unknown>)[key], name);
    } catch (error) {
      throw this.toRealmError(error);
    }
  }

  #member(value: unknown, name: string): unknown {
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function') throw new NotEmulated(name);
      return value;
    }
    if (value instanceof ServiceObject) return this.wrap(value);
    if (Array.isArray(value)) return this.toRealm(value, name);
    // Anything else is the emulator's own (a World, a Map …) that lost its underscore.
    if (!isNamespace(value)) throw new NotEmulated(name);
    return this.#namespace(value, name);
  }

  /** An enum or nested namespace: its members and nothing else. */
  #namespace(record: Record<string, unknown>, name: string): object {
    let proxy = this.#proxies.get(record);
    if (proxy === undefined) {
      proxy = this.realm.proxy({
        get: (target, key) => {
          if (typeof key === 'symbol') return undefined;
          if (Object.hasOwn(record, key)) return this.#member(record[key], `${name}.${key}`);
          return this.absent(target, key, name);
        },
        has: (target, key) => Object.hasOwn(record, key) || Reflect.has(target, key),
        set: (_target, key) => this.refuse(`assigning ${name}.${String(key)}`),
        defineProperty: (_target, key) => this.refuse(`defining ${name}.${String(key)}`),
        deleteProperty: (_target, key) => this.refuse(`deleting ${name}.${String(key)}`),
        ownKeys: () => Object.keys(record),
        getOwnPropertyDescriptor: (_target, key) =>
          typeof key === 'string' && Object.hasOwn(record, key)
            ? { configurable: true, enumerable: true, value: this.#member(record[key], `${name}.${key}`) }
            : undefined,
      });
      this.#proxies.set(record, proxy);
    }
    return proxy;
  }

  /** A method as the script gets it: one function for all objects of a class, each time it is asked for. */
  method(key: string, run: (...args: unknown[]) => unknown): unknown {
    let made = this.#methods.get(run);
    if (made === undefined) {
      made = this.realm.method(key, (self, args) => {
        const has = (instance: ServiceObject): boolean =>
          run === nameOf || publicMembers(instance).get(key)?.value === run;
        const own = typeof self === 'object' && self !== null ? this.unwrap(self) : undefined;
        if (own !== undefined && has(own)) return this.call(own, key, run, args);
        // A service is one, so that its method needs no object to be told (`ids.map(DriveApp.getFileById)`); a sheet is one of many.
        const [service, ...others] = own === undefined ? this.#services.filter(has) : [];
        if (service === undefined || others.length > 0) return this.refuse(`calling ${key} without its object`);
        return this.call(service, key, run, args);
      });
      this.#methods.set(run, made);
    }
    return made;
  }

  /** A script's call of a method: through the gate, its arguments and result copied from realm to realm. */
  call(
    instance: ServiceObject,
    key: string,
    run: (...args: unknown[]) => unknown,
    realmArgs: readonly unknown[],
  ): unknown {
    const where = `${instance._name}.${key}`;
    try {
      this.gate.alive();
      const args: unknown[] = [];
      const raw = '_raw' in instance;
      for (const arg of realmArgs) args.push(raw ? this.#unwrapped(arg) : this.toHost(arg, where));
      const free = instance._free;
      if (free === 'all' || free.has(key)) {
        const value = this.gate.run(() => run.apply(instance, args));
        this.gate.alive();
        return this.toRealm(value, where);
      }
      const call = this.gate.enter(instance, key, args);
      let result: unknown;
      try {
        result = this.gate.run(() => run.apply(instance, args));
      } catch (error) {
        this.gate.failed(call);
        throw error;
      }
      this.gate.leave(call, result);
      return this.toRealm(result, where);
    } catch (error) {
      throw this.toRealmError(error);
    }
  }
}

/** The last part of a service's name: what its objects say they are. */
function nameOf(this: ServiceObject): string {
  return this._name.slice(this._name.lastIndexOf('.') + 1);
}

/** What a script can do with a service object. One is made for every object a script meets, so it holds no functions of its own. */
class ServiceHandler<Call> implements ProxyHandler<object> {
  readonly #members: ReadonlyMap<string, PropertyDescriptor>;

  constructor(
    private readonly membrane: Membrane<Call>,
    private readonly instance: ServiceObject,
  ) {
    this.#members = publicMembers(instance);
  }

  get(target: object, key: string | symbol): unknown {
    if (typeof key === 'symbol') return undefined;
    const { instance, membrane } = this;
    if (this.#has(key)) {
      const run = this.#members.get(key)?.value as unknown;
      return typeof run === 'function'
        ? membrane.method(key, run as (...args: unknown[]) => unknown)
        : membrane.data(instance, key);
    }
    if (isOpen(instance)) return instance._assigned(key)?.value;
    if (key === 'toString') return membrane.method(key, nameOf);
    return membrane.absent(target, key, instance._name);
  }

  has(target: object, key: string | symbol): boolean {
    if (typeof key === 'symbol' || key in target) return Reflect.has(target, key);
    const { instance } = this;
    if (this.#has(key) || (isOpen(instance) && instance._assigned(key) !== undefined)) return true;
    if (!isOpen(instance)) this.membrane.absent(target, key, instance._name);
    return false;
  }

  set(_target: object, key: string | symbol, value: unknown): boolean {
    const { instance } = this;
    if (isOpen(instance) && typeof key === 'string' && !this.#has(key)) {
      instance._assign(key, value);
      return true;
    }
    return this.membrane.refuse(`assigning ${instance._name}.${String(key)}`);
  }

  defineProperty(_target: object, key: string | symbol): boolean {
    return this.membrane.refuse(`defining ${this.instance._name}.${String(key)}`);
  }

  deleteProperty(_target: object, key: string | symbol): boolean {
    return this.membrane.refuse(`deleting ${this.instance._name}.${String(key)}`);
  }

  /** A service object shows no members of its own: JSON gives {}. */
  ownKeys(): string[] {
    return [];
  }

  #has(key: string): boolean {
    return !key.startsWith('_') && (this.#members.has(key) || Object.hasOwn(this.instance, key));
  }
}

const SEAM = '    --- inside the emulator:';

/** An error of the script itself (not of a service), as the host sees it. */
export class ScriptFailure extends Error {}
