// The grouping solver: rules, repeatability, checkpoints, and the optimum where it is known.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checkpoint, evaluate, finish, solve, start, step, validateProblem } from '../../../src/domain/grouping/solve';
import type { GroupingProblem, SolveCheckpoint } from '../../../src/domain/grouping/solve';
import { usualRounds } from '../../../src/domain/grouping/schedule';
import { problems } from './arbitrary';
import { bruteForce } from './brute-force';
import { A_SPARE_CONSULTANT } from './spare-consultant';

const shared = (name: string): GroupingProblem => {
  const url = new URL(`instances/${name}.json`, import.meta.url);
  const checked = validateProblem(JSON.parse(readFileSync(url, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.problem;
};

describe('solve', () => {
  it('takes more than three times as many trials where consultants are scarce, and never more than a region may have', () => {
    expect([usualRounds(61, 0), usualRounds(61, 0.25), usualRounds(61, 1)]).toEqual([68_800, 151_150, 233_500]);
    expect(usualRounds(61, 0, true)).toBe(117_600);
    expect(usualRounds(5000, 0)).toBe(usualRounds(5000, 1));
    expect(checkpoint(start(shared('m061x12-s4t'))).maxRounds).toBe(233_500);
  });

  it('gives groups that keep every rule, with the cost they have, whatever the problem', () => {
    fc.assert(
      fc.property(problems({ teachers: 14, competencies: 3, slots: 4 }), fc.nat(9), (problem, seed) => {
        const solution = solve(problem, { seed, maxRounds: 600 });
        const judged = evaluate(problem, solution.groups);
        expect(judged.broken).toEqual([]);
        expect(solution.cost).toBe(judged.cost);
        expect(solution.costParts).toEqual(judged.costParts);
        expect(solution.unserved).toEqual(judged.unserved);
        expect(solution.bound).toBeLessThanOrEqual(solution.cost);
      }),
      { numRuns: 80 },
    );
  });

  // A fixed sample: the search is no proof. Of 12,000 such problems it missed 2 with 6,000 trials; the product takes
  // four times as many: groups that come about only when several people move at once.
  it('finds the optimum of tiny problems, and its bound is not above it', () => {
    let compared = 0;
    fc.assert(
      fc.property(problems({ teachers: 6, competencies: 2, slots: 2 }), (problem) => {
        const optimum = bruteForce(problem);
        if (optimum === undefined) return;
        compared++;
        const solution = solve(problem, { maxRounds: 6000 });
        expect(solution.cost).toBeCloseTo(optimum, 6);
        expect(solution.bound).toBeLessThanOrEqual(optimum + 1e-6);
      }),
      { numRuns: 200, seed: 20261126 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it('says that no deficit more can be served only where none can', () => {
    let said = 0;
    let silent = 0;
    fc.assert(
      fc.property(problems({ teachers: 6, competencies: 2, slots: 2 }), (problem) => {
        const { uncovered, leftOut } = problem.params.price;
        const none = { group: 0, load: 0, subjRepeat: 0, schoolRepeat: 0, slot: 0, oldPair: 0 };
        const price = { ...problem.params.price, ...none, uncovered, leftOut };
        const least = bruteForce({ ...problem, wishes: [], previous: [], params: { ...problem.params, price } });
        if (least === undefined) return;
        const { costParts, leastUnserved } = solve(problem, { maxRounds: 1000 });
        if (costParts.f1 > leastUnserved) silent++;
        else {
          said++;
          expect(costParts.f1).toBeCloseTo(least, 6);
        }
      }),
      { numRuns: 200, seed: 20261127 },
    );
    expect([said > 20, silent > 20]).toEqual([true, true]);
  });

  it('says that no deficit more can be served of a whole school, and nothing where some could be', () => {
    const plenty = solve(shared('m061x12-s2'), { maxRounds: 20_000 });
    expect([plenty.costParts.f1, plenty.leastUnserved]).toEqual([37_900, 37_900]);
    const scarce = solve(shared('m061x12-s4t'), { maxRounds: 5000 });
    expect([scarce.costParts.f1 > 39_000, scarce.leastUnserved]).toEqual([true, -Infinity]);
  });

  it('makes the only lawful group when a more useful person of the consultant’s own subject is in the way', () => {
    const params = {
      ...{ L: 1, U: 3, U1: 2, cmax: 1, m: 1, k: 1, w: [0, 1, 4, 9] },
      price: { uncovered: 1, leftOut: 0, group: 0, load: 0, subjRepeat: 0, schoolRepeat: 0, slot: 0, oldPair: 0 },
    };
    const problem: GroupingProblem = {
      format: 'vr-mobile-groups/1',
      id: 'foreign',
      teachers: [
        { id: 't0', subj: 1, school: 0, lvl: '0', av: '1' },
        { id: 't1', subj: 0, school: 0, lvl: '2', av: '1' },
        { id: 't2', subj: 1, school: 0, lvl: '4', av: '2' },
      ],
      ...{ subjects: ['a', 'b'], schools: 1, slots: 1, competencies: ['K0'], history: [], forbidden: [[0, 1]], params },
    };
    expect(solve(problem, { maxRounds: 1000 }).groups).toMatchObject([{ consultants: ['t2'], members: ['t1'] }]);
  });

  it('makes a group for the sake of a wish alone', () => {
    const price = { uncovered: 0, leftOut: 0, group: 0, load: 0, subjRepeat: 0, schoolRepeat: 0, slot: 0, oldPair: 0 };
    const problem: GroupingProblem = {
      format: 'vr-mobile-groups/1',
      id: 'wish',
      teachers: [
        { id: 't0', subj: 0, school: 0, lvl: '4', av: '1' },
        { id: 't1', subj: 0, school: 0, lvl: '0', av: '1' },
        { id: 't2', subj: 0, school: 0, lvl: '4', av: '2' },
        { id: 't3', subj: 1, school: 0, lvl: '0', av: '2' },
      ],
      ...{ subjects: ['a', 'b'], schools: 1, slots: 1, competencies: ['K0'], history: [] },
      params: { L: 1, U: 3, U1: 2, cmax: 1, m: 1, k: 1, w: [0, 1, 4, 9], price },
      wishes: [{ a: 0, b: 1, price: 1 }],
    };
    expect(solve(problem, { maxRounds: 3000 }).cost).toBe(0);
  });

  it('leaves the only one of another subject in a group, however dear, where there would be none without', () => {
    const price = {
      uncovered: 0,
      leftOut: 200,
      group: 2,
      load: 5,
      subjRepeat: 1,
      schoolRepeat: 0,
      slot: 3,
      oldPair: 0,
    };
    const problem: GroupingProblem = {
      format: 'vr-mobile-groups/1',
      id: 'mixed by one',
      teachers: [
        { id: 't0', subj: 2, school: 0, lvl: '34', av: '01', maxLead: 1 },
        { id: 't1', subj: 2, school: 0, lvl: '22', av: '11', maxLead: 0 },
        { id: 't2', subj: 0, school: 0, lvl: '40', av: '21', maxLead: 1 },
        { id: 't3', subj: 0, school: 0, lvl: '20', av: '20', maxLead: 2 },
      ],
      ...{ subjects: ['a', 'b', 'c'], schools: 1, slots: 2, competencies: ['K0', 'K1'], history: [] },
      previous: [{ competency: 'K1', slot: 1, consultants: ['t0'], members: ['t2', 't1'] }],
      params: { L: 1, U: 4, U1: 3, cmax: 2, m: 1, k: 2, w: [0, 1, 4, 9], price: { ...price, change: 8 } },
    };
    const solution = solve(problem, { maxRounds: 3000 });
    expect(solution.groups.flatMap(({ members }) => members).sort()).toEqual(['t1', 't2', 't3']);
    expect(solution.cost).toBe(bruteForce(problem));
  });

  it('keeps a consultant whom the group could do without, where that is cheaper than letting him go', () => {
    const { groups, cost } = solve(A_SPARE_CONSULTANT, { maxRounds: 1000 });
    expect(groups).toMatchObject([{ consultants: ['t0', 't1'], members: ['t2'] }]);
    // Without the second one it would be 20 + 3 and the 5 of the change.
    expect(cost).toBe(26);
  });

  it('ends a short search under the real prices: no group where leaving the deficit unserved is cheaper', () => {
    const teacher = { subj: 0, school: 0, av: '02' };
    const problem: GroupingProblem = {
      format: 'vr-mobile-groups/1',
      id: 'eager',
      teachers: [
        { ...teacher, id: 't0', subj: 1, lvl: '02' },
        { ...teacher, id: 't1', lvl: '04' },
        { ...teacher, id: 't2', lvl: '00', av: '00' },
        { ...teacher, id: 't3', lvl: '40', av: '01', maxLead: 0 },
      ],
      subjects: ['a', 'b', 'c'],
      schools: 2,
      slots: 2,
      competencies: ['K0', 'K1'],
      history: [],
      forbidden: [[3, 1]],
      params: {
        ...{ L: 1, U: 3, U1: 2, cmax: 1, m: 1, k: 1, w: [0, 1, 4, 9] },
        price: { uncovered: 2, leftOut: 3, group: 0, load: 5, subjRepeat: 0, schoolRepeat: 1, slot: 0, oldPair: 0 },
      },
    };
    expect(solve(problem, { maxRounds: 3000 })).toMatchObject({ groups: [], cost: 104 });
  });

  it('has an optimum that one more consultant never raises', () => {
    fc.assert(
      fc.property(
        problems({ teachers: 5, competencies: 2, slots: 2 }),
        fc.nat(2),
        fc.constantFrom('43', '34', '44'),
        (problem, subj, lvl) => {
          const before = bruteForce(problem, 40);
          const more = { ...problem, teachers: [...problem.teachers, { id: 'new', subj, school: 0, lvl, av: '22' }] };
          const after = bruteForce(more, 60);
          if (before !== undefined && after !== undefined) expect(after).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('proves more at its end than at its beginning, when the best solution tells how far there is to go', () => {
    const state = start(shared('m061x12-s4t'), { maxRounds: 4000 });
    const { bound } = finish(state);
    while (!step(state));
    // 39,929 is the proven optimum.
    expect(finish(state).bound).toBeGreaterThan(bound + 50);
    expect(finish(state).bound).toBeLessThanOrEqual(39_929);
  });

  it('gives the same groups for the same seed, whatever the problem', () => {
    fc.assert(
      fc.property(problems({ teachers: 14, competencies: 3, slots: 4 }), fc.nat(1000), (problem, seed) => {
        const options = { seed, maxRounds: 600 };
        expect(solve(structuredClone(problem), options)).toEqual(solve(problem, options));
      }),
      { numRuns: 60 },
    );
  });

  it('lets somebody lead a group with others when that is the only way to meet', () => {
    const price = { uncovered: 10, leftOut: 0, group: 5, load: 5, subjRepeat: 1, schoolRepeat: 0, slot: 0, oldPair: 0 };
    const problem: GroupingProblem = {
      format: 'vr-mobile-groups/1',
      id: 'company',
      teachers: [
        { id: 't0', subj: 0, school: 0, lvl: '4', av: '2' },
        { id: 't1', subj: 0, school: 0, lvl: '4', av: '2' },
        { id: 't2', subj: 1, school: 0, lvl: '0', av: '2' },
      ],
      ...{ subjects: ['a', 'b'], schools: 1, slots: 1, competencies: ['K0'], history: [] },
      params: { L: 1, U: 3, U1: 3, cmax: 2, m: 1, k: 1, w: [0, 1, 4, 9], price },
      wishes: [0, 1].map((b) => ({ a: 2, b, price: 100, bLeads: true })),
    };
    expect(solve(problem, { maxRounds: 3000 }).groups).toMatchObject([{ consultants: ['t0', 't1'], members: ['t2'] }]);
  });

  it.each([
    ['m020x08-s3', 20_000],
    ['m061x12-s4t', 5000],
    ['m061x12-s4t', 12_000],
  ])('goes on from a checkpoint as if it had never stopped: %s, %i trials', (name, maxRounds) => {
    const problem = shared(name);
    const options = { seed: 3, maxRounds };
    const whole = solve(problem, options);
    let state = start(problem, options);
    let stops = 0;
    while (!step(state)) {
      stops++;
      const saved = JSON.parse(JSON.stringify(checkpoint(state))) as SolveCheckpoint;
      state = start(problem, { checkpoint: saved });
    }
    expect(finish(state)).toEqual(whole);
    expect(state.search.rounds).toBeLessThan(maxRounds + 100);
    expect(stops).toBeGreaterThan(0);
    if (name === 'm020x08-s3') expect(stops).toBeGreaterThan(6);
  });

  it.each([
    ['m020x08-s1', 9644],
    ['m020x08-s3', 8450],
  ])('reaches the proven optimum of %s', (name, optimum) => {
    const solution = solve(shared(name), { seed: 1, maxRounds: 120_000 });
    expect(solution.cost).toBe(optimum);
    expect(solution.bound).toBeLessThanOrEqual(optimum);
    expect(solution.bound).toBeGreaterThan(0.98 * optimum);
  });

  // The sample school of the examples: few topics have consultants, and one deficit more takes a chain of changes.
  const sample = shared('sample-school');
  /** Of those without a group, in the sample school by its rules: the bound proves that there are no fewer. */
  const LEAST = 184;

  it('leaves no deficit without a group that could have one, whatever the seed', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { unserved, cost, bound } = solve(sample, { seed });
      expect(unserved).toHaveLength(LEAST);
      expect(cost - bound).toBeLessThan(sample.params.price.uncovered);
    }
  });

  it('leaves none either where consultants are somewhat scarce and there is time', () => {
    const params = { ...sample.params, m: 3, U: 4 };
    for (const seed of [2, 3]) expect(solve({ ...sample, params }, { seed }).costParts.f1).toBe(26_200);
  });

  it('gives up no deficit for the sake of the groups as they were, where covering it is worth the changes', () => {
    const previous = [...solve(sample, { seed: 1, maxRounds: 1 }).groups];
    for (const seed of [1, 2, 3]) {
      const { unserved, costParts } = solve({ ...sample, previous }, { seed });
      expect(unserved).toHaveLength(LEAST);
      expect(costParts.f5).toBeLessThan(sample.params.price.uncovered * 3);
    }
  });

  it('stops at the deadline by the clock it is given', () => {
    let ms = 0;
    const solution = solve(shared('m020x08-s1'), { now: () => (ms += 5), deadlineMs: 3000 });
    expect(ms).toBeLessThan(3100);
    expect(evaluate(shared('m020x08-s1'), solution.groups).broken).toEqual([]);
  });

  it('keeps locked groups as they are and spends the limits of their people', () => {
    const problem = shared('m020x08-s3');
    const [first, second] = solve(problem, { maxRounds: 4000 }).groups;
    const locked = [first!, second!];
    const again = solve({ ...problem, locked }, { seed: 9, maxRounds: 4000 });
    expect(again.groups.slice(0, 2)).toEqual(locked);
    expect(evaluate(problem, again.groups).broken).toEqual([]);
    expect(again.bound).toBeLessThanOrEqual(again.cost);
  });

  it('does not put a forbidden pair together', () => {
    const problem = shared('m020x08-s3');
    const index = new Map(problem.teachers.map((teacher, i) => [teacher.id, i]));
    const [group] = solve(problem, { maxRounds: 4000 }).groups;
    const pair: [number, number] = [index.get(group!.members[0]!)!, index.get(group!.members[1]!)!];
    const apart = { ...problem, forbidden: [pair] };
    expect(evaluate(apart, [group!]).broken.map(({ code }) => code)).toContain('forbidden_pair');
    expect(evaluate(apart, solve(apart, { maxRounds: 4000 }).groups).broken).toEqual([]);
  });

  it('brings people together who wish it when the price outweighs what it costs', () => {
    const problem = shared('m020x08-s3');
    const index = new Map(problem.teachers.map((teacher, i) => [teacher.id, i]));
    const before = solve(problem, { maxRounds: 4000 });
    // Somebody served by one consultant wishes another one who could lead that competency as well.
    const wish = before.groups
      .flatMap((group) => {
        const c = problem.competencies.indexOf(group.competency);
        return problem.teachers.flatMap(({ id, lvl, av }, b) =>
          lvl[c] === '4' && !group.consultants.includes(id)
            ? group.members
                .map((member) => index.get(member)!)
                .filter((a) => [...av].some((can, t) => can !== '0' && problem.teachers[a]!.av[t] !== '0'))
                .map((a) => ({ a, b, price: 5000, bLeads: true }))
            : [],
        );
      })
      .find(({ a, b }) => {
        const [one, other] = [problem.teachers[a]!.id, problem.teachers[b]!.id];
        return !before.groups.some(({ consultants, members }) => members.includes(one) && consultants.includes(other));
      });
    const wished = { ...problem, wishes: [wish!] };
    expect(evaluate(wished, before.groups).costParts.f5).toBe(5000);
    const after = solve(wished, { maxRounds: 8000 });
    expect(after.costParts.f5).toBe(0);
    expect(after.bound).toBeLessThanOrEqual(after.cost);
  });

  it('never gives more groups at one time what there is only so much of', () => {
    const problem = { ...shared('m020x08-s3'), resources: [{ id: 'class', capacity: 1 }] };
    const solution = solve(problem, { maxRounds: 4000 });
    expect(solution.groups.length).toBeGreaterThan(2);
    expect(new Set(solution.groups.map(({ slot }) => slot)).size).toBe(solution.groups.length);
    expect(evaluate(problem, solution.groups).broken).toEqual([]);
    const twice = [solution.groups[0]!, { ...solution.groups[1]!, slot: solution.groups[0]!.slot }];
    expect(evaluate(problem, twice).broken.map(({ code }) => code)).toContain('no_room');
  });

  it('changes the less in the previous groups the more a change costs', () => {
    const problem = shared('m020x08-s3');
    const before = solve(problem, { seed: 1, maxRounds: 6000 }).groups;
    // One person cannot come any more, so that something has to change; how much depends on who it is.
    const without = (gone: string, change: number): GroupingProblem => ({
      ...problem,
      teachers: problem.teachers.map((teacher) =>
        teacher.id === gone ? { ...teacher, av: teacher.av.replace(/./g, '0') } : teacher,
      ),
      previous: before,
      params: { ...problem.params, price: { ...problem.params.price, change } },
    });
    // Some searches end in a dearer valley, so that the best of a few counts.
    const moved = (change: number): number =>
      before
        .slice(0, 3)
        .map(({ members: [gone] }) => {
          const found = [1, 2, 3, 4].map((seed) => solve(without(gone!, change), { seed, maxRounds: 6000 }));
          const best = found.reduce((one, other) => (other.cost < one.cost ? other : one));
          return evaluate(without(gone!, 1), best.groups).costParts.f5;
        })
        .reduce((sum, one) => sum + one, 0);
    expect(moved(30)).toBeLessThan(moved(0) / 2);
  });

  it("obeys a person's own limits", () => {
    const problem = shared('m020x08-s3');
    const teachers = problem.teachers.map((teacher, i) => ({ ...teacher, maxMember: i % 2, maxLead: 1 }));
    const solution = solve({ ...problem, teachers }, { maxRounds: 4000 });
    expect(solution.groups.length).toBeGreaterThan(0);
    for (const [i, teacher] of problem.teachers.entries()) {
      expect(solution.groups.filter(({ members }) => members.includes(teacher.id)).length).toBeLessThanOrEqual(i % 2);
      expect(solution.groups.filter(({ consultants }) => consultants.includes(teacher.id)).length).toBeLessThanOrEqual(
        1,
      );
    }
  });

  it('has nothing to group in an empty staff', () => {
    const solution = solve({ ...shared('m020x08-s1'), teachers: [], history: [] }, { maxRounds: 100 });
    expect(solution).toMatchObject({ groups: [], unserved: [], cost: 0, bound: 0 });
  });
});
