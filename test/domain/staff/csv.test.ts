// Which delimiter a CSV text has.
import fc from 'fast-check';
import { guessDelimiter } from '../../../src/domain/staff/csv';

describe('the delimiter of a CSV text', () => {
  it.each<[string, string, string]>([
    ['semicolons of a Russian Excel', 'ФИО;Почта;Предмет\nВетрова;a@b.ru;Физика\n', ';'],
    ['commas', 'ФИО,Почта,Предмет\nВетрова,a@b.ru,Физика\n', ','],
    ['tabs', 'ФИО\tПочта\nВетрова\ta@b.ru\n', '\t'],
    [
      'commas inside cells do not count against semicolons',
      'ФИО;Предмет\nВетрова;Физика, химия\nГромов;История, право\n',
      ';',
    ],
    [
      'semicolons inside cells do not count against commas',
      'ФИО,Предмет\nВетрова,Физика; химия\nГромов,История; право\n',
      ',',
    ],
    ['nor anything inside quotes, line breaks too', 'ФИО;О себе\n"Ветрова";"а, б, в\nг, д, е"\n', ';'],
    ['Excel’s own hint decides', 'sep=,\nа;б,в;г\n', ','],
    ['a title line above', 'Список, утверждён\nФИО;Почта\nВетрова;a@b.ru\nГромов;\n', ';'],
    ['one column: the Russian default', 'ФИО\nВетрова\n', ';'],
    ['nothing', '', ';'],
  ])('is found: %s', (_title, text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  it('is found for any table whose cells are quoted where they must be', () => {
    const cell = fc.constantFrom('Ветрова', 'Физика, химия', 'а;б', '', 'x', '"да"', 'две\nстроки');
    fc.assert(
      fc.property(
        fc.constantFrom(';', ',', '\t'),
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
          ),
        (delimiter, rows) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replace(/"/g, '""')}"`).join(delimiter))
            .join('\r\n');
          expect(guessDelimiter(text)).toBe(delimiter);
        },
      ),
    );
  });
});
