// What is asked for many times with the same arguments is reckoned once.

/**
 * The same function, which reckons a value once for each key.
 * @param keyOf the arguments as a text; by default joined, which tells names and numbers apart that have no line breaks
 */
export function remembered<A extends readonly unknown[], T>(
  reckon: (...given: A) => T,
  keyOf: (...given: A) => string = (...given) => given.map(String).join('\n'),
): (...given: A) => T {
  const known = new Map<string, { readonly value: T }>();
  return (...given) => {
    const key = keyOf(...given);
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = reckon(...given);
    known.set(key, { value });
    return value;
  };
}
