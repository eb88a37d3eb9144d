// console and Logger: lines go into the log of the running execution.
import { format, inspect } from 'node:util';
import { ServiceObject } from '../../runtime/service';
import { runtimeOf } from '../../runtime/state';
import type { LogLevel } from '../../runtime/types';
import type { World } from '../../runtime/world';

/** Values as a log shows them: objects by their members, service objects by their name. */
function line(values: readonly unknown[]): string {
  return format(...values.map((value) => (value instanceof ServiceObject ? value._name : value)));
}

function write(world: World, level: LogLevel, text: string): void {
  runtimeOf(world).logs.push({ at: world.clock.now(), level, text });
}

/** https://developers.google.com/apps-script/reference/base/console */
class Console extends ServiceObject {
  readonly _name = 'console';
  readonly #timers = new Map<string, number>();
  constructor(readonly _world: World) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  /** Any value may be logged, so arguments arrive as they are. */
  get _raw(): true {
    return true;
  }
  log(...values: unknown[]): void {
    write(this._world, 'log', line(values));
  }
  info(...values: unknown[]): void {
    write(this._world, 'info', line(values));
  }
  warn(...values: unknown[]): void {
    write(this._world, 'warn', line(values));
  }
  error(...values: unknown[]): void {
    write(this._world, 'error', line(values));
  }
  time(label: string): void {
    this.#timers.set(label, this._world.clock.now());
  }
  timeEnd(label: string): void {
    const since = this.#timers.get(label);
    if (since === undefined) return;
    this.#timers.delete(label);
    write(this._world, 'debug', `${label}: ${this._world.clock.now() - since}ms`);
  }
}

/** https://developers.google.com/apps-script/reference/base/logger */
class Logger extends ServiceObject {
  readonly _name = 'Logger';
  readonly #lines: string[] = [];
  constructor(readonly _world: World) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  get _raw(): true {
    return true;
  }
  /** One value, or a format with `%s` and its values. */
  log(data: unknown, ...values: unknown[]): this {
    const text = typeof data === 'string' || values.length > 0 ? line([data, ...values]) : inspectValue(data);
    this.#lines.push(text);
    write(this._world, 'info', text);
    return this;
  }
  getLog(): string {
    return this.#lines.map((text) => `${text}\n`).join('');
  }
  clear(): void {
    this.#lines.length = 0;
  }
}

function inspectValue(value: unknown): string {
  if (value instanceof ServiceObject) return value._name;
  return inspect(value);
}

/** The global `console` of one execution. */
export function createConsole(world: World): ServiceObject {
  return new Console(world);
}

/** The global `Logger` of one execution. */
export function createLogger(world: World): ServiceObject {
  return new Logger(world);
}
