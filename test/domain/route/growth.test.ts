// Growth from one route to the next.
import { growthOf, type PastItem } from '../../../src/domain/route/growth';

const past = (cycle: string, from: PastItem['from'], more: Partial<PastItem> = {}): PastItem => ({
  cycle,
  teacher: 'У-1',
  competency: 'ict.forms',
  role: 'learns',
  from,
  ...more,
});

it('is the level with which the last route before began, and the level now', () => {
  const items = [past('1', 0), past('2', 1), past('3', 3), past('2', 2, { teacher: 'У-2' })];
  expect(growthOf('У-1', '3', items, () => 4)).toEqual([{ competency: 'ict.forms', before: 1, now: 4 }]);
});

it('says nothing of what was consulted in, what had no level, and what is not known now', () => {
  const items = [
    past('1', 2, { role: 'consults' }),
    past('1', undefined, { competency: 'b' }),
    past('1', 1, { competency: 'c' }),
  ];
  expect(growthOf('У-1', '2', items, (_teacher, id) => (id === 'c' ? undefined : 3))).toEqual([]);
});
