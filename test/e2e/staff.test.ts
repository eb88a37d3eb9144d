// «Загрузить сотрудников»: lists as schools keep them go in; what cannot be taken is named row by row; nobody is ever lost.
import { STAFF } from '../../src/workbook/tables';
import type { Desk } from './desk';
import { csv, EVERYBODY, PEOPLE, setUp, STAFF_ROWS, staffed } from './school';
import { deskAt } from './workspace';

const said = (done: { preview: { warnings: readonly string[] }; run: { lines: readonly string[] } }): string =>
  [...done.preview.warnings, ...done.run.lines].join('\n');
const count = (done: { preview: { counts: readonly { label: string; value: string }[] } }, label: RegExp): string =>
  done.preview.counts.find((one) => label.test(one.label))?.value ?? '';
const names = (desk: Desk): string[] => desk.rows(STAFF).map(({ name }) => name);

describe('columns are found by their headings', () => {
  it('takes a sheet with a title above, surname, name and patronymic apart, and other words for the headings', () => {
    const desk = deskAt(setUp);
    const sheet = desk.director.pasteSheet('Педагоги', [
      ['Список педагогических работников', '', '', '', '', ''],
      ['на 1 сентября', '', '', '', '', ''],
      ['№', 'Фамилия', 'Имя', 'Отчество', 'Адрес электронной почты', 'Преподаваемые предметы', 'Занимаемая должность'],
      ['1', 'Осипова', 'Ольга', 'Олеговна', 'osipova@school.example', 'Химия, Биология', 'учитель'],
      ['2', 'Рощин', 'Роман', 'Романович', 'ROSCHIN@school.example ', 'Физика', 'руководитель МО'],
    ]);
    desk.press('importStaff', { sheet });
    expect(desk.rows(STAFF).map(({ name, email, subjects, role }) => [name, email, subjects, role])).toEqual([
      ['Осипова Ольга Олеговна', 'osipova@school.example', 'Химия; Биология', 'учитель'],
      ['Рощин Роман Романович', 'roschin@school.example', 'Физика', 'руководитель МО'],
    ]);
  });

  it.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs (pasted from a table)', '\t'],
  ])('takes text divided by %s', (_name, delimiter) => {
    const desk = deskAt(setUp);
    const lines = [
      ['ФИО', 'E-mail', 'Предмет'],
      ['Осипова О. О.', 'osipova@school.example', 'Химия'],
      ['Рощин Р. Р.', 'roschin@school.example', 'Физика'],
    ].map((row) => row.join(delimiter));
    desk.press('importStaff', { text: `\uFEFF${lines.join('\r\n')}\r\n` });
    expect(desk.rows(STAFF).map(({ name, email, subjects }) => [name, email, subjects])).toEqual([
      ['Осипова О. О.', 'osipova@school.example', 'Химия'],
      ['Рощин Р. Р.', 'roschin@school.example', 'Физика'],
    ]);
  });

  it('refuses a list without a heading for names, saying which headings to write', () => {
    const desk = deskAt(setUp);
    expect(desk.refusal('importStaff', { text: 'яблоки;груши\n1;2' })).toMatch(/ФИО/);
    expect(desk.rows(STAFF)).toEqual([]);
  });

  it('gives everybody without a code one of his own, going on after the greatest', () => {
    const desk = deskAt(staffed);
    desk.press('importStaff', { text: csv([['ФИО'], ['Осипова О. О.'], ['Рощин Р. Р.']]) });
    expect(desk.row(STAFF, { name: 'Осипова О. О.' }).code).toBe('У-013');
    expect(desk.row(STAFF, { name: 'Рощин Р. Р.' }).code).toBe('У-014');
  });
});

