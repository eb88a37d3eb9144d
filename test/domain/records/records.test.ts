import fc from 'fast-check';
import { teacherNamed } from '../../../src/domain/identity/by-name';
import { indexStaff } from '../../../src/domain/identity/identify';
import { isLocalDate } from '../../../src/domain/local-time';
import { readDay } from '../../../src/domain/records/dates';
import type { Teacher } from '../../../src/domain/staff/teacher';
import { correctColumns, findTable, lettersOf } from '../../../src/domain/table/headings';

describe('a day as people write it', () => {
  it.each([
    ['', ''],
    ['12.03.2024', '2024-03-12'],
    ['1.2.24', '2024-02-01'],
    ['2024-03-12', '2024-03-12'],
    ['12 марта 2024 г.', '2024-03-12'],
    ['5 мая 2023', '2023-05-05'],
    ['с 01.02.2024 по 12.03.2024', '2024-03-12'],
    ['июнь 2022 г.', '2022-06-01'],
    ['май 2022', '2022-05-01'],
    ['2021 год', '2021-01-01'],
    ['31.02.2024', undefined],
    ['весной', undefined],
    ['12 мартабря 2024', undefined],
  ])('«%s»', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('is a real day, nothing, or not understood, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = readDay(text);
        return day === undefined || day === '' || isLocalDate(day);
      }),
    );
  });
});

const person = (code: string, name: string): Teacher => ({
  code,
  name,
  email: '',
  subjects: [],
  school: '',
  role: '',
  included: true,
});
const index = indexStaff([
  person('У-001', 'Берёзина Анна Андреевна'),
  person('У-002', 'Ветрова Бэлла Борисовна'),
  person('У-003', 'Ветрова Галина Борисовна'),
  person('У-004', 'Градов В. В.'),
]);

describe('whose name it is', () => {
  it.each([
    ['У-004', 'У-004'],
    ['березина анна андреевна', 'У-001'],
    ['Анна Андреевна Берёзина', 'У-001'],
    ['Берёзина А.А.', 'У-001'],
    ['Берёзина Анна', 'У-001'],
    ['Ветрова Б. Б.', 'У-002'],
    ['Градов Виктор Викторович', 'У-004'],
    ['Ветрова', undefined],
    ['Берёзина Б. А.', undefined],
    ['Незнакомова Н. Н.', undefined],
    ['', undefined],
  ])('«%s»', (text, code) => {
    expect(teacherNamed(text, index)?.code).toBe(code);
  });

  it('is nobody’s when two have it', () => {
    const twins = indexStaff([person('У-1', 'Лунина К. К.'), person('У-2', 'Лунина К. К.')]);
    expect(teacherNamed('Лунина К. К.', twins)).toBeUndefined();
    expect(teacherNamed('У-2', twins)?.code).toBe('У-2');
  });
});

describe('a table with free headings', () => {
  const RULES = [
    { field: 'name', words: /фио/ },
    { field: 'when', words: /дат/ },
  ] as const;
  const rows = [['Отчёт'], ['Дата', 'Примечание', 'ФИО'], ['x', 'y', 'z']];

  it('is found below whatever stands over it, columns by their wording', () => {
    expect(findTable(rows, RULES, ['name'])).toEqual({
      headerRow: 1,
      columns: { when: 0, name: 2 },
      unused: [{ column: 1, heading: 'Примечание' }],
    });
    expect(findTable([['что-то']], RULES, ['name'])).toBeUndefined();
  });

  it('is read as a person corrects it: by letter, by heading, or not at all', () => {
    const found = findTable(rows, RULES, ['name']);
    if (found === undefined) throw new Error('not found');
    const header = rows[1] ?? [];
    expect(correctColumns(found, header, RULES, 'ФИО = B; Дата = нет').table.columns).toEqual({ name: 1 });
    expect(correctColumns(found, header, RULES, 'Дата = Примечание').table.columns).toEqual({ when: 1, name: 2 });
    expect(correctColumns(found, header, RULES, 'Дата = Z\nчто = A').unread).toEqual(['Дата = Z', 'что = A']);
  });

  it('names columns as a sheet does', () => {
    expect([0, 25, 26, 27, 701].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ']);
  });
});
