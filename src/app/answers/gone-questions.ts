// Questions that somebody has deleted from a form of ours: nobody can answer them any more, and no answer says so by itself.
import type { Message } from '../../domain/message';
import type { AskedItem, ItemSpec } from '../../domain/survey/form-spec';
import type { Row } from '../../workbook/schema';
import type { SURVEYS } from '../../workbook/tables';
import type { Ports } from '../ports';
import type { ResponseData } from '../ports/forms';

type Survey = Pick<Row<typeof SURVEYS>, 'formId' | 'title'>;

/** Sections and headings ask nothing. */
const asks = ({ type }: ItemSpec): boolean => type !== 'section' && type !== 'header';

/** The form's questions that are not there any more, named; nothing when all are, or the form itself is gone. Two service calls. */
export function goneQuestions(
  ports: Ports,
  { formId, title }: Survey,
  asked: readonly AskedItem[],
): readonly Message[] {
  const there = ports.forms.itemIds(formId);
  const gone = there === undefined ? [] : asked.filter(({ itemId, spec }) => asks(spec) && !there.has(itemId));
  return gone.length === 0
    ? []
    : [{ code: 'answers.questionsGone', fields: { title, questions: gone.map(({ spec }) => spec.title) } }];
}

/**
 * Do answers look as if a question was not there? A required one lacks an answer, or nobody has answered one that is no free text
 * (those are often left empty). Told by what was read anyway, so that hardly a form need be looked into.
 */
export function looksCut(asked: readonly AskedItem[], responses: readonly ResponseData[]): boolean {
  if (responses.length === 0) return false;
  const answered = responses.map(({ answers }) => new Set(answers.map(({ itemId }) => itemId)));
  return asked.some(({ itemId, spec }) => {
    if (!asks(spec) || !('required' in spec)) return false;
    if (spec.required) return answered.some((ids) => !ids.has(itemId));
    return spec.type !== 'text' && spec.type !== 'paragraph' && !answered.some((ids) => ids.has(itemId));
  });
}
