// What every form item has, and the generic `Item` that can be cast to its own class.
import { NotEmulated, ScriptError, ServiceObject } from '../../../runtime/service';
import type { ScriptEnum } from '../../../runtime/service';
import type { World } from '../../../runtime/world';
import { accept, text } from '../arguments';
import { ItemType } from '../enums';
import { formState, itemState } from '../state';
import type { FormState, ItemState, ItemTypeName } from '../state';
import type { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items';
import type { CheckboxGridItem, GridItem } from './grid-items';
import type { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layout-items';
import type {
  DateItem,
  DateTimeItem,
  DurationItem,
  ParagraphTextItem,
  RatingItem,
  ScaleItem,
  TextItem,
  TimeItem,
} from './question-items';

/** Which item an object in a script's hands stands for. */
export interface ItemHandle {
  world: World;
  formId: string;
  id: number;
  type: ItemTypeName;
  /** The title as it was when a response was read; given only to items inside a response. */
  title?: string;
}

/**
 * Free of charge: `getId` and `getType`, which belong to the handle itself (an item never changes either), and the
 * casts, which only change the class of the handle; a choice being made is a builder. Everything else reads or writes the form, so it is a real call.
 * Items inside a response are part of its snapshot, so their title is at hand too.
 */
const CASTS = Object.keys(ItemType).map((type) => {
  const words = type.replace('DATETIME', 'DATE_TIME').split('_');
  return `as${words.map((word) => word.slice(0, 1) + word.slice(1).toLowerCase()).join('')}Item`;
});
const FREE = ['getId', 'getType', 'createChoice', ...CASTS];
const FREE_IN_HAND: ReadonlySet<string> = new Set(FREE);
const FREE_IN_RESPONSE: ReadonlySet<string> = new Set([...FREE, 'getTitle']);

/** https://developers.google.com/apps-script/reference/forms/item */
export abstract class FormItem<S extends ItemState = ItemState> extends ServiceObject {
  constructor(readonly _handle: ItemHandle) {
    super();
  }

  /** The item types this class may stand for. */
  protected abstract readonly _types: readonly S['type'][];

  override get _free(): ReadonlySet<string> {
    return this._handle.title === undefined ? FREE_IN_HAND : FREE_IN_RESPONSE;
  }
  get _form(): FormState {
    return formState(this._handle.world, this._handle.formId);
  }
  get _state(): S {
    return itemState<S>(this._form, this._handle.id, this._types);
  }
  protected _check(method: string, args: readonly unknown[], ...overloads: Parameters<typeof accept>[2][]): void {
    accept(`${this._name}.${method}`, args, ...overloads);
  }
  /** Changes the item's state and marks the file as modified. */
  protected _change(edit: (state: S) => void): this {
    edit(this._state);
    this._handle.world.files.touch(this._handle.formId);
    return this;
  }

  getId(): number {
    return this._handle.id;
  }
  getType(): ScriptEnum {
    return ItemType[this._handle.type];
  }
  getIndex(): number {
    const index = this._form.items.findIndex((item) => item.id === this._handle.id);
    return index === -1 ? this._state.id : index;
  }
  getTitle(): string {
    return this._handle.title ?? this._state.title;
  }
  setTitle(...args: [title: string]): this {
    this._check('setTitle', args, [text]);
    if (this._handle.title !== undefined) this._handle.title = args[0];
    return this._change((state) => (state.title = args[0]));
  }
  getHelpText(): string {
    return this._state.help;
  }
  setHelpText(...args: [help: string]): this {
    this._check('setHelpText', args, [text]);
    return this._change((state) => (state.help = args[0]));
  }
  /** Copies the item to the end of the form: https://developers.google.com/apps-script/reference/forms/item#duplicate() */
  duplicate(): this {
    const { world, formId, type } = this._handle;
    const copy = withFreshIds(world, structuredClone<ItemState>(this._state));
    this._form.items.push(copy);
    world.files.touch(formId);
    const OwnClass = this.constructor as new (handle: ItemHandle) => this;
    return new OwnClass({ world, formId, id: copy.id, type });
  }
}

/** Gives a new or copied item its own item id and question ids. */
export function withFreshIds<S extends ItemState>(world: World, item: S): S {
  item.id = world.nextIntId();
  if ('entry' in item) item.entry = world.nextIntId();
  if ('rows' in item) for (const row of item.rows) row.entry = world.nextIntId();
  return item;
}

type ItemClass = new (handle: ItemHandle) => FormItem;
const CLASSES = new Map<ItemTypeName, ItemClass>();

/** Makes an item class known to the casts; each module of item classes does it for its own. */
export function registerItemClass<S extends ItemState>(
  type: S['type'],
  itemClass: new (handle: ItemHandle) => FormItem<S>,
): void {
  CLASSES.set(type, itemClass as unknown as ItemClass);
}

/** The item as an object of its own class, e.g. a `TextItem`. */
export function ownItem(handle: ItemHandle): FormItem {
  const OwnClass = CLASSES.get(handle.type);
  if (OwnClass === undefined) throw new NotEmulated(`form items of type ${handle.type}`);
  return new OwnClass(handle);
}

const ALL_TYPES: readonly ItemTypeName[] = [
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'RATING',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
];

/** A generic item, as `getItems`, `getItemById` and responses give it. */
export class Item extends FormItem {
  readonly _name = 'Item';
  protected readonly _types = ALL_TYPES;

  #as<C>(type: ItemTypeName): C {
    // "Throws a scripting exception if the ItemType was not already …"; the wording as scripts report it.
    if (this._handle.type !== type) throw new ScriptError(`Invalid conversion for item type: ${this._handle.type}.`);
    return ownItem(this._handle) as C;
  }
  asCheckboxGridItem(): CheckboxGridItem {
    return this.#as('CHECKBOX_GRID');
  }
  asCheckboxItem(): CheckboxItem {
    return this.#as('CHECKBOX');
  }
  asDateItem(): DateItem {
    return this.#as('DATE');
  }
  asDateTimeItem(): DateTimeItem {
    return this.#as('DATETIME');
  }
  asDurationItem(): DurationItem {
    return this.#as('DURATION');
  }
  asGridItem(): GridItem {
    return this.#as('GRID');
  }
  asImageItem(): ImageItem {
    return this.#as('IMAGE');
  }
  asListItem(): ListItem {
    return this.#as('LIST');
  }
  asMultipleChoiceItem(): MultipleChoiceItem {
    return this.#as('MULTIPLE_CHOICE');
  }
  asPageBreakItem(): PageBreakItem {
    return this.#as('PAGE_BREAK');
  }
  asParagraphTextItem(): ParagraphTextItem {
    return this.#as('PARAGRAPH_TEXT');
  }
  asRatingItem(): RatingItem {
    return this.#as('RATING');
  }
  asScaleItem(): ScaleItem {
    return this.#as('SCALE');
  }
  asSectionHeaderItem(): SectionHeaderItem {
    return this.#as('SECTION_HEADER');
  }
  asTextItem(): TextItem {
    return this.#as('TEXT');
  }
  asTimeItem(): TimeItem {
    return this.#as('TIME');
  }
  asVideoItem(): VideoItem {
    return this.#as('VIDEO');
  }
}
