// What stands in the way of a deficit that people's limits would let into a group: a ban on meeting, or rooms and equipment.
import type { GroupingGroup, GroupingProblem, GroupingResource } from './problem';
import { mostMembers } from './problem';
import { isBanned } from './requests';

export type Binding =
  /** Whoever has a place for the person must not meet him: those. */
  | { readonly kind: 'apart'; readonly people: readonly string[] }
  /** Another group could be led, but these are taken, or not there at all, whenever it could meet. */
  | { readonly kind: 'means'; readonly resources: readonly GroupingResource[] };

/**
 * @param code the person whose deficit is left
 * @param spare consultants in the competency who could take another group
 */
export function whatBinds(
  problem: GroupingProblem,
  groups: readonly GroupingGroup[],
  code: string,
  competency: string,
  spare: readonly string[],
): Binding | undefined {
  const { teachers, params } = problem;
  const index = new Map(teachers.map(({ id }, i) => [id, i]));
  const banned = new Set(
    teachers.flatMap(({ id }) => (id !== code && isBanned(problem, code, id, competency) ? [id] : [])),
  );
  const everybody = ({ consultants, members }: GroupingGroup): string[] => [...consultants, ...members];
  const can = (id: string, slot: number): boolean =>
    (teachers[index.get(id) ?? -1]?.av.charAt(slot) ?? '0') > '0' &&
    !groups.some((group) => group.slot === slot && everybody(group).includes(id));

  const about = groups.filter((group) => group.competency === competency);
  const open = about.filter(
    ({ slot, consultants, members }) =>
      can(code, slot) && members.length < mostMembers(problem, competency, consultants.length),
  );
  const inTheWay = open.map((group) => everybody(group).filter((id) => banned.has(id)));
  if (open.length > 0 && inTheWay.every((people) => people.length > 0))
    return { kind: 'apart', people: [...new Set(inTheWay.flat())] };

  const c = problem.competencies.indexOf(competency);
  const served = new Set(about.flatMap(({ members }) => members));
  const waiting = teachers.filter(({ id, lvl }) => lvl.charAt(c) < '3' && !served.has(id));
  const ways = Array.from({ length: problem.slots }, (_, slot) => slot)
    .filter((slot) => can(code, slot) && waiting.filter(({ id }) => can(id, slot)).length >= params.L)
    .flatMap((slot) => spare.filter((lead) => can(lead, slot)).map((lead) => ({ slot, lead })));
  if (ways.length === 0) return undefined;
  const allowed = ways.filter(({ lead }) => !banned.has(lead));
  if (allowed.length === 0) return { kind: 'apart', people: [...new Set(ways.map(({ lead }) => lead))] };
  const short = allowed.map(({ slot }) => shortAt(problem, groups, competency, slot));
  return short.every((resources) => resources.length > 0)
    ? { kind: 'means', resources: [...new Set(short.flat())] }
    : undefined;
}

/** What a further group about the competency needs and cannot have in the slot. */
function shortAt(
  { resources = [] }: GroupingProblem,
  groups: readonly GroupingGroup[],
  competency: string,
  slot: number,
): readonly GroupingResource[] {
  return resources.filter(({ capacity, competencies, taken }) => {
    const needs = (id: string): boolean => competencies?.includes(id) ?? true;
    const using = groups.filter((group) => group.slot === slot && needs(group.competency)).length;
    return needs(competency) && using + (taken?.[slot] ?? 0) >= capacity;
  });
}
