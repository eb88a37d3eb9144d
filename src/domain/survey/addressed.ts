// A2, the addressed survey: those who chose a technology say how far they need it and try themselves against its practice.
import type { Competency } from '../framework/framework';
import { assemble, codeItem, optionsOf, type SurveyContext } from './assemble';
import type { FormSpec, ItemSpec } from './form-spec';
import { NEED, practiceKey, TOPIC } from './keys';

export interface AddressedSurveyInput extends SurveyContext {
  readonly competency: Competency;
}

/** Keys: `need` (yes, partly, no), `practice:<i>` (can, hint, never; i from 1), `topic`, `code`. */
export function addressedSurvey(input: AddressedSurveyInput): FormSpec {
  const texts = input.programme.texts.addressed;
  const practice = input.competency.practice.map((question, index): ItemSpec => ({
    key: practiceKey(index + 1),
    type: 'choice',
    title: question,
    required: true,
    options: optionsOf(texts.practiceOptions, ['can', 'hint', 'never']),
  }));
  return assemble('addressed', input, texts, { competency: input.competency.title }, [
    {
      key: NEED,
      type: 'choice',
      title: texts.need,
      required: true,
      options: optionsOf(texts.needOptions, ['yes', 'partly', 'no']),
    },
    ...practice,
    { key: TOPIC, type: 'paragraph', title: texts.topic, required: false },
    codeItem(input),
  ]);
}
