// A fresh V8 context: ECMAScript's built-ins with virtual time and seeded chance, and the Apps Script globals.
import { promiseHooks } from 'node:v8';
import { createContext, Script, type Context } from 'node:vm';
import { REALM_SOURCE, type Realm } from './realm';

export interface ContextOptions {
  /** Virtual time in ms. */
  now: () => number;
  /** Seed of Math.random. */
  seed: number;
}

/** A script's world before its code has run. */
export interface ScriptContext {
  readonly context: Context;
  readonly realm: Realm;
  /** Adds a global as Apps Script has it: visible everywhere, not enumerable. */
  define(name: string, value: unknown): void;
  /** Tells how a promise of this realm ends, while its microtasks run. */
  settle(promise: PromiseLike<unknown>, resolved: (value: unknown) => void, rejected: (error: unknown) => void): void;
  /** Compiles a function in this realm; it sees the script's globals. */
  compile(parameters: readonly string[], body: string): (...args: unknown[]) => unknown;
}

/**
 * Of what V8 gives every context, two things are not ECMAScript's and go: its own `console` (Apps Script has another) and
 * WebAssembly, which no Apps Script page promises (https://developers.google.com/apps-script/guides/v8-runtime).
 */
const BOOTSTRAP = new Script(
  `((host) => {
  'use strict';
  const own = (object, key, value) =>
    Object.defineProperty(object, key, { value, writable: true, configurable: true, enumerable: false });
  const RealDate = Date;
  const now = () => host.now();
  own(RealDate, 'now', now);
  const VirtualDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  own(RealDate.prototype, 'constructor', VirtualDate);
  own(globalThis, 'Date', VirtualDate);
  let seed = host.seed >>> 0;
  own(Math, 'random', function random() {
    // mulberry32, public domain
    seed = (seed + 0x6d2b79f5) >>> 0;
    let t = seed;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  });
  delete globalThis.console;
  delete globalThis.WebAssembly;
  return {
    realm: (${REALM_SOURCE})('script'),
    define: (name, value) => own(globalThis, name, value),
    // Only callbacks of this realm run in its own microtask queue.
    settle: (promise, resolved, rejected) => {
      promise.then((value) => resolved(value), (error) => rejected(error));
    },
    compile: (parameters, body) => new Function(...parameters, body),
  };
})`,
  { filename: 'apps-script-realm' },
);

/**
 * Node looks every global name of a context up through a slow interceptor (≈ 100 ns each). Lexical copies of the
 * configurable ones, declared in a script of their own, are found first and at full speed.
 */
const SHADOW = new Script(`((names) => 'const {' + names.join(',') + '} = globalThis;')(
  Object.entries(Object.getOwnPropertyDescriptors(globalThis))
    .filter(([name, { configurable }]) => configurable && !/^(globalThis|eval)$/.test(name))
    .map(([name]) => name))`);

const shadows = new Map<string, Script>();

/** Makes globals fast to look up. A script that declares one of their names itself cannot run in such a context. */
export function shadowGlobals(context: Context): void {
  const source = SHADOW.runInContext(context) as string;
  let script = shadows.get(source);
  if (script === undefined) shadows.set(source, (script = new Script(source)));
  script.runInContext(context);
}

/** Makes a context that shares nothing with any other but what the host defines in it. */
export function createScriptContext(options: ContextOptions): ScriptContext {
  // No prototype: what is inherited by an ordinary object of the host (`globalThis.constructor`) would lead out of the
  // context. Microtasks run when the entry function has returned, and before its execution ends.
  const context = createContext(Object.create(null) as object, { microtaskMode: 'afterEvaluate' });
  const bootstrap = BOOTSTRAP.runInContext(context) as (host: ContextOptions) => Omit<ScriptContext, 'context'>;
  return { context, ...bootstrap(options) };
}

const ENTRY = new Script('{ const entry = __entry; delete globalThis.__entry; entry(); }', {
  filename: 'apps-script-entry',
});

/**
 * Runs `body`, which runs code of the context. Promises it leaves rejected end with it: they must not end the process.
 */
export function containPromises<T>({ settle }: ScriptContext, body: () => T): T {
  watchPromises();
  const outer = born;
  const promises: Promise<unknown>[] = (born = []);
  try {
    return body();
  } finally {
    born = outer;
    for (const promise of promises) settle(promise, ignore, ignore);
  }
}

/** Promises made while a body runs. */
let born: Promise<unknown>[] | undefined;
let isWatching = false;

/** Once a process: setting a hook and taking it away goes through every context there is, and there is one an execution. */
function watchPromises(): void {
  if (isWatching) return;
  isWatching = true;
  promiseHooks.onInit((promise: Promise<unknown>) => {
    born?.push(promise);
  });
}

function ignore(): void {
  // Nobody waits any more.
}

/**
 * Calls `entry` as a script of the context, so that its promises settle before this returns.
 * @param timeoutMs real milliseconds after which V8 stops it
 */
export function evaluateIn(script: ScriptContext, entry: () => void, timeoutMs: number): void {
  script.context.__entry = entry;
  containPromises(script, () => {
    ENTRY.runInContext(script.context, { timeout: timeoutMs });
  });
}
