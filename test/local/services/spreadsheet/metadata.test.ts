// Developer metadata stays with what it was put on, wherever that moves, and dies with it.
// https://developers.google.com/workspace/sheets/api/guides/metadata
// https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata-finder
import fc from 'fast-check';
import { workbook } from './workbook';
import type { Workbook } from './workbook';

/** Where the row or column with this key is now, or null. */
function place({ book }: Workbook, key: string): string | null {
  const [found] = book.createDeveloperMetadataFinder().withKey(key).find();
  const location = found?.getLocation();
  return (location?.getRow() ?? location?.getColumn())?.getA1Notation() ?? null;
}

describe('developer metadata', () => {
  it('sits on the spreadsheet, a sheet, a row or a column, with a value and a visibility', () => {
    const { app, book, sheet } = workbook();
    const { PROJECT, DOCUMENT } = app.DeveloperMetadataVisibility;
    book.addDeveloperMetadata('book', 'v', PROJECT);
    sheet.addDeveloperMetadata('sheet', PROJECT);
    sheet.getRange('4:4').addDeveloperMetadata('row', 'значение');
    sheet.getRange('C:C').addDeveloperMetadata('column');
    const all = book.createDeveloperMetadataFinder().find();
    expect(
      all.map((entry) => [
        entry.getKey(),
        entry.getValue(),
        entry.getVisibility(),
        entry.getLocation().getLocationType().name(),
      ]),
    ).toEqual([
      ['book', 'v', PROJECT, 'SPREADSHEET'],
      ['sheet', null, PROJECT, 'SHEET'],
      ['row', 'значение', DOCUMENT, 'ROW'],
      ['column', null, DOCUMENT, 'COLUMN'],
    ]);
    expect(all[1]?.getLocation().getSheet()?.getName()).toBe('Лист1');
    expect(all[2]?.getLocation().getRow()?.getA1Notation()).toBe('4:4');
    expect(all[2]?.getLocation().getColumn()).toBeNull();
    expect(book.getDeveloperMetadata().map((each) => each.getKey())).toEqual(['book']);
    expect(sheet.getDeveloperMetadata().map((each) => each.getKey())).toEqual(['sheet']);
    expect(sheet.getRange('4:4').getDeveloperMetadata()).toHaveLength(1);
    // A cell of the row does not have the row's: https://github.com/brucemcpherson/gas-fakes (test/testsheetsdeveloper.js)
    expect(sheet.getRange('C4').getDeveloperMetadata()).toHaveLength(0);
  });

  it('cannot sit on a part of a row, a cell or several rows', () => {
    const { sheet } = workbook();
    const refusal =
      'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';
    for (const notation of ['A1', 'B6:D6', 'F2:F5', 'B2:D4', '2:3', 'A:B'])
      expect(() => sheet.getRange(notation).addDeveloperMetadata('k')).toThrow(refusal);
    expect(() => sheet.getRange(4, 1, 1, 26).addDeveloperMetadata('k')).toThrow('NotEmulated');
  });

  it('follows inserted, deleted and moved rows', () => {
    const book = workbook();
    const { sheet } = book;
    sheet.getRange('5:5').addDeveloperMetadata('row');
    sheet.insertRowBefore(2);
    expect(place(book, 'row')).toBe('6:6');
    sheet.insertRowsAfter(6, 3);
    expect(place(book, 'row')).toBe('6:6');
    sheet.deleteRows(1, 2);
    expect(place(book, 'row')).toBe('4:4');
    sheet.moveRows(sheet.getRange('4:4'), 11);
    expect(place(book, 'row')).toBe('10:10');
    sheet.moveRows(sheet.getRange('1:2'), 20);
    expect(place(book, 'row')).toBe('8:8');
  });

  it('follows columns and sheets, and dies with a deleted row, column or sheet', () => {
    const book = workbook();
    const other = book.book.insertSheet('Другой');
    other.addDeveloperMetadata('sheet');
    other.getRange('C:C').addDeveloperMetadata('column');
    other.getRange('3:3').addDeveloperMetadata('row');
    other.moveColumns(other.getRange('C:C'), 1);
    expect(place(book, 'column')).toBe('A:A');
    other.setName('Переименован');
    book.book.setActiveSheet(other);
    book.book.moveActiveSheet(1);
    const [found] = book.book.createDeveloperMetadataFinder().withKey('sheet').find();
    expect(found?.getLocation().getSheet()?.getName()).toBe('Переименован');
    other.deleteColumn(1);
    expect(place(book, 'column')).toBeNull();
    book.book.deleteSheet(other);
    expect(book.book.createDeveloperMetadataFinder().find()).toEqual([]);
  });

  it('stays on its column while whole tables are cleared and rewritten', () => {
    const book = workbook();
    book.sheet.getRange('B:B').addDeveloperMetadata('column', 'email');
    book.sheet.getRange('A1:C3').setValues([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    book.sheet.clear();
    expect(place(book, 'column')).toBe('B:B');
  });

  it('is found by id, value, location, visibility, within a sheet, and on locations that meet', () => {
    const { app, book, sheet } = workbook();
    sheet.addDeveloperMetadata('k', 'sheet');
    sheet.getRange('2:2').addDeveloperMetadata('k', 'row', app.DeveloperMetadataVisibility.PROJECT);
    book.insertSheet('Другой').addDeveloperMetadata('k', 'other');
    const values = (finder: ReturnType<typeof book.createDeveloperMetadataFinder>): (string | null)[] =>
      finder.find().map((each) => each.getValue());
    const finder = (): ReturnType<typeof book.createDeveloperMetadataFinder> => book.createDeveloperMetadataFinder();
    expect(values(finder().withKey('k'))).toEqual(['sheet', 'row', 'other']);
    expect(values(sheet.createDeveloperMetadataFinder().withKey('k'))).toEqual(['sheet', 'row']);
    expect(values(finder().withLocationType(app.DeveloperMetadataLocationType.ROW))).toEqual(['row']);
    expect(values(finder().withVisibility(app.DeveloperMetadataVisibility.PROJECT))).toEqual(['row']);
    expect(values(finder().withValue('other'))).toEqual(['other']);
    const [row] = finder().withValue('row').find();
    expect(values(finder().withId(row?.getId() ?? 0))).toEqual(['row']);
    expect(values(sheet.getRange('B2').createDeveloperMetadataFinder())).toEqual([]);
    expect(values(sheet.getRange('B2').createDeveloperMetadataFinder().onIntersectingLocations())).toEqual([
      'sheet',
      'row',
    ]);
  });

  it('can be changed, moved and removed', () => {
    const book = workbook();
    book.sheet.getRange('2:2').addDeveloperMetadata('k', 'v');
    const [entry] = book.book.createDeveloperMetadataFinder().find();
    entry?.setKey('K').setValue('V').moveToColumn(book.sheet.getRange('D:D'));
    expect(place(book, 'K')).toBe('D:D');
    entry?.moveToSpreadsheet();
    expect(book.book.getDeveloperMetadata().map((each) => each.getValue())).toEqual(['V']);
    entry?.remove();
    expect(book.book.getDeveloperMetadata()).toEqual([]);
  });

  it('goes with the value of its row through any sequence of changes', () => {
    const step = fc.record({
      kind: fc.constantFrom('insert', 'delete', 'move'),
      at: fc.integer({ min: 1, max: 30 }),
      count: fc.integer({ min: 1, max: 5 }),
      to: fc.integer({ min: 1, max: 35 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const book = workbook();
        const { sheet } = book;
        sheet.getRange('A10').setValue('метка').setNote('метка');
        sheet.getRange('10:10').addDeveloperMetadata('mark');
        book.book.setNamedRange('mark', sheet.getRange('A10'));
        for (const { kind, at, count, to } of steps) {
          if (kind === 'insert') sheet.insertRowsBefore(at, count);
          else if (kind === 'delete') sheet.deleteRows(at, count);
          else sheet.moveRows(sheet.getRange(`${String(at)}:${String(at + count - 1)}`), to);
        }
        const row =
          sheet
            .getRange(1, 1, sheet.getMaxRows(), 1)
            .getValues()
            .findIndex(([value]) => value === 'метка') + 1;
        expect(place(book, 'mark')).toBe(row === 0 ? null : `${String(row)}:${String(row)}`);
        expect(book.book.getRangeByName('mark')?.getRow() ?? 0).toBe(row);
        if (row > 0) expect(sheet.getRange(row, 1).getNote()).toBe('метка');
      }),
      { numRuns: 60 },
    );
  });
});
