// A11: teachers offer resources for the methodical bank.
import type { Competency } from '../framework/framework';
import { assemble, codeItem, sentence, type SurveyContext } from './assemble';
import type { FormSpec, Option } from './form-spec';
import {
  RESOURCE_ANNOTATION,
  RESOURCE_COMPETENCY,
  RESOURCE_KIND,
  RESOURCE_LINK,
  RESOURCE_TAGS,
  RESOURCE_TITLE,
} from './keys';

export interface OfferInput extends SurveyContext {
  readonly competencies: readonly Competency[];
  /** Values: codes of the register's column «Вид». */
  readonly kinds: readonly Option[];
}

/** Keys: `title`, `kind`, `competency` (id), `link`, `annotation`, `tags`, `code`. Files come as links: a script cannot add an upload question. */
export function offerForm(input: OfferInput): FormSpec {
  const texts = input.programme.texts.offer;
  const competencies = input.competencies.filter((competency) => competency.active);
  return assemble('offer', input, texts, {}, [
    { key: RESOURCE_TITLE, type: 'text', title: texts.resourceTitle, required: true },
    { key: RESOURCE_KIND, type: 'choice', title: texts.kind, required: true, options: input.kinds },
    {
      key: RESOURCE_COMPETENCY,
      type: 'choice',
      title: texts.competency,
      required: true,
      options: competencies.map(({ id, title }) => ({ label: sentence(title), value: id })),
    },
    { key: RESOURCE_LINK, type: 'text', title: texts.link, required: true },
    { key: RESOURCE_ANNOTATION, type: 'paragraph', title: texts.annotation, required: false },
    { key: RESOURCE_TAGS, type: 'text', title: texts.tags, required: false },
    codeItem(input),
  ]);
}
