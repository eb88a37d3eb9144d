// The makers of request objects that advanced services have, such as `Calendar.newEvent()`: each gives an empty object.
// https://developers.google.com/apps-script/guides/services/advanced
import type { ServiceObject } from './service';

/**
 * Adds the makers to a service's class.
 * @param names of the schemas, without «new»
 * @returns the makers' names: they are the client's own, so nothing is sent
 */
export function addSchemaMakers(service: { prototype: ServiceObject }, names: readonly string[]): ReadonlySet<string> {
  const makers = names.map((name) => `new${name}`);
  for (const maker of makers)
    Object.defineProperty(service.prototype, maker, { value: () => ({}), configurable: true });
  return new Set(makers);
}
