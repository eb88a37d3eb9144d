// What every SpreadsheetApp object holds on to: the world, its workbook's id, and how to make the other objects.
// Objects keep only ids; state is looked up at every call, so that they stay true whoever changed the workbook.
import type { World } from '../../runtime/world';
import { bookOf, sheetOf } from './state';
import type { Area, BookState, SheetState } from './state';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** Makers of the objects that refer to each other; filled in by the service, so that no module needs another's class. */
export interface Makers {
  spreadsheet(handle: Handle): Spreadsheet;
  sheet(handle: Handle, sheetId: number): Sheet;
  /** @param notation how an open range was written (`A:C`), kept for `getA1Notation` */
  range(handle: Handle, area: Area, notation?: string): Range;
}

export class Handle {
  constructor(
    readonly world: World,
    readonly id: string,
    readonly make: Makers,
  ) {}

  get book(): BookState {
    return bookOf(this.world, this.id);
  }
  sheet(sheetId: number): SheetState {
    return sheetOf(this.book, sheetId);
  }
  range(area: Area): Range {
    return this.make.range(this, area);
  }
  /** The same for another workbook. */
  of(id: string): Handle {
    return new Handle(this.world, id, this.make);
  }
  /** To be called when the file changed: Drive shows when. */
  touch(): void {
    this.world.files.touch(this.id);
  }
}
