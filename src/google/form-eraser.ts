// Responses deleted from a form, and its texts reworded: only late actions ask for that.
import type { Forms } from '../app/ports/forms';
import { rewordForm } from './form-words';
import { openForm } from './forms';

type Form = GoogleAppsScript.Forms.Form;

/** So many responses are deleted one by one in no more calls than all at once. */
const FEW = 3;

export function createFormEraser(): Pick<Forms, 'forget'> {
  return {
    forget(formId, isTheirs, { clean, isOver }) {
      const form = openForm(formId);
      if (form === undefined) return undefined;
      const all = form.getResponses();
      const theirs = all.filter((response) =>
        isTheirs({
          responseId: response.getId(),
          at: response.getTimestamp().getTime(),
          email: response.getRespondentEmail().trim().toLowerCase(),
        }),
      );
      if (isOver === true && theirs.length > FEW && theirs.length === all.length && closedWith(form, all.length))
        form.deleteAllResponses();
      // https://developers.google.com/apps-script/reference/forms/form#deleteResponse(String)
      else for (const response of theirs) form.deleteResponse(response.getId());
      if (clean !== undefined) rewordForm(form, clean);
      return theirs.length;
    },
  };
}

/** Closes the form; has nobody answered meanwhile, whose answer would go with the others? */
const closedWith = (form: Form, count: number): boolean =>
  form.setAcceptingResponses(false).getResponses().length === count;
