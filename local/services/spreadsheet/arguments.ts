// Argument checking of SpreadsheetApp: what does not fit a documented signature is refused as live Apps Script refuses it.
import { ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';

/** Whether a value fits one parameter of a signature. */
export type Kind = (value: unknown) => boolean;

export const text: Kind = (value) => typeof value === 'string';
export const flag: Kind = (value) => typeof value === 'boolean';
export const number: Kind = (value) => typeof value === 'number' && Number.isFinite(value);
/** Apps Script takes any number for an Integer parameter and drops the fraction. */
export const integer: Kind = number;
export const date: Kind = (value) => value instanceof Date;
export const anything: Kind = () => true;
export const options: Kind = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ServiceObject);

/** An instance of one of the emulator's classes. */
export function instance(type: abstract new (...args: never[]) => object): Kind {
  return (value) => value instanceof type;
}
export function oneOf(values: Readonly<Record<string, ScriptEnum>>): Kind {
  const known = new Set<unknown>(Object.values(values));
  return (value) => known.has(value);
}
export function orNull(kind: Kind): Kind {
  return (value) => value === null || value === undefined || kind(value);
}
export function arrayOf(kind: Kind): Kind {
  return (value) => Array.isArray(value) && value.every(kind);
}
/** A two-dimensional array; its cells are looked at by whoever takes them. */
export const grid: Kind = arrayOf(Array.isArray);

/**
 * Throws unless the arguments fit one of the overloads.
 * @param method `Class.method`, without the service's name
 */
export function accept(method: string, args: readonly unknown[], ...overloads: readonly (readonly Kind[])[]): void {
  const given = withoutTail(args);
  const fits = overloads.some(
    (kinds) => kinds.length === given.length && kinds.every((kind, index) => kind(given[index])),
  );
  if (!fits) refuse(method, given);
}

/** Throws the error of a call that matches no signature. */
export function refuse(method: string, args: readonly unknown[]): never {
  const full = method.startsWith('SpreadsheetApp.') ? method : `SpreadsheetApp.${method}`;
  throw new ScriptError(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${full}.`,
  );
}

/** Optional parameters that were not given do not count. */
function withoutTail(args: readonly unknown[]): readonly unknown[] {
  let length = args.length;
  while (length > 0 && args[length - 1] === undefined) length--;
  return args.slice(0, length);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  if (value instanceof Date) return 'Date';
  if (value instanceof ServiceObject) return `SpreadsheetApp.${value._name}`;
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'number' ? 'number' : 'Object';
}
