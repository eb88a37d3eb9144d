// The forms port on FormApp: builds a form from its description, item by item, and reads answers by item id.
import type { Forms, FormState, ResponseData } from '../app/ports/forms';
import type { AskedItem, FormSpec, ItemSpec, RawAnswer } from '../domain/survey/form-spec';
import { createDriveFile, driveApi } from './advanced';
import { unlessStatus } from './api-error';
import { inspectForm } from './form-picture';
import { EFFECT_KEY, filesByKey, FORM_MIME, idsInBin } from './drive-keys';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/** Newer than the type definitions. https://developers.google.com/apps-script/reference/forms/form#setPublished(Boolean) */
interface Publishable {
  setPublished?: (enabled: boolean) => Form;
  isPublished?: () => boolean;
}

/** @param eraser of the late bundle: nothing that is needed at every click deletes answers */
export function createForms(eraser: () => Pick<Forms, 'forget'>): Forms {
  /** Whoever asks something of a form soon asks more of it: the last one need not be opened again. */
  let opened: { readonly formId: string; readonly form: Form } | undefined;
  const open = (formId: string): Form | undefined => {
    if (opened?.formId === formId) return opened.form;
    const form = openForm(formId);
    opened = form && { formId, form };
    return form;
  };
  return {
    find: (key) => filesByKey(key)[0],
    inspect: inspectForm,

    // Made through Drive, not FormApp.create, so that the effect key is attached in the same call: an attempt that died
    // right after it is found again.
    create(key, fileName, folderId) {
      return createDriveFile({
        name: fileName,
        mimeType: FORM_MIME,
        appProperties: { [EFFECT_KEY]: key },
        ...(folderId === undefined ? {} : { parents: [folderId] }),
      });
    },

    build(formId, spec, mayGoOn) {
      const form = FormApp.openById(formId);
      opened = { formId, form };
      const there = isDressed(form, spec) ? form.getItems() : dress(form, spec);
      const items: AskedItem[] = [];
      for (const [index, itemSpec] of spec.items.entries()) {
        const standing = there[index];
        // Only the last item that is there can be half-made: it is set again, the earlier ones are taken as they are.
        if (standing !== undefined && index < there.length - 1) {
          items.push({ itemId: String(standing.getId()), spec: itemSpec });
          continue;
        }
        if (!mayGoOn()) return { done: false, built: items.length, items };
        items.push({
          itemId: standing === undefined ? addItem(form, itemSpec) : setAgain(standing, itemSpec),
          spec: itemSpec,
        });
      }
      return { done: true, built: items.length, items };
    },

    publish(formId) {
      const form = opened?.formId === formId ? opened.form : FormApp.openById(formId);
      opened = undefined;
      const publishable = form as Form & Publishable;
      publishable.setPublished?.(true);
      form.setAcceptingResponses(true);
      const state = stateOf(form);
      return { ...state, accepting: state.accepting && (publishable.isPublished?.() ?? true) };
    },

    itemIds(formId) {
      const items = open(formId)?.getItems();
      return items && new Set(items.map((item) => String(item.getId())));
    },

    state(formId) {
      const form = open(formId);
      return form === undefined ? undefined : stateOf(form);
    },

    responses(formId, since) {
      const form = open(formId);
      if (form === undefined) return undefined;
      return (since === undefined ? form.getResponses() : form.getResponses(new Date(since))).map(readResponse);
    },

    forget: (...what) => eraser().forget(...what),

    inBin: () => idsInBin(FORM_MIME),

    trash(formId) {
      unlessStatus(
        () => {
          driveApi().Files.update({ trashed: true }, formId);
        },
        [404],
        () => undefined,
      );
    },
  };
}

/**
 * Undefined when the form is gone for good (one in the bin still opens, and its answers can be read). What FormApp says of that is
 * worded in the user's language, so Drive is asked: it answers by numbers.
 */
export function openForm(formId: string): Form | undefined {
  try {
    return FormApp.openById(formId);
  } catch (error) {
    if (
      unlessStatus(
        () => driveApi().Files.get(formId, { fields: 'id,trashed' }).trashed !== true,
        [404],
        () => false,
      )
    )
      throw error;
    return undefined;
  }
}

function stateOf(form: Form): FormState {
  return {
    formId: form.getId(),
    url: form.getPublishedUrl(),
    editUrl: form.getEditUrl(),
    accepting: form.isAcceptingResponses(),
  };
}

/** The title is the first thing set and the confirmation the last: with both, so is all between them. */
function isDressed(form: Form, spec: FormSpec): boolean {
  return form.getTitle() === spec.title && form.getConfirmationMessage() === spec.confirmation;
}

/**
 * Sets everything but the items, and gives the items that are there. Drive may bear a form with an item of its own: at the
 * beginning of a form that is not dressed yet, items that are none of ours go away.
 */
