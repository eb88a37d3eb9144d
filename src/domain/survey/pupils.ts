// Pupils' questionnaire about motivation: anonymous, the same before and after.
import { assemble, type SurveyContext } from './assemble';
import type { FormSpec } from './form-spec';
import { GROUP, scaleKey } from './keys';

export interface PupilsInput extends SurveyContext {
  /** As pupils read it: «до», «после». */
  readonly occasion: string;
  /** Classes to choose from. */
  readonly groups: readonly string[];
}

/** Keys: `group`, `scale:<statement>` (1 … 5). Neither e-mail nor code is asked, and an answer cannot be opened again. */
export function pupilsForm(input: PupilsInput): FormSpec {
  const texts = input.programme.texts.pupils;
  const spec = assemble('pupils', input, texts, { occasion: input.occasion }, [
    {
      key: GROUP,
      type: 'choice',
      title: texts.group,
      required: true,
      options: input.groups.map((group) => ({ label: group, value: group })),
    },
    ...texts.statements.map(({ key, title, low, high }) => ({
      key: scaleKey(key),
      type: 'scale' as const,
      title,
      required: true,
      low: 1,
      high: 5,
      lowLabel: low,
      highLabel: high,
    })),
  ]);
  return { ...spec, collectEmail: false, allowEdit: false };
}
