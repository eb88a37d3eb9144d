// Wishes: what a row means, whom it finds, what is wrong with it.
import { readWishes, Wishes } from '../../../src/domain/grouping/wishes';
import { both, teacher, wish } from './people';

const STAFF = [
  teacher('У-001', { name: 'Ёлкина А. А.' }),
  teacher('У-002', { name: 'Дубов Б. Б.' }),
  teacher('У-003', { name: 'Клёнова В. В.' }),
  teacher('У-004', { name: 'Клёнова В. В.' }),
];
const FRAMEWORK = [{ id: 'ict.forms' }] as unknown as Parameters<typeof readWishes>[2];
const read = (
  ...rows: readonly (readonly [who: string, whom: string, kind: string, about?: string])[]
): ReturnType<typeof readWishes> =>
  readWishes(
    rows.map(([who, whom, kind, about = ''], index) => ({ $row: index + 2, who, whom, kind, about })),
    STAFF,
    FRAMEWORK,
  );

describe('a wish', () => {
  it('to be together is of the one who wishes; mutual when both wish', () => {
    const one = new Wishes([wish('a', 'b')]);
    expect([one.wants('a', 'b'), one.wants('b', 'a'), one.mutual('a', 'b')]).toEqual([true, false, false]);
    const two = new Wishes(both('a', 'b'));
    expect([two.mutual('a', 'b'), two.mutual('b', 'a')]).toEqual([true, true]);
  });

  it('not to be put together, or to be kept together, holds both ways', () => {
    const told = new Wishes([wish('a', 'b', 'apart'), wish('c', 'd', 'pinned')]);
    expect([told.forbids('b', 'a'), told.forbids('a', 'c')]).toEqual([true, false]);
    expect([told.pins('d', 'c'), told.pins('a', 'b')]).toEqual([true, false]);
  });

  it('about a competency holds for that one only; without one, for every one', () => {
    const told = new Wishes([wish('a', 'b', 'apart', 'x'), wish('c', 'd', 'apart')]);
    expect([told.forbids('a', 'b', 'x'), told.forbids('a', 'b', 'y'), told.forbids('a', 'b')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([told.forbids('c', 'd', 'x'), told.forbids('c', 'd')]).toEqual([true, true]);
  });

  it('about one competency meets one about any', () => {
    const told = new Wishes([wish('a', 'b', 'together', 'x'), wish('b', 'a')]);
    expect([told.mutual('a', 'b', 'x'), told.mutual('a', 'b', 'y')]).toEqual([true, false]);
  });
});

describe('reading the rows', () => {
  it('finds people by their code, however it was typed, or by a name only one of the staff bears', () => {
    const { wishes, problems } = read(['у 1', 'Дубов Б.Б.', 'together'], ['Елкина А. А.', 'У-002', 'apart']);
    expect(problems).toEqual([]);
    expect(wishes.list).toEqual([
      { row: 2, who: 'У-001', whom: 'У-002', kind: 'together', about: '' },
      { row: 3, who: 'У-001', whom: 'У-002', kind: 'apart', about: '' },
    ]);
  });

  it('knows a competency whatever the case of its code', () => {
    expect(read(['У-001', 'У-002', 'together', ' ICT.Forms ']).wishes.list[0]?.about).toBe('ict.forms');
  });

  it.each([
    ['nobody bears the name', ['Сосна', 'У-001', 'together'], 'wishes.person.unknown'],
    ['two bear the name', ['Клёнова В. В.', 'У-001', 'together'], 'wishes.person.unknown'],
    ['somebody is put with himself', ['У-001', 'Ёлкина А. А.', 'together'], 'wishes.self'],
    ['the competency is unknown', ['У-001', 'У-002', 'together', 'ict.none'], 'wishes.about.unknown'],
  ] as const)('names the row and leaves it out when %s', (_why, [who, whom, kind, about], code) => {
    const { wishes, problems } = read(['У-003', 'У-004', 'together'], [who, whom, kind, about ?? '']);
    expect(problems).toMatchObject([{ code, row: 3 }]);
    expect(wishes.list.map(({ row }) => row)).toEqual([2]);
  });

  it('lets a ban go before a pin about the same two, and says so', () => {
    const { wishes, problems } = read(['У-001', 'У-002', 'pinned'], ['У-002', 'У-001', 'apart']);
    expect(problems).toMatchObject([{ code: 'wishes.contradiction', row: 2 }]);
    expect([wishes.pins('У-001', 'У-002'), wishes.forbids('У-001', 'У-002')]).toEqual([false, true]);
  });

  it('takes the same wish written twice once; asked by the other side it is another', () => {
    const { wishes } = read(
      ['У-001', 'У-002', 'together'],
      ['У-001', 'У-002', 'together'],
      ['У-002', 'У-001', 'together'],
      ['У-003', 'У-004', 'apart'],
      ['У-004', 'У-003', 'apart'],
    );
    expect(wishes.list.map(({ row }) => row)).toEqual([2, 4, 5]);
  });
});
