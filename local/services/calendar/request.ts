// What every method of the advanced Calendar service does first: its arguments, its optional arguments, its errors.
import { ApiError, NotEmulated, ScriptError } from '../../runtime/service';
import type { World } from '../../runtime/world';
import type { Role, StoredCalendar } from './state';
import { atLeast, findCalendar, primaryOf, roleOf, sameEmail, shownToScript } from './state';

/** A JSON object as a script passed it. */
export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Errors the Calendar API gives; texts: https://developers.google.com/workspace/calendar/api/guides/errors */
export class CalendarRequest {
  constructor(
    readonly world: World,
    /** REST name, e.g. `calendar.events.insert`. */
    readonly method: string,
  ) {}

  /** The error with this HTTP status, reason and text. */
  error(code: number, reason: string, message: string, domain = 'global'): ApiError {
    const error = new ApiError(this.method, code, reason, message);
    for (const item of error.details.errors) item.domain = domain;
    return error;
  }
  notFound(): ApiError {
    return this.error(404, 'notFound', 'Not Found');
  }
  badRequest(): ApiError {
    return this.error(400, 'badRequest', 'Bad Request');
  }
  invalid(message: string): ApiError {
    return this.error(400, 'invalid', message);
  }
  required(message: string): ApiError {
    return this.error(400, 'required', message);
  }
  emptyRange(): ApiError {
    return this.error(400, 'timeRangeEmpty', 'The specified time range is empty.', 'calendar');
  }

  /** A string argument of the call; the advanced service refuses a call without it. */
  text(value: unknown, expected: string): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw new ScriptError(`Invalid number of arguments provided. Expected ${expected} only`);
  }

  /** The resource of the call. */
  resource(value: unknown, expected: string): Json {
    if (isJson(value)) return value;
    throw new ScriptError(`Invalid number of arguments provided. Expected ${expected} only`);
  }

  /**
   * The optional arguments; one that is not emulated is refused rather than ignored.
   * @param known the names the method understands here
   */
  options(value: unknown, known: readonly string[]): Options {
    const given = isJson(value) ? value : {};
    for (const [name, option] of Object.entries(given))
      if (option !== undefined && option !== null && !known.includes(name))
        throw new NotEmulated(`${this.method} with the option ${name}`);
    return new Options(this, given);
  }

  /**
   * Applies the `If-Match` header: https://developers.google.com/workspace/calendar/api/guides/version-resources
   * @param headers last argument of the call
   */
  checkHeaders(headers: unknown, etag: string): void {
    if (!isJson(headers)) return;
    for (const [name, value] of Object.entries(headers)) {
      if (name.toLowerCase() !== 'if-match') throw new NotEmulated(`${this.method} with the header ${name}`);
      if (value !== '*' && value !== etag) throw this.error(412, 'conditionNotMet', 'Precondition Failed');
    }
  }

  /** A calendar the current user may use in this way, else the API's refusal. */
  calendar(id: unknown, wanted: Role): StoredCalendar {
    const me = this.world.effectiveUser;
    const text = this.text(id, '1-4');
    const calendar =
      text === 'primary' || sameEmail(text, me) ? primaryOf(this.world, me) : findCalendar(this.world, text);
    const role = calendar === undefined ? undefined : roleOf(this.world, calendar, me);
    if (calendar === undefined || role === undefined || !shownToScript(this.world, calendar)) throw this.notFound();
    if (!atLeast(role, wanted)) {
      if (role === 'freeBusyReader') throw new NotEmulated(`${this.method} on a calendar shared as free/busy only`);
      throw this.error(403, 'requiredAccessLevel', `You need to have ${wanted} access to this calendar.`, 'calendar');
    }
    return calendar;
  }
}

/** Optional arguments of one call, read by type. */
export class Options {
  readonly #request: CalendarRequest;
  readonly #given: Json;
  constructor(request: CalendarRequest, given: Json) {
    this.#request = request;
    this.#given = given;
  }

  string(name: string): string | undefined {
    const value = this.#given[name];
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? value : String(value);
  }

  flag(name: string): boolean {
    const value = this.#given[name];
    return value === true || value === 'true';
  }

  /** A whole number between the bounds, or `standard`. */
  integer(name: string, standard: number, least: number, most: number): number {
    const value = this.#given[name];
    if (value === undefined || value === null) return standard;
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most)
      throw this.#request.error(
        400,
        'invalidParameter',
        `Invalid value '${String(value)}'. Values must be within the range: [${least}, ${most}]`,
      );
    return number;
  }

  /** One of the listed words, or `standard`. */
  choice<const T extends string>(name: string, standard: T, allowed: readonly T[]): T {
    const value = this.string(name);
    if (value === undefined) return standard;
    const found = allowed.find((word) => word === value);
    if (found === undefined)
      throw this.#request.error(
        400,
        'invalidParameter',
        `Invalid value '${value}'. Values must match the following regular expression: '${allowed.join('|')}'`,
      );
    return found;
  }

  /** A list parameter: one string or several. */
  strings(name: string): string[] {
    const value = this.#given[name];
    if (value === undefined || value === null) return [];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).map(String);
  }
}
