// What google.script.run lets through between a page and the script.
// https://developers.google.com/apps-script/guides/html/reference/run#myFunction(...)
import { types } from 'node:util';
import { ServiceObject } from './service';

/** A page asked for something google.script.run refuses. */
export class IllegalValue extends TypeError {
  override readonly name = 'TypeError';
}

/**
 * A page's argument, copied as it reaches the server: primitives, arrays and plain objects; `undefined` in an array
 * becomes null, in an object it is left out.
 * @throws IllegalValue for a Date, a function or any other object, anywhere inside; for circular references
 */
export function serialiseArgument(value: unknown): unknown {
  return copy(value, [], (found) => {
    throw new IllegalValue(`Failed due to illegal value in property: ${found}`);
  });
}

/**
 * A server function's result as the page's success handler gets it. «Legal return values are the same as the legal
 * parameters»; a result with anything else in it arrives as null.
 */
export function serialiseResult(value: unknown): unknown {
  if (value === undefined) return null;
  try {
    return serialiseArgument(value);
  } catch (error) {
    if (error instanceof IllegalValue) return null;
    throw error;
  }
}

function copy(value: unknown, path: readonly object[], refuse: (found: string) => never, key = '0'): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // Travels as JSON, which has no −0 either.
      return Number.isFinite(value) ? value + 0 : null;
    case 'undefined':
      return undefined;
    case 'object':
      break;
    default:
      return refuse(key);
  }
  if (value === null) return null;
  if (path.includes(value)) return refuse(key);
  const inner = [...path, value];
  if (Array.isArray(value)) return value.map((item, index) => copy(item, inner, refuse, String(index)) ?? null);
  if (value instanceof ServiceObject || types.isDate(value) || types.isRegExp(value) || types.isNativeError(value))
    return refuse(key);
  if (Object.prototype.toString.call(value) !== '[object Object]') return refuse(key);
  // fromEntries defines its members: one named `__proto__` stays a member.
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const copied = copy(member, inner, refuse, name);
      return copied === undefined ? [] : [[name, copied]];
    }),
  );
}
