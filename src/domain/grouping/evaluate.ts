// Judges a finished set of groups from scratch: every rule, every part of the cost, everybody left unserved.
import { previousPlaces } from './model';
import { mostMembers, sizeOf } from './problem';
import type { CostParts, GroupingGroup, GroupingProblem, InputProblem, UnservedNeed } from './problem';
import { structuralReasons } from './reasons';

export interface Evaluation {
  cost: number;
  costParts: CostParts;
  unserved: UnservedNeed[];
  /** Broken rules; empty when the groups are feasible. `where` is `groups[n]` or the teacher's id. */
  broken: InputProblem[];
}

/**
 * What the groups cost and which rules they break. Independent of the solver's own bookkeeping, which it therefore checks. A group that
 * is `unknown` (its time is not offered, say) is held against no other rule, but costs what can be told without its time: a set of
 * groups is not better for having lost it.
 */
export function evaluate(problem: GroupingProblem, groups: readonly GroupingGroup[]): Evaluation {
  const { teachers, params, competencies, slots } = problem;
  const price = params.price;
  const n = teachers.length;
  const C = competencies.length;
  const broken: InputProblem[] = [];
  const index = new Map(teachers.map((teacher, i) => [teacher.id, i]));
  const compIndex = new Map(competencies.map((id, c) => [id, c]));
  const key = (a: number, b: number): number => Math.min(a, b) * n + Math.max(a, b);
  const old = new Set(problem.history.map(([a, b]) => key(a, b)));
  const forbidden = new Set((problem.forbidden ?? []).map(([a, b]) => key(a, b)));
  const forbiddenIn = new Set(
    (problem.forbiddenIn ?? []).map(({ a, b, competency }) => `${competency} ${String(key(a, b))}`),
  );
  const served = new Uint8Array(n * C);
  const busy = new Uint8Array(n * slots);
  const load = new Int32Array(n);
  const modules = new Int32Array(n);
  // Whether some group serves a deficit of the person: a seat that serves none, given by hand, leaves him as he was.
  const placed = new Uint8Array(n);
  const parts: CostParts = { f1: 0, f2: 0, f3: 0, f4: 0, f5: 0 };

  const meetings: { competency: string; people: Set<number>; leads: Set<number> }[] = [];
  const using = new Map<string, number>();
  const places = previousPlaces(problem, index);
  let kept = 0;

  groups.forEach((group, q) => {
    const where = `groups[${q}]`;
    const c = compIndex.get(group.competency);
    const t = group.slot;
    const known = (ids: readonly string[]): number[] => ids.flatMap((id) => index.get(id) ?? []);
    const leads = known(group.consultants);
    const people = [...leads, ...known(group.members)];
    const told =
      c !== undefined && t >= 0 && t < slots && people.length === group.consultants.length + group.members.length;
    if (!told) broken.push({ code: 'unknown', where });
    const complain = (code: string): void => {
      if (told) broken.push({ code, where });
    };
    if (leads.length < 1 || leads.length > sizeOf(problem, group.competency).cmax) complain('consultants');
    if (group.members.length < params.L || group.members.length > mostMembers(problem, group.competency, leads.length))
      complain('size');
    parts.f2 += price.group;
    meetings.push({ competency: group.competency, people: new Set(people), leads: new Set(leads) });
    if (told) kept += people.filter((i) => places.has((i * C + c) * slots + t)).length;
    for (const { id, capacity, competencies: needing, taken } of told ? (problem.resources ?? []) : []) {
      if (needing && !needing.includes(group.competency)) continue;
      const place = `${id} ${String(t)}`;
      const count = (using.get(place) ?? 0) + 1;
      using.set(place, count);
      if (count + (taken?.[t] ?? 0) > capacity) complain('no_room');
    }
    const subjects = new Set<number>();
    const schools = new Set<number>();
    people.forEach((i, at) => {
      const teacher = teachers[i]!;
      const level = c === undefined ? 3 : teacher.lvl.charCodeAt(c) - 48;
      if (at < leads.length) {
        if (level !== 4) complain('no_surplus');
        load[i] = load[i]! + 1;
        parts.f2 += price.load * load[i]!;
      } else {
        if (level > 2) complain('no_deficit');
        else placed[i] = 1;
        if (c !== undefined) {
          if (served[i * C + c]) complain('served_twice');
          served[i * C + c] = 1;
        }
        modules[i] = modules[i]! + 1;
      }
      if (told) {
        if (teacher.av.charCodeAt(t) <= 48) complain('unavailable');
        else if (teacher.av[t] === '1') parts.f4 += price.slot;
        if (busy[i * slots + t]) complain('clash');
        busy[i * slots + t] = 1;
      }
      subjects.add(teacher.subj);
      schools.add(teacher.school);
      for (const other of people.slice(0, at)) {
        if (old.has(key(i, other))) parts.f4 += price.oldPair;
        if (forbidden.has(key(i, other)) || forbiddenIn.has(`${group.competency} ${String(key(i, other))}`))
          complain('forbidden_pair');
      }
    });
    if (subjects.size < 2) complain('one_subject');
    parts.f3 += price.subjRepeat * (people.length - subjects.size);
    if (problem.schools > 1) parts.f3 += price.schoolRepeat * (people.length - schools.size);
  });

  const reasons = structuralReasons(problem);
  const unserved: UnservedNeed[] = [];
  teachers.forEach((teacher, i) => {
    if (modules[i]! > (teacher.maxMember ?? params.m)) broken.push({ code: 'member_limit', where: teacher.id });
    if (load[i]! > (teacher.maxLead ?? params.k)) broken.push({ code: 'lead_limit', where: teacher.id });
    let needs = false;
    for (let c = 0; c < C; c++) {
      const level = teacher.lvl.charCodeAt(c) - 48;
      if (level > 2) continue;
      needs = true;
      if (served[i * C + c]) continue;
      parts.f1 += price.uncovered * params.w[3 - level]!;
      unserved.push({ teacher: teacher.id, competency: competencies[c]!, reason: reasons.get(i * C + c) ?? 'limit' });
    }
    if (needs && !placed[i]) parts.f1 += price.leftOut;
  });
  for (const { a, b, price: wish, bLeads, competency: about } of problem.wishes ?? [])
    if (
      !meetings.some(
        ({ competency, people, leads }) =>
          (about === undefined || about === competency) &&
          people.has(a) &&
          (bLeads ? leads : people).has(b) &&
          !(leads.has(a) && leads.has(b)),
      )
    )
      parts.f5 += wish;
  if (places.size) parts.f5 += (price.change ?? 0) * (places.size - kept);
  return { cost: parts.f1 + parts.f2 + parts.f3 + parts.f4 + parts.f5, costParts: parts, unserved, broken };
}
