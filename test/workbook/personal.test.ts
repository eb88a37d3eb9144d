// No table can be forgotten when a person is erased: what names somebody by its heading is known to hold personal data.
import { isAboutPeople, personalColumns, personMark } from '../../src/workbook/personal';
import type { Column, Table } from '../../src/workbook/schema';
import { TABLES } from '../../src/workbook/tables';

const columns = TABLES.flatMap((table) =>
  Object.entries(table.columns).map(([key, column]) => [`${table.key}.${key}`, column, table] as const),
);
const text = (title: string, more: Partial<Column> = {}): Column => ({ type: 'text', title, ...more });

it.each(columns)('%s holds nothing of a person, or says what', (_name, column) => {
  // Broader than what `personMark` knows: a heading that sounds like a person needs a mark that is looked at.
  const soundsLikePerson =
    /(сотрудник|учител|педагог|наставник|подопечн|консультант|участник|автор|эксперт|тьютор|куратор|ФИО|фамили|почт|кому|кто|ответственн)/i;
  const isText = column.type === 'text' || column.type === 'list' || column.type === 'json';
  if (isText && soundsLikePerson.test(column.title) && column.person === undefined)
    expect(personMark(column)).not.toBe('none');
  if (!isText) expect(personMark(column)).toBe('none');
});

it.each(
  columns
    .filter(([name]) => /\.(teacher|mentor|trainee|code)$/.test(name))
    .filter(([, , table]) => table.key !== 'uncoveredCodes'),
)('%s is a staff code, or names something else', (name, column) => {
  if (/^Код( сотрудника| наставника| подопечного)?$/.test(column.title))
    expect([name, personMark(column)]).toEqual([name, 'code']);
});

it('takes every free text for one that may name somebody', () => {
  for (const [name, column] of columns)
    if (column.type === 'text' && column.title !== 'Ключ' && column.person === undefined && (column.width ?? 0) >= 240)
      expect([name, personMark(column)]).not.toEqual([name, 'none']);
});

it.each([
  ['Код сотрудника', 'code'],
  ['Код учителя', 'code'],
  ['Код наставника', 'code'],
  ['Код автора', 'code'],
  ['ФИО', 'name'],
  ['ФИО учителя', 'name'],
  ['Электронная почта', 'email'],
  ['Контактное лицо', 'words'],
  ['Примечание', 'words'],
  ['Код компетенции', 'none'],
  ['Запуск', 'none'],
  ['Ссылка', 'none'],
] as const)('of a new table the column «%s» is %s by its heading', (title, mark) => {
  expect(personMark(text(title))).toBe(mark);
});

it('takes a list of codes for several people: the row stays', () => {
  expect(personMark(text('Коды участников', { type: 'list' }))).toBe('codes');
});

it('knows the tables whose rows are somebody’s', () => {
  const about = TABLES.filter(isAboutPeople).map(({ key }) => key);
  expect(about).toEqual(
    expect.arrayContaining([
      'staff',
      'answers',
      'levels',
      'profile',
      'groups',
      'uncovered',
      'wishes',
      'pairs',
      'communities',
      'mastery',
      'leftOut',
    ]),
  );
  expect(about).not.toEqual(expect.arrayContaining(['bank']));
  for (const kept of ['bank', 'plan', 'surveys', 'modules', 'journal', 'ledger', 'settings'])
    expect(about).not.toContain(kept);
});

it('pairs each name with a code, in their order', () => {
  for (const table of TABLES as readonly Table[]) {
    const marks = [...personalColumns(table).values()];
    const count = (wanted: string): number => marks.filter((mark) => mark === wanted).length;
    if (isAboutPeople(table)) expect([table.key, count('name') <= count('code')]).toEqual([table.key, true]);
  }
});
