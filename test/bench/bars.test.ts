// The bars on service calls that `npm run bench` prints, so that no change passes them unnoticed.
import { beyondIdle, invitationsOf, resourcesOf } from '../../bench/effects';
import { ingestOf } from '../../bench/ingest';
import { cycleOf } from '../../bench/region-cycle';

it.each([
  ['10 new answers', 10, undefined],
  ['61 new answers', 61, undefined],
  ['15 scattered answers given again', 61, { repeated: 15, edited: 0 }],
  ['15 scattered answers changed', 61, { repeated: 0, edited: 15 }],
  ['15 given again and 15 changed', 61, { repeated: 15, edited: 15 }],
] as const)('reading %s takes at most 8 service calls', (_what, teachers, again) => {
  expect(ingestOf(teachers, again).proper.length).toBeLessThanOrEqual(8);
});

it.each([1, 10, 50])('%d invitations take at most 4 calls more than one each, beside an idle run', (events) => {
  expect(beyondIdle(invitationsOf(events))).toBeLessThanOrEqual(events + 4);
});

it.each([1, 15])('%d resources take at most 3 calls more than one each, beside an idle run', (resources) => {
  expect(beyondIdle(resourcesOf(resources))).toBeLessThanOrEqual(resources + 3);
});

it('each step of a school’s cycle takes at most 1.2 times the calls it would take were all of a kind one', () => {
  const { steps } = cycleOf(30);
  const ratios = steps.slice(1).map(({ action, calls, fewest }) => ({ action, ratio: calls / fewest }));
  expect(ratios.filter(({ ratio }) => ratio > 1.2)).toEqual([]);
  expect(ratios.length).toBe(10);
});
