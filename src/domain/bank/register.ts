// Numbers of the methodical bank's register.

const PREFIX = 'МБ-';

/** The number after the greatest in use: `МБ-001`, `МБ-002` … Numbers of other forms, written by hand, are passed over. */
export function resourceNumber(used: readonly string[]): string {
  const numbers = used.map((number) => Number(/^\s*МБ-(\d{1,9})\s*$/i.exec(number)?.[1] ?? 0));
  const next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
  return PREFIX + String(next).padStart(3, '0');
}
