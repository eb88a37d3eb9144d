// Argument checking of FormApp: what does not fit a documented signature is refused as live Apps Script refuses it.
import { ScriptError, ServiceObject } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';

/** Whether a value fits one parameter of a signature. */
export type Kind = (value: unknown) => boolean;

export const text: Kind = (value) => typeof value === 'string';
export const flag: Kind = (value) => typeof value === 'boolean';
export const number: Kind = (value) => typeof value === 'number' && Number.isFinite(value);
export const integer: Kind = (value) => typeof value === 'number' && Number.isInteger(value);
export const date: Kind = (value) => value instanceof Date;
export const texts: Kind = (value) => Array.isArray(value) && value.every((each) => typeof each === 'string');
export const textsOrNulls: Kind = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' || each === null);
export const nestedTexts: Kind = (value) => Array.isArray(value) && value.every((each) => each === null || texts(each));

/** An instance of one of the emulator's classes. */
export function instance(type: abstract new (...args: never[]) => object): Kind {
  return (value) => value instanceof type;
}
export function oneOf(values: Readonly<Record<string, ScriptEnum>>): Kind {
  const known = new Set<unknown>(Object.values(values));
  return (value) => known.has(value);
}
export function orNull(kind: Kind): Kind {
  return (value) => value === null || kind(value);
}
export function arrayOf(kind: Kind): Kind {
  return (value) => Array.isArray(value) && value.every(kind);
}

/**
 * Throws unless the arguments fit one of the overloads.
 * @param method `Class.method`, without the service's name
 */
export function accept(method: string, args: readonly unknown[], ...overloads: readonly (readonly Kind[])[]): void {
  const fits = overloads.some(
    (kinds) => kinds.length === args.length && kinds.every((kind, index) => kind(args[index])),
  );
  if (fits) return;
  const service = method.startsWith('FormApp.') ? '' : 'FormApp.';
  throw new ScriptError(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${service}${method}.`,
  );
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  if (value instanceof Date) return 'Date';
  if (value instanceof ServiceObject) return `FormApp.${value._name}`;
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean';
    case 'object':
    case 'function':
      return 'Object';
    default:
      return typeof value;
  }
}
