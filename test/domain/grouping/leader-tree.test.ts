// The tree of the consultants' choices: what it says cannot be, is not; what it finds allows what was looked for.
import fc from 'fast-check';
import { FAMILIES, makeInstance } from '../../../bench/groups-instances';
import { Guide } from '../../../src/domain/grouping/guide';
import { LeaderTree } from '../../../src/domain/grouping/leader-tree';
import { Model } from '../../../src/domain/grouping/model';
import { Random } from '../../../src/domain/grouping/random';
import { checkpoint, evaluate, finish, solve, start, step } from '../../../src/domain/grouping/solve';
import type { GroupingProblem, SolveCheckpoint } from '../../../src/domain/grouping/solve';
import { problems } from './arbitrary';
import { bruteForce } from './brute-force';

const never = (): boolean => false;

/** The same problem where nothing but coverage costs anything. */
function coverageAlone(problem: GroupingProblem): GroupingProblem {
  const { params, ...rest } = problem;
  delete rest.wishes;
  delete rest.previous;
  const { uncovered, leftOut } = params.price;
  const free = { group: 0, load: 0, subjRepeat: 0, schoolRepeat: 0, slot: 0, oldPair: 0 };
  return {
    ...rest,
    params: {
      ...params,
      w: [0, 1, 4, 9],
      price: { uncovered: uncovered ? 100 : 0, leftOut: leftOut ? 200 : 0, ...free },
    },
  };
}

it('says that a coverage is the best only where trying everything finds none better', () => {
  let said = 0;
  let tried = 0;
  fc.assert(
    fc.property(problems({ teachers: 7, competencies: 2, slots: 2 }), (any) => {
      const problem = coverageAlone(any);
      const least = bruteForce(problem, 14);
      if (least === undefined) return;
      tried++;
      const model = new Model(problem);
      const tree = new LeaderTree(model, new Guide(model), [], false, never);
      if (tree.isBest(least)) said++;
      // The least loss is possible: none that is worse by whole steps may be called the best.
      for (const more of [200, 1800]) expect(tree.isBest(least + more)).toBe(false);
      if (tree.coverageOf([]) > least + 1)
        expect(tree.search(tree.coverageOf([]), 0, new Random(1), never)).toBeDefined();
    }),
    { numRuns: 300 },
  );
  expect(tried).toBeGreaterThan(100);
  expect(said).toBeGreaterThan(50);
});

it('finds the same choices from the same chance, whatever was looked for before', () => {
  const problem = makeInstance('m061x12t', FAMILIES.m061x12t!, 2);
  const model = new Model(problem);
  const tree = new LeaderTree(model, new Guide(model), [], false, never);
  const start = tree.coverageOf([]);
  const first = tree.search(start, 100, new Random(1), never);
  expect(first!.length).toBeGreaterThan(10);
  expect(tree.search(start, 100, new Random(2), never)).not.toEqual(first);
  expect(tree.search(start, 100, new Random(1), never)).toEqual(first);
});

it('keeps what it is told to keep, and then has less to look at', () => {
  const model = new Model(makeInstance('m061x12t', FAMILIES.m061x12t!, 2));
  const tree = new LeaderTree(model, new Guide(model), [], false, never);
  const start = tree.coverageOf([]);
  const all = tree.search(start, 100, new Random(1), never)!;
  const kept = all.slice(0, 10);
  const before = tree.work;
  const anew = tree.search(start, 100, new Random(2), never, kept)!;
  const among = tree.work - before;
  expect(anew).toEqual(expect.arrayContaining([...kept]));
  expect(anew).not.toEqual(all);
  expect(tree.search(start, 100, new Random(2), never)).not.toEqual(expect.arrayContaining([...kept]));
  // Less is left to look at where much is settled.
  expect(among).toBeLessThan((tree.work - before - among) * 0.7);
  // Nobody can have a coverage as good as nothing unserved, least of all with these.
  expect(tree.search(start, start, new Random(2), never, kept)).toBeUndefined();
});

it('goes as far as it is told towards the bound, by whole steps, and one step at least', () => {
  const model = new Model(makeInstance('m061x12t', FAMILIES.m061x12t!, 2));
  const tree = new LeaderTree(model, new Guide(model), [], false, never);
  const { bound } = tree.relaxation;
  const coverage = Math.floor(bound / 100) * 100 + 1000;
  expect(tree.stepTowards(coverage, 1)).toBe(100 * Math.round((coverage - bound) / 100));
  expect(tree.stepTowards(coverage, 0.5)).toBe(100 * Math.round((coverage - bound) / 200));
  expect(tree.stepTowards(coverage, 0.001)).toBe(100);
  expect(tree.stepTowards(bound, 1)).toBe(0);
});

