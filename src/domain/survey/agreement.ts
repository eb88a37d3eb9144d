// A5, agreeing a session's programme with its consultants: which questions are taken, topics, task, materials, times.
import type { Competency } from '../framework/framework';
import { assemble, codeItem, optionsOf, type SurveyContext } from './assemble';
import type { FormSpec, Option } from './form-spec';
import { COMMENTS, COVERED, MATERIALS, OTHER_TIME, PLACE, READY, SLOTS, TASK, TOPICS } from './keys';

export interface AgreementInput extends SurveyContext {
  readonly group: {
    readonly id: string;
    readonly competency: Competency;
    /** Names. */
    readonly consultants: readonly string[];
    readonly consultees: readonly string[];
    /** What the group's members want worked through. */
    readonly questions: readonly string[];
    /** Times the whole group can; values `d|HH:mm-HH:mm`. */
    readonly slots: readonly Option[];
  };
}

/** Keys: `ready`, `covered` (values: number of the question, from 1), `topics`, `task`, `materials`, `slots`, `slots.other`, `place`, `comments`, `code`. */
export function agreementForm(input: AgreementInput): FormSpec {
  const texts = input.programme.texts.agreement;
  const { group } = input;
  const fields = {
    group: group.id,
    competency: group.competency.title,
    consultants: group.consultants.join(', '),
    consultees: group.consultees.join(', '),
  };
  return assemble('agreement', input, texts, fields, [
    {
      key: READY,
      type: 'choice',
      title: texts.ready,
      required: true,
      options: optionsOf(texts.readyOptions, ['yes', 'no']),
    },
    {
      key: COVERED,
      type: 'checkbox',
      title: texts.covered,
      required: false,
      options: group.questions.map((label, index) => ({ label, value: String(index + 1) })),
    },
    { key: TOPICS, type: 'paragraph', title: texts.topics, required: true },
    { key: TASK, type: 'paragraph', title: texts.task, required: false },
    { key: MATERIALS, type: 'paragraph', title: texts.materials, required: false },
    { key: SLOTS, type: 'checkbox', title: texts.slots, required: false, options: group.slots },
    { key: OTHER_TIME, type: 'text', title: texts.otherTime, required: false },
    { key: PLACE, type: 'text', title: texts.place, required: false },
    { key: COMMENTS, type: 'paragraph', title: texts.comments, required: false },
    codeItem(input),
  ]);
}
