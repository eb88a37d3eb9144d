// Session: who runs the script, in which language and time zone.
import { createHash } from 'node:crypto';
import { ServiceObject } from '../../runtime/service';
import { runtimeOf } from '../../runtime/state';
import type { World } from '../../runtime/world';

/** https://developers.google.com/apps-script/reference/base/session */
class Session extends ServiceObject {
  readonly _name = 'Session';
  constructor(readonly _world: World) {
    super();
  }
  /** Known without a round trip: the script's own settings. */
  override get _free(): ReadonlySet<string> {
    return OWN_SETTINGS;
  }
  getActiveUser(): User {
    return new User(this._world.effectiveUser);
  }
  getEffectiveUser(): User {
    return new User(this._world.effectiveUser);
  }
  getScriptTimeZone(): string {
    return runtimeOf(this._world).project?.manifest.timeZone ?? this._world.timeZone;
  }
  /** A language, «for example, en for English». */
  getActiveUserLocale(): string {
    return this._world.locale.split('_')[0] ?? this._world.locale;
  }
  /** Opaque, the same for the same user of the same script. Live rotates it every 30 days; that is not emulated. */
  getTemporaryActiveUserKey(): string {
    return createHash('sha256').update(this._world.effectiveUser).digest('base64');
  }
}

const OWN_SETTINGS: ReadonlySet<string> = new Set(['getScriptTimeZone', 'getActiveUserLocale']);

/** https://developers.google.com/apps-script/reference/base/user */
class User extends ServiceObject {
  readonly _name = 'User';
  readonly #email: string;
  constructor(email: string) {
    super();
    this.#email = email;
  }
  override get _free(): 'all' {
    return 'all';
  }
  getEmail(): string {
    return this.#email;
  }
  override toString(): string {
    return this.#email;
  }
}

/** The global `Session` of one execution. */
export function createSession(world: World): ServiceObject {
  return new Session(world);
}
