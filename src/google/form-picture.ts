// What a form asks, read item by item and never written: for forms that the product did not make.
import type { FormPicture } from '../app/ports/forms';
import type { FormItem } from '../domain/binding/propose';
import { driveApi } from './advanced';
import { unlessStatus } from './api-error';
import { troubleOf } from './trouble';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/**
 * The form, or why it cannot be read: `closed` (no such form, or no right to edit it: FormApp opens only what one may edit, and its
 * words for either come in the user's language), `trashed`.
 * https://developers.google.com/apps-script/reference/forms/form-app#openById(String)
 */
export function inspectForm(formId: string): FormPicture | 'closed' | 'trashed' {
  let form: Form;
  try {
    form = FormApp.openById(formId);
  } catch (error) {
    // Busy for a moment is another matter: it is said as such, and the same try succeeds later.
    if (troubleOf(error) !== 'unknown') throw error;
    return 'closed';
  }
  // With `drive.file` only files that the add-on made are seen; of any other nobody says that it lies in the bin.
  const trashed = unlessStatus(
    () => driveApi().Files.get(formId, { fields: 'trashed' }).trashed === true,
    [403, 404],
    () => false,
  );
  if (trashed) return 'trashed';
  return {
    formId,
    title: form.getTitle(),
    url: form.getPublishedUrl(),
    editUrl: form.getEditUrl(),
    collectsEmail: form.collectsEmail(),
    items: itemsOf(form),
  };
}

/** The questions; headings, sections, pictures and videos ask nothing. */
export function itemsOf(form: Form): readonly FormItem[] {
  return form.getItems().flatMap((item) => {
    const asked = askedOf(item);
    return asked === undefined
      ? []
      : [{ itemId: String(item.getId()), title: item.getTitle(), options: [], rows: [], ...asked }];
  });
}

const labels = (choices: readonly GoogleAppsScript.Forms.Choice[]): string[] =>
  choices.map((choice) => choice.getValue());

function askedOf(item: Item): (Pick<FormItem, 'type'> & Partial<FormItem>) | undefined {
  const { ItemType } = FormApp;
  switch (item.getType()) {
    case ItemType.SECTION_HEADER:
    case ItemType.PAGE_BREAK:
    case ItemType.IMAGE:
    case ItemType.VIDEO:
      return undefined;
    case ItemType.MULTIPLE_CHOICE:
      return { type: 'choice', options: labels(item.asMultipleChoiceItem().getChoices()) };
    case ItemType.LIST:
      return { type: 'choice', options: labels(item.asListItem().getChoices()) };
    case ItemType.CHECKBOX:
      return { type: 'checkbox', options: labels(item.asCheckboxItem().getChoices()) };
    case ItemType.SCALE: {
      const scale = item.asScaleItem();
      const [low, high] = [scale.getLowerBound(), scale.getUpperBound()];
      return {
        type: 'scale',
        options: Array.from({ length: high - low + 1 }, (_unused, index) => String(low + index)),
      };
    }
    case ItemType.GRID: {
      const grid = item.asGridItem();
      return { type: 'grid', options: grid.getColumns(), rows: grid.getRows() };
    }
    case ItemType.CHECKBOX_GRID: {
      const grid = item.asCheckboxGridItem();
      return { type: 'checkboxGrid', options: grid.getColumns(), rows: grid.getRows() };
    }
    case ItemType.TEXT:
    case ItemType.PARAGRAPH_TEXT:
      return { type: 'text' };
    default:
      return { type: 'other' };
  }
}
