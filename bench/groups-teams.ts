// The sub-problem that the literature knows, balanced diverse teams, by our solver and by a published heuristic in the same time.
import { performance } from 'node:perf_hooks';
import { Random } from '../src/domain/grouping/random';
import { evaluate, solve } from '../src/domain/grouping/solve';
import type { GroupingProblem } from '../src/domain/grouping/solve';

export interface TeamsRow {
  instance: string;
  seconds: number;
  /** Cost of repeats and old pairs by our solver, and by the heuristic. */
  ours: number;
  published: number;
}

/** Half the share of the pairs that have worked together before: so many that no team is free of them by luck. */
const OLD_PAIRS = 0.15;

/** Everybody but the leaders is to sit in one of `teams` teams of `size`: as few repeated subjects, schools and old pairs as can be. */
export function teamsProblem(teams: number, size: number, seed: number): GroupingProblem {
  const random = new Random(Math.imul(seed, 40_503));
  const n = teams * (size + 1);
  const history = new Map<number, [number, number]>();
  while (history.size < n * (n - 1) * OLD_PAIRS) {
    const a = random.below(n);
    const b = random.below(n);
    if (a < b) history.set(a * n + b, [a, b]);
  }
  return {
    format: 'vr-mobile-groups/1',
    id: `teams${String(teams)}x${String(size)}-s${String(seed)}`,
    teachers: Array.from({ length: n }, (_, i) => ({
      id: `t${String(i + 1)}`,
      subj: random.below(9),
      school: random.below(4),
      lvl: i < teams ? '4' : '1',
      av: '2',
    })),
    subjects: Array.from({ length: 9 }, (_, s) => `предмет ${String(s + 1)}`),
    schools: 4,
    slots: 1,
    competencies: ['K1'],
    history: [...history.values()],
    params: {
      ...{ L: size, U: size, U1: size, cmax: 1, m: 1, k: 1, w: [0, 1, 4, 9] },
      price: { uncovered: 100, leftOut: 200, group: 20, load: 10, subjRepeat: 4, schoolRepeat: 2, slot: 1, oldPair: 2 },
    },
  };
}

/**
 * Lotfi, Cerveny, "A final-exam-scheduling package", 1991, as corrected by Weitz, Lakshminarayanan, "An empirical comparison of heuristic
 * and graph theoretic methods for creating maximally diverse groups", 1997 (LCW): each person in turn changes places with that one of
 * another team with whom it gains most, until nobody gains; begun anew from random teams while there is time.
 */
export function pairwiseInterchange(problem: GroupingProblem, seconds: number, seed: number): number {
  const until = performance.now() + seconds * 1000;
  const random = new Random(seed);
  const { teachers, params, history } = problem;
  const teams = teachers.filter(({ lvl }) => lvl === '4').length;
  const { subjRepeat, schoolRepeat, oldPair } = params.price;
  const n = teachers.length;
  const old = new Uint8Array(n * n);
  for (const [a, b] of history) old[a * n + b] = old[b * n + a] = 1;
  const members = Array.from({ length: n - teams }, (_, q) => q + teams);
  const team = new Int32Array(n);
  const seats: number[][] = [];
  const subjects = new Int32Array(teams * problem.subjects.length);
  const schools = new Int32Array(teams * problem.schools);

  const count = (i: number, g: number, change: number): void => {
    const { subj, school } = teachers[i]!;
    subjects[g * problem.subjects.length + subj]! += change;
    schools[g * problem.schools + school]! += change;
  };
  /** What i costs in team g beside everybody there but `but`. */
  const price = (i: number, g: number, but: number): number => {
    const { subj, school } = teachers[i]!;
    const gone = teachers[but]!;
    const inTeam = team[but] === g ? 1 : 0;
    let cost = 0;
    if (subjects[g * problem.subjects.length + subj]! - (gone.subj === subj ? inTeam : 0) > 0) cost += subjRepeat;
    if (schools[g * problem.schools + school]! - (gone.school === school ? inTeam : 0) > 0) cost += schoolRepeat;
    for (const other of seats[g]!) if (other !== but && other !== i && old[i * n + other]) cost += oldPair;
    return cost;
  };
  const swap = (i: number, j: number): void => {
    const g = team[i]!;
    const h = team[j]!;
    seats[g]![seats[g]!.indexOf(i)] = j;
    seats[h]![seats[h]!.indexOf(j)] = i;
    count(i, g, -1);
    count(j, h, -1);
    count(i, h, 1);
    count(j, g, 1);
    team[i] = h;
    team[j] = g;
  };

  let best = Infinity;
  while (performance.now() < until) {
    for (let q = members.length - 1; q > 0; q--) {
      const p = random.below(q + 1);
      [members[q], members[p]] = [members[p]!, members[q]!];
    }
    subjects.fill(0);
    schools.fill(0);
    for (let g = 0; g < teams; g++) {
      seats[g] = [g, ...members.slice(g * params.L, (g + 1) * params.L)];
      for (const i of seats[g]!) {
        team[i] = g;
        count(i, g, 1);
      }
    }
    for (let gained = true; gained && performance.now() < until;) {
      gained = false;
      for (const i of members) {
        let partner = -1;
        let least = -1e-9;
        for (const j of members) {
          const g = team[i]!;
          const h = team[j]!;
          if (g === h) continue;
          // A person's own presence must not count as the repeat of his or her subject.
          const now = price(i, g, i) + price(j, h, j);
          const then = price(i, h, j) + price(j, g, i);
          if (then - now < least) {
            least = then - now;
            partner = j;
          }
        }
        if (partner < 0) continue;
        swap(i, partner);
        gained = true;
      }
    }
    const groups = seats.map(([lead, ...others]) => ({
      competency: 'K1',
      slot: 0,
      consultants: [teachers[lead!]!.id],
      members: others.map((i) => teachers[i]!.id),
    }));
    const { cost, broken } = evaluate(problem, groups);
    if (!broken.length) best = Math.min(best, cost - costOfTeams(problem));
  }
  return best;
}

/** What the teams cost that there have to be. */
function costOfTeams({ teachers, params }: GroupingProblem): number {
  return teachers.filter(({ lvl }) => lvl === '4').length * (params.price.group + params.price.load);
}

/** Both on the same problems for the same time. */
export function teamsRows(seconds: number): TeamsRow[] {
  return [teamsProblem(6, 5, 1), teamsProblem(10, 6, 2), teamsProblem(20, 6, 3)].map((problem) => ({
    instance: problem.id,
    seconds,
    ours:
      solve(problem, { seed: 1, now: () => performance.now(), deadlineMs: seconds * 1000 }).cost - costOfTeams(problem),
    published: pairwiseInterchange(problem, seconds, 1),
  }));
}
