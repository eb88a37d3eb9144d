// Argument checks of CardService, worded as live Apps Script words them.
import { ScriptError } from '../../runtime/service';

type Kind = (value: unknown) => boolean;

export const text: Kind = (value) => typeof value === 'string';
export const flag: Kind = (value) => typeof value === 'boolean';
export const count: Kind = (value) => typeof value === 'number' && Number.isInteger(value);
export const instance =
  (type: abstract new (...args: never[]) => unknown): Kind =>
  (value) =>
    value instanceof type;

/** @throws ScriptError when the arguments fit none of the signatures */
export function acceptCard(method: string, args: readonly unknown[], kinds: readonly Kind[]): void {
  if (kinds.length === args.length && kinds.every((kind, index) => kind(args[index]))) return;
  const given = args.map((arg) => (arg === null || arg === undefined ? 'null' : typeof arg)).join(',');
  throw new ScriptError(`The parameters (${given}) don't match the method signature for CardService.${method}.`);
}
