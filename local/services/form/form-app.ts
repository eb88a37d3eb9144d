// The global FormApp.
import { NotEmulated, ScriptError, ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { accept, flag, text } from './arguments';
import { Alignment, DestinationType, FeedbackType, ItemType, PageNavigationType, RatingIconType } from './enums';
import { Form } from './form';
import { bornPublished, createForm, findForm, FORM_MIME, mayEdit, unknownForm } from './state';
import {
  CheckboxGridValidationBuilder,
  CheckboxValidationBuilder,
  GridValidationBuilder,
  ParagraphTextValidationBuilder,
  TextValidationBuilder,
} from './validation';

const FREE: ReadonlySet<string> = new Set([
  'Alignment',
  'DestinationType',
  'FeedbackType',
  'ItemType',
  'PageNavigationType',
  'RatingIconType',
  'createCheckboxGridValidation',
  'createCheckboxValidation',
  'createGridValidation',
  'createParagraphTextValidation',
  'createTextValidation',
  'getActiveForm',
]);

/** https://developers.google.com/apps-script/reference/forms/form-app */
export class FormApp extends ServiceObject {
  readonly _name = 'FormApp';
  readonly Alignment = Alignment;
  readonly DestinationType = DestinationType;
  readonly FeedbackType = FeedbackType;
  readonly ItemType = ItemType;
  readonly PageNavigationType = PageNavigationType;
  readonly RatingIconType = RatingIconType;
  readonly #world: World;

  constructor(world: World) {
    super();
    this.#world = world;
  }
  override get _free(): ReadonlySet<string> {
    return FREE;
  }

  /** A new form and its file of the same name. "Throws an exception if the given title is null or empty". */
  create(...args: [title: string] | [title: string, isPublished: boolean]): Form {
    accept('FormApp.create', args, [text], [text, flag]);
    const [title, isPublished = bornPublished(this.#world)] = args;
    if (title === '') throw new ScriptError('Invalid argument: title');
    const file = this.#world.files.register({ name: title, mimeType: FORM_MIME });
    createForm(this.#world, file, title, isPublished);
    return new Form(this.#world, file.id);
  }
  /** Opens a form the user may edit; one in the trash can still be opened. */
  openById(...args: [id: string]): Form {
    accept('FormApp.openById', args, [text]);
    const [id] = args;
    const file = this.#world.files.find(id);
    if (file === undefined || findForm(this.#world, id) === undefined || !mayEdit(file, this.#world.effectiveUser))
      throw unknownForm();
    return new Form(this.#world, id);
  }
  /** Opens by the link of the editor. */
  openByUrl(...args: [url: string]): Form {
    accept('FormApp.openByUrl', args, [text]);
    const id = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?forms\/d\/([\w-]{20,})(?:\/|$)/.exec(args[0])?.[1];
    if (id === undefined) throw new ScriptError('Invalid argument: url');
    return this.openById(id);
  }
  /** "null if the script is not bound to a form": scripts here are bound to spreadsheets. */
  getActiveForm(): null {
    return null;
  }
  getUi(): never {
    throw new NotEmulated('FormApp.getUi: a script bound to a form');
  }
  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder();
  }
  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }
  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }
  createGridValidation(): GridValidationBuilder {
    return new GridValidationBuilder();
  }
  createCheckboxGridValidation(): CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder();
  }
}
