// In which steps costs go: what that says of a bound, and that a search which has met its bound is over.
import fc from 'fast-check';
import { commonMeasure, costStep, raisedTo } from '../../../src/domain/grouping/price-step';
import { evaluate, finish, solve, start, step } from '../../../src/domain/grouping/solve';
import { problems } from './arbitrary';
import { bruteForce } from './brute-force';

it.each([
  [[100, 400, 900, 200, 20, 10, 4, 2], 2],
  [[100, 0, 250], 50],
  [[7, 5], 1],
  [[0, 0], undefined],
  [[], undefined],
  [[10, 2.5], undefined],
])('the common measure of %j is %p', (prices, measure) => {
  expect(commonMeasure(prices)).toBe(measure);
});

it('costs are multiples of their step, whatever the problem and its groups', () => {
  let coarse = 0;
  fc.assert(
    fc.property(problems({ teachers: 10, competencies: 3, slots: 3 }), fc.integer({ min: 1, max: 9 }), (one, times) => {
      const price = Object.fromEntries(Object.entries(one.params.price).map(([part, value]) => [part, value * times]));
      const wishes = (one.wishes ?? []).map((wish) => ({ ...wish, price: wish.price * times }));
      const problem = { ...one, wishes, params: { ...one.params, price: price as unknown as typeof one.params.price } };
      const size = costStep(problem);
      const { cost } = solve(problem, { maxRounds: 100 });
      if (size === undefined) expect(cost).toBe(0);
      else {
        expect(cost % size).toBe(0);
        expect(evaluate(problem, problem.locked ?? []).cost % size).toBe(0);
        if (size > 1) coarse++;
      }
    }),
    { numRuns: 150 },
  );
  expect(coarse).toBeGreaterThan(50);
});

it('a bound is raised to the least cost that it allows, but not because of a rounding error', () => {
  expect([raisedTo(2, 37.2), raisedTo(2, 38), raisedTo(2, 38.0000001), raisedTo(50, 101)]).toEqual([38, 38, 38, 150]);
});

it('a search is over when it has met its bound: then, and only then, before its trials are made', () => {
  const maxRounds = 6000;
  let early = 0;
  let whole = 0;
  fc.assert(
    fc.property(problems({ teachers: 6, competencies: 2, slots: 2 }), (problem) => {
      const optimum = bruteForce(problem);
      if (optimum === undefined) return;
      const state = start(problem, { maxRounds });
      while (!step(state));
      const { cost, bound } = finish(state);
      if (state.search.rounds < maxRounds) {
        early++;
        expect([cost, bound]).toEqual([optimum, optimum]);
      } else whole++;
    }),
    { numRuns: 150 },
  );
  expect(early).toBeGreaterThan(10);
  expect(whole).toBeGreaterThan(5);
});
