// The methodical bank's folders, numbers and search.
import fc from 'fast-check';
import { folderPlan } from '../../../src/domain/bank/folders';
import { resourceNumber } from '../../../src/domain/bank/register';
import { searchBank } from '../../../src/domain/bank/search';
import type { Competency } from '../../../src/domain/framework/framework';

const competency = (id: string, area: string, title: string, active = true): Competency => ({
  id,
  area,
  title,
  descriptors: ['0', '1', '2', '3', '4'],
  target: 2,
  roleTargets: {},
  consultantFrom: 3,
  inNeedsSurvey: true,
  practice: [],
  active,
});
const kinds = [
  { value: 'lesson', label: 'разработка урока' },
  { value: 'video', label: 'видео' },
];

describe('the folders of the bank', () => {
  it('go root, area, competency, kind; a parent before its children', () => {
    const plan = folderPlan({
      root: 'Банк',
      competencies: [competency('a', 'ИКТ', 'Таблицы'), competency('off', 'ИКТ', 'Нет', false)],
      kinds,
    });
    expect(plan.map(({ path }) => path)).toEqual([
      'Банк',
      'Банк / ИКТ',
      'Банк / ИКТ / Таблицы',
      'Банк / ИКТ / Таблицы / разработка урока',
      'Банк / ИКТ / Таблицы / видео',
    ]);
    expect(plan[3]).toMatchObject({
      name: 'разработка урока',
      parent: 'Банк / ИКТ / Таблицы',
      competency: 'a',
      kind: 'lesson',
    });
  });

  it('tell apart two competencies of one title', () => {
    const plan = folderPlan({
      root: 'Банк',
      competencies: [competency('a', 'ИКТ', 'Таблицы'), competency('b', 'ИКТ ', ' таблицы')],
      kinds: [],
    });
    expect(plan.map(({ name }) => name)).toEqual(['Банк', 'ИКТ', 'Таблицы', 'таблицы (b)']);
  });

  it('keep their keys when titles or the root are reworded', () => {
    const keys = (root: string, title: string): string[] =>
      folderPlan({ root, competencies: [competency('a', 'ИКТ', title)], kinds }).map(({ key }) => key);
    expect(keys('Банк', 'Таблицы')).toEqual(keys('Методический банк', 'Электронные таблицы'));
  });

  it('have unique paths and keys, and parents that exist, for any framework', () => {
    const word = fc.constantFrom('ИКТ', 'икт', 'Таблицы', 'таблицы ', 'Формы', 'lesson');
    const framework = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), word, word), {
      selector: ([id]) => id,
      maxLength: 5,
    });
    fc.assert(
      fc.property(framework, (drawn) => {
        const plan = folderPlan({
          root: 'Банк',
          competencies: drawn.map(([id, area, title]) => competency(id, area, title)),
          kinds,
        });
        const paths = plan.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(new Set(plan.map(({ key }) => key)).size).toBe(plan.length);
        plan.forEach(({ parent }, at) => {
          expect(parent === undefined ? at === 0 : paths.indexOf(parent) < at && paths.includes(parent)).toBe(true);
        });
      }),
    );
  });
});

describe('the number of a resource', () => {
  it.each([
    [[], 'МБ-001'],
    [['МБ-001', 'МБ-009', ''], 'МБ-010'],
    [['свой номер', 'МБ-2'], 'МБ-003'],
    [['МБ-999'], 'МБ-1000'],
  ])('after %j is %s', (used, next) => {
    expect(resourceNumber(used)).toBe(next);
  });

  it('is never one in use', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.nat(2000).map((n) => `МБ-${String(n).padStart(3, '0')}`),
            fc.string(),
          ),
        ),
        (used) => {
          expect(used).not.toContain(resourceNumber(used));
        },
      ),
    );
  });
});

describe('the search in the bank', () => {
  const resource = (
    title: string,
    over: Partial<Parameters<typeof searchBank>[0][number]> = {},
  ): Parameters<typeof searchBank>[0][number] => ({
    title,
    tags: [],
    author: '',
    annotation: '',
    competencyTitle: '',
    ...over,
  });
  const rows = [
    resource('Алгоритм работы', { annotation: 'Фильтры в таблицах' }),
    resource('Таблицы для учёта', { author: 'Ветрова', tags: ['учёт', 'класс'] }),
    resource('Видеоурок', { tags: ['таблицы'], competencyTitle: 'Электронные таблицы' }),
  ];
  const titles = (query: string): string[] => searchBank(rows, query).map(({ title }) => title);

  it.each([
    ['', ['Алгоритм работы', 'Таблицы для учёта', 'Видеоурок']],
    ['ТАБЛИЦ', ['Таблицы для учёта', 'Видеоурок', 'Алгоритм работы']],
    ['учета ветрова', ['Таблицы для учёта']],
    ['таблицы класс', ['Таблицы для учёта']],
    ['электронные', ['Видеоурок']],
    ['таблицы отсутствует', []],
    ['  «таблицах» ', ['Алгоритм работы']],
  ])('for %j finds %j', (query, found) => {
    expect(titles(query)).toEqual(found);
  });

  it('finds every resource by any words of its own, and fewer with more words', () => {
    const text = fc.string({ unit: fc.constantFrom('а', 'б', 'ё', ' ', 'Я'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), text, text, (drawn, one, other) => {
        const list = drawn.map(([title, annotation]) => resource(title, { annotation }));
        for (const row of list) expect(searchBank(list, row.title)).toContain(row);
        const narrow = searchBank(list, `${one} ${other}`);
        for (const row of narrow) expect(searchBank(list, one)).toContain(row);
      }),
    );
  });
});
