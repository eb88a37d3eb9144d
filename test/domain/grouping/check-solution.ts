// An independent reading of the format's rules: everything that is wrong with a solution, and what it costs.
import type { GroupingProblem, GroupingSolution } from '../../../src/domain/grouping/solve';

export interface Checked {
  readonly errors: readonly string[];
  readonly cost: number;
}

export function checkSolution(
  problem: GroupingProblem,
  { groups, unserved }: Pick<GroupingSolution, 'groups' | 'unserved'>,
): Checked {
  const { params: p, teachers, competencies } = problem;
  const errors: string[] = [];
  const of = new Map(teachers.map((teacher, index) => [teacher.id, { ...teacher, index }]));
  const person = (id: string): (typeof teachers)[number] & { index: number } => {
    const found = of.get(id);
    if (found === undefined) throw new Error(`unknown teacher ${id}`);
    return found;
  };
  const old = new Set(problem.history.map(([a, b]) => [Math.min(a, b), Math.max(a, b)].join()));
  const served = new Set<string>();
  const busy = new Set<string>();
  const lead = new Map<string, number>();
  const member = new Map<string, number>();
  let f2 = 0;
  let f3 = 0;
  let f4 = 0;
  for (const group of groups) {
    const c = competencies.indexOf(group.competency);
    const all = [...group.consultants, ...group.members].map(person);
    if (group.consultants.length < 1 || group.consultants.length > p.cmax) errors.push('number of consultants');
    if (group.members.length < p.L || group.members.length > Math.min(p.U, p.U1 * group.consultants.length))
      errors.push('size');
    for (const id of group.consultants) {
      if (person(id).lvl[c] !== '4') errors.push(`${id} has no surplus`);
      lead.set(id, (lead.get(id) ?? 0) + 1);
    }
    for (const id of group.members) {
      if (!'012'.includes(person(id).lvl[c] ?? '3')) errors.push(`${id} has no deficit`);
      if (served.has(`${id} ${group.competency}`)) errors.push(`${id} twice`);
      served.add(`${id} ${group.competency}`);
      member.set(id, (member.get(id) ?? 0) + 1);
    }
    const subjects = new Map<number, number>();
    const schools = new Map<number, number>();
    for (const { id, av, subj, school } of all) {
      const can = av[group.slot] ?? '0';
      if (can === '0') errors.push(`${id} cannot at ${String(group.slot)}`);
      if (can === '1') f4 += p.price.slot;
      if (busy.has(`${id} ${String(group.slot)}`)) errors.push(`${id} in two places`);
      busy.add(`${id} ${String(group.slot)}`);
      subjects.set(subj, (subjects.get(subj) ?? 0) + 1);
      schools.set(school, (schools.get(school) ?? 0) + 1);
    }
    if (subjects.size < 2) errors.push('one subject');
    const repeats = (counts: ReadonlyMap<number, number>): number =>
      [...counts.values()].reduce((sum, n) => sum + n - 1, 0);
    f2 += p.price.group;
    f3 += p.price.subjRepeat * repeats(subjects) + (problem.schools > 1 ? p.price.schoolRepeat * repeats(schools) : 0);
    all.forEach((a, i) => {
      for (const b of all.slice(i + 1))
        if (old.has([Math.min(a.index, b.index), Math.max(a.index, b.index)].join())) f4 += p.price.oldPair;
    });
  }
  for (const [id, count] of lead) {
    if (count > (person(id).maxLead ?? p.k)) errors.push(`${id} leads too much`);
    f2 += (p.price.load * count * (count + 1)) / 2;
  }
  for (const [id, count] of member) if (count > (person(id).maxMember ?? p.m)) errors.push(`${id} learns too much`);
  const listed = new Set(unserved.map(({ teacher, competency }) => `${teacher} ${competency}`));
  let f1 = 0;
  for (const teacher of teachers) {
    let needs = 0;
    let got = 0;
    competencies.forEach((competency, c) => {
      const depth = 3 - Number(teacher.lvl[c] ?? 3);
      if (depth <= 0) return;
      needs += 1;
      const key = `${teacher.id} ${competency}`;
      if (served.has(key)) got += 1;
      else f1 += p.price.uncovered * (p.w[depth] ?? 0);
      if (served.has(key) === listed.has(key)) errors.push(`${key}: served and listed do not agree`);
    });
    if (needs > 0 && got === 0) f1 += p.price.leftOut;
  }
  return { errors, cost: f1 + f2 + f3 + f4 };
}
