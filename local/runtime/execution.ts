// One execution: a fresh context, the gate every service call passes, its death and its record.
import { runInContext, type Context } from 'node:vm';
import { containPromises, createScriptContext, evaluateIn, shadowGlobals, type ScriptContext } from './context';
import { createGlobals } from './globals';
import { elements } from './latency';
import { Membrane, type Gate } from './membrane';
import type { Project } from './project';
import { LIMITS } from './quotas';
import { ApiError, ScriptError, type ServiceObject } from './service';
import type { RuntimeState } from './state';
import { inTimeZone } from './time-zone';
import { ExecutionKilled, type ExecutionRecord, type Fault, type LatencyModel, type ServiceCall } from './types';
import type { ExecutionContext, World } from './world';

/** What executions of one Workspace have in common. */
export interface Kernel {
  readonly world: World;
  readonly state: RuntimeState;
  readonly calls: ServiceCall[];
  readonly executions: ExecutionRecord[];
  readonly latency: LatencyModel;
  readonly faults: ((call: ServiceCall) => Fault | undefined) | undefined;
  /** Throws when this execution may not make this call. */
  authorise(call: ServiceCall, context: ExecutionContext): void;
  nextExecution(): number;
  /** Does something for whoever looks from outside: no scope of the manifest narrows what it sees. */
  unscoped<T>(body: () => T): T;
}

interface PendingCall {
  readonly call: ServiceCall;
  readonly fault: Fault | undefined;
}

/** Questions for the time in a row after which a script is taken to wait. */
const PATIENCE = 10_000;

/** The way of every service call of one execution. */
export class ExecutionGate implements Gate<PendingCall> {
  #death: ExecutionKilled | undefined;
  /** How often the script has asked for the time since its last call. */
  #questions = 0;

  /**
   * @param context `undefined` for calls from outside any execution: these have no time limit and do not stay dead
   * @param limitMs virtual milliseconds the execution may last
   */
  constructor(
    private readonly kernel: Kernel,
    private readonly context: ExecutionContext | undefined,
    private readonly limitMs: number,
  ) {}

  get death(): ExecutionKilled | undefined {
    return this.#death;
  }

