// A list longer than a cell goes on in the next columns meant for it, and comes back whole.
import { createLocalWorkspace } from '../../../local/index';
import { createWorkbook } from '../../../src/google/workbook/workbook';
import { type Row, table } from '../../../src/workbook/schema';

const THINGS = table({
  key: 'things',
  title: 'Вещи',
  about: 'Вещи школы.',
  filledBy: 'both',
  rowsBy: 'machine',
  columns: {
    code: { type: 'text', title: 'Код', required: true },
    owners: { type: 'list', title: 'Чьи' },
    count: { type: 'number', title: 'Сколько' },
    owners2: { type: 'list', title: 'Чьи, далее', continues: 'owners' },
    owners3: { type: 'list', title: 'Чьи, до конца', continues: 'owners' },
  },
});
const zone = {
  toDate: (local: string) => new Date(`${local}:00+07:00`),
  toLocal: (date: Date) => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 16),
};
const owners = (count: number): string[] => Array.from({ length: count }, (_u, n) => `МБОУ-12-У-${String(n)}`);

it('writes a list longer than a cell into several, and reads it as one, whether added or changed', () => {
  const workspace = createLocalWorkspace({ locale: 'ru_RU' });
  workspace.createSpreadsheet('Школа');
  Object.assign(globalThis, { SpreadsheetApp: workspace.globals['SpreadsheetApp'] });
  const open = (): ReturnType<typeof createWorkbook> => createWorkbook(SpreadsheetApp.getActive(), zone);
  open().ensure([THINGS]);
  const rows: Row<typeof THINGS>[] = [
    { code: 'a', owners: owners(7000), count: 1 },
    { code: 'b', owners: owners(2), count: 2 },
  ];
  open().append(THINGS, rows);
  const read = (): unknown[] =>
    open()
      .read(THINGS)
      .rows.map(({ $row: _row, ...row }) => row);
  expect(read()).toEqual(rows);
  open().patch(THINGS, [
    { $row: 2, set: { owners: owners(3) } },
    { $row: 3, set: { owners: owners(6999) } },
  ]);
  expect(read()).toEqual([
    { ...rows[0], owners: owners(3) },
    { ...rows[1], owners: owners(6999) },
  ]);
  open().patch(THINGS, [{ $row: 3, set: { count: 5 } }]);
  expect(read()[1]).toEqual({ code: 'b', owners: owners(6999), count: 5 });
});
