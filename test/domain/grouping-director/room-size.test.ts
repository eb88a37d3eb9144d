// The size of groups where they must fit into a room.
import fc from 'fast-check';
import { roomBounds, sizesFor } from '../../../src/domain/grouping/room-size';

const RULES = { groupLeast: 2, groupMost: 8, perConsultant: 5, consultantsMost: 2 };

it.each([
  ['a hall bounds nothing', 10, { groupMost: 8, consultantsMost: 2, seats: undefined, none: false }],
  ['nor does meeting online', Infinity, { groupMost: 8, consultantsMost: 2, seats: undefined, none: false }],
  ['two consultants with seven', 9, { groupMost: 7, consultantsMost: 2, seats: 9, none: false }],
  ['one consultant with two', 3, { groupMost: 2, consultantsMost: 1, seats: 3, none: false }],
  ['no group fits: the rules stand', 2, { groupMost: 8, consultantsMost: 2, seats: 2, none: true }],
])('%s', (_title, seats, sizes) => {
  expect(sizesFor(RULES, seats)).toEqual(sizes);
});

it('everybody has a seat, and no allowed number of consultees that would fit is lost', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.nat(12),
      fc.nat(6),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(14),
      (least, more, per, leads, seats) => {
        const rules = { groupLeast: least, groupMost: least + more, perConsultant: per + 1, consultantsMost: leads };
        const { groupMost, consultantsMost, none } = sizesFor(rules, seats);
        const fits = Array.from({ length: leads }, (_, n) =>
          Math.min(rules.groupMost, rules.perConsultant * (n + 1), seats - (n + 1)),
        );
        if (none) return expect(Math.max(...fits)).toBeLessThan(least);
        for (let n = 1; n <= consultantsMost; n++)
          expect(Math.min(groupMost, rules.perConsultant * n) + n).toBeLessThanOrEqual(seats);
        expect(Math.min(groupMost, rules.perConsultant * consultantsMost)).toBe(Math.max(...fits));
      },
    ),
  );
});

it('tells of those competencies alone whose rooms are too small for the groups that the rules allow', () => {
  const seats: Readonly<Record<string, number>> = { hall: 10, class: 9, closet: 2, online: Infinity };
  expect(roomBounds(RULES, Object.keys(seats), (competency) => seats[competency] ?? 0)).toEqual([
    { competency: 'class', groupMost: 7, consultantsMost: 2, seats: 9, none: false },
    { competency: 'closet', groupMost: 8, consultantsMost: 2, seats: 2, none: true },
  ]);
});
