// Set-up that was cut short anywhere: the next one ends with the same workbook, one sheet a table, dressed.
import type { ServiceCall } from '../../local/index';
import { table } from '../../src/workbook/schema';
import { googleWorld, type GoogleWorld } from './google-world';

const PEOPLE = table({
  key: 'people',
  title: 'Люди',
  about: 'Люди школы.',
  filledBy: 'people',
  frozenColumns: 2,
  tabColour: '#1a73e8',
  columns: {
    code: { type: 'text', title: 'Код', width: 70 },
    name: { type: 'text', title: 'ФИО', width: 240 },
    state: { type: 'choice', title: 'Состояние', choices: { a: 'идёт', b: 'готово' } },
    run: { type: 'text', title: 'Запуск', hidden: true },
  },
});
const LEDGER = table({
  key: 'effects',
  title: 'Учёт',
  about: 'Учёт.',
  filledBy: 'machine',
  hidden: true,
  columns: { key: { type: 'text', title: 'Ключ' } },
});

/** All that a person sees of the workbook, and the marks. */
function picture(world: GoogleWorld): unknown {
  return world.spreadsheet
    .getSheets()
    .slice(1)
    .map((sheet) => ({
      name: sheet.getName(),
      hidden: sheet.isSheetHidden(),
      frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
      tab: sheet.getTabColor(),
      columns: [1, 2, 3, 4].map((at) => ({
        title: sheet.getRange(1, at).getValue() as string,
        note: sheet.getRange(1, at).getNote(),
        weight: sheet.getRange(1, at).getFontWeight(),
        background: sheet.getRange(1, at).getBackground(),
        format: sheet.getRange(2, at).getNumberFormat(),
        choices: JSON.stringify(sheet.getRange(2, at).getDataValidation()?.getCriteriaValues() ?? []),
        width: sheet.getColumnWidth(at),
        hidden: sheet.isColumnHiddenByUser(at),
      })),
      marks: sheet
        .createDeveloperMetadataFinder()
        .find()
        .map((mark) => mark.getValue())
        .sort(),
    }));
}

/** One execution; false when it died. */
function setUp(world: GoogleWorld): boolean {
  try {
    world.workbook().ensure([PEOPLE, LEDGER]);
    return true;
  } catch {
    return false;
  }
}

const whole = (): { readonly picture: unknown; readonly calls: readonly ServiceCall[] } => {
  const world = googleWorld();
  const before = world.workspace.calls.length;
  setUp(world);
  return { picture: picture(world), calls: world.workspace.calls.slice(before) };
};

describe('a set-up that died', () => {
  it('after any of its calls is finished by the next one, with nothing twice', () => {
    const wanted = whole();
    for (let n = 0; n < wanted.calls.length; n++) {
      const world = googleWorld();
      const from = world.workspace.calls.length;
      world.fault = ({ index }) => (index >= from + n ? { when: 'after', error: 'Сбой' } : undefined);
      setUp(world);
      world.fault = undefined;
      setUp(world);
      const { service = '', method = '' } = wanted.calls[n] ?? {};
      expect([n, service, method, picture(world)]).toEqual([n, service, method, wanted.picture]);
    }
  });

  it('on a new column is finished by the next one', () => {
    const world = googleWorld();
    setUp(world);
    const sheet = world.spreadsheet.getSheetByName('Люди');
    sheet?.deleteColumn(3);
    world.fault = ({ method }) => (method === 'setValues' ? { when: 'after', error: 'Сбой' } : undefined);
    expect(setUp(world)).toBe(false);
    world.fault = undefined;
    setUp(world);
    const at = (sheet?.getRange(1, 1, 1, 6).getValues()[0] ?? []).indexOf('Состояние') + 1;
    expect(sheet?.getRange(2, at).getDataValidation()?.getCriteriaValues()[0]).toEqual(['идёт', 'готово']);
    expect(sheet?.getRange(1, at).getFontWeight()).toBe('bold');
    expect(sheet?.getLastColumn()).toBe(4);
  });
});

describe('a sheet of the school’s own with our title', () => {
  it('is never taken for ours, with other headings or with an empty first row over something written', () => {
    for (const [row, texts] of [
      [1, ['Педсовет', 'Иванов']],
      [3, ['Код', 'ФИО']],
    ] as const) {
      const world = googleWorld();
      const own = world.spreadsheet.insertSheet('Люди');
      own.getRange(row, 1, 1, 2).setValues([[...texts]]);
      setUp(world);
      expect(world.spreadsheet.getSheets().map((sheet) => sheet.getName())).toContain('Люди (2)');
      expect(own.getRange(row, 1, 1, 2).getValues()).toEqual([[...texts]]);
      expect(own.createDeveloperMetadataFinder().find()).toEqual([]);
    }
  });

  it('that is empty becomes ours', () => {
    const world = googleWorld();
    world.spreadsheet.insertSheet('Люди');
    setUp(world);
    expect(picture(world)).toEqual(whole().picture);
  });

  it('that holds our headings with data (its marks are lost) becomes ours again with its data', () => {
    const world = googleWorld();
    const own = world.spreadsheet.insertSheet('Люди');
    own.getRange(1, 1, 2, 4).setValues([
      ['Код', 'ФИО', 'Состояние', 'Запуск'],
      ['У-1', 'Иванова', 'идёт', ''],
    ]);
    setUp(world);
    expect(
      world
        .workbook()
        .read(PEOPLE)
        .rows.map(({ code, state }) => [code, state]),
    ).toEqual([['У-1', 'a']]);
  });
});

describe('a set-up in a workbook that is in order', () => {
  it('reports nothing, and leaves the widths and the hidden columns that people have chosen', () => {
    const world = googleWorld();
    setUp(world);
    const sheet = world.spreadsheet.getSheetByName('Люди');
    sheet?.setColumnWidth(2, 400);
    sheet?.showColumns(4);
    expect(world.workbook().ensure([PEOPLE, LEDGER])).toEqual({ created: [], repaired: [] });
    expect([sheet?.getColumnWidth(2), sheet?.isColumnHiddenByUser(4)]).toEqual([400, false]);
  });
});

describe('a view', () => {
  it('is not made twice when its first writing died', () => {
    const world = googleWorld();
    const view = {
      key: 'matrix',
      title: 'Матрица',
      about: 'Уровни.',
      headings: [['ФИО', 'А']],
      rows: [['Иванова', 2]],
      frozenColumns: 1,
      widths: [200, 50],
      notes: ['', ''],
    };
    world.fault = ({ method }) => (method === 'insertSheet' ? { when: 'after', error: 'Сбой' } : undefined);
    expect(() => {
      world.workbook().show(view);
    }).toThrow('Сбой');
    world.fault = undefined;
    world.workbook().show(view);
    expect(
      world.spreadsheet
        .getSheets()
        .map((sheet) => sheet.getName())
        .slice(1),
    ).toEqual(['Матрица']);
  });
});
