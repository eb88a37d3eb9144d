// A change of many groups is kept in several cells, and is the same change when it is read back.
import fc from 'fast-check';
import type { AppliedEdit, EditedGroup } from '../../../src/domain/grouping/editor';
import { editParts, wholeEdit } from '../../../src/domain/grouping/kept-edits';

const codes = fc.array(fc.string({ maxLength: 6 }), { maxLength: 8 });
const group: fc.Arbitrary<EditedGroup> = fc.record({
  id: fc.string({ maxLength: 6 }),
  competency: fc.string({ maxLength: 12 }),
  slot: fc.constantFrom('', '3|15:00-16:00'),
  consultants: codes,
  members: codes,
  pinned: fc.boolean(),
});
const pair = fc.record({
  who: fc.string(),
  whom: fc.string(),
  kind: fc.constantFrom('apart' as const, 'pinned' as const),
  about: fc.string(),
});
const draft = fc.record({ groups: fc.array(group, { maxLength: 12 }), pairs: fc.array(pair, { maxLength: 1 }) });
const changes: fc.Arbitrary<AppliedEdit> = fc.record({
  edit: fc.constant({ kind: 'form' as const }),
  before: draft,
  after: draft,
});

it('every part fits, and together they are the change', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 1500, max: 4000 }), (change, longest) => {
      const parts = editParts(change, longest);
      for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(longest);
      expect(wholeEdit(JSON.parse(JSON.stringify(parts)) as unknown[])).toEqual(change);
    }),
  );
});

it('a change of which a part is gone cannot be read', () => {
  const change: AppliedEdit = {
    edit: { kind: 'form' },
    before: { groups: [], pairs: [] },
    after: { groups: [], pairs: [] },
  };
  expect(wholeEdit([change, undefined])).toBeUndefined();
  expect(wholeEdit([])).toBeUndefined();
});
