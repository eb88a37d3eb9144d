// LockService: locks on the script, the user and the document. Executions run one after another here, so a lock is held by
// somebody else only when a test says so (`LocalWorkspace.holdLock`) or while an execution runs inside another.
import { ScriptError, ServiceObject } from '../../runtime/service';
import { runtimeOf } from '../../runtime/state';
import type { World } from '../../runtime/world';

/** https://developers.google.com/apps-script/reference/lock/lock-service */
class LockService extends ServiceObject implements Record<keyof GoogleAppsScript.Lock.LockService, unknown> {
  readonly _name = 'LockService';
  readonly #locks = new Map<string, Lock>();
  constructor(readonly _world: World) {
    super();
  }
  getScriptLock(): Lock {
    return this.#open('script');
  }
  getUserLock(): Lock {
    return this.#open(`user:${this._world.effectiveUser}`);
  }
  /** `null` where the script runs outside a document. */
  getDocumentLock(): Lock | null {
    const id = this._world.execution?.activeSpreadsheetId ?? this._world.activeSpreadsheetId;
    return id === undefined ? null : this.#open(`document:${id}`);
  }
  #open(key: string): Lock {
    let lock = this.#locks.get(key);
    if (lock === undefined) this.#locks.set(key, (lock = new Lock(this._world, key)));
    return lock;
  }
}

/** https://developers.google.com/apps-script/reference/lock/lock */
class Lock extends ServiceObject implements Record<keyof GoogleAppsScript.Lock.Lock, unknown> {
  readonly _name = 'Lock';
  readonly #world: World;
  readonly #key: string;
  constructor(world: World, key: string) {
    super();
    this.#world = world;
    this.#key = key;
  }
  get #holder(): number | undefined {
    return runtimeOf(this.#world).heldLocks.get(this.#key);
  }
  get #me(): number {
    return this.#world.execution?.index ?? 0;
  }
  hasLock(): boolean {
    return this.#holder === this.#me;
  }
  /** Waits (in virtual time) as long as it is told when another execution holds the lock. */
  tryLock(timeoutInMillis: number): boolean {
    if (this.#holder !== undefined && this.#holder !== this.#me) {
      this.#world.clock.charge(timeoutInMillis);
      return false;
    }
    runtimeOf(this.#world).heldLocks.set(this.#key, this.#me);
    return true;
  }
  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis))
      throw new ScriptError('Lock timeout: another process was holding the lock for too long.');
  }
  releaseLock(): void {
    if (this.hasLock()) runtimeOf(this.#world).heldLocks.delete(this.#key);
  }
}

/** The global `LockService` of one execution. */
export function createLockService(world: World): ServiceObject {
  return new LockService(world);
}
