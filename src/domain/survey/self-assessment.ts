// Self-assessment: a behaviourally worded level per competency, wishes, readiness to help, questions, convenient times, consent.
import type { Competency } from '../framework/framework';
import { fillTemplate } from '../programme/template';
import { assemble, codeItem, consentItems, contextFields, sentence, type SurveyContext } from './assemble';
import type { FormSpec, ItemSpec, Option } from './form-spec';
import { HELP, intentKey, levelKey, questionsKey, TIMES, WANT } from './keys';

export interface SelfAssessmentInput extends SurveyContext {
  /** The framework; those in use are asked, area by area. */
  readonly competencies: readonly Competency[];
  /** Values `1` … `7`, Monday first. */
  readonly days: readonly Option[];
  /** Values `HH:mm-HH:mm`. */
  readonly bands: readonly Option[];
}

/** Areas in order of first appearance, with the competencies in use. */
export function areasOf(
  competencies: readonly Competency[],
): readonly { readonly area: string; readonly competencies: readonly Competency[] }[] {
  const areas = new Map<string, Competency[]>();
  for (const competency of competencies) {
    if (!competency.active) continue;
    const area = competency.area.trim();
    const known = areas.get(area);
    if (known === undefined) areas.set(area, [competency]);
    else known.push(competency);
  }
  return [...areas].map(([area, members]) => ({ area, competencies: members }));
}

function levelItem(competency: Competency): ItemSpec {
  return {
    key: levelKey(competency.id),
    type: 'choice',
    title: sentence(competency.title),
    required: true,
    options: competency.descriptors.map((label, level) => ({ label, value: String(level) })),
  };
}

/** Keys: `level:<id>`, `intent:<n>`, `questions:<n>` (n: area, from 1), `times`, `code`, `consent`. */
export function selfAssessment(input: SelfAssessmentInput): FormSpec {
  const texts = input.programme.texts.self;
  const columns: readonly Option[] = [
    { label: texts.want, value: WANT },
    { label: texts.help, value: HELP },
  ];
  const areaItems = areasOf(input.competencies).flatMap(({ area, competencies }, index): ItemSpec[] => {
    const fields = { ...contextFields(input), area };
    return [
      { key: `section:${index + 1}`, type: 'section', title: sentence(area) },
      ...competencies.map(levelItem),
      {
        key: intentKey(index + 1),
        type: 'checkboxGrid',
        title: fillTemplate(texts.intent, fields),
        required: false,
        rows: competencies.map(({ id, title }) => ({ label: sentence(title), value: id })),
        columns,
      },
      {
        key: questionsKey(index + 1),
        type: 'paragraph',
        title: fillTemplate(texts.questions, fields),
        required: false,
      },
    ];
  });
  return assemble('self', input, texts, {}, [
    codeItem(input),
    ...areaItems,
    { key: 'section:times', type: 'section', title: texts.timesSection },
    { key: TIMES, type: 'checkboxGrid', title: texts.times, required: false, rows: input.days, columns: input.bands },
    ...consentItems(input),
  ]);
}
