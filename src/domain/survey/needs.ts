// A1, the needs survey: every teacher says which technologies to master.
import type { Competency } from '../framework/framework';
import { assemble, codeItem, consentItems, sentence, type SurveyContext } from './assemble';
import type { FormSpec } from './form-spec';
import { NEEDS, NEEDS_OTHER, NO_NEED } from './keys';

export interface NeedsSurveyInput extends SurveyContext {
  /** The whole framework: those in use and marked for the needs survey are offered. */
  readonly competencies: readonly Competency[];
}

/** Technologies the needs survey offers. */
export function needsTechnologies(competencies: readonly Competency[]): readonly Competency[] {
  return competencies.filter((competency) => competency.active && competency.inNeedsSurvey);
}

/** Keys: `needs` (values: competency ids, or `none`), `needs.other`, `code`, `consent`. */
export function needsSurvey(input: NeedsSurveyInput): FormSpec {
  const texts = input.programme.texts.needs;
  const options = needsTechnologies(input.competencies).map(({ id, title }) => ({ label: sentence(title), value: id }));
  return assemble('needs', input, texts, {}, [
    {
      key: NEEDS,
      type: 'checkbox',
      title: texts.needs,
      required: true,
      options: [...options, { label: texts.none, value: NO_NEED }],
    },
    { key: NEEDS_OTHER, type: 'text', title: texts.other, required: false },
    codeItem(input),
    ...consentItems(input),
  ]);
}