function dress(form: Form, spec: FormSpec): Item[] {
  const ours = new Set(spec.items.map(({ title }) => title));
  const there = form.getItems();
  while (there[0] !== undefined && !ours.has(there[0].getTitle())) {
    form.deleteItem(0);
    there.shift();
  }
  form.setTitle(spec.title);
  form.setDescription(spec.description);
  form.setCollectEmail(spec.collectEmail);
  form.setAllowResponseEdits(spec.allowEdit);
  form.setProgressBar(spec.items.some((item) => item.type === 'section'));
  form.setConfirmationMessage(spec.confirmation);
  return there;
}

const labels = (options: readonly { readonly label: string }[]): string[] => options.map((option) => option.label);

/** Adds an item and gives its id. */
function addItem(form: Form, spec: ItemSpec): string {
  switch (spec.type) {
    case 'section':
      return finish(form.addPageBreakItem(), spec, () => undefined);
    case 'header':
      return finish(form.addSectionHeaderItem(), spec, () => undefined);
    case 'choice':
      return finish(form.addMultipleChoiceItem(), spec, (item) => setOptions(item, spec));
    case 'checkbox':
      return finish(form.addCheckboxItem(), spec, (item) => setOptions(item, spec));
    case 'scale':
      return finish(form.addScaleItem(), spec, (item) => setScale(item, spec));
    case 'text':
      return finish(form.addTextItem(), spec, (item) => require(item, spec));
    case 'paragraph':
      return finish(form.addParagraphTextItem(), spec, (item) => require(item, spec));
    case 'date':
      return finish(form.addDateItem(), spec, (item) => require(item, spec));
    case 'grid':
      return finish(form.addGridItem(), spec, (item) => setGrid(item, spec));
    case 'checkboxGrid':
      return finish(form.addCheckboxGridItem(), spec, (item) => setGrid(item, spec));
  }
}

/** Sets an item that an earlier attempt left, perhaps half-made, and gives its id. */
function setAgain(item: Item, spec: ItemSpec): string {
  switch (spec.type) {
    case 'section':
      return finish(item.asPageBreakItem(), spec, () => undefined);
    case 'header':
      return finish(item.asSectionHeaderItem(), spec, () => undefined);
    case 'choice':
      return finish(item.asMultipleChoiceItem(), spec, (typed) => setOptions(typed, spec));
    case 'checkbox':
      return finish(item.asCheckboxItem(), spec, (typed) => setOptions(typed, spec));
    case 'scale':
      return finish(item.asScaleItem(), spec, (typed) => setScale(typed, spec));
    case 'text':
      return finish(item.asTextItem(), spec, (typed) => require(typed, spec));
    case 'paragraph':
      return finish(item.asParagraphTextItem(), spec, (typed) => require(typed, spec));
    case 'date':
      return finish(item.asDateItem(), spec, (typed) => require(typed, spec));
    case 'grid':
      return finish(item.asGridItem(), spec, (typed) => setGrid(typed, spec));
    case 'checkboxGrid':
      return finish(item.asCheckboxGridItem(), spec, (typed) => setGrid(typed, spec));
  }
}

interface Titled {
  setTitle(title: string): unknown;
  setHelpText(text: string): unknown;
  getId(): number;
}

function finish<T extends Titled>(item: T, spec: ItemSpec, rest: (item: T) => void): string {
  item.setTitle(spec.title);
  if (spec.help !== undefined) item.setHelpText(spec.help);
  rest(item);
  return String(item.getId());
}

/** Items are born not required: a call is made only when they must be. */
function require(item: { setRequired(enabled: boolean): unknown }, spec: { readonly required: boolean }): void {
  if (spec.required) item.setRequired(true);
}

function setOptions(
  item: {
    setChoiceValues(values: string[]): unknown;
    showOtherOption(enabled: boolean): unknown;
    setRequired(enabled: boolean): unknown;
  },
  spec: Extract<ItemSpec, { type: 'choice' | 'checkbox' }>,
): void {
  item.setChoiceValues(labels(spec.options));
  if (spec.other === true) item.showOtherOption(true);
  require(item, spec);
}

function setScale(item: GoogleAppsScript.Forms.ScaleItem, spec: Extract<ItemSpec, { type: 'scale' }>): void {
  item.setBounds(spec.low, spec.high);
  item.setLabels(spec.lowLabel, spec.highLabel);
  require(item, spec);
}

function setGrid(
  item: {
    setRows(rows: string[]): unknown;
    setColumns(columns: string[]): unknown;
    setRequired(enabled: boolean): unknown;
  },
  spec: Extract<ItemSpec, { type: 'grid' | 'checkboxGrid' }>,
): void {
  item.setRows(labels(spec.rows));
  item.setColumns(labels(spec.columns));
  require(item, spec);
}

/** A response is a snapshot: reading it makes no further service call. */
function readResponse(response: GoogleAppsScript.Forms.FormResponse): ResponseData {
  return {
    responseId: response.getId(),
    at: response.getTimestamp().getTime(),
    email: response.getRespondentEmail().trim().toLowerCase(),
    answers: response.getItemResponses().map((itemResponse) => ({
      itemId: String(itemResponse.getItem().getId()),
      answer: itemResponse.getResponse() as RawAnswer,
    })),
  };
}
