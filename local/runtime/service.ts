// What a script may hold: the base class of every emulated service object, and the errors services throw.

/**
 * An object of an Apps Script service. Scripts never touch instances directly: the membrane hands out proxies, so that
 * every public method call is one logged, charged and faultable service call.
 *
 * Members whose name begins with `_` are the emulator's own and invisible to scripts. Anything a script asks for that
 * is not a public member throws `NotEmulated: <_name>.<member>`.
 */
export abstract class ServiceObject {
  /** Name in the call log and in errors, e.g. `Sheet`, `Range`, `Calendar.Events`. */
  abstract readonly _name: string;

  /** The id of the sheet or form that calls on the object are about, for the call log. */
  get _on(): number | string | undefined {
    return undefined;
  }

  /**
   * Methods answered from memory, without a round trip: not logged, not charged, never faulted. Only for values that
   * live Apps Script also has at hand (an object's own id; snapshots such as a FormResponse; builders before `build`).
   */
  get _free(): ReadonlySet<string> | 'all' {
    return NOTHING_FREE;
  }
}

const NOTHING_FREE: ReadonlySet<string> = new Set();

/** A value of an Apps Script enum: compared by identity, printed by its name. */
export class ScriptEnum extends ServiceObject {
  readonly _name: string;
  constructor(
    enumName: string,
    readonly _value: string,
    private readonly _index: number,
  ) {
    super();
    this._name = enumName;
  }
  override get _free(): 'all' {
    return 'all';
  }
  name(): string {
    return this._value;
  }
  ordinal(): number {
    return this._index;
  }
  override toString(): string {
    return this._value;
  }
  toJSON(): string {
    return this._value;
  }
}

/** Builds an enum's values in order, e.g. `scriptEnum('ItemType', ['CHECKBOX', 'DATE'])`. */
export function scriptEnum<const K extends string>(
  enumName: string,
  names: readonly K[],
): Readonly<Record<K, ScriptEnum>> {
  return Object.fromEntries(names.map((name, index) => [name, new ScriptEnum(enumName, name, index)])) as Record<
    K,
    ScriptEnum
  >;
}

/** An error of a built-in service, as scripts catch it: `name` is `Exception`. */
export class ScriptError extends Error {
  override readonly name: string = 'Exception';
}

/**
 * An error of an advanced service (REST API), as scripts catch it.
 * https://developers.google.com/apps-script/guides/services/advanced#error_handling
 */
export class ApiError extends ScriptError {
  override readonly name = 'GoogleJsonResponseException';
  readonly details: {
    code: number;
    message: string;
    errors: { domain: string; reason: string; message: string }[];
  };
  /**
   * @param method e.g. `calendar.events.insert`
   * @param code   HTTP status
   * @param reason machine-readable reason, e.g. `duplicate`
   */
  constructor(method: string, code: number, reason: string, message: string) {
    super(`API call to ${method} failed with error: ${message}`);
    this.details = { code, message, errors: [{ domain: 'global', reason, message }] };
  }
}

/** The emulator does not know how live Apps Script behaves here, and refuses to make it up. */
export class NotEmulated extends Error {
  override readonly name = 'NotEmulated';
  constructor(what: string) {
    super(`NotEmulated: ${what}`);
  }
}
