// The rules of taking in a staff list.
import fc from 'fast-check';
import { readStaff } from '../../../src/domain/staff/import';
import type { Teacher } from '../../../src/domain/staff/teacher';

const teacher = (over: Partial<Teacher> & Pick<Teacher, 'code' | 'name'>): Teacher => ({
  email: '',
  subjects: [],
  school: '',
  role: '',
  included: true,
  ...over,
});
const codesOf = (problems: readonly { row: number; code: string }[]): string[] =>
  problems.map(({ row, code }) => `${String(row)} ${code}`);

describe('the header of a staff list', () => {
  it.each<[string, string[], Record<string, number>]>([
    ['ФИО; e-mail; предметы', ['ФИО', 'E-mail', 'Предметы'], { name: 0, email: 1, subjects: 2 }],
    [
      'words around the phrase',
      ['№ п/п', 'Ф.И.О. педагога', 'Адрес эл. почты', 'Занимаемая должность'],
      { name: 1, email: 2, role: 3 },
    ],
    [
      'three columns for the name',
      ['Фамилия', 'Имя', 'Отчество', 'Почта'],
      { surname: 0, firstName: 1, patronymic: 2, email: 3 },
    ],
    [
      'Сотрудник and Организация',
      ['Таб. номер', 'Сотрудник', 'Эл. адрес', 'Дисциплина', 'Организация'],
      { code: 0, name: 1, email: 2, subjects: 3, school: 4 },
    ],
    [
      'ОО, роль, участвует',
      ['Код', 'Фамилия, имя, отчество', 'ОО', 'Роль', 'Участвует'],
      { code: 0, name: 1, school: 2, role: 3, included: 4 },
    ],
    [
      'the product’s own sheet',
      [
        'Код',
        'ФИО',
        'Электронная почта',
        'Предметы',
        'Школа',
        'Должность',
        'Участвует',
        'Групп как консультируемый, не больше',
        'Групп как консультант, не больше',
      ],
      {
        code: 0,
        name: 1,
        email: 2,
        subjects: 3,
        school: 4,
        role: 5,
        included: 6,
        maxAsConsultee: 7,
        maxAsConsultant: 8,
      },
    ],
    ['the exact heading wins over a longer one', ['Личная почта', 'Почта', 'ФИО'], { email: 1, name: 2 }],
    ['a postal address is no e-mail', ['ФИО', 'Почтовый адрес'], { name: 0 }],
  ])('is understood: %s', (_title, header, columns) => {
    expect(readStaff([header], []).mapping).toEqual({ headerRow: 0, columns });
  });

  it('may stand below a title and empty lines', () => {
    const result = readStaff(
      [
        ['Список педагогических сотрудников на 01.09.2021'],
        [],
        ['', 'ФИО', 'Почта'],
        ['1', 'Ветрова Анна', 'vetrova@school.example'],
      ],
      [],
    );
    expect(result.mapping?.headerRow).toBe(2);
    expect(result.added).toEqual([teacher({ code: 'У-001', name: 'Ветрова Анна', email: 'vetrova@school.example' })]);
  });

  it('is asked for when no column of names is found, with what was seen instead', () => {
    const result = readStaff(
      [
        ['Дата', 'Сумма'],
        ['1', '2'],
      ],
      [teacher({ code: 'У-001', name: 'Ветрова' })],
    );
    expect(result.problems).toEqual([{ row: 1, code: 'staff.header.missing', fields: { seen: ['Дата', 'Сумма'] } }]);
    expect(result.absent).toHaveLength(1);
    expect(readStaff([], []).problems[0]?.code).toBe('staff.header.missing');
  });

  it('gives way to columns chosen by a person, also where there is no header', () => {
    const result = readStaff([['Ветрова Анна', 'vetrova@school.example']], [], {
      headerRow: -1,
      columns: { name: 0, email: 1 },
    });
    expect(result.added[0]).toMatchObject({ name: 'Ветрова Анна', email: 'vetrova@school.example' });
  });
});

