// A death right after a write that is not the last one: what was half written is finished by the next attempt.
import type { ActionId } from '../../src/shared/contract';
import { besideScene } from './beside-scenes';
import { type Choice, sweep } from './sweep';

/** Each writing of cells. */
const writings: Choice = (calls) =>
  calls.flatMap(({ service, method }, index) => (service === 'Range' && method === 'setValues' ? [index + 1] : []));

const ACTIONS: readonly (readonly [ActionId, string])[] = [
  ['publishTeams', 'rows are published under the run by whose undoing they become drafts again'],
  ['closeRoutes', 'routes are closed by the run by whose undoing they are open again'],
  ['groupVariants', 'a variant that is saved already is not refused because of its name'],
];

it.each(ACTIONS)('«%s»: %s', (action) => {
  const report = sweep(besideScene(action), writings, ['death after']);
  expect(report.positions).toBeGreaterThan(1);
  expect(report.failures).toEqual([]);
});