it('stops when it is told to', () => {
  const model = new Model(makeInstance('m061x12t', FAMILIES.m061x12t!, 2));
  const tree = new LeaderTree(model, new Guide(model), [], false, never);
  let nodes = 0;
  expect(tree.search(tree.coverageOf([]), 100, new Random(1), () => ++nodes > 5)).toBeUndefined();
  expect(nodes).toBe(6);
});

it('leads the search to a coverage that dives alone did not come to', () => {
  // 38,600 is proven the least; with dives and coolings alone it was 38,700 or more with each of four seeds at 15,000 trials.
  const problem = makeInstance('m061x12t', FAMILIES.m061x12t!, 2);
  expect(solve(problem, { seed: 2, maxRounds: 20_000 }).costParts.f1).toBe(38_600);
});

describe('in a hurry', () => {
  const tight = (seed: number): GroupingProblem => makeInstance('m061x12t', FAMILIES.m061x12t!, seed);
  const hard = tight(5);

  /** Avoidable loss of six searches each; the least was proven outside. */
  const loss = (maxRounds: number, problems: readonly (readonly [number, number])[]): number =>
    problems
      .flatMap(([number, least]) =>
        [101, 102, 103, 104, 105, 106].map((seed) => solve(tight(number), { seed, maxRounds }).costParts.f1 - least),
      )
      .reduce((sum, one) => sum + one, 0);

  it('finds what dives before it would have left no time for', () => {
    // With dives first, and other seeds, it was 10,900.
    expect(
      loss(5000, [
        [2, 38_600],
        [5, 35_500],
        [6, 43_300],
      ]),
    ).toBeLessThan(4500);
  });

  it('finds more among its best choices than from nothing', () => {
    // It is 800; from nothing only it is 1,600.
    expect(
      loss(12_000, [
        [3, 35_400],
        [4, 49_600],
      ]),
    ).toBeLessThan(1200);
  });

  it('steps by the lowest price of a deficit where prices have no common measure', () => {
    const { params, ...rest } = hard;
    const price = { ...params.price, uncovered: params.price.uncovered * 1.001 };
    const model = new Model({ ...rest, params: { ...params, price } });
    const tree = new LeaderTree(model, new Guide(model), [], true, never);
    const step = tree.stepTowards(tree.relaxation.bound + 5000, 0.001);
    expect(step).toBeCloseTo(100.1, 6);
    expect(tree.isFar(step)).toBe(false);
  });

  it('bounds the cost of the whole problem', () => {
    let ticks = 0;
    const { cost, bound } = solve(hard, { seed: 2, now: () => ticks++, deadlineMs: 400 });
    // 36,258 is the least cost that any search has found.
    expect(bound).toBeLessThanOrEqual(36_258);
    // So few looks at the clock allow eighty steps of the relaxation.
    expect(bound).toBeGreaterThan(0.5 * cost);
  });

  it('ends lawfully with a bound that is no less than nothing, however soon the deadline comes', () => {
    for (let deadlineMs = 1; deadlineMs <= 120; deadlineMs += deadlineMs < 30 ? 1 : 5) {
      let ticks = 0;
      const { groups, bound } = solve(hard, { seed: 1, now: () => ticks++, deadlineMs });
      expect(evaluate(hard, groups).broken).toEqual([]);
      expect(bound).toBeGreaterThanOrEqual(0);
    }
  });

  it('ends lawfully although the machine stands still for a third of the time, whenever that is', () => {
    for (let at = 1; at <= 60; at += 2) {
      let ticks = 0;
      const now = (): number => ++ticks + (ticks >= at ? 60 : 0);
      expect(evaluate(hard, solve(hard, { seed: 1, now, deadlineMs: 200 }).groups).broken).toEqual([]);
    }
  });

  it('is as it would have been when it is taken up again after each slice', () => {
    const whole = solve(hard, { seed: 3, maxRounds: 5000 });
    let state = start(hard, { seed: 3, maxRounds: 5000 });
    const again = (): void => {
      state = start(hard, { checkpoint: JSON.parse(JSON.stringify(checkpoint(state))) as SolveCheckpoint });
    };
    again();
    while (!step(state)) again();
    expect(finish(state).groups).toEqual(whole.groups);
  });

  it('does not plan anew what was planned with more time', () => {
    let ticks = 0;
    const now = (): number => ticks++;
    let state = start(hard, { seed: 1, now, deadlineMs: 3000 });
    for (let slice = 0; slice < 30; slice++) step(state);
    state = start(hard, { now, deadlineMs: 200, checkpoint: checkpoint(state) });
    while (!step(state));
    expect(evaluate(hard, finish(state).groups).broken).toEqual([]);
  });
});
