// The errors the advanced Drive service answers with. https://developers.google.com/workspace/drive/api/guides/handle-errors
import { ApiError, NotEmulated } from '../../runtime/service';

/** `File not found: …`, also for files the caller may not know about. */
export function fileNotFound(method: string, id: string): ApiError {
  return new ApiError(method, 404, 'notFound', `File not found: ${id}.`);
}

/** The caller sees the file but may not do this to it. */
export function notPermitted(method: string): ApiError {
  return new ApiError(
    method,
    403,
    'insufficientFilePermissions',
    'The user does not have sufficient permissions for this file.',
  );
}

/** A parameter or query that makes no sense. */
export function invalidValue(method: string): ApiError {
  return new ApiError(method, 400, 'invalid', 'Invalid Value');
}

/** A field of the request body that may not be set this way. */
export function notWritable(
  method: string,
  message = 'The resource body includes fields which are not directly writable.',
): ApiError {
  return new ApiError(method, 403, 'fieldNotWritable', message);
}

/** Whether a value is an object with named members (not null, not an array). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks the `optionalArgs` of a call and drops what is undefined or null.
 * @param known the options this emulation understands; any other throws NotEmulated
 */
export function readOptions(method: string, value: unknown, known: readonly string[]): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw new NotEmulated(`${method} with optional arguments that are not an object`);
  const given = Object.entries(value).filter(([, v]) => v !== undefined && v !== null);
  for (const [name] of given) if (!known.includes(name)) throw new NotEmulated(`${method} with ${name}`);
  return Object.fromEntries(given);
}

/** A text option, absent when not given. */
export function textOption(method: string, options: Record<string, unknown>, name: string): string | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new NotEmulated(`${method} with ${name} that is not a string`);
  return value;
}

/** A boolean option; REST takes `true` and `"true"` alike. */
export function flagOption(options: Record<string, unknown>, name: string, byDefault: boolean): boolean {
  const value = options[name];
  return value === undefined ? byDefault : value === true || value === 'true';
}
