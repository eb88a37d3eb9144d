// ScriptApp: triggers, authorization, the script itself.
import { grantedScopes } from '../../runtime/consent';
import { NotEmulated, ScriptError, ServiceObject, type ScriptEnum } from '../../runtime/service';
import { runtimeOf } from '../../runtime/state';
import { storedTriggers, visibleTriggers } from '../../runtime/triggers';
import type { World } from '../../runtime/world';
import { Trigger, TriggerBuilder } from './triggers';
import { AUTH_MODE, AUTHORIZATION_STATUS, EVENT_TYPE, INSTALLATION_SOURCE, TRIGGER_SOURCE, WEEK_DAY } from './enums';

export { AUTH_MODE } from './enums';

/** https://developers.google.com/apps-script/reference/script/script-app */
class ScriptApp extends ServiceObject {
  readonly _name = 'ScriptApp';
  readonly AuthMode = AUTH_MODE;
  readonly AuthorizationStatus = AUTHORIZATION_STATUS;
  readonly EventType = EVENT_TYPE;
  readonly InstallationSource = INSTALLATION_SOURCE;
  readonly TriggerSource = TRIGGER_SOURCE;
  readonly WeekDay = WEEK_DAY;
  constructor(readonly _world: World) {
    super();
  }
  override get _free(): ReadonlySet<string> {
    return BUILDERS;
  }
  newTrigger(functionName: string): TriggerBuilder {
    if (typeof functionName !== 'string')
      throw new ScriptError(
        `The parameters (${typeof functionName}) don't match the method signature for ScriptApp.newTrigger.`,
      );
    return new TriggerBuilder(this._world, functionName);
  }
  /** The current user's triggers of this script (in an add-on: in this document). */
  getProjectTriggers(): Trigger[] {
    return visibleTriggers(this._world, runtimeOf(this._world).deployment).map(
      ({ uid }) => new Trigger(this._world, uid),
    );
  }
  getScriptTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }
  /** The user's triggers in the given document. */
  getUserTriggers(document: ServiceObject): Trigger[] {
    const id = idOf(document);
    return storedTriggers(this._world)
      .filter(({ user, documentId }) => user === this._world.effectiveUser && documentId === id)
      .map(({ uid }) => new Trigger(this._world, uid));
  }
  deleteTrigger(trigger: Trigger): void {
    const all = storedTriggers(this._world);
    const index = all.findIndex(({ uid }) => uid === trigger._uid);
    if (index < 0) throw new NotEmulated('ScriptApp.deleteTrigger of a trigger that is gone');
    all.splice(index, 1);
  }
  /** With a list of scopes the answer is about those alone: https://developers.google.com/apps-script/reference/script/script-app#getAuthorizationInfo(AuthMode,String) */
  getAuthorizationInfo(authMode: ScriptEnum, oAuthScopes?: readonly string[]): AuthorizationInfo {
    if (authMode !== AUTH_MODE.FULL) throw new NotEmulated('ScriptApp.getAuthorizationInfo of a mode other than FULL');
    return new AuthorizationInfo(this._world, oAuthScopes ?? runtimeOf(this._world).project?.manifest.oauthScopes);
  }
  getScriptId(): string {
    return this._world.slice('script', () => ({ id: this._world.nextId(57) })).id;
  }
}

const BUILDERS: ReadonlySet<string> = new Set(['newTrigger', 'getScriptId', 'getAuthorizationInfo']);

/** https://developers.google.com/apps-script/reference/script/authorization-info */
class AuthorizationInfo extends ServiceObject {
  readonly _name = 'AuthorizationInfo';
  constructor(
    readonly _world: World,
    readonly _asked: readonly string[] | undefined,
  ) {
    super();
  }
  get #isWhole(): boolean {
    return grantedScopes(this._world, this._asked)?.length === this._asked?.length;
  }
  override get _free(): 'all' {
    return 'all';
  }
  getAuthorizationStatus(): ScriptEnum {
    return this.#isWhole ? AUTHORIZATION_STATUS.NOT_REQUIRED : AUTHORIZATION_STATUS.REQUIRED;
  }
  /** `null` when no authorization is required (same page). */
  getAuthorizationUrl(): string | null {
    return this.#isWhole ? null : 'https://script.google.com/macros/authorize';
  }
  /** Of the scopes asked about, those the user has given (same page). */
  getAuthorizedScopes(): string[] | null {
    const granted = grantedScopes(this._world, this._asked);
    if (granted === undefined)
      throw new NotEmulated('AuthorizationInfo.getAuthorizedScopes of a manifest without scopes');
    return [...granted];
  }
}

/** The id of a spreadsheet or form a script handed over. */
function idOf(document: ServiceObject): string {
  const { getId } = document as { getId?: unknown };
  if (typeof getId !== 'function') throw new NotEmulated(`ScriptApp.getUserTriggers of ${document._name}`);
  return String(Reflect.apply(getId, document, []));
}

/** The global `ScriptApp` of one execution. */
export function createScriptApp(world: World): ServiceObject {
  return new ScriptApp(world);
}
