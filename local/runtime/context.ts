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

/** What the first code of a context asks of the host. */
interface BootstrapHost extends ContextOptions {
  /** @see LongFunctions */
  known(parts: readonly string[]): unknown;
  learn(parts: readonly string[]): void;
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
  const RealFunction = Function;
  const make = (args, target) => {
    const isText = args.every((part) => typeof part === 'string');
    const known = isText ? host.known(args) : undefined;
    if (known !== undefined) return known;
    const made = Reflect.construct(RealFunction, args, target);
    if (isText) host.learn(args);
    return made;
  };
  const SharedFunction = new Proxy(RealFunction, {
    construct: (target, args, newTarget) =>
      newTarget === SharedFunction ? make(args, target) : Reflect.construct(target, args, newTarget),
    apply: (target, self, args) => make(args, target),
  });
  own(RealFunction.prototype, 'constructor', SharedFunction);
  own(globalThis, 'Function', SharedFunction);
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

/** Code of a function made from text is kept for the next execution where the text is at least so long. */
const LONG_FUNCTION = 50_000;
/** Texts kept at once; a new one then takes the oldest one's place. */
const MOST_FUNCTIONS = 8;

/** A function made from text as its parameters and its body; undefined where the text is short. */
function longText(parts: readonly string[]): { readonly parameters: string; readonly body: string } | undefined {
  const body = parts.at(-1) ?? '';
  return body.length < LONG_FUNCTION ? undefined : { parameters: parts.slice(0, -1).join(), body };
}

/**
 * Long functions made from text (`new Function(…)`), which V8 would parse anew for every context: as an expression of a script of its own
 * each is compiled once a process.
 */
class LongFunctions {
  private readonly known: { readonly parameters: string; readonly body: string; readonly script: Script }[] = [];

  /** @param parts what `Function` was called with */
  find(parts: readonly string[]): Script | undefined {
    const text = longText(parts);
    if (text === undefined) return undefined;
    return this.known.find((one) => one.body === text.body && one.parameters === text.parameters)?.script;
  }

  /** What V8 has not refused as a function can stand as an expression of its own, by the text that ECMAScript makes (CreateDynamicFunction). */
  learn(parts: readonly string[]): void {
    const text = longText(parts);
    if (text === undefined) return;
    const script = new Script(`(function anonymous(${text.parameters}\n) {\n${text.body}\n})`);
    if (this.known.unshift({ ...text, script }) > MOST_FUNCTIONS) this.known.pop();
  }
}

const longFunctions = new LongFunctions();

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
  const bootstrap = BOOTSTRAP.runInContext(context) as (host: BootstrapHost) => Omit<ScriptContext, 'context'>;
  const host: BootstrapHost = {
    ...options,
    known: (parts) => longFunctions.find(parts)?.runInContext(context),
    learn: (parts) => {
      longFunctions.learn(parts);
    },
  };
  return { context, ...bootstrap(host) };
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
