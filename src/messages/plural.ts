// Which form of a word goes with a number.

/**
 * The Russian form: 1 учитель, 2 учителя, 5 учителей; 11…14 take `many`, a fraction takes `few` (1,5 учителя).
 * @see https://cldr.unicode.org/index/cldr-spec/plural-rules (ru)
 */
export function plural(n: number, one: string, few: string, many: string): string {
  const size = Math.abs(n);
  if (!Number.isInteger(size)) return few;
  const tens = size % 100;
  const units = size % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

/** The English form: 1 teacher, everything else teachers. */
export function pluralEn(n: number, one: string, other: string): string {
  return n === 1 ? one : other;
}
