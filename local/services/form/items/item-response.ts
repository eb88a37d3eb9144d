// One question's answer, as scripts read it and as they make it for a response of their own.
import { ServiceObject } from '../../../runtime/service';
import type { Answer } from '../state';
import { Item } from './item';
import type { ItemHandle } from './item';

/**
 * https://developers.google.com/apps-script/reference/forms/item-response
 * Part of a response's snapshot: everything here is read from memory.
 */
export class ItemResponse extends ServiceObject {
  readonly _name = 'ItemResponse';
  constructor(
    readonly _handle: ItemHandle,
    readonly _answer: Answer,
  ) {
    super();
  }
  override get _free(): 'all' {
    return 'all';
  }
  getItem(): Item {
    return new Item(this._handle);
  }
  /**
   * Text for most questions, a list for checkboxes, a list by rows for grids (`null` for a row without an answer).
   * https://developers.google.com/apps-script/reference/forms/item-response#getResponse()
   */
  getResponse(): Answer {
    return structuredClone(this._answer);
  }
}
