// Google Forms of the local Workspace: the FormApp service, what people do with a published form, and its plain view.
import type { ServiceObject } from '../../runtime/service';
import type { World } from '../../runtime/world';
import { FormApp } from './form-app';
import { words } from './refusal';
import { bornPublished, createForm, FORM_MIME, removeForm } from './state';
import { editUrl } from './prefill';
// The item classes make themselves known to the casts of a generic item.
import './items/choice-items';
import './items/grid-items';
import './items/layout-items';
import './items/question-items';

export { answersFromPrefilled } from './prefill';
export type { OpenedLink } from './prefill';
export { FormRefusal } from './refusal';
export type { RefusalCode } from './refusal';
export { checkSection, responsesBy, setResponseReceipts, submitAsRespondent, whyClosed } from './respondent';
export type { Respondent, SectionCheck } from './respondent';
export { allForms, FORM_MIME, setFormBirth } from './state';
export type { FormBirth } from './state';
export { readForm } from './view';
export type { FormView, ItemView, ResponseView, SectionView } from './view';

/**
 * The global `FormApp`. Also tells Drive how forms are created, deleted and linked: a form created through Drive has a
 * title of its own, «Untitled form», whatever its file is called.
 */
export function createFormService(world: World): ServiceObject {
  world.fileKinds.set(FORM_MIME, {
    created: (file) => void createForm(world, file, words(world).untitled, bornPublished(world)),
    deleted: ({ id }) => removeForm(world, id),
    link: ({ id }) => editUrl(id),
  });
  return new FormApp(world);
}
