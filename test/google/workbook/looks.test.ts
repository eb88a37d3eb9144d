// How our sheets look: what a person has to read is shown whole, and neighbouring cells do not run together.
import { createLocalWorkspace } from '../../../local/index';
import { readSpreadsheet } from '../../../local/services/spreadsheet';
import { createWorkbook } from '../../../src/google/workbook/workbook';
import { table } from '../../../src/workbook/schema';
import { TABLES } from '../../../src/workbook/tables';

const LOOKS = table({
  key: 'looks',
  title: 'Вид',
  about: 'Вид столбцов.',
  filledBy: 'both',
  columns: {
    code: { type: 'text', title: 'Код', width: 70 },
    count: { type: 'number', title: 'Сколько', width: 90 },
    at: { type: 'datetime', title: 'Когда', width: 130 },
    about: { type: 'text', title: 'О чём', width: 200 },
    tags: { type: 'list', title: 'Метки', width: 160 },
    link: { type: 'text', title: 'Ссылка', width: 200, clip: true },
    key: { type: 'text', title: 'Ключ', width: 200, hidden: true },
  },
});

const zone = { toDate: (local: string) => new Date(`${local}:00Z`), toLocal: (date: Date) => date.toISOString() };
const workspace = createLocalWorkspace({ now: new Date('2026-09-01T02:00:00Z'), locale: 'ru_RU' });
workspace.createSpreadsheet('Школа');
Object.assign(globalThis, { SpreadsheetApp: workspace.globals['SpreadsheetApp'] });
const workbook = createWorkbook(SpreadsheetApp.getActive(), zone);
workbook.ensure([LOOKS]);
workbook.append(LOOKS, [
  { code: 'К', count: 1, at: '', about: 'о чём', tags: ['а', 'б'], link: 'https://…', key: 'к' },
]);

const cell = (row: number, key: keyof typeof LOOKS.columns): GoogleAppsScript.Spreadsheet.Range => {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Вид');
  if (sheet === null) throw new Error('the sheet was not made');
  return sheet.getRange(row, Object.keys(LOOKS.columns).indexOf(key) + 1);
};

it.each(['count', 'at'] as const)('puts «%s» in the middle of its column, with its heading', (key) => {
  expect([1, 2, 500].map((row) => cell(row, key).getHorizontalAlignment())).toEqual(['center', 'center', 'center']);
});

it('leaves texts at the left edge', () => {
  expect(cell(2, 'about').getHorizontalAlignment()).not.toBe('center');
});

it('lets texts of several words go on in further lines, and keeps links, codes and hidden cells to one', () => {
  const [sheet] = readSpreadsheet(workspace.world, workspace.world.activeSpreadsheetId ?? '').sheets.filter(
    ({ name }) => name === 'Вид',
  );
  const keys = Object.keys(LOOKS.columns);
  const wrapped = sheet?.cells.flatMap(({ row, column, format }) =>
    row === 2 && format.wrap === 'WRAP' ? [keys[column - 1]] : [],
  );
  expect(wrapped).toEqual(['about', 'tags']);
});

/** Arial 10 bold takes about 7.5 pixels a letter; a cell has 6 pixels of room at its sides. */
const longestWord = (title: string): number => Math.max(...title.split(/[\s-]+/).map((word) => word.length)) * 7.5 + 6;

it('gives every column room for the longest word of its heading', () => {
  const narrow = TABLES.flatMap(({ title: sheet, columns }) =>
    Object.values(columns)
      .filter(({ title, width = 100, hidden }) => hidden !== true && longestWord(title) > width)
      .map(({ title, width }) => `${sheet}: ${title} (${String(width)})`),
  );
  expect(narrow).toEqual([]);
});