  alive(): void {
    if (this.#death !== undefined) throw this.#death;
    if (this.context !== undefined && this.kernel.world.clock.now() - this.context.startedAt > this.limitMs)
      this.die('Exceeded maximum execution time');
  }

  /**
   * The time as the script asks for it. Live time goes on while a script waits in a loop; here it stands still between
   * calls, so a script that does nothing but ask is taken to wait: from then on a millisecond passes at each question.
   */
  time(): number {
    const { clock } = this.kernel.world;
    if (++this.#questions > PATIENCE) {
      clock.charge(1);
      this.alive();
    }
    return clock.now();
  }

  /** Ends the execution: nothing it still does reaches a service. */
  die(reason: string): never {
    const death = new ExecutionKilled(reason);
    if (this.context !== undefined) this.#death = death;
    throw death;
  }

  enter(instance: ServiceObject, method: string, args: readonly unknown[]): PendingCall {
    const { calls, faults, latency, world } = this.kernel;
    const call: ServiceCall = {
      index: calls.length,
      execution: this.context?.index ?? 0,
      service: instance._name,
      method,
      args,
    };
    if (instance._on !== undefined) call.on = instance._on;
    calls.push(call);
    this.#questions = 0;
    if (this.context !== undefined) this.kernel.authorise(call, this.context);
    const fault = faults?.(call);
    if (fault !== undefined && 'kill' in fault && fault.kill === 'before')
      this.die(`Killed before ${call.service}.${method}`);
    let ms = latency.perCall(call);
    for (const arg of args) ms += latency.perElement(call) * elements(arg);
    world.clock.charge(ms);
    this.alive();
    if (fault !== undefined && 'when' in fault && fault.when === 'before') throw errorOf(fault, call);
    return { call, fault };
  }

  leave(pending: PendingCall, result: unknown): void {
    this.failed(pending);
    const { call, fault } = pending;
    this.kernel.world.clock.charge(this.kernel.latency.perElement(call) * elements(result));
    this.alive();
    if (fault !== undefined && 'when' in fault) throw errorOf(fault, call);
  }

  run<T>(body: () => T): T {
    if (this.context !== undefined) return body();
    // From outside: whatever execution may be running has no part in this call.
    const { world, state } = this.kernel;
    const outer = { execution: world.execution, scope: state.scope };
    world.execution = undefined;
    state.scope = state.outside;
    try {
      return this.kernel.unscoped(body);
    } finally {
      world.execution = outer.execution;
      state.scope = outer.scope;
    }
  }

  failed({ call, fault }: PendingCall): void {
    if (fault !== undefined && 'kill' in fault) this.die(`Killed after ${call.service}.${call.method}`);
  }
}

function errorOf({ error, api }: Extract<Fault, { when: unknown }>, { service, method }: ServiceCall): ScriptError {
  if (api === undefined) return new ScriptError(error);
  return new ApiError(`${service.toLowerCase()}.${method}`, api.code, api.reason, error);
}

/** What to run, and how. */
export interface Plan {
  readonly functionName: string;
  readonly origin: ExecutionContext['origin'];
  readonly authMode: ExecutionContext['authMode'];
  readonly user: string;
  readonly activeSpreadsheetId: string | undefined;
  /** A simple trigger the project need not have: when it is missing nothing happens. */
  readonly optional?: boolean;
  /** The function's arguments, made when the execution's services exist: host values, service objects among them. */
  args(globals: Readonly<Record<string, ServiceObject>>): readonly unknown[];
}

/** V8's own error when a script runs too long without calling any service. */
function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/**
 * Runs one function of the project in a context of its own.
 * @returns what the function returned (or its promise came to), as a host value
 * @throws the script's error; ExecutionKilled when a fault or a time limit ended it
 */
export function execute(kernel: Kernel, project: Project, plan: Plan): unknown {
  const { world, state, latency } = kernel;
  const context: ExecutionContext = {
    index: kernel.nextExecution(),
    functionName: plan.functionName,
    authMode: plan.authMode,
    origin: plan.origin,
    user: plan.user,
    startedAt: world.clock.now(),
    activeSpreadsheetId: plan.activeSpreadsheetId,
  };
  const outer = { execution: world.execution, scope: state.scope, logs: state.logs };
  const record: ExecutionRecord = {
    index: context.index,
    functionName: context.functionName,
    origin: context.origin,
    startedAt: context.startedAt,
    endedAt: context.startedAt,
    status: 'completed',
    error: undefined,
    logs: [],
  };
  kernel.executions.push(record);
  world.execution = context;
  state.logs = record.logs;
  world.clock.charge(latency.perExecution);
  try {
    return inTimeZone(project.manifest.timeZone ?? world.timeZone, () => runInRealm(kernel, project, plan, context));
  } catch (error) {
    record.status = error instanceof ExecutionKilled ? 'killed' : 'failed';
    record.error = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw error;
  } finally {
    record.endedAt = world.clock.now();
    // A script's locks end with it: https://developers.google.com/apps-script/reference/lock/lock#releaselock
    for (const [name, holder] of state.heldLocks) if (holder === context.index) state.heldLocks.delete(name);
    world.execution = outer.execution;
    state.scope = outer.scope;
    state.logs = outer.logs;
  }
}

/** The outcome of a script call inside the realm. */
type Outcome = { value: unknown } | { error: unknown } | undefined;

function runInRealm(kernel: Kernel, project: Project, plan: Plan, context: ExecutionContext): unknown {
  const limitMs = context.origin === 'simpleTrigger' ? LIMITS.simpleTriggerMs : LIMITS.executionMs;
  const gate = new ExecutionGate(kernel, context, limitMs);
  const services = createGlobals(kernel.world, project.manifest);
  let outcome: Outcome;
  const { membrane, script, builtIn } = load(kernel, project, services, gate, context);
  try {
    const target = findFunction(script.context, plan.functionName, builtIn);
    if (target === undefined) {
      if (plan.optional === true) return undefined;
      throw new ScriptError(`Script function not found: ${plan.functionName}`);
    }
    const args = plan
      .args(services)
      .map((arg, i) => membrane.toRealm(arg, `argument ${i + 1} of ${plan.functionName}`));
    evaluateIn(
      script,
      () => {
        try {
          const value = target(...args);
          outcome = { value };
          if (isThenable(value)) {
            outcome = undefined;
            script.settle(
              value,
              (settled) => (outcome = { value: settled }),
              (error) => (outcome = { error }),
            );
          }
        } catch (error) {
          outcome = { error };
        }
      },
      limitMs,
    );
  } catch (error) {
    if (isTimeout(error)) outcome = { error: new ExecutionKilled('Exceeded maximum execution time') };
    else throw gate.death ?? membrane.toHostError(error);
  }
  if (gate.death !== undefined) throw gate.death;
  if (outcome === undefined) return undefined;
  if ('error' in outcome)
    throw outcome.error instanceof ExecutionKilled ? outcome.error : membrane.toHostError(outcome.error);
  return membrane.toHost(outcome.value, `the result of ${plan.functionName}`);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

interface Loaded {
  membrane: Membrane<PendingCall>;
  script: ScriptContext;
  /** Names the context had before the project's code ran. */
  builtIn: ReadonlySet<string>;
}

/** Makes the context and runs the project's global code in it. */
function load(
  kernel: Kernel,
  project: Project,
  services: Readonly<Record<string, ServiceObject>>,
  gate: ExecutionGate,
  context: ExecutionContext,
): Loaded {
  const { state } = kernel;
  for (const fast of [true, false]) {
    const script = createScriptContext({ now: () => membrane.guarded(() => gate.time()), seed: context.index });
    const membrane: Membrane<PendingCall> = new Membrane<PendingCall>(script.realm, gate);
    for (const [name, service] of Object.entries(services)) script.define(name, membrane.service(service));
    // What every object inherits is no function of the script either: `toString`.
    const builtIn = new Set(
      runInContext('[globalThis, Object.prototype].flatMap(Object.getOwnPropertyNames)', script.context) as string[],
    );
    state.scope = { membrane, compile: script.compile };
    if (fast) shadowGlobals(script.context);
    try {
      containPromises(script, () => {
        project.script.runInContext(script.context, { timeout: LIMITS.executionMs });
      });
      return { membrane, script, builtIn };
    } catch (error) {
      if (isTimeout(error)) throw new ExecutionKilled('Exceeded maximum execution time');
      // The project declares a name that the fast context has already; nothing of it has run yet.
      if (fast && /has already been declared$/.test((error as Partial<Error>).message ?? '')) continue;
      throw gate.death ?? membrane.toHostError(error);
    }
  }
  throw new Error('unreachable: the second context declares no names');
}

/**
 * Finds an entry point: a function however declared, or a method of an object («a.b»), but none of the built-ins.
 * https://developers.google.com/apps-script/guides/v8-runtime#improved_function_detection
 */
function findFunction(
  context: Context,
  path: string,
  builtIn: ReadonlySet<string>,
): ((...args: unknown[]) => unknown) | undefined {
  const [head = '', ...rest] = path.split('.');
  const known = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(head) && !builtIn.has(head);
  let owner: unknown;
  let value: unknown = known
    ? runInContext(`typeof ${head} === 'undefined' ? undefined : ${head}`, context)
    : undefined;
  for (const key of rest) {
    owner = value;
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (typeof value !== 'function') return undefined;
  const target = value as (...args: unknown[]) => unknown;
  return (...args) => target.apply(owner, args);
}
