// A form as scripts hold it: its items and its responses.
import { NotEmulated, ScriptError } from '../../runtime/service';
import type { ScriptEnum } from '../../runtime/service';
import { accept, date, instance, integer, oneOf, text } from './arguments';
import { ItemType } from './enums';
import { FormResponse, questionsNow } from './form-response';
import { FormSettings } from './form-settings';
import type { CheckboxItem, ListItem, MultipleChoiceItem } from './items/choice-items';
import type { CheckboxGridItem, GridItem } from './items/grid-items';
import { FormItem, Item, ownItem, withFreshIds } from './items/item';
import type { ItemHandle } from './items/item';
import type { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './items/layout-items';
import type {
  DateItem,
  DateTimeItem,
  DurationItem,
  ParagraphTextItem,
  RatingItem,
  ScaleItem,
  TextItem,
  TimeItem,
} from './items/question-items';
import type { ChoiceItemState, ItemState, ItemTypeName, ResponseState } from './state';

type AnyItem = FormItem;

const question = { id: 0, title: '', help: '', required: false, points: 0, entry: 0 };
const layout = { id: 0, title: '', help: '' };
const choices = (type: ChoiceItemState['type']): ChoiceItemState => ({ ...question, type, choices: [], other: false });

/** https://developers.google.com/apps-script/reference/forms/form */
export class Form extends FormSettings {
  #handle(item: { id: number; type: ItemTypeName }): ItemHandle {
    return { world: this._world, formId: this._id, id: item.id, type: item.type };
  }
  #add<C extends AnyItem>(blank: ItemState): C {
    const item = withFreshIds(this._world, blank);
    this._state.items.push(item);
    this._touched();
    return ownItem(this.#handle(item)) as C;
  }

  addTextItem(): TextItem {
    return this.#add({ ...question, type: 'TEXT' });
  }
  addParagraphTextItem(): ParagraphTextItem {
    return this.#add({ ...question, type: 'PARAGRAPH_TEXT' });
  }
  addCheckboxItem(): CheckboxItem {
    return this.#add(choices('CHECKBOX'));
  }
  addListItem(): ListItem {
    return this.#add(choices('LIST'));
  }
  addMultipleChoiceItem(): MultipleChoiceItem {
    return this.#add(choices('MULTIPLE_CHOICE'));
  }
  addGridItem(): GridItem {
    return this.#add({ ...layout, type: 'GRID', required: false, points: 0, rows: [], columns: [] });
  }
  addCheckboxGridItem(): CheckboxGridItem {
    return this.#add({ ...layout, type: 'CHECKBOX_GRID', required: false, points: 0, rows: [], columns: [] });
  }
  addScaleItem(): ScaleItem {
    return this.#add({ ...question, type: 'SCALE', lower: 1, upper: 5, leftLabel: '', rightLabel: '' });
  }
  /** "A new rating defaults to 3": https://developers.google.com/apps-script/reference/forms/rating-item#setRatingScaleLevel(Integer) */
  addRatingItem(): RatingItem {
    return this.#add({ ...question, type: 'RATING', level: 3, icon: 'STAR' });
  }
  addDateItem(): DateItem {
    return this.#add({ ...question, type: 'DATE', includesYear: true });
  }
  addDateTimeItem(): DateTimeItem {
    return this.#add({ ...question, type: 'DATETIME', includesYear: true });
  }
  addTimeItem(): TimeItem {
    return this.#add({ ...question, type: 'TIME' });
  }
  addDurationItem(): DurationItem {
    return this.#add({ ...question, type: 'DURATION' });
  }
  addSectionHeaderItem(): SectionHeaderItem {
    return this.#add({ ...layout, type: 'SECTION_HEADER' });
  }
  addPageBreakItem(): PageBreakItem {
    return this.#add({ ...layout, type: 'PAGE_BREAK', navigation: 'CONTINUE' });
  }
  addImageItem(): ImageItem {
    return this.#add({ ...layout, type: 'IMAGE', alignment: 'LEFT' });
  }
  addVideoItem(): VideoItem {
    return this.#add({ ...layout, type: 'VIDEO', url: '', alignment: 'LEFT' });
  }

  getItems(...args: [] | [itemType: ScriptEnum]): Item[] {
    accept('Form.getItems', args, [], [oneOf(ItemType)]);
    const [wanted] = args;
    return this._state.items
      .filter((item) => wanted === undefined || item.type === wanted._value)
      .map((item) => new Item(this.#handle(item)));
  }
  /** "Returns null if the ID does not correspond to an item in the form". */
  getItemById(...args: [id: number]): Item | null {
    accept('Form.getItemById', args, [integer]);
    const item = this._state.items.find((each) => each.id === args[0]);
    return item === undefined ? null : new Item(this.#handle(item));
  }
  #indexOf(given: number | AnyItem): number {
    const { items } = this._state;
    const index = typeof given === 'number' ? given : items.findIndex((item) => item.id === given._handle.id);
    // That it throws is documented, its text is not.
    if (items[index] === undefined) throw new ScriptError(`No item in the form at index ${index}.`);
    return index;
  }
  deleteItem(...args: [item: number | AnyItem]): void {
    accept('Form.deleteItem', args, [integer], [instance(FormItem)]);
    const index = this.#indexOf(args[0]);
    const { items } = this._state;
    const id = items[index]?.id;
    const led = items.some(
      (item) =>
        item.id !== id &&
        ((item.type === 'PAGE_BREAK' && item.page === id) ||
          ('choices' in item && item.choices.some((choice) => choice.page === id))),
    );
    if (led) throw new NotEmulated('Form.deleteItem of a page other items lead to');
    items.splice(index, 1);
    this._touched();
  }
  moveItem(...args: [from: number | AnyItem, to: number]): Item {
    accept('Form.moveItem', args, [integer, integer], [instance(FormItem), integer]);
    const from = this.#indexOf(args[0]);
    const to = this.#indexOf(args[1]);
    const { items } = this._state;
    const [moved] = items.splice(from, 1) as [ItemState];
    items.splice(to, 0, moved);
    this._touched();
    return new Item(this.#handle(moved));
  }

  createResponse(): FormResponse {
    return new FormResponse(this._world, this._id, undefined);
  }
  /** Oldest first; with a timestamp, those submitted at that moment or later. */
  getResponses(...args: [] | [timestamp: Date]): FormResponse[] {
    accept('Form.getResponses', args, [], [date]);
    const since = args[0]?.getTime() ?? Number.NEGATIVE_INFINITY;
    const form = this._state;
    const questions = questionsNow(this._world, this._id);
    return form.responses
      .filter((response) => response.at >= since)
      .map((response) => new FormResponse(this._world, this._id, structuredClone(response), questions));
  }
  #response(id: string): ResponseState {
    const response = this._state.responses.find((each) => each.id === id);
    // "Throws: Error — if the response does not exist"; the wording scripts report of `getResponse`.
    if (response === undefined) throw new ScriptError('Invalid data updating form.');
    return response;
  }
  getResponse(...args: [responseId: string]): FormResponse {
    accept('Form.getResponse', args, [text]);
    return new FormResponse(this._world, this._id, structuredClone(this.#response(args[0])));
  }
  /** The copy in a destination spreadsheet stays: https://developers.google.com/apps-script/reference/forms/form#deleteResponse(String) */
  deleteResponse(...args: [responseId: string]): this {
    accept('Form.deleteResponse', args, [text]);
    const { responses } = this._state;
    responses.splice(responses.indexOf(this.#response(args[0])), 1);
    return this._touched();
  }
  deleteAllResponses(): this {
    this._state.responses.length = 0;
    return this._touched();
  }
}
