// «Кто не ответил» in «Опросы»: as many names as somebody reads, and how many more there are.
import type { Context } from '../context';
import type { Ports } from '../ports';

/** A cell holds some two thousand names; nobody reads as many. The page's view of the coverage has them all. */
const MOST_NAMED = 500;

/** The names of those addressed who are not among the answered, as the register shows them. */
export function silentNames(
  ports: Ports,
  { staff }: Pick<Context, 'staff'>,
  audience: readonly string[],
  answered: ReadonlySet<string> = new Set<string>(),
): readonly string[] {
  const silent = audience.filter((code) => !answered.has(code));
  const names = silent.slice(0, MOST_NAMED).map((code) => staff.byCode.get(code)?.name ?? code);
  const more = silent.length - names.length;
  return more === 0 ? names : [...names, ports.words.say({ code: 'surveys.more', fields: { count: more } })];
}