describe('a row of a staff list', () => {
  const read = (header: string[], ...rows: string[][]): ReturnType<typeof readStaff> =>
    readStaff([header, ...rows], []);

  it('is cleaned of doubled, hard and invisible spaces; ё stays', () => {
    const { added } = read(
      ['ФИО', 'Почта', 'Предметы'],
      [
        '  Алёшина\u00a0\u00a0Вера\u200b ',
        ' mailto:Vera.A@School.Example; ',
        'Физика;  физика, Информатика / Астрономия',
      ],
    );
    expect(added[0]).toMatchObject({
      name: 'Алёшина Вера',
      email: 'vera.a@school.example',
      subjects: ['Физика', 'Информатика', 'Астрономия'],
    });
  });

  it('keeps «Русский язык и литература» one subject', () => {
    expect(read(['ФИО', 'Предмет'], ['Ветрова', 'Русский язык и литература']).added[0]?.subjects).toEqual([
      'Русский язык и литература',
    ]);
  });

  it('may hold the name in three columns', () => {
    expect(read(['Фамилия', 'Имя', 'Отчество'], ['Ветрова', 'Анна', 'Игоревна']).added[0]?.name).toBe(
      'Ветрова Анна Игоревна',
    );
  });

  it.each<[string, string, string, string]>([
    ['vetrova@gmial.com', 'staff.email.typo', 'vetrova@gmail.com', 'a domain often mistyped'],
    ['vetrova@yandex.ry', 'staff.email.typo', 'vetrova@yandex.ru', 'a domain often mistyped'],
    ['vеtrova@school.example', 'staff.email.cyrillic', 'vetrova@school.example', 'a Cyrillic е among Latin letters'],
    ['ветрова@school.example', 'staff.email.cyrillic', '', 'a name in Cyrillic'],
    ['vetrova.school.example', 'staff.email.syntax', '', 'no @'],
    ['vetrova@school', 'staff.email.syntax', '', 'no top-level domain'],
    ['a@b@school.example', 'staff.email.syntax', '', 'two @'],
    ['a..b@school.example', 'staff.email.syntax', '', 'two dots'],
  ])('with the address %s is left out (%s), proposing «%s»', (email, code, meant) => {
    const { added, problems } = read(['ФИО', 'Почта'], ['Ветрова', email], ['Громова', 'gromova@school.example']);
    expect(problems).toEqual([{ row: 2, column: 'Почта', code, fields: { name: 'Ветрова', email, meant } }]);
    expect(added.map(({ name }) => name)).toEqual(['Громова']);
  });

  it('without a name, or with a spreadsheet error for a name, is left out', () => {
    const { problems } = read(['ФИО', 'Почта'], ['', 'a@school.example'], ['#Н/Д', ''], ['12', '']);
    expect(codesOf(problems)).toEqual(['2 staff.name.missing', '3 staff.name.missing', '4 staff.name.missing']);
  });

  it('that is empty is counted, not complained of; those after the last are nothing', () => {
    const { emptyRows, problems, added } = read(['ФИО'], ['Ветрова'], [''], ['\u00a0'], ['Громова'], [''], ['']);
    expect([emptyRows, problems.length, added.length]).toEqual([2, 0, 2]);
  });

  it('that repeats the header or sums up the list is passed over', () => {
    const { added, problems } = read(
      ['ФИО', 'Почта'],
      ['Ветрова', ''],
      ['ФИО', 'Почта'],
      ['Громова', ''],
      ['Итого: 2', ''],
    );
    expect(added.map(({ name }) => name)).toEqual(['Ветрова', 'Громова']);
    expect(problems).toEqual([]);
  });

  it.each([
    ['да', true],
    ['Нет', false],
    ['+', true],
    ['-', false],
    ['', true],
    ['декрет', false],
  ])('with «%s» under «Участвует» takes part: %s', (cell, included) => {
    expect(read(['ФИО', 'Участвует'], ['Ветрова', cell]).added[0]?.included).toBe(included);
  });

  it('with something else under «Участвует», or a limit that is no number, is asked about', () => {
    const { problems } = read(
      ['ФИО', 'Участвует', 'Групп как консультант, не больше'],
      ['Ветрова', 'наверное', ''],
      ['Громова', '', 'две'],
    );
    expect(codesOf(problems)).toEqual(['2 staff.included.unclear', '3 staff.limit.bad']);
  });
});

describe('duplicates in a staff list', () => {
  const read = (...rows: string[][]): ReturnType<typeof readStaff> => readStaff([['Код', 'ФИО', 'Почта'], ...rows], []);

  it('of an e-mail leave the later row out and name the first', () => {
    const { problems, added } = read(['', 'Ветрова', 'a@school.example'], ['', 'Громова', 'A@school.example']);
    expect(problems).toEqual([
      {
        row: 3,
        code: 'staff.email.duplicate',
        column: 'Почта',
        fields: { name: 'Громова', email: 'a@school.example', first: 2, firstName: 'Ветрова' },
      },
    ]);
    expect(added).toHaveLength(1);
  });

  it('of a code count in any spelling', () => {
    expect(codesOf(read(['У-014', 'Ветрова', ''], ['y14', 'Громова', '']).problems)).toEqual([
      '3 staff.code.duplicate',
    ]);
  });

  it('of a name alone are a problem', () => {
    expect(codesOf(read(['', 'Ветрова Анна', ''], ['', 'ветрова  анна', 'a@school.example']).problems)).toEqual([
      '3 staff.name.duplicate',
    ]);
  });

  it('of a name with two different addresses are namesakes: both are taken, with a notice', () => {
    const { added, problems, notices } = read(
      ['', 'Ветрова Анна', 'a@school.example'],
      ['', 'Ветрова Анна', 'b@school.example'],
    );
    expect(added.map(({ code }) => code)).toEqual(['У-001', 'У-002']);
    expect(problems).toEqual([]);
    expect(codesOf(notices)).toEqual(['3 staff.name.namesake']);
  });
});

