// What a state leaves unserved is what the evaluation of its groups says.
import fc from 'fast-check';
import { lossOf } from '../../../src/domain/grouping/loss';
import { Model } from '../../../src/domain/grouping/model';
import { evaluate, solve } from '../../../src/domain/grouping/solve';
import { State } from '../../../src/domain/grouping/state';
import { problems } from './arbitrary';

it('prices what is unserved as the evaluation does, also where nobody could serve it', () => {
  let hopeless = 0;
  fc.assert(
    fc.property(problems({ teachers: 10, competencies: 3, slots: 3 }), (problem) => {
      const { groups } = solve(problem, { seed: 1, maxRounds: 200 });
      const { costParts, unserved } = evaluate(problem, groups);
      const state = new State(new Model({ ...problem, locked: groups }));
      expect(lossOf(state)).toBeCloseTo(costParts.f1, 6);
      if (unserved.some(({ reason }) => reason !== 'limit')) hopeless++;
    }),
    { numRuns: 100 },
  );
  expect(hopeless).toBeGreaterThan(10);
});
