// Forms that ask about one thing: the first one about a group's programme and those made since its people or questions changed.
import type { Row } from '../../workbook/schema';
import type { SURVEYS } from '../../workbook/tables';
import { firstKey, numberIn } from './plan';

/** Survey key → keys of all the forms that ask about the same, itself included; only where there are several. */
export function formsTogether(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Set(keys.filter((key) => numberIn(key) > 1).map(firstKey));
  const together = new Map<string, string[]>();
  for (const key of keys) {
    const first = firstKey(key);
    if (asked.has(first)) together.set(first, [...(together.get(first) ?? []), key]);
  }
  return new Map([...together.values()].flatMap((forms) => forms.map((key) => [key, forms] as const)));
}

/** The surveys, each addressed to whom any form about the same is addressed: an answer is taken by whichever of them it comes. */
export function addressedTogether<S extends Pick<Row<typeof SURVEYS>, 'key' | 'audience'>>(
  surveys: readonly S[],
  all: readonly Pick<S, 'key' | 'audience'>[],
): readonly S[] {
  const together = formsTogether(all.map(({ key }) => key));
  if (together.size === 0) return surveys;
  const audiences = new Map(all.map(({ key, audience }) => [key, audience]));
  return surveys.map((survey) => {
    const forms = together.get(survey.key);
    return forms === undefined
      ? survey
      : { ...survey, audience: [...new Set(forms.flatMap((key) => audiences.get(key) ?? []))] };
  });
}