describe('a staff list against the present one', () => {
  const anna = teacher({
    code: 'У-007',
    name: 'Ветрова Анна',
    email: 'vetrova@school.example',
    subjects: ['Физика'],
    role: 'учитель',
  });
  const oleg = teacher({ code: 'У-009', name: 'Громов Олег' });
  const read = (header: string[], ...rows: string[][]): ReturnType<typeof readStaff> =>
    readStaff([header, ...rows], [anna, oleg]);

  it('finds people by code, then e-mail, then name', () => {
    const result = read(
      ['Код', 'ФИО', 'Почта'],
      ['у7', 'Ветрова-Лис Анна', 'new@school.example'],
      ['', 'ГРОМОВ Олег', ''],
    );
    expect(result.changed.map(({ before, after }) => [before.code, after.code, after.name, after.email])).toEqual([
      ['У-007', 'У-007', 'Ветрова-Лис Анна', 'new@school.example'],
      ['У-009', 'У-009', 'ГРОМОВ Олег', ''],
    ]);
    expect(result.added).toEqual([]);
  });

  it('does not erase what it does not say', () => {
    expect(read(['ФИО', 'Предметы', 'Почта'], ['Ветрова Анна', '', '']).unchanged).toEqual([anna]);
  });

  it('numbers new people after the greatest code', () => {
    expect(read(['ФИО'], ['Лисина'], ['Морев']).added.map(({ code }) => code)).toEqual(['У-010', 'У-011']);
  });

  it('leaves a given code as it is and says so', () => {
    const { changed, unchanged, notices } = read(
      ['Код', 'ФИО', 'Почта'],
      ['555', 'Ветрова Анна', 'vetrova@school.example'],
    );
    expect([changed.length, unchanged.length]).toEqual([0, 1]);
    expect(notices).toEqual([
      { row: 2, code: 'staff.code.kept', fields: { name: 'Ветрова Анна', code: '555', kept: 'У-007' } },
    ]);
  });

  it('refuses a row whose code and e-mail name two people, two rows of one person, a name that several bear', () => {
    expect(codesOf(read(['Код', 'ФИО', 'Почта'], ['У-009', 'Кто-то', 'vetrova@school.example']).problems)).toEqual([
      '2 staff.match.conflict',
    ]);
    expect(
      codesOf(
        read(['Код', 'ФИО', 'Почта'], ['У-007', 'Ветрова А.', ''], ['', 'Ветрова Анна', 'vetrova@school.example'])
          .problems,
      ),
    ).toEqual(['3 staff.match.twice']);
    const namesakes = [oleg, { ...oleg, code: 'У-010' }];
    expect(codesOf(readStaff([['ФИО'], ['Громов Олег']], namesakes).problems)).toEqual(['2 staff.name.ambiguous']);
  });

  it('reports those it does not mention and changes nothing of them', () => {
    expect(read(['ФИО'], ['Ветрова Анна']).absent).toEqual([oleg]);
  });
});

describe('taking in the same list twice', () => {
  const cell = fc.constantFrom(
    '',
    ' ',
    'да',
    'У-003',
    'y4',
    '17',
    'Ветрова Анна',
    'Громов Олег',
    'Лисина',
    'ФИО',
    'a@school.example',
    'b@gmail.com',
    'b@gmial.com',
    'плохо@',
    'Физика; Химия',
    '=1+1',
  );
  const table = fc.array(fc.array(cell, { minLength: 0, maxLength: 5 }), { maxLength: 12 });

  it('changes nothing the second time, whatever the list', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const list = [['Код', 'ФИО', 'Почта', 'Предметы', 'Участвует'], ...rows];
        const first = readStaff(list, []);
        const second = readStaff(list, first.added);
        expect(second.added).toEqual([]);
        expect(second.changed).toEqual([]);
        expect(second.unchanged).toHaveLength(first.added.length);
      }),
    );
  });

  it('never gives two people one code or one address, and leaves no row unaccounted for', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const list = [['Код', 'ФИО', 'Почта', 'Предметы', 'Участвует'], ...rows];
        const { added, problems } = readStaff(list, []);
        expect(new Set(added.map(({ code }) => code)).size).toBe(added.length);
        const emails = added.map(({ email }) => email).filter((email) => email !== '');
        expect(new Set(emails).size).toBe(emails.length);
        const spoken = rows.filter((row) => row.some((text) => text.trim() !== '')).length;
        const repeated = rows.filter((row) => row[1] === 'ФИО').length;
        expect(added.length + problems.length).toBeGreaterThanOrEqual(spoken - repeated);
        expect(added.length + problems.length).toBeLessThanOrEqual(spoken);
      }),
    );
  });
});