describe('what cannot be taken is reported', () => {
  const LIST = [
    ['ФИО', 'Почта'],
    ['Осипова О. О.', 'osipova@school.example'], // 2
    ['Рощин Р. Р.', 'roschin.school.example'], // 3
    ['', ''], // 4
    ['Сомова С. С.', 'osipova@school.example'], // 5
    ['Осипова О. О.', ''], // 6
    ['', 'nobody@school.example'], // 7
    ['Тихонов Т. Т.', 'tihonov@gmial.com'], // 8
    ['Ульянова У. У.', 'ulyаnova@school.example'], // 9: a Cyrillic «а»
    ['Фролов Ф. Ф.', 'frolov@school.example'], // 10
  ];

  it('names the row of every duplicate, bad address and missing name, and takes the rest', () => {
    const desk = deskAt(setUp);
    const done = desk.press('importStaff', { text: csv(LIST) });
    expect(names(desk)).toEqual(['Осипова О. О.', 'Фролов Ф. Ф.']);
    for (const row of [3, 5, 6, 7, 8, 9]) expect(said(done)).toMatch(new RegExp(`[Сс]трока ${String(row)}(?!\\d)`));
    expect(said(done)).toContain('roschin.school.example');
    expect(count(done, /ошибк/i)).toBe('6');
  });

  it('says how many empty rows it passed over', () => {
    const desk = deskAt(setUp);
    const done = desk.press('importStaff', { text: csv(LIST) });
    expect([said(done), ...done.preview.lines, ...done.preview.counts.map(({ label }) => label)].join('\n')).toMatch(
      /пуст/i,
    );
  });

  it('draws attention to namesakes it took as two people', () => {
    const desk = deskAt(setUp);
    const done = desk.press('importStaff', {
      text: csv([
        ['ФИО', 'Почта'],
        ['Осипова О. О.', 'osipova1@school.example'],
        ['Осипова О. О.', 'osipova2@school.example'],
      ]),
    });
    expect(names(desk)).toEqual(['Осипова О. О.', 'Осипова О. О.']);
    expect(said(done)).toMatch(/тёзка|два человека/i);
  });
});

describe('a list brought again', () => {
  it('changes nothing when nothing is new', () => {
    const desk = deskAt(staffed);
    const before = desk.picture();
    const done = desk.press('importStaff', { text: csv(STAFF_ROWS) });
    expect(desk.picture()).toEqual(before);
    expect(count(done, /без изменений/i)).toBe(String(EVERYBODY.length));
  });

  it('removes nobody who is not on it', () => {
    const desk = deskAt(staffed);
    desk.press('importStaff', { text: csv(STAFF_ROWS.slice(0, 4)) });
    expect(names(desk)).toEqual(EVERYBODY.map(({ name }) => name));
  });

  it('updates what it says anew and leaves what it does not say, and people’s own remarks', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === 'У-003', 'remark', 'в отпуске до октября');
    desk.press('importStaff', {
      text: csv([
        ['Код', 'ФИО', 'Почта'],
        ['У-003', PEOPLE.hail.name, 'gradov.new@school.example'],
      ]),
    });
    const row = desk.row(STAFF, { code: 'У-003' });
    expect([row.email, row.subjects, row.role, row.remark]).toEqual([
      'gradov.new@school.example',
      'Физика',
      'учитель',
      'в отпуске до октября',
    ]);
  });

  it('keeps «Участвует» = «нет» that a person has set', () => {
    const desk = deskAt(staffed);
    desk.type(STAFF, ({ code }) => code === 'У-003', 'included', 'нет');
    desk.press('importStaff', { text: csv(STAFF_ROWS) });
    expect(desk.row(STAFF, { code: 'У-003' }).included).toBe('нет');
  });
});

it('the preview shows counts and a real example, and changes nothing', () => {
  const desk = deskAt(setUp);
  const before = desk.picture();
  const preview = desk.director.ask({ method: 'preview', action: 'importStaff', input: { text: csv(STAFF_ROWS) } });
  expect(preview.counts[0]?.value).toBe(String(EVERYBODY.length));
  expect(preview.example?.title).toBe(PEOPLE.birch.name);
  expect(desk.picture()).toEqual(before);
});

it('the page offers the school’s own sheets to take the list from, not ours', () => {
  const desk = deskAt(setUp);
  desk.director.pasteSheet('Педагоги', [['ФИО'], ['Осипова О. О.']]);
  const fields = desk.director.ask({ method: 'fields', action: 'importStaff' });
  const offered = fields.find(({ name }) => name === 'sheet')?.options.map(({ label }) => label) ?? [];
  expect(offered).toContain('Педагоги');
  expect(offered).not.toContain('Сотрудники');
});
